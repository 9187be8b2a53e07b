#include "server/storage/db.h"
#include "server/storage/schema.h"
#include "server/storage/sqlite_repository.h"
#include "tests/server/content_contract.h"
#include "tests/server/hidden_contract.h"
#include "tests/server/polls_contract.h"
#include "tests/server/push_contract.h"
#include "tests/server/repository_contract.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <set>
#include <sqlite3.h>

using namespace kith;
using namespace kith::server;
using namespace kith::testkit;
using namespace Qt::StringLiterals;

namespace {

/// Fails the n-th statement from now on, once.
struct NthFails final : StatementFaults {
    qint64 left = -1;
    bool fails(const char *) override { return left >= 0 && left-- == 0; }
};

struct SqliteRig {
    QTemporaryDir dir;
    QString file = dir.filePath(u"server.db"_s);
    SystemRandom random;
    NthFails faults;
    std::unique_ptr<SqliteRepository> opened;

    SqliteRig() { reopen(); }
    Repository &repo() { return *opened; }
    void reopen()
    {
        opened.reset();
        auto made = SqliteRepository::open(file, SqliteRepository::Mode::Writer, random, &faults);
        if (!made) throw std::runtime_error(made.error().what.toStdString());
        opened = *std::move(made);
    }
};

QByteArray hashOf(const QString &file)
{
    QFile f(file);
    return f.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(f.readAll(), QCryptographicHash::Sha256)
                                       : QByteArray();
}

/// Runs `sql` on a file by a connection of its own.
void runSql(const QString &file, const char *sql)
{
    sqlite3 *db = nullptr;
    if (sqlite3_open(file.toUtf8().constData(), &db) != SQLITE_OK ||
        sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(db));
    sqlite3_close(db);
}

} // namespace

