#pragma once
#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <QUuid>
#include <compare>
#include <optional>

namespace kith {

class Clock;
class Random;

namespace detail {
QByteArray uuidText(const QUuid &uuid);
std::optional<QUuid> uuidFromText(QByteArrayView text);
QUuid mintUuid7(qint64 unixMs, Random &random);
} // namespace detail

/// A 128-bit identity; the tag keeps a chat from being passed where a user is meant.
/// Null (all zero) means "none" and is never sent or stored.
template <class Tag> struct Id {
    QUuid value;

    explicit operator bool() const { return !value.isNull(); }
    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.value, seed); }

    /// 22 characters of base64url, no padding: the one text form on the wire, in logs and on the command
    /// line.
    QByteArray text() const { return detail::uuidText(value); }
    /// Accepts the 22-character form, and the 36- or 32-character hexadecimal forms that SQL tools show.
    static std::optional<Id> fromText(QByteArrayView text)
    {
        const auto uuid = detail::uuidFromText(text);
        return uuid ? std::optional(Id{*uuid}) : std::nullopt;
    }
    /// 16 bytes, network order: the one stored form.
    QByteArray blob() const { return value.toRfc4122(); }
    /// Null unless `blob` is exactly 16 bytes.
    static Id fromBlob(QByteArrayView blob)
    {
        return blob.size() == 16 ? Id{QUuid::fromRfc4122(blob)} : Id{};
    }
    /// UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, the rest random. The time orders nothing.
    static Id mint(qint64 unixMs, Random &random) { return Id{detail::mintUuid7(unixMs, random)}; }
    /// Milliseconds since the Unix epoch that a UUIDv7 carries; meaningless for other versions.
    qint64 mintedAtMs() const { return (qint64(value.data1) << 16) | qint64(value.data2); }
};

using UserId = Id<struct UserTag>;
using DeviceId = Id<struct DeviceTag>;
using ChatId = Id<struct ChatTag>;
using Mid = Id<struct MidTag>; // message: minted when Enter is pressed; identity and idempotency key for ever
using OpId = Id<struct OpTag>; // one change (edit, delete, reaction, setting): its idempotency key
using EpochId = Id<struct EpochTag>; // identity of the server database's history

/// A counter; the tag keeps a sequence from being compared with a revision.
template <class Tag> struct Number {
    qint64 value = 0;

    friend auto operator<=>(const Number &, const Number &) = default;
    friend size_t qHash(const Number &n, size_t seed = 0) { return qHash(n.value, seed); }
    constexpr Number next() const { return {value + 1}; }
};

using Seq = Number<struct SeqTag>;   // place in one chat's timeline: 1, 2, 3 … dense; 0 = before the first
using Rev = Number<struct RevTag>;   // place of a durable change in one chat: dense; 0 = before the first
using Rx = Number<struct RxTag>;     // place of a receipt change in one chat: dense
using Urev = Number<struct UrevTag>; // place of a change of one user's private state: dense

/// A point in a history: the number says how far, the tag (64 random bits drawn with it) says in which
/// history.
template <class N> struct Position {
    N at;
    quint64 tag = 0;
    friend bool operator==(const Position &, const Position &) = default;
};
using ChatPosition = Position<Rev>;
using UserPosition = Position<Urev>;

} // namespace kith
