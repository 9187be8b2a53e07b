#include "app/server/options.h"

#include <QCommandLineParser>

namespace kith::app {

using namespace Qt::StringLiterals;

namespace {

Status readListen(const QString &text, server::NodeOptions &node)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']')) host = host.mid(1, host.size() - 2);
    bool number = false;
    const uint port = colon < 0 ? 0 : text.mid(colon + 1).toUInt(&number);
    if (host == u"localhost"_s) host = u"127.0.0.1"_s;
    const QHostAddress address(host);
    if (!number || port > 65535 || address.isNull())
        return Error{Errc::BadInput, u"--listen wants ADDRESS:PORT, for example 127.0.0.1:8480"_s};
    node.address = address;
    node.port = quint16(port);
    return ok();
}

Status readChoice(const QCommandLineParser &parser, const QString &name, const QStringList &choices,
                  int *chosen)
{
    *chosen = int(choices.indexOf(parser.value(name)));
    if (*chosen >= 0) return ok();
    return Error{Errc::BadInput, u"--%1 wants one of: %2"_s.arg(name, choices.join(u", "_s))};
}

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Kith server: accounts, chats and messages for kith clients."_s);
    parser.addOptions({
        {u"listen"_s, u"Address and port to accept connections on; port 0 takes a free one."_s,
         u"ADDRESS:PORT"_s, u"127.0.0.1:8480"_s},
        {u"data"_s, u"Folder of the database; made when it does not exist."_s, u"DIR"_s},
        {u"name"_s, u"What the server calls itself to people."_s, u"NAME"_s, u"Kith"_s},
        {u"threads"_s, u"I/O threads; 0 takes one for each core, at most 4."_s, u"N"_s, u"0"_s},
        {u"registration"_s, u"Who may make an account: open or closed."_s, u"open|closed"_s, u"open"_s},
        {u"log-level"_s, u"debug, info, warning or error."_s, u"LEVEL"_s, u"info"_s},
        {u"password-cost"_s, u"normal; low is for tests and benchmarks only."_s, u"normal|low"_s,
         u"normal"_s},
        {u"rate-limits"_s, u"on; off is for tests and benchmarks only."_s, u"on|off"_s, u"on"_s},
        {{u"h"_s, u"help"_s}, u"Shows this text."_s},
        {{u"v"_s, u"version"_s}, u"Shows the version."_s},
    });
}

} // namespace

Result<std::variant<ServerOptions, ShowText>> parseServerOptions(const QStringList &arguments)
{
    using Answer = std::variant<ServerOptions, ShowText>;
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments)) return Error{Errc::BadInput, parser.errorText()};
    if (parser.isSet(u"help"_s)) return Answer(ShowText{parser.helpText()});
    if (parser.isSet(u"version"_s)) return Answer(ShowText{u"kith-server " KITH_VERSION "\n"_s});
    if (!parser.positionalArguments().isEmpty())
        return Error{Errc::BadInput, u"unexpected argument: %1"_s.arg(parser.positionalArguments().first())};
    ServerOptions options;
    if (auto listen = readListen(parser.value(u"listen"_s), options.node); !listen) return listen.error();
    options.node.dataDir = parser.value(u"data"_s);
    if (options.node.dataDir.isEmpty()) return Error{Errc::BadInput, u"--data DIR is needed"_s};
    options.node.name = parser.value(u"name"_s).trimmed();
    if (options.node.name.isEmpty() || options.node.name.size() > limits::titleChars)
        return Error{Errc::BadInput, u"--name wants 1 to %1 characters"_s.arg(limits::titleChars)};
    bool number = false;
    options.node.threads = parser.value(u"threads"_s).toInt(&number);
    if (!number || options.node.threads < 0 || options.node.threads > 64)
        return Error{Errc::BadInput, u"--threads wants a number from 0 to 64"_s};
    int chosen = 0;
    if (auto r = readChoice(parser, u"registration"_s, {u"open"_s, u"closed"_s}, &chosen); !r)
        return r.error();
    options.node.registrationOpen = chosen == 0;
    if (auto r =
            readChoice(parser, u"log-level"_s, {u"debug"_s, u"info"_s, u"warning"_s, u"error"_s}, &chosen);
        !r)
        return r.error();
    constexpr QtMsgType levels[] = {QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg};
    options.logLevel = levels[chosen];
    if (auto r = readChoice(parser, u"password-cost"_s, {u"normal"_s, u"low"_s}, &chosen); !r)
        return r.error();
    options.node.passwordCost =
        chosen == 0 ? server::PasswordPool::Cost::Normal : server::PasswordPool::Cost::Low;
    if (auto r = readChoice(parser, u"rate-limits"_s, {u"on"_s, u"off"_s}, &chosen); !r) return r.error();
    options.node.rateLimits = chosen == 0;
    return Answer(std::move(options));
}

} // namespace kith::app
