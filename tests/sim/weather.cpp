// World: what the network, the disks, the clocks and the server do, and what is on the wire.
#include "tests/sim/world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kith::sim {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 tenYearsMs = 10LL * 365 * 24 * 3600 * 1000;

qint64 leap(Random &random)
{
    constexpr std::array<qint64, 4> sizes{3'600'000, 26LL * 3'600'000, 40LL * 24 * 3'600'000, tenYearsMs};
    const qint64 size = sizes[size_t(random.below(sizes.size()))];
    return random.below(2) ? size : -size;
}

/// The value of a text field, as it stands in the frame.
QByteArray field(const QByteArray &frame, const char *name)
{
    const QByteArray key = '"' + QByteArray(name) + "\":";
    qsizetype at = frame.indexOf(key);
    if (at < 0) return {};
    at += key.size();
    if (frame.at(at) != '"') {
        qsizetype end = at;
        while (end < frame.size() && frame.at(end) != ',' && frame.at(end) != '}') ++end;
        return frame.mid(at, end - at);
    }
    const qsizetype end = frame.indexOf('"', at + 1);
    return frame.mid(at + 1, end - at - 1);
}

bool isLaneKind(const QByteArray &kind)
{
    for (const char *one : {"send", "edit", "del", "react", "uset", "chat.new", "chat.set", "mem"})
        if (kind == one) return true;
    return false;
}
} // namespace

void World::weather(Place &place, Deed deed, Random &random)
{
    SimDevice &device = *place.device;
    switch (deed) {
    case Deed::NetAway:
        return device.setReachable(false);
    case Deed::NetBack:
        return device.setReachable(true);
    case Deed::CutLine:
        return device.transport().cut();
    case Deed::Crash:
        if (device.up()) device.crash();
        return;
    case Deed::PowerCut:
        if (device.up()) device.losePower();
        return;
    case Deed::Sleep:
        if (device.up() && !device.dying())
            device.sleep(2'000 + qint64(random.below(90'000)), random.below(2) != 0);
        return;
    case Deed::StopReading:
        return device.setReading(false);
    case Deed::ReadAgain:
        return device.setReading(true);
    case Deed::DiskFull:
        return device.setDiskFull(true);
    case Deed::DiskFree:
        return device.setDiskFull(false);
    case Deed::ClockNudge:
        device.clock().skewMs += qint64(random.below(7'200'000)) - 3'600'000;
        return;
    case Deed::ClockLeap:
        device.clock().skewMs = random.below(3) ? leap(random) : 0;
        return;
    case Deed::ServerClockLeap:
        m_server->clock().skewMs = random.below(3) ? leap(random) : 0;
        return;
    case Deed::Revoke:
        if (m_server->up()) m_server->revoke(device.id());
        return;
    case Deed::Poison:
        if (!m_entered.empty()) m_poisoned.insert(m_entered.back().mid.text());
        return;
    case Deed::ServerCrash:
        if (m_server->up()) m_server->crash();
        return;
    case Deed::ServerPowerCut:
        if (m_server->up()) m_server->losePower();
        return;
    case Deed::Backup:
        if (m_server->up()) m_backup = m_server->backup();
        return;
    case Deed::Restore:
        return restore(random);
    default:
        return;
    }
}

void World::restore(Random &random)
{
    if (!m_backup || !m_server->up()) return;
    const bool guardToo = m_plan.guardsToo && random.below(2);
    m_server->restore(*m_backup, guardToo);
    m_log->forget(guardToo);
    m_restored = true;
    for (Place &place : m_places) place.check->restored();
}

// ---- the wire --------------------------------------------------------------------------------------------

void World::watchWire(Place &place)
{
    place.device->onSent = [this, &place](const QByteArray &bytes) { sent(place, bytes); };
    place.device->onArrived = [this, &place](QByteArray &bytes) { arrived(place, bytes); };
    place.device->onEnded = [&place] {
        place.lanes.clear();
        place.syncs.clear();
    };
    place.device->onGone = [&place] { place.check->close(); };
}

