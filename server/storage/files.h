#pragma once
#include "server/storage/write_desk.h"

namespace kith::server {

/// Attachments: writes. Only what the database knows of them; their bytes are behind Blobs.
class Files {
public:
    explicit Files(WriteDesk &desk);
    WriteResult add(const NewFile &file);
    WriteResult done(const FileDone &file);
    WriteResult drop(const FilesGone &files);

    /// Why a message with these attachments is refused; nullopt = they may be used.
    std::optional<wire::Err> fault(const Caller &caller, const wire::Send &send,
                                   const std::vector<Attachment> &atts, const Mid &source);
    /// `source`: the message that this one repeats, whose files it may use; null = none.
    void use(const wire::Send &send, const UserId &sender, const std::vector<Attachment> &atts,
             const Mid &source);
    /// The message is gone: so are its files, for everybody, from this commit on, unless a message that
    /// repeats it uses them.
    void release(const Mid &mid, qint64 nowMs);

private:
    std::optional<FileRow> find(const AttId &att);
    bool usedBy(const AttId &att, const Mid &mid);

    WriteDesk &m_desk;
    Statement m_find, m_used, m_add, m_done, m_drop, m_use, m_release;
    Statement m_useToo, m_usesToo, m_ofMessage, m_heir, m_inherit, m_dropUse, m_dropUses;
};

/// Attachments: reads.
class FileReads {
public:
    explicit FileReads(Db &db);
    std::optional<FileRow> find(const UserId &caller, const AttId &att);
    qint64 usedBytes(const UserId &owner);
    std::vector<FileRow> stale(qint64 unfinishedBeforeMs, qint64 unusedBeforeMs, int limit);
    std::vector<AttId> unknown(const std::vector<AttId> &atts);

private:
    Statement m_find, m_used, m_stale, m_known;
};

} // namespace kith::server
