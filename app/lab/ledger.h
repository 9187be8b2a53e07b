#pragma once
#include "core/base/ids.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QUuid>
#include <QVariant>

/// Reads the databases of server and client from outside, read-only, and says what cannot be: the checker
/// behind every test that kills something.
namespace kith::lab {

using namespace Qt::StringLiterals;

struct LedgerRow {
    Mid mid;
    ChatId chat;
    qint64 seq = 0; // 0 = not on the server
    qint64 rev = 0;
    UserId sender;
    QString body;
    bool dead = false;
    friend bool operator==(const LedgerRow &, const LedgerRow &) = default;
};

class Ledger {
public:
    explicit Ledger(const QString &file)
        : m_name(QUuid::createUuid().toString())
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        db.setDatabaseName(file);
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
        m_open = db.open();
    }
    ~Ledger() { QSqlDatabase::removeDatabase(m_name); }
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    bool isOpen() const { return m_open; }
    qint64 number(const QString &sql) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        return query.exec(sql) && query.next() ? query.value(0).toLongLong() : -1;
    }
    QList<QVariantList> rows(const QString &sql, int columns, const QVariantList &values = {}) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        QList<QVariantList> all;
        if (!query.prepare(sql)) return all;
        for (const QVariant &value : values) query.addBindValue(value);
        for (query.exec(); query.next();) {
            all.emplaceBack();
            for (int i = 0; i < columns; ++i) all.last().append(query.value(i));
        }
        return all;
    }
    QList<LedgerRow> messages(const QString &sql) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        query.setForwardOnly(true);
        QList<LedgerRow> all;
        if (!query.exec(sql)) return all;
        while (query.next())
            all.append({Mid::fromBlob(query.value(0).toByteArray()),
                        ChatId::fromBlob(query.value(1).toByteArray()), query.value(2).toLongLong(),
                        query.value(3).toLongLong(), UserId::fromBlob(query.value(4).toByteArray()),
                        query.value(5).toString(), query.value(6).toInt() != 0});
        return all;
    }

private:
    QString m_name;
    bool m_open = false;
};

} // namespace kith::lab
