#include "core/base/limits.h"
#include "tests/ui/stage.h"
#include "ui/chat/composer.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using namespace kith;

class TestComposer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { registerFeedTypes(); }

    void enterSendsAndTheTextStaysUntilTheMirrorHasIt()
    {
        Stage s;
        Composer composer(s.context);
        composer.open(s.chat(1), true, {});
        QTest::keyClicks(composer.editor(), u"hello"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(s.commands.sent.size(), size_t(1));
        QCOMPARE(s.commands.sent[0].text, u"hello"_s);
        QCOMPARE(composer.text(), u"hello"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return); // impatient: nothing is sent twice
        QCOMPARE(s.commands.sent.size(), size_t(1));
        composer.committed({s.mirror.id<Mid>()}); // somebody else's
        QCOMPARE(composer.text(), u"hello"_s);
        composer.committed({s.commands.sent[0].mid});
        QCOMPARE(composer.text(), QString());
    }

    void marksBecomeFormattingAndAreSeenInTheField()
    {
        Stage s;
        Composer composer(s.context);
        composer.resize(500, 300);
        composer.show();
        composer.open(s.chat(1), true, {});
        ComposerEdit *edit = composer.editor();
        QTest::keyClicks(edit, u"meet at the harbour"_s);
        QTextCursor cursor = edit->textCursor();
        cursor.setPosition(10); // half a word is taken whole
        cursor.setPosition(14, QTextCursor::KeepAnchor);
        edit->setTextCursor(cursor);
        QTest::keyClick(edit, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(composer.text(), u"meet at *the harbour*"_s);
        const auto formats = edit->document()->firstBlock().layout()->formats();
        const auto isBold = [](const QTextLayout::FormatRange &r) {
            return r.start == 9 && r.length == 11 && r.format.fontWeight() == QFont::Bold;
        };
        QVERIFY(std::any_of(formats.begin(), formats.end(), isBold));
        QTest::keyClick(edit, Qt::Key_B, Qt::ControlModifier); // and back
        QCOMPARE(composer.text(), u"meet at the harbour"_s);
        QTest::keyClick(edit, Qt::Key_B, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Return);
        const Entity bold{EntityKind::Bold, 8, 11, {}, {}};
        QCOMPARE(s.commands.texts.size(), size_t(1));
        QCOMPARE(s.commands.texts[0].text, u"meet at the harbour"_s);
        QVERIFY(s.commands.texts[0].entities == std::vector<Entity>{bold});
    }

    void anEditKeepsFormattingAndLink()
    {
        Stage s;
        const ChatId chat = s.chat(2);
        Message mine = s.reader->newest(chat, 10)->messages[1];
        mine.row.body = u"read https://harbour.example now, @ana"_s;
        mine.entities = {{EntityKind::Italic, 0, 4, {}, {}}, {EntityKind::Mention, 34, 4, {}, s.ana}};
        mine.link = LinkPreview{u"https://harbour.example"_s, u"Harbour"_s, {}, {}, {}};
        Composer composer(s.context);
        composer.open(chat, true, {});
        composer.edit(mine);
        QCOMPARE(composer.text(), u"_read_ https://harbour.example now, @ana"_s);
        composer.editor()->moveCursor(QTextCursor::End);
        QTest::keyClicks(composer.editor(), u"!"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(s.commands.texts.size(), size_t(1));
        QCOMPARE(s.commands.texts[0].text, mine.row.body + u'!');
        QVERIFY(s.commands.texts[0].entities == mine.entities);
        QVERIFY(s.commands.texts[0].link == mine.link);
    }

    void whatIsTypedBetweenEnterAndTheCommitStays()
    {
        Stage s;
        Composer composer(s.context);
        composer.open(s.chat(1), true, {});
        QTest::keyClicks(composer.editor(), u"one"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QTest::keyClicks(composer.editor(), u"two"_s);
        composer.committed({s.commands.sent[0].mid});
        QCOMPARE(composer.text(), u"two"_s);
    }

    void aFullDiskKeepsEveryText()
    {
        Stage s;
        const ChatId chat = s.chat(2), other = s.chat(1);
        const auto mine = s.reader->newest(chat, 10)->messages[1];
        Composer composer(s.context);
        composer.open(chat, true, {});

        // An edit that was not taken is in the field again, as an edit.
        composer.edit(mine);
        composer.editor()->selectAll();
        QTest::keyClicks(composer.editor(), u"better words"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(s.commands.edited.size(), size_t(1));
        Q_EMIT s.feed.refused(chat, u"disk_full"_s);
        QCOMPARE(composer.text(), u"better words"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(s.commands.edited.size(), size_t(2));
        QCOMPARE(s.commands.edited[1].mid, mine.row.mid);
        QVERIFY(s.commands.sent.empty());
        composer.committed({mine.row.mid});

        // So is a draft when its chat is left and opened again.
        QTest::keyClicks(composer.editor(), u"half a thought"_s);
        composer.open(other, true, {});
        QCOMPARE(s.commands.drafts.back(), (std::pair{chat, u"half a thought"_s}));
        Q_EMIT s.feed.refused(chat, u"disk_full"_s);
        QCOMPARE(composer.text(), QString());
        composer.open(chat, true, {});
        QCOMPARE(composer.text(), u"half a thought"_s);

        // Enter on the same text is the same message, even if the refusal was somebody else's.
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        Q_EMIT s.feed.refused(chat, u"disk_full"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(s.commands.sent.size(), size_t(2));
        QCOMPARE(s.commands.sent[0].mid, s.commands.sent[1].mid);
        Q_EMIT s.feed.refused(chat, u"disk_full"_s);
        composer.committed({s.commands.sent[0].mid});
        QCOMPARE(composer.text(), QString());
    }

    void refusedTextIsKeptWithWords()
    {
        Stage s;
        const ChatId chat = s.chat(1);
        Composer composer(s.context);
        composer.open(chat, true, {});
        composer.show();
        QTest::keyClicks(composer.editor(), u"keep me"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        Q_EMIT s.feed.refused(chat, u"outbox_full"_s);
        QCOMPARE(composer.text(), u"keep me"_s);
        bool said = false;
        for (const QLabel *label : composer.findChildren<QLabel *>())
            said |= label->isVisible() && label->text().contains(u"waiting to be sent"_s);
        QVERIFY(said);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(s.commands.sent.size(), size_t(2));
    }

    void shiftEnterBreaksTheLineAndTheFieldGrowsToEight()
    {
        Stage s;
        Composer composer(s.context);
        composer.resize(500, 300);
        composer.show();
        composer.open(s.chat(1), true, {});
        const int one = composer.editor()->height();
        for (int i = 0; i < 3; ++i) QTest::keyClick(composer.editor(), Qt::Key_Return, Qt::ShiftModifier);
        const int four = composer.editor()->height();
        QVERIFY(four > one);
        QVERIFY(s.commands.sent.empty());
        for (int i = 0; i < 4; ++i) QTest::keyClick(composer.editor(), Qt::Key_Return, Qt::ShiftModifier);
        const int eight = composer.editor()->height();
        for (int i = 0; i < 20; ++i) QTest::keyClick(composer.editor(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(composer.editor()->height(), eight);
    }

    void aMessageBeyondTheLimitIsNotSent()
    {
        Stage s;
        Composer composer(s.context);
        composer.open(s.chat(1), true, {});
        composer.editor()->setPlainText(QString(limits::textBytes / 2 + 1, QChar(u'ж'))); // two bytes each
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QVERIFY(s.commands.sent.empty());
        composer.editor()->setPlainText(QString(limits::textBytes / 2, QChar(u'ж')));
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(s.commands.sent.size(), size_t(1));
    }

    void editingIsLeftByEscapeAndTheDraftComesBack()
    {
        Stage s;
        const ChatId chat = s.chat(2);
        Composer composer(s.context);
        composer.open(chat, true, {});
        QSignalSpy up(&composer, &Composer::editLastWanted);
        QTest::keyClick(composer.editor(), Qt::Key_Up);
        QCOMPARE(up.size(), 1);
        QTest::keyClicks(composer.editor(), u"half a thought"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Up); // not empty: moves the cursor only
        QCOMPARE(up.size(), 1);
        const Message mine = s.reader->newest(chat, 1)->messages.front();
        composer.edit(mine);
        QCOMPARE(composer.text(), mine.row.body);
        QTest::keyClick(composer.editor(), Qt::Key_Escape);
        QCOMPARE(composer.text(), u"half a thought"_s);
        composer.edit(mine);
        QTest::keyClicks(composer.editor(), u"!"_s);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(s.commands.edited.size(), size_t(1));
        QCOMPARE(s.commands.edited[0].text, mine.row.body + u'!');
        QVERIFY(s.commands.sent.empty());
    }

    void draftsAreSavedRestoredAndNeverOverwriteTyping()
    {
        Stage s;
        const ChatId chat = s.chat(1), other = s.chat(1);
        const auto remote = [&](const QString &text) {
            MirrorFixture::require(s.mirror.mirror->write([&] {
                s.mirror.mirror->drafts.put(chat, {text, {}, 1, false}, s.mirror.nowMs);
            }));
            ChangeSet changes;
            changes.chats[chat].draft = true;
            Q_EMIT s.feed.changed(changes);
        };
        Composer composer(s.context);
        composer.open(chat, true, {});
        remote(u"from the laptop"_s);
        QCOMPARE(composer.text(), u"from the laptop"_s);
        QTest::keyClicks(composer.editor(), u" and here"_s);
        remote(u"something else"_s);
        QCOMPARE(composer.text(), u"from the laptop and here"_s);
        QTRY_COMPARE(s.commands.drafts.size(), size_t(1));
        QCOMPARE(s.commands.drafts[0].second, u"from the laptop and here"_s);
        QTest::keyClicks(composer.editor(), u"!"_s);
        composer.open(other, true, {}); // leaving saves at once
        QCOMPARE(s.commands.drafts.size(), size_t(2));
        QCOMPARE(s.commands.drafts[1].first, chat);
        QCOMPARE(composer.text(), QString());
        composer.open(chat, true, {});
        QCOMPARE(composer.text(), u"something else"_s); // what the mirror holds
    }

    void typingIsToldAtMostEveryThreeSeconds()
    {
        Stage s;
        Composer composer(s.context);
        composer.open(s.chat(1), true, {});
        QTest::keyClicks(composer.editor(), u"abcdef"_s);
        QCOMPARE(s.commands.calls.count(u"typing"_s), 1);
        s.clock.advance(3001);
        QTest::keyClicks(composer.editor(), u"g"_s);
        QCOMPARE(s.commands.calls.count(u"typing"_s), 2);
        QTest::keyClick(composer.editor(), Qt::Key_Return);
        QCOMPARE(s.commands.calls.count(u"quiet"_s), 1);
    }
};

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
