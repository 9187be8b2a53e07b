#pragma once
#include "core/base/random.h"
#include "core/domain/rows.h"

#include <QStringList>

/// Who lives in a lab, and what they write.
namespace kith::lab {

struct PersonName {
    QString login; // one word of a-z, as accounts are called
    QString name;  // as people are called, in their own script
};
/// `count` different people; the first ones are always the same.
std::vector<PersonName> peopleNames(int count);

/// One message as people write them: one to three sentences in one of several scripts, now and then an emoji
/// or a long one; 2 to about 400 characters.
QString someText(SeededRandom &random);

struct ChatPlan {
    ChatKind kind = ChatKind::Direct;
    QString title;            // groups
    std::vector<int> members; // places in the list of people; the first one makes the chat
};
/// `count` chats of which each has at least one of the first `clients` people, as far as there are people:
/// every third is a group of 3 to 12.
std::vector<ChatPlan> chatPlans(SeededRandom &random, int people, int clients, int count);

} // namespace kith::lab
