#include "app/lab/window.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

constexpr int refreshMs = 500;
constexpr qint64 shownMs = 120'000; // the picture's length

struct Shades {
    explicit Shades(const QPalette &palette)
    {
        if (palette.color(QPalette::Base).lightness() > 127) return;
        good = QColor(0x5c, 0xc9, 0x8f);
        bad = QColor(0xff, 0x8a, 0x80);
        wait = QColor(0xff, 0xb7, 0x4d);
        behind = QColor(0xb3, 0x9d, 0xf2);
    }
    QColor good{0x1b, 0x7f, 0x4d}, bad{0xb3, 0x26, 0x1e}, wait{0xd0, 0x87, 0x00}, behind{0x7a, 0x5c, 0xc4};
};

/// The last two minutes: a lane for each client and the server.
class Picture final : public QWidget {
public:
    explicit Picture(Lab &lab)
        : m_lab(lab)
    {
        setMinimumHeight(150);
        setAccessibleName(tr("Timeline of the last two minutes"));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        p.fillRect(rect(), palette().base());
        QStringList lanes{u"server"_s};
        for (const LabClient *client : m_lab.clients()) lanes.append(client->name());
        const qint64 now = m_lab.story().ms(), from = std::max<qint64>(0, now - shownMs);
        const double left = 90, high = std::max(22.0, double(height() - 20) / double(lanes.size()));
        const auto x = [&](qint64 ms) {
            return left + double(ms - from) / double(shownMs) * (width() - left - 10);
        };
        for (qsizetype i = 0; i < lanes.size(); ++i) {
            const double top = high * double(i);
            p.setPen(palette().color(QPalette::Text));
            p.drawText(QRectF(6, top, left - 10, high), Qt::AlignVCenter | Qt::AlignLeft,
                       p.fontMetrics().elidedText(lanes[i], Qt::ElideRight, int(left) - 10));
            drawLane(p, lanes[i], top, high, from, x);
            p.setPen(palette().color(QPalette::Mid));
            p.drawLine(QPointF(0, top + high), QPointF(width(), top + high));
        }
        p.setPen(faint());
        for (qint64 s = (from + 19'999) / 20'000 * 20; s * 1000 <= from + shownMs; s += 20)
            p.drawText(QRectF(std::min(x(s * 1000) - 30, width() - 62.0), height() - 18, 60, 16),
                       s * 1000 == from + shownMs ? Qt::AlignVCenter | Qt::AlignRight : Qt::AlignCenter,
                       tr("%1 s").arg(s));
    }

private:
    /// Not PlaceholderText: some desktops' dark colours leave that one black.
    QColor faint() const
    {
        QColor colour = palette().color(QPalette::Text);
        colour.setAlpha(140);
        return colour;
    }
    void drawLane(QPainter &p, const QString &lane, double top, double high, qint64 from,
                  const std::function<double(qint64)> &x)
    {
        const Shades shades(palette());
        const auto &samples = m_lab.story().samples();
        const auto begin = std::lower_bound(samples.begin(), samples.end(), from,
                                            [](const Story::Sample &one, qint64 ms) { return one.ms < ms; });
        std::vector<const Story::Sample *> own;
        for (auto it = begin; it != samples.end(); ++it)
            if (it->lane == lane) own.push_back(&*it);
        for (size_t i = 0, j = 0; i < own.size(); i = j) { // one band for each stretch of the same state
            while (j < own.size() && own[j]->online == own[i]->online) ++j;
            QColor band = own[i]->online ? shades.good : shades.bad;
            band.setAlpha(90);
            const double to = x(j < own.size() ? own[j]->ms : own.back()->ms);
            p.fillRect(QRectF(x(own[i]->ms), top + high - 9, to - x(own[i]->ms), 6), band);
        }
        const auto curve = [&](const QColor &colour, auto value) {
            qint64 most = 1;
            for (const auto *one : own) most = std::max<qint64>(most, value(*one));
            QPainterPath path;
            bool any = false;
            for (const auto *one : own) {
                const QPointF at(x(one->ms),
                                 top + high - 11 - (high - 15) * double(value(*one)) / double(most));
                path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
                any |= value(*one) > 0;
            }
            p.setPen(QPen(colour, 1.6));
            p.setBrush(Qt::NoBrush);
            if (any) p.drawPath(path);
        };
        curve(shades.wait, [](const Story::Sample &one) { return qint64(one.waiting); });
        curve(shades.behind, [](const Story::Sample &one) { return one.behind; });
        for (const Story::Event &event : m_lab.story().events()) {
            if (event.ms < from || event.lane != lane || event.kind == Story::Kind::Note) continue;
            if (event.kind == Story::Kind::Step) {
                p.setPen(Qt::NoPen);
                p.setBrush(faint());
                p.drawEllipse(QPointF(x(event.ms), top + high - 6), 2, 2);
                continue;
            }
            p.setPen(QPen(event.kind == Story::Kind::Heal ? shades.good : shades.bad, 1.4,
                          event.kind == Story::Kind::Trouble ? Qt::DashLine : Qt::SolidLine));
            p.drawLine(QPointF(x(event.ms), top + 3), QPointF(x(event.ms), top + high - 3));
        }
    }
    Lab &m_lab;
};

enum Column {
    AtName,
    AtProcess,
    AtLink,
    AtOutbox,
    AtOldest,
    AtMessages,
    AtBehind,
    AtChats,
    AtUnread,
    AtReceipts,
    Columns
};

} // namespace

