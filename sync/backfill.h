#pragma once
#include "sync/engine_core.h"
#include "sync/ranges.h"

#include <deque>

namespace kith {

/// Makes the mirror complete (R6): asks for what was never held and renews what was frozen, newest chats and
/// newest pages first, one request at a time. What somebody is looking at comes before everything else.
class Backfill {
public:
    static constexpr qint64 everyMs = 125;

    explicit Backfill(EngineCore &core)
        : m_core(core)
    {
    }
    void wish(const ChatId &chat, Seq lo, Seq hi); // loadHole
    void changed() { m_scan = true; }              // ranges may have new holes
    void advance(bool idle);                       // idle: nothing more urgent is under way
    qint64 nextDue(bool idle) const;
    void forget();

private:
    struct Wish {
        ChatId chat;
        Seq lo, hi;
    };
    std::optional<ranges::Need> needOf(const ChatId &chat, Seq lo, Seq hi);
    void scan();
    void ask(const ChatId &chat, const ranges::Need &need);
    bool serveWish();
    bool serveBackground();

    EngineCore &m_core;
    std::deque<Wish> m_wishes;
    std::deque<ChatId> m_chats; // still to look at, newest activity first
    bool m_scan = true, m_asked = false;
    qint64 m_notBefore = 0;
};

} // namespace kith
