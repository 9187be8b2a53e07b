#include "sync/expiry.h"

#include <map>

namespace kith {

namespace {
constexpr int atOnce = 200;
}

qint64 Expiry::nextDue()
{
    if (m_lookedAt != m_core.commits) {
        const auto next = m_core.mirror.read([&] { return m_core.mirror.messages.nextExpiryMs(); });
        if (!next) return kNever; // the next write meets the disk's fault, and says so
        m_nextMs = *next;
        m_lookedAt = m_core.commits;
    }
    return m_nextMs > 0 ? m_core.now() + std::max<qint64>(m_nextMs - m_core.serverMs(), 0) : kNever;
}

void Expiry::advance()
{
    if (nextDue() > m_core.now()) return;
    m_core.write([&](Batch &batch) {
        for (const auto &[chat, mid] : m_core.mirror.messages.expired(m_core.serverMs(), atOnce)) {
            m_core.mirror.messages.wipe(mid);
            // What waits to be said about it has lost its subject.
            for (const OutboxEntry &e : m_core.mirror.outbox.ofMid(mid))
                if (e.kind == u"edit" || e.kind == u"react") m_core.mirror.outbox.settle(e.pk);
            batch.changes.touch(chat, mid);
            batch.changes.list = batch.changes.outbox = true;
        }
    });
}

void Expiry::connected()
{
    const auto early =
        m_core.mirror.read([&] { return m_core.mirror.messages.wipedBefore(m_core.serverMs(), atOnce); });
    if (!early) return;
    std::map<ChatId, std::vector<Mid>> byChat;
    for (const auto &[chat, mid] : *early) byChat[chat].push_back(mid);
    for (auto &[id, mids] : byChat)
        m_core.request(wire::Have{id, std::move(mids)},
                       [this](const wire::ServerFrame &answer, Batch &batch) {
                           if (const auto *page = std::get_if<wire::HavePage>(&answer))
                               m_core.applier(batch).answered(page->chat, page->epoch, page->rows);
                       });
}

} // namespace kith
