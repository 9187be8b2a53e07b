#include "server/storage/administration.h"

#include <QDateTime>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

Error noUser() { return {Errc::NotFound, u"there is no such user"_s}; }

QString when(qint64 ms)
{
    return ms ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate) : QString();
}

constexpr char reportColumns[] = "SELECT r.id, r.at, b.login, u.login, r.chat_id, r.mid, r.reason, r.words,"
                                 " r.body, r.done FROM reports r LEFT JOIN users b ON b.id = r.by_user"
                                 " LEFT JOIN users u ON u.id = r.user_id WHERE ";

wire::AdminRow reportRow(const Rows &rows, qsizetype mostText)
{
    const auto cut = [mostText](const QString &text) {
        return text.size() > mostText ? text.left(mostText) + u'…' : text;
    };
    const auto id = [&rows](int column) {
        return rows.isNull(column) ? QString() : QString::fromLatin1(rows.id<Mid>(column).text());
    };
    return {{u"report"_s, rows.number(0)},
            {u"at"_s, when(rows.number(1))},
            {u"by"_s, rows.text(2)},
            {u"about"_s, rows.text(3)},
            {u"reason"_s, rows.text(6)},
            {u"words"_s, cut(rows.text(7))},
            {u"message"_s, cut(rows.text(8))},
            {u"chat"_s, id(4)},
            {u"mid"_s, id(5)},
            {u"closed"_s, when(rows.number(9))}};
}

} // namespace

Administration::Administration(WriteDesk &desk, Accounts &accounts, Members &members)
    : m_desk(desk)
    , m_accounts(accounts)
    , m_members(members)
    , m_password(desk.db, "UPDATE users SET pw_hash = ?2 WHERE id = ?1")
    , m_flags(desk.db, "UPDATE users SET flags = (flags & ~1) | ?2 WHERE id = ?1")
    , m_devices(desk.db, "SELECT id FROM devices WHERE user_id = ?1 AND revoked = 0")
    , m_ownDevice(desk.db, "SELECT 1 FROM devices WHERE id = ?1 AND user_id = ?2 AND revoked = 0")
    , m_addInvite(desk.db,
                  "INSERT INTO invites (code_hash, note, uses_left, expires, at) VALUES (?1, ?2, ?3, ?4, ?5)")
    , m_endInvite(desk.db, "UPDATE invites SET uses_left = 0 WHERE id = ?1 AND uses_left > 0")
    , m_useInvite(desk.db, "UPDATE invites SET uses_left = uses_left - 1, used = used + 1"
                           " WHERE code_hash = ?1 AND uses_left > 0 AND expires > ?2")
    , m_closeReport(desk.db, "UPDATE reports SET done = ?2 WHERE id = ?1 AND done = 0")
    , m_stale(desk.db, "SELECT count(*) FROM invites WHERE uses_left = 0 OR expires <= ?1")
    , m_sweep(desk.db, "DELETE FROM invites WHERE uses_left = 0 OR expires <= ?1")
{
}

WriteResult Administration::run(const AdminWrite &write)
{
    return std::visit([&](const auto &change) { return apply(change, write.nowMs); }, write.what);
}

bool Administration::useInvite(const QByteArray &codeHash, qint64 nowMs)
{
    m_useInvite.run(codeHash, nowMs);
    return m_desk.db.changes() == 1;
}

Outcome Administration::endAll(const UserId &user, bool revoke)
{
    Outcome outcome;
    outcome.answer = wire::Ok{};
    if (revoke) {
        outcome.ended = m_accounts.endAll(user, {});
        return outcome;
    }
    Rows rows = m_devices.rows(user);
    while (rows.next()) outcome.ended.push_back({rows.id<DeviceId>(0)});
    return outcome;
}

WriteResult Administration::apply(const ResetPassword &change, qint64)
{
    m_password.run(change.user, change.passwordHash);
    if (m_desk.db.changes() == 0) return noUser();
    if (change.keepDevices) return Done{};
    return endAll(change.user, true);
}

WriteResult Administration::apply(const SetDisabled &change, qint64)
{
    m_flags.run(change.user, change.disabled);
    if (m_desk.db.changes() == 0) return noUser();
    if (!change.disabled) return Done{};
    return endAll(change.user, false);
}

WriteResult Administration::apply(const SignOut &change, qint64)
{
    if (!change.device) return endAll(change.user, true);
    {
        Rows rows = m_ownDevice.rows(change.device, change.user);
        if (!rows.next()) return Error{Errc::NotFound, u"this user has no such device"_s};
    }
    return m_accounts.end(EndDevice{change.device});
}

WriteResult Administration::apply(const NewInvite &change, qint64 nowMs)
{
    m_addInvite.run(change.codeHash, change.note, change.uses, change.expiresMs, nowMs);
    return Counted{m_desk.db.number("SELECT last_insert_rowid()")};
}

WriteResult Administration::apply(const EndInvite &change, qint64)
{
    m_endInvite.run(change.id);
    if (m_desk.db.changes() == 0)
        return Error{Errc::NotFound, u"there is no usable invite with this number"_s};
    return Counted{1};
}

WriteResult Administration::apply(const CloseReport &change, qint64 nowMs)
{
    m_closeReport.run(change.id, nowMs);
    if (m_desk.db.changes() == 0) return Error{Errc::NotFound, u"there is no open report with this number"_s};
    return Counted{1};
}

WriteResult Administration::apply(const SweepRows &change, qint64 nowMs)
{
    if (!change.dryRun) {
        m_sweep.run(nowMs);
        return Counted{m_desk.db.changes()};
    }
    Rows rows = m_stale.rows(nowMs);
    return Counted{rows.next() ? rows.number(0) : 0};
}

