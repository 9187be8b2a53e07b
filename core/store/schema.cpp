#include "core/store/schema.h"

#include "core/store/db.h"
#include "core/store/safe_copy.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace kith::schema {
namespace {

// Persisted enums and their numbers: core/domain. Ids are 16-byte blobs; *_pk are the small keys of Keys.
const char *const first[] = {
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID",

    "CREATE TABLE users(pk INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, login TEXT NOT NULL DEFAULT '',"
    " name TEXT NOT NULL DEFAULT '', login_key TEXT NOT NULL DEFAULT '', name_key TEXT NOT NULL DEFAULT '') "
    "STRICT",
    "CREATE INDEX users_login ON users(login_key)",
    "CREATE INDEX users_name ON users(name_key)",

    "CREATE TABLE chats(pk INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL,"
    " title TEXT NOT NULL DEFAULT '', members INTEGER NOT NULL DEFAULT 0, ver INTEGER NOT NULL DEFAULT 0,"
    " info_rev INTEGER NOT NULL DEFAULT 0, epoch BLOB, rev INTEGER NOT NULL DEFAULT 0,"
    " tag INTEGER NOT NULL DEFAULT 0, rx INTEGER NOT NULL DEFAULT 0, seq INTEGER NOT NULL DEFAULT 0,"
    " act INTEGER NOT NULL DEFAULT 0, server_unread INTEGER NOT NULL DEFAULT 0,"
    " server_unread_upto INTEGER NOT NULL DEFAULT 0, left INTEGER NOT NULL DEFAULT 0,"
    " known INTEGER NOT NULL DEFAULT 0) STRICT",
    "CREATE INDEX chats_act ON chats(act, id)",

    "CREATE TABLE ranges(chat_pk INTEGER NOT NULL REFERENCES chats(pk), lo INTEGER NOT NULL, hi INTEGER NOT "
    "NULL,"
    " as_of INTEGER, PRIMARY KEY(chat_pk, lo)) STRICT, WITHOUT ROWID",

    // rev -1: only a watermark has been heard of
    "CREATE TABLE members(chat_pk INTEGER NOT NULL REFERENCES chats(pk), user_pk INTEGER NOT NULL REFERENCES "
    "users(pk),"
    " role INTEGER NOT NULL DEFAULT 1, left INTEGER NOT NULL DEFAULT 0, rev INTEGER NOT NULL DEFAULT -1,"
    " delivered INTEGER NOT NULL DEFAULT 0, seen INTEGER NOT NULL DEFAULT 0,"
    " PRIMARY KEY(chat_pk, user_pk)) STRICT, WITHOUT ROWID",
    "CREATE INDEX members_user ON members(user_pk)",

    // seq NULL: no server has answered yet. kind NULL: \"text\". state: MessageState.
    "CREATE TABLE messages(pk INTEGER PRIMARY KEY, mid BLOB NOT NULL, chat_pk INTEGER NOT NULL REFERENCES "
    "chats(pk),"
    " seq INTEGER, rev INTEGER NOT NULL, sender_pk INTEGER NOT NULL, kind TEXT, reply BLOB, root BLOB,"
    " ev INTEGER NOT NULL DEFAULT 0, dead INTEGER NOT NULL DEFAULT 0, state INTEGER NOT NULL, local_pos "
    "INTEGER,"
    " at INTEGER NOT NULL, refused TEXT, extra TEXT, body TEXT NOT NULL) STRICT",
    "CREATE UNIQUE INDEX messages_mid ON messages(mid)", // v7 ids: also an index on the time of entering
    "CREATE UNIQUE INDEX messages_seq ON messages(chat_pk, seq) WHERE seq IS NOT NULL",
    "CREATE INDEX messages_unsent ON messages(chat_pk, local_pos) WHERE seq IS NULL",

    // detail=none halves the file: the index says which rows hold all three-character pieces of a word, and
    // the reader looks into the text whether they stand together. Deleting must name the text that was
    // indexed.
    "CREATE VIRTUAL TABLE fts USING fts5(body, content='messages', content_rowid='pk', tokenize='trigram',"
    " detail=none, columnsize=0)",
    // Merging small segments costs more than writing them while a mirror fills in batches of 200; at 16 (the
    // most that FTS5 takes) apply costs half and searches stay where they were.
    "INSERT INTO fts(fts, rank) VALUES('automerge', 16)",
    "CREATE TRIGGER messages_fts_insert AFTER INSERT ON messages WHEN new.body <> '' BEGIN"
    " INSERT INTO fts(rowid, body) VALUES(new.pk, new.body); END",
    "CREATE TRIGGER messages_fts_delete AFTER DELETE ON messages WHEN old.body <> '' BEGIN"
    " INSERT INTO fts(fts, rowid, body) VALUES('delete', old.pk, old.body); END",
    "CREATE TRIGGER messages_fts_unindex AFTER UPDATE OF body ON messages"
    " WHEN old.body <> '' AND old.body IS NOT new.body BEGIN"
    " INSERT INTO fts(fts, rowid, body) VALUES('delete', old.pk, old.body); END",
    "CREATE TRIGGER messages_fts_reindex AFTER UPDATE OF body ON messages"
    " WHEN new.body <> '' AND old.body IS NOT new.body BEGIN"
    " INSERT INTO fts(rowid, body) VALUES(new.pk, new.body); END",

    "CREATE TABLE reactions(mid BLOB NOT NULL, user_pk INTEGER NOT NULL, emoji TEXT NOT NULL,"
    " chat_pk INTEGER NOT NULL, \"on\" INTEGER NOT NULL, ver INTEGER NOT NULL, rev INTEGER NOT NULL,"
    " PRIMARY KEY(mid, user_pk, emoji)) STRICT, WITHOUT ROWID",

    // chat_pk NULL: the lane of the user's own settings
    "CREATE TABLE outbox(pk INTEGER PRIMARY KEY AUTOINCREMENT, chat_pk INTEGER REFERENCES chats(pk),"
    " kind TEXT NOT NULL, mid BLOB, op BLOB, payload BLOB NOT NULL, refused INTEGER NOT NULL DEFAULT 0,"
    " tries INTEGER NOT NULL DEFAULT 0, entered INTEGER NOT NULL DEFAULT 0, last_error TEXT NOT NULL DEFAULT "
    "'')"
    " STRICT",
    "CREATE INDEX outbox_ready ON outbox(chat_pk, pk) WHERE refused = 0",
    "CREATE INDEX outbox_lane ON outbox(chat_pk, pk)",
    "CREATE INDEX outbox_mid ON outbox(mid, pk) WHERE mid IS NOT NULL",
    "CREATE INDEX outbox_change ON outbox(chat_pk, pk) WHERE kind IN ('edit', 'del', 'react')",

    "CREATE TABLE receipts(chat_pk INTEGER PRIMARY KEY REFERENCES chats(pk), want_delivered INTEGER NOT NULL "
    "DEFAULT 0,"
    " want_seen INTEGER NOT NULL DEFAULT 0, ack_delivered INTEGER NOT NULL DEFAULT 0,"
    " ack_seen INTEGER NOT NULL DEFAULT 0) STRICT",
    "CREATE INDEX receipts_waiting ON receipts(chat_pk)"
    " WHERE want_delivered > ack_delivered OR want_seen > ack_seen",

    "CREATE TABLE drafts(chat_pk INTEGER PRIMARY KEY REFERENCES chats(pk), text TEXT NOT NULL, reply BLOB,"
    " ver INTEGER NOT NULL DEFAULT 0, dirty INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL DEFAULT 0) "
    "STRICT",
    "CREATE INDEX drafts_dirty ON drafts(chat_pk) WHERE dirty = 1",
    "CREATE TABLE draft_history(pk INTEGER PRIMARY KEY, chat_pk INTEGER NOT NULL REFERENCES chats(pk),"
    " text TEXT NOT NULL, at INTEGER NOT NULL) STRICT",
    "CREATE INDEX draft_history_chat ON draft_history(chat_pk, pk)",
    "CREATE INDEX draft_history_at ON draft_history(at)",

    "CREATE TABLE user_state(kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, ver INTEGER NOT "
    "NULL,"
    " device BLOB, urev INTEGER NOT NULL, PRIMARY KEY(kind, key)) STRICT, WITHOUT ROWID",

    "CREATE TABLE quarantine(pk INTEGER PRIMARY KEY, chat_pk INTEGER REFERENCES chats(pk), k TEXT NOT NULL,"
    " rev INTEGER NOT NULL, raw BLOB NOT NULL, error TEXT NOT NULL, app TEXT NOT NULL) STRICT",
    "CREATE INDEX quarantine_chat ON quarantine(chat_pk, rev)",

    "CREATE TABLE attachments(pk INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, mid BLOB, path TEXT,"
    " size INTEGER NOT NULL DEFAULT 0, sha256 BLOB, state INTEGER NOT NULL DEFAULT 0, upload_id TEXT,"
    " parts INTEGER NOT NULL DEFAULT 0, thumb BLOB) STRICT",
    "CREATE INDEX attachments_mid ON attachments(mid) WHERE mid IS NOT NULL",

    // For support: these names and columns outlive the tables behind them.
    "CREATE VIEW v_chats AS SELECT lower(hex(id)) AS chat, CASE kind WHEN 1 THEN 'direct' ELSE 'group' END "
    "AS kind,"
    " title, members, lower(hex(epoch)) AS epoch, rev, rx, seq, act AS act_ms, server_unread, left, known "
    "FROM chats",
    "CREATE VIEW v_messages AS SELECT lower(hex(m.mid)) AS mid, lower(hex(c.id)) AS chat, m.seq, m.rev,"
    " lower(hex(u.id)) AS sender, coalesce(m.kind, 'text') AS kind, m.ev, m.dead,"
    " CASE m.state WHEN 1 THEN 'queued' WHEN 2 THEN 'sent' WHEN 3 THEN 'refused' ELSE 'unverified' END AS "
    "state,"
    " m.at AS at_ms, lower(hex(m.reply)) AS reply, m.body FROM messages m JOIN chats c ON c.pk = m.chat_pk"
    " LEFT JOIN users u ON u.pk = m.sender_pk",
    "CREATE VIEW v_outbox AS SELECT o.pk, lower(hex(c.id)) AS chat, o.kind, lower(hex(o.mid)) AS mid,"
    " lower(hex(o.op)) AS op, o.refused, o.tries, o.entered AS entered_ms, o.last_error FROM outbox o"
    " LEFT JOIN chats c ON c.pk = o.chat_pk",
    "CREATE VIEW v_health AS SELECT (SELECT value FROM meta WHERE key = 'last_sync') AS last_sync_ms,"
    " (SELECT count(*) FROM chats) AS chats, (SELECT count(*) FROM messages) AS messages,"
    " (SELECT count(*) FROM outbox WHERE refused = 0) AS waiting,"
    " (SELECT count(*) FROM outbox WHERE refused = 1) AS refused,"
    " (SELECT count(*) FROM quarantine) AS quarantined,"
    " (SELECT value FROM meta WHERE key = 'min_reader') AS min_reader,"
    " (SELECT value FROM meta WHERE key = 'min_writer') AS min_writer",

    // The oldest schema versions whose programs may still read and write this file.
    "INSERT INTO meta(key, value) VALUES('min_reader', 1), ('min_writer', 1)",
};

// Two triggers on one update fire in no order that one may rely on: the old text was taken out of the index
// after the new one had come in, and with it the words that both have. One trigger does both in its order.
const char *const oneSearchTrigger[] = {
    "DROP TRIGGER messages_fts_unindex",
    "DROP TRIGGER messages_fts_reindex",
    "CREATE TRIGGER messages_fts_update AFTER UPDATE OF body ON messages WHEN old.body IS NOT new.body BEGIN"
    " INSERT INTO fts(fts, rowid, body) SELECT 'delete', old.pk, old.body WHERE old.body <> '';"
    " INSERT INTO fts(rowid, body) SELECT new.pk, new.body WHERE new.body <> ''; END",
    "INSERT INTO fts(fts) VALUES('rebuild')",
};

// The journal of attempts, and what the status line reads.
const char *const journal[] = {
    // Wall clock when it was committed here; NULL: not entered on this device. The outbox row takes its own
    // with it.
    "ALTER TABLE messages ADD COLUMN entered INTEGER",
    "UPDATE messages SET entered = (SELECT o.entered FROM outbox o WHERE o.mid = messages.mid AND o.kind = "
    "'send') WHERE seq IS NULL",
    // what: JournalWhat. mid NULL: an outage, which concerns all that waited then.
    "CREATE TABLE journal(pk INTEGER PRIMARY KEY AUTOINCREMENT, mid BLOB, op BLOB, kind TEXT NOT NULL,"
    " what INTEGER NOT NULL, why TEXT NOT NULL, times INTEGER NOT NULL, first INTEGER NOT NULL,"
    " last INTEGER NOT NULL) STRICT",
    "CREATE INDEX journal_mid ON journal(mid, pk)",
    "DROP INDEX outbox_ready",
    "CREATE INDEX outbox_ready ON outbox(chat_pk, pk, entered) WHERE refused = 0",
    "CREATE VIEW v_journal AS SELECT pk, lower(hex(mid)) AS mid, lower(hex(op)) AS op, kind,"
    " CASE what WHEN 1 THEN 'no answer' WHEN 2 THEN 'delayed' WHEN 3 THEN 'refused' WHEN 4 THEN 'retried'"
    " WHEN 5 THEN 'answered' WHEN 6 THEN 'requeued' WHEN 7 THEN 'renamed' WHEN 8 THEN 'discarded'"
    " WHEN 9 THEN 'outage' ELSE what END AS what, why, times, first AS first_ms, last AS last_ms FROM "
    "journal",
};

// Transfers that go on after a restart, and sends that wait beside their lane for them.
const char *const transfers[] = {
    "ALTER TABLE attachments ADD COLUMN upload INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE attachments ADD COLUMN done INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE attachments ADD COLUMN mtime INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE attachments ADD COLUMN error TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE attachments ADD COLUMN used INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX attachments_waiting ON attachments(pk) WHERE state = 1",
    "CREATE INDEX attachments_cached ON attachments(used, size) WHERE upload = 0 AND state = 3",
    "ALTER TABLE outbox ADD COLUMN after_att INTEGER NOT NULL DEFAULT 0",
    "DROP INDEX outbox_ready",
    "CREATE INDEX outbox_ready ON outbox(chat_pk, pk, entered) WHERE refused = 0 AND after_att = 0",
    "CREATE INDEX outbox_after ON outbox(pk, entered) WHERE refused = 0 AND after_att = 1",
};

// Timers of chats, and what the user has deleted for themselves.
const char *const content[] = {
    "ALTER TABLE chats ADD COLUMN timer INTEGER NOT NULL DEFAULT 0",
    // Server's clock; dead = 1 with it: gone here, the server's own tombstone is awaited.
    "ALTER TABLE messages ADD COLUMN exp INTEGER",
    "CREATE INDEX messages_exp ON messages(exp) WHERE exp IS NOT NULL",
    "CREATE TABLE hidden(mid BLOB PRIMARY KEY) STRICT, WITHOUT ROWID",
};

// What rows of members and chats tell beyond the columns: pictures, settings of groups, what is not known
// yet.
const char *const openParts[] = {
    "ALTER TABLE chats ADD COLUMN extra TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE members ADD COLUMN extra TEXT NOT NULL DEFAULT ''",
};

// The reactions of a chat are found without its messages: one may come before what it belongs to.
const char *const reactionsOfChat[] = {
    "CREATE INDEX reactions_chat ON reactions(chat_pk)",
};

// Append only; a migration that has been released never changes. Each new one needs a kept file:
// tests/store/old/keep_schema.py.
const Migration migrations[] = {{first},   {oneSearchTrigger}, {journal},        {transfers},
                                {content}, {openParts},        {reactionsOfChat}};

int versionOf(Db &db) { return int(db.number("PRAGMA user_version")); }

Error tooNew(Db &db, qint64 version, size_t known)
{
    return {Errc::TooNew,
            u"%1 was written by a newer version of Kith (schema %2, this version knows up to %3): "
            u"install that version or a newer one; the file was not touched"_s.arg(db.file())
                .arg(version)
                .arg(known)};
}

QString copyName(const QString &file, int version) { return u"%1.before-schema-%2"_s.arg(file).arg(version); }

Status take(Db &db, const Migration &step, int version)
{
    if (step.destructive) {
        if (const Status kept = keepCopy(db, copyName(db.file(), version)); !kept) return kept;
    }
    Transaction transaction(db);
    for (const char *statement : step.statements) db.exec(QString::fromLatin1(statement));
    db.exec(u"PRAGMA user_version=%1"_s.arg(version)); // rolls back with its transaction
    return transaction.commit();
}

} // namespace

