#include "ui/chat/chat_header.h"

#include "ui/style/shapes.h"
#include "ui/text/isolated.h"
#include "ui/text/words.h"

namespace kith {

ChatHeader::ChatHeader(const Context &context, const LiveState &live, QWidget *parent)
    : QAbstractButton(parent)
    , m_context(context)
    , m_live(live)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Details and members"));
    connect(&live, &LiveState::typingChanged, this, &ChatHeader::refresh);
    connect(&live, &LiveState::presenceChanged, this, &ChatHeader::refresh);
    connect(&context.look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void ChatHeader::show(const ChatSummary &chat)
{
    m_chat = chat;
    refresh();
}

void ChatHeader::refresh()
{
    const bool group = m_chat.kind == ChatKind::Group;
    const QString typing = m_live.typing(m_chat.chat, group);
    const Presence presence = m_live.presence(m_chat.peer);
    m_lively = !typing.isEmpty() || (!group && presence.online);
    if (!typing.isEmpty())
        m_status = typing;
    else if (m_chat.creating)
        m_status = tr("will be created when the server can be reached");
    else if (m_chat.left)
        m_status = tr("you are no longer a member");
    else if (group)
        m_status = m_chat.members == 1 ? tr("1 member") : tr("%Ln members", nullptr, m_chat.members);
    else
        m_status = words::presence(presence, m_context.clock.wallMs());
    setText(m_chat.title);
    setAccessibleName(tr("%1, %2. Details").arg(m_chat.title, m_status));
    update();
}

void ChatHeader::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = m_context.look.theme();
    p.fillRect(rect(), underMouse() ? t.hover : t.window);
    p.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    const bool rtl = layoutDirection() == Qt::RightToLeft, group = m_chat.kind == ChatKind::Group;
    const int side = 38;
    const QRect avatar(rtl ? width() - 16 - side : 16, (height() - side) / 2, side, side);
    shapes::drawAvatar(p, avatar, group ? m_chat.chat.blob() : m_chat.peer.blob(), m_chat.title, group);
    const QFont title = scaledFont(1, true), small = scaledFont(-1);
    const QFontMetrics tm(title), sm(small);
    const int w = width() - side - 16 - 12 - 44, x = rtl ? avatar.left() - 12 - w : avatar.right() + 12;
    const auto leading = Qt::AlignVCenter | Qt::AlignLeading;
    const bool two = !m_status.isEmpty();
    const int y = (height() - tm.height() - (two ? sm.height() : 0)) / 2;
    p.setFont(title);
    p.setPen(t.text);
    p.drawText(QRect(x, y, w, tm.height()), leading,
               tm.elidedText(words::isolated(m_chat.title), Qt::ElideRight, w));
    p.setFont(small);
    p.setPen(m_lively ? (t.dark ? t.accent : t.accent.darker(105)) : t.faint);
    p.drawText(QRect(x, y + tm.height(), w, sm.height()), leading,
               sm.elidedText(m_status, Qt::ElideRight, w));
    const QRectF more(rtl ? 14 : width() - 36, (height() - 22) / 2.0, 22, 22);
    shapes::draw(p, shapes::Glyph::Info, more, t.faint, 1.5);
    if (hasFocus()) {
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(t.accent, 2));
        p.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -4), 8, 8);
    }
}

} // namespace kith
