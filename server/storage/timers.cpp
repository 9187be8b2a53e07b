#include "server/storage/timers.h"

#include "core/domain/content.h"

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;

wire::ServerFrame Timers::set(Work &work, const wire::SetTimer &f)
{
    HotChat *chat = m_desk.hot.chat(f.chat);
    if (chat && f.op && chat->op == f.op && m_desk.hot.member(*chat, work.caller.user))
        return m_desk.okWith(f.chat, {chat->info});
    const HotMember *me = chat ? m_desk.hot.present(*chat, work.caller.user) : nullptr;
    if (!me) return refusal(Code::NotMember, u"not a member of this chat"_s);
    if (!f.op) return refusal(Code::BadRequest, u"op"_s);
    if (f.seconds != 0 && (f.seconds < limits::timerMinSeconds || f.seconds > limits::timerMaxSeconds))
        return refusal(Code::BadRequest, u"seconds"_s);
    // Between two people either may: it is about what both of them keep.
    if (chat->info.kind != ChatKind::Direct && me->role == Role::Member)
        return refusal(Code::Forbidden, u"not allowed in this chat"_s);
    if (chat->info.ver != f.base) return m_desk.conflictWith(f.chat, chat->info);
    if (chat->info.timerSeconds == f.seconds) return m_desk.okWith(f.chat, {chat->info});

    const ChatPosition from = chat->at;
    const ChatPosition at = m_desk.next(*chat);
    chat->info.timerSeconds = f.seconds;
    ++chat->info.ver;
    chat->info.rev = at.at;
    chat->infoTag = at.tag;
    chat->op = f.op;
    std::vector<Row> rows;
    rows.reserve(2); // not from a list in braces: GCC 12 warns of one that it has inlined here
    rows.emplace_back(chat->info);
    rows.emplace_back(m_desk.addNote(work, *chat, {u"timer"_s, {}, {}, f.seconds}));
    m_desk.tell(work, *chat, from, rows);
    return m_desk.okWith(f.chat, std::move(rows));
}

} // namespace kith::server
