#include "ui/chat/composer_markup.h"

#include "ui/text/rich_text.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

QString markFor(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Bold:
        return u"*"_s;
    case EntityKind::Italic:
        return u"_"_s;
    case EntityKind::Struck:
        return u"~"_s;
    case EntityKind::Code:
        return u"`"_s;
    case EntityKind::Spoiler:
        return u"||"_s;
    default:
        return {};
    }
}

} // namespace

MarkupHighlighter::MarkupHighlighter(const Context &context, QTextDocument *document)
    : QSyntaxHighlighter(static_cast<QObject *>(document))
    , m_context(context)
{
    // Before the highlighter itself hears of it.
    connect(document, &QTextDocument::contentsChange, this, [this] { m_stale = true; });
    setDocument(document);
    // A fence or a quote reaches over lines that were not touched.
    connect(document, &QTextDocument::contentsChanged, this, [this] {
        int now = 0;
        for (const Entity &e : traced().text.entities)
            now += e.kind == EntityKind::CodeBlock || e.kind == EntityKind::Quote;
        if (now == m_multiLine) return;
        m_multiLine = now;
        QTimer::singleShot(0, this, &QSyntaxHighlighter::rehighlight);
    });
    connect(&context.look, &Look::changed, this, &QSyntaxHighlighter::rehighlight);
}

std::optional<UserId> MarkupHighlighter::userOf(const QString &login) const
{
    const auto held = m_people.constFind(login);
    if (held != m_people.cend()) return *held;
    if (m_people.size() > 200) m_people.clear();
    std::optional<UserId> found;
    if (const auto known = m_context.reader.knownUsers(login, 20))
        for (const UserInfo &user : *known)
            if (user.login == login) found = user.user;
    m_people.insert(login, found);
    return found;
}

const markup::Traced &MarkupHighlighter::traced() const
{
    if (!std::exchange(m_stale, false)) return m_traced;
    m_traced =
        markup::trace(document()->toPlainText(), [this](const QString &login) { return userOf(login); });
    return m_traced;
}

OutgoingText MarkupHighlighter::text() const { return trimmed(traced().text); }

void MarkupHighlighter::highlightBlock(const QString &block)
{
    const markup::Traced &all = traced();
    const int from = currentBlock().position(), to = from + int(block.size());
    const Theme &t = m_context.look.theme();
    const auto begin = std::lower_bound(all.origin.begin(), all.origin.end(), from);
    QTextCharFormat mark;
    mark.setForeground(t.placeholder);
    auto at = begin;
    for (int i = from; i < to; ++i) {
        if (at != all.origin.end() && *at == i) {
            ++at;
            continue;
        }
        setFormat(i - from, 1, mark);
    }
    for (int i = int(begin - all.origin.begin()); i < int(at - all.origin.begin()); ++i) {
        QTextCharFormat format;
        for (const Entity &e : all.text.entities) {
            if (i < e.at || i >= e.at + e.length) continue;
            format.merge(letterFormat(e, document()->defaultFont()));
            if (e.kind == EntityKind::Link || e.kind == EntityKind::Mention ||
                e.kind == EntityKind::MentionAll)
                format.setForeground(t.link);
            if (e.kind == EntityKind::Code || e.kind == EntityKind::CodeBlock ||
                e.kind == EntityKind::Spoiler)
                format.setBackground(t.hover);
        }
        if (!format.isEmpty()) setFormat(all.origin[size_t(i)] - from, 1, format);
    }
}

void toggleMark(QPlainTextEdit &edit, EntityKind kind)
{
    const QString mark = markFor(kind), text = edit.toPlainText();
    const int size = int(mark.size());
    QTextCursor cursor = edit.textCursor();
    int from = cursor.selectionStart(), to = cursor.selectionEnd();
    const auto isWord = [&](int at) { return at >= 0 && at < text.size() && text[at].isLetterOrNumber(); };
    if (from < to) {
        while (from < to && text[from].isSpace()) ++from;
        while (to > from && text[to - 1].isSpace()) --to;
        while (isWord(from) && isWord(from - 1)) --from;
        while (isWord(to) && isWord(to - 1)) ++to;
    }
    const bool around = from >= size && text.mid(from - size, size) == mark && text.mid(to, size) == mark;
    const bool inside =
        to - from >= 2 * size && text.mid(from, size) == mark && text.mid(to - size, size) == mark;
    const auto replace = [&](int at, int length, const QString &with) {
        cursor.setPosition(at);
        cursor.setPosition(at + length, QTextCursor::KeepAnchor);
        cursor.insertText(with);
    };
    cursor.beginEditBlock();
    if (around || inside) {
        replace(inside ? to - size : to, size, {});
        replace(inside ? from : from - size, size, {});
        from -= inside ? 0 : size;
        to -= inside ? 2 * size : size;
    } else {
        replace(to, 0, mark);
        replace(from, 0, mark);
        from += size;
        to += size;
    }
    cursor.endEditBlock();
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    edit.setTextCursor(cursor);
}

QString typedText(Reader &reader, const Message &message)
{
    return markup::write(message.row.body, message.entities, [&](const UserId &user) {
        const auto known = reader.user(user);
        return known && *known ? (*known)->login : QString();
    });
}

} // namespace kith
