#pragma once
#include "core/domain/group.h"
#include "core/domain/message.h"

namespace kith {

/// One row of the chat list, everything resolved for drawing.
struct ChatSummary {
    ChatId chat;
    ChatKind kind = ChatKind::Direct;
    QString title; // group title, or the other member's name
    UserId peer;   // direct chats
    int members = 0;
    bool left = false;     // no longer a member: readable, not writable
    bool creating = false; // chat.new still waits in the outbox
    QString preview;       // last message's text on one line, ≤ 200 UTF-16 units; empty = no message
    QString previewSender; // groups: short name, empty for own and service messages
    std::optional<ServiceNote> previewNote; // the last message is a service message
    bool previewDead = false;
    bool previewMine = false;
    Tick tick = Tick::None; // of the last message when own
    qint64 atMs = 0;        // of the last message, for the time column; 0 = none
    QString draft;          // non-empty = shown instead of the preview
    int unread = 0;
    bool unreadCapped = false; // "100+": the server's capped count covers what is not held
    int mentions = 0; // of the unread messages held here, those that mention the user or all; ≤ 100
    bool markedUnread = false;
    bool muted = false;
    qint64 mutedUntilMs = 0; // 0 with muted = for ever
    bool pinned = false;
    int timerSeconds = 0; // messages go away by themselves; 0 = they stay
    Seq seen;             // own read watermark
    Seq head;             // newest seq the server told of
    friend bool operator==(const ChatSummary &, const ChatSummary &) = default;
};

/// Place of a chat in the list; enough to sort and count without reading the rows.
struct ChatPlace {
    ChatId chat;
    qint64 pinOrder = 0; // > 0 = pinned, small first
    qint64 actMs = 0;
    friend bool operator==(const ChatPlace &, const ChatPlace &) = default;
};

struct Member {
    UserId user;
    QString login;
    QString name;
    Role role = Role::Member;
    bool left = false;
    Watermark mark;
    MemberFacts facts{};
    friend bool operator==(const Member &, const Member &) = default;
};

struct Draft {
    QString text;
    Mid reply;
    int ver = 0;
    bool dirty = false; // not yet on the server
    friend bool operator==(const Draft &, const Draft &) = default;
};

struct HistoryHeld {
    qint64 held = 0;    // here, and in the index
    qint64 missing = 0; // known to exist on the server only
    friend bool operator==(const HistoryHeld &, const HistoryHeld &) = default;
};

/// Whole files on this device that the server has too, and that can be let go.
struct ChatFiles {
    ChatId chat;
    QString title;
    qint64 files = 0, bytes = 0;
    friend bool operator==(const ChatFiles &, const ChatFiles &) = default;
};

struct SearchHit {
    Message message;
    QString chatTitle;
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

/// One waiting or refused item, for `outbox` and the status line.
struct OutboxItem {
    qint64 pk = 0;
    ChatId chat;  // null = the user's own settings lane
    QString kind; // "send", "edit", "del", "react", "uset", "chat.new", "chat.set", "mem"
    Mid mid;      // null when the change is not of a message
    OpId op;
    bool refused = false;
    int tries = 0;
    qint64 enteredMs = 0;
    QString lastError; // protocol code or one word; empty = none
    friend bool operator==(const OutboxItem &, const OutboxItem &) = default;
};

struct MirrorStatus {
    int waiting = 0; // outbox items not refused
    int refused = 0;
    qint64 oldestWaitingMs = 0; // wall clock when the oldest waiting item was entered; 0 = none waits
    int receiptsWaiting = 0;    // chats whose wanted watermark is ahead of the acknowledged one
    qint64 lastSyncMs = 0;      // wall clock when the mirror was last known to be current; 0 = never
    qint64 messages = 0;        // held
    int chats = 0;
    int quarantined = 0;
    qint64 holes = 0; // messages known to exist on the server and not held
    friend bool operator==(const MirrorStatus &, const MirrorStatus &) = default;
};

} // namespace kith
