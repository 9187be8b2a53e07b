#include "tests/kit/cli_world.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

/// Runs `sync --once` until the history of `chat` satisfies `wanted`; what is due happens by the server's
/// clock.
template <class F> bool becomes(const PersonProcess &who, const QString &chat, F wanted)
{
    const QDeadlineTimer deadline(patienceMs);
    while (!deadline.hasExpired()) {
        if (who.run({u"sync"_s, u"--once"_s}).code != 0) return false;
        if (wanted(who.run({u"history"_s, chat}).objects)) return true;
    }
    return false;
}

bool says(const QList<QJsonObject> &history, const QString &body)
{
    return std::any_of(history.begin(), history.end(),
                       [&](const auto &m) { return m[u"body"_s].toString() == body; });
}

} // namespace

/// What is in messages, with the real programs.
class TestCliContent : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<CliWorld>();
        QVERIFY(m_world->server.start());
        bool good = true;
        m_ana = std::make_unique<PersonProcess>(m_world->registered(u"ana"_s, &good));
        m_ben = std::make_unique<PersonProcess>(m_world->registered(u"ben"_s, &good));
        QVERIFY(good);
    }
    void cleanup()
    {
        m_ana.reset();
        m_ben.reset();
        m_world.reset();
    }
    void markedTextArrivesAsItIsMeant();
    void earlierTextsAreToldAndForwardsSayWhose();
    void deletingForOneselfHidesOnAllDevices();
    void aTimerTakesMessagesAwayEverywhere();
    void theServerSendsLaterAlsoAfterAKill();
    void aDateIsFound();
    void aVoiceNoteTellsItsLength();

private:
    std::unique_ptr<CliWorld> m_world;
    std::unique_ptr<PersonProcess> m_ana, m_ben;
};

void TestCliContent::markedTextArrivesAsItIsMeant()
{
    const Ran sent = m_ana->run({u"send"_s, u"ben"_s, u" *Hi* @ben, `a*b`"_s, u"--markup"_s, u"--silent"_s});
    QCOMPARE(sent.code, 0);
    QCOMPARE(sent.last()[u"state"_s].toString(), u"sent"_s);
    QVERIFY(m_ben->run({u"sync"_s, u"--once"_s}).code == 0);
    const QJsonObject got = m_ben->run({u"history"_s, u"ana"_s}).last();
    QCOMPARE(got[u"body"_s].toString(), u"Hi @ben, a*b"_s);
    QVERIFY(got[u"silent"_s].toBool());
    QStringList kinds;
    for (const auto &e : got[u"entities"_s].toArray()) {
        const QJsonObject o = e.toObject();
        kinds
            << u"%1 %2 %3"_s.arg(o[u"kind"_s].toString()).arg(o[u"at"_s].toInt()).arg(o[u"length"_s].toInt());
    }
    QCOMPARE(kinds.join(u", "_s), u"bold 0 2, mention 3 4, code 9 3"_s);
}

void TestCliContent::earlierTextsAreToldAndForwardsSayWhose()
{
    const Ran sent = m_ana->run({u"send"_s, u"ben"_s, u"lunch at noon"_s});
    QCOMPARE(m_ana->run({u"edit"_s, sent.mid, u"lunch at *one*"_s, u"--markup"_s}).code, 0);
    QVERIFY(m_ben->run({u"sync"_s, u"--once"_s}).code == 0);
    const Ran versions = m_ben->run({u"versions"_s, sent.mid});
    QCOMPARE(versions.code, 0);
    QCOMPARE(versions.all(u"body"_s), QList<QString>{u"lunch at noon"_s});

    bool good = true;
    const PersonProcess cat = m_world->registered(u"cat"_s, &good);
    QVERIFY(good);
    const Ran on = m_ben->run({u"forward"_s, sent.mid, u"cat"_s});
    QVERIFY2(on.code == 0, on.err.constData());
    QVERIFY(cat.run({u"sync"_s, u"--once"_s}).code == 0);
    const QJsonObject got = cat.run({u"history"_s, u"ben"_s}).last();
    QCOMPARE(got[u"body"_s].toString(), u"lunch at one"_s);
    QCOMPARE(got[u"forward"_s].toObject()[u"name"_s].toString(), u"ana"_s);
    QCOMPARE(got[u"entities"_s].toArray().size(), 1);
    QCOMPARE(m_ben->run({u"edit"_s, on.mid, u"other words"_s}).code, 77);

    // With a file: it is there for whoever has the copy, also once the first message is gone.
    const QString path = m_world->dir.filePath(u"hut.txt"_s);
    QFile hut(path);
    QVERIFY(hut.open(QIODevice::WriteOnly) && hut.write("a hut") == 5);
    hut.close();
    const Ran file = m_ana->run({u"send"_s, u"ben"_s, u"--file"_s, path});
    QCOMPARE(file.code, 0);
    QVERIFY(m_ben->run({u"sync"_s, u"--once"_s}).code == 0);
    const Ran filed = m_ben->run({u"forward"_s, file.mid, u"cat"_s});
    QVERIFY2(filed.last()[u"state"_s].toString() == u"sent"_s, filed.err.constData());
    QCOMPARE(m_ana->run({u"delete"_s, file.mid}).code, 0);
    QVERIFY(cat.run({u"sync"_s, u"--once"_s}).code == 0);
    const Ran fetched = cat.run({u"fetch"_s, filed.mid});
    QVERIFY2(fetched.code == 0, fetched.err.constData());
    QFile here(fetched.last()[u"path"_s].toString());
    QVERIFY(here.open(QIODevice::ReadOnly));
    QCOMPARE(here.readAll(), QByteArray("a hut"));
}

