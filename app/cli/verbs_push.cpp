#include "app/cli/job.h"
#include "app/cli/text_input.h"
#include "core/base/limits.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

constexpr qint64 lookMs = 500;

Result<PushWish> wishFrom(const Arguments &args)
{
    const QString provider = args.value(u"provider"_s);
    const bool registers = !provider.isEmpty() || args.has(u"token-stdin"_s);
    if (args.has(u"off"_s)) {
        if (registers) return Error{Errc::BadInput, u"--off stands alone."_s};
        return PushWish{PushWish::Kind::Forget, {}, {}};
    }
    if (!registers) return PushWish{};
    if (provider.isEmpty() || !args.has(u"token-stdin"_s))
        return Error{Errc::BadInput, u"Registering needs both --provider and --token-stdin."_s};
    auto token = passwordFrom(stdin);
    if (!token) return token.error();
    const QByteArray bytes = token->trimmed().toUtf8();
    const bool printable =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (bytes.isEmpty() || bytes.size() > limits::pushTokenBytes || !printable)
        return Error{Errc::BadInput,
                     u"The token on stdin is no token: it has 1 to %1 printable characters."_s.arg(
                         limits::pushTokenBytes)};
    if (provider.toUtf8().size() > limits::pushProviderBytes)
        return Error{Errc::BadInput, u"There is no provider with such a name; \"fcm\" is one."_s};
    return PushWish{PushWish::Kind::Register, provider, bytes};
}

Outcome ofTest(const PushInfo &info)
{
    const QString why = info.detail.isEmpty() ? QString() : u" (%1)"_s.arg(onOneLine(info.detail));
    if (info.result == u"sent") return {};
    if (info.result == u"retry") return {Exit::Temporary, u"The provider cannot take it now%1."_s.arg(why)};
    return {Exit::Refused, u"The push was not taken: %1%2."_s.arg(onOneLine(info.result), why)};
}

} // namespace

Outcome runPush(Job &job)
{
    const auto wish = wishFrom(job.args);
    if (!wish) return failed(wish.error());
    auto live = openLive(job);
    if (!live) return failed(live.error());
    const auto info = (*live)->askPush(*wish, job.timeoutMs());
    if (!info) return failed(info.error());
    job.printer.push(*info);
    return {};
}

Outcome runPushTest(Job &job)
{
    auto live = openLive(job);
    if (!live) return failed(live.error());
    const QDeadlineTimer deadline(job.timeoutMs(60));
    const auto before = (*live)->askPush({}, job.timeoutMs(60));
    if (!before) return failed(before.error());
    if (!before->registered)
        return {Exit::Refused, before->provider.isEmpty()
                                   ? u"This device is not registered for pushes; see `kith-cli push`."_s
                                   : u"The provider no longer knows this device; register it again."_s};
    auto info = (*live)->askPush({PushWish::Kind::Test, {}, {}}, deadline.remainingTime());
    PushInfo told;
    for (;;) {
        if (!info) return failed(info.error());
        if (*info != told) job.printer.push(*info);
        told = *info;
        const bool known = told.lastMs != before->lastMs && told.result != u"connected";
        if (known && (!told.waiting || told.result == u"retry")) return ofTest(told);
        const Ended ended = (*live)->waitUntil([] { return false; }, {.ms = lookMs, .untilAway = true});
        if (ended == Ended::Interrupted) return {};
        if (deadline.hasExpired())
            return {Exit::Temporary, u"The server has not pushed in time; does a worker of it run?"_s};
        info = (*live)->askPush({}, std::max<qint64>(deadline.remainingTime(), 1));
    }
}

} // namespace kith::cli
