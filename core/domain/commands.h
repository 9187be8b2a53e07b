#pragma once
#include "core/domain/attachment.h"
#include "core/domain/content.h"
#include "core/domain/group.h"
#include "core/domain/poll.h"
#include "core/domain/push.h"
#include "core/domain/rows.h"
#include "core/domain/verify.h"

namespace kith {

/// Everything the screen (or a script) may wish for. Each call returns at once; what becomes of it is seen in
/// the mirror through Feed::changed. Ids are minted by the caller's side so that it can name what it made.
/// Thread: implementations say; the ui uses CommandsQueue, which may be called from the GUI thread.
class Commands {
public:
    virtual ~Commands() = default;

    // messages
    /// One transaction: message row (queued) + outbox row + draft cleared. `text` is 1..limits::textBytes of
    /// UTF-8 after trimming; longer text is refused by Feed::refused and the draft is kept.
    virtual void sendText(ChatId chat, Mid mid, QString text, Mid reply) = 0;
    /// As sendText, with all that a text may have. Refused also with "bad_request": entities out of bounds.
    virtual void send(ChatId chat, Mid mid, OutgoingText text) = 0;
    /// Repeats a held message, with its files and whose words it is, in another chat (or the same). An own
    /// one that the server does not have yet is refused: "not_sent".
    virtual void forward(ChatId to, Mid mid, Mid source, bool silent) = 0;
    /// The server sends it at `whenMs` (its clock), whether this device is on or not. Reader::scheduled
    /// lists; scheduling again under the same mid replaces it.
    virtual void schedule(ChatId chat, Mid mid, OutgoingText text, qint64 whenMs) = 0;
    virtual void cancelScheduled(Mid mid) = 0;
    /// As send: the text is what is asked. Counts and `mine` of the poll are not read.
    virtual void sendPoll(ChatId chat, Mid mid, OutgoingText question, Poll poll) = 0;
    /// Places of options, from 0; empty takes the vote back. Takes the place of the user's earlier vote,
    /// whichever device that came from. Refused by Feed::refused, also when the server finds the poll closed.
    virtual void vote(ChatId chat, Mid mid, std::vector<int> options) = 0;
    virtual void closePoll(ChatId chat, Mid mid) = 0;
    virtual void editText(ChatId chat, Mid mid, QString text) = 0;
    virtual void edit(ChatId chat, Mid mid, OutgoingText text) = 0; // text, entities and link of it
    /// Out of this user's sight, on all their devices; nobody else notices. `on` false brings it back. What
    /// never left this device is taken back altogether.
    virtual void deleteForMe(ChatId chat, Mid mid, bool on) = 0;
    virtual void deleteForAll(ChatId chat, Mid mid) = 0;
    virtual void react(ChatId chat, Mid mid, QString emoji, bool on) = 0;
    /// One message with 1..limits::messageAtts files and a caption, which may be empty. It is in the mirror
    /// at once and goes out behind its uploads; what is entered meanwhile overtakes it. Refused by
    /// Feed::refused: "file_gone", "att_too_big", "too_many_files".
    virtual void sendFiles(ChatId chat, Mid mid, std::vector<OutgoingFile> files, QString caption,
                           Mid reply) = 0;
    /// Brings an attachment of a held message to this device; its AttachmentView tells how far it is. Goes on
    /// after a restart.
    virtual void fetchFile(ChatId chat, Mid mid, AttId att) = 0;
    virtual void cancelFetch(AttId att) = 0; // an upload is cancelled by deleteForAll or discard
    /// Files of the chat (null = of all) that the server has too leave this device; the texts stay, and each
    /// file comes back when it is asked for. What is not sent yet is not touched, nor are the user's own
    /// files.
    virtual void dropFiles(ChatId chat) = 0;
    /// Most that is kept of such files, in bytes; what was not looked at for longest goes first.
    virtual void setCache(qint64 bytes) = 0;
    /// A refused message: queue it again under the same mid / take it out of mirror and outbox.
    virtual void retry(ChatId chat, Mid mid) = 0;
    virtual void discard(ChatId chat, Mid mid) = 0;

    // reading
    /// Everything up to `upTo` was visible in an active window. Only moves forward.
    virtual void markSeen(ChatId chat, Seq upTo) = 0;
    virtual void setMarkedUnread(ChatId chat, bool on) = 0;
    /// Ask the server for a hole (or part of it); answered by Feed::changed with `holes`.
    virtual void loadHole(ChatId chat, Seq lo, Seq hi) = 0;

    // chats
    virtual void createDirect(ChatId chat, UserInfo other) = 0;
    virtual void createGroup(ChatId chat, QString title, std::vector<UserInfo> members) = 0;
    virtual void setTitle(ChatId chat, QString title) = 0;
    virtual void addMember(ChatId chat, UserInfo user) = 0;
    virtual void removeMember(ChatId chat, UserId user) = 0;
    virtual void setRole(ChatId chat, UserId user, Role role) = 0;
    virtual void leaveChat(ChatId chat) = 0;
    /// Refused by Feed::refused when the description is too long or the picture is none.
    virtual void changeGroup(ChatId chat, GroupChange change) = 0;
    virtual void changeMember(ChatId chat, UserId user, MemberChange change) = 0;
    /// Answered by Feed::groupTold with the same `query`.
    virtual void askGroup(quint64 query, GroupWish wish) = 0;
    virtual void setDraft(ChatId chat, QString text, Mid reply) = 0;
    virtual void setMuted(ChatId chat, bool muted, qint64 untilMs) = 0;
    virtual void setPinned(ChatId chat, bool pinned) = 0;
    /// Messages sent from then on go away that long after they were sent; 0 = they stay.
    virtual void setTimer(ChatId chat, int seconds) = 0;

    // the user's own settings
    /// One private row (docs/protocol.md, "User state"), for example "block" or "privacy". `value` is JSON;
    /// "null" removes. Ignored for kinds that have a call of their own here or that the server writes.
    virtual void setPrivate(QString kind, QByteArray key, QByteArray value) = 0;

    // live
    virtual void setTyping(ChatId chat, bool on) = 0;
    /// What is on screen now: presence and big-group events are sent for these only. Replaces the set.
    virtual void watch(std::vector<ChatId> chats, std::vector<UserId> users) = 0;
    /// The window is active and used; others see "online".
    virtual void setActive(bool active) = 0;
    /// Answered by Feed::usersFound with the same `query`.
    virtual void findUsers(quint64 query, QString loginPrefix) = 0;
    /// Answered by Feed::pushTold with the same `query`.
    virtual void askPush(quint64 query, PushWish wish) = 0;

    // support
    /// Compares what is held with the server, and mends it; Feed::verifyProgress while it runs,
    /// Feed::verified once at its end. A second wish ends the first. Waits for a connection.
    virtual void verify(VerifyWish wish) = 0;
    virtual void cancelVerify() = 0;
    /// Asks the server about a message that is not held, in the newest chats; answered by Feed::found, also
    /// when there is no connection.
    virtual void lookUp(quint64 question, Mid mid) = 0;
    /// The earlier texts of an edited message; answered by Feed::versionsTold.
    virtual void askVersions(quint64 question, ChatId chat, Mid mid) = 0;
    /// Where a moment is in a chat; answered by Feed::dateFound, without a connection from what is held.
    virtual void findDate(quint64 question, ChatId chat, qint64 atMs) = 0;

    // connection
    virtual void connectNow() = 0;           // the user pressed "try now"
    virtual void setOnline(bool online) = 0; // false = stay off the network until told otherwise
};

} // namespace kith
