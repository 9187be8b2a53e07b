#pragma once
#include "core/wire/frames.h"

#include <QByteArray>
#include <QString>
#include <variant>

namespace kith::wire {

/// Why a frame could not be read. `id` is the request's id when at least that was readable, so that the
/// server can answer err{id}; 0 otherwise.
struct BadFrame {
    qint64 id = 0;
    Code code = Code::BadRequest; // BadRequest, TooLong or Unknown (a `t` this version does not know)
    QString what;                 // names the field; never its text
};

template <class T> using Decoded = std::variant<T, BadFrame>;

/// UTF-8 JSON of at most limits::clientFrameBytes; larger, malformed or out-of-bound input is a BadFrame.
Decoded<Request> decodeRequest(QByteArrayView bytes);
/// As above, limits::serverFrameBytes. A single bad row becomes an UnknownRow and does not fail the frame
/// (R17).
Decoded<Reply> decodeReply(QByteArrayView bytes);

/// Compact JSON. Pure; any thread.
QByteArray encode(const Request &request);
QByteArray encode(const Reply &reply);
/// The encoded size of one row as it stands in a page, in bytes; for cutting pages at limits::pageBytes.
qsizetype encodedSize(const Row &row);

/// One row as the object it is on the wire: the raw form for quarantine and golden files.
QByteArray encodeRow(const Row &row);
Row decodeRow(QByteArrayView object);

} // namespace kith::wire