ControlWindow::ControlWindow(Lab &lab, CtlServer &ctl)
    : m_lab(lab)
    , m_ctl(ctl)
{
    setWindowTitle(tr("Kith lab"));
    resize(1080, 760);
    m_table = new QTableWidget(int(lab.clients().size()), Columns, this);
    m_table->setHorizontalHeaderLabels({tr("Client"), tr("Process"), tr("Connection"), tr("Outbox"),
                                        tr("Oldest"), tr("Messages"), tr("Behind"), tr("Chats"), tr("Unread"),
                                        tr("Receipts")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const int wide : {AtName, AtMessages, AtUnread})
        m_table->horizontalHeader()->setSectionResizeMode(wide, QHeaderView::ResizeToContents);
    // Everybody is seen at once, up to eight.
    const int rows = std::min(m_table->rowCount(), 8);
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() +
                              rows * m_table->rowHeight(0) + 4);
    m_table->setAccessibleName(tr("What each client believes beside what the server holds"));
    m_picture = new Picture(lab);
    m_log = new QPlainTextEdit(this);
    m_log->setReadOnly(true);
    m_log->setMaximumBlockCount(2'000);
    m_log->setAccessibleName(tr("What happened"));
    m_server = new QLabel(this);
    m_server->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_line = new QLineEdit(this);
    m_line->setPlaceholderText(tr("An order, for example: ana say @ben Hello · all latency 300 · help"));
    m_line->setAccessibleName(tr("Order"));
    QPalette readable = m_line->palette();
    QColor hint = readable.color(QPalette::Text);
    hint.setAlpha(140);
    readable.setColor(QPalette::PlaceholderText, hint);
    m_line->setPalette(readable);
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        order(m_line->text());
        m_line->clear();
    });
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_table);
    parts->addWidget(m_picture);
    parts->addWidget(m_log);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 3);
    parts->setStretchFactor(2, 2);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_server);
    column->addWidget(parts, 1);
    column->addWidget(buttons());
    column->addWidget(m_line);
    m_heardBefore = lab.story().heard;
    lab.story().heard = [this](const Story::Event &event) {
        if (m_heardBefore) m_heardBefore(event);
        m_log->appendPlainText(u"%1 s  %2  %3"_s.arg(double(event.ms) / 1000, 7, 'f', 2)
                                   .arg(event.lane.isEmpty() ? tr("lab") : event.lane, event.text));
    };
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &ControlWindow::refresh);
    timer->start(refreshMs);
    refresh();
    m_table->selectRow(0);
}

ControlWindow::~ControlWindow() { m_lab.story().heard = m_heardBefore; }

