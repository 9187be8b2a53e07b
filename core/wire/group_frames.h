#pragma once
#include "core/base/limits.h"
#include "core/domain/group.h"
#include "core/domain/poll.h"
#include "core/wire/account_care.h"

/// The requests about groups, as part of frames.h.
namespace kith::wire {

struct ChatSet { // what is absent stays as it is
    ChatId chat;
    OpId op;
    int base = 0;  // ChatRow::ver last known
    QString title; // 1..titleChars; empty = unchanged
    GroupSettings settings{};
    Mid pin{}, unpin{};
    std::optional<Avatar> avatar{}; // empty data = no picture any more
    friend bool operator==(const ChatSet &, const ChatSet &) = default;
};
enum class MemAct : quint8 { Add, Remove, SetRole, Leave, Ban, Unban, Own };
struct Mem {
    ChatId chat;
    OpId op;
    MemAct act = MemAct::Add;
    UserId user; // null for Leave
    Role role = Role::Member;
    friend bool operator==(const Mem &, const Mem &) = default;
};
struct ListMembers { // pages through the present members in the order of their ids, or names some
    ChatId chat;
    UserId after{};              // null = from the start
    std::vector<UserId> users{}; // 1..pageRows: these only, also if they left
    bool banned = false;         // pages through those who are banned instead: for admins
    int n = limits::pageRows;
    Mid poll{};     // pages through those instead who voted for one of its options
    int option = 0; // of it, the first is 0
    friend bool operator==(const ListMembers &, const ListMembers &) = default;
};
enum class InviteAct : quint8 { New, Revoke, List };
struct InviteSet {
    ChatId chat;
    OpId op; // New: a repetition gives the same invite
    InviteAct act = InviteAct::List;
    QByteArray code{};  // Revoke
    qint64 untilMs = 0; // New: 0 = without end
    int uses = 0;       // New: 0 = any number
    friend bool operator==(const InviteSet &, const InviteSet &) = default;
};
struct Join {
    QByteArray code;
    OpId op;
    friend bool operator==(const Join &, const Join &) = default;
};
struct GroupLog { // newest first
    ChatId chat;
    qint64 before = 0; // line number; 0 = from the newest
    int n = limits::pageRows;
    friend bool operator==(const GroupLog &, const GroupLog &) = default;
};

} // namespace kith::wire
