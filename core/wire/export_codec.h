#pragma once
#include "core/domain/chat.h"

/// JSON of an exported history (docs/export.md): one object for each chat and each message. Field names are
/// those of kith-cli's lines (docs/cli.md) where both say the same. Written only, never read.
namespace kith::wire {

/// What an exported chat begins with: {"chat":…,"title":…,…,"messages":[ without its end.
QByteArray exportHead(const ChatSummary &chat, const std::vector<Member> &members);
/// `login` of its sender, empty when unknown here; `files`: where the file of each attachment lies in the
/// export, empty = it is not in it. One object on one line.
QByteArray exportMessage(const Message &message, const QString &login, const std::vector<QString> &files);
/// A stretch that is on the server only; stands among the messages.
QByteArray exportHole(const Hole &hole);
/// What is in an export: its last file.
struct ExportedChat {
    QString title, folder;
    qint64 messages = 0, files = 0, filesElsewhere = 0, onServerOnly = 0;
};
QByteArray exportIndex(const QString &account, const QString &program, qint64 atMs,
                       const std::vector<ExportedChat> &chats);

} // namespace kith::wire
