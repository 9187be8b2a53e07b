// The window of kith-inspect: every report of it, its pictures, and that nobody's words are in it.
#include "app/inspect/bundle_dialog.h"
#include "app/inspect/pictures.h"
#include "app/inspect/report_view.h"
#include "app/inspect/window.h"
#include "tests/inspect/canary_mirror.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSortFilterProxyModel>
#include <QTableView>

using namespace kith;
using namespace kith::inspect;
using namespace kith::test;

namespace {

constexpr int patienceMs = 60'000;
const QByteArray key(32, 'k');

/// Everything that the window can show or read aloud.
QByteArray allOf(const QWidget &window)
{
    QStringList all;
    for (const auto *view : window.findChildren<QTableView *>())
        for (int row = 0; row < view->model()->rowCount(); ++row)
            for (int column = 0; column < view->model()->columnCount(); ++column)
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(TableModel::sortRole)})
                    all.append(view->model()->index(row, column).data(role).toString());
    for (const auto *label : window.findChildren<QLabel *>()) all.append(label->text());
    for (const auto *widget : window.findChildren<QWidget *>())
        all += {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
    return all.join(u'\n').toUtf8();
}

} // namespace

class TestInspectWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyReportAndNoWord()
    {
        const CanaryMirror m;
        Window window(m.file(), u"test"_s, key);
        window.QWidget::show();
        const auto *list = window.findChild<QListWidget *>();
        QTRY_COMPARE_WITH_TIMEOUT(window.view()->report().verb, u"summary"_s, patienceMs);
        QCOMPARE(list->count(), 10);
        const QString chat = QString::fromLatin1(m.group.text());
        const std::pair<QString, QString> asked[] = {{u"integrity"_s, {}},
                                                     {u"outbox"_s, {}},
                                                     {u"chats"_s, {}},
                                                     {u"gaps"_s, {}},
                                                     {u"receipts"_s, {}},
                                                     {u"timeline"_s, chat},
                                                     {u"explain"_s, QString::fromLatin1(m.queued.text())},
                                                     {u"query"_s, u"SELECT * FROM v_messages"_s},
                                                     {u"views"_s, {}}};
        for (const auto &[verb, words] : asked) {
            window.show(verb, words);
            QTRY_VERIFY_WITH_TIMEOUT(window.view()->report().verb == verb && !window.session().busy(),
                                     patienceMs);
            QVERIFY2(!sings(allOf(window)), qPrintable(verb));
            QVERIFY(!window.grab().isNull());
        }
    }

    void theStationsOfAMessage_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("states");
        QTest::newRow("waits") << 0 << u"done now ahead ahead ahead"_s;
        QTest::newRow("refused") << 1 << u"done wrong ahead ahead ahead"_s;
        QTest::newRow("somebody else's, nobody has seen it") << 2 << u"unknown unknown done ahead ahead"_s;
    }
    void theStationsOfAMessage()
    {
        QFETCH(int, which);
        CanaryMirror m;
        m.mirror->db().exec(u"UPDATE outbox SET refused = 1 WHERE mid = x'%1'"_s.arg(
            QString::fromLatin1(m.refused.blob().toHex())));
        const Mid mids[] = {m.queued, m.refused, m.rows[2].mid};
        Window window(m.file(), u"test"_s, key);
        QTRY_COMPARE_WITH_TIMEOUT(window.view()->report().verb, u"summary"_s, patienceMs);
        window.show(u"explain"_s, QString::fromLatin1(mids[which].text()));
        QTRY_COMPARE_WITH_TIMEOUT(window.view()->report().verb, u"explain"_s, patienceMs);
        static const char *names[] = {"done", "now", "ahead", "wrong", "unknown"};
        QStringList states;
        for (const auto &station : window.findChild<XrayStrip *>()->stations())
            states.append(QString::fromLatin1(names[int(station.state)]));
        QTEST(states.join(u' '), "states");
    }

    void holesAreDrawnAsHoles()
    {
        CanaryMirror m;
        m.require(m.mirror->write([&] {
            m.mirror->ranges.replace(m.group, {{{2}, {3}, std::nullopt}, {{5}, {6}, Rev{1}}});
        }));
        Window window(m.file(), u"test"_s, key);
        QTRY_COMPARE_WITH_TIMEOUT(window.view()->report().verb, u"summary"_s, patienceMs);
        window.show(u"gaps"_s, QString::fromLatin1(m.group.text()));
        const auto *picture = window.findChild<RangePicture *>();
        QTRY_COMPARE_WITH_TIMEOUT(picture->parts().size(), size_t(4), patienceMs);
        using As = RangePicture::Part::As;
        const As wanted[] = {As::Hole, As::Held, As::Hole, As::Unconfirmed};
        for (size_t i = 0; i < 4; ++i) QCOMPARE(picture->parts()[i].as, wanted[i]);
    }

    void theFilterNarrowsAllTables()
    {
        const CanaryMirror m;
        Window window(m.file(), u"test"_s, key);
        QTRY_COMPARE_WITH_TIMEOUT(window.view()->report().verb, u"summary"_s, patienceMs);
        window.show(u"views"_s, {});
        QTRY_COMPARE_WITH_TIMEOUT(window.view()->report().verb, u"views"_s, patienceMs);
        window.view()->setFilter(u"v_outbox"_s);
        const auto *table = window.view()->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 1);
        window.view()->setFilter({});
        QVERIFY(table->model()->rowCount() > 10);
    }

    void theBundleIsShownWhole()
    {
        const CanaryMirror m;
        auto opened = openAny(m.file(), Veil(key));
        QVERIFY(opened);
        const auto bundle = Bundle::make(*opened, {{u"note"_s, u"hello"_s}});
        QVERIFY(bundle);
        const BundleDialog dialog(*bundle, u"x"_s);
        QVERIFY(allOf(dialog).contains("made up, as long") && !sings(allOf(dialog)));
    }

    void whatCannotBeOpenedIsTold()
    {
        Window window(u"/nowhere/kith.db"_s, u"test"_s, key);
        QTRY_VERIFY_WITH_TIMEOUT(allOf(window).contains("/nowhere/kith.db is not there"), patienceMs);
    }
};

QTEST_MAIN(TestInspectWindow)
#include "tst_inspect_window.moc"
