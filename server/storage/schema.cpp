#include "server/storage/schema.h"

#include "core/base/random.h"
#include "server/storage/db.h"
#include "server/storage/safe_copy.h"

#include <QFile>
#include <algorithm>
#include <string>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

// Append only; a new file runs every step, so that a fresh and an upgraded one cannot differ. Each new
// version needs a kept file: tests/store/old/keep_schema.py. Rows that change carry (rev, tag) of their last
// change, so that any cursor can be checked against them. WITHOUT ROWID where the key is the way in: one
// B-tree less to keep for each write.
constexpr Step steps[] = {
    {1,
     "CREATE TABLE meta (one INTEGER PRIMARY KEY CHECK (one = 1), epoch BLOB NOT NULL, db_uuid BLOB NOT NULL,"
     " schema INTEGER NOT NULL, commit_no INTEGER NOT NULL DEFAULT 0, token_key BLOB NOT NULL) STRICT"},
    {1, "CREATE TABLE users (id BLOB NOT NULL PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
        " pw_hash BLOB NOT NULL, urev INTEGER NOT NULL DEFAULT 0, utag INTEGER NOT NULL DEFAULT 0,"
        " last_seen INTEGER NOT NULL DEFAULT 0 /* Unix ms */, flags INTEGER NOT NULL DEFAULT 0 /* 1 = "
        "disabled */,"
        " at INTEGER NOT NULL) STRICT"},
    {1, "CREATE TABLE devices (id BLOB NOT NULL PRIMARY KEY, user_id BLOB NOT NULL REFERENCES users (id),"
        " name TEXT NOT NULL, app TEXT NOT NULL, token_hash BLOB, push_token TEXT,"
        " last_seen INTEGER NOT NULL DEFAULT 0, revoked INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL) "
        "STRICT"},
    {1, "CREATE INDEX device_user ON devices (user_id)"},
    {1, "CREATE UNIQUE INDEX device_token ON devices (token_hash) WHERE token_hash IS NOT NULL"},
    {1, "CREATE TABLE chats (id BLOB NOT NULL PRIMARY KEY, kind INTEGER NOT NULL, title TEXT NOT NULL,"
        " rev INTEGER NOT NULL, tag INTEGER NOT NULL, seq INTEGER NOT NULL, last_mid BLOB,"
        " floor_rev INTEGER NOT NULL DEFAULT 0, act_at INTEGER NOT NULL, members_n INTEGER NOT NULL,"
        " mem_rev INTEGER NOT NULL, ver INTEGER NOT NULL DEFAULT 0, info_rev INTEGER NOT NULL,"
        " info_tag INTEGER NOT NULL, op BLOB /* of the last chat.set */, made_by BLOB NOT NULL,"
        " made_op BLOB NOT NULL) STRICT"},
    {1,
     "CREATE TABLE chat_rx (chat_id BLOB NOT NULL PRIMARY KEY, rx INTEGER NOT NULL) STRICT, WITHOUT ROWID"},
    {1,
     "CREATE TABLE chat_members (chat_id BLOB NOT NULL, user_id BLOB NOT NULL, role INTEGER NOT NULL,"
     " min_seq INTEGER NOT NULL DEFAULT 0, joined_rev INTEGER NOT NULL, left_rev INTEGER NOT NULL DEFAULT 0"
     " /* 0 = present */, delivered INTEGER NOT NULL DEFAULT 0, seen_pub INTEGER NOT NULL DEFAULT 0,"
     " rx INTEGER NOT NULL DEFAULT 0, rev INTEGER NOT NULL, tag INTEGER NOT NULL,"
     " muted_until INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (chat_id, user_id)) STRICT, WITHOUT ROWID"},
    {1, "CREATE INDEX member_user ON chat_members (user_id, chat_id) WHERE left_rev = 0"},
    {1, "CREATE UNIQUE INDEX member_rev ON chat_members (chat_id, rev)"},
    {1, "CREATE INDEX member_rx ON chat_members (chat_id, rx) WHERE rx > 0"},
    {1, "CREATE TABLE messages (chat_id BLOB NOT NULL, seq INTEGER NOT NULL, rev INTEGER NOT NULL,"
        " tag INTEGER NOT NULL, mid BLOB NOT NULL, sender BLOB NOT NULL, kind TEXT NOT NULL, root BLOB, "
        "reply BLOB,"
        " body TEXT NOT NULL, extra BLOB, ev INTEGER NOT NULL DEFAULT 0, op BLOB, dead INTEGER NOT NULL "
        "DEFAULT 0,"
        " hash INTEGER NOT NULL, at INTEGER NOT NULL /* Unix ms */, reacted INTEGER NOT NULL DEFAULT 0,"
        " PRIMARY KEY (chat_id, seq)) STRICT, WITHOUT ROWID"},
    {1, "CREATE UNIQUE INDEX message_mid ON messages (mid)"},
    {1, "CREATE UNIQUE INDEX message_rev ON messages (chat_id, rev)"},
    {1, "CREATE TABLE message_edits (chat_id BLOB NOT NULL, mid BLOB NOT NULL, ev INTEGER NOT NULL,"
        " body TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (chat_id, mid, ev)) STRICT, WITHOUT ROWID"},
    {1, "CREATE TABLE reactions (chat_id BLOB NOT NULL, mid BLOB NOT NULL, user_id BLOB NOT NULL,"
        " emoji TEXT NOT NULL, is_on INTEGER NOT NULL, ver INTEGER NOT NULL, op BLOB NOT NULL, rev INTEGER "
        "NOT NULL,"
        " tag INTEGER NOT NULL, PRIMARY KEY (chat_id, mid, user_id, emoji)) STRICT, WITHOUT ROWID"},
    {1, "CREATE UNIQUE INDEX reaction_rev ON reactions (chat_id, rev)"},
    {1, "CREATE TABLE user_state (user_id BLOB NOT NULL, kind TEXT NOT NULL, key BLOB NOT NULL, value BLOB "
        "NOT NULL,"
        " ver INTEGER NOT NULL, op BLOB, device BLOB, urev INTEGER NOT NULL, utag INTEGER NOT NULL,"
        " PRIMARY KEY (user_id, kind, key)) STRICT, WITHOUT ROWID"},
    {1, "CREATE UNIQUE INDEX state_urev ON user_state (user_id, urev)"},
    {1, "CREATE TABLE direct_pairs (lo_user BLOB NOT NULL, hi_user BLOB NOT NULL, chat_id BLOB NOT NULL,"
        " PRIMARY KEY (lo_user, hi_user)) STRICT, WITHOUT ROWID"},
    {1, "CREATE TABLE attachments (id BLOB NOT NULL PRIMARY KEY, owner BLOB NOT NULL, chat_id BLOB NOT NULL,"
        " size INTEGER NOT NULL, sha256 BLOB NOT NULL, mime TEXT NOT NULL, state INTEGER NOT NULL,"
        " key TEXT NOT NULL, created INTEGER NOT NULL) STRICT"},
    {1, "CREATE INDEX attachment_age ON attachments (state, created)"},
    {1, "CREATE TABLE relay (id INTEGER PRIMARY KEY, chat_id BLOB, user_id BLOB, rev INTEGER NOT NULL,"
        " kind INTEGER NOT NULL, at INTEGER NOT NULL) STRICT"},
    {1, "CREATE TABLE push_jobs (chat_id BLOB NOT NULL, seq INTEGER NOT NULL, state INTEGER NOT NULL,"
        " next_at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (chat_id, seq)) STRICT,"
        " WITHOUT ROWID"},
    {1, "CREATE INDEX push_open ON push_jobs (next_at) WHERE state = 0"},
    {1, "CREATE TABLE ops (user_id BLOB NOT NULL, op BLOB NOT NULL, chat_id BLOB NOT NULL, subject BLOB,"
        " at INTEGER NOT NULL, PRIMARY KEY (user_id, op)) STRICT, WITHOUT ROWID"},
    {1, "CREATE INDEX op_age ON ops (at)"},
    {2, "ALTER TABLE attachments ADD COLUMN name TEXT NOT NULL DEFAULT ''"},
    {2, "ALTER TABLE attachments ADD COLUMN mid BLOB /* of the message that uses it */"},
    {2, "CREATE INDEX attachment_mid ON attachments (mid) WHERE mid IS NOT NULL"},
    {2, "CREATE INDEX attachment_owner ON attachments (owner, state, size)"},

    {3, "ALTER TABLE users ADD COLUMN about TEXT NOT NULL DEFAULT ''"},
    {3, "ALTER TABLE users ADD COLUMN avatar BLOB"},
    {3, "CREATE TABLE avatars (id BLOB NOT NULL PRIMARY KEY, owner BLOB NOT NULL /* user or chat */,"
        " mime TEXT NOT NULL, data BLOB NOT NULL) STRICT"},
    {3, "CREATE INDEX avatar_owner ON avatars (owner)"},
    // state: 1 = not used yet, 2 = the one in use, 3 = spent
    {3, "CREATE TABLE refresh_tokens (hash BLOB NOT NULL PRIMARY KEY, device_id BLOB NOT NULL, parent BLOB,"
        " state INTEGER NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID"},
    {3, "CREATE INDEX refresh_device ON refresh_tokens (device_id, state, at)"},
    {3, "INSERT INTO refresh_tokens (hash, device_id, state, at)"
        " SELECT token_hash, id, 2, at FROM devices WHERE token_hash IS NOT NULL"},
    {3, "CREATE INDEX member_ever ON chat_members (user_id, chat_id)"}, // also those who left
    {3, "CREATE INDEX device_live ON devices (user_id, last_seen, id) WHERE revoked = 0"},
    {3, "CREATE TABLE retired_logins (hash BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID"},
    {3, "CREATE TABLE erasures (user_id BLOB NOT NULL, chat_id BLOB NOT NULL, upto INTEGER NOT NULL,"
        " PRIMARY KEY (user_id, chat_id)) STRICT, WITHOUT ROWID"},
    {3,
     "CREATE TABLE reports (id INTEGER PRIMARY KEY AUTOINCREMENT, by_user BLOB NOT NULL, user_id BLOB,"
     " chat_id BLOB, mid BLOB, reason TEXT NOT NULL, words TEXT NOT NULL,"
     " body TEXT /* of the message, as it was then */, at INTEGER NOT NULL, done INTEGER NOT NULL DEFAULT 0)"
     " STRICT"},
    {4, "CREATE TABLE invites (id INTEGER PRIMARY KEY AUTOINCREMENT, code_hash BLOB NOT NULL UNIQUE,"
        " note TEXT NOT NULL, uses_left INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0,"
        " expires INTEGER NOT NULL /* Unix ms */, at INTEGER NOT NULL) STRICT"},
    {4, "CREATE INDEX invite_uses ON invites (uses_left)"},
    {4, "CREATE INDEX invite_expiry ON invites (expires)"},

    // One row for each device that wants pushes: its address, what waits for it, what became of the last one.
    {5,
     "CREATE TABLE push_targets (device_id BLOB NOT NULL PRIMARY KEY, user_id BLOB NOT NULL, provider TEXT "
     "NOT "
     "NULL,"
     " token TEXT NOT NULL /* '' = the provider no longer knows it */, chat_id BLOB, seq INTEGER,"
     " news INTEGER NOT NULL DEFAULT 0, silent INTEGER NOT NULL DEFAULT 0, test INTEGER NOT NULL DEFAULT 0,"
     " since INTEGER NOT NULL DEFAULT 0 /* Unix ms */, due_at INTEGER /* NULL = nothing waits */,"
     " tries INTEGER NOT NULL DEFAULT 0, sent INTEGER NOT NULL DEFAULT 0, last_at INTEGER NOT NULL DEFAULT 0,"
     " last_result TEXT NOT NULL DEFAULT '', last_detail TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID"},
    {5, "CREATE INDEX push_target_user ON push_targets (user_id)"},
    {5, "CREATE INDEX push_target_due ON push_targets (due_at) WHERE due_at IS NOT NULL"},
    {5, "CREATE INDEX push_target_token ON push_targets (provider, token)"},
    {5, "ALTER TABLE push_jobs ADD COLUMN after_user BLOB /* members up to this one were seen to */"},

    // The history in which a device last showed a sign-in, and since when there is that history.
    {6, "ALTER TABLE devices ADD COLUMN family_epoch BLOB"},
    {6, "ALTER TABLE refresh_tokens ADD COLUMN gen INTEGER NOT NULL DEFAULT 0"},
    {6, "ALTER TABLE meta ADD COLUMN epoch_at INTEGER NOT NULL DEFAULT 0 /* Unix ms */"},
    {6, "ALTER TABLE meta ADD COLUMN epoch_dated BLOB /* the epoch that epoch_at is of */"},
    {6, "CREATE INDEX report_open ON reports (id) WHERE done = 0"},

    {7, "ALTER TABLE message_edits ADD COLUMN extra BLOB"},
    {7, "ALTER TABLE chats ADD COLUMN timer INTEGER NOT NULL DEFAULT 0 /* seconds; 0 = messages stay */"},
    {7, "ALTER TABLE messages ADD COLUMN exp INTEGER /* Unix ms: then it goes away */"},
    {7, "CREATE INDEX message_exp ON messages (exp) WHERE exp IS NOT NULL"},
    {7,
     "CREATE TABLE scheduled (user_id BLOB NOT NULL, mid BLOB NOT NULL, due INTEGER NOT NULL /* Unix ms */,"
     " PRIMARY KEY (user_id, mid)) STRICT, WITHOUT ROWID"},
    {7, "CREATE INDEX scheduled_due ON scheduled (due)"},
    // Messages that repeat one with files use those files too; attachments.mid is one user among them.
    {7, "CREATE TABLE attachment_uses (att BLOB NOT NULL, mid BLOB NOT NULL, chat_id BLOB NOT NULL,"
        " sender BLOB NOT NULL, PRIMARY KEY (att, mid)) STRICT, WITHOUT ROWID"},
    {7, "CREATE INDEX attachment_use_mid ON attachment_uses (mid)"},
    // Which runs of the server wrote the present epoch (server/storage/lineage.h).
    {8, "ALTER TABLE meta ADD COLUMN lineage BLOB NOT NULL DEFAULT x''"},
    // What groups are set to, who is out, ways in, and what their admins did.
    {9, "ALTER TABLE chats ADD COLUMN extra BLOB"},
    {9,
     "ALTER TABLE chat_members ADD COLUMN sent_at INTEGER NOT NULL DEFAULT 0 /* Unix ms, for slow mode */"},
    {9, "ALTER TABLE chat_members ADD COLUMN banned INTEGER NOT NULL DEFAULT 0"},
    {9, "CREATE INDEX member_min ON chat_members (chat_id, min_seq) WHERE min_seq > 0"},
    {9, "CREATE INDEX member_banned ON chat_members (chat_id, user_id) WHERE banned <> 0"},
    {9, "CREATE TABLE group_invites (code BLOB NOT NULL PRIMARY KEY, chat_id BLOB NOT NULL, by_user BLOB NOT "
        "NULL,"
        " op BLOB NOT NULL, until INTEGER NOT NULL /* Unix ms, 0 = without end */, uses INTEGER NOT NULL,"
        " used INTEGER NOT NULL DEFAULT 0, revoked INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL)"
        " STRICT, WITHOUT ROWID"},
    {9, "CREATE INDEX group_invite_chat ON group_invites (chat_id, at)"},
    {9, "CREATE INDEX group_invite_op ON group_invites (chat_id, op)"},
    {9, "CREATE TABLE group_log (chat_id BLOB NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL,"
        " by_user BLOB NOT NULL, act TEXT NOT NULL, user_id BLOB, words TEXT NOT NULL,"
        " PRIMARY KEY (chat_id, n)) STRICT, WITHOUT ROWID"},
    {10, "CREATE TABLE poll_votes (mid BLOB NOT NULL, user_id BLOB NOT NULL, chat_id BLOB NOT NULL,"
         " opts INTEGER NOT NULL /* bits, the first option is 1 */, PRIMARY KEY (mid, user_id))"
         " STRICT, WITHOUT ROWID"},
};

