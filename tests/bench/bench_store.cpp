// What the mirror costs, in CPU, and beside it what plain SQLite costs for the same rows in the same run.
#include "core/base/random.h"
#include "core/store/mirror.h"
#include "core/store/reader.h"
#include "tests/kit/mirror_seed.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTextStream>
#include <algorithm>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

double cpuMs()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &t) { return double(t.tv_sec) * 1e3 + double(t.tv_usec) / 1e3; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

template <class F> double measured(F &&body)
{
    const double from = cpuMs();
    body();
    return cpuMs() - from;
}

/// Median over `runs`; the first, cold one is left out.
template <class F> double median(int runs, F &&body)
{
    std::vector<double> all;
    body(0);
    for (int i = 1; i <= runs; ++i) all.push_back(measured([&] { body(i); }));
    std::nth_element(all.begin(), all.begin() + qsizetype(all.size() / 2), all.end());
    return all[all.size() / 2];
}

void print(const QString &name, double value, const QString &unit, double limit, double baseline)
{
    QTextStream out(stdout);
    out << name.leftJustified(46) << QString::number(value, 'f', 4).rightJustified(12) << u' '
        << unit.leftJustified(7);
    if (limit > 0) out << (value <= limit ? u" ok  limit "_s : u" OVER limit "_s) << limit;
    if (baseline > 0) out << u"  x"_s << QString::number(value / baseline, 'f', 2) << u" of plain SQLite"_s;
    out << Qt::endl;
}

void need(const Status &status)
{
    if (!status) qFatal("%s", qPrintable(status.error().what));
}

/// The same texts with only a key and one full-text index, written by hand.
double plainInsert(const QString &file, const std::vector<QString> &texts, size_t batch)
{
    auto db = Db::open(file, Db::Mode::Writer);
    if (!db) qFatal("%s", qPrintable(db.error().what));
    (*db)->exec(u"CREATE TABLE m(pk INTEGER PRIMARY KEY, body TEXT NOT NULL)"_s);
    (*db)->exec(
        u"CREATE VIRTUAL TABLE f USING fts5(body, content='m', content_rowid='pk', tokenize='trigram')"_s);
    return measured([&] {
        for (size_t from = 0; from < texts.size(); from += batch) {
            Transaction transaction(**db);
            for (size_t i = from; i < std::min(from + batch, texts.size()); ++i) {
                (*db)->run("INSERT INTO m(body) VALUES(?)", {texts[i]});
                (*db)->run("INSERT INTO f(rowid, body) VALUES(?, ?)", {(*db)->lastId(), texts[i]});
            }
            need(transaction.commit());
        }
    });
}

void benchApply(Mirror &mirror, const Seeded &seeded, const QString &folder)
{
    constexpr size_t count = 20'000;
    SeededRandom random(99);
    std::vector<QString> texts;
    for (size_t i = 0; i < count; ++i) texts.push_back(seedText(random));
    const ChatId chat = seeded.chats.at(seeded.chats.size() / 2);
    qint64 seq = mirror.chats.find(chat)->seq.value;
    for (const size_t batch : {size_t(200), size_t(1'000)}) {
        const double plain = plainInsert(folder + u"/plain%1.db"_s.arg(batch), texts, batch);
        const double spent = measured([&] {
            for (size_t from = 0; from < count; from += batch) {
                need(mirror.write([&] {
                    for (size_t i = from; i < from + batch; ++i) {
                        MessageRow row;
                        row.mid = Mid::mint(1'700'000'000'000 + seq, random);
                        row.seq = {++seq};
                        row.rev = {seq + 1};
                        row.sender = seeded.me;
                        row.kind = u"text"_s;
                        row.body = texts[i];
                        row.atMs = 1'700'000'000'000 + seq;
                        mirror.messages.upsert(chat, row);
                    }
                    mirror.chats.setCursor(chat, EpochId::fromBlob(QByteArray(16, 'e')), {{seq}, 5});
                    mirror.chats.raiseSeq(chat, {seq});
                    mirror.ranges.replace(chat, {{{1}, {seq}, std::nullopt}});
                    mirror.receipts.want(chat, {seq}, {0});
                }));
            }
        });
        print(u"apply, batches of %1, per message"_s.arg(batch), spent / double(count), u"ms"_s, 0.1,
              plain / double(count));
    }
}

void benchReads(const QString &file, const Seeded &seeded)
{
    auto opened = Reader::open(file);
    if (!opened) qFatal("%s", qPrintable(opened.error().what));
    Reader &reader = **opened;
    const ChatId big = seeded.chats.front();
    const double newest = median(20, [&](int) { (void)reader.newest(big, 50); });
    print(u"open the big chat, newest 50"_s, newest, u"ms"_s, 16, 0);
    Seq at{reader.newest(big, 50)->messages.front().row.seq};
    const double back = median(40, [&](int) {
        const auto page = reader.before(big, at, 50);
        if (page && !page->messages.empty()) at = page->messages.front().row.seq;
    });
    print(u"page back 50"_s, back, u"ms"_s, 4, 0);
    const double list = median(5, [&](int) {
        const auto places = reader.chatPlaces();
        for (size_t i = 0; places && i < std::min<size_t>(15, places->size()); ++i)
            (void)reader.chat((*places)[i].chat);
    });
    print(u"chat list: %1 places, 15 rows"_s.arg(seeded.chats.size()), list, u"ms"_s, 20, 0);
    print(u"chat list: every row"_s,
          median(2,
                 [&](int) {
                     const auto places = reader.chatPlaces();
                     for (const ChatPlace &place : *places) (void)reader.chat(place.chat);
                 }),
          u"ms"_s, 0, 0);
    print(u"badge over all chats"_s, median(5, [&](int) { (void)reader.unreadTotal(); }), u"ms"_s, 0, 0);
    print(u"status"_s, median(5, [&](int) { (void)reader.status(); }), u"ms"_s, 0, 0);
    const auto search = [&](const QString &name, const QString &words, const std::optional<ChatId> &chat,
                            double limit) {
        size_t hits = 0;
        const double spent = median(7, [&](int) { hits = reader.search(words, chat, 0, 50)->size(); });
        print(u"search %1 (%2 hits)"_s.arg(name).arg(hits), spent, u"ms"_s, limit, 0);
    };
    search(u"rare word"_s, seeded.rareWord, {}, 10);
    search(u"rare substring"_s, seeded.rareSubstring, {}, 10);
    search(u"common word"_s, seeded.commonWord, {}, 10);
    search(u"two words"_s, u"budget tomorrow"_s, {}, 10);
    search(u"absent word of common pieces"_s, u"theingandtion"_s, {}, 25);
    search(u"two letters"_s, u"ok"_s, {}, 10);
    search(u"two letters, absent"_s, u"qx"_s, {}, 0);
    search(u"rare word in the big chat"_s, seeded.rareWord, big, 25);
    search(u"common word in a small chat"_s, seeded.commonWord, seeded.chats.back(), 25);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QTemporaryDir folder;
    SeedPlan plan;
    if (argc > 1) plan.messages = QString::fromLocal8Bit(argv[1]).toInt();
    const QString file = folder.filePath(u"kith.db"_s);
    Seeded seeded;
    const double seeding = measured([&] {
        auto done = seedMirror(file, plan);
        if (!done) qFatal("%s", qPrintable(done.error().what));
        seeded = *done;
    });
    print(u"seed, thousand rows per CPU second"_s, double(seeded.messages) / seeding, u"k/s"_s, 0, 0);
    const double megabytes = double(QFileInfo(file).size()) / 1e6;
    print(u"mirror size, %1 messages"_s.arg(seeded.messages), megabytes, u"MB"_s,
          310.0 * double(seeded.messages) / 1e6, 0);
    benchReads(file, seeded);
    auto mirror = Mirror::open(file);
    if (!mirror) qFatal("%s", qPrintable(mirror.error().what));
    benchApply(**mirror, seeded, folder.path());
    return 0;
}
