#include "ui/text/rich_text.h"

#include <QFontDatabase>

namespace kith {

QTextCharFormat letterFormat(const Entity &e, const QFont &font)
{
    QTextCharFormat format;
    switch (e.kind) {
    case EntityKind::Bold:
        format.setFontWeight(QFont::Bold);
        break;
    case EntityKind::Italic:
        format.setFontItalic(true);
        break;
    case EntityKind::Struck:
        format.setFontStrikeOut(true);
        break;
    case EntityKind::Code:
    case EntityKind::CodeBlock:
        format.setFontFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
        format.setFontFixedPitch(true);
        format.setFontPointSize(font.pointSizeF() * 0.94);
        break;
    case EntityKind::Link:
        format.setFontUnderline(true);
        break;
    case EntityKind::Mention:
    case EntityKind::MentionAll:
        format.setFontWeight(QFont::DemiBold);
        break;
    case EntityKind::Quote:
    case EntityKind::Spoiler:
        break;
    }
    return format;
}

void insertRich(QTextCursor &cursor, const QString &text, const std::vector<Entity> &entities,
                const Theme &theme)
{
    const QFont font = scaledFont(0.5);
    QTextCharFormat plain;
    plain.setFont(font);
    const int start = cursor.position();
    cursor.insertText(text, plain);
    const int end = cursor.position();
    for (const Entity &e : entities) {
        if (e.at < 0 || e.length <= 0 || start + e.at + e.length > end) continue;
        QTextCharFormat format = letterFormat(e, font);
        if (e.kind == EntityKind::Link || e.kind == EntityKind::Mention || e.kind == EntityKind::MentionAll)
            format.setForeground(theme.link);
        if (e.kind == EntityKind::Quote) format.setForeground(theme.faint);
        if (e.kind == EntityKind::Code || e.kind == EntityKind::CodeBlock) format.setBackground(theme.hover);
        cursor.setPosition(start + e.at);
        cursor.setPosition(start + e.at + e.length, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
    cursor.setPosition(end);
}

} // namespace kith
