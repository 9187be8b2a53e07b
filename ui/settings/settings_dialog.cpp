#include "ui/settings/settings_dialog.h"

#include "ui/settings/devices_page.h"
#include "ui/settings/language_choice.h"
#include "ui/settings/network_page.h"
#include "ui/settings/privacy_page.h"
#include "ui/settings/storage_page.h"
#include "ui/text/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTimeEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

QTime timeOf(int minutes) { return QTime(minutes / 60, minutes % 60); }
int minutesOf(const QTime &time) { return time.hour() * 60 + time.minute(); }

QLabel *sentence(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

QString spoken(const ResourceReport &r)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("kith", text); };
    const QLocale locale;
    QStringList lines;
    if (r.memoryBytes > 0) lines.append(tr("Memory now: %1").arg(words::fileSize(r.memoryBytes)));
    if (r.startMs >= 0) lines.append(tr("Start to the first picture: %1 ms").arg(r.startMs));
    lines.append(tr("Messages here: %1 in %2 chats")
                     .arg(locale.toString(r.mirror.messages), locale.toString(r.mirror.chats)));
    lines.append(r.mirror.holes > 0 ? tr("On the server only: %1").arg(locale.toString(r.mirror.holes))
                                    : tr("On the server only: none"));
    lines.append(tr("Search index: covers every message that is here"));
    return lines.join(u'\n');
}

