#include "server/api/health_api.h"

#include "core/wire/account_codec.h"

#include <QStorageInfo>

namespace kith::server {

using namespace Qt::StringLiterals;
namespace api = wire::api;

namespace {

constexpr qint64 retryMs = 2'000;
constexpr qint64 roomBytes = 256 * 1024; // below, the next larger message fails

HttpResponse no(const QString &message) { return errorResponse(503, api::unavailable, message, retryMs); }

} // namespace

void HealthApi::addRoutes(Router &router)
{
    using Info = const RequestInfo &;
    router.addJson("GET", "/v1/health", [this](Info, QByteArray, Respond r) { probe(std::move(r)); });
    router.addJson("GET", "/v1/ready", [this](Info, QByteArray, Respond r) {
        if (draining()) return r(no(u"the server is going down"_s));
        probe(std::move(r));
    });
}

void HealthApi::probe(Respond respond)
{
    // An empty write does not need the disk, so its room is asked for.
    const QStorageInfo disk(m_dataDir);
    if (disk.isValid() && disk.bytesAvailable() < roomBytes) return respond(no(u"the disk is full"_s));
    // An empty write goes the whole way of a real one: through the queue, a transaction and back.
    const bool taken = m_writes.submit(EndDevice{}, [respond](WriteResult &&result) {
        const auto *error = std::get_if<Error>(&result);
        const bool down = error && error->code != Errc::NotFound && error->code != Errc::Refused;
        respond(down ? no(u"storage does not answer"_s)
                     : HttpResponse{200, "{\"status\":\"ok\"}", {}, false});
    });
    if (!taken) respond(no(u"the server is busy"_s));
}

} // namespace kith::server
