#include "tests/sim/world.h"

#include <QTest>

using namespace kith;
using namespace kith::sim;

class TestSim : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void historiesConverge_data();
    void historiesConverge();
};

void TestSim::historiesConverge_data()
{
    QTest::addColumn<quint64>("seed");
    bool ok = false;
    const quint64 only = qEnvironmentVariable("KITH_SIM_SEED").toULongLong(&ok);
    const int count = qEnvironmentVariableIntValue("KITH_SIM_COUNT");
    const quint64 first = ok ? only : 1;
    for (quint64 seed = first; seed < first + quint64(ok && !count ? 1 : count ? count : 25); ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestSim::historiesConverge()
{
    QFETCH(quint64, seed);
    World world(seed);
    const QStringList faults = world.run(60'000, true);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestSim)
#include "tst_sim.moc"
