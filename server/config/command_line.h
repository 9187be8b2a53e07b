#pragma once
#include "core/base/result.h"

#include <QHash>
#include <QStringList>
#include <span>
#include <vector>

namespace kith::server {

/// An option that one verb has beside the settings.
struct OwnOption {
    const char *name;
    const char *word; // of its value, for the usage line; "" = a flag without value
};

/// The words after the program's name, taken apart. Values of settings are not looked into.
struct CommandLine {
    struct Given {
        QString name, value;
    };
    std::vector<Given> settings; // in order
    QHash<QString, QString> own; // options of the verb; flags have an empty value
    QStringList words;
    QString configFile; // --config
    bool help = false, version = false;

    bool has(const char *name) const { return own.contains(QLatin1StringView(name)); }
    QString value(const char *name) const { return own.value(QLatin1StringView(name)); }
};

/// `--name value` and `--name=value` for every setting and for `own`; "--" ends the options. BadInput: one
/// sentence that names the option, and the nearest known one when it is unknown.
Result<CommandLine> readCommandLine(const QStringList &arguments, std::span<const OwnOption> own = {});

} // namespace kith::server
