#include "core/base/random.h"
#include "server/storage/read_pool.h"
#include "server/storage/sqlite_repository.h"
#include "server/storage/write_queue.h"

#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <future>
#include <set>

using namespace kith;
using namespace kith::server;
using namespace Qt::StringLiterals;

namespace {

/// A gate that a test opens.
class Gate {
public:
    void open() { m_promise.set_value(); }
    void wait() { m_future.wait(); }

private:
    std::promise<void> m_promise;
    std::shared_future<void> m_future{m_promise.get_future()};
};

/// Keeps what was committed. What the writer thread writes the test may read only after stop().
struct Book {
    std::vector<qint64> committed; // the times of the calls, which number them
    std::vector<size_t> batches;
    std::atomic<qint64> durable{0};
    std::atomic<bool> alive{false};
    std::atomic<int> readsAtOnce{0};
    Gate *gate = nullptr;
    std::atomic<int> entered{0};
};

/// A database that takes as long as a test likes; everything but commits and reads is empty.
class SlowStore final : public Repository {
public:
    explicit SlowStore(Book &book)
        : m_book(book)
    {
        m_book.alive = true;
    }
    ~SlowStore() override { m_book.alive = false; }
    Result<Identity> identity() override { return Identity{}; }
    std::vector<WriteResult> commit(const std::vector<Write> &items) override
    {
        ++m_book.entered;
        if (m_book.gate) m_book.gate->wait();
        std::vector<WriteResult> results;
        for (const Write &item : items) {
            const auto *call = std::get_if<Call>(&item);
            if (call) m_book.committed.push_back(call->nowMs);
            results.emplace_back(Done{});
        }
        m_book.batches.push_back(items.size());
        m_book.durable += qint64(items.size());
        return results;
    }
    wire::ServerFrame read(const Caller &, const wire::ClientFrame &, qint64 nowMs) override
    {
        if (++m_inside != 1) m_book.readsAtOnce = 2; // a repository belongs to one thread
        wire::Pong pong;
        pong.nowMs = nowMs;
        --m_inside;
        return pong;
    }
    Result<std::optional<Account>> accountByLogin(const QString &) override
    {
        return std::optional<Account>{};
    }
    Result<bool> hasLost(const QByteArray &) override { return false; }
    Result<std::optional<Account>> account(const UserId &) override { return std::optional<Account>{}; }
    Result<std::vector<wire::DeviceEntry>> devices(const UserId &) override
    {
        return std::vector<wire::DeviceEntry>{};
    }
    Result<std::optional<wire::Profile>> profile(const UserId &) override
    {
        return std::optional<wire::Profile>{};
    }
    Result<std::optional<wire::Avatar>> avatar(const AvatarId &) override
    {
        return std::optional<wire::Avatar>{};
    }
    Result<std::optional<DeviceInfo>> deviceByToken(const QByteArray &) override
    {
        return std::optional<DeviceInfo>{};
    }
    Result<std::optional<DeviceInfo>> device(const DeviceId &) override
    {
        return std::optional<DeviceInfo>{};
    }
    Result<std::vector<Presence>> presence(const Caller &, const std::vector<UserId> &) override
    {
        return std::vector<Presence>{};
    }
    Result<std::vector<UserId>> typingAudience(const Caller &, const ChatId &) override
    {
        return std::vector<UserId>{};
    }
    Result<std::vector<Unpublished>> unpublished(int) override { return std::vector<Unpublished>{}; }
    Result<AdminRows> oversee(const AdminQuery &) override { return AdminRows{}; }
    Result<bool> pushDue(qint64) override { return false; }
    Result<bool> contentDue(qint64) override { return false; }
    Result<std::optional<FileRow>> file(const Caller &, const AttId &) override
    {
        return std::optional<FileRow>{};
    }
    Result<qint64> usedBytes(const UserId &) override { return 0; }
    Result<std::vector<FileRow>> staleFiles(qint64, qint64, int) override { return std::vector<FileRow>{}; }
    Result<std::vector<AttId>> unknownFiles(const std::vector<AttId> &) override
    {
        return std::vector<AttId>{};
    }

private:
    Book &m_book;
    std::atomic<int> m_inside{0};
};

Write numbered(qint64 n)
{
    Call call;
    call.nowMs = n;
    return call;
}

/// Runs `work(thread number)` on several threads at once and waits for them.
template <class Work> void onThreads(int count, Work work)
{
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) threads.emplace_back([&work, i] { work(i); });
    for (auto &thread : threads) thread.join();
}

} // namespace

