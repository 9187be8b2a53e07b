#include "core/wire/codec.h"
#include "core/wire/digest.h"
#include "core/wire/hot_frames.h"
#include "core/wire/service_note.h"
#include "core/wire/state_value.h"
#include "tests/kit/sample_frames.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <algorithm>

using namespace kith;
using namespace kith::wire;
using namespace Qt::StringLiterals;

namespace {
/// Compares with the stored file; with KITH_UPDATE_GOLDEN set it writes the file instead.
void compareGolden(const QString &name, const QByteArray &bytes)
{
    QFile file(QStringLiteral(KITH_SOURCE_DIR "/tests/golden/wire/") + name);
    if (qEnvironmentVariableIsSet("KITH_UPDATE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes + '\n');
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QCOMPARE(QString::fromUtf8(bytes), QString::fromUtf8(file.readAll().trimmed()));
}

BadFrame badRequest(QByteArrayView bytes)
{
    const auto decoded = decodeRequest(bytes);
    const auto *bad = std::get_if<BadFrame>(&decoded);
    return bad ? *bad : BadFrame{-1, Code::Busy, u"was accepted"_s};
}

QByteArray withField(const QByteArray &frame, const char *key, const QJsonValue &value)
{
    QJsonObject o = QJsonDocument::fromJson(frame).object();
    o.insert(QLatin1StringView(key), value);
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

/// Of the characters that a writer of JSON can get wrong: control ones, quotes, every length of UTF-8, and
/// halves of surrogate pairs.
QString awkwardText(Random &random)
{
    QString text;
    for (quint64 left = random.below(40); left > 0; --left) {
        constexpr char32_t starts[] = {0,      0x20,   0x70,   0x700,   0xd7f0,  0xd900,
                                       0xdbf0, 0xdc00, 0xfff0, 0x10000, 0x10fff0};
        const char32_t c = starts[random.below(std::size(starts))] + char32_t(random.below(16));
        const bool paired = c >= 0x10000;
        text += paired ? QChar(QChar::highSurrogate(c)) : QChar(char16_t(c));
        if (paired) text += QChar(QChar::lowSurrogate(c));
        if (random.below(4) == 0) text += u"\"\\/<&"_s;
    }
    return text;
}

Row anyRow(testkit::Samples &samples)
{
    Random &random = samples.random;
    if (random.below(8) == 0) {
        const auto rows = samples.rows();
        return rows[random.below(rows.size())];
    }
    const auto number = [&] { return qint64(random.next64() >> random.below(64)); };
    MessageRow row;
    row.mid = samples.id<Mid>();
    row.seq = {number()};
    row.rev = {number()};
    row.sender = samples.id<UserId>();
    row.kind = random.below(2) ? u"text"_s : awkwardText(random);
    row.body = awkwardText(random);
    if (random.below(2)) row.reply = samples.id<Mid>();
    if (random.below(2)) row.root = samples.id<Mid>();
    row.ev = int(random.below(3));
    row.dead = random.below(2);
    row.atMs = number();
    if (random.below(4) == 0) row.extra = "{\"silent\":true}";
    return row;
}

std::vector<Reply> anyHotFrames(testkit::Samples &samples)
{
    Random &random = samples.random;
    const auto number = [&] { return qint64(random.below(1000)); };
    const auto chat = samples.id<ChatId>();
    const auto epoch = samples.id<EpochId>();
    std::vector<Row> rows;
    std::vector<Watermark> marks;
    std::vector<RcptAck> items;
    for (quint64 left = random.below(3); left > 0; --left) {
        rows.push_back(anyRow(samples));
        marks.push_back({samples.id<UserId>(), {number()}, {number()}});
        items.push_back({samples.id<ChatId>(), {number()}, {number()}, int(number())});
    }
    Ok ok;
    if (random.below(2)) ok.chat = chat;
    if (random.below(2)) ok.epoch = epoch;
    ok.rows = rows;
    ok.items = items;
    if (random.below(8) == 0) ok.state = samples.state();
    return {{number(), Ev{chat, epoch, samples.at(number()), samples.at(number()), rows, {number()}}},
            {0, RxEv{chat, epoch, {number()}, {number()}, marks}},
            {number(), ok}};
}

QByteArray sendFrame()
{
    testkit::Samples samples;
    return encode(
        Request{5, Send{samples.id<ChatId>(), samples.id<Mid>(), u"text"_s, u"hi"_s, {}, {}, {}, 0}});
}
} // namespace

class TestCodec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRequestRoundTripsAndIsGolden();
    void everyReplyRoundTripsAndIsGolden();
    void hotFramesAreWrittenAsEveryOther();
    void everyRowRoundTrips();
    void everyAlternativeHasASample();
    void unknownFieldsOfASendComeBack();
    void aSendCannotForgeRowFields();
    void aPoisonRowDoesNotFailItsFrame();
    void badRequestsNameTheFieldAndKeepTheId_data();
    void badRequestsNameTheFieldAndKeepTheId();
    void unknownTypesAreTolerated();
    void errorsOfNewerServersKeepTheirClass();
    void digestsDoNotDependOnOrder();
    void stateValues();
    void messageRowStaysSmall();
};

void TestCodec::everyRequestRoundTripsAndIsGolden()
{
    for (const auto &[name, request] : testkit::Samples().requests()) {
        const QByteArray bytes = encode(request);
        const auto decoded = decodeRequest(bytes);
        QVERIFY2(std::holds_alternative<Request>(decoded), name + bytes);
        QVERIFY2(std::get<Request>(decoded) == request, name + bytes);
        compareGolden(u"request_%1.json"_s.arg(QString::fromLatin1(name)), bytes);
    }
}

void TestCodec::everyReplyRoundTripsAndIsGolden()
{
    for (const auto &[name, reply] : testkit::Samples().replies()) {
        const QByteArray bytes = encode(reply);
        const auto decoded = decodeReply(bytes);
        const auto *bad = std::get_if<BadFrame>(&decoded);
        QVERIFY2(!bad, bad ? qPrintable(bad->what) : "");
        QVERIFY2(std::get<Reply>(decoded) == reply, name + bytes);
        compareGolden(u"reply_%1.json"_s.arg(QString::fromLatin1(name)), bytes);
    }
}

void TestCodec::hotFramesAreWrittenAsEveryOther()
{
    testkit::Samples samples;
    int hot = 0;
    for (int round = 0; round < 3000; ++round)
        for (const Reply &reply : anyHotFrames(samples)) {
            const QByteArray bytes = encodeHot(reply);
            if (bytes.isEmpty()) continue; // has a row or a field for the general way
            QCOMPARE(bytes, encodeByObject(reply));
            ++hot;
        }
    QVERIFY(hot > 5000);
}

void TestCodec::everyRowRoundTrips()
{
    for (const Row &row : testkit::Samples().rows()) {
        QVERIFY2(decodeRow(encodeRow(row)) == row, encodeRow(row));
        QCOMPARE(encodedSize(row), encodeRow(row).size());
    }
}

void TestCodec::everyAlternativeHasASample()
{
    QSet<size_t> requests, replies;
    for (const auto &[name, r] : testkit::Samples().requests()) requests.insert(r.frame.index());
    for (const auto &[name, r] : testkit::Samples().replies()) replies.insert(r.frame.index());
    QCOMPARE(size_t(requests.size()), std::variant_size_v<ClientFrame>);
    QCOMPARE(size_t(replies.size()) + 1, std::variant_size_v<ServerFrame>); // all but UnknownPush
}

void TestCodec::unknownFieldsOfASendComeBack()
{
    const QByteArray frame = withField(sendFrame(), "from_newer", QJsonObject{{u"x"_s, 1}});
    const auto decoded = decodeRequest(frame);
    const auto &send = std::get<Send>(std::get<Request>(decoded).frame);
    QCOMPARE(send.extra, QByteArray(R"({"from_newer":{"x":1}})"));
    MessageRow row;
    row.mid = send.mid;
    row.seq = {1};
    row.rev = {1};
    row.sender = UserId{send.mid.value};
    row.kind = send.kind;
    row.body = send.body;
    row.extra = send.extra;
    QCOMPARE(std::get<MessageRow>(decodeRow(encodeRow(row))).extra, send.extra);
}

void TestCodec::aSendCannotForgeRowFields()
{
    QByteArray frame = sendFrame();
    for (const auto &[key, value] : {std::pair<const char *, QJsonValue>{"dead", true},
                                     {"seq", 7},
                                     {"rev", 9},
                                     {"by", u"AZ"_s},
                                     {"ev", 3},
                                     {"at", 5},
                                     {"k", u"mem"_s}})
        frame = withField(frame, key, value);
    const auto decoded = decodeRequest(frame);
    QVERIFY(std::get<Send>(std::get<Request>(decoded).frame).extra.isEmpty());
    QCOMPARE(badRequest(withField(sendFrame(), "kind", u"service"_s)).code, Code::BadRequest);
}

void TestCodec::aPoisonRowDoesNotFailItsFrame()
{
    testkit::Samples samples;
    const Delta delta{samples.id<ChatId>(),
                      samples.id<EpochId>(),
                      samples.at(1),
                      samples.at(3),
                      samples.rows(),
                      Seq{3},
                      false,
                      Rx{0},
                      Rx{0},
                      {}};
    QJsonObject o = QJsonDocument::fromJson(encode(Reply{4, delta})).object();
    QJsonArray rows = o.value(u"rows"_s).toArray();
    QJsonObject poison = rows[1].toObject();
    poison.insert(u"seq"_s, u"twelve"_s);
    rows[1] = poison;
    o.insert(u"rows"_s, rows);
    const auto decoded = decodeReply(QJsonDocument(o).toJson(QJsonDocument::Compact));
    const auto &read = std::get<Delta>(std::get<Reply>(decoded).frame);
    QCOMPARE(read.rows.size(), delta.rows.size());
    const auto &unknown = std::get<UnknownRow>(read.rows[1]);
    QVERIFY(unknown.error.contains(u"seq"_s));
    QCOMPARE(unknown.rev, Rev{1});
    QCOMPARE(QJsonDocument::fromJson(unknown.raw).object(), poison);
    QVERIFY(read.rows[2] == delta.rows[2]);
}

void TestCodec::badRequestsNameTheFieldAndKeepTheId_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("code");
    QTest::addColumn<qint64>("id");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *name, QByteArray frame, Code code, qint64 id, const char *names) {
        QTest::newRow(name) << frame << int(code) << id << QString::fromLatin1(names);
    };
    const QByteArray good = sendFrame();
    row("not json", "{\"t\":", Code::BadRequest, 0, "JSON");
    row("not an object", "[1]", Code::BadRequest, 0, "object");
    row("over the limit", QByteArray(limits::clientFrameBytes + 1, ' '), Code::BadRequest, 0, "limit");
    row("no type", "{\"id\":3}", Code::Unknown, 3, "unknown");
    row("other type", "{\"t\":\"dance\",\"id\":3}", Code::Unknown, 3, "dance");
    row("no id", R"({"t":"ping"})", Code::BadRequest, 0, "id");
    row("fraction id", R"({"t":"ping","id":1.5})", Code::BadRequest, 0, "id");
    row("huge id", R"({"t":"ping","id":9007199254740993})", Code::BadRequest, 0, "id");
    row("half a character", R"({"t":"usy\ud83dnc","id":5})", Code::Unknown, 5, "'usy?nc'");
    row("bad chat", withField(good, "chat", u"nope"_s), Code::BadRequest, 5, "chat");
    row("null chat", withField(good, "chat", u"AAAAAAAAAAAAAAAAAAAAAA"_s), Code::BadRequest, 5, "chat");
    row("lone surrogate", QByteArray(good).replace("\"hi\"", "\"\\ud800\""), Code::BadRequest, 5, "body");
    row("nul", QByteArray(good).replace("\"hi\"", "\"a\\u0000b\""), Code::BadRequest, 5, "body");
    row("long body", withField(good, "body", QString(limits::textBytes + 1, u'x')), Code::TooLong, 5, "body");
    row("long in bytes", withField(good, "body", QString(limits::textBytes / 2 + 1, u'ß')), Code::TooLong, 5,
        "body");
    row("negative draft", withField(good, "draft", -1), Code::BadRequest, 5, "draft");
    row("rcpt empty", R"({"t":"rcpt","id":9,"items":[]})", Code::BadRequest, 9, "items");
    row("rcpt negative", R"({"t":"rcpt","id":9,"items":[["AZGgC4QAc3qmSYJr6pZyOw",-1,0]]})", Code::BadRequest,
        9, "items");
    row("hist upside down", R"({"t":"hist","id":9,"chat":"AZGgC4QAc3qmSYJr6pZyOw","lo":5,"hi":4})",
        Code::BadRequest, 9, "hi");
    row("short digests", R"({"t":"ping","id":9,"dig":"AAAA"})", Code::BadRequest, 9, "dig");
    row("versions", R"({"t":"hello","id":1,"v":[2,1],"token":"x"})", Code::BadRequest, 1, "v");
}

