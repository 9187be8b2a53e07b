#pragma once
#include "core/domain/commands.h"

#include <QObject>
#include <functional>

namespace kith {

/// Commands for other threads: each call is queued to `context`'s thread and carried out there on `target`.
/// May be called from any thread. Calls that wait when `context` dies are dropped; `target` outlives
/// `context`.
class CommandsQueue final : public Commands {
public:
    CommandsQueue(QObject &context, Commands &target)
        : m_context(context)
        , m_target(target)
    {
    }

    void sendText(ChatId chat, Mid mid, QString text, Mid reply) override;
    void sendFiles(ChatId chat, Mid mid, std::vector<OutgoingFile> files, QString caption,
                   Mid reply) override;
    void fetchFile(ChatId chat, Mid mid, AttId att) override;
    void cancelFetch(AttId att) override;
    void dropFiles(ChatId chat) override;
    void setCache(qint64 bytes) override;
    void send(ChatId chat, Mid mid, OutgoingText text) override;
    void forward(ChatId to, Mid mid, Mid source, bool silent) override;
    void schedule(ChatId chat, Mid mid, OutgoingText text, qint64 whenMs) override;
    void cancelScheduled(Mid mid) override;
    void sendPoll(ChatId chat, Mid mid, OutgoingText question, Poll poll) override;
    void vote(ChatId chat, Mid mid, std::vector<int> options) override;
    void closePoll(ChatId chat, Mid mid) override;
    void edit(ChatId chat, Mid mid, OutgoingText text) override;
    void deleteForMe(ChatId chat, Mid mid, bool on) override;
    void setTimer(ChatId chat, int seconds) override;
    void askVersions(quint64 question, ChatId chat, Mid mid) override;
    void findDate(quint64 question, ChatId chat, qint64 atMs) override;
    void editText(ChatId chat, Mid mid, QString text) override;
    void deleteForAll(ChatId chat, Mid mid) override;
    void react(ChatId chat, Mid mid, QString emoji, bool on) override;
    void retry(ChatId chat, Mid mid) override;
    void discard(ChatId chat, Mid mid) override;
    void markSeen(ChatId chat, Seq upTo) override;
    void setMarkedUnread(ChatId chat, bool on) override;
    void loadHole(ChatId chat, Seq lo, Seq hi) override;
    void createDirect(ChatId chat, UserInfo other) override;
    void createGroup(ChatId chat, QString title, std::vector<UserInfo> members) override;
    void setTitle(ChatId chat, QString title) override;
    void addMember(ChatId chat, UserInfo user) override;
    void removeMember(ChatId chat, UserId user) override;
    void setRole(ChatId chat, UserId user, Role role) override;
    void leaveChat(ChatId chat) override;
    void changeGroup(ChatId chat, GroupChange change) override;
    void changeMember(ChatId chat, UserId user, MemberChange change) override;
    void askGroup(quint64 query, GroupWish wish) override;
    void setDraft(ChatId chat, QString text, Mid reply) override;
    void setMuted(ChatId chat, bool muted, qint64 untilMs) override;
    void setPinned(ChatId chat, bool pinned) override;
    void setPrivate(QString kind, QByteArray key, QByteArray value) override;
    void setTyping(ChatId chat, bool on) override;
    void watch(std::vector<ChatId> chats, std::vector<UserId> users) override;
    void setActive(bool active) override;
    void findUsers(quint64 query, QString loginPrefix) override;
    void verify(VerifyWish wish) override;
    void cancelVerify() override;
    void lookUp(quint64 question, Mid mid) override;
    void askPush(quint64 query, PushWish wish) override;
    void connectNow() override;
    void setOnline(bool online) override;

private:
    template <class... Takes, class... Gives>
    void post(void (Commands::*call)(Takes...), Gives &&...arguments);

    QObject &m_context;
    Commands &m_target;
};

} // namespace kith
