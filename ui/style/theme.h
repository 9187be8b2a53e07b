#pragma once
#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace kith {

/// Colours and measures of one look; a value, handed to whatever paints. Measures are logical pixels.
struct Theme {
    bool dark = false;

    QColor window, panel, chat;      // dialogs, chat list, conversation background
    QColor text, faint, placeholder; // on window and panel
    QColor line, hover, selected, selectedText, selectedFaint;
    QColor accent, onAccent, link, danger, online, warn;
    QColor bubbleMine, bubbleTheirs, bubbleText, bubbleFaint, bubbleMineFaint;
    QColor tickSeen, quoteMine, quoteTheirs, chip, chipMine;
    QColor notice, onNotice; // day separators and service lines
    QColor badge, onBadge, badgeMuted;

    static constexpr int rowHeight = 68; // chat list
    static constexpr int avatar = 46;
    static constexpr int pad = 12;
    static constexpr int radius = 14;     // bubbles
    static constexpr int bubbleMax = 520; // widest bubble
    static constexpr int edge = 18;       // conversation margin

    static Theme light();
    static Theme darkOne();
    static Theme contrast(); // black on white, strong lines; nothing fainter than 7 : 1
    QPalette palette() const;
};

/// A font of the application's family, `points` relative to its size; never below 7 pt.
QFont scaledFont(qreal points, bool bold = false);

/// The look in force. Thread: GUI.
class Look final : public QObject {
    Q_OBJECT
public:
    enum class Style : quint8 { System, Light, Dark, Contrast }; // persisted: append only
    /// Sets the application's style and palette at once.
    explicit Look(Style style, QObject *parent = nullptr);
    const Theme &theme() const { return m_theme; }
    void setStyle(Style style);
    Style style() const { return m_style; }
    /// The application's font: empty `family` = the system's; `percent` of its size. Takes effect at once.
    void setText(const QString &family, int percent);

Q_SIGNALS:
    void changed();

private:
    Theme m_theme;
    Style m_style;
    const QFont m_systemFont;
    bool m_systemDark = false; // as the desktop started us
};

} // namespace kith
