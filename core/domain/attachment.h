#pragma once
#include "core/base/ids.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace kith {

using AttId =
    Id<struct AttTag>; // one file: minted by the client that sends it, so that creating is repeatable

namespace limits {

inline constexpr qint64 fileBytes = 2LL * 1024 * 1024 * 1024; // of one file
inline constexpr qint64 userFilesBytes =
    20LL * 1024 * 1024 * 1024; // of all files that a user has on a server
inline constexpr int messageAtts = 10;
inline constexpr int attNameBytes = 255;   // UTF-8
inline constexpr int attMimeBytes = 127;   // ASCII
inline constexpr int attThumbBytes = 2048; // before base64; ten of them and a full text fit a frame
inline constexpr int attWaveBytes = 128;   // loudness of a voice note, one byte a bar
inline constexpr int attSidePixels = 65'535;
inline constexpr qint64 cacheBytes = 4LL * 1024 * 1024 * 1024; // of downloads that a device keeps

} // namespace limits

/// What a message says of one of its files. The bytes are on the server under `att`.
struct Attachment {
    AttId att;
    QString name;      // as the sender called it: words, never a path; safeFileName() before it meets a disk
    qint64 size = 0;   // bytes
    QByteArray sha256; // 32 bytes
    QString mime;      // sniffed from the content by the server
    bool voice = false;
    int width = 0, height = 0; // pixels, pictures and films; 0 = not told
    qint64 durationMs = 0;     // voice and films; 0 = not told
    QByteArray thumb;          // a small JPEG or PNG; empty = none
    QByteArray wave;           // voice: loudness over time
    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// A file that the user wants to send, as the screen knows it.
struct OutgoingFile {
    AttId att; // minted by the caller
    QString path;
    QString name; // empty = the file's own
    bool voice = false;
    int width = 0, height = 0;
    qint64 durationMs = 0;
    QByteArray thumb; // at most limits::attThumbBytes, else it is left out
    QByteArray wave;
    friend bool operator==(const OutgoingFile &, const OutgoingFile &) = default;
};

/// Where the bytes of an attachment are, seen from this device. Persisted: append only.
enum class TransferState : quint8 {
    None = 0,    // only on the server
    Waiting = 1, // has its turn later, or goes on after a cut
    Active = 2,  // on the line now; never stored
    Done = 3,    // the file at `path` is whole
    Failed = 4,  // needs a person: `error` says why
};

/// One attachment of a message as the screen shows it.
struct AttachmentView {
    Attachment info;
    TransferState state = TransferState::None;
    bool upload = false; // the transfer goes (went) from here to the server
    qint64 doneBytes = 0;
    QString path;  // of the whole file on this device; empty while there is none
    QString error; // one word: "file_gone", "file_changed", "file_quota" …; empty = none
    friend bool operator==(const AttachmentView &, const AttachmentView &) = default;
};

} // namespace kith
