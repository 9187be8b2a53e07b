#include "ui/chat/read_decision.h"

#include <QTest>

using namespace kith;

class TestReadDecision : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("shown");
        QTest::addColumn<qint64>("forMs");
        QTest::addColumn<bool>("active");
        QTest::addColumn<bool>("read");
        QTest::newRow("whole, long enough") << 60 << 60 << qint64(500) << true << true;
        QTest::newRow("whole, too short") << 60 << 60 << qint64(499) << true << false;
        QTest::newRow("half") << 60 << 30 << qint64(600) << true << true;
        QTest::newRow("less than half") << 60 << 29 << qint64(9000) << true << false;
        QTest::newRow("inactive window") << 60 << 60 << qint64(9000) << false << false;
        QTest::newRow("taller than the view, fills half of it") << 2000 << 200 << qint64(500) << true << true;
        QTest::newRow("taller than the view, a strip of it") << 2000 << 199 << qint64(500) << true << false;
        QTest::newRow("off screen") << 60 << 0 << qint64(9000) << true << false;
        QTest::newRow("above the view") << 60 << -20 << qint64(9000) << true << false;
    }
    void decides()
    {
        QFETCH(int, height);
        QFETCH(int, shown);
        QFETCH(qint64, forMs);
        QFETCH(bool, active);
        QFETCH(bool, read);
        const Seq upTo = readUpTo({{{7}, height, shown, 10'000}}, 400, active, 10'000 + forMs);
        QCOMPARE(upTo.value, read ? 7 : 0);
    }
    void theHighestReadRowCountsAndUnsentOnesNever()
    {
        const std::vector<VisibleRow> rows{
            {{5}, 60, 60, 0}, {{6}, 60, 60, 0}, {{7}, 60, 60, 900}, {{0}, 60, 60, 0}};
        QCOMPARE(readUpTo(rows, 400, true, 1000).value, 6);
        QCOMPARE(readUpTo(rows, 400, true, 1400).value, 7);
        QCOMPARE(readUpTo({}, 400, true, 1400).value, 0);
    }
};

QTEST_APPLESS_MAIN(TestReadDecision)
#include "tst_read_decision.moc"
