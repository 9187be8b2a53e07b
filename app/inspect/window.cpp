#include "app/inspect/window.h"

#include "app/inspect/bundle_dialog.h"
#include "app/inspect/pictures.h"
#include "app/inspect/report_view.h"
#include "app/inspect/run.h"
#include "inspect/reveal_log.h"

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QProgressBar>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr int rowsWanted = 2'000;

} // namespace

Window::Window(const QString &file, const QString &caseName, const QByteArray &key, QWidget *parent)
    : QMainWindow(parent)
    , m_path(file)
    , m_case(caseName)
    , m_key(key)
{
    setWindowTitle(tr("%1 – Kith Inspect").arg(QFileInfo(file).fileName()));
    resize(1'120, 760);
    build();
    buildActions();
    connect(&m_session, &Session::opened, this, &Window::opened);
    connect(&m_session, &Session::answered, this, &Window::answered);
    connect(&m_session, &Session::failed, this, &Window::tell);
    connect(&m_session, &Session::busyChanged, this, [this](bool busy) { m_busy->setVisible(busy); });
    connect(&m_session, &Session::bundled, this, [this](const std::shared_ptr<Bundle> &bundle) {
        BundleDialog(*bundle, m_path + u".kithbundle"_s, this).exec();
    });
    m_session.open(m_path, Veil(m_key));
}

void Window::build()
{
    m_verbs = new QListWidget;
    m_verbs->setAccessibleName(tr("Reports"));
    m_verbs->setMaximumWidth(240);
    m_verbs->setSpacing(3);
    m_verbs->setFrameShape(QFrame::NoFrame);
    m_title = new QLabel;
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont big = m_title->font();
    big.setPointSizeF(big.pointSizeF() * 1.25);
    big.setBold(true);
    m_title->setFont(big);
    m_words = new QLineEdit;
    m_words->setClearButtonEnabled(true);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter the rows"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_ranges = new RangePicture;
    m_xray = new XrayStrip;
    m_view = new ReportView;
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(10, 8, 10, 4);
    column->addWidget(m_title);
    auto *fields = new QHBoxLayout;
    fields->addWidget(m_words, 3);
    fields->addWidget(m_filter, 2);
    column->addLayout(fields);
    column->addWidget(m_xray);
    column->addWidget(m_view, 1);
    column->addWidget(m_ranges); // at the foot: pointing at a chat must not move its row away
    auto *both = new QSplitter;
    both->addWidget(m_verbs);
    both->addWidget(side);
    both->setStretchFactor(1, 1);
    both->setSizes({170, 950});
    setCentralWidget(both);
    m_busy = new QProgressBar;
    m_busy->setRange(0, 0);
    m_busy->setMaximumWidth(160);
    m_busy->hide();
    m_said = new QLabel;
    statusBar()->addWidget(m_said, 1);
    statusBar()->addPermanentWidget(m_busy);
    connect(m_verbs, &QListWidget::currentItemChanged, this, [this] { wantWords(); });
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        show(m_verbs->currentItem()->data(Qt::UserRole).toString(), m_words->text().trimmed());
    });
    connect(m_filter, &QLineEdit::textChanged, m_view, &ReportView::setFilter);
    connect(m_view, &ReportView::messageWanted, this,
            [this](const QString &mid) { show(u"explain"_s, mid); });
    connect(m_view, &ReportView::chatWanted, this,
            [this](const QString &chat) { show(u"timeline"_s, chat); });
    connect(m_view, &ReportView::chatPointedAt, this, &Window::drawRanges);
}

void Window::buildActions()
{
    auto *bar = addToolBar(tr("File"));
    bar->setMovable(false);
    QAction *again = bar->addAction(tr("Read again"));
    again->setShortcut(QKeySequence::Refresh);
    again->setToolTip(tr("Looks at the file as it is now (F5)"));
    connect(again, &QAction::triggered, this, [this] {
        m_revealed = false;
        m_session.open(m_path, Veil(m_key));
    });
    QAction *open = bar->addAction(tr("Show content…"));
    open->setToolTip(tr("Shows what people wrote; asks for the reason and notes it beside the file"));
    connect(open, &QAction::triggered, this, &Window::reveal);
    QAction *bundle = bar->addAction(tr("Make a bundle…"));
    bundle->setToolTip(tr("A copy without content, shown before it is written"));
    connect(bundle, &QAction::triggered, this, &Window::makeBundle);
}

