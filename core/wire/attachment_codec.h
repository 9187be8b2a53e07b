#pragma once
#include "core/base/result.h"
#include "core/domain/attachment.h"
#include "core/wire/account_codec.h"

/// Attachments inside a message's extra (docs/protocol.md, "Attachments"), and the bodies of the file API.
namespace kith::wire {

/// Whether there is anything to read; cheap, for rows that nearly never have any.
bool mayHaveAttachments(const QByteArray &extra);
/// The attachments of a message. Corrupt: `atts` breaks a bound; `what` names the field.
Result<std::vector<Attachment>> attachments(const QByteArray &extra);
/// As above; an unreadable list gives none. For rows that somebody else's client wrote.
std::vector<Attachment> attachmentsOrNone(const QByteArray &extra);
/// `extra` with these attachments in place of its own; fields of them that this version does not know are
/// kept under the same id.
QByteArray withAttachments(const QByteArray &extra, const std::vector<Attachment> &atts);

/// GET /v1/files
struct FilesInfo {
    qint64 fileBytes = limits::fileBytes; // largest file
    qint64 quotaBytes = limits::userFilesBytes;
    qint64 usedBytes = 0; // unfinished uploads count with their whole length
    int atts = limits::messageAtts;
    friend bool operator==(const FilesInfo &, const FilesInfo &) = default;
};
QByteArray encode(const FilesInfo &info);
Result<FilesInfo> decodeFilesInfo(QByteArrayView body);

/// Codes of ApiError that only the file API uses.
namespace api {
inline constexpr char16_t notMember[] = u"not_member";     // 403: of the chat that the file is for
inline constexpr char16_t quota[] = u"quota";              // 403: the user's files would be too many bytes
inline constexpr char16_t forbidden[] = u"forbidden";      // 403: a message uses it
inline constexpr char16_t midConflict[] = u"mid_conflict"; // 409: this id is another file
inline constexpr char16_t offset[] = u"offset";            // 409: see the answer's Upload-Offset
inline constexpr char16_t gone[] = u"gone";                // 410: deleted, or the upload took too long
inline constexpr char16_t tusVersion[] = u"tus_version";   // 412
inline constexpr char16_t attTooBig[] = u"att_too_big";    // 413
inline constexpr char16_t badRange[] = u"bad_range";       // 416
inline constexpr char16_t checksum[] = u"checksum";        // 460: of one piece
inline constexpr char16_t attMismatch[] = u"att_mismatch"; // 460: of the whole file
inline constexpr char16_t storageFull[] = u"storage_full"; // 507, with retry_ms
} // namespace api

} // namespace kith::wire
