#include "app/server/verbs.h"

#include "server/admin/admin_table.h"
#include "server/config/setting.h"

#include <QProcessEnvironment>
#include <cstdio>
#include <sysexits.h>

namespace kith::app {

using namespace Qt::StringLiterals;

namespace {

constexpr server::OwnOption configOptions[] = {{"template", ""}, {"reference", ""}};

constexpr server::OwnOption checkOptions[] = {{"json", ""}};

const ServerVerb verbs[] = {
    {"run",
     "",
     "Runs the server; so does kith-server without a verb.",
     "Prints one line, \"kith-server ready URL\", once it accepts connections. SIGTERM or SIGINT ends it "
     "after\n"
     "it has taken leave of its clients; a second signal ends it at once.",
     {},
     &runServer},
    {"config", "[--template | --reference]", "Shows which settings are in force and from where.",
     "Reads the settings as `run` does, checks them and prints each with its value and its place; secrets "
     "are\n"
     "not shown. --template prints a configuration file with every setting explained, --reference the same "
     "as\n"
     "a Markdown table.",
     configOptions, &showConfig},
    {"check", "--data DIR [--json]", "Looks whether the database keeps every promise.",
     "Reads one moment of the database and changes nothing, also while a server is running on it. Says what "
     "is\n"
     "wrong, where, and what to do; --json prints one object. Exit codes: 0 all promises hold, 65 some do "
     "not,\n"
     "66 there is no database, 78 it is not one of this server, or too damaged to be read.",
     checkOptions, &checkDatabase},
    {"admin", "COMMAND … [--json]",
     "Asks the server that is running here: accounts, invites, backup and more.",
     "Over the admin socket in the data folder, as root or as the server's user; --data or --config says "
     "which\n"
     "server. --json prints one object a line.",
     server::adminOptions(), &runAdmin},
    {"restore",
     "FILE",
     "Puts a backup in place of the database, while no server runs.",
     "What was there is renamed, not deleted. Clients notice and bring back what they wrote after the "
     "backup.",
     {},
     &runRestore},
    {"help", "[VERB]", "Explains a verb, or lists all verbs and settings.", "", {}, &showHelp},
};

QString usageLine(const ServerVerb &verb)
{
    QString line = u"kith-server "_s + QLatin1StringView(verb.name);
    if (*verb.words) line += u' ' + QString::fromUtf8(verb.words);
    return line;
}

int exitCodeOf(Errc code)
{
    switch (code) {
    case Errc::BadInput:
        return EX_USAGE;
    case Errc::Refused:
        return EX_UNAVAILABLE;
    case Errc::Locked:
    case Errc::Offline:
    case Errc::Timeout:
    case Errc::Unavailable:
        return EX_TEMPFAIL;
    case Errc::TooNew:
    case Errc::Corrupt:
        return EX_CONFIG;
    case Errc::NotFound:
        return EX_NOINPUT;
    case Errc::Full:
    case Errc::Io:
        return EX_CANTCREAT;
    }
    return EX_SOFTWARE;
}

} // namespace

std::span<const ServerVerb> serverVerbs() { return verbs; }

const ServerVerb *serverVerb(QStringView name)
{
    for (const ServerVerb &verb : verbs)
        if (name == QLatin1StringView(verb.name)) return &verb;
    return nullptr;
}

QString helpOf(const ServerVerb &verb)
{
    QString text =
        u"%1 [SETTINGS]\n\n%2\n%3%4"_s.arg(usageLine(verb), QString::fromUtf8(verb.summary),
                                           QString::fromUtf8(verb.help), *verb.help ? u"\n"_s : QString());
    if (verb.run != &runAdmin) return text;
    text += u"\nCommands:\n"_s;
    for (const server::AdminCommand &command : server::adminCommands()) {
        text += u"  %1 %2"_s.arg(QLatin1StringView(command.name), QString::fromUtf8(command.words))
                    .trimmed()
                    .prepend(u"  "_s);
        for (const server::OwnOption &option : server::adminOptions())
            if (QLatin1StringView(option.name) != "json"_L1 &&
                server::takesOption(command, QString::fromLatin1(option.name)))
                text += *option.word ? u" [--%1 %2]"_s.arg(QLatin1StringView(option.name),
                                                           QLatin1StringView(option.word))
                                     : u" [--%1]"_s.arg(QLatin1StringView(option.name));
        text += u"\n      "_s + QString::fromUtf8(command.help).replace(u'\n', u"\n      "_s) + u'\n';
    }
    return text;
}

QString helpOfAll()
{
    QString text =
        u"kith-server [VERB] [SETTINGS]: accounts, chats and messages for kith clients.\n\nVerbs:\n"_s;
    for (const ServerVerb &verb : verbs)
        text += u"  %1 %2\n"_s.arg(QLatin1StringView(verb.name), -9).arg(QString::fromUtf8(verb.summary));
    text += u"\nSettings, for every verb (`kith-server config --template` explains them all):\n"
            "  --config FILE\n"_s;
    for (const server::Setting &setting : server::settings()) {
        if (setting.secret) continue;
        const QString form =
            u"--%1 %2"_s.arg(QLatin1StringView(setting.name), QString::fromUtf8(setting.form));
        text += *setting.standard
                    ? u"  %1 (default: %2)\n"_s.arg(form, -38).arg(QString::fromUtf8(setting.standard))
                    : u"  %1\n"_s.arg(form);
    }
    text +=
        u"\nA flag beats the environment (KITH_SERVER_LISTEN, …), which beats the file (\"listen = …\" on a "
        u"line),\n"
        "which beats the default. The file is --config FILE or KITH_SERVER_CONFIG; when neither that nor a\n"
        "data folder is named, " KITH_SYSTEM_CONFIG " if it is there.\n\n"
        "Exit codes: 0 done, 64 usage, 65 check found something, 66 not found, 69 refused, 73 the disk or "
        "folder, 75 try again later,\n"
        "78 configuration or database not usable.\n"_s;
    return text;
}

Result<server::Config> loadConfig(const server::CommandLine &line)
{
    server::Config::Sources sources{line, {}, QStringLiteral(KITH_SYSTEM_CONFIG)};
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) sources.environment.insert(name, environment.value(name));
    return server::Config::load(sources);
}

Status noWords(const server::CommandLine &line)
{
    if (line.words.isEmpty()) return ok();
    return Error{Errc::BadInput, u"unexpected argument: %1"_s.arg(line.words.first())};
}

int complain(const Error &error)
{
    std::fprintf(stderr, "kith-server: %s\n", qUtf8Printable(error.what));
    return exitCodeOf(error.code);
}

void print(const QString &text) { std::fputs(text.toUtf8().constData(), stdout); }

int showConfig(const server::CommandLine &line)
{
    if (auto none = noWords(line); !none) return complain(none.error());
    if (line.has("template")) return print(server::configTemplate()), EX_OK;
    if (line.has("reference")) return print(server::configReference()), EX_OK;
    const auto config = loadConfig(line);
    if (!config) return complain(config.error());
    print(server::describe(*config));
    for (const QString &warning : config->warnings())
        std::fprintf(stderr, "kith-server: %s\n", qUtf8Printable(warning));
    return EX_OK;
}

int showHelp(const server::CommandLine &line)
{
    if (line.words.isEmpty()) return print(helpOfAll()), EX_OK;
    const ServerVerb *verb = serverVerb(line.words.first());
    if (!verb) return complain({Errc::BadInput, u"there is no verb \"%1\""_s.arg(line.words.first())});
    return print(helpOf(*verb)), EX_OK;
}

} // namespace kith::app
