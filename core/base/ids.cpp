#include "core/base/ids.h"

#include "core/base/random.h"

#include <array>

namespace kith::detail {

QByteArray uuidText(const QUuid &uuid)
{
    return uuid.toRfc4122().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<QUuid> uuidFromText(QByteArrayView text)
{
    if (text.size() == 22) {
        const auto decoded = QByteArray::fromBase64Encoding(
            text.toByteArray(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || (*decoded).size() != 16) return std::nullopt;
        const auto uuid = QUuid::fromRfc4122(*decoded);
        // 22 characters hold 132 bits; a spare bit that is set would make two texts for one id.
        if (uuid.isNull() || uuidText(uuid) != text) return std::nullopt;
        return uuid;
    }
    if (text.size() == 32) {
        for (const char c : text)
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F'))
                return std::nullopt;
        const auto uuid = QUuid::fromRfc4122(QByteArray::fromHex(text.toByteArray()));
        return uuid.isNull() ? std::nullopt : std::optional(uuid);
    }
    if (text.size() == 36) {
        const auto uuid = QUuid::fromString(QLatin1StringView(text.data(), text.size()));
        return uuid.isNull() ? std::nullopt : std::optional(uuid);
    }
    return std::nullopt;
}

QUuid mintUuid7(qint64 unixMs, Random &random)
{
    std::array<char, 16> b{};
    random.fill(b.data(), b.size());
    const auto ms = quint64(unixMs);
    for (size_t i = 0; i < 6; ++i) b[i] = char((ms >> (40 - 8 * i)) & 0xff);
    b[6] = char((b[6] & 0x0f) | 0x70);
    b[8] = char((b[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(b.data(), qsizetype(b.size())));
}

} // namespace kith::detail
