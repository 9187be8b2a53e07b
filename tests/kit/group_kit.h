#pragma once
#include "tests/kit/ws_client.h"

/// Groups by plain requests, for tests that are about something else.
namespace kith::test {

inline OpId opOf(Person &who) { return OpId::mint(who.clock.wallMs(), who.random); }

inline wire::Mem memOf(Person &who, const ChatId &chat, wire::MemAct act, const Person *whom,
                       Role role = Role::Member)
{
    return {chat, opOf(who), act, whom ? whom->account.user : UserId{}, role};
}

/// A new group; null when it was refused.
inline ChatId groupOf(Person &owner, const std::vector<const Person *> &members)
{
    wire::ChatNew make;
    make.chat = ChatId::mint(owner.clock.wallMs(), owner.random);
    make.op = opOf(owner);
    make.kind = ChatKind::Group;
    make.title = QStringLiteral("Group");
    for (const Person *one : members) make.members.push_back(one->account.user);
    const auto answer = owner.ws.ask(make);
    return answer && std::holds_alternative<wire::Ok>(*answer) ? make.chat : ChatId{};
}

/// The code of a new invite without end; empty when it was refused.
inline QByteArray inviteTo(Person &who, const ChatId &chat)
{
    const auto answer = who.ws.ask(wire::InviteSet{chat, opOf(who), wire::InviteAct::New, {}, 0, 0});
    const auto *made = answer ? std::get_if<wire::Ok>(&*answer) : nullptr;
    return made && !made->invites.empty() ? made->invites[0].code : QByteArray();
}

} // namespace kith::test
