#include "ui/settings/devices_page.h"

#include "ui/text/words.h"

#include <QDateTime>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int leastPassword = 8; // characters; the server has the last word

QString moment(qint64 ms)
{
    return ms > 0 ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat) : QString();
}

QLineEdit *secretField(const QString &name, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setEchoMode(QLineEdit::Password);
    field->setAccessibleName(name);
    return field;
}

} // namespace

DevicesPage::DevicesPage(AccountPort &port, QWidget *parent)
    : QWidget(parent)
    , m_port(port)
    , m_list(new QTreeWidget(this))
    , m_end(new QPushButton(tr("Sign out the &chosen one…"), this))
    , m_others(new QPushButton(tr("Sign out all &others…"), this))
    , m_again(new QPushButton(tr("Try &again"), this))
    , m_password(new QPushButton(tr("Change &password…"), this))
    , m_delete(new QPushButton(tr("&Delete the account…"), this))
    , m_signOut(new QPushButton(tr("&Sign out of this computer…"), this))
    , m_note(new QLabel(this))
{
    auto *name = new QLabel(tr("Signed in as %1").arg(port.accountName()), this);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    m_list->setAccessibleName(tr("Devices that are signed in"));
    m_list->setHeaderLabels({tr("Device"), tr("Program"), tr("Last seen")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto *first = new QHBoxLayout;
    for (QPushButton *button : {m_end, m_others, m_again}) first->addWidget(button);
    first->addStretch();
    auto *second = new QHBoxLayout;
    for (QPushButton *button : {m_password, m_signOut, m_delete}) second->addWidget(button);
    second->addStretch();
    for (QPushButton *button : {m_end, m_others, m_again, m_password, m_delete, m_signOut})
        button->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(name);
    column->addWidget(m_list, 1);
    column->addLayout(first);
    column->addWidget(m_note);
    column->addLayout(second);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] { setBusy(false); });
    connect(m_end, &QPushButton::clicked, this, [this] { end(false); });
    connect(m_others, &QPushButton::clicked, this, [this] { end(true); });
    connect(m_again, &QPushButton::clicked, this, &DevicesPage::load);
    connect(m_password, &QPushButton::clicked, this, &DevicesPage::changePassword);
    connect(m_delete, &QPushButton::clicked, this, &DevicesPage::deleteAccount);
    connect(m_signOut, &QPushButton::clicked, this, &DevicesPage::signOut);
    load();
}

void DevicesPage::setBusy(bool busy)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const bool other = row >= 0 && row < int(m_devices.size()) && !m_devices[size_t(row)].current;
    m_end->setEnabled(!busy && other);
    m_others->setEnabled(!busy && m_devices.size() > 1);
    for (QPushButton *button : {m_password, m_delete, m_signOut}) button->setEnabled(!busy);
}

void DevicesPage::say(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void DevicesPage::load()
{
    say(tr("Asking the server…"));
    m_again->hide();
    setBusy(true);
    m_port.devices([self = QPointer(this)](const Result<std::vector<AccountPort::Device>> &devices) {
        if (!self) return;
        self->setBusy(false);
        if (!devices) {
            self->say(words::fault(devices.error()));
            self->m_again->show();
            return;
        }
        self->say({});
        self->show(*devices);
    });
}

void DevicesPage::show(const std::vector<AccountPort::Device> &devices)
{
    m_devices = devices;
    m_list->clear();
    for (const AccountPort::Device &one : m_devices) {
        const QString name = one.current ? tr("%1 (this one)").arg(one.name) : one.name;
        auto *item = new QTreeWidgetItem(m_list, {name, one.app, moment(one.lastSeenMs)});
        item->setToolTip(0, tr("Signed in since %1").arg(moment(one.madeMs)));
        if (one.current) {
            QFont font = item->font(0);
            font.setBold(true);
            item->setFont(0, font);
        }
    }
    if (!m_devices.empty()) m_list->setCurrentItem(m_list->topLevelItem(0));
    setBusy(false);
}

std::function<void(const Status &)> DevicesPage::told(const QString &good, std::function<void()> then)
{
    setBusy(true);
    say(tr("Asking the server…"));
    return [self = QPointer(this), good, then = std::move(then)](const Status &status) {
        if (!self) return;
        self->setBusy(false);
        self->say(status ? good : words::fault(status.error()));
        if (status && then) then();
    };
}

void DevicesPage::ask(const QString &question, const QString &more, const QString &yes,
                      std::function<void()> act)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Account and devices"), question,
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(more);
    QPushButton *button = box->addButton(yes, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(button, &QPushButton::clicked, this, std::move(act));
    box->open();
}

void DevicesPage::end(bool others)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (!others && row < 0) return;
    const AccountPort::Device chosen = others ? AccountPort::Device() : m_devices[size_t(row)];
    ask(others ? tr("Sign out all other devices?") : tr("Sign out “%1”?").arg(chosen.name),
        tr("They can no longer read or write. What they hold already stays on them."), tr("Sign out"),
        [this, device = chosen.device] {
            m_port.endDevice(device, told(tr("Signed out."), [self = QPointer(this)] {
                                 if (self) self->load();
                             }));
        });
}

