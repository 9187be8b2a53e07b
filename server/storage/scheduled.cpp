#include "server/storage/scheduled.h"

#include "core/wire/attachment_codec.h"
#include "core/wire/content_codec.h"
#include "core/wire/poll_codec.h"
#include "core/wire/state_value.h"
#include "server/storage/text_rules.h"

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;

namespace {

const QString schedKind = u"sched"_s;

} // namespace

Scheduled::Scheduled(WriteDesk &desk, MessageWrites &messages)
    : m_desk(desk)
    , m_messages(messages)
    , m_put(desk.db, "INSERT INTO scheduled (user_id, mid, due) VALUES (?1, ?2, ?3)"
                     " ON CONFLICT (user_id, mid) DO UPDATE SET due = excluded.due")
    , m_drop(desk.db, "DELETE FROM scheduled WHERE user_id = ?1 AND mid = ?2")
    , m_dropAll(desk.db, "DELETE FROM scheduled WHERE user_id = ?1")
    , m_count(desk.db, "SELECT count(*) FROM scheduled WHERE user_id = ?1 AND mid <> ?2")
    , m_due(desk.db, "SELECT user_id, mid FROM scheduled WHERE due <= ?1 ORDER BY due LIMIT ?2")
    , m_sent(desk.db, "SELECT 1 FROM messages WHERE mid = ?1")
{
}

std::optional<wire::ServerFrame> Scheduled::check(const Work &work, const wire::Uset &f,
                                                  const std::optional<StoredState> &stored)
{
    if (f.value == wire::removedValue()) return std::nullopt;
    const auto wish = wire::decodeScheduled(f.key, f.value);
    if (!wish || wish->mid.text() != f.key || !wish->failed.isEmpty())
        return refusal(Code::BadRequest, u"not a scheduled message"_s);
    {
        Rows rows = m_sent.rows(wish->mid);
        if (rows.next()) { // its time has come meanwhile
            if (!stored) return refusal(Code::MidConflict, u"this message is sent already"_s);
            wire::Ok ok;
            ok.state = stored->row;
            return ok;
        }
    }
    HotChat *chat = m_desk.hot.chat(wish->chat);
    if (!chat || !m_desk.hot.present(*chat, work.caller.user))
        return refusal(Code::NotMember, u"not a member of this chat"_s);
    if (wish->whenMs > work.nowMs + limits::scheduleAheadMs)
        return refusal(Code::BadRequest, u"when: too far ahead"_s);
    const QByteArray extra = wire::scheduledExtra(f.value);
    if (auto fault = bodyFault(u"text"_s, wish->text.text)) return *std::move(fault);
    if (const auto fault = wire::contentFault(extra, wish->text.text))
        return refusal(Code::BadRequest, *fault);
    if (const auto fault = wire::pollFault(extra)) return refusal(Code::BadRequest, *fault);
    if (auto fault = m_messages.wordsFault(work, *chat, extra)) return *std::move(fault);
    if (wire::mayHaveAttachments(extra) || wire::isForwarded(extra))
        return refusal(Code::BadRequest, u"only a text can be scheduled"_s);
    Rows rows = m_count.rows(work.caller.user, wish->mid);
    if (rows.next() && rows.number(0) >= limits::scheduledPerUser)
        return refusal(Code::Forbidden, u"too many messages are scheduled"_s);
    return std::nullopt;
}

void Scheduled::written(const UserId &user, const wire::Uset &f)
{
    const auto wish = wire::decodeScheduled(f.key, f.value);
    if (wish)
        m_put.run(user, wish->mid, wish->whenMs);
    else if (const auto mid = Mid::fromText(f.key))
        m_drop.run(user, *mid);
}

int Scheduled::send(Work &work, int most)
{
    std::vector<std::pair<UserId, Mid>> due;
    {
        Rows rows = m_due.rows(work.nowMs, most);
        while (rows.next()) due.emplace_back(rows.id<UserId>(0), rows.id<Mid>(1));
    }
    for (const auto &[user, mid] : due) sendOne(work, user, mid);
    return int(due.size());
}

void Scheduled::sendOne(Work &work, const UserId &user, const Mid &mid)
{
    const QByteArray key = mid.text();
    const auto stored = m_desk.state(user, schedKind, key);
    const auto wish = stored ? wire::decodeScheduled(key, stored->row.value) : std::nullopt;
    if (!wish) return m_drop.run(user, mid);
    wire::Send frame{wish->chat, mid, u"text"_s, wish->text.text, wish->text.reply, {}, {}, 0};
    frame.extra = wire::scheduledExtra(stored->row.value);
    Work own{{user, {}}, work.nowMs, work.out};
    const wire::ServerFrame answer = m_messages.send(own, frame);
    const auto *err = std::get_if<wire::Err>(&answer);
    if (err && err->errorClass == wire::ErrorClass::Wait)
        return m_put.run(user, mid, work.nowMs + std::max<qint64>(err->retryMs, 1'000));
    m_drop.run(user, mid);
    const QByteArray value =
        err ? wire::scheduledFailed(stored->row.value, wire::text(err->code)) : wire::removedValue();
    m_desk.putServerState(own, user, schedKind, key, value);
}

void Scheduled::forget(const UserId &user) { m_dropAll.run(user); }

} // namespace kith::server
