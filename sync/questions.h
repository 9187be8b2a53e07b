#pragma once
#include "sync/engine_core.h"

namespace kith {

/// What only the server knows about a chat's past: earlier texts of a message, where a date is. Changes
/// nothing in the mirror. When the connection ends, what was asked is answered with "offline".
class Questions {
public:
    explicit Questions(EngineCore &core)
        : m_core(core)
    {
    }
    void askVersions(quint64 question, const ChatId &chat, const Mid &mid);
    void findDate(quint64 question, const ChatId &chat, qint64 atMs);
    void forget(); // the connection ended

private:
    void askPage(MessageVersions told, const ChatId &chat, int before);
    void tell(const MessageVersions &told);
    void tellHeld(quint64 question, const ChatId &chat, qint64 atMs);

    struct Date {
        ChatId chat;
        qint64 atMs = 0;
    };
    EngineCore &m_core;
    QHash<quint64, Mid> m_versions; // under way
    QHash<quint64, Date> m_dates;
};

} // namespace kith
