#include "core/domain/markup.h"
#include "core/wire/content_codec.h"
#include "core/wire/poll_codec.h"

#include <QTest>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {

const UserId ben{QUuid(u"01a0c450-6c04-71e8-9818-f8c99d5d3195"_s)};

std::optional<UserId> userOf(const QString &login)
{
    return login == u"ben" ? std::optional(ben) : std::nullopt;
}

} // namespace

/// What is in texts: as values, as JSON, as it is typed.
class TestContent : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void marksBecomeEntities_data();
    void marksBecomeEntities();
    void markupOfRubbishIsStillInBounds();
    void whatIsWrittenIsReadAgain_data() { marksBecomeEntities_data(); }
    void whatIsWrittenIsReadAgain();
    void whatCannotBeWrittenLosesItsMarksOnly();
    void aTraceTellsMarksFromText();
    void blanksAroundATextTakeNothingAlong();
    void contentSurvivesItsJson();
    void pollsKeepTheirBounds();
    void whatCannotBeReadIsNotThere();
    void anEditReplacesWhatBelongsToTheWords();
    void aScheduledTextIsOneValue();
};

void TestContent::marksBecomeEntities_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QString &typed, const QString &text, const char *json) {
        QTest::newRow(name) << typed << text << QByteArray(json);
    };
    row("plain", u"2*3*4 and a_b_c"_s, u"2*3*4 and a_b_c"_s, "");
    row("bold", u"so *very bold* it is"_s, u"so very bold it is"_s, R"({"ents":[["b",3,9]]})");
    row("inside", u"*a _b_ c*"_s, u"a b c"_s, R"({"ents":[["i",2,1],["b",0,5]]})");
    row("code keeps marks", u"`a *b* c`"_s, u"a *b* c"_s, R"({"ents":[["code",0,7]]})");
    row("block", u"```cpp\nint a;\nint b;\n```"_s, u"int a;\nint b;"_s, R"({"ents":[["pre",0,13,"cpp"]]})");
    row("spoiler", u"||who||"_s, u"who"_s, R"({"ents":[["spoiler",0,3]]})");
    row("link", u"see [the hut](https://hut.example/a?b=1)."_s, u"see the hut."_s,
        R"({"ents":[["link",4,7,"https://hut.example/a?b=1"]]})");
    row("no such link", u"[x](javascript:alert)"_s, u"[x](javascript:alert)"_s, "");
    row("quote", u"> first\n> second\nmine"_s, u"first\nsecond\nmine"_s, R"({"ents":[["quote",0,12]]})");
    row("mention", u"@ben and @eve, mail a@ben"_s, u"@ben and @eve, mail a@ben"_s,
        R"({"ents":[["user",0,4,"AaDEUGwEceiYGPjJnV0xlQ"]]})");
    row("all", u"hear @all!"_s, u"hear @all!"_s, R"({"ents":[["all",5,4]]})");
    row("escaped", u"\\*not\\* \\@ben"_s, u"*not* @ben"_s, "");
    row("alone", u"* a list\n* of things"_s, u"* a list\n* of things"_s, "");
    row("pairs", u"👩‍🚀 *👩‍🚀*"_s, u"👩‍🚀 👩‍🚀"_s, R"({"ents":[["b",6,5]]})");
}

void TestContent::marksBecomeEntities()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    const OutgoingText out = markup::read(typed, userOf);
    QCOMPARE(out.text, text);
    QCOMPARE(wire::outgoingExtra(out), json);
    QVERIFY(!wire::contentFault(json, text));
}

void TestContent::whatIsWrittenIsReadAgain()
{
    QFETCH(QString, typed);
    const OutgoingText first = markup::read(typed, userOf);
    const QString again = markup::write(first.text, first.entities, [](const UserId &) { return u"ben"_s; });
    const OutgoingText second = markup::read(again, userOf);
    QCOMPARE(second.text, first.text);
    QCOMPARE(second.entities.size(), first.entities.size());
    for (const Entity &e : first.entities)
        QVERIFY2(std::count(second.entities.begin(), second.entities.end(), e) == 1, qPrintable(again));
}

