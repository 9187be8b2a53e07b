#include "core/wire/field_reader.h"

#include <QJsonDocument>
#include <QTest>

using namespace kith;
using namespace kith::wire;
using namespace Qt::StringLiterals;

class TestFieldReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsTheFirstFault();
    void integersAreExactAndBounded();
    void anyJsonValueIsKeptAsText();
    void tagsAreSixteenLowerCaseHexDigits();
};

static FieldReader reading(const char *json) { return FieldReader(QJsonDocument::fromJson(json).object()); }

void TestFieldReader::keepsTheFirstFault()
{
    FieldReader in = reading(R"({"a":"x","b":5})");
    QCOMPARE(in.integer("a"), 0);
    QVERIFY(in.text("b", 10).isEmpty());
    QVERIFY(in.failed());
    QVERIFY(in.what().contains(u"'a'"_s));
    QVERIFY2(!in.what().contains(u"x'"_s), "a fault never quotes content");
}

void TestFieldReader::integersAreExactAndBounded()
{
    QCOMPARE(reading(R"({"n":9007199254740991})").integer("n"), maxInteger);
    for (const char *bad : {R"({"n":9007199254740992})", R"({"n":-1})", R"({"n":1.5})", R"({"n":"1"})",
                            R"({"n":true})", R"({"n":null})", R"({"n":1e300})", R"({})"}) {
        FieldReader in = reading(bad);
        QCOMPARE(in.integer("n"), 0);
        QVERIFY2(in.failed(), bad);
    }
    FieldReader negative = reading(R"({"n":-2})");
    QCOMPARE(negative.integer("n", -5), -2);
    QVERIFY(!negative.failed());
}

void TestFieldReader::anyJsonValueIsKeptAsText()
{
    for (const char *value : {"null", "5", "\"a\\\"b\"", "true", "[1,2]", R"({"a":null})"}) {
        FieldReader in = reading(QByteArray("{\"v\":").append(value).append('}').constData());
        QCOMPARE(in.json("v", 100), QByteArray(value));
        QVERIFY(!in.failed());
    }
    FieldReader missing = reading("{}");
    missing.json("v", 100);
    QVERIFY(missing.failed());
    FieldReader big = reading(R"({"v":[1,2,3,4]})");
    big.json("v", 3);
    QVERIFY(big.tooLong());
}

void TestFieldReader::tagsAreSixteenLowerCaseHexDigits()
{
    QCOMPARE(tagText(0x1fULL), u"000000000000001f"_s);
    QCOMPARE(FieldReader::tagFromText(u"ffffffffffffffff"_s), std::optional(~quint64(0)));
    for (const auto &bad : {u"1f"_s, u"00000000000000FF"_s, u"+00000000000001f"_s, u"000000000000001g"_s})
        QVERIFY(!FieldReader::tagFromText(bad));
}

QTEST_APPLESS_MAIN(TestFieldReader)
#include "tst_field_reader.moc"
