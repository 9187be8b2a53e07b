#include "server/node.h"

#include "core/base/log.h"
#include "server/api/accounts_api.h"
#include "server/bus/memory_bus.h"
#include "server/files/files_api.h"
#include "server/realtime/io_worker.h"
#include "server/realtime/listener.h"
#include "server/storage/sqlite_repository.h"
#ifdef Q_OS_LINUX
#include "server/realtime/epoll_dispatcher.h"
#endif

#include <QDir>
#include <QFileInfo>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <future>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int drainMs = 8'000;
constexpr int drainLookMs = 20;
constexpr int readers = 2;
constexpr int housekeepingMs = 500;
constexpr int relayPage = 1'000;

Status prepareFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isDir()) return Error{Errc::Io, u"%1 is not a folder"_s.arg(path)};
    if (!info.exists()) {
        if (!QDir().mkpath(path)) return Error{Errc::Io, u"the folder %1 cannot be made"_s.arg(path)};
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    if (!QFileInfo(path).isWritable())
        return Error{Errc::Io, u"the folder %1 cannot be written to"_s.arg(path)};
    return ok();
}

/// Rows whose publication a crash prevented: told again, then deleted.
Status republish(Repository &writer, Bus &bus)
{
    for (;;) {
        auto left = writer.unpublished(relayPage);
        if (!left) return left.error();
        if (left->empty()) return ok();
        std::vector<BusMessage> messages;
        Published published;
        for (auto &row : *left) {
            BusMessage message; // without bytes: a poke
            message.audience = std::make_shared<const std::vector<UserId>>(std::move(row.audience));
            message.chat = row.chat;
            message.rev = row.rev;
            message.rx = row.rx;
            published.relayIds.push_back(row.relayId);
            messages.push_back(std::move(message));
        }
        bus.publish(std::move(messages));
        const auto results = writer.commit({Write{std::move(published)}});
        if (const auto *error = std::get_if<Error>(&results.front())) return *error;
    }
}

struct IoThread {
    std::unique_ptr<QThread> thread;
    std::unique_ptr<IoWorker> worker;
    // QThread::wait() says as much, but ThreadSanitizer cannot look into Qt.
    std::shared_ptr<std::promise<void>> finished = std::make_shared<std::promise<void>>();
};

} // namespace

struct Node::Parts {
    Parts(NodeOptions o, const Clock &c, Random &r)
        : options(std::move(o))
        , clock(c)
        , random(r)
        , presence(c, bus)
        , publisher(bus)
        , connections(options.connections)
    {
    }
    Status openStorage();
    Status openFiles();
    void startThreads();

    const NodeOptions options;
    const Clock &clock;
    Random &random;
    MemoryBus bus;
    PresenceBook presence;
    Publisher publisher;
    ConnectionLimits connections;
    UserRateBook userRates;
    KeyedRates helloRates{Rate{20, 20}};
    Router router;
    Identity identity;
    std::unique_ptr<Tokens> tokens;
    std::unique_ptr<WriteQueue> writes;
    std::unique_ptr<ReadPool> reads;
    std::unique_ptr<PasswordPool> passwords;
    std::unique_ptr<AccountsApi> accounts;
    std::unique_ptr<FilesApi> files;
    std::unique_ptr<Services> services;
    std::vector<IoThread> threads;
    std::unique_ptr<Listener> listener;
    QTimer drainTimer, sweepTimer;
    qint64 drainUntilMs = 0;
    size_t nextThread = 0;
    bool running = false;
};

Status Node::Parts::openStorage()
{
    if (auto folder = prepareFolder(options.dataDir); !folder) return folder;
    const QString file = QDir(options.dataDir).filePath(u"kith-server.db"_s);
    auto writer = SqliteRepository::open(file, SqliteRepository::Mode::Writer, random, options.faults);
    if (!writer) return writer.error();
    auto who = (*writer)->identity();
    if (!who) return who.error();
    identity = *who;
    if (auto told = republish(**writer, bus); !told) return told;
    std::vector<std::unique_ptr<Repository>> readRepositories;
    for (int i = 0; i < readers; ++i) {
        auto reader = SqliteRepository::open(file, SqliteRepository::Mode::Reader, random, options.faults);
        if (!reader) return reader.error();
        readRepositories.push_back(std::move(*reader));
    }
    tokens = std::make_unique<Tokens>(identity.tokenKey);
    WriteQueue::Options queue;
    queue.lazyMs = housekeepingMs;
    queue.afterBatch = [this] {
        std::vector<qint64> ids = publisher.takePublished();
        if (!ids.empty()) std::ignore = writes->submit(Published{std::move(ids)}, {});
    };
    // The thread is running before `writes` is assigned, but it has nothing to do until something is
    // submitted.
    writes = std::make_unique<WriteQueue>(std::move(*writer), std::move(queue));
    reads = std::make_unique<ReadPool>(std::move(readRepositories));
    return ok();
}

