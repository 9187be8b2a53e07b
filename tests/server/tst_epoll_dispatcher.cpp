#include "server/realtime/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <array>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace kith::server;

namespace {

/// Two connected descriptors, closed at the end.
struct Pair {
    Pair()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds.data()) != 0) qFatal("no socket pair");
    }
    ~Pair()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Q_DISABLE_COPY_MOVE(Pair)
    void closeEnd(size_t i)
    {
        if (fds[i] >= 0) ::close(std::exchange(fds[i], -1));
    }
    void feed() const { QVERIFY(::write(fds[1], "x", 1) == 1); }
    void eat() const
    {
        char byte = 0;
        QVERIFY(::read(fds[0], &byte, 1) == 1);
    }
    std::array<int, 2> fds{-1, -1};
};

QAbstractEventDispatcher *dispatcher() { return QAbstractEventDispatcher::instance(); }
bool turn() { return dispatcher()->processEvents(QEventLoop::AllEvents); }

} // namespace

/// The main thread of this program runs on the dispatcher under test (see main below).
class TestEpollDispatcher : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void usesTheDispatcher() { QVERIFY(qobject_cast<EpollDispatcher *>(dispatcher())); }

    void readIsToldUntilTheSocketIsEmpty()
    {
        const Pair pair;
        QSocketNotifier notifier(pair.fds[0], QSocketNotifier::Read);
        int told = 0;
        connect(&notifier, &QSocketNotifier::activated, this, [&] { ++told; });
        turn();
        QCOMPARE(told, 0);
        pair.feed();
        turn();
        turn();
        QCOMPARE(told, 2); // level-triggered
        pair.eat();
        turn();
        QCOMPARE(told, 2);
    }

    void disabledNotifierIsSilent()
    {
        const Pair pair;
        QSocketNotifier notifier(pair.fds[0], QSocketNotifier::Read);
        int told = 0;
        connect(&notifier, &QSocketNotifier::activated, this, [&] { ++told; });
        turn();
        pair.feed();
        notifier.setEnabled(false);
        turn();
        QCOMPARE(told, 0);
        notifier.setEnabled(true);
        turn();
        QCOMPARE(told, 1);
    }

    void readAndWriteOnOneDescriptor()
    {
        const Pair pair;
        QSocketNotifier reader(pair.fds[0], QSocketNotifier::Read);
        QSocketNotifier writer(pair.fds[0], QSocketNotifier::Write);
        int reads = 0, writes = 0;
        connect(&reader, &QSocketNotifier::activated, this, [&] { ++reads; });
        connect(&writer, &QSocketNotifier::activated, this, [&] {
            ++writes;
            writer.setEnabled(false);
        });
        turn();
        QCOMPARE(writes, 1);
        pair.feed();
        turn();
        QCOMPARE(reads, 1);
        QCOMPARE(writes, 1);
    }

    void handlerMayTakeOthersAway()
    {
        const Pair a, b;
        auto first = std::make_unique<QSocketNotifier>(a.fds[0], QSocketNotifier::Read);
        auto second = std::make_unique<QSocketNotifier>(b.fds[0], QSocketNotifier::Read);
        int told = 0;
        connect(first.get(), &QSocketNotifier::activated, this, [&] {
            ++told;
            second.reset();
        });
        connect(second.get(), &QSocketNotifier::activated, this, [&] {
            ++told;
            first.reset();
        });
        a.feed();
        b.feed();
        turn();
        turn();
        QVERIFY(told >= 1);
        QVERIFY(!first != !second); // one of them got to run and removed the other
    }

    void reusedDescriptorNumberIsWatchedAnew()
    {
        for (int round = 0; round < 3; ++round) {
            const Pair pair; // the kernel gives the same numbers again
            QSocketNotifier notifier(pair.fds[0], QSocketNotifier::Read);
            int told = 0;
            connect(&notifier, &QSocketNotifier::activated, this, [&] { ++told; });
            if (round > 0) pair.feed(); // … without a turn in between that could tell the kernel
            turn();
            QCOMPARE(told, round > 0 ? 1 : 0);
        }
    }

    void closedAndReopenedBetweenTurns()
    {
        auto pair = std::make_unique<Pair>();
        const int number = pair->fds[0];
        auto notifier = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
        turn(); // the kernel knows it
        notifier.reset();
        pair.reset();
        const Pair again;
        QCOMPARE(again.fds[0], number);
        QSocketNotifier renewed(number, QSocketNotifier::Read);
        int told = 0;
        connect(&renewed, &QSocketNotifier::activated, this, [&] { ++told; });
        again.feed();
        turn();
        QCOMPARE(told, 1);
    }

    void hangUpIsTold()
    {
        Pair pair;
        QSocketNotifier notifier(pair.fds[0], QSocketNotifier::Read);
        int told = 0;
        connect(&notifier, &QSocketNotifier::activated, this, [&] { ++told; });
        pair.closeEnd(1);
        turn();
        QCOMPARE(told, 1);
    }

    void excludedSocketsWait()
    {
        const Pair pair;
        QSocketNotifier notifier(pair.fds[0], QSocketNotifier::Read);
        int told = 0;
        connect(&notifier, &QSocketNotifier::activated, this, [&] { ++told; });
        pair.feed();
        dispatcher()->processEvents(QEventLoop::ExcludeSocketNotifiers);
        QCOMPARE(told, 0);
        turn();
        QCOMPARE(told, 1);
    }

    void manySockets()
    {
        constexpr size_t count = 600; // more than one turn takes
        std::vector<std::unique_ptr<Pair>> pairs;
        std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
        QSet<int> told;
        for (size_t i = 0; i < count; ++i) {
            pairs.push_back(std::make_unique<Pair>());
            const int fd = pairs.back()->fds[0];
            notifiers.push_back(std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Read));
            connect(notifiers.back().get(), &QSocketNotifier::activated, this, [&told, fd] {
                char byte = 0;
                if (::read(fd, &byte, 1) == 1) told.insert(fd);
            });
        }
        for (const auto &pair : pairs) pair->feed();
        for (int i = 0; i < 10 && told.size() < qsizetype(count); ++i) turn();
        QCOMPARE(told.size(), qsizetype(count));
    }

    void nestedLoopServesSockets()
    {
        const Pair outer, inner;
        QSocketNotifier first(outer.fds[0], QSocketNotifier::Read);
        QSocketNotifier second(inner.fds[0], QSocketNotifier::Read);
        QEventLoop loop;
        bool nested = false;
        connect(&second, &QSocketNotifier::activated, this, [&] {
            inner.eat();
            nested = true;
            loop.quit();
        });
        connect(&first, &QSocketNotifier::activated, this, [&] {
            outer.eat();
            inner.feed();
            loop.exec();
        });
        outer.feed();
        turn();
        QVERIFY(nested);
    }

    void zeroTimerRunsOnceATurn()
    {
        QTimer timer;
        int told = 0;
        connect(&timer, &QTimer::timeout, this, [&] { ++told; });
        timer.start(0);
        turn();
        turn();
        turn();
        QCOMPARE(told, 3);
        timer.stop();
        turn();
        QCOMPARE(told, 3);
    }

    void zeroTimersDoNotStarveSockets()
    {
        const Pair pair;
        QSocketNotifier notifier(pair.fds[0], QSocketNotifier::Read);
        int told = 0;
        connect(&notifier, &QSocketNotifier::activated, this, [&] { ++told; });
        QTimer timer;
        timer.start(0);
        pair.feed();
        turn();
        QCOMPARE(told, 1);
    }

    void timersComeInOrderAndNeverEarly()
    {
        QList<int> order;
        QElapsedTimer since;
        since.start();
        QEventLoop loop;
        qint64 at30 = 0;
        QTimer::singleShot(30, Qt::PreciseTimer, &loop, [&] {
            at30 = since.elapsed();
            order << 30;
            loop.quit();
        });
        QTimer::singleShot(10, Qt::PreciseTimer, &loop, [&] { order << 10; });
        QTimer::singleShot(20, Qt::PreciseTimer, &loop, [&] { order << 20; });
        loop.exec();
        QCOMPARE(order, (QList<int>{10, 20, 30}));
        QVERIFY(at30 >= 30);
    }

    void handlerMayStopOrRestartItsTimer()
    {
        QTimer timer;
        int told = 0;
        connect(&timer, &QTimer::timeout, this, [&] {
            if (++told == 1)
                timer.start(0); // another id
            else
                timer.stop();
        });
        timer.start(0);
        for (int i = 0; i < 5; ++i) turn();
        QCOMPARE(told, 2);
    }

    void timerIsNotReenteredByNestedLoop()
    {
        QTimer timer;
        int depth = 0, deepest = 0, told = 0;
        connect(&timer, &QTimer::timeout, this, [&] {
            deepest = std::max(deepest, ++depth);
            if (++told <= 3) turn();
            --depth;
        });
        timer.start(0);
        turn();
        turn();
        QCOMPARE(deepest, 1);
        QCOMPARE(told, 2);
    }

    void remainingTimeAndRegisteredTimers()
    {
        QObject owner;
        const int id = owner.startTimer(60'000);
        const int left = dispatcher()->remainingTime(id);
        QVERIFY(left > 50'000 && left <= 60'000);
        QCOMPARE(dispatcher()->registeredTimers(&owner).size(), 1);
        QCOMPARE(dispatcher()->registeredTimers(&owner).first().interval, 60'000);
        owner.killTimer(id);
        QCOMPARE(dispatcher()->remainingTime(id), -1);
        QVERIFY(dispatcher()->registeredTimers(&owner).isEmpty());
    }

    void excludedTimersWait()
    {
        QTimer timer;
        int told = 0;
        connect(&timer, &QTimer::timeout, this, [&] { ++told; });
        timer.start(0);
        dispatcher()->processEvents(QEventLoop::X11ExcludeTimers);
        QCOMPARE(told, 0);
        turn();
        QCOMPARE(told, 1);
    }

    void postedEventsOfOtherThreadsEndTheWait()
    {
        constexpr int count = 20'000;
        std::atomic<int> heard{0};
        QEventLoop loop;
        QObject target;
        std::thread poster([&] {
            for (int i = 0; i < count; ++i)
                QMetaObject::invokeMethod(&target, [&] {
                    if (++heard == count) loop.quit();
                });
        });
        loop.exec(); // would hang if one wake-up were lost
        poster.join();
        QCOMPARE(heard.load(), count);
    }

    void interruptEndsTheWait()
    {
        std::thread waker([mine = dispatcher()] { mine->interrupt(); });
        // Waits until it is interrupted or, when that came first, sees the wake-up.
        dispatcher()->processEvents(QEventLoop::WaitForMoreEvents);
        waker.join();
    }

    void echoInAThreadOfItsOwn()
    {
        QThread thread;
        thread.setEventDispatcher(makeSocketDispatcher().release());
        auto *server = new QTcpServer;
        server->moveToThread(&thread);
        connect(&thread, &QThread::finished, server, &QObject::deleteLater);
        connect(server, &QTcpServer::newConnection, server, [server] {
            QTcpSocket *socket = server->nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
        });
        thread.start();
        quint16 port = 0;
        QMetaObject::invokeMethod(
            server,
            [&] {
                server->listen(QHostAddress::LocalHost);
                port = server->serverPort();
            },
            Qt::BlockingQueuedConnection);
        const QByteArray sent(3'000'000, 'k'); // more than any socket buffer: writing has to wait
        QByteArray back;
        QTcpSocket client;
        connect(&client, &QTcpSocket::readyRead, this, [&] { back += client.readAll(); });
        client.connectToHost(QHostAddress::LocalHost, port);
        client.write(sent);
        QTRY_COMPARE_WITH_TIMEOUT(back.size(), sent.size(), 30'000);
        QCOMPARE(back, sent);
        client.disconnectFromHost();
        thread.quit();
        QVERIFY(thread.wait());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(makeSocketDispatcher().release());
    QCoreApplication application(argc, argv);
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_epoll_dispatcher.moc"
