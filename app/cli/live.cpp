#include "app/cli/live.h"

#include <QEventLoop>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kith::cli {

Result<std::unique_ptr<Live>> Live::open(const Profile &profile, const Account &account, Secrets &secrets,
                                         const Interrupt &interrupt, std::shared_ptr<QString> found,
                                         const QString &damage)
{
    registerFeedTypes();
    auto feed = std::make_unique<Feed>();
    auto session =
        AccountSession::open(profile, account, secrets, *feed,
                             {.online = false, .access = {}, .accessTtlSeconds = 0, .damage = damage});
    if (!session) return session.error();
    auto reader = Reader::open((*session)->mirrorFile());
    if (!reader) return reader.error();
    std::unique_ptr<Live> live(
        new Live(std::move(feed), std::move(*session), std::move(*reader), interrupt, std::move(found)));
    live->listen();
    return live;
}

Live::Live(std::unique_ptr<Feed> feed, std::unique_ptr<AccountSession> session,
           std::unique_ptr<Reader> reader, const Interrupt &interrupt, std::shared_ptr<QString> damage)
    : m_feed(std::move(feed))
    , m_session(std::move(session))
    , m_reader(std::move(reader))
    , m_interrupt(interrupt)
    , m_mint(m_clock, m_random)
    , m_damage(std::move(damage))
{
}

Live::~Live()
{
    m_reader.reset(); // readers go first: the writer's last checkpoint then has the file to itself
    m_session.reset();
}

void Live::listen()
{
    connect(&feed(), &Feed::changed, this, [this] {
        ++m_commits;
        Q_EMIT moved();
    });
    connect(&feed(), &Feed::connectionChanged, this, [this](const Connection &connection) {
        m_connection = connection;
        if (connection.phase == Connection::Phase::Damaged) *m_damage = connection.why;
        m_mint.setOffset(-connection.clockSkewMs);
        Q_EMIT moved();
    });
    connect(&feed(), &Feed::refused, this, [this](const ChatId &, const QString &code) {
        m_refusedCode = code;
        Q_EMIT moved();
    });
    connect(&m_interrupt, &Interrupt::raised, this, &Live::moved);
    m_reader->setOnDamage([this](const Error &error) {
        *m_damage = error.what;
        QMetaObject::invokeMethod(this, &Live::moved, Qt::QueuedConnection); // not from inside a read
    });
}

std::optional<Ended> Live::ended(const std::function<bool()> &met, const Patience &patience) const
{
    if (met()) return Ended::Met;
    if (!m_damage->isEmpty()) return Ended::Damaged;
    if (!m_refusedCode.isEmpty()) return Ended::Refused;
    if (m_interrupt.wasRaised()) return Ended::Interrupted;
    switch (m_connection.phase) {
    case Connection::Phase::SignInAgain:
    case Connection::Phase::UpdateNeeded:
    case Connection::Phase::Stopped:
        return Ended::Shut;
    case Connection::Phase::DiskFull:
    case Connection::Phase::DiskAway: // goes on by itself when something can be written
        return patience.untilAway ? std::optional(Ended::Shut) : std::nullopt;
    case Connection::Phase::Damaged:
        return Ended::Damaged;
    case Connection::Phase::Waiting:
    case Connection::Phase::SecretsAway:
        return patience.untilAway ? std::optional(Ended::Away) : std::nullopt;
    case Connection::Phase::Off:
    case Connection::Phase::Connecting:
    case Connection::Phase::Syncing:
    case Connection::Phase::Online:
        break;
    }
    return std::nullopt;
}

Ended Live::waitUntil(const std::function<bool()> &met, Patience patience)
{
    std::optional<Ended> how = ended(met, patience);
    if (how) return *how;
    QEventLoop loop;
    QTimer timer;
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    const auto listening = connect(this, &Live::moved, &loop, [&] {
        if (!how) how = ended(met, patience);
        if (how) loop.quit();
    });
    timer.start(int(patience.ms));
    loop.exec();
    disconnect(listening);
    return how.value_or(Ended::TimedOut);
}

void Live::waitForNews()
{
    QEventLoop loop;
    connect(this, &Live::moved, &loop, &QEventLoop::quit);
    loop.exec();
}

Ended Live::waitForServer(qint64 ms)
{
    return waitUntil(
        [this] {
            return m_connection.phase == Connection::Phase::Syncing ||
                   m_connection.phase == Connection::Phase::Online;
        },
        {.ms = ms, .untilAway = true});
}

Result<QList<UserInfo>> Live::findUsers(const QString &prefix, qint64 ms)
{
    if (waitForServer(ms) != Ended::Met) return Error{Errc::Offline, sentence()};
    const quint64 query = ++m_queries;
    bool answered = false;
    QString code;
    QList<UserInfo> users;
    const auto listening =
        connect(&feed(), &Feed::usersFound, this,
                [&](quint64 answeredQuery, const QList<UserInfo> &found, const QString &errorCode) {
                    if (answeredQuery != query) return;
                    answered = true;
                    users = found;
                    code = errorCode;
                    Q_EMIT moved();
                });
    commands().findUsers(query, prefix);
    const Ended how = waitUntil([&] { return answered; }, {.ms = ms, .untilAway = true});
    disconnect(listening);
    if (how != Ended::Met) return Error{Errc::Offline, sentence()};
    if (!code.isEmpty())
        return Error{Errc::Unavailable, u"The server could not look up the name (%1)."_s.arg(code)};
    return users;
}

