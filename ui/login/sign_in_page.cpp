#include "ui/login/sign_in_page.h"

#include "core/wire/account_codec.h"
#include "ui/style/shapes.h"
#include "ui/text/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <array>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int typedMs = 350; // after the last key the address is looked at

/// The program's mark: two bubbles that overlap.
void drawLogo(QPainter &p, const QRectF &box, const Theme &t)
{
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    const qreal s = box.width();
    QColor back = t.accent;
    back.setAlpha(110);
    p.setBrush(back);
    p.drawRoundedRect(QRectF(box.left() + s * 0.30, box.top(), s * 0.70, s * 0.62), s * 0.2, s * 0.2);
    p.setBrush(t.accent);
    p.drawRoundedRect(QRectF(box.left(), box.top() + s * 0.26, s * 0.72, s * 0.60), s * 0.2, s * 0.2);
    const std::array<QPointF, 3> tail{QPointF(box.left() + s * 0.14, box.top() + s * 0.74),
                                      QPointF(box.left() + s * 0.14, box.bottom()),
                                      QPointF(box.left() + s * 0.42, box.top() + s * 0.82)};
    p.drawPolygon(tail.data(), 3);
    p.setBrush(t.onAccent);
    for (int i = 0; i < 3; ++i)
        p.drawEllipse(QPointF(box.left() + s * (0.2 + 0.16 * i), box.top() + s * 0.56), s * 0.05, s * 0.05);
}

class Logo final : public QLabel {
public:
    Logo(const Look &look, QWidget *parent)
        : QLabel(parent)
        , m_look(look)
    {
        setFixedSize(60, 60);
        setAccessibleName(u"Kith"_s);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        drawLogo(p, QRectF(rect()).adjusted(2, 2, -2, -2), m_look.theme());
    }

private:
    const Look &m_look;
};

QString checkWords(const ServerCheck &check)
{
    using State = ServerCheck::State;
    switch (check.state) {
    case State::Empty:
        return SignInPage::tr("The address of your server, for example chat.example.org");
    case State::NotAnAddress:
        return check.what.isEmpty() ? SignInPage::tr("This is not an address.") : check.what;
    case State::Checking:
        return SignInPage::tr("Looking for the server…");
    case State::Good:
        return check.name.isEmpty() ? SignInPage::tr("Server found, version %1").arg(check.version)
                                    : SignInPage::tr("%1, version %2").arg(check.name, check.version);
    case State::Unreachable:
        return SignInPage::tr("The server cannot be reached. Is the address right, and are you online?");
    case State::NoAnswer:
        return SignInPage::tr("Something is there, but it does not answer.");
    case State::TlsFault:
        return SignInPage::tr("The connection is not safe: the server's certificate is not trusted.");
    case State::NotKith:
        return SignInPage::tr("This is not a Kith server.");
    case State::WrongVersion:
        return SignInPage::tr("This server speaks another version (%1). Update Kith or ask its operator.")
            .arg(check.version);
    }
    return {};
}

} // namespace

SignInPage::SignInPage(SignInPort &port, Look &look, QWidget *parent)
    : QWidget(parent)
    , m_port(port)
    , m_look(look)
    , m_logo(new Logo(look, this))
    , m_title(new QLabel(this))
    , m_checkIcon(new QLabel(this))
    , m_checkText(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_nameLabel(new QLabel(tr("Your name"), this))
    , m_server(new QLineEdit(this))
    , m_login(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_go(new QPushButton(this))
    , m_other(new QPushButton(this))
    , m_proxy(new QPushButton(tr("Proxy settings…"), this))
{
    m_card = makeCard();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->addStretch(2);
    column->addWidget(m_card, 0, Qt::AlignHCenter);
    column->addStretch(3);

    m_typed.setSingleShot(true);
    m_typed.setInterval(typedMs);
    connect(m_server, &QLineEdit::editingFinished, this, [this] {
        if (m_typed.isActive()) lookAtServer(); // gone on to the next field: no need to wait for more keys
    });
    connect(&m_typed, &QTimer::timeout, this, &SignInPage::lookAtServer);
    connect(m_server, &QLineEdit::textChanged, this, [this] {
        showCheck(
            {m_server->text().trimmed().isEmpty() ? ServerCheck::State::Empty : ServerCheck::State::Checking,
             {},
             {},
             true,
             {}});
        m_typed.start();
    });
    for (QLineEdit *field : {m_server, m_login, m_password, m_name}) {
        connect(field, &QLineEdit::returnPressed, this, &SignInPage::submit);
        connect(field, &QLineEdit::textEdited, this, [this] { tell({}); });
    }
    connect(m_go, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_proxy, &QPushButton::clicked, this,
            [this] { Q_EMIT networkWanted(m_server->text().trimmed()); });
    connect(m_other, &QPushButton::clicked, this, [this] { setRegistering(!m_registering); });
    connect(&look, &Look::changed, this, &SignInPage::restyle);
    QWidget *before = m_server;
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_login, m_name, m_password, m_go, m_other, m_proxy}) {
        setTabOrder(before, next);
        before = next;
    }
    setRegistering(false);
    showCheck({});
    restyle();
}

