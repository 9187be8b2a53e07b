#include "app/conform/report.h"
#include "app/conform/scripted_server.h"
#include "app/conform/server_run.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace kith::conform;
using namespace Qt::StringLiterals;

namespace {

QByteArray document()
{
    QFile file(QStringLiteral(KITH_SOURCE_DIR "/docs/protocol.md"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("docs/protocol.md cannot be read");
    return file.readAll();
}

QSet<QString> clausesOf(std::initializer_list<std::span<const ServerCheck>> lists)
{
    QSet<QString> found;
    for (const auto list : lists)
        for (const ServerCheck &check : list) found << QString::fromUtf8(check.clause);
    return found;
}

} // namespace

/// kith-conform against the document, and against a server that is not one.
class TestConform : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyClauseIsAccountedFor();
    void whatIsCalledCheckedIsChecked();
    void digestsAreThoseOfTheDocument();
    void sharesAreThoseOfTheDocument();
    void formsAreRecognised_data();
    void formsAreRecognised();
    void aHalfServerFails();
    void wrongArgumentsAreNamed();
};

void TestConform::everyClauseIsAccountedFor()
{
    QStringList inDocument, here;
    static const QRegularExpression clause(u"^- \\*\\*(P-\\d+\\.\\d+)\\*\\*"_s,
                                           QRegularExpression::MultilineOption);
    for (auto it = clause.globalMatch(QString::fromUtf8(document())); it.hasNext();)
        inDocument << it.next().captured(1);
    for (const Clause &one : clauses()) here << QString::fromLatin1(one.number);
    QVERIFY(inDocument.size() > 80);
    QCOMPARE(here, inDocument); // a new clause needs a check, or a reason in app/conform/clauses.cpp
}

void TestConform::whatIsCalledCheckedIsChecked()
{
    const QSet<QString> server = clausesOf({httpChecks(), connectionChecks(), writingChecks(),
                                            contentChecks(), readingChecks(), groupChecks(), fileChecks()});
    for (const Clause &one : clauses()) {
        const QString number = QString::fromLatin1(one.number);
        QVERIFY2((one.server == Clause::How::Checked) == server.contains(number), one.number);
        const bool explained = one.why[0] != '\0';
        const bool both = one.server == Clause::How::Checked && one.client == Clause::How::Checked;
        QVERIFY2(both || explained, one.number);
    }
}

void TestConform::digestsAreThoseOfTheDocument()
{
    const QByteArray text = document();
    const qsizetype from = text.indexOf('{', text.indexOf("<!-- digest -->"));
    const auto vector = QJsonDocument::fromJson(text.mid(from, text.indexOf("```", from) - from)).object();
    QList<Cursor> cursors;
    for (const auto &chat : vector[u"chats"].toArray())
        cursors << Cursor{chat[0].toString(), position(chat[1].toInteger(), chat[2].toString()),
                          chat[3].toInteger()};
    QCOMPARE(cursors.size(), 3);
    QCOMPARE(digests(vector[u"epoch"].toString(), cursors), vector[u"dig"].toString());
}

void TestConform::sharesAreThoseOfTheDocument()
{
    const QByteArray text = document();
    const qsizetype from = text.indexOf('{', text.indexOf("<!-- shares -->"));
    const auto vector = QJsonDocument::fromJson(text.mid(from, text.indexOf("```", from) - from)).object();
    int compared = 0;
    for (const auto &pair : vector[u"rows"].toArray()) {
        const QJsonObject row = pair[0].toObject();
        if (row[u"k"] != u"react"_s && !row[u"k"].isUndefined()) continue;
        QCOMPARE(u"%1"_s.arg(shareOf(row), 16, 16, QLatin1Char('0')), pair[1].toString());
        ++compared;
    }
    QCOMPARE(compared, 2);
}

void TestConform::formsAreRecognised_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const QString &form, bool good) {
        QTest::newRow(name) << form << good;
    };
    row("id", u"AaDEUGwKf5KBkCN8sR-M8g"_s, true);
    row("id with spare bits", u"AaDEUGwKf5KBkCN8sR-M8h"_s, false);
    row("id of zeros", u"AAAAAAAAAAAAAAAAAAAAAA"_s, false);
    row("short id", u"AaDEUGwKf5KBkCN8sR-M8"_s, false);
    row("no base64url", u"AaDEUGwKf5KBkCN8sR+M8g"_s, false);
    row("own id", mint(1'790'000'000'000), true);
}

void TestConform::formsAreRecognised()
{
    QFETCH(QString, form);
    QTEST(isId(form), "good");
    const QByteArray once = R"({"a":{"b":1,"c":"\"b\""},"b":[{"a":1},{"a":2}]})";
    const QByteArray twice = R"({"a":{"b":1,"b":2}})";
    QCOMPARE(doubledKey(once), QString());
    QCOMPARE(doubledKey(twice), u"b"_s);
    QCOMPARE(strayNull(QJsonObject{{u"row"_s, QJsonObject{{u"value"_s, QJsonValue::Null}}}}), QString());
    QCOMPARE(strayNull(QJsonObject{{u"rows"_s, QJsonArray{1, QJsonValue::Null}}}), u".rows[1]"_s);
}

/// Speaks well enough to sign in and greet, and keeps nearly no other rule: whoever passes that passes
/// anything.
void TestConform::aHalfServerFails()
{
    Notes notes;
    ScriptedServer server(notes);
    QProcess program;
    program.start(QStringLiteral(KITH_BIN_DIR "/kith-conform"),
                  {u"--server"_s, server.url(), u"--timeout"_s, u"1"_s, u"--json"_s});
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 150'000);
    QCOMPARE(program.exitCode(), 1);
    const auto result = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
    QStringList passed;
    for (const auto &check : result[u"checks"].toArray())
        if (check[u"result"] == u"ok"_s) passed << check[u"title"].toString();
    QVERIFY2(result[u"failed"].toInt() > 45, qPrintable(passed.join(u'\n')));
    // With the reason, and what was said.
    for (const auto &check : result[u"checks"].toArray())
        if (check[u"result"] == u"not ok"_s)
            QVERIFY2(check[u"notes"].toArray().at(0).toString().startsWith(u"expected: "_s),
                     qPrintable(check[u"title"].toString()));
}

void TestConform::wrongArgumentsAreNamed()
{
    const std::pair<QStringList, const char *> wrong[] = {
        {{}, "--server"},
        {{u"--server"_s, u"nowhere"_s}, "nowhere"},
        {{u"--server"_s, u"http://127.0.0.1:1"_s, u"--only"_s, u"P-99.1"_s}, "P-99.1"},
        {{u"--server"_s, u"http://127.0.0.1:1"_s, u"--timeout"_s, u"soon"_s}, "--timeout"},
        {{u"--server"_s, u"http://127.0.0.1:1"_s, u"--user"_s, u"ana"_s}, "three times"},
    };
    for (const auto &[arguments, says] : wrong) {
        QProcess program;
        program.start(QStringLiteral(KITH_BIN_DIR "/kith-conform"), arguments);
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitCode(), 64);
        QVERIFY2(program.readAllStandardError().contains(says), says);
    }
    QProcess nobody; // listens there
    nobody.start(QStringLiteral(KITH_BIN_DIR "/kith-conform"),
                 {u"--server"_s, u"http://127.0.0.1:1"_s, u"--timeout"_s, u"1"_s, u"--only"_s, u"P-1.2"_s});
    QVERIFY(nobody.waitForFinished(20'000));
    QCOMPARE(nobody.exitCode(), 1);
}

QTEST_GUILESS_MAIN(TestConform)
#include "tst_conform.moc"
