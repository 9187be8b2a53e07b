#pragma once
#include "core/base/limits.h"
#include "core/domain/push.h"
#include "core/domain/rows.h"
#include "core/wire/codes.h"
#include "core/wire/group_frames.h"
#include "core/wire/message_frames.h"

#include <optional>
#include <variant>
#include <vector>

/// Every frame of the real-time protocol as a value (docs/protocol.md is the contract). Nobody past
/// core/wire sees JSON: unknown parts travel as compact JSON text.
namespace kith::wire {

/// 64 digests of 8 bytes (digest.h); empty = not sent.
using Digests = std::vector<quint64>;

struct RcptItem {
    ChatId chat;
    Seq delivered;
    Seq seen;
    friend bool operator==(const RcptItem &, const RcptItem &) = default;
};

// ---- client → server
// -------------------------------------------------------------------------------------------

struct Hello {
    int vMin = limits::protocolMin, vMax = limits::protocolMax;
    QByteArray token; // access token
    QString app;      // name/version for the device list
    EpochId epoch;    // null = nothing held yet
    UserPosition upos;
    Digests dig;        // empty = send no heads (new device: page `chats`)
    QByteArray witness; // the newest that the server gave, as it was; empty = none
    friend bool operator==(const Hello &, const Hello &) = default;
};
struct Auth {
    QByteArray token;
    friend bool operator==(const Auth &, const Auth &) = default;
};
struct Anchor { // the newest message held: proves that both sides speak of one history
    Seq seq;
    Mid mid;
    friend bool operator==(const Anchor &, const Anchor &) = default;
};
struct Sync {
    ChatId chat;
    EpochId epoch;
    ChatPosition at;
    Rx rx;
    std::optional<Anchor> anchor;
    int max = limits::pageRows; // 1..pageRows
    friend bool operator==(const Sync &, const Sync &) = default;
};
struct Usync {
    EpochId epoch;
    UserPosition at;
    friend bool operator==(const Usync &, const Usync &) = default;
};
struct Send {
    ChatId chat;
    Mid mid;
    QString kind; // "text" and unknown kinds; "service" is the server's
    QString body;
    Mid reply, root;
    QByteArray extra; // compact JSON object of all further fields (ents, silent, …); comes back in the row
    int draftVer = 0; // version of the draft this came from; 0 = none: nothing to clear
    friend bool operator==(const Send &, const Send &) = default;
};
struct Edit {
    ChatId chat;
    Mid mid;
    OpId op;
    int base = 0;
    QString body;
    QByteArray extra{}; // compact JSON object: what belongs to the new words (ents, link)
    friend bool operator==(const Edit &, const Edit &) = default;
};
struct Del {
    ChatId chat;
    Mid mid;
    OpId op;
    friend bool operator==(const Del &, const Del &) = default;
};
struct React {
    ChatId chat;
    Mid mid;
    OpId op;
    QString emoji;
    bool on = true;
    int base = 0; // ReactionRow::ver last known, 0 = none
    friend bool operator==(const React &, const React &) = default;
};
struct Rcpt {
    std::vector<RcptItem> items; // 1..limits::rcptItems
    friend bool operator==(const Rcpt &, const Rcpt &) = default;
};
struct Uset {
    QString kind;
    QByteArray key;
    OpId op;
    int base = 0;
    QByteArray value; // JSON text; "null" removes
    friend bool operator==(const Uset &, const Uset &) = default;
};
struct ChatNew {
    ChatId chat;
    OpId op;
    ChatKind kind = ChatKind::Direct;
    std::vector<UserId> members; // without oneself; direct: exactly 1
    QString title;               // group: 1..titleChars
    friend bool operator==(const ChatNew &, const ChatNew &) = default;
};
struct Hist {
    ChatId chat;
    Seq lo, hi; // 1 ≤ lo ≤ hi
    Rev since;  // only rows changed after it; 0 = all
    int n = limits::pageRows;
    friend bool operator==(const Hist &, const Hist &) = default;
};
struct Have {
    ChatId chat;
    std::vector<Mid> mids; // 1..limits::haveMids
    friend bool operator==(const Have &, const Have &) = default;
};
struct Proof { // what do you hold of lo..hi? The answer is a sum to compare with one's own
    ChatId chat;
    Seq lo, hi;        // 1 ≤ lo; hi = lo - 1 asks about no message
    bool mem = false;  // also a sum over chat data and present members
    bool rows = false; // with mem: those rows themselves
    friend bool operator==(const Proof &, const Proof &) = default;
};
struct ChatsBefore {
    qint64 actMs = 0;
    ChatId chat;
    friend bool operator==(const ChatsBefore &, const ChatsBefore &) = default;
};
struct Chats {
    std::optional<ChatsBefore> before; // absent = from the newest
    int n = limits::chatsPage;
    friend bool operator==(const Chats &, const Chats &) = default;
};
struct Watch { // replaces the set
    std::vector<ChatId> chats;
    std::vector<UserId> users;
    friend bool operator==(const Watch &, const Watch &) = default;
};
struct TypingOut {
    ChatId chat;
    bool on = true;
    friend bool operator==(const TypingOut &, const TypingOut &) = default;
};
struct PresOut {
    bool active = true;
    friend bool operator==(const PresOut &, const PresOut &) = default;
};
struct UsersFind {
    QString q; // login prefix, 1..loginMaxChars, any case, a leading @ is ignored
    friend bool operator==(const UsersFind &, const UsersFind &) = default;
};
struct PushSet {      // where this device is woken while it is not connected; replaces
    QString provider; // 1..pushProviderBytes; empty = not any more
    QByteArray token; // the provider's address of the device, 1..pushTokenBytes
    friend bool operator==(const PushSet &, const PushSet &) = default;
};
struct PushGet {
    bool test = false; // asks for a push to this device
    friend bool operator==(const PushGet &, const PushGet &) = default;
};
struct Ping {
    EpochId epoch;     // with dig
    UserPosition upos; // with dig
    Digests dig;
    friend bool operator==(const Ping &, const Ping &) = default;
};

using ClientFrame =
    std::variant<Hello, Auth, Sync, Usync, Send, Edit, Del, React, Rcpt, Uset, ChatNew, ChatSet, Mem, Hist,
                 Have, Chats, Watch, TypingOut, PresOut, UsersFind, Ping, Proof, PushSet, PushGet, Edits,
                 FindDate, SetTimer, ClosePoll, ListMembers, InviteSet, Join, GroupLog>;
struct Request {
    qint64 id = 0; // ≥ 1, rising per connection; 0 for typing and pres, which have no answer
    ClientFrame frame;
    friend bool operator==(const Request &, const Request &) = default;
};

// ---- server → client
// -------------------------------------------------------------------------------------------

struct Head {
    ChatId chat;
    ChatPosition at;
    Rx rx;
    Seq seq;
    qint64 actMs = 0; // last activity
    friend bool operator==(const Head &, const Head &) = default;
};
struct ServerLimits { // the ones a client must know before it sends
    int textBytes = limits::textBytes;
    int titleChars = limits::titleChars;
    int pageRows = limits::pageRows;
    int groupMembers = limits::groupMembers;
    qint64 editWindowMs = limits::editWindowMs;
    friend bool operator==(const ServerLimits &, const ServerLimits &) = default;
};
struct HelloOk {
    int v = limits::protocolMax;
    UserId user;
    DeviceId device;
    EpochId epoch;
    qint64 nowMs = 0;
    int heartbeatMs = limits::pingMs;
    ServerLimits limits;
    UserPosition upos;
    std::vector<Head> dirty;
    bool more = false;  // more heads than fit: page `chats`
    QByteArray witness; // of how far the server's history had come; empty = none
    friend bool operator==(const HelloOk &, const HelloOk &) = default;
};
struct RcptAck {
    ChatId chat;
    Seq delivered, seen; // the server's maxima
    int unread = 0;      // capped at limits::unreadCap
    friend bool operator==(const RcptAck &, const RcptAck &) = default;
};
/// The answer to every request that has no named one; only the fields of that request's kind are filled.
struct Ok {
    ChatId chat;                     // writes to a chat, chat.new (maybe another chat than asked for)
    EpochId epoch;                   // with chat
    std::vector<Row> rows;           // the stored rows (R8)
    std::optional<StateRow> state;   // uset
    std::vector<RcptAck> items;      // rcpt
    std::vector<UserInfo> users;     // users.find
    std::vector<Presence> presence;  // watch
    std::vector<Invite> invites{};   // invite
    std::vector<GroupLogLine> log{}; // log
    bool more = false;               // members, log: ask on
    QByteArray witness;              // writes: of a history that holds what is answered; empty = none
    friend bool operator==(const Ok &, const Ok &) = default;
};
struct Err {
    Code code = Code::Unavailable;
    ErrorClass errorClass = ErrorClass::Retry;
    QString message;    // English, for logs
    qint64 retryMs = 0; // class Wait and Retry
    EpochId epoch;      // with a conflict's row
    ChatId chat;
    std::vector<Row> rows;         // conflict: the stored row
    std::optional<StateRow> state; // conflict of uset
    friend bool operator==(const Err &, const Err &) = default;
};
struct Delta {
    ChatId chat;
    EpochId epoch;
    ChatPosition f, to;
    std::vector<Row> rows; // ascending rev
    Seq seq;               // the chat's newest
    bool more = false;
    Rx rxf, rx;
    std::vector<Watermark> mem; // changed after rxf; complete only when !more
    friend bool operator==(const Delta &, const Delta &) = default;
};
struct Reset {
    ChatId chat;
    EpochId askedEpoch; // with f: the question this answers (R11)
    ChatPosition f;
    EpochId epoch;
    ChatPosition to;
    ChatRow info;
    std::vector<Row> rows; // members (all when ≤ receiptsPerMember, else own), newest messages ascending by
                           // seq, their reactions
    Seq lo;                // the rows cover lo..seq; lo = seq+1 when the chat is empty
    Seq seq;
    Rx rx;
    std::vector<Watermark> mem;
    int unread = 0; // capped
    bool diverged = false;
    friend bool operator==(const Reset &, const Reset &) = default;
};
struct Udelta {
    EpochId epoch;
    UserPosition f, to;
    std::vector<StateRow> rows;
    bool more = false;
    friend bool operator==(const Udelta &, const Udelta &) = default;
};
struct Ureset { // the rows of the user up to `to`; replaces what is held
    EpochId askedEpoch;
    UserPosition f;
    EpochId epoch;
    UserPosition to;
    std::vector<StateRow> rows;
    bool more = false; // rows past `to` exist: ask on with usync, as after a udelta
    friend bool operator==(const Ureset &, const Ureset &) = default;
};
struct HistPage {
    ChatId chat;
    EpochId epoch;
    Seq lo, hi; // the part of the question that these rows answer; a page cut short raises lo
    Rev since;
    Rev asOf;
    std::vector<Row> rows; // messages lo..hi ascending by seq, with their reactions
    friend bool operator==(const HistPage &, const HistPage &) = default;
};
struct HavePage {
    ChatId chat;
    EpochId epoch;
    std::vector<Row> rows;
    std::vector<Mid> missing;
    friend bool operator==(const HavePage &, const HavePage &) = default;
};
struct ProofPage {
    ChatId chat;
    EpochId epoch;
    ChatPosition at; // the chat's position when the rows were read: sums compare only at the same one
    Seq lo, hi;      // the part that was summed; too much to look at raises lo
    qint64 n = 0;    // messages in lo..hi
    quint64 sum = 0; // of the messages lo..hi and their reactions (digest.h)
    struct Members {
        qint64 n = 0;
        quint64 sum = 0;
        friend bool operator==(const Members &, const Members &) = default;
    };
    std::optional<Members> mem; // absent also when the chat has more members than are told to everybody
    std::vector<Row> rows;      // chat data and present members, when asked for
    friend bool operator==(const ProofPage &, const ProofPage &) = default;
};
struct ChatsPage {
    EpochId epoch;
    std::vector<Reset> items; // newest activity first; each a reset with the head message only
    std::vector<qint64> acts; // activity of each item, ms; the last one and its chat are the next `before`
    bool more = false;
    friend bool operator==(const ChatsPage &, const ChatsPage &) = default;
};
struct Ev {
    ChatId chat;
    EpochId epoch;
    ChatPosition f, to;
    std::vector<Row> rows;
    Seq seq;
    friend bool operator==(const Ev &, const Ev &) = default;
};
struct RxEv {
    ChatId chat;
    EpochId epoch;
    Rx f, to;
    std::vector<Watermark> mem;
    friend bool operator==(const RxEv &, const RxEv &) = default;
};
struct Uev {
    EpochId epoch;
    UserPosition f, to;
    std::vector<StateRow> rows;
    friend bool operator==(const Uev &, const Uev &) = default;
};
struct Poke {
    ChatId chat;
    Rev rev;
    Rx rx;
    friend bool operator==(const Poke &, const Poke &) = default;
};
struct TypingIn {
    ChatId chat;
    UserId user;
    bool on = true;
    friend bool operator==(const TypingIn &, const TypingIn &) = default;
};
struct PresIn {
    Presence presence;
    friend bool operator==(const PresIn &, const PresIn &) = default;
};
struct Pong {
    qint64 nowMs = 0;
    std::optional<std::vector<Head>> dirty; // answer to a ping with dig
    UserPosition upos;                      // with dirty
    friend bool operator==(const Pong &, const Pong &) = default;
};
struct AuthSoon {
    friend bool operator==(const AuthSoon &, const AuthSoon &) = default;
};
enum class ByeCode : quint8 { Drain, Kicked, Slow, Upgrade, Silent, Protocol };
struct Bye {
    ByeCode code = ByeCode::Drain;
    qint64 retryMs = 0;
    friend bool operator==(const Bye &, const Bye &) = default;
};
struct UnknownPush { // a `t` this version does not know: ignored
    QString t;
    friend bool operator==(const UnknownPush &, const UnknownPush &) = default;
};

using ServerFrame = std::variant<HelloOk, Ok, Err, Delta, Reset, Udelta, Ureset, HistPage, HavePage,
                                 ChatsPage, Ev, RxEv, Uev, Poke, TypingIn, PresIn, Pong, AuthSoon, Bye,
                                 ProofPage, PushInfo, EditsPage, DateFound, UnknownPush>;
struct Reply {
    qint64 id = 0; // of the request answered; 0 = a push
    ServerFrame frame;
    friend bool operator==(const Reply &, const Reply &) = default;
};

} // namespace kith::wire
