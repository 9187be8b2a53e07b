#include "ui/models/live_state.h"

#include "core/base/limits.h"

namespace kith {

LiveState::LiveState(const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &LiveState::dropOld);
    connect(&context.feed, &Feed::typingChanged, this, &LiveState::setTyping);
    connect(&context.feed, &Feed::presenceChanged, this, [this](const QList<Presence> &all) {
        if (m_presence.size() > 2000) m_presence.clear();
        for (const Presence &one : all) m_presence.insert(one.user, one);
        Q_EMIT presenceChanged();
    });
    connect(&context.feed, &Feed::connectionChanged, this, &LiveState::setConnection);
    connect(&context.feed, &Feed::laneWaits, this,
            [this](const ChatId &chat, qint64 untilMs, const QString &code) {
                if (untilMs > 0)
                    m_lanes.insert(chat, {untilMs, code});
                else
                    m_lanes.remove(chat);
                Q_EMIT LiveState::connectionChanged();
            });
}

void LiveState::setConnection(const Connection &now)
{
    using Phase = Connection::Phase;
    m_connection = now;
    Q_EMIT connectionChanged();
    if (now.phase == Phase::Online || now.phase == Phase::Syncing || m_presence.isEmpty()) return;
    for (Presence &one : m_presence) one.online = false; // nobody tells us any more
    Q_EMIT presenceChanged();
}

QString LiveState::typing(const ChatId &chat, bool group) const
{
    const auto users = m_typing.constFind(chat);
    if (users == m_typing.cend() || users->isEmpty()) return {};
    if (!group) return tr("typing…");
    if (users->size() > 1) return tr("%n people are typing…", nullptr, int(users->size()));
    const auto user = m_context.reader.user(users->constBegin().key());
    return user && *user ? tr("%1 is typing…").arg((*user)->name) : tr("typing…");
}

Presence LiveState::presence(const UserId &user) const { return m_presence.value(user); }

void LiveState::setTyping(const ChatId &chat, const UserId &user, bool on)
{
    if (on)
        m_typing[chat].insert(user, m_context.clock.steadyMs() + limits::typingExpiresMs);
    else if (m_typing.contains(chat))
        m_typing[chat].remove(user);
    if (on && !m_expiry.isActive()) m_expiry.start(limits::typingExpiresMs);
    Q_EMIT typingChanged(chat);
}

void LiveState::dropOld()
{
    const qint64 now = m_context.clock.steadyMs();
    const QList<ChatId> chats = m_typing.keys();
    for (const ChatId &chat : chats) {
        auto &users = m_typing[chat];
        const auto before = users.size();
        for (auto it = users.begin(); it != users.end();) it = *it <= now ? users.erase(it) : std::next(it);
        const bool changed = users.size() != before;
        if (users.isEmpty()) m_typing.remove(chat);
        if (changed) Q_EMIT typingChanged(chat);
    }
    if (!m_typing.isEmpty()) m_expiry.start(limits::typingExpiresMs / 4);
}

} // namespace kith
