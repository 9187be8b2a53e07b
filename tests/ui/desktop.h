#pragma once
#include "app/common/secrets_file.h"
#include "app/desktop/house.h"
#include "tests/kit/person.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace kith::test {

inline constexpr int patience = 20'000;

/// One installation of the desktop program; destroying it is quitting.
struct Desktop {
    explicit Desktop(const QString &profileDir, bool online = true)
        : secrets(profileDir)
        , engineSecrets(profileDir)
    {
        auto profile = Profile::open(profileDir);
        if (!profile) qFatal("%s", qPrintable(profile.error().what));
        house = std::make_unique<House>(*std::move(profile), secrets, engineSecrets, look,
                                        House::Options{online});
        started = house->start();
        window().resize(900, 600);
        window().show();
        window().activateWindow();
    }
    MainWindow &window() { return house->window(); }
    ChatPane &pane() { return *window().workspace()->pane(); }
    MessageListModel &model() { return *pane().model(); }
    MessageView &view() { return *pane().view(); }
    QWidget *editor() { return pane().composer()->editor(); }
    const Message *find(const QString &text)
    {
        for (int i = model().rowCount() - 1; i >= 0; --i) {
            if (model().row(i).message.row.body == text) return &model().row(i).message;
        }
        return nullptr;
    }
    Tick tick(const QString &text)
    {
        const Message *m = find(text);
        return m ? m->tick : Tick::None;
    }
    void write(const QString &text)
    {
        QTest::keyClicks(editor(), text);
        QTest::keyClick(editor(), Qt::Key_Return);
    }
    /// The control of that name that can be seen.
    template <class W> W *control(const QString &name)
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (!top->isVisible()) continue;
            for (W *one : top->findChildren<W *>())
                if (one->isVisible() && one->accessibleName() == name) return one;
        }
        return nullptr;
    }
    QLineEdit *field(const QString &name)
    {
        for (QLineEdit *one : window().findChildren<QLineEdit *>()) {
            if (one->accessibleName() == name) return one;
        }
        return nullptr;
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *one : window().findChildren<QPushButton *>()) {
            if (one->text() == text) return one;
        }
        return nullptr;
    }
    bool says(const QString &words)
    {
        for (const QLabel *label : window().findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words)) return true;
        }
        return false;
    }
    /// Makes the account "mira" through the sign-in page.
    void signUp(quint16 port)
    {
        QTest::keyClicks(field(QStringLiteral("Server")), QStringLiteral("http://127.0.0.1:%1").arg(port));
        QTest::keyClick(button(QStringLiteral("I am new here: create an account")), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Create account"))->isEnabled(), patience);
        QTest::keyClicks(field(QStringLiteral("Login")), QStringLiteral("mira"));
        QTest::keyClicks(field(QStringLiteral("Your name")), QStringLiteral("Mira"));
        QTest::keyClicks(field(QStringLiteral("Password")), QStringLiteral("correct horse"));
        QTest::keyClick(field(QStringLiteral("Password")), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window().workspace(), patience);
    }
    /// A chat that `other` begins with this account, open here.
    ChatId chatWith(Person &other, const QString &profileDir)
    {
        const Account me = Profile::open(profileDir)->accounts().front();
        const ChatId chat{other.mint.mid().value};
        other.wish().createDirect(chat, {me.user, me.login, me.name});
        if (!QTest::qWaitFor([&] { return window().workspace()->knows(chat); }, patience)) return {};
        window().workspace()->openChat(chat);
        return chat;
    }

    SecretsFile secrets, engineSecrets;
    Look look{Look::Style::Light};
    std::unique_ptr<House> house;
    Status started = ok();
};

} // namespace kith::test
