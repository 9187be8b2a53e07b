#include "core/domain/markup.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <tuple>

namespace kith::markup {

using namespace Qt::StringLiterals;

namespace {

struct Pair {
    const char16_t *mark;
    EntityKind kind;
};
// The longer first: "||" is no two bars.
constexpr std::array pairs{Pair{u"||", EntityKind::Spoiler}, Pair{u"*", EntityKind::Bold},
                           Pair{u"_", EntityKind::Italic}, Pair{u"~", EntityKind::Struck},
                           Pair{u"`", EntityKind::Code}};
const QString fence = u"```"_s;

bool isWord(QChar c) { return c.isLetterOrNumber(); }

class Scanner {
public:
    Scanner(const QString &typed, const UserOf &userOf)
        : m_in(typed)
        , m_userOf(userOf)
    {
    }
    Traced run()
    {
        while (m_at < m_in.size()) step();
        return {std::move(m_out), std::move(m_origin)};
    }

private:
    QStringView rest() const { return QStringView(m_in).mid(m_at); }
    bool edgeBefore() const { return m_at == 0 || !isWord(m_in[m_at - 1]); }
    bool full() const { return int(m_out.entities.size()) >= limits::entities; }
    void take(qsizetype n)
    {
        copy(m_at, n);
        m_at += n;
    }
    void copy(qsizetype from, qsizetype n)
    {
        m_out.text += QStringView(m_in).mid(from, n);
        for (qsizetype i = 0; i < n; ++i) m_origin.push_back(int(from + i));
    }
    void add(EntityKind kind, qsizetype from, const QString &what = {}, const UserId &user = {})
    {
        const qsizetype length = m_out.text.size() - from;
        if (length > 0 && !full()) m_out.entities.push_back({kind, int(from), int(length), what, user});
    }
    /// What stands between here and `end`, with its own marks.
    void inner(qsizetype end)
    {
        const QString whole = std::exchange(m_in, m_in.left(end));
        while (m_at < m_in.size()) step();
        m_in = whole;
    }

    void step()
    {
        if (m_in[m_at] == u'\\' && m_at + 1 < m_in.size() && u"*_~`|[@>\\"_s.contains(m_in[m_at + 1])) {
            ++m_at;
            return take(1);
        }
        if (rest().startsWith(fence) && block()) return;
        const bool lineStart = m_at == 0 || m_in[m_at - 1] == u'\n';
        if (lineStart && rest().startsWith(u"> ") && quote()) return;
        if (m_in[m_at] == u'[' && link()) return;
        if (m_in[m_at] == u'@' && edgeBefore() && mention()) return;
        for (const Pair &pair : pairs)
            if (rest().startsWith(QStringView(pair.mark)) && edgeBefore() && marked(pair)) return;
        take(1);
    }

    bool block()
    {
        const qsizetype lineEnd = m_in.indexOf(u'\n', m_at);
        const qsizetype end = lineEnd < 0 ? -1 : m_in.indexOf(u'\n' + fence, lineEnd);
        if (end <= lineEnd || full()) return false;
        const QString language = m_in.mid(m_at + 3, lineEnd - m_at - 3).trimmed();
        if (language.toUtf8().size() > limits::entityLangBytes) return false;
        const qsizetype from = m_out.text.size();
        m_at = lineEnd + 1;
        take(end - m_at);
        add(EntityKind::CodeBlock, from, language);
        m_at = end + 1 + fence.size();
        return true;
    }

    bool quote()
    {
        const qsizetype from = m_out.text.size();
        if (full()) return false;
        while (rest().startsWith(u"> ")) {
            m_at += 2;
            qsizetype end = m_in.indexOf(u'\n', m_at);
            if (end < 0) end = m_in.size();
            inner(end);
            if (m_at < m_in.size() && QStringView(m_in).mid(m_at + 1).startsWith(u"> "))
                take(1);
            else
                break;
        }
        add(EntityKind::Quote, from);
        return true;
    }

    bool link()
    {
        static const QRegularExpression form(
            u"\\[([^\\]\\n]{1,500})\\]\\(((?:https?://|mailto:)[^\\s()]{1,2000})\\)"_s);
        const auto match = form.match(m_in, m_at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch() || full()) return false;
        const qsizetype from = m_out.text.size();
        copy(match.capturedStart(1), match.capturedLength(1));
        add(EntityKind::Link, from, match.captured(2));
        m_at = match.capturedEnd(0);
        return true;
    }

    bool mention()
    {
        static const QRegularExpression form(u"@([A-Za-z0-9._-]{3,32})"_s);
        const auto match = form.match(m_in, m_at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch()) return false;
        QString login = match.captured(1).toLower();
        while (login.endsWith(u'.')) login.chop(1); // of the sentence
        const qsizetype from = m_out.text.size();
        if (login == u"all") {
            take(login.size() + 1);
            add(EntityKind::MentionAll, from);
            return true;
        }
        const auto user = m_userOf ? m_userOf(login) : std::nullopt;
        if (!user) return false;
        take(login.size() + 1);
        add(EntityKind::Mention, from, {}, *user);
        return true;
    }

