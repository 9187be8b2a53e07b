#include "sync/live.h"

#include "core/base/limits.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

void Live::setTyping(const ChatId &chat, bool on)
{
    if (!m_core.connected) return;
    const qint64 now = m_core.now();
    const auto told = m_toldTyping.constFind(chat);
    if (on && told != m_toldTyping.constEnd() && now - *told < limits::typingEveryMs) return;
    if (!on && told == m_toldTyping.constEnd()) return;
    if (on)
        m_toldTyping[chat] = now;
    else
        m_toldTyping.remove(chat);
    m_core.tell(wire::TypingOut{chat, on});
}

void Live::watch(std::vector<ChatId> chats, std::vector<UserId> users)
{
    chats.resize(std::min(chats.size(), size_t(limits::watchChats)));
    users.resize(std::min(users.size(), size_t(limits::watchUsers)));
    if (chats == m_chats && users == m_users) return;
    m_chats = std::move(chats);
    m_users = std::move(users);
    if (m_core.connected) sendWatch();
}

void Live::sendWatch()
{
    m_core.request(wire::Watch{m_chats, m_users}, [this](const wire::ServerFrame &frame, Batch &batch) {
        const auto *ok = std::get_if<wire::Ok>(&frame);
        if (!ok || ok->presence.empty()) return;
        const QList<Presence> list(ok->presence.begin(), ok->presence.end());
        batch.after.push_back([this, list] { Q_EMIT m_core.feed.presenceChanged(list); });
    });
}

void Live::setActive(bool active)
{
    if (m_active == active) return;
    m_active = active;
    if (m_core.connected) m_core.tell(wire::PresOut{active});
}

void Live::findUsers(quint64 query, const QString &prefix)
{
    QString q = prefix.trimmed().left(limits::loginMaxChars);
    if (!m_core.connected || q.isEmpty()) {
        Q_EMIT m_core.feed.usersFound(query, {}, q.isEmpty() ? QString() : u"offline"_s);
        return;
    }
    m_queries.insert(query, m_core.now());
    m_core.request(wire::UsersFind{q}, [this, query](const wire::ServerFrame &frame, Batch &batch) {
        QList<UserInfo> users;
        QString code;
        if (const auto *ok = std::get_if<wire::Ok>(&frame))
            users = {ok->users.begin(), ok->users.end()};
        else if (const auto *err = std::get_if<wire::Err>(&frame))
            code = wire::text(err->code);
        batch.after.push_back([this, query, users, code] {
            m_queries.remove(query);
            Q_EMIT m_core.feed.usersFound(query, users, code);
        });
    });
}

void Live::askPush(quint64 query, const PushWish &wish)
{
    if (!m_core.connected) {
        Q_EMIT m_core.feed.pushTold(query, {}, u"offline"_s);
        return;
    }
    wire::ClientFrame question = wire::PushGet{wish.kind == PushWish::Kind::Test};
    if (wish.kind == PushWish::Kind::Register) question = wire::PushSet{wish.provider, wish.token};
    if (wish.kind == PushWish::Kind::Forget) question = wire::PushSet{};
    m_pushQueries.insert(query);
    m_core.request(question, [this, query](const wire::ServerFrame &frame, Batch &batch) {
        PushInfo info;
        QString code = u"unknown"_s; // of an answer that is none
        if (const auto *told = std::get_if<PushInfo>(&frame)) {
            info = *told;
            code.clear();
        } else if (const auto *err = std::get_if<wire::Err>(&frame)) {
            code = wire::text(err->code);
        }
        batch.after.push_back([this, query, info, code] {
            m_pushQueries.remove(query);
            Q_EMIT m_core.feed.pushTold(query, info, code);
        });
    });
}

void Live::push(const wire::ServerFrame &frame, Batch &batch)
{
    if (const auto *typing = std::get_if<wire::TypingIn>(&frame)) {
        batch.after.push_back([this, t = *typing] {
            const auto key = std::pair(t.chat, t.user);
            const bool was = m_typing.contains(key);
            if (t.on)
                m_typing[key] = m_core.now() + limits::typingExpiresMs;
            else
                m_typing.remove(key);
            if (was != t.on) Q_EMIT m_core.feed.typingChanged(t.chat, t.user, t.on);
        });
    } else if (const auto *pres = std::get_if<wire::PresIn>(&frame)) {
        batch.after.push_back([this, p = pres->presence] { Q_EMIT m_core.feed.presenceChanged({p}); });
    }
}

void Live::connected()
{
    if (!m_chats.empty() || !m_users.empty()) sendWatch();
    m_core.tell(wire::PresOut{m_active});
}

qint64 Live::nextDue() const
{
    qint64 due = kNever;
    for (const qint64 at : m_typing) due = std::min(due, at);
    return due;
}

void Live::advance()
{
    std::vector<std::pair<ChatId, UserId>> over;
    for (auto it = m_typing.begin(); it != m_typing.end(); ++it)
        if (*it <= m_core.now()) over.push_back(it.key());
    for (const auto &[chat, user] : over) {
        m_typing.remove({chat, user});
        Q_EMIT m_core.feed.typingChanged(chat, user, false);
    }
}

void Live::forget()
{
    m_toldTyping.clear();
    for (auto &until : m_typing) until = 0; // nobody would tell us that they stopped
    const auto queries = std::exchange(m_queries, {});
    for (auto it = queries.begin(); it != queries.end(); ++it)
        Q_EMIT m_core.feed.usersFound(it.key(), {}, u"offline"_s);
    for (const quint64 query : std::exchange(m_pushQueries, {}))
        Q_EMIT m_core.feed.pushTold(query, {}, u"offline"_s);
}

} // namespace kith
