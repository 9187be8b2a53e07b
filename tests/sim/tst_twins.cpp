// That the tests would notice: the product without one of its rules, each in turn, and what sees it. The
// table is that of docs/twins.md, which this test compares with it.
#include "tests/kit/twins.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kith;
using namespace kith::test;

namespace {

/// Seeds 1..seeds of kith-sim see the twin (0: they need not); the test function sees it for sure ("":
/// histories do).
struct Catch {
    Twin twin;
    int seeds;
    const char *program, *function;
};
constexpr int mostSeeds = 20;

constexpr Catch catches[] = {
    {Twin::NoGapCheck, 10, "sync_tst_rules", "aGapIsHeldThenAsked"},
    {Twin::CursorBeforeRows, 20, "sync_tst_rules", "anyFailingAccessLeavesTheMirrorWhole"},
    {Twin::OlderRowsWin, 0, "store_tst_tables", "upsertKnowsNewOldAndOrphan"},
    {Twin::AnswerWithoutRow, 5, "sync_tst_outbox", "conflictRebases"},
    {Twin::ResetDropsOutbox, 20, "sync_tst_rules", "resetKeepsOutboxAndFreezesRanges"},
    {Twin::ResetKeepsRangesLive, 0, "sync_tst_rules", "resetKeepsOutboxAndFreezesRanges"},
    {Twin::RangeBeforeRows, 20, "", ""},
    {Twin::NoProofOfNoGap, 20, "server_tst_sqlite_repository", "digestsProveAndHeadsTellTheRest"},
    {Twin::UnknownDeleteRefused, 0, "server_tst_sqlite_repository",
     "deletesLeaveATombstoneAlsoForTheUnknown"},
    {Twin::EpochKept, 0, "server_tst_sqlite_repository", "aRestoredOlderDatabaseStartsANewEpoch"},
    {Twin::WitnessIgnored, 0, "server_tst_sqlite_repository", "aWitnessTellsOfALossThatTheGuardCannot"},
    {Twin::TagIgnored, 0, "server_tst_sqlite_repository", "aCursorThatCannotBeFollowedIsReset"},
    {Twin::DivergenceIsReset, 0, "sync_tst_rules", "divergenceSendsOwnWordsAgain"},
    {Twin::StaleAnswers, 0, "sync_tst_rules", "anAnswerToAnOldQuestionIsNotTaken"},
    {Twin::ReceiptsSet, 10, "server_tst_sqlite_repository", "receiptsOnlyGrow"},
    {Twin::ReceiptsForgotten, 0, "sync_tst_outbox", "aReceiptThatNobodyHeardOutlivesARestart"},
    {Twin::UnreadCounted, 0, "sync_tst_planners", "unreadIsWhatOneWouldCount"},
    {Twin::EditsNotCompared, 0, "server_tst_sqlite_repository", "editsCompareAndKeepTheirAnswer"},
    {Twin::PermissionFirst, 0, "server_tst_sqlite_repository", "aRepeatMeetsItsRowWhateverHappenedMeanwhile"},
    {Twin::ReadBeforeRegister, 0, "server_tst_session", "registersWithTheBusBeforeHeadsAreRead"},
    {Twin::PoisonStops, 0, "sync_tst_rules", "aPoisonRowDoesNotStopTheLine"},
    {Twin::TwoInFlight, 5, "sync_tst_outbox", "oneInFlightPerLane"},
    {Twin::NoIdempotencyKey, 10, "server_tst_sqlite_repository", "twinsInOneBatchAreStoredOnce"},
    {Twin::NumberBeforeRow, 10, "server_tst_sqlite_repository",
     "aRepeatMeetsItsRowWhateverHappenedMeanwhile"},
    {Twin::AnswerBeforeCommit, 0, "server_tst_sqlite_repository", "theFailureOfAnyStatementTakesOnlyItsItem"},
    {Twin::CountersOutliveAbort, 0, "server_tst_sqlite_repository",
     "theFailureOfAnyStatementTakesOnlyItsItem"},
    {Twin::RemovedStillHear, 20, "server_tst_sqlite_repository",
     "whoIsRemovedHearsNothingMoreAndMayComeBack"},
    {Twin::TriesAfterSending, 0, "sync_tst_outbox", "triesAreOnDiskBeforeTheFirstByte"},
    {Twin::DraftOverTyping, 0, "sync_tst_outbox", "draftsNeverOverwriteLiveTyping"},
};

struct Ran {
    int code = -1; // -2: ended by a signal
    QByteArray out;
};

Ran run(const QString &program, const QStringList &arguments, const char *twin)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KITH_TWIN"_s, QString::fromLatin1(twin));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(KITH_BIN_DIR "/") + program, arguments);
    if (!process.waitForFinished(300'000)) return {-1, "it does not end: " + process.readAll()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAll()};
}

Ran simulate(int seeds, const char *twin)
{
    return run(u"kith-sim-twins"_s,
               {u"--seed"_s, u"1"_s, u"--count"_s, QString::number(seeds), u"--until-failure"_s}, twin);
}

} // namespace

class TestTwins : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachTwinHasARow();
    void withoutATwinAllHolds();
    void theTwinIsSeen_data();
    void theTwinIsSeen();
};

