#pragma once
#include "core/base/result.h"
#include "server/node.h"

#include <QStringList>
#include <variant>

namespace kith::app {

struct ServerOptions {
    server::NodeOptions node;
    QtMsgType logLevel = QtInfoMsg;
};
struct ShowText { // --help, --version
    QString text;
};

/// Reads the command line (without touching anything). BadInput: one sentence that names the option.
Result<std::variant<ServerOptions, ShowText>> parseServerOptions(const QStringList &arguments);

} // namespace kith::app
