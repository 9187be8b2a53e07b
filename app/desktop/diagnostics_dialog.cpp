#include "app/desktop/diagnostics_dialog.h"

#include "app/inspect/bundle_dialog.h"
#include "ui/style/theme.h"
#include "ui/text/words.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {

DiagnosticsDialog::DiagnosticsDialog(Diagnostics::About about, Secrets &secrets, QWidget *parent)
    : QDialog(parent)
    , m_diagnostics(about, secrets)
    , m_account(about.account.has_value())
{
    setWindowTitle(tr("Diagnostics"));
    resize(620, 620);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    for (const Finding &finding : m_diagnostics.findings()) {
        const int at = int(m_rows.size());
        auto *mark = new QLabel(page);
        auto *name = new QLabel(finding.name, page);
        auto *says = new QLabel(page);
        name->setFont(scaledFont(0, true));
        mark->setFixedWidth(26);
        mark->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
        mark->setFont(scaledFont(2, true));
        says->setTextFormat(Qt::PlainText);
        says->setWordWrap(true);
        says->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        says->setAccessibleName(finding.name);
        grid->addWidget(mark, at, 0);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(name);
        texts->addWidget(says);
        grid->addLayout(texts, at, 1);
        m_rows.push_back({mark, name, says});
        tell(at);
    }
    grid->setRowStretch(int(m_rows.size()), 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    column->addWidget(scroll, 1);
    m_foot = new QLabel(tr("Nothing is changed by looking, and nothing is sent anywhere."), this);
    m_foot->setWordWrap(true);
    column->addWidget(m_foot);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("Copy the report"), QDialogButtonBox::ActionRole);
    m_bundle = buttons->addButton(tr("Make a bundle…"), QDialogButtonBox::ActionRole);
    m_bundle->setToolTip(
        tr("A file for the support, without anything you or others wrote; you see it before it is"
           " written"));
    m_bundle->setEnabled(false);
    m_copy->setEnabled(false);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &DiagnosticsDialog::copyReport);
    connect(m_bundle, &QPushButton::clicked, this, [this] {
        m_bundle->setEnabled(false);
        m_foot->setText(tr("The bundle is being made…"));
        m_diagnostics.makeBundle();
    });
    connect(&m_diagnostics, &Diagnostics::changed, this, &DiagnosticsDialog::tell);
    connect(&m_diagnostics, &Diagnostics::finished, this, [this] {
        m_bundle->setEnabled(m_account);
        m_copy->setEnabled(true);
    });
    connect(&m_diagnostics, &Diagnostics::made, this, &DiagnosticsDialog::showBundle);
    connect(&m_diagnostics, &Diagnostics::notMade, this, [this](const Error &error) {
        m_bundle->setEnabled(true);
        m_foot->setText(tr("No bundle was made. %1").arg(error.what));
    });
    m_diagnostics.start();
}

void DiagnosticsDialog::tell(int at)
{
    using State = Finding::State;
    const Finding &finding = m_diagnostics.findings()[size_t(at)];
    const Row &row = m_rows[size_t(at)];
    const auto mark = [&](const QString &sign, const QString &spoken, const QColor &colour) {
        row.mark->setText(sign);
        row.mark->setAccessibleName(spoken);
        QPalette palette = this->palette();
        if (colour.isValid()) palette.setColor(QPalette::WindowText, colour);
        row.mark->setPalette(palette);
    };
    switch (finding.state) {
    case State::Waiting:
        mark(u"·"_s, tr("not looked at yet"), {});
        break;
    case State::Looking:
        mark(u"…"_s, tr("being looked at"), {});
        break;
    case State::Good:
        mark(u"✓"_s, tr("good"), QColor(0x2e, 0x9e, 0x5b));
        break;
    case State::Odd:
        mark(u"!"_s, tr("worth knowing"), QColor(0xc7, 0x82, 0x0a));
        break;
    case State::Bad:
        mark(u"✗"_s, tr("needs attention"), QColor(0xc0, 0x39, 0x2b));
        break;
    case State::Unknown:
        mark(u"?"_s, tr("cannot be told"), {});
        break;
    }
    row.says->setText(finding.advice.isEmpty() ? finding.says : finding.says + u"\n→ "_s + finding.advice);
    row.says->setVisible(!finding.says.isEmpty());
}

void DiagnosticsDialog::copyReport()
{
    QApplication::clipboard()->setText(m_diagnostics.asPage());
    m_foot->setText(tr("Copied, without names and addresses."));
}

void DiagnosticsDialog::showBundle(const std::shared_ptr<inspect::Bundle> &bundle)
{
    m_bundle->setEnabled(true);
    m_foot->setText(tr("Nothing is sent by itself: hand the file to whoever helps you."));
    const QString name = QDir::home().filePath(
        u"kith-%1.kithbundle"_s.arg(QDateTime::currentDateTime().toString(u"yyyy-MM-dd-HHmm"_s)));
    inspect::BundleDialog(*bundle, name, this).exec();
}

} // namespace kith
