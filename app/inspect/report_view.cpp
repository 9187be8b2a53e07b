#include "app/inspect/report_view.h"

#include "app/inspect/print.h"
#include "inspect/veil.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr int mostVisibleRows = 14, longestBar = 220, widestColumn = 420;

QString heading(QString key)
{
    if (key.endsWith(u"_ms")) key.chop(3);
    return key.replace(u'_', u' ');
}

/// Content that is hidden, as a bar as long as its text; the words about it are its tool tip.
class HiddenBars final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString text = index.data().toString();
        if (!text.startsWith(QChar(hiddenMark))) return QStyledItemDelegate::paint(painter, option, index);
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        plain.text.clear();
        plain.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, plain.widget);
        const int characters = number(text);
        const int width = std::clamp(characters * 4, 6, std::min(longestBar, option.rect.width() - 60));
        const QRect bar(option.rect.x() + 4, option.rect.center().y() - 4, width, 9);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        const bool selected = option.state & QStyle::State_Selected;
        QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        ink.setAlpha(selected ? 150 : 95);
        painter->setBrush(ink);
        painter->drawRoundedRect(bar, 4, 4);
        painter->setPen(ink);
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter->setFont(small);
        painter->drawText(
            option.rect.adjusted(width + 10, 0, -2, 0), Qt::AlignVCenter | Qt::AlignLeft,
            option.fontMetrics.elidedText(briefly(text), Qt::ElideRight, option.rect.width() - width - 12));
        painter->restore();
    }

private:
    /// "42, Latin" of "‹text: 42 characters, Latin›".
    static QString briefly(QString text)
    {
        text = text.mid(text.indexOf(u": "_s) + 2);
        return text.remove(u" characters"_s).remove(u" character"_s).remove(u'›');
    }
    /// The first number in the words about it.
    static int number(const QString &text)
    {
        qsizetype from = 0;
        while (from < text.size() && !text[from].isDigit()) ++from;
        qsizetype to = from;
        while (to < text.size() && text[to].isDigit()) ++to;
        return text.mid(from, to - from).toInt();
    }
};

} // namespace

TableModel::TableModel(Table table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_table(std::move(table))
{
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid()) return 0;
    if (m_table.facts) return m_table.rows.empty() ? 0 : int(m_table.columns.size());
    return int(m_table.rows.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_table.facts ? 2 : int(m_table.columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) return {};
    const auto down = size_t(m_table.facts ? index.row() : index.column());
    if (m_table.facts && index.column() == 0)
        return role == Qt::DisplayRole || role == sortRole ? heading(m_table.columns[down].key) : QVariant();
    const QVariant value =
        m_table.facts ? m_table.rows[0][qsizetype(down)] : m_table.rows[size_t(index.row())][index.column()];
    const Column::As as = m_table.columns[down].as;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return cellText(value, as);
    case sortRole:
        return value;
    case Qt::TextAlignmentRole: {
        const bool number = !m_table.facts && value.typeId() == QMetaType::LongLong && as == Column::As::Text;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || m_table.facts) return {};
    return heading(m_table.columns[size_t(section)].key);
}

QVariant TableModel::cell(int row, const QString &key) const
{
    const size_t of = m_table.facts ? 0 : size_t(row);
    for (size_t i = 0; i < m_table.columns.size() && of < m_table.rows.size(); ++i)
        if (m_table.columns[i].key == key) return m_table.rows[of][qsizetype(i)];
    return {};
}

ReportView::ReportView(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
}

void ReportView::show(const Report &report)
{
    m_report = report;
    m_page = new QWidget;
    auto *column = new QVBoxLayout(m_page);
    column->setSpacing(6);
    addSentences(report.faults, true);
    addSentences(report.notes, false);
    for (const Table &table : report.tables) addTable(table);
    column->addStretch(1);
    setWidget(m_page);
    setFilter(m_filter);
}

void ReportView::addSentences(const QStringList &sentences, bool faults)
{
    for (const QString &sentence : sentences) {
        auto *label = new QLabel((faults ? u"⚠ "_s : u""_s) + sentence, m_page);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        if (faults) {
            QFont bold = label->font();
            bold.setBold(true);
            label->setFont(bold);
        }
        m_page->layout()->addWidget(label);
    }
}

void ReportView::addTable(const Table &table)
{
    if (table.facts && table.rows.empty()) return;
    auto *title = new QLabel(table.rows.empty() ? tr("%1: none").arg(table.title) : table.title, m_page);
    title->setTextFormat(Qt::PlainText);
    QFont strong = title->font();
    strong.setBold(true);
    title->setFont(strong);
    title->setContentsMargins(0, 8, 0, 0);
    m_page->layout()->addWidget(title);
    if (table.rows.empty()) return;
    auto *view = new QTableView(m_page);
    auto *model = new TableModel(table, view);
    auto *sorted = new QSortFilterProxyModel(view);
    sorted->setSourceModel(model);
    sorted->setSortRole(TableModel::sortRole);
    sorted->setFilterKeyColumn(-1);
    sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    view->setModel(sorted);
    view->setItemDelegate(new HiddenBars(view));
    view->setSortingEnabled(!table.facts);
    sorted->sort(-1);
    view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setAlternatingRowColors(true);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 8);
    view->horizontalHeader()->setVisible(!table.facts);
    // A number would stand far away at the other edge.
    view->horizontalHeader()->setStretchLastSection(table.facts ||
                                                    table.rows[0].last().typeId() != QMetaType::LongLong);
    view->resizeColumnsToContents();
    for (int i = 0; i < sorted->columnCount(); ++i)
        view->setColumnWidth(i, std::min(widestColumn, view->columnWidth(i) + 12));
    view->setAccessibleName(table.title);
    const int rows = std::min(mostVisibleRows, sorted->rowCount());
    view->setFixedHeight(rows * view->verticalHeader()->defaultSectionSize() +
                         (table.facts ? 0 : view->horizontalHeader()->sizeHint().height()) +
                         view->horizontalScrollBar()->sizeHint().height() + 4);
    const auto cellOf = [model, sorted](const QModelIndex &index, const QString &key) {
        return model->cell(sorted->mapToSource(index).row(), key).toString();
    };
    connect(view, &QTableView::doubleClicked, this, [this, cellOf](const QModelIndex &index) {
        if (const QString mid = cellOf(index, u"mid"_s); !mid.isEmpty())
            Q_EMIT messageWanted(mid);
        else if (const QString chat = cellOf(index, u"chat"_s); !chat.isEmpty())
            Q_EMIT chatWanted(chat);
    });
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, cellOf](const QModelIndex &index) {
                if (const QString chat = cellOf(index, u"chat"_s); !chat.isEmpty())
                    Q_EMIT chatPointedAt(chat);
            });
    m_page->layout()->addWidget(view);
    if (!table.cut) return;
    m_page->layout()->addWidget(new QLabel(tr("There are more rows than are shown."), m_page));
}

void ReportView::setFilter(const QString &words)
{
    m_filter = words;
    if (!m_page) return;
    const auto proxies = m_page->findChildren<QSortFilterProxyModel *>();
    for (QSortFilterProxyModel *proxy : proxies) proxy->setFilterFixedString(words);
}

} // namespace kith::inspect
