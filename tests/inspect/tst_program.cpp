// kith-inspect as people start it.
#include "tests/inspect/canary_mirror.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace kith;
using namespace kith::test;

namespace {

struct Ran {
    int code = -1;
    QByteArray out, err;
};

} // namespace

class TestProgram : public QObject {
    Q_OBJECT

    QTemporaryDir m_data;
    Ran run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, m_data.path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(KITH_BIN_DIR "/kith-inspect"), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit) return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void textAndJsonAndNoWord()
    {
        const CanaryMirror m;
        for (const QString &verb :
             {u"summary"_s, u"integrity"_s, u"outbox"_s, u"chats"_s, u"gaps"_s, u"receipts"_s, u"views"_s}) {
            const Ran text = run({verb, m.file()}), json = run({verb, m.file(), u"--json"_s});
            QVERIFY2(text.code == 0 || text.code == 1, text.err.constData());
            QCOMPARE(json.code, text.code);
            QVERIFY(!sings(text.out + text.err + json.out + json.err));
            QCOMPARE(QJsonDocument::fromJson(json.out).object()[u"verb"_s].toString(), verb);
        }
        QVERIFY(run({u"integrity"_s, m.file()}).out.contains("search index is equal"));
    }

    void wrongCommandLinesAreTold()
    {
        for (const QStringList &given : {QStringList{},
                                         {u"summary"_s},
                                         {u"frob"_s, u"x"_s},
                                         {u"summary"_s, u"f"_s, u"--limit"_s, u"0"_s},
                                         {u"explain"_s, u"f"_s},
                                         {u"query"_s, u"f"_s, u"a"_s, u"b"_s},
                                         {u"summary"_s, u"f"_s, u"--reveal"_s}}) {
            const Ran ran = run(given);
            QCOMPARE(ran.code, 64);
            QVERIFY(ran.err.startsWith("kith-inspect: ") && ran.out.isEmpty());
        }
        QCOMPARE(run({u"summary"_s, u"/nowhere/kith.db"_s}).code, 66);
        QCOMPARE(run({u"--help"_s}).code, 0);
    }

    /// Who saw what, and why, is written before it is shown; without that, nothing is.
    void revealingLeavesATrace()
    {
        const CanaryMirror m;
        const QString chat = QString::fromLatin1(m.group.text());
        QCOMPARE(run({u"timeline"_s, m.file(), chat, u"--reveal"_s, u"--reason"_s, u"x"_s}).code, 65);
        const QStringList good{u"timeline"_s, m.file(),      chat,
                               u"--reveal"_s, u"--reason"_s, u"ticket 17, asked by its owner"_s};
        QVERIFY(sings(run(good).out));
        QVERIFY(sings(run(good).out));
        QFile log(m.file() + u".reveals"_s);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = log.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].contains("timeline " + chat.toLatin1()) &&
                lines[0].endsWith("ticket 17, asked by its owner"));
        QVERIFY(!sings(run({u"timeline"_s, m.file(), chat}).out));
        QFile::remove(m.file() + u".reveals"_s);
        QVERIFY(QDir().mkdir(m.file() + u".reveals"_s)); // cannot be written
        const Ran refused = run(good);
        QCOMPARE(refused.code, 74);
        QVERIFY(!sings(refused.out));
    }

    /// The private copy holds what people wrote: it goes with the process, and what a power cut left behind
    /// with the next one.
    void nothingIsLeftInTheTemporaryFolder()
    {
        const CanaryMirror m;
        QTemporaryDir temp;
        const auto left = [&] { return QDir(temp.path()).entryList({u"kith-inspect-*"_s}, QDir::Dirs); };
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, m_data.path());
        environment.insert(u"TMPDIR"_s, temp.path());
        process.setProcessEnvironment(environment);
        const QStringList endless{
            u"query"_s, m.file(),
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s,
            u"--time-limit"_s, u"600"_s};
        for (const bool gently : {true, false}) {
            process.start(QStringLiteral(KITH_BIN_DIR "/kith-inspect"), endless);
            QVERIFY(process.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(!left().isEmpty(), 60'000);
            gently ? process.terminate() : process.kill();
            QVERIFY(process.waitForFinished(60'000));
            QCOMPARE(left().isEmpty(), gently);
        }
        process.start(QStringLiteral(KITH_BIN_DIR "/kith-inspect"), {u"summary"_s, m.file()});
        QVERIFY(process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit);
        QVERIFY(left().isEmpty());
    }

    void aBundleIsShownBeforeItIsWritten()
    {
        const CanaryMirror m;
        const QString out = m.folder.filePath(u"out.kithbundle"_s), log = m.folder.filePath(u"kith.log"_s);
        QFile file(log);
        QVERIFY(file.open(QIODevice::WriteOnly) &&
                file.write("kith.sync token=" + canary.toLatin1() + "\n") > 0);
        file.close();
        const Ran shown = run({u"bundle"_s, m.file(), out, u"--log"_s, log});
        QVERIFY(shown.code == 64 && !QFile::exists(out) && shown.out.contains("What would leave"));
        const Ran written = run({u"bundle"_s, m.file(), out, u"--log"_s, log, u"--yes"_s});
        QVERIFY2(written.code == 0, written.err.constData());
        QVERIFY(QFile::exists(out) && !sings(shown.out + written.out + written.err));
        QFile made(out);
        QVERIFY(made.open(QIODevice::ReadOnly));
        QVERIFY(!sings(made.readAll()));
        QCOMPARE(run({u"summary"_s, out}).code, 1); // it has a refused message
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
