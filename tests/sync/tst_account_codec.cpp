#include "core/base/random.h"
#include "core/wire/account_codec.h"

#include <QTest>

using namespace kith;
using namespace kith::wire;
using namespace Qt::StringLiterals;

class TestAccountCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTrips();
    void golden();
    void refusesWhatItCannotRead();
    void rulesOfNames();
};

void TestAccountCodec::roundTrips()
{
    SeededRandom random(7);
    const ServerInfo info{u"Home"_s, u"0.1.0"_s, 1, 3, u"open"_s, u"abc"_s, {100, 20, 10, 50, 1000}};
    QCOMPARE(*decodeServerInfo(encode(info)), info);
    const RegisterRequest reg{u"anna"_s, u"päss wörd\n"_s, u"Anna Ä"_s, {u"laptop"_s, u"kith 0.1.0"_s}};
    QCOMPARE(*decodeRegister(encode(reg)), reg);
    const LoginRequest login{u"anna"_s, u"\"quoted\\"_s, {u"laptop"_s, u"kith"_s}};
    QCOMPARE(*decodeLogin(encode(login)), login);
    const SignedIn in{
        UserId::mint(1, random), u"anna"_s, u"Anna"_s, DeviceId::mint(2, random), "a.b", 900, "r-1"};
    QCOMPARE(*decodeSignedIn(encode(in)), in);
    QCOMPARE(decodeTokenRequest(encode(TokenRequest{"r-1"}))->refresh, QByteArray("r-1"));
    const Tokens same{"a", 900, {}}, fresh{"a", 900, "r-2"};
    QCOMPARE(*decodeTokens(encode(same)), same);
    QCOMPARE(*decodeTokens(encode(fresh)), fresh);
    const ApiError error{u"rate"_s, u"slow down"_s, 1500};
    QCOMPARE(*decodeApiError(encode(error)), error);
}

void TestAccountCodec::golden() // the texts other clients rely on
{
    QCOMPARE(encode(Tokens{"acc", 900, "ref"}),
             QByteArray(R"({"access":"acc","access_ttl":900,"refresh":"ref"})"));
    QCOMPARE(encode(ApiError{u"login_taken"_s, u"taken"_s, 0}),
             QByteArray(R"({"code":"login_taken","message":"taken"})"));
    QCOMPARE(encode(LoginRequest{u"anna"_s, u"secret99"_s, {u"pc"_s, u"kith"_s}}),
             QByteArray(R"({"device":{"app":"kith","name":"pc"},"login":"anna","password":"secret99"})"));
    const auto newer = decodeTokens(R"({"access":"x","access_ttl":5,"later":[1,2]})");
    QVERIFY(newer && newer->refresh.isEmpty());
}

void TestAccountCodec::refusesWhatItCannotRead()
{
    QVERIFY(!decodeTokens(""));
    QVERIFY(!decodeTokens("[]"));
    QVERIFY(!decodeTokens(R"({"access":"x","access_ttl":"5"})"));
    QVERIFY(!decodeTokens(R"({"access":"x","access_ttl":0})"));
    QVERIFY(!decodeTokens(R"({"access":"x","access_ttl":1.5})"));
    QVERIFY(!decodeTokens(R"({"access":"two words","access_ttl":5})"));
    QVERIFY(!decodeTokens(R"({"access":"","access_ttl":5})"));
    QVERIFY(!decodeTokenRequest("{\"refresh\":\"" + QByteArray(513, 'x') + "\"}"));
    QVERIFY(!decodeApiError(QByteArray(limits::httpBodyBytes + 1, ' ')));
    QVERIFY(!decodeServerInfo("<html>hello</html>"));
    QVERIFY(!decodeSignedIn(R"({"user":"nobody"})"));
    const auto fault = decodeLogin(R"({"login":"a","password":"topsecret","device":7})");
    QVERIFY(!fault);
    QVERIFY(fault.error().what.contains(u"device"_s) && !fault.error().what.contains(u"topsecret"_s));
}

void TestAccountCodec::rulesOfNames()
{
    QCOMPARE(normalLogin(u" @Anna.B "_s), u"anna.b"_s);
    QVERIFY(faultOfLogin(u"anna_b-1"_s).isEmpty());
    for (const auto &bad : {u"ab"_s, u"änna"_s, u"anna b"_s, QString(33, u'a')})
        QCOMPARE(faultOfLogin(bad), u"bad_login"_s);
    QVERIFY(faultOfPassword(u"12345678"_s).isEmpty());
    QCOMPARE(faultOfPassword(u"1234567"_s), u"bad_password"_s);
    QCOMPARE(faultOfPassword(QString(1025, u'x')), u"bad_password"_s);
    QVERIFY(faultOfName(u"Ann"_s).isEmpty());
    QCOMPARE(faultOfName(QString()), u"bad_name"_s);
    QCOMPARE(faultOfName(u"a\nb"_s), u"bad_name"_s);
}

QTEST_APPLESS_MAIN(TestAccountCodec)
#include "tst_account_codec.moc"