Status Node::Parts::openFiles()
{
    FilesOptions how = options.files;
    if (how.dir.isEmpty()) how.dir = QDir(options.dataDir).filePath(u"files"_s);
    auto made = FilesApi::open(std::move(how), options.rateLimits, {*writes, *reads, *tokens, clock});
    if (!made) return made.error();
    files = std::move(*made);
    files->addRoutes(router);
    return ok();
}

void Node::Parts::startThreads()
{
    services = std::make_unique<Services>(
        Services{*writes, *reads, publisher, bus, presence, *tokens, clock, router, connections, userRates,
                 helloRates, options.rateLimits, options.session, options.http, options.tickMs, 300'000});
    const int cores = std::max(1, QThread::idealThreadCount());
    const int count = options.threads > 0 ? options.threads : std::min(cores, 4);
    for (int i = 0; i < count; ++i) {
        IoThread io;
        io.thread = std::make_unique<QThread>();
        io.thread->setObjectName(u"kith-io-%1"_s.arg(i));
#ifdef Q_OS_LINUX
        io.thread->setEventDispatcher(makeSocketDispatcher().release());
#endif
        io.worker = std::make_unique<IoWorker>(*services, quint32(i));
        io.worker->moveToThread(io.thread.get());
        QObject::connect(
            io.thread.get(), &QThread::finished, io.thread.get(),
            [finished = io.finished] { finished->set_value(); }, Qt::DirectConnection);
        io.thread->start();
        io.worker->run([worker = io.worker.get()] { worker->start(); });
        threads.push_back(std::move(io));
    }
}

Node::Node(std::unique_ptr<Parts> parts)
    : d(std::move(parts))
{
}

Result<std::unique_ptr<Node>> Node::start(NodeOptions options, const Clock &clock, Random &random)
{
    auto parts = std::make_unique<Parts>(std::move(options), clock, random);
    std::unique_ptr<Node> node(new Node(std::move(parts)));
    Parts *d = node->d.get();
    d->listener = std::make_unique<Listener>([d](qintptr descriptor) {
        auto &io = d->threads[d->nextThread++ % d->threads.size()];
        io.worker->accept(descriptor);
    });
    // Before the folder is touched: an address that is taken must change nothing.
    if (!d->listener->listen(d->options.address, d->options.port))
        return Error{Errc::Refused, u"cannot listen on %1 port %2: %3"_s.arg(d->options.address.toString())
                                        .arg(d->options.port)
                                        .arg(d->listener->errorString())};
    d->listener->pauseAccepting();
    if (auto storage = d->openStorage(); !storage) return storage.error();
    if (auto files = d->openFiles(); !files) return files.error();
    d->running = true;
    d->passwords = std::make_unique<PasswordPool>(d->options.passwordCost, 2, 64);
    AccountsApi::Options accounts{d->options.name, d->options.registrationOpen, d->options.rateLimits,
                                  d->identity.dbUuid};
    d->accounts = std::make_unique<AccountsApi>(std::move(accounts), *d->writes, *d->reads, *d->passwords,
                                                d->publisher, *d->tokens, d->clock, d->random);
    d->accounts->addRoutes(d->router);
    d->startThreads();
    connect(&d->drainTimer, &QTimer::timeout, node.get(), &Node::checkDrained);
    connect(&d->sweepTimer, &QTimer::timeout, node.get(),
            [raw = node.get()] { std::ignore = raw->sweepFiles(false, [](const SweepReport &) {}); });
    d->sweepTimer.start(int(std::clamp<qint64>(d->options.files.sweepEveryMs, 1'000, 24 * 3'600'000)));
    d->listener->resumeAccepting();
    return node;
}

Node::~Node() { stop(); }

quint16 Node::port() const { return d->listener->serverPort(); }
QHostAddress Node::address() const { return d->listener->serverAddress(); }

bool Node::sweepFiles(bool dryRun, std::function<void(SweepReport)> done)
{
    return d->running && d->files->sweep(dryRun, std::move(done));
}

void Node::drain()
{
    if (!d->running || d->drainTimer.isActive()) return;
    d->listener->close();
    for (auto &io : d->threads)
        io.worker->run([worker = io.worker.get(), &random = d->random] { worker->drain(random); });
    d->drainUntilMs = d->clock.steadyMs() + drainMs;
    d->drainTimer.start(drainLookMs);
}

void Node::checkDrained()
{
    int open = 0;
    for (const auto &io : d->threads) open += io.worker->connections();
    if ((open > 0 || d->writes->waiting() > 0) && d->clock.steadyMs() < d->drainUntilMs) return;
    stop();
}

void Node::stop()
{
    if (!d->running) return;
    d->running = false;
    d->drainTimer.stop();
    d->sweepTimer.stop();
    d->listener->close();
    // Readers hand on to the pools, all of them to the writer, all answer to the I/O threads: in that order.
    d->reads->stop();
    d->passwords.reset();
    d->files->stop();
    d->writes->stop();
    for (auto &io : d->threads) {
        io.worker->run([worker = io.worker.get()] {
            worker->stop();
            QThread::currentThread()->quit();
        });
        io.finished->get_future().wait();
        io.thread->wait();
    }
    d->threads.clear();
    Q_EMIT stopped();
}

} // namespace kith::server
