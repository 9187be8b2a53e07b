#pragma once
#include "app/cli/interrupt.h"
#include "app/common/account_session.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/store/reader.h"
#include "sync/mid_mint.h"

#include <QObject>
#include <functional>

namespace kith::cli {

/// Why a wait ended.
enum class Ended : quint8 {
    Met,         // the condition holds
    Away,        // the server cannot be reached now
    Shut,        // it will not take this device, or this version, until somebody acts: see sentence()
    TimedOut,    // the time given is over
    Interrupted, // Ctrl+C
    Refused,     // the engine could not carry a wish out: see refusedCode()
    Damaged,     // the mirror turned out to be damaged: see damage()
};

struct Patience {
    qint64 ms = 10'000;
    bool untilAway = true; // false: go on through reconnects until the time is over
};

/// An open account as a script sees it: act through commands(), then wait for a condition on the mirror.
/// Holds the account's lock and runs its engine. Thread: main.
class Live final : public QObject {
    Q_OBJECT
public:
    /// `damage`: what is known to be wrong with the mirror, which is rescued first. `found` is told what
    /// turns out to be. Locked: another kith program has the account open. Nothing is asked from the network
    /// before goOnline().
    static Result<std::unique_ptr<Live>> open(const Profile &profile, const Account &account,
                                              Secrets &secrets, const Interrupt &interrupt,
                                              std::shared_ptr<QString> found, const QString &damage = {});
    ~Live() override;

    void goOnline() { commands().setOnline(true); }
    const Account &account() const { return m_session->account(); }
    Commands &commands() { return m_session->commands(); }
    Reader &reader() { return *m_reader; }
    Feed &feed() { return *m_feed; }
    MidMint &mint() { return m_mint; }
    const Connection &connection() const { return m_connection; }
    const QString &refusedCode() const { return m_refusedCode; }
    void forgetRefusal() { m_refusedCode.clear(); } // before the next wish
    const QString &damage() const { return *m_damage; }
    std::optional<RescueReport> rescued() const { return m_session->rescued(); }
    void told() { m_session->told(); }
    /// How many commits have been told of since the account was opened.
    quint64 commits() const { return m_commits; }

    /// Runs the event loop until `met` holds; asks it at once, after each commit and with each change of the
    /// connection.
    Ended waitUntil(const std::function<bool()> &met, Patience patience);
    /// Makes a wait that is under way ask its condition again.
    void wake() { Q_EMIT moved(); }
    /// Runs the event loop until something happens that a condition may depend on.
    void waitForNews();
    /// Connected far enough to ask the server something.
    Ended waitForServer(qint64 ms);
    /// The users whose login begins with `prefix`, asked from the server.
    Result<QList<UserInfo>> findUsers(const QString &prefix, qint64 ms);
    /// Asks the server about pushes to this device. Refused: it said no.
    Result<PushInfo> askPush(const PushWish &wish, qint64 ms);
    /// The earlier texts of a message, asked from the server.
    Result<MessageVersions> askVersions(const ChatId &chat, const Mid &mid, qint64 ms);
    /// Where a moment is; from what is held when there is no server.
    Result<DatePlace> findDate(const ChatId &chat, qint64 atMs, qint64 ms);
    /// Refused: `what` is the server's code.
    Result<GroupAnswer> askGroup(const GroupWish &wish, qint64 ms);
    /// The server's clock as far as it is known here, Unix ms.
    qint64 serverMs() const { return m_clock.wallMs() - m_connection.clockSkewMs; }
    /// What keeps us from the server, for stderr.
    QString sentence() const;

private:
    Live(std::unique_ptr<Feed> feed, std::unique_ptr<AccountSession> session, std::unique_ptr<Reader> reader,
         const Interrupt &interrupt, std::shared_ptr<QString> damage);
    void listen();
    std::optional<Ended> ended(const std::function<bool()> &met, const Patience &patience) const;

    std::unique_ptr<Feed> m_feed; // outlives the session
    std::unique_ptr<AccountSession> m_session;
    std::unique_ptr<Reader> m_reader;
    const Interrupt &m_interrupt;
    SystemClock m_clock;
    SystemRandom m_random;
    MidMint m_mint;
    Connection m_connection;
    QString m_refusedCode;
    std::shared_ptr<QString> m_damage;
    quint64 m_commits = 0;
    quint64 m_queries = 0;

Q_SIGNALS:
    void moved(); // something happened that a condition may depend on
};

} // namespace kith::cli
