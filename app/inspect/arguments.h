#pragma once
#include <QStringList>
#include <variant>

namespace kith::inspect {

struct Arguments {
    QString verb;      // empty: the window
    QStringList files; // one, or two for diff and salvage, bundle: the file and where to write
    QString words;     // what the verb takes after the file
    QStringList logs;  // of bundle
    QString caseName = QStringLiteral("default");
    QString reason;
    int limit = 200;
    qint64 beforeSeq = 0, timeLimitMs = 10'000;
    bool json = false, reveal = false, yes = false, gui = false;
};
struct Told { // help or version for stdout, or what is wrong for stderr
    QString text;
    bool wrong = false;
};

/// `given` without the program's name.
std::variant<Arguments, Told> parse(const QStringList &given);

} // namespace kith::inspect
