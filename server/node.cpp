#include "server/node.h"

#include "core/base/log.h"
#include "server/api/welcome_page.h"
#include "server/metrics/exposition.h"
#include "server/node_parts.h"
#include "server/push/fcm_push.h"
#include "server/push/log_push.h"
#ifdef Q_OS_LINUX
#include "server/realtime/epoll_dispatcher.h"
#endif

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int drainMs = 8'000;
constexpr int drainLookMs = 20;
constexpr int readers = 2;
constexpr int housekeepingMs = 500;
constexpr int dueLookMs = 500; // how often it is asked what is due
constexpr int relayPage = 1'000;
constexpr int operatorConnectionsMax = 64;

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

QString inWords(const Roles &roles)
{
    QStringList words;
    if (roles.api) words.append(u"api"_s);
    if (roles.realtime) words.append(u"realtime"_s);
    if (roles.worker) words.append(u"worker"_s);
    return words.join(u',');
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

} // namespace

Node::Parts::Parts(NodeOptions o, const Clock &c, Random &r)
    : options(std::move(o))
    , clock(c)
    , random(r)
    , startedMs(c.wallMs())
    , presence(c, bus)
    , publisher(bus)
    , connections(options.connections)
    , operatorConnections({operatorConnectionsMax, operatorConnectionsMax, operatorConnectionsMax})
{
}

Node::Parts::~Parts() = default;

QString Node::Parts::databaseFile() const { return QDir(options.dataDir).filePath(u"kith-server.db"_s); }

Status Node::Parts::openStorage()
{
    if (auto folder = prepareFolder(options.dataDir); !folder) return folder;
    const QString file = databaseFile();
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
    timekeeper = std::make_unique<Timekeeper>(Timekeeper::Parts{*writes, *reads, publisher, clock});
    return ok();
}

Status Node::Parts::openFiles()
{
    FilesOptions how = options.files;
    if (how.dir.isEmpty()) how.dir = QDir(options.dataDir).filePath(u"files"_s);
    auto made = FilesApi::open(std::move(how), options.rateLimits, {*writes, *reads, *tokens, clock});
    if (!made) return made.error();
    files = std::move(*made);
    if (options.roles.api) files->addRoutes(router);
    return ok();
}

Status Node::Parts::readPasswordPolicy()
{
    rules = std::make_unique<PasswordPolicy>(options.passwordMin, options.name);
    return options.passwordBlocklist.isEmpty() ? ok() : rules->addFile(options.passwordBlocklist);
}

wire::AdminRow Node::Parts::figures() const
{
    qint64 open = 0, sessions = 0;
    for (const IoThread &io : threads) {
        open += io.worker->connections();
        sessions += io.worker->sessions();
    }
    return {{u"version"_s, QString::fromLatin1(KITH_VERSION)},
            {u"roles"_s, inWords(options.roles)},
            {u"uptime_s"_s, (clock.wallMs() - startedMs) / 1000},
            {u"connections"_s, open},
            {u"sessions"_s, sessions},
            {u"writes_waiting"_s, qint64(writes->waiting())},
            {u"reads_waiting"_s, qint64(reads->waiting())},
            {u"database_bytes"_s, QFileInfo(databaseFile()).size()},
            {u"draining"_s, health->draining()}};
}

Status Node::Parts::openAdmin(Node &node)
{
    adminDesk = std::make_unique<AdminDesk>(AdminDesk::Parts{
        .writes = *writes,
        .reads = *reads,
        .passwords = *passwords,
        .publisher = publisher,
        .rules = *rules,
        .clock = clock,
        .random = random,
        .databaseFile = databaseFile(),
        .backupDir = QDir(options.dataDir).filePath(u"backups"_s),
        .drain = [&node] { QMetaObject::invokeMethod(&node, &Node::drain, Qt::QueuedConnection); },
        .reloadTls = [&node] { return node.reloadTls(); },
        .sweepFiles =
            [&node](bool dry, std::function<void(SweepReport)> done) {
                return node.sweepFiles(dry, std::move(done));
            },
        .figures = [this] { return figures(); }});
    adminServer = std::make_unique<AdminServer>(*adminDesk);
    return adminServer->listen(options.adminSocket.isEmpty() ? adminSocketOf(options.dataDir)
                                                             : options.adminSocket);
}