void TestContent::whatCannotBeWrittenLosesItsMarksOnly()
{
    const auto nobody = [](const UserId &) { return QString(); };
    // Half of a word, two that overlap, somebody unknown, out of the text: the words stay as they are.
    const QString text = u"one *two* three @ben"_s;
    const std::vector<Entity> odd{{EntityKind::Bold, 1, 1, {}, {}},
                                  {EntityKind::Bold, 0, 9, {}, {}},
                                  {EntityKind::Italic, 4, 11, {}, {}},
                                  {EntityKind::Mention, 16, 4, {}, ben},
                                  {EntityKind::Struck, 18, 40, {}, {}}};
    const OutgoingText back = markup::read(markup::write(text, odd, nobody), userOf);
    QCOMPARE(back.text, text);
    QVERIFY(std::any_of(back.entities.begin(), back.entities.end(),
                        [&](const Entity &e) { return e == odd[1]; }));
}

void TestContent::aTraceTellsMarksFromText()
{
    const markup::Traced traced = markup::trace(u"a *b* [c](https://d.example)"_s, userOf);
    QCOMPARE(traced.text.text, u"a b c"_s);
    QCOMPARE(traced.origin, (std::vector<int>{0, 1, 3, 5, 7}));
}

void TestContent::markupOfRubbishIsStillInBounds()
{
    const QString letters = u"*_~`|[]()> @ab\n\\"_s + QChar(0xd83d) + QChar(0xde80);
    quint32 seed = 1;
    for (int round = 0; round < 3'000; ++round) {
        QString typed;
        for (int i = 0; i < 40; ++i) {
            seed = seed * 1664525 + 1013904223;
            typed += letters[(seed >> 16) % quint32(letters.size())];
        }
        const OutgoingText out = trimmed(markup::read(typed, userOf));
        for (const Entity &e : out.entities)
            QVERIFY2(e.at >= 0 && e.length > 0 && e.at + e.length <= out.text.size(), qPrintable(typed));
    }
    const QString deep(20'000, u'*');
    QVERIFY(markup::read(deep + u"a"_s + deep, userOf).text.size() <= 2 * deep.size() + 1);
}

void TestContent::blanksAroundATextTakeNothingAlong()
{
    OutgoingText out;
    out.text = u"  \n bold and not  "_s;
    out.entities = {{EntityKind::Bold, 4, 4, {}, {}},
                    {EntityKind::Italic, 0, 18, {}, {}},
                    {EntityKind::Code, 0, 3, {}, {}},
                    {EntityKind::Quote, 2'000'000'000, 2'000'000'000, {}, {}}};
    out = trimmed(out);
    QCOMPARE(out.text, u"bold and not"_s);
    const std::vector<Entity> wanted{{EntityKind::Bold, 0, 4, {}, {}}, {EntityKind::Italic, 0, 12, {}, {}}};
    QVERIFY(out.entities == wanted);
}

void TestContent::contentSurvivesItsJson()
{
    OutgoingText out;
    out.text = u"Hello @ben, see https://a.example"_s;
    out.entities = {{EntityKind::Mention, 6, 4, {}, ben}, {EntityKind::CodeBlock, 0, 5, u"c++"_s, {}}};
    out.silent = true;
    out.link = LinkPreview{u"https://a.example/x"_s, u"Title"_s, u"Words"_s, u"Site"_s, "\xff\xd8jpeg"};
    const QByteArray extra = wire::outgoingExtra(out);
    QVERIFY(!wire::contentFault(extra, out.text));
    QVERIFY(wire::entities(extra, out.text) == out.entities);
    QVERIFY(wire::linkPreview(extra) == out.link);
    const ForwardSource source{Mid{ben.value}, ben, u"Ben"_s, 5};
    const QByteArray forwarded = wire::forwardedExtra(extra, source, false);
    QVERIFY(wire::forwardSource(forwarded) == source);
    QVERIFY(!forwarded.contains("silent") && wire::linkPreview(forwarded) == out.link);
    QVERIFY(wire::withForward(forwarded, std::nullopt) == wire::editChange(extra));
    QCOMPARE(wire::expiryMs(wire::withExpiry(extra, 77)), 77);
    QCOMPARE(wire::withExpiry(wire::withExpiry(extra, 77), 0), extra);
}

void TestContent::pollsKeepTheirBounds()
{
    const QByteArray extra = R"({"poll":{"more":1,"multi":true,"opts":["a","b"]},"silent":true})";
    QVERIFY(!wire::pollFault(extra));
    const QByteArray voted = wire::recounted(wire::recounted(extra, 0, 3), 0, 2);
    QCOMPARE(voted,
             QByteArray(
                 R"({"poll":{"more":1,"multi":true,"n":[1,2],"opts":["a","b"],"voters":2},"silent":true})"));
    QCOMPARE(wire::recounted(wire::recounted(voted, 3, 0), 2, 0), extra);
    QCOMPARE(wire::withoutCount(voted), extra);
    QCOMPARE(wire::pollAgain(wire::closedPoll(voted)), extra);
    const auto poll = wire::pollOf(wire::closedPoll(voted));
    QVERIFY(poll && poll->closed && poll->voters == 2 && poll->options[1].votes == 2);
    QVERIFY(wire::fits(*poll, 3) && !wire::fits(*poll, 4) && !wire::fits(*poll, 0));
    QVERIFY(!wire::pollOf(R"({"text":"\"poll\""})") && !wire::pollFault(R"({"text":"\"poll\""})"));
    const QByteArray files = R"({"atts":[],"poll":{"opts":["a","b"]}})";
    QVERIFY(wire::pollFault(files));
    const Poll many{std::vector<PollOption>(limits::pollMaxOptions + 1, {u"x"_s, 0, false}), false, false,
                    false, 0};
    QVERIFY(wire::pollFault(wire::withPoll({}, many)));
    const QString longest(limits::pollOptionBytes, u'x');
    QVERIFY(!wire::pollFault(
        wire::withPoll({}, {{{longest, 0, false}, {u"b"_s, 0, false}}, false, false, false, 0})));
    QVERIFY(wire::pollFault(
        wire::withPoll({}, {{{longest + u'x', 0, false}, {u"b"_s, 0, false}}, false, false, false, 0})));
    const wire::Vote vote{ChatId{ben.value}, 5};
    QVERIFY(wire::decodeVote(wire::encodeVote(vote)) == vote);
    for (const QByteArray &bad :
         {QByteArray(R"("opts":[])"), QByteArray(R"("opts":[0,0])"), QByteArray(R"("opts":[12])"),
          QByteArray(R"("opts":[-1])"), QByteArray(R"("opts":["0"])")})
        QVERIFY(!wire::decodeVote("{\"chat\":\"" + ben.text() + "\"," + bad + "}"));
    QVERIFY(!wire::decodeVote("null"));
}

void TestContent::whatCannotBeReadIsNotThere()
{
    QVERIFY(wire::entities(R"({"ents":[["b",0,9]]})", u"short"_s).empty());
    QVERIFY(wire::entities(R"({"ents":[["new",0,2],["b",0,2]]})", u"short"_s).size() == 1);
    QVERIFY(!wire::linkPreview(R"({"link":{"url":"javascript:x"}})"));
    QVERIFY(!wire::forwardSource(R"({"fwd":{"by":"x"}})"));
    QCOMPARE(wire::expiryMs(R"({"exp":"soon"})"), 0);
    const QByteArray nested = "{\"a\":\"\\\"exp\\\"\"}";
    QCOMPARE(wire::expiryMs(nested), 0);
}

void TestContent::anEditReplacesWhatBelongsToTheWords()
{
    const QByteArray before =
        R"({"atts":[1],"ents":[["b",0,1]],"link":{"url":"https://a.example"},"silent":true})";
    QCOMPARE(wire::editedExtra(before, {}), QByteArray(R"({"atts":[1],"silent":true})"));
    QCOMPARE(wire::editedExtra({}, R"({"ents":[["i",0,1]],"silent":true})"),
             QByteArray(R"({"ents":[["i",0,1]]})"));
}

void TestContent::aScheduledTextIsOneValue()
{
    ScheduledText s{Mid{ben.value}, ChatId{ben.value}, 1'790'000'000'000, {}, {}, false};
    s.text.text = u"Happy birthday!"_s;
    s.text.entities = {{EntityKind::Bold, 0, 5, {}, {}}};
    s.text.reply = Mid{ben.value};
    s.text.silent = true;
    const QByteArray value = wire::encodeScheduled(s), key = s.mid.text();
    QVERIFY(wire::decodeScheduled(key, value) == s);
    QCOMPARE(wire::scheduledExtra(value), QByteArray(R"({"ents":[["b",0,5]],"silent":true})"));
    s.failed = u"not_member"_s;
    QVERIFY(wire::decodeScheduled(key, wire::scheduledFailed(value, s.failed)) == s);
    for (const char *no : {"null", "true", "{}", "[]", R"({"chat":"x","when":1,"body":"y"})"})
        QVERIFY(!wire::decodeScheduled(key, no));
    QVERIFY(!wire::decodeScheduled("not an id", value));
}

QTEST_GUILESS_MAIN(TestContent)
#include "tst_content.moc"
