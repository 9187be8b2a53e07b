// The part of MessageWrites that asks what the group allows.
#include "core/wire/group_values.h"
#include "server/storage/message_writes.h"

#include <algorithm>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;

/// In a channel only the owner and admins write.
std::optional<wire::Err> MessageWrites::channelFault(const Work &work, HotChat &chat)
{
    if (chat.info.kind != ChatKind::Group || !m_desk.hot.settings(chat).channel.value_or(false))
        return std::nullopt;
    if (m_desk.hot.present(chat, work.caller.user)->role != Role::Member) return std::nullopt;
    return refusal(Code::Forbidden, u"only admins write here"_s);
}

/// Who may write here, and mention whom.
std::optional<wire::Err> MessageWrites::wordsFault(const Work &work, HotChat &chat, const QByteArray &extra)
{
    const auto mentions = wire::mentionsOf(extra);
    if (!mentions)
        return refusal(Code::BadRequest,
                       u"ents: a mention names a user, %1 of them at most"_s.arg(limits::mentions));
    if (auto fault = channelFault(work, chat)) return fault;
    if (!mentions->all || chat.info.kind != ChatKind::Group ||
        chat.info.members <= limits::mentionAllMembers ||
        m_desk.hot.present(chat, work.caller.user)->role != Role::Member)
        return std::nullopt;
    return refusal(Code::Forbidden, u"only admins may mention all of so many"_s);
}

/// What a group asks of those who say something new in it.
std::optional<wire::Err> MessageWrites::groupFault(const Work &work, HotChat &chat, const QByteArray &extra)
{
    if (auto fault = wordsFault(work, chat, extra)) return fault;
    const HotMember *me = m_desk.hot.present(chat, work.caller.user);
    if (chat.info.kind != ChatKind::Group || me->role != Role::Member) return std::nullopt;
    const qint64 slowMs = m_desk.hot.settings(chat).slowSeconds.value_or(0) * 1000LL;
    const qint64 wait = me->sentMs + slowMs - work.nowMs;
    if (slowMs == 0 || wait <= 0) return std::nullopt;
    wire::Err err = refusal(Code::SlowMode, u"slow mode"_s);
    err.retryMs = std::min(wait, slowMs); // the clock may have been set back
    return err;
}

/// Slow mode counts from here.
void MessageWrites::noteSent(const Work &work, HotChat &chat)
{
    if (m_desk.hot.settings(chat).slowSeconds.value_or(0) == 0) return;
    m_sent.run(chat.chat, work.caller.user, work.nowMs);
    if (HotMember *me = m_desk.hot.present(chat, work.caller.user)) me->sentMs = work.nowMs;
}

/// A deleted message is pinned no more: the info row that says so, with the chat's next rev.
std::optional<ChatRow> MessageWrites::unpin(HotChat &chat, const Mid &mid)
{
    GroupSettings set = m_desk.hot.settings(chat);
    if (std::erase(set.pins, mid) == 0) return std::nullopt;
    const ChatPosition at = m_desk.next(chat);
    chat.info.extra = wire::withSettings(chat.info.extra, set);
    chat.settings.reset();
    ++chat.info.ver;
    chat.info.rev = at.at;
    chat.infoTag = at.tag;
    return chat.info;
}

} // namespace kith::server
