#include "core/store/receipt_table.h"

#include "core/store/db.h"
#include "core/store/keys.h"

namespace kith {
namespace {

#define RECEIPT_COLUMNS "chat_pk, want_delivered, want_seen, ack_delivered, ack_seen"

StoredReceipt read(const Query &q) { return {{}, {q.num(1)}, {q.num(2)}, {q.num(3)}, {q.num(4)}}; }

} // namespace

StoredReceipt ReceiptTable::get(const ChatId &chat)
{
    Query q = m_db.query("SELECT " RECEIPT_COLUMNS " FROM receipts WHERE chat_pk = ?", {m_keys.chat(chat)});
    StoredReceipt receipt = q.next() ? read(q) : StoredReceipt();
    receipt.chat = chat;
    return receipt;
}

bool ReceiptTable::want(const ChatId &chat, Seq delivered, Seq seen)
{
    const qint64 chatPk = m_keys.chat(chat);
    if (!chatPk) return false;
    const qint64 d = std::max(delivered.value, seen.value); // seen ≤ delivered
    return m_db.run("INSERT INTO receipts(chat_pk, want_delivered, want_seen) VALUES(?, ?, ?)"
                    " ON CONFLICT(chat_pk) DO UPDATE SET want_delivered = max(want_delivered, "
                    "excluded.want_delivered),"
                    " want_seen = max(want_seen, excluded.want_seen)"
                    " WHERE excluded.want_delivered > want_delivered OR excluded.want_seen > want_seen",
                    {chatPk, d, seen.value}) > 0;
}

void ReceiptTable::ack(const ChatId &chat, Seq delivered, Seq seen)
{
    const qint64 chatPk = m_keys.chat(chat);
    if (!chatPk) return;
    const qint64 d = std::max(delivered.value, seen.value);
    want(chat, delivered, seen);
    m_db.run("UPDATE receipts SET ack_delivered = max(ack_delivered, ?), ack_seen = max(ack_seen, ?)"
             " WHERE chat_pk = ?",
             {d, seen.value, chatPk});
}

std::vector<StoredReceipt> ReceiptTable::unequal(int limit)
{
    std::vector<StoredReceipt> all;
    Query q =
        m_db.query("SELECT " RECEIPT_COLUMNS " FROM receipts"
                   " WHERE want_delivered > ack_delivered OR want_seen > ack_seen ORDER BY chat_pk LIMIT ?",
                   {limit});
    while (q.next()) {
        StoredReceipt receipt = read(q);
        receipt.chat = m_keys.chatOf(q.num(0));
        all.push_back(receipt);
    }
    return all;
}

void ReceiptTable::lower(const ChatId &chat, Seq upTo)
{
    m_db.run("UPDATE receipts SET want_delivered = min(want_delivered, ?), want_seen = min(want_seen, ?),"
             " ack_delivered = 0, ack_seen = 0 WHERE chat_pk = ?",
             {upTo.value, upTo.value, m_keys.chat(chat)});
}

#undef RECEIPT_COLUMNS

int ReceiptTable::impossible(bool repair)
{
    if (!repair)
        return int(m_db.number(
            "SELECT count(*) FROM receipts WHERE ack_delivered > want_delivered OR ack_seen > want_seen"));
    return int(m_db.run("UPDATE receipts SET want_delivered = max(want_delivered, ack_delivered),"
                        " want_seen = max(want_seen, ack_seen)"
                        " WHERE ack_delivered > want_delivered OR ack_seen > want_seen"));
}

} // namespace kith