int current() { return int(std::size(migrations)); }

std::span<const Migration> released() { return migrations; }

Status migrate(Db &db, int target) { return migrate(db, migrations, target); }

Status migrate(Db &db, std::span<const Migration> all, int target)
{
    const int version = versionOf(db);
    if (db.failed()) return db.error();
    if (version > int(all.size())) return tooNew(db, version, all.size());
    for (int next = version + 1; next <= target; ++next) {
        const Migration &step = all[size_t(next) - 1];
        if (const Status done = take(db, step, next); !done) return done;
        if (!step.destructive) continue;
        for (int older = 1; older < next; ++older) QFile::remove(copyName(db.file(), older));
    }
    return ok();
}

Status checkReadable(Db &db)
{
    const int version = versionOf(db);
    if (db.failed()) return db.error();
    if (version == 0) return Error{Errc::NotFound, u"%1 is not a mirror yet"_s.arg(db.file())};
    const qint64 needs = db.number("SELECT value FROM meta WHERE key = 'min_reader'");
    if (db.failed()) return db.error();
    if (needs > current()) return tooNew(db, needs, std::size(migrations));
    if (version < current())
        return Error{
            Errc::Unavailable,
            u"%1 was written by an older version of Kith (schema %2 of %3) and was not brought up to date "
            u"yet"_s.arg(db.file())
                .arg(version)
                .arg(current())};
    return ok();
}

} // namespace kith::schema
