#include "ui/dialogs/send_files_dialog.h"

#include "core/base/file_names.h"
#include "core/base/limits.h"
#include "ui/chat/composer.h"
#include "ui/style/shapes.h"
#include "ui/text/words.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int iconSide = 48;

} // namespace

SendFilesDialog::SendFilesDialog(const Context &context, Media &media, const QString &to, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_media(media)
    , m_summary(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_caption(new ComposerEdit(this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_send(new QPushButton(tr("Send"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Send files to %1").arg(to));
    setAcceptDrops(true);
    m_summary->setFont(scaledFont(1, true));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    QPalette bad = palette();
    bad.setColor(QPalette::WindowText, context.look.theme().danger);
    m_problem->setPalette(bad);
    m_list->setAccessibleName(tr("Files to send"));
    m_list->setIconSize({iconSide, iconSide});
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_caption->setAccessibleName(tr("Caption"));
    m_caption->setPlaceholderText(tr("Add a caption…"));
    m_caption->setFrameShape(QFrame::StyledPanel);
    auto *more = new QPushButton(tr("Add…"), this);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton *one : {more, m_remove, cancel}) one->setAutoDefault(false);
    m_send->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(more);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    column->addWidget(m_problem);
    column->addWidget(m_caption);
    column->addLayout(buttons);
    resize(440, 420);
    m_caption->setFocus();
    connect(more, &QPushButton::clicked, this, &SendFilesDialog::choose);
    connect(m_remove, &QPushButton::clicked, this, &SendFilesDialog::removeCurrent);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &SendFilesDialog::send);
    connect(m_caption, &ComposerEdit::sendWanted, this, &SendFilesDialog::send);
    connect(m_caption, &ComposerEdit::leaveWanted, this, &QDialog::reject);
    connect(m_caption, &ComposerEdit::filesWanted, this,
            qOverload<const QStringList &>(&SendFilesDialog::add));
    connect(m_caption, &ComposerEdit::pictureWanted, this, qOverload<const QImage &>(&SendFilesDialog::add));
    connect(m_caption, &QPlainTextEdit::textChanged, this, &SendFilesDialog::refresh);
    connect(m_list, &QListWidget::currentRowChanged, this, &SendFilesDialog::refresh);
    connect(&media.pictures(), &Pictures::ready, this, &SendFilesDialog::refresh);
    refresh();
}

void SendFilesDialog::setCaption(const QString &caption)
{
    m_caption->setPlainText(caption);
    m_caption->moveCursor(QTextCursor::End);
}

QString SendFilesDialog::problem() const { return m_problem->isHidden() ? QString() : m_problem->text(); }

void SendFilesDialog::add(const QStringList &paths)
{
    m_problems.clear();
    for (const QString &path : paths) addOne(path);
    refresh();
}

void SendFilesDialog::addOne(const QString &path)
{
    const QFileInfo info(path);
    const QString name = safeFileName(info.fileName());
    QString why;
    if (info.isDir())
        why = tr("“%1” is a folder. Pack it into one file to send it.").arg(name);
    else if (!info.isFile())
        why = tr("“%1” is not there.").arg(name);
    else if (!info.isReadable())
        why = tr("“%1” cannot be read.").arg(name);
    else if (info.size() > limits::fileBytes)
        why = tr("“%1” is larger than %2.").arg(name, words::fileSize(limits::fileBytes));
    else if (m_files.size() >= most)
        why = tr("At most %n files go out at a time.", nullptr, most);
    if (!why.isEmpty()) {
        m_problems.append(why);
        return;
    }
    OutgoingFile file;
    file.att = AttId{Mid::mint(m_context.clock.wallMs(), m_context.random).value};
    file.path = info.absoluteFilePath();
    m_files.push_back(file);
    auto *item = new QListWidgetItem(u"%1\n%2"_s.arg(name, words::fileSize(info.size())), m_list);
    item->setSizeHint({100, iconSide + 12});
    item->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(name, words::fileSize(info.size())));
    ++m_pending;
    m_media.describe({file}, [this, self = QPointer(this)](const std::vector<OutgoingFile> &described) {
        if (!self) return;
        --m_pending;
        for (size_t i = 0; i < m_files.size(); ++i) {
            if (m_files[i].att != described.front().att) continue;
            if (described.front().path.isEmpty()) {
                m_problems.append(
                    tr("“%1” says where it was taken, and no copy without that can be made here.")
                        .arg(safeFileName(QFileInfo(m_files[i].path).fileName())));
                m_files.erase(m_files.begin() + qsizetype(i));
                delete m_list->takeItem(int(i));
            } else {
                m_files[i] = described.front();
            }
            break;
        }
        refresh();
        sendIfReady();
    });
}

void SendFilesDialog::add(const QImage &pasted)
{
    ++m_pending;
    m_media.keep(pasted, [this, self = QPointer(this)](const QString &path, const QString &why) {
        if (!self) return;
        --m_pending;
        m_problems.clear();
        if (path.isEmpty())
            m_problems.append(tr("The pasted picture cannot be kept: %1").arg(why));
        else
            addOne(path);
        refresh();
        sendIfReady();
    });
    refresh();
}

void SendFilesDialog::refresh()
{
    const int n = int(m_files.size()), messages = (n + limits::messageAtts - 1) / limits::messageAtts;
    m_summary->setText(n == 0 ? tr("No files yet")
                       : messages > 1
                           ? tr("%Ln files", nullptr, n) + u" · "_s + tr("%Ln messages", nullptr, messages)
                       : n == 1 ? tr("1 file")
                                : tr("%Ln files", nullptr, n));
    for (int row = 0; row < m_list->count() && row < n; ++row) {
        QListWidgetItem *item = m_list->item(row);
        const OutgoingFile &file = m_files[size_t(row)];
        const int side = qRound(iconSide * devicePixelRatioF());
        QImage picture = file.width > 0 ? m_media.pictures().fitted(file.path, {side, side}) : QImage();
        if (!picture.isNull())
            item->setIcon(QIcon(QPixmap::fromImage(picture)));
        else if (item->icon().isNull())
            item->setIcon(shapes::icon(shapes::Glyph::File, m_context.look.theme().accent));
    }
    const qsizetype over = m_caption->toPlainText().trimmed().toUtf8().size() - limits::textBytes;
    QStringList problems = m_problems;
    if (over > 0) problems.append(tr("The caption is too long by %Ln bytes.", nullptr, int(over)));
    m_problem->setText(problems.mid(0, 5).join(u'\n'));
    m_problem->setVisible(!problems.isEmpty());
    m_remove->setEnabled(m_list->currentRow() >= 0);
    m_send->setEnabled((n > 0 || m_pending > 0) && over <= 0 && !m_sending);
    m_send->setText(m_sending ? tr("Preparing…") : tr("Send"));
}

void SendFilesDialog::choose()
{
    auto *dialog = new QFileDialog(this, tr("Add files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, qOverload<const QStringList &>(&SendFilesDialog::add));
    dialog->open();
}

void SendFilesDialog::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || m_sending) return;
    m_files.erase(m_files.begin() + row);
    delete m_list->takeItem(row);
    if (m_files.empty() && m_pending == 0) return reject();
    refresh();
}

void SendFilesDialog::send()
{
    if (!m_send->isEnabled()) return;
    m_sending = true;
    refresh();
    sendIfReady();
}

/// Not before the receivers' small pictures are made; they take a moment at most.
void SendFilesDialog::sendIfReady()
{
    if (!m_sending || m_pending > 0) return;
    m_sending = false;
    refresh();
    if (m_files.empty()) return; // the pasted picture could not be kept
    const auto files = m_files;
    const QString caption = m_caption->toPlainText().trimmed();
    accept();
    Q_EMIT sendWanted(files, caption);
}

void SendFilesDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void SendFilesDialog::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile()) paths.append(url.toLocalFile());
    add(paths);
}

void SendFilesDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_list->hasFocus()) return removeCurrent();
    QDialog::keyPressEvent(event);
}

} // namespace kith
