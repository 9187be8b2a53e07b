#pragma once
#include "server/files/files_desk.h"
#include "server/files/sweep.h"

namespace kith::server {

/// Files over HTTP (docs/protocol.md, "Files"): tus 1.0 under /v1/files for uploads, GET with ranges for
/// downloads. Rights are checked anew for each request.
class FilesApi {
public:
    struct Parts { // all outlive this
        WriteQueue &writes;
        ReadPool &reads;
        const Tokens &tokens;
        const Clock &clock;
    };
    /// Io: the folder cannot be used.
    static Result<std::unique_ptr<FilesApi>> open(FilesOptions options, bool rateLimits, Parts parts);
    ~FilesApi();
    void addRoutes(Router &router);

    /// Any thread; `done` on one of the pool's. False: not taken. With `dryRun` nothing is changed.
    [[nodiscard]] bool sweep(bool dryRun, std::function<void(SweepReport)> done);
    /// Runs what waits and takes no more; before the writer stops.
    void stop();

private:
    FilesApi(FilesOptions options, bool rateLimits, Parts parts, std::unique_ptr<Blobs> blobs);
    void info(const RequestInfo &info, Respond respond);
    void uploadHead(const AttId &att, const RequestInfo &info, Respond respond);
    void terminate(const AttId &att, const RequestInfo &info, Respond respond);
    void download(const AttId &att, const RequestInfo &info, Respond respond);
    std::unique_ptr<Exchange> begin(const QByteArray &method, RequestInfo info, Respond respond);

    std::unique_ptr<Blobs> m_blobs;
    FilePool m_pool;
    FilesDesk m_desk;
};

} // namespace kith::server
