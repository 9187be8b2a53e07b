#include "tests/sim/mirror_check.h"

#include "core/base/ids.h"
#include "tests/sim/story.h"

namespace kith::sim {

using namespace Qt::StringLiterals;

MirrorCheck::MirrorCheck(Disk &disk, std::string file, QString who, const Key &user, const Story &story)
    : m_disk(disk)
    , m_file(std::move(file))
    , m_machine(machineOf(m_file))
    , m_who(std::move(who))
    , m_user(user)
    , m_story(story)
{
}

QString MirrorCheck::chatName(const Chat &chat) const { return u"chat "_s + named(chat.id); }

const MirrorCheck::Message *MirrorCheck::message(const Key &mid) const
{
    const auto pk = m_byMid.find(mid);
    return pk == m_byMid.end() ? nullptr : &m_messages.at(pk->second);
}

qint64 MirrorCheck::tries(const Key &mid, const QByteArray &kind) const
{
    for (const auto &[pk, item] : m_outbox)
        if (item.mid == mid && item.kind == kind) return item.tries;
    return -1;
}

Key MirrorCheck::userOf(qint64 pk)
{
    if (const auto found = m_users.find(pk); found != m_users.end()) return found->second;
    auto rows = m_eye.rows("SELECT pk, id FROM users");
    while (rows.next()) m_users[rows.number(0)] = rows.key(1);
    return m_users[pk];
}

void MirrorCheck::restored()
{
    m_wasRestored = true;
    for (auto &[pk, chat] : m_chats) chat.epoch = {}; // what is less from now on is no fall
}

QStringList MirrorCheck::read(const ServerLog &log, bool alone)
{
    // A new process: what was rolled back after a failed sync may stand again, and keys be given anew.
    const bool anew = !m_eye.isOpen();
    if (anew) m_users.clear();
    if (!m_eye.open(m_file)) return {}; // not made yet
    QStringList faults;
    {
        auto ready = m_eye.rows("SELECT count(*) FROM sqlite_schema WHERE name = 'attachments'");
        if (!ready.next() || !ready.number(0)) return {};
    }
    {
        auto meta = m_eye.rows(
            "SELECT key, value FROM meta WHERE key IN ('epoch', 'urev', 'user', 'utag') ORDER BY key");
        while (meta.next()) {
            const QByteArray key = meta.bytes(0);
            if (key == "epoch") m_epoch = meta.key(1);
            if (key == "urev") m_urev = meta.number(1);
            if (key == "utag") m_utag = meta.number(1);
            if (key == "user" && meta.key(1) != m_user) faults << u"23 the mirror belongs to somebody else"_s;
        }
    }
    readChats(alone, faults);
    readParts();
    readMessages(anew, faults);
    readOutbox(faults);
    unsent(faults);
    for (const auto &[pk, chat] : m_chats) {
        ranges(chat, faults);
        if (!alone) compareChat(chat, log, faults);
    }
    m_draftTouched = false;
    if (!m_eye.error().isEmpty()) faults << u"the mirror cannot be read: "_s + m_eye.error();
    for (QString &fault : faults) fault.prepend(m_who + u": "_s);
    return faults;
}

QStringList MirrorCheck::against(const ServerLog &log) const
{
    QStringList faults;
    for (const auto &[pk, chat] : m_chats) compareChat(chat, log, faults);
    for (QString &fault : faults) fault.prepend(m_who + u": "_s);
    return faults;
}

void MirrorCheck::readChats(bool mayFall, Faults &faults)
{
    auto rows = m_eye.rows("SELECT pk, id, epoch, rev, tag, rx, seq, left, known FROM chats");
    std::map<qint64, Chat> now;
    while (rows.next()) {
        Chat chat;
        chat.id = rows.key(1);
        chat.epoch = rows.key(2);
        chat.rev = rows.number(3);
        chat.tag = rows.number(4);
        chat.rx = rows.number(5);
        chat.seq = rows.number(6);
        chat.left = rows.number(7) != 0;
        chat.known = rows.number(8) != 0;
        const auto was = m_chats.find(rows.number(0));
        if (was != m_chats.end() && was->second.id == chat.id && was->second.epoch == chat.epoch &&
            chat.epoch) {
            if (!mayFall && (chat.rev < was->second.rev || chat.rx < was->second.rx))
                faults << u"8 a cursor of %1 fell: rev %2 → %3, rx %4 → %5"_s.arg(chatName(chat))
                              .arg(was->second.rev)
                              .arg(chat.rev)
                              .arg(was->second.rx)
                              .arg(chat.rx);
        }
        if (was != m_chats.end()) {
            chat.receipt = was->second.receipt; // compared, then read
            chat.draft = was->second.draft;
            if (was->second.epoch != chat.epoch || mayFall) chat.receipt.reset();
        }
        now.emplace(rows.number(0), std::move(chat));
    }
    m_chats = std::move(now);
    auto receipts =
        m_eye.rows("SELECT chat_pk, want_delivered, want_seen, ack_delivered, ack_seen FROM receipts");
    while (receipts.next()) {
        Chat &chat = m_chats[receipts.number(0)];
        const Receipt r{receipts.number(1), receipts.number(2), receipts.number(3), receipts.number(4)};
        if (r.ackDelivered > r.wantDelivered || r.ackSeen > r.wantSeen)
            faults << u"13 more acknowledged than wanted in %1"_s.arg(chatName(chat));
        if (chat.receipt &&
            (r.wantDelivered < chat.receipt->wantDelivered || r.wantSeen < chat.receipt->wantSeen))
            faults << u"14 a wanted receipt of %1 fell: delivered %2 → %3, seen %4 → %5"_s.arg(chatName(chat))
                          .arg(chat.receipt->wantDelivered)
                          .arg(r.wantDelivered)
                          .arg(chat.receipt->wantSeen)
                          .arg(r.wantSeen);
        chat.receipt = r;
    }
    auto drafts = m_eye.rows("SELECT chat_pk, text, dirty FROM drafts");
    while (drafts.next()) {
        Chat &chat = m_chats[drafts.number(0)];
        const std::pair draft{drafts.bytes(1), drafts.number(2) != 0};
        if (!m_draftTouched && chat.draft && chat.draft->second && chat.draft->first != draft.first)
            faults << u"14 a draft of %1 changed under the person's hands: “%2” → “%3”"_s.arg(
                chatName(chat), QString::fromUtf8(chat.draft->first), QString::fromUtf8(draft.first));
        chat.draft = draft;
    }
}

void MirrorCheck::readParts()
{
    auto ranges = m_eye.rows("SELECT chat_pk, lo, hi, as_of IS NULL FROM ranges ORDER BY chat_pk, lo");
    while (ranges.next())
        m_chats[ranges.number(0)].ranges.push_back(
            {ranges.number(1), ranges.number(2), ranges.number(3) != 0});
    auto members = m_eye.rows("SELECT chat_pk, user_pk, left, rev, delivered, seen, role FROM members");
    while (members.next())
        m_chats[members.number(0)].members[userOf(members.number(1))] = {
            members.number(2), members.number(3), members.number(4), members.number(5), members.number(6)};
}

void MirrorCheck::tell(const Message &was, const Message &now) const
{
    const Mid mid = Mid::fromBlob(now.mid.blob());
    if (was.seq != now.seq || was.rev != now.rev || was.state != now.state)
        m_story.of(mid, u"%1 holds it as seq %2, rev %3, state %4%5"_s.arg(m_who)
                            .arg(now.seq)
                            .arg(now.rev)
                            .arg(now.state)
                            .arg(now.dead ? u", deleted"_s : QString()));
}

void MirrorCheck::readMessages(bool all, Faults &faults)
{
    auto touched = m_disk.touchedMessages(m_machine);
    if (all) {
        for (const auto &[pk, held] : m_messages) touched.push_back(pk);
        auto rows = m_eye.rows("SELECT pk FROM messages");
        while (rows.next()) touched.push_back(rows.number(0));
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (const qint64 pk : touched) {
        const auto held = m_messages.find(pk);
        const Message was = held == m_messages.end() ? Message{} : held->second;
        auto rows = m_eye.rows(
            "SELECT mid, chat_pk, seq, rev, sender_pk, ev, dead, state, body, exp > 0 FROM messages"
            " WHERE pk = ?",
            pk);
        if (!rows.next()) {
            if (held == m_messages.end()) continue;
            m_story.of(Mid::fromBlob(was.mid.blob()), m_who + u" holds it no more"_s);
            if (const auto place = m_byMid.find(was.mid); place != m_byMid.end() && place->second == pk)
                m_byMid.erase(place);
            m_messages.erase(held);
            continue;
        }
        Message now{rows.key(0),    {},
                    rows.number(1), rows.number(2),
                    rows.number(3), rows.number(5),
                    rows.number(7), rows.number(6) != 0,
                    rows.bytes(8),  rows.number(9) != 0};
        now.sender = userOf(rows.number(4));
        // A delete that a restore lost is repeated by its author's device; until then others see what is
        // there.
        // What a wrong clock took away too early is asked for again.
        if (was.mid == now.mid && was.dead && !now.dead && !now.timed && !m_wasRestored)
            faults << u"16 message %1 was deleted and is visible again"_s.arg(named(now.mid));
        if (now.state == Refused) m_everRefused.insert(now.mid);
        if (now.dead && !now.timed) m_everDead.insert(now.mid);
        tell(was, now);
        if (was.mid != now.mid) {
            if (const auto place = m_byMid.find(was.mid); place != m_byMid.end() && place->second == pk)
                m_byMid.erase(place); // unless another row has taken it over
        }
        m_byMid[now.mid] = pk;
        m_messages[pk] = std::move(now);
    }
}

/// What waits may only go for a reason: the answer's row is held, or the person took it back (4, 8, 14).
void MirrorCheck::readOutbox(Faults &faults)
{
    std::map<qint64, Item> now;
    std::set<Key> sends;
    auto rows = m_eye.rows("SELECT pk, chat_pk, kind, mid, refused, tries FROM outbox");
    while (rows.next()) {
        Item item{rows.number(1), rows.bytes(2), rows.key(3), rows.number(4) != 0, rows.number(5)};
        if (item.kind == "send") sends.insert(item.mid);
        if (item.refused && item.mid) m_everRefused.insert(item.mid);
        now.emplace(rows.number(0), std::move(item));
    }
    for (const auto &[pk, item] : m_outbox) {
        if (item.kind != "send" || sends.contains(item.mid) || m_mayVanish.contains(item.mid)) continue;
        const Message *held = message(item.mid);
        if (held && held->seq > 0) continue;
        if (m_poisoned.contains(item.mid)) continue;
        faults << u"4 message %1 left the outbox without an answer"_s.arg(named(item.mid));
    }
    m_outbox = std::move(now);
}

void MirrorCheck::unsent(Faults &faults) const
{
    std::set<Key> waiting, refused;
    for (const auto &[pk, item] : m_outbox) {
        if (item.kind != "send") continue;
        (item.refused ? refused : waiting).insert(item.mid);
        const Message *held = message(item.mid);
        if (!held)
            faults << u"10 an outbox item without its message %1"_s.arg(named(item.mid));
        else if (held->seq > 0 && !item.refused)
            faults << u"10 message %1 is answered and still in the outbox"_s.arg(named(item.mid));
    }
    for (const auto &[pk, m] : m_messages) {
        if (m.seq > 0) continue;
        const bool right =
            (m.state == Queued && waiting.contains(m.mid)) || (m.state == Refused && refused.contains(m.mid));
        if (!right)
            faults << u"10 message %1 is unsent (state %2) and not in the outbox"_s.arg(named(m.mid))
                          .arg(m.state);
    }
}

void MirrorCheck::ranges(const Chat &chat, Faults &faults) const
{
    qint64 last = 0;
    for (const Range &range : chat.ranges) {
        if (range.lo < 1 || range.hi < range.lo || range.hi > chat.seq)
            faults << u"9 a range of %1 is impossible: %2–%3 of %4"_s.arg(chatName(chat))
                          .arg(range.lo)
                          .arg(range.hi)
                          .arg(chat.seq);
        if (range.lo <= last) faults << u"9 ranges of %1 overlap at %2"_s.arg(chatName(chat)).arg(range.lo);
        last = range.hi;
    }
}

/// Whether this chat's mirror and the server speak of one history.
bool MirrorCheck::follows(const Chat &chat, const ServerLog &log) const
{
    return chat.known && chat.epoch == log.epoch() && log.chat(chat.id);
}

void MirrorCheck::compareChat(const Chat &chat, const ServerLog &log, Faults &faults) const
{
    if (!follows(chat, log)) return;
    const ServerLog::Chat &theirs = *log.chat(chat.id);
    if (chat.rev > theirs.rev || chat.rx > theirs.rx || chat.seq > theirs.seq)
        faults << u"8 the cursor of %1 is ahead of the server: rev %2 of %3, rx %4 of %5, seq %6 of %7"_s
                      .arg(chatName(chat))
                      .arg(chat.rev)
                      .arg(theirs.rev)
                      .arg(chat.rx)
                      .arg(theirs.rx)
                      .arg(chat.seq)
                      .arg(theirs.seq);
    for (const Range &range : chat.ranges) {
        for (qint64 seq = range.lo; range.live && seq <= std::min(range.hi, theirs.seq); ++seq) {
            const ServerLog::Message &row = *log.message(theirs.bySeq[size_t(seq - 1)]);
            const Message *held = message(row.mid);
            if (m_poisoned.contains(row.mid)) continue;
            if (!held || held->seq != seq)
                faults << u"9 seq %1 of %2 (%3) is missing inside a live range"_s.arg(seq).arg(
                    chatName(chat), named(row.mid));
            else if (row.timed && held->dead && held->body.isEmpty() && held->rev <= row.rev)
                continue; // gone here; the server's tombstone is awaited
            else if (row.rev <= chat.rev &&
                     (held->rev != row.rev || held->ev != row.ev || held->dead != row.dead ||
                      held->sender != row.sender || held->body != row.body))
                faults << u"7 message %1 (seq %2 of %3) differs: rev %4, the server has %5; cursor %6"_s
                              .arg(named(row.mid))
                              .arg(seq)
                              .arg(chatName(chat))
                              .arg(held->rev)
                              .arg(row.rev)
                              .arg(chat.rev);
        }
    }
    for (const auto &[user, mine] : chat.members) {
        const auto their = theirs.members.find(user);
        if (their == theirs.members.end()) continue;
        if (mine.delivered > their->second.delivered || mine.seen > their->second.seen)
            faults << u"11 a watermark of %1 in %2 was invented: delivered %3 of %4, seen %5 of %6"_s
                          .arg(named(user), chatName(chat))
                          .arg(mine.delivered)
                          .arg(their->second.delivered)
                          .arg(mine.seen)
                          .arg(their->second.seen);
    }
    const ServerLog::Member *own = log.member(chat.id, m_user);
    if (!own) faults << u"23 %1 is none of this user's"_s.arg(chatName(chat));
}

} // namespace kith::sim
