#include "sync/commands_queue.h"

namespace kith {

template <class... Takes, class... Gives>
void CommandsQueue::post(void (Commands::*call)(Takes...), Gives &&...arguments)
{
    QMetaObject::invokeMethod(
        &m_context,
        [&target = m_target, call, ... held = std::decay_t<Gives>(std::forward<Gives>(arguments))]() mutable {
            (target.*call)(std::move(held)...);
        },
        Qt::QueuedConnection);
}

void CommandsQueue::sendText(ChatId chat, Mid mid, QString text, Mid reply)
{
    post(&Commands::sendText, chat, mid, std::move(text), reply);
}

void CommandsQueue::sendFiles(ChatId chat, Mid mid, std::vector<OutgoingFile> files, QString caption,
                              Mid reply)
{
    post(&Commands::sendFiles, chat, mid, std::move(files), std::move(caption), reply);
}

void CommandsQueue::fetchFile(ChatId chat, Mid mid, AttId att) { post(&Commands::fetchFile, chat, mid, att); }

void CommandsQueue::cancelFetch(AttId att) { post(&Commands::cancelFetch, att); }

void CommandsQueue::dropFiles(ChatId chat) { post(&Commands::dropFiles, chat); }

void CommandsQueue::setCache(qint64 bytes) { post(&Commands::setCache, bytes); }

void CommandsQueue::editText(ChatId chat, Mid mid, QString text)
{
    post(&Commands::editText, chat, mid, std::move(text));
}

void CommandsQueue::send(ChatId chat, Mid mid, OutgoingText text)
{
    post(&Commands::send, chat, mid, std::move(text));
}

void CommandsQueue::forward(ChatId to, Mid mid, Mid source, bool silent)
{
    post(&Commands::forward, to, mid, source, silent);
}

void CommandsQueue::schedule(ChatId chat, Mid mid, OutgoingText text, qint64 whenMs)
{
    post(&Commands::schedule, chat, mid, std::move(text), whenMs);
}

void CommandsQueue::cancelScheduled(Mid mid) { post(&Commands::cancelScheduled, mid); }

void CommandsQueue::sendPoll(ChatId chat, Mid mid, OutgoingText question, Poll poll)
{
    post(&Commands::sendPoll, chat, mid, std::move(question), std::move(poll));
}

void CommandsQueue::vote(ChatId chat, Mid mid, std::vector<int> options)
{
    post(&Commands::vote, chat, mid, std::move(options));
}

void CommandsQueue::closePoll(ChatId chat, Mid mid) { post(&Commands::closePoll, chat, mid); }

void CommandsQueue::edit(ChatId chat, Mid mid, OutgoingText text)
{
    post(&Commands::edit, chat, mid, std::move(text));
}

void CommandsQueue::deleteForMe(ChatId chat, Mid mid, bool on)
{
    post(&Commands::deleteForMe, chat, mid, on);
}

void CommandsQueue::setTimer(ChatId chat, int seconds) { post(&Commands::setTimer, chat, seconds); }

void CommandsQueue::askVersions(quint64 question, ChatId chat, Mid mid)
{
    post(&Commands::askVersions, question, chat, mid);
}

void CommandsQueue::findDate(quint64 question, ChatId chat, qint64 atMs)
{
    post(&Commands::findDate, question, chat, atMs);
}

void CommandsQueue::deleteForAll(ChatId chat, Mid mid) { post(&Commands::deleteForAll, chat, mid); }

void CommandsQueue::react(ChatId chat, Mid mid, QString emoji, bool on)
{
    post(&Commands::react, chat, mid, std::move(emoji), on);
}

void CommandsQueue::retry(ChatId chat, Mid mid) { post(&Commands::retry, chat, mid); }

void CommandsQueue::discard(ChatId chat, Mid mid) { post(&Commands::discard, chat, mid); }

void CommandsQueue::markSeen(ChatId chat, Seq upTo) { post(&Commands::markSeen, chat, upTo); }

void CommandsQueue::setMarkedUnread(ChatId chat, bool on) { post(&Commands::setMarkedUnread, chat, on); }

void CommandsQueue::loadHole(ChatId chat, Seq lo, Seq hi) { post(&Commands::loadHole, chat, lo, hi); }

void CommandsQueue::createDirect(ChatId chat, UserInfo other)
{
    post(&Commands::createDirect, chat, std::move(other));
}

void CommandsQueue::createGroup(ChatId chat, QString title, std::vector<UserInfo> members)
{
    post(&Commands::createGroup, chat, std::move(title), std::move(members));
}

void CommandsQueue::setTitle(ChatId chat, QString title)
{
    post(&Commands::setTitle, chat, std::move(title));
}

void CommandsQueue::addMember(ChatId chat, UserInfo user)
{
    post(&Commands::addMember, chat, std::move(user));
}

void CommandsQueue::removeMember(ChatId chat, UserId user) { post(&Commands::removeMember, chat, user); }

void CommandsQueue::setRole(ChatId chat, UserId user, Role role)
{
    post(&Commands::setRole, chat, user, role);
}

void CommandsQueue::leaveChat(ChatId chat) { post(&Commands::leaveChat, chat); }

void CommandsQueue::changeGroup(ChatId chat, GroupChange change)
{
    post(&Commands::changeGroup, chat, std::move(change));
}

void CommandsQueue::changeMember(ChatId chat, UserId user, MemberChange change)
{
    post(&Commands::changeMember, chat, user, change);
}

void CommandsQueue::askGroup(quint64 query, GroupWish wish)
{
    post(&Commands::askGroup, query, std::move(wish));
}

void CommandsQueue::setDraft(ChatId chat, QString text, Mid reply)
{
    post(&Commands::setDraft, chat, std::move(text), reply);
}

void CommandsQueue::setMuted(ChatId chat, bool muted, qint64 untilMs)
{
    post(&Commands::setMuted, chat, muted, untilMs);
}

void CommandsQueue::setPinned(ChatId chat, bool pinned) { post(&Commands::setPinned, chat, pinned); }

void CommandsQueue::setPrivate(QString kind, QByteArray key, QByteArray value)
{
    post(&Commands::setPrivate, std::move(kind), std::move(key), std::move(value));
}

void CommandsQueue::setTyping(ChatId chat, bool on) { post(&Commands::setTyping, chat, on); }

void CommandsQueue::watch(std::vector<ChatId> chats, std::vector<UserId> users)
{
    post(&Commands::watch, std::move(chats), std::move(users));
}

void CommandsQueue::setActive(bool active) { post(&Commands::setActive, active); }

void CommandsQueue::findUsers(quint64 query, QString loginPrefix)
{
    post(&Commands::findUsers, query, std::move(loginPrefix));
}

void CommandsQueue::verify(VerifyWish wish) { post(&Commands::verify, std::move(wish)); }
void CommandsQueue::cancelVerify() { post(&Commands::cancelVerify); }
void CommandsQueue::lookUp(quint64 question, Mid mid) { post(&Commands::lookUp, question, mid); }

void CommandsQueue::askPush(quint64 query, PushWish wish)
{
    post(&Commands::askPush, query, std::move(wish));
}

void CommandsQueue::connectNow() { post(&Commands::connectNow); }

void CommandsQueue::setOnline(bool online) { post(&Commands::setOnline, online); }

} // namespace kith
