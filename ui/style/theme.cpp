#include "ui/style/theme.h"

#include "ui/style/kith_style.h"

#include <QApplication>
#include <QFont>
#include <QFontInfo>

using namespace Qt::StringLiterals;

namespace kith {

Theme Theme::light()
{
    Theme t;
    t.window = QColor(0xff, 0xff, 0xff);
    t.panel = QColor(0xfb, 0xfc, 0xfd);
    t.chat = QColor(0xe9, 0xee, 0xf3);
    t.text = QColor(0x17, 0x1d, 0x26);
    t.faint = QColor(0x5f, 0x6b, 0x7a);
    t.placeholder = QColor(0x76, 0x82, 0x90);
    t.line = QColor(0xdf, 0xe4, 0xea);
    t.hover = QColor(0xef, 0xf3, 0xf7);
    t.selected = QColor(0xd8, 0xeb, 0xec);
    t.selectedText = t.text;
    t.selectedFaint = QColor(0x48, 0x5c, 0x66);
    t.accent = QColor(0x0b, 0x7a, 0x83);
    t.onAccent = Qt::white;
    t.link = QColor(0x0a, 0x66, 0x8f);
    t.danger = QColor(0xc6, 0x2f, 0x3c);
    t.online = QColor(0x1d, 0x8a, 0x4e);
    t.warn = QColor(0x9a, 0x5b, 0x00);
    t.bubbleMine = QColor(0xd3, 0xef, 0xe9);
    t.bubbleTheirs = Qt::white;
    t.bubbleText = t.text;
    t.bubbleFaint = QColor(0x6b, 0x76, 0x84);
    t.bubbleMineFaint = QColor(0x3f, 0x66, 0x62);
    t.tickSeen = QColor(0x0a, 0x84, 0xc8);
    t.quoteMine = QColor(0xc0, 0xe3, 0xdc);
    t.quoteTheirs = QColor(0xee, 0xf2, 0xf5);
    t.chip = QColor(0xe6, 0xec, 0xf0);
    t.chipMine = QColor(0xb5, 0xde, 0xd8);
    t.notice = QColor(0x5b, 0x6c, 0x7c, 0x30);
    t.onNotice = QColor(0x42, 0x50, 0x5e);
    t.badge = t.accent;
    t.onBadge = Qt::white;
    t.badgeMuted = QColor(0x8a, 0x96, 0xa3);
    return t;
}

Theme Theme::darkOne()
{
    Theme t;
    t.dark = true;
    t.window = QColor(0x1b, 0x22, 0x2b);
    t.panel = QColor(0x17, 0x1d, 0x25);
    t.chat = QColor(0x10, 0x15, 0x1b);
    t.text = QColor(0xe8, 0xed, 0xf2);
    t.faint = QColor(0x97, 0xa4, 0xb2);
    t.placeholder = QColor(0x7e, 0x8b, 0x99);
    t.line = QColor(0x2a, 0x33, 0x3e);
    t.hover = QColor(0x20, 0x28, 0x32);
    t.selected = QColor(0x1f, 0x45, 0x4a);
    t.selectedText = QColor(0xf2, 0xf6, 0xf8);
    t.selectedFaint = QColor(0xb0, 0xc4, 0xc8);
    t.accent = QColor(0x2f, 0xae, 0xb4);
    t.onAccent = QColor(0x06, 0x1d, 0x20);
    t.link = QColor(0x6c, 0xc3, 0xf0);
    t.danger = QColor(0xff, 0x7a, 0x81);
    t.online = QColor(0x55, 0xc9, 0x8a);
    t.warn = QColor(0xf0, 0xb9, 0x5b);
    t.bubbleMine = QColor(0x1d, 0x4d, 0x52);
    t.bubbleTheirs = QColor(0x21, 0x2a, 0x34);
    t.bubbleText = t.text;
    t.bubbleFaint = QColor(0x8f, 0x9c, 0xaa);
    t.bubbleMineFaint = QColor(0x9c, 0xc4, 0xc4);
    t.tickSeen = QColor(0x7d, 0xd6, 0xff);
    t.quoteMine = QColor(0x27, 0x5d, 0x62);
    t.quoteTheirs = QColor(0x2b, 0x35, 0x40);
    t.chip = QColor(0x2e, 0x39, 0x45);
    t.chipMine = QColor(0x2a, 0x6d, 0x72);
    t.notice = QColor(0x8f, 0x9f, 0xaf, 0x2c);
    t.onNotice = QColor(0xb4, 0xc0, 0xcc);
    t.badge = t.accent;
    t.onBadge = t.onAccent;
    t.badgeMuted = QColor(0x55, 0x61, 0x6e);
    return t;
}

Theme Theme::contrast()
{
    Theme t = light();
    const QColor black(Qt::black), white(Qt::white), blue(0x00, 0x33, 0x99), grey(0x3a, 0x3a, 0x3a);
    t.panel = t.chat = t.window = white;
    t.text = t.selectedFaint = t.bubbleText = t.onNotice = black;
    t.faint = t.placeholder = t.bubbleFaint = t.bubbleMineFaint = t.badgeMuted = grey;
    t.line = black;
    t.hover = QColor(0xe0, 0xe8, 0xff);
    t.selected = QColor(0xff, 0xe8, 0x80);
    t.selectedText = black;
    t.accent = t.link = t.badge = t.tickSeen = blue;
    t.danger = QColor(0x9b, 0x00, 0x00);
    t.online = QColor(0x00, 0x4d, 0x1a);
    t.warn = QColor(0x5c, 0x36, 0x00);
    t.bubbleMine = QColor(0xdd, 0xe7, 0xff);
    t.bubbleTheirs = QColor(0xee, 0xee, 0xee);
    t.quoteMine = t.quoteTheirs = t.chip = t.chipMine = t.notice = white;
    return t;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, dark ? QColor(0x22, 0x2b, 0x35) : QColor(Qt::white));
    p.setColor(QPalette::AlternateBase, hover);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, placeholder);
    p.setColor(QPalette::Button, dark ? QColor(0x2a, 0x34, 0x3f) : QColor(0xf1, 0xf4, 0xf7));
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, danger);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, onAccent);
    p.setColor(QPalette::Link, link);
    p.setColor(QPalette::LinkVisited, link);
    p.setColor(QPalette::ToolTipBase, dark ? QColor(0x2b, 0x35, 0x40) : QColor(0x2a, 0x33, 0x3d));
    p.setColor(QPalette::ToolTipText, QColor(0xf2, 0xf5, 0xf8));
    p.setColor(QPalette::Light, dark ? window.lighter(140) : QColor(Qt::white));
    p.setColor(QPalette::Midlight, hover);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, dark ? QColor(0x0c, 0x10, 0x14) : QColor(0xb4, 0xbd, 0xc7));
    p.setColor(QPalette::Shadow, QColor(0, 0, 0, 90));
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, dark ? QColor(0x66, 0x72, 0x7f) : QColor(0x96, 0xa0, 0xab));
    p.setColor(QPalette::Disabled, QPalette::Highlight, line);
    return p;
}

