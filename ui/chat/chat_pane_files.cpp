// Files in the conversation: choosing, dropping and sending them, and what a click on one does.
#include "core/base/file_names.h"
#include "ui/chat/chat_pane.h"
#include "ui/dialogs/send_files_dialog.h"
#include "ui/media/viewer.h"
#include "ui/text/words.h"

#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls())
        if (url.isLocalFile()) paths.append(url.toLocalFile());
    return paths;
}

bool isBusy(const AttachmentView &file)
{
    return file.state == TransferState::Waiting || file.state == TransferState::Active;
}

} // namespace

/// Shown over the conversation while files are dragged over it.
class DropHint final : public QWidget {
public:
    DropHint(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAccessibleName(ChatPane::tr("Drop the files to send them"));
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Theme &t = m_look.theme();
        QColor ground = t.window;
        ground.setAlpha(235);
        p.fillRect(rect(), ground);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(t.accent, 2, Qt::DashLine));
        p.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), 14, 14);
        p.setFont(scaledFont(3, true));
        p.setPen(t.dark ? t.accent : t.accent.darker(110));
        p.drawText(rect(), Qt::AlignCenter, accessibleName());
    }

private:
    const Look &m_look;
};

void ChatPane::prepareFiles()
{
    setAcceptDrops(true);
    m_drop = new DropHint(m_context.look, this);
    connect(m_composer, &Composer::attachWanted, this, &ChatPane::attach);
    connect(m_composer, &Composer::filesWanted, this, &ChatPane::offerFiles);
    connect(m_composer, &Composer::pictureWanted, this, [this](const QImage &picture) {
        if (SendFilesDialog *dialog = sendDialog()) dialog->add(picture);
    });
    connect(&m_media, &Media::saved, this, [this](const QString &target, const QString &why) {
        m_composer->tell(why.isEmpty()
                             ? tr("Saved as %1").arg(QDir::toNativeSeparators(target))
                             : tr("Not saved as %1: %2").arg(QDir::toNativeSeparators(target), why));
    });
}

void ChatPane::attach()
{
    if (!chat() || m_model->summary().left) return;
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ChatPane::offerFiles);
    dialog->open();
}

SendFilesDialog *ChatPane::sendDialog()
{
    if (!chat() || m_model->summary().left) return nullptr;
    if (m_sendFiles) return m_sendFiles;
    if (m_composer->isEditing()) m_composer->leaveMode();
    const QString typed = m_composer->text();
    auto *dialog = new SendFilesDialog(m_context, m_media, m_model->summary().title, this);
    dialog->setCaption(typed);
    connect(dialog, &SendFilesDialog::sendWanted, this,
            [this, typed, to = chat()](const std::vector<OutgoingFile> &files, const QString &caption) {
                // What stood in the field went into the caption, unless it was taken out there again.
                const bool took = !typed.trimmed().isEmpty() && m_composer->text() == typed;
                if (chat() == to) m_composer->sendFiles(files, caption, took);
            });
    m_sendFiles = dialog;
    dialog->open();
    return dialog;
}

void ChatPane::offerFiles(const QStringList &paths)
{
    if (paths.isEmpty()) return;
    if (SendFilesDialog *dialog = sendDialog()) dialog->add(paths);
}

void ChatPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (!chat() || m_model->summary().left || localFiles(*event->mimeData()).isEmpty()) return;
    m_drop->setGeometry(rect());
    m_drop->raise();
    m_drop->show();
    event->acceptProposedAction();
}

void ChatPane::dragLeaveEvent(QDragLeaveEvent *) { m_drop->hide(); }

void ChatPane::dropEvent(QDropEvent *event)
{
    m_drop->hide();
    event->acceptProposedAction();
    offerFiles(localFiles(*event->mimeData()));
}

