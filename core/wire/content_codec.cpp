#include "core/wire/content_codec.h"

#include "core/domain/attachment.h"
#include "core/wire/poll_codec.h"
#include "core/wire/push_text.h"
#include "core/wire/rows_codec.h"

#include <QUrl>
#include <array>

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype nameBytes = limits::titleChars * 4;

struct KindText {
    EntityKind kind;
    const char *text;
};
constexpr std::array kinds{
    KindText{EntityKind::Bold, "b"},         KindText{EntityKind::Italic, "i"},
    KindText{EntityKind::Struck, "s"},       KindText{EntityKind::Code, "code"},
    KindText{EntityKind::CodeBlock, "pre"},  KindText{EntityKind::Quote, "quote"},
    KindText{EntityKind::Link, "link"},      KindText{EntityKind::Mention, "user"},
    KindText{EntityKind::MentionAll, "all"}, KindText{EntityKind::Spoiler, "spoiler"},
};

/// Whoever taps it must not run something.
bool isHarmless(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (scheme == "mailto"_L1) return url.isValid() && !url.path().isEmpty();
    return url.isValid() && !url.host().isEmpty() && (scheme == "http"_L1 || scheme == "https"_L1);
}

bool cuts(const QString &body, int at)
{
    return at > 0 && at < body.size() && body[at].isLowSurrogate() && body[at - 1].isHighSurrogate();
}

/// One entity [kind, at, length, what?]; an unknown kind gives nullopt and no fault.
std::optional<Entity> readEntity(const QJsonValue &value, const QString &body, QString &fault)
{
    const QJsonArray a = value.toArray();
    Entity e;
    const qint64 at = a.at(1).toInteger(-1), length = a.at(2).toInteger(-1);
    if (a.size() < 3 || a.size() > 4 || !a.at(0).isString() || a.at(0).toString().size() > 32) {
        fault = u"ents: holds something that is not [kind, at, length]"_s;
        return std::nullopt;
    }
    if (at < 0 || length < 1 || at > body.size() || length > body.size() - at) {
        fault = u"ents: lies outside the text"_s;
        return std::nullopt;
    }
    e.at = int(at);
    e.length = int(length);
    if (cuts(body, e.at) || cuts(body, e.at + e.length)) {
        fault = u"ents: cuts a character in two"_s;
        return std::nullopt;
    }
    const QString text = a.at(0).toString(), what = a.at(3).toString();
    const auto known = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const KindText &k) { return text == QLatin1StringView(k.text); });
    if (!isCleanText(what) || what.toUtf8().size() > limits::entityUrlBytes) {
        fault = u"ents: a value is too long or no text"_s;
        return std::nullopt;
    }
    if (known == kinds.end()) return std::nullopt;
    e.kind = known->kind;
    if (e.kind == EntityKind::Link) {
        e.what = what;
        if (!isHarmless(what)) fault = u"ents: not an address that may be linked"_s;
    } else if (e.kind == EntityKind::CodeBlock) {
        e.what = what;
        if (what.toUtf8().size() > limits::entityLangBytes) fault = u"ents: not the name of a language"_s;
    } else if (e.kind == EntityKind::Mention) {
        const auto user = UserId::fromText(what.toLatin1());
        e.user = user.value_or(UserId{});
        if (!user) fault = u"ents: a mention without a user"_s;
    }
    return fault.isEmpty() ? std::optional(std::move(e)) : std::nullopt;
}

std::vector<Entity> readEntities(const QJsonObject &extra, const QString &body, QString &fault)
{
    std::vector<Entity> all;
    const QJsonValue value = extra.value("ents"_L1);
    if (value.isUndefined()) return all;
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.size() > limits::entities) {
        fault = u"ents: is not a list of at most %1"_s.arg(limits::entities);
        return all;
    }
    for (const QJsonValue &one : list) {
        if (auto entity = readEntity(one, body, fault)) all.push_back(*std::move(entity));
        if (!fault.isEmpty()) return {};
    }
    return all;
}

std::optional<ForwardSource> readForward(const QJsonObject &extra, QString &fault)
{
    if (!extra.contains("fwd"_L1)) return std::nullopt;
    FieldReader in(extra.value("fwd"_L1).toObject());
    ForwardSource source;
    source.mid = in.idOr<Mid>("mid");
    source.by = in.id<UserId>("by");
    source.name = in.textOr("name", QString(), nameBytes);
    source.atMs = in.integerOr("at", 0);
    if (in.failed()) {
        fault = u"fwd: "_s + in.what();
        return std::nullopt;
    }
    return source;
}

