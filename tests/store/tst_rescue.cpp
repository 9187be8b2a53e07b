#include "core/store/rescue.h"
#include "core/wire/codec.h"
#include "tests/kit/damage.h"
#include "tests/kit/mirror_fixture.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace kith;
namespace damage = kith::test::damage;

namespace {

constexpr int sends = 60;

/// An account in use: chats with history, and everything in it that no server holds.
struct Account {
    explicit Account(int history = 120)
    {
        reopen();
        require(m().write([&] {
            m().meta.setUser(me);
            for (int c = 0; c < 3; ++c) {
                StoredChat chat;
                chat.chat = id<ChatId>();
                chat.info = {ChatKind::Group, u"Group %1"_s.arg(c), 2, 1, {1}};
                chat.epoch = EpochId::fromBlob(QByteArray(16, 'e'));
                chat.at = {{history}, 7};
                chat.known = true;
                chat.seq = {history};
                m().chats.put(chat);
                chats.push_back(chat.chat);
                m().members.upsert(chat.chat, {other, u"ann"_s, u"Ann"_s, Role::Member, false, {1}});
            }
        }));
        grow(1, history);
        require(m().write([&] {
            for (int i = 0; i < sends; ++i) enterHere(chats[size_t(i) % 3], u"unsent %1"_s.arg(i));
        }));
        require(m().write([&] {
            OutboxEntry edit;
            edit.chat = chats[0];
            edit.kind = u"edit"_s;
            edit.mid = m().messages.atSeq(chats[0], {7})->row.mid;
            edit.op = id<OpId>();
            edit.payload =
                wire::encode(wire::Request{1, wire::Edit{chats[0], edit.mid, edit.op, 0, u"new"_s}});
            m().outbox.append(edit);
            m().messages.setRefused(mids[0], u"too_long"_s);
            m().outbox.refuse(m().outbox.ofMid(mids[0]).front().pk, u"too_long"_s);
            m().drafts.put(chats[1], {u"half a thou"_s, {}, 3, true}, nowMs);
            m().drafts.remember(chats[2], u"what I wrote before"_s, nowMs);
            m().receipts.want(chats[2], {history}, {90});
        }));
    }
    /// History of every chat, number `from` to number `to`.
    void grow(int from, int to)
    {
        require(m().write([&] {
            for (const ChatId &chat : chats)
                for (int seq = from; seq <= to; ++seq) {
                    MessageRow row = text(u"message %1 of the history, long enough to fill pages"_s.arg(seq));
                    row.seq = {seq};
                    row.rev = {seq};
                    row.sender = other;
                    m().messages.upsert(chat, row);
                }
        }));
    }
    static void require(const Status &status)
    {
        if (!status) qFatal("%s", qPrintable(status.error().what));
    }
    template <class IdT> IdT id() { return IdT::mint(++nowMs, random); }
    Mirror &m() { return *mirror; }
    QString file() const { return folder.filePath(u"kith.db"_s); }
    MessageRow text(const QString &body)
    {
        MessageRow row;
        row.mid = id<Mid>();
        row.sender = me;
        row.kind = u"text"_s;
        row.body = body;
        row.atMs = nowMs;
        return row;
    }
    /// As pressing Enter does it.
    void enter(const ChatId &chat, const QString &body)
    {
        require(m().write([&] { enterHere(chat, body); }));
    }
    void enterHere(const ChatId &chat, const QString &body)
    {
        const MessageRow row = text(body);
        m().messages.insertQueued(chat, row);
        OutboxEntry e;
        e.chat = chat;
        e.kind = u"send"_s;
        e.mid = row.mid;
        e.tries = 1;
        e.enteredMs = nowMs;
        e.payload = wire::encode(wire::Request{1, wire::Send{chat, row.mid, row.kind, body, {}, {}, {}, 0}});
        m().outbox.append(e);
        mids.push_back(row.mid);
    }
    void close() { mirror.reset(); }
    void reopen(const QString &damage = {})
    {
        mirror.reset();
        auto opened = rescue::open(file(), me, ++nowMs, damage);
        if (!opened) qFatal("%s", qPrintable(opened.error().what));
        mirror = *std::move(opened);
    }
    std::optional<RescueReport> report() { return *rescue::report(m()); }
    /// The queued messages that the mirror holds whole: row and outbox entry, each once, in the order of
    /// entering.
    std::vector<Mid> held()
    {
        std::vector<Mid> all;
        const auto items = m().read([&] {
            std::vector<OutboxEntry> entries;
            for (const ChatId &chat : chats)
                for (OutboxEntry &e : m().outbox.ofLane(chat, 10'000)) entries.push_back(std::move(e));
            std::sort(entries.begin(), entries.end(), [](auto &a, auto &b) { return a.pk < b.pk; });
            for (const OutboxEntry &e : entries) {
                const auto message = m().messages.find(e.mid);
                if (e.kind == u"send"_s && message && message->row.seq == Seq{}) all.push_back(e.mid);
            }
            return true;
        });
        return items ? all : std::vector<Mid>();
    }

    QTemporaryDir folder;
    SeededRandom random{5};
    qint64 nowMs = 1'700'000'000'000;
    UserId me = id<UserId>(), other = id<UserId>();
    std::vector<ChatId> chats;
    std::vector<Mid> mids;
    std::unique_ptr<Mirror> mirror;
};

/// The files as a killed process leaves them: nothing closed, nothing checkpointed.
void copyAsKilled(const QString &from, const QString &to)
{
    for (const QString &name : QDir(from).entryList(QDir::Files))
        if (!name.endsWith(u"-shm"_s)) QFile::copy(from + u'/' + name, to + u'/' + name);
}

} // namespace

class TestRescue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTreeMayBeDamaged_data()
    {
        QTest::addColumn<QString>("tree");
        QTest::addColumn<bool>("spare");
        for (const char *tree : {"outbox", "messages", "chats", "receipts", "drafts", "draft_history",
                                 "users", "members", "ranges", "meta", "fts_data", "outbox_lane",
                                 "messages_unsent", "sqlite_autoindex_chats_1", "sqlite_sequence"}) {
            QTest::addRow("%s", tree) << QString::fromLatin1(tree) << true;
            QTest::addRow("%s, no spare", tree) << QString::fromLatin1(tree) << false;
        }
    }
    void everyTreeMayBeDamaged()
    {
        QFETCH(QString, tree);
        QFETCH(bool, spare);
        Account a;
        a.close();
        if (!spare) Spare::remove(a.file());
        QVERIFY(damage::tree(a.file(), tree));
        a.reopen(u"a page could not be read"_s);
        const auto report = a.report();
        QVERIFY(report);
        QVERIFY(QFile::exists(report->keptFile));
        QCOMPARE(a.held(), a.mids);
        QCOMPARE(report->messages.saved, sends);
        QCOMPARE(report->messages.lost, 0);
        QCOMPARE(a.m().messages.find(a.mids[0])->state, MessageState::Refused);
        QCOMPARE(a.m().outbox.ofMid(a.mids[0]).front().lastError, u"too_long"_s);
        const bool edits = spare || tree != u"outbox"_s;
        QCOMPARE(report->changes, (RescueReport::Count{edits ? 1 : 0, edits ? 0 : 1, false}));
        // What lies in a lost tree is lost, and said to be; everything else is there.
        const bool drafts = spare || tree != u"drafts"_s;
        QCOMPARE(a.m().drafts.get(a.chats[1]).text, drafts ? u"half a thou"_s : QString());
        QCOMPARE(report->drafts.lost > 0 || report->drafts.unsure,
                 !spare && (tree == u"drafts"_s || tree == u"draft_history"_s));
        const bool marks = spare || tree != u"receipts"_s;
        QCOMPARE(a.m().receipts.get(a.chats[2]).wantSeen, Seq{marks ? 90 : 0});
        QCOMPARE(report->marks.lost > 0 || report->marks.unsure, !marks);
    }
    void theWholeFileMayBeLost_data()
    {
        QTest::addColumn<int>("how");
        QTest::addRow("header") << 0;
        QTest::addRow("empty") << 1;
        QTest::addRow("gone") << 2;
        QTest::addRow("half") << 3;
        QTest::addRow("rubbish") << 4;
    }
    void theWholeFileMayBeLost()
    {
        QFETCH(int, how);
        Account a;
        a.close();
        const QString file = a.file();
        QVERIFY(how == 0   ? damage::header(file)
                : how == 1 ? damage::cut(file, 0)
                : how == 2 ? QFile::remove(file)
                : how == 3 ? damage::half(file)
                           : damage::overwrite(file, 0, QFile(file).size()));
        a.reopen(); // found out by itself
        const auto report = a.report();
        QVERIFY(report);
        QCOMPARE(report->keptFile.isEmpty(), how == 2);
        QVERIFY(how == 2 || QFile::exists(report->keptFile));
        QCOMPARE(a.held(), a.mids);
        QCOMPARE(report->messages, (RescueReport::Count{sends, 0, false}));
        QCOMPARE(report->changes.saved, 1);
        QCOMPARE(a.m().drafts.get(a.chats[1]).text, u"half a thou"_s);
        QCOMPARE(a.m().receipts.get(a.chats[2]).wantSeen, Seq{90});
        // And it goes on as a mirror, once.
        QVERIFY(rescue::told(a.m()));
        a.enter(a.chats[0], u"after"_s);
        a.reopen();
        QVERIFY(!a.report());
        QCOMPARE(a.held(), a.mids);
    }
    void theSameThingTwiceInOneTransaction()
    {
        MirrorFixture f;
        const UserId ann = f.user(u"ann"_s, u"Ann"_s);
        const ChatId chat = f.chat(ChatKind::Direct, {ann});
        f.fill(chat, ann, 5);
        Mirror &m = *f.mirror;
        QVERIFY(m.attachSpare() && m.beginSpare());
        for (int again = 0; again < 2; ++again) { // upserts, whose rules about conflicts reach into triggers
            const Status written = m.write([&] {
                for (qint64 seq = 1; seq <= 3; ++seq) m.receipts.want(chat, {seq}, {seq + again});
                for (int ver = 1; ver <= 3; ++ver) m.drafts.put(chat, {u"typed"_s, {}, ver, true}, ver);
            });
            QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().what));
        }
    }

    void halfAFileWithoutASpareGivesWhatItHas()
    {
        Account a(20);
        a.grow(21, 800); // behind what waits
        a.close();
        Spare::remove(a.file());
        QVERIFY(damage::half(a.file()));
        a.reopen();
        const auto report = a.report();
        QVERIFY(report);
        QCOMPARE(a.held(), a.mids); // it lies in the half that is left
        QCOMPARE(report->messages.saved, sends);
        QCOMPARE(a.m().drafts.get(a.chats[1]).text, u"half a thou"_s);
    }
    void aLogCutOffLosesNothingTheSpareKnows_data()
    {
        QTest::addColumn<double>("kept");
        QTest::addRow("gone") << -1.0;
        QTest::addRow("empty") << 0.0;
        QTest::addRow("half") << 0.5;
        QTest::addRow("torn") << 0.97;
    }
    void aLogCutOffLosesNothingTheSpareKnows()
    {
        QFETCH(double, kept);
        Account a;
        a.reopen(); // everything so far is in the file itself
        for (int i = 0; i < 20; ++i) a.enter(a.chats[1], u"only in the log %1"_s.arg(i));
        Account killed;
        killed.close();
        QDir(killed.folder.path()).removeRecursively();
        QVERIFY(QDir().mkpath(killed.folder.path()));
        copyAsKilled(a.folder.path(), killed.folder.path());
        const QString log = killed.file() + u"-wal"_s;
        QVERIFY(QFile(log).size() > 4096);
        QVERIFY(kept < 0 ? QFile::remove(log) : damage::cut(log, qint64(double(QFile(log).size()) * kept)));
        killed.me = a.me;
        killed.chats = a.chats;
        killed.reopen();
        QCOMPARE(killed.held(), a.mids);
        const auto report = killed.report();
        QVERIFY(report && report->keptFile.isEmpty() && report->messages.saved > 0);
    }
    void aRescueThatIsInterruptedIsFinished()
    {
        // After each step that can be seen from outside: the log is aside, the file is aside.
        for (const int steps : {0, 1, 2}) {
            Account a;
            a.close();
            QFile::copy(a.file(), a.file() + u".whole"_s);
            QVERIFY(damage::tree(a.file(), u"messages"_s));
            a.reopen(u"damaged"_s);
            const QString kept = a.report()->keptFile, stamp = kept.section(u'-', -1);
            a.close();
            QVERIFY(QFile::rename(a.file(), a.file() + u".rescued-"_s + stamp));
            if (steps < 2) QVERIFY(QFile::rename(kept, a.file()));
            if (steps == 1) QVERIFY(QFile(a.file() + u"-wal"_s).open(QIODevice::WriteOnly));
            a.reopen();
            QCOMPARE(a.report()->keptFile, kept);
            QVERIFY(QFile::exists(kept));
            QCOMPARE(a.held(), a.mids);
        }
    }
    void withoutRoomNothingIsTouched()
    {
        Account a;
        a.close();
        QVERIFY(damage::header(a.file()));
        QFile damaged(a.file());
        QVERIFY(damaged.open(QIODevice::ReadOnly));
        const QByteArray before = damaged.readAll();
        // A folder stands where the fresh file would be built.
        QVERIFY(QDir(a.folder.path()).mkpath(u"kith.db.rescue-part/x"_s));
        const auto opened = rescue::open(a.file(), a.me, a.nowMs);
        QVERIFY(!opened);
        damaged.seek(0);
        QCOMPARE(damaged.readAll(), before);
        QVERIFY(QFile::exists(Spare::fileOf(a.file())));
        QVERIFY(QDir(a.folder.path()).removeRecursively() || true);
    }
    void theFileOfAnotherUserIsRefused()
    {
        Account a;
        a.close();
        const auto opened = rescue::open(a.file(), a.other, a.nowMs);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Errc::BadInput);
    }
    void aSpareOfRubbishIsBegunAnew()
    {
        Account a;
        a.close();
        QVERIFY(damage::overwrite(Spare::fileOf(a.file()), 0, QFile(Spare::fileOf(a.file())).size()));
        a.reopen();
        QVERIFY(!a.report());
        a.enter(a.chats[0], u"one more"_s);
        a.close();
        QVERIFY(damage::header(a.file()));
        a.reopen();
        QCOMPARE(a.held(), a.mids);
    }
};

QTEST_GUILESS_MAIN(TestRescue)
#include "tst_rescue.moc"
