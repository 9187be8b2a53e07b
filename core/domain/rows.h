#pragma once
#include "core/base/ids.h"

#include <QByteArray>
#include <QString>
#include <optional>
#include <variant>
#include <vector>

/// The replicated state of a chat and of a user: what the server stores, what crosses the wire, what the
/// mirror keeps. Each row is the latest version of its thing and carries the number of its last change (sync
/// rule R2).
namespace kith {

enum class ChatKind : quint8 { Direct = 1, Group = 2 };        // persisted: append only
enum class Role : quint8 { Member = 1, Admin = 2, Owner = 3 }; // persisted: append only

struct MessageRow {
    Mid mid;
    Seq seq; // 0 only while the message has never been answered by a server (mirror only)
    Rev rev;
    UserId sender;
    QString kind;      // "text", "service"; open: unknown kinds are kept whole and shown as a labelled stub
    QString body;      // 1..limits::textBytes as UTF-8 for "text"; empty when dead or "service"
    Mid reply;         // null = not a reply
    Mid root;          // null = not in a thread
    int ev = 0;        // edit version, +1 with each edit or delete
    bool dead = false; // tombstone: deleted for all
    qint64 atMs = 0;   // server's clock at the commit, Unix ms
    QByteArray extra;  // compact JSON object of all further fields (entities, silent, service, what newer
                       // versions add), so that nothing is lost in a round trip; empty = none
    friend bool operator==(const MessageRow &, const MessageRow &) = default;
};

struct ReactionRow {
    Mid mid;
    UserId user;
    QString emoji; // 1..limits::emojiBytes as UTF-8
    bool on = true;
    int ver = 0; // +1 with each change: compare-and-set
    Rev rev;
    friend bool operator==(const ReactionRow &, const ReactionRow &) = default;
};

struct MemberRow {
    UserId user;
    QString login;
    QString name;
    Role role = Role::Member;
    bool left = false; // left or removed
    Rev rev;
    QByteArray extra{}; // as in MessageRow: "av" (picture) and what newer versions add
    friend bool operator==(const MemberRow &, const MemberRow &) = default;
};

struct ChatRow { // chat info
    ChatKind kind = ChatKind::Direct;
    QString title;   // groups; empty for direct chats, which show the other member's name
    int members = 0; // present ones
    int ver = 0;     // +1 with each chat.set: compare-and-set
    Rev rev;
    int timerSeconds = 0; // messages go away that long after they were sent; 0 = they stay
    QByteArray extra{};   // as in MessageRow: settings (wire/group_values.h) and what newer versions add
    friend bool operator==(const ChatRow &, const ChatRow &) = default;
};

/// A row of a kind this version does not know (error empty), or of a known kind that breaks a bound (error
/// says which): kept raw in quarantine and read again after an upgrade; it never stops the line (R17).
struct UnknownRow {
    QString k;
    Rev rev;
    QByteArray raw; // the JSON object
    QString error;
    friend bool operator==(const UnknownRow &, const UnknownRow &) = default;
};

using Row = std::variant<MessageRow, ReactionRow, MemberRow, ChatRow, UnknownRow>;

/// One private setting of a user. Kinds: "draft", "mute", "pin", "unread" (written by uset), "seen", "chat"
/// (written by the server: own read watermark, membership). Unknown kinds are kept.
struct StateRow {
    QString kind;
    QByteArray key;   // ASCII, ≤ limits::stateKeyBytes; for chat-related kinds the chat id's text
    QByteArray value; // JSON text, ≤ limits::stateValueBytes; "null" = removed
    int ver = 0;
    DeviceId device; // that wrote it
    Urev urev;
    friend bool operator==(const StateRow &, const StateRow &) = default;
};

/// A member's receipt watermarks: everything up to the number. They only grow (R12).
struct Watermark {
    UserId user;
    Seq delivered;
    Seq seen;
    friend bool operator==(const Watermark &, const Watermark &) = default;
};

/// What a "service" message says; decoded from MessageRow::extra by wire/service_note.h.
struct ServiceNote {
    QString act; // "created", "added", "removed", "left", "joined", "title", "role", "pinned", "timer"; open
    std::vector<UserId> users;
    QString title;
    int seconds = 0; // "timer": the new one, 0 = off
    friend bool operator==(const ServiceNote &, const ServiceNote &) = default;
};

struct UserInfo {
    UserId user;
    QString login;
    QString name;
    friend bool operator==(const UserInfo &, const UserInfo &) = default;
};

struct Presence {
    UserId user;
    bool online = false;
    qint64 lastSeenMs = 0; // Unix ms; 0 = unknown or hidden
    friend bool operator==(const Presence &, const Presence &) = default;
};

} // namespace kith
