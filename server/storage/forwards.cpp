#include "server/storage/forwards.h"

#include "core/wire/content_codec.h"

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;

namespace {

/// One answer for all of it: whether there is such a message in a chat of other people is not told.
wire::Err notSeen()
{
    return refusal(Code::Forbidden, u"the message that this repeats is not there for you, or not any more"_s);
}

} // namespace

Forwards::Forwards(WriteDesk &desk)
    : m_desk(desk)
    , m_message(desk.db, "SELECT" KITH_MESSAGE_COLUMNS ", chat_id FROM messages WHERE mid = ?1")
    , m_earlier(desk.db, "SELECT 1 FROM message_edits WHERE chat_id = ?1 AND mid = ?2 AND body = ?3")
    , m_name(desk.db, "SELECT name FROM users WHERE id = ?1")
{
}

Forwards::Found Forwards::find(const Work &work, const wire::Send &f)
{
    Found found;
    if (!wire::isForwarded(f.extra)) return found;
    const auto claim = wire::forwardSource(f.extra);
    StoredMessage source;
    HotChat *chat = nullptr;
    if (claim && claim->mid) {
        Rows rows = m_message.rows(claim->mid);
        if (rows.next()) {
            source = messageFrom(rows);
            chat = m_desk.hot.chat(rows.id<ChatId>(16));
        }
    }
    const HotMember *me = chat ? m_desk.hot.present(*chat, work.caller.user) : nullptr;
    if (!me || source.row.seq < me->min) {
        found.fault = notSeen();
        return found;
    }
    bool same = source.row.body == f.body;
    if (!same) { // edited since: what it said before was said too
        Rows rows = m_earlier.rows(chat->chat, claim->mid, f.body);
        same = rows.next();
    }
    if (source.row.dead || source.row.kind == "service"_L1 || source.row.kind != f.kind || !same) {
        found.fault = notSeen();
        return found;
    }
    found.mid = claim->mid;
    if (const auto first = wire::forwardSource(source.row.extra)) {
        found.told = ForwardSource{claim->mid, first->by, first->name, first->atMs};
        return found;
    }
    found.told = ForwardSource{claim->mid, source.row.sender, {}, source.row.atMs};
    Rows name = m_name.rows(source.row.sender);
    if (name.next()) found.told->name = name.text(0);
    return found;
}

} // namespace kith::server
