#pragma once
#include "inspect/opened.h"
#include "inspect/report.h"

namespace kith::inspect {

struct Question {
    int limit = 200;             // rows of a table, 1..mostRows
    QString words{};             // of query, explain, timeline: SQL, a message's id, a chat's id
    qint64 beforeSeq = 0;        // of timeline: older than this; 0 = the newest
    qint64 timeLimitMs = 10'000; // of query
    static constexpr int mostRows = 100'000;
};

/// Errors: BadInput (what `words` says cannot be meant), NotFound, Corrupt, Timeout, Refused (query beyond
/// the views). Reports hold no content unless the veil of `opened` reveals.
Result<Report> summary(Opened &opened);
Result<Report> integrity(Opened &opened, const Question &question);
Result<Report> outbox(Opened &opened, const Question &question);
Result<Report> chats(Opened &opened, const Question &question);
Result<Report> gaps(Opened &opened, const Question &question);
Result<Report> receipts(Opened &opened, const Question &question);
Result<Report> explain(Opened &opened, const Question &question);
Result<Report> timeline(Opened &opened, const Question &question);
Result<Report> query(Opened &opened, const Question &question);

/// What two files of one case differ in: two mirrors, or a mirror and its server's database in either order.
Result<Report> diff(Opened &a, Opened &b, const Question &question);

/// Rows of a statement as a table; the names of its columns say what they hold: "…_ms" a time, "bytes" a
/// size; "…_key", "…_mark" and "mid_bytes" are left out unless `all`.
Table tableOf(File &file, const QString &key, const QString &title, const QByteArray &sql,
              const QVariantList &values, int limit, bool all = false);
/// The key of a chat by its id (22 or 32 characters) or the beginning of one.
Result<QVariant> chatKey(Opened &opened, const QString &chat);
Error onlyMirrors(const Opened &opened, const QString &verb);

} // namespace kith::inspect
