#include "ui/dialogs/rescue_dialog.h"

#include "ui/style/theme.h"
#include "ui/text/words.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {

RescueDialog::RescueDialog(const RescueReport &report, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Your local data was repaired"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSizeConstraint(QLayout::SetFixedSize);
    const auto say = [&](const QString &text, bool strong = false) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFixedWidth(440);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        if (strong) label->setFont(scaledFont(2, true));
        column->addWidget(label);
    };
    say(report.complete() ? tr("Nothing was lost") : tr("Some of what was only here could not be saved"),
        true);
    say(tr(
        "The file on this computer that holds your messages was damaged. Kith has made a new one and is "
        "fetching your messages from the server again. What existed only on this computer was taken over:"));
    say(words::rescued(report).join(u'\n'));
    if (!report.keptFile.isEmpty())
        say(tr("The damaged file is kept, nothing of it was deleted:\n%1")
                .arg(QDir::toNativeSeparators(report.keptFile)));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    if (!report.keptFile.isEmpty()) {
        QPushButton *show = buttons->addButton(tr("Show the folder"), QDialogButtonBox::ActionRole);
        connect(show, &QPushButton::clicked, this, [folder = QFileInfo(report.keptFile).absolutePath()] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
        });
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    column->addWidget(buttons);
}

} // namespace kith
