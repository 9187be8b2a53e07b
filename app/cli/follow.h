#pragma once
#include "app/cli/job.h"

#include <QSet>

namespace kith::cli {

/// How far a message must get before the caller is content.
enum class Stage : quint8 { Saved, Sent, Delivered, Seen };
Stage stageFrom(const QString &word);

/// Whether an own message's tick has reached `stage`.
bool reached(Tick tick, Stage stage);

/// How a wait that did not end with Met is told; `Away` is no failure when the wish is safe in the outbox.
Outcome outcomeOf(Ended ended, const Live &live, bool awayIsFine);

/// Follows one own message: prints its id and state as soon as it is held here and each state it reaches
/// after that, until `stage`. Without `mustReach` an absent network ends the wait, and the message waits.
Outcome followMessage(Live &live, Printer &printer, const Mid &mid, Stage stage, bool mustReach, qint64 ms);

/// Follows a change of a message (edit, delete, reaction) until the server has answered it. `applied`:
/// the mirror shows the change, waiting or not; nullopt = the message is no longer there.
using Applied = std::function<bool(const std::optional<Message> &)>;
Outcome followChange(Live &live, Printer &printer, const Message &before, const Applied &applied, qint64 ms);

/// The outbox items of one chat that were not there when this was made: what a wish turned into.
class NewItems {
public:
    NewItems(Live &live, const ChatId &chat);

    enum class State : quint8 { NotYet, Waiting, Refused, Answered };
    /// Answered: a commit has been told of since, and nothing of ours is left.
    State state();
    QString refusedCode() const { return m_refusedCode; }

private:
    Live &m_live;
    ChatId m_chat;
    quint64 m_commits;
    QSet<OpId> m_old;
    bool m_appeared = false;
    QString m_refusedCode;
};

/// Waits until the wish is answered; `done` may tell earlier that its effect is there.
Outcome followItems(Live &live, NewItems &items, const std::function<bool()> &done, qint64 ms);

} // namespace kith::cli
