#include "app/server/node_options.h"

#include "server/config/setting.h"

namespace kith::app {

using namespace Qt::StringLiterals;

Result<server::NodeOptions> nodeOptions(const server::Config &config)
{
    server::NodeOptions node;
    const server::HostAndPort listen = server::addressFrom(config.text("listen"));
    node.address = QHostAddress(listen.host);
    node.port = listen.port;
    if (node.address.isNull())
        return Error{Errc::BadInput, u"%1: %2 is no address"_s.arg(config.from("listen"), listen.host)};
    node.dataDir = config.text("data");
    if (node.dataDir.isEmpty())
        return Error{Errc::BadInput, u"--data DIR is needed, or \"data = DIR\" in a --config FILE"_s};
    node.name = config.text("name");
    node.threads = int(config.number("threads"));
    node.registrationOpen = config.text("registration") == u"open";
    node.passwordCost = config.text("password-cost") == u"low" ? server::PasswordPool::Cost::Low
                                                               : server::PasswordPool::Cost::Normal;
    node.rateLimits = config.text("rate-limits") == u"on";
    if (const QString files = config.text("files"); !files.isEmpty()) {
        if (!files.startsWith("dir:"_L1) || files.size() == 4)
            return Error{Errc::BadInput, u"%1: files wants dir:PATH"_s.arg(config.from("files"))};
        node.files.dir = files.mid(4);
    }
    node.files.fileBytes = config.bytes("file-limit");
    node.files.userBytes = config.bytes("file-quota");
    return node;
}

QtMsgType logLevel(const server::Config &config)
{
    const QString level = config.text("log-level");
    if (level == u"debug") return QtDebugMsg;
    if (level == u"warning") return QtWarningMsg;
    return level == u"error" ? QtCriticalMsg : QtInfoMsg;
}

} // namespace kith::app
