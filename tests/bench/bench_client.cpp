// kith-bench-client [messages]: what the window costs, each figure from a process of its own so that nothing
// is warm but the disk cache: start to the painted sign-in page, start to the painted chat list, opening the
// big chat, paging, memory, idling. "an empty window" is the same toolkit with nothing in it, measured in the
// same run.
#include "app/common/secrets_file.h"
#include "app/desktop/house.h"
#include "tests/kit/mirror_seed.h"
#include "ui/chat/chat_pane.h"
#include "ui/chat/message_view.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <functional>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

double cpuMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &t) { return double(t.tv_sec) * 1e3 + double(t.tv_usec) / 1e3; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

double wallMs()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
}

double pssMb()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("Pss:")) return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

void tell(const char *name, double value) { QTextStream(stdout) << name << ' ' << value << Qt::endl; }

/// Calls back once, after the first paint of `window` has reached the screen's buffer.
class FirstPaint final : public QObject {
public:
    FirstPaint(QWidget *window, std::function<void()> then)
        : QObject(window)
        , m_then(std::move(then))
    {
        window->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest || event->type() == QEvent::Paint) {
            if (!m_done) QTimer::singleShot(0, this, m_then);
            m_done = true;
        }
        return false;
    }

private:
    std::function<void()> m_then;
    bool m_done = false;
};

/// Memory and idling once the start is over, then the end.
void restAndQuit()
{
    QTimer::singleShot(2'000, qApp, [] {
        tell("pss", pssMb());
        const double from = cpuMs();
        QTimer::singleShot(3'000, qApp, [from] {
            tell("idle", (cpuMs() - from) / 3);
            QCoreApplication::quit();
        });
    });
}

void openAndPage(Workspace &workspace, const ChatId &big)
{
    double from = cpuMs();
    workspace.openChat(big);
    QCoreApplication::processEvents();
    tell("open", cpuMs() - from);
    auto *view = workspace.pane()->view();
    std::vector<double> pages;
    for (int i = 0; i < 20; ++i) {
        from = cpuMs();
        for (int step = 0; step < 4; ++step) {
            view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
            QCoreApplication::processEvents();
        }
        pages.push_back(cpuMs() - from);
    }
    std::sort(pages.begin(), pages.end());
    tell("page", pages[pages.size() / 2]);
    tell("pagemax", pages.back());
    tell("pss20", pssMb());
}

int child(QApplication &app, const QString &mode, const QString &profileDir, const QByteArray &bigChat)
{
    const double started = qEnvironmentVariable("KITH_BENCH_START").toDouble();
    const auto painted = [started] {
        tell("cpu", cpuMs());
        tell("wall", wallMs() - started);
    };
    if (mode == u"empty"_s) {
        QWidget window;
        window.resize(1000, 680);
        new FirstPaint(&window, [&] {
            painted();
            restAndQuit();
        });
        window.show();
        return QApplication::exec();
    }
    Look look(Look::Style::Light);
    auto profile = Profile::open(profileDir);
    if (!profile) qFatal("%s", qPrintable(profile.error().what));
    SecretsFile secrets(profile->dir()), engineSecrets(profile->dir());
    House house(*std::move(profile), secrets, engineSecrets, look, {false});
    if (const auto status = house.start(); !status) qFatal("%s", qPrintable(status.error().what));
    house.window().resize(1000, 680);
    new FirstPaint(&house.window(), [&] {
        painted();
        const auto big = ChatId::fromText(bigChat);
        if (Workspace *workspace = house.window().workspace(); workspace && big)
            QTimer::singleShot(2'000, &app, [&, workspace, big] {
                tell("pss0", pssMb());
                openAndPage(*workspace, *big);
                restAndQuit();
            });
        else
            restAndQuit();
    });
    house.window().show();
    return QApplication::exec();
}

using Figures = QHash<QString, double>;

