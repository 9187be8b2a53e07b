#include "ui/chat/chat_pane.h"

#include "core/base/limits.h"
#include "ui/style/shapes.h"
#include "ui/text/words.h"

#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <limits>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

/// The page that is shown while no chat is open.
class Invitation final : public QWidget {
public:
    Invitation(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        setAccessibleName(ChatPane::tr("Choose a chat to start writing"));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Theme &t = m_look.theme();
        p.fillRect(rect(), t.chat);
        const QString text = accessibleName();
        p.setFont(scaledFont(0));
        const QRectF words = p.fontMetrics().boundingRect(text).adjusted(-16, -7, 16, 7);
        const QRectF box(QPointF(width() - words.width(), height() - words.height()) / 2, words.size());
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(Qt::NoPen);
        p.setBrush(t.notice);
        p.drawRoundedRect(box, box.height() / 2, box.height() / 2);
        p.setPen(t.onNotice);
        p.drawText(box, Qt::AlignCenter, text);
    }

private:
    const Look &m_look;
};

} // namespace

ChatPane::ChatPane(const Context &context, const LiveState &live, Media &media, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_media(media)
    , m_model(new MessageListModel(context, this))
    , m_pages(new QStackedWidget(this))
{
    auto *page = new QWidget(this);
    m_header = new ChatHeader(context, live, page);
    m_searchBar = new SearchBar(context, page);
    m_view = new MessageView(context, *m_model, media, page);
    m_composer = new Composer(context, page);
    m_down = new QToolButton(m_view);
    m_down->setAccessibleName(tr("To the newest message"));
    m_down->setToolTip(tr("To the newest message (End)"));
    m_down->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_down->setFocusPolicy(Qt::NoFocus);
    m_down->hide();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_searchBar);
    column->addWidget(m_view, 1);
    prepareBars(*column);
    column->addWidget(m_composer);
    m_pages->addWidget(new Invitation(context.look, this));
    m_pages->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);

    connect(m_header, &QAbstractButton::clicked, this, [this] { Q_EMIT detailsWanted(chat()); });
    connect(m_model, &MessageListModel::summaryChanged, this, &ChatPane::summaryChanged);
    connect(m_model, &MessageListModel::failed, this,
            [this](const Error &error) { m_composer->tell(words::fault(error)); });
    connect(m_searchBar, &SearchBar::found, m_view, &MessageView::setFound);
    connect(m_searchBar, &SearchBar::wanted, this, &ChatPane::jumpTo);
    connect(m_searchBar, &SearchBar::closed, this, [this] { m_composer->setFocus(); });
    connect(&context.feed, &Feed::found, this, &ChatPane::originalFound);
    connect(m_view, &MessageView::nearTop, m_model, &MessageListModel::loadOlder);
    connect(m_view, &MessageView::nearBottom, m_model, &MessageListModel::loadNewer);
    connect(m_view, &MessageView::bottomChanged, this, &ChatPane::placeDownButton);
    connect(m_view, &MessageView::seen, this, &ChatPane::seen);
    connect(m_view, &MessageView::partClicked, this, &ChatPane::partClicked);
    connect(m_view, &MessageView::menuWanted, this, &ChatPane::showMenu);
    connect(m_down, &QToolButton::clicked, m_view, &MessageView::toNewest);
    connect(m_composer, &Composer::editLastWanted, this, &ChatPane::editLast);
    connect(m_composer, &Composer::sent, this, [this] {
        m_model->clearUnreadMark();
        m_view->toNewest();
    });
    connect(&context.feed, &Feed::changed, this, &ChatPane::apply);
    prepareFiles();
    m_view->installEventFilter(this);
    m_composer->editor()->installEventFilter(this);
    const auto restyle = [this] {
        m_down->setIcon(shapes::icon(shapes::Glyph::Down, m_context.look.theme().accent));
    };
    connect(&context.look, &Look::changed, this, restyle);
    restyle();
}

void ChatPane::open(const ChatId &wanted)
{
    if (wanted && wanted == chat()) {
        m_composer->setFocus();
        return;
    }
    settle();
    m_markedSeen = m_daySeq = {};
    m_dayAsked = 0;
    m_jump = {};
    m_searchBar->close();
    m_model->open(wanted);
    m_pages->setCurrentIndex(wanted ? 1 : 0);
    if (!wanted) return;
    m_view->openAtStart();
    m_composer->setFocus();
    std::vector<UserId> users;
    if (m_model->summary().peer) users.push_back(m_model->summary().peer);
    m_context.commands.watch({wanted}, std::move(users));
}