void SignInPage::addField(QVBoxLayout &column, const QString &label, QLineEdit *field)
{
    QLabel *above = field == m_name ? m_nameLabel : new QLabel(label, this);
    above->setBuddy(field);
    above->setFont(scaledFont(-1));
    field->setAccessibleName(label);
    field->setMinimumHeight(38);
    column.addWidget(above);
    column.addWidget(field);
}

QWidget *SignInPage::makeCard()
{
    auto *card = new QWidget(this);
    card->setFixedWidth(380);
    m_title->setFont(scaledFont(6, true));
    m_title->setAlignment(Qt::AlignCenter);
    m_checkText->setWordWrap(true);
    m_checkText->setFont(scaledFont(-1));
    m_checkText->setMinimumHeight(QFontMetrics(scaledFont(-1)).lineSpacing() * 2);
    m_checkText->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_checkIcon->setFixedSize(18, 18);
    m_checkIcon->setAccessibleName(tr("State of the server"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_server->setPlaceholderText(u"chat.example.org"_s);
    m_login->setMaxLength(64);
    m_name->setMaxLength(64);
    m_password->setEchoMode(QLineEdit::Password);
    m_eye = m_password->addAction(QIcon(), QLineEdit::TrailingPosition);
    m_eye->setCheckable(true);
    connect(m_eye, &QAction::toggled, this, [this](bool on) {
        m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        restyle();
    });
    m_go->setMinimumHeight(42);
    m_go->setFont(scaledFont(0.5, true));
    m_go->setDefault(true);
    m_proxy->setAccessibleName(m_proxy->text());
    for (QPushButton *button : {m_other, m_proxy}) {
        button->setFlat(true);
        button->setAutoDefault(false);
        button->setCursor(Qt::PointingHandCursor);
    }

    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addWidget(m_logo, 0, Qt::AlignHCenter);
    column->addSpacing(6);
    column->addWidget(m_title);
    column->addSpacing(14);
    addField(*column, tr("Server"), m_server);
    auto *check = new QHBoxLayout;
    check->setSpacing(7);
    check->addWidget(m_checkIcon, 0, Qt::AlignTop);
    check->addWidget(m_checkText, 1);
    column->addLayout(check);
    addField(*column, tr("Login"), m_login);
    column->addSpacing(4);
    addField(*column, tr("Your name"), m_name);
    column->addSpacing(4);
    addField(*column, tr("Password"), m_password);
    column->addSpacing(4);
    column->addWidget(m_problem);
    column->addSpacing(6);
    column->addWidget(m_go);
    column->addWidget(m_other);
    column->addWidget(m_proxy);
    return card;
}

void SignInPage::prefill(const QString &server, const QString &login, const QString &note)
{
    m_server->setText(server);
    m_login->setText(login);
    tell(note);
    lookAtServer();
    m_password->setFocus();
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    (m_server->text().isEmpty() ? m_server : m_login->text().isEmpty() ? m_login : m_password)->setFocus();
}

void SignInPage::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), m_look.theme().window); }

void SignInPage::lookAtServer()
{
    m_typed.stop();
    const QString address = m_server->text().trimmed();
    if (address.isEmpty()) return showCheck({});
    showCheck({ServerCheck::State::Checking, {}, {}, true, {}});
    m_port.check(address, [this, address](const ServerCheck &check) {
        if (m_server->text().trimmed() == address) showCheck(check);
    });
}

void SignInPage::showCheck(const ServerCheck &check)
{
    m_check = check;
    m_checkText->setText(checkWords(check));
    m_checkText->setToolTip(check.what);
    restyle();
    refresh();
}

