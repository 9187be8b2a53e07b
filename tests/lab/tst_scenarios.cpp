#include "app/lab/process.h"
#include "app/lab/scenario.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <algorithm>
#include <memory>

using namespace kith;
using namespace kith::lab;
using namespace Qt::StringLiterals;

namespace {
constexpr int patienceMs = 500'000; // a sanitizer's build on a busy machine
}

class TestScenarios : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shippedOnesCanBeRead();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void theSameSeedTellsTheSameStory();
    void shippedOnesHold();
    void aStoryThatCannotBeActedOutIsAnError();

private:
    QString write(const QByteArray &json)
    {
        const QString name = m_dir.filePath(u"scenario-%1.json"_s.arg(++m_files));
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() ? name : QString();
    }
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Ran run(const QStringList &words)
    {
        return runProgram(programFile(u"kith-lab"_s), QStringList{u"run"_s} + words, {}, patienceMs);
    }

    void judgeReports(const QString &name, QStringList &broken);

    QTemporaryDir m_dir;
    int m_files = 0;
};

void TestScenarios::shippedOnesCanBeRead()
{
    const Ran ran = run({u"--list"_s});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.count('\n') >= 12);
}

void TestScenarios::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *json, const QString &word) {
        QTest::newRow(name) << QByteArray(json) << word;
    };
    row("no JSON", "{", u"no JSON object"_s);
    row("no name", R"({"people":2,"steps":["talk 1"]})", u"\"name\""_s);
    row("a strange field", R"({"name":"x","people":2,"steps":["talk 1"],"stepz":[]})", u"stepz"_s);
    row("nobody", R"({"name":"x","people":[],"steps":["talk 1"]})", u"people"_s);
    row("too many", R"({"name":"x","people":100000,"steps":["talk 1"]})", u"people"_s);
    row("a name twice", R"({"name":"x","people":["ana","ana"],"steps":["talk 1"]})", u"twice"_s);
    row("no name for a client", R"({"name":"x","people":["all"],"steps":["talk 1"]})", u"no name"_s);
    row("a way out", R"({"name":"x","people":["../ana"],"steps":["talk 1"]})", u"no name"_s);
    row("a device of nobody", R"({"name":"x","people":["ana"],"devices":{"ben":["p"]},"steps":["talk 1"]})",
        u"ben"_s);
    row("a group of nobody",
        R"({"name":"x","people":["ana"],"groups":{"g":["ana","ben"]},"steps":["talk 1"]})", u"ben"_s);
    row("no steps", R"({"name":"x","people":["ana"],"steps":[]})", u"steps"_s);
    row("an open quote", R"({"name":"x","people":["ana"],"steps":["ana say \"x"]})", u"order"_s);
    row("no step", R"({"name":"x","people":["ana"],"steps":[{"again":3}]})", u"repeat"_s);
    row("without end",
        R"({"name":"x","people":["ana"],"steps":[{"repeat":1000,"steps":[{"repeat":1000,"steps":["talk 1"]}]}]})",
        u"steps"_s);
}

void TestScenarios::mistakesAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, word);
    const auto scenario = readScenario(write(json));
    QVERIFY(!scenario);
    QCOMPARE(scenario.error().code, Errc::BadInput);
    QVERIFY2(scenario.error().what.contains(word), qPrintable(scenario.error().what));
}

void TestScenarios::theSameSeedTellsTheSameStory()
{
    const QString file = write(R"({"name":"small","people":["ana","ben","cyd"],"groups":{"Us":"all"},
        "steps":["talk 6","some offline","talk 4","some kill","heal","wait all settled"]})");
    QList<QJsonArray> stories;
    for (const QString &seed : {u"11"_s, u"11"_s, u"12"_s}) {
        const QString json = m_dir.filePath(u"story.json"_s);
        const Ran ran = run({file, u"--seed"_s, seed, u"--quiet"_s, u"--json"_s, json});
        QVERIFY2(ran.code == 0, ran.out + ran.err);
        stories.append(
            QJsonDocument::fromJson(contentOf(json)).array().first().toObject()[u"steps"_s].toArray());
    }
    QVERIFY(stories[0].size() >= 10);
    QCOMPARE(stories[0], stories[1]);
    QVERIFY(stories[0] != stories[2]);
}

/// The shorter ones, two at a time: each has a folder and ports of its own, and mostly waits. `./dev
/// scenarios` runs them all.
void TestScenarios::shippedOnesHold()
{
    const QStringList names{u"laptop-lid"_s, u"slow-client"_s, u"revoked-device"_s, u"restore-from-backup"_s,
                            u"two-devices"_s};
    struct One {
        QString name;
        std::unique_ptr<QProcess> process;
    };
    std::vector<One> all;
    for (const QString &name : names) {
        const auto running = [&all] {
            return std::count_if(all.begin(), all.end(),
                                 [](const One &one) { return one.process->state() != QProcess::NotRunning; });
        };
        QVERIFY(QTest::qWaitFor([&] { return running() < 2; }, patienceMs));
        auto process = std::make_unique<QProcess>();
        process->start(programFile(u"kith-lab"_s),
                       {u"run"_s, name, u"--quiet"_s, u"--junit"_s, m_dir.filePath(name + u".xml"_s),
                        u"--html"_s, m_dir.filePath(name + u".html"_s)});
        QVERIFY(process->waitForStarted());
        all.push_back({name, std::move(process)});
    }
    QStringList broken;
    for (const One &one : all) {
        QVERIFY(QTest::qWaitFor([&one] { return one.process->state() == QProcess::NotRunning; }, patienceMs));
        const QByteArray said = one.process->readAllStandardOutput() + one.process->readAllStandardError();
        if (one.process->exitStatus() == QProcess::NormalExit && one.process->exitCode() == 77)
            qInfo("%s cannot be done here: %s", qPrintable(one.name), said.constData());
        else if (one.process->exitStatus() != QProcess::NormalExit || one.process->exitCode() != 0)
            broken.append(one.name + u":\n"_s + QString::fromUtf8(said)); // it names its seed
        else
            judgeReports(one.name, broken);
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void TestScenarios::judgeReports(const QString &name, QStringList &broken)
{
    QXmlStreamReader xml(contentOf(m_dir.filePath(name + u".xml"_s)));
    int cases = 0;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"testcase") ++cases;
    if (xml.hasError() || cases != 9) broken.append(name + u": the JUnit report is not right"_s);
    const QByteArray page = contentOf(m_dir.filePath(name + u".html"_s));
    const qsizetype own = page.count("http://www.w3.org/2000/svg") + page.count("http://127.0.0.1");
    if (!page.contains("<svg") || !page.contains("1 of 1 scenarios hold") || page.count("http://") != own)
        broken.append(name + u": the page is not right"_s);
}

void TestScenarios::aStoryThatCannotBeActedOutIsAnError()
{
    const QString file =
        write(R"({"name":"wrong","people":["ana","ben"],"steps":["talk 2","expect ana outbox 77"]})");
    const QString junit = m_dir.filePath(u"wrong.xml"_s);
    const Ran ran = run({file, u"--quiet"_s, u"--junit"_s, junit});
    QCOMPARE(ran.code, 1);
    QVERIFY(ran.out.contains("FAILED") && ran.out.contains("expect ana outbox 77"));
    QVERIFY(contentOf(junit).contains("<error"));
    QCOMPARE(run({u"no-such-scenario"_s}).code, 64);
    QCOMPARE(run({}).code, 64);
    QCOMPARE(run({file, u"--seed"_s, u"many"_s}).code, 64);
}

QTEST_GUILESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
