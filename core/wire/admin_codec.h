#pragma once
#include "core/base/result.h"

#include <QHash>
#include <QStringList>
#include <utility>
#include <vector>

/// What `kith-server admin` and the server say to each other over their local socket: one JSON object a line,
/// one request for a connection.
namespace kith::wire {

inline constexpr qint64 adminLineBytes = 64 * 1024;        // of a request
inline constexpr qint64 adminReplyBytes = 4 * 1024 * 1024; // of a reply

struct AdminRequest {
    QString command;
    QStringList words;
    QHash<QString, QString> options; // flags have an empty value
    friend bool operator==(const AdminRequest &, const AdminRequest &) = default;
};

using AdminValue = std::variant<QString, qint64, bool>;
using AdminRow = std::vector<std::pair<QString, AdminValue>>; // in the order in which it is shown

struct AdminReply {
    std::vector<AdminRow> rows;
    bool done = true;
    Error error; // when it is not done
};

QByteArray encode(const AdminRequest &request);
QByteArray encode(const AdminReply &reply);
/// Corrupt: not such an object; `what` names the field, never its value.
Result<AdminRequest> decodeAdminRequest(QByteArrayView line);
Result<AdminReply> decodeAdminReply(QByteArrayView line);

} // namespace kith::wire
