#include "app/cli/interrupt.h"
#include "app/lab/commands.h"
#include "app/lab/ctl.h"
#include "app/lab/seeding.h"
#include "app/lab/window.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QScreen>
#include <QTemporaryDir>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

struct UpOptions {
    qint64 clients = 2, chats = 0, messages = 0, seed = 1, seconds = 0;
    bool windows = false, control = false;
    QString keep;
};

/// Windows side by side: where the n-th of `count` stands.
QString tile(int n, qint64 count)
{
    const auto *screen = QGuiApplication::primaryScreen();
    if (!screen) return {};
    const QRect room = screen->availableGeometry();
    const int columns = int(std::ceil(std::sqrt(double(count)))), rows = int((count + columns - 1) / columns);
    const int wide = room.width() / columns, high = room.height() / rows;
    return u"%1x%2+%3+%4"_s.arg(wide - 8)
        .arg(high - 40)
        .arg(room.x() + n % columns * wide)
        .arg(room.y() + n / columns % rows * high);
}

qint64 tiles(const UpOptions &options) { return options.clients + (options.control ? 1 : 0); }

void sayEvent(const Story::Event &event)
{
    static const char *const marks[] = {"", "✗ ", "✓ ", "", "! "};
    std::printf("%7.2f s  %-10s %s%s\n", double(event.ms) / 1000,
                qPrintable(event.lane.isEmpty() ? u"lab"_s : event.lane), marks[int(event.kind)],
                qPrintable(event.text));
    std::fflush(stdout);
}

/// A picture as a camera would give it: big enough to be shown small first.
bool drawHarbour(const QString &file)
{
    QImage image(1600, 900, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, 560);
    sky.setColorAt(0, QColor(0x3b6ea5));
    sky.setColorAt(1, QColor(0xf2c288));
    painter.fillRect(0, 0, 1600, 560, sky);
    painter.fillRect(0, 560, 1600, 340, QColor(0x24506b));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xfff1cf));
    painter.drawEllipse(QPoint(1150, 470), 70, 70);
    for (int i = 0; i < 5; ++i) {
        const int x = 160 + i * 300, y = 600 + i % 3 * 70;
        painter.setBrush(QColor(0x30, 0x22, 0x1c));
        painter.drawPolygon(QPolygon({{x - 90, y}, {x + 90, y}, {x + 60, y + 45}, {x - 60, y + 45}}));
        painter.setBrush(QColor(0xf6, 0xf3, 0xea));
        painter.drawPolygon(QPolygon({{x, y - 190}, {x + 80, y - 15}, {x, y - 15}}));
    }
    painter.end();
    return image.save(file);
}

