#pragma once
#include "server/storage/account_care.h"
#include "server/storage/administration.h"
#include "server/storage/chat_writes.h"
#include "server/storage/epoch_guard.h"
#include "server/storage/files.h"
#include "server/storage/group_invites.h"
#include "server/storage/lineage.h"
#include "server/storage/message_writes.h"
#include "server/storage/push_rows.h"
#include "server/storage/receipts.h"
#include "server/storage/settings.h"
#include "server/storage/timers.h"

namespace kith::server {

/// One transaction for many writes.
///
/// First all items run straight on; each checks all it may refuse for before it writes, so a refusal leaves
/// nothing. When a statement fails, everything is rolled back and the items run again, each in a savepoint of
/// its own: the failing one is answered with its error and its neighbours are stored. The savepoints would
/// cost every batch a copy of each touched page.
class Writer {
public:
    Writer(Db &db, Random &random, const EpochId &epoch, const QByteArray &dbUuid, EpochGuard &guard,
           WitnessSeal seal);
    std::vector<WriteResult> commit(const std::vector<Write> &items);

private:
    enum class Way : quint8 { Straight, Careful };
    std::vector<WriteResult> run(const std::vector<Write> &items, Way way, bool &inItems);
    WriteResult apply(const Write &item);
    WriteResult newUser(const NewUser &user);
    WriteResult ended(const EndAccount &account);
    WriteResult contentRound(const ContentRound &round);
    WriteResult applyCarefully(const Write &item);
    WriteResult call(const Call &call);
    void finish(qint64 changesBefore);
    void seal(std::vector<WriteResult> &results) const;
    WriteResult rename();

    Db &m_db;
    HotRows m_hot;
    WriteDesk m_desk;
    Files m_files;
    PushRows m_push;
    MessageWrites m_messages;
    Scheduled m_scheduled;
    Timers m_timers;
    Receipts m_receipts;
    Settings m_settings;
    Members m_members;
    GroupInvites m_invites;
    ChatWrites m_chats;
    Accounts m_accounts;
    AccountCare m_care;
    Administration m_administration;
    const QByteArray m_dbUuid;
    EpochGuard &m_guard;
    const WitnessSeal m_seal;
    Random &m_random;
    bool m_renamed = false;
    qint64 m_commitNo;
    Statement m_begin, m_commit, m_count;
};

} // namespace kith::server
