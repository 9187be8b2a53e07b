#pragma once
#include <QByteArray>
#include <QString>
#include <array>
#include <cstring>
#include <string>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace kith::sim {

/// 16 bytes of an id, as the databases hold it.
struct Key {
    quint64 high = 0, low = 0;
    explicit operator bool() const { return high || low; }
    friend auto operator<=>(const Key &, const Key &) = default;
    static Key of(const QByteArray &blob)
    {
        Key key;
        if (blob.size() == 16) std::memcpy(&key, blob.constData(), 16);
        return key;
    }
    QByteArray blob() const { return QByteArray(reinterpret_cast<const char *>(this), 16); }
};
struct KeyHash {
    size_t operator()(const Key &key) const { return size_t(key.low ^ (key.high * 0x9e3779b97f4a7c15ULL)); }
};

/// A reading connection of the checkers: SQL of its own, past the code under test. Statements are kept under
/// the address of their text.
class Eye {
public:
    Eye() = default;
    ~Eye() { close(); }
    Eye(const Eye &) = delete;
    Eye &operator=(const Eye &) = delete;

    bool open(const std::string &file); // already open: nothing
    bool isOpen() const { return m_db != nullptr; }
    void close();

    /// One run of a statement; columns from 0.
    class Rows {
    public:
        ~Rows();
        Rows(const Rows &) = delete;
        Rows &operator=(const Rows &) = delete;
        bool next();
        qint64 number(int column) const;
        bool isNull(int column) const;
        Key key(int column) const;
        QByteArray bytes(int column) const;

    private:
        friend class Eye;
        explicit Rows(Eye &eye, sqlite3_stmt *statement)
            : m_eye(eye)
            , m_statement(statement)
        {
        }
        Eye &m_eye;
        sqlite3_stmt *m_statement;
    };
    Rows rows(const char *sql) { return Rows(*this, prepared(sql)); }
    Rows rows(const char *sql, qint64 one);
    Rows rows(const char *sql, const Key &one, qint64 two);
    Rows rows(const char *sql, const QByteArray &one, const QByteArray &two = {}); // two: as text, if given
    /// Runs a statement that may write (full-text checks); false: why is in error().
    bool run(const char *sql);
    QString error() const { return m_error; }

private:
    sqlite3_stmt *prepared(const char *sql);
    void failed();
    sqlite3 *m_db = nullptr;
    std::unordered_map<const char *, sqlite3_stmt *> m_statements;
    QString m_error;
};

} // namespace kith::sim
