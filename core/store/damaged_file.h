#pragma once
#include <QString>
#include <QVariant>
#include <initializer_list>
#include <vector>

namespace kith {

/// A database that is no longer sound, opened for reading only and read as far as it gives anything. Nothing
/// here fails as a whole: what cannot be read is counted. Thread: the one that made it.
class DamagedFile {
public:
    struct Index {
        const char *name;
        const char *condition = ""; // of a partial index
    };
    struct Rows {
        std::vector<QVariantList> rows; // the key first, ascending
        int lost = 0;                   // keys that an index names and whose rows cannot be read
        bool unsure = false;            // rows may be missing that no index tells of
        bool whole() const { return lost == 0 && !unsure; }
    };

    explicit DamagedFile(const QString &file);
    ~DamagedFile();
    DamagedFile(const DamagedFile &) = delete;
    DamagedFile &operator=(const DamagedFile &) = delete;

    /// Every row that can be read, at most `most`. `key` is the integer primary key; `columns` follow it in
    /// each row. Read forward to the damage, backward to it from the other end, then key by key between the
    /// two; `indexes` tell which keys there were. `condition` (with its WHERE) narrows what is read and
    /// counted.
    Rows table(const QString &table, const QString &key, const QString &columns,
               std::initializer_list<Index> indexes, const QString &condition = {}, int most = 100'000);
    /// The first row of a query with one bound value; empty when there is none or it cannot be read.
    QVariantList first(const QString &sql, const QVariant &value);
    std::vector<QVariantList> all(const QString &sql, const QVariant &value, int most);

private:
    bool run(const QString &sql, std::initializer_list<QVariant> values, size_t most,
             std::vector<QVariantList> &into);
    QString m_connection;
};

} // namespace kith
