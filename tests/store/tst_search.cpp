#include "core/wire/codec.h"
#include "tests/kit/mirror_fixture.h"
#include "tests/kit/mirror_seed.h"

using namespace Qt::StringLiterals;
using namespace kith;

class TestSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsThere_data();
    void findsWhatIsThere();
    void theIndexFollowsEditsAndDeletions();
    void wordsThatAnEditKeepsAreStillFound();
    void aBrokenIndexIsNoticedAndRebuilt();
    void pagesAndChats();
    void agreesWithLookingAtEveryText();
};

namespace {

const std::vector<QString> &texts()
{
    static const std::vector<QString> all = {
        u"The quick brown fox"_s,
        u"Schöne Grüße aus MÜNCHEN"_s,
        u"明天下午三点在办公室开会"_s,
        u"say \"hello world\" loudly"_s,
        u"100% sure_thing a*b (c) -d"_s,
        u"wholesome foxglove"_s,
        u"Привет, как дела?"_s,
        u"ok 👍🏽 good"_s,
        u"xylo üb"_s,
        u"AND OR NOT NEAR"_s,
    };
    return all;
}

struct Talk : MirrorFixture {
    explicit Talk(quint64 seed = 1)
        : MirrorFixture(seed)
    {
        ann = user(u"ann"_s, u"Ann"_s);
        chat = MirrorFixture::chat(ChatKind::Direct, {ann});
    }
    UserId ann;
    ChatId chat;
    qint64 seq = 0;
    MessageRow say(const QString &text) { return put(chat, row(++seq, ann, text)); }
};

QList<int> numbersOf(const Result<std::vector<SearchHit>> &hits)
{
    QList<int> numbers;
    if (!hits) qFatal("%s", qPrintable(hits.error().what));
    for (const auto &hit : *hits) numbers.append(int(hit.message.row.seq.value) - 1);
    return numbers;
}

} // namespace

void TestSearch::findsWhatIsThere_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QList<int>>("expected"); // indices of texts(), newest first
    QTest::newRow("word") << u"quick"_s << QList<int>{0};
    QTest::newRow("middle of a word") << u"olesom"_s << QList<int>{5};
    QTest::newRow("newest first") << u"fox"_s << QList<int>{5, 0};
    QTest::newRow("any case, umlauts") << u"münchen"_s << QList<int>{1};
    QTest::newRow("any case, sharp s") << u"GRÜßE"_s << QList<int>{1};
    QTest::newRow("cyrillic") << u"ПРИВЕТ"_s << QList<int>{6};
    QTest::newRow("cjk three") << u"办公室"_s << QList<int>{2};
    QTest::newRow("cjk two") << u"下午"_s << QList<int>{2};
    QTest::newRow("cjk one") << u"明"_s << QList<int>{2};
    QTest::newRow("one letter") << u"x"_s << QList<int>{8, 5, 0};
    QTest::newRow("two umlaut letters, upper") << u"ÜB"_s << QList<int>{8};
    QTest::newRow("all words") << u"fox brown"_s << QList<int>{0};
    QTest::newRow("long and short") << u"fox qu"_s << QList<int>{0};
    QTest::newRow("pieces apart are no hit") << u"quickfox"_s << QList<int>{};
    QTest::newRow("quote") << u"\"hello"_s << QList<int>{3};
    QTest::newRow("lone quotes") << u"\"\"\""_s << QList<int>{};
    QTest::newRow("one quote") << u"\""_s << QList<int>{3};
    QTest::newRow("percent is no wildcard") << u"0%"_s << QList<int>{4};
    QTest::newRow("underscore is no wildcard") << u"_t"_s << QList<int>{4};
    QTest::newRow("operators are words") << u"NOT NEAR"_s << QList<int>{9};
    QTest::newRow("column filter is text") << u"body:quick"_s << QList<int>{};
    QTest::newRow("prefix star is text") << u"quic*"_s << QList<int>{};
    QTest::newRow("sql") << u"'; DROP TABLE messages; --"_s << QList<int>{};
    QTest::newRow("backslash") << u"\\"_s << QList<int>{};
    QTest::newRow("emoji") << u"👍🏽"_s << QList<int>{7};
    QTest::newRow("nothing") << u"   "_s << QList<int>{};
    QTest::newRow("control characters") << QString(QChar(0)) + u"fox"_s << QList<int>{5, 0};
}

void TestSearch::findsWhatIsThere()
{
    QFETCH(QString, words);
    QFETCH(QList<int>, expected);
    Talk t;
    for (const QString &text : texts()) t.say(text);
    auto reader = t.reader();
    QCOMPARE(numbersOf(reader->search(words, {}, 0, 50)), expected);
    QCOMPARE(numbersOf(reader->search(words, t.chat, 0, 50)), expected);
}

