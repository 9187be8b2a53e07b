// A database is put back to an older state: devices go on with the sign-ins that it never heard of, and
// copies of tokens are still found out.
#include "core/wire/account_codec.h"
#include "server/api/tokens.h"
#include "server/storage/backup.h"
#include "server/storage/sqlite_repository.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/test_node.h"
#include "tests/kit/ws_client.h"

#include <QDir>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

/// One data folder, a server that comes and goes, and one device whose owner renews its sign-in.
struct World {
    World()
    {
        start();
        device = signUp(port(), u"anna"_s);
    }
    void start()
    {
        node = std::make_unique<TestNode>([this](server::NodeOptions &o) { o.dataDir = data(); }, &clock);
    }
    void stop() { node.reset(); }
    quint16 port() const { return node->port(); }
    QString data() const { return dir.filePath(u"data"_s); }

    void backUp() { QVERIFY(server::backUp(data() + u"/kith-server.db"_s, dir.filePath(u"kept.db"_s))); }
    void restore()
    {
        stop();
        const auto restored = server::restore(dir.filePath(u"kept.db"_s), data(), random);
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().what));
        start();
    }
    /// The answer to a refresh token, or the code of the refusal.
    std::variant<wire::Tokens, QString> show(const QByteArray &token) const
    {
        HttpClient http(port());
        const auto answer = http.ask("POST", "/v1/token", wire::encode(wire::TokenRequest{token}));
        if (!answer) return u"(no answer)"_s;
        if (answer->status == 200) return *wire::decodeTokens(answer->body);
        const auto error = wire::decodeApiError(answer->body);
        return error ? error->code : u"(no code)"_s;
    }
    QByteArray renewed(const QByteArray &token) const
    {
        const auto answer = show(token);
        return std::holds_alternative<wire::Tokens>(answer) ? std::get<wire::Tokens>(answer).refresh
                                                            : QByteArray();
    }
    QString refusal(const QByteArray &token) const
    {
        const auto answer = show(token);
        return std::holds_alternative<QString>(answer) ? std::get<QString>(answer) : QString();
    }
    /// The n-th token after `token`, each shown but the last.
    QByteArray renewed(QByteArray token, int times) const
    {
        for (int i = 0; i < times; ++i) token = renewed(token);
        return token;
    }
    /// Whether a connection with this access token is taken.
    bool connects(const QByteArray &access) const
    {
        WsClient ws(port());
        const auto answer = ws.hello(access);
        return answer && std::holds_alternative<wire::HelloOk>(*answer);
    }
    server::Tokens tokens() const
    {
        auto reader = server::SqliteRepository::open(data() + u"/kith-server.db"_s,
                                                     server::SqliteRepository::Mode::Reader, random);
        return server::Tokens((*reader)->identity()->tokenKey);
    }

    QTemporaryDir dir;
    ManualClock clock;
    mutable SystemRandom random;
    std::unique_ptr<TestNode> node;
    wire::SignedIn device;
};

} // namespace

