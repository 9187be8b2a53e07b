// What must hold between a mirror and the server once nothing is left to do (L1 to L4, 12, 13, 17, 19).
#include "tests/sim/mirror_check.h"

namespace kith::sim {

using namespace Qt::StringLiterals;

bool MirrorCheck::isSettled(const ServerLog &log) const
{
    for (const auto &[pk, item] : m_outbox)
        if (!item.refused) return false;
    const auto user = log.users().find(m_user);
    if (user == log.users().end() || m_epoch != log.epoch() || user->second.urev != m_urev ||
        user->second.utag != m_utag)
        return false;
    for (const auto &[pk, chat] : m_chats) {
        if (chat.draft && chat.draft->second) return false;
        if (chat.left) continue;
        if (!follows(chat, log)) return false;
        const auto &theirs = *log.chat(chat.id);
        if (chat.rev != theirs.rev || chat.rx != theirs.rx || chat.seq != theirs.seq) return false;
        qint64 covered = 0;
        for (const Range &range : chat.ranges)
            if (range.live) covered += range.hi - range.lo + 1;
        if (covered != chat.seq) return false;
        if (chat.receipt && (chat.receipt->wantDelivered != chat.receipt->ackDelivered ||
                             chat.receipt->wantSeen != chat.receipt->ackSeen))
            return false;
    }
    return true;
}

QStringList MirrorCheck::settled(const ServerLog &log, Eye &server)
{
    QStringList faults = against(log);
    for (const auto &[pk, item] : m_outbox)
        if (!item.refused)
            faults << u"L1 the outbox is not empty: %1 %2, tries %3"_s
                          .arg(QString::fromLatin1(item.kind), named(item.mid))
                          .arg(item.tries);
    if (const auto user = log.users().find(m_user); user == log.users().end() || m_epoch != log.epoch() ||
                                                    user->second.urev != m_urev ||
                                                    user->second.utag != m_utag)
        faults << u"L2 the user's own cursor is not the head"_s;
    std::set<Key> held;
    for (const auto &[pk, chat] : m_chats) {
        if (!chat.left) held.insert(chat.id);
        if (chat.left || !log.chat(chat.id)) continue;
        const auto &theirs = *log.chat(chat.id);
        if (chat.epoch != log.epoch() || chat.rev != theirs.rev || chat.tag != theirs.tag ||
            chat.rx != theirs.rx || chat.seq != theirs.seq)
            faults << u"L2 the cursor of %1 is not the head: rev %2 of %3, rx %4 of %5, seq %6 of %7%8"_s
                          .arg(chatName(chat))
                          .arg(chat.rev)
                          .arg(theirs.rev)
                          .arg(chat.rx)
                          .arg(theirs.rx)
                          .arg(chat.seq)
                          .arg(theirs.seq)
                          .arg(chat.epoch != log.epoch() ? u", another epoch"_s
                               : chat.tag != theirs.tag  ? u", another tag"_s
                                                         : QString());
        qint64 covered = 0;
        for (const Range &range : chat.ranges)
            if (range.live) covered += range.hi - range.lo + 1;
        if (covered != chat.seq)
            faults << u"L3 %1 holds %2 of %3 messages"_s.arg(chatName(chat)).arg(covered).arg(chat.seq);
        if (chat.receipt && (chat.receipt->wantDelivered > chat.receipt->ackDelivered ||
                             chat.receipt->wantSeen > chat.receipt->ackSeen))
            faults << u"13 a receipt of %1 was never acknowledged"_s.arg(chatName(chat));
        if (chat.draft && chat.draft->second)
            faults << u"L1 a draft of %1 was never told"_s.arg(chatName(chat));
        for (const auto &[user, their] : theirs.members) {
            if (their.leftRev > 0) continue;
            const auto mine = chat.members.find(user);
            if (mine == chat.members.end() || mine->second.left || mine->second.role != their.role ||
                mine->second.delivered != their.delivered || mine->second.seen != their.seen)
                faults << u"L3 member %1 of %2 differs"_s.arg(named(user), chatName(chat));
        }
    }
    for (const auto &[pk, m] : m_messages) {
        if (m.seq == 0 && log.message(m.mid))
            faults << u"3 message %1 is shown as not sent and is in the log"_s.arg(named(m.mid));
        const auto chat = m_chats.find(m.chat);
        if (chat == m_chats.end() || chat->second.left) continue;
        if (m.seq > 0 && !log.message(m.mid))
            faults << u"L4 message %1 is shown and not on the server"_s.arg(named(m.mid));
    }
    for (const auto &[id, theirs] : log.chats()) {
        const auto own = theirs.members.find(m_user);
        const bool member = own != theirs.members.end() && own->second.leftRev == 0;
        if (member && !held.contains(id)) faults << u"L2 chat %1 of this user is not held"_s.arg(named(id));
        if (!member && held.contains(id))
            faults << u"22 chat %1 is shown to somebody who left it"_s.arg(named(id));
    }
    {
        std::map<std::pair<QByteArray, QByteArray>, QByteArray> mine, theirs;
        auto own = m_eye.rows("SELECT kind, key, value || '|' || ver FROM user_state");
        while (own.next()) mine[{own.bytes(0), own.bytes(1)}] = own.bytes(2);
        auto all = server.rows(
            "SELECT kind, key, cast(value AS TEXT) || '|' || ver FROM user_state WHERE user_id = ?",
            m_user.blob());
        while (all.next()) theirs[{all.bytes(0), all.bytes(1)}] = all.bytes(2);
        for (const auto &[key, value] : theirs)
            if (mine[key] != value)
                faults << u"L3 setting %1 of %2 is %3, the server has %4"_s.arg(
                    QString::fromUtf8(key.first), QString::fromUtf8(key.second), QString::fromUtf8(mine[key]),
                    QString::fromUtf8(value));
    }
    {
        std::map<std::tuple<Key, Key, QByteArray>, std::pair<qint64, qint64>> mine;
        auto own = m_eye.rows("SELECT mid, user_pk, emoji, \"on\", ver FROM reactions");
        while (own.next())
            mine[{own.key(0), userOf(own.number(1)), own.bytes(2)}] = {own.number(3), own.number(4)};
        auto all = server.rows("SELECT mid, user_id, emoji, is_on, ver, chat_id FROM reactions");
        while (all.next()) {
            if (!held.contains(all.key(5)) || m_poisoned.contains(all.key(0))) continue;
            const auto [on, version] = mine[{all.key(0), all.key(1), all.bytes(2)}];
            if (on != all.number(3) || version != all.number(4))
                faults << u"L3 a reaction to %1 is %2 in version %3, the server has %4 in %5"_s
                              .arg(named(all.key(0)))
                              .arg(on)
                              .arg(version)
                              .arg(all.number(3))
                              .arg(all.number(4));
        }
    }
    {
        auto count = m_eye.rows("SELECT (SELECT count(*) FROM hidden) - (SELECT count(*) FROM user_state"
                                " WHERE kind = 'hide' AND value <> 'null')");
        if (count.next() && count.number(0) != 0)
            faults << u"L3 other messages are hidden than the settings say"_s;
    }
    Disk::Quiet quiet(m_disk);
    if (!m_eye.run("INSERT INTO fts(fts, rank) VALUES('integrity-check', 1)"))
        faults << u"19 the search index does not match the messages: "_s + m_eye.error();
    for (QString &fault : faults)
        if (!fault.startsWith(m_who)) fault.prepend(m_who + u": "_s);
    return faults;
}

} // namespace kith::sim
