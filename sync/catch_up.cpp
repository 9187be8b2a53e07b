#include "sync/catch_up.h"

#include "core/base/limits.h"
#include "core/base/log.h"
#include "core/wire/state_value.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kRetryMs = 2'000;

ChatId chatOf(const wire::ServerFrame &frame)
{
    if (const auto *e = std::get_if<wire::Ev>(&frame)) return e->chat;
    if (const auto *r = std::get_if<wire::RxEv>(&frame)) return r->chat;
    return {};
}
qint64 orderOf(const wire::ServerFrame &frame)
{
    if (const auto *e = std::get_if<wire::Ev>(&frame)) return e->to.at.value;
    if (const auto *r = std::get_if<wire::RxEv>(&frame)) return r->to.value;
    return 0;
}
} // namespace

void CatchUp::welcomed(const wire::HelloOk &hello, Batch &batch)
{
    const bool nothingHeld = m_core.mirror.chats.digestItems().empty();
    if (nothingHeld || hello.more) {
        m_paging = true;
        m_before.reset();
    }
    heads(hello.dirty, hello.upos, batch);
    // A database that was put back may not know a chat at all: only asking tells, the heads are silent on it.
    // At every greeting, since the first one after it may have ended before the answer came.
    for (const ChatId &chat : m_core.mirror.chats.withoutCursorOf(m_core.epoch))
        if (!isBeingMade(chat)) batch.after.push_back([this, chat] { want(chat); });
}

/// Its making still waits here, so no server can know it.
bool CatchUp::isBeingMade(const ChatId &chat)
{
    const auto lane = m_core.mirror.outbox.ofLane(chat, 1); // what makes a chat is its first item
    return !lane.empty() && lane.front().kind == "chat.new"_L1;
}

void CatchUp::heads(const std::vector<wire::Head> &heads, const UserPosition &upos, Batch &batch)
{
    for (const wire::Head &head : heads) {
        const auto chat = m_core.mirror.chats.find(head.chat);
        const bool equal = chat && chat->epoch == m_core.epoch && chat->at == head.at && chat->rx == head.rx;
        if (!equal) batch.after.push_back([this, head] { want(head.chat, head.actMs); });
    }
    const bool same = m_core.mirror.meta.epoch() == m_core.epoch && m_core.mirror.meta.userPosition() == upos;
    if (!same) batch.after.push_back([this] { m_userWanted = true; });
}

void CatchUp::want(const ChatId &chat, qint64 actMs, qint64 notBeforeMs)
{
    auto &wish = m_wanted[chat];
    wish.actMs = std::max(wish.actMs, actMs);
    wish.notBeforeMs = std::max(wish.notBeforeMs, notBeforeMs);
}

void CatchUp::forget()
{
    m_wanted.clear();
    m_asked.clear();
    m_held.clear();
    m_check.clear();
    m_userWanted = m_userAsked = m_paging = m_pageAsked = m_checkAsked = false;
}

bool CatchUp::current() const
{
    return m_wanted.isEmpty() && m_asked.isEmpty() && !m_userWanted && !m_userAsked && !m_paging &&
           !m_checkAsked && m_check.empty();
}

qint64 CatchUp::nextDue() const
{
    if (!m_core.connected) return kNever;
    qint64 due = kNever;
    for (const auto &hold : m_held) due = std::min(due, hold.sinceMs + limits::holdMs);
    if (m_asked.size() < syncsInFlight)
        for (auto it = m_wanted.begin(); it != m_wanted.end(); ++it)
            if (!m_asked.contains(it.key())) due = std::min(due, it->notBeforeMs);
    if ((m_userWanted && !m_userAsked) || (m_paging && !m_pageAsked) || (!m_check.empty() && !m_checkAsked))
        due = 0;
    return due;
}

