#include "server/files/upload_exchange.h"

#include "core/wire/account_codec.h"
#include "core/wire/attachment_codec.h"
#include "core/wire/field_reader.h"
#include "server/files/file_headers.h"

namespace kith::server {

using namespace Qt::StringLiterals;
namespace api = wire::api;

namespace {

constexpr char pieceType[] = "application/offset+octet-stream";

HttpResponse malformed(const QString &what) { return tusError(400, api::badRequest, what); }

HttpResponse wrongOffset(qint64 offset)
{
    HttpResponse response = tusError(409, api::offset, u"the upload is at another offset"_s);
    response.extraHeaders += "Upload-Offset: " + QByteArray::number(offset) + "\r\n";
    return response;
}

} // namespace

/// The part that lives on the strand, longer than the connection if need be.
struct UploadExchange::Run {
    FilesDesk &desk;
    FileRow file;
    std::shared_ptr<Upload> upload;
    quint64 turn = 0;
    Respond respond;
    bool creating = false;
    std::unique_ptr<QCryptographicHash> piece;
    QByteArray checksum;
    bool failed = false;

    void refuse(const HttpResponse &response)
    {
        failed = true;
        respond(response);
    }
    void write(QByteArrayView bytes)
    {
        if (failed) return;
        if (!upload->hasTurn(turn)) return refuse(wrongOffset(upload->size()));
        if (piece) piece->addData(bytes);
        if (auto written = upload->write(bytes); !written) refuse(diskAnswer(written.error()));
    }
    void cut() // the connection ended in the middle
    {
        if (!upload->hasTurn(turn)) return;
        const Status done = piece ? upload->rollback() : upload->sync();
        if (!done) std::ignore = diskAnswer(done.error()); // logged; the next request sees the size that is
    }
    void end()
    {
        if (failed) return cut();
        if (!upload->hasTurn(turn)) return refuse(wrongOffset(upload->size()));
        if (piece && piece->result() != checksum) {
            cut();
            return respond(tusError(460, api::checksum, u"the bytes that came do not have this checksum"_s));
        }
        const Status done = piece ? upload->settle() : upload->sync();
        if (!done) return respond(diskAnswer(done.error()));
        if (upload->size() < upload->length()) return answer(file);
        completeUpload(desk, file, upload, [keep = self.lock()](auto result) {
            if (const auto *row = std::get_if<FileRow>(&result)) return keep->answer(*row);
            keep->respond(std::get<HttpResponse>(result));
        });
    }
    void answer(const FileRow &row)
    {
        QByteArray lines = uploadLines(row, upload->size(), desk.options.unfinishedMs);
        if (creating) lines += "Location: /v1/files/" + row.att.text() + "\r\n";
        respond(tusAnswer(creating ? 201 : 204, lines));
    }
    std::weak_ptr<Run> self;
};

void completeUpload(FilesDesk &desk, const FileRow &file, const std::shared_ptr<Upload> &upload,
                    std::function<void(std::variant<FileRow, HttpResponse>)> done)
{
    upload->finish(file.sha256, [&desk, file, done = std::move(done)](Result<Upload::Whole> whole) {
        if (!whole && whole.error().code == Errc::Corrupt)
            return desk.giveUp(file.att, [done] {
                done(tusError(460, api::attMismatch,
                              u"the file has another SHA-256 than was told; it was dropped"_s));
            });
        if (!whole) return done(diskAnswer(whole.error()));
        desk.complete(file.att, *whole, [&desk, file, done, whole = *whole](bool good) {
            if (!good) return done(filesBusy()); // the next HEAD comes here again
            desk.uploads.drop(file.att);
            FileRow row = file;
            row.state = FileState::Ready;
            row.sha256 = whole.sha256;
            row.mime = whole.mime;
            done(row);
        });
    });
}

UploadExchange::UploadExchange(FilesDesk &desk, RequestInfo info, Respond respond)
    : m_desk(desk)
    , m_info(std::move(info))
    , m_respond(std::move(respond))
{
}

UploadExchange::~UploadExchange()
{
    if (!m_run || m_ended) return;
    ship();
    m_desk.pool.runAnyway(m_run->upload->strand(), [run = m_run] { run->cut(); });
}

/// False: the line is not one of ours; answered.
bool UploadExchange::readChecksum()
{
    const QByteArray line = m_info.fields.value("upload-checksum").simplified();
    if (line.isEmpty()) return true;
    m_algorithm = line.left(line.indexOf(' ')).toLower();
    const auto value = QByteArray::fromBase64Encoding(line.mid(line.indexOf(' ') + 1),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    const bool known = m_algorithm == "sha1" || m_algorithm == "sha256";
    if (known && value && value.decoded.size() == (m_algorithm == "sha1" ? 20 : 32)) {
        m_checksum = value.decoded;
        return true;
    }
    m_respond(malformed(u"Upload-Checksum: sha1 or sha256, then the value in base64"_s));
    return false;
}

void UploadExchange::create()
{
    m_creating = true;
    const auto length = headerNumber(m_info.fields.value("upload-length"));
    if (!length) return m_respond(malformed(u"Upload-Length is needed"_s));
    if (*length > m_desk.options.fileBytes)
        return m_respond(tusError(413, api::attTooBig,
                                  u"a file has at most %1 bytes here"_s.arg(m_desk.options.fileBytes)));
    const auto metadata = tusMetadata(m_info.fields.value("upload-metadata"));
    if (!metadata) return m_respond(malformed(u"Upload-Metadata cannot be read"_s));
    const auto att = AttId::fromText(metadata->value("att"));
    const auto chat = ChatId::fromText(metadata->value("chat"));
    const QByteArray sha = metadata->value("sha256");
    NewFile file;
    file.sha256 = QByteArray::fromHex(sha);
    file.name = QString::fromUtf8(metadata->value("filename"));
    if (file.name.isEmpty()) file.name = u"file"_s;
    if (!att || !chat) return m_respond(malformed(u"Upload-Metadata needs att and chat: ids"_s));
    if (!sha.isEmpty() && (file.sha256.size() != 32 || file.sha256.toHex() != sha))
        return m_respond(malformed(u"Upload-Metadata: sha256 is 64 hexadecimal digits in lower case"_s));
    if (file.name.toUtf8().size() > limits::attNameBytes || !wire::isCleanText(file.name))
        return m_respond(malformed(u"Upload-Metadata: filename"_s));
    if (!readChecksum()) return;
    file.caller = m_desk.caller(m_info, m_respond);
    if (!file.caller.user) return;
    const qint64 wait =
        m_desk.rateLimits ? m_desk.creations.take(file.caller.user.blob(), m_desk.clock.steadyMs()) : 0;
    if (wait > 0) return m_respond(tusError(429, api::rate, u"too many files"_s, wait));
    if (const qint64 free = m_desk.blobs.free(); free >= 0 && free - m_desk.options.keepFreeBytes < *length)
        return m_respond(diskAnswer(Error{Errc::Full, u"too little room for %1 bytes"_s.arg(*length)}));
    file.att = *att;
    file.chat = *chat;
    file.size = *length;
    file.quotaBytes = m_desk.options.userBytes;
    file.nowMs = m_desk.clock.wallMs();
    m_desk.look(file.caller, *att, m_respond,
                [this, &desk = m_desk, file, respond = m_respond,
                 later = m_info.later](const std::optional<FileRow> &) {
                    const bool taken = desk.writes.submit(file, [=, this](WriteResult &&result) {
                        const auto *answer = std::get_if<FileMade>(&result);
                        if (!answer) return respond(filesBusy());
                        switch (answer->fate) {
                        case FileMade::Fate::Made:
                        case FileMade::Fate::Known:
                            return later([this, file, fate = answer->fate] {
                                made(file, fate == FileMade::Fate::Known);
                            });
                        case FileMade::Fate::NotMember:
                            return respond(tusError(403, api::notMember, u"not a member of this chat"_s));
                        case FileMade::Fate::Quota:
                            return respond(tusError(
                                403, api::quota,
                                u"%1 of %2 bytes are used"_s.arg(answer->usedBytes).arg(file.quotaBytes)));
                        case FileMade::Fate::Taken:
                            return respond(tusError(409, api::midConflict, u"this id is another file"_s));
                        }
                    });
                    if (!taken) respond(filesBusy());
                });
}

/// The row exists. Bytes may come with the creation, but only from the start.
void UploadExchange::made(const NewFile &file, bool known)
{
    FileRow row;
    row.att = file.att;
    row.owner = file.caller.user;
    row.chat = file.chat;
    row.size = file.size;
    row.sha256 = file.sha256;
    row.createdMs = file.nowMs;
    const bool withBytes =
        m_info.head.contentType == pieceType && (m_info.head.chunked || m_info.head.length.value_or(0) > 0);
    if (withBytes || file.size == 0) return open(row, known ? -1 : 0);
    m_respond(tusAnswer(201, "Location: /v1/files/" + row.att.text() + "\r\nUpload-Expires: " +
                                 httpDate(row.createdMs + m_desk.options.unfinishedMs) + "\r\n"));
}

void UploadExchange::append(const AttId &att)
{
    if (m_info.head.contentType != pieceType)
        return m_respond(tusError(415, api::badRequest, u"the body is application/offset+octet-stream"_s));
    const auto offset = headerNumber(m_info.fields.value("upload-offset"));
    if (!offset) return m_respond(malformed(u"Upload-Offset is needed"_s));
    if (!readChecksum()) return;
    const Caller caller = m_desk.caller(m_info, m_respond);
    if (!caller.user) return;
    m_desk.look(caller, att, m_respond,
                [this, &desk = m_desk, caller, offset = *offset, respond = m_respond,
                 later = m_info.later](std::optional<FileRow> file) {
                    if (!file || file->owner != caller.user) return respond(noSuchFile());
                    if (file->state == FileState::Released || desk.expired(*file)) return respond(goneFile());
                    if (file->state != FileState::Uploading) return respond(wrongOffset(file->size));
                    later([this, row = *file, offset] { open(row, offset); });
                });
}

void UploadExchange::open(const FileRow &file, qint64 offset)
{
    auto run = std::make_shared<Run>(Run{m_desk,
                                         file,
                                         m_desk.uploads.at(file.att, file.size, m_desk.clock.steadyMs()),
                                         0,
                                         m_respond,
                                         m_creating,
                                         nullptr,
                                         m_checksum,
                                         false,
                                         {}});
    run->self = run;
    if (!m_checksum.isEmpty())
        run->piece = std::make_unique<QCryptographicHash>(m_algorithm == "sha1" ? QCryptographicHash::Sha1
                                                                                : QCryptographicHash::Sha256);
    const quint64 coming = m_info.head.length.value_or(0);
    const bool taken =
        m_desk.pool.run(run->upload->strand(), [this, run, offset, coming, later = m_info.later] {
            run->turn = run->upload->takeTurn();
            if (auto opened = run->upload->open(); !opened) return run->respond(diskAnswer(opened.error()));
            const qint64 size = run->upload->size();
            if (offset < 0 && size > 0) return run->answer(run->file); // created before; go on with PATCH
            if (std::max<qint64>(offset, 0) != size) return run->respond(wrongOffset(size));
            if (coming > quint64(run->file.size - size))
                return run->respond(tusError(413, api::tooLarge, u"more bytes than Upload-Length"_s));
            if (run->piece)
                if (auto doubted = run->upload->doubt(); !doubted)
                    return run->respond(diskAnswer(doubted.error()));
            later([this, run, size] {
                m_run = run;
                m_left = run->file.size - size;
                m_open = true;
            });
        });
    if (!taken) m_respond(filesBusy());
}

void UploadExchange::body(QByteArrayView piece)
{
    if (m_ended) return;
    if (piece.size() > m_left) {
        ship();
        m_ended = true;
        m_desk.pool.runAnyway(m_run->upload->strand(), [run = m_run] { run->cut(); });
        return m_respond(tusError(413, api::tooLarge, u"more bytes than Upload-Length"_s));
    }
    m_left -= piece.size();
    m_buffer.append(piece);
    if (m_buffer.size() >= pieceBytes) ship();
}

void UploadExchange::ship()
{
    if (m_buffer.isEmpty()) return;
    const qint64 bytes = m_buffer.size();
    m_inFlight += bytes;
    m_desk.pool.runAnyway(m_run->upload->strand(),
                          [this, run = m_run, later = m_info.later, held = std::exchange(m_buffer, {})] {
                              run->write(held);
                              later([this, n = qint64(held.size())] { m_inFlight -= n; });
                          });
}

void UploadExchange::end()
{
    if (!m_run || m_ended) return;
    ship();
    m_ended = true;
    m_desk.pool.runAnyway(m_run->upload->strand(), [run = m_run] { run->end(); });
}

} // namespace kith::server