Status Node::Parts::listen()
{
    const auto open = [](Listener &door, const QHostAddress &address, quint16 port) -> Status {
        if (!door.listen(address, port))
            return Error{Errc::Refused, u"cannot listen on %1 port %2: %3"_s.arg(address.toString())
                                            .arg(port)
                                            .arg(door.errorString())};
        door.pauseAccepting();
        return ok();
    };
    const auto handOn = [this](Door door) {
        return [this, door](qintptr descriptor) {
            threads[nextThread++ % threads.size()].worker->accept(descriptor, door);
        };
    };
    if (options.roles.clients()) {
        listener = std::make_unique<Listener>(handOn(Door::Clients));
        if (auto opened = open(*listener, options.address, options.port); !opened) return opened;
    }
    if (!options.operatorAddress) return ok();
    operatorListener = std::make_unique<Listener>(handOn(Door::Operator));
    return open(*operatorListener, *options.operatorAddress, options.operatorPort);
}

void Node::Parts::addRoutes()
{
    AccountsApi::Options forAccounts{options.name, options.registration, options.rateLimits, identity.dbUuid};
    accounts = std::make_unique<AccountsApi>(std::move(forAccounts), *writes, *reads, *passwords, *rules,
                                             publisher, *tokens, clock, random);
    health = std::make_unique<HealthApi>(*writes, options.dataDir);
    const Roles &roles = options.roles;
    AccountCareApi::Options forCare{options.name, options.rateLimits, roles.worker};
    care = std::make_unique<AccountCareApi>(std::move(forCare), *writes, *reads, *passwords, *rules,
                                            publisher, *tokens, clock);
    if (roles.api) {
        accounts->addRoutes(router);
        care->addRoutes(router);
        addWelcomePage(router, {options.name, options.downloadUrl});
    }
    if (roles.worker) care->eraseLeft();
    router.setWebSocket(roles.realtime);
    health->addRoutes(router);
    health->addRoutes(operatorRouter);
    operatorRouter.addJson("GET", "/metrics", [this](const RequestInfo &, QByteArray, Respond respond) {
        respond({200, metrics(), {}, false, Exposition::contentType()});
    });
}

/// The account file is read before anything starts: a wrong one must be heard of at once.
Status Node::Parts::preparePush()
{
    const PushSetup &setup = options.push;
    if (!setup.on || !options.roles.worker) return ok();
    PushWorker::Make make = [] { return std::make_unique<LogPush>(); };
    if (!setup.fcmAccount.isEmpty()) {
        auto account = ServiceAccount::read(setup.fcmAccount);
        if (!account) return account.error();
        FcmPush::Options fcm;
        if (!setup.fcmEndpoint.isEmpty()) fcm.endpoint = setup.fcmEndpoint;
        make = [account = *account, fcm, this] { return std::make_unique<FcmPush>(account, fcm, clock); };
    }
    push = std::make_unique<PushWorker>(PushWorker::Borders{*writes, *reads, devices, clock}, setup.options,
                                        std::move(make));
    return ok();
}

