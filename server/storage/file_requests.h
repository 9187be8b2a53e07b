#pragma once
#include "core/domain/attachment.h"
#include "server/storage/caller.h"

#include <vector>

/// What the file API asks of the repository: what the database knows of an attachment.
namespace kith::server {

enum class FileState : quint8 { Uploading = 1, Ready = 2, Used = 3, Released = 4 }; // persisted: append only
struct FileRow {
    AttId att;
    UserId owner;
    ChatId chat;
    qint64 size = 0;   // as promised at the creation
    QByteArray sha256; // 32 bytes; Uploading: as promised, maybe empty
    QString mime;      // sniffed; empty while Uploading
    FileState state = FileState::Uploading;
    QString name;
    Mid mid;              // of the message that uses it
    qint64 createdMs = 0; // of the creation; Ready: of the completion; Released: of the release
    bool present = false; // the caller is a present member of the chat
    QByteArray key() const { return att.blob().toHex(); } // of its blob
};
struct NewFile { // Known when it is the repetition of a creation; all fates but Made change nothing
    AttId att;
    Caller caller;
    ChatId chat;
    qint64 size = 0;
    QString name;
    QByteArray sha256; // empty = not told
    qint64 quotaBytes = 0;
    qint64 nowMs = 0;
};
struct FileMade {
    enum class Fate : quint8 { Made, Known, NotMember, Quota, Taken } fate = Fate::Made;
    qint64 usedBytes = 0; // of the caller's quota; Made and Quota
};
struct FileDone { // all bytes are in the finished blob; NotFound: the upload was given up meanwhile
    AttId att;
    QByteArray sha256;
    QString mime;
    qint64 nowMs = 0;
};
struct FilesGone { // never those that a message uses
    std::vector<AttId> atts;
};
struct FilesDropped {
    std::vector<AttId> atts;
};

} // namespace kith::server
