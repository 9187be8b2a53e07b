#pragma once
#include "core/domain/content.h"
#include "ui/style/theme.h"

#include <QTextCursor>

namespace kith {

/// How the letters of a part look; colours are the painter's business.
QTextCharFormat letterFormat(const Entity &entity, const QFont &font);
/// Inserts a text at the cursor with its parts as they are meant.
void insertRich(QTextCursor &cursor, const QString &text, const std::vector<Entity> &entities,
                const Theme &theme);

} // namespace kith
