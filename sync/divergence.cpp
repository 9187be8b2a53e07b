// The part of Applier that deals with resets (R5) and with a server that no longer vouches for what is held
// (R10).
#include "core/base/limits.h"
#include "core/base/twin.h"
#include "sync/applier.h"
#include "sync/payload.h"
#include "sync/ranges.h"

#include <set>

namespace kith {

using namespace Qt::StringLiterals;

namespace {
constexpr int kOwnPage = 200;
// Own messages of this age are asked for at once; older ones are met when history is fetched again.
constexpr qint64 kAskedForAtOnceMs = 30LL * 24 * 3600 * 1000;
constexpr Seq kEnd{(qint64(1) << 53) - 1};
} // namespace

void Applier::orphan(const ChatId &chat, const Mid &mid)
{
    const auto held = m_mirror.messages.find(mid);
    if (!held) return;
    m_changes.touch(chat, mid);
    listChanged();
    if (held->row.sender != m_context.me || held->row.dead || held->row.kind == u"service"_s) {
        // What waits to be said about it has lost its subject.
        for (const OutboxEntry &e : m_mirror.outbox.ofMid(mid))
            if (e.kind != u"del"_s) m_mirror.outbox.settle(e.pk);
        m_changes.outbox = true;
        m_mirror.messages.remove(mid);
        return;
    }
    m_mirror.messages.requeue(mid);
    m_mirror.journal.add(
        {mid, {}, u"send"_s, JournalWhat::Requeued, {}, 1, m_context.wallMs, m_context.wallMs});
    for (const OutboxEntry &e : m_mirror.outbox.ofMid(mid))
        if (e.kind == u"send"_s) return;
    const auto &r = held->row;
    OutboxEntry entry;
    entry.chat = chat;
    entry.kind = u"send"_s;
    entry.mid = mid;
    entry.payload = payload::of(wire::Send{chat, mid, r.kind, r.body, r.reply, r.root, r.extra, 0});
    entry.tries = 1; // the server may have it after all
    entry.enteredMs = m_context.wallMs;
    m_mirror.outbox.append(entry);
    m_changes.outbox = true;
}

Interval Applier::reset(const wire::Reset &frame, std::vector<Mid> *check)
{
    const auto chat = m_mirror.chats.find(frame.chat);
    const bool fresh = !chat || (!chat->epoch && chat->at == ChatPosition{});
    const bool matches =
        fresh ? frame.f == ChatPosition{} : frame.askedEpoch == chat->epoch && frame.f == chat->at;
    if (!matches && !isTwin(Twin::StaleAnswers)) return Interval::Gap;
    if (isTwin(Twin::ResetDropsOutbox))
        for (const OutboxEntry &e : m_mirror.outbox.ofLane(frame.chat, kOwnPage))
            m_mirror.outbox.settle(e.pk);
    if (chat && !fresh) {
        if (frame.diverged && !isTwin(Twin::DivergenceIsReset))
            diverged(*chat, frame, check);
        else if (!isTwin(Twin::ResetKeepsRangesLive))
            m_mirror.ranges.replace(frame.chat,
                                    ranges::freeze(m_mirror.ranges.list(frame.chat), chat->at.at));
    }
    adopt(frame);
    return Interval::Apply;
}

void Applier::listed(const wire::Reset &frame, qint64 actMs)
{
    adopt(frame);
    m_mirror.chats.raiseAct(frame.chat, actMs);
}

void Applier::adopt(const wire::Reset &frame)
{
    StoredChat chat = m_mirror.chats.find(frame.chat).value_or(StoredChat{});
    chat.chat = frame.chat;
    if (frame.diverged || frame.info.rev >= chat.info.rev) chat.info = frame.info;
    chat.epoch = frame.epoch;
    chat.at = frame.to;
    chat.rx = frame.rx;
    chat.seq = frame.seq;
    chat.serverUnread = frame.unread;
    chat.serverUnreadUpTo = frame.seq;
    chat.known = true;
    m_mirror.chats.put(chat);
    std::vector<UserId> present;
    int named = 0;
    for (const Row &r : frame.rows) {
        row(frame.chat, r);
        if (const auto *p = std::get_if<MemberRow>(&r)) {
            present.push_back(p->user);
            named += p->left ? 0 : 1;
        }
    }
    if (named == frame.info.members && named > 0) m_mirror.members.keepOnly(frame.chat, present);
    marks(frame.chat, frame.mem);
    auto held = ranges::clip(m_mirror.ranges.list(frame.chat), frame.seq);
    if (frame.lo >= Seq{1} && frame.lo <= frame.seq) held = ranges::cover(held, frame.lo, frame.seq);
    m_mirror.ranges.replace(frame.chat, held);
    wantDelivered(frame.chat);
    // Settings that came before the chat was held.
    const QByteArray key = frame.chat.text();
    for (const auto &kind : {u"chat"_s, u"seen"_s, u"draft"_s})
        if (const auto held2 = m_mirror.state.find(kind, key)) state(*held2, nullptr);
    auto &in = m_changes.chats[frame.chat];
    in.whole = in.info = in.marks = in.holes = true;
    listChanged();
}

/// An own deletion is repeated: it leaves a tombstone that a late copy runs into (R9).
void Applier::deleteAgain(const ChatId &chat, const Mid &mid)
{
    OutboxEntry entry;
    entry.chat = chat;
    entry.kind = u"del"_s;
    entry.mid = mid;
    entry.op = OpId{mid.value};
    entry.payload = payload::of(wire::Del{chat, mid, entry.op});
    entry.tries = 1;
    entry.enteredMs = m_context.wallMs;
    m_mirror.outbox.append(entry);
    m_changes.outbox = true;
}

/// Where the answer's rows reach, what they do not name is not the server's: own words go out again, first
/// the older ones; others' were never said here.
void Applier::reclaim(const ChatId &chat, const wire::Reset &frame)
{
    std::set<Mid> confirmed;
    for (const Row &r : frame.rows)
        if (const auto *m = std::get_if<MessageRow>(&r)) confirmed.insert(m->mid);
    const auto last = m_mirror.messages.newestUpTo(chat, kEnd);
    const Seq end = last ? last->row.seq : Seq{};
    for (Seq lo{std::max<qint64>(frame.lo.value, 1)}; lo <= end; lo = Seq{lo.value + kOwnPage}) {
        if (m_mirror.db().failed()) return;
        const auto page = m_mirror.messages.between(chat, lo, Seq{lo.value + kOwnPage - 1});
        for (const StoredMessage &m : page) {
            if (confirmed.contains(m.row.mid)) continue;
            const bool own = m.row.sender == m_context.me;
            // Below the end, the rest gives way when the row of its place arrives.
            const bool words = own && !m.row.dead && m.row.kind != u"service"_s;
            if (!words && m.row.seq <= frame.seq) continue;
            if (own && m.row.dead) deleteAgain(chat, m.row.mid);
            orphan(chat, m.row.mid);
        }
    }
}

void Applier::diverged(const StoredChat &chat, const wire::Reset &frame, std::vector<Mid> *check)
{
    const ChatId id = chat.chat;
    reclaim(id, frame);
    m_mirror.messages.markUnverified(id);
    m_mirror.reactions.markUnverified(id);
    Mid after;
    const qint64 since = m_context.serverMs - kAskedForAtOnceMs;
    for (;;) {
        const auto page = m_mirror.messages.ownSince(id, m_context.me, since, after, kOwnPage);
        for (const StoredMessage &m : page) {
            if (m.row.seq == Seq{}) continue;
            if (m.row.dead)
                deleteAgain(id, m.row.mid);
            else if (check && m.row.kind != u"service"_s)
                check->push_back(m.row.mid);
        }
        if (int(page.size()) < kOwnPage || m_mirror.db().failed()) break;
        after = page.back().row.mid;
    }
    m_mirror.ranges.replace(id, ranges::freeze(m_mirror.ranges.list(id), Rev{}));
    m_mirror.members.keepOnly(id, {});
    m_mirror.receipts.lower(id, frame.seq);
}

void Applier::have(const wire::HavePage &frame, const std::vector<Mid> &asked)
{
    const auto chat = m_mirror.chats.find(frame.chat);
    if (!chat || chat->epoch != frame.epoch) return;
    for (const Row &r : frame.rows) row(frame.chat, r);
    for (const Mid &mid : frame.missing) {
        if (std::find(asked.begin(), asked.end(), mid) == asked.end()) continue;
        const auto held = m_mirror.messages.find(mid);
        if (held && held->state == MessageState::Unverified) orphan(frame.chat, mid);
    }
}

} // namespace kith
