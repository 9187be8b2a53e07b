// Every model of the window over a real mirror, watched by QAbstractItemModelTester.
#include "tests/ui/stage.h"
#include "ui/dialogs/people_picker.h"
#include "ui/models/message_list_model.h"
#include "ui/models/search_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {
constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

QStringList bodies(const MessageListModel &model)
{
    QStringList all;
    for (int i = 0; i < model.rowCount(); ++i)
        all << (model.row(i).kind == TimelineRow::Kind::Hole ? u"hole"_s : model.row(i).message.row.body);
    return all;
}
} // namespace

class TestModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { registerFeedTypes(); }

    void theListFollowsTheOrderOfTheMirrorAndKeepsTheSelection()
    {
        Stage s;
        std::vector<ChatId> chats;
        for (int i = 0; i < 30; ++i) chats.push_back(s.chat(2));
        const LiveState live(s.context);
        ChatListModel model(s.context, live);
        const QAbstractItemModelTester tester(&model, strict);
        QCOMPARE(model.rowCount(), 30);
        const QPersistentModelIndex third = model.index(3);
        const ChatId kept = model.chatAt(3);
        const ChatId last = model.chatAt(29);
        s.tell(last, {s.arrive(last, 3, u"news"_s).mid});
        QCOMPARE(model.chatAt(0), last);
        QCOMPARE(model.chatAt(third.row()), kept);
        const auto row = model.index(0).data(ListRowRole).value<ListRow>();
        QCOMPARE(row.chat.preview, u"news"_s);
        const ChatId fresh = s.chat(1);
        s.tell(fresh, {});
        QCOMPARE(model.rowCount(), 31);
        const auto places = s.reader->chatPlaces();
        for (int i = 0; i < model.rowCount(); ++i) QCOMPARE(model.chatAt(i), (*places)[size_t(i)].chat);
    }

    void typingIsShownInPlaceAndForgotten()
    {
        Stage s;
        const ChatId chat = s.chat(1);
        LiveState live(s.context);
        ChatListModel model(s.context, live);
        Q_EMIT s.feed.typingChanged(chat, s.ana, true);
        QCOMPARE(model.index(0).data(ListRowRole).value<ListRow>().typing, u"typing…"_s);
        Q_EMIT s.feed.typingChanged(chat, s.ana, false);
        QCOMPARE(model.index(0).data(ListRowRole).value<ListRow>().typing, QString());
    }

    void aLongConversationIsPagedInABoundedWindow()
    {
        Stage s;
        const ChatId chat = s.chat(1500);
        s.seen(chat, 1500);
        MessageListModel model(s.context);
        const QAbstractItemModelTester tester(&model, strict);
        model.open(chat);
        QVERIFY(model.atNewest());
        QCOMPARE(model.row(model.rowCount() - 1).message.row.seq.value, 1500);
        int pages = 0;
        while (model.loadOlder()) {
            QVERIFY(model.rowCount() <= MessageListModel::most);
            QVERIFY(++pages < 100);
        }
        QVERIFY(model.atOldest());
        QVERIFY(!model.atNewest());
        QCOMPARE(model.row(0).message.row.seq.value, 1);
        for (int i = 1; i < model.rowCount(); ++i)
            QCOMPARE(model.row(i).message.row.seq.value, model.row(i - 1).message.row.seq.value + 1);
        while (model.loadNewer()) {
        }
        QCOMPARE(model.row(model.rowCount() - 1).message.row.seq.value, 1500);
        QVERIFY(model.rowCount() <= MessageListModel::most);
    }

    void aMessageKeepsItsRowFromEnterToTheServersAnswer()
    {
        Stage s;
        const ChatId chat = s.chat(5);
        s.seen(chat, 5);
        MessageListModel model(s.context);
        const QAbstractItemModelTester tester(&model, strict);
        model.open(chat);
        MessageRow mine = s.mirror.row(0, s.mirror.me, u"mine"_s);
        MirrorFixture::require(
            s.mirror.mirror->write([&] { s.mirror.mirror->messages.insertQueued(chat, mine); }));
        s.tell(chat, {mine.mid});
        QCOMPARE(model.rowCount(), 6);
        const QPersistentModelIndex row = model.index(5);
        QCOMPARE(model.row(5).message.tick, Tick::Queued);
        // Ana was faster: her message takes 6, ours 7.
        const MessageRow hers = s.arrive(chat, 6, u"hers"_s);
        s.tell(chat, {hers.mid});
        mine.seq = {7};
        mine.rev = {7};
        s.mirror.put(chat, mine);
        MirrorFixture::require(s.mirror.mirror->write([&] {
            s.mirror.mirror->ranges.replace(chat, {{{1}, {7}, std::nullopt}});
        }));
        s.tell(chat, {mine.mid});
        QCOMPARE(bodies(model).last(2), QStringList({u"hers"_s, u"mine"_s}));
        QCOMPARE(model.rowCount(), 7);
        QVERIFY(row.isValid());
        QCOMPARE(row.row(), 6);
    }

    void holesAreRowsAndGoWhenTheyAreFilled()
    {
        Stage s;
        const ChatId chat = s.chat(0);
        for (qint64 seq : {1, 2, 3, 8, 9}) s.mirror.put(chat, s.mirror.row(seq, s.ana, QString::number(seq)));
        auto ranges = [&](const std::vector<HeldRange> &r) {
            MirrorFixture::require(s.mirror.mirror->write([&] { s.mirror.mirror->ranges.replace(chat, r); }));
        };
        ranges({{{1}, {3}, std::nullopt}, {{8}, {9}, std::nullopt}});
        s.seen(chat, 9);
        MessageListModel model(s.context);
        const QAbstractItemModelTester tester(&model, strict);
        model.open(chat);
        QCOMPARE(bodies(model), QStringList({u"1"_s, u"2"_s, u"3"_s, u"hole"_s, u"8"_s, u"9"_s}));
        QCOMPARE(model.row(3).hole, (Hole{{4}, {7}}));
        for (qint64 seq : {4, 5, 6, 7}) s.mirror.put(chat, s.mirror.row(seq, s.ana, QString::number(seq)));
        ranges({{{1}, {9}, std::nullopt}});
        ChangeSet changes;
        changes.chats[chat].holes = true;
        Q_EMIT s.feed.changed(changes);
        QCOMPARE(model.rowCount(), 9);
        QCOMPARE(bodies(model).join(u' '), u"1 2 3 4 5 6 7 8 9"_s);
    }

    void manyRandomChangesLeaveTheModelEqualToTheMirror()
    {
        Stage s;
        const ChatId chat = s.chat(30);
        s.seen(chat, 30);
        MessageListModel model(s.context);
        const QAbstractItemModelTester tester(&model, strict);
        model.open(chat);
        SeededRandom random(42);
        qint64 seq = 30, rev = 1000;
        std::vector<MessageRow> queued;
        for (int step = 0; step < 250; ++step) {
            QList<Mid> touched;
            switch (random.below(4)) {
            case 0:
                touched << s.arrive(chat, ++seq, u"a%1"_s.arg(step)).mid;
                break;
            case 1: {
                MessageRow mine = s.mirror.row(0, s.mirror.me, u"m%1"_s.arg(step));
                MirrorFixture::require(
                    s.mirror.mirror->write([&] { s.mirror.mirror->messages.insertQueued(chat, mine); }));
                queued.push_back(mine);
                touched << mine.mid;
                break;
            }
            case 2:
                if (queued.empty()) continue;
                queued.front().seq = {++seq};
                queued.front().rev = {++rev};
                s.mirror.put(chat, queued.front());
                MirrorFixture::require(s.mirror.mirror->write([&] {
                    s.mirror.mirror->ranges.replace(chat, {{{1}, {seq}, std::nullopt}});
                }));
                touched << queued.front().mid;
                queued.erase(queued.begin());
                break;
            default: {
                MessageRow row = model.row(int(random.below(quint64(model.rowCount())))).message.row;
                if (row.seq.value == 0) continue;
                row.body = u"edited %1"_s.arg(step);
                row.rev = {++rev};
                row.ev += 1;
                touched << s.mirror.put(chat, row).mid;
            }
            }
            s.tell(chat, touched);
        }
        MessageListModel fresh(s.context);
        fresh.open(chat);
        while (fresh.loadOlder()) {
        }
        while (fresh.loadNewer()) {
        }
        QCOMPARE(bodies(model), bodies(fresh));
        QVERIFY(model.rowCount() > 60);
    }

    void rowsSpeak()
    {
        Stage s;
        const ChatId chat = s.chat(2);
        MessageListModel model(s.context);
        model.open(chat);
        const QString first = model.index(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(first.contains(u"Ana Horvat"_s) && first.contains(u"message number 1"_s), qPrintable(first));
        const QString second = model.index(1).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(second.contains(u"You"_s) && second.contains(u"on the server"_s), qPrintable(second));
    }

    void theSearchFindsChatsMessagesAndPeople()
    {
        Stage s;
        const ChatId chat = s.chat(3);
        s.tell(chat, {s.arrive(chat, 4, u"the lighthouse is open"_s).mid});
        const LiveState live(s.context);
        ChatListModel chats(s.context, live);
        SearchModel model(s.context, chats);
        const QAbstractItemModelTester tester(&model, strict);
        model.search(u"ana"_s);
        QCOMPARE(model.row(0).kind, ListRow::Kind::About); // how much is searched
        QCOMPARE(model.row(2).chat.chat, chat);
        QTRY_COMPARE(s.commands.asked.size(), size_t(1));
        Q_EMIT s.feed.usersFound(s.commands.asked.back().first,
                                 {{s.mirror.id<UserId>(), u"anatol"_s, u"Anatol"_s}}, {});
        QCOMPARE(model.row(model.rowCount() - 1).person.login, u"anatol"_s);
        model.search(u"lighthouse"_s);
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(model.row(2).hit.message.row.body, u"the lighthouse is open"_s);
        Q_EMIT s.feed.usersFound(1, {{s.ana, u"late"_s, u"Late"_s}}, {}); // the answer to an older question
        QCOMPARE(model.rowCount(), 3);
        model.search({});
        QCOMPARE(model.rowCount(), 0);
    }

    void peopleAreFoundHereAndOnTheServer()
    {
        Stage s;
        PeopleModel model(s.context);
        const QAbstractItemModelTester tester(&model, strict);
        QString state;
        connect(&model, &PeopleModel::stateChanged, this, [&](const QString &words) { state = words; });
        model.find(u"An"_s);
        QCOMPARE(model.rowCount(), 1);
        model.find(u"zoe"_s);
        QCOMPARE(model.rowCount(), 0);
        QTRY_COMPARE(s.commands.asked.size(), size_t(1));
        Q_EMIT s.feed.usersFound(s.commands.asked.back().first, {}, {});
        QVERIFY2(state.contains(u"zoe"_s), qPrintable(state));
        Q_EMIT s.feed.usersFound(s.commands.asked.back().first, {{s.mirror.id<UserId>(), u"zoe"_s, u"Zoe"_s}},
                                 {});
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"
