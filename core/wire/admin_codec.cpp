#include "core/wire/admin_codec.h"

#include "core/wire/frame_parts.h"

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array errorNames{"offline"_L1, "timeout"_L1,   "refused"_L1,    "not_found"_L1,
                                "locked"_L1,  "too_new"_L1,   "full"_L1,       "corrupt"_L1,
                                "io"_L1,      "bad_input"_L1, "unavailable"_L1};
constexpr std::array errorCodes{Errc::Offline, Errc::Timeout,  Errc::Refused,    Errc::NotFound,
                                Errc::Locked,  Errc::TooNew,   Errc::Full,       Errc::Corrupt,
                                Errc::Io,      Errc::BadInput, Errc::Unavailable};
static_assert(errorNames.size() == errorCodes.size());

QLatin1StringView nameOf(Errc code)
{
    for (size_t i = 0; i < errorCodes.size(); ++i)
        if (errorCodes[i] == code) return errorNames[i];
    return errorNames.back();
}

Errc codeOf(const QString &name)
{
    for (size_t i = 0; i < errorNames.size(); ++i)
        if (errorNames[i] == name) return errorCodes[i];
    return Errc::Unavailable;
}

QJsonValue jsonOf(const AdminValue &value)
{
    return std::visit([](const auto &v) { return QJsonValue(v); }, value);
}

AdminValue valueOf(const QJsonValue &value)
{
    if (value.isBool()) return value.toBool();
    if (value.isDouble()) return value.toInteger();
    return value.toString();
}

} // namespace

QByteArray encode(const AdminRequest &request)
{
    QJsonObject options;
    for (auto it = request.options.cbegin(); it != request.options.cend(); ++it)
        options.insert(it.key(), it.value());
    return compact({{u"command"_s, request.command},
                    {u"words"_s, QJsonArray::fromStringList(request.words)},
                    {u"options"_s, options}});
}

QByteArray encode(const AdminReply &reply)
{
    if (!reply.done)
        return compact({{u"error"_s, nameOf(reply.error.code)}, {u"message"_s, reply.error.what}});
    QJsonArray rows;
    for (const AdminRow &row : reply.rows) {
        QJsonArray fields; // an array: an object of JSON has no order
        for (const auto &[name, value] : row) fields.append(QJsonArray{name, jsonOf(value)});
        rows.append(fields);
    }
    return compact({{u"rows"_s, rows}});
}

Result<AdminRequest> decodeAdminRequest(QByteArrayView line)
{
    QString what;
    FieldReader in(parseFrame(line, adminLineBytes, &what));
    if (!what.isEmpty()) return Error{Errc::Corrupt, u"the request is no JSON object"_s};
    AdminRequest request;
    request.command = in.text("command", 64, 1);
    for (const QJsonValue &word : in.arrayOr("words", 64)) {
        if (!word.isString()) in.fail("words", "holds something else than text");
        request.words.append(word.toString());
    }
    const QJsonObject options = in.child("options");
    for (auto it = options.begin(); it != options.end(); ++it)
        request.options.insert(it.key(), it.value().toString());
    if (in.failed()) return Error{Errc::Corrupt, in.what()};
    return request;
}

Result<AdminReply> decodeAdminReply(QByteArrayView line)
{
    QString what;
    FieldReader in(parseFrame(line, adminReplyBytes, &what));
    if (!what.isEmpty()) return Error{Errc::Corrupt, u"the answer is no JSON object"_s};
    AdminReply reply;
    if (in.has("error")) {
        reply.done = false;
        reply.error = {codeOf(in.text("error", 64)), in.text("message", 4096)};
        return reply;
    }
    for (const QJsonValue &row : in.array("rows", 100'000)) {
        AdminRow fields;
        for (const QJsonValue &field : row.toArray()) {
            const QJsonArray pair = field.toArray();
            fields.emplace_back(pair.at(0).toString(), valueOf(pair.at(1)));
        }
        reply.rows.push_back(std::move(fields));
    }
    if (in.failed()) return Error{Errc::Corrupt, in.what()};
    return reply;
}

} // namespace kith::wire
