#include "server/storage/settings.h"

#include "core/wire/state_value.h"
#include "server/storage/text_rules.h"

#include <algorithm>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;

namespace {

constexpr int kindChars = 32;
constexpr int rowsPerUser = 50'000; // settings of one user

bool isPrintableAscii(const QByteArray &key)
{
    return std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

Settings::Settings(WriteDesk &desk, Scheduled &scheduled, MessageWrites &messages)
    : m_desk(desk)
    , m_scheduled(scheduled)
    , m_messages(messages)
    , m_count(desk.db, "SELECT count(*) FROM (SELECT 1 FROM user_state WHERE user_id = ?1 LIMIT 50000)")
{
}

wire::ServerFrame Settings::uset(Work &work, const wire::Uset &f)
{
    const auto stored = m_desk.state(work.caller.user, f.kind, f.key);
    wire::Ok ok;
    if (stored && f.op && stored->op == f.op) {
        ok.state = stored->row;
        return ok;
    }
    if (f.kind == "seen"_L1 || f.kind == "chat"_L1)
        return refusal(Code::Forbidden, u"only the server writes this kind"_s);
    if (f.kind.isEmpty() || f.kind.size() > kindChars || !isPlainText(f.kind) || f.key.isEmpty() ||
        f.key.size() > limits::stateKeyBytes || !isPrintableAscii(f.key) || f.value.isEmpty() || !f.op)
        return refusal(Code::BadRequest, u"kind, key, value or op"_s);
    if (f.kind == "block"_L1) {
        const auto whom = UserId::fromText(f.key);
        if (!whom || *whom == work.caller.user) return refusal(Code::BadRequest, u"key"_s);
    }
    if (f.value.size() > limits::stateValueBytes) return refusal(Code::TooLong, u"the value is too long"_s);
    // A base for a row that is not here speaks of a lost history: nothing newer can be overwritten.
    if (stored && stored->row.ver != f.base) {
        wire::Err err = refusal(Code::Conflict, u"set meanwhile"_s);
        err.epoch = m_desk.epoch;
        err.state = stored->row;
        return err;
    }
    if (!stored) {
        Rows rows = m_count.rows(work.caller.user);
        if (rows.next() && rows.number(0) >= rowsPerUser)
            return refusal(Code::Forbidden, u"no more settings can be kept"_s);
    }
    const bool scheduled = f.kind == "sched"_L1;
    if (scheduled)
        if (auto answer = m_scheduled.check(work, f, stored)) return *std::move(answer);
    const bool vote = f.kind == "vote"_L1;
    const QByteArray before = stored ? stored->row.value : QByteArray();
    if (vote)
        if (auto err = m_messages.voteFault(work, f, before)) {
            if (stored) err->state = stored->row; // what counts instead
            return *std::move(err);
        }
    if (f.kind == "block"_L1 && f.value != wire::removedValue())
        work.out.parted.emplace_back(work.caller.user, *UserId::fromText(f.key));
    ok.state = m_desk.putState(work, work.caller.user, f.kind, f.key, f.value, f.op,
                               (stored ? stored->row.ver : 0) + 1);
    if (scheduled) m_scheduled.written(work.caller.user, f);
    if (vote) m_messages.voted(work, f, before);
    return ok;
}

} // namespace kith::server