void DevicesPage::changePassword()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Change password"));
    auto *old = secretField(tr("Old password"), dialog), *next = secretField(tr("New password"), dialog),
         *again = secretField(tr("New password again"), dialog);
    auto *note =
        new QLabel(tr("All other devices are signed out. A password has at least 8 characters."), dialog);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    QPushButton *yes = buttons->button(QDialogButtonBox::Ok);
    yes->setText(tr("Change"));
    const auto look = [=] {
        yes->setEnabled(!old->text().isEmpty() && next->text().size() >= leastPassword &&
                        next->text() == again->text());
        const bool differ = !again->text().isEmpty() && next->text() != again->text();
        note->setText(differ ? tr("The two new passwords differ.")
                             : tr("All other devices are signed out. A password has at least 8 characters."));
    };
    for (QLineEdit *field : {old, next, again}) connect(field, &QLineEdit::textChanged, dialog, look);
    look();
    auto *form = new QFormLayout(dialog);
    form->addRow(tr("Old password"), old);
    form->addRow(tr("New password"), next);
    form->addRow(tr("Again"), again);
    form->addRow(note);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, dialog, old, next] {
        m_port.changePassword(old->text(), next->text(),
                              told(tr("The password is changed."), [self = QPointer(this)] {
                                  if (self) self->load();
                              }));
        dialog->accept();
    });
    dialog->open();
}

void DevicesPage::deleteAccount()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Delete the account"));
    auto *note =
        new QLabel(tr("Everything you wrote is deleted for everybody, your files too, and nobody can "
                      "sign in to the account any more. This cannot be taken back. What this computer "
                      "holds stays until you sign out here: export it first if you want to keep it."),
                   dialog);
    note->setWordWrap(true);
    note->setMinimumWidth(400);
    auto *password = secretField(tr("Password"), dialog);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    QPushButton *yes = buttons->addButton(tr("Delete for good"), QDialogButtonBox::AcceptRole);
    yes->setEnabled(false);
    yes->setAutoDefault(false);
    connect(password, &QLineEdit::textChanged, yes,
            [yes](const QString &text) { yes->setEnabled(!text.isEmpty()); });
    auto *form = new QFormLayout(dialog);
    form->addRow(note);
    form->addRow(tr("Password"), password);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, dialog, password] {
        m_port.deleteAccount(password->text(), told(tr("The account is deleted.")));
        dialog->accept();
    });
    dialog->open();
}

void DevicesPage::signOut()
{
    const int lost = m_port.unsent();
    const QString more = lost > 0
                             ? tr("%n changes have not reached the server and would be lost. ", nullptr, lost)
                             : tr("Everything you wrote is on the server. ");
    ask(tr("Sign out of this computer?"),
        more + tr("All messages and files of the account are removed from this computer."),
        lost > 0 ? tr("Sign out and lose them") : tr("Sign out"),
        [this] { m_port.signOut(told(tr("Signed out."))); });
}

} // namespace kith
