#pragma once
#include "app/lab/ledger_rules.h"
#include "app/lab/tcp_proxy.h"
#include "tests/kit/cli_world.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

namespace kith::test {

using namespace lab; // what breaks and judges is kith-lab's

/// Faults are drawn from a seed that is printed; KITH_FAULT_SEED repeats it. What real processes do meanwhile
/// is not repeated to the byte: a seed says what was done to them.
class FaultDice {
public:
    FaultDice()
        : m_seed(qEnvironmentVariableIsSet("KITH_FAULT_SEED")
                     ? qEnvironmentVariable("KITH_FAULT_SEED").toUInt()
                     : QRandomGenerator::system()->generate())
        , m_random(m_seed)
    {
        qInfo("KITH_FAULT_SEED=%u", m_seed);
    }
    int below(int bound) { return int(m_random.bounded(bound)); }
    int between(int lo, int hi) { return lo + below(hi - lo + 1); }
    bool yes() { return below(2) == 1; }

private:
    quint32 m_seed;
    QRandomGenerator m_random;
};

/// Rounds of a test; KITH_FAULT_ROUNDS multiplies them.
inline int rounds(int usual)
{
    return usual * std::max(1, qEnvironmentVariable("KITH_FAULT_ROUNDS", u"1"_s).toInt());
}

/// A real server, real clients whose only way to it is the proxy, and a record of every message that a client
/// said was entered.
struct FaultWorld {
    FaultWorld()
        : good(world.server.start())
        , proxy(portOf(world.server.url()))
    {
    }
    static quint16 portOf(const QString &url) { return url.section(u':', -1).toUShort(); }
    QString address() const { return u"http://127.0.0.1:%1"_s.arg(proxy.port()); }

    PersonProcess join(const QString &login)
    {
        PersonProcess made = world.person(login);
        good &= made.run({u"register"_s, u"--server"_s, address(), u"--user"_s, login, u"--password-stdin"_s},
                         "correct horse\n")
                    .code == 0;
        return made;
    }
    /// Enters a message; it is on record when the client said that it holds it.
    bool enter(const PersonProcess &who, const QString &to, const QString &text)
    {
        const Ran ran = who.run({u"send"_s, to, text, u"--timeout"_s, u"10"_s});
        if (!ran.mid.isEmpty()) entered[who.login()].append(ran.mid);
        if (ran.code != 0) lastError = ran.err;
        return ran.code == 0 && !ran.mid.isEmpty();
    }
    bool sync(const PersonProcess &who)
    {
        const Ran ran = who.run({u"sync"_s, u"--once"_s, u"--timeout"_s, u"60"_s});
        if (ran.code != 0) lastError = ran.err;
        return ran.code == 0;
    }
    /// As a person does when the server no longer knows the device's token: the mirror and the outbox stay.
    bool signInAgain(const PersonProcess &who)
    {
        const Ran ran =
            who.run({u"login"_s, u"--server"_s, address(), u"--user"_s, who.login(), u"--password-stdin"_s},
                    "correct horse\n");
        if (ran.code != 0) lastError = ran.err;
        return ran.code == 0;
    }
    qint64 stored() const
    {
        return Ledger(world.server.database()).number(u"SELECT count(*) FROM messages"_s);
    }
    int enteredCount() const
    {
        int all = 0;
        for (const QStringList &mids : entered) all += int(mids.size());
        return all;
    }

    /// What is wrong, read from the databases by SQLite alone; empty = every promise was kept. `people` are
    /// current.
    QStringList faults(const QList<const PersonProcess *> &people) const
    {
        const Ledger log(world.server.database());
        if (!log.isOpen()) return {u"the server's database cannot be opened"_s};
        QStringList found = faultsOfServer(log);
        QHash<QString, int> times;
        QHash<QString, QHash<ChatId, qint64>> last; // of each device in each chat
        const QList<LedgerRow> rows = serverLog(log);
        for (const LedgerRow &row : rows) ++times[QString::fromLatin1(row.mid.text())];
        for (auto it = entered.begin(); it != entered.end(); ++it) {
            QHash<QString, QPair<ChatId, qint64>> place;
            for (const LedgerRow &row : rows)
                place.insert(QString::fromLatin1(row.mid.text()), {row.chat, row.seq});
            for (const QString &mid : it.value()) {
                if (times.value(mid) != 1)
                    found.append(
                        u"%1 of %2 is in the log %3 times"_s.arg(mid, it.key()).arg(times.value(mid)));
                const auto [chat, seq] = place.value(mid);
                qint64 &before = last[it.key()][chat];
                if (seq != 0 && seq < before)
                    found.append(u"%1 of %2 overtook an earlier one"_s.arg(mid, it.key()));
                before = std::max(before, seq);
            }
        }
        for (const PersonProcess *person : people) {
            const Ledger mirror(person->mirror());
            if (!mirror.isOpen()) found.append(person->login() + u": the mirror cannot be opened"_s);
            found += differences(log, mirror);
            if (mirror.number(u"SELECT count(*) FROM outbox"_s) != 0)
                found.append(person->login() + u": something still waits"_s);
        }
        return found;
    }

    CliWorld world;
    bool good;
    TcpProxy proxy;
    QHash<QString, QStringList> entered; // mids by login, in the order of entering
    QByteArray lastError;
};

} // namespace kith::test
