// Real engines, real mirrors, and a world that drops, cuts, crashes and restores: every seed must come to
// rest with every mirror equal to the server, every message there once, and nothing in any outbox.
#include "tests/kit/engine_bench.h"

#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

struct World : EngineBench {
    World(quint64 seed, bool mayRestore)
        : EngineBench(seed)
        , restores(mayRestore)
    {
        server.page = 3;
        server.resetAfter = 12;
        server.resetMessages = 3;
        for (const auto &name : {u"anna"_s, u"ben"_s, u"cleo"_s}) people.push_back(server.addUser(name));
        for (int i = 0; i < 2; ++i) chats.push_back(server.addChat());
        for (const size_t owner : {0, 0, 1, 2}) add(people[owner]).engine->setOnline(true);
        loseEvent = [this](Device &, const wire::ServerFrame &) { return chance(8); };
        pass(5'000);
    }
    bool chance(int percent) { return !calm && int(random.below(100)) < percent; }
    Device &any() { return *devices[random.below(devices.size())]; }

    void say(Device &d, const ChatId &chat)
    {
        const QString text = u"t%1"_s.arg(++texts);
        const Mid mid = d.say(chat, text);
        if (d.message(mid)) entered.insert(mid);
        order[{chat, d.id}].push_back(mid);
    }
    void act()
    {
        Device &d = any();
        const ChatId chat = chats[random.below(chats.size())];
        const quint64 k = random.below(100);
        if (k < 45) return say(d, chat);
        const auto page = d.read()->newest(chat, 50);
        if (k < 80) {
            std::vector<Mid> own;
            for (const Message &m : page->messages)
                if (m.mine && !m.row.dead) own.push_back(m.row.mid);
            if (own.empty()) return;
            const Mid mid = own[random.below(own.size())];
            if (k < 70) return d.engine->editText(chat, mid, u"e%1"_s.arg(++texts));
            erased.insert(mid);
            return d.engine->deleteForAll(chat, mid);
        }
        if (k < 90 && !page->messages.empty())
            return d.engine->react(chat, page->messages[random.below(page->messages.size())].row.mid, u"👍"_s,
                                   random.below(2) == 0);
        d.engine->markSeen(chat, d.read()->chat(chat)->head);
    }
    void step()
    {
        const quint64 r = random.below(1'000);
        if (r < 80)
            act();
        else if (r < 800)
            (void)any().step();
        else if (r < 900)
            clock.advance(qint64(random.below(400)));
        else if (r < 920)
            any().wire.cut();
        else if (r < 930)
            any().loseAnswers += 1;
        else if (r < 940)
            any().loseRequests += 1;
        else if (r < 950)
            crash(any());
        else if (r < 955)
            clock.advance(25'000);
        else if (r < 960 && restores)
            backup = server.chats;
        else if (r < 962 && restores && !backup.empty())
            restore();
    }
    void crash(Device &d)
    {
        d.stop();
        d.start();
        d.engine->setOnline(true);
    }
    void restore()
    {
        for (auto &d : devices) d->wire.cut();
        server.chats = backup;
        server.epoch = EpochId::mint(3, random);
        restored = true;
    }
    void rest()
    {
        calm = true;
        for (auto &d : devices) {
            d->loseAnswers = d->loseRequests = 0;
            d->wire.cut();
            d->engine->connectNow();
        }
        pass(120'000);
        for (auto &d : devices) d->wire.cut(); // whoever missed the last events hears of them at a connect
        pass(200'000);
    }

    bool restores, calm = false, restored = false;
    int texts = 0;
    std::vector<UserId> people;
    std::vector<ChatId> chats;
    std::map<ChatId, ModelServer::Chat> backup;
    QSet<Mid> entered;
    QSet<Mid> erased;
    std::map<std::pair<ChatId, DeviceId>, std::vector<Mid>> order;
};

QString faultOf(World &w)
{
    for (const auto &[id, chat] : w.server.chats) {
        std::map<qint64, MessageRow> bySeq;
        for (const auto &[rev, stored] : chat.rows)
            if (const auto *m = std::get_if<MessageRow>(&stored.row)) bySeq[m->seq.value] = *m;
        if (qint64(bySeq.size()) != chat.seq.value) return u"the server's own numbers are not dense"_s;
        for (auto &d : w.devices) {
            if (d->engine->connection().phase != Connection::Phase::Online) return u"not online"_s;
            const auto held = *d->mirror->read([&] { return d->mirror->chats.find(id); });
            if (!held || held->at != chat.at || held->rx != chat.rx || held->seq != chat.seq)
                return u"a cursor"_s;
            const auto status = d->read()->status();
            if (status->waiting || status->refused)
                return u"an outbox: %1 waiting %2 refused"_s.arg(status->waiting).arg(status->refused);
            if (status->holes) return u"holes"_s;
            for (const auto &[seq, row] : bySeq) {
                const auto mine = *d->mirror->read([&] { return d->mirror->messages.atSeq(id, Seq{seq}); });
                if (!mine || mine->row != row || mine->state != MessageState::Sent)
                    return u"row %1 of %2: held %3 rev %4 ev %5 dead %6 state %7; theirs rev %8 ev %9"_s
                               .arg(seq)
                               .arg(chat.seq.value)
                               .arg(mine.has_value())
                               .arg(mine ? mine->row.rev.value : 0)
                               .arg(mine ? mine->row.ev : 0)
                               .arg(mine && mine->row.dead)
                               .arg(mine ? int(mine->state) : 0)
                               .arg(row.rev.value)
                               .arg(row.ev) +
                           (mine && mine->row.mid == row.mid ? u" same mid"_s : u" other mid"_s);
            }
            if (!d->mirror->read([&] { return d->mirror->messages.unsent(id, 10); })->empty())
                return u"a ghost"_s;
        }
    }
    for (const Mid &mid : w.entered)
        if (!w.server.message(mid) && !w.erased.contains(mid)) return u"a message was lost"_s;
    for (const Mid &mid : w.erased) // a deleted message never lives again
        if (const auto *m = w.server.message(mid); m && !m->dead) return u"a deleted message lives"_s;
    if (w.restored) return {};
    for (const auto &[lane, mids] : w.order) {
        Seq last;
        for (const Mid &mid : mids)
            if (const auto *m = w.server.message(mid)) {
                if (m->seq < last) return u"the order of one device's words"_s;
                last = m->seq;
            }
    }
    return {};
}

} // namespace

class TestSimulation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySeedComesToRest_data();
    void everySeedComesToRest();
};

void TestSimulation::everySeedComesToRest_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<bool>("restores");
    const int seeds =
        qEnvironmentVariableIsSet("KITH_SEEDS") ? qEnvironmentVariableIntValue("KITH_SEEDS") : 5;
    const int first =
        qEnvironmentVariableIsSet("KITH_FIRST_SEED") ? qEnvironmentVariableIntValue("KITH_FIRST_SEED") : 1;
    for (int s = first; s < first + seeds; ++s) {
        QTest::addRow("seed %d", s) << quint64(s) << false;
        QTest::addRow("seed %d with restores", s) << quint64(s) << true;
    }
}

void TestSimulation::everySeedComesToRest()
{
    QFETCH(quint64, seed);
    QFETCH(bool, restores);
    World w(seed, restores);
    for (int i = 0; i < 2'000; ++i) w.step();
    w.rest();
    QCOMPARE(faultOf(w), QString());
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
