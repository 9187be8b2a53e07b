#include "app/conform/client_run.h"

#include "app/conform/client_stage.h"
#include "app/conform/report.h"

#include <QDeadlineTimer>
#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kith::conform {

namespace {
/// Processes of a group end without telling Qt's event loop, so this one looks again and again.
bool waitUntil(const std::function<bool()> &done, int ms)
{
    for (const QDeadlineTimer deadline(ms); !done();) {
        if (deadline.hasExpired()) return false;
        waitFor([] { return false; }, 20);
    }
    return true;
}
} // namespace

Stage::Stage(Notes &notes, const ClientOptions &options)
    : m_notes(notes)
    , m_options(options)
{
}

Stage::~Stage() { end(); }

void Stage::end()
{
    if (m_client) {
        const auto all = pid_t(-m_group); // the command and whatever it started
        const auto gone = [&] {
            return m_client->state() == QProcess::NotRunning && (m_group == 0 || ::kill(all, 0) != 0);
        };
        if (m_group > 0 && !gone()) ::kill(all, SIGTERM);
        if (!waitUntil(gone, 5'000) && m_group > 0) ::kill(all, SIGKILL);
        waitUntil(gone, 5'000);
        m_group = 0;
    }
    m_client.reset();
    m_server.reset();
    m_folder.reset();
    m_listens = false;
}

ScriptedServer &Stage::begin(const QString &what, const std::function<void(ScriptedServer &)> &bend)
{
    end();
    m_server = std::make_unique<ScriptedServer>(m_notes);
    if (bend) bend(*m_server);
    m_folder = std::make_unique<QTemporaryDir>();
    if (m_options.run.isEmpty()) {
        std::fprintf(stderr, "Start a client with an empty profile at %s; it must: %s\n",
                     qPrintable(m_server->url()), qPrintable(what));
        return *m_server;
    }
    QString command = m_options.run;
    command.replace(u"{url}"_s, m_server->url())
        .replace(u"{dir}"_s, m_folder->path())
        .replace(u"{do}"_s, what);
    m_client = std::make_unique<QProcess>();
    m_client->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_client->setStandardOutputFile(QProcess::nullDevice());
    m_client->setChildProcessModifier([] { ::setsid(); });
    m_client->start(u"/bin/sh"_s, {u"-c"_s, u"exec "_s + command});
    m_group = m_client->waitForStarted() ? m_client->processId() : 0;
    m_listens = what == u"listen"_s;
    return *m_server;
}

ScriptedServer &Stage::listening()
{
    // A client that was cut off again and again waits longer and longer (P-5.14); a new one does not.
    constexpr int connectionsMax = 3;
    if (m_server && m_listens && m_server->connected() && m_server->connections < connectionsMax) {
        m_server->held.clear();
        m_server->helloMore = {};
        m_server->mute = false;
        return *m_server;
    }
    ScriptedServer &server = begin(u"listen"_s);
    server.awaitHello(0, m_options.run.isEmpty() ? 600'000 : patience());
    // Settled when a new message is taken for delivered: mirror and cursor are there then.
    server.post(u"welcome"_s);
    server.next(u"rcpt"_s, u"a receipt for the first message"_s, patience());
    return server;
}

int checkClient(const ClientOptions &options)
{
    Notes notes;
    Stage stage(notes, options);
    Report report(options.json);
    const auto wanted = [&](const QString &clause) {
        return options.only.isEmpty() || options.only.contains(clause);
    };
    for (const auto checks : {listeningChecks(), sendingChecks()}) {
        for (const ClientCheck &check : checks) {
            const QString clause = QString::fromUtf8(check.clause);
            if (!wanted(clause)) continue;
            notes.talk.clear();
            const Outcome outcome = report.run(
                clause, QString::fromUtf8(check.title), [&] { check.run(stage); },
                [&] { return notes.talk; });
            if (outcome == Outcome::Failed) stage.end(); // the next one begins with a client in a known state
        }
    }
    stage.end();
    const std::pair<QString, QString> always[] = {
        {u"P-1.4"_s, u"every frame is one JSON object in a text message"_s},
        {u"P-1.5"_s, u"no frame is over 65536 bytes"_s},
        {u"P-2.1"_s, u"ids are UUIDs of version 7"_s},
        {u"P-2.3"_s, u"null stands for nothing"_s},
        {u"P-2.4"_s, u"no key comes twice"_s},
        {u"P-5.1"_s, u"ids of requests rise"_s},
        {u"P-5.7"_s, u"hello comes first"_s},
    };
    for (const auto &[clause, title] : always) {
        if (!wanted(clause)) continue;
        report.run(
            clause, title,
            [&] {
                if (notes.seen.value(clause) == 0) throw Skipped{u"nothing to judge was seen"_s};
                require(notes.broken.value(clause).isEmpty(), title,
                        notes.broken.value(clause).join(u"; "_s));
            },
            [] { return QStringList(); });
    }
    return report.finish(options.run.isEmpty() ? u"a client"_s : options.run);
}

} // namespace kith::conform
