#include "app/lab/lab.h"

#include <QDir>
#include <QEventLoop>
#include <QSet>

using namespace Qt::StringLiterals;

namespace kith::lab {

Lab::Lab(const QString &dir, quint64 seed, QObject *parent)
    : QObject(parent)
    , m_dir(QDir(dir).absolutePath())
    , m_random(seed)
    , m_server(m_dir)
{
    connect(&m_server, &LabServer::ended, this, [this](const QString &how) {
        m_story.tell(u"server"_s, Story::Kind::Trouble, u"ended by itself: "_s + how);
        Q_EMIT moved();
    });
}

Lab::~Lab() { stopAll(); }

const std::vector<LabClient *> Lab::clients() const
{
    std::vector<LabClient *> all;
    for (const auto &client : m_clients) all.push_back(client.get());
    return all;
}

LabClient *Lab::client(const QString &name) const
{
    for (const auto &client : m_clients)
        if (client->name() == name) return client.get();
    return nullptr;
}

Status Lab::startServer()
{
    auto started = m_server.start();
    if (!started) return started;
    m_story.tell(u"server"_s, Story::Kind::Note, u"ready at "_s + m_server.url());
    return ok();
}

Status Lab::bringIn(const std::vector<Member> &members, LabClient::Face face,
                    const std::function<QString(int)> &geometry)
{
    QSet<QString> registered;
    for (const Member &member : members) {
        const QString place = geometry ? geometry(int(m_clients.size())) : QString();
        auto made = std::make_unique<LabClient>(
            LabClient::Setup{member.name, member.login, member.display, m_dir, face, place}, m_server.port());
        LabClient *client = made.get();
        m_clients.push_back(std::move(made));
        if (client->net().port() == 0)
            return Error{Errc::Io, u"No port could be had for the network of %1."_s.arg(member.name)};
        QDir().mkpath(client->profile());
        connect(client, &LabClient::moved, this, &Lab::moved);
        connect(client, &LabClient::ended, this, [this, client](const QString &how) {
            m_story.tell(client->name(), Story::Kind::Trouble, u"ended by itself: "_s + how);
        });
        const bool first = !registered.contains(member.login);
        registered.insert(member.login);
        if (auto in = client->signIn(first ? u"register"_s : u"login"_s); !in) return in;
    }
    return ok();
}

Status Lab::startClients()
{
    for (const auto &client : m_clients)
        if (auto started = client->start(); !started) return started;
    return ok();
}

void Lab::sample() { note(beliefs()); }

void Lab::note(const std::vector<Belief> &all)
{
    const bool serving = m_server.isRunning() && !m_server.isAsleep();
    m_story.add({0, u"server"_s, 0, 0, serving, m_server.isRunning()});
    for (const Belief &one : all)
        m_story.add({0, one.client, one.waiting, one.behind, one.isOnline(), one.process == u"running"});
}

bool Lab::waitUntil(const std::function<bool()> &met, qint64 ms)
{
    if (met()) return true;
    bool good = false;
    QEventLoop loop;
    QTimer over, look;
    over.setSingleShot(true);
    const auto ask = [&] {
        good = good || met();
        if (good) loop.quit();
    };
    connect(&over, &QTimer::timeout, &loop, &QEventLoop::quit);
    connect(&look, &QTimer::timeout, &loop, ask);
    look.start(50);
    over.start(int(std::min<qint64>(ms, 24 * 3600 * 1000)));
    loop.exec();
    return good;
}

bool Lab::settle(qint64 ms)
{
    int times = 0;
    return waitUntil(
        [&] {
            bool all = true;
            for (const Belief &belief : beliefs()) {
                const LabClient *one = client(belief.client);
                if (!one->signedOut && !belief.isSettled()) all = false;
            }
            times = all ? times + 1 : 0;
            return times >= 2; // what one has just sent may still be on its way to another
        },
        ms);
}

Status Lab::heal()
{
    m_later.clear();
    if (auto fast = m_server.slowDisk() > 0 ? m_server.setSlowDisk(0) : ok(); !fast) return fast;
    if (m_server.isAsleep()) m_server.sleep(false);
    if (!m_server.isRunning())
        if (auto started = m_server.start(); !started) return started;
    for (const auto &client : m_clients) {
        client->net().clear();
        if (client->disk()) client->disk()->makeRoom();
        if (auto open = client->lockSecrets(false); !open) return open;
        if (client->isAsleep()) client->sleep(false);
        if (client->isClockWrong()) { // right again from the next start on
            if (client->isRunning()) client->stop();
            if (auto right = client->setClock({}); !right) return right;
        }
        if (!client->isRunning() && !client->signedOut)
            if (auto started = client->start(); !started) return started;
    }
    return ok();
}

void Lab::later(qint64 ms, std::function<void()> then)
{
    auto timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    connect(timer.get(), &QTimer::timeout, this, std::move(then));
    timer->start(int(ms));
    m_later.push_back(std::move(timer));
}

void Lab::stopAll()
{
    m_later.clear();
    for (const auto &client : m_clients) client->stop();
    if (m_server.isRunning()) (void)m_server.stop();
}

} // namespace kith::lab