    bool marked(const Pair &pair)
    {
        const QString mark = QStringView(pair.mark).toString();
        const qsizetype begin = m_at + mark.size();
        if (begin >= m_in.size() || m_in[begin].isSpace() || full()) return false;
        qsizetype lineEnd = m_in.indexOf(u'\n', begin);
        if (lineEnd < 0) lineEnd = m_in.size();
        for (qsizetype end = m_in.indexOf(mark, begin); end > begin && end < lineEnd;
             end = m_in.indexOf(mark, end + 1)) {
            const qsizetype after = end + mark.size();
            if (m_in[end - 1].isSpace() || m_in[end - 1] == u'\\') continue;
            if (after < m_in.size() && isWord(m_in[after])) continue;
            const qsizetype from = m_out.text.size();
            m_at = begin;
            if (pair.kind == EntityKind::Code)
                take(end - begin);
            else
                inner(end);
            add(pair.kind, from);
            m_at = after;
            return true;
        }
        return false;
    }

    QString m_in;
    const UserOf &m_userOf;
    qsizetype m_at = 0;
    OutgoingText m_out;
    std::vector<int> m_origin;
};

QString markOf(EntityKind kind)
{
    for (const Pair &pair : pairs)
        if (pair.kind == kind) return QStringView(pair.mark).toString();
    return {};
}

/// Puts marks around the parts of one text.
class Writer {
public:
    Writer(const QString &text, const std::vector<Entity> &entities, bool escapes)
        : m_text(text)
        , m_entities(entities)
        , m_escapes(escapes)
    {
    }
    QString run()
    {
        for (int i = 0; i <= m_text.size(); ++i) {
            for (auto e = m_entities.rbegin(); e != m_entities.rend(); ++e) // the inner ones end first
                if (e->at + e->length == i) close(*e);
            if (i == m_text.size()) break;
            const bool lineStart = i == 0 || m_text[i - 1] == u'\n';
            if (lineStart && within(EntityKind::Quote, i)) m_out += u"> "_s;
            for (const Entity &e : m_entities)
                if (e.at == i) open(e);
            const bool verbatim = within(EntityKind::Code, i) || within(EntityKind::CodeBlock, i) ||
                                  within(EntityKind::Mention, i) || within(EntityKind::MentionAll, i);
            if (m_escapes && !verbatim && u"*_~`|[@>\\"_s.contains(m_text[i])) m_out += u'\\';
            m_out += m_text[i];
        }
        return std::move(m_out);
    }

private:
    bool within(EntityKind kind, int at) const
    {
        return std::any_of(m_entities.begin(), m_entities.end(), [&](const Entity &e) {
            return e.kind == kind && at >= e.at && at < e.at + e.length;
        });
    }
    void open(const Entity &e)
    {
        if (e.kind == EntityKind::CodeBlock) m_out += fence + e.what + u'\n';
        if (e.kind == EntityKind::Link) m_out += u'[';
        m_out += markOf(e.kind);
    }
    void close(const Entity &e)
    {
        m_out += markOf(e.kind);
        if (e.kind == EntityKind::CodeBlock) m_out += u'\n' + fence;
        if (e.kind == EntityKind::Link) m_out += u"](%1)"_s.arg(e.what);
    }

    const QString &m_text;
    const std::vector<Entity> &m_entities;
    const bool m_escapes;
    QString m_out;
};

std::vector<Entity> ordered(std::vector<Entity> entities)
{
    const auto place = [](const Entity &e) { return std::tuple(e.at, -e.length, int(e.kind)); };
    std::stable_sort(entities.begin(), entities.end(),
                     [&](const Entity &a, const Entity &b) { return place(a) < place(b); });
    return entities;
}

/// Whether `typed` is read as exactly this.
bool isReadAs(const QString &typed, const QString &text, const std::vector<Entity> &entities,
              const UserOf &userOf)
{
    const OutgoingText got = read(typed, userOf);
    return got.text == text && ordered(got.entities) == entities;
}

} // namespace

OutgoingText read(const QString &typed, const UserOf &userOf) { return Scanner(typed, userOf).run().text; }

Traced trace(const QString &typed, const UserOf &userOf) { return Scanner(typed, userOf).run(); }

QString write(const QString &text, const std::vector<Entity> &entities, const LoginOf &loginOf)
{
    QHash<QString, UserId> people;
    std::vector<Entity> kept;
    for (const Entity &e : ordered(entities)) {
        if (e.at < 0 || e.length <= 0 || e.at + e.length > text.size()) continue;
        if (e.kind == EntityKind::Mention) {
            const QString login = loginOf ? loginOf(e.user) : QString();
            if (login.isEmpty() || text.mid(e.at, e.length).compare(u'@' + login, Qt::CaseInsensitive) != 0)
                continue;
            people.insert(login, e.user);
        }
        kept.push_back(e);
    }
    const auto userOf = [&](const QString &login) -> std::optional<UserId> {
        const auto at = people.constFind(login);
        return at == people.cend() ? std::nullopt : std::optional(*at);
    };
    const auto written = [&](const std::vector<Entity> &with) -> std::optional<QString> {
        for (const bool escapes : {false, true}) {
            QString typed = Writer(text, with, escapes).run();
            if (isReadAs(typed, text, with, userOf)) return typed;
        }
        return std::nullopt;
    };
    if (auto typed = written(kept)) return *typed;
    std::vector<Entity> possible; // one by one, as far as they can be told apart again
    for (const Entity &e : kept) {
        possible.push_back(e);
        if (!written(possible)) possible.pop_back();
    }
    return written(possible).value_or(text);
}

} // namespace kith::markup
