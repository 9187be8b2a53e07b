#include "tests/faults/fault_world.h"
#include "tests/kit/damage.h"

#include <QDir>
#include <QFileInfo>

using namespace kith::test;
using namespace Qt::StringLiterals;

/// Files damaged behind the programs' backs; what waited is delivered once all the same.
class TestDamage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClientsFileIsDamaged()
    {
        FaultWorld w;
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        QVERIFY2(w.enter(ana, u"bob"_s, u"first"_s) && w.enter(bob, u"ana"_s, u"and back"_s), w.lastError);
        QVERIFY2(w.sync(ana) && w.sync(bob), w.lastError);
        const QString file = ana.mirror();
        const std::pair<const char *, std::function<bool()>> ways[] = {
            {"outbox", [&] { return damage::tree(file, u"outbox"_s); }},
            {"messages", [&] { return damage::tree(file, u"messages"_s); }},
            {"chats", [&] { return damage::tree(file, u"chats"_s); }},
            {"meta", [&] { return damage::tree(file, u"meta"_s); }},
            {"fts", [&] { return damage::tree(file, u"fts_data"_s); }},
            {"header", [&] { return damage::header(file); }},
            {"half", [&] { return damage::half(file); }},
            {"empty", [&] { return damage::cut(file, 0); }},
            {"gone", [&] { return QFile::remove(file); }},
            {"outbox without a spare", [&] { return removeSpare(file) && damage::tree(file, u"outbox"_s); }},
            {"messages without a spare",
             [&] { return removeSpare(file) && damage::tree(file, u"messages"_s); }},
        };
        int kept = 0;
        for (const auto &[name, harm] : ways) {
            w.proxy.refuse(true);
            for (int i = 0; i < 2; ++i)
                QVERIFY2(w.enter(ana, u"bob"_s, u"%1 %2"_s.arg(QLatin1StringView(name)).arg(i)), w.lastError);
            QVERIFY2(harm(), name);
            w.proxy.clear();
            // Whatever command comes next finds it out, mends it and says so; the second at the latest goes
            // through.
            const Ran first = ana.run({u"sync"_s, u"--once"_s});
            QVERIFY2(first.err.contains("damaged") || first.err.contains("lost its last changes"), first.err);
            QVERIFY2(!first.err.contains("NOT saved") || QByteArray(name).contains("without"), first.err);
            if (first.code != 0) QCOMPARE(first.code, 75);
            QCOMPARE(first.objects.isEmpty() ? QString() : first.objects.first()[u"event"_s].toString(),
                     u"rescued"_s);
            if (const QString old = first.objects.first()[u"kept_file"_s].toString(); !old.isEmpty()) {
                QVERIFY2(QFile::exists(old), name);
                ++kept;
            }
            QVERIFY2(w.sync(ana) && w.sync(bob), w.lastError);
            const QStringList found = w.faults({&ana, &bob});
            QVERIFY2(found.isEmpty(), qPrintable(QLatin1StringView(name) + u": "_s + found.join(u'\n')));
        }
        QVERIFY(kept >= 8);
        // Nothing of it was deleted.
        const QFileInfo info(file);
        const auto aside = info.dir().entryList({info.fileName() + u".damaged-*"_s}, QDir::Files);
        QVERIFY(aside.size() >= kept);
    }

    void aKilledClientsLogIsCutOff_data()
    {
        QTest::addColumn<double>("left");
        QTest::addRow("gone") << -1.0;
        QTest::addRow("empty") << 0.0;
        QTest::addRow("torn") << 0.6;
    }
    void aKilledClientsLogIsCutOff()
    {
        QFETCH(double, left);
        FaultWorld w;
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        QVERIFY2(w.enter(ana, u"bob"_s, u"first"_s) && w.sync(bob), w.lastError);
        w.proxy.refuse(true);
        const QString log = ana.mirror() + u"-wal"_s;
        // Killed at the first word of success, so that the message is in the log only.
        for (int i = 0; i < 3; ++i) {
            const auto send =
                ana.start({u"send"_s, u"bob"_s, u"in the log %1"_s.arg(i), u"--wait"_s, u"sent"_s});
            QVERIFY(send->waitForLine([](const QByteArray &line) { return line.contains("\"queued\""); }));
            send->signal(SIGKILL);
            send->finish();
            w.entered[u"ana"_s].append(
                QJsonDocument::fromJson(send->lines.first()).object()[u"mid"_s].toString());
        }
        QVERIFY(QFileInfo(log).size() > 0);
        QVERIFY(left < 0 ? QFile::remove(log)
                         : damage::cut(log, qint64(double(QFileInfo(log).size()) * left)));
        w.proxy.clear();
        for (const PersonProcess *p : {&ana, &ana, &bob, &ana}) std::ignore = w.sync(*p);
        QCOMPARE(w.faults({&ana, &bob}), QStringList());
    }

    void theServersFileIsDamaged()
    {
        FaultWorld w;
        const PersonProcess ana = w.join(u"ana"_s), bob = w.join(u"bob"_s);
        QVERIFY(w.good);
        for (int i = 0; i < 4; ++i) QVERIFY2(w.enter(ana, u"bob"_s, u"before %1"_s.arg(i)), w.lastError);
        QVERIFY2(w.sync(bob) && w.sync(ana), w.lastError);
        QCOMPARE(w.world.server.stop(), 0);
        const QString file = w.world.server.database(), copy = file + u".copy"_s;
        QVERIFY(QFile::copy(file, copy));

        // A page that only some requests need: the others are served, these get "unavailable", and nothing is
        // lost.
        QVERIFY(damage::tree(file, u"messages"_s));
        QVERIFY(w.world.server.start());
        const Ran sent = ana.run({u"send"_s, u"bob"_s, u"into the damage"_s, u"--timeout"_s, u"3"_s});
        QCOMPARE(sent.code, 0);
        w.entered[u"ana"_s].append(sent.mid);
        QCOMPARE(sent.last()[u"state"_s].toString(), u"queued"_s);
        QCOMPARE(w.world.server.stop(), 0); // it is alive and ends in order

        // No database at all: refused in words, the file is as it was.
        QVERIFY(damage::header(file));
        QFile harmed(file);
        QVERIFY(harmed.open(QIODevice::ReadOnly));
        const QByteArray before = harmed.readAll();
        QVERIFY(!w.world.server.start());
        harmed.seek(0);
        QCOMPARE(harmed.readAll(), before);

        // The operator puts the copy back; everything goes on. Tokens turned since the copy are unknown to
        // it.
        for (const QString &end : {QString(), u"-wal"_s, u"-shm"_s}) QFile::remove(file + end);
        QVERIFY(QFile::rename(copy, file));
        QVERIFY(w.world.server.start());
        for (const PersonProcess *p : {&ana, &bob, &ana})
            QVERIFY2(w.sync(*p) || (w.signInAgain(*p) && w.sync(*p)), w.lastError);
        QCOMPARE(w.faults({&ana, &bob}), QStringList());
    }

private:
    static bool removeSpare(const QString &mirror) { return QFile::remove(mirror + u".spare"_s); }
};

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