void Node::Parts::startThreads()
{
    char run[4];
    random.fill(run, sizeof run);
    services = std::make_unique<Services>(Services{.writes = *writes,
                                                   .reads = *reads,
                                                   .publisher = publisher,
                                                   .bus = bus,
                                                   .presence = presence,
                                                   .devices = devices,
                                                   .tokens = *tokens,
                                                   .clock = clock,
                                                   .router = router,
                                                   .operatorRouter = operatorRouter,
                                                   .tls = tls.get(),
                                                   .connections = connections,
                                                   .operatorConnections = operatorConnections,
                                                   .userRates = userRates,
                                                   .helloRates = helloRates,
                                                   .rateLimits = options.rateLimits,
                                                   .session = options.session,
                                                   .http = options.http,
                                                   .tickMs = options.tickMs,
                                                   .historyLost = historyLost,
                                                   .runId = QByteArray(run, sizeof run).toHex()});
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
    if (d->options.tls) {
        d->tls = std::make_unique<Tls>(*d->options.tls);
        if (auto loaded = node->reloadTls(); !loaded) return loaded.error();
    }
    if (auto rules = d->readPasswordPolicy(); !rules) return rules.error();
    // Before the folder is touched: an address that is taken must change nothing.
    if (auto listening = d->listen(); !listening) return listening.error();
    if (auto storage = d->openStorage(); !storage) return storage.error();
    if (auto files = d->openFiles(); !files) return files.error();
    if (auto push = d->preparePush(); !push) return push.error();
    d->running = true;
    d->passwords = std::make_unique<PasswordPool>(d->options.passwordCost, 2, 64);
    d->addRoutes();
    d->historyLost = [raw = node.get()] {
        QMetaObject::invokeMethod(raw, &Node::renameHistory, Qt::QueuedConnection);
    };
    d->startThreads();
    if (d->push) d->push->start();
    connect(&d->drainTimer, &QTimer::timeout, node.get(), &Node::checkDrained);
    connect(&d->sweepTimer, &QTimer::timeout, node.get(),
            [raw = node.get()] { std::ignore = raw->sweepFiles(false, [](const SweepReport &) {}); });
    if (d->options.roles.worker) {
        d->sweepTimer.start(int(std::clamp<qint64>(d->options.files.sweepEveryMs, 1'000, 24 * 3'600'000)));
        d->dueTimer.start(dueLookMs);
    }
    connect(&d->dueTimer, &QTimer::timeout, node.get(), [d] { d->timekeeper->look(); });
    if (auto admin = d->openAdmin(*node); !admin) return admin.error();
    if (d->listener) d->listener->resumeAccepting();
    if (d->operatorListener) d->operatorListener->resumeAccepting();
    return node;
}

Node::~Node() { stop(); }

quint16 Node::port() const { return d->listener ? d->listener->serverPort() : 0; }
QHostAddress Node::address() const { return d->listener ? d->listener->serverAddress() : QHostAddress(); }

bool Node::sweepFiles(bool dryRun, std::function<void(SweepReport)> done)
{
    return d->running && d->files->sweep(dryRun, std::move(done));
}

quint16 Node::operatorPort() const { return d->operatorListener ? d->operatorListener->serverPort() : 0; }

Status Node::reloadTls()
{
    if (!d->tls)
        return Error{Errc::NotFound, u"this server speaks no TLS: tls-cert and tls-key are not set"_s};
    auto loaded = d->tls->load();
    if (!loaded) {
        qCWarning(lcServer) << "the certificate was not read:" << loaded.error().what;
        return loaded;
    }
    const qint64 days = (d->tls->expiresMs() - d->clock.wallMs()) / (24LL * 3600 * 1000);
    if (d->tls->expiresMs() < d->clock.wallMs())
        qCWarning(lcServer, "the certificate has expired: clients will refuse it");
    else if (days < 14)
        qCWarning(lcServer, "the certificate expires in %lld days", days);
    else
        qCInfo(lcServer, "certificate read; it expires in %lld days", days);
    return loaded;
}

void Node::renameHistory()
{
    if (!d->running || d->renaming) return;
    qCWarning(lcServer, "a client proves that this database was put back to an older state: its history gets"
                        " a new name");
    d->renaming = d->writes->submit(RenameHistory{}, [this](WriteResult &&result) {
        const bool renamed = std::holds_alternative<Done>(result); // if not, the next client asks again
        QMetaObject::invokeMethod(this, [this, renamed] {
            d->renaming = false;
            if (renamed) Q_EMIT historyRenamed();
        });
    });
}

void Node::drain()
{
    if (!d->running || d->health->draining()) return;
    d->health->setDraining();
    // Those who look at /v1/ready stop sending people here before the door closes.
    if (d->options.drainDelayMs > 0)
        QTimer::singleShot(d->options.drainDelayMs, this, [this] { closeDoor(); });
    else
        closeDoor();
}

void Node::closeDoor()
{
    if (!d->running) return;
    if (d->listener) d->listener->close();
    for (auto &io : d->threads)
        io.worker->run(
            [worker = io.worker.get(), d = d.get()] { worker->drain(d->random, d->options.drainWindowMs); });
    d->drainUntilMs = d->clock.steadyMs() + d->options.drainWindowMs + drainMs;
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
    d->dueTimer.stop();
    if (d->listener) d->listener->close();
    if (d->operatorListener) d->operatorListener->close();
    if (d->push) d->push->stop();
    // Readers hand on to the pools, all of them to the writer, all answer to the I/O threads: in that order.
    d->reads->stop();
    d->passwords->stop();
    d->files->stop();
    d->adminDesk.reset(); // waits for a backup
    d->writes->stop();
    d->adminServer.reset();
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
