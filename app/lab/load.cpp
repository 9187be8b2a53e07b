#include "app/lab/load.h"

#include "app/cli/awaited.h"
#include "core/base/random.h"
#include "core/wire/codec.h"
#include "sync/account_api.h"
#include "sync/websocket_transport.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHash>
#include <QTimer>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

constexpr int patienceMs = 60'000, tickMs = 1, restMs = 15'000;

/// Counts in buckets of one percent from a microsecond to an hour: flat in memory however long a load runs.
class Histogram {
public:
    void add(double ms)
    {
        const double place = std::log(std::max(ms, 0.001) / 0.001) / std::log(1.01);
        ++m_counts[std::min(m_counts.size() - 1, size_t(place))];
        ++m_all;
        m_most = std::max(m_most, ms);
    }
    double at(double part) const
    {
        if (m_all == 0) return 0;
        const auto wanted = qint64(std::ceil(double(m_all) * part));
        qint64 seen = 0;
        for (size_t i = 0; i < m_counts.size(); ++i)
            if ((seen += m_counts[i]) >= wanted)
                return std::min(m_most, 0.001 * std::pow(1.01, double(i) + 1));
        return m_most;
    }
    void tell(double (&out)[5]) const
    {
        const double parts[] = {0.5, 0.9, 0.99, 0.999, 1};
        for (size_t i = 0; i < 5; ++i) out[i] = parts[i] < 1 ? at(parts[i]) : m_most;
    }

private:
    std::array<qint64, 2'220> m_counts{};
    qint64 m_all = 0;
    double m_most = 0;
};

struct Seat {
    UserId user;
    QByteArray access;
    std::unique_ptr<WebSocketTransport> wire;
    QHash<qint64, std::function<void(wire::ServerFrame &&)>> waiting;
    qint64 lastId = 0;
    bool live = false;
    ChatId chat;
};

/// What stands behind "load " in the first body of a frame.
struct Due {
    qint64 ns = -1;  // -1 = the frame is no event with a message of the load
    qint64 seat = 0; // that sent it: its own connection hears of it as well
};
Due dueIn(const QByteArray &frame)
{
    const qsizetype at = frame.indexOf("\"load ");
    if (at < 0 || !frame.contains("\"t\":\"ev\"")) return {};
    const QList<QByteArray> words = frame.mid(at + 6, 32).split(' ');
    return {words.value(0).toLongLong(), words.value(1).toLongLong()};
}

} // namespace

struct Load::Private {
    LoadPlan plan;
    std::vector<std::unique_ptr<Seat>> seats;
    SystemRandom random;
    QElapsedTimer clock;
    LoadResult result;
    Histogram ack, delivery, second;
    qint64 secondDelivered = 0;
    bool measuring = false;

    QUrl url(const QString &scheme, const QString &path = {}) const
    {
        return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(scheme).arg(plan.port).arg(path));
    }
    void request(Seat &seat, wire::ClientFrame frame, std::function<void(wire::ServerFrame &&)> done)
    {
        const qint64 id = ++seat.lastId;
        seat.waiting.insert(id, std::move(done));
        seat.wire->send(wire::encode(wire::Request{id, std::move(frame)}));
    }
    void received(Seat &seat, const QByteArray &text)
    {
        if (const Due due = dueIn(text); due.ns >= 0) {
            if (!measuring || seats[size_t(due.seat) % seats.size()].get() == &seat) return;
            const double ms = double(clock.nsecsElapsed() - due.ns) / 1e6;
            delivery.add(ms);
            second.add(ms);
            ++result.delivered;
            return;
        }
        auto decoded = wire::decodeReply(text);
        auto *reply = std::get_if<wire::Reply>(&decoded);
        if (!reply || reply->id <= 0) return;
        if (auto done = seat.waiting.take(reply->id)) done(std::move(reply->frame));
    }
    void connectSeat(Seat &seat);
    void sendDue(qint64 number, qint64 dueNs);
};

void Load::Private::connectSeat(Seat &seat)
{
    seat.wire = std::make_unique<WebSocketTransport>();
    seat.wire->setListener({.opened =
                                [this, &seat] {
                                    wire::Hello hello;
                                    hello.token = seat.access;
                                    hello.app = u"kith-lab " KITH_VERSION ""_s;
                                    request(seat, hello, [&seat](wire::ServerFrame &&frame) {
                                        seat.live = std::holds_alternative<wire::HelloOk>(frame);
                                    });
                                },
                            .received = [this, &seat](const QByteArray &text) { received(seat, text); },
                            .closed =
                                [this, &seat](const QString &) {
                                    if (std::exchange(seat.live, false)) ++result.dropped;
                                }});
    seat.wire->open(url(u"ws"_s, u"/v1/ws"_s));
}

