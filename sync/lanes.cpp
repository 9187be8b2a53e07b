#include "sync/lanes.h"

#include "core/base/limits.h"
#include "core/base/log.h"
#include "core/base/twin.h"
#include "core/wire/content_codec.h"
#include "core/wire/poll_codec.h"
#include "core/wire/state_value.h"
#include "sync/outbox_rules.h"
#include "sync/payload.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {
constexpr int kHeads = 64;
constexpr int kLaneEntries = 10'000;
constexpr qint64 kRetryMinMs = 1'000;
constexpr int kDoubts = 4;

/// State rows about one message; their key is its id.
bool isOfMessage(const QString &kind) { return kind == u"hide"_s || kind == u"sched"_s || kind == u"vote"_s; }

void touch(const OutboxEntry &entry, Batch &batch)
{
    batch.changes.outbox = true;
    if (entry.chat && entry.mid) batch.changes.touch(entry.chat, entry.mid);
    if (entry.chat) batch.changes.list = true;
}
} // namespace

bool Lanes::isFree(const ChatId &lane) const
{
    if (isTwin(Twin::TriesAfterSending)) return false;
    return m_core.connected && !m_flights.contains(lane) && !m_delays.contains(lane) &&
           m_flights.size() < limits::lanesInFlight && !m_core.mirror.outbox.headOf(lane);
}

bool Lanes::inFlight(qint64 pk) const
{
    return std::any_of(m_flights.begin(), m_flights.end(), [pk](qint64 flying) { return flying == pk; });
}

void Lanes::forget()
{
    m_flights.clear();
    for (auto it = m_delays.cbegin(); it != m_delays.cend(); ++it) tellWait(it.key(), 0, {});
    m_delays.clear();
    m_look = true;
}

qint64 Lanes::nextDue() const
{
    if (!m_core.connected) return kNever;
    if (m_look) return 0;
    qint64 due = kNever;
    for (auto it = m_delays.begin(); it != m_delays.end(); ++it)
        if (!m_flights.contains(it.key()) && it->untilMs > 0) due = std::min(due, it->untilMs);
    return due;
}

void Lanes::advance()
{
    if (!m_core.connected) return;
    const qint64 now = m_core.now();
    for (auto &delay : m_delays)
        if (delay.untilMs > 0 && delay.untilMs <= now) {
            delay.untilMs = 0; // served; `times` is kept for the next one
            m_look = true;
        }
    if (!m_look) return;
    m_look = false;
    const auto heads = m_core.mirror.read([&] {
        auto due = m_core.mirror.outbox.heads(kHeads);
        if (isTwin(Twin::TwoInFlight))
            for (size_t i = 0, lanes = due.size(); i < lanes; ++i)
                for (OutboxEntry &e : m_core.mirror.outbox.ofLane(due[i].chat, 2))
                    if (!e.refused && e.pk != due[i].pk) due.push_back(std::move(e));
        return due;
    });
    if (!heads) {
        m_core.diskFault = heads.error();
        return;
    }
    for (const OutboxEntry &head : *heads) {
        if (m_flights.size() >= limits::lanesInFlight) break;
        const bool waits = isTwin(Twin::TwoInFlight) ? inFlight(head.pk) : m_flights.contains(head.chat);
        if (waits || m_delays.value(head.chat).untilMs > now) continue;
        start(head);
        if (m_core.diskFault) return;
    }
}

void Lanes::start(OutboxEntry entry)
{
    // Old words go out only when their author still wants them.
    const bool stale = entry.kind == u"send"_s && entry.tries == 0 &&
                       m_core.clock.wallMs() - entry.enteredMs > limits::staleItemMs;
    const auto frame = payload::read(entry.payload);
    if (stale || !frame) {
        m_core.write([&](Batch &batch) {
            m_core.mirror.outbox.bumpTries(entry.pk);
            refused(entry, stale ? u"stale"_s : u"unreadable"_s, batch);
            batch.after.push_back([this] { m_look = true; }); // the next one of this lane
        });
        return;
    }
    if (entry.tries == 0 && !isTwin(Twin::TriesAfterSending)) { // from here on the server may know it
        if (!m_core.write([&](Batch &) { m_core.mirror.outbox.bumpTries(entry.pk); })) return;
        entry.tries = 1;
    }
    m_attempts.started(entry);
    m_flights.insert(entry.chat, entry.pk);
    m_core.request(*frame, [this, entry](const wire::ServerFrame &answer, Batch &batch) {
        batch.after.push_back([this, lane = entry.chat] {
            m_flights.remove(lane);
            m_look = true;
        });
        answered(entry, answer, batch);
    });
}

