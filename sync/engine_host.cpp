#include "sync/engine_host.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/store/rescue.h"
#include "sync/account_api.h"
#include "sync/commands_queue.h"
#include "sync/engine.h"
#include "sync/token_source.h"
#include "sync/transfers.h"
#include "sync/websocket_transport.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <future>

namespace kith {

using namespace Qt::StringLiterals;

struct EngineHost::Private {
    std::unique_ptr<Mirror> mirror;
    SystemClock clock;
    SystemRandom random;
    AccountApi api;
    TokenSource tokens;
    WebSocketTransport transport;
    Engine engine;
    QTimer timer;
    std::unique_ptr<TransferThread> transfers; // before the engine in dying

    Private(std::unique_ptr<Mirror> m, const EngineSetup &setup, Secrets &secrets, Feed &feed)
        : mirror(std::move(m))
        , api(setup.server)
        , tokens(secrets, api, clock, setup.secretKey)
        , engine({*mirror, transport, clock, random, tokens, feed},
                 {AccountApi::socketUrl(setup.server), setup.user, setup.device, setup.app})
    {
        timer.setSingleShot(true);
        TransferThread::Setup how;
        how.server = setup.server;
        how.folder = setup.filesFolder.isEmpty() ? QFileInfo(setup.mirrorFile).absolutePath() + u"/files"_s
                                                 : setup.filesFolder;
        how.outgoing = QFileInfo(setup.mirrorFile).absolutePath() + u"/outgoing"_s;
        how.token = [this](std::function<void(QByteArray)> then) {
            tokens.token([then = std::move(then)](const AccountAuth::Answer &answer) { then(answer.token); });
        };
        how.tokenRefused = [this] { tokens.invalidate(); };
        how.report = [this](const TransferReport &report) { engine.transferred(report); };
        transfers = std::make_unique<TransferThread>(std::move(how));
        engine.setCarrier(transfers->carrier());
    }
    ~Private()
    {
        engine.setCarrier({});
        transfers.reset();
    }
};

EngineHost::EngineHost(std::unique_ptr<Private> p)
    : d(std::move(p))
{
    connect(&d->timer, &QTimer::timeout, this, [this] {
        d->engine.advance();
        wake();
    });
    d->engine.setWake([this] { wake(); });
}

EngineHost::~EngineHost()
{
    d->engine.setWake({});
    d->engine.saveJournal();
}

Result<std::unique_ptr<EngineHost>> EngineHost::open(const EngineSetup &setup, Secrets &secrets, Feed &feed)
{
    auto mirror = rescue::open(setup.mirrorFile, setup.user, SystemClock().wallMs(), setup.damage);
    if (!mirror) return mirror.error();
    Mirror &m = **mirror;
    const Status named = m.write([&] {
        m.meta.setUser(setup.user);
        m.meta.setDevice(setup.device);
        m.meta.setServer(setup.server.toString());
    });
    if (!named) return named.error();
    std::unique_ptr<EngineHost> host(
        new EngineHost(std::make_unique<Private>(std::move(*mirror), setup, secrets, feed)));
    if (!setup.access.isEmpty()) host->d->tokens.adopt(setup.access, setup.accessTtlSeconds);
    host->d->engine.setOnline(setup.online);
    host->wake();
    return host;
}

void EngineHost::token(std::function<void(const AccountAuth::Answer &)> done)
{
    d->tokens.token(std::move(done));
}

Commands &EngineHost::commands() { return d->engine; }

std::optional<RescueReport> EngineHost::rescued() const
{
    const auto report = rescue::report(*d->mirror);
    return report ? *report : std::nullopt;
}

void EngineHost::told() { std::ignore = rescue::told(*d->mirror); } // at worst it is told twice

qint64 EngineHost::clockOffsetMs() const { return d->engine.clockOffsetMs(); }

void EngineHost::wake()
{
    constexpr qint64 longest = 60'000;
    const qint64 due = d->engine.nextDue();
    if (due == std::numeric_limits<qint64>::max()) {
        d->timer.stop();
        return;
    }
    const qint64 wait = std::clamp<qint64>(due - d->clock.steadyMs(), 0, longest);
    if (d->timer.isActive() && d->timer.remainingTime() <= wait) return;
    d->timer.start(int(wait));
}

SyncThread::SyncThread() = default;

Result<std::unique_ptr<SyncThread>> SyncThread::start(EngineSetup setup, Secrets &secrets, Feed &feed)
{
    std::unique_ptr<SyncThread> self(new SyncThread);
    std::promise<void> running;
    self->m_thread = std::thread([raw = self.get(), &running] {
        QThread::currentThread()->setObjectName(u"sync"_s);
        QEventLoop loop;
        QObject context;
        raw->m_loop = &loop;
        raw->m_context = &context;
        running.set_value();
        loop.exec();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    });
    running.get_future().wait();
    Status opened = ok();
    QMetaObject::invokeMethod(
        self->m_context,
        [&] {
            auto host = EngineHost::open(setup, secrets, feed);
            if (!host) {
                opened = host.error();
                return;
            }
            self->m_host = std::move(*host);
            self->m_rescued = self->m_host->rescued();
        },
        Qt::BlockingQueuedConnection);
    if (!opened) return opened.error();
    self->m_commands = std::make_unique<CommandsQueue>(*self->m_context, self->m_host->commands());
    return self;
}

SyncThread::~SyncThread()
{
    QMetaObject::invokeMethod(
        m_context, [this] { m_host.reset(); }, Qt::BlockingQueuedConnection);
    QMetaObject::invokeMethod(
        m_context, [loop = m_loop] { loop->quit(); }, Qt::QueuedConnection);
    m_thread.join();
}

void SyncThread::token(std::function<void(const AccountAuth::Answer &)> done)
{
    QMetaObject::invokeMethod(
        m_context,
        [this, done = std::move(done)]() mutable {
            if (m_host) m_host->token(std::move(done));
        },
        Qt::QueuedConnection);
}

Commands &SyncThread::commands() { return *m_commands; }

void SyncThread::told()
{
    if (!std::exchange(m_rescued, std::nullopt)) return;
    QMetaObject::invokeMethod(
        m_context, [host = m_host.get()] { host->told(); }, Qt::QueuedConnection);
}

} // namespace kith