QByteArray randomBytes(Random &random, int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    random.fill(bytes.data(), size_t(size));
    return bytes;
}

int foundVersion(Db &db, int newest)
{
    const auto id = db.number("PRAGMA application_id");
    const auto version = int(db.number("PRAGMA user_version"));
    if (version == 0 && id == 0 && db.number("SELECT count(*) FROM sqlite_schema") == 0) return 0;
    if (id != applicationId || version < 1)
        throw Failure{
            {Errc::Corrupt, u"this file is not a database of a Kith server; choose another folder"_s}};
    if (version > newest)
        throw Failure{
            {Errc::TooNew, u"the database has schema %1, made by a newer server; this one knows schemas up to"
                           " %2: install the newer server again"_s.arg(version)
                               .arg(newest)}};
    return version;
}

QString copyName(const Db &db, int version) { return u"%1.before-schema-%2"_s.arg(db.file()).arg(version); }

} // namespace

void setUp(Db &db, bool write)
{
    db.exec("PRAGMA foreign_keys = ON");
    db.exec("PRAGMA temp_store = MEMORY");
    db.exec("PRAGMA cell_size_check = ON");
    if (!write) {
        db.exec("PRAGMA query_only = ON");
        db.exec("PRAGMA wal_autocheckpoint = 0");
        db.exec("PRAGMA cache_size = -8192"); // KiB
        return;
    }
    db.exec("PRAGMA cache_size = -32768");
}