void Lanes::answered(const OutboxEntry &entry, const wire::ServerFrame &frame, Batch &batch)
{
    // The entry as it is now: an edit or another answer may have changed it.
    const auto now = m_core.mirror.outbox.get(entry.pk);
    if (const auto *ok = std::get_if<wire::Ok>(&frame))
        accepted(now.value_or(entry), *ok, batch);
    else if (const auto *err = std::get_if<wire::Err>(&frame); err && now)
        failed(*now, *err, batch);
}

void Lanes::accepted(const OutboxEntry &entry, const wire::Ok &ok, Batch &batch)
{
    batch.after.push_back([this, lane = entry.chat] {
        if (m_delays.remove(lane) > 0) tellWait(lane, 0, {});
    });
    auto applier = m_core.applier(batch);
    ChatId chat = entry.chat;
    if (entry.kind == u"chat.new"_s) {
        if (ok.chat && ok.chat != chat) {
            remap(chat, ok.chat, batch);
            chat = ok.chat;
        }
        m_core.mirror.chats.setKnown(chat, true);
        batch.changes.chats[chat].info = true;
        batch.after.push_back([this, chat] {
            if (onSync) onSync(chat);
        });
    }
    if (chat && !isTwin(Twin::AnswerWithoutRow) && !applier.answered(chat, ok.epoch, ok.rows)) {
        // Another history: the reset decides first what of ours is known there.
        batch.after.push_back([this, chat] {
            if (onSync) onSync(chat);
        });
        later(entry.chat, kRetryMinMs, {}, batch);
        return;
    }
    if (entry.kind == u"send"_s && !isTwin(Twin::AnswerWithoutRow)) {
        // Without the stored row nothing proves that it is in the log (P-6.3): it must not wait for ever with
        // nobody to send it.
        const auto held = m_core.mirror.messages.find(entry.mid);
        if (held && held->row.seq.value == 0)
            return refused(entry, wire::text(wire::Code::BadRequest), batch);
    }
    m_attempts.answered(entry, batch);
    m_core.mirror.outbox.settle(entry.pk);
    if (ok.state) {
        applier.state(*ok.state, nullptr);
        settledDraft(entry, *ok.state, batch);
    }
    touch(entry, batch);
}

void Lanes::failed(const OutboxEntry &entry, const wire::Err &err, Batch &batch)
{
    switch (fateOf(err.errorClass)) {
    case ItemFate::Retry:
        m_attempts.delayed(entry, wire::text(err.code), batch);
        later(entry.chat, err.retryMs, wire::text(err.code), batch);
        break;
    case ItemFate::Wait:
        m_attempts.delayed(entry, wire::text(err.code), batch);
        later(entry.chat, std::max<qint64>(err.retryMs, 1), wire::text(err.code), batch);
        break;
    case ItemFate::Refuse:
        if (err.code == wire::Code::NoSuchMessage && entry.mid && subjectMayCome(entry, batch)) break;
        refused(entry, wire::text(err.code), batch);
        if (err.state) m_core.applier(batch).state(*err.state, nullptr); // what the server holds instead
        break;
    case ItemFate::Rebase:
        rebase(entry, err, batch);
        break;
    case ItemFate::Upload:
        if (!onUpload || !onUpload(entry, batch)) refused(entry, wire::text(err.code), batch);
        break;
    case ItemFate::Auth:
    case ItemFate::Stop:
        batch.after.push_back([this, code = err.code] {
            if (onAuth) onAuth(code);
        });
        break;
    }
}

