#pragma once
#include "core/domain/rows.h"

/// What groups and channels have beyond members and a title.
namespace kith {
using AvatarId = Id<struct AvatarTag>; // a new picture has a new one

/// What a group is set to. In a row absent is the default, in a request unchanged.
struct GroupSettings {
    std::optional<QString> about{};    // at most limits::aboutChars; default empty
    std::optional<bool> channel{};     // only owner and admins write; default false
    std::optional<bool> fromJoining{}; // who joins sees the history from their joining on; default false
    std::optional<int> slowSeconds{};  // between two messages of a plain member; default 0 = none
    std::vector<Mid> pins{};           // rows only: the newest last
    AvatarId avatar{};                 // rows only: the picture; null = none
    friend bool operator==(const GroupSettings &, const GroupSettings &) = default;
};

/// What a member row tells beside its role.
struct MemberFacts {
    AvatarId avatar{};   // the picture; null = none
    Seq from{};          // messages before it are not shown to this member; 0 = all are
    bool banned = false; // left, and may come back only when an admin adds them
    friend bool operator==(const MemberFacts &, const MemberFacts &) = default;
};

/// Whom a message mentions.
struct Mentions {
    std::vector<UserId> users{};
    bool all = false; // everybody in the group
    friend bool operator==(const Mentions &, const Mentions &) = default;
};

/// A way into a group for whoever knows the code.
struct Invite {
    QByteArray code; // ASCII, limits::inviteCodeChars
    UserId by;
    qint64 untilMs = 0; // Unix ms; 0 = without end
    int uses = 0;       // at most; 0 = any number
    int used = 0;
    bool revoked = false;
    friend bool operator==(const Invite &, const Invite &) = default;
};

/// One line of what was done in a group, for its admins.
struct GroupLogLine {
    qint64 n = 0;    // 1, 2, 3 … in the group
    qint64 atMs = 0; // Unix ms
    UserId by;
    QString act;   // "added", "banned", "invite.new", …; open
    UserId user;   // whom it concerned; null = nobody
    QString words; // a title, a setting, a code
    friend bool operator==(const GroupLogLine &, const GroupLogLine &) = default;
};

/// A group as it stands on this device.
struct GroupInfo {
    GroupSettings set{};
    int ver = 0;              // counts the changes
    Role role = Role::Member; // the user's own
    MemberFacts mine{};
    bool present = false; // the user is a member now
    bool mayWrite() const { return present && (role != Role::Member || !set.channel.value_or(false)); }
};

/// What is to be changed of a group; what is absent stays. `set.pins` and `set.avatar` are not read.
struct GroupChange {
    GroupSettings set{};
    Mid pin{}, unpin{};
    std::optional<QByteArray> picture{}; // 0 (none) to limits::avatarBytes of PNG, JPEG or WebP
};

enum class MemberChange : quint8 { Ban, Unban, HandOver };

/// A question about a group that is asked at once or not at all: nothing of it waits in the outbox.
struct GroupWish {
    enum class What : quint8 { Members, Banned, Invites, NewInvite, RevokeInvite, Join, Log, Voters };
    What what = What::Members;
    ChatId chat;        // not for Join
    QByteArray code{};  // RevokeInvite, Join
    qint64 untilMs = 0; // NewInvite
    int uses = 0;       // NewInvite
    UserId after{};     // Members, Banned, Voters: page on behind this one
    qint64 before = 0;  // Log: page on before this line
    Mid poll{};         // Voters
    int option = 0;     // Voters: the first is 0
};

struct GroupAnswer {
    ChatId chat;
    std::vector<MemberRow> members{}; // of a page, in the order of their ids
    std::vector<Invite> invites{};
    std::vector<GroupLogLine> log{};
    bool more = false;
};

} // namespace kith