class TestRestoredSignIns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theOwnerGoesOn()
    {
        World w;
        QByteArray token = w.renewed(w.device.refresh, 2);
        w.backUp();
        token = w.renewed(token, 4); // the last was never shown to anybody
        w.restore();
        const auto taken = w.show(token);
        QVERIFY(std::holds_alternative<wire::Tokens>(taken));
        QVERIFY(w.connects(std::get<wire::Tokens>(taken).access));
        QVERIFY(!w.renewed(token).isEmpty()); // the answer may be lost as always
        token = w.renewed(token, 3);
        w.restore(); // the same backup once more
        token = w.renewed(token, 2);
        QVERIFY(!token.isEmpty());
    }

    void aDeviceThatWasAwayGoesOnToo()
    {
        World w;
        const QByteArray token = w.renewed(w.device.refresh);
        w.backUp();
        w.restore();
        w.clock.advance(400 * dayMs);
        QVERIFY(!w.renewed(token, 2).isEmpty());
    }

    void aCopyOfTheFilesCountsAsMuch()
    {
        World w;
        QByteArray token = w.renewed(w.device.refresh, 2);
        w.stop();
        const QString file = w.data() + u"/kith-server.db"_s;
        QVERIFY(QFile::copy(file, w.dir.filePath(u"copy"_s)));
        w.start();
        token = w.renewed(token, 3);
        w.stop();
        for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s}) QFile::remove(file + part);
        QVERIFY(QFile::copy(w.dir.filePath(u"copy"_s), file));
        w.start();
        QVERIFY(!w.renewed(token, 2).isEmpty());
    }

    void aTokenSpentBeforeTheBackupEndsTheDevice()
    {
        World w;
        const QByteArray stolen = w.renewed(w.device.refresh);
        QByteArray token = w.renewed(stolen, 2);
        QVERIFY(!w.renewed(token).isEmpty());
        w.backUp();
        token = w.renewed(token, 3);
        w.restore();
        QCOMPARE(w.refusal(stolen), u"device_revoked"_s);
        QCOMPARE(w.refusal(token), u"device_revoked"_s);
    }

    void aTokenOfTheLostTimeCountsOnce()
    {
        World w;
        w.backUp();
        const QByteArray stolen = w.renewed(w.device.refresh);
        const QByteArray token = w.renewed(stolen, 3);
        w.restore();
        const auto owner = w.show(token);
        QVERIFY(std::holds_alternative<wire::Tokens>(owner));
        QCOMPARE(w.refusal(stolen), u"device_revoked"_s);
        QVERIFY(!w.connects(std::get<wire::Tokens>(owner).access)); // a copy was shown: all of it ends
        QCOMPARE(w.refusal(std::get<wire::Tokens>(owner).refresh), u"device_revoked"_s);
    }

    void aThiefWhoComesFirstLosesItWhenTheOwnerComes()
    {
        World w;
        w.backUp();
        const QByteArray stolen = w.renewed(w.device.refresh);
        const QByteArray token = w.renewed(stolen, 3);
        w.restore();
        const auto thief = w.show(stolen);
        QVERIFY(std::holds_alternative<wire::Tokens>(thief));
        QCOMPARE(w.refusal(token), u"device_revoked"_s);
        QVERIFY(!w.connects(std::get<wire::Tokens>(thief).access));
        QCOMPARE(w.refusal(std::get<wire::Tokens>(thief).refresh), u"device_revoked"_s);
    }

    void withoutARestoreNoProofIsNeeded()
    {
        World w;
        const QByteArray token = w.renewed(w.device.refresh);
        const QByteArray never =
            w.tokens().refreshToken(server::newRefreshSecret(w.random), {w.device.device, 9});
        QCOMPARE(w.refusal(never), u"device_revoked"_s);
        QCOMPARE(w.refusal(token), u"device_revoked"_s);
    }

    void theTimeForItEnds()
    {
        World w;
        const auto other = signUp(w.port(), u"bert"_s);
        w.backUp();
        const QByteArray token = w.renewed(w.device.refresh, 2);
        w.restore();
        QVERIFY(!w.renewed(other.refresh).isEmpty()); // from now on
        w.clock.advance(server::restoredTokenDays * dayMs + 1);
        QCOMPARE(w.refusal(token), u"auth_invalid"_s);
        QVERIFY(!w.renewed(w.device.refresh).isEmpty()); // nothing was ended for it
    }

    void whatTheBackupKnowsAsEndedStaysEnded()
    {
        World w;
        const QByteArray token = w.renewed(w.device.refresh);
        HttpClient http(w.port());
        QCOMPARE(http.ask("POST", "/v1/logout", wire::encode(wire::TokenRequest{token}))->status, 200);
        w.backUp();
        w.restore();
        const QByteArray forged =
            w.tokens().refreshToken(server::newRefreshSecret(w.random), {w.device.device, 9});
        QCOMPARE(w.refusal(forged), u"device_revoked"_s);
    }

    void othersProveNothing()
    {
        World w;
        w.backUp();
        const auto late = signUp(w.port(), u"late"_s); // the backup does not know the account
        w.restore();
        QCOMPARE(w.refusal(late.refresh), u"auth_invalid"_s);
        const server::Tokens other(QByteArray(32, 'k'));
        QCOMPARE(w.refusal(other.refreshToken(server::newRefreshSecret(w.random), {w.device.device, 9})),
                 u"auth_invalid"_s);
        QVERIFY(!w.renewed(w.device.refresh).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRestoredSignIns)
#include "tst_restored_sign_ins.moc"
