#include "core/base/random.h"
#include "core/domain/change_set.h"

#include <QTest>

using namespace kith;

class TestChangeSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void manyMessagesBecomeTheWholeChat();
    void mergeKeepsEverything();
};

void TestChangeSet::manyMessagesBecomeTheWholeChat()
{
    SeededRandom random(1);
    const auto chat = ChatId::mint(1, random);
    ChangeSet set;
    for (int i = 0; i < ChangeSet::maxMids; ++i) set.touch(chat, Mid::mint(i, random));
    QVERIFY(!set.chats[chat].whole);
    QCOMPARE(set.chats[chat].messages.size(), ChangeSet::maxMids);
    set.touch(chat, Mid::mint(9, random));
    QVERIFY(set.chats[chat].whole);
    QVERIFY(set.chats[chat].messages.isEmpty());
    set.touch(chat, Mid::mint(9, random));
    QVERIFY(set.chats[chat].messages.isEmpty());
}

void TestChangeSet::mergeKeepsEverything()
{
    SeededRandom random(2);
    const auto a = ChatId::mint(1, random), b = ChatId::mint(2, random);
    const auto m1 = Mid::mint(1, random), m2 = Mid::mint(2, random);
    ChangeSet left, right;
    left.touch(a, m1);
    left.chats[b].whole = true;
    right.touch(a, m2);
    right.touch(b, m1);
    right.chats[a].marks = true;
    right.list = true;
    left.merge(right);
    QCOMPARE(left.chats[a].messages, (QSet<Mid>{m1, m2}));
    QVERIFY(left.chats[a].marks);
    QVERIFY(left.chats[b].whole && left.chats[b].messages.isEmpty());
    QVERIFY(left.list && !left.outbox);
}

QTEST_APPLESS_MAIN(TestChangeSet)
#include "tst_change_set.moc"
