#pragma once
#include "core/base/limits.h"
#include "core/domain/commands.h"
#include "core/domain/feed.h"
#include "sync/attachments.h"

#include <QUrl>
#include <functional>
#include <memory>

namespace kith {

class AccountAuth;
class Clock;
class Mirror;
class Random;
class Transport;

/// Every rule of sync.md §2 on the client's side. Single-threaded, without a clock or a timer of its own: its
/// inputs are Commands, the transport's callbacks and advance(); so the same engine runs in a simulation.
class Engine final : public Commands {
public:
    struct Borders { // all outlive the engine
        Mirror &mirror;
        Transport &transport;
        const Clock &clock;
        Random &random;
        AccountAuth &auth;
        Feed &feed;
    };
    struct Setup {
        QUrl socket; // of the real-time endpoint
        UserId user;
        DeviceId device;
        QString app;
        int holdEvents = limits::holdEvents; // per chat, while a gap is repaired (R3)
    };
    Engine(Borders borders, Setup setup);
    ~Engine() override;

    /// Does everything that is due now, including what came in since. Cheap when nothing is.
    void advance();
    /// steadyMs of the next moment at which advance() has work; never more than the sleep-watching tick away
    /// while online.
    qint64 nextDue() const;
    /// Called when nextDue() may have come nearer; not from inside advance().
    void setWake(std::function<void()> wake);

    /// Writes what the journal of attempts still holds in memory. For an end in peace; skipping it loses only
    /// such notes.
    void saveJournal();
    /// Who moves the bytes of files; without one they wait. Reports come to transferred().
    void setCarrier(Attachments::Carrier carrier);
    void transferred(const TransferReport &report);

    const Connection &connection() const;
    qint64 clockOffsetMs() const; // server minus this machine

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
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace kith
