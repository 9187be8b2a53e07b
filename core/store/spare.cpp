#include "core/store/spare.h"

#include "core/base/log.h"
#include "core/store/db.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

// Ids instead of the mirror's keys: the spare is read when there is no table left that could resolve them.
const char *const tables[] = {
    "CREATE TABLE IF NOT EXISTS spare.outbox(pk INTEGER PRIMARY KEY, chat BLOB, kind TEXT, mid BLOB, op BLOB,"
    " payload BLOB, refused INTEGER, tries INTEGER, entered INTEGER, last_error TEXT)",
    "CREATE TABLE IF NOT EXISTS spare.drafts(pk INTEGER PRIMARY KEY, chat BLOB, text TEXT, reply BLOB, ver "
    "INTEGER,"
    " dirty INTEGER, updated INTEGER)",
    "CREATE TABLE IF NOT EXISTS spare.marks(pk INTEGER PRIMARY KEY, chat BLOB, delivered INTEGER, seen "
    "INTEGER)",
    "CREATE TABLE IF NOT EXISTS spare.texts(pk INTEGER PRIMARY KEY, chat BLOB, text TEXT, at INTEGER)",
    "CREATE TABLE IF NOT EXISTS spare.about(key TEXT PRIMARY KEY, value ANY)",
};

// What the mirror's own commits touch is written down beside them, in memory, and rolls back with them. Not
// by OR IGNORE: an upsert that fires a trigger overrides the conflict clauses inside it.
const char *const watchers[] = {
    "CREATE TEMP TABLE touched(what INTEGER, pk INTEGER, PRIMARY KEY(what, pk)) WITHOUT ROWID",
    "CREATE TEMP TRIGGER spare_1 AFTER INSERT ON main.outbox BEGIN"
    " INSERT INTO touched SELECT 1, new.pk WHERE NOT EXISTS (SELECT 1 FROM touched WHERE what = 1 AND pk = "
    "new.pk); END",
    "CREATE TEMP TRIGGER spare_2 AFTER UPDATE ON main.outbox BEGIN"
    " INSERT INTO touched SELECT 1, new.pk WHERE NOT EXISTS (SELECT 1 FROM touched WHERE what = 1 AND pk = "
    "new.pk); END",
    "CREATE TEMP TRIGGER spare_3 AFTER DELETE ON main.outbox BEGIN"
    " INSERT INTO touched SELECT 1, old.pk WHERE NOT EXISTS (SELECT 1 FROM touched WHERE what = 1 AND pk = "
    "old.pk); END",
    "CREATE TEMP TRIGGER spare_4 AFTER INSERT ON main.drafts BEGIN"
    " INSERT INTO touched SELECT 2, new.chat_pk WHERE NOT EXISTS (SELECT 1 FROM touched WHERE what = 2 AND "
    "pk = "
    "new.chat_pk); END",
    "CREATE TEMP TRIGGER spare_5 AFTER UPDATE ON main.drafts BEGIN"
    " INSERT INTO touched SELECT 2, new.chat_pk WHERE NOT EXISTS (SELECT 1 FROM touched WHERE what = 2 AND "
    "pk = "
    "new.chat_pk);"
    " INSERT INTO touched SELECT 2, old.chat_pk WHERE NOT EXISTS (SELECT 1 FROM touched WHERE what = 2 AND "
    "pk = "
    "old.chat_pk); END",
    "CREATE TEMP TRIGGER spare_6 AFTER DELETE ON main.drafts BEGIN"
    " INSERT INTO touched SELECT 2, old.chat_pk WHERE NOT EXISTS (SELECT 1 FROM touched WHERE what = 2 AND "
    "pk = "
    "old.chat_pk); END",
    "CREATE TEMP TRIGGER spare_9 AFTER INSERT ON main.draft_history BEGIN"
    " INSERT INTO touched SELECT 4, new.pk WHERE NOT EXISTS (SELECT 1 FROM touched WHERE what = 4 AND pk = "
    "new.pk); END",
    "CREATE TEMP TRIGGER spare_10 AFTER DELETE ON main.draft_history BEGIN"
    " INSERT INTO touched SELECT 4, old.pk WHERE NOT EXISTS (SELECT 1 FROM touched WHERE what = 4 AND pk = "
    "old.pk); END",
    // Only what somebody has read: what was merely delivered is found out again.
    "CREATE TEMP TRIGGER spare_7 AFTER INSERT ON main.receipts WHEN new.want_seen > 0 BEGIN"
    " INSERT INTO touched SELECT 3, new.chat_pk WHERE NOT EXISTS (SELECT 1 FROM touched WHERE what = 3 AND "
    "pk = "
    "new.chat_pk); END",
    "CREATE TEMP TRIGGER spare_8 AFTER UPDATE OF want_seen, ack_seen ON main.receipts"
    " WHEN new.want_seen <> old.want_seen OR new.ack_seen <> old.ack_seen BEGIN"
    " INSERT INTO touched SELECT 3, new.chat_pk WHERE NOT EXISTS (SELECT 1 FROM touched WHERE what = 3 AND "
    "pk = "
    "new.chat_pk); END",
};

