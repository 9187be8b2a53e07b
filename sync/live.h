#pragma once
#include "sync/engine_core.h"

namespace kith {

/// What is never stored: typing, presence, what is on screen, looking people up, where this device is woken.
class Live {
public:
    explicit Live(EngineCore &core)
        : m_core(core)
    {
    }
    void setTyping(const ChatId &chat, bool on);
    void watch(std::vector<ChatId> chats, std::vector<UserId> users);
    void setActive(bool active);
    void findUsers(quint64 query, const QString &prefix);
    void askPush(quint64 query, const PushWish &wish);

    void push(const wire::ServerFrame &frame, Batch &batch); // typing, pres
    void connected();
    void advance();
    qint64 nextDue() const;
    void forget();

private:
    void sendWatch();

    EngineCore &m_core;
    QHash<ChatId, qint64> m_toldTyping;                // when we last said so
    QHash<std::pair<ChatId, UserId>, qint64> m_typing; // others, until when
    std::vector<ChatId> m_chats;
    std::vector<UserId> m_users;
    QHash<quint64, qint64> m_queries; // under way
    QSet<quint64> m_pushQueries;      // the same
    bool m_active = false;
};

} // namespace kith