class TestSqliteRepository : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // the contract
    void nobodyWantsPushesNothingIsKept() { testkit::nobodyWantsPushesNothingIsKept<SqliteRig>(); }
    void oneDeviceIsWokenOnceForAllThatWaits() { testkit::oneDeviceIsWokenOnceForAllThatWaits<SqliteRig>(); }
    void aClaimThatNobodyReportsIsMadeAgain() { testkit::aClaimThatNobodyReportsIsMadeAgain<SqliteRig>(); }
    void whoHasSeenOrMutedOrLeftIsNotWoken() { testkit::whoHasSeenOrMutedOrLeftIsNotWoken<SqliteRig>(); }
    void deletedMessagesWakeNobodyAndSilentOnesSoftly()
    {
        testkit::deletedMessagesWakeNobodyAndSilentOnesSoftly<SqliteRig>();
    }
    void deadTokensAreNotUsedAgain() { testkit::deadTokensAreNotUsedAgain<SqliteRig>(); }
    void whatFailsIsTriedLaterAndGivenUpAtLast()
    {
        testkit::whatFailsIsTriedLaterAndGivenUpAtLast<SqliteRig>();
    }
    void endedDevicesAndAccountsAreForgotten() { testkit::endedDevicesAndAccountsAreForgotten<SqliteRig>(); }
    void aBigGroupIsSpreadInParts() { testkit::aBigGroupIsSpreadInParts<SqliteRig>(); }
    void sendsAreDenseAndAnswerWithTheRow() { testkit::sendsAreDenseAndAnswerWithTheRow<SqliteRig>(); }
    void aRepeatMeetsItsRowWhateverHappenedMeanwhile()
    {
        testkit::aRepeatMeetsItsRowWhateverHappenedMeanwhile<SqliteRig>();
    }
    void twinsInOneBatchAreStoredOnce() { testkit::twinsInOneBatchAreStoredOnce<SqliteRig>(); }
    void whatMayNotBeSentIsRefused() { testkit::whatMayNotBeSentIsRefused<SqliteRig>(); }
    void editsCompareAndKeepTheirAnswer() { testkit::editsCompareAndKeepTheirAnswer<SqliteRig>(); }
    void deletesLeaveATombstoneAlsoForTheUnknown()
    {
        testkit::deletesLeaveATombstoneAlsoForTheUnknown<SqliteRig>();
    }
    void reactionsCompareAndAreBounded() { testkit::reactionsCompareAndAreBounded<SqliteRig>(); }
    void receiptsOnlyGrow() { testkit::receiptsOnlyGrow<SqliteRig>(); }
    void unreadCountsWhatOthersWroteAndStillStands()
    {
        testkit::unreadCountsWhatOthersWroteAndStillStands<SqliteRig>();
    }
    void settingsCompareAndSendingClearsItsDraft()
    {
        testkit::settingsCompareAndSendingClearsItsDraft<SqliteRig>();
    }
    void aDirectChatIsOneForEachPair() { testkit::aDirectChatIsOneForEachPair<SqliteRig>(); }
    void rightsInAGroup() { testkit::rightsInAGroup<SqliteRig>(); }
    void whoIsRemovedHearsNothingMoreAndMayComeBack()
    {
        testkit::whoIsRemovedHearsNothingMoreAndMayComeBack<SqliteRig>();
    }
    void aCursorThatCannotBeFollowedIsReset() { testkit::aCursorThatCannotBeFollowedIsReset<SqliteRig>(); }
    void settingsAreCaughtUpInPages() { testkit::settingsAreCaughtUpInPages<SqliteRig>(); }
    void digestsProveAndHeadsTellTheRest() { testkit::digestsProveAndHeadsTellTheRest<SqliteRig>(); }
    void theChatListIsPagedToItsEnd() { testkit::theChatListIsPagedToItsEnd<SqliteRig>(); }
    void pagesStayBelowTheFrameLimit() { testkit::pagesStayBelowTheFrameLimit<SqliteRig>(); }
    void haveTellsWhatIsThere() { testkit::haveTellsWhatIsThere<SqliteRig>(); }
    void proofSumsWhatIsThere() { testkit::proofSumsWhatIsThere<SqliteRig>(); }
    void proofIsBounded() { testkit::proofIsBounded<SqliteRig>(); }
    void largeGroupsBringTheNamesOfTheirWriters()
    {
        testkit::largeGroupsBringTheNamesOfTheirWriters<SqliteRig>();
    }
    void accountsAndDevices() { testkit::accountsAndDevices<SqliteRig>(); }
    void whatWasAnsweredSurvivesReopening() { testkit::whatWasAnsweredSurvivesReopening<SqliteRig>(); }
    void everyWayOfCatchingUpEndsTheSame() { testkit::everyWayOfCatchingUpEndsTheSame<SqliteRig>(); }
    void whatIsInATextIsCheckedAndKept() { testkit::whatIsInATextIsCheckedAndKept<SqliteRig>(); }
    void forwardsSayWhoseWordsTheyAre() { testkit::forwardsSayWhoseWordsTheyAre<SqliteRig>(); }
    void aForwardedFileOutlivesItsFirstMessage()
    {
        testkit::aForwardedFileOutlivesItsFirstMessage<SqliteRig>();
    }
    void editsKeepWhatWasSaidBefore() { testkit::editsKeepWhatWasSaidBefore<SqliteRig>(); }
    void timersTakeMessagesAway() { testkit::timersTakeMessagesAway<SqliteRig>(); }
    void scheduledMessagesAreSentOnceInTheirTime()
    {
        testkit::scheduledMessagesAreSentOnceInTheirTime<SqliteRig>();
    }
    void aDateIsFoundInAChat() { testkit::aDateIsFoundInAChat<SqliteRig>(); }
    void whatAHiddenMessageSaidBeforeIsHidden()
    {
        testkit::whatAHiddenMessageSaidBeforeIsHidden<SqliteRig>();
    }
    void dateKnowsNoHiddenMoment() { testkit::dateKnowsNoHiddenMoment<SqliteRig>(); }
    void whatIsHiddenIsNotForwarded() { testkit::whatIsHiddenIsNotForwarded<SqliteRig>(); }
    void filesOfHiddenMessagesAreHidden() { testkit::filesOfHiddenMessagesAreHidden<SqliteRig>(); }
    void whatIsScheduledMeetsTheRulesOfItsMoment()
    {
        testkit::whatIsScheduledMeetsTheRulesOfItsMoment<SqliteRig>();
    }
    void mentionsAreHeldToTheirBounds() { testkit::mentionsAreHeldToTheirBounds<SqliteRig>(); }
    void whatIsGoneIsNotPinned() { testkit::whatIsGoneIsNotPinned<SqliteRig>(); }
    void everybodyHasOneVote() { testkit::everybodyHasOneVote<SqliteRig>(); }
    void votesKeepToThePoll() { testkit::votesKeepToThePoll<SqliteRig>(); }
    void votesMayComeBeforeTheirPoll() { testkit::votesMayComeBeforeTheirPoll<SqliteRig>(); }
    void hiddenAndBlockedPollsTakeNoVotes() { testkit::hiddenAndBlockedPollsTakeNoVotes<SqliteRig>(); }
    // SQLite's own
    void everyPlanIsBounded();
    void theFailureOfAnyStatementTakesOnlyItsItem();
    void aNewerSchemaIsRefusedUntouched();
    void aFileThatIsNotOursIsRefusedUntouched();
    void onlyOneServerMayWrite();
    void aRestoredOlderDatabaseStartsANewEpoch();
    void everyRestoreOfOneCopyStartsANewEpoch();
    void aWitnessTellsOfALossThatTheGuardCannot();
    void aReaderSeesWhatIsCommitted();
    void jobsThatNobodyTakesUpAreBounded();
};

