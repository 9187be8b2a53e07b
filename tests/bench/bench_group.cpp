#include "tests/bench/bench_kit.h"
#ifdef Q_OS_LINUX
#include "server/realtime/epoll_dispatcher.h"
#endif

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <sys/resource.h>

// One real group of many members: `kith-bench-group [--members 20000] [--connected 500] [--watching 50]`.
// Everybody registers and joins by an invite; some are connected, few of them look at the group. CPU and
// memory are the server process's own (/proc).
namespace {

using namespace kith;
using namespace kith::bench;
using namespace Qt::StringLiterals;

SystemRandom entropy;

qint64 nowMs() { return QDateTime::currentMSecsSinceEpoch(); }
OpId newOp() { return OpId::mint(nowMs(), entropy); }

template <class Done> void until(Done done)
{
    QEventLoop loop;
    while (!done()) loop.processEvents(QEventLoop::WaitForMoreEvents);
}

struct Group {
    quint16 port = 0;
    ServerProcess &server;
    std::vector<User> users;
    std::vector<std::unique_ptr<Client>> clients;
    ChatId chat;
    QByteArray code;
    qint64 events = 0, pokes = 0, bytes = 0; // pushed to the connected

    Client &owner() { return *clients.front(); }
    Client &connect(const User &user)
    {
        clients.push_back(std::make_unique<Client>(port, user.access, nullptr));
        Client &client = *clients.back();
        client.pushed = [this](const QString &text) {
            bytes += text.size();
            if (text.contains(u"\"t\":\"ev\"")) ++events;
            if (text.contains(u"\"t\":\"poke\"")) ++pokes;
        };
        until([&] { return client.live; });
        return client;
    }
    wire::ServerFrame ask(Client &client, wire::ClientFrame frame)
    {
        std::optional<wire::ServerFrame> answer;
        client.request(std::move(frame), [&](wire::ServerFrame &&f) { answer = std::move(f); });
        until([&] { return answer.has_value(); });
        return *answer;
    }
    wire::Send text() const
    {
        wire::Send send;
        send.chat = chat;
        send.mid = Mid::mint(nowMs(), entropy);
        send.kind = u"text"_s;
        send.body = QString(200, u'm');
        return send;
    }
    void make();
    void joinAll(int members);
    void sendAll(int messages);
    void readAll();
};

void tell(const char *what, double figure, const char *unit)
{
    std::printf("%-44s %12.3f %s\n", what, figure, unit);
    std::fflush(stdout);
}

void Group::make()
{
    users.push_back(*makeUser(port, u"owner"_s));
    Client &client = connect(users[0]);
    wire::ChatNew frame;
    frame.chat = chat = ChatId::mint(nowMs(), entropy);
    frame.op = newOp();
    frame.kind = ChatKind::Group;
    frame.title = u"Everybody"_s;
    ask(client, frame);
    const auto made = ask(client, wire::InviteSet{chat, newOp(), wire::InviteAct::New, {}, 0, 0});
    code = std::get<wire::Ok>(made).invites.at(0).code;
}

/// In a connection of their own, one after the other, as people come.
void Group::joinAll(int members)
{
    double joining = 0;
    for (int i = 1; i < members; ++i) {
        const auto user = makeUser(port, u"member%1"_s.arg(i));
        if (!user) {
            std::fprintf(stderr, "member %d could not be made\n", i);
            std::exit(1);
        }
        users.push_back(*user);
        const double before = server.cpuSeconds();
        Client client(port, user->access, nullptr);
        until([&] { return client.live; });
        const auto joined = ask(client, wire::Join{code, newOp()});
        if (!std::holds_alternative<wire::Ok>(joined)) {
            std::fprintf(stderr, "member %d was not let in\n", i);
            std::exit(1);
        }
        joining += server.cpuSeconds() - before;
        if (i % 2000 == 0) {
            std::printf("%d members, server %lld kB, joining %.3f CPU-s per 1,000\n", i,
                        static_cast<long long>(server.pssKb()), joining / 2);
            std::fflush(stdout);
            joining = 0;
        }
    }
}

void Group::sendAll(int messages)
{
    events = pokes = bytes = 0;
    const double before = server.cpuSeconds();
    for (int i = 0; i < messages; ++i) ask(owner(), text());
    const double spent = server.cpuSeconds() - before;
    QEventLoop loop;
    QTimer::singleShot(6'000, &loop, &QEventLoop::quit); // the pokes that were held back
    loop.exec();
    tell("server CPU per send", spent / messages * 1000, "ms");
    tell("events pushed per send", double(events) / messages, "");
    tell("pokes per send", double(pokes) / messages, "");
    tell("bytes pushed per send", double(bytes) / messages, "bytes");
    tell("server memory (PSS)", double(server.pssKb()) / 1024, "MiB");
}

/// What a member's client does after a poke, and what somebody who opens the list of people does.
void Group::readAll()
{
    Client &reader = *clients.back();
    double before = server.cpuSeconds();
    wire::Sync sync;
    sync.chat = chat;
    const auto first = ask(reader, sync);
    qsizetype size = wire::encode(wire::Reply{1, first}).size();
    tell("first sync: bytes", double(size), "bytes");
    tell("first sync: server CPU", (server.cpuSeconds() - before) * 1000, "ms");
    before = server.cpuSeconds();
    int pages = 0, people = 0;
    size = 0;
    wire::ListMembers question{chat, {}, {}, false, limits::pageRows};
    for (bool more = true; more; ++pages) {
        const auto answer = ask(reader, question);
        const auto &page = std::get<wire::Ok>(answer);
        size += wire::encode(wire::Reply{1, answer}).size();
        people += int(page.rows.size());
        if (!page.rows.empty()) question.after = std::get<MemberRow>(page.rows.back()).user;
        more = page.more;
    }
    std::printf("all members: %d in %d pages\n", people, pages);
    tell("all members: bytes", double(size), "bytes");
    tell("all members: server CPU", (server.cpuSeconds() - before) * 1000, "ms");
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
    parser.addOption({u"members"_s, u"Size of the group."_s, u"N"_s, u"20000"_s});
    parser.addOption({u"connected"_s, u"Members with a connection."_s, u"N"_s, u"500"_s});
    parser.addOption({u"watching"_s, u"Of these, who look at the group."_s, u"N"_s, u"50"_s});
    parser.addOption({u"messages"_s, u"Sends that are measured."_s, u"N"_s, u"200"_s});
    parser.process(application);
    const int members = parser.value(u"members"_s).toInt(), connected = parser.value(u"connected"_s).toInt();
    QTemporaryDir dir;
    ServerProcess server;
    if (!server.start(QCoreApplication::applicationDirPath() + u"/kith-server"_s,
                      {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, dir.filePath(u"data"_s),
                       u"--password-cost"_s, u"low"_s, u"--rate-limits"_s, u"off"_s, u"--log-level"_s,
                       u"warning"_s}))
        return 1;
    Group group{server.port(), server, {}, {}, {}, {}};
    group.make();
    group.joinAll(members);
    group.clients.clear(); // idle for long, the server has let it go
    group.connect(group.users[0]);
    tell("server memory after joining (PSS)", double(server.pssKb()) / 1024, "MiB");
    group.sendAll(parser.value(u"messages"_s).toInt());
    std::printf("now with %d connected, %s of them watching\n", connected,
                qPrintable(parser.value(u"watching"_s)));
    for (int i = 1; i < std::min(members, connected); ++i) group.connect(group.users[size_t(i)]);
    const int watching = std::min(parser.value(u"watching"_s).toInt(), int(group.clients.size()) - 1);
    for (int i = 0; i < watching; ++i)
        group.ask(*group.clients[size_t(i + 1)], wire::Watch{{group.chat}, {}});
    group.sendAll(parser.value(u"messages"_s).toInt());
    group.readAll();
    return 0;
}
