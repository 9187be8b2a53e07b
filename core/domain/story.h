#pragma once
#include "core/domain/message.h"

namespace kith {

/// What the journal of attempts says of one own write. Persisted: append only.
enum class JournalWhat : quint8 {
    NoAnswer = 1,  // sent, and the connection ended or stayed silent: the outcome was unknown
    Delayed = 2,   // the server said "not now"; `why`: protocol code
    Refused = 3,   // the server said no; `why`: protocol code
    Retried = 4,   // the user queued it again
    Answered = 5,  // stored, after something above had happened
    Requeued = 6,  // the server's history no longer had it: queued again under the same id
    Renamed = 7,   // of earlier versions: sent under a new id; `why`: the other id
    Discarded = 8, // the user gave it up
    Outage = 9,    // no connection (of no single write); `times`: failed tries, `why`: the last reason
};

struct JournalNote {
    Mid mid;      // null: Outage
    OpId op;      // null for "send"
    QString kind; // wire name of the request: "send", "edit", "del", "react"
    JournalWhat what = JournalWhat::NoAnswer;
    QString why;
    int times = 1;                  // equal ones in a row are one note
    qint64 firstMs = 0, lastMs = 0; // wall clock of this machine
    friend bool operator==(const JournalNote &, const JournalNote &) = default;
};

/// All that this device knows about what happened to one message: a value read from the mirror in one moment.
/// Times are of this machine's wall clock unless said otherwise; 0 = not known.
struct MessageStory {
    struct Waiting { // in the outbox
        QString kind;
        bool refused = false;
        int tries = 0;
        QString error;
        qint64 enteredMs = 0;
        int before = 0;     // ready items of the same chat that go out first
        bool files = false; // its files go first
        friend bool operator==(const Waiting &, const Waiting &) = default;
    };
    struct Person { // another present member
        QString name;
        bool delivered = false, seen = false;
        friend bool operator==(const Person &, const Person &) = default;
    };

    bool held = false; // the mirror has its row; without it only `mid` and `notes` speak
    MessageRow row;    // row.atMs is the server's clock once it has a seq
    ChatId chat;
    QString chatTitle;
    bool group = false, chatLeft = false;
    MessageState state = MessageState::Sent;
    QString refusedCode;
    bool mine = false;
    QString senderName;
    qint64 enteredMs = 0;             // committed to this disk; 0 = not entered on this device
    std::vector<JournalNote> notes;   // oldest first
    std::vector<JournalNote> outages; // that overlap the time in which it waited, oldest first
    std::vector<Waiting> waiting;     // oldest first
    std::vector<Person> people;       // at most peopleShown, by name; empty when watermarks are not told
    int others = 0;                   // present members beside its sender
    bool current = false;             // in a part of the timeline that follows the server
    bool seenHere = false;            // own read watermark has reached it
    bool receiptTold = false;         // the server knows that this account's devices have it
    qint64 lastSyncMs = 0;

    static constexpr int peopleShown = 256;
};

} // namespace kith