#define OUTBOX_SOURCE                                                                                        \
    "INSERT OR REPLACE INTO spare.outbox SELECT o.pk, c.id, o.kind, o.mid, o.op, o.payload, o.refused, "     \
    "o.tries, o.entered, o.last_error FROM main.outbox o LEFT JOIN main.chats c ON c.pk = o.chat_pk "
#define DRAFTS_SOURCE                                                                                        \
    "INSERT OR REPLACE INTO spare.drafts SELECT d.chat_pk, c.id, d.text, d.reply, d.ver, d.dirty, d.updated" \
    " FROM main.drafts d JOIN main.chats c ON c.pk = d.chat_pk WHERE (d.text <> '' OR d.dirty = 1) "
#define MARKS_SOURCE                                                                                         \
    "INSERT OR REPLACE INTO spare.marks SELECT r.chat_pk, c.id, r.want_delivered, r.want_seen"               \
    " FROM main.receipts r JOIN main.chats c ON c.pk = r.chat_pk WHERE r.want_seen > r.ack_seen "
#define TEXTS_SOURCE                                                                                         \
    "INSERT OR REPLACE INTO spare.texts SELECT h.pk, c.id, h.text, h.at FROM main.draft_history h"           \
    " JOIN main.chats c ON c.pk = h.chat_pk "
#define TOUCHED(what) "(SELECT pk FROM temp.touched WHERE what = " what ")"

} // namespace

QString Spare::fileOf(const QString &mirror) { return mirror + u".spare"_s; }

void Spare::remove(const QString &mirror)
{
    for (const QString &end : {QString(), u"-wal"_s, u"-shm"_s}) QFile::remove(fileOf(mirror) + end);
}

Spare::~Spare() = default; // the connection's end detaches it

void Spare::setUp()
{
    m_db.run("ATTACH DATABASE ? AS spare", {fileOf(m_db.file())});
    m_attached = !m_db.failed();
    m_db.exec(u"PRAGMA spare.journal_mode=WAL"_s);
    m_db.exec(u"PRAGMA spare.synchronous=OFF"_s);
    {
        Query check = m_db.query("PRAGMA spare.quick_check(1)");
        if (check.next() && check.text(0) != u"ok") m_db.fail(Errc::Corrupt, u"the spare is damaged"_s);
    }
    for (const char *sql : tables) m_db.exec(QString::fromLatin1(sql));
}

Status Spare::attach()
{
    m_db.clearError();
    setUp();
    if (m_db.failed()) {
        giveUp(); // unreadable: a new one
        setUp();
    }
    if (m_db.failed()) giveUp();
    return ok();
}

