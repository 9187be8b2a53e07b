#pragma once
#include "core/base/ids.h"

#include <QString>
#include <vector>

/// Comparing what is held with what the server holds: the wish, its progress, and what came of it.
namespace kith {

struct VerifyWish {
    quint64 question = 0;      // names it in the answers; ≥ 1
    std::vector<ChatId> chats; // empty = all that the server has and that were not left
    bool repair = true;        // false: only look
    friend bool operator==(const VerifyWish &, const VerifyWish &) = default;
};

struct VerifyProgress {
    quint64 question = 0;
    int chatsDone = 0, chats = 0;
    qint64 messagesDone = 0, messages = 0; // compared / held when it began
    bool waiting = false;                  // for the connection
    friend bool operator==(const VerifyProgress &, const VerifyProgress &) = default;
};

/// One thing in which mirror and server differed.
struct Difference {
    enum class Kind : quint8 {
        Changed,  // another text, number, flag or time than the server's
        Missing,  // the server has it, in a part that counted as held
        Extra,    // the server does not have it there
        Reaction, // of `mid`: missing, extra or another
        Member,   // of the chat: missing, extra or another
        Info,     // title, kind or number of members
    };
    ChatId chat;
    Kind kind = Kind::Changed;
    Mid mid;     // messages and reactions
    Seq seq;     // where, on the server; for Extra, here
    UserId user; // Member
    bool mended = false;
    friend bool operator==(const Difference &, const Difference &) = default;
};

struct ChatVerdict {
    enum class How : quint8 {
        Agrees,
        Mended,      // differed, and agrees now
        Differs,     // and was not to be mended, or could not be
        NotCompared, // `why`: a word: "left", "waits", "busy", "refused"
    };
    ChatId chat;
    How how = How::Agrees;
    QString why;
    qint64 compared = 0;   // messages
    qint64 notHeld = 0;    // holes: known to exist, not fetched yet; no difference
    qint64 unverified = 0; // held from before a gap, not yet confirmed by the server
    int unreadable = 0;    // rows that this version cannot read
    int differences = 0;
    friend bool operator==(const ChatVerdict &, const ChatVerdict &) = default;
};

/// What was wrong within the file itself.
struct LocalVerdict {
    bool searchIndex = true; // equal to the texts
    int ranges = 0;          // overlapping, beyond the chat's end, or with gaps (invariant 9)
    int unsent = 0;          // messages without a number that nothing would send, or the reverse (10)
    int receipts = 0;        // acknowledged beyond wanted (13)
    bool mended = false;     // all of it
    bool clean() const { return searchIndex && ranges == 0 && unsent == 0 && receipts == 0; }
    friend bool operator==(const LocalVerdict &, const LocalVerdict &) = default;
};

struct VerifyReport {
    static constexpr size_t mostDifferences = 1'000; // listed; all are counted

    enum class End : quint8 {
        Done,
        Cancelled,
        TooOld /* the server cannot compare */,
        Fault /* of the disk */
    };
    quint64 question = 0;
    End end = End::Done;
    std::vector<ChatVerdict> chats;
    std::vector<Difference> differences;
    LocalVerdict local;
    qint64 compared = 0, notHeld = 0, unverified = 0;
    int found = 0, mended = 0, unreadable = 0;

    /// Everything held was compared, and is equal now.
    bool agrees() const
    {
        if (end != End::Done || found != mended || unreadable > 0 || !(local.clean() || local.mended))
            return false;
        for (const ChatVerdict &chat : chats)
            if (chat.how == ChatVerdict::How::Differs || chat.how == ChatVerdict::How::NotCompared)
                return false;
        return true;
    }
    /// And nothing that exists is missing here.
    bool complete() const { return notHeld == 0 && unverified == 0; }
    friend bool operator==(const VerifyReport &, const VerifyReport &) = default;
};

/// Where the server has a message that is not held here.
struct Whereabouts {
    quint64 question = 0;
    bool asked = false; // every chat was asked about
    ChatId chat;        // null = in none of them
    Seq seq;
    qint64 atMs = 0; // server's clock
    friend bool operator==(const Whereabouts &, const Whereabouts &) = default;
};

} // namespace kith