void Load::Private::sendDue(qint64 number, qint64 dueNs)
{
    const size_t place = size_t(number) % seats.size();
    Seat &seat = *seats[place];
    ++result.sent;
    if (!seat.live) {
        ++result.refused;
        return;
    }
    wire::Send send;
    send.chat = seat.chat;
    send.mid = Mid::mint(QDateTime::currentMSecsSinceEpoch(), random);
    send.kind = u"text"_s;
    send.body = u"load %1 %2 "_s.arg(dueNs).arg(place) + QString(120, u'm');
    request(seat, std::move(send), [this, dueNs](wire::ServerFrame &&frame) {
        if (std::holds_alternative<wire::Ok>(frame)) {
            ack.add(double(clock.nsecsElapsed() - dueNs) / 1e6);
            ++result.acknowledged;
        } else {
            ++result.refused;
        }
    });
}

Load::Load(const LoadPlan &plan, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->plan = plan;
    d->plan.clients += plan.clients % 2; // they write in pairs
}

Load::~Load() = default;

namespace {

bool waitFor(const std::function<bool()> &met)
{
    QEventLoop loop;
    QTimer look, over;
    over.setSingleShot(true);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (met()) loop.quit();
    });
    QObject::connect(&over, &QTimer::timeout, &loop, &QEventLoop::quit);
    look.start(10);
    over.start(patienceMs);
    if (!met()) loop.exec();
    return met();
}

} // namespace

Status Load::prepare()
{
    AccountApi api(d->url(u"http"_s));
    const qint64 stamp = QDateTime::currentMSecsSinceEpoch() % 1'000'000'000;
    for (int i = 0; i < d->plan.clients; ++i) {
        const QString login = u"load%1-%2"_s.arg(stamp).arg(i);
        const auto answer =
            cli::awaited<ApiResult<wire::SignedIn>>([&](AccountApi::Done<wire::SignedIn> done) {
                api.registerAccount(
                    {login, u"load load load"_s, login, {u"load"_s, u"kith-lab " KITH_VERSION ""_s}},
                    std::move(done));
            });
        const auto *in = std::get_if<wire::SignedIn>(&answer);
        if (!in)
            return Error{Errc::Unavailable,
                         u"The server did not take account %1 of %2."_s.arg(i + 1).arg(d->plan.clients)};
        auto seat = std::make_unique<Seat>();
        seat->user = in->user;
        seat->access = in->access;
        d->seats.push_back(std::move(seat));
    }
    for (const auto &seat : d->seats) d->connectSeat(*seat);
    const auto all = [this](auto what) { return std::all_of(d->seats.begin(), d->seats.end(), what); };
    if (!waitFor([&] { return all([](const auto &seat) { return seat->live; }); }))
        return Error{Errc::Unavailable, u"Not every connection was taken in %1 s."_s.arg(patienceMs / 1000)};
    for (size_t i = 0; i < d->seats.size(); i += 2) {
        Seat &one = *d->seats[i], &other = *d->seats[i + 1];
        wire::ChatNew make;
        make.chat = ChatId::mint(QDateTime::currentMSecsSinceEpoch(), d->random);
        make.op = OpId::mint(QDateTime::currentMSecsSinceEpoch(), d->random);
        make.members = {other.user};
        d->request(one, make, [&one, &other](wire::ServerFrame &&frame) {
            if (const auto *made = std::get_if<wire::Ok>(&frame)) one.chat = other.chat = made->chat;
        });
    }
    if (!waitFor([&] { return all([](const auto &seat) { return bool(seat->chat); }); }))
        return Error{Errc::Unavailable, u"Not every chat was made in %1 s."_s.arg(patienceMs / 1000)};
    return ok();
}

LoadResult Load::run(const std::function<double()> &cpuSeconds,
                     const std::function<void(const LoadSecond &)> &each)
{
    d->clock.start();
    d->measuring = true;
    const double cpuBefore = cpuSeconds();
    double cpuThen = cpuBefore;
    int told = 0;
    QEventLoop loop;
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    connect(&tick, &QTimer::timeout, &loop, [&] {
        const double elapsed = double(d->clock.nsecsElapsed()) / 1e9;
        const auto due = qint64(std::min<double>(elapsed, d->plan.seconds) * d->plan.rate);
        while (d->result.sent < due)
            d->sendDue(d->result.sent, qint64(double(d->result.sent) / d->plan.rate * 1e9));
        if (elapsed >= told + 1 && told < d->plan.seconds) {
            const double now = cpuSeconds();
            const LoadSecond second{++told,
                                    d->result.sent,
                                    d->result.delivered,
                                    d->second.at(0.5),
                                    d->second.at(0.99),
                                    now - std::exchange(cpuThen, now)};
            d->second = {};
            d->result.course.push_back(second);
            each(second);
        }
        const bool quiet = d->result.acknowledged + d->result.refused >= d->result.sent &&
                           d->result.delivered >= d->result.acknowledged;
        if (elapsed >= d->plan.seconds && (quiet || elapsed > d->plan.seconds + restMs / 1000.0)) loop.quit();
    });
    tick.start(tickMs);
    loop.exec();
    d->measuring = false;
    LoadResult result = d->result;
    result.plan = d->plan;
    result.seconds = double(d->clock.nsecsElapsed()) / 1e9;
    result.cpuSeconds = cpuSeconds() - cpuBefore;
    d->ack.tell(result.ackMs);
    d->delivery.tell(result.deliveryMs);
    return result;
}

} // namespace kith::lab
