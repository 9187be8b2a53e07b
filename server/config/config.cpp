#include "server/config/config.h"

#include "server/config/setting.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileMax = 1 << 20;
constexpr char16_t prefix[] = u"KITH_SERVER_";

QString variableOf(const Setting &setting)
{
    return QString::fromUtf16(prefix) + QString::fromLatin1(setting.name).replace(u'-', u'_').toUpper();
}

QString unquoted(const QString &text)
{
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"')) return text.mid(1, text.size() - 2);
    return text;
}

Result<QString> textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::Corrupt,
                     u"the configuration file %1 cannot be read: %2"_s.arg(path, file.errorString())};
    const QByteArray bytes = file.read(fileMax + 1);
    if (bytes.size() > fileMax)
        return Error{Errc::Corrupt, u"%1 has over 1 MiB: this is no configuration file"_s.arg(path)};
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError()) return Error{Errc::Corrupt, u"%1 is not UTF-8 text"_s.arg(path)};
    return text;
}

Error unknownIn(const QString &place, const QString &name, const QString &near)
{
    const QString hint =
        near.isEmpty() ? u"`kith-server help` lists the settings"_s : u"did you mean %1?"_s.arg(near);
    return {Errc::Corrupt, u"%1: there is no setting \"%2\"; %3"_s.arg(place, name, hint)};
}

} // namespace

Status Config::take(const QString &name, const QString &text, const QString &from, Errc blame)
{
    const Setting *setting = settingNamed(name);
    Q_ASSERT(setting);
    const QString value = text.trimmed();
    // An empty value takes a setting back to "not set", where there is such a thing.
    const bool cleared = value.isEmpty() && !*setting->standard;
    const QString allowed = cleared ? QString() : faultOf(*setting, value);
    if (!allowed.isEmpty()) {
        const QString place = from == u"--"_s + name ? from : u"%1: %2"_s.arg(from, name);
        return Error{blame, u"%1 wants %2"_s.arg(place, allowed)};
    }
    m_values.insert(name, {value, from});
    return ok();
}

Status Config::readFile(const QString &path)
{
    auto text = textOf(path);
    if (!text) return text.error();
    m_file = path;
    QHash<QString, int> seen;
    bool holdsSecret = false;
    const QStringList lines = text->split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';')) continue;
        const QString place = u"%1:%2"_s.arg(path).arg(i + 1);
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 0)
            return Error{Errc::Corrupt,
                         u"%1: a line is \"setting = value\", or a comment after #"_s.arg(place)};
        const QString name = line.left(equals).trimmed();
        const Setting *setting = settingNamed(name);
        if (!setting) return unknownIn(place, name, nearestName(name, settingNames()));
        if (const int before = seen.value(name))
            return Error{Errc::Corrupt, u"%1: %2 was set in line %3 already"_s.arg(place, name).arg(before)};
        seen.insert(name, i + 1);
        if (auto taken = take(name, unquoted(line.mid(equals + 1).trimmed()), place, Errc::Corrupt); !taken)
            return taken;
        holdsSecret = holdsSecret || setting->secret;
    }
    const auto open = QFile::ReadOther | QFile::WriteOther;
    if (holdsSecret && (QFileInfo(path).permissions() & open))
        m_warnings.append(u"%1 holds a secret and others may read it: chmod 640 it"_s.arg(path));
    return ok();
}

