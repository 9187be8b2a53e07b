#pragma once
#include "inspect/report.h"

#include <QAbstractTableModel>
#include <QScrollArea>

namespace kith::inspect {

/// One table of a report. Facts stand downwards.
class TableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit TableModel(Table table, QObject *parent = nullptr);
    static constexpr int sortRole = Qt::UserRole; // the value itself

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const Table &table() const { return m_table; }
    /// What the row says in column `key`; null without such a column.
    QVariant cell(int row, const QString &key) const;

private:
    const Table m_table;
};

/// The tables of a report below each other, with sentences, filtered together.
class ReportView final : public QScrollArea {
    Q_OBJECT
public:
    explicit ReportView(QWidget *parent = nullptr);

    void show(const Report &report);
    void setFilter(const QString &words);
    const Report &report() const { return m_report; }

Q_SIGNALS:
    void messageWanted(const QString &mid);
    void chatWanted(const QString &chat);
    void chatPointedAt(const QString &chat);

private:
    void addTable(const Table &table);
    void addSentences(const QStringList &sentences, bool faults);

    Report m_report;
    QWidget *m_page = nullptr;
    QString m_filter;
};

} // namespace kith::inspect
