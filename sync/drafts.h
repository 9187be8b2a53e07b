#pragma once
#include "sync/engine_core.h"
#include "sync/lanes.h"

namespace kith {

/// Drafts: stored at once, told to the server two seconds after the last change; the newest text only.
class Drafts {
public:
    Drafts(EngineCore &core, Lanes &lanes)
        : m_core(core)
        , m_lanes(lanes)
    {
    }

    void set(const ChatId &chat, const QString &text, const Mid &reply);
    /// Inside the sending transaction: the draft goes; returns the version that the server shall clear.
    int sent(const ChatId &chat);
    void connected(); // dirty ones of earlier runs
    /// The server has just come to know this chat: what was written in it meanwhile can be told.
    void known(const ChatId &chat);
    void advance();
    qint64 nextDue() const;

private:
    /// One that has left for the server and is not answered yet.
    bool underWay(const ChatId &chat);
    void enqueue(const ChatId &chat);
    std::optional<OutboxEntry> waiting(const ChatId &chat);

    EngineCore &m_core;
    Lanes &m_lanes;
    QHash<ChatId, qint64> m_due;
};

} // namespace kith
