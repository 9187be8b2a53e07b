// kith-shots FOLDER [LANGUAGE]: opens the real window on a seeded mirror in several states and saves what it
// looks like. The scale comes from outside: QT_SCALE_FACTOR=1.5 kith-shots FOLDER adds "-150" to the names.
#include "tests/ui/lively.h"
#include "tests/ui/silent_commands.h"
#include "tests/ui/still_ports.h"
#include "ui/dialogs/date_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/forward_dialog.h"
#include "ui/dialogs/send_files_dialog.h"
#include "ui/dialogs/story_dialog.h"
#include "ui/dialogs/verify_dialog.h"
#include "ui/main_window.h"
#include "ui/media/viewer.h"
#include "ui/settings/language.h"
#include "ui/settings/settings_dialog.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <cstdio>
#include <map>

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
    /// The pages with most words, in another language.
    void speak(const QString &code)
    {
        m_window.resize(1000, 680);
        m_window.show();
        signIn(u'-' + code);
        const Lively world(m_clock.wallMs());
        const auto reader = world.mirror.reader();
        Feed feed;
        Workspace *space = m_window.showAccount({*reader, m_commands, feed, m_clock, m_random, m_look});
        Connection connection;
        connection.phase = Connection::Phase::Online;
        Q_EMIT feed.connectionChanged(connection);
        space->openChat(world.direct);
        save(u"conversation-"_s + code);
        space->openChat(world.group);
        save(u"group-"_s + code);
        files(*space, feed, world, *reader, code);
        exporting(*reader, world.group, code);
        settings({*reader, m_commands, feed, m_clock, m_random, m_look}, code);
        m_window.clear();
    }
    void run()
    {
        m_window.resize(1000, 680);
        m_window.show();
        signIn({});
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
    void signIn(const QString &suffix)
    {
        ScriptedPort port;
        port.answer.state = ServerCheck::State::Good;
        port.answer.name = u"Harbour"_s;
        port.answer.version = u"0.1.0"_s;
        SignInPage *page = m_window.showSignIn(port);
        save(u"sign-in-first"_s + suffix);
        page->prefill(u"chat.harbour.example"_s, u"mira"_s, {});
        save(u"sign-in"_s + suffix);
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
            choosing(*space, {*reader, m_commands, feed, m_clock, m_random, m_look}, suffix);
            space->openChat(world.group);
            save(u"group-"_s + suffix);
            files(*space, feed, world, *reader, suffix);
            searching(*space, world, suffix);
            exporting(*reader, world.group, suffix);
            settings({*reader, m_commands, feed, m_clock, m_random, m_look}, suffix);
        }
        m_look.setStyle(Look::Style::Contrast);
        space->openChat(world.direct);
        save(u"conversation-contrast"_s);
        m_look.setStyle(Look::Style::Light);
        m_look.setText({}, 150);
        save(u"conversation-text-150"_s);
        m_look.setText({}, 100);
        m_look.setStyle(Look::Style::Light);
        ledger(*space, feed, world, *reader);
        space->setConnection(connection);
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
        files(*space, feed, world, *reader, u"right-to-left"_s);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        m_window.clear();
    }

    void save(QWidget &widget, const QString &name)
    {
        widget.show();
        for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
        const QString scale = widget.devicePixelRatioF() > 1
                                  ? u"-%1"_s.arg(qRound(widget.devicePixelRatioF() * 100))
                                  : QString();
        const QString file = u"%1/%2%3.png"_s.arg(m_folder, name, scale);
        if (!widget.grab().save(file))
            std::fprintf(stderr, "kith-shots: %s cannot be written\n", qPrintable(file));
    }
    /// Messages are being chosen; where they go to; what can be taken back.
    void choosing(Workspace &space, const Context &context, const QString &suffix)
    {
        MessageListModel &model = *space.pane()->model();
        model.setChoosing(true);
        for (int row = model.rowCount() - 1; row > 0 && model.chosen().size() < 2; --row)
            model.choose(Mid(model.row(row).message.row.mid), true);
        save(u"choosing-"_s + suffix);
        model.setChoosing(false);
        const LiveState live(context);
        const ChatListModel chats(context, live);
        ForwardDialog forward(context, chats, 2, &m_window);
        save(forward, u"forward-"_s + suffix);
        DateDialog day(QDate(2026, 3, 5), QDate(2026, 3, 9), &m_window);
        save(day, u"day-"_s + suffix);
        space.pane()->composer()->editor()->setPlainText(u"*Bold*, _italic_, `code` and\n> quoted words"_s);
        save(u"composer-marks-"_s + suffix);
        space.pane()->composer()->editor()->setPlainText({});
    }
    void searching(Workspace &space, const Lively &world, const QString &suffix)
    {
        space.openChat(world.direct);
        space.searchHere();
        for (QLineEdit *field : m_window.findChildren<QLineEdit *>())
            if (field->accessibleName() == u"Search in this chat") field->setText(u"the"_s);
        space.list()->searchFor(u"the"_s);
        QSignalSpy never(space.pane()->searchBar(), &SearchBar::closed);
        never.wait(400); // both wait for the end of typing
        save(u"search-"_s + suffix);
        space.list()->searchFor({});
        space.pane()->searchBar()->close();
    }
    void settings(const Context &context, const QString &suffix)
    {
        Preferences preferences({}, m_look);
        SettingsDialog::Wishes wishes;
        wishes.testNotification = [] { return NotifyVerdict::QuietHours; };
        wishes.resources = [] { return ResourceReport{58'000'000, 212, {}}; };
        if (m_window.workspace()) wishes.commands = m_window.workspace()->commands();
        StillAccount account;
        StillNetwork network;
        wishes.context = &context;
        wishes.account = &account;
        wishes.network = &network;
        SettingsDialog dialog(preferences, std::move(wishes), &m_window);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        for (const auto &[page, name] : {std::pair{SettingsDialog::Page::Look, u"look"_s},
                                         {SettingsDialog::Page::Notifications, u"notifications"_s},
                                         {SettingsDialog::Page::Privacy, u"privacy"_s},
                                         {SettingsDialog::Page::Devices, u"devices"_s},
                                         {SettingsDialog::Page::Storage, u"storage"_s},
                                         {SettingsDialog::Page::Network, u"network"_s},
                                         {SettingsDialog::Page::Shortcuts, u"shortcuts"_s},
                                         {SettingsDialog::Page::About, u"about"_s}}) {
            dialog.open(page);
            for (QPushButton *button : dialog.findChildren<QPushButton *>())
                if (button->isVisible() && button->text() == u"&Test the way") button->click();
            save(dialog, u"settings-%1-"_s.arg(name) + suffix);
        }
    }
    void exporting(Reader &reader, const ChatId &chat, const QString &suffix)
    {
        ExportDialog dialog(reader, chat, &m_window, u"/tmp"_s);
        dialog.open();
        save(dialog, u"export-"_s + suffix);
    }
    /// Pictures are decoded by other threads: painted until none is missing.
    void settle(Workspace &space)
    {
        QSignalSpy ready(&space.media()->pictures(), &Pictures::ready);
        do {
            ready.clear();
            m_window.grab();
        } while (ready.wait(500));
    }
    void files(Workspace &space, Feed &feed, const Lively &world, Reader &reader, const QString &suffix)
    {
        space.openChat(world.files);
        Q_EMIT feed.transferMoved(world.movingFile, 60'000'000, 181'000'000);
        settle(space);
        save(u"files-"_s + suffix);
        SendFilesDialog sending({reader, m_commands, feed, m_clock, m_random, m_look}, *space.media(),
                                u"Ben Okafor"_s, &m_window);
        sending.setAttribute(Qt::WA_DeleteOnClose, false);
        sending.add({world.mirror.folder.filePath(u"harbour.png"_s),
                     world.mirror.folder.filePath(u"two.png"_s), world.mirror.file(),
                     world.mirror.folder.path()});
        sending.setCaption(u"From the walk"_s);
        settle(space);
        save(sending, u"send-files-"_s + suffix);
        const auto page = reader.newest(world.files, 3);
        auto *viewer = new Viewer({reader, m_commands, feed, m_clock, m_random, m_look},
                                  *space.pane()->model(), *space.media(), &m_window);
        viewer->setAttribute(Qt::WA_DeleteOnClose, false);
        viewer->show(page->messages[0], 0);
        viewer->grab();
        settle(space);
        save(*viewer, u"viewer-"_s + suffix);
        delete viewer;
    }
    /// The line, the story of a message and a comparison, in their variants.
    void ledger(Workspace &space, Feed &feed, const Lively &world, Reader &reader)
    {
        const Context context{reader, m_commands, feed, m_clock, m_random, m_look};
        const qint64 now = m_clock.wallMs();
        std::map<QString, Message> subjects;
        for (const ChatId &chat : {world.direct, world.quiet}) {
            const auto page = reader.newest(chat, 200);
            for (const Message &m : page ? page->messages : std::vector<Message>{}) {
                if (m.state == MessageState::Queued) subjects[u"waiting"_s] = m;
                if (m.state == MessageState::Refused) subjects[u"refused"_s] = m;
                if (m.state == MessageState::Sent && !m.row.dead)
                    subjects[m.mine ? u"sent"_s : u"theirs"_s] = m;
            }
        }
        MirrorFixture::require(world.mirror.mirror->write([&] {
            auto &journal = world.mirror.mirror->journal;
            for (const auto &[name, m] : subjects) {
                if (name == u"theirs") continue;
                journal.add({m.row.mid,
                             {},
                             u"send"_s,
                             JournalWhat::NoAnswer,
                             u"the server does not answer"_s,
                             2,
                             now - 540'000,
                             now - 480'000});
                journal.add({m.row.mid,
                             {},
                             u"send"_s,
                             JournalWhat::Delayed,
                             u"busy"_s,
                             17,
                             now - 420'000,
                             now - 60'000});
            }
        }));
        LiveState live(context);
        Connection away;
        away.phase = Connection::Phase::Waiting;
        away.retryAtMs = now + 12'000;
        away.tries = 17;
        away.downSinceMs = now - 420'000;
        away.why = u"host unreachable"_s;
        live.setConnection(away);
        const auto stories = [&](const QString &suffix) {
            for (const auto &[name, m] : subjects) {
                StoryDialog story(context, live, m.chat, m.row.mid, &m_window);
                save(story, u"story-%1-"_s.arg(name) + suffix);
            }
            comparison(context, feed, world, suffix);
        };
        for (const auto &[style, suffix] :
             {std::pair{Look::Style::Light, u"light"_s}, {Look::Style::Dark, u"dark"_s}}) {
            m_look.setStyle(style);
            stories(suffix);
            space.setConnection(away);
            save(u"line-away-"_s + suffix);
        }
        QApplication::setLayoutDirection(Qt::RightToLeft);
        stories(u"right-to-left"_s);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        m_look.setStyle(Look::Style::Light);
    }
    void comparison(const Context &context, Feed &feed, const Lively &world, const QString &suffix)
    {
        VerifyDialog dialog(context, {}, &m_window);
        save(dialog, u"verify-ask-"_s + suffix);
        const auto buttons = dialog.findChildren<QPushButton *>();
        const auto start =
            std::find_if(buttons.begin(), buttons.end(), [](QPushButton *b) { return b->isDefault(); });
        (*start)->click();
        const quint64 question = m_commands.verifications.back().question;
        Q_EMIT feed.verifyProgress({question, 3, 9, 4'100, 9'800, false});
        save(dialog, u"verify-runs-"_s + suffix);
        VerifyReport report;
        report.question = question;
        report.compared = 9'788;
        report.notHeld = 12;
        report.found = report.mended = 3;
        report.local.searchIndex = false;
        report.local.mended = true;
        report.chats = {{world.direct, ChatVerdict::How::Mended, {}, 812, 0, 0, 0, 3},
                        {world.group, ChatVerdict::How::Agrees, {}, 8'976, 12, 0, 0, 0}};
        using Kind = Difference::Kind;
        report.differences = {{world.direct, Kind::Changed, {}, {4}, {}, true},
                              {world.direct, Kind::Missing, {}, {7}, {}, true},
                              {world.direct, Kind::Reaction, {}, {}, {}, true}};
        Q_EMIT feed.verified(report);
        save(dialog, u"verify-done-"_s + suffix);
    }

    const QString m_folder;
    Look &m_look;
    MainWindow m_window;
    SilentCommands m_commands;
    SystemClock m_clock;
    SeededRandom m_random{1};
};

void speak(const QString &folder, const QString &code, Look &look)
{
    const Language language(code); // before the window, which is made with its words
    Shooter(folder, look).speak(code);
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    if (argc < 2 || argc > 3 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fprintf(stderr, "usage: kith-shots FOLDER [LANGUAGE]\n");
        return 64;
    }
    registerFeedTypes();
    Look look(Look::Style::Light);
    if (argc == 2)
        Shooter(QString::fromLocal8Bit(argv[1]), look).run();
    else
        speak(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]), look);
    return 0;
}
