#include "core/store/db.h"

#include "core/base/log.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace kith {

struct Query::Statement {
    explicit Statement(const QSqlDatabase &database)
        : query(database)
    {
    }
    QSqlQuery query;
    bool busy = false;
};

struct Db::Private {
    QString file;
    QString connection;
    QSqlDatabase database;
    Fault fault;
    QHash<const char *, Query::Statement *> statements;
    std::optional<Error> error;
    qint64 lastId = 0;

    void note(const QSqlError &sql);
};

namespace {

Errc errcOf(const QSqlError &sql)
{
    switch (sql.nativeErrorCode().toInt() & 0xff) { // SQLite's primary result codes
    case 5:
    case 6:
        return Errc::Locked; // BUSY, LOCKED
    case 11:
    case 26:
        return Errc::Corrupt; // CORRUPT, NOTADB
    case 13:
        return Errc::Full;
    case 14:
        return Errc::NotFound; // CANTOPEN
    default:
        return Errc::Io;
    }
}

const char *const commonPragmas[] = {
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cell_size_check=ON",
};
const char *const writerPragmas[] = {
    "PRAGMA journal_mode=WAL",        "PRAGMA synchronous=FULL",
    "PRAGMA checkpoint_fullfsync=ON", "PRAGMA journal_size_limit=67108864",
    "PRAGMA cache_size=-8000",
};
const char *const readerPragmas[] = {
    "PRAGMA query_only=ON",
    "PRAGMA wal_autocheckpoint=0",
    "PRAGMA cache_size=-4000",
};

} // namespace

void Db::Private::note(const QSqlError &sql)
{
    if (error) return;
    // The database's own words name tables and columns, never values.
    error = Error{errcOf(sql), u"%1: %2"_s.arg(file, sql.databaseText())};
    qCWarning(lcStore) << "database access failed:" << error->what;
}

Query::Query(Query &&other) noexcept
    : m_db(other.m_db)
    , m_statement(std::exchange(other.m_statement, nullptr))
{
}

Query::~Query()
{
    if (!m_statement) return;
    m_statement->query.finish();
    m_statement->busy = false;
}

bool Query::next()
{
    if (!m_statement) return false;
    if (m_statement->query.next()) return true;
    if (m_statement->query.lastError().isValid()) m_db->d->note(m_statement->query.lastError());
    return false;
}

bool Query::isNull(int column) const { return m_statement->query.isNull(column); }
qint64 Query::num(int column) const { return m_statement->query.value(column).toLongLong(); }
QByteArray Query::bytes(int column) const { return m_statement->query.value(column).toByteArray(); }
QString Query::text(int column) const { return m_statement->query.value(column).toString(); }

