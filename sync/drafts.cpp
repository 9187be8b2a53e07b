#include "sync/drafts.h"

#include "core/base/limits.h"
#include "core/wire/state_value.h"
#include "sync/payload.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {
constexpr int kUserLane = 1'000;
constexpr int kDirty = 1'000;
} // namespace

void Drafts::set(const ChatId &chat, const QString &text, const Mid &reply)
{
    const bool written = m_core.write([&](Batch &batch) {
        Draft draft = m_core.mirror.drafts.get(chat);
        if (!m_core.mirror.chats.find(chat) || (draft.text == text && draft.reply == reply)) return;
        draft.text = text;
        draft.reply = reply;
        draft.dirty = true;
        m_core.mirror.drafts.put(chat, draft, m_core.clock.wallMs());
        batch.changes.list = true;
        batch.after.push_back([this, chat] { m_due[chat] = m_core.now() + limits::draftSyncMs; });
    });
    if (written) return;
    const bool full = m_core.diskFault && m_core.diskFault->code == Errc::Full;
    Q_EMIT m_core.feed.refused(chat, full ? u"disk_full"_s : u"disk_error"_s);
}

std::optional<OutboxEntry> Drafts::waiting(const ChatId &chat)
{
    for (const OutboxEntry &e : m_core.mirror.outbox.ofLane(ChatId{}, kUserLane)) {
        if (e.refused || e.tries > 0) continue;
        const auto frame = payload::read(e.payload);
        const auto *uset = frame ? std::get_if<wire::Uset>(&*frame) : nullptr;
        if (uset && uset->kind == u"draft"_s && uset->key == chat.text()) return e;
    }
    return std::nullopt;
}

int Drafts::sent(const ChatId &chat)
{
    const Draft draft = m_core.mirror.drafts.get(chat);
    m_due.remove(chat);
    if (draft.text.isEmpty() && !draft.dirty) return 0;
    if (const auto entry = waiting(chat)) m_core.mirror.outbox.settle(entry->pk);
    const bool told = underWay(chat);
    m_core.mirror.drafts.clear(chat, m_core.clock.wallMs());
    if (told) { // the old words will be on the server, and its echo must not bring them back here
        m_core.mirror.drafts.put(chat, Draft{{}, {}, draft.ver, true}, m_core.clock.wallMs());
        m_due[chat] = m_core.now() + limits::draftSyncMs;
    }
    return draft.ver;
}

bool Drafts::underWay(const ChatId &chat)
{
    for (const OutboxEntry &e : m_core.mirror.outbox.ofLane(ChatId{}, kUserLane)) {
        if (e.refused || e.tries == 0) continue;
        const auto frame = payload::read(e.payload);
        const auto *uset = frame ? std::get_if<wire::Uset>(&*frame) : nullptr;
        if (uset && uset->kind == u"draft"_s && uset->key == chat.text()) return true;
    }
    return false;
}

void Drafts::connected()
{
    const auto dirty = m_core.mirror.read([&] { return m_core.mirror.drafts.dirty(kDirty); });
    if (!dirty) return;
    for (const ChatId &chat : *dirty)
        if (!m_due.contains(chat)) m_due[chat] = m_core.now();
}

void Drafts::known(const ChatId &chat)
{
    if (!m_due.contains(chat)) m_due[chat] = m_core.now(); // without a draft nothing comes of it
}

qint64 Drafts::nextDue() const
{
    qint64 due = kNever;
    for (const qint64 at : m_due) due = std::min(due, at);
    return due;
}

void Drafts::advance()
{
    std::vector<ChatId> ready;
    for (auto it = m_due.begin(); it != m_due.end(); ++it)
        if (*it <= m_core.now()) ready.push_back(it.key());
    for (const ChatId &chat : ready) {
        m_due.remove(chat);
        enqueue(chat);
        if (m_core.diskFault) return;
    }
}

void Drafts::enqueue(const ChatId &chat)
{
    m_core.write([&](Batch &batch) {
        const Draft draft = m_core.mirror.drafts.get(chat);
        const auto held = m_core.mirror.chats.find(chat);
        if (!draft.dirty || !held || !held->known) return; // a chat being made: told when the server knows it
        const bool empty = draft.text.isEmpty() && !draft.reply;
        const auto value = empty ? wire::removedValue() : wire::encodeDraft({draft.text, draft.reply});
        wire::Uset uset{u"draft"_s, chat.text(), m_core.mintOp(), draft.ver, value};
        if (value.size() > limits::stateValueBytes) return; // stays on this device
        if (const auto entry = waiting(chat)) {
            uset.op = entry->op;
            m_core.mirror.outbox.setPayload(entry->pk, payload::of(uset));
        } else {
            OutboxEntry entry2;
            entry2.kind = u"uset"_s;
            entry2.op = uset.op;
            entry2.payload = payload::of(uset);
            entry2.enteredMs = m_core.clock.wallMs();
            m_core.mirror.outbox.append(entry2);
        }
        batch.changes.outbox = true;
        batch.after.push_back([this] { m_lanes.changed(); });
    });
}

} // namespace kith
