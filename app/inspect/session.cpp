#include "app/inspect/session.h"

#include "app/inspect/print.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace kith::inspect {

Session::Session(QObject *parent)
    : QObject(parent)
    , m_thread(new QThread(this))
    , m_worker(new QObject)
{
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

Session::~Session()
{
    m_thread->quit();
    m_thread->wait();
}

void Session::run(std::function<std::function<void()>()> work)
{
    if (m_busy++ == 0) Q_EMIT busyChanged(true);
    QMetaObject::invokeMethod(
        m_worker,
        [this, work = std::move(work)] {
            auto done = work();
            QMetaObject::invokeMethod(
                this,
                [this, done = std::move(done)] {
                    if (--m_busy == 0) Q_EMIT busyChanged(false);
                    done();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void Session::open(const QString &path, const Veil &veil)
{
    run([this, path, veil]() -> std::function<void()> {
        auto result = openAny(path, veil);
        if (!result) return [this, error = result.error()] { Q_EMIT failed(error); };
        auto found = std::make_shared<Opened>(*std::move(result));
        return [this, found] {
            m_opened = found;
            Q_EMIT opened();
        };
    });
}

void Session::ask(const QString &verb, const QString &words, int limit)
{
    const Verb *known = verbNamed(verb);
    if (!known || !m_opened) return;
    run([this, known, words, limit, on = m_opened]() -> std::function<void()> {
        const auto report = known->run(*on, {.limit = limit, .words = words});
        if (!report) return [this, error = report.error()] { Q_EMIT failed(error); };
        return [this, report = *report, words] { Q_EMIT answered(report, words); };
    });
}

void Session::makeBundle(const std::vector<Bundle::Page> &pages)
{
    if (!m_opened) return;
    run([this, pages, on = m_opened]() -> std::function<void()> {
        std::vector<Bundle::Page> all = pages;
        // Reports are made behind the closed veil, whatever the window shows.
        auto closed = openAny(on->path, on->veil.closed());
        for (const char *name : {"summary", "integrity", "outbox"}) {
            if (!closed) break;
            const auto report = verbNamed(QString::fromLatin1(name))->run(*closed, {});
            if (report) all.push_back({QString::fromLatin1(name), asText(*report)});
        }
        auto bundle = Bundle::make(*on, all);
        if (!bundle) return [this, error = bundle.error()] { Q_EMIT failed(error); };
        auto made = std::make_shared<Bundle>(*std::move(bundle));
        return [this, made] { Q_EMIT bundled(made); };
    });
}

} // namespace kith::inspect
