#pragma once
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

/// Ways in which a disk, or a person, damages a database file. The file must not be open.
namespace kith::test::damage {

using namespace Qt::StringLiterals;

/// Pages that hold `names` (tables or indexes), found by SQLite itself before anything is damaged.
inline qint64 rootPage(const QString &file, const QString &name)
{
    const QString connection = QUuid::createUuid().toString();
    qint64 page = 0;
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        db.setDatabaseName(file);
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (db.open()) {
            QSqlQuery query(db);
            query.prepare(u"SELECT rootpage FROM sqlite_master WHERE name = ?"_s);
            query.addBindValue(name);
            if (query.exec() && query.next()) page = query.value(0).toLongLong();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return page;
}

inline bool overwrite(const QString &file, qint64 at, qint64 bytes)
{
    QFile f(file);
    if (!f.open(QIODevice::ReadWrite) || f.size() < at + bytes || !f.seek(at)) return false;
    return f.write(QByteArray(bytes, '\xA5')) == bytes;
}

/// Rubbish over the root of a b-tree: nothing of that table can be found any more.
inline bool tree(const QString &file, const QString &name)
{
    const qint64 page = rootPage(file, name);
    return page > 1 && overwrite(file, (page - 1) * 4096, 4096);
}
inline bool header(const QString &file) { return overwrite(file, 0, 100); }
inline bool cut(const QString &file, qint64 size) { return QFile::resize(file, size); }
inline bool half(const QString &file) { return cut(file, QFile(file).size() / 2 / 4096 * 4096); }

} // namespace kith::test::damage
