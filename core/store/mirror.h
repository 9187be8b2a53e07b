#pragma once
#include "core/store/chat_table.h"
#include "core/store/db.h"
#include "core/store/draft_table.h"
#include "core/store/journal_table.h"
#include "core/store/keys.h"
#include "core/store/member_table.h"
#include "core/store/message_table.h"
#include "core/store/meta_table.h"
#include "core/store/outbox_table.h"
#include "core/store/quarantine_table.h"
#include "core/store/range_table.h"
#include "core/store/reaction_table.h"
#include "core/store/receipt_table.h"
#include "core/store/spare.h"
#include "core/store/state_table.h"
#include "core/store/transfer_table.h"

namespace kith {

/// The writing side of a mirror file: the one connection that writes, migrates and checkpoints, and the
/// tables. Thread: the one that opened it. One process per account is the caller's care (lock file).
class Mirror {
    std::unique_ptr<Db> m_db; // before the tables, which refer to it
    Keys m_keys;
    std::unique_ptr<Spare> m_spare;

public:
    /// Creates the file (its folder must exist) or migrates it. TooNew: written by a newer version,
    /// untouched.
    static Result<std::unique_ptr<Mirror>> open(const QString &file, Db::Fault fault = {});
    ~Mirror();

    MetaTable meta;
    ChatTable chats;
    MessageTable messages;
    MemberTable members;
    ReactionTable reactions;
    RangeTable ranges;
    OutboxTable outbox;
    ReceiptTable receipts;
    DraftTable drafts;
    StateTable state;
    QuarantineTable quarantine;
    JournalTable journal;
    TransferTable transfers;

    /// Runs `body` (no arguments, result ignored) in one BEGIN IMMEDIATE transaction. After any failed access
    /// nothing is written and the first error comes back; what `body` computed is then meaningless.
    template <class F> Status write(F &&body)
    {
        Transaction transaction(*m_db);
        body();
        return finish(transaction);
    }
    /// Runs `body` over reads only; gives its value, or the first error.
    template <class F> auto read(F &&body) -> Result<decltype(body())>
    {
        m_db->clearError();
        auto value = body();
        if (m_db->failed()) return m_db->error();
        return value;
    }

    /// Moves the log into the file as far as readers allow. Called by the owner when idle; SQLite also does
    /// it by itself every 1,000 pages.
    Status checkpoint();
    /// Compares the full-text index with the messages and rebuilds it when they differ; false = it was
    /// rebuilt. Takes seconds on a large mirror: when idle, monthly.
    Result<bool> checkSearchIndex();
    Result<bool> searchIndexIsRight(); // only looks

    /// Whether something can be written now.
    Status probe(qint64 nowMs);
    /// Brings the spare in; true: it names entries that this file has lost (Spare::isAhead).
    Result<bool> attachSpare();
    /// From now on the spare follows every commit.
    Status beginSpare();

    Db &db() { return *m_db; }

private:
    explicit Mirror(std::unique_ptr<Db> db);
    Status finish(Transaction &transaction);
};

} // namespace kith