/// Every prepared statement on the real schema: no scan of a table that grows, no sort.
void TestSqliteRepository::everyPlanIsBounded()
{
    SqliteRig rig;
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(rig.file.toUtf8().constData(), &db), SQLITE_OK);
    int checked = 0;
    for (const QByteArray &sql : rig.opened->statements()) {
        if (sql.startsWith("BEGIN") || sql.startsWith("COMMIT")) continue;
        sqlite3_stmt *plan = nullptr;
        QCOMPARE(sqlite3_prepare_v2(db, ("EXPLAIN QUERY PLAN " + sql).constData(), -1, &plan, nullptr),
                 SQLITE_OK);
        while (sqlite3_step(plan) == SQLITE_ROW) {
            const QByteArray step(reinterpret_cast<const char *>(sqlite3_column_text(plan, 3)));
            // Bounded by their LIMIT: the relay table in id order, rows of a subquery, and what waits to be
            // pushed, newest first up to its own bound.
            const bool bounded = step == "SCAN r" || step.startsWith("SCAN (subquery") ||
                                 step == "SCAN push_jobs USING INDEX push_open" || step == "SCAN meta" ||
                                 step.startsWith("SCAN (SELECT");
            QVERIFY2(bounded || !step.startsWith("SCAN"), (step + " in: " + sql).constData());
            QVERIFY2(!step.contains("TEMP B-TREE"), (step + " in: " + sql).constData());
        }
        sqlite3_finalize(plan);
        ++checked;
    }
    sqlite3_close(db);
    QVERIFY2(checked > 50, QByteArray::number(checked).constData());
}

/// n = 0, 1, 2 … until a run passes untouched: either the whole batch is refused and nothing is stored, or
/// exactly the failed item is, and a retry of everything ends in the same state.
void TestSqliteRepository::theFailureOfAnyStatementTakesOnlyItsItem()
{
    bool untouched = false;
    for (int n = 0; !untouched; ++n) {
        World<SqliteRig> w;
        const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
        const ChatId chat = w.group(a, {b.user});
        const Head before = w.head(a, chat);
        const Send one = w.text(chat, u"one"_s), two = w.text(chat, u"two"_s);
        const std::vector<Write> batch{
            Call{a, one, w.now}, Call{b, Rcpt{{{chat, Seq{1}, Seq{1}}}}, w.now}, Call{a, two, w.now},
            Call{b, React{chat, one.mid, w.op(), u"x"_s, true, 0}, w.now},
            Call{a, Mem{chat, w.op(), MemAct::Remove, b.user, Role::Member}, w.now}};
        w.rig.faults.left = n;
        const auto results = w.repo().commit(batch);
        untouched = w.rig.faults.left >= 0;
        w.rig.faults.left = -1;
        const auto failed = std::count_if(results.begin(), results.end(), [](const WriteResult &r) {
            return std::holds_alternative<Error>(r);
        });
        // A statement that fails once fails in the first, savepoint-free run; the second one stores
        // everything.
        QVERIFY(failed == 0 || failed == qsizetype(batch.size()));
        if (failed) QVERIFY(w.head(a, chat) == before);
        w.rig.reopen();                                       // memory may not be ahead of the file
        QVERIFY((w.head(a, chat) == before) == (failed > 0)); // answered means stored
        for (const Write &write : batch) QVERIFY(std::holds_alternative<Outcome>(w.one(write)));
        const auto all = w.ask<Delta>(a, w.from(chat, {}));
        QCOMPARE(all.seq.value, 4); // created, one, two, removed
        std::vector<qint64> seqs;
        for (const Row &row : all.rows)
            if (const auto *m = std::get_if<MessageRow>(&row)) seqs.push_back(m->seq.value);
        std::sort(seqs.begin(), seqs.end());
        QVERIFY(seqs == (std::vector<qint64>{1, 2, 3, 4}));
        QVERIFY(n < 500);
    }
}

