#include "app/inspect/bundle_dialog.h"

#include "app/inspect/report_view.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith::inspect {

BundleDialog::BundleDialog(const Bundle &bundle, const QString &suggested, QWidget *parent)
    : QDialog(parent)
    , m_bundle(bundle)
    , m_suggested(suggested)
{
    setWindowTitle(tr("Support bundle"));
    resize(860, 640);
    auto *column = new QVBoxLayout(this);
    auto *says =
        new QLabel(tr("This is exactly what would leave, %1 in one file. Texts are made up, people have"
                      " pseudonyms. Nothing is written yet, and nothing is sent.")
                       .arg(QLocale().formattedDataSize(bundle.bytes())),
                   this);
    says->setWordWrap(true);
    column->addWidget(says);
    auto *tabs = new QTabWidget(this);
    auto *rows = new ReportView(tabs);
    rows->show(bundle.preview());
    tabs->addTab(rows, tr("The data"));
    for (const Bundle::Page &page : bundle.pages()) {
        auto *text = new QPlainTextEdit(page.text, tabs);
        text->setReadOnly(true);
        text->setLineWrapMode(QPlainTextEdit::NoWrap);
        text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        tabs->addTab(text, page.name);
    }
    column->addWidget(tabs, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *write = buttons->addButton(tr("Write the file…"), QDialogButtonBox::AcceptRole);
    write->setDefault(false);
    connect(write, &QPushButton::clicked, this, &BundleDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

void BundleDialog::save()
{
    const QString name = QFileDialog::getSaveFileName(this, tr("Write the bundle"), m_suggested,
                                                      tr("Support bundles (*.kithbundle)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (name.isEmpty()) return;
    if (const Status saved = m_bundle.save(name); !saved) {
        QMessageBox::warning(this, tr("Not written"), saved.error().what);
        return;
    }
    accept();
}

} // namespace kith::inspect
