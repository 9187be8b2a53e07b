#pragma once
#include "server/files/files_desk.h"

namespace kith::server {

/// POST (creation, maybe with the first bytes) and PATCH of an upload. Bytes go to the disk on the upload's
/// strand; at most `window` of them are under way, then the connection is not read.
class UploadExchange final : public Exchange {
public:
    UploadExchange(FilesDesk &desk, RequestInfo info, Respond respond);
    ~UploadExchange() override; // cut: what came stays
    void create();
    void append(const AttId &att);

    void body(QByteArrayView piece) override;
    void end() override;
    bool wantsMore() const override { return m_open && m_inFlight < window; }

private:
    struct Run;
    bool readChecksum();
    void made(const NewFile &file, bool known);
    void open(const FileRow &file, qint64 offset);
    void ship();

    static constexpr qint64 window = 1024 * 1024, pieceBytes = 256 * 1024;

    FilesDesk &m_desk;
    RequestInfo m_info;
    Respond m_respond;
    QByteArray m_algorithm, m_checksum; // of the bytes of this request; empty = not told
    std::shared_ptr<Run> m_run;
    QByteArray m_buffer;
    qint64 m_left = 0;     // bytes that the file still lacks
    qint64 m_inFlight = 0; // bytes given to the strand and not written yet
    bool m_creating = false;
    bool m_open = false;
    bool m_ended = false; // nothing more goes to the strand
};

/// All bytes of `file` are here: compares the hash, finishes the blob, tells the database. `done` on some
/// thread: the row as it is now, or the answer that refuses.
void completeUpload(FilesDesk &desk, const FileRow &file, const std::shared_ptr<Upload> &upload,
                    std::function<void(std::variant<FileRow, HttpResponse>)> done);

} // namespace kith::server
