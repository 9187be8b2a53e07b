#pragma once
#include "sync/engine_core.h"

#include <deque>

namespace kith {

/// Asks the server where a message is that is not held here: chat after chat, newest first, with `have`.
/// Changes nothing in the mirror. One question at a time; a new one, or the end of the connection, ends the
/// old one.
class LookUp {
public:
    static constexpr size_t mostChats = 100;

    explicit LookUp(EngineCore &core)
        : m_core(core)
    {
    }
    void ask(quint64 question, const Mid &mid);
    void forget(); // the connection ended

private:
    void next();
    void tell(Whereabouts whereabouts);

    EngineCore &m_core;
    quint64 m_question = 0; // 0 = none
    Mid m_mid;
    std::deque<ChatId> m_chats;
};

} // namespace kith
