#include "core/wire/message_frames_codec.h"

#include "core/wire/content_codec.h"
#include "core/wire/rows_codec.h"

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 maxVersion = 1'000'000'000;
}

void insertAll(QJsonObject &object, const QByteArray &extra)
{
    if (extra.isEmpty()) return;
    const QJsonObject more = objectFromText(extra);
    for (auto it = more.begin(); it != more.end(); ++it)
        if (!object.contains(it.key())) object.insert(it.key(), it.value());
}

QJsonObject toJson(const Edit &f)
{
    QJsonObject o{{u"t"_s, u"edit"_s},     {u"chat"_s, idJson(f.chat)}, {u"mid"_s, idJson(f.mid)},
                  {u"op"_s, idJson(f.op)}, {u"base"_s, f.base},         {u"body"_s, f.body}};
    insertAll(o, f.extra);
    return o;
}

QJsonObject toJson(const Edits &f)
{
    QJsonObject o{{u"t"_s, u"edits"_s}, {u"chat"_s, idJson(f.chat)}, {u"mid"_s, idJson(f.mid)}};
    if (f.before != 0) o.insert("before"_L1, f.before);
    return o;
}

QJsonObject toJson(const FindDate &f)
{
    return {{u"t"_s, u"date"_s}, {u"chat"_s, idJson(f.chat)}, {u"at"_s, f.atMs}};
}

QJsonObject toJson(const SetTimer &f)
{
    return {{u"t"_s, u"timer"_s},
            {u"chat"_s, idJson(f.chat)},
            {u"op"_s, idJson(f.op)},
            {u"base"_s, f.base},
            {u"seconds"_s, f.seconds}};
}

QJsonObject toJson(const ClosePoll &f)
{
    return {{u"t"_s, u"poll.close"_s},
            {u"chat"_s, idJson(f.chat)},
            {u"mid"_s, idJson(f.mid)},
            {u"op"_s, idJson(f.op)}};
}

QJsonObject toJson(const EditsPage &f)
{
    QJsonArray versions;
    for (const EditsPage::Version &v : f.versions) {
        QJsonObject one{{u"ev"_s, v.ev}, {u"body"_s, v.body}, {u"until"_s, v.untilMs}};
        insertAll(one, v.extra);
        versions.append(one);
    }
    QJsonObject o{{u"t"_s, u"edits"_s},
                  {u"chat"_s, idJson(f.chat)},
                  {u"epoch"_s, idJson(f.epoch)},
                  {u"mid"_s, idJson(f.mid)},
                  {u"versions"_s, versions}};
    if (f.more) o.insert("more"_L1, true);
    return o;
}

QJsonObject toJson(const DateFound &f)
{
    QJsonObject o{{u"t"_s, u"date"_s},
                  {u"chat"_s, idJson(f.chat)},
                  {u"epoch"_s, idJson(f.epoch)},
                  {u"seq"_s, f.seq.value}};
    if (f.atMs != 0) o.insert("at"_L1, f.atMs);
    return o;
}

ClientFrame readEdit(FieldReader &in)
{
    Edit f{in.id<ChatId>("chat"), in.id<Mid>("mid"), in.id<OpId>("op"),
           int(in.integer("base", 0, maxVersion)), in.text("body", limits::textBytes)};
    f.extra = editChange(textFromObject(in.object()));
    return f;
}

ClientFrame readEditsAsked(FieldReader &in)
{
    return Edits{in.id<ChatId>("chat"), in.id<Mid>("mid"), int(in.integerOr("before", 0, 0, maxVersion))};
}

ClientFrame readDateAsked(FieldReader &in) { return FindDate{in.id<ChatId>("chat"), in.integer("at")}; }

ClientFrame readTimerSet(FieldReader &in)
{
    SetTimer f{in.id<ChatId>("chat"), in.id<OpId>("op"), int(in.integer("base", 0, maxVersion)),
               int(in.integer("seconds", 0, limits::timerMaxSeconds))};
    if (f.seconds != 0 && f.seconds < limits::timerMinSeconds) in.fail("seconds", "is too short");
    return f;
}

ClientFrame readPollClose(FieldReader &in)
{
    return ClosePoll{in.id<ChatId>("chat"), in.id<Mid>("mid"), in.id<OpId>("op")};
}

ServerFrame readVersions(FieldReader &in)
{
    EditsPage f;
    f.chat = in.id<ChatId>("chat");
    f.epoch = in.id<EpochId>("epoch");
    f.mid = in.id<Mid>("mid");
    f.more = in.flagOr("more", false);
    const QJsonArray versions = in.array("versions", limits::keptVersions);
    for (const QJsonValue &v : versions) {
        FieldReader one(v.toObject());
        EditsPage::Version version;
        version.ev = int(one.integer("ev", 0, maxVersion));
        version.body = one.textOr("body", QString(), limits::textBytes);
        version.untilMs = one.integer("until");
        version.extra = editChange(textFromObject(one.object()));
        if (one.failed()) in.fail("versions", "holds something that is not a version");
        f.versions.push_back(std::move(version));
    }
    return f;
}

ServerFrame readDatePlace(FieldReader &in)
{
    return DateFound{in.id<ChatId>("chat"), in.id<EpochId>("epoch"), in.number<Seq>("seq"),
                     in.integerOr("at", 0)};
}

} // namespace kith::wire
