#include "server/storage/push_rows.h"

#include "core/wire/group_values.h"
#include "core/wire/push_text.h"
#include "core/wire/state_value.h"

#include <algorithm>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;

namespace {

constexpr qint64 quietMs = 1'000;   // a device that is being looked at says `seen` meanwhile
constexpr qint64 betweenMs = 5'000; // pushes to one device
constexpr qint64 leaseMs = 60'000;  // a round that died with its notes is repeated after it
constexpr qint64 backoffMinMs = 10'000, backoffMaxMs = 3'600'000;
constexpr int triesMax = 24;
constexpr int membersAtOnce = 1'000;
constexpr int targetsPerUser = 32;
constexpr int titleChars = 80, bodyChars = 160;

constexpr auto stateSql =
    "SELECT provider, token <> '', due_at, news, test, sent, last_at, last_result, last_detail"
    " FROM push_targets WHERE device_id = ?1";

PushInfo infoFrom(Rows &rows)
{
    PushInfo info;
    if (!rows.next()) return info;
    info.provider = rows.text(0);
    info.registered = rows.number(1) != 0;
    info.waiting = !rows.isNull(2);
    info.sent = rows.number(5);
    info.lastMs = rows.number(6);
    info.result = rows.text(7);
    info.detail = rows.text(8);
    return info;
}

QString outcomeText(PushOutcome outcome)
{
    switch (outcome) {
    case PushOutcome::Sent:
        return u"sent"_s;
    case PushOutcome::DeadToken:
        return u"dead"_s;
    case PushOutcome::Retry:
        return u"retry"_s;
    case PushOutcome::Refused:
        return u"refused"_s;
    case PushOutcome::Connected:
        return u"connected"_s;
    }
    return {};
}

QString firstLine(const QString &text, int chars)
{
    const QString line = text.section(u'\n', 0, 0).simplified();
    return line.size() <= chars ? line : line.left(chars - 1) + u'…';
}

} // namespace

PushRows::PushRows(WriteDesk &desk)
    : m_desk(desk)
    , m_add(desk.db, "INSERT INTO push_jobs (chat_id, seq, state, next_at) VALUES (?1, ?2, 0, ?3)"
                     " ON CONFLICT (chat_id, seq) DO NOTHING")
    , m_bound(desk.db, "DELETE FROM push_jobs WHERE state = 0 AND next_at <= (SELECT next_at FROM push_jobs"
                       " WHERE state = 0 ORDER BY next_at DESC LIMIT 1 OFFSET ?1)")
    , m_due(desk.db, "SELECT j.chat_id, j.seq, j.after_user, m.sender, m.dead, m.extra FROM push_jobs j"
                     " LEFT JOIN messages m ON m.chat_id = j.chat_id AND m.seq = j.seq"
                     " WHERE j.state = 0 AND j.next_at <= ?1 ORDER BY j.next_at LIMIT ?2")
    , m_move(desk.db, "UPDATE push_jobs SET after_user = ?3 WHERE chat_id = ?1 AND seq = ?2")
    , m_done(desk.db, "DELETE FROM push_jobs WHERE chat_id = ?1 AND seq = ?2")
    , m_page(desk.db, "SELECT m.user_id, t.device_id FROM chat_members m LEFT JOIN push_targets t"
                      " ON t.user_id = m.user_id AND t.token <> '' WHERE m.chat_id = ?1 AND m.user_id > ?2"
                      " AND m.left_rev = 0 ORDER BY m.user_id LIMIT ?3")
    , m_wait(desk.db, "UPDATE push_targets SET silent = iif(news = 0, ?5, min(silent, ?5)), news = news + 1,"
                      " chat_id = ?2, seq = ?3, since = iif(due_at IS NULL, ?4, since),"
                      " due_at = ifnull(due_at, max(?4, last_at + ?6)) WHERE device_id = ?1")
    , m_put(desk.db, "INSERT INTO push_targets (device_id, user_id, provider, token) VALUES (?1, ?2, ?3, ?4)"
                     " ON CONFLICT (device_id) DO UPDATE SET provider = excluded.provider,"
                     " token = excluded.token, tries = 0")
    , m_steal(desk.db, "DELETE FROM push_targets WHERE provider = ?2 AND token = ?3 AND device_id <> ?1")
    , m_drop(desk.db, "DELETE FROM push_targets WHERE device_id = ?1")
    , m_held(desk.db, "SELECT count(*) FROM push_targets WHERE user_id = ?1 AND device_id <> ?2")
    , m_test(desk.db, "UPDATE push_targets SET test = 1, since = iif(due_at IS NULL, ?2, since),"
                      " due_at = ifnull(due_at, max(?2, last_at + ?3)) WHERE device_id = ?1 AND token <> ''")
    , m_read(desk.db, stateSql)
    , m_claimable(desk.db,
                  "SELECT t.device_id, t.user_id, t.provider, t.token, t.chat_id, t.seq, t.news, t.silent,"
                  " t.test, t.since, t.tries, d.revoked, u.flags & 1 FROM push_targets t"
                  " JOIN devices d ON d.id = t.device_id JOIN users u ON u.id = t.user_id"
                  " WHERE t.due_at <= ?1 ORDER BY t.due_at LIMIT ?2")
    , m_lease(desk.db, "UPDATE push_targets SET due_at = ?2 WHERE device_id = ?1")
    , m_settle(desk.db,
               "UPDATE push_targets SET news = max(0, news - ?2), test = iif(?3, 0, test), tries = ?4,"
               " due_at = iif(news > ?2 OR (test AND NOT ?3), ?5, ?6), since = iif(news > ?2, ?7, since),"
               " last_at = ?7, last_result = ?8, last_detail = ?9, sent = sent + ?10 WHERE device_id = ?1")
    , m_again(desk.db, "UPDATE push_targets SET due_at = ?2, tries = ?3, last_result = ?4, last_detail = ?5"
                       " WHERE device_id = ?1")
    , m_clear(desk.db,
              "UPDATE push_targets SET news = 0, due_at = NULL, last_result = 'seen', last_detail = ''"
              " WHERE device_id = ?1")
    , m_kill(desk.db, "UPDATE push_targets SET token = '', news = 0, test = 0, tries = 0, due_at = NULL,"
                      " last_at = ?3, last_result = ?4, last_detail = ?5 WHERE device_id = ?1 AND token = ?2")
    , m_message(desk.db, "SELECT m.dead, m.body, m.kind, u.name, c.title FROM messages m"
                         " JOIN users u ON u.id = m.sender JOIN chats c ON c.id = m.chat_id"
                         " WHERE m.chat_id = ?1 AND m.seq = ?2")
{
}

