#include "core/store/damaged_file.h"

#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith {
namespace {
constexpr qint64 probes = 100'000; // keys tried one by one between two readable ends
}

DamagedFile::DamagedFile(const QString &file)
    : m_connection(u"kith-damaged-"_s + QUuid::createUuid().toString(QUuid::Id128))
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(file);
    // Read only: closing it must not move the log into a file that is kept as it was found.
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open()) return; // every query fails then
    for (const char *pragma :
         {"PRAGMA query_only=ON", "PRAGMA cell_size_check=ON", "PRAGMA temp_store=MEMORY",
          "PRAGMA writable_schema=ON"}) // the last: read on in a file shorter than it says
        QSqlQuery(database).exec(QString::fromLatin1(pragma));
}

DamagedFile::~DamagedFile() { QSqlDatabase::removeDatabase(m_connection); }

/// False: it ended by an error, after what is in `into`.
bool DamagedFile::run(const QString &sql, std::initializer_list<QVariant> values, size_t most,
                      std::vector<QVariantList> &into)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql)) return false;
    int at = 0;
    for (const QVariant &value : values) query.bindValue(at++, value);
    if (!query.exec()) return false;
    const int columns = query.record().count();
    while (into.size() < most && query.next()) {
        QVariantList row;
        for (int i = 0; i < columns; ++i) row.append(query.value(i));
        into.push_back(std::move(row));
    }
    return !query.lastError().isValid();
}

DamagedFile::Rows DamagedFile::table(const QString &table, const QString &key, const QString &columns,
                                     std::initializer_list<Index> indexes, const QString &condition, int most)
{
    const QString select = u"SELECT %1, %2 FROM %3 NOT INDEXED WHERE %4"_s.arg(
        key, columns, table, condition.isEmpty() ? u"1"_s : condition);
    const auto limit = size_t(most);
    const auto keyOf = [](const QVariantList &row) { return row.first().toLongLong(); };
    Rows read;
    if (run(select + u" ORDER BY %1"_s.arg(key), {}, limit, read.rows)) return read;

    const qint64 below = read.rows.empty() ? std::numeric_limits<qint64>::min() : keyOf(read.rows.back());
    std::vector<QVariantList> behind;
    run(select + u" AND %1 > ? ORDER BY %1 DESC"_s.arg(key), {below}, limit, behind);

    QSet<qint64> named;
    bool allNamed = false;
    for (const Index &index : indexes) {
        std::vector<QVariantList> keys;
        const QString where = QLatin1StringView(index.condition);
        allNamed |= run(
            u"SELECT %1 FROM %2 INDEXED BY %3%4"_s.arg(key, table, QLatin1StringView(index.name),
                                                       where.isEmpty() ? QString() : u" WHERE "_s + where),
            {}, limit, keys);
        for (const QVariantList &row : keys) named.insert(keyOf(row));
    }
    QSet<qint64> have;
    for (const auto *part : {&read.rows, &behind})
        for (const QVariantList &row : *part) have.insert(keyOf(row));
    QSet<qint64> wanted = named - have;
    if (!allNamed) { // nothing tells which keys there were: those between the two ends are tried
        const qint64 lo = read.rows.empty() ? 0 : below;
        const qint64 hi = behind.empty() ? lo + probes / 100 : keyOf(behind.back());
        for (qint64 k = lo + 1; k < std::min(hi, lo + probes); ++k) wanted.insert(k);
        read.unsure = true;
    }
    for (const qint64 one : std::as_const(wanted)) {
        std::vector<QVariantList> found;
        run(select + u" AND %1 = ?"_s.arg(key), {one}, 1, found);
        if (!found.empty())
            behind.push_back(found.front());
        else if (named.contains(one))
            ++read.lost;
    }
    std::move(behind.begin(), behind.end(), std::back_inserter(read.rows));
    std::sort(read.rows.begin(), read.rows.end(),
              [&](const QVariantList &a, const QVariantList &b) { return keyOf(a) < keyOf(b); });
    return read;
}

QVariantList DamagedFile::first(const QString &sql, const QVariant &value)
{
    const auto rows = all(sql, value, 1);
    return rows.empty() ? QVariantList() : rows.front();
}

std::vector<QVariantList> DamagedFile::all(const QString &sql, const QVariant &value, int most)
{
    std::vector<QVariantList> rows;
    run(sql, {value}, size_t(most), rows);
    return rows;
}

} // namespace kith
