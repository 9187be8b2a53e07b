#include "sync/backfill.h"

#include "core/base/limits.h"

#include <algorithm>

namespace kith {

namespace {
constexpr size_t kWishes = 32;
constexpr Seq kEnd{(qint64(1) << 53) - 1};
} // namespace

void Backfill::wish(const ChatId &chat, Seq lo, Seq hi)
{
    std::erase_if(m_wishes, [&](const Wish &w) { return w.chat == chat && w.lo == lo && w.hi == hi; });
    m_wishes.push_front({chat, lo, hi}); // the last look is the one that counts
    if (m_wishes.size() > kWishes) m_wishes.pop_back();
}

void Backfill::forget()
{
    m_asked = false;
    m_scan = true;
    m_notBefore = 0;
}

qint64 Backfill::nextDue(bool idle) const
{
    if (!m_core.connected || m_asked) return kNever;
    const bool work = !m_wishes.empty() || (idle && (m_scan || !m_chats.empty()));
    return work ? m_notBefore : kNever;
}

void Backfill::advance(bool idle)
{
    if (!m_core.connected || m_asked || m_core.now() < m_notBefore) return;
    if (serveWish() || !idle) return;
    if (m_scan) scan();
    serveBackground();
}

std::optional<ranges::Need> Backfill::needOf(const ChatId &id, Seq lo, Seq hi)
{
    const auto chat = m_core.mirror.chats.find(id);
    if (!chat || chat->left || !chat->known) return std::nullopt;
    const auto needs = ranges::needs(m_core.mirror.ranges.list(id), lo, std::min(hi, chat->seq));
    if (needs.empty()) return std::nullopt;
    // What is shown and may have changed is renewed before older pages are fetched.
    auto it = std::find_if(needs.begin(), needs.end(), [](const ranges::Need &n) { return n.since > Rev{}; });
    ranges::Need need = it != needs.end() ? *it : needs.front();
    need.lo = std::max(need.lo, Seq{need.hi.value - limits::pageRows + 1});
    return need;
}

bool Backfill::serveWish()
{
    while (!m_wishes.empty()) {
        const Wish wish = m_wishes.front();
        const auto need = m_core.mirror.read([&] { return needOf(wish.chat, wish.lo, wish.hi); });
        if (!need) {
            m_core.diskFault = need.error();
            return true;
        }
        if (!*need) {
            m_wishes.pop_front();
            continue;
        }
        ask(wish.chat, **need);
        return true;
    }
    return false;
}

bool Backfill::serveBackground()
{
    while (!m_chats.empty()) {
        const auto need = m_core.mirror.read([&] { return needOf(m_chats.front(), Seq{1}, kEnd); });
        if (!need) {
            m_core.diskFault = need.error();
            return true;
        }
        if (!*need) {
            m_chats.pop_front();
            continue;
        }
        ask(m_chats.front(), **need);
        return true;
    }
    return false;
}

void Backfill::scan()
{
    m_scan = false;
    auto all = m_core.mirror.read([&] { return m_core.mirror.chats.all(); });
    if (!all) {
        m_core.diskFault = all.error();
        return;
    }
    std::sort(all->begin(), all->end(),
              [](const StoredChat &a, const StoredChat &b) { return a.actMs > b.actMs; });
    m_chats.clear();
    for (const StoredChat &chat : *all) m_chats.push_back(chat.chat);
}

void Backfill::ask(const ChatId &chat, const ranges::Need &need)
{
    m_asked = true;
    m_notBefore = m_core.now() + everyMs;
    const wire::Hist question{chat, need.lo, need.hi, need.since, limits::pageRows};
    m_core.request(question, [this, chat, question](const wire::ServerFrame &frame, Batch &batch) {
        qint64 wait = 0;
        bool useless = true;
        if (const auto *page = std::get_if<wire::HistPage>(&frame)) {
            // R11: only an answer to this very question counts.
            if (page->chat == chat && page->since == question.since && page->hi == question.hi &&
                page->lo >= question.lo) {
                const auto before = m_core.mirror.ranges.list(chat);
                m_core.applier(batch).hist(*page);
                useless = before == m_core.mirror.ranges.list(chat);
            }
        } else if (const auto *err = std::get_if<wire::Err>(&frame)) {
            const bool later =
                err->errorClass == wire::ErrorClass::Wait || err->errorClass == wire::ErrorClass::Retry;
            wait = later ? std::max<qint64>(err->retryMs, 1'000) : 0;
            useless = !later;
        }
        batch.after.push_back([this, chat, wait, useless] {
            m_asked = false;
            if (wait > 0) m_notBefore = m_core.now() + wait;
            if (!useless) return;
            // No progress: this chat waits for the next look, so that one bad page cannot become a loop.
            std::erase(m_chats, chat);
            std::erase_if(m_wishes, [&](const Wish &w) { return w.chat == chat; });
        });
    });
}

} // namespace kith