void TestCliContent::deletingForOneselfHidesOnAllDevices()
{
    const PersonProcess second(m_world->dir.filePath(u"ben-2"_s), u"ben"_s);
    QCOMPARE(second.signIn(u"login"_s, m_world->server).code, 0);
    const Ran sent = m_ana->run({u"send"_s, u"ben"_s, u"only for now"_s});
    QVERIFY(m_ben->run({u"sync"_s, u"--once"_s}).code == 0);
    m_world->server.kill9(); // a wish like any other: it waits
    const Ran hidden = m_ben->run({u"delete"_s, sent.mid, u"--for-me"_s});
    QCOMPARE(hidden.code, 0);
    QVERIFY(!says(m_ben->run({u"history"_s, u"ana"_s}).objects, u"only for now"_s));
    QVERIFY(m_ben->run({u"search"_s, u"only"_s}).objects.isEmpty());
    QVERIFY(m_world->server.start());
    QVERIFY(m_ben->run({u"sync"_s, u"--once"_s}).code == 0);
    QVERIFY(second.run({u"sync"_s, u"--once"_s}).code == 0);
    QVERIFY(!says(second.run({u"history"_s, u"ana"_s}).objects, u"only for now"_s));
    QVERIFY(says(m_ana->run({u"history"_s, u"ben"_s}).objects, u"only for now"_s));
    QCOMPARE(second.run({u"delete"_s, sent.mid, u"--for-me"_s, u"--off"_s}).code, 0);
    QVERIFY(becomes(*m_ben, u"ana"_s, [](const auto &all) { return says(all, u"only for now"_s); }));
    QCOMPARE(m_ben->run({u"verify"_s}).code, 0);
}

void TestCliContent::aTimerTakesMessagesAwayEverywhere()
{
    QCOMPARE(m_ana->run({u"send"_s, u"ben"_s, u"stays"_s}).code, 0);
    QCOMPARE(m_ana->run({u"timer"_s, u"ben"_s, u"4s"_s}).code, 65);
    const Ran timer = m_ana->run({u"timer"_s, u"ben"_s, u"5s"_s});
    QVERIFY2(timer.code == 0, timer.err.constData());
    QCOMPARE(timer.last()[u"timer"_s].toInt(), 5);
    const Ran sent = m_ana->run({u"send"_s, u"ben"_s, u"goes away"_s});
    QVERIFY(m_ben->run({u"sync"_s, u"--once"_s}).code == 0);
    QVERIFY(!m_ben->run({u"history"_s, u"ana"_s}).last()[u"expires"_s].isNull());
    m_world->server.kill9();
    // Without the server: by the clock of the device. A verb that opens the account takes it away.
    const QDeadlineTimer deadline(patienceMs);
    const auto deleted = [&] {
        m_ben->run({u"sync"_s, u"--once"_s, u"--timeout"_s, u"1"_s});
        return m_ben->run({u"history"_s, u"ana"_s}).last()[u"deleted"_s].toBool();
    };
    bool gone = false;
    while (!gone && !deadline.hasExpired()) gone = deleted();
    QVERIFY(gone);
    QVERIFY(m_world->server.start()); // what was missed is done at the start
    // The server's own tombstone, which has a later revision than what the devices took away by themselves.
    const auto buried = [&](const QList<QJsonObject> &all) {
        return std::any_of(all.begin(), all.end(), [&](const auto &m) {
            return m[u"mid"_s].toString() == sent.mid && m[u"deleted"_s].toBool() &&
                   m[u"rev"_s].toInt() > sent.last()[u"rev"_s].toInt();
        });
    };
    QVERIFY(becomes(*m_ana, u"ben"_s, buried));
    QVERIFY(becomes(*m_ben, u"ana"_s, buried));
    QVERIFY(says(m_ben->run({u"history"_s, u"ana"_s}).objects, u"stays"_s));
    QCOMPARE(m_ben->run({u"verify"_s}).code, 0);
}

