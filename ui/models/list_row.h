#pragma once
#include "core/domain/chat.h"

#include <QMetaType>
#include <functional>

namespace kith {

/// One row of the left pane, ready to be drawn.
struct ListRow {
    enum class Kind : quint8 { Chat, Section, Hit, Person, Note };
    Kind kind = Kind::Chat;
    ChatSummary chat;
    QString typing; // shown instead of the preview
    SearchHit hit;
    UserInfo person;
    QString text; // Section, Note
};

enum ListRole { ListRowRole = Qt::UserRole + 1, ListKindRole };

/// The preview of a chat in words, without draft and typing: "Ana: see you", "You left the group".
QString previewText(const ChatSummary &chat, const std::function<QString(const UserId &)> &name);
/// What a screen reader says for the row.
QString spokenRow(const ListRow &row, qint64 nowMs, const std::function<QString(const UserId &)> &name);

} // namespace kith
Q_DECLARE_METATYPE(kith::ListRow)
