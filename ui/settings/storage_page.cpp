#include "ui/settings/storage_page.h"

#include "ui/text/words.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr std::array capsMegabytes{100, 500, 1'000, 4'000, 16'000, 64'000};

} // namespace

StoragePage::StoragePage(const Context &context, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_preferences(preferences)
    , m_total(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_cap(new QComboBox(this))
    , m_dropOne(new QPushButton(tr("&Remove the files of this chat…"), this))
    , m_dropAll(new QPushButton(tr("Remove &all files…"), this))
{
    m_total->setTextFormat(Qt::PlainText);
    m_total->setWordWrap(true);
    makeList();
    int current = -1;
    for (const int cap : capsMegabytes) {
        m_cap->addItem(words::fileSize(qint64(cap) * 1'000'000), cap);
        if (cap == m_preferences.values().cacheMegabytes) current = m_cap->count() - 1;
    }
    if (current < 0) { // chosen by hand or by the organisation
        current = m_cap->count();
        m_cap->addItem(words::fileSize(qint64(m_preferences.values().cacheMegabytes) * 1'000'000),
                       m_preferences.values().cacheMegabytes);
    }
    m_cap->setCurrentIndex(current);
    m_cap->setAccessibleName(tr("Keep at most"));
    auto *save = new QPushButton(tr("&Export all chats…"), this);
    for (QPushButton *button : {m_dropOne, m_dropAll, save}) button->setAutoDefault(false);
    auto *note =
        new QLabel(tr("Only files that the server has too are removed. Texts, and what is not sent yet, "
                      "stay; a file comes back when you click it."),
                   this);
    note->setWordWrap(true);
    auto *form = new QFormLayout;
    form->addRow(tr("Keep at most"), m_cap);
    auto *line = new QHBoxLayout;
    line->addWidget(m_dropOne);
    line->addWidget(m_dropAll);
    line->addStretch();
    line->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_total);
    column->addWidget(m_list, 1);
    column->addWidget(note);
    column->addLayout(line);
    column->addLayout(form);
    connect(m_dropOne, &QPushButton::clicked, this, [this] { drop(false); });
    connect(m_dropAll, &QPushButton::clicked, this, [this] { drop(true); });
    connect(save, &QPushButton::clicked, this, &StoragePage::exportWanted);
    connect(m_cap, &QComboBox::activated, this, [this] {
        Preferences::Values values = m_preferences.values();
        values.cacheMegabytes = m_cap->currentData().toInt();
        std::ignore = m_preferences.set(values); // the dialog tells a fault with its next change
        m_context.commands.setCache(qint64(values.cacheMegabytes) * 1'000'000);
    });
    connect(&context.feed, &Feed::changed, this, &StoragePage::refresh);
    refresh();
}

void StoragePage::makeList()
{
    m_list->setAccessibleName(tr("Files on this computer by chat"));
    m_list->setHeaderLabels({tr("Chat"), tr("Files"), tr("Size")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_dropOne->setEnabled(m_list->currentItem() != nullptr); });
}

void StoragePage::refresh()
{
    auto read = m_context.reader.filesOfChats(mostChats);
    if (!read) return m_total->setText(words::fault(read.error()));
    qint64 bytes = 0, files = 0;
    for (const ChatFiles &one : *read) {
        bytes += one.bytes;
        files += one.files;
    }
    const QString mirror = m_context.reader.file();
    const qint64 texts = QFileInfo(mirror).size() + QFileInfo(mirror + u"-wal"_s).size();
    m_total->setText(
        tr("Texts and search index: %1. Files: %2.").arg(words::fileSize(texts), words::fileSize(bytes)));
    m_dropAll->setEnabled(files > 0);
    if (*read == m_chats) return;
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_chats = *std::move(read);
    m_list->clear();
    for (const ChatFiles &one : m_chats) {
        auto *item =
            new QTreeWidgetItem(m_list, {one.title, QString::number(one.files), words::fileSize(one.bytes)});
        item->setData(0, Qt::AccessibleTextRole,
                      tr("%1, %n files, %2", nullptr, int(one.files)).arg(one.title, item->text(2)));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (!m_chats.empty())
        m_list->setCurrentItem(m_list->topLevelItem(std::clamp(row, 0, int(m_chats.size()) - 1)));
    m_dropOne->setEnabled(m_list->currentItem() != nullptr);
}

void StoragePage::drop(bool all)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (!all && row < 0) return;
    const ChatFiles chosen = all ? ChatFiles() : m_chats[size_t(row)];
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove files"),
                                all ? tr("Remove all files that the server has too from this computer?")
                                    : tr("Remove the files of “%1” from this computer?").arg(chosen.title),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("The texts stay. A file that you want again is fetched from the server."));
    QPushButton *yes = box->addButton(tr("Remove"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this,
            [this, chat = chosen.chat] { m_context.commands.dropFiles(chat); });
    box->open();
}

} // namespace kith
