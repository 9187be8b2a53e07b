#pragma once
#include "core/base/result.h"

#include <QByteArray>
#include <QVariant>
#include <functional>
#include <memory>
#include <set>

struct sqlite3;
struct sqlite3_context;
struct sqlite3_stmt;
struct sqlite3_value;

namespace kith::inspect {

class File;

/// A statement that is being read. Ends with its scope; the file must outlive it.
class Rows {
public:
    Rows(Rows &&other) noexcept
        : m_file(other.m_file)
        , m_statement(std::exchange(other.m_statement, nullptr))
    {
    }
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    bool next(); // false at the end and after a failure (File::error())
    int columns() const;
    QString name(int column) const;
    /// A null, a qint64, a double, a QString or a QByteArray, whatever the column was declared as.
    QVariant value(int column) const;
    qint64 num(int column) const { return value(column).toLongLong(); }
    QString text(int column) const { return value(column).toString(); }

private:
    friend class File;
    Rows(File &file, sqlite3_stmt *statement)
        : m_file(file)
        , m_statement(statement)
    {
    }
    File &m_file;
    sqlite3_stmt *m_statement;
};

/// One SQLite file that somebody else may have made: nothing in it is trusted. Triggers and unsafe functions
/// of its schema never run, lengths and statements are bounded, and each statement ends at the time limit.
/// Spoken to through SQLite's own interface, because Qt's has no authorizer. Thread: the one that opened it.
class File {
public:
    enum class Mode : quint8 {
        Live, // somebody may be writing it now: read only
        Own,  // a private copy of such a file
        Fresh // made by this program, and nobody else
    };
    static constexpr qint64 statementMs = 60'000; // unless another limit is set

    /// NotFound, Corrupt, Io, Locked; `what` names the file and what to do.
    static Result<std::unique_ptr<File>> open(const QString &path, Mode mode);
    ~File();
    File(const File &) = delete;
    File &operator=(const File &) = delete;

    /// Errors are sticky until clearError(); after one, statements give no rows.
    Rows rows(const QByteArray &sql, const QVariantList &values = {});
    /// First column of the first row; null without one.
    QVariant value(const QByteArray &sql, const QVariantList &values = {});
    qint64 number(const QByteArray &sql, const QVariantList &values = {})
    {
        return value(sql, values).toLongLong();
    }
    /// Statements without rows or values; several may follow each other.
    void exec(const QByteArray &sql);

    /// A function for SQL: text, number, bytes or null in and out.
    void addFunction(const char *name, int arguments, std::function<QVariant(const QVariantList &)> function);
    /// From now on statements read only `views` and what a view whose name begins with `inner` reads.
    void restrict(std::set<QByteArray> views, const QByteArray &inner);
    /// Of each statement from now on.
    void setTimeLimit(qint64 ms);

    /// Makes `target` a copy of this file as it is at one moment, its log included; writers go on meanwhile.
    Status copyTo(const QString &target);

    bool failed() const { return m_error.has_value(); }
    Error error() const { return m_error.value_or(Error{}); }
    void clearError() { m_error.reset(); }
    QString path() const { return m_path; }

private:
    friend class Rows;
    struct Guard;
    struct Function;
    explicit File(QString path);
    void note(int code);
    void harden(Mode mode);
    Error told(int code) const;

    QString m_path;
    sqlite3 *m_db = nullptr;
    std::optional<Error> m_error;
    std::unique_ptr<Guard> m_guard;
};

} // namespace kith::inspect
