#include "ui/list/list_delegate.h"

#include "ui/style/shapes.h"
#include "ui/text/isolated.h"
#include "ui/text/words.h"

#include <QListView>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

/// `left` and `right` in reading direction; returns the rectangle on screen.
QRect mirrored(const QStyleOptionViewItem &option, const QRect &r)
{
    return QStyle::visualRect(option.direction, option.rect, r);
}

constexpr auto leading = Qt::AlignVCenter | Qt::AlignLeading;

QString oneLine(QString text) { return text.replace(u'\n', u' '); }

} // namespace

ListDelegate::ListDelegate(const Context &context, const ChatListModel &chats, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_context(context)
    , m_chats(chats)
{
    refreshFonts();
}

void ListDelegate::refreshFonts()
{
    m_title = scaledFont(0.5, true);
    m_text = scaledFont(0);
    m_small = scaledFont(-1.5);
    m_heading = scaledFont(-1, true);
    m_badge = scaledFont(-1.5, true);
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto kind = ListRow::Kind(index.data(ListKindRole).toInt());
    if (kind == ListRow::Kind::Section) return {100, 34};
    if (kind == ListRow::Kind::About) return {100, 26};
    if (kind == ListRow::Kind::Command) return {100, 44};
    return {100, Theme::rowHeight};
}

void ListDelegate::paintGround(QPainter &p, const QStyleOptionViewItem &option) const
{
    const Theme &t = m_context.look.theme();
    const QRectF box = QRectF(option.rect).adjusted(6, 1, -6, -1);
    const bool selected = option.state & QStyle::State_Selected,
               hovered = option.state & QStyle::State_MouseOver;
    const bool focused =
        (option.state & QStyle::State_HasFocus) && option.widget && option.widget->hasFocus();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(focused ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
    p.setBrush(selected ? t.selected : hovered ? t.hover : QColor(Qt::transparent));
    p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

void ListDelegate::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant value = index.data(ListRowRole);
    if (!value.isValid()) return;
    const auto row = value.value<ListRow>();
    p->save();
    switch (row.kind) {
    case ListRow::Kind::Chat:
        paintChat(*p, option, row);
        break;
    case ListRow::Kind::Person:
        paintTwoLines(*p, option, row.person.user.blob(), row.person.name, u'@' + row.person.login, {},
                      false);
        break;
    case ListRow::Kind::Hit:
        paintHit(*p, option, row);
        break;
    case ListRow::Kind::Command:
        paintCommand(*p, option, row);
        break;
    case ListRow::Kind::About:
    case ListRow::Kind::Section:
    case ListRow::Kind::Note:
        paintHeading(*p, option, row);
        break;
    }
    p->restore();
}

void ListDelegate::paintHeading(QPainter &p, const QStyleOptionViewItem &option, const ListRow &row) const
{
    const Theme &t = m_context.look.theme();
    const bool note = row.kind == ListRow::Kind::Note, about = row.kind == ListRow::Kind::About;
    p.setFont(note ? m_text : about ? m_small : m_heading);
    p.setPen(t.faint);
    const QRect box = option.rect.adjusted(18, note || about ? 0 : 8, -18, 0);
    const QString text =
        about ? QFontMetrics(m_small).elidedText(row.text, Qt::ElideRight, box.width()) : row.text;
    p.drawText(box, note ? int(Qt::AlignCenter | Qt::TextWordWrap) : int(leading), text);
}

/// The text begins near the first word that was found, and the words stand out.
void ListDelegate::paintHit(QPainter &p, const QStyleOptionViewItem &option, const ListRow &row) const
{
    const Message &m = row.hit.message;
    const QString who = m.mine ? tr("You") : m.senderName;
    QString body = oneLine(m.row.body.left(4000));
    if (body.isEmpty() && !m.attachments.empty()) body = words::spokenFile(m.attachments.front());
    qsizetype first = -1;
    for (const QString &word : row.found) {
        const qsizetype at = body.indexOf(word, 0, Qt::CaseInsensitive);
        if (at >= 0 && (first < 0 || at < first)) first = at;
    }
    if (first > 24) body = u'…' + body.mid(first - 16);
    const Theme &t = m_context.look.theme();
    paintTwoLines(p, option, m.chat.blob(), row.hit.chatTitle, {},
                  words::listTime(m.row.atMs, m_context.clock.wallMs()), false);
    const QFontMetrics xm(m_text);
    const QRect r = option.rect.adjusted(16, 0, -16, 0);
    const int left = r.left() + Theme::avatar + Theme::pad;
    const QRect low = mirrored(option, {left, r.bottom() - 12 - xm.height(), r.right() - left, xm.height()});
    const QString line =
        xm.elidedText(words::isolated(tr("%1: %2").arg(who, body)), Qt::ElideRight, low.width());
    QTextLayout text(line, m_text);
    QTextOption how;
    how.setTextDirection(option.direction);
    how.setWrapMode(QTextOption::NoWrap);
    text.setTextOption(how);
    QList<QTextLayout::FormatRange> marks;
    QTextCharFormat mark;
    mark.setForeground(option.state & QStyle::State_Selected ? t.selectedText : t.text);
    mark.setFontWeight(QFont::Bold);
    for (const QString &word : row.found)
        for (qsizetype at = line.indexOf(word, 0, Qt::CaseInsensitive); at >= 0 && marks.size() < 50;
             at = line.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            marks.append({int(at), int(word.size()), mark});
    text.setFormats(marks);
    text.beginLayout();
    QTextLine one = text.createLine();
    one.setLineWidth(low.width());
    text.endLayout();
    p.setPen(option.state & QStyle::State_Selected ? t.selectedFaint : t.faint);
    p.setClipRect(low);
    text.draw(&p, low.topLeft());
}

void ListDelegate::paintCommand(QPainter &p, const QStyleOptionViewItem &option, const ListRow &row) const
{
    paintGround(p, option);
    const Theme &t = m_context.look.theme();
    const bool selected = option.state & QStyle::State_Selected;
    const QRect r = option.rect.adjusted(18, 0, -18, 0);
    p.setFont(m_small);
    p.setPen(selected ? t.selectedFaint : t.faint);
    p.drawText(r, Qt::AlignVCenter | Qt::AlignTrailing, row.keys);
    const int keys = row.keys.isEmpty() ? 0 : QFontMetrics(m_small).horizontalAdvance(row.keys) + 10;
    p.setFont(m_text);
    p.setPen(selected ? t.selectedText : t.text);
    p.drawText(r, leading, QFontMetrics(m_text).elidedText(row.text, Qt::ElideRight, r.width() - keys));
}

void ListDelegate::paintTwoLines(QPainter &p, const QStyleOptionViewItem &option, const QByteArray &key,
                                 const QString &title, const QString &text, const QString &time,
                                 bool group) const
{
    paintGround(p, option);
    const Theme &t = m_context.look.theme();
    const QRect r = option.rect.adjusted(16, 0, -16, 0);
    const QRect avatar(r.left(), r.center().y() - Theme::avatar / 2 + 1, Theme::avatar, Theme::avatar);
    shapes::drawAvatar(p, mirrored(option, avatar), key, title, group);
    const QFontMetrics tm(m_title), xm(m_text), sm(m_small);
    const int left = avatar.right() + Theme::pad, timeW = time.isEmpty() ? 0 : sm.horizontalAdvance(time) + 8;
    const QRect top(left, r.top() + 12, r.right() - left, tm.height());
    const QRect low(left, r.bottom() - 12 - xm.height(), r.right() - left, xm.height());
    const bool selected = option.state & QStyle::State_Selected;
    p.setFont(m_title);
    p.setPen(selected ? t.selectedText : t.text);
    p.drawText(mirrored(option, top.adjusted(0, 0, -timeW, 0)), leading,
               tm.elidedText(words::isolated(title), Qt::ElideRight, top.width() - timeW));
    p.setPen(selected ? t.selectedFaint : t.faint);
    p.setFont(m_small);
    p.drawText(mirrored(option, top), Qt::AlignVCenter | Qt::AlignTrailing, time);
    p.setFont(m_text);
    p.drawText(mirrored(option, low), leading,
               xm.elidedText(words::isolated(text), Qt::ElideRight, low.width()));
}

/// Unread count, hand-set mark, pin; returns the width used at the end of `line`.
int ListDelegate::paintBadge(QPainter &p, const QRect &line, const ChatSummary &chat, bool selected) const
{
    const Theme &t = m_context.look.theme();
    const bool rtl = p.layoutDirection() == Qt::RightToLeft;
    const auto at = [&](int used, int width, int height) {
        return QRectF(rtl ? line.left() + used : line.right() - used - width + 1,
                      line.center().y() - height / 2.0 + 0.5, width, height);
    };
    if (chat.unread > 0 || chat.markedUnread) {
        const QString text = chat.unread > 0 ? words::count(chat.unread, chat.unreadCapped) : QString();
        const int width = qMax(20, QFontMetrics(m_badge).horizontalAdvance(text) + 12);
        const QRectF box = at(0, width, 20);
        p.setPen(Qt::NoPen);
        p.setBrush(chat.muted ? t.badgeMuted : t.badge);
        p.drawRoundedRect(box, 10, 10);
        p.setPen(chat.muted ? QColor(Qt::white) : t.onBadge);
        p.setFont(m_badge);
        p.drawText(box, Qt::AlignCenter, text);
        return width + 8;
    }
    if (chat.pinned) {
        shapes::draw(p, shapes::Glyph::Pin, at(0, 15, 15), selected ? t.selectedFaint : t.faint, 1.3);
        return 23;
    }
    return 0;
}

void ListDelegate::paintChat(QPainter &p, const QStyleOptionViewItem &option, const ListRow &row) const
{
    paintGround(p, option);
    const Theme &t = m_context.look.theme();
    const ChatSummary &chat = row.chat;
    const bool selected = option.state & QStyle::State_Selected, group = chat.kind == ChatKind::Group;
    const QColor faint = selected ? t.selectedFaint : t.faint;
    const QRect r = option.rect.adjusted(16, 0, -16, 0);
    const QRect avatar(r.left(), r.center().y() - Theme::avatar / 2 + 1, Theme::avatar, Theme::avatar);
    shapes::drawAvatar(p, mirrored(option, avatar), (group ? chat.chat.blob() : chat.peer.blob()), chat.title,
                       group);

    const QFontMetrics tm(m_title), xm(m_text), sm(m_small);
    const int left = avatar.right() + Theme::pad;
    const QRect top(left, r.top() + 12, r.right() - left + 1, tm.height());
    const QRect low(left, r.bottom() - 12 - xm.height() + 1, r.right() - left + 1, xm.height());

    // First line: title, muted mark | tick, time.
    const QString time = words::listTime(chat.atMs, m_context.clock.wallMs());
    int end = time.isEmpty() ? 0 : sm.horizontalAdvance(time);
    p.setFont(m_small);
    p.setPen(faint);
    p.drawText(mirrored(option, top), Qt::AlignVCenter | Qt::AlignTrailing, time);
    if (chat.previewMine && chat.draft.isEmpty() && chat.tick != Tick::None) {
        const QRect tick(top.right() - end - 21, top.center().y() - 5, 16, 11);
        shapes::drawTick(p, chat.tick, mirrored(option, tick), faint, t.tickSeen, t.danger);
        end += 25;
    }
    const int titleW = top.width() - end - 8 - (chat.muted ? 20 : 0);
    const QString title = tm.elidedText(words::isolated(chat.title), Qt::ElideRight, titleW);
    p.setFont(m_title);
    p.setPen(selected ? t.selectedText : t.text);
    p.drawText(mirrored(option, QRect(top.left(), top.top(), titleW, top.height())), leading, title);
    if (chat.muted) {
        const QRect bell(top.left() + tm.horizontalAdvance(title) + 5, top.center().y() - 6, 14, 14);
        shapes::draw(p, shapes::Glyph::Muted, mirrored(option, bell), faint, 1.3);
    }

    // Second line: draft, typing or preview | badge.
    const int badge = paintBadge(p, mirrored(option, low), chat, selected);
    int x = low.left();
    const int right = low.right() + 1 - badge;
    p.setFont(m_text);
    if (!row.typing.isEmpty()) {
        p.setPen(t.accent);
        p.drawText(mirrored(option, QRect(x, low.top(), right - x, low.height())), leading,
                   xm.elidedText(row.typing, Qt::ElideRight, right - x));
        return;
    }
    QString text = oneLine(previewText(chat, [this](const UserId &user) { return m_chats.userName(user); }));
    if (!chat.draft.isEmpty()) {
        const QString mark = tr("Draft: ");
        p.setPen(t.danger);
        p.drawText(mirrored(option, QRect(x, low.top(), right - x, low.height())), leading, mark);
        x += xm.horizontalAdvance(mark);
        text = oneLine(chat.draft);
    }
    p.setPen(faint);
    p.drawText(mirrored(option, QRect(x, low.top(), right - x, low.height())), leading,
               xm.elidedText(words::isolated(text), Qt::ElideRight, right - x));
}

} // namespace kith
