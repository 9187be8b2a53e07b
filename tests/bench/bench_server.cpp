#include "tests/bench/bench_kit.h"
#ifdef Q_OS_LINUX
#include "server/realtime/epoll_dispatcher.h"
#endif

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <deque>
#include <memory>
#include <sys/resource.h>

// The server under load, beside a bare relay with the same frames and no rules: `kith-bench-server [--only
// W1,W4]`. CPU is the server process's own (/proc); the load runs here.
namespace {

using namespace kith;
using namespace kith::bench;
using namespace Qt::StringLiterals;

constexpr int pairs = 100, window = 4;
const QString body200 = QString(200, u'm');

SystemRandom entropy;

wire::Send textMessage(const ChatId &chat)
{
    wire::Send send;
    send.chat = chat;
    send.mid = Mid::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
    send.kind = u"text"_s;
    send.body = body200;
    return send;
}

/// Two people, one chat: `sender` keeps a window of messages open until each has been seen.
struct Pair {
    std::unique_ptr<Client> sender, receiver;
    UserId receiverId;
    ChatId chat;
    int sent = 0, seen = 0, quota = 0;
    qint64 base = 0; // seq before the run
    std::deque<qint64> sentAtNs;
    std::vector<qint64> *latencies = nullptr;

    void fill()
    {
        while (sent < quota && sent - seen < window) {
            ++sent;
            sender->request(textMessage(chat));
        }
    }
    void wire()
    {
        receiver->pushed = [this](const QString &text) {
            if (!text.contains(u"\"t\":\"ev\"")) return;
            const qint64 seq = numberAfter(text, u"\"seq\":");
            if (latencies && !sentAtNs.empty()) {
                timespec now{};
                clock_gettime(CLOCK_MONOTONIC, &now);
                latencies->push_back(now.tv_sec * 1'000'000'000LL + now.tv_nsec - sentAtNs.front());
                sentAtNs.pop_front();
            }
            receiver->request(wire::Rcpt{{{chat, Seq{seq}, Seq{0}}}});
            receiver->request(wire::Rcpt{{{chat, Seq{seq}, Seq{seq}}}});
        };
        sender->pushed = [this](const QString &text) {
            if (!text.contains(u"\"t\":\"rx\"")) return;
            // mem: [[user, delivered, seen]]
            const qsizetype end = text.indexOf(u']');
            const qsizetype comma = text.lastIndexOf(u',', end);
            const qint64 upTo = QStringView(text).mid(comma + 1, end - comma - 1).toLongLong() - base;
            seen = std::max(seen, int(upTo));
            fill();
        };
    }
};

struct Load {
    quint16 port = 0;
    std::vector<User> users;
    std::vector<std::unique_ptr<Pair>> all;
    bool relay = false;

