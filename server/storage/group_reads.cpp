// The part of Overview that reads of groups: members by the page, the log.
#include "core/wire/poll_codec.h"
#include "server/storage/overview.h"

#include <algorithm>
#include <limits>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;
using wire::ServerFrame;

ServerFrame Overview::members(const Caller &caller, const wire::ListMembers &f)
{
    const auto chat = m_reads.chatOf(caller.user, f.chat);
    if (!chat) return refusal(Code::NotMember, u"not a member of this chat"_s);
    wire::Ok ok;
    ok.chat = f.chat;
    ok.epoch = m_epoch;
    if (!f.users.empty()) { // also those who left: their messages are still there
        for (const UserId &user : f.users)
            if (auto m = m_reads.member(f.chat, user)) ok.rows.emplace_back(*std::move(m));
        return ok;
    }
    if (f.banned) {
        const auto me = m_reads.member(f.chat, caller.user);
        if (!me || me->role == Role::Member)
            return refusal(Code::Forbidden, u"only admins read who is banned"_s);
    }
    if (f.poll) {
        const auto message = m_reads.message(f.chat, f.poll);
        const auto poll = message && message->row.seq >= chat->min ? wire::pollOf(message->row.extra)
                                                                   : std::optional<Poll>();
        if (!poll || message->row.dead) return refusal(Code::NoSuchMessage, u"no such poll"_s);
        if (poll->anonymous) return refusal(Code::Forbidden, u"this poll is anonymous"_s);
        if (size_t(f.option) >= poll->options.size()) return refusal(Code::BadRequest, u"option"_s);
    }
    const int most = std::clamp(f.n, 1, m_limits.rows);
    auto page = f.poll ? m_reads.voters(f.chat, f.poll, f.option, f.after, most + 1)
                       : m_reads.page(f.chat, f.after, f.banned, most + 1);
    for (MemberRow &m : page) ok.rows.emplace_back(std::move(m));
    ok.more = int(ok.rows.size()) > most;
    if (ok.more) ok.rows.pop_back();
    return ok;
}

ServerFrame Overview::log(const Caller &caller, const wire::GroupLog &f)
{
    const auto chat = m_reads.chatOf(caller.user, f.chat);
    if (!chat) return refusal(Code::NotMember, u"not a member of this chat"_s);
    const auto me = m_reads.member(f.chat, caller.user);
    if (chat->info.kind != ChatKind::Group || !me || me->role == Role::Member)
        return refusal(Code::Forbidden, u"only admins read the log"_s);
    wire::Ok ok;
    ok.chat = f.chat;
    ok.epoch = m_epoch;
    const int most = std::clamp(f.n, 1, m_limits.rows);
    ok.log = m_reads.log(f.chat, f.before > 0 ? f.before : std::numeric_limits<qint64>::max(), most + 1);
    ok.more = int(ok.log.size()) > most;
    if (ok.more) ok.log.pop_back();
    return ok;
}

} // namespace kith::server