WriteResult Administration::apply(const HandOver &change, qint64 nowMs)
{
    Outcome outcome;
    Work work{{change.user, {}}, nowMs, outcome};
    if (auto done = m_members.handOver(work, change.chat); !done) return done.error();
    outcome.answer = wire::Ok{};
    return outcome;
}

AdminRows Overseer::read(const AdminQuery &query)
{
    return std::visit([this](const auto &q) { return rows(q); }, query);
}

AdminRows Overseer::rows(const UsersPage &query)
{
    Statement select(m_db, "SELECT u.login, u.name, u.id, u.flags & 1, u.last_seen, u.at,"
                           " (SELECT count(*) FROM devices d WHERE d.user_id = u.id AND d.revoked = 0)"
                           " FROM users u WHERE u.login > ?1 ORDER BY u.login LIMIT ?2");
    AdminRows all;
    Rows rows = select.rows(query.after, query.limit);
    while (rows.next())
        all.push_back({{u"login"_s, rows.text(0)},
                       {u"name"_s, rows.text(1)},
                       {u"id"_s, QString::fromLatin1(rows.id<UserId>(2).text())},
                       {u"disabled"_s, rows.number(3) != 0},
                       {u"devices"_s, rows.number(6)},
                       {u"last_seen"_s, when(rows.number(4))},
                       {u"since"_s, when(rows.number(5))}});
    return all;
}

AdminRows Overseer::rows(const DevicesOf &query)
{
    Statement select(m_db, "SELECT id, name, app, last_seen, at, revoked FROM devices WHERE user_id = ?1"
                           " ORDER BY revoked, last_seen DESC LIMIT 1000");
    AdminRows all;
    Rows rows = select.rows(query.user);
    while (rows.next())
        all.push_back({{u"device"_s, QString::fromLatin1(rows.id<DeviceId>(0).text())},
                       {u"name"_s, rows.text(1)},
                       {u"app"_s, rows.text(2)},
                       {u"last_seen"_s, when(rows.number(3))},
                       {u"since"_s, when(rows.number(4))},
                       {u"revoked"_s, rows.number(5) != 0}});
    return all;
}

AdminRows Overseer::rows(const GroupsOf &query)
{
    Statement select(m_db, "SELECT c.id, c.title, c.members_n, m.role FROM chat_members m"
                           " JOIN chats c ON c.id = m.chat_id WHERE m.user_id = ?1 AND m.left_rev = 0"
                           " AND c.kind = ?2 ORDER BY c.act_at DESC LIMIT 1000");
    AdminRows all;
    Rows rows = select.rows(query.user, int(ChatKind::Group));
    while (rows.next()) {
        const auto role = Role(rows.small(3));
        all.push_back({{u"chat"_s, QString::fromLatin1(rows.id<ChatId>(0).text())},
                       {u"title"_s, rows.text(1)},
                       {u"members"_s, rows.number(2)},
                       {u"role"_s, role == Role::Owner   ? u"owner"_s
                                   : role == Role::Admin ? u"admin"_s
                                                         : u"member"_s}});
    }
    return all;
}

AdminRows Overseer::rows(const InvitesAll &)
{
    Statement select(m_db, "SELECT id, note, uses_left, used, expires, at FROM invites ORDER BY id DESC"
                           " LIMIT 1000");
    AdminRows all;
    Rows rows = select.rows();
    while (rows.next())
        all.push_back({{u"invite"_s, rows.number(0)},
                       {u"note"_s, rows.text(1)},
                       {u"uses_left"_s, rows.number(2)},
                       {u"used"_s, rows.number(3)},
                       {u"expires"_s, when(rows.number(4))},
                       {u"since"_s, when(rows.number(5))}});
    return all;
}

AdminRows Overseer::rows(const ReportsPage &query)
{
    constexpr qsizetype shown = 60; // of a text; `reports NUMBER` has all of it
    Statement select(m_db,
                     (QByteArray(reportColumns) + (query.handled ? "r.id > ?1" : "r.done = 0 AND r.id > ?1") +
                      " ORDER BY r.id LIMIT ?2")
                         .constData());
    AdminRows all;
    Rows rows = select.rows(query.after, query.limit);
    while (rows.next()) all.push_back(reportRow(rows, shown));
    return all;
}

AdminRows Overseer::rows(const ReportOne &query)
{
    Statement select(m_db, (QByteArray(reportColumns) + "r.id = ?1").constData());
    AdminRows all;
    Rows rows = select.rows(query.id);
    if (rows.next()) all.push_back(reportRow(rows, rows.text(8).size() + rows.text(7).size()));
    return all;
}

AdminRows Overseer::rows(const Totals &)
{
    // Over whole tables: asked for by a person, on a reader, and never by a client. Messages are counted by
    // the chats' own numbers.
    return {{{u"users"_s, m_db.number("SELECT count(*) FROM users")},
             {u"disabled"_s, m_db.number("SELECT count(*) FROM users WHERE flags & 1 = 1")},
             {u"devices"_s, m_db.number("SELECT count(*) FROM devices WHERE revoked = 0")},
             {u"chats"_s, m_db.number("SELECT count(*) FROM chats")},
             {u"messages"_s, m_db.number("SELECT ifnull(sum(seq), 0) FROM chats")},
             {u"invites"_s, m_db.number("SELECT count(*) FROM invites WHERE uses_left > 0")},
             {u"open_reports"_s, m_db.number("SELECT count(*) FROM reports WHERE done = 0")},
             {u"commits"_s, m_db.number("SELECT commit_no FROM meta")}}};
}

} // namespace kith::server
