#include "server/storage/catch_up.h"

#include "core/base/twin.h"

#include <algorithm>
#include <array>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::ServerFrame;

namespace {

/// One kind of rows in rev order, one step ahead.
struct Feed {
    Rows &rows;
    Row (*read)(const Rows &, quint64 &tag);
    std::optional<Row> row;
    Rev rev;
    quint64 tag = 0;

    void step()
    {
        if (!rows.next()) {
            row.reset();
            return;
        }
        row = read(rows, tag);
        rev = std::visit([](const auto &r) { return r.rev; }, *row);
    }
};

template <class Stored, Stored (*From)(const Rows &)> Row readRow(const Rows &rows, quint64 &tag)
{
    Stored stored = From(rows);
    tag = stored.tag;
    return std::move(stored.row);
}

} // namespace

CatchUp::CatchUp(Db &db, ChatReads &reads, const EpochId &epoch, const PageLimits &limits)
    : m_reads(reads)
    , m_epoch(epoch)
    , m_limits(limits)
    , m_messagesUp(db, "SELECT" KITH_MESSAGE_COLUMNS
                       "FROM messages WHERE chat_id = ?1 AND rev > ?2 AND seq >= ?4 ORDER BY rev"
                       " LIMIT ?3")
    , m_reactionsUp(db, "SELECT" KITH_REACTION_COLUMNS
                        "FROM reactions WHERE chat_id = ?1 AND rev > ?2 AND (?4 <= 1 OR (SELECT m.seq"
                        " FROM messages m WHERE m.mid = reactions.mid) >= ?4) ORDER BY rev"
                        " LIMIT ?3")
    , m_membersUp(
          db, "SELECT" KITH_MEMBER_COLUMNS "FROM chat_members m INDEXED BY member_rev"
              " JOIN users u ON u.id = m.user_id WHERE m.chat_id = ?1 AND m.rev > ?2 ORDER BY m.rev LIMIT ?3")
    , m_userHead(db, "SELECT urev, utag FROM users WHERE id = ?1")
    , m_statesUp(db,
                 "SELECT" KITH_STATE_COLUMNS "FROM user_state WHERE user_id = ?1 AND urev > ?2 ORDER BY urev"
                 " LIMIT ?3")
    , m_stateTag(db, "SELECT utag FROM user_state WHERE user_id = ?1 AND urev = ?2")
{
}

CatchUp::Verdict CatchUp::judge(const StoredChat &chat, const wire::Sync &f)
{
    // Who holds nothing at all cannot be contradicted.
    if (f.at.at.value == 0 && (!f.epoch || f.epoch == m_epoch))
        return chat.at.at.value > m_limits.resetAfter ? Verdict::TooFar : Verdict::Follow;
    if (f.epoch != m_epoch || f.at.at > chat.at.at) return Verdict::Diverged;
    const bool byLength = isTwin(Twin::TagIgnored);
    if (const auto tag = m_reads.tagAt(chat, f.at.at); tag && *tag != f.at.tag && !byLength)
        return Verdict::Diverged;
    if (f.anchor && !byLength && f.anchor->seq.value > 0 &&
        m_reads.midAt(chat.chat, f.anchor->seq) != f.anchor->mid)
        return Verdict::Diverged;
    if (f.at.at < chat.floor || chat.at.at.value - f.at.at.value > m_limits.resetAfter)
        return Verdict::TooFar;
    return Verdict::Follow;
}

ServerFrame CatchUp::sync(const UserId &user, const wire::Sync &f)
{
    const auto chat = m_reads.chatOf(user, f.chat);
    if (!chat) return refusal(wire::Code::NotMember, u"not a member of this chat"_s);
    const Verdict verdict = judge(*chat, f);
    if (verdict == Verdict::Follow) return delta(*chat, f);
    wire::Reset answer = reset(user, *chat, m_limits.resetMessages,
                               chat->info.members <= limits::receiptsPerMember, limits::pageBytes);
    answer.askedEpoch = f.epoch;
    answer.f = f.at;
    answer.diverged = verdict == Verdict::Diverged;
    return answer;
}