void TestSqliteRepository::aNewerSchemaIsRefusedUntouched()
{
    SqliteRig rig;
    rig.opened.reset();
    runSql(rig.file,
           "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
    const QByteArray before = hashOf(rig.file);
    for (const auto mode : {SqliteRepository::Mode::Writer, SqliteRepository::Mode::Reader}) {
        const auto made = SqliteRepository::open(rig.file, mode, rig.random);
        QVERIFY(!made && made.error().code == Errc::TooNew && made.error().what.contains(rig.file));
    }
    QCOMPARE(hashOf(rig.file), before);
}

void TestSqliteRepository::aFileThatIsNotOursIsRefusedUntouched()
{
    QTemporaryDir dir;
    SystemRandom random;
    const QString other = dir.filePath(u"other.db"_s), text = dir.filePath(u"text.db"_s);
    runSql(other, "CREATE TABLE t (a)");
    QFile f(text);
    QVERIFY(f.open(QIODevice::WriteOnly) && f.write(QByteArray(5000, 'x')) == 5000);
    f.close();
    for (const QString &file : {other, text}) {
        const QByteArray before = hashOf(file);
        const auto made = SqliteRepository::open(file, SqliteRepository::Mode::Writer, random);
        QVERIFY(!made);
        QCOMPARE(made.error().code, Errc::Corrupt);
        QCOMPARE(hashOf(file), before);
    }
}

void TestSqliteRepository::onlyOneServerMayWrite()
{
    SqliteRig rig;
    const auto second = SqliteRepository::open(rig.file, SqliteRepository::Mode::Writer, rig.random);
    QVERIFY(!second);
    QCOMPARE(second.error().code, Errc::Locked);
}

void TestSqliteRepository::aRestoredOlderDatabaseStartsANewEpoch()
{
    World<SqliteRig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    const EpochId epoch = w.epoch();
    w.rig.opened.reset(); // closing writes everything into the one file
    QVERIFY(QFile::copy(w.rig.file, w.rig.file + u".copy"_s));
    w.rig.reopen();
    w.say(a, chat, u"answered, then lost"_s);
    w.rig.opened.reset();
    QVERIFY(QFile::remove(w.rig.file) && QFile::rename(w.rig.file + u".copy"_s, w.rig.file));
    w.rig.reopen();
    QVERIFY(w.epoch() != epoch);
    const EpochId renewed = w.epoch();
    w.rig.reopen();
    QVERIFY(w.epoch() == renewed);
}

/// Simulated (seed 36): the first restore had set the guard back to the copy, and the second, with nothing
/// stored in between, went on under the name of a history that was lost.
void TestSqliteRepository::everyRestoreOfOneCopyStartsANewEpoch()
{
    World<SqliteRig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    const EpochId first = w.epoch();
    w.rig.opened.reset();
    const QString copy = w.rig.file + u".copy"_s;
    QVERIFY(QFile::copy(w.rig.file, copy));
    w.rig.reopen();
    w.say(a, chat, u"answered, then lost"_s);
    std::set<EpochId> seen{first};
    for (int i = 0; i < 3; ++i) {
        w.rig.opened.reset();
        QVERIFY(QFile::remove(w.rig.file) && QFile::copy(copy, w.rig.file));
        w.rig.reopen();
        QVERIFY2(seen.insert(w.epoch()).second, "a restored database kept a name that was used before");
    }
}

/// The machine goes back to a snapshot, guard and all. Only what a client holds tells, however much has been
/// stored since.
void TestSqliteRepository::aWitnessTellsOfALossThatTheGuardCannot()
{
    World<SqliteRig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    const QByteArray before = w.witnessOf(a, w.text(chat, u"in the copy"_s));
    const QStringList files{w.rig.file, w.rig.file + u".guard"_s};
    w.rig.opened.reset();
    for (const QString &file : files) QVERIFY(QFile::copy(file, file + u".copy"_s));
    w.rig.reopen();
    const auto lost = [&](const QByteArray &witness) { return *w.repo().hasLost(witness); };
    const QByteArray gone = w.witnessOf(a, w.text(chat, u"answered, then lost"_s));
    const QByteArray greeted = std::get<HelloOk>(w.repo().read(b, Hello{}, w.now)).witness;
    QVERIFY(!lost(before) && !lost(gone) && !lost(greeted));
    const EpochId epoch = w.epoch();
    w.rig.opened.reset();
    for (const QString &file : files) QVERIFY(QFile::remove(file) && QFile::rename(file + u".copy"_s, file));
    w.rig.reopen();
    QVERIFY(w.epoch() == epoch); // the guard saw nothing
    QVERIFY(lost(gone) && lost(greeted) && !lost(before));
    for (int i = 0; i < 5; ++i) w.say(a, chat, u"goes on %1"_s.arg(i));
    QVERIFY(lost(gone) && !lost(before));
    QByteArray forged = gone;
    forged[40] = forged[40] == 'A' ? 'B' : 'A';
    QVERIFY(!lost(forged) && !lost({}) && !lost("nonsense"));

    QVERIFY(std::holds_alternative<Done>(w.repo().commit({RenameHistory{}}).front()));
    const auto after = w.repo().commit({Call{a, w.text(chat, u"under a name that is gone"_s), w.now}});
    QCOMPARE(std::get<Error>(after.front()).code, Errc::Unavailable);
    w.rig.reopen();
    QVERIFY(w.epoch() != epoch);
    QVERIFY(!lost(gone)); // of a history that goes by another name: its bearer is told by the epoch
    const QByteArray fresh = w.witnessOf(a, w.text(chat, u"a new name"_s));
    for (int run = 0; run < 40; ++run) w.rig.reopen(); // more runs than are remembered
    QVERIFY(!lost(fresh));
}

void TestSqliteRepository::aReaderSeesWhatIsCommitted()
{
    World<SqliteRig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    auto reader = SqliteRepository::open(w.rig.file, SqliteRepository::Mode::Reader, w.rig.random);
    QVERIFY(bool(reader));
    const MessageRow m = w.say(a, chat, u"x"_s);
    const auto page = std::get<HistPage>((*reader)->read(b, Hist{chat, Seq{1}, Seq{1}, {}, 1}, w.now));
    QVERIFY(page.rows == std::vector<Row>{m});
    const auto results = (*reader)->commit({Call{a, w.text(chat, u"y"_s), w.now}});
    QVERIFY(std::holds_alternative<Error>(results[0]));
}

/// A node without the role worker, for months: what waits to be pushed stays bounded, the newest is kept.
void TestSqliteRepository::jobsThatNobodyTakesUpAreBounded()
{
    PushWorld<SqliteRig> w;
    const Caller a = w.person(u"ann"_s), b = w.person(u"bob"_s);
    const ChatId chat = w.direct(a, b);
    w.registered(b, "token-b");
    w.rig.opened.reset();
    runSql(w.rig.file, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100500)"
                       " INSERT INTO push_jobs (chat_id, seq, state, next_at) SELECT x'00', i, 0, i FROM n");
    w.rig.reopen();
    const Outcome said = w.call(a, w.text(chat, u"news"_s));
    QCOMPARE(said.pushesDropped, 501);
    const auto number = [&](const char *sql) { return Db(w.rig.file, false, nullptr).number(sql); };
    QCOMPARE(number("SELECT count(*) FROM push_jobs"), 100'000);
    QCOMPARE(number("SELECT min(next_at) FROM push_jobs"), 502);
    int dropped = 0; // looked at again only now and then
    for (int i = 0; i < 1'000; ++i) dropped += w.call(a, w.text(chat, u"more"_s)).pushesDropped;
    QCOMPARE(dropped, 1'000);
    QCOMPARE(number("SELECT count(*) FROM push_jobs"), 100'000);
}

QTEST_GUILESS_MAIN(TestSqliteRepository)
#include "tst_sqlite_repository.moc"
