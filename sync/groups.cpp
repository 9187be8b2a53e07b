#include "sync/groups.h"

#include "core/base/limits.h"
#include "core/wire/account_care.h"
#include "sync/wishes.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

wire::ClientFrame questionOf(const GroupWish &wish, const OpId &op)
{
    using What = GroupWish::What;
    switch (wish.what) {
    case What::Members:
        return wire::ListMembers{wish.chat, wish.after, {}, false, limits::pageRows};
    case What::Banned:
        return wire::ListMembers{wish.chat, wish.after, {}, true, limits::pageRows};
    case What::Invites:
        return wire::InviteSet{wish.chat, {}, wire::InviteAct::List, {}, 0, 0};
    case What::NewInvite:
        return wire::InviteSet{wish.chat, op, wire::InviteAct::New, {}, wish.untilMs, wish.uses};
    case What::RevokeInvite:
        return wire::InviteSet{wish.chat, op, wire::InviteAct::Revoke, wish.code, 0, 0};
    case What::Join:
        return wire::Join{wish.code, op};
    case What::Voters:
        return wire::ListMembers{wish.chat, wish.after, {}, false, limits::pageRows, wish.poll, wish.option};
    case What::Log:
        break;
    }
    return wire::GroupLog{wish.chat, wish.before, limits::pageRows};
}

} // namespace

void Groups::ask(quint64 query, const GroupWish &wish)
{
    if (!m_core.connected) {
        Q_EMIT m_core.feed.groupTold(query, {}, u"offline"_s);
        return;
    }
    m_queries.insert(query);
    m_core.request(questionOf(wish, m_core.mintOp()),
                   [this, query](const wire::ServerFrame &frame, Batch &batch) {
                       GroupAnswer answer;
                       QString code = u"unknown"_s; // of an answer that is none
                       if (const auto *ok = std::get_if<wire::Ok>(&frame)) {
                           code.clear();
                           answer.chat = ok->chat;
                           answer.invites = ok->invites;
                           answer.log = ok->log;
                           answer.more = ok->more;
                           for (const Row &row : ok->rows)
                               if (const auto *member = std::get_if<MemberRow>(&row))
                                   answer.members.push_back(*member);
                           if (ok->chat) m_core.applier(batch).answered(ok->chat, ok->epoch, ok->rows);
                       } else if (const auto *err = std::get_if<wire::Err>(&frame)) {
                           code = wire::text(err->code);
                       }
                       batch.after.push_back([this, query, answer, code] {
                           m_queries.remove(query);
                           Q_EMIT m_core.feed.groupTold(query, answer, code);
                       });
                   });
}

void Groups::forget()
{
    for (const quint64 query : std::exchange(m_queries, {}))
        Q_EMIT m_core.feed.groupTold(query, {}, u"offline"_s);
}

void Wishes::changeGroup(const ChatId &chat, const GroupChange &change)
{
    commit(chat, [&](Batch &batch) -> QString {
        QString refusal;
        if (!writable(chat, &refusal)) return refusal;
        const auto &about = change.set.about;
        if (about && about->trimmed().size() > limits::aboutChars) return wire::text(wire::Code::TooLong);
        const OpId op = m_core.mintOp();
        wire::ChatSet f{
            chat, op, m_core.mirror.chats.find(chat)->info.ver, {}, change.set, change.pin, change.unpin, {}};
        f.settings.pins.clear();
        f.settings.avatar = {};
        if (change.picture) {
            f.avatar = wire::Avatar{wire::pictureType(*change.picture), *change.picture};
            const bool fits = change.picture->size() <= limits::avatarBytes && !f.avatar->mime.isEmpty();
            if (!change.picture->isEmpty() && !fits) return u"not_a_picture"_s;
        }
        append(chat, Mid{}, op, f, batch);
        batch.changes.chats[chat].info = true;
        return {};
    });
}

} // namespace kith
