#pragma once
#include "core/domain/content.h"
#include "core/domain/rows.h"

/// Frames about single messages and a chat's timer; part of frames.h.
namespace kith::wire {

struct Edits { // the older texts of a message, newest first
    ChatId chat;
    Mid mid;
    int before = 0; // ev that the page begins below; 0 = the newest
    friend bool operator==(const Edits &, const Edits &) = default;
};
struct FindDate { // the first message of that moment or later
    ChatId chat;
    qint64 atMs = 0;
    friend bool operator==(const FindDate &, const FindDate &) = default;
};
struct SetTimer { // messages sent from now on go away by themselves
    ChatId chat;
    OpId op;
    int base = 0;    // ChatRow::ver last known
    int seconds = 0; // 0 = they stay; else timerMinSeconds..timerMaxSeconds
    friend bool operator==(const SetTimer &, const SetTimer &) = default;
};
struct ClosePoll { // no vote is taken from then on
    ChatId chat;
    Mid mid;
    OpId op;
    friend bool operator==(const ClosePoll &, const ClosePoll &) = default;
};

struct EditsPage {
    ChatId chat;
    EpochId epoch;
    Mid mid;
    struct Version {
        int ev = 0;
        QString body;
        QByteArray extra; // compact JSON object: ents, link
        qint64 untilMs = 0;
        friend bool operator==(const Version &, const Version &) = default;
    };
    std::vector<Version> versions; // newest first
    bool more = false;             // older ones follow
    friend bool operator==(const EditsPage &, const EditsPage &) = default;
};
struct DateFound {
    ChatId chat;
    EpochId epoch;
    Seq seq;         // 0 = no message is as late
    qint64 atMs = 0; // of that message
    friend bool operator==(const DateFound &, const DateFound &) = default;
};

} // namespace kith::wire
