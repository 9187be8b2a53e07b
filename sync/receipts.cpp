#include "sync/receipts.h"

#include "core/base/limits.h"
#include "core/base/twin.h"

#include <algorithm>

namespace kith {

namespace {
constexpr int kScan = 1'000; // chats with an unconfirmed watermark looked at in one go
}

void Receipts::connected() { m_look = true; }

void Receipts::forget()
{
    m_told.clear();
    m_asked = false;
    m_look = true;
}

qint64 Receipts::nextDue() const { return m_core.connected && m_look && !m_asked ? m_notBefore : kNever; }

void Receipts::advance()
{
    if (!m_core.connected || !m_look || m_asked || m_core.now() < m_notBefore) return;
    m_look = false;
    const auto items = m_core.mirror.read([&] {
        std::vector<wire::RcptItem> due;
        for (const StoredReceipt &r : m_core.mirror.receipts.unequal(kScan)) {
            const qint64 delivered = std::max(r.wantDelivered, r.wantSeen).value;
            const auto told = std::pair(delivered, r.wantSeen.value);
            if (m_told.value(r.chat, {-1, -1}) == told) continue;
            const auto chat = m_core.mirror.chats.find(r.chat);
            if (!chat || chat->left || !chat->known) continue;
            if (int(due.size()) == limits::rcptItems) break;
            due.push_back({r.chat, Seq{delivered}, r.wantSeen});
        }
        return due;
    });
    if (!items) {
        m_core.diskFault = items.error();
        return;
    }
    if (items->empty()) return;
    for (const wire::RcptItem &item : *items) m_told[item.chat] = {item.delivered.value, item.seen.value};
    if (isTwin(Twin::ReceiptsForgotten))
        m_core.write([&](Batch &) {
            for (const wire::RcptItem &i : *items) m_core.mirror.receipts.ack(i.chat, i.delivered, i.seen);
        });
    m_look = int(items->size()) == limits::rcptItems; // there may be more
    m_asked = true;
    m_notBefore = m_core.now() + limits::receiptEveryMs;
    m_core.request(wire::Rcpt{*items}, [this](const wire::ServerFrame &frame, Batch &batch) {
        qint64 wait = 0;
        if (const auto *ok = std::get_if<wire::Ok>(&frame)) {
            for (const wire::RcptAck &ack : ok->items) {
                m_core.mirror.receipts.ack(ack.chat, ack.delivered, ack.seen);
                batch.changes.chats[ack.chat].marks = true;
                // A database that was put back may have taken less than was told: the rest counts as untold.
                batch.after.push_back([this, ack] {
                    const auto told = m_told.find(ack.chat);
                    if (told == m_told.end()) return;
                    told->first = std::min(told->first, ack.delivered.value);
                    told->second = std::min(told->second, ack.seen.value);
                });
            }
        } else if (const auto *err = std::get_if<wire::Err>(&frame)) {
            if (err->errorClass == wire::ErrorClass::Wait || err->errorClass == wire::ErrorClass::Retry)
                wait = std::max<qint64>(err->retryMs, limits::receiptEveryMs);
        }
        batch.after.push_back([this, wait] {
            m_asked = false;
            if (wait == 0) return;
            m_told.clear();
            m_look = true;
            m_notBefore = std::max(m_notBefore, m_core.now() + wait);
        });
    });
}

} // namespace kith
