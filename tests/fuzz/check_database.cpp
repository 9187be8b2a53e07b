#include "tests/fuzz/session_rig.h"
#include "tests/fuzz/targets.h"

#include <sqlite3.h>

namespace kith::fuzz {

namespace {

struct Promise {
    const char *what;
    const char *faults; // a query: each row is a fault
};

constexpr Promise promises[] = {
    {"seqs are exactly 1..seq",
     "SELECT hex(c.id), c.seq, count(m.seq), max(m.seq) FROM chats c LEFT JOIN messages m ON m.chat_id = c.id"
     " GROUP BY c.id HAVING count(m.seq) <> c.seq OR coalesce(max(m.seq), 0) <> c.seq"},
    {"revs are within the chat's and used once",
     "WITH r AS (SELECT chat_id, rev FROM messages UNION ALL SELECT chat_id, rev FROM reactions"
     " UNION ALL SELECT chat_id, rev FROM chat_members UNION ALL SELECT id, info_rev FROM chats)"
     " SELECT hex(c.id), r.rev, c.rev, count(*) FROM r LEFT JOIN chats c ON c.id = r.chat_id"
     " GROUP BY r.chat_id, r.rev HAVING c.id IS NULL OR r.rev < 1 OR r.rev > c.rev OR count(*) > 1"},
    {"the newest change carries the chat's tag",
     "WITH r AS (SELECT chat_id, rev, tag FROM messages UNION ALL SELECT chat_id, rev, tag FROM reactions"
     " UNION ALL SELECT chat_id, rev, tag FROM chat_members UNION ALL SELECT id, info_rev, info_tag FROM "
     "chats)"
     " SELECT hex(c.id), c.rev FROM chats c WHERE NOT EXISTS"
     " (SELECT 1 FROM r WHERE r.chat_id = c.id AND r.rev = c.rev AND r.tag = c.tag)"},
    {"watermarks are in bounds",
     "SELECT hex(chat_id), seen_pub, delivered, seq FROM chat_members cm JOIN chats c ON c.id = cm.chat_id"
     " WHERE seen_pub > delivered OR delivered > seq OR seen_pub < 0"},
    {"receipt numbers are within the chat's and used once",
     "SELECT hex(cm.chat_id), cm.rx, count(*) FROM chat_members cm LEFT JOIN chat_rx x ON x.chat_id = "
     "cm.chat_id"
     " WHERE cm.rx > 0 GROUP BY cm.chat_id, cm.rx HAVING count(*) > 1 OR cm.rx > coalesce(max(x.rx), 0)"},
    {"present members are counted",
     "SELECT hex(c.id), c.members_n, count(cm.user_id) FROM chats c LEFT JOIN chat_members cm"
     " ON cm.chat_id = c.id AND cm.left_rev = 0 GROUP BY c.id HAVING c.members_n <> count(cm.user_id)"},
    {"a group with members has one owner",
     "SELECT hex(c.id), c.members_n, sum(cm.role = 3) FROM chats c JOIN chat_members cm ON cm.chat_id = c.id"
     " AND cm.left_rev = 0 WHERE c.kind = 2 GROUP BY c.id HAVING sum(cm.role = 3) <> 1"},
    {"urevs are within the user's and used once",
     "SELECT hex(u.id), s.urev, u.urev, count(*) FROM user_state s LEFT JOIN users u ON u.id = s.user_id"
     " GROUP BY s.user_id, s.urev HAVING u.id IS NULL OR s.urev < 1 OR s.urev > u.urev OR count(*) > 1"},
    {"a dead message has no text", "SELECT hex(chat_id), seq FROM messages WHERE dead <> 0 AND body <> ''"},
    {"reactions are on messages of their chat",
     "SELECT hex(r.chat_id), hex(r.mid) FROM reactions r LEFT JOIN messages m ON m.chat_id = r.chat_id"
     " AND m.mid = r.mid WHERE m.mid IS NULL"},
    {"a direct chat has two members",
     "SELECT hex(c.id), count(*) FROM chats c JOIN chat_members cm ON cm.chat_id = c.id WHERE c.kind = 1"
     " GROUP BY c.id HAVING count(*) <> 2"},
    {"the file is whole", "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'"},
};

} // namespace

void checkDatabase(const QString &file)
{
    sqlite3 *db = nullptr;
    hold(sqlite3_open_v2(file.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK,
         "the database can be opened");
    for (const Promise &promise : promises) {
        sqlite3_stmt *statement = nullptr;
        hold(sqlite3_prepare_v2(db, promise.faults, -1, &statement, nullptr) == SQLITE_OK, promise.what,
             sqlite3_errmsg(db));
        if (sqlite3_step(statement) == SQLITE_ROW) {
            QByteArray row;
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, i));
                row += QByteArray(text) + " | ";
            }
            broken(promise.what, row);
        }
        sqlite3_finalize(statement);
    }
    sqlite3_close(db);
}

} // namespace kith::fuzz
