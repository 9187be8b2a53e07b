#include "tests/sim/eye.h"

#include <sqlite3.h>

namespace kith::sim {

bool Eye::open(const std::string &file)
{
    if (m_db) return true;
    const int rc = sqlite3_open_v2(file.c_str(), &m_db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (rc != SQLITE_OK) {
        failed();
        close();
        return false;
    }
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_wal_autocheckpoint(m_db, 0);
    return true;
}

void Eye::close()
{
    for (const auto &[sql, statement] : m_statements) sqlite3_finalize(statement);
    m_statements.clear();
    sqlite3_close(m_db);
    m_db = nullptr;
}

void Eye::failed() { m_error = QString::fromUtf8(sqlite3_errmsg(m_db)); }

sqlite3_stmt *Eye::prepared(const char *sql)
{
    sqlite3_stmt *&statement = m_statements[sql];
    if (!statement && sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr))
        failed();
    return statement;
}

Eye::Rows Eye::rows(const char *sql, qint64 one)
{
    sqlite3_stmt *statement = prepared(sql);
    sqlite3_bind_int64(statement, 1, one);
    return Rows(*this, statement);
}

Eye::Rows Eye::rows(const char *sql, const Key &one, qint64 two)
{
    sqlite3_stmt *statement = prepared(sql);
    sqlite3_bind_blob(statement, 1, &one, 16, SQLITE_TRANSIENT);
    sqlite3_bind_int64(statement, 2, two);
    return Rows(*this, statement);
}

Eye::Rows Eye::rows(const char *sql, const QByteArray &one, const QByteArray &two)
{
    sqlite3_stmt *statement = prepared(sql);
    sqlite3_bind_blob(statement, 1, one.constData(), int(one.size()), SQLITE_TRANSIENT);
    if (!two.isNull()) sqlite3_bind_text(statement, 2, two.constData(), int(two.size()), SQLITE_TRANSIENT);
    return Rows(*this, statement);
}

bool Eye::run(const char *sql)
{
    if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return true;
    failed();
    return false;
}

Eye::Rows::~Rows() { sqlite3_reset(m_statement); }

bool Eye::Rows::next()
{
    const int rc = sqlite3_step(m_statement);
    if (rc != SQLITE_ROW && rc != SQLITE_DONE) m_eye.failed();
    return rc == SQLITE_ROW;
}

qint64 Eye::Rows::number(int column) const { return sqlite3_column_int64(m_statement, column); }
bool Eye::Rows::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

Key Eye::Rows::key(int column) const
{
    Key key;
    const void *bytes = sqlite3_column_blob(m_statement, column);
    if (bytes && sqlite3_column_bytes(m_statement, column) == 16) std::memcpy(&key, bytes, 16);
    return key;
}

QByteArray Eye::Rows::bytes(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement, column)};
}

} // namespace kith::sim
