#pragma once
#include "core/base/result.h"
#include "server/config/command_line.h"

#include <QHash>

namespace kith::server {

/// What is in force, and who said so. Read once at the start; immutable.
class Config {
public:
    struct Sources {
        CommandLine commandLine;
        QHash<QString, QString> environment; // names as they are; only KITH_SERVER_… counts
        QString systemFile; // read when neither a file nor a data folder is named; empty = none
    };
    /// A flag beats the environment, which beats the file, which beats the default. Every value is checked,
    /// also one that is beaten. BadInput: a flag; Corrupt: the environment or the file, with its line. The
    /// sentence names the place, the setting and what is allowed.
    static Result<Config> load(const Sources &sources);

    /// Of a setting in settings(); anything else is a fault of the program.
    QString text(const char *name) const;
    bool isSet(const char *name) const { return !text(name).isEmpty(); }
    qint64 number(const char *name) const;       // Number
    bool yes(const char *name) const;            // YesNo
    qint64 bytes(const char *name) const;        // Bytes
    qint64 milliseconds(const char *name) const; // Span
    QStringList list(const char *name) const;    // List
    /// "default", "--listen", "KITH_SERVER_LISTEN" or "/etc/kith/kith-server.conf:7".
    QString from(const char *name) const;
    /// As text(), but "(set, not shown)" for a secret.
    QString shown(const char *name) const;
    /// The file that was read; empty = none.
    QString file() const { return m_file; }
    /// Things to tell the operator in the log.
    QStringList warnings() const { return m_warnings; }

private:
    struct Value {
        QString text, from;
    };
    Status readFile(const QString &path);
    Status take(const QString &name, const QString &text, const QString &from, Errc blame);
    const Value &value(const char *name) const;

    QHash<QString, Value> m_values;
    QString m_file;
    QStringList m_warnings;
};

/// All settings with what is in force and from where, aligned for a terminal.
QString describe(const Config &config);
/// A configuration file with every setting at its default, commented out and explained.
QString configTemplate();
/// The settings as a Markdown table (docs/operations.md holds it; a test compares).
QString configReference();

} // namespace kith::server
