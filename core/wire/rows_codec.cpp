#include "core/wire/rows_codec.h"

#include "core/domain/content.h"
#include "core/wire/codec.h"

#include <QJsonDocument>

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {
constexpr int maxVersion = 1'000'000'000;
constexpr qsizetype maxKindBytes = 32;
// A title or name is bounded in characters where it is written; readers allow the widest UTF-8 form of it.
constexpr qsizetype maxNameBytes = limits::titleChars * 4;

const QLatin1StringView messageKeys[] = {"mid"_L1,   "seq"_L1,  "rev"_L1, "by"_L1,   "kind"_L1, "body"_L1,
                                         "reply"_L1, "root"_L1, "ev"_L1,  "dead"_L1, "at"_L1};

const QLatin1StringView memberKeys[] = {"k"_L1,    "user"_L1, "login"_L1, "name"_L1,
                                        "role"_L1, "left"_L1, "rev"_L1};

const QLatin1StringView chatKeys[] = {"k"_L1,   "kind"_L1, "title"_L1, "members"_L1,
                                      "ver"_L1, "rev"_L1,  "timer"_L1};

/// What a row holds beside its known fields, so that nothing of a newer version is lost.
template <size_t N> QByteArray restOf(QJsonObject object, const QLatin1StringView (&keys)[N])
{
    for (const auto key : keys) object.remove(key);
    return textFromObject(object);
}

QJsonObject messageJson(const MessageRow &row)
{
    QJsonObject o = objectFromText(row.extra);
    o.insert("mid"_L1, idJson(row.mid));
    o.insert("seq"_L1, row.seq.value);
    o.insert("rev"_L1, row.rev.value);
    o.insert("by"_L1, idJson(row.sender));
    if (row.kind != "text"_L1) o.insert("kind"_L1, row.kind);
    o.insert("body"_L1, row.body);
    if (row.reply) o.insert("reply"_L1, idJson(row.reply));
    if (row.root) o.insert("root"_L1, idJson(row.root));
    if (row.ev != 0) o.insert("ev"_L1, row.ev);
    if (row.dead) o.insert("dead"_L1, true);
    o.insert("at"_L1, row.atMs);
    return o;
}

Row readMessage(FieldReader &in)
{
    MessageRow row;
    row.mid = in.id<Mid>("mid");
    row.seq = in.number<Seq>("seq", 1);
    row.rev = in.number<Rev>("rev", 1);
    row.sender = in.id<UserId>("by");
    row.kind = in.textOr("kind", u"text"_s, maxKindBytes);
    row.body = in.textOr("body", QString(), limits::textBytes);
    row.reply = in.idOr<Mid>("reply");
    row.root = in.idOr<Mid>("root");
    row.ev = int(in.integerOr("ev", 0, 0, maxVersion));
    row.dead = in.flagOr("dead", false);
    row.atMs = in.integer("at");
    row.extra = messageExtra(in.object());
    return row;
}

QJsonObject reactionJson(const ReactionRow &row)
{
    return {{u"k"_s, u"react"_s},     {u"mid"_s, idJson(row.mid)}, {u"by"_s, idJson(row.user)},
            {u"emoji"_s, row.emoji},  {u"on"_s, row.on},           {u"ver"_s, row.ver},
            {u"rev"_s, row.rev.value}};
}

Row readReaction(FieldReader &in)
{
    ReactionRow row;
    row.mid = in.id<Mid>("mid");
    row.user = in.id<UserId>("by");
    row.emoji = in.text("emoji", limits::emojiBytes, 1);
    row.on = in.flag("on");
    row.ver = int(in.integer("ver", 0, maxVersion));
    row.rev = in.number<Rev>("rev", 1);
    return row;
}

QJsonObject memberJson(const MemberRow &row)
{
    QJsonObject o = objectFromText(row.extra);
    o.insert("k"_L1, u"mem"_s);
    o.insert("user"_L1, idJson(row.user));
    o.insert("login"_L1, row.login);
    o.insert("name"_L1, row.name);
    o.insert("role"_L1, roleText(row.role));
    o.insert("rev"_L1, row.rev.value);
    if (row.left) o.insert("left"_L1, true);
    return o;
}

Row readMember(FieldReader &in)
{
    MemberRow row;
    row.user = in.id<UserId>("user");
    row.login = in.text("login", limits::loginMaxChars);
    row.name = in.text("name", maxNameBytes);
    const auto role = roleFromText(in.text("role", maxKindBytes));
    // A role from a newer server has at least the rights to read: show it as a plain member.
    row.role = role.value_or(Role::Member);
    row.left = in.flagOr("left", false);
    row.rev = in.number<Rev>("rev", 1);
    row.extra = restOf(in.object(), memberKeys);
    return row;
}

ChatRow readChat(FieldReader &in)
{
    ChatRow row;
    const auto kind = chatKindFromText(in.text("kind", maxKindBytes));
    if (!kind) in.fail("kind", "is not a known kind of chat");
    row.kind = kind.value_or(ChatKind::Group);
    row.title = in.textOr("title", QString(), maxNameBytes);
    row.members = int(in.integer("members", 0, limits::groupMembers));
    row.ver = int(in.integerOr("ver", 0, 0, maxVersion));
    row.rev = in.number<Rev>("rev", 1);
    row.timerSeconds = int(in.integerOr("timer", 0, 0, limits::timerMaxSeconds));
    row.extra = restOf(in.object(), chatKeys);
    return row;
}

struct Writer {
    QJsonObject operator()(const MessageRow &row) const { return messageJson(row); }
    QJsonObject operator()(const ReactionRow &row) const { return reactionJson(row); }
    QJsonObject operator()(const MemberRow &row) const { return memberJson(row); }
    QJsonObject operator()(const ChatRow &row) const { return toJson(row); }
    QJsonObject operator()(const UnknownRow &row) const { return objectFromText(row.raw); }
};
} // namespace

