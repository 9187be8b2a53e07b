#pragma once
#include "ui/notify/notices.h"

#include <QDBusConnection>
#include <QHash>

namespace kith {

/// org.freedesktop.Notifications over the session bus; every call is asynchronous.
class DBusNotices final : public Notices {
    Q_OBJECT
public:
    explicit DBusNotices(QDBusConnection bus, QObject *parent = nullptr);
    ~DBusNotices() override; // takes back what is still shown

    bool canShow() const override { return m_there; }
    void show(const ChatId &chat, const QString &title, const QString &text) override;
    void withdraw(const ChatId &chat) override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void closed(uint id, uint reason);

private:
    struct Shown {
        uint id = 0; // 0 = the answer is on its way
        bool unwanted = false;
        std::pair<QString, QString> next; // to be shown when the answer is there
    };
    void ask(const ChatId &chat, const QString &title, const QString &text, uint replaces);
    void take(uint id);
    ChatId chatOf(uint id) const;

    QDBusConnection m_bus;
    bool m_there = false, m_markup = true;
    QHash<ChatId, Shown> m_shown;
};

} // namespace kith
