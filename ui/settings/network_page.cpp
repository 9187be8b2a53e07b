#include "ui/settings/network_page.h"

#include "ui/text/words.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

struct HopWords {
    Q_DECLARE_TR_FUNCTIONS(HopWords)
public:
    static QString nameOf(Hop::Kind kind);
};

QString HopWords::nameOf(Hop::Kind kind)
{
    switch (kind) {
    case Hop::Kind::Resolve:
        return tr("Finding the address");
    case Hop::Kind::Proxy:
        return tr("Reaching the proxy");
    case Hop::Kind::Server:
        return tr("Reaching the server");
    case Hop::Kind::Tls:
        return tr("Encryption (TLS)");
    case Hop::Kind::Hello:
        return tr("Answer of a Kith server");
    }
    return {};
}

} // namespace

NetworkPage::NetworkPage(NetworkPort &port, QWidget *parent)
    : QWidget(parent)
    , m_port(port)
    , m_kind(new QComboBox(this))
    , m_host(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_server(new QLineEdit(port.server(), this))
    , m_number(new QSpinBox(this))
    , m_apply(new QPushButton(tr("&Use this"), this))
    , m_test(new QPushButton(tr("&Test the way"), this))
    , m_hops(new QListWidget(this))
    , m_note(new QLabel(this))
{
    m_kind->addItems({tr("As the system"), tr("None"), tr("HTTP"), tr("SOCKS5")}); // ProxyChoice::Kind
    m_number->setRange(1, 65535);
    m_password->setEchoMode(QLineEdit::Password);
    if (port.hasPassword()) m_password->setPlaceholderText(tr("kept in the keychain"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    const ProxyChoice now = port.proxy();
    m_kind->setCurrentIndex(int(now.kind));
    m_host->setText(now.host);
    m_number->setValue(now.port > 0 ? now.port : 1080);
    m_user->setText(now.user);
    const std::initializer_list<std::pair<QWidget *, QString>> named{
        {m_kind, tr("Proxy")},
        {m_host, tr("Address of the proxy")},
        {m_number, tr("Port of the proxy")},
        {m_user, tr("Name for the proxy")},
        {m_password, tr("Password for the proxy")},
        {m_server, tr("Server to test")},
        {m_hops, tr("The way, hop by hop")}};
    for (const auto &[widget, name] : named) widget->setAccessibleName(name);
    for (QPushButton *button : {m_apply, m_test}) {
        button->setAutoDefault(false);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    auto *address = new QHBoxLayout;
    address->addWidget(m_host, 1);
    address->addWidget(m_number);
    auto *form = new QFormLayout;
    form->addRow(tr("Proxy"), m_kind);
    form->addRow(tr("Address, port"), address);
    form->addRow(tr("Name"), m_user);
    form->addRow(tr("Password"), m_password);
    form->addRow(QString(), m_apply);
    form->addRow(tr("Server to test"), m_server);
    form->addRow(QString(), m_test);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_hops, 1);
    column->addWidget(m_note);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &NetworkPage::refresh);
    connect(m_host, &QLineEdit::textChanged, this, &NetworkPage::refresh);
    connect(m_password, &QLineEdit::textEdited, this, [this] { m_passwordTyped = true; });
    connect(m_apply, &QPushButton::clicked, this, &NetworkPage::apply);
    connect(m_test, &QPushButton::clicked, this, &NetworkPage::test);
    say({});
    refresh();
}

NetworkPage::~NetworkPage() { m_port.stopTest(); }

ProxyChoice NetworkPage::chosen() const
{
    ProxyChoice choice;
    choice.kind = ProxyChoice::Kind(m_kind->currentIndex());
    if (choice.kind != ProxyChoice::Kind::Http && choice.kind != ProxyChoice::Kind::Socks5) return choice;
    choice.host = m_host->text().trimmed();
    choice.port = m_number->value();
    choice.user = m_user->text().trimmed();
    return choice;
}

std::optional<QString> NetworkPage::typedPassword() const
{
    return m_passwordTyped ? std::optional(m_password->text()) : std::nullopt;
}

void NetworkPage::refresh()
{
    const ProxyChoice choice = chosen();
    const bool own = choice.kind == ProxyChoice::Kind::Http || choice.kind == ProxyChoice::Kind::Socks5;
    const bool may = m_port.fixedBy().isEmpty();
    m_kind->setEnabled(may);
    for (QWidget *one : std::initializer_list<QWidget *>{m_host, m_number, m_user, m_password})
        one->setEnabled(own && may);
    m_apply->setEnabled(may && (!own || !choice.host.isEmpty()));
    if (!may) say(m_port.fixedBy());
}

void NetworkPage::say(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void NetworkPage::apply()
{
    m_apply->setEnabled(false);
    m_port.setProxy(chosen(), typedPassword(), [self = QPointer(this)](const Status &kept) {
        if (!self) return;
        self->refresh();
        self->say(kept ? tr("Used from now on.") : words::fault(kept.error()));
    });
}

void NetworkPage::test()
{
    m_hops->clear();
    m_failed = false;
    say(tr("Testing…"));
    m_test->setEnabled(false);
    m_port.test(
        m_server->text().trimmed(), chosen(), typedPassword(),
        [self = QPointer(this)](const Hop &hop) {
            if (self) self->tell(hop);
        },
        [self = QPointer(this)] {
            if (!self) return;
            self->m_test->setEnabled(true);
            if (!self->m_failed) self->say(tr("The whole way is open."));
        });
}

void NetworkPage::tell(const Hop &hop)
{
    const QString verdict = hop.good ? tr("fine") : tr("failed");
    m_hops->addItem(tr("%1: %2").arg(HopWords::nameOf(hop.kind), verdict) +
                    (hop.what.isEmpty() ? QString() : u" — "_s + hop.what));
    m_hops->setCurrentRow(m_hops->count() - 1);
    if (hop.good) return;
    m_failed = true;
    say(tr("It ends here: %1.").arg(HopWords::nameOf(hop.kind)));
}

} // namespace kith
