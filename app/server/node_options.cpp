#include "app/server/node_options.h"

#include "server/config/setting.h"

namespace kith::app {

using namespace Qt::StringLiterals;

namespace {

Error together(const server::Config &config, const char *setting, const QString &what)
{
    return {Errc::Corrupt, u"%1: %2: %3"_s.arg(config.from(setting), QLatin1StringView(setting), what)};
}

Status readTls(const server::Config &config, server::NodeOptions &node)
{
    if (!node.roles.clients()) return ok(); // nobody comes in
    const bool certificate = config.isSet("tls-cert"), key = config.isSet("tls-key");
    if (certificate != key)
        return certificate ? together(config, "tls-cert", u"tls-key is needed with it"_s)
                           : together(config, "tls-key", u"tls-cert is needed with it"_s);
    if (certificate) {
        node.tls = server::Tls::Files{config.text("tls-cert"), config.text("tls-key"),
                                      config.text("tls-key-password").toUtf8()};
        return ok();
    }
    if (node.address.isLoopback() || config.yes("allow-plain")) return ok();
    return together(
        config, "listen",
        u"beyond this machine passwords must not travel in clear: set tls-cert and tls-key, or, behind"
        " a TLS proxy on another machine, allow-plain = yes"_s);
}

Status readRoles(const server::Config &config, server::NodeOptions &node)
{
    const QStringList roles = config.list("roles");
    node.roles = {roles.contains(u"api"), roles.contains(u"realtime"), roles.contains(u"worker")};
    if (node.roles.api == node.roles.realtime) return ok();
    return together(config, "roles",
                    u"the database in one file belongs to one process, and clients need api and realtime"
                    " together: name both, with or without worker, or worker alone"_s);
}

Status readOperatorDoor(const server::Config &config, server::NodeOptions &node)
{
    if (!config.isSet("metrics-listen")) return ok();
    const server::HostAndPort door = server::addressFrom(config.text("metrics-listen"));
    const QHostAddress address(door.host);
    if (address.isNull()) return together(config, "metrics-listen", u"%1 is no address"_s.arg(door.host));
    node.operatorAddress = address;
    node.operatorPort = door.port;
    return ok();
}

} // namespace

Result<server::NodeOptions> nodeOptions(const server::Config &config)
{
    server::NodeOptions node;
    const server::HostAndPort listen = server::addressFrom(config.text("listen"));
    node.address = QHostAddress(listen.host);
    node.port = listen.port;
    if (node.address.isNull()) return together(config, "listen", u"%1 is no address"_s.arg(listen.host));
    if (auto roles = readRoles(config, node); !roles) return roles.error();
    if (auto tls = readTls(config, node); !tls) return tls.error();
    if (auto door = readOperatorDoor(config, node); !door) return door.error();
    node.drainDelayMs = int(config.milliseconds("drain-delay"));
    node.drainWindowMs = int(config.milliseconds("drain-window"));
    node.dataDir = config.text("data");
    if (node.dataDir.isEmpty())
        return Error{Errc::BadInput, u"--data DIR is needed, or \"data = DIR\" in a --config FILE"_s};
    node.name = config.text("name");
    node.threads = int(config.number("threads"));
    const QString registration = config.text("registration");
    node.registration = registration == u"open"     ? server::Registration::Open
                        : registration == u"invite" ? server::Registration::Invite
                                                    : server::Registration::Closed;
    node.passwordMin = int(config.number("password-min"));
    node.passwordBlocklist = config.text("password-blocklist");
    node.adminSocket = config.text("admin-socket");
    node.downloadUrl = config.text("download-url");
    node.passwordCost = config.text("password-cost") == u"low" ? server::PasswordPool::Cost::Low
                                                               : server::PasswordPool::Cost::Normal;
    const QString push = config.text("push");
    if (push.startsWith(u"fcm:") && push.size() > 4)
        node.push.fcmAccount = push.mid(4);
    else if (push != u"log")
        return Error{Errc::BadInput, u"%1: wants log, or fcm:FILE with a service account's key file"_s.arg(
                                         config.from("push"))};
    node.push.options.withContent = config.text("push-content") == u"yes";
    node.push.fcmEndpoint = QUrl(config.text("push-endpoint"), QUrl::StrictMode);
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