Db::Db(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Db::~Db()
{
    qDeleteAll(d->statements);
    d->statements.clear();
    d->database.close();
    d->database = {};
    QSqlDatabase::removeDatabase(d->connection);
}

Result<std::unique_ptr<Db>> Db::open(const QString &file, Mode mode, Fault fault)
{
    auto priv = std::make_unique<Private>();
    priv->file = file;
    priv->fault = std::move(fault);
    priv->connection = u"kith-"_s + QUuid::createUuid().toString(QUuid::Id128);
    priv->database = QSqlDatabase::addDatabase(u"QSQLITE"_s, priv->connection);
    priv->database.setDatabaseName(file);
    std::unique_ptr<Db> db(new Db(std::move(priv)));
    if (!db->d->database.open()) {
        db->d->note(db->d->database.lastError());
        return db->error();
    }
    for (const char *pragma : commonPragmas) db->exec(QString::fromLatin1(pragma));
    if (mode == Mode::Writer) {
        for (const char *pragma : writerPragmas) db->exec(QString::fromLatin1(pragma));
    } else {
        for (const char *pragma : readerPragmas) db->exec(QString::fromLatin1(pragma));
    }
    if (db->failed()) return db->error();
    return db;
}

bool Db::faulty()
{
    if (d->error) return true;
    if (!d->fault) return false;
    if (const auto code = d->fault()) {
        d->error = Error{*code, u"%1: failed by request"_s.arg(d->file)};
        return true;
    }
    return false;
}

Query::Statement *Db::start(const char *sql, std::initializer_list<QVariant> values)
{
    if (faulty()) return nullptr;
    Query::Statement *&statement = d->statements[sql];
    if (!statement) {
        auto fresh = std::make_unique<Query::Statement>(d->database);
        fresh->query.setForwardOnly(true);
        if (!fresh->query.prepare(QString::fromLatin1(sql))) {
            d->note(fresh->query.lastError());
            d->statements.remove(sql);
            return nullptr;
        }
        statement = fresh.release();
    }
    Q_ASSERT_X(!statement->busy, "Db", sql);
    int i = 0;
    for (const QVariant &value : values) statement->query.bindValue(i++, value);
    if (!statement->query.exec()) {
        d->note(statement->query.lastError());
        statement->query.finish();
        return nullptr;
    }
    return statement;
}

Query Db::query(const char *sql, std::initializer_list<QVariant> values)
{
    Query::Statement *statement = start(sql, values);
    if (statement) statement->busy = true;
    return Query(this, statement);
}

qint64 Db::run(const char *sql, std::initializer_list<QVariant> values)
{
    Query::Statement *statement = start(sql, values);
    if (!statement) return 0;
    const qint64 changed = statement->query.numRowsAffected();
    if (changed > 0) d->lastId = statement->query.lastInsertId().toLongLong();
    statement->query.finish();
    return changed;
}

qint64 Db::number(const char *sql, std::initializer_list<QVariant> values)
{
    Query q = query(sql, values);
    return q.next() ? q.num(0) : 0;
}

void Db::exec(const QString &sql)
{
    if (faulty()) return;
    QSqlQuery query(d->database);
    if (!query.exec(sql)) d->note(query.lastError());
}

qint64 Db::lastId() const { return d->lastId; }
bool Db::failed() const { return d->error.has_value(); }
Error Db::error() const { return d->error.value_or(Error{}); }
void Db::clearError() { d->error.reset(); }
QString Db::file() const { return d->file; }

void Db::fail(Errc code, const QString &what)
{
    if (!d->error) d->error = Error{code, u"%1: %2"_s.arg(d->file, what)};
}

std::vector<QByteArray> Db::preparedSql() const
{
    std::vector<QByteArray> all;
    for (auto it = d->statements.cbegin(); it != d->statements.cend(); ++it) all.emplace_back(it.key());
    return all;
}

Transaction::Transaction(Db &db)
    : m_db(db)
{
    m_db.clearError();
    m_db.exec(u"BEGIN IMMEDIATE"_s);
    m_open = !m_db.failed();
}

Transaction::~Transaction()
{
    if (m_open) m_db.rollback();
}

Status Transaction::commit()
{
    if (!m_db.failed()) m_db.exec(u"COMMIT"_s);
    if (m_db.failed()) return m_db.error(); // rolled back by the destructor
    m_open = false;
    return ok();
}

void Db::rollback()
{
    // Past the fault hook: a file that cannot even roll back is closed by its owner, which rolls back too.
    QSqlQuery query(d->database);
    if (query.exec(u"ROLLBACK"_s)) return;
    // SQLite took it back by itself, maybe from inside the search index, which then goes on to keep in memory
    // what was never stored, and the next commit would write it. Reading the schema again makes the index
    // forget.
    query.exec(u"PRAGMA writable_schema = RESET"_s);
}

Snapshot::Snapshot(Db &db)
    : m_db(db)
{
    m_db.clearError();
    m_db.exec(u"BEGIN"_s);
}

Snapshot::~Snapshot() { m_db.rollback(); }

} // namespace kith