std::optional<LinkPreview> readLink(const QJsonObject &extra, QString &fault)
{
    if (!extra.contains("link"_L1)) return std::nullopt;
    FieldReader in(extra.value("link"_L1).toObject());
    LinkPreview link;
    link.url = in.text("url", limits::entityUrlBytes, 1);
    link.title = in.textOr("title", QString(), limits::linkTitleBytes);
    link.words = in.textOr("words", QString(), limits::linkWordsBytes);
    link.site = in.textOr("site", QString(), limits::linkSiteBytes);
    if (in.has("thumb")) {
        const auto read = QByteArray::fromBase64Encoding(in.ascii("thumb", limits::attThumbBytes * 4 / 3 + 4),
                                                         QByteArray::AbortOnBase64DecodingErrors);
        if (!read || read.decoded.size() > limits::attThumbBytes)
            in.fail("thumb", "is not base64 of a permitted size");
        else
            link.thumb = read.decoded;
    }
    if (!in.failed() && !isHarmless(link.url)) in.fail("url", "is not an address that may be linked");
    if (in.failed()) {
        fault = u"link: "_s + in.what();
        return std::nullopt;
    }
    return link;
}

QJsonArray entitiesJson(const std::vector<Entity> &entities)
{
    QJsonArray list;
    for (const Entity &e : entities) {
        const auto known =
            std::find_if(kinds.begin(), kinds.end(), [&](const KindText &k) { return k.kind == e.kind; });
        QJsonArray one{QLatin1StringView(known->text), e.at, e.length};
        if (e.kind == EntityKind::Mention)
            one.append(idJson(e.user));
        else if (!e.what.isEmpty())
            one.append(e.what);
        list.append(one);
    }
    return list;
}

QJsonObject linkJson(const LinkPreview &link)
{
    QJsonObject o{{u"url"_s, link.url}};
    if (!link.title.isEmpty()) o.insert("title"_L1, link.title);
    if (!link.words.isEmpty()) o.insert("words"_L1, link.words);
    if (!link.site.isEmpty()) o.insert("site"_L1, link.site);
    if (!link.thumb.isEmpty()) o.insert("thumb"_L1, QString::fromLatin1(link.thumb.toBase64()));
    return o;
}

} // namespace

std::optional<QString> contentFault(const QByteArray &extra, const QString &body)
{
    if (extra.isEmpty()) return std::nullopt;
    const QJsonObject o = objectFromText(extra);
    QString fault;
    readEntities(o, body, fault);
    if (fault.isEmpty()) readForward(o, fault);
    if (fault.isEmpty()) readLink(o, fault);
    const QJsonValue silent = o.value("silent"_L1);
    if (fault.isEmpty() && !silent.isUndefined() && !silent.isBool()) fault = u"silent: is not a flag"_s;
    return fault.isEmpty() ? std::nullopt : std::optional(fault);
}

std::vector<Entity> entities(const QByteArray &extra, const QString &body)
{
    if (!extra.contains("\"ents\"")) return {};
    QString fault;
    return readEntities(objectFromText(extra), body, fault);
}

bool isForwarded(const QByteArray &extra)
{
    return extra.contains("\"fwd\"") && objectFromText(extra).contains("fwd"_L1);
}

std::optional<ForwardSource> forwardSource(const QByteArray &extra)
{
    if (!extra.contains("\"fwd\"")) return std::nullopt;
    QString fault;
    return readForward(objectFromText(extra), fault);
}

std::optional<LinkPreview> linkPreview(const QByteArray &extra)
{
    if (!extra.contains("\"link\"")) return std::nullopt;
    QString fault;
    return readLink(objectFromText(extra), fault);
}

qint64 expiryMs(const QByteArray &extra)
{
    if (!extra.contains("\"exp\"")) return 0;
    const qint64 at = objectFromText(extra).value("exp"_L1).toInteger(0);
    return at > 0 && at <= maxInteger ? at : 0;
}

QByteArray withEntities(const QByteArray &extra, const std::vector<Entity> &entities)
{
    QJsonObject o = objectFromText(extra);
    o.remove("ents"_L1);
    if (!entities.empty()) o.insert("ents"_L1, entitiesJson(entities));
    return textFromObject(o);
}