void TestCodec::badRequestsNameTheFieldAndKeepTheId()
{
    QFETCH(QByteArray, frame);
    QFETCH(int, code);
    QFETCH(qint64, id);
    QFETCH(QString, names);
    const BadFrame bad = badRequest(frame);
    QCOMPARE(int(bad.code), code);
    QCOMPARE(bad.id, id);
    QVERIFY2(bad.what.contains(names), qPrintable(bad.what));
}

void TestCodec::unknownTypesAreTolerated()
{
    const auto decoded = decodeReply(R"({"t":"confetti","chat":5})");
    QCOMPARE(std::get<UnknownPush>(std::get<Reply>(decoded).frame).t, u"confetti"_s);
    const auto withNews = decodeReply(R"({"t":"pong","now":5,"moon":"full","id":3})");
    QCOMPARE(std::get<Pong>(std::get<Reply>(withNews).frame).nowMs, 5);
}

void TestCodec::errorsOfNewerServersKeepTheirClass()
{
    const auto decoded =
        decodeReply(R"({"t":"err","id":3,"code":"moon_phase","class":"wait","retry_ms":50})");
    const auto &err = std::get<Err>(std::get<Reply>(decoded).frame);
    QCOMPARE(int(err.errorClass), int(ErrorClass::Wait));
    QVERIFY(err.message.contains(u"moon_phase"_s));
    for (int i = 0; i <= int(Code::Unknown); ++i) {
        QCOMPARE(codeFromText(QString(text(Code(i)))), std::optional(Code(i)));
        QCOMPARE(errorClassFromText(QString(text(classOf(Code(i))))), std::optional(classOf(Code(i))));
    }
}