void ChatPane::openAt(const ChatId &wanted, const Mid &mid)
{
    if (wanted != chat()) open(wanted);
    jumpTo(mid);
}

void ChatPane::searchHere()
{
    if (chat()) m_searchBar->open(chat());
}

void ChatPane::jumpTo(const Mid &mid)
{
    m_jump = {};
    if (m_model->rowOf(mid) < 0) {
        const auto held = m_context.reader.message(mid);
        if (!held) return m_composer->tell(words::fault(held.error()));
        if (!*held) {
            m_jump = mid;
            m_asked = m_context.random.below(std::numeric_limits<qint64>::max()) + 1;
            m_composer->tell(tr("Looking for the message on the server…"));
            return m_context.commands.lookUp(m_asked, mid);
        }
        if ((*held)->row.seq.value == 0) return;
        m_model->showAround((*held)->row.seq);
    }
    m_view->toMessage(mid);
}

/// The server has told where the wanted message stands: what is around it is loaded, and apply() goes there.
void ChatPane::originalFound(const Whereabouts &where)
{
    if (!m_jump || where.question != m_asked) return;
    if (where.chat == chat() && where.seq.value > 0) {
        constexpr qint64 around = 30;
        m_context.commands.loadHole(chat(), Seq{qMax<qint64>(1, where.seq.value - around)},
                                    Seq{where.seq.value + around});
        return;
    }
    m_jump = {};
    m_composer->tell(where.asked
                         ? tr("The server does not have this message any more.")
                         : tr("This message is not on this computer, and the server cannot be asked now."));
}

void ChatPane::summaryChanged()
{
    const ChatSummary &summary = m_model->summary();
    m_header->show(summary);
    m_composer->open(chat(), !summary.left, tr("You are no longer a member of this chat."));
    m_view->setAccessibleName(tr("Messages with %1").arg(summary.title));
    placeDownButton();
}

void ChatPane::apply(const ChangeSet &changes)
{
    const auto in = changes.chats.constFind(chat());
    if (in == changes.chats.cend()) return;
    if (m_jump) {
        const auto held = m_context.reader.message(m_jump);
        if (held && *held) {
            m_composer->tell({});
            jumpTo(Mid(m_jump)); // a copy: it forgets the wish first
        }
    }
    if (m_daySeq.value > 0) showDay(false);
    if (in->whole) {
        // The mids are not named: what was sent is committed when the mirror gives it.
        QSet<Mid> held;
        for (int i = 0; i < m_model->rowCount(); ++i) held.insert(m_model->row(i).message.row.mid);
        m_composer->committed(held);
    } else {
        m_composer->committed(in->messages);
    }
}

void ChatPane::placeDownButton()
{
    const ChatSummary &summary = m_model->summary();
    m_down->setVisible(!m_view->atBottom());
    const QString count = summary.unread > 0 ? words::count(summary.unread, summary.unreadCapped) : QString();
    m_down->setText(count);
    m_down->setAccessibleName(count.isEmpty() ? tr("To the newest message")
                                              : tr("To the newest message, %1 unread").arg(count));
    m_down->setIconSize({20, 20});
    const QSize size(count.isEmpty() ? 40 : qMax(56, m_down->sizeHint().width() + 8), 40);
    m_down->resize(size);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    m_down->move(rtl ? 24 : m_view->width() - size.width() - 24, m_view->height() - size.height() - 14);
    m_down->raise();
}

void ChatPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeDownButton();
}

bool ChatPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_view) placeDownButton();
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_composer->editor() && (key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown)) {
        QCoreApplication::sendEvent(m_view, event);
        return true;
    }
    const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (watched == m_view && plain && !key->text().isEmpty() && key->text().at(0).isPrint() &&
        key->key() != Qt::Key_Space) {
        m_composer->takeText(key->text());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChatPane::seen(Seq upTo)
{
    if (upTo <= m_markedSeen || upTo <= m_model->summary().seen) return;
    m_markedSeen = upTo;
    m_context.commands.markSeen(chat(), upTo);
}

void ChatPane::editLast()
{
    for (int i = m_model->rowCount() - 1; i >= 0; --i) {
        const TimelineRow &row = m_model->row(i);
        const Message &m = row.message;
        if (row.kind != TimelineRow::Kind::Message || !m.mine || m.row.dead || m.forward || m.poll ||
            m.row.kind != u"text")
            continue;
        if (m_context.clock.wallMs() - m.row.atMs < limits::editWindowMs) m_composer->edit(m);
        return;
    }
}

} // namespace kith
