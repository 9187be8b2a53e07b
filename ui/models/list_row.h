#pragma once
#include "core/domain/chat.h"

#include <QMetaType>
#include <QStringList>
#include <functional>

namespace kith {

/// One row of the left pane, ready to be drawn.
struct ListRow {
    enum class Kind : quint8 { Chat, Section, Hit, Person, Note, About, Command };
    Kind kind = Kind::Chat;
    ChatSummary chat;
    QString typing; // shown instead of the preview
    SearchHit hit;
    UserInfo person;
    QString text;      // Section, Note, About, Command
    QString keys;      // Command: its shortcut
    int command = -1;  // Command: its number
    QStringList found; // Hit: the words that were looked for
};

/// Something that the window can do, for Ctrl+K.
struct PaletteCommand {
    QString text, keys;
    std::function<void()> run;
};

enum ListRole { ListRowRole = Qt::UserRole + 1, ListKindRole };

/// The preview of a chat in words, without draft and typing: "Ana: see you", "You left the group".
QString previewText(const ChatSummary &chat, const std::function<QString(const UserId &)> &name);
/// What a screen reader says for the row.
QString spokenRow(const ListRow &row, qint64 nowMs, const std::function<QString(const UserId &)> &name);

} // namespace kith
Q_DECLARE_METATYPE(kith::ListRow)