void TestCliContent::theServerSendsLaterAlsoAfterAKill()
{
    QCOMPARE(m_ana->run({u"send"_s, u"ben"_s, u"hello"_s}).code, 0);
    QCOMPARE(m_ana->run({u"send"_s, u"ben"_s, u"never"_s, u"--at"_s, u"at noon"_s}).code, 65);
    const Ran later = m_ana->run({u"send"_s, u"ben"_s, u"in time"_s, u"--at"_s, u"+3s"_s});
    QVERIFY2(later.code == 0, later.err.constData());
    QCOMPARE(later.last()[u"state"_s].toString(), u"held"_s);
    const Ran never = m_ana->run({u"send"_s, u"ben"_s, u"never"_s, u"--at"_s, u"+1d"_s});
    QCOMPARE(m_ana->run({u"scheduled"_s}).all(u"mid"_s), (QList<QString>{later.mid, never.mid}));
    QCOMPARE(m_ana->run({u"unschedule"_s, never.mid}).code, 0);
    QCOMPARE(m_ana->run({u"unschedule"_s, never.mid}).code, 65);
    m_world->server.kill9();
    // Told to a server that is away: it goes with the next connection.
    const Ran offline = m_ana->run({u"send"_s, u"ben"_s, u"from afar"_s, u"--at"_s, u"+1s"_s});
    QCOMPARE(offline.code, 0);
    QCOMPARE(offline.last()[u"state"_s].toString(), u"waiting"_s);
    QVERIFY(m_world->server.start());
    QVERIFY(becomes(*m_ben, u"ana"_s, [](const auto &all) { return says(all, u"in time"_s); }));
    QVERIFY(m_ana->run({u"sync"_s, u"--once"_s}).code == 0);
    QVERIFY(becomes(*m_ben, u"ana"_s, [](const auto &all) { return says(all, u"from afar"_s); }));
    QVERIFY(becomes(*m_ana, u"ben"_s, [](const auto &all) { return says(all, u"from afar"_s); }));
    QVERIFY(m_ana->run({u"scheduled"_s}).objects.isEmpty());
    const QList<QString> bodies = m_ben->run({u"history"_s, u"ana"_s}).all(u"body"_s);
    QCOMPARE(bodies, (QList<QString>{u"hello"_s, u"in time"_s, u"from afar"_s}));
}

void TestCliContent::aDateIsFound()
{
    for (const auto &text : {u"one"_s, u"two"_s, u"three"_s})
        QCOMPARE(m_ana->run({u"send"_s, u"ben"_s, text}).code, 0);
    const QList<QJsonObject> all = m_ana->run({u"history"_s, u"ben"_s}).objects;
    const QString at = all[1][u"at"_s].toString();
    QCOMPARE(m_ana->run({u"history"_s, u"ben"_s, u"--date"_s, at}).all(u"body"_s),
             (QList<QString>{u"two"_s, u"three"_s}));
    QCOMPARE(m_ana->run({u"history"_s, u"ben"_s, u"--date"_s, u"yesterday"_s}).code, 65);
    QVERIFY(m_ana->run({u"history"_s, u"ben"_s, u"--date"_s, u"2100-01-01"_s}).objects.isEmpty());
    m_world->server.kill9();
    const Ran held = m_ana->run({u"history"_s, u"ben"_s, u"--date"_s, at, u"--timeout"_s, u"5"_s});
    QCOMPARE(held.all(u"body"_s), (QList<QString>{u"two"_s, u"three"_s}));
    QVERIFY(held.err.contains("could not be asked"));
}

void TestCliContent::aVoiceNoteTellsItsLength()
{
    // One second of 8 kHz in two halves: silence, then the loudest there is.
    QByteArray samples(8'000, '\0');
    samples += QByteArray("\xff\x7f", 2).repeated(4'000);
    const auto word = [](quint32 n, int bytes) {
        QByteArray out;
        for (int i = 0; i < bytes; ++i) out += char(n >> (8 * i));
        return out;
    };
    const QByteArray format =
        word(1, 2) + word(1, 2) + word(8'000, 4) + word(16'000, 4) + word(2, 2) + word(16, 2);
    const QByteArray wav = "RIFF" + word(quint32(36 + samples.size()), 4) + "WAVEfmt " + word(16, 4) +
                           format + "data" + word(quint32(samples.size()), 4) + samples;
    const QString path = m_world->dir.filePath(u"note.wav"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(wav) == wav.size());
    file.close();
    const Ran sent = m_ana->run({u"send"_s, u"ben"_s, u"--file"_s, path, u"--voice"_s});
    QVERIFY2(sent.code == 0, sent.err.constData());
    QVERIFY(m_ben->run({u"sync"_s, u"--once"_s}).code == 0);
    const QJsonObject note = m_ben->run({u"files"_s, sent.mid}).last();
    QVERIFY(note[u"voice"_s].toBool());
    QCOMPARE(note[u"duration_ms"_s].toInt(), 1'000);
    const QJsonArray wave = note[u"wave"_s].toArray();
    QCOMPARE(wave.size(), 64);
    QCOMPARE(wave[5].toInt(), 0);
    QCOMPARE(wave[60].toInt(), 255);
    QCOMPARE(m_ana->run({u"send"_s, u"ben"_s, u"--file"_s, m_world->server.log(), u"--voice"_s}).code, 65);
}

QTEST_GUILESS_MAIN(TestCliContent)
#include "tst_cli_content.moc"