QByteArray withForward(const QByteArray &extra, const std::optional<ForwardSource> &source)
{
    QJsonObject o = objectFromText(extra);
    o.remove("fwd"_L1);
    if (source) {
        QJsonObject fwd{{u"by"_s, idJson(source->by)}};
        if (source->mid) fwd.insert("mid"_L1, idJson(source->mid));
        if (!source->name.isEmpty()) fwd.insert("name"_L1, source->name);
        if (source->atMs > 0) fwd.insert("at"_L1, source->atMs);
        o.insert("fwd"_L1, fwd);
    }
    return textFromObject(o);
}

QByteArray withExpiry(const QByteArray &extra, qint64 atMs)
{
    if (atMs <= 0 && !extra.contains("\"exp\"")) return extra;
    QJsonObject o = objectFromText(extra);
    o.remove("exp"_L1);
    if (atMs > 0) o.insert("exp"_L1, atMs);
    return textFromObject(o);
}

QByteArray outgoingExtra(const OutgoingText &text)
{
    QJsonObject o;
    if (!text.entities.empty()) o.insert("ents"_L1, entitiesJson(text.entities));
    if (text.silent) o.insert("silent"_L1, true);
    if (text.link) o.insert("link"_L1, linkJson(*text.link));
    return textFromObject(o);
}

QByteArray editedExtra(const QByteArray &extra, const QByteArray &change)
{
    QJsonObject o = objectFromText(extra);
    const QJsonObject now = objectFromText(change);
    for (const auto key : {"ents"_L1, "link"_L1}) {
        o.remove(key);
        if (now.contains(key)) o.insert(key, now.value(key));
    }
    return textFromObject(o);
}

QByteArray forwardedExtra(const QByteArray &extra, const ForwardSource &source, bool silent)
{
    const QJsonObject from = objectFromText(extra);
    QJsonObject o;
    for (const auto key : {"ents"_L1, "link"_L1, "atts"_L1})
        if (from.contains(key)) o.insert(key, from.value(key));
    if (const QJsonObject poll = objectFromText(pollAgain(extra)).value("poll"_L1).toObject();
        !poll.isEmpty())
        o.insert("poll"_L1, poll); // asked anew, in another chat
    if (silent) o.insert("silent"_L1, true);
    return withForward(textFromObject(o), source);
}

QByteArray editChange(const QByteArray &extra) { return editedExtra({}, extra); }

std::optional<ScheduledText> decodeScheduled(const QByteArray &key, const QByteArray &value)
{
    const auto mid = Mid::fromText(key);
    const QJsonValue v = valueFromText(value);
    if (!mid || !v.isObject()) return std::nullopt;
    FieldReader in(v.toObject());
    ScheduledText s;
    s.mid = *mid;
    s.chat = in.id<ChatId>("chat");
    s.whenMs = in.integer("when", 1);
    s.text.text = in.text("body", limits::textBytes, 1);
    s.text.reply = in.idOr<Mid>("reply");
    s.failed = in.textOr("failed", QString(), 64);
    if (in.failed()) return std::nullopt;
    const QByteArray extra = scheduledExtra(value);
    s.text.entities = entities(extra, s.text.text);
    s.text.silent = isSilent(extra);
    s.text.link = linkPreview(extra);
    return s;
}

QByteArray encodeScheduled(const ScheduledText &s)
{
    QJsonObject o = objectFromText(outgoingExtra(s.text));
    o.insert("chat"_L1, idJson(s.chat));
    o.insert("when"_L1, s.whenMs);
    o.insert("body"_L1, s.text.text);
    if (s.text.reply) o.insert("reply"_L1, idJson(s.text.reply));
    if (!s.failed.isEmpty()) o.insert("failed"_L1, s.failed);
    return textFromObject(o);
}

QByteArray scheduledExtra(const QByteArray &value)
{
    QJsonObject o = valueFromText(value).toObject();
    for (const auto key : {"chat"_L1, "when"_L1, "failed"_L1}) o.remove(key);
    return messageExtra(o);
}

QByteArray scheduledFailed(const QByteArray &value, const QString &code)
{
    QJsonObject o = valueFromText(value).toObject();
    o.insert("failed"_L1, code);
    return textFromObject(o);
}

} // namespace kith::wire
