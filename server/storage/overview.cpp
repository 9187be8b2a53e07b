#include "server/storage/overview.h"

#include "core/base/twin.h"
#include "core/wire/digest.h"

#include <algorithm>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;
using wire::Head;
using wire::ServerFrame;

namespace {

wire::Err notMember() { return refusal(Code::NotMember, u"not a member of this chat"_s); }

/// Order of the chat list: newest activity first; ids make it total.
bool before(const Head &a, const Head &b) { return a.actMs != b.actMs ? a.actMs > b.actMs : b.chat < a.chat; }

} // namespace

Overview::Overview(Db &db, ChatReads &reads, CatchUp &catchUp, const EpochId &epoch, const PageLimits &limits)
    : m_reads(reads)
    , m_catchUp(catchUp)
    , m_epoch(epoch)
    , m_limits(limits)
    , m_heads(db, "SELECT c.id, c.rev, c.tag, ifnull(x.rx, 0), c.seq, c.act_at FROM chat_members m"
                  " CROSS JOIN chats c ON c.id = m.chat_id LEFT JOIN chat_rx x ON x.chat_id = m.chat_id"
                  " WHERE m.user_id = ?1 AND m.left_rev = 0")
    , m_any(db, "SELECT 1 FROM chat_members WHERE user_id = ?1 AND left_rev = 0 LIMIT 1")
{
}

std::vector<Head> Overview::heads(const UserId &user)
{
    std::vector<Head> all;
    Rows rows = m_heads.rows(user);
    while (rows.next())
        all.push_back({rows.id<ChatId>(0),
                       {Rev{rows.number(1)}, quint64(rows.number(2))},
                       Rx{rows.number(3)},
                       Seq{rows.number(4)},
                       rows.number(5)});
    return all;
}

std::vector<Head> Overview::dirty(const UserId &user, const EpochId &epoch, const wire::Digests &dig,
                                  bool &more)
{
    if (isTwin(Twin::NoProofOfNoGap)) return {};
    std::vector<Head> all = heads(user);
    if (epoch == m_epoch && dig.size() == size_t(limits::digestBuckets)) {
        std::vector<wire::DigestItem> items;
        items.reserve(all.size());
        for (const Head &h : all) items.push_back({h.chat, h.at, h.rx});
        const wire::Digests own = wire::digests(m_epoch, items);
        std::erase_if(all, [&](const Head &h) {
            const auto bucket = size_t(wire::digestBucket(h.chat));
            return own[bucket] == dig[bucket];
        });
    }
    more = all.size() > size_t(m_limits.heads);
    const auto kept = all.begin() + std::ptrdiff_t(std::min(all.size(), size_t(m_limits.heads)));
    std::partial_sort(all.begin(), kept, all.end(), before);
    all.erase(kept, all.end());
    return all;
}

ServerFrame Overview::hello(const Caller &caller, const wire::Hello &f, qint64 nowMs)
{
    wire::HelloOk ok;
    ok.user = caller.user;
    ok.device = caller.device;
    ok.epoch = m_epoch;
    ok.nowMs = nowMs;
    ok.upos = m_catchUp.position(caller.user);
    if (f.dig.empty()) {
        Rows rows = m_any.rows(caller.user);
        ok.more = rows.next();
        return ok;
    }
    ok.dirty = dirty(caller.user, f.epoch, f.dig, ok.more);
    return ok;
}

ServerFrame Overview::ping(const Caller &caller, const wire::Ping &f, qint64 nowMs)
{
    wire::Pong pong;
    pong.nowMs = nowMs;
    if (f.dig.empty()) return pong;
    bool more = false; // the next ping tells of those that do not fit: their buckets still differ
    pong.dirty = dirty(caller.user, f.epoch, f.dig, more);
    pong.upos = m_catchUp.position(caller.user);
    return pong;
}