Result<bool> Spare::isAhead()
{
    if (!m_attached) return false;
    m_db.clearError();
    const bool ahead =
        m_db.number("SELECT coalesce((SELECT max(pk) FROM spare.outbox), 0) >"
                    " coalesce((SELECT seq FROM main.sqlite_sequence WHERE name = 'outbox'), 0)");
    if (m_db.failed()) return m_db.error();
    return ahead;
}

Status Spare::begin()
{
    if (!m_attached) return ok();
    Transaction transaction(m_db);
    for (const char *sql : watchers) m_db.exec(QString::fromLatin1(sql));
    copyAll();
    const Status done = transaction.commit();
    if (!done && done.error().code == Errc::Corrupt) return done; // the spare is sound: it is the mirror
    m_following = bool(done);
    if (!done) giveUp();
    return ok();
}

void Spare::copyAll()
{
    for (const char *sql :
         {"DELETE FROM spare.outbox", "DELETE FROM spare.drafts", "DELETE FROM spare.marks",
          "DELETE FROM spare.texts", TEXTS_SOURCE, OUTBOX_SOURCE, DRAFTS_SOURCE, MARKS_SOURCE})
        m_db.exec(QString::fromLatin1(sql));
    m_db.run("INSERT OR REPLACE INTO spare.about VALUES('high', coalesce("
             "(SELECT seq FROM main.sqlite_sequence WHERE name = 'outbox'), 0))");
    m_db.run("INSERT OR REPLACE INTO spare.about SELECT key, value FROM main.meta WHERE key = 'user'");
}

void Spare::copyTouched()
{
    m_db.run("DELETE FROM spare.outbox WHERE pk IN " TOUCHED("1"));
    m_db.run(OUTBOX_SOURCE "WHERE o.pk IN " TOUCHED("1"));
    m_db.run("UPDATE spare.about SET value = max(value, coalesce((SELECT max(pk) FROM temp.touched"
             " WHERE what = 1), 0)) WHERE key = 'high'");
    m_db.run("DELETE FROM spare.drafts WHERE pk IN " TOUCHED("2"));
    m_db.run(DRAFTS_SOURCE "AND d.chat_pk IN " TOUCHED("2"));
    m_db.run("DELETE FROM spare.marks WHERE pk IN " TOUCHED("3"));
    m_db.run(MARKS_SOURCE "AND r.chat_pk IN " TOUCHED("3"));
    m_db.run("DELETE FROM spare.texts WHERE pk IN " TOUCHED("4"));
    m_db.run(TEXTS_SOURCE "WHERE h.pk IN " TOUCHED("4"));
    m_db.run("INSERT OR IGNORE INTO spare.about SELECT key, value FROM main.meta WHERE key = 'user'");
    m_db.run("DELETE FROM temp.touched");
}

void Spare::follow()
{
    if (!m_following) return;
    m_db.clearError();
    if (m_db.number("SELECT EXISTS(SELECT 1 FROM temp.touched)")) {
        Transaction transaction(m_db);
        copyTouched();
        const Status done = transaction.commit();
        // A damaged page of the mirror may be met here first: then the spare is what is needed, as it is.
        if (!done && done.error().code != Errc::Corrupt) giveUp();
    }
    m_db.clearError();
}

/// A spare that does not follow is worse than none.
void Spare::giveUp()
{
    qCWarning(lcStore, "the spare copy of the outbox could not be kept: %s",
              qUtf8Printable(m_db.error().what));
    m_db.clearError();
    m_following = false;
    if (m_attached) m_db.exec(u"DETACH DATABASE spare"_s);
    m_attached = false;
    m_db.clearError();
    remove(m_db.file());
}

#undef OUTBOX_SOURCE
#undef DRAFTS_SOURCE
#undef MARKS_SOURCE
#undef TEXTS_SOURCE
#undef TOUCHED

} // namespace kith
