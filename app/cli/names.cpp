#include "app/cli/names.h"

#include "core/wire/account_codec.h"

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

constexpr qsizetype candidatesShown = 10;

FoundChat chosen(std::vector<const ChatName *> found)
{
    const auto present = [](const ChatName *name) { return !name->left; };
    if (std::any_of(found.begin(), found.end(), present)) std::erase_if(found, std::not_fn(present));
    // Two devices may open the same direct chat at once; the server knows one, into which the other goes.
    const auto all = found;
    std::erase_if(found, [&all](const ChatName *one) {
        return one->creating && std::any_of(all.begin(), all.end(), [one](const ChatName *other) {
                   return !other->creating && !one->login.isEmpty() && other->login == one->login;
               });
    });
    if (found.empty()) return NoSuchName{};
    if (found.size() == 1) return found.front()->chat;
    ManyNames many;
    for (const ChatName *name : found)
        many.candidates.append(
            u"%1 (%2)"_s.arg(onOneLine(name->kind == ChatKind::Direct ? u'@' + name->login : name->title),
                             QString::fromLatin1(name->chat.text())));
    return many;
}

} // namespace

QString withoutAt(const QString &typed) { return wire::normalLogin(typed); }

FoundChat findChat(const QString &typed, const std::vector<ChatName> &chats)
{
    if (const auto id = ChatId::fromText(typed.toLatin1()))
        for (const ChatName &name : chats)
            if (name.chat == *id) return name.chat;

    const QString login = withoutAt(typed);
    std::vector<const ChatName *> found;
    for (const ChatName &name : chats)
        if (name.kind == ChatKind::Direct && !login.isEmpty() && name.login == login) found.push_back(&name);
    if (typed.startsWith(u'@')) return chosen(std::move(found));

    const QString title = typed.trimmed();
    for (const ChatName &name : chats) {
        const bool counted = name.kind == ChatKind::Direct && name.login == login;
        if (!counted && !title.isEmpty() && name.title.compare(title, Qt::CaseInsensitive) == 0)
            found.push_back(&name);
    }
    return chosen(std::move(found));
}

std::optional<UserInfo> findUser(const QString &typed, const std::vector<UserInfo> &users)
{
    const QString login = withoutAt(typed);
    for (const UserInfo &user : users)
        if (!login.isEmpty() && user.login == login) return user;
    return std::nullopt;
}

QString manyNamesText(const QString &typed, const ManyNames &many)
{
    QString list = many.candidates.mid(0, candidatesShown).join(u", "_s);
    if (many.candidates.size() > candidatesShown) list += u", …"_s;
    return u"\"%1\" can mean several chats: %2. Give the id."_s.arg(onOneLine(typed), list);
}

} // namespace kith::cli
