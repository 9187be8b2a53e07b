#include "server/config/command_line.h"

#include "server/config/setting.h"

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

const OwnOption *optionNamed(std::span<const OwnOption> own, QStringView name)
{
    for (const OwnOption &option : own)
        if (name == QLatin1StringView(option.name)) return &option;
    return nullptr;
}

Error unknown(const QString &name, std::span<const OwnOption> own)
{
    QStringList known = settingNames();
    known.append({u"config"_s, u"help"_s, u"version"_s});
    for (const OwnOption &option : own) known.append(QLatin1StringView(option.name));
    const QString near = nearestName(name, known);
    return {Errc::BadInput,
            near.isEmpty() ? u"--%1 is not an option; `kith-server help` lists them"_s.arg(name)
                           : u"--%1 is not an option; did you mean --%2? `kith-server help` lists them"_s.arg(
                                 name, near)};
}

/// Walks the words once.
struct Walk {
    const QStringList &arguments;
    std::span<const OwnOption> own;
    CommandLine out;
    qsizetype at = 0;

    Status option(const QString &word);
    Result<QString> value(const QString &name, const QString &inlined, bool hasInlined);
};

Result<QString> Walk::value(const QString &name, const QString &inlined, bool hasInlined)
{
    if (hasInlined) return inlined;
    if (at < arguments.size()) return arguments[at++];
    return Error{Errc::BadInput, u"--%1 wants a value"_s.arg(name)};
}

Status Walk::option(const QString &word)
{
    QString name = word.mid(2);
    const qsizetype equals = name.indexOf(u'=');
    const QString inlined = equals < 0 ? QString() : name.mid(equals + 1);
    if (equals >= 0) name.truncate(equals);
    const OwnOption *mine = optionNamed(own, name);
    const bool flag = name == u"help" || name == u"version" || (mine && !*mine->word);
    if (flag && equals >= 0) return Error{Errc::BadInput, u"--%1 takes no value"_s.arg(name)};
    if (name == u"help" || name == u"version") {
        (name == u"help" ? out.help : out.version) = true;
        return ok();
    }
    if (flag) {
        out.own.insert(name, {});
        return ok();
    }
    const Setting *setting = mine ? nullptr : settingNamed(name);
    if (!mine && !setting && name != u"config") return unknown(name, own);
    if (setting && setting->secret)
        return Error{
            Errc::BadInput,
            u"--%1 would show a secret to every process of this machine: give it in the configuration"
            " file or in %2"_s.arg(name, u"KITH_SERVER_"_s + QString(name).replace(u'-', u'_').toUpper())};
    auto given = value(name, inlined, equals >= 0);
    if (!given) return given.error();
    if (setting)
        out.settings.push_back({name, *given});
    else if (mine)
        out.own.insert(name, *given);
    else
        out.configFile = *given;
    return ok();
}

} // namespace

Result<CommandLine> readCommandLine(const QStringList &arguments, std::span<const OwnOption> own)
{
    Walk walk{arguments, own, {}};
    bool optionsOver = false;
    while (walk.at < arguments.size()) {
        const QString word = arguments[walk.at++];
        if (!optionsOver && word == u"--") {
            optionsOver = true;
        } else if (!optionsOver && (word == u"-h" || word == u"-v")) {
            (word == u"-h" ? walk.out.help : walk.out.version) = true;
        } else if (!optionsOver && word.startsWith(u"--")) {
            if (auto taken = walk.option(word); !taken) return taken.error();
        } else if (!optionsOver && word.size() > 1 && word.startsWith(u'-')) {
            return Error{Errc::BadInput, u"%1 is not an option; `kith-server help` lists them"_s.arg(word)};
        } else {
            walk.out.words.append(word);
        }
    }
    return std::move(walk.out);
}

} // namespace kith::server
