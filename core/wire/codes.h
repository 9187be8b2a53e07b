#pragma once
#include <QByteArrayView>
#include <QLatin1StringView>
#include <optional>

namespace kith::wire {

/// Error codes of the protocol (docs/protocol.md, "Errors").
enum class Code : quint8 {
    Busy,
    Unavailable,
    Timeout, // retry
    Rate,
    SlowMode, // wait
    Forbidden,
    NotMember,
    TooLong,
    MidConflict,
    NoSuchMessage, // refused
    EditWindow,
    AttTooBig,
    AttMismatch,
    Blocked,
    NotFound, // refused
    Conflict,
    AttMissing,
    Gone, // upload
    AuthExpired,
    AuthInvalid,
    DeviceRevoked, // auth
    Version,       // stop
    BadRequest,
    Unknown, // bug
};

/// What the other side must do about an error. Sent beside the code, so that a code from a newer server is
/// still handled rightly.
enum class ErrorClass : quint8 { Retry, Wait, Refused, Rebase, Upload, Auth, Stop, Bug };

QLatin1StringView text(Code code);
QLatin1StringView text(ErrorClass errorClass);
std::optional<Code> codeFromText(QStringView text);
std::optional<ErrorClass> errorClassFromText(QStringView text);
ErrorClass classOf(Code code);

} // namespace kith::wire
