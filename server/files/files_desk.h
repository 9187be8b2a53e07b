#pragma once
#include "core/base/clock.h"
#include "server/api/router.h"
#include "server/api/tokens.h"
#include "server/files/upload.h"
#include "server/realtime/rates.h"
#include "server/storage/read_pool.h"
#include "server/storage/write_queue.h"

#include <QCryptographicHash>

namespace kith::server {

struct FilesOptions {
    QString dir; // empty = `files` in the data folder
    qint64 fileBytes = limits::fileBytes;
    qint64 userBytes = limits::userFilesBytes;
    qint64 unfinishedMs = 48LL * 3600 * 1000; // an upload that takes longer is given up
    qint64 unusedMs = 48LL * 3600 * 1000;     // a whole file that no message uses
    qint64 sweepEveryMs = 10LL * 60 * 1000;
    qint64 keepFreeBytes = 64LL * 1024 * 1024; // of the disk, for the database's sake
    int threads = 3;
};

/// What all requests about files share.
struct FilesDesk {
    FilesOptions options;
    bool rateLimits = true;
    WriteQueue &writes;
    ReadPool &reads;
    const Tokens &tokens;
    const Clock &clock;
    Blobs &blobs;
    FilePool &pool;
    UploadBook uploads{blobs, pool};
    KeyedRates creations{Rate{2, 100}};

    /// Who asks, from the Authorization line; an empty user = `respond` was called.
    Caller caller(const RequestInfo &info, const Respond &respond) const;
    /// Reads the row of `att` after checking that the device was not signed out. `then` on a reader thread;
    /// not called when `respond` was.
    void look(const Caller &caller, const AttId &att, Respond respond,
              std::function<void(std::optional<FileRow>)> then);
    /// Takes what is known of a whole upload to the database. `done` on the writer thread.
    void complete(const AttId &att, const Upload::Whole &whole, std::function<void(bool)> done);
    /// Removes an upload that cannot become whole, with its bytes. Any thread.
    void giveUp(const AttId &att, std::function<void()> done);
    bool expired(const FileRow &file) const
    {
        return file.state == FileState::Uploading && file.createdMs < clock.wallMs() - options.unfinishedMs;
    }
};

// Answers that several requests give; with the tus header lines.
HttpResponse tusAnswer(int status, const QByteArray &headers = {});
HttpResponse tusError(int status, const char16_t *code, const QString &message, qint64 retryMs = 0);
HttpResponse filesBusy();
HttpResponse noSuchFile();
HttpResponse goneFile();
HttpResponse diskAnswer(const Error &error); // 507 or 503

/// Waits for the end of the request, then runs: for requests whose body means nothing.
class AskedExchange final : public Exchange {
public:
    explicit AskedExchange(std::function<void()> run)
        : m_run(std::move(run))
    {
    }
    void body(QByteArrayView) override {}
    void end() override { m_run(); }

private:
    std::function<void()> m_run;
};

} // namespace kith::server
