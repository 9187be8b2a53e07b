#pragma once
#include "core/domain/verify.h"
#include "core/store/mirror.h"
#include "core/wire/frames.h"
#include "sync/batch.h"
#include "sync/interval.h"

namespace kith {

/// The rules that turn what the server says into rows of the mirror: R3 (interval), R5 (reset), R6
/// (coverage), R8 (answers carry rows), R10 (divergence), R11 (stale answers), R12 (watermarks), R17
/// (quarantine). Holds no state of its own. Every call belongs inside one of Mirror::write()'s transactions.
class Applier {
public:
    struct Context {
        UserId me;
        DeviceId device;
        qint64 wallMs = 0;   // this machine's clock
        qint64 serverMs = 0; // the server's, as far as known
        QString app;
    };
    Applier(Mirror &mirror, ChangeSet &changes, Context context)
        : m_mirror(mirror)
        , m_changes(changes)
        , m_context(std::move(context))
    {
    }

    Interval ev(const wire::Ev &frame);
    Interval rx(const wire::RxEv &frame);
    Interval delta(const wire::Delta &frame);
    /// Gap: answers a cursor that is no longer held (R11). `check`: own messages to ask about with `have`.
    Interval reset(const wire::Reset &frame, std::vector<Mid> *check);
    /// One chat of the first listing; only for chats that are not held.
    void listed(const wire::Reset &frame, qint64 actMs);
    void hist(const wire::HistPage &frame);
    void have(const wire::HavePage &frame, const std::vector<Mid> &asked);

    /// `unknown`: chats this user is a member of and the mirror does not hold.
    Interval uev(const wire::Uev &frame, std::vector<ChatId> *unknown);
    Interval udelta(const wire::Udelta &frame, std::vector<ChatId> *unknown);
    Interval ureset(const wire::Ureset &frame, std::vector<ChatId> *unknown);

    /// Rows of an answer or a conflict. False: of another history; nothing was written.
    bool answered(const ChatId &chat, const EpochId &epoch, const std::vector<Row> &rows);
    void state(const StateRow &row, std::vector<ChatId> *unknown);
    void draftFromServer(const ChatId &chat, const StateRow &row);

    /// Writes over what lo..hi hold here with what the server's answer for it holds, where they differ. Needs
    /// an answer from the very state that the cursor names. With `write` false it only looks.
    struct Compared {
        std::vector<Difference> differences;
        int unreadable = 0;
    };
    Compared mendMessages(const wire::HistPage &truth, bool write);
    Compared mendMembers(const wire::ProofPage &truth, bool write);

    /// The wanted `delivered` follows the live tip.
    void wantDelivered(const ChatId &chat);

private:
    void row(const ChatId &chat, const Row &row);
    void message(const ChatId &chat, const MessageRow &row);
    void member(const ChatId &chat, const MemberRow &row);
    void settleSend(const Mid &mid);
    void orphan(const ChatId &chat, const Mid &mid);
    void marks(const ChatId &chat, const std::vector<Watermark> &mem);
    void diverged(const StoredChat &chat, const wire::Reset &frame, std::vector<Mid> *check);
    void reclaim(const ChatId &chat, const wire::Reset &frame);
    void deleteAgain(const ChatId &chat, const Mid &mid);
    void adopt(const wire::Reset &frame);
    void ofMessage(const StateRow &row, const std::optional<StateRow> &before);
    void repeatLost(const std::vector<StateRow> &before);
    void listChanged() { m_changes.list = true; }

    Mirror &m_mirror;
    ChangeSet &m_changes;
    Context m_context;
};

} // namespace kith
