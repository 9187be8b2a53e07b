// World: what must hold at the end of a history, for what people entered and saw.
#include "core/store/reader.h"
#include "tests/sim/world.h"

namespace kith::sim {

using namespace Qt::StringLiterals;

void World::checkEnd()
{
    Disk::Quiet quiet(m_disk);
    if (!m_server->up()) return fault({u"the server is not up"_s});
    if (m_log->relayRows() > 0) fault({u"21 relay rows are left"_s});
    fault(m_log->read(m_server->published));
    for (Place &place : m_places) {
        if (!place.device->up()) {
            fault({place.device->who() + u" is not up"_s});
            continue;
        }
        if (place.device->phase() != Connection::Phase::Online)
            fault({u"L2 %1 is not online: phase %2"_s.arg(place.device->who())
                       .arg(int(place.device->phase()))});
        fault(place.check->read(*m_log, false));
        fault(place.check->settled(*m_log, m_log->eye()));
    }
    checkLedger();
    checkScheduled();
    checkUnread();
}

/// What was scheduled is in the log once, or still known to its author.
void World::checkScheduled()
{
    std::map<QByteArray, int> copies;
    for (const auto &[mid, m] : m_log->messages())
        if (!m.dead) ++copies[m.body];
    for (const Scheduled &one : m_scheduled) {
        const QString what = u"scheduled message %1 (“%2”)"_s.arg(QString::fromLatin1(one.mid.text()),
                                                                  QString::fromUtf8(one.body));
        if (copies[one.body] > 1) fault({u"6 %1 is in the log %2 times"_s.arg(what).arg(copies[one.body])});
        if (m_log->message(Key::of(one.mid.blob()))) continue;
        auto rows = m_log->eye().rows("SELECT 1 FROM user_state WHERE kind = 'sched' AND key = ?"
                                      " AND value <> x'6e756c6c'",
                                      one.mid.text());
        bool listed = rows.next();
        SimDevice &device = *m_places[size_t(one.device)].device;
        if (device.up()) { // refused: it stays in its author's list with the reason
            const auto held =
                device.mirror().read([&] { return device.mirror().state.find(u"sched"_s, one.mid.text()); });
            listed = listed || (held && *held && (**held).value != "null");
        }
        // Sent, and put back to before it was scheduled: no device holds the wish any more (docs/simulation.md).
        if (!listed && !m_restored) fault({u"4 %1 is lost"_s.arg(what)});
    }
}

void World::checkLedger()
{
    std::map<QByteArray, int> copies; // text → messages in the log
    for (const auto &[mid, m] : m_log->messages())
        if (!m.dead && !m.service) ++copies[m.body];
    std::map<std::pair<int, ChatId>, qint64> last;
    for (const Entered &one : m_entered) {
        const MirrorCheck &check = *m_places[size_t(one.device)].check;
        const Key mid = Key::of(one.mid.blob());
        const QString what = u"message %1 (“%2” of device %3)"_s
                                 .arg(QString::fromLatin1(one.mid.text()), QString::fromUtf8(one.body))
                                 .arg(one.device);
        int found = 0;
        for (const QByteArray &body : one.bodies) found += copies.contains(body) ? copies[body] : 0;
        if (found > 1) fault({u"6 %1 is in the log %2 times"_s.arg(what).arg(found)});
        const ServerLog::Message *stored = m_log->message(mid);
        if (!stored) {
            // Refused words wait for their author, and so do those for a chat that nobody has any more.
            const auto *held = check.message(mid);
            if (!one.deleted && !one.discarded && !held) fault({u"4 %1 is lost"_s.arg(what)});
            continue;
        }
        if (!stored->dead && !one.bodies.contains(stored->body))
            fault({u"3 %1 reads “%2” in the log"_s.arg(what, QString::fromUtf8(stored->body))});
        // A restore may lose that its time was over; its author's device then repeats the deletion as its own.
        const bool timed = stored->timed || (m_restored && m_plan.timers);
        if (stored->dead && !one.deleted && !timed)
            fault({u"3 %1 was deleted by nobody"_s.arg(what)});
        bool applied = false; // by a device of its author, which repeats it after a restore
        for (const Place &place : m_places)
            applied = applied || (place.device->user() == m_places[size_t(one.device)].device->user() &&
                                  place.check->everDead(mid));
        // Repeated by who is a member still: who left in between is not let in to delete.
        const auto *chat = m_log->chat(stored->chat);
        const auto author = chat ? chat->members.find(stored->sender) : decltype(chat->members.end()){};
        const bool present = chat && author != chat->members.end() && author->second.leftRev == 0;
        if (one.deleted && applied && present && !stored->dead && !stored->timed)
            fault({u"16 %1 was deleted and lives"_s.arg(what)});
        if (m_restored || one.deleted || check.everRefused(mid) || m_poisoned.contains(one.mid.text()))
            continue;
        qint64 &before = last[{one.device, one.chat}];
        if (stored->seq <= before)
            fault({u"5 %1 is out of order: seq %2 after %3"_s.arg(what).arg(stored->seq).arg(before)});
        before = std::max(before, stored->seq);
    }
}

/// 12: what the screen counts is what the server's formula gives, and 0 once everything was seen.
void World::checkUnread()
{
    for (Place &place : m_places) {
        if (!place.device->up()) continue;
        const Key me = Key::of(place.device->user().blob());
        auto reader = Reader::open(place.device->file());
        if (!reader) continue;
        for (const auto &[pk, held] : place.check->chats()) {
            const ServerLog::Chat *chat = m_log->chat(held.id);
            if (held.left || !chat || !chat->members.contains(me)) continue;
            const qint64 seen = chat->members.at(me).seen;
            int expected = 0;
            bool readable = true;
            for (qint64 seq = seen + 1; seq <= chat->seq; ++seq) {
                const auto &m = *m_log->message(chat->bySeq[size_t(seq - 1)]);
                readable = readable && !m_poisoned.contains(Mid::fromBlob(m.mid.blob()).text());
                expected += m.sender != me && !m.dead && !m.service;
            }
            const auto summary = (*reader)->chat(ChatId::fromBlob(held.id.blob()));
            if (readable && summary && !summary->unreadCapped && summary->unread != expected)
                fault({u"12 %1 counts %2 unread in chat %3, the server %4"_s.arg(place.device->who())
                           .arg(summary->unread)
                           .arg(named(held.id))
                           .arg(expected)});
        }
    }
}

} // namespace kith::sim
