#pragma once
#include <QtGlobal>

#ifdef KITH_TWINS
#include <atomic>
#endif

namespace kith {

/// Broken twins: each leaves out one rule of the protocol, at the very place where the rule is kept, so that
/// tests can prove that they would notice. Programs are built without them: isTwin() is a constant false
/// there and the compiler removes the site. Only test programs of kith_with_twins() (cmake/KithRoom.cmake)
/// have them.
///
/// Sites stand in .cpp files only, all listed in KITH_TWIN_SITES there; a header would be compiled both
/// ways into one program.
enum class Twin : quint8 {
    None,
    NoGapCheck,           // R3: a live change is applied over a hole
    CursorBeforeRows,     // R3: the cursor reaches the disk before the rows it stands for
    OlderRowsWin,         // R3: a row of a lower rev overwrites a newer one
    AnswerWithoutRow,     // R8: an answer settles the outbox item, its row is not stored
    ResetDropsOutbox,     // R5: a reset throws away what waits in its chat
    ResetKeepsRangesLive, // R6: what was held before a reset counts as current
    RangeBeforeRows,      // R6: coverage grows with the first page of several
    NoProofOfNoGap,       // R7: the server finds every chat of a newcomer current
    UnknownDeleteRefused, // R9: deleting a message that is not here yet leaves no tombstone
    EpochKept,            // R10: a restored database goes on under its old name
    WitnessIgnored,       // R10: what a client can prove to be lost changes nothing
    TagIgnored,           // R10: a cursor is compared by its length only
    DivergenceIsReset,    // R10: another history is taken for a mere jump ahead
    StaleAnswers,         // R11: answers to a cursor that has moved on are taken
    ReceiptsSet,          // R12: watermarks are set, not raised
    ReceiptsForgotten,    // R12: a receipt counts as acknowledged when it was sent
    UnreadCounted,        // R13: unread is a counter that arriving messages raise
    EditsNotCompared,     // R14: an edit does not say which version it changes
    PermissionFirst,      // R15: a repeat is refused when its author was removed meanwhile
    ReadBeforeRegister,   // R16: a session hears events only after its greeting was read
    PoisonStops,          // R17: a row that cannot be read holds its chat back
    TwoInFlight,          // R18: the next item of a lane does not wait for the answer
    NoIdempotencyKey,     // a repeated send is a new message
    NumberBeforeRow,      // R1: a number is used up although its row was not stored
    AnswerBeforeCommit,   // an answer leaves although the commit failed
    CountersOutliveAbort, // R1: counters in memory keep what a failed transaction gave them
    RemovedStillHear,     // who was removed is still told of events
    TriesAfterSending,    // an item may have left and is still counted as never sent
    DraftOverTyping,      // another device's draft replaces what is being typed
    End
};

#ifdef KITH_TWINS
inline std::atomic<Twin> chosenTwin{Twin::None}; // of this process; set before anything runs

inline bool isTwin(Twin twin) { return chosenTwin.load(std::memory_order_relaxed) == twin; }
#else
constexpr bool isTwin(Twin) { return false; }
#endif

} // namespace kith
