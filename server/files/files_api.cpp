#include "server/files/files_api.h"

#include "core/wire/account_codec.h"
#include "core/wire/attachment_codec.h"
#include "server/files/file_headers.h"
#include "server/files/folder_blobs.h"
#include "server/files/upload_exchange.h"

namespace kith::server {

using namespace Qt::StringLiterals;
namespace api = wire::api;

namespace {

constexpr char filesPath[] = "/v1/files";
constexpr char belowFiles[] = "/v1/files/";

bool otherTus(const RequestInfo &info) { return info.fields.value("tus-resumable") != "1.0.0"; }

HttpResponse wrongTus()
{
    HttpResponse response = tusError(412, api::tusVersion, u"Tus-Resumable: 1.0.0 is needed"_s);
    response.extraHeaders += "Tus-Version: 1.0.0\r\n";
    return response;
}

/// A finished blob as the body of an answer.
class BlobSource final : public BodySource, public std::enable_shared_from_this<BlobSource> {
public:
    BlobSource(FilePool &pool, size_t strand, std::unique_ptr<BlobReader> reader)
        : m_pool(pool)
        , m_strand(strand)
        , m_reader(std::move(reader))
    {
    }
    void read(qint64 at, qint64 most, std::function<void(QByteArray)> done) override
    {
        const bool taken = m_pool.runAnyway(m_strand, [self = shared_from_this(), at, most, done] {
            auto bytes = self->m_reader->read(at, most);
            if (!bytes) std::ignore = diskAnswer(bytes.error());
            done(bytes ? *std::move(bytes) : QByteArray());
        });
        if (!taken) done({});
    }

private:
    FilePool &m_pool;
    const size_t m_strand;
    std::unique_ptr<BlobReader> m_reader; // on the strand
};

QByteArray downloadLines(const FileRow &file)
{
    return "ETag: \"" + file.sha256.toHex() + "\"\r\nAccept-Ranges: bytes\r\n" + attachmentLine(file.name) +
           "Content-Security-Policy: default-src 'none'; sandbox\r\n"
           "Cross-Origin-Resource-Policy: same-origin\r\n";
}

/// What is answered to a GET or HEAD of a file that the caller may have.
HttpResponse downloadAnswer(const FileRow &file, const QHash<QByteArray, QByteArray> &fields)
{
    HttpResponse response;
    response.cache = "private, no-cache"; // may be kept, but each use asks: rights can end
    response.extraHeaders = downloadLines(file);
    const QByteArray etag = '"' + file.sha256.toHex() + '"';
    const QByteArray held = fields.value("if-none-match");
    if (held.contains(etag) || held.trimmed() == "*") {
        response.status = 304;
        return response;
    }
    response.contentType = servedType(file.mime);
    response.length = file.size;
    const QByteArray ifRange = fields.value("if-range").trimmed();
    const auto range = ifRange.isEmpty() || ifRange == etag ? byteRange(fields.value("range"), file.size)
                                                            : std::optional<ByteRange>();
    if (!range) return response;
    const QByteArray size = QByteArray::number(file.size);
    if (range->outside) {
        HttpResponse refused = errorResponse(416, api::badRange, u"no byte of this range is in the file"_s);
        refused.extraHeaders += "Content-Range: bytes */" + size + "\r\n";
        return refused;
    }
    response.status = 206;
    response.from = range->from;
    response.length = range->length;
    response.extraHeaders += "Content-Range: bytes " + QByteArray::number(range->from) + '-' +
                             QByteArray::number(range->from + range->length - 1) + '/' + size + "\r\n";
    return response;
}

} // namespace

Result<std::unique_ptr<FilesApi>> FilesApi::open(FilesOptions options, bool rateLimits, Parts parts)
{
    auto blobs = FolderBlobs::open(options.dir);
    if (!blobs) return blobs.error();
    return std::unique_ptr<FilesApi>(new FilesApi(std::move(options), rateLimits, parts, std::move(*blobs)));
}

FilesApi::FilesApi(FilesOptions options, bool rateLimits, Parts parts, std::unique_ptr<Blobs> blobs)
    : m_blobs(std::move(blobs))
    , m_pool(options.threads)
    , m_desk{.options = options,
             .rateLimits = rateLimits,
             .writes = parts.writes,
             .reads = parts.reads,
             .tokens = parts.tokens,
             .clock = parts.clock,
             .blobs = *m_blobs,
             .pool = m_pool}
{
}

FilesApi::~FilesApi() { stop(); }

void FilesApi::stop() { m_pool.stop(); }

bool FilesApi::sweep(bool dryRun, std::function<void(SweepReport)> done)
{
    return m_pool.runApart([this, dryRun, done = std::move(done)] {
        if (!dryRun) m_desk.uploads.dropIdle(m_desk.clock.steadyMs() - 5 * 60'000);
        done(sweepFiles(m_desk, dryRun));
    });
}

void FilesApi::addRoutes(Router &router)
{
    using Method = const char *;
    const quint64 body = quint64(m_desk.options.fileBytes);
    const auto add = [&](Method method, const char *path, quint64 limit) {
        router.add({method, path, limit,
                    [this, method = QByteArray(method)](RequestInfo info, Respond respond) {
                        return begin(method, std::move(info), std::move(respond));
                    },
                    qstrcmp(path, belowFiles) == 0, true});
    };
    for (Method method : {"OPTIONS", "GET"}) add(method, filesPath, 0);
    add("POST", filesPath, body);
    for (Method method : {"OPTIONS", "HEAD", "GET", "DELETE"}) add(method, belowFiles, 0);
    for (Method method : {"PATCH", "POST"}) add(method, belowFiles, body);
}

std::unique_ptr<Exchange> FilesApi::begin(const QByteArray &method, RequestInfo info, Respond respond)
{
    const auto answered = [&respond](const HttpResponse &response) {
        return std::make_unique<AskedExchange>([respond, response] { respond(response); });
    };
    if (method == "OPTIONS")
        return answered(tusAnswer(
            204, "Tus-Version: 1.0.0\r\nTus-Max-Size: " + QByteArray::number(m_desk.options.fileBytes) +
                     "\r\nTus-Extension: creation,creation-with-upload,termination,"
                     "checksum,expiration\r\nTus-Checksum-Algorithm: sha1,sha256\r\n"));
    const bool top = info.head.path == filesPath;
    // tus lets clients whose way knows only GET and POST say what they mean.
    const QByteArray meant = info.fields.value("x-http-method-override");
    const QByteArray act = method == "POST" && !top && !meant.isEmpty() ? meant.toUpper() : method;
    if (method == "GET" && top)
        return std::make_unique<AskedExchange>([this, info, respond] { this->info(info, respond); });
    AttId att;
    if (!top) {
        const QByteArray name = info.head.path.mid(qsizetype(qstrlen(belowFiles)));
        const auto id = name.size() == 22 ? AttId::fromText(name) : std::nullopt;
        if (!id || !*id) return answered(noSuchFile());
        att = *id;
    }
    const bool tus = info.fields.contains("tus-resumable");
    if (act == "GET" || (act == "HEAD" && !tus))
        return std::make_unique<AskedExchange>([this, att, info, respond] { download(att, info, respond); });
    if (otherTus(info)) return answered(wrongTus());
    if (act == "HEAD")
        return std::make_unique<AskedExchange>(
            [this, att, info, respond] { uploadHead(att, info, respond); });
    if (act == "DELETE")
        return std::make_unique<AskedExchange>([this, att, info, respond] { terminate(att, info, respond); });
    if (act == "POST" && !top) return answered(noSuchFile());
    auto exchange = std::make_unique<UploadExchange>(m_desk, std::move(info), std::move(respond));
    if (act == "POST")
        exchange->create();
    else
        exchange->append(att);
    return exchange;
}

void FilesApi::info(const RequestInfo &info, Respond respond)
{
    const Caller caller = m_desk.caller(info, respond);
    if (!caller.user) return;
    const bool taken = m_desk.reads.run([this, caller, respond](Repository &repository) {
        const auto used = repository.usedBytes(caller.user);
        if (!used) return respond(diskAnswer(used.error()));
        HttpResponse response;
        response.body = wire::encode(
            wire::FilesInfo{m_desk.options.fileBytes, m_desk.options.userBytes, *used, limits::messageAtts});
        respond(std::move(response));
    });
    if (!taken) respond(filesBusy());
}

void FilesApi::uploadHead(const AttId &att, const RequestInfo &info, Respond respond)
{
    const Caller caller = m_desk.caller(info, respond);
    if (!caller.user) return;
    m_desk.look(caller, att, respond, [this, caller, att, respond](const std::optional<FileRow> &found) {
        if (!found || found->owner != caller.user) return respond(noSuchFile());
        if (found->state == FileState::Released || m_desk.expired(*found)) return respond(goneFile());
        const auto answer = [this, respond](const FileRow &file, qint64 offset) {
            const QByteArray metadata = "Upload-Metadata: att " + file.att.text().toBase64() + ",chat " +
                                        file.chat.text().toBase64() + ",filename " +
                                        file.name.toUtf8().toBase64() + "\r\n";
            respond(tusAnswer(200, metadata + uploadLines(file, offset, m_desk.options.unfinishedMs)));
        };
        if (found->state != FileState::Uploading) return answer(*found, found->size);
        auto upload = m_desk.uploads.at(att, found->size, m_desk.clock.steadyMs());
        const bool taken = m_desk.pool.run(upload->strand(), [this, file = *found, upload, answer, respond] {
            upload->takeTurn(); // the offset told must stay true
            Status ready = upload->open();
            if (ready) ready = upload->rollback();
            if (ready) ready = upload->sync();
            if (!ready) return respond(diskAnswer(ready.error()));
            if (upload->size() < upload->length()) return answer(file, upload->size());
            completeUpload(m_desk, file, upload, [answer, respond](auto result) {
                if (const auto *row = std::get_if<FileRow>(&result)) return answer(*row, row->size);
                respond(std::get<HttpResponse>(result));
            });
        });
        if (!taken) respond(filesBusy());
    });
}

void FilesApi::terminate(const AttId &att, const RequestInfo &info, Respond respond)
{
    const Caller caller = m_desk.caller(info, respond);
    if (!caller.user) return;
    m_desk.look(caller, att, respond, [this, caller, att, respond](const std::optional<FileRow> &file) {
        if (!file || file->owner != caller.user) return respond(noSuchFile());
        if (file->state == FileState::Used)
            return respond(tusError(403, api::forbidden, u"a message uses this file: delete the message"_s));
        m_desk.giveUp(att, [respond] { respond(tusAnswer(204)); });
    });
}

void FilesApi::download(const AttId &att, const RequestInfo &info, Respond respond)
{
    const Caller caller = m_desk.caller(info, respond);
    if (!caller.user) return;
    m_desk.look(
        caller, att, respond,
        [this, caller, fields = info.fields, head = info.head.method == "HEAD",
         respond](const std::optional<FileRow> &file) {
            const bool mine = file && file->owner == caller.user && file->state == FileState::Ready;
            const bool ours = file && file->present && file->state >= FileState::Used;
            if (!mine && !ours) return respond(noSuchFile());
            if (file->state == FileState::Released) return respond(goneFile());
            HttpResponse response = downloadAnswer(*file, fields);
            if (head || (response.status != 200 && response.status != 206)) return respond(response);
            const size_t strand = qHash(file->att);
            const bool taken =
                m_desk.pool.run(strand, [this, key = file->key(), strand, response, respond]() mutable {
                    auto reader = m_desk.blobs.read(key);
                    if (!reader)
                        return respond(reader.error().code == Errc::NotFound ? goneFile()
                                                                             : diskAnswer(reader.error()));
                    response.source = std::make_shared<BlobSource>(m_desk.pool, strand, std::move(*reader));
                    respond(std::move(response));
                });
            if (!taken) respond(filesBusy());
        });
}

} // namespace kith::server
