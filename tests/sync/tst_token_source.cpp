#include "sync/token_source.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/memory_secrets.h"

#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

class TestTokenSource : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAnswerOfTheStoreAfterItsEndIsNobodys()
    {
        MemorySecrets secrets;
        secrets.kept.insert(u"key"_s, "secret");
        const ManualClock clock;
        int answers = 0;
        {
            AccountApi api(QUrl(u"http://127.0.0.1:9"_s));
            TokenSource tokens(secrets, api, clock, u"key"_s);
            tokens.token([&](const AccountAuth::Answer &) { ++answers; });
        }
        QCoreApplication::processEvents(); // the store answers now
        QCOMPARE(answers, 0);
    }

    void aLockedStoreIsNotAnEmptyOne()
    {
        MemorySecrets secrets;
        const ManualClock clock;
        AccountApi api(QUrl(u"http://127.0.0.1:9"_s));
        TokenSource tokens(secrets, api, clock, u"key"_s);
        std::optional<AccountAuth::Answer::Kind> kind;
        const auto ask = [&] {
            kind.reset();
            tokens.token([&](const AccountAuth::Answer &answer) { kind = answer.kind; });
            return QTest::qWaitFor([&] { return kind.has_value(); }, 10'000);
        };
        secrets.away = true;
        QVERIFY(ask());
        QCOMPARE(*kind, AccountAuth::Answer::Kind::SecretsAway);
        secrets.away = false;
        QVERIFY(ask());
        QCOMPARE(*kind, AccountAuth::Answer::Kind::SignInNeeded);
    }
};

QTEST_GUILESS_MAIN(TestTokenSource)
#include "tst_token_source.moc"