ServerFrame Overview::chats(const Caller &caller, const wire::Chats &f)
{
    std::vector<Head> all = heads(caller.user);
    if (f.before) {
        const Head last{f.before->chat, {}, {}, {}, f.before->actMs};
        std::erase_if(all, [&](const Head &h) { return !before(last, h); });
    }
    const auto most = size_t(std::clamp(f.n, 1, m_limits.chats));
    const auto kept = all.begin() + std::ptrdiff_t(std::min(all.size(), most));
    std::partial_sort(all.begin(), kept, all.end(), before);
    wire::ChatsPage page;
    page.epoch = m_epoch;
    qsizetype bytes = 0;
    for (auto it = all.begin(); it != kept; ++it) {
        const auto chat = m_reads.chatOf(caller.user, it->chat);
        if (!chat) throw Failure{{Errc::Corrupt, u"a member of a chat that is not there"_s}};
        // A client takes its cursor from here, so all members have to be in it: no sync will bring them
        // later.
        const bool allMembers = chat->info.members <= limits::receiptsPerMember;
        wire::Reset item = m_catchUp.reset(caller.user, *chat, 1, allMembers, limits::pageBytes);
        bytes += 600 + 60 * qsizetype(item.mem.size()); // info, positions and watermarks
        for (const Row &row : item.rows) bytes += sizeBound(row);
        if (!page.items.empty() && bytes > limits::pageBytes) break;
        page.items.push_back(std::move(item));
        page.acts.push_back(it->actMs);
    }
    page.more = page.items.size() < all.size();
    return page;
}

ServerFrame Overview::hist(const Caller &caller, const wire::Hist &f)
{
    const auto chat = m_reads.chatOf(caller.user, f.chat);
    if (!chat) return notMember();
    if (f.lo.value < 1 || f.hi < f.lo) return refusal(Code::BadRequest, u"lo, hi"_s);
    wire::HistPage page{f.chat, m_epoch, f.lo, f.hi, f.since, chat->at.at, {}};
    const Seq hi = std::min(f.hi, chat->seq);
    if (hi < f.lo) return page;
    if (hi < chat->min) return page;
    auto part = timeline(m_reads, {f.chat, std::max(f.lo, chat->min), hi, f.since,
                                   std::clamp(f.n, 1, m_limits.rows), limits::pageBytes});
    // What lies before the first message that the caller may see is answered, and empty.
    page.lo = part.lo <= chat->min ? f.lo : part.lo;
    page.rows = std::move(part.rows);
    m_reads.addNames(*chat, page.rows);
    return page;
}

ServerFrame Overview::have(const Caller &caller, const wire::Have &f)
{
    const auto chat = m_reads.chatOf(caller.user, f.chat);
    if (!chat) return notMember();
    if (f.mids.empty() || f.mids.size() > size_t(limits::haveMids))
        return refusal(Code::BadRequest, u"mids"_s);
    wire::HavePage page{f.chat, m_epoch, {}, {}};
    qsizetype bytes = qsizetype(f.mids.size()) * 26;
    for (const Mid &mid : f.mids) {
        auto m = m_reads.message(f.chat, mid);
        if (!m || m->row.seq < chat->min) {
            page.missing.push_back(mid);
            continue;
        }
        Row row = std::move(m->row);
        bytes += sizeBound(row);
        // What does not fit is in neither list: the client asks for it again.
        if (page.rows.empty() || bytes <= limits::pageBytes) page.rows.push_back(std::move(row));
    }
    return page;
}

ServerFrame Overview::proof(const Caller &caller, const wire::Proof &f)
{
    const auto chat = m_reads.chatOf(caller.user, f.chat);
    if (!chat) return notMember();
    if (f.lo.value < 1 || f.hi.value < f.lo.value - 1) return refusal(Code::BadRequest, u"lo, hi"_s);
    wire::ProofPage page;
    page.chat = f.chat;
    page.epoch = m_epoch;
    page.at = chat->at;
    page.lo = f.lo;
    page.hi = f.hi;
    int looked = 0;
    Rows rows = m_reads.messagesDown.rows(f.chat, std::max(f.lo, chat->min), std::min(f.hi, chat->seq));
    while (rows.next()) {
        const StoredMessage m = messageFrom(rows);
        quint64 sum = wire::proofOf(m.row);
        int size = 1;
        if (m.reacted)
            for (const ReactionRow &r : m_reads.reactions(f.chat, m.row.mid, Rev{})) {
                sum ^= wire::proofOf(r);
                ++size;
            }
        if (page.n > 0 && looked + size > limits::proofRows) {
            page.lo = m.row.seq.next();
            break;
        }
        looked += size;
        page.sum ^= sum;
        ++page.n;
    }
    if (f.mem && chat->info.members <= limits::receiptsPerMember) {
        page.mem = wire::ProofPage::Members{0, wire::proofOf(chat->info)};
        if (f.rows) page.rows.emplace_back(chat->info);
        for (MemberRow &member : m_reads.members(f.chat, false, limits::receiptsPerMember)) {
            ++page.mem->n;
            page.mem->sum ^= wire::proofOf(member);
            if (f.rows) page.rows.emplace_back(std::move(member));
        }
    }
    return page;
}

} // namespace kith::server