Result<Config> Config::load(const Sources &sources)
{
    Config config;
    for (const Setting &setting : settings())
        config.m_values.insert(QLatin1StringView(setting.name),
                               {QString::fromUtf8(setting.standard), u"default"_s});
    const QString dataVariable = QString::fromUtf16(prefix) + u"DATA"_s;
    const QString fileVariable = QString::fromUtf16(prefix) + u"CONFIG"_s;
    bool dataNamed = sources.environment.contains(dataVariable);
    for (const auto &given : sources.commandLine.settings) dataNamed = dataNamed || given.name == u"data";
    QString file = sources.commandLine.configFile;
    if (file.isEmpty()) file = sources.environment.value(fileVariable);
    if (file.isEmpty() && !dataNamed && QFileInfo::exists(sources.systemFile)) file = sources.systemFile;
    if (!file.isEmpty())
        if (auto read = config.readFile(file); !read) return read.error();

    QHash<QString, QString> variables{{fileVariable, QString()}};
    for (const Setting &setting : settings())
        variables.insert(variableOf(setting), QLatin1StringView(setting.name));
    QStringList names = sources.environment.keys();
    names.sort();
    for (const QString &name : names) {
        if (!name.startsWith(QString::fromUtf16(prefix)) || name == fileVariable) continue;
        const QString setting = variables.value(name);
        if (setting.isEmpty()) return unknownIn(u"environment"_s, name, nearestName(name, variables.keys()));
        if (auto taken = config.take(setting, sources.environment.value(name), name, Errc::Corrupt); !taken)
            return taken.error();
    }
    for (const auto &given : sources.commandLine.settings)
        if (auto taken = config.take(given.name, given.value, u"--"_s + given.name, Errc::BadInput); !taken)
            return taken.error();
    return config;
}

const Config::Value &Config::value(const char *name) const
{
    const auto found = m_values.constFind(QLatin1StringView(name));
    if (found == m_values.cend()) qFatal("there is no setting %s", name);
    return *found;
}

QString Config::text(const char *name) const { return value(name).text; }
QString Config::from(const char *name) const { return value(name).from; }
qint64 Config::number(const char *name) const { return text(name).toLongLong(); }
bool Config::yes(const char *name) const { return text(name) == u"yes"; }
qint64 Config::bytes(const char *name) const { return bytesFrom(text(name)); }
qint64 Config::milliseconds(const char *name) const { return millisecondsFrom(text(name)); }

QStringList Config::list(const char *name) const
{
    QStringList words;
    for (const QString &word : text(name).split(u',')) words.append(word.trimmed());
    return words;
}

QString Config::shown(const char *name) const
{
    const QString value = text(name);
    const Setting *setting = settingNamed(QLatin1StringView(name));
    return setting->secret && !value.isEmpty() ? u"(set, not shown)"_s : value;
}

QString describe(const Config &config)
{
    QString out;
    for (const Setting &setting : settings()) {
        const QString value = config.shown(setting.name);
        out += u"%1 = %2 (%3)\n"_s.arg(QLatin1StringView(setting.name), -18)
                   .arg(value, -28)
                   .arg(config.from(setting.name));
    }
    return out;
}

QString configTemplate()
{
    QString out = u"# Configuration of kith-server. A line is \"setting = value\"; the values below are the\n"
                  "# defaults. A flag (--setting VALUE) beats the environment (KITH_SERVER_SETTING), which\n"
                  "# beats this file. `kith-server config` shows what is in force and from where.\n"_s;
    for (const Setting &setting : settings()) {
        out += u'\n';
        QString line = u"#"_s;
        for (const QString &word : QString::fromUtf8(setting.help).split(u' ')) {
            if (line.size() + 1 + word.size() > 100) {
                out += line + u'\n';
                line = u"#"_s;
            }
            line += u' ' + word;
        }
        out += line + u'\n';
        out += u"#%1 = %2\n"_s.arg(QLatin1StringView(setting.name), *setting.standard
                                                                        ? QString::fromUtf8(setting.standard)
                                                                        : QString::fromUtf8(setting.form));
    }
    return out;
}

QString configReference()
{
    QString out = u"| setting | value | default | meaning |\n| --- | --- | --- | --- |\n"_s;
    for (const Setting &setting : settings()) {
        const QString form = QString::fromUtf8(setting.form).replace(u'|', u"\\|"_s);
        const QString standard =
            *setting.standard ? u"`%1`"_s.arg(QString::fromUtf8(setting.standard)) : u"–"_s;
        out += u"| `%1` | %2 | %3 | %4 |\n"_s.arg(QLatin1StringView(setting.name), form, standard,
                                                  QString::fromUtf8(setting.help));
    }
    return out;
}

} // namespace kith::server
