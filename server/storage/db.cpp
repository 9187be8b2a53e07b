#include "server/storage/db.h"

#include <QtEndian>
#include <cstring>
#include <sqlite3.h>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

Errc errcOf(int rc)
{
    switch (rc & 0xff) {
    case SQLITE_FULL:
        return Errc::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Errc::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Errc::Locked;
    default:
        return Errc::Io;
    }
}

} // namespace

Db::Db(const QString &file, bool write, StatementFaults *faults)
    : m_file(file)
    , m_faults(faults)
{
    // Counting its memory costs SQLite a lock for every allocation. Refused, harmlessly, once SQLite has
    // started.
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    const int flags = SQLITE_OPEN_READWRITE | (write ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX;
    const int rc = sqlite3_open_v2(file.toUtf8().constData(), &m_db, flags, nullptr);
    if (rc != SQLITE_OK) {
        const Error error{errcOf(rc), u"cannot open the database %1: %2"_s.arg(
                                          file, QString::fromUtf8(sqlite3_errstr(rc)))};
        sqlite3_close(m_db);
        throw Failure{error};
    }
    sqlite3_extended_result_codes(m_db, 1);
    sqlite3_busy_timeout(m_db, 5000);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // Only the writer checkpoints: two connections doing so at once can damage a database (fixed in 3.51.3).
    if (!write) sqlite3_db_config(m_db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Db::~Db() { sqlite3_close(m_db); }

void Db::fail(int rc, const char *doing) const
{
    throw Failure{
        {errcOf(rc), u"database %1: %2 (%3) in: %4"_s.arg(m_file, QString::fromUtf8(sqlite3_errmsg(m_db)))
                         .arg(rc)
                         .arg(QString::fromUtf8(doing))}};
}

void Db::check(const char *sql)
{
    if (m_faults && m_faults->fails(sql)) throw Failure{{Errc::Io, u"fault put in by a test"_s}};
}

void Db::exec(const char *sql)
{
    check(sql);
    if (const int rc = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr); rc != SQLITE_OK) fail(rc, sql);
}

qint64 Db::number(const char *sql)
{
    Statement statement(*this, sql);
    Rows rows = statement.rows();
    return rows.next() ? rows.number(0) : 0;
}

qint64 Db::changes() const { return sqlite3_changes64(m_db); }

qint64 Db::totalChanges() const { return sqlite3_total_changes64(m_db); }

bool Db::inTransaction() const { return sqlite3_get_autocommit(m_db) == 0; }

void Db::rollback() noexcept
{
    if (inTransaction()) sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
}

std::vector<QByteArray> Db::statements() const
{
    std::vector<QByteArray> all;
    for (auto *s = sqlite3_next_stmt(m_db, nullptr); s; s = sqlite3_next_stmt(m_db, s))
        all.emplace_back(sqlite3_sql(s));
    return all;
}

// The result of a reset only repeats the error that next() has told of.
Rows::~Rows() { sqlite3_reset(m_statement.m_statement); }

bool Rows::next()
{
    const int rc = sqlite3_step(m_statement.m_statement);
    if (rc == SQLITE_ROW) return true;
    if (rc == SQLITE_DONE) return false;
    m_statement.m_db.fail(rc, sqlite3_sql(m_statement.m_statement));
}

qint64 Rows::number(int column) const { return sqlite3_column_int64(m_statement.m_statement, column); }

bool Rows::isNull(int column) const
{
    return sqlite3_column_type(m_statement.m_statement, column) == SQLITE_NULL;
}

QString Rows::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement.m_statement, column));
}

QByteArray Rows::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement.m_statement, column)};
}

QUuid Rows::uuid(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement.m_statement, column);
    if (!bytes || sqlite3_column_bytes(m_statement.m_statement, column) != 16) return {};
    return QUuid::fromRfc4122(QByteArrayView(static_cast<const char *>(bytes), 16));
}

Statement::Statement(Db &db, const char *sql)
    : m_db(db)
{
    const int rc = sqlite3_prepare_v3(db.m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (rc != SQLITE_OK) db.fail(rc, sql);
}

Statement::~Statement() { sqlite3_finalize(m_statement); }

void Statement::begin() { m_db.check(sqlite3_sql(m_statement)); }

void Statement::bind(int at, qint64 value) { sqlite3_bind_int64(m_statement, at, value); }

void Statement::bind(int at, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_statement, at, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
}

void Statement::bind(int at, const QByteArray &value)
{
    if (value.isNull())
        sqlite3_bind_null(m_statement, at);
    else
        sqlite3_bind_blob(m_statement, at, value.constData(), int(value.size()), SQLITE_TRANSIENT);
}

void Statement::bind(int at, const QUuid &value)
{
    if (value.isNull()) {
        sqlite3_bind_null(m_statement, at);
        return;
    }
    char *bytes = m_ids[size_t(at - 1)].data();
    qToBigEndian(value.data1, bytes);
    qToBigEndian(value.data2, bytes + 4);
    qToBigEndian(value.data3, bytes + 6);
    std::memcpy(bytes + 8, value.data4, 8);
    sqlite3_bind_blob(m_statement, at, bytes, 16, SQLITE_STATIC);
}

} // namespace kith::server
