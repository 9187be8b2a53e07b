#pragma once
#include "core/domain/markup.h"
#include "ui/context.h"

#include <QPlainTextEdit>
#include <QSyntaxHighlighter>

namespace kith {

/// Shows in the field what its marks mean, as they are typed; the marks themselves are faint.
class MarkupHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    MarkupHighlighter(const Context &context, QTextDocument *document);
    /// What would be sent.
    OutgoingText text() const;

protected:
    void highlightBlock(const QString &block) override;

private:
    const markup::Traced &traced() const;
    std::optional<UserId> userOf(const QString &login) const;

    const Context &m_context;
    mutable bool m_stale = true; // a revision does not tell: setPlainText begins them anew
    mutable markup::Traced m_traced;
    mutable QHash<QString, std::optional<UserId>> m_people;
    int m_multiLine = 0; // parts over several lines when it was looked last
};

/// Puts the marks of `kind` around what is selected, or takes them away; half words are taken whole. Nothing
/// selected: the marks stand around the cursor.
void toggleMark(QPlainTextEdit &edit, EntityKind kind);

/// What one types to get the message's text.
QString typedText(Reader &reader, const Message &message);

} // namespace kith
