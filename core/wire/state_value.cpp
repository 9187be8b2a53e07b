#include "core/wire/state_value.h"

#include "core/wire/rows_codec.h"

namespace kith::wire {

using namespace Qt::StringLiterals;

QByteArray encodeDraft(const DraftValue &draft)
{
    QJsonObject o{{u"text"_s, draft.text}};
    if (draft.reply) o.insert("reply"_L1, idJson(draft.reply));
    return textFromObject(o);
}

std::optional<DraftValue> decodeDraft(const QByteArray &value)
{
    FieldReader in(valueFromText(value).toObject());
    DraftValue draft{in.text("text", limits::stateValueBytes), in.idOr<Mid>("reply")};
    return in.failed() ? std::nullopt : std::optional(std::move(draft));
}

QByteArray encodeNumber(qint64 n) { return QByteArray::number(n); }

std::optional<qint64> decodeNumber(const QByteArray &value)
{
    const QJsonValue v = valueFromText(value);
    const qint64 n = v.toInteger(-1);
    return v.isDouble() && n >= 0 ? std::optional(n) : std::nullopt;
}

QByteArray encodeFlag(bool on) { return on ? QByteArrayLiteral("true") : QByteArrayLiteral("false"); }
bool decodeFlag(const QByteArray &value) { return valueFromText(value).toBool(); }

QByteArray encodeMembership(const MembershipValue &membership)
{
    return textFromObject({{u"left"_s, membership.left}});
}

std::optional<MembershipValue> decodeMembership(const QByteArray &value)
{
    const QJsonValue v = valueFromText(value);
    return v.isObject() ? std::optional(MembershipValue{v.toObject().value("left"_L1).toBool()})
                        : std::nullopt;
}

QByteArray encodeHidden(const ChatId &chat) { return textFromObject({{u"chat"_s, idJson(chat)}}); }

std::optional<ChatId> decodeHidden(const QByteArray &value)
{
    return FieldReader::readId<ChatId>(valueFromText(value).toObject().value("chat"_L1));
}

} // namespace kith::wire