Result<PushInfo> Live::askPush(const PushWish &wish, qint64 ms)
{
    if (waitForServer(ms) != Ended::Met) return Error{Errc::Offline, sentence()};
    const quint64 query = ++m_queries;
    std::optional<PushInfo> told;
    QString code;
    const auto listening =
        connect(&feed(), &Feed::pushTold, this,
                [&](quint64 answeredQuery, const PushInfo &info, const QString &errorCode) {
                    if (answeredQuery != query) return;
                    told = info;
                    code = errorCode;
                    Q_EMIT moved();
                });
    commands().askPush(query, wish);
    const Ended how = waitUntil([&] { return told.has_value(); }, {.ms = ms, .untilAway = true});
    disconnect(listening);
    if (how != Ended::Met) return Error{Errc::Offline, sentence()};
    if (!code.isEmpty())
        return Error{Errc::Refused, u"The server does not answer about pushes (%1)."_s.arg(code)};
    return *told;
}

Result<MessageVersions> Live::askVersions(const ChatId &chat, const Mid &mid, qint64 ms)
{
    if (waitForServer(ms) != Ended::Met) return Error{Errc::Offline, sentence()};
    const quint64 query = ++m_queries;
    std::optional<MessageVersions> told;
    const auto listening = connect(&feed(), &Feed::versionsTold, this, [&](const MessageVersions &answer) {
        if (answer.question != query) return;
        told = answer;
        Q_EMIT moved();
    });
    commands().askVersions(query, chat, mid);
    const Ended how = waitUntil([&] { return told.has_value(); }, {.ms = ms, .untilAway = true});
    disconnect(listening);
    if (how != Ended::Met || told->errorCode == u"offline") return Error{Errc::Offline, sentence()};
    if (!told->errorCode.isEmpty())
        return Error{Errc::Refused,
                     u"The server does not tell the earlier texts (%1)."_s.arg(told->errorCode)};
    return *told;
}

Result<DatePlace> Live::findDate(const ChatId &chat, qint64 atMs, qint64 ms)
{
    waitForServer(ms);
    const quint64 query = ++m_queries;
    std::optional<DatePlace> told;
    const auto listening = connect(&feed(), &Feed::dateFound, this, [&](const DatePlace &answer) {
        if (answer.question != query) return;
        told = answer;
        Q_EMIT moved();
    });
    commands().findDate(query, chat, atMs);
    std::ignore = waitUntil([&] { return told.has_value(); }, {.ms = ms, .untilAway = false});
    disconnect(listening);
    if (!told) return Error{Errc::Offline, sentence()};
    if (!told->errorCode.isEmpty())
        return Error{Errc::Refused,
                     u"The server does not tell where this date is (%1)."_s.arg(told->errorCode)};
    return *told;
}

Result<GroupAnswer> Live::askGroup(const GroupWish &wish, qint64 ms)
{
    if (waitForServer(ms) != Ended::Met) return Error{Errc::Offline, sentence()};
    const quint64 query = ++m_queries;
    std::optional<GroupAnswer> told;
    QString code;
    const auto listening =
        connect(&feed(), &Feed::groupTold, this,
                [&](quint64 answeredQuery, const GroupAnswer &answer, const QString &errorCode) {
                    if (answeredQuery != query) return;
                    told = answer;
                    code = errorCode;
                    Q_EMIT moved();
                });
    commands().askGroup(query, wish);
    const Ended how = waitUntil([&] { return told.has_value(); }, {.ms = ms, .untilAway = true});
    disconnect(listening);
    if (how != Ended::Met || code == u"offline") return Error{Errc::Offline, sentence()};
    if (!code.isEmpty()) return Error{Errc::Refused, code};
    return *told;
}

QString Live::sentence() const
{
    const QString why = m_connection.why.isEmpty() ? QString() : u" ("_s + m_connection.why + u')';
    const QString server = account().server.toString();
    switch (m_connection.phase) {
    case Connection::Phase::SignInAgain:
        return u"The server wants you to sign in again%1."_s.arg(why);
    case Connection::Phase::UpdateNeeded:
        return u"This version and the server %1 do not fit together%2."_s.arg(server, why);
    case Connection::Phase::SecretsAway:
        return u"The keychain cannot be read now%1."_s.arg(why);
    case Connection::Phase::DiskFull:
        return u"The disk is full%1."_s.arg(why);
    case Connection::Phase::DiskAway:
        return u"The disk cannot be written%1."_s.arg(why);
    case Connection::Phase::Damaged:
        return u"The local data is damaged%1."_s.arg(why);
    case Connection::Phase::Stopped:
        return u"Syncing stopped%1."_s.arg(why);
    case Connection::Phase::Syncing:
    case Connection::Phase::Online:
        return u"The server %1 did not answer in time."_s.arg(server);
    case Connection::Phase::Off:
    case Connection::Phase::Connecting:
    case Connection::Phase::Waiting:
        break;
    }
    return u"The server %1 cannot be reached%2."_s.arg(server, why);
}

} // namespace kith::cli
