#include "app/cli/arguments.h"

#include "app/cli/verb_table.h"

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

constexpr qint64 longestSeconds = 24 * 3600;

/// Walks the words once; what it cannot place ends as one sentence.
class Parser {
public:
    explicit Parser(const QStringList &given)
        : m_given(given)
    {
    }
    Parsed run();

private:
    bool takeOption(const QString &word);
    bool takeCommon(const QString &name, bool &known);
    bool takeOwn(const QString &name);
    bool store(const OptionRule &option, const QString &value);
    bool valueFor(const QString &name, QString &value);
    bool fail(const QString &what)
    {
        if (m_error.isEmpty()) m_error = what;
        return false;
    }
    QString missing() const;

    const QStringList &m_given;
    qsizetype m_at = 0;
    QString m_inline; // after "=" in --name=value
    bool m_hasInline = false;
    const VerbRule *m_rule = nullptr;
    bool m_help = false, m_version = false;
    Arguments m_out;
    QString m_error;
};

bool Parser::valueFor(const QString &name, QString &value)
{
    if (m_hasInline) {
        value = m_inline;
        return true;
    }
    if (m_at >= m_given.size()) return fail(u"--%1 needs a value."_s.arg(name));
    value = m_given[m_at++];
    return true;
}

bool Parser::takeCommon(const QString &name, bool &known)
{
    known = true;
    if (name == u"json" || name == u"help" || name == u"version") {
        if (m_hasInline) return fail(u"--%1 takes no value."_s.arg(name));
        (name == u"json" ? m_out.json : name == u"help" ? m_help : m_version) = true;
        return true;
    }
    if (name == u"profile" || name == u"secrets" || name == u"account" || name == u"ca") {
        QString value;
        if (!valueFor(name, value)) return false;
        if (value.isEmpty()) return fail(u"--%1 needs a value."_s.arg(name));
        if (name == u"secrets" && value != u"file" && value != u"keychain")
            return fail(u"--secrets is \"file\" or \"keychain\", not \"%1\"."_s.arg(value));
        (name == u"profile"   ? m_out.profile
         : name == u"secrets" ? m_out.secrets
         : name == u"ca"      ? m_out.ca
                              : m_out.account) = value;
        return true;
    }
    known = false;
    return true;
}

bool Parser::store(const OptionRule &option, const QString &value)
{
    const QString name = QLatin1StringView(option.name);
    bool fits = true;
    switch (option.takes) {
    case Takes::Flag:
    case Takes::Text:
    case Takes::Texts:
        fits = !value.isEmpty();
        break;
    case Takes::Positive:
        fits = value.toLongLong(&fits) > 0 && fits;
        break;
    case Takes::Seconds: {
        const qint64 seconds = value.toLongLong(&fits);
        fits = fits && seconds >= 0 && seconds <= longestSeconds;
        break;
    }
    case Takes::Stage:
        fits = value == u"saved" || value == u"sent" || value == u"delivered" || value == u"seen";
        break;
    }
    if (!fits) return fail(u"--%1 takes %2, not \"%3\"."_s.arg(name, QLatin1StringView(option.word), value));
    if (option.takes == Takes::Texts)
        m_out.lists[name].append(value);
    else
        m_out.values.insert(name, value);
    return true;
}

bool Parser::takeOwn(const QString &name)
{
    if (!m_rule) return fail(u"--%1 is not known here; options of a verb stand after it."_s.arg(name));
    for (const OptionRule &option : m_rule->options) {
        if (name != QLatin1StringView(option.name)) continue;
        if (option.takes == Takes::Flag) {
            if (m_hasInline) return fail(u"--%1 takes no value."_s.arg(name));
            m_out.flags.append(name);
            return true;
        }
        QString value;
        return valueFor(name, value) && store(option, value);
    }
    if (name == u"password") return fail(u"A password is read from stdin only: --password-stdin."_s);
    return fail(u"%1 has no option --%2."_s.arg(QLatin1StringView(m_rule->name), name));
}

bool Parser::takeOption(const QString &word)
{
    QString name = word.mid(2);
    const qsizetype equals = name.indexOf(u'=');
    m_hasInline = equals >= 0;
    m_inline = m_hasInline ? name.mid(equals + 1) : QString();
    if (m_hasInline) name.truncate(equals);
    bool known = false;
    if (!takeCommon(name, known)) return false;
    return known || takeOwn(name);
}

QString Parser::missing() const
{
    const qsizetype count = m_out.words.size();
    if (count < m_rule->least || (m_rule->most >= 0 && count > m_rule->most))
        return count < m_rule->least ? u"Something is missing."_s : u"There is a word too many."_s;
    // A message has a text, or files with a caption.
    if (m_rule->verb == Verb::Send && count < 2 && !m_out.lists.contains(u"file"_s))
        return u"Something is missing."_s;
    if (m_rule->verb == Verb::Send && count == 2 && m_out.values.contains(u"caption"_s))
        return u"TEXT and --caption are the same thing."_s;
    for (const OptionRule &option : m_rule->options) {
        const QString name = QLatin1StringView(option.name);
        if (option.required && !m_out.values.contains(name) && !m_out.has(name))
            return u"--%1 is needed."_s.arg(name);
    }
    return {};
}

Parsed Parser::run()
{
    bool optionsOver = false;
    while (m_at < m_given.size() && m_error.isEmpty()) {
        const QString word = m_given[m_at++];
        if (!optionsOver && word == u"--") {
            optionsOver = true;
        } else if (!optionsOver && word == u"-h") {
            m_help = true;
        } else if (!optionsOver && word.startsWith(u"--")) {
            takeOption(word);
        } else if (!optionsOver && word.size() > 1 && word.startsWith(u'-') && !m_rule) {
            fail(u"%1 is not an option."_s.arg(word));
        } else if (!m_rule) {
            m_rule = verbRule(word);
            if (!m_rule) fail(u"There is no verb \"%1\"; kith-cli --help lists them."_s.arg(word));
        } else {
            m_out.words.append(word);
        }
    }
    if (m_help && (m_rule || m_error.isEmpty())) return HelpWanted{m_rule ? helpOf(*m_rule) : helpOfAll()};
    if (m_version && m_error.isEmpty()) return HelpWanted{u"kith-cli " KITH_VERSION "\n"_s};
    if (m_error.isEmpty() && !m_rule) fail(u"A verb is needed; kith-cli --help lists them."_s);
    if (m_error.isEmpty()) m_error = missing();
    if (m_error.isEmpty()) {
        m_out.verb = m_rule->verb;
        return m_out;
    }
    return UsageError{m_rule ? u"%1 Usage: %2"_s.arg(m_error, usageLine(*m_rule)) : m_error};
}

} // namespace

qint64 Arguments::number(const QString &option, qint64 otherwise) const
{
    const auto found = values.constFind(option);
    return found == values.constEnd() ? otherwise : found->toLongLong();
}

Parsed parseArguments(const QStringList &given) { return Parser(given).run(); }

} // namespace kith::cli
