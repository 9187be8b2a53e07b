#include "core/base/clock.h"
#include "core/base/random.h"
#include "server/storage/sqlite_repository.h"

#include <QTemporaryDir>
#include <cstdio>
#include <ctime>
#include <sqlite3.h>

// CPU time of the server's storage per operation, in microseconds, and of the least that any storage must do:
// one bare INSERT for each message, committed in the same batches with the same durability.

using namespace kith;
using namespace kith::server;
using namespace Qt::StringLiterals;

namespace {

double cpuUs()
{
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1e6 + double(t.tv_nsec) / 1e3;
}

constexpr int pairs = 100;

struct Bench {
    QTemporaryDir dir;
    SystemRandom random;
    qint64 now = SystemClock().wallMs();
    std::unique_ptr<SqliteRepository> repo;
    std::vector<Caller> people; // 2i and 2i+1 share chats[i]
    std::vector<ChatId> chats;
    std::vector<qint64> seqs;
    std::vector<qint64> unpublished;

    Bench()
    {
        repo = *SqliteRepository::open(dir.filePath(u"s.db"_s), SqliteRepository::Mode::Writer, random);
        std::vector<Write> users;
        for (int i = 0; i < 2 * pairs; ++i) users.push_back(NewUser{u"user%1"_s.arg(i), u"U"_s, "h", now});
        for (auto &r : repo->commit(users))
            people.push_back({std::get<UserMade>(r).user, DeviceId::mint(now, random)});
        std::vector<Write> made;
        for (int i = 0; i < pairs; ++i)
            made.push_back(Call{people[size_t(2 * i)],
                                wire::ChatNew{ChatId::mint(now, random),
                                              OpId::mint(now, random),
                                              ChatKind::Direct,
                                              {people[size_t(2 * i + 1)].user},
                                              {}},
                                now});
        for (auto &r : repo->commit(made))
            chats.push_back(std::get<wire::Ok>(std::get<Outcome>(r).answer).chat);
        seqs.assign(pairs, 0);
    }
    Call send(int pair)
    {
        ++seqs[size_t(pair)];
        return {
            people[size_t(2 * pair)],
            wire::Send{
                chats[size_t(pair)], Mid::mint(now, random), u"text"_s, QString(200, u'x'), {}, {}, {}, 0},
            now};
    }
    Call rcpt(int pair, bool seen)
    {
        const Seq at{seqs[size_t(pair)]};
        return {people[size_t(2 * pair + 1)], wire::Rcpt{{{chats[size_t(pair)], at, seen ? at : Seq{}}}},
                now};
    }
    double commit(std::vector<Write> &batch)
    {
        if (!unpublished.empty()) batch.push_back(Published{std::move(unpublished)});
        unpublished.clear();
        const double start = cpuUs();
        auto results = repo->commit(batch);
        const double used = cpuUs() - start;
        for (const auto &r : results)
            if (const auto *o = std::get_if<Outcome>(&r))
                for (const Event &e : o->events)
                    if (e.relayId) unpublished.push_back(e.relayId);
        batch.clear();
        return used;
    }
    /// Per operation of `kind`, over `count` of them in batches of `size`.
    double run(int kind, int count, int size)
    {
        double used = 0;
        std::vector<Write> batch;
        for (int i = 0; i < count; ++i) {
            const int pair = i % pairs;
            if (kind == 0) batch.push_back(send(pair));
            if (kind == 1) batch.push_back(rcpt(pair, true));
            if (kind == 2) {
                batch.push_back(send(pair));
                batch.push_back(rcpt(pair, false));
                batch.push_back(rcpt(pair, true));
            }
            if (int(batch.size()) >= size) used += commit(batch);
        }
        if (!batch.empty()) used += commit(batch);
        return used / count;
    }
};

/// The floor: one table, one bare INSERT for each message.
double bare(int count, int size)
{
    QTemporaryDir dir;
    sqlite3 *db = nullptr;
    sqlite3_open(dir.filePath(u"b.db"_s).toUtf8().constData(), &db);
    sqlite3_exec(
        db,
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE m (id INTEGER PRIMARY KEY,"
        " chat BLOB, mid BLOB, sender BLOB, body TEXT, at INTEGER)",
        nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO m (chat, mid, sender, body, at) VALUES (?1, ?2, ?3, ?4, ?5)", -1,
                       &insert, nullptr);
    const QByteArray id(16, 'i'), body(200, 'x');
    const double start = cpuUs();
    for (int i = 0; i < count; ++i) {
        if (i % size == 0) sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        for (int c = 1; c <= 3; ++c) sqlite3_bind_blob(insert, c, id.constData(), 16, SQLITE_STATIC);
        sqlite3_bind_text(insert, 4, body.constData(), 200, SQLITE_STATIC);
        sqlite3_bind_int64(insert, 5, i);
        sqlite3_step(insert);
        sqlite3_reset(insert);
        if (i % size == size - 1 || i == count - 1) sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    }
    const double used = (cpuUs() - start) / count;
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return used;
}

void reads(Bench &b)
{
    constexpr int count = 300;
    double start = cpuUs();
    qsizetype rows = 0;
    for (int i = 0; i < count; ++i) {
        const auto pair = size_t(i % pairs);
        const Rev from{std::max<qint64>(0, b.seqs[pair] - 200)};
        const auto answer = b.repo->read(
            b.people[2 * pair + 1],
            wire::Sync{b.chats[pair], (*b.repo->identity()).epoch, {from, 0}, {}, {}, 200}, b.now);
        if (const auto *d = std::get_if<wire::Delta>(&answer)) rows += qsizetype(d->rows.size());
        if (const auto *r = std::get_if<wire::Reset>(&answer)) rows += qsizetype(r->rows.size());
    }
    const double sync = cpuUs() - start;
    start = cpuUs();
    for (int i = 0; i < count; ++i) {
        wire::Hello hello;
        hello.dig = wire::Digests(limits::digestBuckets, 1);
        hello.epoch = (*b.repo->identity()).epoch;
        (void)b.repo->read(b.people[size_t(i % (2 * pairs))], hello, b.now);
    }
    std::printf("  sync page %.1f us (%.2f a row, %.0f rows)   hello (1 chat) %.1f us\n", sync / count,
                sync / double(std::max<qsizetype>(rows, 1)), double(rows) / count, (cpuUs() - start) / count);
}

} // namespace

int main(int argc, char **argv)
{
    const int most = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    std::printf("CPU us per operation; one message = send + delivered + seen\n");
    Bench b;
    for (const int stored : {100, most}) {
        qint64 have = 0;
        for (const qint64 s : b.seqs) have += s;
        if (stored > have) b.run(0, int(stored - have), 256);
        std::printf("%d messages stored\n", stored);
        for (const int size : {1, 16, 100}) {
            const int count = size == 1 ? 500 : 4000;
            const double send = b.run(0, count, size), rcpt = b.run(1, std::min(count, pairs), size);
            const double message = b.run(2, count, size);
            std::printf("  batch %3d: send %6.1f   rcpt %6.1f   message %6.1f   bare insert %5.1f\n", size,
                        send, rcpt, message, bare(count, size));
        }
        reads(b);
    }
    return 0;
}
