#pragma once
#include "core/domain/attachment.h"
#include "core/domain/content.h"
#include "core/domain/poll.h"
#include "core/domain/rows.h"

namespace kith {

/// Where a message of the mirror stands. Persisted: append only.
enum class MessageState : quint8 {
    Queued = 1,     // committed here, not yet answered by the server; an outbox item exists
    Sent = 2,       // the server's row is held
    Refused = 3,    // the server said no; the user decides (Retry, Edit, Copy, Discard)
    Unverified = 4, // held from a history that the server no longer vouches for; shown dimmed
};

/// What the sender sees beside an own message. Derived from state and watermarks, never stored (R13).
enum class Tick : quint8 { None, Failed, Queued, Sent, Delivered, Seen };

struct ReactionCount {
    QString emoji;
    int count = 0;
    bool mine = false; // including a change that still waits in the outbox
    friend bool operator==(const ReactionCount &, const ReactionCount &) = default;
};

struct ReplyQuote {
    Mid mid;
    QString senderName; // empty when the original is not held
    QString text;       // shortened to 200 UTF-16 units; empty when dead or not held
    bool held = false;
    bool dead = false;
    friend bool operator==(const ReplyQuote &, const ReplyQuote &) = default;
};

/// One message as the screen shows it: the mirror's row with changes that wait in the outbox laid over it.
struct Message {
    qint64 pk = 0;
    ChatId chat;
    MessageRow row; // body, dead: with a waiting edit or delete applied
    MessageState state = MessageState::Sent;
    qint64 localPos = 0; // order among unsent messages of the chat; 0 once it has a seq
    bool mine = false;
    Tick tick = Tick::None;
    QString senderName;
    QString refusedCode;        // protocol code when state is Refused ("too_long"), or of a refused change
    bool changeWaiting = false; // an edit, delete or reaction of it waits in the outbox
    std::vector<ReactionCount> reactions;
    std::optional<ReplyQuote> reply;
    std::vector<AttachmentView> attachments; // the body is their caption
    std::vector<Entity> entities;            // of the body
    std::optional<ForwardSource> forward;
    std::optional<LinkPreview> link;
    std::optional<Poll> poll; // the body is what is asked
    bool silent = false;      // sent without a sound
    qint64 expiresMs = 0;     // goes away by itself then, server's clock; 0 = stays
    bool hidden = false;      // deleted for this user only; never on a page of the timeline
    friend bool operator==(const Message &, const Message &) = default;
};

/// A part of the timeline that the server has and the mirror does not; drawn, never papered over (R6).
struct Hole {
    Seq lo, hi; // inclusive
    friend bool operator==(const Hole &, const Hole &) = default;
};

/// Part of one chat's timeline, oldest first. Unsent messages stand last, in the order they were entered.
struct TimelinePage {
    std::vector<Message> messages;
    std::vector<Hole> holes; // inside or at the edge of the page, ascending
    bool atOldest = false;   // nothing older exists, here or on the server
    bool atNewest = false;
};

} // namespace kith
