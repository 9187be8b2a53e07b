#pragma once
#include "server/storage/accounts.h"
#include "server/storage/members.h"

namespace kith::server {

/// What only the administrator may do: writes.
class Administration {
public:
    Administration(WriteDesk &desk, Accounts &accounts, Members &members);
    WriteResult run(const AdminWrite &write);
    /// Takes one use of an invite; false: there is none, or it is used up, revoked or expired.
    bool useInvite(const QByteArray &codeHash, qint64 nowMs);

private:
    WriteResult apply(const ResetPassword &change, qint64 nowMs);
    WriteResult apply(const SetDisabled &change, qint64 nowMs);
    WriteResult apply(const SignOut &change, qint64 nowMs);
    WriteResult apply(const NewInvite &change, qint64 nowMs);
    WriteResult apply(const EndInvite &change, qint64 nowMs);
    WriteResult apply(const HandOver &change, qint64 nowMs);
    WriteResult apply(const CloseReport &change, qint64 nowMs);
    WriteResult apply(const SweepRows &change, qint64 nowMs);
    Outcome endAll(const UserId &user, bool revoke);

    WriteDesk &m_desk;
    Accounts &m_accounts;
    Members &m_members;
    Statement m_password, m_flags, m_devices, m_ownDevice, m_addInvite, m_endInvite, m_useInvite, m_closeReport,
        m_stale, m_sweep;
};

/// What only the administrator may see: reads.
class Overseer {
public:
    explicit Overseer(Db &db)
        : m_db(db)
    {
    }
    AdminRows read(const AdminQuery &query);

private:
    AdminRows rows(const UsersPage &query);
    AdminRows rows(const DevicesOf &query);
    AdminRows rows(const GroupsOf &query);
    AdminRows rows(const InvitesAll &query);
    AdminRows rows(const ReportsPage &query);
    AdminRows rows(const ReportOne &query);
    AdminRows rows(const Totals &query);
    Db &m_db; // rare: nothing is kept prepared
};

} // namespace kith::server