void TestSearch::theIndexFollowsEditsAndDeletions()
{
    Talk t;
    MessageRow a = t.say(u"walrus one"_s);
    const MessageRow b = t.say(u"walrus two"_s), c = t.say(u"walrus three"_s);
    a.body = u"narwhal"_s;
    a.rev = {50};
    MessageRow dead = b;
    dead.body.clear();
    dead.dead = true;
    dead.rev = {51};
    MessageRow revived = dead; // a tombstone never comes back, but the index must not mind
    revived.dead = false;
    revived.body = u"walrus reborn"_s;
    revived.rev = {52};
    auto reader = t.reader();
    t.put(t.chat, a);
    t.put(t.chat, dead);
    t.require(t.mirror->write([&] { t.mirror->messages.remove(c.mid); }));
    QVERIFY(numbersOf(reader->search(u"walrus"_s, {}, 0, 9)).isEmpty());
    QCOMPARE(numbersOf(reader->search(u"narwhal"_s, {}, 0, 9)), QList<int>{0});
    t.put(t.chat, revived);
    QCOMPARE(numbersOf(reader->search(u"walrus"_s, {}, 0, 9)), QList<int>{1});
    const auto clean = t.mirror->checkSearchIndex();
    QVERIFY(clean && *clean);
}

void TestSearch::wordsThatAnEditKeepsAreStillFound()
{
    Talk t;
    auto edited = t.say(u"the walrus sleeps"_s);
    auto reader = t.reader();
    for (const QString &text : {u"the walrus wakes"_s, u"a walrus dives"_s, u""_s, u"the walrus is back"_s}) {
        edited.body = text;
        ++edited.ev;
        ++edited.rev.value;
        t.put(t.chat, edited);
        const auto found = numbersOf(reader->search(u"walrus"_s, {}, 0, 9));
        QCOMPARE(found, text.isEmpty() ? QList<int>{} : QList<int>{0});
        QVERIFY(numbersOf(reader->search(u"sleeps"_s, {}, 0, 9)).isEmpty());
        QVERIFY(*t.mirror->checkSearchIndex());
    }
}

void TestSearch::aBrokenIndexIsNoticedAndRebuilt()
{
    Talk t;
    t.say(u"walrus"_s);
    t.mirror->db().exec(u"DROP TRIGGER messages_fts_insert"_s);
    t.say(u"walrus again"_s);
    auto reader = t.reader();
    QCOMPARE(numbersOf(reader->search(u"walrus"_s, {}, 0, 9)), QList<int>{0});
    auto checked = t.mirror->checkSearchIndex();
    QVERIFY(checked && !*checked);
    QCOMPARE(numbersOf(reader->search(u"walrus"_s, {}, 0, 9)), (QList<int>{1, 0}));
    checked = t.mirror->checkSearchIndex();
    QVERIFY(checked && *checked);
}

void TestSearch::pagesAndChats()
{
    Talk t;
    for (int i = 0; i < 30; ++i) t.say(u"needle %1"_s.arg(i));
    const ChatId other = t.MirrorFixture::chat(ChatKind::Group, {t.ann}, u"Garden"_s);
    t.put(other, t.row(1, t.ann, u"needle elsewhere"_s));
    auto reader = t.reader();
    for (const QString &words : {u"needle"_s, u"ne"_s}) {
        QList<int> all;
        qint64 before = 0;
        for (;;) {
            const auto hits = reader->search(words, t.chat, before, 7);
            if (hits->empty()) break;
            all += numbersOf(hits);
            before = hits->back().message.pk;
        }
        QCOMPARE(all.size(), 30);
        QVERIFY(std::is_sorted(all.rbegin(), all.rend()));
        const auto everywhere = reader->search(words, {}, 0, 50);
        QCOMPARE(everywhere->size(), size_t(31));
        QCOMPARE(everywhere->front().chatTitle, u"Garden"_s);
        QCOMPARE(everywhere->back().chatTitle, u"Ann"_s);
    }
}

void TestSearch::agreesWithLookingAtEveryText()
{
    Talk t(7);
    std::vector<QString> said;
    SeededRandom random(11);
    t.require(t.mirror->write([&] {
        for (int i = 0; i < 600; ++i) {
            said.push_back(seedText(random));
            t.mirror->messages.upsert(t.chat, t.row(++t.seq, t.ann, said.back()));
        }
    }));
    auto reader = t.reader();
    for (int round = 0; round < 300; ++round) {
        const QString &from = said[size_t(random.below(said.size()))];
        const qsizetype length = 1 + qsizetype(random.below(9));
        const QString piece = from.mid(qsizetype(random.below(quint64(from.size()))), length)
                                  .section(u' ', 0, 0, QString::SectionSkipEmpty);
        if (piece.isEmpty() || piece.front().isLowSurrogate() || piece.back().isHighSurrogate()) continue;
        QList<int> expected;
        for (int i = int(said.size()) - 1; i >= 0; --i)
            if (said[size_t(i)].contains(piece, Qt::CaseInsensitive)) expected.append(i);
        if (expected.size() > 100) expected.resize(100);
        QCOMPARE(numbersOf(reader->search(piece, {}, 0, 100)), expected);
    }
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
