#pragma once
#include "server/storage/write_desk.h"

namespace kith::server {

/// What waits to be pushed. A send leaves one job row, however many members there are; a round spreads jobs
/// over the devices that want pushes, a bounded number of members at a time; what waits for one device is
/// one row, so that a device that was away for a thousand messages is woken once.
class PushRows {
public:
    explicit PushRows(WriteDesk &desk);

    /// Called in the transaction of the message; costs nothing while no device wants pushes.
    /// Of the jobs that nobody takes up (no worker ran for long) the oldest are dropped beyond jobsMost: the
    /// news behind them wakes the same people.
    void job(Work &work, const HotChat &chat, const MessageRow &row);
    static constexpr int jobsMost = 100'000, jobsLookEvery = 1'000;

    wire::ServerFrame set(Work &work, const wire::PushSet &f);
    wire::ServerFrame test(Work &work);
    WriteResult round(const PushRound &round);
    WriteResult told(const PushTold &told);
    void forget(const DeviceId &device); // it was signed out

private:
    struct Job {
        ChatId chat;
        Seq seq;
        QByteArray after; // members up to this one were seen to
        UserId sender;
        bool silent = false;
        std::vector<UserId> named{}; // in mentions
    };
    void spread(const Job &job, qint64 nowMs);
    bool wants(const UserId &user, const Job &job, qint64 nowMs);
    std::optional<qint64> numberOf(const UserId &user, const QString &kind, const ChatId &chat);
    std::vector<PushClaim> claim(const PushRound &round);
    bool stillNews(const PushClaim &claim);

    WriteDesk &m_desk;
    int m_jobsUntilLook = 0;
    Statement m_add, m_bound, m_due, m_move, m_done, m_page, m_wait;
    Statement m_put, m_steal, m_drop, m_held, m_test, m_read;
    Statement m_claimable, m_lease, m_settle, m_again, m_clear, m_kill, m_message;
};

/// The same rows for readers.
class PushReads {
public:
    explicit PushReads(Db &db);
    bool due(qint64 nowMs);
    wire::ServerFrame state(const DeviceId &device);

private:
    Statement m_job, m_target, m_state;
};

} // namespace kith::server
