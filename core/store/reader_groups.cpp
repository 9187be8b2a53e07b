#include "core/store/reader_private.h"
#include "core/wire/group_values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int looked = 1'000; // unread messages
constexpr int most = 100;     // mentions that are counted

} // namespace

Result<GroupInfo> Reader::group(const ChatId &chat)
{
    auto found = d->read([&] {
        std::optional<GroupInfo> info;
        const auto in = d->context(chat);
        if (!in || in->kind != ChatKind::Group) return info;
        info.emplace();
        {
            Query q = d->db->query("SELECT extra, ver FROM chats WHERE pk = ?", {in->pk});
            if (q.next()) info->set = wire::settingsOf(q.text(0).toUtf8()), info->ver = int(q.num(1));
        }
        Query q = d->db->query("SELECT role, extra, left FROM members WHERE chat_pk = ? AND user_pk = ?"
                               " AND rev >= 0",
                               {in->pk, d->mePk});
        if (q.next()) {
            info->role = Role(q.num(0));
            info->mine = wire::memberFacts(q.text(1).toUtf8());
            info->present = q.num(2) == 0 && !in->left;
        }
        return info;
    });
    if (!found) return found.error();
    if (!*found)
        return Error{Errc::NotFound, u"group %1 is not held"_s.arg(QString::fromLatin1(chat.text()))};
    return **found;
}

/// Of the unread messages that are held, those that mean the user.
int Reader::Private::countMentions(qint64 chatPk, Seq after)
{
    int count = 0;
    Query q = db->query("SELECT extra FROM (SELECT extra, sender_pk, dead FROM messages WHERE chat_pk = ?"
                        " AND seq > ? ORDER BY seq DESC LIMIT ?) WHERE sender_pk <> ? AND dead = 0"
                        " AND (extra LIKE '%\"user\"%' OR extra LIKE '%\"all\"%')",
                        {chatPk, after.value, looked, mePk});
    while (q.next() && count < most) {
        const auto mentions = wire::mentionsOf(q.text(0).toUtf8());
        const bool mine =
            mentions && (mentions->all || std::find(mentions->users.begin(), mentions->users.end(), me) !=
                                              mentions->users.end());
        count += mine ? 1 : 0;
    }
    return count;
}

} // namespace kith
