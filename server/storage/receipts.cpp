#include "server/storage/receipts.h"

#include "core/base/twin.h"
#include "core/wire/state_value.h"

namespace kith::server {

using namespace Qt::StringLiterals;

Receipts::Receipts(WriteDesk &desk)
    : m_desk(desk)
    , m_unread(desk.db, unreadSql)
{
}

wire::ServerFrame Receipts::rcpt(Work &work, const wire::Rcpt &f)
{
    if (f.items.empty() || f.items.size() > size_t(limits::rcptItems))
        return refusal(wire::Code::BadRequest, u"items"_s);
    wire::Ok ok;
    ok.items.reserve(f.items.size());
    for (const wire::RcptItem &item : f.items) {
        HotChat *chat = m_desk.hot.chat(item.chat);
        HotMember *me = chat ? m_desk.hot.present(*chat, work.caller.user) : nullptr;
        if (!me) continue; // left out of the answer: whoever is not in a chat learns nothing of it
        raise(work, *chat, *me, item);
        wire::RcptAck ack{item.chat, me->delivered, me->seen, 0};
        if (me->seen < chat->seq) {
            Rows rows = m_unread.rows(item.chat, me->seen, work.caller.user);
            if (rows.next()) ack.unread = rows.small(0);
        }
        ok.items.push_back(ack);
    }
    if (ok.items.empty()) return refusal(wire::Code::NotMember, u"not a member of these chats"_s);
    return ok;
}

void Receipts::raise(Work &work, HotChat &chat, HotMember &me, const wire::RcptItem &item)
{
    Seq seen = std::max(me.seen, std::min(item.seen, chat.seq));
    Seq delivered = std::max({me.delivered, std::min(item.delivered, chat.seq), seen});
    if (isTwin(Twin::ReceiptsSet)) {
        seen = std::min(item.seen, chat.seq);
        delivered = std::max(std::min(item.delivered, chat.seq), seen);
    }
    if (seen == me.seen && delivered == me.delivered) return;
    const bool seenMoved = seen != me.seen;
    me.seen = seen;
    me.delivered = delivered;
    m_desk.hot.touch(chat, work.caller.user, me);

    if (chat.info.members <= limits::receiptsPerMember) {
        const Rx from = chat.rx;
        chat.rx = me.rx = from.next();
        m_desk.hot.touchRx(chat);
        Event event;
        event.audience = m_desk.hot.audience(chat);
        event.frame =
            wire::RxEv{chat.chat, m_desk.epoch, from, chat.rx, {{work.caller.user, delivered, seen}}};
        event.chat = chat.chat;
        event.author = work.caller.user;
        event.rev = chat.at.at;
        event.rx = chat.rx;
        event.members = chat.info.members;
        work.out.events.push_back(std::move(event));
    }
    if (!seenMoved) return;
    const QByteArray key = chat.chat.text();
    m_desk.putServerState(work, work.caller.user, u"seen"_s, key, wire::encodeNumber(seen.value));
    if (m_desk.hot.markedUnread(work.caller.user).contains(key))
        m_desk.putServerState(work, work.caller.user, u"unread"_s, key, wire::removedValue());
}

} // namespace kith::server