void Lanes::refused(const OutboxEntry &entry, const QString &code, Batch &batch)
{
    qCInfo(lcSync, "an outbox item was refused: %s", qUtf8Printable(code));
    m_attempts.refused(entry, code, batch);
    const auto frame = entry.kind == u"uset"_s ? payload::read(entry.payload) : std::nullopt;
    if (const auto *uset = frame ? std::get_if<wire::Uset>(&*frame) : nullptr;
        uset && isOfMessage(uset->kind))
        return refusedState(entry, *uset, code, batch);
    m_core.mirror.outbox.refuse(entry.pk, code);
    if (entry.kind == u"send"_s) m_core.mirror.messages.setRefused(entry.mid, code);
    touch(entry, batch);
    if (entry.chat) batch.changes.chats[entry.chat].info = true;
}

/// Where the user looks for it, it says so: a scheduled message stays in their list with the reason; what
/// could not be hidden is shown again; a vote is told of, and gone.
void Lanes::refusedState(const OutboxEntry &entry, const wire::Uset &uset, const QString &code, Batch &batch)
{
    m_core.mirror.outbox.settle(entry.pk);
    StateRow row = m_core.mirror.state.find(uset.kind, uset.key).value_or(StateRow{});
    const bool gone = uset.value == wire::removedValue();
    row.kind = uset.kind;
    row.key = uset.key;
    row.value =
        uset.kind == u"sched"_s && !gone ? wire::scheduledFailed(uset.value, code) : wire::removedValue();
    auto applier = m_core.applier(batch);
    applier.state(row, nullptr);
    batch.changes.outbox = true;
    if (const auto vote = wire::decodeVote(uset.value); vote && uset.kind == u"vote"_s)
        batch.after.push_back([this, chat = vote->chat, code] { Q_EMIT m_core.feed.refused(chat, code); });
}

void Lanes::later(const ChatId &lane, qint64 waitMs, const QString &code, Batch &batch)
{
    batch.after.push_back([this, lane, waitMs, code] {
        auto &delay = m_delays[lane];
        const qint64 bound = std::min<qint64>(kRetryMinMs << std::min(delay.times, 6), limits::backoffMaxMs);
        const qint64 jitter = qint64(m_core.random.below(quint64(bound) / 4 + 1));
        ++delay.times;
        delay.untilMs = m_core.now() + (waitMs > 0 ? waitMs : bound) + jitter;
        tellWait(lane, delay.untilMs, code);
    });
}

void Lanes::tellWait(const ChatId &lane, qint64 untilMs, const QString &code)
{
    const qint64 wall = untilMs > 0 ? m_core.clock.wallMs() + untilMs - m_core.now() : 0;
    if (lane) Q_EMIT m_core.feed.laneWaits(lane, wall, code);
}

/// The server does not know the message that is to be changed. True: that is not yet a refusal.
bool Lanes::subjectMayCome(const OutboxEntry &entry, Batch &batch)
{
    for (const OutboxEntry &other : m_core.mirror.outbox.ofMid(entry.mid)) {
        if (other.kind != u"send"_s || other.refused) continue;
        m_core.mirror.outbox.settle(entry.pk); // the message itself waits to be sent (again): behind it
        m_core.mirror.outbox.append(entry);
        touch(entry, batch);
        return true;
    }
    const auto held = m_core.mirror.messages.find(entry.mid);
    if (!held) { // nowhere any more: nobody could be told of a refusal either
        m_core.mirror.outbox.settle(entry.pk);
        touch(entry, batch);
        return true;
    }
    // The mirror says that the server has it: after a divergence one of the two is about to learn better.
    if (held->row.seq == Seq{} || m_delays.value(entry.chat).times >= kDoubts) return false;
    later(entry.chat, 0, wire::text(wire::Code::NoSuchMessage), batch);
    batch.after.push_back([this, chat = entry.chat] {
        if (onSync) onSync(chat);
    });
    return true;
}