void TestTwins::eachTwinHasARow()
{
    QFile page(QStringLiteral(KITH_SOURCE_DIR "/docs/twins.md"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray text = page.readAll();
    for (int twin = 1; twin < int(Twin::End); ++twin) {
        const auto row = std::find_if(std::begin(catches), std::end(catches),
                                      [twin](const Catch &one) { return one.twin == Twin(twin); });
        const char *name = nameOf(Twin(twin));
        QVERIFY2(row != std::end(catches), name);
        QVERIFY2(row->seeds > 0 || *row->function, name);
        QVERIFY2(row->seeds <= mostSeeds, name);
        const QByteArray told = "| `" + QByteArray(name) + "` | " + QByteArray::number(row->seeds) + " | " +
                                (*row->function ? '`' + QByteArray(row->function) + '`' : QByteArray("–")) +
                                " |";
        QVERIFY2(text.contains(told), told);
    }
}

/// The same histories and functions, by the same programs: what fails below fails for the twin alone.
void TestTwins::withoutATwinAllHolds()
{
    const Ran histories = simulate(mostSeeds, "");
    QVERIFY2(histories.code == 0, histories.out.right(3'000));
    QMap<QString, QStringList> functions;
    for (const Catch &one : catches)
        if (*one.function) functions[QString::fromLatin1(one.program)] << QString::fromLatin1(one.function);
    for (auto it = functions.begin(); it != functions.end(); ++it) {
        it->removeDuplicates();
        const Ran held = run(it.key() + u"-twins"_s, *it, "");
        QVERIFY2(held.code == 0, held.out.right(3'000));
    }
}

void TestTwins::theTwinIsSeen_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < int(std::size(catches)); ++i) QTest::addRow("%s", nameOf(catches[i].twin)) << i;
}

void TestTwins::theTwinIsSeen()
{
    QFETCH(int, row);
    const Catch &one = catches[row];
    if (one.seeds > 0) {
        const Ran histories = simulate(one.seeds, nameOf(one.twin));
        QVERIFY2(histories.code == 1 && histories.out.contains("FAILED seed"), histories.out.right(3'000));
        const auto at = histories.out.indexOf("FAILED seed");
        qInfo("%s, %s", nameOf(one.twin),
              histories.out.mid(at, histories.out.indexOf('\n', at) - at).constData());
    }
    if (!*one.function) return;
    const Ran seen = run(QString::fromLatin1(one.program) + u"-twins"_s, {QString::fromLatin1(one.function)},
                         nameOf(one.twin));
    QVERIFY2(seen.code != 0 && seen.code != -1 && seen.out.contains("FAIL!  : "), seen.out.right(3'000));
}

QTEST_GUILESS_MAIN(TestTwins)
#include "tst_twins.moc"
