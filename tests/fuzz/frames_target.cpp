#include "core/wire/account_codec.h"
#include "core/wire/codec.h"
#include "core/wire/hot_frames.h"
#include "core/wire/rows_codec.h"
#include "core/wire/service_note.h"
#include "core/wire/state_value.h"
#include "tests/fuzz/json_mutator.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>

namespace kith::fuzz {

namespace {

/// What was read must survive being written and read again; only a frame that grew over its bound may not.
template <class Frame, class Decode> void roundTrip(const Frame &frame, Decode decode, qsizetype bound)
{
    const QByteArray written = wire::encode(frame);
    if (written.size() > bound) return;
    const auto again = decode(written);
    const auto *read = std::get_if<Frame>(&again);
    hold(read != nullptr, "an encoded frame can be read", written);
    hold(*read == frame, "decode, encode, decode is the same value", written);
    hold(wire::encode(*read) == written, "encoding is stable", written);
}

void checkFault(const wire::BadFrame &bad)
{
    hold(!bad.what.isEmpty(), "an unreadable frame has a reason");
    hold(bad.id >= 0 && bad.id <= wire::maxInteger, "the id of an unreadable frame is in bounds");
    hold(bad.code == wire::Code::BadRequest || bad.code == wire::Code::TooLong ||
             bad.code == wire::Code::Unknown,
         "an unreadable frame has one of three codes");
}

template <class Value, class Decode> void bodyRoundTrip(QByteArrayView input, Decode decode)
{
    const Result<Value> value = decode(input);
    if (!value) return;
    const QByteArray written = wire::encode(*value);
    const Result<Value> again = decode(written);
    hold(bool(again), "an encoded body can be read", written);
    hold(*again == *value, "decode, encode, decode is the same body", written);
}

} // namespace

void requestFrame(QByteArrayView input)
{
    const auto decoded = wire::decodeRequest(input);
    if (const auto *bad = std::get_if<wire::BadFrame>(&decoded)) return checkFault(*bad);
    roundTrip(std::get<wire::Request>(decoded), wire::decodeRequest, limits::clientFrameBytes);
}

void replyFrame(QByteArrayView input)
{
    const auto decoded = wire::decodeReply(input);
    if (const auto *bad = std::get_if<wire::BadFrame>(&decoded)) return checkFault(*bad);
    const auto &reply = std::get<wire::Reply>(decoded);
    if (std::holds_alternative<wire::UnknownPush>(reply.frame)) return; // nobody writes one
    roundTrip(reply, wire::decodeReply, limits::serverFrameBytes);
    const QByteArray hot = wire::encodeHot(reply);
    hold(hot.isEmpty() || hot == wire::encodeByObject(reply), "both writers write the same", hot);
}

void values(QByteArrayView input)
{
    const Row row = wire::decodeRow(input);
    const QByteArray written = wire::encodeRow(row);
    hold(wire::decodeRow(written) == row, "decode, encode, decode is the same row", written);
    hold(wire::encodedSize(row) == written.size(), "a row has the size that it says", written);
    if (const auto *message = std::get_if<MessageRow>(&row)) {
        if (const auto note = wire::serviceNote(message->extra))
            hold(wire::serviceNote(wire::serviceExtra(*note)) == note, "a service note survives",
                 message->extra);
    }

    const QJsonObject object = QJsonDocument::fromJson(input.toByteArray()).object();
    if (const auto state = wire::stateRowFromJson(object)) {
        const QJsonObject again = wire::toJson(*state);
        hold(wire::stateRowFromJson(again) == state, "a state row survives", QJsonDocument(again).toJson());
        if (const auto draft = wire::decodeDraft(state->value))
            hold(wire::decodeDraft(wire::encodeDraft(*draft)) == draft, "a draft survives", state->value);
        if (const auto number = wire::decodeNumber(state->value))
            hold(wire::decodeNumber(wire::encodeNumber(*number)) == number, "a number survives",
                 state->value);
        if (const auto member = wire::decodeMembership(state->value))
            hold(wire::decodeMembership(wire::encodeMembership(*member)) == member, "a membership survives",
                 state->value);
    }

    bodyRoundTrip<wire::ServerInfo>(input, wire::decodeServerInfo);
    bodyRoundTrip<wire::RegisterRequest>(input, wire::decodeRegister);
    bodyRoundTrip<wire::LoginRequest>(input, wire::decodeLogin);
    bodyRoundTrip<wire::SignedIn>(input, wire::decodeSignedIn);
    bodyRoundTrip<wire::TokenRequest>(input, wire::decodeTokenRequest);
    bodyRoundTrip<wire::Tokens>(input, wire::decodeTokens);
    bodyRoundTrip<wire::ApiError>(input, wire::decodeApiError);
}

QByteArray mutateFrame(const QByteArray &input, Random &random) { return mutatedJson(input, random); }

} // namespace kith::fuzz