void CatchUp::advance()
{
    if (!m_core.connected) return;
    const qint64 now = m_core.now();
    for (auto it = m_held.begin(); it != m_held.end(); ++it) {
        if (it->sinceMs + limits::holdMs > now) continue;
        it->sinceMs = kNever - limits::holdMs; // asked for; kept until the answer
        want(it.key());
    }
    if (m_userWanted && !m_userAsked) askUser();
    if (m_paging && !m_pageAsked) askPage();
    while (m_asked.size() < syncsInFlight) { // most recent first
        auto best = m_wanted.end();
        for (auto it = m_wanted.begin(); it != m_wanted.end(); ++it) {
            if (m_asked.contains(it.key()) || it->notBeforeMs > now) continue;
            if (best == m_wanted.end() || it->actMs > best->actMs ||
                (it->actMs == best->actMs && it.key() < best.key()))
                best = it;
        }
        if (best == m_wanted.end()) break;
        const ChatId chat = best.key();
        m_wanted.erase(best);
        ask(chat);
    }
    if (!m_check.empty() && !m_checkAsked) askHave();
}

// ---- one chat ----

void CatchUp::ask(const ChatId &chat)
{
    wire::Sync sync;
    sync.chat = chat;
    sync.epoch = m_core.epoch;
    const auto read = m_core.mirror.read([&] {
        if (const auto held = m_core.mirror.chats.find(chat)) {
            if (held->epoch) sync.epoch = held->epoch;
            sync.at = held->at;
            sync.rx = held->rx;
            if (const auto newest = m_core.mirror.messages.newestUpTo(chat, held->seq))
                if (newest->state == MessageState::Sent)
                    sync.anchor = wire::Anchor{newest->row.seq, newest->row.mid};
        }
        return true;
    });
    if (!read) {
        m_core.diskFault = read.error();
        return;
    }
    m_asked.insert(chat);
    m_core.request(
        sync, [this, chat](const wire::ServerFrame &frame, Batch &batch) { answered(chat, frame, batch); });
}

void CatchUp::answered(const ChatId &chat, const wire::ServerFrame &frame, Batch &batch)
{
    batch.after.push_back([this, chat] { m_asked.remove(chat); });
    auto applier = m_core.applier(batch);
    Interval verdict = Interval::Gap;
    bool more = false;
    if (const auto *delta = std::get_if<wire::Delta>(&frame)) {
        verdict = applier.delta(*delta);
        more = delta->more;
    } else if (const auto *reset = std::get_if<wire::Reset>(&frame)) {
        std::vector<Mid> check;
        verdict = applier.reset(*reset, &check);
        batch.after.push_back([this, chat, check] {
            for (size_t i = 0; i < check.size(); i += limits::haveMids)
                m_check.emplace_back(
                    chat, std::vector<Mid>(check.begin() + qsizetype(i),
                                           check.begin() + qsizetype(std::min<size_t>(
                                                               check.size(), i + limits::haveMids))));
            if (onCoverage) onCoverage();
        });
    } else if (const auto *err = std::get_if<wire::Err>(&frame)) {
        failed(chat, *err, batch);
        return;
    }
    if (verdict == Interval::Gap ||
        more) { // answers a cursor that moved on meanwhile (R11), or a page of several
        batch.after.push_back([this, chat] { want(chat); });
        return;
    }
    replay(chat, batch);
    batch.after.push_back([this] {
        if (onCoverage) onCoverage();
    });
}

void CatchUp::failed(const ChatId &chat, const wire::Err &err, Batch &batch)
{
    if (err.code == wire::Code::NotMember || err.code == wire::Code::NotFound) {
        m_core.mirror.chats.setLeft(chat, true);
        batch.changes.chats[chat].info = true;
        batch.changes.list = true;
        batch.after.push_back([this, chat] { m_held.remove(chat); });
        return;
    }
    const bool later = err.errorClass == wire::ErrorClass::Retry || err.errorClass == wire::ErrorClass::Wait;
    qCWarning(lcSync, "sync of a chat was refused");
    // A refusal that patience does not cure is asked again much later, so that a fault cannot become a loop
    // (L5).
    const qint64 wait = std::max(err.retryMs, later ? kRetryMs : qint64(limits::backoffMaxMs));
    batch.after.push_back([this, chat, wait] { want(chat, 0, m_core.now() + wait); });
}

