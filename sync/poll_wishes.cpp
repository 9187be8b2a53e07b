// Wishes about polls: asking, voting, closing.
#include "core/base/limits.h"
#include "core/wire/content_codec.h"
#include "core/wire/poll_codec.h"
#include "core/wire/state_value.h"
#include "sync/wishes.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

std::optional<Poll> openPollOf(const std::optional<StoredMessage> &held, const ChatId &chat, QString *refusal)
{
    auto poll = held && held->chat == chat && !held->row.dead ? wire::pollOf(held->row.extra) : std::nullopt;
    if (!poll)
        *refusal = wire::text(wire::Code::NoSuchMessage);
    else if (poll->closed)
        *refusal = wire::text(wire::Code::Forbidden);
    return poll;
}

} // namespace

void Wishes::sendPoll(const ChatId &chat, const Mid &mid, const OutgoingText &question, const Poll &typed)
{
    const OutgoingText out = trimmed(question);
    Poll poll = typed;
    poll.closed = false;
    poll.voters = 0;
    for (PollOption &option : poll.options) option = {option.text.trimmed(), 0, false};
    commit(chat, [&](Batch &batch) {
        const QByteArray extra = wire::withPoll(wire::outgoingExtra(out), poll);
        QString refusal;
        if (out.text.isEmpty() || wire::contentFault(extra, out.text) || wire::pollFault(extra))
            return QString(wire::text(wire::Code::BadRequest));
        if (out.text.toUtf8().size() > limits::textBytes) return QString(wire::text(wire::Code::TooLong));
        if (!writable(chat, &refusal)) return refusal;
        if (m_core.mirror.messages.find(mid)) return QString(); // the same wish, told twice
        enter({chat, mid, u"text"_s, out.text, out.reply, {}, extra, 0}, batch);
        return QString();
    });
}

void Wishes::vote(const ChatId &chat, const Mid &mid, const std::vector<int> &options)
{
    commit(chat, [&](Batch &batch) {
        QString refusal;
        if (!writable(chat, &refusal)) return refusal;
        const auto poll = openPollOf(m_core.mirror.messages.find(mid), chat, &refusal);
        if (!refusal.isEmpty()) return refusal;
        wire::VoteMask mask = 0;
        for (const int option : options) {
            if (option < 0 || option >= limits::pollMaxOptions)
                return QString(wire::text(wire::Code::BadRequest));
            mask |= wire::VoteMask(1) << option;
        }
        if (mask != 0 && !wire::fits(*poll, mask)) return QString(wire::text(wire::Code::BadRequest));
        const QByteArray value = mask != 0 ? wire::encodeVote({chat, mask}) : wire::removedValue();
        const auto held = m_core.mirror.state.find(u"vote"_s, mid.text());
        if ((held ? held->value : wire::removedValue()) == value) return QString();
        putState(u"vote"_s, mid.text(), value, batch);
        batch.changes.touch(chat, mid);
        return QString();
    });
}

void Wishes::closePoll(const ChatId &chat, const Mid &mid)
{
    commit(chat, [&](Batch &batch) {
        QString refusal;
        if (!writable(chat, &refusal)) return refusal;
        openPollOf(m_core.mirror.messages.find(mid), chat, &refusal);
        if (!refusal.isEmpty()) return refusal;
        const OpId op = m_core.mintOp();
        append(chat, mid, op, wire::ClosePoll{chat, mid, op}, batch);
        return QString();
    });
}

} // namespace kith
