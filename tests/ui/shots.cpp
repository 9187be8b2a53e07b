// kith-shots FOLDER: opens the real window on a seeded mirror in several states and saves what it looks like.
// The scale comes from outside: QT_SCALE_FACTOR=1.5 kith-shots FOLDER adds "-150" to the names.
#include "tests/ui/lively.h"
#include "tests/ui/silent_commands.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QDir>
#include <QTimer>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

struct ScriptedPort final : SignInPort {
    ServerCheck answer;
    void check(const QString &, std::function<void(const ServerCheck &)> done) override { done(answer); }
    void signIn(const Request &, std::function<void(Status)> done) override
    {
        done(Error{Errc::Refused, u"bad_credentials"_s});
    }
};

class Shooter {
public:
    Shooter(QString folder, Look &look)
        : m_folder(std::move(folder))
        , m_look(look)
        , m_window(look)
    {
    }
    void run()
    {
        m_window.resize(1000, 680);
        m_window.show();
        signIn();
        empty();
        lively();
    }

private:
    void save(const QString &name)
    {
        for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
        const QString scale = m_window.devicePixelRatioF() > 1
                                  ? u"-%1"_s.arg(qRound(m_window.devicePixelRatioF() * 100))
                                  : QString();
        const QString file = u"%1/%2%3.png"_s.arg(m_folder, name, scale);
        if (!m_window.grab().save(file))
            std::fprintf(stderr, "kith-shots: %s cannot be written\n", qPrintable(file));
    }
    void signIn()
    {
        ScriptedPort port;
        port.answer.state = ServerCheck::State::Good;
        port.answer.name = u"Harbour"_s;
        port.answer.version = u"0.1.0"_s;
        SignInPage *page = m_window.showSignIn(port);
        save(u"sign-in-first"_s);
        page->prefill(u"chat.harbour.example"_s, u"mira"_s, {});
        save(u"sign-in"_s);
        m_window.clear();
    }
    void empty()
    {
        MirrorFixture bare;
        const auto reader = bare.reader();
        Feed feed;
        m_window.showAccount({*reader, m_commands, feed, m_clock, m_random, m_look});
        Connection connection;
        connection.phase = Connection::Phase::Online;
        Q_EMIT feed.connectionChanged(connection);
        save(u"empty"_s);
        m_window.clear();
    }
    void lively()
    {
        const Lively world(m_clock.wallMs());
        const auto reader = world.mirror.reader();
        Feed feed;
        Workspace *space = m_window.showAccount({*reader, m_commands, feed, m_clock, m_random, m_look});
        Connection connection;
        connection.phase = Connection::Phase::Online;
        Q_EMIT feed.connectionChanged(connection);
        Q_EMIT feed.presenceChanged({{world.ana, true, 0}});
        space->openChat(world.direct);
        for (const auto &[style, suffix] :
             {std::pair{Look::Style::Light, u"light"_s}, {Look::Style::Dark, u"dark"_s}}) {
            m_look.setStyle(style);
            space->openChat(world.direct);
            save(u"conversation-"_s + suffix);
            space->openChat(world.group);
            save(u"group-"_s + suffix);
        }
        m_look.setStyle(Look::Style::Light);
        space->openChat(world.quiet);
        save(u"failed"_s);
        connection.phase = Connection::Phase::Waiting;
        connection.retryAtMs = m_clock.wallMs() + 12'000;
        Q_EMIT feed.connectionChanged(connection);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        space->openChat(world.group);
        save(u"right-to-left"_s);
        space->openChat(world.direct);
        save(u"right-to-left-direct"_s);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        m_window.clear();
    }

    const QString m_folder;
    Look &m_look;
    MainWindow m_window;
    SilentCommands m_commands;
    SystemClock m_clock;
    SeededRandom m_random{1};
};

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "usage: kith-shots FOLDER\n");
        return 64;
    }
    registerFeedTypes();
    Look look(Look::Style::Light);
    Shooter(QString::fromLocal8Bit(argv[1]), look).run();
    return 0;
}