QFont scaledFont(qreal points, bool bold)
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(qMax(7.0, font.pointSizeF() + points));
    else
        font.setPixelSize(qMax(9, font.pixelSize() + qRound(points * 1.33)));
    if (bold) font.setWeight(QFont::DemiBold);
    return font;
}

Look::Look(Style style, QObject *parent)
    : QObject(parent)
    , m_style(style)
    , m_systemFont(QApplication::font())
{
    // Qt 6.4 does not name the desktop's scheme; its palette, read before ours replaces it, does.
    const QPalette desktop = QApplication::palette();
    m_systemDark =
        desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
    setText({}, 100);
    QApplication::setStyle(new KithStyle(m_theme));
    setStyle(style);
}

void Look::setText(const QString &family, int percent)
{
    QFont font = m_systemFont;
    // Emoji in colour where the text font has none of its own; the font is opened when the first one is
    // shown.
    font.setFamilies({family.isEmpty() ? QFontInfo(font).family() : family, u"Noto Color Emoji"_s,
                      u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s});
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * percent / 100.0);
    else
        font.setPixelSize(qMax(6, font.pixelSize() * percent / 100));
    if (font != QApplication::font()) QApplication::setFont(font);
}

void Look::setStyle(Style style)
{
    m_style = style;
    const bool dark = style == Style::Dark || (style == Style::System && m_systemDark);
    m_theme = style == Style::Contrast ? Theme::contrast() : dark ? Theme::darkOne() : Theme::light();
    QApplication::setPalette(m_theme.palette());
    Q_EMIT changed();
}

} // namespace kith