void CatchUp::replay(const ChatId &chat, Batch &batch)
{
    auto held = m_held.value(chat).frames;
    if (held.empty()) return;
    std::stable_sort(held.begin(), held.end(), [](const auto &a, const auto &b) {
        return a.index() != b.index() ? a.index() < b.index() : orderOf(a) < orderOf(b);
    });
    bool again = false;
    for (const auto &frame : held) again = apply(frame, batch) == Interval::Gap || again;
    batch.after.push_back([this, chat, again] {
        m_held.remove(chat);
        if (again) want(chat);
    });
}

// ---- live ----

Interval CatchUp::apply(const wire::ServerFrame &frame, Batch &batch)
{
    auto applier = m_core.applier(batch);
    if (const auto *ev = std::get_if<wire::Ev>(&frame)) return applier.ev(*ev);
    if (const auto *rx = std::get_if<wire::RxEv>(&frame)) return applier.rx(*rx);
    return Interval::Ignore;
}

void CatchUp::push(const wire::ServerFrame &frame, Batch &batch)
{
    if (const auto *poke = std::get_if<wire::Poke>(&frame)) {
        const auto chat = m_core.mirror.chats.find(poke->chat);
        if (!chat || chat->at.at < poke->rev || chat->rx < poke->rx)
            batch.after.push_back([this, id = poke->chat] { want(id); });
        return;
    }
    if (const auto *uev = std::get_if<wire::Uev>(&frame)) {
        std::vector<ChatId> news;
        const auto verdict = m_core.applier(batch).uev(*uev, &news);
        if (verdict == Interval::Gap) batch.after.push_back([this] { m_userWanted = true; });
        unknown(news, batch);
        return;
    }
    const ChatId chat = chatOf(frame);
    const auto verdict = apply(frame, batch);
    if (verdict == Interval::Gap) gap(chat, frame, batch);
    if (verdict == Interval::Apply && m_held.contains(chat))
        batch.after.push_back([this, chat] { retryHold(chat); });
}

/// The hole may close by itself: frames can come in another order than they were made.
void CatchUp::retryHold(const ChatId &chat)
{
    const auto it = m_held.find(chat);
    if (it == m_held.end()) return;
    auto frames = it->frames;
    std::stable_sort(frames.begin(), frames.end(),
                     [](const auto &a, const auto &b) { return orderOf(a) < orderOf(b); });
    std::vector<wire::ServerFrame> rest;
    const bool written = m_core.write([&](Batch &batch) {
        for (const auto &frame : frames)
            if (apply(frame, batch) == Interval::Gap) rest.push_back(frame);
    });
    if (!written) return;
    if (rest.empty())
        m_held.erase(it);
    else
        it->frames = std::move(rest);
}

void CatchUp::gap(const ChatId &chat, const wire::ServerFrame &frame, Batch &batch)
{
    batch.after.push_back([this, chat, frame] {
        auto &hold = m_held[chat];
        if (hold.frames.empty())
            hold.sinceMs =
                m_asked.contains(chat) || m_wanted.contains(chat) ? kNever - limits::holdMs : m_core.now();
        if (int(hold.frames.size()) < m_core.holdEvents) {
            hold.frames.push_back(frame);
            if (hold.frames.size() > 1) retryHold(chat);
        } else if (!m_asked.contains(chat)) {
            want(chat);
        }
    });
}

void CatchUp::unknown(const std::vector<ChatId> &chats, Batch &batch)
{
    if (chats.empty()) return;
    batch.after.push_back([this, chats] {
        if (m_paging) return; // the listing will bring them, and is checked when it ends
        for (const ChatId &chat : chats) want(chat);
    });
}

