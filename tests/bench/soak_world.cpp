#include "tests/bench/soak_world.h"

#include <QDateTime>
#include <QHostAddress>
#include <QTimer>

namespace kith::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int devicesEach = 10, groupSize = 20;
constexpr int turnsPerLife = 600; // a connection lives for a minute, more or less
constexpr int opensPerTurn = 60;
constexpr qint64 pingMs = 20'000, renewMs = 8 * 60'000;
const QString password = QStringLiteral("soak password");

qint64 wallMs() { return QDateTime::currentMSecsSinceEpoch(); }

} // namespace

SoakWorld::SoakWorld(quint16 port, int connections)
    : m_port(port)
{
    m_clock.start();
    m_people.resize(size_t(std::max(2, connections / devicesEach)));
    for (int i = 0; i < connections; ++i) {
        m_slots.push_back(std::make_unique<Slot>());
        m_slots.back()->person = size_t(i) % m_people.size();
    }
}

SoakWorld::~SoakWorld()
{
    for (QObject *post : m_posts.children()) post->disconnect(); // nobody waits for their answers any more
}

void SoakWorld::post(const QByteArray &path, const QByteArray &body, const QByteArray &access,
                     std::function<void(int, const QByteArray &)> done)
{
    auto *socket = new QTcpSocket(&m_posts);
    const auto all = std::make_shared<QByteArray>();
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [=] { *all += socket->readAll(); });
    QObject::connect(socket, &QTcpSocket::disconnected, socket, [=, done = std::move(done)] {
        *all += socket->readAll();
        done(all->mid(9, 3).toInt(), all->mid(all->indexOf("\r\n\r\n") + 4));
        socket->deleteLater();
    });
    socket->connectToHost(QHostAddress::LocalHost, m_port);
    socket->write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                  (access.isEmpty() ? QByteArray() : "Authorization: Bearer " + access + "\r\n") +
                  "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

bool SoakWorld::prepare()
{
    size_t made = 0;
    bool good = true;
    for (size_t i = 0; i < m_people.size(); ++i) {
        wire::RegisterRequest request;
        request.login = u"soak%1"_s.arg(i);
        request.name = request.login;
        request.password = password;
        request.device = {u"soak"_s, u"soak 1"_s};
        post("/v1/register", wire::encode(request), {}, [&, i](int, const QByteArray &body) {
            const auto in = wire::decodeSignedIn(body);
            good = good && bool(in);
            if (in) m_people[i] = {in->user, in->access, in->refresh, nowMs(), {}};
            ++made;
        });
        if (i % 16 == 15) waitUntil([&] { return made > i - 8; }, 60, "accounts");
    }
    waitUntil([&] { return made == m_people.size(); }, 60, "accounts");
    if (!good) return false;
    for (size_t first = 0; first < m_people.size(); first += groupSize) {
        wire::ChatNew make;
        make.chat = ChatId::mint(wallMs(), m_random);
        make.op = OpId::mint(wallMs(), m_random);
        make.kind = ChatKind::Group;
        make.title = u"group %1"_s.arg(first / groupSize);
        const size_t end = std::min(m_people.size(), first + groupSize);
        for (size_t i = first; i < end; ++i) {
            if (i > first) make.members.push_back(m_people[i].id);
            m_people[i].chats.push_back(make.chat);
        }
        bool done = false;
        Client owner(m_port, m_people[first].access, [&](Client &client) {
            client.request(make, [&](wire::ServerFrame &&frame) {
                good = good && std::holds_alternative<wire::Ok>(frame);
                done = true;
            });
        });
        waitUntil([&] { return done; }, 60, "a group");
    }
    return good;
}

void SoakWorld::count(const wire::ServerFrame &frame)
{
    if (std::holds_alternative<wire::Err>(frame)) ++m_figures.refused;
}

void SoakWorld::connect(Slot &slot)
{
    const Person &person = m_people[slot.person];
    slot.pingedMs = nowMs();
    slot.client = std::make_unique<Client>(m_port, person.access, [this, &slot](Client &client) {
        ++m_figures.connects;
        const Person &me = m_people[slot.person];
        wire::Watch watch;
        watch.chats = me.chats;
        client.request(watch, [this](wire::ServerFrame &&frame) { count(frame); });
        wire::Chats chats; // as a device that holds nothing
        client.request(chats, [this](wire::ServerFrame &&frame) { count(frame); });
    });
    slot.client->pushed = [this, &slot](const QString &text) {
        if (text.contains(u"\"t\":\"ev\"")) ++m_figures.heard;
        if (text.contains(u"\"t\":\"auth_soon\""))
            slot.client->request(wire::Auth{m_people[slot.person].access},
                                 [this](wire::ServerFrame &&frame) { count(frame); });
    };
    QObject::connect(&slot.client->socket, &QWebSocket::disconnected, &slot.client->socket, [this, &slot] {
        ++m_figures.lost;
        slot.client->live = false;
    });
}

/// The slot is free; what is left of its connection goes when it has ended.
void SoakWorld::put(Slot &slot)
{
    QObject::disconnect(&slot.client->socket, &QWebSocket::disconnected, nullptr, nullptr);
    slot.client->pushed = {};
    m_ended.push_back(std::move(slot.client));
}