void World::sent(Place &place, const QByteArray &bytes)
{
    const QByteArray kind = field(bytes, "t");
    if (m_quiet && kind != "ping" && kind != "auth" && kind != "hello")
        fault({u"L5 %1 still asks when all is settled: %2"_s.arg(
            place.device->who(), QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 200))))});
    if (kind == "sync" && m_calm) {
        const auto chat = ChatId::fromText(field(bytes, "chat"));
        // Pages and late events may ask again; a loop asks for ever.
        if (chat && ++place.syncs[*chat] > 200)
            fault({u"L5 %1 syncs one chat in a loop"_s.arg(place.device->who())});
    }
    if (!isLaneKind(kind)) return;
    const ChatId lane = kind == "uset" ? ChatId{} : ChatId::fromText(field(bytes, "chat")).value_or(ChatId{});
    const qint64 id = field(bytes, "id").toLongLong();
    if (!place.lanes.emplace(lane, id).second)
        fault({u"15 %1 has two items of one lane in flight: %2"_s.arg(
            place.device->who(), QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 200))))});
    const auto mid = Mid::fromText(field(bytes, "mid"));
    if (!mid || place.device->dying()) return;
    Disk::Quiet quiet(m_disk);
    Eye eye;
    if (!eye.open(place.device->file().toStdString())) return;
    auto rows = eye.rows("SELECT max(tries) FROM outbox WHERE mid = ?1 AND kind = ?2", mid->blob(), kind);
    if (!rows.next() || rows.isNull(0))
        fault({u"15 %1 sends what is not in its outbox: %2"_s.arg(place.device->who(),
                                                                  QString::fromLatin1(mid->text()))});
    else if (rows.number(0) == 0)
        fault({u"15 %1 sends what counts as never sent: %2"_s.arg(place.device->who(),
                                                                  QString::fromLatin1(mid->text()))});
}

void World::arrived(Place &place, QByteArray &bytes)
{
    if (const qint64 id = field(bytes, "id").toLongLong())
        std::erase_if(place.lanes, [&](const auto &lane) { return lane.second == id; });
    // An answered draft is nobody's typing any more: other devices may replace it.
    if (bytes.contains("\"kind\":\"draft\"") && field(bytes, "t") == "ok") place.check->touchDraft();
    for (const QByteArray &mid : m_poisoned) {
        if (!bytes.contains(mid)) continue;
        // As a newer server, or a broken one, might send it: the row cannot be read here.
        QJsonObject frame = QJsonDocument::fromJson(bytes).object();
        QJsonArray rows = frame.value(u"rows"_s).toArray();
        bool changed = false;
        for (auto row : rows) {
            QJsonObject object = row.toObject();
            if (object.value(u"mid"_s).toString().toLatin1() != mid || !object.contains(u"seq"_s)) continue;
            if (frame.value(u"t"_s).toString() == u"ok"_s || frame.value(u"t"_s).toString() == u"err"_s)
                continue;
            object.insert(u"k"_s, u"hologram"_s);
            row = object;
            changed = true;
        }
        if (!changed) continue;
        frame.insert(u"rows"_s, rows);
        bytes = QJsonDocument(frame).toJson(QJsonDocument::Compact);
        place.check->poisoned(Key::of(Mid::fromText(mid).value_or(Mid{}).blob()));
    }
}

/// 22: whoever has left hears of nothing that was committed after that.
void World::published(const server::BusMessage &message)
{
    if (!message.audience || !message.chat || message.rev == Rev{}) return;
    Disk::Quiet quiet(m_disk);
    fault(m_log->read(m_server->published)); // what this event speaks of is committed
    for (const UserId &user : *message.audience) {
        const auto *member = m_log->member(Key::of(message.chat.blob()), Key::of(user.blob()));
        if (member && member->leftRev > 0 && member->leftRev < message.rev.value &&
            member->rev <= member->leftRev)
            fault({u"22 rev %1 of a chat is told to %2, who left at %3"_s.arg(message.rev.value)
                       .arg(named(Key::of(user.blob())))
                       .arg(member->leftRev)});
    }
}

} // namespace kith::sim
