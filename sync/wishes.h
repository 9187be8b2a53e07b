#pragma once
#include "sync/attachments.h"
#include "sync/drafts.h"
#include "sync/engine_core.h"
#include "sync/lanes.h"

namespace kith {

/// The durable wishes of the user: each is one transaction that leaves the mirror as the screen shall show it
/// and an outbox item that will tell the server.
class Wishes {
public:
    Wishes(EngineCore &core, Lanes &lanes, Drafts &drafts, Attachments &attachments)
        : m_core(core)
        , m_lanes(lanes)
        , m_drafts(drafts)
        , m_attachments(attachments)
    {
    }

    void sendText(const ChatId &chat, const Mid &mid, const QString &text, const Mid &reply);
    void send(const ChatId &chat, const Mid &mid, const OutgoingText &text);
    void forward(const ChatId &to, const Mid &mid, const Mid &source, bool silent);
    void schedule(const ChatId &chat, const Mid &mid, const OutgoingText &text, qint64 whenMs);
    void cancelScheduled(const Mid &mid);
    void sendPoll(const ChatId &chat, const Mid &mid, const OutgoingText &question, const Poll &poll);
    void vote(const ChatId &chat, const Mid &mid, const std::vector<int> &options);
    void closePoll(const ChatId &chat, const Mid &mid);
    void sendFiles(const ChatId &chat, const Mid &mid, const std::vector<OutgoingFile> &files,
                   const QString &caption, const Mid &reply);
    void dropFiles(const ChatId &chat);
    void setCache(qint64 bytes);
    void fetchFile(const ChatId &chat, const Mid &mid, const AttId &att);
    void cancelFetch(const AttId &att);
    void editText(const ChatId &chat, const Mid &mid, const QString &text);
    void edit(const ChatId &chat, const Mid &mid, const OutgoingText &text);
    void deleteForMe(const ChatId &chat, const Mid &mid, bool on);
    void deleteForAll(const ChatId &chat, const Mid &mid);
    void react(const ChatId &chat, const Mid &mid, const QString &emoji, bool on);
    void retry(const ChatId &chat, const Mid &mid);
    void discard(const ChatId &chat, const Mid &mid);
    void markSeen(const ChatId &chat, Seq upTo);
    void setMarkedUnread(const ChatId &chat, bool on);
    void createChat(const ChatId &chat, ChatKind kind, const QString &title,
                    const std::vector<UserInfo> &members);
    void setTitle(const ChatId &chat, const QString &title);
    void setTimer(const ChatId &chat, int seconds);
    void changeGroup(const ChatId &chat, const GroupChange &change);
    void member(const ChatId &chat, wire::MemAct act, const UserInfo &user, Role role);
    void setMuted(const ChatId &chat, bool muted, qint64 untilMs);
    void setPinned(const ChatId &chat, bool pinned);
    void setPrivate(const QString &kind, const QByteArray &key, const QByteArray &value);

private:
    void decided(const OutboxEntry &entry, JournalWhat what);
    qint64 append(const ChatId &lane, const Mid &mid, const OpId &op, const wire::ClientFrame &frame,
                  Batch &batch, qint64 enteredMs = 0);
    void enter(const wire::Send &send, Batch &batch);
    bool rewrite(const OutboxEntry &entry, const StoredMessage &held, const QString &text,
                 const QByteArray &change, Batch &batch);
    bool takeBack(const StoredMessage &held, Batch &batch);
    void putState(const QString &kind, const QByteArray &key, const QByteArray &value, Batch &batch);
    void setState(const QString &kind, const ChatId &chat, const QByteArray &value, Batch &batch);
    bool writable(const ChatId &chat, QString *code);
    void commit(const ChatId &chat, const std::function<QString(Batch &)> &body);

    EngineCore &m_core;
    Lanes &m_lanes;
    Drafts &m_drafts;
    Attachments &m_attachments;
};

} // namespace kith