SettingsDialog::SettingsDialog(Preferences &preferences, Wishes wishes, QWidget *parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_wishes(std::move(wishes))
    , m_pages(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    m_pages->setAccessibleName(tr("Pages of the settings"));
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setSpacing(3);
    m_fault = sentence({}, this);
    m_fault->hide();
    add(Page::Look, tr("Look"), lookPage());
    add(Page::Notifications, tr("Notifications"), notificationsPage());
    if (m_wishes.context) add(Page::Privacy, tr("Privacy"), new PrivacyPage(*m_wishes.context, m_stack));
    if (m_wishes.account)
        add(Page::Devices, tr("Account and devices"), new DevicesPage(*m_wishes.account, m_stack));
    if (m_wishes.context) {
        auto *storage = new StoragePage(*m_wishes.context, m_preferences, m_stack);
        connect(storage, &StoragePage::exportWanted, this, [this] { m_wishes.exportAll(); });
        add(Page::Storage, tr("Storage"), storage);
    }
    if (m_wishes.network) add(Page::Network, tr("Network"), new NetworkPage(*m_wishes.network, m_stack));
    add(Page::Shortcuts, tr("Shortcuts"), shortcutsPage());
    add(Page::About, tr("About"), aboutPage());
    connect(m_pages, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_pages->setFixedWidth(m_pages->sizeHintForColumn(0) + 28);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *line = new QHBoxLayout;
    line->addWidget(m_pages);
    line->addWidget(m_stack, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(line, 1);
    column->addWidget(m_fault);
    column->addWidget(buttons);
    resize(720, 500);
}

void SettingsDialog::add(Page page, const QString &title, QWidget *widget)
{
    auto *item = new QListWidgetItem(title, m_pages);
    item->setData(Qt::UserRole, int(page));
    widget->setAccessibleName(title);
    m_stack->addWidget(widget);
}

void SettingsDialog::open(Page page)
{
    for (int row = 0; row < m_pages->count(); ++row)
        if (m_pages->item(row)->data(Qt::UserRole).toInt() == int(page)) m_pages->setCurrentRow(row);
    QDialog::open();
    m_pages->setFocus();
}

QWidget *SettingsDialog::lookPage()
{
    auto *page = new QWidget(this);
    const Preferences::Values &now = m_preferences.values();
    m_style = new QComboBox(page);
    m_style->addItems({tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")}); // Look::Style
    m_style->setCurrentIndex(int(now.style));
    m_style->setAccessibleName(tr("Colours"));
    m_scale = new QSpinBox(page);
    m_scale->setRange(80, 200);
    m_scale->setSingleStep(10);
    m_scale->setSuffix(u" %"_s);
    m_scale->setValue(now.scale);
    m_scale->setKeyboardTracking(false);
    m_scale->setAccessibleName(tr("Size of text"));
    m_ownFont = new QCheckBox(tr("Use another font than the system's"), page);
    m_ownFont->setChecked(!now.fontFamily.isEmpty());
    m_font = new QFontComboBox(page);
    m_font->setAccessibleName(tr("Font"));
    m_font->lineEdit()->setAccessibleName(m_font->accessibleName());
    if (!now.fontFamily.isEmpty()) m_font->setCurrentFont(QFont(now.fontFamily));
    m_font->setEnabled(m_ownFont->isChecked());
    auto *form = new QFormLayout(page);
    form->addRow(tr("Colours"), m_style);
    form->addRow(tr("Size of text"), m_scale);
    form->addRow(QString(), m_ownFont);
    form->addRow(tr("Font"), m_font);
    form->addRow(tr("Language"), new LanguageChoice(m_preferences, page));
    connect(m_style, &QComboBox::currentIndexChanged, this, &SettingsDialog::take);
    connect(m_scale, &QSpinBox::valueChanged, this, &SettingsDialog::take);
    connect(m_font, &QFontComboBox::currentFontChanged, this, &SettingsDialog::take);
    connect(m_ownFont, &QCheckBox::toggled, this, [this](bool on) {
        m_font->setEnabled(on);
        take();
    });
    return page;
}

QWidget *SettingsDialog::notificationsPage()
{
    auto *page = new QWidget(this);
    const NotifySettings &now = m_preferences.values().notify;
    const auto box = [&](const QString &text, bool on) {
        auto *made = new QCheckBox(text, page);
        made->setChecked(on);
        connect(made, &QCheckBox::toggled, this, &SettingsDialog::take);
        return made;
    };
    m_on = box(tr("Tell me of new messages"), now.on);
    m_preview = new QComboBox(page);
    m_preview->addItems({tr("Only that there is one"), tr("Who wrote"), tr("Who wrote what")}); // Preview
    m_preview->setCurrentIndex(int(now.preview));
    m_preview->setAccessibleName(tr("What a notification shows"));
    m_dnd = box(tr("Do not disturb"), now.doNotDisturb);
    m_quiet = box(tr("Quiet hours"), now.quietHours);
    m_from = new QTimeEdit(timeOf(now.quietFrom), page);
    m_to = new QTimeEdit(timeOf(now.quietTo), page);
    for (QTimeEdit *edit : {m_from, m_to}) {
        edit->setLayoutDirection(Qt::LeftToRight); // the other way round it would read mm:HH
        edit->setDisplayFormat(u"HH:mm"_s);
        edit->setEnabled(now.quietHours);
        connect(m_quiet, &QCheckBox::toggled, edit, &QWidget::setEnabled);
    }
    m_from->setAccessibleName(tr("Quiet from"));
    m_to->setAccessibleName(tr("Quiet until"));
    m_tray = box(tr("Go on in the tray when the window is closed"), m_preferences.values().keepInTray);
    m_tray->setEnabled(m_wishes.trayThere);
    if (!m_wishes.trayThere)
        m_tray->setToolTip(tr("This desktop has no tray: closing the window ends Kith."));
    auto *test = new QPushButton(tr("Test notification"), page);
    test->setAutoDefault(false);
    test->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    test->setEnabled(bool(m_wishes.testNotification));
    m_told = sentence({}, page);
    m_told->hide();
    auto *form = new QFormLayout(page);
    form->addRow(m_on);
    form->addRow(tr("It shows"), m_preview);
    form->addRow(m_dnd);
    form->addRow(m_quiet);
    form->addRow(tr("From"), m_from);
    form->addRow(tr("Until"), m_to);
    form->addRow(m_tray);
    form->addRow(QString(), test);
    form->addRow(m_told);
    connect(m_preview, &QComboBox::currentIndexChanged, this, &SettingsDialog::take);
    for (QTimeEdit *edit : {m_from, m_to})
        connect(edit, &QTimeEdit::timeChanged, this, &SettingsDialog::take);
    connect(test, &QPushButton::clicked, this, [this] {
        m_told->setText(notifyReason(m_wishes.testNotification()));
        m_told->show();
    });
    return page;
}

QWidget *SettingsDialog::shortcutsPage()
{
    auto *page = new QWidget(this);
    auto *list = new QTreeWidget(page);
    list->setAccessibleName(tr("Shortcuts"));
    list->setHeaderLabels({tr("What"), tr("Keys")});
    list->setRootIsDecorated(false);
    const auto add = [&](const QString &what, const QString &keys) {
        new QTreeWidgetItem(list, {what, keys});
    };
    for (const PaletteCommand &command : m_wishes.commands)
        if (!command.keys.isEmpty()) add(command.text, command.keys);
    const auto native = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    add(tr("Find chats, people, messages and commands"), native(Qt::CTRL | Qt::Key_K));
    add(tr("From pane to pane"), u"F6, "_s + native(Qt::SHIFT | Qt::Key_F6));
    add(tr("Send"), native(Qt::Key_Return));
    add(tr("New line"), native(Qt::SHIFT | Qt::Key_Return));
    add(tr("Edit the last own message"), native(Qt::Key_Up));
    add(tr("Scroll the messages while writing"), native(Qt::Key_PageUp) + u", "_s + native(Qt::Key_PageDown));
    add(tr("Choose a message (in the messages)"), native(Qt::Key_Up) + u", "_s + native(Qt::Key_Down));
    add(tr("What can be done with a message"), native(Qt::Key_Return));
    add(tr("To the newest message"), native(Qt::Key_End));
    add(tr("Quit"), native(Qt::CTRL | Qt::Key_Q));
    list->resizeColumnToContents(0);
    list->setCurrentItem(list->topLevelItem(0));
    auto *column = new QVBoxLayout(page);
    column->addWidget(list);
    return page;
}

QWidget *SettingsDialog::aboutPage()
{
    auto *page = new QWidget(this);
    auto *name = sentence(u"Kith "_s + QCoreApplication::applicationVersion(), page);
    name->setFont(scaledFont(4, true));
    m_resources = sentence(m_wishes.resources ? spoken(m_wishes.resources()) : QString(), page);
    m_resources->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_resources->setVisible(bool(m_wishes.resources));
    auto *column = new QVBoxLayout(page);
    column->addWidget(name);
    column->addWidget(sentence(tr("Nothing is lost, nothing is doubled, and it can be proved."), page));
    column->addSpacing(10);
    column->addWidget(m_resources);
    column->addStretch();
    column->addWidget(
        sentence(tr("Licence: MIT. Built with Qt %1.").arg(QString::fromLatin1(qVersion())), page));
    return page;
}

void SettingsDialog::take()
{
    Preferences::Values v = m_preferences.values();
    v.style = Look::Style(m_style->currentIndex());
    v.scale = m_scale->value();
    v.fontFamily = m_ownFont->isChecked() ? m_font->currentFont().family() : QString();
    if (m_on) {
        v.notify.on = m_on->isChecked();
        v.notify.preview = NotifySettings::Preview(m_preview->currentIndex());
        v.notify.doNotDisturb = m_dnd->isChecked();
        v.notify.quietHours = m_quiet->isChecked();
        v.notify.quietFrom = minutesOf(m_from->time());
        v.notify.quietTo = minutesOf(m_to->time());
        v.keepInTray = m_tray->isChecked();
    }
    const Status kept = m_preferences.set(v);
    m_fault->setVisible(!kept);
    if (!kept) m_fault->setText(words::fault(kept.error()));
}

} // namespace kith
