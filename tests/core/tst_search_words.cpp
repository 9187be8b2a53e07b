#include "core/domain/search.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kith;

/// What somebody typed into a search field, taken apart.
class TestSearchWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takenApart_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("told"); // words|from|in|has|after|before|faults
        QTest::newRow("words") << u"two  words"_s << u"two words|||0|||"_s;
        QTest::newRow("nothing") << u"  "_s << u"|||0|||"_s;
        QTest::newRow("from") << u"boat from:ana"_s << u"boat|ana||0|||"_s;
        QTest::newRow("quoted") << u"from:\"Ana Horvat\" in:\"Summer house\" key"_s
                                << u"key|Ana Horvat|Summer house|0|||"_s;
        QTest::newRow("quotes not closed") << u"in:\"Summer ho"_s << u"||Summer ho|0|||"_s;
        QTest::newRow("still being typed") << u"from: boat"_s << u"boat|||0|||"_s;
        QTest::newRow("has") << u"has:Photo HAS:x"_s << u"|||2|||HAS:x"_s;
        QTest::newRow("days") << u"after:2026-03-05 before:2026-04"_s << u"|||0|2026-03-05|2026-04-01|"_s;
        QTest::newRow("year and named days")
            << u"after:2025 before:yesterday"_s << u"|||0|2025-01-01|2026-11-23|"_s;
        QTest::newRow("no day") << u"before:soon"_s << u"|||0|||before:soon"_s;
        QTest::newRow("the 30th of February") << u"after:2026-02-30"_s << u"|||0|||after:2026-02-30"_s;
        QTest::newRow("an address is words") << u"https://a.example/x"_s << u"https://a.example/x|||0|||"_s;
        QTest::newRow("a time is words") << u"at 12:30"_s << u"at 12:30|||0|||"_s;
        QTest::newRow("quotes around words stay") << u"say \"hello\""_s << u"say \"hello\"|||0|||"_s;
    }
    void takenApart()
    {
        QFETCH(QString, typed);
        QFETCH(QString, told);
        const TypedSearch s = parseSearch(typed, QDate(2026, 11, 24));
        const QString got = QStringList{s.words,
                                        s.from,
                                        s.in,
                                        QString::number(int(s.has)),
                                        s.after.toString(Qt::ISODate),
                                        s.before.toString(Qt::ISODate),
                                        s.faults.join(u' ')}
                                .join(u'|');
        QCOMPARE(got, told);
    }
    void anythingEnds()
    {
        const TypedSearch s =
            parseSearch(QString(1'000'000, u'"') + u"from:"_s.repeated(100'000), QDate(2026, 1, 1));
        QVERIFY(searchWords(s.words).size() <= 16);
    }
};

QTEST_APPLESS_MAIN(TestSearchWords)
#include "tst_search_words.moc"