void ChatPane::fileClicked(const Message &m, int index, bool knob)
{
    if (index < 0 || index >= int(m.attachments.size())) return;
    const AttachmentView &file = m.attachments[size_t(index)];
    if (isBusy(file) && knob) return cancelTransfer(m, file);
    // Sent from here, and the file was moved or deleted since: the server has it.
    const bool sent = file.upload && file.state == TransferState::Done;
    if (sent && !QFileInfo::exists(file.path)) return m_media.fetch(m, file);
    if (isPicture(file) && (isHere(file) || isBusy(file)) && file.state != TransferState::Failed)
        return view(m, index);
    if (m.state == MessageState::Refused) return showFailure(m, QCursor::pos());
    if (isHere(file)) return openFile(file);
    if (!isBusy(file)) m_media.fetch(m, file);
}

void ChatPane::view(const Message &m, int index)
{
    auto *viewer = new Viewer(m_context, *m_model, m_media, this);
    connect(viewer, &Viewer::saveWanted, this, &ChatPane::saveFile);
    viewer->show(m, index);
}

void ChatPane::cancelTransfer(const Message &m, const AttachmentView &file)
{
    if (!file.upload) return m_media.cancel(file);
    QMessageBox ask(this);
    ask.setIcon(QMessageBox::Question);
    ask.setWindowTitle(tr("Stop sending"));
    ask.setText(tr("Stop sending and remove this message?"));
    ask.setInformativeText(tr("The files stay where they are on this computer."));
    QPushButton *yes = ask.addButton(tr("Stop"), QMessageBox::DestructiveRole);
    ask.addButton(tr("Go on"), QMessageBox::RejectRole);
    ask.exec();
    if (ask.clickedButton() == yes) m_context.commands.deleteForAll(m.chat, m.row.mid);
}

void ChatPane::openFile(const AttachmentView &file)
{
    const QString name = QFileInfo(file.path).fileName();
    if (!QFileInfo::exists(file.path)) {
        m_composer->tell(tr("“%1” is no longer on this computer.").arg(name));
        return;
    }
    if (mayRun(name)) {
        QMessageBox ask(this);
        ask.setIcon(QMessageBox::Warning);
        ask.setWindowTitle(tr("Open file"));
        ask.setText(tr("“%1” may run a program. Open it?").arg(name));
        ask.setInformativeText(tr("Open it only if you expected it from this person."));
        QPushButton *yes = ask.addButton(tr("Open"), QMessageBox::AcceptRole);
        ask.setDefaultButton(ask.addButton(QMessageBox::Cancel));
        ask.exec();
        if (ask.clickedButton() != yes) return;
    }
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file.path)))
        m_composer->tell(tr("No program was found that opens “%1”. It can be saved.").arg(name));
}

void ChatPane::saveFile(const AttachmentView &file)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(this, tr("Save as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (QFileInfo(folder).isDir()) dialog->setDirectory(folder);
    dialog->selectFile(safeFileName(file.info.name));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, file](const QString &target) { m_media.save(file, target); });
    dialog->open();
}

/// What can be done with each file, in a menu of its own when there are several.
void ChatPane::addFileActions(QMenu &menu, const Message &m)
{
    for (size_t i = 0; i < m.attachments.size(); ++i) {
        const AttachmentView file = m.attachments[i];
        const QString name = safeFileName(file.info.name);
        QMenu *in = m.attachments.size() == 1 ? &menu : menu.addMenu(QString(name).replace(u'&', u"&&"_s));
        const auto add = [&](const QString &text, std::function<void()> act) {
            connect(in->addAction(text), &QAction::triggered, this, std::move(act));
        };
        if (isBusy(file)) {
            add(file.upload ? tr("Stop sending…") : tr("Stop downloading"),
                [=, this] { cancelTransfer(m, file); });
        } else if (!isHere(file) && m.state != MessageState::Refused) {
            add(file.state == TransferState::Failed ? tr("Download again") : tr("Download"),
                [=, this] { m_media.fetch(m, file); });
        }
        if (isPicture(file) && m.state != MessageState::Refused)
            add(tr("Look at the picture"), [=, this] { view(m, int(i)); });
        if (isHere(file)) {
            add(tr("Open"), [=, this] { openFile(file); });
            add(tr("Save as…"), [=, this] { saveFile(file); });
            add(tr("Show in its folder"),
                [=] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file.path).absolutePath())); });
        }
    }
    if (!m.attachments.empty()) menu.addSeparator();
}

} // namespace kith
