#pragma once
#include "core/base/result.h"
#include "core/wire/frames.h"
#include "server/storage/account_requests.h"
#include "server/storage/admin_rows.h"
#include "server/storage/content_requests.h"
#include "server/storage/file_requests.h"
#include "server/storage/push_requests.h"

#include <memory>
#include <variant>
#include <vector>

/// The server's seam to its database. All rules of the protocol that need stored state (duplicate check,
/// rights, counters) live behind it; what crosses is protocol values. Implementations: SQLite now, PostgreSQL
/// later; both pass tests/server/repository_contract.h.
namespace kith::server {

/// Something committed that connected devices should hear of. A hint with contents (R4).
struct Event {
    std::shared_ptr<const std::vector<UserId>> audience; // who may receive it; computed in the transaction
    wire::ServerFrame frame;                             // Ev, RxEv, Uev or Poke
    ChatId chat;                                         // null for Uev
    UserId author;
    Rev rev; // for poke, when the frame is not sent whole
    Rx rx;
    int members = 0;    // of the chat: decides full event or poke
    qint64 relayId = 0; // relay row to delete once published; 0 = none
};
struct Outcome {
    wire::ServerFrame answer; // Ok, Err or a named answer
    std::vector<Event> events;
    std::vector<DeviceEnded> ended;
    std::vector<std::pair<UserId, UserId>> parted; // the second must no longer hear of the first, nor back
    bool more = false;                             // EraseStep, ContentRound: there is more to do
    int pushesDropped = 0;                         // jobs beyond what is kept when nobody takes them up
};

/// The history was put back to an older state: it gets a new name. Afterwards the instance stores nothing
/// more (Unavailable); whoever opens the database again finds the new name.
struct RenameHistory {};
struct Published { // relay rows that every session source has been told of
    std::vector<qint64> relayIds;
};

struct Identity { // of this database
    EpochId epoch;
    QByteArray dbUuid;   // text form
    QByteArray tokenKey; // 32 bytes: signs access tokens
};

struct Call {
    Caller caller;
    wire::ClientFrame frame; // Send, Edit, Del, React, Rcpt, Uset, ChatNew, ChatSet, SetTimer, ClosePoll,
                             // Mem, PushSet, PushGet (test)
    qint64 nowMs = 0;
};
using Write = std::variant<Call, NewUser, NewDevice, EndDevice, TouchPresence, Published, NewFile, FileDone,
                           FilesGone, TurnToken, SetPassword, EndDevices, SetProfile, EndAccount, EraseStep,
                           FileReport, AdminWrite, PushRound, PushTold, ContentRound, RenameHistory>;
struct Done {};
using WriteResult = std::variant<Outcome, UserMade, DeviceMade, TokenTurned, Done, FileMade, FilesDropped,
                                 Counted, PushClaims, Error>;

/// Blocking; each instance belongs to one thread. An Error in place of an answer means that nothing of that
/// item was stored or that the outcome is unknown (Unavailable): the caller answers nothing definite.
class Repository {
public:
    virtual ~Repository() = default;

    virtual Result<Identity> identity() = 0;

    /// All items in one transaction, in order; durable when it returns. An item that is refused changes
    /// nothing and does not touch the others. If the commit fails every item gets the Error.
    virtual std::vector<WriteResult> commit(const std::vector<Write> &items) = 0;

    /// Hello (heads and urev only), Sync, Usync, Hist, Have, Proof, Chats, UsersFind, PushGet, Edits,
    /// FindDate, Ping (with digests).
    virtual wire::ServerFrame read(const Caller &caller, const wire::ClientFrame &frame, qint64 nowMs) = 0;

    /// Whether what a client brought in `hello` proves that this history has lost answered writes: then
    /// nothing may be answered under its name, and RenameHistory is due (R10). What is not of our making
    /// proves nothing.
    virtual Result<bool> hasLost(const QByteArray &witness) = 0;

    virtual Result<std::optional<Account>> accountByLogin(const QString &login) = 0;
    virtual Result<std::optional<Account>> account(const UserId &user) = 0;
    /// Signed-in devices, the one seen last first; at most limits::devicesPerUser.
    virtual Result<std::vector<wire::DeviceEntry>> devices(const UserId &user) = 0;
    virtual Result<std::optional<wire::Profile>> profile(const UserId &user) = 0;
    virtual Result<std::optional<wire::Avatar>> avatar(const AvatarId &id) = 0;
    /// By any refresh token that the device ever had, as far as they are remembered.
    virtual Result<std::optional<DeviceInfo>> deviceByToken(const QByteArray &tokenHash) = 0;
    virtual Result<std::optional<DeviceInfo>> device(const DeviceId &device) = 0;
    /// Last seen of users that share a chat with the caller; others are left out.
    virtual Result<std::vector<Presence>> presence(const Caller &caller,
                                                   const std::vector<UserId> &users) = 0;
    /// Members who should hear a typing note, when the caller is a present member and the chat is small
    /// enough.
    virtual Result<std::vector<UserId>> typingAudience(const Caller &caller, const ChatId &chat) = 0;
    /// Relay rows left by a crash between commit and publish, oldest first: (relay id, what to poke).
    struct Unpublished {
        qint64 relayId;
        ChatId chat;
        std::vector<UserId> audience;
        Rev rev;
        Rx rx;
    };
    virtual Result<std::vector<Unpublished>> unpublished(int limit) = 0;

    virtual Result<std::optional<FileRow>> file(const Caller &caller, const AttId &att) = 0;
    virtual Result<AdminRows> oversee(const AdminQuery &query) = 0;
    virtual Result<qint64> usedBytes(const UserId &owner) = 0; // of all files but released ones
    /// Released files, unfinished ones created and ready ones completed before these times: for the sweep.
    virtual Result<std::vector<FileRow>> staleFiles(qint64 unfinishedBeforeMs, qint64 unusedBeforeMs,
                                                    int limit) = 0;
    virtual Result<std::vector<AttId>> unknownFiles(const std::vector<AttId> &atts) = 0;
    /// Whether a PushRound would find something to do.
    virtual Result<bool> pushDue(qint64 nowMs) = 0;
    /// Whether a ContentRound would.
    virtual Result<bool> contentDue(qint64 nowMs) = 0;
};

} // namespace kith::server