void PushRows::job(Work &work, const HotChat &chat, const MessageRow &row)
{
    if (!m_desk.hot.pushTargets()) return;
    m_add.run(chat.chat, row.seq, work.nowMs + quietMs);
    if (m_jobsUntilLook-- > 0) return;
    m_jobsUntilLook = jobsLookEvery - 1;
    m_bound.run(jobsMost);
    work.out.pushesDropped += int(m_desk.db.changes());
}

// ---- devices
// -----------------------------------------------------------------------------------------------------

wire::ServerFrame PushRows::set(Work &work, const wire::PushSet &f)
{
    const DeviceId device = work.caller.device;
    if (f.provider.isEmpty()) {
        forget(device);
        return PushInfo{};
    }
    {
        Rows rows = m_held.rows(work.caller.user, device);
        if (rows.next() && rows.number(0) >= targetsPerUser)
            return refusal(Code::Forbidden, u"too many devices of this user want pushes"_s);
    }
    // A token names one installation: whoever brings it now is its device.
    const QString token = QString::fromLatin1(f.token);
    m_steal.run(device, f.provider, token);
    m_put.run(device, work.caller.user, f.provider, token);
    m_desk.hot.pushTargetsChanged();
    Rows rows = m_read.rows(device);
    return infoFrom(rows);
}

void PushRows::forget(const DeviceId &device)
{
    m_drop.run(device);
    m_desk.hot.pushTargetsChanged();
}

wire::ServerFrame PushRows::test(Work &work)
{
    m_test.run(work.caller.device, work.nowMs, betweenMs);
    Rows rows = m_read.rows(work.caller.device);
    return infoFrom(rows);
}

// ---- rounds
// ------------------------------------------------------------------------------------------------------

WriteResult PushRows::round(const PushRound &round)
{
    m_desk.hot.flush(); // watermarks in memory decide too
    std::vector<Job> jobs;
    {
        Rows rows = m_due.rows(round.nowMs, round.limit);
        while (rows.next()) {
            Job job{rows.id<ChatId>(0), Seq{rows.number(1)}, rows.bytes(2), rows.id<UserId>(3), false};
            if (job.after.isNull()) job.after = QByteArrayLiteral("");
            job.silent = wire::isSilent(rows.bytes(5));
            if (auto mentions = wire::mentionsOf(rows.bytes(5))) job.named = std::move(mentions->users);
            if (!job.sender || rows.number(4)) job.sender = {}; // deleted meanwhile: nobody is woken for it
            jobs.push_back(std::move(job));
        }
    }
    for (const Job &job : jobs) {
        if (job.sender)
            spread(job, round.nowMs);
        else
            m_done.run(job.chat, job.seq);
    }
    return PushClaims{claim(round)};
}

void PushRows::spread(const Job &job, qint64 nowMs)
{
    struct Entry {
        UserId user;
        DeviceId device;
    };
    std::vector<Entry> page;
    {
        Rows rows = m_page.rows(job.chat, job.after, membersAtOnce);
        while (rows.next()) page.push_back({rows.id<UserId>(0), rows.id<DeviceId>(1)});
    }
    const bool more = page.size() == size_t(membersAtOnce);
    if (more) { // the last user's devices may go on behind the page
        const UserId cut = page.back().user;
        while (page.back().user == cut) page.pop_back();
    }
    UserId asked;
    bool wanted = false;
    for (const Entry &entry : page) {
        if (!entry.device || entry.user == job.sender) continue;
        if (entry.user != asked) {
            asked = entry.user;
            wanted = wants(entry.user, job, nowMs);
        }
        if (wanted) m_wait.run(entry.device, job.chat, job.seq, nowMs, job.silent, betweenMs);
    }
    if (more)
        m_move.run(job.chat, job.seq, page.back().user.blob());
    else
        m_done.run(job.chat, job.seq);
}

