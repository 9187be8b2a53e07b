#pragma once
#include "app/cli/lines.h"

#include <variant>

namespace kith::cli {

/// What the people of the command line call a chat, looked up in what the mirror holds.
struct ChatName {
    ChatId chat;
    ChatKind kind = ChatKind::Direct;
    QString title;
    UserId peer;
    QString login; // of the peer
    bool left = false;
    bool creating = false; // chat.new still waits
};

struct NoSuchName {};
struct ManyNames {
    QStringList candidates; // "Title (id)", for people
};
using FoundChat = std::variant<ChatId, NoSuchName, ManyNames>;

/// In this order: a chat's id; "@login" or a login, meaning the direct chat with that person; a title, any
/// case. A present chat goes before one that was left.
FoundChat findChat(const QString &typed, const std::vector<ChatName> &chats);

/// The user with exactly this login (an "@" in front is ignored, any case).
std::optional<UserInfo> findUser(const QString &typed, const std::vector<UserInfo> &users);

QString withoutAt(const QString &typed);
QString manyNamesText(const QString &typed, const ManyNames &many);

} // namespace kith::cli
