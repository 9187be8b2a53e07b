#include "core/base/ids.h"
#include "core/base/random.h"

#include <QSet>
#include <QTest>
#include <array>

using namespace kith;

class TestIds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mintedIdsAreVersion7AndCarryTheirTime();
    void textFormsRoundTrip();
    void wrongTextsAreRefused_data();
    void wrongTextsAreRefused();
    void idsNeverStartLikeAnOption();
    void belowIsUniformEnough();
};

void TestIds::mintedIdsAreVersion7AndCarryTheirTime()
{
    SeededRandom random(1);
    QSet<Mid> seen;
    for (qint64 ms : {0LL, 1LL, 1'790'000'000'123LL, (1LL << 48) - 1}) {
        for (int i = 0; i < 100; ++i) {
            const Mid mid = Mid::mint(ms, random);
            QCOMPARE(int(mid.value.data3 >> 12), 7);
            QCOMPARE(mid.value.variant(), QUuid::DCE);
            QCOMPARE(mid.mintedAtMs(), ms);
            seen.insert(mid);
        }
    }
    QCOMPARE(seen.size(), 400);
}

void TestIds::textFormsRoundTrip()
{
    SeededRandom random(2);
    for (int i = 0; i < 1000; ++i) {
        const Mid mid = Mid::mint(1'790'000'000'000 + i, random);
        QCOMPARE(mid.text().size(), 22);
        QCOMPARE(Mid::fromText(mid.text()), std::optional(mid));
        QCOMPARE(Mid::fromText(mid.blob().toHex()), std::optional(mid));
        QCOMPARE(Mid::fromText(mid.blob().toHex().toUpper()), std::optional(mid));
        QCOMPARE(Mid::fromText(mid.value.toByteArray(QUuid::WithoutBraces)), std::optional(mid));
        QCOMPARE(Mid::fromBlob(mid.blob()), mid);
    }
}

void TestIds::wrongTextsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("null") << QByteArray(22, 'A');
    QTest::newRow("null hex") << QByteArray(32, '0');
    QTest::newRow("short") << QByteArray("AZGgC4QAc3qmSYJr6pZyO");
    QTest::newRow("long") << QByteArray("AZGgC4QAc3qmSYJr6pZyOwA");
    QTest::newRow("alphabet") << QByteArray("AZGgC4QAc3qmSYJr6pZyO+");
    QTest::newRow("spare bits") << QByteArray("AZGgC4QAc3qmSYJr6pZyOx");
    QTest::newRow("not hex") << QByteArray(32, 'g');
    QTest::newRow("36 of rubbish") << QByteArray(36, 'x');
}

void TestIds::wrongTextsAreRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Mid::fromText(text));
    QVERIFY(!Mid::fromBlob(text));
}

void TestIds::idsNeverStartLikeAnOption()
{
    SeededRandom random(3);
    // The first six bits are the top of the time: for thousands of years the first letter is 'A'.
    QCOMPARE(Mid::mint(1'790'000'000'000, random).text().at(0), 'A');
}

void TestIds::belowIsUniformEnough()
{
    SeededRandom random(4);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70'000; ++i) ++counts[random.below(7)];
    for (const int n : counts) QVERIFY(n > 9'500 && n < 10'500);
}

QTEST_APPLESS_MAIN(TestIds)
#include "tst_ids.moc"
