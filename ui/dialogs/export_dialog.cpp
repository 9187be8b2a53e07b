#include "ui/dialogs/export_dialog.h"

#include "core/base/clock.h"
#include "core/store/reader.h"
#include "ui/text/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int parts = 1000; // of the bar
constexpr qint64 tellEveryMs = 100;

} // namespace

ExportDialog::ExportDialog(Reader &reader, const ChatId &chat, QWidget *parent, const QString &folder)
    : QDialog(parent)
    , m_text(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_files(new QCheckBox(tr("With the &files that are on this computer"), this))
    , m_folder(new QLineEdit(this))
    , m_choose(new QPushButton(tr("C&hoose…"), this))
    , m_start(new QPushButton(tr("&Export"), this))
    , m_show(new QPushButton(tr("&Show in folder"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
    , m_bar(new QProgressBar(this))
{
    setWindowTitle(tr("Export"));
    m_wish.mirror = reader.file();
    if (const auto me = reader.user(reader.me()); me && *me) m_wish.account = u'@' + (*me)->login;
    if (chat) {
        m_wish.chats = {chat};
        if (const auto summary = reader.chat(chat)) m_title = summary->title;
    }
    const QString parentFolder =
        folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : folder;
    m_folder->setText(
        QDir::toNativeSeparators(freeExportFolder(parentFolder, m_title, SystemClock().wallMs())));
    makeControls();
}

ExportDialog::~ExportDialog()
{
    m_stop = true;
    if (m_worker.joinable()) m_worker.join();
}

void ExportDialog::makeControls()
{
    const QString what = m_wish.chats.empty() ? tr("Writes all chats into a new folder.")
                                              : tr("Writes the chat “%1” into a new folder.").arg(m_title);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setText(what + u' ' +
                    tr("Everything comes from this computer; no server is asked. Whoever can read the folder "
                       "can read the messages."));
    m_format->addItems({tr("Pages for a browser (HTML)"), tr("Data for programs (JSON)")}); // ExportFormat
    m_format->setAccessibleName(tr("Format"));
    m_files->setChecked(true);
    m_folder->setAccessibleName(tr("New folder"));
    m_bar->setRange(0, parts);
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->hide();
    m_start->setDefault(true);
    m_show->hide();
    auto *where = new QHBoxLayout;
    where->addWidget(m_folder, 1);
    where->addWidget(m_choose);
    auto *form = new QFormLayout;
    form->addRow(tr("Format"), m_format);
    form->addRow(QString(), m_files);
    form->addRow(tr("New folder"), where);
    auto *buttons = new QHBoxLayout; // not a QDialogButtonBox: it shows hidden buttons again
    buttons->addStretch(1);
    for (QPushButton *button : {m_start, m_show, m_close}) buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 18, 18, 12);
    column->setSpacing(12);
    column->addWidget(m_text);
    column->addLayout(form);
    column->addWidget(m_bar);
    column->addLayout(buttons);
    setMinimumWidth(520);
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::choose);
    connect(m_start, &QPushButton::clicked, this, &ExportDialog::begin);
    connect(m_folder, &QLineEdit::textChanged, this,
            [this] { m_start->setEnabled(!m_folder->text().trimmed().isEmpty()); });
    connect(m_show, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_wish.folder));
        accept();
    });
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_running)
            stop();
        else
            reject();
    });
}

void ExportDialog::choose()
{
    const QString now = QFileInfo(QDir::fromNativeSeparators(m_folder->text())).absolutePath();
    const QString parent = QFileDialog::getExistingDirectory(this, tr("Where the new folder goes"), now);
    if (parent.isEmpty()) return;
    m_folder->setText(QDir::toNativeSeparators(freeExportFolder(parent, m_title, SystemClock().wallMs())));
}

void ExportDialog::begin()
{
    m_wish.format = ExportFormat(m_format->currentIndex());
    m_wish.files = m_files->isChecked();
    m_wish.folder = QFileInfo(QDir::fromNativeSeparators(m_folder->text().trimmed())).absoluteFilePath();
    if (m_worker.joinable()) m_worker.join();
    m_stop = false;
    m_running = true;
    for (QWidget *one : std::initializer_list<QWidget *>{m_format, m_files, m_folder, m_choose, m_start})
        one->setEnabled(false);
    m_bar->setValue(0);
    m_bar->show();
    m_text->setText(tr("Counting…"));
    m_close->setText(tr("Stop"));
    m_close->setFocus();
    m_worker = std::thread([this, wish = m_wish] {
        QElapsedTimer since;
        since.start();
        const auto report = exportHistory(wish, [this, &since](const ExportProgress &progress) {
            if (since.elapsed() >= tellEveryMs) {
                since.restart();
                QMetaObject::invokeMethod(
                    this, [this, progress] { tell(progress); }, Qt::QueuedConnection);
            }
            return !m_stop;
        });
        QMetaObject::invokeMethod(
            this, [this, report] { ended(report); }, Qt::QueuedConnection);
    });
}

void ExportDialog::tell(const ExportProgress &progress)
{
    if (!m_running) return;
    const QLocale locale;
    m_text->setText(
        tr("%1 of %2 messages: %3")
            .arg(locale.toString(progress.messages), locale.toString(progress.ofMessages), progress.chat));
    const double share =
        progress.ofMessages > 0 ? double(progress.messages) / double(progress.ofMessages) : 0.0;
    m_bar->setValue(int(std::clamp(share, 0.0, 1.0) * parts));
}

void ExportDialog::stop()
{
    m_stop = true;
    m_text->setText(tr("Stopping…"));
    m_close->setEnabled(false);
}

void ExportDialog::ended(const Result<ExportReport> &report)
{
    m_running = false;
    m_worker.join();
    m_bar->hide();
    m_close->setEnabled(true);
    m_close->setText(tr("Close"));
    for (QWidget *one : std::initializer_list<QWidget *>{m_format, m_files, m_folder, m_choose, m_start})
        one->setEnabled(true);
    if (!report) return m_text->setText(words::fault(report.error()));
    if (report->stopped) return m_text->setText(tr("Stopped. Nothing was left in the folder."));
    QStringList said{tr("%n message(s) written.", nullptr, int(report->messages))};
    if (report->files > 0) said += tr("%n file(s) copied.", nullptr, int(report->files));
    if (report->filesElsewhere > 0)
        said += tr("%n file(s) are not on this computer and are only named.", nullptr,
                   int(report->filesElsewhere));
    if (report->onServerOnly > 0)
        said += tr("%n message(s) are on the server only: load them first if you want them too.", nullptr,
                   int(report->onServerOnly));
    m_text->setText(said.join(u' '));
    for (QWidget *one : std::initializer_list<QWidget *>{m_format, m_files, m_folder, m_choose, m_start})
        one->setEnabled(false); // it stands; another one is another dialog
    m_start->hide();
    m_show->show();
    m_show->setFocus();
}

} // namespace kith