wire::Delta CatchUp::delta(const StoredChat &chat, const wire::Sync &f)
{
    wire::Delta d;
    d.chat = chat.chat;
    d.epoch = m_epoch;
    d.f = d.to = f.at;
    d.seq = chat.seq;
    d.rxf = f.rx;
    d.rx = chat.rx;
    if (f.rx > chat.rx) d.rxf = Rx{}; // of another history: all watermarks
    const int most = std::clamp(f.max, 1, m_limits.rows);
    Rows messages = m_messagesUp.rows(chat.chat, f.at.at, most + 1, chat.min);
    Rows reactions = m_reactionsUp.rows(chat.chat, f.at.at, most + 1, chat.min);
    Rows members = m_membersUp.rows(chat.chat, f.at.at, most + 1);
    std::array feeds{Feed{messages, readRow<StoredMessage, messageFrom>, {}, {}, 0},
                     Feed{reactions, readRow<StoredReaction, reactionFrom>, {}, {}, 0},
                     Feed{members, readRow<StoredMember, memberFrom>, {}, {}, 0}};
    for (Feed &feed : feeds) feed.step();
    bool infoWaits = chat.info.rev > f.at.at;
    qsizetype bytes = 0;
    for (;;) {
        Feed *first = nullptr;
        for (Feed &feed : feeds)
            if (feed.row && (!first || feed.rev < first->rev)) first = &feed;
        const bool info = infoWaits && (!first || chat.info.rev < first->rev);
        if (!info && !first) break;
        Row row = info ? Row{chat.info} : *std::move(first->row);
        bytes += sizeBound(row);
        if (!d.rows.empty() && (int(d.rows.size()) >= most || bytes > limits::pageBytes)) {
            d.more = true;
            break;
        }
        d.to = info ? ChatPosition{chat.info.rev, chat.infoTag} : ChatPosition{first->rev, first->tag};
        d.rows.push_back(std::move(row));
        if (info)
            infoWaits = false;
        else
            first->step();
    }
    if (!d.more) {
        d.to = chat.at;
        if (chat.rx > d.rxf) d.mem = m_reads.marks(chat.chat, d.rxf, limits::receiptsPerMember);
    } else {
        d.rx = d.rxf; // watermarks come with the last page
    }
    m_reads.addNames(chat, d.rows);
    return d;
}

wire::Reset CatchUp::reset(const UserId &user, const StoredChat &chat, int messages, bool allMembers,
                           qsizetype bytes)
{
    wire::Reset r;
    r.chat = chat.chat;
    r.epoch = m_epoch;
    r.to = chat.at;
    r.info = chat.info;
    r.seq = chat.seq;
    r.rx = chat.rx;
    if (allMembers) {
        // Those who left are told of too, as far as they fit: old messages show their names.
        for (const bool left : {false, true})
            for (MemberRow &m : m_reads.members(chat.chat, left, limits::receiptsPerMember))
                r.rows.emplace_back(std::move(m));
        r.mem = m_reads.marks(chat.chat, {}, limits::receiptsPerMember);
    } else {
        std::vector<UserId> users{user};
        if (chat.info.kind == ChatKind::Direct)
            if (const auto other = m_reads.peer(chat.chat, user)) users.push_back(*other);
        for (const UserId &u : users) {
            if (auto m = m_reads.member(chat.chat, u)) r.rows.emplace_back(*std::move(m));
            if (const auto mark = m_reads.mark(chat.chat, u)) r.mem.push_back(*mark);
        }
    }
    for (const Row &row : r.rows) bytes -= sizeBound(row);
    const auto part =
        timeline(m_reads, {chat.chat, std::max(Seq{1}, chat.min), chat.seq, Rev{}, messages, bytes});
    // What the user may not see is no hole.
    r.lo = part.lo <= chat.min ? Seq{1} : part.lo;
    r.rows.insert(r.rows.end(), part.rows.begin(), part.rows.end());
    if (!allMembers) m_reads.addNames(chat, r.rows);
    const auto mine = m_reads.mark(chat.chat, user);
    Seq seen = mine ? mine->seen : Seq{};
    if (chat.min > seen.next()) seen = Seq{chat.min.value - 1};
    r.unread = seen < chat.seq ? m_reads.unread(chat.chat, user, seen) : 0;
    return r;
}

UserPosition CatchUp::position(const UserId &user)
{
    Rows rows = m_userHead.rows(user);
    if (!rows.next()) return {};
    return {Urev{rows.number(0)}, quint64(rows.number(1))};
}

bool CatchUp::follows(const UserId &user, const UserPosition &head, const wire::Usync &f)
{
    if (f.at.at.value == 0) return f.epoch == m_epoch;
    if (f.epoch != m_epoch || f.at.at > head.at) return false;
    if (f.at.at == head.at) return f.at.tag == head.tag;
    Rows rows = m_stateTag.rows(user, f.at.at);
    return !rows.next() || quint64(rows.number(0)) == f.at.tag;
}

ServerFrame CatchUp::usync(const UserId &user, const wire::Usync &f)
{
    const UserPosition head = position(user);
    const bool follow = follows(user, head, f);
    std::vector<StateRow> found;
    UserPosition to = head;
    bool more = false;
    {
        Rows rows = m_statesUp.rows(user, follow ? f.at.at : Urev{}, m_limits.rows + 1);
        qsizetype bytes = 0;
        UserPosition last;
        while (rows.next()) {
            StoredState s = stateFrom(rows);
            bytes += 300 + 6 * s.row.value.size() / 5 + 2 * (s.row.key.size() + s.row.kind.size());
            if (!found.empty() && (int(found.size()) >= m_limits.rows || bytes > limits::pageBytes)) {
                more = true;
                to = last;
                break;
            }
            last = {s.row.urev, s.tag};
            found.push_back(std::move(s.row));
        }
    }
    if (follow) return wire::Udelta{m_epoch, f.at, to, std::move(found), more};
    return wire::Ureset{f.epoch, f.at, m_epoch, to, std::move(found), more};
}

} // namespace kith::server