Figures run(const QStringList &arguments)
{
    // The median of three by CPU: a shared machine disturbs single runs.
    std::vector<Figures> all;
    for (int i = 0; i < 3; ++i) {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KITH_BENCH_START"_s, QString::number(wallMs(), 'f', 3));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), arguments);
        if (!process.waitForFinished(120'000)) qFatal("a measured process did not end");
        Figures figures;
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            const auto parts = line.split(' ');
            if (parts.size() == 2) figures.insert(QString::fromLatin1(parts[0]), parts[1].toDouble());
        }
        all.push_back(figures);
    }
    std::sort(all.begin(), all.end(),
              [](const Figures &a, const Figures &b) { return a.value(u"cpu"_s) < b.value(u"cpu"_s); });
    return all[1];
}

void print(const QString &name, double value, const QString &unit, double must)
{
    QTextStream(stdout) << name.leftJustified(50) << QString::number(value, 'f', 2).rightJustified(10) << u' '
                        << unit.leftJustified(8) << (value <= must ? u" ok   "_s : u" OVER "_s)
                        << u"must ≤ "_s << must << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == u"--child"_s)
        return child(app, arguments.value(2), arguments.value(3), arguments.value(4).toLatin1());

    const int messages = arguments.size() > 1 ? arguments[1].toInt() : 1'000'000;
    QTemporaryDir dir;
    auto empty = Profile::open(dir.filePath(u"empty"_s));
    auto profile = Profile::open(dir.filePath(u"full"_s));
    if (!empty || !profile) qFatal("no room for the bench's profiles");
    SeededRandom random(5);
    Account account;
    account.id = QUuid::createUuid();
    account.server = QUrl(u"http://127.0.0.1:9"_s);
    account.login = account.name = u"mira"_s;
    if (!profile->lock(account.id)) qFatal("no room for the bench's account");
    const auto seeded = seedMirror(profile->mirrorFile(account.id), {.messages = messages});
    if (!seeded) qFatal("%s", qPrintable(seeded.error().what));
    account.user = seeded->me;
    account.device = DeviceId::mint(1, random);
    if (const auto put = profile->put(account); !put) qFatal("%s", qPrintable(put.error().what));

    const Figures bare = run({u"--child"_s, u"empty"_s});
    const Figures signIn = run({u"--child"_s, u"signin"_s, empty->dir()});
    const Figures list =
        run({u"--child"_s, u"list"_s, profile->dir(), QString::fromLatin1(seeded->chats.front().text())});
    QTextStream(stdout) << u"an empty window: %1 ms CPU, %2 ms, %3 MB"_s.arg(bare[u"cpu"_s], 0, 'f', 1)
                               .arg(bare[u"wall"_s], 0, 'f', 1)
                               .arg(bare[u"pss"_s], 0, 'f', 1)
                        << Qt::endl;
    print(u"start to painted sign-in page, CPU"_s, signIn[u"cpu"_s], u"ms"_s, 110);
    print(u"the same, wall, in empty windows"_s, signIn[u"wall"_s] / bare[u"wall"_s], u"x"_s, 3);
    print(u"memory at the sign-in page, PSS"_s, signIn[u"pss"_s], u"MB"_s, 45);
    print(u"start to painted list, 1,000 chats, CPU"_s, list[u"cpu"_s], u"ms"_s, 160);
    print(u"memory with %1 messages, PSS"_s.arg(messages), list[u"pss0"_s], u"MB"_s, 70);
    print(u"memory after 20 pages, PSS"_s, list[u"pss20"_s], u"MB"_s, 80);
    print(u"open the big chat, CPU"_s, list[u"open"_s], u"ms"_s, 26);
    print(u"page back four screens, CPU, median"_s, list[u"page"_s], u"ms"_s, 8);
    print(u"page back four screens, CPU, most"_s, list[u"pagemax"_s], u"ms"_s, 24);
    print(u"idle, CPU per second"_s, list[u"idle"_s], u"ms"_s, 0.5);
    return 0;
}
