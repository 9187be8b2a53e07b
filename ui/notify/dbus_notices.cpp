#include "ui/notify/dbus_notices.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

const QString service = u"org.freedesktop.Notifications"_s, path = u"/org/freedesktop/Notifications"_s;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DBusNotices::DBusNotices(QDBusConnection bus, QObject *parent)
    : Notices(parent)
    , m_bus(std::move(bus))
{
    m_bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(closed(uint, uint)));
    auto *watcher = new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) {
                m_there = !owner.isEmpty();
                m_shown.clear(); // a new one knows nothing of what the old one showed
            });
    // What it can do; the call also starts a service that the bus can start.
    auto *asked = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked] {
        const QDBusPendingReply<QStringList> reply = *asked;
        m_there = m_there || !reply.isError();
        if (!reply.isError()) m_markup = reply.value().contains(u"body-markup"_s);
        asked->deleteLater();
    });
}

DBusNotices::~DBusNotices()
{
    for (const Shown &one : std::as_const(m_shown))
        if (one.id) take(one.id);
}

void DBusNotices::show(const ChatId &chat, const QString &title, const QString &text)
{
    const auto held = m_shown.find(chat);
    if (held != m_shown.end() && held->id == 0) {
        held->next = {title, text};
        held->unwanted = false;
        return;
    }
    ask(chat, title, text, held == m_shown.end() ? 0 : held->id);
}

void DBusNotices::ask(const ChatId &chat, const QString &title, const QString &text, uint replaces)
{
    m_shown.insert(chat, {});
    QDBusMessage message = call(u"Notify"_s);
    // Somebody else's words are no markup.
    const QString body = m_markup ? text.toHtmlEscaped() : text;
    QVariantMap hints{{u"desktop-entry"_s, u"org.kith.Kith"_s}, {u"category"_s, u"im.received"_s}};
    message.setArguments(
        {u"Kith"_s, replaces, u"kith"_s, title, body, QStringList{u"default"_s, tr("Open")}, hints, -1});
    auto *asked = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked, chat] {
        asked->deleteLater();
        const QDBusPendingReply<uint> reply = *asked;
        const auto held = m_shown.find(chat);
        if (reply.isError() || held == m_shown.end()) {
            m_shown.remove(chat);
            return;
        }
        held->id = reply.value();
        if (held->unwanted) {
            take(held->id);
            m_shown.erase(held);
        } else if (!held->next.first.isEmpty()) {
            const auto next = std::exchange(held->next, {});
            ask(chat, next.first, next.second, held->id);
        }
    });
}

void DBusNotices::withdraw(const ChatId &chat)
{
    const auto held = m_shown.find(chat);
    if (held == m_shown.end()) return;
    if (held->id == 0) {
        held->unwanted = true;
        held->next = {};
        return;
    }
    take(held->id);
    m_shown.erase(held);
}

void DBusNotices::take(uint id)
{
    QDBusMessage message = call(u"CloseNotification"_s);
    message.setArguments({id});
    m_bus.asyncCall(message);
}

ChatId DBusNotices::chatOf(uint id) const
{
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it)
        if (it->id == id) return it.key();
    return {};
}

void DBusNotices::actionInvoked(uint id, const QString &action)
{
    const ChatId chat = chatOf(id);
    if (chat && action == u"default") Q_EMIT activated(chat);
}

void DBusNotices::closed(uint id, uint)
{
    if (const ChatId chat = chatOf(id)) m_shown.remove(chat);
}

} // namespace kith
