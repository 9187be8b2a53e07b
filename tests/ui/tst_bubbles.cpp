#include "tests/ui/lively.h"
#include "tests/ui/stage.h"
#include "ui/chat/bubble_layout.h"
#include "ui/style/shapes.h"

#include <QPainter>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

TimelineRow rowOf(const QString &text, bool mine)
{
    TimelineRow row;
    row.message.row.kind = u"text"_s;
    row.message.row.body = text;
    row.message.row.seq = {1};
    row.message.row.atMs = 1'700'000'000'000;
    row.message.mine = mine;
    row.message.tick = mine ? Tick::Seen : Tick::None;
    row.message.senderName = u"Ana"_s;
    return row;
}

QList<QRectF> linesOf(const BubbleLayout &l)
{
    QList<QRectF> lines;
    for (int i = 0; i < l.body->lineCount(); ++i)
        lines << l.body->lineAt(i).naturalTextRect().translated(l.bodyAt);
    return lines;
}

} // namespace

class TestBubbles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingStaysInsideTheBubble_data()
    {
        QTest::addColumn<QString>("text");
        const QString para =
            u"Half past five is fine, and I would like to see the upper floor of the exhibition too. "_s;
        QTest::newRow("one word") << u"ok"_s;
        QTest::newRow("paragraph") << para.repeated(4);
        QTest::newRow("one endless word") << QString(700, QChar(u'W'));
        QTest::newRow("Arabic") << u"سأصل يوم الجمعة مساءً، هل أحضر شيئاً معي؟ "_s.repeated(4).trimmed();
        QTest::newRow("short Arabic") << u"نعم"_s;
        QTest::newRow("mixed") << u"Layla said: صباح الخير and left"_s;
        QTest::newRow("emoji") << u"👍🎉😂"_s;
        QTest::newRow("lines") << u"one\ntwo\n\nfour"_s;
        QTest::newRow("only line breaks") << u"\n\n"_s;
        QTest::newRow("CJK") << u"我有钥匙，周五带过去。"_s.repeated(12);
    }
    void everythingStaysInsideTheBubble()
    {
        QFETCH(QString, text);
        const BubbleFonts fonts = BubbleFonts::fromApplication();
        for (const int width : {300, 560, 1400}) {
            for (const bool rtl : {false, true}) {
                for (const bool mine : {false, true}) {
                    TimelineRow row = rowOf(text, mine);
                    row.group = true;
                    const BubbleLayout l = layoutRow(row, width, fonts, row.message.row.atMs, rtl);
                    QVERIFY(QRectF(0, 0, width, l.height).contains(l.bubble));
                    QVERIFY(l.bubble.contains(l.meta));
                    QVERIFY(l.bubble.width() <= Theme::bubbleMax + 2);
                    QVERIFY((l.bubble.center().x() > width / 2.0) == (mine != rtl) ||
                            l.bubble.width() > width / 2.0);
                    const auto lines = linesOf(l);
                    for (const QRectF &line : lines) {
                        if (line.isEmpty()) continue;
                        QVERIFY2(l.bubble.adjusted(-1, -1, 1, 1).contains(line), qPrintable(text));
                        QVERIFY2(!line.adjusted(1, 2, -1, -4).intersects(l.meta.adjusted(1, 2, -1, -4)),
                                 qPrintable(u"width %1 rtl %2 mine %3 line %4…%5 meta %6…%7"_s.arg(width)
                                                .arg(rtl)
                                                .arg(mine)
                                                .arg(line.left())
                                                .arg(line.right())
                                                .arg(l.meta.left())
                                                .arg(l.meta.right())));
                    }
                }
            }
        }
    }
    void linksAreFoundWithoutTheirFullStop()
    {
        const BubbleFonts fonts = BubbleFonts::fromApplication();
        const auto l =
            layoutRow(rowOf(u"see https://kith.example/a?b=1. (or www.kith.example/c) javascript:x"_s, false),
                      600, fonts, 0, false);
        QCOMPARE(l.links.size(), size_t(2));
        QCOMPARE(l.links[0].url, u"https://kith.example/a?b=1"_s);
        QCOMPARE(l.links[1].url, u"https://www.kith.example/c"_s);
        const QRectF line = l.body->lineAt(0).naturalTextRect().translated(l.bodyAt);
        const qreal x = l.bodyAt.x() + l.body->lineAt(0).cursorToX(10);
        QCOMPARE(l.hit({x, line.center().y()}).text, l.links[0].url);
    }
    void partsOfATextAreWhatTheyAreMeantToBe()
    {
        const BubbleFonts fonts = BubbleFonts::fromApplication();
        TimelineRow row = rowOf(u"see the hut\nint a;\n\nsaid before\nwho @ana"_s, false);
        const UserId ana{QUuid::createUuid()};
        row.message.entities = {{EntityKind::Link, 8, 3, u"https://hut.example"_s, {}},
                                {EntityKind::CodeBlock, 12, 6, u"cpp"_s, {}},
                                {EntityKind::Quote, 20, 11, {}, {}},
                                {EntityKind::Spoiler, 32, 3, {}, {}},
                                {EntityKind::Mention, 36, 4, {}, ana}};
        using Part = BubbleLayout::Part;
        for (const bool rtl : {false, true}) {
            const BubbleLayout l = layoutRow(row, 600, fonts, 0, rtl);
            const auto at = [&](int unit) {
                const QTextLine line = l.body->lineForTextPosition(unit);
                return l.hit(l.bodyAt + QPointF((line.cursorToX(unit) + line.cursorToX(unit + 1)) / 2,
                                                line.y() + line.height() / 2));
            };
            QCOMPARE(at(9).part, Part::Link);
            QCOMPARE(at(9).text, u"https://hut.example"_s);
            QCOMPARE(at(33).part, Part::Spoiler);
            QCOMPARE(at(37).part, Part::Person);
            QCOMPARE(at(37).user, ana);
            for (const auto *boxes : {&l.blocks, &l.quotes}) {
                QCOMPARE(boxes->size(), size_t(1));
                QVERIFY(l.bubble.contains(boxes->front().rect.translated(l.bodyAt)));
            }
            const qreal plain = l.body->lineAt(0).x();
            QVERIFY(l.body->lineForTextPosition(13).x() > plain);
            QVERIFY(l.body->lineForTextPosition(21).x() > plain);
            const auto lines = linesOf(l);
            for (const QRectF &line : lines) QVERIFY(line.isEmpty() || l.bubble.contains(line));
        }
        row.revealed = true;
        QCOMPARE(layoutRow(row, 600, fonts, 0, false).revealed, true);
    }
    void sourceAndLinkStandInTheBubble()
    {
        const BubbleFonts fonts = BubbleFonts::fromApplication();
        TimelineRow row = rowOf(u"https://hut.example"_s, true);
        row.message.forward = ForwardSource{Mid{QUuid::createUuid()}, {}, u"Ben Okafor"_s, 1};
        row.message.link = LinkPreview{
            u"https://hut.example"_s, u"The hut"_s, u"A hut "_s.repeated(60), u"hut.example"_s, {}};
        row.message.silent = true;
        row.message.row.ev = 1;
        using Part = BubbleLayout::Part;
        for (const int width : {300, 700}) {
            for (const bool rtl : {false, true}) {
                const BubbleLayout l = layoutRow(row, width, fonts, 0, rtl);
                for (const QRectF &part : {l.forward, l.card, l.meta, l.edited})
                    QVERIFY(part.isValid() && l.bubble.contains(part));
                QVERIFY(!l.card.intersects(l.meta));
                QCOMPARE(l.hit(l.forward.center()).part, Part::Forward);
                QCOMPARE(l.hit(l.card.center()).text, u"https://hut.example"_s);
                QCOMPARE(l.hit(l.edited.center()).part, Part::Edited);
            }
        }
        row.message.link->thumb = "no picture"; // of a stranger: nothing is drawn
        QVERIFY(layoutRow(row, 700, fonts, 0, false).cardPicture.isNull());
    }
    void initialsInEveryScript()
    {
        QCOMPARE(shapes::initials(u"Ana Horvat"_s), u"AH"_s);
        QCOMPARE(shapes::initials(u"  ana  maria von horvat "_s), u"AH"_s);
        QCOMPARE(shapes::initials(u"陈思远"_s), u"陈"_s);
        QCOMPARE(shapes::initials(u"ليلى حداد"_s), u"لح"_s);
        QCOMPARE(shapes::initials(u"…"_s), u"#"_s);
        QCOMPARE(shapes::initials({}), u"#"_s);
    }
    void avatarColoursAreStableAndReadable()
    {
        const auto light = [](const QColor &c) {
            const auto lin = [](qreal v) {
                return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * lin(c.redF()) + 0.7152 * lin(c.greenF()) + 0.0722 * lin(c.blueF());
        };
        QSet<QRgb> seen;
        for (int i = 0; i < 200; ++i) {
            const QColor c = shapes::avatarColor(QByteArray::number(i));
            QCOMPARE(c, shapes::avatarColor(QByteArray::number(i)));
            QVERIFY2(1.05 / (light(c) + 0.05) >= 4.5, qPrintable(c.name()));
            seen.insert(c.rgb());
        }
        QVERIFY(seen.size() >= 8);
    }
    void themesAreReadable()
    {
        const auto light = [](const QColor &c) {
            const auto lin = [](qreal v) {
                return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * lin(c.redF()) + 0.7152 * lin(c.greenF()) + 0.0722 * lin(c.blueF());
        };
        const auto contrast = [&](const QColor &a, const QColor &b) {
            const qreal x = light(a), y = light(b);
            return (qMax(x, y) + 0.05) / (qMin(x, y) + 0.05);
        };
        for (const Theme &t : {Theme::light(), Theme::darkOne()}) {
            QVERIFY(contrast(t.text, t.window) >= 7);
            QVERIFY(contrast(t.faint, t.panel) >= 4.5);
            QVERIFY(contrast(t.selectedFaint, t.selected) >= 4.5);
            QVERIFY(contrast(t.bubbleText, t.bubbleMine) >= 7);
            QVERIFY(contrast(t.bubbleText, t.bubbleTheirs) >= 7);
            QVERIFY(contrast(t.bubbleFaint, t.bubbleTheirs) >= 4.4);
            QVERIFY(contrast(t.bubbleMineFaint, t.bubbleMine) >= 4.4);
            QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
            QVERIFY(contrast(t.danger, t.chat) >= 4);
            QVERIFY(contrast(t.online, t.panel) >= 4);
            QVERIFY(contrast(t.warn, t.panel) >= 4.5);
        }
    }
};

QTEST_MAIN(TestBubbles)
#include "tst_bubbles.moc"
