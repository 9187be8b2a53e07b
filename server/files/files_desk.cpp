#include "server/files/files_desk.h"

#include "core/base/log.h"
#include "core/wire/account_codec.h"
#include "core/wire/attachment_codec.h"

namespace kith::server {

using namespace Qt::StringLiterals;
namespace api = wire::api;

namespace {
constexpr qint64 retryMs = 2'000;
} // namespace

HttpResponse tusAnswer(int status, const QByteArray &headers)
{
    HttpResponse response;
    response.status = status;
    response.extraHeaders = "Tus-Resumable: 1.0.0\r\n" + headers;
    return response;
}

HttpResponse tusError(int status, const char16_t *code, const QString &message, qint64 retry)
{
    HttpResponse response = errorResponse(status, code, message, retry);
    response.extraHeaders += "Tus-Resumable: 1.0.0\r\n";
    if (status == 401) response.extraHeaders += "WWW-Authenticate: Bearer\r\n";
    return response;
}

HttpResponse filesBusy() { return tusError(503, api::unavailable, u"the server is busy"_s, retryMs); }
HttpResponse noSuchFile() { return tusError(404, api::notFound, u"no such file"_s); }
HttpResponse goneFile() { return tusError(410, api::gone, u"the file is no longer here"_s); }

HttpResponse diskAnswer(const Error &error)
{
    qCWarning(lcServer, "a file could not be stored or read: %s", qUtf8Printable(error.what));
    if (error.code == Errc::Full)
        return tusError(507, api::storageFull, u"the server's disk is full"_s, 30'000);
    return tusError(503, api::unavailable, u"storage does not answer"_s, retryMs);
}

Caller FilesDesk::caller(const RequestInfo &info, const Respond &respond) const
{
    const QByteArray line = info.fields.value("authorization");
    const bool bearer = line.size() > 7 && line.left(7).toLower() == "bearer ";
    const auto access = tokens.check(bearer ? line.mid(7).trimmed() : QByteArray(), clock.wallMs());
    if (const auto *good = std::get_if<Access>(&access)) return {good->user, good->device};
    const bool old = std::get<TokenFault>(access) == TokenFault::Expired;
    respond(tusError(401, old ? api::authExpired : api::authInvalid,
                     old ? u"the access token has expired"_s : u"an access token is needed"_s));
    return {};
}

void FilesDesk::look(const Caller &caller, const AttId &att, Respond respond,
                     std::function<void(std::optional<FileRow>)> then)
{
    const bool taken = reads.run([caller, att, respond, then = std::move(then)](Repository &repository) {
        const auto device = repository.device(caller.device);
        if (!device) return respond(diskAnswer(device.error()));
        if (!*device || (*device)->revoked || (*device)->user != caller.user)
            return respond(tusError(401, api::deviceRevoked, u"this device was signed out"_s));
        auto file = repository.file(caller, att);
        if (!file) return respond(diskAnswer(file.error()));
        then(std::move(*file));
    });
    if (!taken) respond(filesBusy());
}

void FilesDesk::complete(const AttId &att, const Upload::Whole &whole, std::function<void(bool)> done)
{
    const bool taken =
        writes.submit(FileDone{att, whole.sha256, whole.mime, clock.wallMs()},
                      [done](WriteResult &&result) { done(std::holds_alternative<Done>(result)); });
    if (!taken) done(false);
}

void FilesDesk::giveUp(const AttId &att, std::function<void()> done)
{
    uploads.drop(att);
    const auto erase = [this, att, done] {
        const bool taken = pool.runAnyway(qHash(att), [this, att, done] {
            if (auto r = blobs.remove(att.blob().toHex()); !r)
                qCWarning(lcServer, "%s", qUtf8Printable(r.error().what)); // the sweep finds it again
            if (done) done();
        });
        if (!taken && done) done();
    };
    const bool taken = writes.submit(FilesGone{{att}}, [erase, done](WriteResult &&result) {
        const auto *dropped = std::get_if<FilesDropped>(&result);
        if (dropped && !dropped->atts.empty()) return erase();
        if (done) done();
    });
    if (!taken && done) done();
}

} // namespace kith::server
