#pragma once
#include "core/base/twin.h"

#include <QLatin1StringView>
#include <optional>

namespace kith::test {

/// A program of kith_with_twins() is the twin whose name stands in the environment as KITH_TWIN.
struct TwinName {
    Twin twin;
    const char *name; // for command lines and reports
    const char *rule; // of docs/protocol.md and docs/twins.md
};

constexpr TwinName twinNames[] = {
    {Twin::NoGapCheck, "no-gap-check", "R3"},
    {Twin::CursorBeforeRows, "cursor-before-rows", "R3"},
    {Twin::OlderRowsWin, "older-rows-win", "R3"},
    {Twin::AnswerWithoutRow, "answer-without-row", "R8"},
    {Twin::ResetDropsOutbox, "reset-drops-outbox", "R5"},
    {Twin::ResetKeepsRangesLive, "reset-keeps-ranges-live", "R6"},
    {Twin::RangeBeforeRows, "range-before-rows", "R6"},
    {Twin::NoProofOfNoGap, "no-proof-of-no-gap", "R7"},
    {Twin::UnknownDeleteRefused, "unknown-delete-refused", "R9"},
    {Twin::EpochKept, "epoch-kept", "R10"},
    {Twin::WitnessIgnored, "witness-ignored", "R10"},
    {Twin::TagIgnored, "tag-ignored", "R10"},
    {Twin::DivergenceIsReset, "divergence-is-reset", "R10"},
    {Twin::StaleAnswers, "stale-answers", "R11"},
    {Twin::ReceiptsSet, "receipts-set", "R12"},
    {Twin::ReceiptsForgotten, "receipts-forgotten", "R12"},
    {Twin::UnreadCounted, "unread-counted", "R13"},
    {Twin::EditsNotCompared, "edits-not-compared", "R14"},
    {Twin::PermissionFirst, "permission-first", "R15"},
    {Twin::ReadBeforeRegister, "read-before-register", "R16"},
    {Twin::PoisonStops, "poison-stops", "R17"},
    {Twin::TwoInFlight, "two-in-flight", "R18"},
    {Twin::NoIdempotencyKey, "no-idempotency-key", "R15"},
    {Twin::NumberBeforeRow, "number-before-row", "R1"},
    {Twin::AnswerBeforeCommit, "answer-before-commit", "R1"},
    {Twin::CountersOutliveAbort, "counters-outlive-abort", "R1"},
    {Twin::RemovedStillHear, "removed-still-hear", "membership"},
    {Twin::TriesAfterSending, "tries-after-sending", "outbox"},
    {Twin::DraftOverTyping, "draft-over-typing", "drafts"},
};
static_assert(std::size(twinNames) + 1 == size_t(Twin::End), "every twin has a name");

inline std::optional<Twin> twinOf(QLatin1StringView name)
{
    for (const TwinName &known : twinNames)
        if (name == QLatin1StringView(known.name)) return known.twin;
    return std::nullopt;
}
inline const char *nameOf(Twin twin)
{
    for (const TwinName &known : twinNames)
        if (known.twin == twin) return known.name;
    return "none";
}

} // namespace kith::test
