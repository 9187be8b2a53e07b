#pragma once
#include "sync/engine_core.h"

#include <QSet>
#include <deque>

namespace kith {

/// Brings the mirror to the server's heads and keeps it there: sync per chat, usync, the first listing, live
/// events by the interval rule with a short hold (R3), divergence checks (R10).
class CatchUp {
public:
    static constexpr int syncsInFlight = 4;

    explicit CatchUp(EngineCore &core)
        : m_core(core)
    {
    }

    void welcomed(const wire::HelloOk &hello, Batch &batch);
    void push(const wire::ServerFrame &frame, Batch &batch); // ev, rx, uev, poke
    void heads(const std::vector<wire::Head> &heads, const UserPosition &upos, Batch &batch);
    void want(const ChatId &chat, qint64 actMs = 0, qint64 notBeforeMs = 0);
    void advance();
    bool current() const; // nothing asked, nothing to ask
    qint64 nextDue() const;
    void forget(); // the connection ended

    std::function<void()> onCoverage; // ranges were frozen or a chat appeared: backfill may have work

private:
    struct Hold {
        std::vector<wire::ServerFrame> frames;
        qint64 sinceMs = 0;
    };
    struct Wish {
        qint64 actMs = 0;
        qint64 notBeforeMs = 0;
    };
    bool isBeingMade(const ChatId &chat);
    void ask(const ChatId &chat);
    void answered(const ChatId &chat, const wire::ServerFrame &frame, Batch &batch);
    void failed(const ChatId &chat, const wire::Err &err, Batch &batch);
    void askUser();
    void userAnswered(const wire::ServerFrame &frame, Batch &batch);
    void askPage();
    void page(const wire::ChatsPage &page, Batch &batch);
    void pageDone();
    void gap(const ChatId &chat, const wire::ServerFrame &frame, Batch &batch);
    void retryHold(const ChatId &chat);
    void replay(const ChatId &chat, Batch &batch);
    void unknown(const std::vector<ChatId> &chats, Batch &batch);
    Interval apply(const wire::ServerFrame &frame, Batch &batch);
    void askHave();

    EngineCore &m_core;
    QHash<ChatId, Wish> m_wanted;
    QSet<ChatId> m_asked;
    QHash<ChatId, Hold> m_held;
    bool m_userWanted = false, m_userAsked = false;
    bool m_paging = false, m_pageAsked = false;
    std::optional<wire::ChatsBefore> m_before;
    std::deque<std::pair<ChatId, std::vector<Mid>>> m_check; // own messages to ask about (R10)
    bool m_checkAsked = false;
};

} // namespace kith
