// The part of MessageWrites that takes votes and closes polls.
#include "server/storage/message_writes.h"

#include "core/wire/state_value.h"

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;
using wire::ServerFrame;

namespace {

wire::Err noSuchPoll() { return refusal(Code::NoSuchMessage, u"no such poll"_s); }

/// What a state row "vote" says; chat null = nothing.
wire::Vote voteOf(const QByteArray &value) { return wire::decodeVote(value).value_or(wire::Vote{}); }

} // namespace

/// A vote for a message that is not there is kept: a server that has lost both is told of them in any order.
std::optional<wire::Err> MessageWrites::voteFault(Work &work, const wire::Uset &f, const QByteArray &before)
{
    const auto mid = Mid::fromText(f.key);
    const bool gone = f.value == wire::removedValue();
    const wire::Vote vote = voteOf(gone ? before : f.value);
    if (!mid || (!gone && !vote.chat)) return refusal(Code::BadRequest, u"not a vote"_s);
    if (!vote.chat) return std::nullopt; // nothing to take back
    HotChat *chat = m_desk.hot.chat(vote.chat);
    const HotMember *me = chat ? m_desk.hot.present(*chat, work.caller.user) : nullptr;
    if (!me) return refusal(Code::NotMember, u"not a member of this chat"_s);
    const auto message = find(vote.chat, *mid);
    if (!message) return m_votes.isTaken(*mid) ? std::optional(noSuchPoll()) : std::optional<wire::Err>();
    const auto poll = wire::pollOf(message->row.extra);
    if (!poll || message->row.dead || message->row.seq < me->min) return noSuchPoll();
    if (poll->closed) return refusal(Code::Forbidden, u"the poll is closed"_s);
    if (auto fault = directFault(work, *chat)) return fault;
    if (!gone && !wire::fits(*poll, vote.options))
        return refusal(Code::BadRequest, u"opts: not what the poll asks for"_s);
    return std::nullopt;
}

/// Counts what voteFault let pass.
void MessageWrites::voted(Work &work, const wire::Uset &f, const QByteArray &before)
{
    const auto mid = Mid::fromText(f.key);
    const wire::Vote now = voteOf(f.value);
    const ChatId id = now.chat ? now.chat : voteOf(before).chat;
    if (!mid || !id) return;
    const wire::VoteMask old = m_votes.of(*mid, work.caller.user);
    if (now.options != 0)
        m_votes.put(id, *mid, work.caller.user, now.options);
    else
        m_votes.take(*mid, work.caller.user);
    auto message = find(id, *mid);
    if (!message || old == now.options) return;
    HotChat *chat = m_desk.hot.chat(id);
    const ChatPosition from = chat->at;
    message->row.extra = wire::recounted(message->row.extra, old, now.options);
    update(*chat, *message);
    m_desk.tell(work, *chat, from, {message->row});
}

ServerFrame MessageWrites::closePoll(Work &work, const wire::ClosePoll &f)
{
    HotChat *chat = m_desk.hot.chat(f.chat);
    auto stored = chat ? find(f.chat, f.mid) : std::nullopt;
    const bool own = stored && stored->row.sender == work.caller.user;
    if (stored && f.op && stored->op == f.op) return m_desk.okWith(f.chat, {stored->row});
    const HotMember *me = chat ? m_desk.hot.present(*chat, work.caller.user) : nullptr;
    if (!me) return refusal(Code::NotMember, u"not a member of this chat"_s);
    const auto poll = stored && !stored->row.dead ? wire::pollOf(stored->row.extra) : std::nullopt;
    if (!poll || (!own && stored->row.seq < me->min)) return noSuchPoll();
    const bool mayOthers = chat->info.kind == ChatKind::Group && me->role != Role::Member;
    if (!own && !mayOthers) return refusal(Code::Forbidden, u"not your poll"_s);
    if (poll->closed) return m_desk.okWith(f.chat, {stored->row});

    const ChatPosition from = chat->at;
    stored->row.extra = wire::closedPoll(stored->row.extra);
    stored->op = f.op;
    update(*chat, *stored);
    if (!own) m_desk.log(work, f.chat, u"poll.closed"_s, stored->row.sender);
    m_desk.tell(work, *chat, from, {stored->row});
    return m_desk.okWith(f.chat, {stored->row});
}

} // namespace kith::server
