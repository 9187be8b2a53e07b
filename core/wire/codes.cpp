#include "core/wire/codes.h"

#include <QStringView>
#include <algorithm>
#include <array>

namespace kith::wire {

namespace {
struct CodeEntry {
    Code code;
    const char *text;
    ErrorClass errorClass;
};
constexpr std::array codes{
    CodeEntry{Code::Busy, "busy", ErrorClass::Retry},
    CodeEntry{Code::Unavailable, "unavailable", ErrorClass::Retry},
    CodeEntry{Code::Timeout, "timeout", ErrorClass::Retry},
    CodeEntry{Code::Rate, "rate", ErrorClass::Wait},
    CodeEntry{Code::SlowMode, "slow_mode", ErrorClass::Wait},
    CodeEntry{Code::Forbidden, "forbidden", ErrorClass::Refused},
    CodeEntry{Code::NotMember, "not_member", ErrorClass::Refused},
    CodeEntry{Code::TooLong, "too_long", ErrorClass::Refused},
    CodeEntry{Code::MidConflict, "mid_conflict", ErrorClass::Refused},
    CodeEntry{Code::NoSuchMessage, "no_such_message", ErrorClass::Refused},
    CodeEntry{Code::EditWindow, "edit_window", ErrorClass::Refused},
    CodeEntry{Code::AttTooBig, "att_too_big", ErrorClass::Refused},
    CodeEntry{Code::AttMismatch, "att_mismatch", ErrorClass::Refused},
    CodeEntry{Code::Blocked, "blocked", ErrorClass::Refused},
    CodeEntry{Code::NotFound, "not_found", ErrorClass::Refused},
    CodeEntry{Code::Conflict, "conflict", ErrorClass::Rebase},
    CodeEntry{Code::AttMissing, "att_missing", ErrorClass::Upload},
    CodeEntry{Code::Gone, "gone", ErrorClass::Upload},
    CodeEntry{Code::AuthExpired, "auth_expired", ErrorClass::Auth},
    CodeEntry{Code::AuthInvalid, "auth_invalid", ErrorClass::Auth},
    CodeEntry{Code::DeviceRevoked, "device_revoked", ErrorClass::Auth},
    CodeEntry{Code::Version, "version", ErrorClass::Stop},
    CodeEntry{Code::BadRequest, "bad_request", ErrorClass::Bug},
    CodeEntry{Code::Unknown, "unknown", ErrorClass::Bug},
};
constexpr std::array classTexts{"retry", "wait", "refused", "rebase", "upload", "auth", "stop", "bug"};

constexpr bool inEnumOrder()
{
    for (size_t i = 0; i < codes.size(); ++i)
        if (size_t(codes[i].code) != i) return false;
    return codes.size() == size_t(Code::Unknown) + 1 && classTexts.size() == size_t(ErrorClass::Bug) + 1;
}
static_assert(inEnumOrder(), "the tables are indexed by the enums");
} // namespace

QLatin1StringView text(Code code) { return QLatin1StringView(codes[size_t(code)].text); }
QLatin1StringView text(ErrorClass errorClass) { return QLatin1StringView(classTexts[size_t(errorClass)]); }
ErrorClass classOf(Code code) { return codes[size_t(code)].errorClass; }

std::optional<Code> codeFromText(QStringView text)
{
    const auto at = std::find_if(codes.begin(), codes.end(),
                                 [&](const CodeEntry &e) { return text == QLatin1StringView(e.text); });
    return at == codes.end() ? std::nullopt : std::optional(at->code);
}

std::optional<ErrorClass> errorClassFromText(QStringView text)
{
    for (size_t i = 0; i < classTexts.size(); ++i)
        if (text == QLatin1StringView(classTexts[i])) return ErrorClass(i);
    return std::nullopt;
}

} // namespace kith::wire