/// The writer thread and the reader threads between many callers and one database.
class TestWriteQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersOnlyAfterTheCommitAndInOrder()
    {
        constexpr int callers = 4, each = 2'000;
        Book book;
        WriteQueue::Options options;
        options.batch = 64;
        std::atomic<int> afterBatch{0};
        options.afterBatch = [&] { ++afterBatch; };
        std::vector<std::vector<int>> answered(callers); // each filled on the writer thread only
        std::atomic<int> early{0};
        qint64 answers = 0;
        {
            WriteQueue queue(std::make_unique<SlowStore>(book), options);
            onThreads(callers, [&](int me) {
                for (int i = 0; i < each; ++i) {
                    const auto done = [&, me, i](WriteResult &&result) {
                        if (++answers > book.durable || !std::holds_alternative<Done>(result)) ++early;
                        answered[size_t(me)].push_back(i);
                    };
                    while (!queue.submit(numbered(me * each + i), done)) std::this_thread::yield();
                }
            });
            queue.stop();
            QCOMPARE(queue.waiting(), size_t(0));
            QVERIFY(!queue.submit(numbered(0), {}));
        }
        QCOMPARE(early.load(), 0);
        for (const auto &mine : answered) {
            QCOMPARE(mine.size(), size_t(each));
            QVERIFY(std::is_sorted(mine.begin(), mine.end()));
        }
        QCOMPARE(std::set<qint64>(book.committed.begin(), book.committed.end()).size(),
                 size_t(callers * each));
        std::vector<qint64> last(callers, -1);
        for (const qint64 n : book.committed) {
            QVERIFY(last[size_t(n / each)] < n);
            last[size_t(n / each)] = n;
        }
        QVERIFY(*std::max_element(book.batches.begin(), book.batches.end()) <= options.batch);
        QCOMPARE(size_t(afterBatch.load()), book.batches.size());
    }

    void aFullQueueRefuses()
    {
        Book book;
        Gate gate;
        book.gate = &gate;
        WriteQueue::Options options;
        options.waiting = 8;
        WriteQueue queue(std::make_unique<SlowStore>(book), options);
        QVERIFY(queue.submit(numbered(0), {}));
        QTRY_COMPARE(book.entered.load(), 1); // the writer is at work, the queue is empty
        int refusedAnswered = 0;
        for (int i = 1; i <= 8; ++i) QVERIFY(queue.submit(numbered(i), {}));
        QCOMPARE(queue.waiting(), size_t(8));
        QVERIFY(!queue.submit(numbered(9), [&](WriteResult &&) { ++refusedAnswered; }));
        gate.open();
        queue.stop();
        QCOMPARE(refusedAnswered, 0);
        QCOMPARE(book.committed, (std::vector<qint64>{0, 1, 2, 3, 4, 5, 6, 7, 8}));
        QCOMPARE(book.batches, (std::vector<size_t>{1, 8})); // all that waited shared one commit
    }

    void destructionCommitsWhatWaits()
    {
        Book book;
        Gate gate;
        book.gate = &gate;
        int answers = 0;
        std::thread opener;
        {
            WriteQueue::Options options;
            options.batch = 10;
            options.lazyMs = 3'600'000; // housekeeping must not hold up the end
            WriteQueue queue(std::make_unique<SlowStore>(book), options);
            QVERIFY(queue.submit(numbered(0), [&](WriteResult &&) { ++answers; }));
            QTRY_COMPARE(book.entered.load(), 1);
            for (int i = 1; i < 35; ++i)
                QVERIFY(queue.submit(numbered(i), [&](WriteResult &&) { ++answers; }));
            QVERIFY(queue.submit(Published{{1}}, [&](WriteResult &&) { ++answers; }));
            opener = std::thread([&] { gate.open(); });
        }
        opener.join();
        QCOMPARE(answers, 36);
        QCOMPARE(book.durable.load(), 36);
        QVERIFY(!book.alive);
    }

    void housekeepingWaitsForCompany()
    {
        Book book;
        WriteQueue::Options options;
        options.lazyMs = 3'600'000;
        WriteQueue queue(std::make_unique<SlowStore>(book), options);
        QVERIFY(queue.submit(Published{{1}}, {}));
        QVERIFY(queue.submit(TouchPresence{}, {}));
        std::promise<void> done;
        QVERIFY(queue.submit(numbered(1), [&](WriteResult &&) { done.set_value(); }));
        done.get_future().wait();
        queue.stop();
        QCOMPARE(book.batches, std::vector<size_t>{3});
    }

    void readersShareTheWork()
    {
        constexpr int callers = 4, each = 1'000;
        Book first, second;
        std::atomic<qint64> sum{0};
        std::atomic<int> answers{0};
        {
            std::vector<std::unique_ptr<Repository>> stores;
            stores.push_back(std::make_unique<SlowStore>(first));
            stores.push_back(std::make_unique<SlowStore>(second));
            ReadPool pool(std::move(stores), 100);
            onThreads(callers, [&](int) {
                for (int i = 1; i <= each; ++i) {
                    const auto done = [&](wire::ServerFrame &&frame) {
                        sum += std::get<wire::Pong>(frame).nowMs;
                        ++answers;
                    };
                    while (!pool.read({}, wire::Ping{}, i, done)) std::this_thread::yield();
                }
            });
        } // the end runs what waits
        QCOMPARE(answers.load(), callers * each);
        QCOMPARE(sum.load(), qint64(callers) * each * (each + 1) / 2);
        QCOMPARE(first.readsAtOnce + second.readsAtOnce, 0);
        QVERIFY(!first.alive && !second.alive);
    }

    void aFullPoolRefuses()
    {
        Book book;
        std::vector<std::unique_ptr<Repository>> stores;
        stores.push_back(std::make_unique<SlowStore>(book));
        ReadPool pool(std::move(stores), 3);
        Gate gate, busy;
        QVERIFY(pool.run([&](Repository &) {
            busy.open();
            gate.wait();
        }));
        busy.wait();
        std::atomic<int> ran{0};
        for (int i = 0; i < 3; ++i) QVERIFY(pool.run([&](Repository &) { ++ran; }));
        QVERIFY(!pool.run([&](Repository &) { ++ran; }));
        gate.open();
        pool.stop();
        QCOMPARE(ran.load(), 3);
        QVERIFY(!pool.run([&](Repository &) { ++ran; }));
    }

    void readersSeeWhatTheWriterAnswered()
    {
        constexpr int callers = 3, each = 30;
        QTemporaryDir dir;
        const QString file = dir.filePath(u"kith-server.db"_s);
        SystemRandom random;
        auto writer = SqliteRepository::open(file, SqliteRepository::Mode::Writer, random);
        QVERIFY(writer);
        std::vector<std::unique_ptr<Repository>> readers;
        for (int i = 0; i < 2; ++i) {
            auto reader = SqliteRepository::open(file, SqliteRepository::Mode::Reader, random);
            QVERIFY(reader);
            readers.push_back(std::move(*reader));
        }
        ReadPool pool(std::move(readers)); // outlives the queue, whose callbacks use it
        WriteQueue queue(std::move(*writer), {});
        std::atomic<int> seen{0};
        onThreads(callers, [&](int me) {
            for (int i = 0; i < each; ++i) {
                const QString login = u"user.%1.%2"_s.arg(me).arg(i);
                std::promise<bool> found;
                const auto look = [&](WriteResult &&) { // committed: from now on everybody sees it
                    const bool taken = pool.run([&](Repository &repository) {
                        const auto account = repository.accountByLogin(login);
                        found.set_value(account && account->has_value());
                    });
                    if (!taken) found.set_value(false);
                };
                if (queue.submit(NewUser{login, login, "hash", 1}, look) && found.get_future().get()) ++seen;
            }
        });
        QCOMPARE(seen.load(), callers * each);
    }
};

QTEST_APPLESS_MAIN(TestWriteQueue)
#include "tst_write_queue.moc"
