// The programs, and mirrors that another version of them wrote.
#include "core/store/schema.h"
#include "tests/kit/cli_world.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

/// The first column of the first row, or nothing to read.
QVariant sql(const QString &file, const QString &text)
{
    QVariant value;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        db.setDatabaseName(file);
        if (!db.open()) qFatal("%s cannot be opened", qPrintable(file));
        QSqlQuery query(db);
        if (!query.exec(text)) qFatal("%s", qPrintable(text));
        if (query.next()) value = query.value(0);
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    return value;
}

QByteArray bytesOf(const QString &file)
{
    QFile f(file);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

} // namespace

class TestOtherVersions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<CliWorld>();
        QVERIFY(m_world->server.start());
        bool good = true;
        m_ana = std::make_unique<PersonProcess>(m_world->registered(u"ana"_s, &good));
        QVERIFY(good);
    }
    void cleanup()
    {
        m_ana.reset();
        m_world.reset();
    }
    void anOlderMirrorIsReadByWhateverComesFirst_data();
    void anOlderMirrorIsReadByWhateverComesFirst();
    void aNewerMirrorIsRefusedInWords();

private:
    std::unique_ptr<CliWorld> m_world;
    std::unique_ptr<PersonProcess> m_ana;
};

void TestOtherVersions::anOlderMirrorIsReadByWhateverComesFirst_data()
{
    QTest::addColumn<QStringList>("verb");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("lines");
    QTest::addRow("chats") << QStringList{u"chats"_s} << 0 << 4;
    QTest::addRow("outbox") << QStringList{u"outbox"_s} << 0 << 6;
    QTest::addRow("history") << QStringList{u"history"_s, u"Team"_s, u"--limit"_s, u"3"_s} << 0 << 3;
    QTest::addRow("status") << QStringList{u"status"_s} << 0 << 1;
    QTest::addRow("logout") << QStringList{u"logout"_s} << 77 << 0; // not while something waits
}

void TestOtherVersions::anOlderMirrorIsReadByWhateverComesFirst()
{
    QFETCH(QStringList, verb);
    QFETCH(int, code);
    QFETCH(int, lines);
    const QString mirror = m_ana->mirror();
    QVERIFY(QFile::remove(mirror));
    QVERIFY(QFile::copy(QStringLiteral(KITH_SOURCE_DIR "/tests/store/old/v001.db"), mirror));
    const Ran ran = m_ana->run(verb);
    QVERIFY2(ran.code == code, ran.err);
    QCOMPARE(ran.objects.size(), lines);
    QCOMPARE(sql(mirror, u"PRAGMA user_version"_s).toInt(), schema::current());
    QCOMPARE(sql(mirror, u"SELECT count(*) FROM outbox"_s).toInt(), 6);
}

void TestOtherVersions::aNewerMirrorIsRefusedInWords()
{
    const QString mirror = m_ana->mirror();
    sql(mirror, u"PRAGMA user_version=99"_s);
    sql(mirror, u"UPDATE meta SET value = 99 WHERE key IN ('min_reader', 'min_writer')"_s);
    const QByteArray before = bytesOf(mirror);
    const auto told = [&](const QByteArray &err) {
        return err.contains("newer version of Kith") && err.contains("99") && err.contains("was not touched");
    };
    for (const QStringList &verb : {QStringList{u"chats"_s}, QStringList{u"send"_s, u"ana"_s, u"hi"_s},
                                    QStringList{u"sync"_s, u"--once"_s}}) {
        const Ran ran = m_ana->run(verb);
        QCOMPARE(ran.code, 65);
        QVERIFY2(told(ran.err), ran.err);
        QVERIFY(ran.out.isEmpty());
    }
    Child window; // says it on stderr too, then in a dialog that waits for its person
    window.setReadChannel(QProcess::StandardError);
    window.start(QStringLiteral(KITH_BIN_DIR "/kith"),
                 {u"--profile"_s, m_ana->profile(), u"--secrets"_s, u"file"_s, u"--offline"_s});
    QByteArray err;
    while (!err.contains("was not touched") && window.waitForReadyRead(patienceMs))
        err += window.readAllStandardError();
    QVERIFY2(told(err), err);
    window.kill();
    window.finish();
    QCOMPARE(bytesOf(mirror), before);
}

QTEST_GUILESS_MAIN(TestOtherVersions)
#include "tst_other_versions.moc"