void SoakWorld::end(Slot &slot)
{
    Client &client = *slot.client;
    put(slot);
    switch (any(4)) {
    case 0:
        ++m_figures.resets; // in the middle of whatever it was doing
        for (int i = 0; i < 3; ++i) say(client, m_people[slot.person].chats.front());
        return client.socket.abort();
    case 1:
        ++m_figures.silences; // the server has to find out
        return;
    default:
        ++m_figures.farewells;
        return client.socket.close();
    }
}

void SoakWorld::say(Client &client, const ChatId &chat)
{
    wire::Send send;
    send.chat = chat;
    send.mid = Mid::mint(wallMs(), m_random);
    send.kind = u"text"_s;
    send.body = QString(int(any(400)) + 1, u's');
    client.request(send, [this, mid = send.mid](wire::ServerFrame &&frame) {
        count(frame);
        if (!std::holds_alternative<wire::Ok>(frame)) return;
        ++m_figures.acknowledged;
        m_acknowledged.insert(mid);
    });
}

void SoakWorld::talk(Slot &slot)
{
    const Person &me = m_people[slot.person];
    Client &client = *slot.client;
    const ChatId chat = me.chats[any(me.chats.size())];
    const auto counted = [this](wire::ServerFrame &&frame) { count(frame); };
    ++m_figures.asked;
    switch (any(8)) {
    case 0: {
        wire::Hist hist;
        hist.chat = chat;
        hist.lo = Seq{1 + qint64(any(200))};
        hist.hi = Seq{hist.lo.value + 60};
        return client.request(hist, counted);
    }
    case 1:
        return client.request(wire::Rcpt{{{chat, Seq{1}, Seq{1}}}}, counted);
    case 2:
        return client.request(wire::UsersFind{u"soak"_s}, counted);
    case 3: {
        wire::Uset set;
        set.kind = u"draft"_s;
        set.key = chat.text();
        set.op = OpId::mint(wallMs(), m_random);
        set.value = "\"half a sentence\"";
        return client.request(set, [](wire::ServerFrame &&) {}); // another device may have been faster
    }
    default:
        return say(client, chat);
    }
}

void SoakWorld::renew(Person &person)
{
    person.renewedMs = nowMs();
    post("/v1/token", wire::encode(wire::TokenRequest{person.refresh}), {},
         [this, &person](int status, const QByteArray &body) {
             const auto tokens = wire::decodeTokens(body);
             if (status != 200 || !tokens) {
                 ++m_figures.refused;
                 return;
             }
             person.access = tokens->access;
             person.refresh = tokens->refresh;
         });
}

/// A device that signs in and out again.
void SoakWorld::visit(Person &person)
{
    wire::LoginRequest login;
    login.login = u"soak%1"_s.arg(&person - m_people.data());
    login.password = password;
    login.device = {u"visit"_s, u"soak 1"_s};
    post("/v1/login", wire::encode(login), {}, [this](int, const QByteArray &body) {
        const auto in = wire::decodeSignedIn(body);
        if (!in) return void(++m_figures.refused);
        ++m_figures.signIns;
        post("/v1/logout", wire::encode(wire::TokenRequest{in->refresh}), {},
             [this](int status, const QByteArray &) { m_figures.refused += status == 200 ? 0 : 1; });
    });
}

void SoakWorld::turn()
{
    ++m_turns;
    const size_t perTurn = m_slots.size() / turnsPerLife + 1;
    int opened = 0;
    for (auto &slot : m_slots) {
        if (slot->client && slot->client->socket.state() == QAbstractSocket::UnconnectedState) put(*slot);
        if (!slot->client && opened < opensPerTurn) {
            connect(*slot);
            ++opened;
        } else if (slot->client && slot->client->live && nowMs() - slot->pingedMs >= pingMs) {
            slot->pingedMs = nowMs();
            slot->client->request(wire::Ping{}, [this](wire::ServerFrame &&frame) { count(frame); });
        }
    }
    for (size_t i = 0; i < perTurn; ++i)
        if (Slot &slot = *m_slots[any(m_slots.size())]; slot.client && slot.client->live) end(slot);
    for (size_t i = 0; i < std::max<size_t>(1, m_slots.size() / 500); ++i)
        if (Slot &slot = *m_slots[any(m_slots.size())]; slot.client && slot.client->live) talk(slot);
    std::erase_if(m_ended, [](const auto &client) {
        return client->socket.state() == QAbstractSocket::UnconnectedState;
    });
    for (Person &person : m_people)
        if (nowMs() - person.renewedMs > renewMs) {
            renew(person);
            break;
        }
    if (m_turns % 20 == 0) visit(m_people[any(m_people.size())]);
}

void SoakWorld::leave(bool silent)
{
    if (silent) m_ended.clear();
    for (auto &slot : m_slots) {
        if (!slot->client) continue;
        put(*slot);
        m_ended.back()->socket.abort();
    }
}

int SoakWorld::live() const
{
    int all = 0;
    for (const auto &slot : m_slots) all += slot->client && slot->client->live ? 1 : 0;
    return all;
}

} // namespace kith::bench
