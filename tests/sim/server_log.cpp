#include "tests/sim/server_log.h"

#include "core/base/ids.h"
#include "tests/sim/story.h"

namespace kith::sim {

using namespace Qt::StringLiterals;

QString named(const Key &id) { return QString::fromLatin1(Mid::fromBlob(id.blob()).text()); }

const ServerLog::Member *ServerLog::member(const Key &chatId, const Key &user) const
{
    const Chat *held = chat(chatId);
    if (!held) return nullptr;
    const auto found = held->members.find(user);
    return found == held->members.end() ? nullptr : &found->second;
}

Eye &ServerLog::eye()
{
    m_eye.open(m_file);
    return m_eye;
}

void ServerLog::forget(bool unnoticed)
{
    m_unnoticed = unnoticed;
    m_eye.close();
    m_chats.clear();
    m_messages.clear();
    m_users.clear();
    m_relay.clear();
    m_commitNo = 0;
    m_epoch = {};
}

QStringList ServerLog::read(const std::set<qint64> &toldOf)
{
    if (!m_eye.open(m_file)) return {u"the server's database cannot be opened: "_s + m_eye.error()};
    QStringList faults;
    {
        auto meta = m_eye.rows("SELECT epoch, commit_no FROM meta");
        if (!meta.next()) return {}; // not made yet
        if (m_epoch && meta.key(0) != m_epoch && !std::exchange(m_unnoticed, false))
            faults << u"2 the epoch changed without a restore"_s;
        m_epoch = meta.key(0);
        if (meta.number(1) == m_commitNo && m_commitNo > 0) return faults;
        if (meta.number(1) < m_commitNo) faults << u"2 the number of commits fell"_s;
        m_commitNo = meta.number(1);
    }
    readChats(faults);
    readMembers(faults);
    readRelay(toldOf, faults);
    auto users = m_eye.rows("SELECT id, urev, utag FROM users");
    while (users.next()) {
        auto &user = m_users[users.key(0)];
        if (users.number(1) < user.urev) faults << u"2 the urev of %1 fell"_s.arg(named(users.key(0)));
        user = {users.number(1), users.number(2)};
    }
    if (!m_eye.error().isEmpty()) faults << u"the server's database cannot be read: "_s + m_eye.error();
    return faults;
}

void ServerLog::readChats(QStringList &faults)
{
    auto rows = m_eye.rows("SELECT c.id, c.rev, c.tag, c.seq, coalesce(x.rx, 0) FROM chats c"
                           " LEFT JOIN chat_rx x ON x.chat_id = c.id");
    while (rows.next()) {
        const Key id = rows.key(0);
        Chat &chat = m_chats[id];
        const qint64 rev = rows.number(1), seq = rows.number(3), rx = rows.number(4);
        if (rev < chat.rev || seq < chat.seq || rx < chat.rx)
            faults << u"2 a counter of chat %1 fell: rev %2 → %3, seq %4 → %5, rx %6 → %7"_s.arg(named(id))
                          .arg(chat.rev)
                          .arg(rev)
                          .arg(chat.seq)
                          .arg(seq)
                          .arg(chat.rx)
                          .arg(rx);
        const qint64 since = chat.rev;
        chat.rev = rev;
        chat.tag = rows.number(2);
        chat.seq = seq;
        chat.rx = rx;
        if (rev != since) readMessages(id, chat, since, faults);
        if (qint64(chat.bySeq.size()) != chat.seq)
            faults << u"1 chat %1 says seq %2 and holds %3 messages"_s.arg(named(id)).arg(seq).arg(
                chat.bySeq.size());
    }
}

void ServerLog::readMessages(const Key &id, Chat &chat, qint64 since, QStringList &faults)
{
    auto rows =
        m_eye.rows("SELECT seq, rev, mid, sender, body, ev, dead, kind = 'service', exp > 0 FROM messages"
                   " WHERE chat_id = ? AND rev > ? ORDER BY seq",
                   id, since);
    while (rows.next()) {
        Message fresh{rows.key(2),         id,
                      rows.key(3),         rows.number(0),
                      rows.number(1),      rows.number(5),
                      rows.number(6) != 0, rows.number(7) != 0,
                      rows.bytes(4),       rows.number(8) != 0};
        const QString what =
            u"message %1 (seq %2 of chat %3)"_s.arg(named(fresh.mid)).arg(fresh.seq).arg(named(id));
        if (fresh.rev > chat.rev) faults << u"1 %1 has a rev beyond its chat's"_s.arg(what);
        if (const auto [other, free] = chat.revs.emplace(fresh.rev, fresh.mid);
            !free && other->second != fresh.mid)
            faults << u"1 two messages of a chat have rev %1"_s.arg(fresh.rev);
        const auto [place, added] = m_messages.try_emplace(fresh.mid);
        Message &held = place->second;
        if (added) {
            if (fresh.seq != qint64(chat.bySeq.size()) + 1)
                faults << u"1 %1 does not follow seq %2"_s.arg(what).arg(chat.bySeq.size());
            chat.bySeq.push_back(fresh.mid);
            m_story.of(Mid::fromBlob(fresh.mid.blob()),
                       u"stored by the server as seq %1, rev %2"_s.arg(fresh.seq).arg(fresh.rev));
        } else {
            if (held.seq != fresh.seq || held.chat != id || held.sender != fresh.sender)
                faults << u"1 %1 has moved, or is there twice"_s.arg(what);
            if (held.dead && !fresh.dead) faults << u"16 %1 was deleted and lives"_s.arg(what);
            if (fresh.ev < held.ev) faults << u"2 the version of %1 fell"_s.arg(what);
            chat.revs.erase(held.rev);
            m_story.of(Mid::fromBlob(fresh.mid.blob()),
                       (fresh.dead ? u"deleted on the server: rev %1"_s : u"edited on the server: rev %1"_s)
                           .arg(fresh.rev));
        }
        fresh.timed = fresh.timed || held.timed;
        held = std::move(fresh);
    }
}

void ServerLog::readMembers(QStringList &faults)
{
    auto rows =
        m_eye.rows("SELECT chat_id, user_id, role, left_rev, delivered, seen_pub, rev FROM chat_members");
    while (rows.next()) {
        Chat &chat = m_chats[rows.key(0)];
        Member &held = chat.members[rows.key(1)];
        const Member now{rows.number(2), rows.number(3), rows.number(4), rows.number(5), rows.number(6)};
        const QString who = u"of %1 in chat %2"_s.arg(named(rows.key(1)), named(rows.key(0)));
        if (now.delivered < held.delivered || now.seen < held.seen)
            faults << u"2 a watermark %1 fell"_s.arg(who);
        if (now.seen < 0 || now.delivered > chat.seq || now.seen > now.delivered)
            faults << u"2 a watermark %1 is out of bounds: seen %2, delivered %3, seq %4"_s.arg(who)
                          .arg(now.seen)
                          .arg(now.delivered)
                          .arg(chat.seq);
        held = now;
    }
}

void ServerLog::readRelay(const std::set<qint64> &toldOf, QStringList &faults)
{
    std::set<qint64> now;
    auto rows = m_eye.rows("SELECT id FROM relay");
    while (rows.next()) now.insert(rows.number(0));
    for (const qint64 id : m_relay)
        if (!now.contains(id) && !toldOf.contains(id))
            faults << u"21 relay row %1 is gone and nobody was told"_s.arg(id);
    m_relay = std::move(now);
}

} // namespace kith::sim
