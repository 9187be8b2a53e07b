#include "ui/dialogs/people_picker.h"

#include "core/wire/account_codec.h"
#include "ui/style/shapes.h"
#include "ui/text/words.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int knownShown = 20;

class PersonDelegate final : public QStyledItemDelegate {
public:
    PersonDelegate(const Context &context, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_context(context)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, 52}; }
    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto person = index.data(Qt::UserRole).value<UserInfo>();
        const Theme &t = m_context.look.theme();
        p->save();
        p->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || option.state & QStyle::State_MouseOver) {
            p->setPen(Qt::NoPen);
            p->setBrush(selected ? t.selected : t.hover);
            p->drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 8, 8);
        }
        const auto onScreen = [&](const QRect &r) {
            return QStyle::visualRect(option.direction, option.rect, r);
        };
        const QRect r = option.rect.adjusted(10, 0, -10, 0);
        shapes::drawAvatar(*p, onScreen(QRect(r.left(), r.center().y() - 17, 34, 34)), person.user.blob(),
                           person.name);
        const QFont title = scaledFont(0, true), small = scaledFont(-1);
        const QFontMetrics tm(title), sm(small);
        const int x = r.left() + 46, w = r.right() - x, y = r.center().y() - (tm.height() + sm.height()) / 2;
        p->setFont(title);
        p->setPen(selected ? t.selectedText : t.text);
        p->drawText(onScreen(QRect(x, y, w, tm.height())), Qt::AlignVCenter | Qt::AlignLeading,
                    tm.elidedText(person.name, Qt::ElideRight, w));
        p->setFont(small);
        p->setPen(selected ? t.selectedFaint : t.faint);
        p->drawText(onScreen(QRect(x, y + tm.height(), w, sm.height())), Qt::AlignVCenter | Qt::AlignLeading,
                    u'@' + person.login);
        p->restore();
    }

private:
    const Context &m_context;
};

} // namespace

PeopleModel::PeopleModel(const Context &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
{
    m_ask.setSingleShot(true);
    m_ask.setInterval(200);
    connect(&m_ask, &QTimer::timeout, this, [this] {
        m_query = m_context.random.next64() >> 12;
        m_context.commands.findUsers(m_query, m_typed);
    });
    connect(&context.feed, &Feed::usersFound, this,
            [this](quint64 query, const QList<UserInfo> &users, const QString &error) {
                if (query != m_query || m_typed.isEmpty()) return;
                if (!error.isEmpty()) return Q_EMIT stateChanged(words::refusal(error));
                std::vector<UserInfo> people = m_people;
                for (const UserInfo &user : users) {
                    const auto same = [&](const UserInfo &p) { return p.user == user.user; };
                    if (std::none_of(people.begin(), people.end(), same)) people.push_back(user);
                }
                show(std::move(people));
                Q_EMIT stateChanged(m_people.empty() ? tr("Nobody here has a login like “%1”.").arg(m_typed)
                                                     : QString());
            });
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_people.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const UserInfo &person = m_people[size_t(index.row())];
    if (role == Qt::UserRole) return QVariant::fromValue(person);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("%1, @%2").arg(person.name, person.login);
    return {};
}

void PeopleModel::show(std::vector<UserInfo> people)
{
    std::erase_if(people, [&](const UserInfo &p) {
        return p.user == m_context.reader.me() || m_leftOut.contains(p.user);
    });
    beginResetModel();
    m_people = std::move(people);
    endResetModel();
}

void PeopleModel::find(const QString &typed)
{
    m_typed = wire::normalLogin(typed);
    m_query = 0;
    auto known = m_context.reader.knownUsers(m_typed, knownShown);
    show(known ? *std::move(known) : std::vector<UserInfo>{});
    if (m_typed.isEmpty()) {
        m_ask.stop();
        return Q_EMIT stateChanged(m_people.empty() ? tr("Type the login of the person you look for.")
                                                    : QString());
    }
    m_ask.start();
    if (m_people.empty())
        Q_EMIT stateChanged(tr("Searching…"));
    else
        Q_EMIT stateChanged({});
}

PeoplePicker::PeoplePicker(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_model(new PeopleModel(context, this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_state(new QLabel(this))
{
    m_field->setPlaceholderText(tr("Login or name"));
    m_field->setAccessibleName(tr("Login or name"));
    m_field->setMinimumHeight(36);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("People found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(160);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setItemDelegate(new PersonDelegate(context, this));
    m_list->setModel(m_model);
    m_state->setWordWrap(true);
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_field);
    column->addWidget(m_state);
    column->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, m_model, &PeopleModel::find);
    connect(m_model, &PeopleModel::stateChanged, this, [this](const QString &words) {
        m_state->setText(words);
        m_state->setVisible(!words.isEmpty());
    });
    connect(m_list, &QListView::activated, this, &PeoplePicker::pick);
    connect(m_list, &QListView::clicked, this, &PeoplePicker::pick);
    setFocusProxy(m_field);
    m_model->find({});
}

void PeoplePicker::setLeftOut(const QSet<UserId> &users)
{
    m_model->setLeftOut(users);
    m_model->find(m_field->text());
}

void PeoplePicker::clear() { m_field->clear(); }

void PeoplePicker::pick(const QModelIndex &index)
{
    if (index.isValid()) Q_EMIT picked(UserInfo(m_model->person(index.row())));
}

bool PeoplePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down && m_model->rowCount() > 0) {
            m_list->setFocus();
            m_list->setCurrentIndex(m_model->index(0));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            const QString login = wire::normalLogin(m_field->text());
            for (int row = 0; row < m_model->rowCount(); ++row) {
                if (m_model->rowCount() > 1 && m_model->person(row).login != login) continue;
                pick(m_model->index(row));
                break;
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kith