Status seed(Lab &lab, const UpOptions &options)
{
    if (options.messages == 0 && options.chats == 0) return ok();
    if (auto stopped = lab.server().stop(); !stopped) return stopped;
    SeedPlan plan;
    plan.seed = quint64(options.seed);
    plan.chats = int(options.chats);
    plan.messages = int(options.messages);
    plan.clients = int(options.clients);
    plan.people = int(std::clamp<qint64>(options.chats / 2, options.clients + 3, 500));
    plan.nowMs = QDateTime::currentMSecsSinceEpoch();
    const qint64 before = lab.story().ms();
    const auto done = seedServer(lab.server().database(), plan, [&](int count) {
        if (count % 50'000 == 0 && count > 0)
            lab.story().tell({}, Story::Kind::Note, u"%1 messages seeded"_s.arg(count));
    });
    if (!done) return done;
    lab.story().tell({}, Story::Kind::Note,
                     u"%1 messages in %2 chats among %3 people, in %4 s"_s.arg(plan.messages)
                         .arg(plan.chats)
                         .arg(plan.people)
                         .arg(double(lab.story().ms() - before) / 1000, 0, 'f', 1));
    return lab.startServer();
}

/// What only a client can put in: the first person sends the second a text file and a picture.
Status sendFiles(Lab &lab)
{
    const auto clients = lab.clients();
    if (clients.size() < 2) return ok();
    const QString notes = lab.dir() + u"/meeting notes.txt"_s, picture = lab.dir() + u"/harbour.png"_s;
    QFile file(notes);
    if (!file.open(QIODevice::WriteOnly)) return Error{Errc::Io, u"%1 cannot be written."_s.arg(notes)};
    for (int i = 0; i < 40; ++i) file.write(someText(lab.random()).toUtf8() + '\n');
    file.close();
    if (!drawHarbour(picture)) return Error{Errc::Io, u"%1 cannot be written."_s.arg(picture)};
    const std::pair<QString, QString> all[] = {{notes, u"Here are my notes"_s}, {picture, u"The harbour"_s}};
    for (const auto &[name, caption] : all) {
        const Ran ran = clients[0]->cli({u"send"_s, u'@' + clients[1]->setup().login, u"--file"_s, name,
                                         u"--caption"_s, caption, u"--timeout"_s, u"60"_s});
        if (ran.code != 0)
            return Error{Errc::Io,
                         u"The first file was not sent: %1"_s.arg(QString::fromUtf8(ran.err).trimmed())};
    }
    return ok();
}

/// From here on its client has nothing to fetch.
Status fillMirror(Lab &lab, const LabClient &client)
{
    const qint64 before = lab.story().ms();
    if (auto filled = seedMirror(client.profile(), lab.server().database()); !filled) return filled;
    lab.story().tell(
        client.name(), Story::Kind::Note,
        u"its mirror holds all of it, after %1 s"_s.arg(double(lab.story().ms() - before) / 1000, 0, 'f', 1));
    return ok();
}

Status bringUp(Lab &lab, const UpOptions &options)
{
    if (auto started = lab.startServer(); !started) return started;
    std::vector<Lab::Member> members;
    for (const PersonName &one : peopleNames(int(options.clients)))
        members.push_back({one.login, one.login, one.name});
    const auto face = options.windows ? LabClient::Face::Window : LabClient::Face::Headless;
    const auto place = [&options](int n) { return options.windows ? tile(n, tiles(options)) : QString(); };
    if (auto in = lab.bringIn(members, face, place); !in) return in;
    if (auto seeded = seed(lab, options); !seeded) return seeded;
    // One after the other: the first can be used while the last is still being filled.
    for (LabClient *client : lab.clients()) {
        const bool first = client == lab.clients().front();
        if (options.messages > 0)
            if (auto filled = fillMirror(lab, *client); !filled) return filled;
        if (options.messages > 0 && first)
            if (auto sent = sendFiles(lab); !sent) return sent;
        if (auto started = client->start(); !started) return started;
    }
    lab.story().tell({}, Story::Kind::Note, u"%1 clients started"_s.arg(options.clients));
    return ok();
}

int liveThrough(Lab &lab, const UpOptions &options)
{
    if (auto up = bringUp(lab, options); !up) return complain(exitFault, up.error().what);
    Orders orders(lab);
    CtlServer ctl(orders);
    if (auto listening = ctl.listen(lab.dir()); !listening)
        return complain(exitFault, listening.error().what);
    std::printf("\n%s\nOrders: kith-lab ctl help · kith-lab ctl timeline. Ctrl+C stops everything%s\n\n",
                orders.run({u"who"_s})->toUtf8().constData(),
                options.keep.isEmpty() ? " and removes it." : "; the folder is kept.");
    std::fflush(stdout);
    const cli::Interrupt interrupt;
    QObject::connect(&interrupt, &cli::Interrupt::raised, qApp, &QCoreApplication::quit);
    QObject::connect(&ctl, &CtlServer::quitWanted, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QTimer over;
    QObject::connect(&over, &QTimer::timeout, qApp, &QCoreApplication::quit);
    if (options.seconds > 0) over.start(int(options.seconds * 1000));
    if (options.windows)
        QObject::connect(&lab, &Lab::moved, qApp, [&lab] {
            for (const LabClient *client : lab.clients())
                if (client->isRunning()) return;
            QCoreApplication::quit(); // the last window was closed
        });
    std::unique_ptr<ControlWindow> window;
    if (options.control) {
        window = std::make_unique<ControlWindow>(lab, ctl);
        // Beside the clients' windows it takes the last tile.
        const QString place = options.windows ? tile(int(options.clients), tiles(options)) : QString();
        const QStringList numbers = place.split(QRegularExpression(u"[x+]"_s));
        if (numbers.size() == 4)
            window->setGeometry(numbers[2].toInt(), numbers[3].toInt(), numbers[0].toInt(),
                                numbers[1].toInt());
        window->show();
    }
    if (!interrupt.wasRaised()) QCoreApplication::exec();
    lab.disconnect(qApp);
    return 0;
}

} // namespace

int runUp(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"kith-lab up: a server and clients, each with a bad network of its own."_s);
    parser.addOptions({
        {u"clients"_s, u"How many people, each with one client (2)."_s, u"N"_s, u"2"_s},
        {u"windows"_s, u"Each client is a kith window, tiled on the screen."_s},
        {u"headless"_s, u"Each client is a kith-cli session (what is done without a display)."_s},
        {u"window"_s, u"A control window with the orders and the live timeline."_s},
        {u"server-nodes"_s, u"Nodes of the server: 1."_s, u"N"_s, u"1"_s},
        {u"seed-chats"_s, u"Chats that exist at the start (6 for each client)."_s, u"C"_s, u"-1"_s},
        {u"seed-messages"_s, u"Messages in them, all together (30 for each chat)."_s, u"M"_s, u"-1"_s},
        {u"seed"_s, u"What people wrote is drawn from it (1)."_s, u"S"_s, u"1"_s},
        {u"keep"_s, u"Work in this folder and leave it there."_s, u"DIR"_s},
        {u"for"_s, u"End after so many seconds by itself."_s, u"SECONDS"_s, u"0"_s},
    });
    int code = 0;
    if (!parsed(parser, arguments, code)) return code;
    UpOptions options;
    qint64 nodes = 1;
    if (!numberOf(parser, u"clients"_s, 1, 200, options.clients) ||
        !numberOf(parser, u"seed-chats"_s, -1, 20'000, options.chats) ||
        !numberOf(parser, u"seed-messages"_s, -1, 5'000'000, options.messages) ||
        !numberOf(parser, u"seed"_s, 0, std::numeric_limits<qint64>::max(), options.seed) ||
        !numberOf(parser, u"for"_s, 0, 24 * 3600, options.seconds) ||
        !numberOf(parser, u"server-nodes"_s, 1, 1000, nodes))
        return exitUsage;
    if (nodes != 1)
        return complain(exitUsage, u"kith-server is one program on one database: --server-nodes 1."_s);
    if (options.chats < 0) options.chats = 6 * options.clients;
    if (options.messages < 0) options.messages = 30 * options.chats;
    options.windows = parser.isSet(u"windows"_s);
    options.control = parser.isSet(u"window"_s);
    if (options.windows && parser.isSet(u"headless"_s))
        return complain(exitUsage, u"--windows or --headless."_s);
    options.keep = parser.value(u"keep"_s);
    if (!options.keep.isEmpty() && !QDir().mkpath(options.keep))
        return complain(exitFault, u"The folder %1 cannot be made."_s.arg(options.keep));
    if (!options.keep.isEmpty() && !QDir(options.keep).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot))
        return complain(exitFault, u"The folder %1 is not empty; name a new one."_s.arg(options.keep));
    QTemporaryDir temporary(QDir::temp().filePath(u"kith-lab-XXXXXX"_s));
    const QString dir = options.keep.isEmpty() ? temporary.path() : options.keep;
    std::printf("kith-lab: everything is under %s\n", qPrintable(QDir(dir).absolutePath()));
    Lab lab(dir, quint64(options.seed));
    lab.story().heard = sayEvent;
    return liveThrough(lab, options);
}

} // namespace kith::lab