std::optional<qint64> PushRows::numberOf(const UserId &user, const QString &kind, const ChatId &chat)
{
    const auto state = m_desk.state(user, kind, chat.text());
    return state ? wire::decodeNumber(state->row.value) : std::nullopt;
}

bool PushRows::wants(const UserId &user, const Job &job, qint64 nowMs)
{
    if (numberOf(user, u"seen"_s, job.chat).value_or(0) >= job.seq.value) return false;
    // Who is named is meant, whatever they think of the rest of the chat.
    if (std::find(job.named.begin(), job.named.end(), user) != job.named.end()) return true;
    const auto mute = numberOf(user, u"mute"_s, job.chat);
    return !mute || (*mute != 0 && *mute <= nowMs);
}

std::vector<PushClaim> PushRows::claim(const PushRound &round)
{
    std::vector<PushClaim> claims;
    std::vector<DeviceId> gone;
    {
        Rows rows = m_claimable.rows(round.nowMs, round.limit);
        while (rows.next()) {
            PushClaim c;
            c.device = rows.id<DeviceId>(0);
            c.user = rows.id<UserId>(1);
            c.provider = rows.text(2);
            c.token = rows.text(3).toLatin1();
            c.chat = rows.id<ChatId>(4);
            c.seq = Seq{rows.number(5)};
            c.news = rows.small(6);
            c.silent = rows.number(7) != 0;
            c.test = rows.number(8) != 0;
            c.sinceMs = rows.number(9);
            c.tries = rows.small(10);
            if (rows.number(11) || rows.number(12))
                gone.push_back(c.device);
            else
                claims.push_back(std::move(c));
        }
    }
    for (const DeviceId &device : gone) forget(device);
    std::vector<PushClaim> live;
    for (PushClaim &c : claims) {
        if (c.news > 0 && !stillNews(c)) {
            m_clear.run(c.device);
            if (!c.test) continue;
            c.news = 0;
        }
        m_lease.run(c.device, round.nowMs + leaseMs);
        if (c.news > 0 && round.withContent) {
            Rows rows = m_message.rows(c.chat, c.seq);
            if (rows.next()) {
                const QString name = rows.text(3), title = rows.text(4);
                c.title = firstLine(title.isEmpty() ? name : u"%1 @ %2"_s.arg(name, title), titleChars);
                c.body = firstLine(rows.text(1), bodyChars);
            }
        }
        live.push_back(std::move(c));
    }
    return live;
}

bool PushRows::stillNews(const PushClaim &claim)
{
    if (numberOf(claim.user, u"seen"_s, claim.chat).value_or(0) >= claim.seq.value) return false;
    Rows rows = m_message.rows(claim.chat, claim.seq);
    return rows.next() && (rows.number(0) == 0 || claim.news > 1);
}

WriteResult PushRows::told(const PushTold &told)
{
    for (const PushReport &r : told.reports) {
        const QString result = outcomeText(r.outcome);
        if (r.outcome == PushOutcome::DeadToken) {
            m_kill.run(r.claim.device, QString::fromLatin1(r.claim.token), told.nowMs, result, r.detail);
            m_desk.hot.pushTargetsChanged();
            continue;
        }
        const bool again = r.outcome == PushOutcome::Connected ||
                           (r.outcome == PushOutcome::Retry && r.claim.tries + 1 < triesMax);
        if (again) {
            const qint64 backoff = std::min(backoffMaxMs, backoffMinMs << std::min(r.claim.tries, 10));
            const qint64 wait = r.retryMs > 0 ? r.retryMs : backoff;
            const int tries = r.outcome == PushOutcome::Retry ? r.claim.tries + 1 : r.claim.tries;
            m_again.run(r.claim.device, told.nowMs + wait, tries, result, r.detail);
            continue;
        }
        m_settle.run(r.claim.device, r.claim.news, r.claim.test, 0, told.nowMs + betweenMs, QByteArray(),
                     told.nowMs, result, r.detail, int(r.outcome == PushOutcome::Sent));
    }
    return Done{};
}

// ---- reading
// -----------------------------------------------------------------------------------------------------

PushReads::PushReads(Db &db)
    : m_job(db, "SELECT 1 FROM push_jobs WHERE state = 0 AND next_at <= ?1 LIMIT 1")
    , m_target(db, "SELECT 1 FROM push_targets WHERE due_at <= ?1 LIMIT 1")
    , m_state(db, stateSql)
{
}

bool PushReads::due(qint64 nowMs)
{
    {
        Rows rows = m_job.rows(nowMs);
        if (rows.next()) return true;
    }
    Rows rows = m_target.rows(nowMs);
    return rows.next();
}

wire::ServerFrame PushReads::state(const DeviceId &device)
{
    Rows rows = m_state.rows(device);
    return infoFrom(rows);
}

} // namespace kith::server
