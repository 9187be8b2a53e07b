#pragma once
#include "server/admin/admin_server.h"
#include "server/api/account_care_api.h"
#include "server/api/accounts_api.h"
#include "server/api/health_api.h"
#include "server/bus/memory_bus.h"
#include "server/files/files_api.h"
#include "server/node.h"
#include "server/realtime/io_worker.h"
#include "server/realtime/listener.h"
#include "server/realtime/timekeeper.h"
#include "server/storage/sqlite_repository.h"

#include <QThread>
#include <QTimer>
#include <future>

namespace kith::server {

struct IoThread {
    std::unique_ptr<QThread> thread;
    std::unique_ptr<IoWorker> worker;
    // QThread::wait() says as much, but ThreadSanitizer cannot look into Qt.
    std::shared_ptr<std::promise<void>> finished = std::make_shared<std::promise<void>>();
};

/// What a node is made of, in the order in which it is made.
struct Node::Parts {
    Parts(NodeOptions o, const Clock &c, Random &r);
    ~Parts();
    Status listen();
    Status openStorage();
    Status openFiles();
    Status readPasswordPolicy();
    Status preparePush();
    void addRoutes();
    Status openAdmin(Node &node);
    wire::AdminRow figures() const;
    void startThreads();
    QByteArray metrics() const; // any thread, while the I/O threads run
    QString databaseFile() const;

    const NodeOptions options;
    const Clock &clock;
    Random &random;
    const qint64 startedMs; // wall
    MemoryBus bus;
    PresenceBook presence;
    DeviceBook devices;
    Publisher publisher;
    ConnectionLimits connections;
    ConnectionLimits operatorConnections;
    UserRateBook userRates;
    KeyedRates helloRates{Rate{20, 20}};
    Router router, operatorRouter;
    Identity identity;
    std::unique_ptr<Tls> tls;
    std::unique_ptr<Tokens> tokens;
    std::unique_ptr<Timekeeper> timekeeper; // the storage threads call it until they have ended
    std::unique_ptr<WriteQueue> writes;
    std::unique_ptr<ReadPool> reads;
    std::unique_ptr<PasswordPolicy> rules;
    std::unique_ptr<PushWorker> push; // the storage threads call it until they have ended
    std::unique_ptr<PasswordPool> passwords;
    std::unique_ptr<AccountsApi> accounts;
    std::unique_ptr<AccountCareApi> care;
    std::unique_ptr<HealthApi> health;
    std::unique_ptr<FilesApi> files;
    std::unique_ptr<Services> services;
    std::vector<IoThread> threads;
    std::unique_ptr<AdminDesk> adminDesk;
    std::unique_ptr<AdminServer> adminServer;
    std::unique_ptr<Listener> listener, operatorListener; // null = no such door
    QTimer drainTimer, sweepTimer, dueTimer;
    qint64 drainUntilMs = 0;
    std::function<void()> historyLost; // any thread
    size_t nextThread = 0;
    bool running = false, renaming = false;
};

} // namespace kith::server
