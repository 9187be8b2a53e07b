#include "core/base/random.h"
#include "core/wire/codec.h"
#ifdef Q_OS_LINUX
#include "server/realtime/epoll_dispatcher.h"
#endif

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>
#include <csignal>
#include <cstdio>
#include <vector>

// The limit that the server is compared with: the same frames between neighbours (0-1, 2-3, …), each message
// stored in SQLite (WAL, FULL, batched), no rules, no rights, no counters beyond the sequence.
using namespace kith;
using namespace Qt::StringLiterals;

namespace {

class Relay : public QObject {
public:
    explicit Relay(const QString &file)
        : m_server(u"relay"_s, QWebSocketServer::NonSecureMode)
        , m_db(QSqlDatabase::addDatabase(u"QSQLITE"_s))
    {
        m_db.setDatabaseName(file);
        m_db.open();
        QSqlQuery query(m_db);
        query.exec(u"PRAGMA journal_mode=WAL"_s);
        query.exec(u"PRAGMA synchronous=FULL"_s);
        query.exec(u"CREATE TABLE m (seq INTEGER PRIMARY KEY, mid BLOB, body TEXT)"_s);
        m_insert = QSqlQuery(m_db);
        m_insert.prepare(u"INSERT INTO m (mid, body) VALUES (?, ?)"_s);
        m_epoch = EpochId::mint(1, m_random);
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            while (QWebSocket *socket = m_server.nextPendingConnection())
                connect(socket, &QWebSocket::textMessageReceived, this,
                        [this, socket](const QString &text) { received(socket, text); });
        });
        m_server.listen(QHostAddress::LocalHost);
        std::printf("kith-bench-relay ready http://127.0.0.1:%d\n", m_server.serverPort());
        std::fflush(stdout);
        m_commit.setSingleShot(true);
        connect(&m_commit, &QTimer::timeout, this, [this] { commit(); });
    }

private:
    struct Waiting {
        size_t from;
        qint64 id;
        wire::Send send;
    };

    void received(QWebSocket *socket, const QString &text)
    {
        auto decoded = wire::decodeRequest(text.toUtf8());
        auto *request = std::get_if<wire::Request>(&decoded);
        if (!request) return;
        if (const auto *hello = std::get_if<wire::Hello>(&request->frame)) {
            const size_t place = hello->token.toULongLong();
            if (m_places.size() <= place) m_places.resize(place + 1);
            m_places[place] = socket;
            socket->setProperty("place", qulonglong(place));
            wire::HelloOk ok;
            ok.user = UserId::mint(1, m_random);
            ok.device = DeviceId::mint(1, m_random);
            ok.epoch = m_epoch;
            return tell(socket, request->id, ok);
        }
        const size_t place = socket->property("place").toULongLong();
        if (auto *send = std::get_if<wire::Send>(&request->frame)) {
            m_waiting.push_back({place, request->id, std::move(*send)});
            if (!m_commit.isActive()) m_commit.start(0);
        } else if (auto *receipt = std::get_if<wire::Rcpt>(&request->frame)) {
            wire::Ok ok;
            for (const auto &item : receipt->items)
                ok.items.push_back({item.chat, item.delivered, item.seen, 0});
            tell(socket, request->id, ok);
            wire::RxEv rx;
            rx.chat = receipt->items.front().chat;
            rx.epoch = m_epoch;
            rx.to = Rx{1};
            rx.mem = {
                {UserId::mint(1, m_random), receipt->items.front().delivered, receipt->items.front().seen}};
            both(place, rx);
        } else {
            wire::Ok ok;
            if (auto *make = std::get_if<wire::ChatNew>(&request->frame)) {
                ok.chat = make->chat;
                ok.epoch = m_epoch;
            }
            tell(socket, request->id, ok);
        }
    }
    void commit()
    {
        std::vector<Waiting> batch;
        batch.swap(m_waiting);
        m_db.transaction();
        for (const Waiting &one : batch) {
            m_insert.bindValue(0, one.send.mid.blob());
            m_insert.bindValue(1, one.send.body);
            m_insert.exec();
        }
        m_db.commit();
        for (const Waiting &one : batch) {
            if (m_seqs.size() <= one.from) m_seqs.resize(one.from + 1);
            MessageRow row;
            row.mid = one.send.mid;
            row.seq = Seq{++m_seqs[one.from]};
            row.rev = Rev{row.seq.value};
            row.sender = UserId::mint(1, m_random);
            row.kind = u"text"_s;
            row.body = one.send.body;
            wire::Ok ok;
            ok.chat = one.send.chat;
            ok.epoch = m_epoch;
            ok.rows = {row};
            tell(m_places[one.from], one.id, ok);
            wire::Ev ev;
            ev.chat = one.send.chat;
            ev.epoch = m_epoch;
            ev.f.at = Rev{row.rev.value - 1};
            ev.to.at = row.rev;
            ev.rows = {row};
            ev.seq = row.seq;
            both(one.from, ev);
        }
    }
    void tell(QWebSocket *socket, qint64 id, const wire::ServerFrame &frame)
    {
        socket->sendTextMessage(QString::fromUtf8(wire::encode(wire::Reply{id, frame})));
    }
    void both(size_t place, const wire::ServerFrame &frame)
    {
        const QString text = QString::fromUtf8(wire::encode(wire::Reply{0, frame}));
        m_places[place]->sendTextMessage(text);
        const size_t other = place ^ 1;
        if (other < m_places.size() && m_places[other]) m_places[other]->sendTextMessage(text);
    }

    QWebSocketServer m_server;
    QSqlDatabase m_db;
    QSqlQuery m_insert;
    SystemRandom m_random;
    EpochId m_epoch;
    QTimer m_commit;
    std::vector<QWebSocket *> m_places;
    std::vector<qint64> m_seqs;
    std::vector<Waiting> m_waiting;
};

} // namespace

int main(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    QCoreApplication::setEventDispatcher(server::makeSocketDispatcher().release());
#endif
    QCoreApplication application(argc, argv);
    std::signal(SIGTERM, [](int) { std::_Exit(0); });
    const Relay relay(application.arguments().value(1));
    return application.exec();
}
