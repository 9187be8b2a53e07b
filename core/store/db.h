#pragma once
#include "core/base/result.h"

#include <QByteArray>
#include <QVariant>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <vector>

namespace kith {

class Db;

/// An executed statement: steps through its rows and resets the prepared statement at scope end, so that no
/// open read holds a snapshot back. The same SQL must not be started again while one of these is alive
/// (asserts).
class Query {
public:
    Query(Query &&other) noexcept;
    Query &operator=(Query &&) = delete;
    ~Query();

    bool next(); // false at the end and after a failure
    bool isNull(int column) const;
    qint64 num(int column) const; // 0 for NULL
    QByteArray bytes(int column) const;
    QString text(int column) const;
    template <class IdT> IdT id(int column) const { return IdT::fromBlob(bytes(column)); }

private:
    friend class Db;
    struct Statement;
    Query(Db *db, Statement *statement)
        : m_db(db)
        , m_statement(statement)
    {
    }
    Db *m_db;
    Statement *m_statement; // null: failed before it ran
};

/// One SQLite connection of one thread, with its prepared statements.
///
/// Failure is sticky: after the first failed access every later one does nothing (reads give no rows, writes
/// change nothing) until clearError() or the end of the transaction. So a rule is written straight down and
/// asked once at its end; Transaction::commit() never commits after a failure. Effects outside the database
/// belong after the commit.
class Db {
public:
    enum class Mode : quint8 {
        Writer, // the only connection that writes and checkpoints
        Reader, // query_only, never checkpoints
    };
    /// Asked before each access (statement, BEGIN, COMMIT); an answer makes that access fail. For tests.
    using Fault = std::function<std::optional<Errc>()>;

    static Result<std::unique_ptr<Db>> open(const QString &file, Mode mode, Fault fault = {});
    ~Db();
    Db(const Db &) = delete;
    Db &operator=(const Db &) = delete;

    /// Runs a statement that gives rows. `sql` is a literal: the prepared statement is kept under its
    /// address.
    Query query(const char *sql, std::initializer_list<QVariant> values = {});
    /// Runs a statement that gives none; returns the rows it changed.
    qint64 run(const char *sql, std::initializer_list<QVariant> values = {});
    /// First column of the first row, 0 without one.
    qint64 number(const char *sql, std::initializer_list<QVariant> values = {});
    /// Runs without keeping a statement: schema and pragmas.
    void exec(const QString &sql);
    qint64 lastId() const; // rowid of the last successful insert by run()

    bool failed() const;
    Error error() const; // of the first failure since clearError()
    void clearError();
    void fail(Errc code, const QString &what); // for callers that find stored bytes to be impossible

    QString file() const;
    /// The SQL of every statement prepared so far, for the tests of query plans.
    std::vector<QByteArray> preparedSql() const;

private:
    friend class Query;
    friend class Transaction;
    friend class Snapshot;
    struct Private;
    explicit Db(std::unique_ptr<Private> d);
    Query::Statement *start(const char *sql, std::initializer_list<QVariant> values);
    bool faulty();
    void rollback();
    std::unique_ptr<Private> d;
};

/// A transaction of the writer: BEGIN IMMEDIATE now, rolled back unless committed. Does not nest (asserts).
class Transaction {
public:
    explicit Transaction(Db &db);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    /// The first failure since the begin, or that of the commit; then nothing was written.
    Status commit();

private:
    Db &m_db;
    bool m_open = false;
};

/// A reader's fixed view for the length of one call, so that its queries speak of one moment.
class Snapshot {
public:
    explicit Snapshot(Db &db);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Db &m_db;
};

/// NULL for a null id, else its 16 bytes.
template <class IdT> QVariant blobOrNull(const IdT &id) { return id ? QVariant(id.blob()) : QVariant(); }

/// Qt binds a null string as NULL; columns that are NOT NULL want ''.
inline QString notNull(const QString &text) { return text.isNull() ? QLatin1StringView("") : text; }

} // namespace kith
