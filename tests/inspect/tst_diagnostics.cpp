// Help → Diagnostics of kith: each step's result, and the bundle that it makes.
#include "app/desktop/diagnostics_dialog.h"
#include "tests/inspect/canary_mirror.h"
#include "tests/kit/cli_world.h"
#include "tests/kit/memory_secrets.h"

#include <QLabel>
#include <QSignalSpy>

using namespace kith;
using namespace kith::test;

namespace {

Finding of(const Diagnostics &diagnostics, const QString &step)
{
    for (const Finding &finding : diagnostics.findings())
        if (finding.step == step) return finding;
    return {};
}

Diagnostics::About about(const CanaryMirror &m, const QString &server)
{
    Account account;
    account.id = QUuid::createUuid();
    account.server = QUrl(server);
    account.login = canary;
    account.user = m.me;
    return {account, m.file(), {}};
}

} // namespace

class TestDiagnostics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingIsLookedAt()
    {
        QTemporaryDir dir;
        ServerProcess server(dir.filePath(u"server"_s));
        QVERIFY(server.start());
        CanaryMirror m;
        m.mirror->db().exec(u"DELETE FROM outbox WHERE refused = 1"_s);
        auto with = about(m, server.url());
        with.connection.phase = Connection::Phase::Online;
        with.connection.clockSkewMs = 5 * 60'000;
        MemorySecrets secrets;
        secrets.write(Profile::secretKey(*with.account), "token", [](const Status &) {});
        Diagnostics diagnostics(with, secrets);
        QSignalSpy finished(&diagnostics, &Diagnostics::finished);
        diagnostics.start();
        QVERIFY(finished.wait(patienceMs));
        using enum Finding::State;
        QCOMPARE(of(diagnostics, u"database"_s).state, Good);
        QCOMPARE(of(diagnostics, u"keychain"_s).state, Good);
        QCOMPARE(of(diagnostics, u"server"_s).state, Good);
        QCOMPARE(of(diagnostics, u"tls"_s).outside, u"not used"_s);
        QCOMPARE(of(diagnostics, u"clock"_s).state, Odd);
        for (const Finding &finding : diagnostics.findings()) {
            QVERIFY2(finding.state > Looking, qPrintable(finding.step));
            QVERIFY2(finding.state == Good || finding.state == Unknown || !finding.advice.isEmpty() ||
                         finding.step == u"tls",
                     qPrintable(finding.step));
        }
        QVERIFY(!sings(diagnostics.asPage().toUtf8()) && !diagnostics.asPage().contains(u"127.0.0.1"_s));
        QCOMPARE(server.stop(), 0);
    }

    void whatIsWrongIsNamed()
    {
        CanaryMirror m;
        m.mirror.reset();
        QFile file(m.file());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write(QByteArray(100, 'x')) == 100);
        file.close();
        MemorySecrets secrets;
        Diagnostics diagnostics(about(m, u"http://127.0.0.1:1"_s), secrets);
        QSignalSpy finished(&diagnostics, &Diagnostics::finished);
        diagnostics.start();
        QVERIFY(finished.wait(patienceMs));
        using enum Finding::State;
        for (const QString &step : {u"database"_s, u"keychain"_s, u"server"_s}) {
            QCOMPARE(of(diagnostics, step).state, Bad);
            QVERIFY(!of(diagnostics, step).advice.isEmpty());
            const QString says = of(diagnostics, step).says; // a sentence, whoever found the words
            QVERIFY2(says.at(0).isUpper() && says.endsWith(u'.'), qPrintable(says));
        }
        QCOMPARE(of(diagnostics, u"keychain"_s).outside, u"absent"_s);
        QCOMPARE(of(diagnostics, u"server"_s).outside, u"unreachable"_s);
        QCOMPARE(of(diagnostics, u"clock"_s).state, Unknown);
    }

    /// While the account is open, as it always is.
    void theBundleHasNobodysWords()
    {
        CanaryMirror m;
        MemorySecrets secrets;
        Diagnostics diagnostics(about(m, u"http://127.0.0.1:1"_s), secrets);
        QSignalSpy finished(&diagnostics, &Diagnostics::finished), made(&diagnostics, &Diagnostics::made);
        diagnostics.start();
        QVERIFY(finished.wait(patienceMs));
        diagnostics.makeBundle();
        QVERIFY(made.wait(patienceMs));
        const auto bundle = made.first().first().value<std::shared_ptr<inspect::Bundle>>();
        const QString out = m.folder.filePath(u"x.kithbundle"_s);
        QVERIFY(bundle->save(out));
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly) && !sings(file.readAll()));
        const auto pages = inspect::pagesOf(out);
        QVERIFY(pages && pages->back().name == u"diagnostics" &&
                pages->back().text.contains(u"server: bad"_s));
        m.put(m.group, m.row(7, m.friendly, u"goes on"_s)); // its writer was left alone
    }

    /// Closed while the keychain still waits for its password.
    void closedInTheMiddle()
    {
        const CanaryMirror m;
        MemorySecrets secrets;
        auto diagnostics = std::make_unique<Diagnostics>(about(m, u"http://127.0.0.1:1"_s), secrets);
        QObject context;
        connect(diagnostics.get(), &Diagnostics::changed, &context, [&](int at) {
            const Finding &finding = diagnostics->findings()[size_t(at)];
            if (finding.step != u"keychain" || finding.state != Finding::State::Looking) return;
            // Queued before the keychain is asked, so it happens before the answer.
            QMetaObject::invokeMethod(
                &context, [&] { diagnostics.reset(); }, Qt::QueuedConnection);
        });
        diagnostics->start();
        QTRY_VERIFY_WITH_TIMEOUT(!diagnostics, patienceMs);
        bool answered = false;
        secrets.read(u"x"_s, [&](const Result<QByteArray> &) { answered = true; });
        QTRY_VERIFY_WITH_TIMEOUT(answered, patienceMs); // the earlier answer came before this one
    }

    void nobodySignedIn()
    {
        MemorySecrets secrets;
        DiagnosticsDialog dialog({}, secrets);
        dialog.show();
        QSignalSpy finished(&dialog.diagnostics(), &Diagnostics::finished);
        QVERIFY(finished.wait(patienceMs));
        QCOMPARE(of(dialog.diagnostics(), u"server"_s).state, Finding::State::Unknown);
        QVERIFY(!dialog.grab().isNull());
    }
};

QTEST_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
