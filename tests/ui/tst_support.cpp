// The dialogs that say what happened and whether everything is equal.
#include "core/domain/ledger.h"
#include "tests/ui/stage.h"
#include "ui/dialogs/story_dialog.h"
#include "ui/dialogs/verify_dialog.h"
#include "ui/main_window.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

/// The visible button with this text, mnemonic or not.
QPushButton *button(QWidget &in, const QString &text)
{
    for (QPushButton *one : in.findChildren<QPushButton *>())
        if (!one->isHidden() && one->text().remove(u'&') == text) return one;
    return nullptr;
}

QString shown(QWidget &in)
{
    QString all;
    for (QLabel *label : in.findChildren<QLabel *>())
        if (label->isVisible()) all += label->text() + u'\n';
    return all;
}

} // namespace

class TestSupport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStoryFollowsWhatHappens();
    void aComparisonByKeyboard();
    void closingStopsIt();
    void theLineOfTheWindow();
};

void TestSupport::theStoryFollowsWhatHappens()
{
    Stage s;
    const ChatId chat = s.chat(3);
    MessageRow row = s.mirror.row(0, s.mirror.me, u"wait for me"_s);
    Mirror &m = *s.mirror.mirror;
    OutboxEntry entry;
    entry.chat = chat;
    entry.kind = u"send"_s;
    entry.mid = row.mid;
    entry.payload = "{}";
    qint64 pk = 0;
    MirrorFixture::require(m.write([&] {
        m.messages.insertQueued(chat, row, s.clock.wallMs());
        pk = m.outbox.append(entry);
    }));
    LiveState live(s.context);
    Connection away;
    away.phase = Connection::Phase::Waiting;
    away.retryAtMs = s.clock.wallMs() + 12'000;
    live.setConnection(away);
    StoryDialog dialog(s.context, live, chat, row.mid);
    dialog.show();
    QVERIFY(shown(dialog).contains(u"not yet on the server"_s) && shown(dialog).contains(u"12 s"_s));
    QVERIFY(!button(dialog, u"Retry"_s));
    MirrorFixture::require(m.write([&] {
        m.outbox.refuse(pk, u"forbidden"_s);
        m.messages.setRefused(row.mid, u"forbidden"_s);
    }));
    s.tell(chat, {row.mid});
    QVERIFY(shown(dialog).contains(u"did not take it"_s) && shown(dialog).contains(u"not allowed"_s));
    QTest::mouseClick(button(dialog, u"Retry"_s), Qt::LeftButton);
    QVERIFY(s.commands.calls.contains(u"retry"_s));
    row.seq = {4};
    row.rev = {4};
    row.atMs = s.clock.wallMs();
    MirrorFixture::require(m.write([&] {
        m.outbox.settle(pk);
        m.messages.upsert(chat, row);
    }));
    s.tell(chat, {row.mid});
    QVERIFY(shown(dialog).contains(u"number 4"_s));
    QVERIFY(dialog.text().contains(QString::fromLatin1(row.mid.text())));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestSupport::aComparisonByKeyboard()
{
    Stage s;
    const ChatId chat = s.chat(3);
    VerifyDialog dialog(s.context, chat);
    dialog.show();
    QVERIFY(shown(dialog).contains(u"Ana Horvat"_s));
    QVERIFY(!button(dialog, u"Copy"_s));
    QTest::keyClick(&dialog, Qt::Key_Return); // the default button
    QCOMPARE(s.commands.verifications.size(), size_t(1));
    const VerifyWish wish = s.commands.verifications[0];
    QVERIFY(wish.repair && wish.chats == std::vector{chat} && wish.question != 0);
    auto *bar = dialog.findChild<QProgressBar *>();
    Q_EMIT s.feed.verifyProgress({wish.question + 1, 0, 1, 3, 3, false}); // of another one
    QCOMPARE(bar->value(), 0);
    Q_EMIT s.feed.verifyProgress({wish.question, 0, 1, 2, 4, false});
    QCOMPARE(bar->value() * 2, bar->maximum());
    Q_EMIT s.feed.verifyProgress({wish.question, 0, 1, 2, 4, true});
    QVERIFY(shown(dialog).contains(u"connection"_s));
    VerifyReport report;
    report.question = wish.question;
    report.compared = 3;
    report.found = 1;
    report.chats = {{chat, ChatVerdict::How::Differs, {}, 3, 0, 0, 0, 1}};
    report.differences = {{chat, Difference::Kind::Missing, {}, {2}, {}, false}};
    Q_EMIT s.feed.verified(report);
    QVERIFY(shown(dialog).contains(u"Differences found: 1"_s) && !bar->isVisible());
    QCOMPARE(dialog.findChild<QListWidget *>()->count(), 2);
    QVERIFY(button(dialog, u"Copy"_s) && button(dialog, u"Compare again"_s));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QVERIFY(!s.commands.calls.contains(u"cancel verify"_s)); // it had ended
}

void TestSupport::closingStopsIt()
{
    Stage s;
    s.chat(3);
    VerifyDialog dialog(s.context, {});
    dialog.findChild<QCheckBox *>()->setChecked(false);
    dialog.show();
    QTest::mouseClick(button(dialog, u"Compare"_s), Qt::LeftButton);
    QVERIFY(!s.commands.verifications.at(0).repair && s.commands.verifications.at(0).chats.empty());
    QTest::mouseClick(button(dialog, u"Stop"_s), Qt::LeftButton);
    QVERIFY(s.commands.calls.contains(u"cancel verify"_s));
}

void TestSupport::theLineOfTheWindow()
{
    Stage s;
    const ChatId chat = s.chat(3);
    Mirror &m = *s.mirror.mirror;
    Workspace space(s.context);
    space.show();
    Connection connection;
    connection.phase = Connection::Phase::Online;
    space.setConnection(connection);
    QVERIFY(shown(*space.list()).contains(u"Everything is on the server"_s));
    OutboxEntry entry;
    entry.chat = chat;
    entry.kind = u"send"_s;
    entry.mid = s.mirror.id<Mid>();
    entry.payload = "{}";
    entry.enteredMs = s.clock.wallMs() - 60'000;
    MirrorFixture::require(m.write([&] {
        m.outbox.append(entry);
        entry.mid = s.mirror.id<Mid>();
        m.outbox.refuse(m.outbox.append(entry), u"forbidden"_s);
    }));
    ChangeSet changes;
    changes.outbox = true;
    Q_EMIT s.feed.changed(changes);
    const QString wanted = u"Everything up to %1 is on the server · 1 waiting · 1 not sent"_s.arg(
        words::moment(entry.enteredMs, s.clock.wallMs()));
    QTRY_VERIFY(shown(*space.list()).contains(wanted));
}

QTEST_MAIN(TestSupport)
#include "tst_support.moc"