std::span<const Step> releasedSteps() { return steps; }

void migrate(Db &db, Random &random, int target) { migrate(db, random, steps, target); }

void migrate(Db &db, Random &random, std::span<const Step> all, int target)
{
    const int found = foundVersion(db, all.back().version);
    // Only now that the file is known to be ours: this is the first statement that writes to it.
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("PRAGMA synchronous = FULL");
    db.exec("PRAGMA journal_size_limit = 67108864");
    db.exec("PRAGMA wal_autocheckpoint = 4000"); // pages: hot ones are written back once, not every 1,000
    if (found == target) return;
    const auto taken = [&](const Step &step) { return step.version > found && step.version <= target; };
    const bool copies = found > 0 && std::any_of(all.begin(), all.end(), [&](const Step &step) {
                            return taken(step) && step.destructive;
                        });
    if (copies) keepCopy(db, copyName(db, target));
    try {
        db.exec("BEGIN IMMEDIATE");
        for (const Step &step : all)
            if (taken(step)) db.exec(step.sql);
        if (found == 0)
            Statement(db,
                      "INSERT INTO meta (one, epoch, db_uuid, schema, token_key) VALUES (1, ?1, ?2, ?3, ?4)")
                .run(randomBytes(random, 16), randomBytes(random, 16), target, randomBytes(random, 32));
        else
            Statement(db, "UPDATE meta SET schema = ?1").run(target);
        db.exec(("PRAGMA application_id = " + std::to_string(applicationId)).c_str());
        db.exec(("PRAGMA user_version = " + std::to_string(target)).c_str());
        db.exec("COMMIT");
    } catch (const Failure &) {
        db.rollback();
        throw;
    }
    for (int older = 1; copies && older < target; ++older) QFile::remove(copyName(db, older));
}

void requireSchema(Db &db)
{
    const int found = foundVersion(db, schemaVersion);
    if (found == schemaVersion) return;
    throw Failure{
        {Errc::Unavailable,
         found == 0
             ? u"the database is not set up yet: a server must open it first"_s
             : u"the database has schema %1 and was not brought to %2 yet: start the server once"_s.arg(found)
                   .arg(schemaVersion)}};
}

} // namespace kith::server