void Lanes::rebase(const OutboxEntry &entry, const wire::Err &err, Batch &batch)
{
    auto frame = payload::read(entry.payload);
    if (!frame) return refused(entry, u"unreadable"_s, batch);
    auto applier = m_core.applier(batch);
    if (entry.chat) applier.answered(entry.chat, err.epoch, err.rows);
    bool moot = false, rebased = false;
    for (const Row &row : err.rows) {
        if (const auto *m = std::get_if<MessageRow>(&row); m && m->mid == entry.mid) {
            if (auto *edit = std::get_if<wire::Edit>(&*frame)) edit->base = m->ev, rebased = true;
            moot = moot || m->dead;
        } else if (const auto *r = std::get_if<ReactionRow>(&row); r && r->user == m_core.me) {
            if (auto *react = std::get_if<wire::React>(&*frame); react && react->emoji == r->emoji) {
                react->base = r->ver, rebased = true;
                moot = moot || r->on == react->on;
            }
        } else if (const auto *c = std::get_if<ChatRow>(&row)) {
            if (auto *set = std::get_if<wire::ChatSet>(&*frame)) set->base = c->ver, rebased = true;
            if (auto *timer = std::get_if<wire::SetTimer>(&*frame)) timer->base = c->ver, rebased = true;
        }
    }
    if (auto *uset = std::get_if<wire::Uset>(&*frame); uset && err.state) {
        if (uset->kind == u"draft"_s && err.state->device != m_core.device) // the loser stays findable
            if (const auto other = wire::decodeDraft(err.state->value))
                if (const auto chat = ChatId::fromText(uset->key))
                    m_core.mirror.drafts.remember(*chat, other->text, m_core.clock.wallMs());
        uset->base = err.state->ver;
        rebased = true;
        moot = isOfMessage(uset->kind) && uset->value == err.state->value;
        if (moot) applier.state(*err.state, nullptr);
    }
    if (moot) {
        m_core.mirror.outbox.settle(entry.pk);
        touch(entry, batch);
    } else if (rebased) {
        m_core.mirror.outbox.setPayload(entry.pk, payload::of(*frame));
    } else {
        refused(entry, wire::text(err.code), batch); // a conflict without its row cannot be answered
    }
}

void Lanes::settledDraft(const OutboxEntry &entry, const StateRow &row, Batch &batch)
{
    if (row.kind != u"draft"_s) return;
    const auto chat = ChatId::fromText(row.key);
    const auto frame = payload::read(entry.payload);
    const auto *uset = frame ? std::get_if<wire::Uset>(&*frame) : nullptr;
    if (!chat || !uset) return;
    Draft own = m_core.mirror.drafts.get(*chat);
    const auto told = wire::decodeDraft(uset->value).value_or(wire::DraftValue{});
    own.ver = row.ver;
    // Typed on, or sent, while the answer was under way: the server must hear of it.
    own.dirty = own.text != told.text || own.reply != told.reply;
    if (own.dirty)
        batch.after.push_back([this, chat = *chat] {
            if (onDraft) onDraft(chat);
        });
    m_core.mirror.drafts.put(*chat, own, m_core.clock.wallMs());
    batch.changes.chats[*chat].draft = true;
}

void Lanes::remap(const ChatId &from, const ChatId &to, Batch &batch)
{
    for (const OutboxEntry &e : m_core.mirror.outbox.ofLane(from, kLaneEntries)) {
        auto frame = payload::read(e.payload);
        if (!frame) continue;
        std::visit(
            [&](auto &f) {
                if constexpr (requires { f.chat = to; }) f.chat = to;
            },
            *frame);
        m_core.mirror.outbox.setPayload(e.pk, payload::of(*frame));
    }
    m_core.mirror.chats.remap(from, to);
    for (const ChatId &chat : {from, to}) {
        auto &in = batch.changes.chats[chat];
        in.whole = in.info = in.draft = true;
    }
    batch.changes.list = batch.changes.outbox = true;
}

} // namespace kith
