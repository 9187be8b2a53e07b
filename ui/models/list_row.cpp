#include "ui/models/list_row.h"

#include "ui/text/words.h"

using namespace Qt::StringLiterals;

namespace kith {
namespace {
/// The context is where lupdate finds these words.
QString tr(const char *text, const char *hint = nullptr, int n = -1)
{
    return QCoreApplication::translate("kith", text, hint, n);
}
} // namespace

QString previewText(const ChatSummary &chat, const std::function<QString(const UserId &)> &name)
{
    if (chat.previewNote)
        return words::service(*chat.previewNote, chat.previewSender, chat.previewMine, name);
    if (chat.previewDead) return tr("Message deleted");
    if (chat.preview.isEmpty()) return chat.atMs > 0 ? tr("Message") : tr("No messages yet");
    if (!chat.previewSender.isEmpty()) return tr("%1: %2").arg(chat.previewSender, chat.preview);
    return chat.preview;
}

QString spokenRow(const ListRow &row, qint64 nowMs, const std::function<QString(const UserId &)> &name)
{
    switch (row.kind) {
    case ListRow::Kind::Section:
    case ListRow::Kind::Note:
    case ListRow::Kind::About:
        return row.text;
    case ListRow::Kind::Command:
        return row.keys.isEmpty() ? tr("Command: %1").arg(row.text)
                                  : tr("Command: %1, %2").arg(row.text, row.keys);
    case ListRow::Kind::Person:
        return tr("Start a chat with %1, @%2").arg(row.person.name, row.person.login);
    case ListRow::Kind::Hit:
        return tr("%1 in %2: %3")
            .arg(row.hit.message.senderName, row.hit.chatTitle, row.hit.message.row.body);
    case ListRow::Kind::Chat:
        break;
    }
    const ChatSummary &chat = row.chat;
    QStringList parts{chat.title};
    if (chat.kind == ChatKind::Group) parts.append(tr("group"));
    if (chat.unread > 0)
        parts.append(tr("%1 unread").arg(words::count(chat.unread, chat.unreadCapped)));
    else if (chat.markedUnread)
        parts.append(tr("marked unread"));
    if (chat.pinned) parts.append(tr("pinned"));
    if (chat.muted) parts.append(tr("muted"));
    if (!row.typing.isEmpty())
        parts.append(row.typing);
    else if (!chat.draft.isEmpty())
        parts.append(tr("draft: %1").arg(chat.draft));
    else
        parts.append((chat.previewMine ? tr("You: %1") : u"%1"_s).arg(previewText(chat, name)));
    if (chat.previewMine && chat.tick != Tick::None) parts.append(words::tick(chat.tick));
    if (chat.atMs > 0) parts.append(words::listTime(chat.atMs, nowMs));
    return parts.join(u", "_s);
}

} // namespace kith
