#include "core/wire/account_care.h"
#include "core/wire/account_codec.h"
#include "core/wire/attachment_codec.h"
#include "core/wire/codec.h"
#include "core/wire/digest.h"
#include "core/wire/frame_parts.h"
#include "core/wire/rows_codec.h"
#include "core/wire/server_texts.h"
#include "core/wire/service_note.h"
#include "core/wire/state_value.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

// docs/protocol.md is the contract: what it shows must be what the programs read and write.
using namespace kith;
using namespace kith::wire;
using namespace Qt::StringLiterals;

namespace {

struct Example {
    int line = 0;
    QString marker; // "request", "reply", "row", "state", "digest", "http Tokens" …; empty = none
    QByteArray json;
};

QStringList documentLines()
{
    QFile file(QStringLiteral(KITH_SOURCE_DIR "/docs/protocol.md"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

/// All fenced json blocks with the marker in the line above.
std::vector<Example> examples()
{
    static const QRegularExpression marker(u"^<!-- ([\\w ]+) -->$"_s);
    const QStringList lines = documentLines();
    std::vector<Example> all;
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i] != "```json"_L1) continue;
        Example example{i + 1, marker.match(i > 0 ? lines[i - 1] : QString()).captured(1), {}};
        while (++i < lines.size() && lines[i] != "```"_L1) example.json += lines[i].toUtf8() + '\n';
        all.push_back(example);
    }
    return all;
}

/// The cells of the table that follows `<!-- marker -->`, without its head.
QList<QStringList> table(const QString &marker)
{
    const QStringList lines = documentLines();
    qsizetype i = lines.indexOf(u"<!-- %1 -->"_s.arg(marker));
    if (i < 0) return {};
    QList<QStringList> rows;
    for (i += 4; i < lines.size() && lines[i].startsWith(u'|'); ++i) {
        QStringList cells = lines[i].split(u'|').mid(1);
        cells.removeLast();
        for (QString &cell : cells) cell = cell.trimmed().remove(u'`');
        rows.append(cells);
    }
    return rows;
}

QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

template <class T> QString httpFault(const Example &example, Result<T> (*decode)(QByteArrayView))
{
    const auto value = decode(example.json);
    if (!value) return value.error().what;
    return object(encode(*value)) == object(example.json) ? QString() : u"encodes differently"_s;
}

QString httpFault(const Example &example)
{
    const QString type = example.marker.mid(5);
    if (type == "ServerInfo"_L1) return httpFault(example, decodeServerInfo);
    if (type == "RegisterRequest"_L1) return httpFault(example, decodeRegister);
    if (type == "LoginRequest"_L1) return httpFault(example, decodeLogin);
    if (type == "SignedIn"_L1) return httpFault(example, decodeSignedIn);
    if (type == "TokenRequest"_L1) return httpFault(example, decodeTokenRequest);
    if (type == "Tokens"_L1) return httpFault(example, decodeTokens);
    if (type == "Avatar"_L1) return httpFault(example, decodeAvatar);
    if (type == "PasswordChange"_L1) return httpFault(example, decodePasswordChange);
    if (type == "DeviceList"_L1) return httpFault(example, decodeDeviceList);
    if (type == "DeviceEnd"_L1) return httpFault(example, decodeDeviceEnd);
    if (type == "Profile"_L1) return httpFault(example, decodeProfile);
    if (type == "ProfileChange"_L1) return httpFault(example, decodeProfileChange);
    if (type == "ProfileQuery"_L1) return httpFault(example, decodeProfileQuery);
    if (type == "AvatarQuery"_L1) return httpFault(example, decodeAvatarQuery);
    if (type == "AccountEnd"_L1) return httpFault(example, decodeAccountEnd);
    if (type == "Report"_L1) return httpFault(example, decodeReport);
    if (type == "FilesInfo"_L1) return httpFault(example, decodeFilesInfo);
    if (type == "ApiError"_L1) return httpFault(example, decodeApiError);
    return u"unknown body %1"_s.arg(type);
}

QString rowFault(const Row &row)
{
    if (const auto *unknown = std::get_if<UnknownRow>(&row))
        return u"row that cannot be read: %1 %2"_s.arg(unknown->k, unknown->error);
    if (const auto *message = std::get_if<MessageRow>(&row)) {
        if (message->kind == "service"_L1 && !serviceNote(message->extra)) return u"unreadable svc"_s;
        if (const auto atts = attachments(message->extra); !atts) return atts.error().what;
    }
    return {};
}

const std::vector<Row> *rowsOf(const ServerFrame &frame)
{
    return std::visit(
        [](const auto &f) -> const std::vector<Row> * {
            if constexpr (requires {
                              {
                                  f.rows
                                  } -> std::same_as<const std::vector<Row> &>;
                          })
                return &f.rows;
            else
                return nullptr;
        },
        frame);
}

QString replyFault(const Example &example)
{
    const auto decoded = decodeReply(example.json);
    if (const auto *bad = std::get_if<BadFrame>(&decoded)) return bad->what;
    const auto &reply = std::get<Reply>(decoded);
    if (const auto *push = std::get_if<UnknownPush>(&reply.frame)) return u"unknown push "_s + push->t;
    if (const auto *rows = rowsOf(reply.frame))
        for (const Row &row : *rows)
            if (const QString fault = rowFault(row); !fault.isEmpty()) return fault;
    if (const auto *err = std::get_if<Err>(&reply.frame))
        if (err->errorClass != classOf(err->code)) return u"class does not fit the code"_s;
    return object(encode(reply)) == object(example.json)
               ? QString()
               : u"encodes as "_s + QString::fromUtf8(encode(reply));
}

QString requestFault(const Example &example)
{
    const auto decoded = decodeRequest(example.json);
    if (const auto *bad = std::get_if<BadFrame>(&decoded)) return bad->what;
    const QByteArray again = encode(std::get<Request>(decoded));
    return object(again) == object(example.json) ? QString() : u"encodes as "_s + QString::fromUtf8(again);
}

QString stateFault(const Example &example)
{
    const auto row = stateRowFromJson(object(example.json));
    if (!row) return u"is not a state row"_s;
    if (row->kind == "draft"_L1 && !decodeDraft(row->value)) return u"unreadable draft"_s;
    if (row->kind == "chat"_L1 && !decodeMembership(row->value)) return u"unreadable membership"_s;
    return toJson(*row) == object(example.json) ? QString() : u"encodes differently"_s;
}

QString faultOf(const Example &example)
{
    if (object(example.json).isEmpty()) return u"is not a JSON object"_s;
    if (example.marker == "request"_L1) return requestFault(example);
    if (example.marker == "reply"_L1) return replyFault(example);
    if (example.marker == "state"_L1) return stateFault(example);
    if (example.marker == "digest"_L1 || example.marker == "shares"_L1) return {}; // have tests of their own
    if (example.marker.startsWith("http "_L1)) return httpFault(example);
    if (example.marker != "row"_L1) return u"has no marker that says what it is"_s;
    const Row row = decodeRow(example.json);
    if (const QString fault = rowFault(row); !fault.isEmpty()) return fault;
    return object(encodeRow(row)) == object(example.json) ? QString() : u"encodes differently"_s;
}

/// Every bound of limits.h that concerns the wire, by the name that the document uses.
QMap<QString, qint64> limitsOfTheWire()
{
#define KITH_LIMIT(name)                                                                                     \
    {                                                                                                        \
        u"" #name ""_s, qint64(limits::name)                                                                 \
    }
    return {
        KITH_LIMIT(clientFrameBytes),
        KITH_LIMIT(serverFrameBytes),
        KITH_LIMIT(pageBytes),
        KITH_LIMIT(pageRows),
        KITH_LIMIT(heads),
        KITH_LIMIT(chatsPage),
        KITH_LIMIT(resetMessages),
        KITH_LIMIT(resetAfter),
        KITH_LIMIT(haveMids),
        KITH_LIMIT(rcptItems),
        KITH_LIMIT(proofRows),
        KITH_LIMIT(watchChats),
        KITH_LIMIT(watchUsers),
        KITH_LIMIT(usersFound),
        KITH_LIMIT(digestBuckets),
        KITH_LIMIT(textBytes),
        KITH_LIMIT(titleChars),
        KITH_LIMIT(nameChars),
        KITH_LIMIT(loginMinChars),
        KITH_LIMIT(loginMaxChars),
        KITH_LIMIT(passwordMinChars),
        KITH_LIMIT(passwordMaxBytes),
        KITH_LIMIT(aboutChars),
        KITH_LIMIT(avatarBytes),
        KITH_LIMIT(reportChars),
        KITH_LIMIT(devicesPerUser),
        KITH_LIMIT(slowMaxSeconds),
        KITH_LIMIT(pinsPerChat),
        KITH_LIMIT(invitesPerChat),
        KITH_LIMIT(inviteCodeChars),
        KITH_LIMIT(mentions),
        KITH_LIMIT(mentionAllMembers),
        KITH_LIMIT(pollMinOptions),
        KITH_LIMIT(pollMaxOptions),
        KITH_LIMIT(pollOptionBytes),
        KITH_LIMIT(logLines),
        KITH_LIMIT(emojiBytes),
        KITH_LIMIT(reactionsPerUser),
        KITH_LIMIT(stateKeyBytes),
        KITH_LIMIT(stateValueBytes),
        KITH_LIMIT(pushProviderBytes),
        KITH_LIMIT(pushTokenBytes),
        KITH_LIMIT(newMembers),
        KITH_LIMIT(fileBytes),
        KITH_LIMIT(userFilesBytes),
        KITH_LIMIT(messageAtts),
        KITH_LIMIT(attNameBytes),
        KITH_LIMIT(attMimeBytes),
        KITH_LIMIT(attThumbBytes),
        KITH_LIMIT(attWaveBytes),
        KITH_LIMIT(entities),
        KITH_LIMIT(entityUrlBytes),
        KITH_LIMIT(entityLangBytes),
        KITH_LIMIT(linkTitleBytes),
        KITH_LIMIT(linkWordsBytes),
        KITH_LIMIT(linkSiteBytes),
        KITH_LIMIT(keptVersions),
        KITH_LIMIT(versionsPage),
        KITH_LIMIT(scheduledPerUser),
        KITH_LIMIT(scheduleAheadMs),
        KITH_LIMIT(timerMinSeconds),
        KITH_LIMIT(timerMaxSeconds),
        KITH_LIMIT(groupMembers),
        KITH_LIMIT(unreadCap),
        KITH_LIMIT(witnessBytes),
        KITH_LIMIT(editWindowMs),
        KITH_LIMIT(receiptsToAll),
        KITH_LIMIT(receiptsPerMember),
        KITH_LIMIT(typingMembers),
        KITH_LIMIT(fullEventMembers),
        KITH_LIMIT(lanesInFlight),
        KITH_LIMIT(holdEvents),
        KITH_LIMIT(holdMs),
        KITH_LIMIT(pingMs),
        KITH_LIMIT(digestPingMs),
        KITH_LIMIT(pongWaitMs),
        KITH_LIMIT(wakePongWaitMs),
        KITH_LIMIT(serverSilenceMs),
        KITH_LIMIT(helloWaitMs),
        KITH_LIMIT(requestWaitMs),
        KITH_LIMIT(requestsWaiting),
        KITH_LIMIT(backoffMinMs),
        KITH_LIMIT(backoffMaxMs),
        KITH_LIMIT(stableMs),
        KITH_LIMIT(tickMs),
        KITH_LIMIT(lateTickMs),
        KITH_LIMIT(receiptEveryMs),
        KITH_LIMIT(typingEveryMs),
        KITH_LIMIT(typingExpiresMs),
        KITH_LIMIT(draftSyncMs),
        KITH_LIMIT(sessionBufferBytes),
        KITH_LIMIT(sessionDrainedBytes),
        KITH_LIMIT(slowMs),
        KITH_LIMIT(httpHeaderBytes),
        KITH_LIMIT(httpBodyBytes),
        KITH_LIMIT(accessTokenSeconds),
        KITH_LIMIT(authSoonMs),
    };
#undef KITH_LIMIT
}

} // namespace

