#pragma once
#include "core/base/ids.h"
#include "core/base/result.h"

#include <array>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace kith::server {

/// Thrown inside this room when a statement fails; SqliteRepository turns it into an Error. It never leaves
/// the room.
struct Failure {
    Error error;
};

/// For tests: may make any statement fail, as a full disk would.
class StatementFaults {
public:
    virtual ~StatementFaults() = default;
    virtual bool fails(const char *sql) = 0;
};

/// One connection. Thread: one at a time.
class Db {
public:
    Db(const QString &file, bool write, StatementFaults *faults); // throws Failure
    ~Db();
    Db(const Db &) = delete;
    Db &operator=(const Db &) = delete;

    void exec(const char *sql);
    qint64 number(const char *sql); // first column of the first row; 0 when there is none
    qint64 changes() const;         // rows touched by the last INSERT, UPDATE or DELETE
    bool inTransaction() const;
    QString file() const { return m_file; }
    void rollback() noexcept; // whatever is open; never fails in a way that matters
    std::vector<QByteArray> statements() const;

    qint64 totalChanges() const; // rows touched since the connection was opened
    [[noreturn]] void fail(int rc, const char *doing) const;

private:
    friend class Statement;
    friend class Rows;
    void check(const char *sql);

    sqlite3 *m_db = nullptr;
    QString m_file;
    StatementFaults *m_faults;
};

/// One run of a statement; resets it at the end. Column numbers start at 0.
class Rows {
public:
    explicit Rows(class Statement &statement)
        : m_statement(statement)
    {
    }
    ~Rows();
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    bool next(); // throws Failure
    qint64 number(int column) const;
    int small(int column) const { return int(number(column)); }
    QString text(int column) const;
    QByteArray bytes(int column) const;
    bool isNull(int column) const;
    template <class I> I id(int column) const { return I{uuid(column)}; }

private:
    QUuid uuid(int column) const;
    class Statement &m_statement;
};

/// A prepared statement, kept as long as its owner; ids are bound as 16-byte blobs.
class Statement {
public:
    Statement(Db &db, const char *sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Binds from ?1 on and gives the run; nothing happens before its next().
    template <class... Values> Rows rows(const Values &...values)
    {
        begin();
        int at = 0;
        (bind(++at, values), ...);
        return Rows(*this);
    }
    /// Runs to the end; for statements without rows.
    template <class... Values> void run(const Values &...values)
    {
        Rows all = rows(values...);
        while (all.next()) {
        }
    }

private:
    friend class Rows;
    void begin();
    void bind(int at, qint64 value);
    void bind(int at, int value) { bind(at, qint64(value)); }
    void bind(int at, bool value) { bind(at, qint64(value)); }
    void bind(int at, quint64 value) { bind(at, qint64(value)); } // tags: the 64 bits as they are
    void bind(int at, const QString &value);
    void bind(int at, const QByteArray &value); // null QByteArray is NULL
    void bind(int at, const QUuid &value);      // null is NULL
    template <class Tag> void bind(int at, const Id<Tag> &id) { bind(at, id.value); }
    template <class Tag> void bind(int at, const Number<Tag> &number) { bind(at, number.value); }

    Db &m_db;
    sqlite3_stmt *m_statement = nullptr;
    std::array<std::array<char, 16>, 16> m_ids{}; // what is bound, so that SQLite need not copy it
};

} // namespace kith::server