QWidget *ControlWindow::buttons()
{
    struct Button {
        QString text, order;
    };
    const QList<Button> rows[] = {
        {{tr("Latency 300 ms"), u"latency 300"_s},
         {tr("Throttle 4 KB/s"), u"throttle 4096"_s},
         {tr("Cut"), u"cut"_s},
         {tr("Half-open"), u"half-open both"_s},
         {tr("Offline 30 s"), u"offline 30"_s},
         {tr("Offline"), u"offline"_s},
         {tr("Network good"), u"online"_s}},
        {{tr("Kill -9"), u"kill"_s},
         {tr("Restart"), u"restart"_s},
         {tr("Sleep"), u"sleep"_s},
         {tr("Wake"), u"wake"_s},
         {tr("Clock +3 h"), u"clock +3h"_s},
         {tr("Disk full"), u"disk full"_s},
         {tr("Keychain locked"), u"keychain locked"_s}},
        {{tr("Server: drain"), u"server drain"_s},
         {tr("Kill -9"), u"server kill"_s},
         {tr("Start"), u"server start"_s},
         {tr("Restart"), u"server restart"_s},
         {tr("Slow disk"), u"server slow 200"_s},
         {tr("Backup"), u"server backup"_s},
         {tr("Heal everything"), u"heal"_s}},
    };
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    const QStringList titles{tr("Selected, network"), tr("Selected, machine"), tr("Server and all")};
    for (int row = 0; row < 3; ++row) {
        grid->addWidget(new QLabel(titles[row], box), row, 0);
        int at = 1;
        for (const Button &one : rows[row]) {
            auto *button = new QPushButton(one.text, box);
            button->setToolTip(one.order);
            connect(button, &QPushButton::clicked, this, [this, row, words = one.order] {
                if (row < 2)
                    orderSelected(words);
                else
                    order(words);
            });
            grid->addWidget(button, row, at++);
        }
    }
    return box;
}

void ControlWindow::orderSelected(const QString &words)
{
    const auto clients = m_lab.clients();
    const auto rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty()) return say(tr("Select a client first."), false);
    for (const QModelIndex &row : rows)
        if (row.row() < int(clients.size())) order(clients[size_t(row.row())]->name() + u' ' + words);
}

void ControlWindow::order(const QString &line)
{
    const auto words = Orders::wordsOf(line);
    if (!words) return say(words.error().what, false);
    if (words->isEmpty()) return;
    const QPointer<ControlWindow> alive(this);
    m_ctl.obey(*words, [alive](const Result<QString> &answer) {
        if (alive) alive->say(answer ? *answer : answer.error().what, bool(answer));
    });
}

void ControlWindow::say(const QString &text, bool good)
{
    if (!text.trimmed().isEmpty()) m_log->appendPlainText((good ? QString() : u"✗ "_s) + text.trimmed());
}

void ControlWindow::refresh()
{
    const auto beliefs = m_lab.beliefs();
    m_lab.note(beliefs);
    const Shades shades(palette());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (int row = 0; row < int(beliefs.size()) && row < m_table->rowCount(); ++row) {
        const Belief &b = beliefs[size_t(row)];
        const auto put = [&](Column column, const QString &text, bool differs) {
            auto *item = m_table->item(row, column);
            if (!item) m_table->setItem(row, column, item = new QTableWidgetItem);
            item->setText(differs ? u"≠ "_s + text : text);
            item->setForeground(differs ? QBrush(shades.bad) : palette().brush(QPalette::Text));
        };
        const auto beside = [](qint64 mine, qint64 theirs) {
            return mine == theirs ? QString::number(mine) : tr("%1, server %2").arg(mine).arg(theirs);
        };
        put(AtName, u"%1 (%2)"_s.arg(b.person, b.client), false);
        put(AtProcess,
            b.process == u"running"  ? tr("running")
            : b.process == u"asleep" ? tr("asleep")
                                     : tr("stopped"),
            b.process != u"running");
        put(AtLink, b.phase.isEmpty() ? tr("–") : b.phase, !b.phase.isEmpty() && b.phase != u"online");
        put(AtOutbox, QString::number(b.waiting), b.waiting > 0);
        put(AtOldest, b.waiting > 0 ? tr("%1 s").arg((now - b.oldestWaitingMs) / 1000) : tr("–"), false);
        put(AtMessages, beside(b.messages, b.serverMessages), b.messages != b.serverMessages);
        put(AtBehind, QString::number(b.behind), b.behind > 0);
        put(AtChats, beside(b.chats, b.serverChats), b.chats != b.serverChats);
        put(AtUnread, beside(b.unread, b.serverUnread), b.unread != b.serverUnread);
        put(AtReceipts, QString::number(b.receiptsWaiting), b.receiptsWaiting > 0);
    }
    const LabServer &server = m_lab.server();
    m_server->setText(
        tr("Server %1 at %2 · disk %3 · database %4")
            .arg(server.isRunning() ? server.isAsleep() ? tr("asleep") : tr("running") : tr("stopped"),
                 server.url(),
                 server.slowDisk() > 0 ? tr("%1 ms slower").arg(server.slowDisk()) : tr("as it is"),
                 server.database()));
    m_picture->update();
}

} // namespace kith::lab