void SignInPage::setRegistering(bool on)
{
    m_registering = on;
    m_title->setText(on ? tr("Create an account") : tr("Sign in to Kith"));
    m_go->setText(on ? tr("Create account") : tr("Sign in"));
    m_other->setText(on ? tr("I already have an account") : tr("I am new here: create an account"));
    for (QPushButton *button : {m_go, m_other}) button->setAccessibleName(button->text());
    m_name->setVisible(on);
    m_nameLabel->setVisible(on);
    tell({});
    refresh();
}

void SignInPage::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QString SignInPage::missing() const
{
    if (m_check.state != ServerCheck::State::Good) return checkWords(m_check);
    if (m_registering && !m_check.mayRegister) return words::refusal(QString::fromUtf16(wire::api::closed));
    const QString login = wire::normalLogin(m_login->text());
    if (login.isEmpty()) return tr("Type your login.");
    if (m_password->text().isEmpty()) return tr("Type your password.");
    if (!m_registering) return {};
    const QString name = m_name->text().trimmed();
    for (const QString &fault : {wire::faultOfLogin(login), wire::faultOfName(name.isEmpty() ? login : name),
                                 wire::faultOfPassword(m_password->text())}) {
        if (!fault.isEmpty()) return words::refusal(fault);
    }
    return {};
}

void SignInPage::refresh()
{
    m_go->setEnabled(!m_busy && (m_check.state == ServerCheck::State::Good));
    m_other->setEnabled(!m_busy);
}

void SignInPage::submit()
{
    if (m_busy) return;
    if (m_typed.isActive()) lookAtServer();
    const QString lacks = missing();
    if (!lacks.isEmpty()) {
        if (m_check.state != ServerCheck::State::Good) return m_server->setFocus();
        if (m_login->text().trimmed().isEmpty()) return m_login->setFocus();
        if (m_password->text().isEmpty()) return m_password->setFocus();
        return tell(lacks);
    }
    setBusy(true);
    tell({});
    m_port.signIn({m_server->text().trimmed(), wire::normalLogin(m_login->text()), m_password->text(),
                   m_name->text().trimmed(), m_registering},
                  [this](const Status &status) {
                      setBusy(false);
                      if (status) {
                          m_password->clear();
                          return Q_EMIT signedIn();
                      }
                      tell(words::fault(status.error()));
                      if (status.error().code == Errc::Refused) {
                          m_password->setFocus();
                          m_password->selectAll();
                      }
                  });
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    for (QLineEdit *field : {m_server, m_login, m_password, m_name}) field->setEnabled(!busy);
    m_go->setText(busy ? (m_registering ? tr("Creating…") : tr("Signing in…"))
                       : (m_registering ? tr("Create account") : tr("Sign in")));
    refresh();
}

void SignInPage::restyle()
{
    using State = ServerCheck::State;
    using Glyph = shapes::Glyph;
    const Theme &t = m_look.theme();
    const bool calm = m_check.state == State::Empty || m_check.state == State::Checking;
    const bool good = m_check.state == State::Good;
    const QColor color = calm ? t.faint : good ? t.online : t.danger;
    const Glyph glyph = good                               ? Glyph::Check
                        : m_check.state == State::Checking ? Glyph::Clock
                        : calm                             ? Glyph::Cloud
                        : m_check.state == State::TlsFault ? Glyph::Warning
                                                           : Glyph::Cross;
    m_checkIcon->setPixmap(shapes::icon(glyph, color).pixmap(QSize(18, 18), devicePixelRatioF()));
    QPalette p = palette();
    p.setColor(QPalette::WindowText, color);
    m_checkText->setPalette(p);
    p.setColor(QPalette::WindowText, t.danger);
    m_problem->setPalette(p);
    const bool shown = m_password->echoMode() == QLineEdit::Normal;
    m_eye->setIcon(shapes::icon(shown ? Glyph::EyeOff : Glyph::Eye, t.faint));
    m_eye->setText(shown ? tr("Hide password") : tr("Show password"));
    QPalette go = t.palette();
    go.setColor(QPalette::Button, t.accent);
    go.setColor(QPalette::ButtonText, t.onAccent);
    go.setColor(QPalette::Disabled, QPalette::Button, t.line);
    go.setColor(QPalette::Disabled, QPalette::ButtonText, t.faint);
    m_go->setPalette(go);
    QPalette flat = t.palette();
    flat.setColor(QPalette::ButtonText, t.link);
    for (QPushButton *button : {m_other, m_proxy}) button->setPalette(flat);
    update();
}

} // namespace kith
