#include "core/wire/group_values.h"

#include "core/wire/field_reader.h"
#include "core/wire/rows_codec.h"

#include <algorithm>

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {

/// A default is left out.
template <class T> void put(QJsonObject &object, QLatin1StringView key, const T &value, const T &byDefault)
{
    if (value == byDefault)
        object.remove(key);
    else
        object.insert(key, value);
}

} // namespace

QByteArray withSettings(const QByteArray &old, const GroupSettings &settings)
{
    QJsonObject o = objectFromText(old);
    if (settings.about) put(o, "about"_L1, *settings.about, QString());
    if (settings.channel) put(o, "channel"_L1, *settings.channel, false);
    if (settings.fromJoining) put(o, "from_joining"_L1, *settings.fromJoining, false);
    if (settings.slowSeconds) put(o, "slow"_L1, *settings.slowSeconds, 0);
    QJsonArray pins;
    for (const Mid &mid : settings.pins) pins.append(idJson(mid));
    put(o, "pins"_L1, pins, QJsonArray());
    if (settings.avatar)
        o.insert("av"_L1, idJson(settings.avatar));
    else
        o.remove("av"_L1);
    return textFromObject(o);
}

GroupSettings settingsOf(const QByteArray &extra)
{
    GroupSettings settings;
    if (extra.isEmpty()) return settings;
    const QJsonObject o = objectFromText(extra);
    if (const auto about = o.value("about"_L1); about.isString()) settings.about = about.toString();
    if (const auto channel = o.value("channel"_L1); channel.isBool()) settings.channel = channel.toBool();
    if (const auto from = o.value("from_joining"_L1); from.isBool()) settings.fromJoining = from.toBool();
    if (const auto slow = o.value("slow"_L1); slow.isDouble())
        settings.slowSeconds = int(std::clamp<qint64>(slow.toInteger(), 0, limits::slowMaxSeconds));
    const QJsonArray pins = o.value("pins"_L1).toArray();
    for (const QJsonValue &v : pins)
        if (const auto mid = FieldReader::readId<Mid>(v)) settings.pins.push_back(*mid);
    settings.avatar = FieldReader::readId<AvatarId>(o.value("av"_L1)).value_or(AvatarId{});
    return settings;
}

QByteArray memberExtra(const MemberFacts &facts)
{
    QJsonObject o;
    if (facts.avatar) o.insert("av"_L1, idJson(facts.avatar));
    if (facts.from.value > 0) o.insert("from"_L1, facts.from.value);
    if (facts.banned) o.insert("banned"_L1, true);
    return textFromObject(o);
}

MemberFacts memberFacts(const QByteArray &extra)
{
    MemberFacts facts;
    if (extra.isEmpty()) return facts;
    const QJsonObject o = objectFromText(extra);
    facts.avatar = FieldReader::readId<AvatarId>(o.value("av"_L1)).value_or(AvatarId{});
    facts.from = Seq{std::clamp<qint64>(o.value("from"_L1).toInteger(), 0, maxInteger)};
    facts.banned = o.value("banned"_L1).toBool();
    return facts;
}

std::optional<Mentions> mentionsOf(const QByteArray &extra)
{
    Mentions mentions;
    if (!extra.contains("\"user\"") && !extra.contains("\"all\"")) return mentions; // most: not parsed again
    const QJsonArray parts = objectFromText(extra).value("ents"_L1).toArray();
    for (const QJsonValue &part : parts) {
        const QString kind = part[0].toString();
        mentions.all = mentions.all || kind == "all"_L1;
        if (kind != "user"_L1) continue;
        const auto user = FieldReader::readId<UserId>(part[3]);
        if (!user || mentions.users.size() >= size_t(limits::mentions)) return std::nullopt;
        mentions.users.push_back(*user);
    }
    return mentions;
}

} // namespace kith::wire
