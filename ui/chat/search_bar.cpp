#include "ui/chat/search_bar.h"

#include "ui/style/shapes.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kith {

SearchBar::SearchBar(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_field(new QLineEdit(this))
    , m_status(new QLabel(this))
    , m_older(new QToolButton(this))
    , m_newer(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    m_field->setPlaceholderText(tr("Search in this chat"));
    m_field->setAccessibleName(tr("Search in this chat"));
    m_field->setToolTip(tr("from:ana  has:file  after:2026-03-05  before:2026-04"));
    m_field->setMinimumHeight(34);
    m_field->setMinimumWidth(120);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setFont(scaledFont(-1));
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const auto prepare = [](QToolButton *button, const QString &name, const QString &keys) {
        button->setAccessibleName(name);
        button->setToolTip(u"%1 (%2)"_s.arg(name, keys));
        button->setAutoRaise(true);
        button->setFixedSize(34, 34);
        button->setIconSize({18, 18});
    };
    prepare(m_older, tr("Older result"), tr("Enter"));
    prepare(m_newer, tr("Newer result"), tr("Shift+Enter"));
    prepare(m_close, tr("Close the search"), tr("Esc"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(16, 6, 10, 6);
    line->setSpacing(4);
    line->addWidget(m_field, 3);
    line->addSpacing(6);
    line->addWidget(m_status, 4);
    line->addWidget(m_older);
    line->addWidget(m_newer);
    line->addWidget(m_close);
    m_later.setSingleShot(true);
    m_later.setInterval(120);
    connect(&m_later, &QTimer::timeout, this, &SearchBar::search);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_later.start(); });
    connect(m_older, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_newer, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_close, &QToolButton::clicked, this, &SearchBar::close);
    connect(&context.look, &Look::changed, this, &SearchBar::restyle);
    m_field->installEventFilter(this);
    setFocusProxy(m_field);
    restyle();
    hide();
}

QString SearchBar::status() const { return m_status->text(); }

void SearchBar::open(const ChatId &chat)
{
    m_chat = chat;
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    search();
}

void SearchBar::close()
{
    if (isHidden()) return;
    m_later.stop();
    m_hits.clear();
    m_at = -1;
    hide();
    Q_EMIT found({});
    Q_EMIT closed();
}

void SearchBar::search()
{
    m_later.stop();
    m_hits.clear();
    m_at = -1;
    m_fault.clear();
    const TypedSearch typed =
        parseSearch(m_field->text(), QDateTime::fromMSecsSinceEpoch(m_context.clock.wallMs()).date());
    SearchWish wish;
    const auto dayMs = [](const QDate &day) {
        return day.isValid() ? day.startOfDay().toMSecsSinceEpoch() : 0;
    };
    wish.words = typed.words;
    wish.chat = m_chat;
    wish.has = typed.has;
    wish.afterMs = dayMs(typed.after);
    wish.beforeMs = dayMs(typed.before);
    if (!typed.faults.isEmpty()) m_fault = tr("“%1” cannot be understood").arg(typed.faults.front());
    if (typed.from.compare(u"me", Qt::CaseInsensitive) == 0) {
        wish.from = m_context.reader.me();
    } else if (!typed.from.isEmpty()) {
        const auto people = m_context.reader.knownUsers(typed.from, 1);
        if (people && !people->empty())
            wish.from = people->front().user;
        else
            m_fault = tr("Nobody here is called “%1”").arg(typed.from);
    }
    if (const auto history = m_context.reader.historyHeld(m_chat)) m_history = *history;
    if (m_fault.isEmpty() && !wish.asksNothing()) {
        const auto hits = m_context.reader.search(wish, 0, most);
        if (hits)
            for (const SearchHit &hit : *hits) m_hits.push_back(hit.message.row.mid);
    }
    Q_EMIT found(searchWords(typed.words));
    if (m_hits.empty())
        tell();
    else
        step(1);
}

void SearchBar::step(int by)
{
    if (m_later.isActive()) return search(); // Enter before the pause is over
    if (m_hits.empty()) return;
    const int n = int(m_hits.size());
    m_at = (m_at + by + n) % n;
    tell();
    Q_EMIT wanted(m_hits[size_t(m_at)]);
}

void SearchBar::tell()
{
    const QLocale locale;
    const bool asked = !m_field->text().trimmed().isEmpty();
    QString text = !m_fault.isEmpty() ? m_fault
                   : !m_hits.empty()  ? tr("%1 of %2")
                                           .arg(m_at + 1)
                                           .arg(int(m_hits.size()) == most ? u"%1+"_s.arg(most)
                                                                           : QString::number(m_hits.size()))
                   : asked ? tr("Nothing found")
                           : QString();
    const int held = int(qMin<qint64>(m_history.held, INT_MAX));
    const QString here = m_history.missing > 0
                             ? tr("%Ln messages here, %1 more on the server only", nullptr, held)
                                   .arg(locale.toString(m_history.missing))
                             : tr("%Ln messages, all here", nullptr, held);
    text += text.isEmpty() ? here : u" · "_s + here;
    m_status->setText(text);
    m_status->setToolTip(text);
    m_status->setAccessibleName(text);
    for (QToolButton *button : {m_older, m_newer}) button->setEnabled(m_hits.size() > 1);
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return true;
    case Qt::Key_Up:
        step(1);
        return true;
    case Qt::Key_Down:
        step(-1);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void SearchBar::restyle()
{
    const Theme &t = m_context.look.theme();
    m_older->setIcon(shapes::icon(shapes::Glyph::Up, t.accent));
    m_newer->setIcon(shapes::icon(shapes::Glyph::Down, t.accent));
    m_close->setIcon(shapes::icon(shapes::Glyph::Close, t.faint));
    QPalette p = palette();
    p.setColor(QPalette::WindowText, t.faint);
    m_status->setPalette(p);
    update();
}

void SearchBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) m_status->setFont(scaledFont(-1));
}

void SearchBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = m_context.look.theme();
    p.fillRect(rect(), t.window);
    p.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace kith
