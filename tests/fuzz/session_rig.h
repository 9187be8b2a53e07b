#pragma once
#include "server/realtime/publisher.h"
#include "server/realtime/registry.h"
#include "server/realtime/session.h"
#include "server/storage/sqlite_repository.h"
#include "tests/kit/manual_clock.h"

#include <QTemporaryDir>
#include <array>
#include <deque>
#include <functional>
#include <map>

namespace kith::fuzz {

/// Real sessions over a real database, one node without threads or sockets: three users, the first with two
/// devices. Time passes only when a script says so; the same script does the same to the byte.
class SessionRig final : public server::SessionHost, public server::Bus {
public:
    static constexpr int actors = 4; // devices; 0 and 1 are of the same user
    SessionRig();
    ~SessionRig() override;

    void connect(int actor); // cuts an earlier connection
    void receive(int actor, const QByteArray &frame, bool binary = false);
    void settle(); // commits, reads and answers whatever waits
    void pass(qint64 ms);
    void setUnread(int actor, qint64 bytes);
    /// Checks that every request got its answer; ends every connection that is still open.
    void finish();

    /// What `$` and a letter stand for; empty = nothing.
    QByteArray value(char letter, int n) const;
    QString file() const;

    // SessionHost
    bool write(server::SessionKey session, qint64 request, server::Call call) override;
    bool read(server::SessionKey session, qint64 request, const server::Caller &caller,
              wire::ClientFrame frame) override;
    bool greet(server::SessionKey session, qint64 request, const server::Caller &caller,
               wire::Hello hello) override;
    bool presence(server::SessionKey session, qint64 request, const server::Caller &caller,
                  std::vector<UserId> users) override;
    bool typing(const server::Caller &caller, const ChatId &chat, bool on) override;
    void attach(server::Session &session) override { m_registry.add(session); }
    void detach(server::Session &session) override { m_registry.remove(session); }
    void watch(server::Session &session, const std::vector<UserId> &users) override;
    void setActive(const server::Caller &, bool) override {}
    qint64 helloRate(const DeviceId &) override { return 0; }
    std::shared_ptr<server::UserRates> rates(const UserId &) override { return nullptr; }
    // Bus
    void publish(std::vector<server::BusMessage> messages) override;
    std::shared_ptr<void> subscribe(Heard) override { return nullptr; }

private:
    struct Line; // one connection: the sink and what it still owes
    Line *lineOf(server::SessionKey key);
    void later(std::function<void()> job) { m_jobs.push_back(std::move(job)); }
    void commitWaiting();
    void told(Line &line, const QByteArray &frame);

    QTemporaryDir m_folder;
    test::ManualClock m_clock;
    SeededRandom m_random;
    server::SessionConfig m_config;
    server::Registry m_registry;
    std::unique_ptr<server::SqliteRepository> m_repository;
    std::unique_ptr<server::Tokens> m_tokens;
    std::unique_ptr<server::Publisher> m_publisher;
    std::array<std::unique_ptr<Line>, actors> m_lines;
    std::vector<server::Write> m_writes;
    std::vector<std::pair<server::SessionKey, qint64>> m_writers;
    std::deque<std::function<void()>> m_jobs;
    std::array<server::Caller, actors> m_callers;
    std::map<ChatId, ChatPosition> m_positions; // as last told
    std::map<UserId, UserPosition> m_userPositions;
    EpochId m_epoch;
    server::SessionKey m_lastKey = 0;
};

/// Every promise of the server's database, read by SQLite itself; aborts when one is broken.
void checkDatabase(const QString &file);

} // namespace kith::fuzz
