#pragma once
#include "ui/notify/notices.h"
#include "ui/settings/preferences.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace kith {

/// The icon beside the clock, with the number of chats that have news; nothing where there is no tray.
class Tray final : public QObject {
    Q_OBJECT
public:
    explicit Tray(Preferences &preferences, QObject *parent = nullptr);

    bool isThere() const { return m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable(); }
    void setUnread(int chats);
    QSystemTrayIcon &icon() { return m_icon; }
    /// The picture with a number on it; 0 = without.
    static QIcon picture(int chats);

Q_SIGNALS:
    void openWanted();
    void quitWanted();

private:
    Preferences &m_preferences;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

/// Notifications by the tray icon, where the desktop has no service of its own for them.
class TrayNotices final : public Notices {
    Q_OBJECT
public:
    explicit TrayNotices(Tray &tray, QObject *parent = nullptr);
    bool canShow() const override { return m_tray.isThere() && QSystemTrayIcon::supportsMessages(); }
    void show(const ChatId &chat, const QString &title, const QString &text) override;
    void withdraw(const ChatId &) override {} // they go by themselves

private:
    Tray &m_tray;
    ChatId m_last;
};

} // namespace kith
