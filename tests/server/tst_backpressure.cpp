#include "tests/kit/manual_clock.h"
#include "tests/kit/raw_ws_client.h"
#include "tests/kit/test_node.h"
#include "tests/kit/ws_client.h"

#include <QFile>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 beyond = 4 * 1024 * 1024; // sent on top of all that can be held
constexpr int textSize = 15'000;

/// What the kernel itself may hold of one connection, at most.
qint64 kernelBytes()
{
    QFile file(u"/proc/sys/net/ipv4/tcp_wmem"_s);
    if (!file.open(QIODevice::ReadOnly)) return 8 * 1024 * 1024;
    return file.readAll().simplified().split(' ').last().toLongLong() + 256 * 1024;
}

/// Two people; bert's connection is read only when the test says so. One I/O thread, so that whatever it
/// tells one connection happens before or after what it tells the other.
struct Rig {
    Rig()
        : clock(SystemClock().wallMs())
        , node([](auto &options) { options.threads = 1; }, &clock)
        , anna(node.port(), u"anna"_s)
        , account(signUp(node.port(), u"bert"_s))
        , bert(node.port())
    {
        wire::Hello hello;
        hello.token = account.access;
        hello.app = u"test 1"_s;
        const auto answer = bert.ask(hello);
        if (!answer || !std::holds_alternative<wire::HelloOk>(*answer))
            QTest::qFail("hello was refused", __FILE__, __LINE__);
        wire::ChatNew make;
        make.chat = ChatId::mint(clock.wallMs(), anna.random);
        make.op = OpId::mint(clock.wallMs(), anna.random);
        make.members = {account.user};
        const auto made = anna.ws.ask(make);
        if (!made || !std::holds_alternative<wire::Ok>(*made)) QTest::qFail("no chat", __FILE__, __LINE__);
        chat = std::get<wire::Ok>(*made).chat;
        // What the new chat brings has come before anybody stops reading.
        std::ignore = bert.next([](const auto &r) { return std::holds_alternative<wire::Uev>(r.frame); });
    }
    /// Anna writes more than the kernel and the server's buffer hold together.
    void flood()
    {
        const qint64 bytes = kernelBytes() + limits::sessionBufferBytes + beyond;
        std::deque<qint64> open;
        const auto settle = [&] {
            const auto answer = anna.ws.answerTo(open.front());
            open.pop_front();
            QVERIFY(answer && std::holds_alternative<wire::Ok>(*answer));
            for (const Row &row : std::get<wire::Ok>(*answer).rows)
                if (const auto *message = std::get_if<MessageRow>(&row))
                    sent.insert(message->mid, message->rev);
        };
        for (qint64 done = 0; done < bytes; done += textSize) {
            open.push_back(anna.ws.send(anna.text(chat, QString(textSize, u'x'))));
            if (open.size() >= 16) settle();
        }
        while (!open.empty()) settle();
    }
    Rev head() const
    {
        Rev newest;
        for (const Rev &rev : sent) newest = std::max(newest, rev);
        return newest;
    }

    ManualClock clock;
    TestNode node;
    Person anna;
    wire::SignedIn account;
    RawWsClient bert;
    ChatId chat;
    QHash<Mid, Rev> sent;
};

} // namespace

/// A device that does not read: real sockets, a real database, a clock turned by hand.
class TestBackpressure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theServerHoldsLittleAndTheReaderCatchesUp()
    {
        Rig rig;
        rig.bert.reading(false);
        rig.flood();
        const qint64 before = rig.bert.bytesRead;
        rig.bert.reading(true);
        const auto poke =
            rig.bert.next([](const auto &r) { return std::holds_alternative<wire::Poke>(r.frame); });
        QVERIFY(poke); // the session was dirty, and is clean again
        QCOMPARE(std::get<wire::Poke>(*poke).chat, rig.chat);
        QCOMPARE(std::get<wire::Poke>(*poke).rev, rig.head());
        const qint64 held = rig.bert.bytesRead - before;
        QVERIFY2(held <= kernelBytes() + limits::sessionBufferBytes + 2 * limits::clientFrameBytes,
                 qPrintable(QString::number(held)));
        ChatPosition at; // what came before the hole is whole
        EpochId epoch;
        QHash<Mid, Rev> got;
        for (const wire::Reply &reply : rig.bert.heard) {
            const auto *ev = std::get_if<wire::Ev>(&reply.frame);
            if (!ev || ev->chat != rig.chat) continue;
            if (epoch) QCOMPARE(ev->f, at);
            epoch = ev->epoch;
            at = ev->to;
            collect(ev->rows, got);
        }
        QVERIFY(!got.isEmpty() && got.size() < rig.sent.size());
        for (bool more = true; more;) {
            wire::Sync sync;
            sync.chat = rig.chat;
            sync.epoch = epoch;
            sync.at = at;
            const auto answer = rig.bert.ask(sync);
            QVERIFY(answer && std::holds_alternative<wire::Delta>(*answer));
            const auto &delta = std::get<wire::Delta>(*answer);
            QCOMPARE(delta.f, at);
            QVERIFY(delta.to.at > at.at || !delta.more);
            at = delta.to;
            more = delta.more;
            collect(delta.rows, got);
        }
        for (auto it = rig.sent.cbegin(); it != rig.sent.cend(); ++it) QCOMPARE(got.value(it.key()), *it);
        const auto next = rig.anna.ws.ask(rig.anna.text(rig.chat, u"and on it goes"_s));
        QVERIFY(next && std::holds_alternative<wire::Ok>(*next));
        QVERIFY(rig.bert.next([&](const auto &r) { // live again
            const auto *ev = std::get_if<wire::Ev>(&r.frame);
            return ev && ev->f.at >= rig.head();
        }));
    }

    void whoNeverReadsIsLetGo()
    {
        Rig rig;
        rig.bert.reading(false);
        rig.flood();
        WsClient mute(rig.node.port()); // ended by the same tick: tells when that has been
        std::ignore = rig.anna.ws.ask(wire::Ping{});
        rig.clock.advance(limits::slowMs);
        QVERIFY(mute.push<wire::Bye>());
        QVERIFY(rig.anna.ws.ask(wire::Ping{})); // the tick is over
        rig.bert.reading(true);
        const auto bye =
            rig.bert.next([](const auto &r) { return std::holds_alternative<wire::Bye>(r.frame); });
        QVERIFY(bye);
        QCOMPARE(std::get<wire::Bye>(*bye).code, wire::ByeCode::Slow);
        QTRY_VERIFY_WITH_TIMEOUT(rig.bert.closeFrameCame(), 15'000);
        for (const wire::Reply &reply : rig.bert.heard)
            QVERIFY(!std::holds_alternative<wire::Poke>(reply.frame));
    }

private:
    static void collect(const std::vector<Row> &rows, QHash<Mid, Rev> &into)
    {
        for (const Row &row : rows)
            if (const auto *message = std::get_if<MessageRow>(&row)) into.insert(message->mid, message->rev);
    }
};

QTEST_GUILESS_MAIN(TestBackpressure)
#include "tst_backpressure.moc"
