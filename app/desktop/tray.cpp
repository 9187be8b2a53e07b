#include "app/desktop/tray.h"

#include "ui/style/shapes.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace kith {

QIcon Tray::picture(int chats)
{
    QIcon icon;
    for (const int side : {16, 22, 32, 48}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter p(&pixmap);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(Qt::NoPen);
        p.setBrush(QColor(0x0b, 0x7a, 0x83));
        p.drawRoundedRect(QRectF(0, 0, side, side), side / 4.0, side / 4.0);
        shapes::draw(p, shapes::Glyph::Chat, QRectF(side * 0.16, side * 0.16, side * 0.68, side * 0.68),
                     Qt::white, side / 14.0);
        if (chats > 0) {
            const QRectF badge(side * 0.36, side * 0.36, side * 0.64, side * 0.64);
            p.setPen(Qt::NoPen);
            p.setBrush(QColor(0xc6, 0x2f, 0x3c));
            p.drawEllipse(badge);
            QFont font = QApplication::font();
            font.setPixelSize(qMax(7, int(side * (chats > 9 ? 0.36 : 0.46))));
            font.setBold(true);
            p.setFont(font);
            p.setPen(Qt::white);
            p.drawText(badge, Qt::AlignCenter, chats > 99 ? u"99"_s : QString::number(chats));
        }
        p.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

Tray::Tray(Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
{
    connect(m_menu.addAction(tr("Open Kith")), &QAction::triggered, this, &Tray::openWanted);
    QAction *quiet = m_menu.addAction(tr("Do not disturb"));
    quiet->setCheckable(true);
    const auto follow = [this, quiet] { quiet->setChecked(m_preferences.values().notify.doNotDisturb); };
    follow();
    connect(&preferences, &Preferences::changed, quiet, follow);
    connect(quiet, &QAction::triggered, this, [this](bool on) {
        Preferences::Values values = m_preferences.values();
        values.notify.doNotDisturb = on;
        (void)m_preferences.set(values); // in force; the settings page says when it cannot be kept
    });
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Quit")), &QAction::triggered, this, &Tray::quitWanted);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) Q_EMIT openWanted();
    });
    setUnread(0);
    m_icon.show(); // appears when a tray comes, also later
}

void Tray::setUnread(int chats)
{
    m_icon.setIcon(picture(chats));
    m_icon.setToolTip(chats > 0 ? tr("Kith: %Ln chats with news", nullptr, chats) : tr("Kith"));
}

TrayNotices::TrayNotices(Tray &tray, QObject *parent)
    : Notices(parent)
    , m_tray(tray)
{
    connect(&tray.icon(), &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_last) Q_EMIT activated(m_last);
    });
}

void TrayNotices::show(const ChatId &chat, const QString &title, const QString &text)
{
    m_last = chat;
    m_tray.icon().showMessage(title, text);
}

} // namespace kith
