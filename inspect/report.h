#pragma once
#include <QStringList>
#include <QVariant>
#include <vector>

/// What a verb found: tables, sentences, faults. The console, scripts and the window show the same.
namespace kith::inspect {

struct Column {
    enum class As : quint8 { Text, Number, Time /* Unix ms */, Bytes };
    QString key; // for scripts: stays
    As as = As::Text;
};

struct Table {
    QString key;   // for scripts: stays
    QString title; // for people
    std::vector<Column> columns{};
    std::vector<QVariantList> rows{};
    bool facts = false; // one row, shown downwards
    bool cut = false;   // there were more rows than were wanted
};

struct Report {
    QString verb{};
    std::vector<Table> tables{};
    QStringList notes{};  // sentences
    QStringList faults{}; // what is wrong, a sentence each
};

} // namespace kith::inspect