// ---- the user's own stream ----

void CatchUp::askUser()
{
    const auto at = m_core.mirror.read([&] {
        return wire::Usync{m_core.mirror.meta.epoch(), m_core.mirror.meta.userPosition()};
    });
    if (!at) {
        m_core.diskFault = at.error();
        return;
    }
    m_userWanted = false;
    m_userAsked = true;
    m_core.request(*at, [this](const wire::ServerFrame &frame, Batch &batch) { userAnswered(frame, batch); });
}

void CatchUp::userAnswered(const wire::ServerFrame &frame, Batch &batch)
{
    batch.after.push_back([this] { m_userAsked = false; });
    std::vector<ChatId> news;
    bool again = false;
    if (const auto *delta = std::get_if<wire::Udelta>(&frame))
        again = m_core.applier(batch).udelta(*delta, &news) == Interval::Gap || delta->more;
    else if (const auto *reset = std::get_if<wire::Ureset>(&frame))
        again = m_core.applier(batch).ureset(*reset, &news) == Interval::Gap || reset->more;
    if (again) batch.after.push_back([this] { m_userWanted = true; });
    unknown(news, batch);
}

// ---- the first listing ----

void CatchUp::askPage()
{
    m_pageAsked = true;
    m_core.request(wire::Chats{m_before, limits::chatsPage},
                   [this](const wire::ServerFrame &frame, Batch &batch) {
                       batch.after.push_back([this] { m_pageAsked = false; });
                       if (const auto *listing = std::get_if<wire::ChatsPage>(&frame))
                           page(*listing, batch);
                       else
                           batch.after.push_back([this] { pageDone(); });
                   });
}

void CatchUp::page(const wire::ChatsPage &listing, Batch &batch)
{
    for (size_t i = 0; i < listing.items.size(); ++i) {
        const wire::Reset &item = listing.items[i];
        const qint64 act = i < listing.acts.size() ? listing.acts[i] : 0;
        const auto held = m_core.mirror.chats.find(item.chat);
        if (!held || (!held->known && !held->epoch)) {
            m_core.applier(batch).listed(item, act);
        } else if (held->epoch != item.epoch || held->at != item.to || held->rx != item.rx) {
            batch.after.push_back([this, chat = item.chat, act] { want(chat, act); });
        }
    }
    const bool more = listing.more && !listing.items.empty() && !listing.acts.empty();
    if (!more) {
        batch.after.push_back([this] { pageDone(); });
        return;
    }
    const wire::ChatsBefore before{listing.acts.back(), listing.items.back().chat};
    batch.after.push_back([this, before] { m_before = before; });
}

void CatchUp::pageDone()
{
    m_paging = false;
    // Chats that appeared behind the listing's back are known by the membership rows.
    const auto missing = m_core.mirror.read([&] {
        std::vector<ChatId> chats;
        for (const StateRow &row : m_core.mirror.state.ofKind(u"chat"_s)) {
            const auto id = ChatId::fromText(row.key);
            const auto membership = wire::decodeMembership(row.value);
            if (!id || !membership || membership->left) continue;
            const auto chat = m_core.mirror.chats.find(*id);
            if (!chat || !chat->known) chats.push_back(*id);
        }
        return chats;
    });
    if (missing)
        for (const ChatId &chat : *missing) want(chat);
    if (onCoverage) onCoverage();
}

void CatchUp::askHave()
{
    m_checkAsked = true;
    const auto [chat, mids] = m_check.front();
    m_core.request(wire::Have{chat, mids}, [this, mids = mids](const wire::ServerFrame &frame, Batch &batch) {
        if (const auto *page = std::get_if<wire::HavePage>(&frame)) m_core.applier(batch).have(*page, mids);
        batch.after.push_back([this] {
            m_checkAsked = false;
            if (!m_check.empty()) m_check.pop_front(); // what stays unsure is settled by hist
        });
    });
}

} // namespace kith
