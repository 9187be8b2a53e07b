// Searching in the window: everywhere, in the open chat, and by name of what the window can do.
#include "core/wire/attachment_codec.h"
#include "tests/ui/stage.h"
#include "ui/main_window.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

constexpr int patience = 20'000;

struct Shown {
    explicit Shown(int messages)
    {
        registerFeedTypes();
        ben = stage.mirror.user(u"ben"_s, u"Ben Okafor"_s);
        chat = stage.chat(messages);
        group = stage.mirror.chat(ChatKind::Group, {stage.ana, ben}, u"Summer house"_s);
        window.resize(900, 600);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("the window does not become active");
        space = window.showAccount(stage.context);
    }
    QLineEdit *field(const QString &name)
    {
        for (QLineEdit *one : window.findChildren<QLineEdit *>())
            if (one->accessibleName() == name) return one;
        return nullptr;
    }
    QLineEdit *everywhere() { return field(u"Search chats, people and messages"_s); }
    QListView *results()
    {
        for (QListView *one : window.findChildren<QListView *>())
            if (one->accessibleName() == u"Search results") return one;
        return nullptr;
    }
    QStringList rows()
    {
        QStringList all;
        for (int i = 0; i < results()->model()->rowCount(); ++i)
            all.append(results()->model()->index(i, 0).data(Qt::AccessibleTextRole).toString());
        return all;
    }
    bool has(const QString &text) { return rows().filter(text).size() > 0; }
    MessageRow say(const ChatId &in, qint64 seq, const UserId &who, const QString &text, const QDate &day,
                   const QString &mime = {})
    {
        MessageRow row = stage.mirror.row(seq, who, text);
        row.atMs = day.startOfDay().toMSecsSinceEpoch() + 60'000;
        if (!mime.isEmpty()) {
            Attachment att;
            att.att = stage.mirror.id<AttId>();
            att.name = u"a file"_s;
            att.size = 5;
            att.sha256 = QByteArray(32, 'h');
            att.mime = mime;
            row.extra = wire::withAttachments({}, {att});
        }
        stage.mirror.put(in, row);
        MirrorFixture::require(stage.mirror.mirror->write([&] {
            stage.mirror.mirror->ranges.replace(in, {{{1}, {seq}, std::nullopt}});
        }));
        return row;
    }

    Stage stage;
    UserId ben;
    ChatId chat, group;
    MainWindow window{stage.look};
    Workspace *space = nullptr;
};

} // namespace

class TestSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filtersNarrow()
    {
        Shown s(0);
        s.say(s.group, 1, s.stage.ana, u"the boat key"_s, {2026, 3, 1});
        s.say(s.group, 2, s.ben, u"the boat house"_s, {2026, 3, 5});
        s.say(s.group, 3, s.ben, u"boat picture"_s, {2026, 4, 1}, u"image/png"_s);
        s.say(s.chat, 1, s.stage.ana, u"boat https://a.example"_s, {2026, 4, 2});
        s.stage.tell(s.group, {});
        s.stage.tell(s.chat, {});
        QTest::keyClick(&s.window, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(s.everywhere()->hasFocus());
        const auto found = [&](const QString &typed) {
            s.everywhere()->clear();
            QTest::keyClicks(s.everywhere(), typed);
            QCoreApplication::processEvents();
            int hits = -1;
            // Rows of an earlier search are gone at once; the new ones come with the heading or a note.
            (void)QTest::qWaitFor(
                [&] {
                    const QStringList all = s.rows();
                    if (all.size() < 2) return false;
                    hits = int(all.filter(u" in "_s).filter(u": "_s).size());
                    return !all.filter(u"Messages: "_s).isEmpty() || !all.filter(u"“"_s).isEmpty();
                },
                patience);
            return hits;
        };
        QCOMPARE(found(u"boat"_s), 4);
        QVERIFY2(s.has(u"4 messages here, all indexed"_s), qPrintable(s.rows().join(u'\n')));
        QCOMPARE(found(u"boat from:ben"_s), 2);
        QCOMPARE(found(u"boat from:\"Ana Horvat\""_s), 2);
        QCOMPARE(found(u"boat in:\"Summer house\""_s), 3);
        QCOMPARE(found(u"in:summer from:ana"_s), 1);
        QCOMPARE(found(u"has:picture"_s), 1);
        QCOMPARE(found(u"has:link"_s), 1);
        QCOMPARE(found(u"boat after:2026-03-05 before:2026-04-02"_s), 2);
        QCOMPARE(found(u"boat before:2026-03"_s), 0);
        QCOMPARE(found(u"boat from:zoe"_s), 0);
        QVERIFY2(s.has(u"Nobody here is called “zoe”"_s), qPrintable(s.rows().join(u'\n')));
        QCOMPARE(found(u"before:soon"_s), 0);
        QVERIFY(s.has(u"cannot be understood"_s));
    }

    void commandsAreFoundAndRun()
    {
        Shown s(3);
        s.space->openChat(s.chat);
        QTest::keyClick(&s.window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(s.everywhere(), u">pin or"_s);
        QTRY_VERIFY_WITH_TIMEOUT(s.has(u"Command: Pin or unpin this chat"_s), patience);
        QTest::keyClick(s.everywhere(), Qt::Key_Return);
        QVERIFY(s.stage.commands.calls.contains(u"pin"_s));
        QCOMPARE(s.everywhere()->text(), QString());
    }

    void inTheOpenChat()
    {
        Shown s(600);
        s.stage.seen(s.chat, 600);
        s.space->openChat(s.chat);
        QTest::keyClick(&s.window, Qt::Key_F, Qt::ControlModifier);
        QLineEdit *field = s.field(u"Search in this chat"_s);
        QVERIFY(field->hasFocus());
        SearchBar &bar = *s.space->pane()->searchBar();
        MessageListModel &model = *s.space->pane()->model();
        MessageView &view = *s.space->pane()->view();
        const auto at = [&] { return model.row(view.focusedRow()).message.row.seq.value; };
        QTest::keyClicks(field, u"12"_s); // 12, 112, 120 to 129, 212, 312, 412, 512
        QTRY_VERIFY2_WITH_TIMEOUT(bar.status().startsWith(u"1 of 16 "_s), qPrintable(bar.status()), patience);
        QVERIFY2(bar.status().contains(u"600 messages, all here"_s), qPrintable(bar.status()));
        QCOMPARE(at(), 512); // above what was loaded
        QVERIFY(view.visualRect(model.index(view.focusedRow())).isValid());
        for (int i = 0; i < 15; ++i) QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(bar.status().startsWith(u"16 of 16"_s));
        QCOMPARE(at(), 12);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(at(), 112);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, u"walrus"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(bar.status().startsWith(u"Nothing found"_s), qPrintable(bar.status()),
                                  patience);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!bar.isVisible());
        QVERIFY(s.space->pane()->composer()->editor()->hasFocus());
    }

    void theOriginalOfAReplyIsLoadedFirst()
    {
        Shown s(0);
        // Only the answer is held; the original is somewhere on the server.
        MessageRow original = s.stage.mirror.row(100, s.stage.ana, u"the original"_s);
        MessageRow answer = s.stage.mirror.row(900, s.stage.ana, u"an answer"_s);
        answer.reply = original.mid;
        s.stage.mirror.put(s.chat, answer);
        MirrorFixture::require(s.stage.mirror.mirror->write([&] {
            s.stage.mirror.mirror->ranges.replace(s.chat, {{{900}, {900}, std::nullopt}});
        }));
        s.space->openChat(s.chat);
        MessageView &view = *s.space->pane()->view();
        MessageListModel &model = *s.space->pane()->model();
        Q_EMIT view.partClicked(model.rowOf(answer.mid), {BubbleLayout::Part::Quote});
        QVERIFY(s.stage.commands.calls.contains(u"look up"_s));
        Q_EMIT s.stage.feed.found({s.stage.commands.question, true, s.chat, {100}, 0});
        QCOMPARE(s.stage.commands.holes.size(), size_t(1));
        QCOMPARE(s.stage.commands.holes.front(), (std::pair<Seq, Seq>{{70}, {130}}));
        s.stage.mirror.put(s.chat, original);
        MirrorFixture::require(s.stage.mirror.mirror->write([&] {
            s.stage.mirror.mirror->ranges.replace(
                s.chat, {{{100}, {100}, std::nullopt}, {{900}, {900}, std::nullopt}});
        }));
        s.stage.tell(s.chat, {original.mid});
        QVERIFY(model.rowOf(original.mid) >= 0);
        QCOMPARE(view.focusedRow(), model.rowOf(original.mid));
    }
};

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
