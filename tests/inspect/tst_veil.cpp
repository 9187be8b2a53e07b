// What may be seen of what people wrote.
#include "core/base/ids.h"
#include "core/base/random.h"
#include "inspect/bundle.h"
#include "inspect/veil.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kith;
using namespace kith::inspect;

class TestVeil : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shapes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shape");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("one") << u"a"_s << u"‹text: 1 character, Latin›"_s;
        QTest::newRow("two scripts, lines")
            << u"Hello\nмир"_s << u"‹text: 9 characters, Latin and Cyrillic, 2 lines›"_s;
        QTest::newRow("pictographs count once") << u"😀😀"_s << u"‹text: 2 characters, pictographs›"_s;
        QTest::newRow("a link") << u"https://x.example"_s << u"‹text: 17 characters, Latin, a link›"_s;
        QTest::newRow("right to left") << u"שלום"_s << u"‹text: 4 characters, Hebrew›"_s;
    }
    void shapes()
    {
        QFETCH(QString, text);
        QTEST(Veil("k").shape(text, u"text"), "shape");
    }

    void pseudonymsBelongToTheCase()
    {
        const QByteArray ana(16, 'a'), ben(16, 'b');
        QCOMPARE(Veil("case").person(ana), Veil("case").person(ana));
        QVERIFY(Veil("case").person(ana) != Veil("case").person(ben));
        QVERIFY(Veil("case").person(ana) != Veil("other").person(ana));
        QVERIFY(Veil("case").mark("text") != Veil("other").mark("text"));
        QVERIFY(Veil("case").fakeId(ana) != ana);
    }

    void namesOfFilesKeepOnlyUsualEndings()
    {
        const Veil veil("k");
        QCOMPARE(veil.fileName(u"holiday.PDF"_s), u"‹name: 7 characters›.pdf"_s);
        QCOMPARE(veil.fileName(u"a.secretword"_s), u"‹name: 12 characters›"_s);
        QCOMPARE(veil.fileName(u"noend"_s), u"‹name: 5 characters›"_s);
        QVERIFY(veil.fakeFileName(u"holiday.pdf"_s, "s").endsWith(u".pdf"_s));
        QVERIFY(!veil.fakeFileName(u"holiday.pdf"_s, "s").contains(u"holiday"_s));
    }

    void onlyOurOwnWordsPassAsCodes()
    {
        const Veil veil("k");
        SeededRandom random(1);
        const QString mid = QString::fromLatin1(Mid::mint(1'700'000'000'000, random).text());
        for (const QString &word : {u"not_member"_s, u"send"_s, u"busy"_s, mid})
            QCOMPARE(veil.code(word), word);
        for (const QString &word :
             {u"hunter2"_s, u"Passw0rd"_s, u"abcdefghijklmnopqrstuv"_s, u"not_member x"_s})
            QVERIFY2(veil.code(word).startsWith(u'‹'), qPrintable(word));
        QCOMPARE(veil.code(u"the server secret.example cannot be reached"_s), u"… cannot be reached"_s);
    }

    void fakesHaveTheShapeAndNothingElse()
    {
        const Veil veil("k");
        const QString text = u"Meet at 10:45, Анна! 日本 😀 ok?"_s;
        const QString fake = veil.fake(text, "salt");
        QCOMPARE(fake.size(), text.size());
        QCOMPARE(veil.shape(fake, u"t"), veil.shape(text, u"t"));
        QVERIFY(fake != veil.fake(text, "other salt"));
        QCOMPARE(fake, veil.fake(text, "salt"));
        for (const QChar c : {QChar(u','), QChar(u'!'), QChar(u'?'), QChar(u':')}) QVERIFY(fake.contains(c));
        int kept = 0, letters = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            letters += text[i].isLetterOrNumber();
            kept += text[i].isLetterOrNumber() && text[i] == fake[i];
        }
        QVERIFY2(kept * 3 < letters, qPrintable(fake)); // by chance only
    }

    void revealedTextIsSafeForATerminal()
    {
        const Veil open("k", true);
        QCOMPARE(open.shape(u"a\u001b[31mb\u202ec\nd"_s, u"t"), u"a\ufffd[31mb\ufffdc⏎d"_s);
    }

    void logsLoseEveryWordThatIsNotOurs()
    {
        const QString out =
            logWithoutContent("2026-11-24T19:00:00.123Z kith.sync info: connection lost: host ana.example\n"
                              "login=ana token=ey12.abc tries=3 mid=AaIOd3ONf6WaetKWroPpKw user=U1\n",
                              Veil("k"), {{u"U1"_s, u"p-1"_s}});
        QVERIFY(out.contains(u"2026-11-24T19:00:00.123Z kith.sync info: connection lost:"_s));
        QVERIFY(out.contains(u"‹5›=3"_s) && out.contains(u"AaIOd3ONf6WaetKWroPpKw"_s) &&
                out.contains(u"p-1"_s));
        for (const QString &secret : {u"ana"_s, u"ey12"_s, u"example"_s, u"U1"_s})
            QVERIFY2(!out.contains(secret), qPrintable(out));
    }
};

QTEST_GUILESS_MAIN(TestVeil)
#include "tst_veil.moc"