void TestCodec::digestsDoNotDependOnOrder()
{
    testkit::Samples samples;
    const auto epoch = samples.id<EpochId>();
    std::vector<DigestItem> items;
    for (int i = 0; i < 300; ++i) items.push_back({samples.id<ChatId>(), samples.at(i), Rx{i}});
    const Digests forward = digests(epoch, items);
    std::reverse(items.begin(), items.end());
    QCOMPARE(digests(epoch, items), forward);
    items[7].rx = Rx{items[7].rx.value + 1};
    const Digests changed = digests(epoch, items);
    for (int b = 0; b < limits::digestBuckets; ++b)
        QCOMPARE(changed[size_t(b)] != forward[size_t(b)], b == digestBucket(items[7].chat));
    QVERIFY(digests(samples.id<EpochId>(), items) != changed);
    QCOMPARE(digests(epoch, {}), Digests(limits::digestBuckets, 0));
}

void TestCodec::stateValues()
{
    testkit::Samples samples;
    const DraftValue draft{u"a \"b\" ü"_s, samples.id<Mid>()};
    QCOMPARE(decodeDraft(encodeDraft(draft)), std::optional(draft));
    QVERIFY(!decodeDraft(removedValue()));
    QCOMPARE(decodeNumber(encodeNumber(1LL << 52)), std::optional<qint64>(1LL << 52));
    QVERIFY(!decodeNumber(removedValue()));
    QVERIFY(!decodeNumber("\"5\""));
    QVERIFY(decodeFlag(encodeFlag(true)) && !decodeFlag(encodeFlag(false)) && !decodeFlag(removedValue()));
    QCOMPARE(decodeMembership(encodeMembership({true})), std::optional(MembershipValue{true}));
    const ServiceNote note{u"added"_s, {samples.id<UserId>(), samples.id<UserId>()}, u"T"_s};
    QCOMPARE(serviceNote(serviceExtra(note)), std::optional(note));
    QVERIFY(!serviceNote({}));
    QVERIFY(!serviceNote("rubbish"));
}

void TestCodec::messageRowStaysSmall()
{
    MessageRow row;
    testkit::Samples samples;
    row.mid = samples.id<Mid>();
    row.sender = samples.id<UserId>();
    row.seq = {100};
    row.rev = {100};
    row.kind = u"text"_s;
    row.body = QString(200, u'x');
    row.atMs = samples.clock;
    QVERIFY2(encodedSize(row) <= 320, "targets.md W6: bytes on the wire for a message of 200 bytes");
}

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