QJsonValue valueFromText(const QByteArray &json)
{
    const auto list = QJsonDocument::fromJson('[' + json + ']');
    return list.array().size() == 1 ? list.array().at(0) : QJsonValue(QJsonValue::Undefined);
}

QByteArray textFromObject(const QJsonObject &object)
{
    return object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject objectFromText(const QByteArray &json)
{
    return json.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(json).object();
}

QByteArray messageExtra(QJsonObject object)
{
    for (const auto key : messageKeys) object.remove(key);
    object.remove("k"_L1);
    return textFromObject(object);
}

QString kindText(ChatKind kind) { return kind == ChatKind::Direct ? u"direct"_s : u"group"_s; }

std::optional<ChatKind> chatKindFromText(const QString &text)
{
    if (text == "direct"_L1) return ChatKind::Direct;
    if (text == "group"_L1) return ChatKind::Group;
    return std::nullopt;
}

QString roleText(Role role)
{
    switch (role) {
    case Role::Member:
        return u"member"_s;
    case Role::Admin:
        return u"admin"_s;
    case Role::Owner:
        return u"owner"_s;
    }
    return u"member"_s;
}

std::optional<Role> roleFromText(const QString &text)
{
    for (const Role role : {Role::Member, Role::Admin, Role::Owner})
        if (text == roleText(role)) return role;
    return std::nullopt;
}

QJsonObject toJson(const Row &row) { return std::visit(Writer{}, row); }

QJsonObject toJson(const ChatRow &row)
{
    QJsonObject o = objectFromText(row.extra);
    o.insert("k"_L1, u"chat"_s);
    o.insert("kind"_L1, kindText(row.kind));
    o.insert("members"_L1, row.members);
    o.insert("rev"_L1, row.rev.value);
    if (!row.title.isEmpty()) o.insert("title"_L1, row.title);
    if (row.ver != 0) o.insert("ver"_L1, row.ver);
    if (row.timerSeconds != 0) o.insert("timer"_L1, row.timerSeconds);
    return o;
}

std::optional<ChatRow> chatRowFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    ChatRow row = readChat(in);
    return in.failed() ? std::nullopt : std::optional(std::move(row));
}

Row rowFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    const QString k = object.value("k"_L1).toString();
    Row row;
    if (!in.has("k"))
        row = readMessage(in);
    else if (k == "react"_L1)
        row = readReaction(in);
    else if (k == "mem"_L1)
        row = readMember(in);
    else if (k == "chat"_L1)
        row = readChat(in);
    else
        return UnknownRow{k, Rev{object.value("rev"_L1).toInteger()}, textFromObject(object), QString()};
    if (!in.failed()) return row;
    return UnknownRow{k, Rev{object.value("rev"_L1).toInteger()}, textFromObject(object), in.what()};
}

QJsonObject toJson(const StateRow &row)
{
    QJsonObject o{{u"kind"_s, row.kind},
                  {u"key"_s, QString::fromLatin1(row.key)},
                  {u"value"_s, valueFromText(row.value)},
                  {u"ver"_s, row.ver},
                  {u"urev"_s, row.urev.value}};
    if (row.device) o.insert("dev"_L1, idJson(row.device));
    return o;
}

std::optional<StateRow> stateRowFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    StateRow row;
    row.kind = in.text("kind", maxKindBytes, 1);
    row.key = in.ascii("key", limits::stateKeyBytes);
    row.value = in.json("value", limits::stateValueBytes);
    row.ver = int(in.integer("ver", 0, maxVersion));
    row.urev = in.number<Urev>("urev", 1);
    row.device = in.idOr<DeviceId>("dev");
    return in.failed() ? std::nullopt : std::optional(std::move(row));
}

QJsonArray toJson(const std::vector<Row> &rows)
{
    QJsonArray a;
    for (const Row &row : rows) a.append(toJson(row));
    return a;
}

QJsonArray toJson(const std::vector<StateRow> &rows)
{
    QJsonArray a;
    for (const StateRow &row : rows) a.append(toJson(row));
    return a;
}

QJsonArray toJson(const Watermark &mark)
{
    return {idJson(mark.user), mark.delivered.value, mark.seen.value};
}

std::optional<Watermark> watermarkFromJson(const QJsonArray &entry)
{
    const auto user = FieldReader::readId<UserId>(entry.at(0));
    const qint64 delivered = entry.at(1).toInteger(-1);
    const qint64 seen = entry.at(2).toInteger(-1);
    if (!user || delivered < 0 || seen < 0) return std::nullopt;
    return Watermark{*user, Seq{delivered}, Seq{seen}};
}

QByteArray encodeRow(const Row &row) { return QJsonDocument(toJson(row)).toJson(QJsonDocument::Compact); }
qsizetype encodedSize(const Row &row) { return encodeRow(row).size(); }
Row decodeRow(QByteArrayView object)
{
    return rowFromJson(QJsonDocument::fromJson(object.toByteArray()).object());
}

} // namespace kith::wire
