#include "server/push/push_worker.h"

#include "core/base/clock.h"
#include "core/base/log.h"

#include <utility>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

PushNote noteOf(const PushClaim &claim)
{
    PushNote note{claim.device, claim.token, {},        {}, std::max(claim.news, 1),
                  claim.silent, claim.title, claim.body};
    if (claim.news > 0) {
        note.chat = claim.chat;
        note.seq = claim.seq;
    }
    return note;
}

} // namespace

/// The worker's side on its own thread. Answers of the storage threads come by queued calls.
class PushWorker::Desk final : public QObject {
public:
    Desk(Borders borders, PushOptions options, Make make)
        : m_borders(borders)
        , m_options(options)
        , m_make(std::move(make))
        , m_timer(this)
    {
    }
    void open()
    {
        m_push = m_make();
        connect(&m_timer, &QTimer::timeout, this, [this] { look(); });
        m_timer.start(m_options.lookMs);
    }
    void close()
    {
        m_timer.stop();
        m_push.reset();
    }

private:
    void later(std::function<void()> job)
    {
        QMetaObject::invokeMethod(this, std::move(job), Qt::QueuedConnection);
    }
    void look();
    void round();
    void claimed(PushClaims &&claims);
    void push(PushClaim &&claim);
    void told(PushReport &&report);
    void store();

    const Borders m_borders;
    const PushOptions m_options;
    const Make m_make;
    QTimer m_timer;
    std::unique_ptr<Push> m_push;
    std::vector<PushReport> m_reports; // not yet stored
    int m_underWay = 0;
    bool m_looking = false;
};

void PushWorker::Desk::look()
{
    store();
    if (m_looking || !m_push || m_underWay >= m_options.atOnce) return;
    if (m_borders.clock.steadyMs() < m_push->pausedUntilMs()) return;
    m_looking = m_borders.reads.run([this, now = m_borders.clock.wallMs()](Repository &repository) {
        const auto due = repository.pushDue(now);
        later([this, due = due && *due] {
            if (due)
                round();
            else
                m_looking = false;
        });
    });
}

void PushWorker::Desk::round()
{
    const PushRound wish{m_borders.clock.wallMs(), m_options.atOnce - m_underWay, m_options.withContent};
    const bool taken = m_borders.writes.submit(wish, [this](WriteResult &&result) {
        auto *claims = std::get_if<PushClaims>(&result);
        later([this, claims = claims ? std::move(*claims) : PushClaims{}]() mutable {
            claimed(std::move(claims));
        });
    });
    if (!taken) m_looking = false;
}

void PushWorker::Desk::claimed(PushClaims &&claims)
{
    m_looking = false;
    if (!m_push) return;
    for (PushClaim &claim : claims.claims) push(std::move(claim));
}

void PushWorker::Desk::push(PushClaim &&claim)
{
    if (claim.provider != m_push->provider() && m_push->provider() != "log"_L1) {
        const QString why = u"this server has no way to push to '%1'"_s.arg(claim.provider);
        return told({std::move(claim), PushOutcome::Refused, 0, why});
    }
    if (!claim.test && m_borders.devices.contains(claim.device)) {
        const bool certain = m_borders.clock.wallMs() - claim.sinceMs >= m_options.connectedMs;
        if (!certain)
            return told(
                {std::move(claim), PushOutcome::Connected, m_options.connectedRetryMs, u"connected"_s});
        return told({std::move(claim), PushOutcome::Refused, 0, u"connected: it hears by itself"_s});
    }
    ++m_underWay;
    const PushNote note = noteOf(claim);
    m_push->send(note, [this, claim = std::move(claim)](PushResult result) mutable {
        --m_underWay;
        told({std::move(claim), result.outcome, result.retryMs, std::move(result.detail)});
    });
}

void PushWorker::Desk::told(PushReport &&report)
{
    if (m_reports.empty()) later([this] { store(); }); // with whatever else comes in this pass
    m_reports.push_back(std::move(report));
}

void PushWorker::Desk::store()
{
    if (m_reports.empty()) return;
    PushTold told{m_reports, m_borders.clock.wallMs()};
    // A full queue: they stay for the next look. There are never more than are under way.
    if (m_borders.writes.submit(std::move(told), {})) m_reports.clear();
}

PushWorker::PushWorker(Borders borders, PushOptions options, Make make)
    : m_desk(std::make_unique<Desk>(borders, options, std::move(make)))
{
    m_thread.setObjectName(u"kith-push"_s);
    m_desk->moveToThread(&m_thread);
}

PushWorker::~PushWorker() { stop(); }

void PushWorker::start()
{
    m_thread.start();
    m_running = true;
    QMetaObject::invokeMethod(
        m_desk.get(), [this] { m_desk->open(); }, Qt::QueuedConnection);
}

void PushWorker::stop()
{
    if (!std::exchange(m_running, false)) return;
    QMetaObject::invokeMethod(
        m_desk.get(), [this] { m_desk->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace kith::server