    void makeUsers(int count)
    {
        for (int i = int(users.size()); i < count; ++i) {
            const auto user = makeUser(port, u"bench%1"_s.arg(i));
            if (!user) {
                std::fprintf(stderr, "user %d could not be made\n", i);
                std::exit(1);
            }
            users.push_back(*user);
        }
    }
    void connectPairs()
    {
        all.clear();
        int live = 0;
        for (int i = 0; i < pairs; ++i) {
            auto pair = std::make_unique<Pair>();
            const User &a = users[size_t(2 * i)], &b = users[size_t(2 * i + 1)];
            pair->receiverId = b.id;
            pair->sender = std::make_unique<Client>(port, a.access, [&live](Client &) { ++live; });
            pair->receiver = std::make_unique<Client>(port, b.access, [&live](Client &) { ++live; });
            all.push_back(std::move(pair));
        }
        waitUntil([&] { return live == 2 * pairs; }, 30, "connections");
        int made = 0;
        for (auto &pair : all) {
            wire::ChatNew make;
            make.chat = ChatId::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
            make.op = OpId::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
            make.members = {pair->receiverId};
            pair->chat = make.chat;
            pair->sender->request(make, [&made, p = pair.get()](wire::ServerFrame &&frame) {
                if (const auto *answer = std::get_if<wire::Ok>(&frame)) p->chat = answer->chat;
                ++made;
            });
        }
        waitUntil([&] { return made == pairs; }, 30, "chats");
        for (auto &pair : all) pair->wire();
    }
    /// Seconds for `each` messages a pair, all seen.
    double run(int each)
    {
        QElapsedTimer since;
        since.start();
        for (auto &pair : all) {
            pair->base += pair->seen;
            pair->sent = pair->seen = 0;
            pair->quota = each;
            pair->fill();
        }
        waitUntil(
            [&] { return std::all_of(all.begin(), all.end(), [each](auto &p) { return p->seen >= each; }); },
            120, "all messages seen");
        return double(since.nsecsElapsed()) / 1e9;
    }
};

struct W1 {
    double rate = 0, cpu = 0;
};
W1 measureW1(Load &load, const ServerProcess &server, int each)
{
    load.connectPairs();
    load.run(20); // warm
    const double before = server.cpuSeconds();
    const double seconds = load.run(each);
    const double messages = double(each) * pairs;
    return {messages / seconds, (server.cpuSeconds() - before) / messages * 10'000};
}

void measureW2(Load &load)
{
    std::vector<qint64> latencies;
    for (auto &pair : load.all) pair->latencies = &latencies;
    int sent = 0;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        Pair &pair = *load.all[size_t(sent++ % pairs)];
        timespec now{};
        clock_gettime(CLOCK_MONOTONIC, &now);
        pair.sentAtNs.push_back(now.tv_sec * 1'000'000'000LL + now.tv_nsec);
        pair.sender->request(textMessage(pair.chat));
        if (sent == 2'500) timer.stop();
    });
    timer.start(2);
    waitUntil([&] { return latencies.size() >= 2'500; }, 60, "W2 deliveries");
    std::sort(latencies.begin(), latencies.end());
    const auto at = [&](double part) {
        return double(latencies[size_t(double(latencies.size() - 1) * part)]) / 1e6;
    };
    std::printf("W2 p50 %.2f ms, p90 %.2f ms, max %.2f ms\n", at(0.5), at(0.9), at(1));
    report("W2 p99 send to receiver", at(0.99), "ms", 20, true);
    for (auto &pair : load.all) pair->latencies = nullptr;
}

void measureW3(Load &load, const ServerProcess &server)
{
    constexpr int members = 500, messages = 200;
    load.makeUsers(members);
    std::vector<std::unique_ptr<Client>> clients;
    int live = 0;
    qint64 heard = 0;
    for (int i = 0; i < members; ++i) {
        clients.push_back(
            std::make_unique<Client>(load.port, load.users[size_t(i)].access, [&live](Client &) { ++live; }));
        clients.back()->pushed = [&heard](const QString &text) {
            heard += text.contains(u"\"t\":\"ev\"") ? 1 : 0;
        };
    }
    waitUntil([&] { return live == members; }, 60, "W3 connections");
    wire::ChatNew make;
    make.chat = ChatId::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
    make.op = OpId::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
    make.kind = ChatKind::Group;
    make.title = u"all"_s;
    for (int i = 1; i <= limits::newMembers - 1; ++i) make.members.push_back(load.users[size_t(i)].id);
    bool made = false;
    clients[0]->request(
        make, [&made](wire::ServerFrame &&frame) { made = std::holds_alternative<wire::Ok>(frame); });
    waitUntil([&] { return made; }, 30, "W3 group");
    int added = 0;
    for (int i = limits::newMembers; i < members; ++i) {
        wire::Mem add;
        add.chat = make.chat;
        add.op = OpId::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
        add.user = load.users[size_t(i)].id;
        clients[0]->request(add, [&added](wire::ServerFrame &&) { ++added; });
        if (i % 32 == 0) waitUntil([&] { return added > i - limits::newMembers; }, 30, "W3 members");
    }
    waitUntil([&] { return added == members - limits::newMembers; }, 60, "W3 members");
    // What adding them made must have arrived before the clock starts.
    qint64 last = -1;
    waitUntil([&] { return std::exchange(last, heard) == heard; }, 60, "W3 quiet");
    heard = 0;
    const double before = server.cpuSeconds();
    QElapsedTimer since;
    since.start();
    int sent = 0;
    std::function<void()> next = [&] {
        if (sent < messages) {
            ++sent;
            clients[0]->request(textMessage(make.chat), [&](wire::ServerFrame &&) { next(); });
        }
    };
    for (int i = 0; i < 8; ++i) next();
    const qint64 all = qint64(members) * messages;
    waitUntil([&] { return heard >= all; }, 120, "W3 deliveries");
    const double seconds = double(since.nsecsElapsed()) / 1e9;
    report("W3 deliveries", double(all) / seconds, "1/s", 35'000, false);
    report("W3 CPU per 100,000 deliveries", (server.cpuSeconds() - before) / double(all) * 100'000, "s", 1.3,
           true);
}

void measureW4(Load &load, const ServerProcess &server)
{
    constexpr int count = 2'000;
    load.all.clear();
    waitUntil([n = 0]() mutable { return ++n > 10; }, 10, "settling");
    const qint64 before = server.pssKb();
    std::vector<std::unique_ptr<Client>> clients;
    int live = 0;
    QElapsedTimer since;
    since.start();
    const double cpuBefore = server.cpuSeconds();
    // 50 at a time: a storm, but one that a backlog holds
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<Client>(
            load.port, load.users[size_t(i) % load.users.size()].access, [&live](Client &) { ++live; }));
        if (i % 50 == 49) waitUntil([&] { return live >= i - 50; }, 30, "W4 connections");
    }
    waitUntil([&] { return live == count; }, 60, "W4 connections");
    waitUntil([n = 0]() mutable { return ++n > 40; }, 10, "settling");
    report("W4 memory per idle connection", double(server.pssKb() - before) / count, "KB PSS", 22, true);
    const double idle = server.cpuSeconds();
    waitUntil([n = 0]() mutable { return ++n > 60; }, 10, "idling");
    std::printf("W4 idle CPU with %d connections: %.1f ms per second\n", count,
                (server.cpuSeconds() - idle) * 1000 / 3);
    std::printf("W4 CPU per connect and hello: %.0f us\n", (idle - cpuBefore) / count * 1e6);
}

void measureW5(Load &load)
{
    constexpr int count = 2'000, atOnce = 100;
    std::vector<std::unique_ptr<Client>> clients(count);
    int started = 0, live = 0;
    QElapsedTimer since;
    since.start();
    std::function<void()> next = [&] {
        if (started == count) return;
        const size_t i = size_t(started++);
        clients[i] =
            std::make_unique<Client>(load.port, load.users[i % load.users.size()].access, [&](Client &) {
                ++live;
                next();
            });
    };
    for (int i = 0; i < atOnce; ++i) next();
    waitUntil([&] { return live == count; }, 60, "W5 connections");
    report("W5 reconnects", count / (double(since.nsecsElapsed()) / 1e9), "clients/s", 1'300, false);
}

void measureW6(Load &load)
{
    // The first pair's sender has 200 chats of 100 messages each.
    constexpr int chats = 200, each = 100;
    load.makeUsers(chats + 1);
    bool ready = false;
    Client writer(load.port, load.users[0].access, [&ready](Client &) { ready = true; });
    waitUntil([&] { return ready; }, 10, "W6 writer");
    std::vector<ChatId> ids;
    std::vector<EpochId> epoch(1);
    int done = 0;
    for (int i = 1; i <= chats; ++i) {
        wire::ChatNew make;
        make.chat = ChatId::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
        make.op = OpId::mint(QDateTime::currentMSecsSinceEpoch(), entropy);
        make.kind = ChatKind::Group;
        make.title = u"chat %1"_s.arg(i);
        make.members = {load.users[size_t(i)].id};
        ids.push_back(make.chat);
        writer.request(make, [&](wire::ServerFrame &&frame) {
            if (const auto *answer = std::get_if<wire::Ok>(&frame)) epoch[0] = answer->epoch;
            ++done;
        });
        if (i % 50 == 0) waitUntil([&] { return done == i; }, 30, "W6 chats");
    }
    int asked = 0, stored = 0;
    std::function<void()> next = [&] {
        if (asked == chats * each) return;
        const ChatId chat = ids[size_t(asked++ % chats)];
        writer.request(textMessage(chat), [&](wire::ServerFrame &&) {
            ++stored;
            next();
        });
    };
    for (int i = 0; i < 60; ++i) next();
    waitUntil([&] { return stored == chats * each; }, 120, "W6 messages");
    // Catch up from the start of each chat, as a device that knows of them and holds nothing.
    ready = false;
    Client reader(load.port, load.users[0].access, [&ready](Client &) { ready = true; });
    waitUntil([&] { return ready; }, 10, "W6 reader");
    qint64 rows = 0;
    qint64 bytes = 0;
    int finished = 0;
    size_t at = 0;
    QObject::connect(&reader.socket, &QWebSocket::textMessageReceived, &reader.socket,
                     [&bytes](const QString &text) { bytes += text.size(); });
    QElapsedTimer since;
    since.start();
    std::function<void(wire::Sync)> ask = [&](wire::Sync question) {
        reader.request(question, [&, question](wire::ServerFrame &&frame) {
            if (const auto *delta = std::get_if<wire::Delta>(&frame)) {
                rows += qint64(delta->rows.size());
                wire::Sync more = question;
                more.at = delta->to;
                more.rx = delta->rx;
                if (delta->more) return ask(more);
            } else if (const auto *reset = std::get_if<wire::Reset>(&frame)) {
                rows += qint64(reset->rows.size());
            }
            ++finished;
            if (at < ids.size()) {
                wire::Sync sync;
                sync.chat = ids[at++];
                sync.epoch = epoch[0];
                ask(sync);
            }
        });
    };
    for (int i = 0; i < 8; ++i) {
        wire::Sync sync;
        sync.chat = ids[at++];
        sync.epoch = epoch[0];
        ask(sync);
    }
    waitUntil([&] { return finished == chats; }, 60, "W6 catch-up");
    const double seconds = double(since.nsecsElapsed()) / 1e9;
    std::printf("W6 rows %lld in %.3f s\n", static_cast<long long>(rows), seconds);
    report("W6 catch-up", double(rows) / seconds, "messages/s", 60'000, false);
    report("W6 bytes each", double(bytes) / double(std::max<qint64>(1, rows)), "bytes", 320, true);
}

} // namespace

int main(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    QCoreApplication::setEventDispatcher(server::makeSocketDispatcher().release());
#endif
    QCoreApplication application(argc, argv);
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption(
        {u"only"_s, u"Measures to run, of W1 to W6 and relay."_s, u"LIST"_s, u"W1,W2,W3,W4,W5,W6,relay"_s});
    parser.addOption({u"messages"_s, u"Messages of each pair in W1."_s, u"N"_s, u"200"_s});
    parser.process(application);
    const QStringList only = parser.value(u"only"_s).split(u',');
    const int each = parser.value(u"messages"_s).toInt();
    const QString here = QCoreApplication::applicationDirPath();
    QTemporaryDir dir;
    ServerProcess server;
    if (!server.start(here + u"/kith-server"_s,
                      {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, dir.filePath(u"data"_s),
                       u"--password-cost"_s, u"low"_s, u"--rate-limits"_s, u"off"_s, u"--log-level"_s,
                       u"warning"_s}))
        return 1;
    Load load;
    load.port = server.port();
    load.makeUsers(2 * pairs);
    W1 mine;
    if (only.contains(u"W1"_s)) {
        mine = measureW1(load, server, each);
        report("W1 messages with receipts", mine.rate, "1/s", 5'000, false);
        report("W1 server CPU per 10,000", mine.cpu, "s", 1.2, true);
    }
    if (only.contains(u"W2"_s)) {
        if (load.all.empty()) load.connectPairs();
        measureW2(load);
    }
    if (only.contains(u"W4"_s)) measureW4(load, server);
    if (only.contains(u"W5"_s)) measureW5(load);
    if (only.contains(u"W6"_s)) measureW6(load);
    if (only.contains(u"W3"_s)) measureW3(load, server);
    if (only.contains(u"relay"_s) && only.contains(u"W1"_s)) {
        QTemporaryDir relayDir;
        ServerProcess relay;
        if (!relay.start(here + u"/kith-bench-relay"_s, {relayDir.filePath(u"relay.db"_s)})) return 1;
        Load bare;
        bare.port = relay.port();
        bare.users = load.users;
        // Its "token" is the user's place: neighbours are a pair.
        for (size_t i = 0; i < bare.users.size(); ++i) bare.users[i].access = QByteArray::number(i);
        const W1 limit = measureW1(bare, relay, each);
        std::printf("W1 bare relay: %.0f messages/s, %.2f CPU-s per 10,000\n", limit.rate, limit.cpu);
        std::printf("W1 ratio to the relay: %.2f of its rate, %.2f of its CPU\n", mine.rate / limit.rate,
                    mine.cpu / limit.cpu);
    }
    return 0;
}