void Window::opened()
{
    const QSignalBlocker quiet(m_verbs);
    const QString before =
        m_verbs->currentItem() ? m_verbs->currentItem()->data(Qt::UserRole).toString() : u"summary"_s;
    m_verbs->clear();
    const std::pair<const char *, QString> names[] = {
        {"summary", tr("Summary")},   {"integrity", tr("Integrity")},
        {"outbox", tr("Outbox")},     {"chats", tr("Chats")},
        {"gaps", tr("Holes")},        {"receipts", tr("Read marks")},
        {"timeline", tr("Timeline")}, {"explain", tr("Message X-ray")},
        {"query", tr("Query")},       {"views", tr("Views")}};
    for (const auto &[name, title] : names) {
        const Verb *verb = verbNamed(QString::fromLatin1(name));
        if (!verb || (!m_session.isMirror() && !verb->server)) continue;
        auto *item = new QListWidgetItem(title, m_verbs);
        item->setData(Qt::UserRole, QString::fromLatin1(name));
        item->setToolTip(QString::fromUtf8(verb->says));
        if (item->data(Qt::UserRole) == before) m_verbs->setCurrentItem(item);
    }
    m_said->setText(m_revealed ? tr("Content is shown; noted in %1.reveals").arg(m_path)
                               : tr("Case \"%1\": content is hidden").arg(m_case));
    show(before, verbNamed(before)->words[0] == '\0' ? QString() : m_words->text());
}

/// A report that needs to be told of what waits for it in the field.
void Window::wantWords()
{
    if (!m_verbs->currentItem()) return;
    const QString verb = m_verbs->currentItem()->data(Qt::UserRole).toString();
    m_words->clear();
    show(verb, {});
}

void Window::show(const QString &verb, const QString &words)
{
    const Verb *known = verbNamed(verb);
    if (!known) return;
    for (int i = 0; i < m_verbs->count(); ++i) {
        const QSignalBlocker quiet(m_verbs);
        if (m_verbs->item(i)->data(Qt::UserRole) == verb) m_verbs->setCurrentRow(i);
    }
    const QByteArrayView takes(known->words);
    m_words->setVisible(!takes.isEmpty());
    m_words->setPlaceholderText(takes == "MID"   ? tr("Id of a message, then Enter")
                                : takes == "SQL" ? tr("SELECT … FROM v_messages, then Enter")
                                                 : tr("Id of a chat, or its first letters, then Enter"));
    m_words->setText(words);
    m_ranges->hide();
    m_xray->hide();
    m_title->setText(m_verbs->currentItem() ? m_verbs->currentItem()->text() : QString());
    if (words.isEmpty() && (takes == "MID" || takes == "SQL" || takes == "CHAT")) {
        m_view->show(
            {.notes = {tr("This report needs one thing from you; type it above. A double click on a row"
                          " of another report brings you here too.")}});
        m_words->setFocus();
        return;
    }
    m_session.ask(verb, words, rowsWanted);
}

void Window::drawRanges(const QString &chat)
{
    if (!m_session.isMirror() || chat == m_pictured || m_session.busy()) return;
    m_pictured = chat;
    m_session.ask(u"gaps"_s, chat, rowsWanted);
}

void Window::answered(const Report &report, const QString &words)
{
    const QString wanted =
        m_verbs->currentItem() ? m_verbs->currentItem()->data(Qt::UserRole).toString() : QString();
    if (report.verb == u"gaps" && !words.isEmpty()) m_ranges->show(words, report);
    if (report.verb != wanted) return; // only the picture of its chat was wanted, or another report by now
    if (report.verb == u"gaps" && !words.isEmpty() && m_words->text() != words) return;
    m_view->show(report);
    if (report.verb == u"explain") m_xray->show(report);
    m_pictured.clear();
    if (report.verb == u"timeline" && m_session.isMirror()) drawRanges(words);
}

void Window::tell(const Error &error)
{
    m_view->show({.faults = {error.what}});
    m_ranges->hide();
    m_xray->hide();
}

void Window::reveal()
{
    bool good = false;
    const QString reason = QInputDialog::getText(this, tr("Show content"),
                                                 tr("Why does what people wrote have to be seen? Your name, "
                                                    "the time and this reason are\nwritten to %1"
                                                    " before anything is shown.")
                                                     .arg(QFileInfo(m_path).fileName() + u".reveals"_s),
                                                 QLineEdit::Normal, {}, &good);
    if (!good) return;
    if (const Status noted = noteReveal(m_path, u"window"_s, reason); !noted) {
        QMessageBox::warning(this, tr("Nothing is shown"), noted.error().what);
        return;
    }
    m_revealed = true;
    m_session.open(m_path, Veil(m_key, true));
}

void Window::makeBundle() { m_session.makeBundle({}); }

int runWindow(const Arguments &arguments)
{
    const auto key = Veil::keyOf(arguments.caseName);
    if (!key) {
        std::fprintf(stderr, "kith-inspect: %s\n", qUtf8Printable(key.error().what));
        return exitOf(key.error());
    }
    Window window(arguments.files[0], arguments.caseName, *key);
    window.QWidget::show();
    return QApplication::exec();
}

} // namespace kith::inspect
