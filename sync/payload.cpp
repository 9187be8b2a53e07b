#include "sync/payload.h"

#include "core/wire/codec.h"

namespace kith::payload {

using namespace Qt::StringLiterals;

QByteArray of(const wire::ClientFrame &frame) { return wire::encode(wire::Request{1, frame}); }

std::optional<wire::ClientFrame> read(const QByteArray &payload)
{
    auto decoded = wire::decodeRequest(payload);
    auto *request = std::get_if<wire::Request>(&decoded);
    return request ? std::optional(std::move(request->frame)) : std::nullopt;
}

QString kindOf(const wire::ClientFrame &frame)
{
    if (std::holds_alternative<wire::Send>(frame)) return u"send"_s;
    if (std::holds_alternative<wire::Edit>(frame)) return u"edit"_s;
    if (std::holds_alternative<wire::Del>(frame)) return u"del"_s;
    if (std::holds_alternative<wire::React>(frame)) return u"react"_s;
    if (std::holds_alternative<wire::Uset>(frame)) return u"uset"_s;
    if (std::holds_alternative<wire::ChatNew>(frame)) return u"chat.new"_s;
    if (std::holds_alternative<wire::ChatSet>(frame)) return u"chat.set"_s;
    if (std::holds_alternative<wire::SetTimer>(frame)) return u"timer"_s;
    if (std::holds_alternative<wire::ClosePoll>(frame)) return u"poll.close"_s;
    if (std::holds_alternative<wire::Mem>(frame)) return u"mem"_s;
    return {}; // never queued
}

} // namespace kith::payload