class TestProtocolDoc : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyExampleIsReadAndWrittenAlike_data();
    void everyExampleIsReadAndWrittenAlike();
    void everyFrameAndRowIsShown();
    void faultsAreSeen();
    void errorCodesAreThoseOfTheCodec();
    void errorsOfTheAccountApi();
    void errorsOfTheFileApi();
    void byeCodesAreThoseOfTheCodec();
    void limitsAreThoseOfTheCode();
    void namesOfLimitsInTheTextAreInTheTable();
    void digestVector();
    void sharesOfRows();
    void clausesAreNumberedOnceAndInOrder();
};

void TestProtocolDoc::everyExampleIsReadAndWrittenAlike_data()
{
    QTest::addColumn<Example>("example");
    for (const Example &example : examples())
        QTest::addRow("line %d, %s", example.line, qPrintable(example.marker)) << example;
}

void TestProtocolDoc::everyExampleIsReadAndWrittenAlike()
{
    QFETCH(Example, example);
    const QString fault = faultOf(example);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestProtocolDoc::everyFrameAndRowIsShown()
{
    QSet<size_t> requests, replies, rows;
    QSet<QString> bodies;
    for (const Example &example : examples()) {
        if (example.marker == "request"_L1)
            requests.insert(std::get<Request>(decodeRequest(example.json)).frame.index());
        else if (example.marker == "reply"_L1)
            replies.insert(std::get<Reply>(decodeReply(example.json)).frame.index());
        else if (example.marker == "row"_L1)
            rows.insert(decodeRow(example.json).index());
        else if (example.marker.startsWith("http "_L1))
            bodies.insert(example.marker);
    }
    QCOMPARE(size_t(requests.size()), std::variant_size_v<ClientFrame>);
    QCOMPARE(size_t(replies.size()) + 1, std::variant_size_v<ServerFrame>); // all but UnknownPush
    QCOMPARE(size_t(rows.size()) + 1, std::variant_size_v<Row>);            // all but UnknownRow
    QCOMPARE(bodies.size(), 18);
}

void TestProtocolDoc::faultsAreSeen()
{
    const auto fault = [](const char *marker, const char *json) {
        return !faultOf({0, QString::fromLatin1(marker), json}).isEmpty();
    };
    QVERIFY(fault("", R"({"t":"ping","id":1})"));                  // no marker
    QVERIFY(fault("request", R"({"t":"ping"})"));                  // no id
    QVERIFY(fault("request", R"({"t":"ping","id":1,"extra":1})")); // not what we would write
    QVERIFY(fault("request", R"({"t":"pong","id":1})"));           // unknown request
    QVERIFY(fault("reply", R"({"t":"news"})"));                    // unknown push
    QVERIFY(fault("reply", R"({"t":"err","id":1,"code":"rate","class":"bug","message":""})"));
    QVERIFY(fault("row", R"({"k":"poll","rev":1})")); // unknown row
    QVERIFY(fault("http Tokens", R"({"access":"a"})"));
    QVERIFY(!fault("request", R"({"t":"ping","id":1})"));
}

void TestProtocolDoc::errorCodesAreThoseOfTheCodec()
{
    QMap<QString, QString> told, real;
    for (const QStringList &row : table(u"errors"_s)) told.insert(row[0], row[1]);
    for (int i = 0; i <= int(Code::Unknown); ++i) real.insert(text(Code(i)), text(classOf(Code(i))));
    QCOMPARE(told, real);

    QSet<QString> classes, realClasses;
    for (const QStringList &row : table(u"classes"_s)) classes.insert(row[0]);
    for (int i = 0; i <= int(ErrorClass::Bug); ++i) realClasses.insert(text(ErrorClass(i)));
    QCOMPARE(classes, realClasses);
}

void TestProtocolDoc::errorsOfTheAccountApi()
{
    QSet<QString> told;
    for (const QStringList &row : table(u"errors-http"_s)) told.insert(row[0]);
    QSet<QString> real;
    for (const char16_t *code :
         {api::badRequest, api::badLogin, api::badPassword, api::weakPassword, api::badProfile,
          api::authExpired, api::badName, api::loginTaken, api::inviteNeeded, api::inviteInvalid, api::closed,
          api::badCredentials, api::authInvalid, api::deviceRevoked, api::notFound, api::tooLarge, api::rate,
          api::unavailable})
        real.insert(QString::fromUtf16(code));
    QCOMPARE(told, real);
}

void TestProtocolDoc::errorsOfTheFileApi()
{
    QSet<QString> told, real;
    for (const QStringList &row : table(u"errors-files"_s)) told.insert(row[0]);
    for (const char16_t *code :
         {api::badRequest, api::authExpired, api::authInvalid, api::deviceRevoked, api::notMember,
          api::quota,      api::forbidden,   api::notFound,    api::midConflict,   api::offset,
          api::gone,       api::tusVersion,  api::attTooBig,   api::tooLarge,      api::badRange,
          api::rate,       api::checksum,    api::attMismatch, api::unavailable,   api::storageFull})
        real.insert(QString::fromUtf16(code));
    QCOMPARE(told, real);
}

void TestProtocolDoc::byeCodesAreThoseOfTheCodec()
{
    QStringList told, real;
    for (const QStringList &row : table(u"bye"_s)) told.append(row[0]);
    for (int i = 0; i <= int(ByeCode::Protocol); ++i) real.append(byeText(ByeCode(i)));
    real.append(u"anything else"_s);
    QCOMPARE(told, real);
}

void TestProtocolDoc::limitsAreThoseOfTheCode()
{
    QMap<QString, qint64> told;
    const QJsonObject inHelloOk = toJson(ServerLimits());
    for (const QStringList &row : table(u"limits"_s)) {
        bool number = false;
        told.insert(row[0], row[1].toLongLong(&number));
        QVERIFY2(number, qPrintable(row.join(u' ')));
        if (inHelloOk.contains(row[3])) QCOMPARE(inHelloOk.value(row[3]).toInteger(), told.value(row[0]));
    }
    QCOMPARE(told, limitsOfTheWire());
}

void TestProtocolDoc::namesOfLimitsInTheTextAreInTheTable()
{
    static const QRegularExpression name(u"`([a-z]+(?:[A-Z][a-z]+)+)`"_s);
    const auto known = limitsOfTheWire();
    for (const QString &line : documentLines())
        for (auto found = name.globalMatch(line); found.hasNext();) {
            const QString word = found.next().captured(1);
            QVERIFY2(known.contains(word), qPrintable(word));
        }
}

void TestProtocolDoc::digestVector()
{
    int vectors = 0;
    for (const Example &example : examples()) {
        if (example.marker != "digest"_L1) continue;
        ++vectors;
        FieldReader in(object(example.json));
        const auto epoch = in.id<EpochId>("epoch");
        std::vector<DigestItem> items;
        for (const QJsonValue &v : in.array("chats", 10, 3)) {
            const QJsonArray a = v.toArray();
            const auto chat = FieldReader::readId<ChatId>(a.at(0));
            const auto tag = FieldReader::tagFromText(a.at(2));
            QVERIFY(chat && tag);
            items.push_back({*chat, {Rev{a.at(1).toInteger()}, *tag}, Rx{a.at(3).toInteger()}});
            QCOMPARE(digestBucket(*chat), a.at(4).toInt());
            QCOMPARE(tagText(digestOf(epoch, items.back())), a.at(5).toString());
        }
        QCOMPARE(digestsText(digests(epoch, items)), in.text("dig", 1024));
        QVERIFY2(!in.failed(), qPrintable(in.what()));
    }
    QCOMPARE(vectors, 1);
}

void TestProtocolDoc::sharesOfRows()
{
    int rows = 0;
    for (const Example &example : examples()) {
        if (example.marker != "shares"_L1) continue;
        const QJsonArray all = object(example.json).value("rows"_L1).toArray();
        for (const QJsonValue &v : all) {
            const Row row = decodeRow(QJsonDocument(v.toArray().at(0).toObject()).toJson());
            const quint64 share = std::visit(
                [](const auto &r) {
                    if constexpr (requires { proofOf(r); }) return proofOf(r);
                    return quint64(0);
                },
                row);
            QCOMPARE(tagText(share), v.toArray().at(1).toString());
            ++rows;
        }
    }
    QCOMPARE(rows, 4);
}

void TestProtocolDoc::clausesAreNumberedOnceAndInOrder()
{
    static const QRegularExpression clause(u"^- \\*\\*P-(\\d+)\\.(\\d+)\\*\\*"_s);
    static const QRegularExpression reference(u"P-\\d+\\.\\d+"_s);
    int section = 0, number = 0;
    QSet<QString> defined, referred;
    for (const QString &line : documentLines()) {
        for (auto found = reference.globalMatch(line); found.hasNext();)
            referred.insert(found.next().captured());
        const auto match = clause.match(line);
        if (!match.hasMatch()) continue;
        const int s = match.captured(1).toInt();
        const int n = match.captured(2).toInt();
        QVERIFY2(s > section ? n == 1 : s == section && n == number + 1, qPrintable(line));
        section = s;
        number = n;
        defined.insert(u"P-%1.%2"_s.arg(s).arg(n));
    }
    QVERIFY(defined.size() > 50);
    QCOMPARE(referred - defined, QSet<QString>());
}

QTEST_APPLESS_MAIN(TestProtocolDoc)
#include "tst_protocol_doc.moc"
