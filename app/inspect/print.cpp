#include "app/inspect/print.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr int widest = 70;

QString heading(const QString &key)
{
    QString text = key;
    if (text.endsWith(u"_ms")) text.chop(3);
    return text.replace(u'_', u' ');
}

void appendFacts(QString &out, const Table &table)
{
    if (table.rows.empty()) return;
    qsizetype width = 0;
    for (const Column &column : table.columns) width = std::max(width, heading(column.key).size());
    for (size_t i = 0; i < table.columns.size(); ++i)
        out += u"  %1  %2\n"_s.arg(heading(table.columns[i].key), -int(width))
                   .arg(cellText(table.rows[0][qsizetype(i)], table.columns[i].as));
}

void appendRows(QString &out, const Table &table)
{
    std::vector<QStringList> lines;
    QStringList head;
    for (const Column &column : table.columns) head.append(heading(column.key));
    lines.push_back(head);
    for (const QVariantList &row : table.rows) {
        QStringList line;
        for (size_t i = 0; i < table.columns.size(); ++i)
            line.append(cellText(row[qsizetype(i)], table.columns[i].as));
        lines.push_back(line);
    }
    std::vector<int> widths(table.columns.size(), 0);
    for (const QStringList &line : lines)
        for (size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], std::min(widest, int(line[qsizetype(i)].size())));
    for (const QStringList &line : lines) {
        QString text = u" "_s;
        for (size_t i = 0; i < widths.size(); ++i)
            text += u" "_s + line[qsizetype(i)].leftJustified(widths[i]);
        while (text.endsWith(u' ')) text.chop(1);
        out += text + u'\n';
    }
    if (table.cut) out += u"  … more (--limit)\n"_s;
}

QJsonObject objectOf(const Table &table, const QVariantList &row)
{
    QJsonObject object;
    for (size_t i = 0; i < table.columns.size(); ++i)
        object[table.columns[i].key] = QJsonValue::fromVariant(row[qsizetype(i)]);
    return object;
}

} // namespace

QString cellText(const QVariant &value, Column::As as)
{
    if (!value.isValid() || value.isNull()) return u"-"_s;
    switch (as) {
    case Column::As::Time: {
        const qint64 ms = value.toLongLong();
        if (ms <= 0) return u"-"_s;
        return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss'Z'"_s);
    }
    case Column::As::Bytes:
        return QLocale::c().formattedDataSize(value.toLongLong(), 1, QLocale::DataSizeSIFormat);
    case Column::As::Text:
    case Column::As::Number:
        break;
    }
    return value.toString();
}

QString asText(const Report &report)
{
    QString out;
    for (const Table &table : report.tables) {
        if (table.rows.empty() && table.facts) continue;
        out += (out.isEmpty() ? QString() : u"\n"_s) + table.title + u'\n';
        if (table.rows.empty())
            out += u"  none\n"_s;
        else if (table.facts)
            appendFacts(out, table);
        else
            appendRows(out, table);
    }
    if (!report.notes.isEmpty() || !report.faults.isEmpty()) out += u'\n';
    for (const QString &note : report.notes) out += note + u'\n';
    for (const QString &fault : report.faults) out += u"Wrong: "_s + fault + u'\n';
    return out;
}

QByteArray asJson(const Report &report, const QString &file)
{
    QJsonObject tables, facts;
    QJsonArray cut;
    for (const Table &table : report.tables) {
        if (table.cut) cut.append(table.key);
        if (table.facts) {
            facts[table.key] = table.rows.empty() ? QJsonValue(QJsonValue::Null)
                                                  : QJsonValue(objectOf(table, table.rows[0]));
            continue;
        }
        QJsonArray rows;
        for (const QVariantList &row : table.rows) rows.append(objectOf(table, row));
        tables[table.key] = rows;
    }
    const QJsonObject all{{u"verb"_s, report.verb},
                          {u"file"_s, file},
                          {u"facts"_s, facts},
                          {u"tables"_s, tables},
                          {u"cut"_s, cut},
                          {u"notes"_s, QJsonArray::fromStringList(report.notes)},
                          {u"faults"_s, QJsonArray::fromStringList(report.faults)}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace kith::inspect
