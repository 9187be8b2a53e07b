#include "server/files/upload.h"

#include "core/base/file_names.h"

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 slice = 1024 * 1024;
constexpr qint64 sniffed = 512;
} // namespace

Upload::Upload(Blobs &blobs, FilePool &pool, const AttId &att, qint64 length)
    : m_blobs(blobs)
    , m_pool(pool)
    , m_key(att.blob().toHex())
    , m_length(length)
    , m_strand(qHash(att))
{
}

Status Upload::open()
{
    if (m_opened) return ok();
    auto writer = m_blobs.append(m_key);
    if (writer) {
        m_writer = std::move(*writer);
        m_size = m_writer->size();
    } else if (writer.error().code ==
               Errc::Refused) { // finished by a process that could not tell the database
        auto reader = m_blobs.read(m_key);
        if (!reader) return reader.error();
        m_size = (*reader)->size();
    } else {
        return writer.error();
    }
    if (m_size > m_length) return Error{Errc::Corrupt, u"the stored file is longer than it may be"_s};
    m_opened = true;
    if (m_size > 0) hashSome();
    return ok();
}

Status Upload::write(QByteArrayView bytes)
{
    if (!m_writer || bytes.size() > m_length - m_size)
        return Error{Errc::BadInput, u"more bytes than the file may have"_s};
    if (auto written = m_writer->write(bytes); !written) return written;
    if (m_hashed == m_size) {
        m_hash.addData(bytes);
        m_hashed += bytes.size();
    }
    m_size += bytes.size();
    return ok();
}

Status Upload::sync() { return m_writer ? m_writer->sync() : ok(); }
Status Upload::doubt() { return m_writer ? m_writer->doubt() : ok(); }
Status Upload::settle() { return m_writer ? m_writer->settle() : ok(); }

Status Upload::rollback()
{
    if (!m_writer) return ok();
    if (auto back = m_writer->rollback(); !back) return back;
    m_size = m_writer->size();
    if (m_hashed > m_size) {
        m_hash.reset();
        m_hashed = 0;
        hashSome();
    }
    return ok();
}

void Upload::hashSome()
{
    if (m_catching) return;
    m_catching = true;
    const auto step = [self = shared_from_this()] {
        self->m_catching = false;
        if (self->m_hashed == self->m_size) {
            self->m_reader.reset();
            return self->hashed();
        }
        if (!self->m_reader) {
            auto reader = self->m_blobs.read(self->m_key);
            if (reader) self->m_reader = std::move(*reader);
        }
        auto bytes = self->m_reader ? self->m_reader->read(self->m_hashed,
                                                           std::min(slice, self->m_size - self->m_hashed))
                                    : Result<QByteArray>(Error{Errc::NotFound, u"the upload was given up"_s});
        if (!bytes || bytes->isEmpty()) {
            for (auto &done : std::exchange(self->m_done, {}))
                done(bytes ? Error{Errc::Io, u"the stored file is shorter than it was"_s} : bytes.error());
            return;
        }
        self->m_hash.addData(*bytes);
        self->m_hashed += bytes->size();
        self->hashSome();
    };
    if (!m_pool.runAnyway(m_strand, step)) m_catching = false; // the server stops
}

void Upload::finish(const QByteArray &wanted, std::function<void(Result<Whole>)> done)
{
    m_wanted = wanted;
    m_done.push_back(std::move(done));
    if (m_hashed == m_size)
        hashed();
    else
        hashSome();
}

/// All that is here is hashed; if somebody waits for the end, this is it.
void Upload::hashed()
{
    if (m_done.empty() || m_size != m_length) return;
    const auto answer = [this](const Result<Whole> &whole) {
        for (auto &done : std::exchange(m_done, {})) done(whole);
    };
    const QByteArray sha256 = m_hash.result();
    if (!m_wanted.isEmpty() && sha256 != m_wanted)
        return answer(Error{Errc::Corrupt, u"the bytes that came have another SHA-256 than was told"_s});
    auto reader = m_blobs.read(m_key);
    if (!reader) return answer(reader.error());
    auto head = (*reader)->read(0, std::min(sniffed, m_size));
    if (!head) return answer(head.error());
    if (m_writer) {
        if (auto finished = m_blobs.finish(m_key); !finished) return answer(finished.error());
        m_writer.reset();
    }
    answer(Whole{sha256, sniffedMime(*head)});
}

std::shared_ptr<Upload> UploadBook::at(const AttId &att, qint64 length, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    Entry &entry = m_entries[att];
    if (!entry.upload) entry.upload = std::make_shared<Upload>(m_blobs, m_pool, att, length);
    entry.askedMs = nowMs;
    return entry.upload;
}

void UploadBook::drop(const AttId &att)
{
    const std::lock_guard lock(m_mutex);
    m_entries.remove(att);
}

void UploadBook::dropIdle(qint64 beforeMs)
{
    const std::lock_guard lock(m_mutex);
    m_entries.removeIf(
        [&](const auto &it) { return it.value().askedMs < beforeMs && it.value().upload.use_count() == 1; });
}

} // namespace kith::server
