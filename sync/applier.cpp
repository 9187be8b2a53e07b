#include "sync/applier.h"

#include "core/base/log.h"
#include "core/base/twin.h"
#include "core/wire/codec.h"
#include "core/wire/content_codec.h"
#include "core/wire/poll_codec.h"
#include "core/wire/state_value.h"
#include "sync/payload.h"
#include "sync/ranges.h"

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOutbox = 10'000;

bool applies(Interval verdict)
{
    if (isTwin(Twin::NoGapCheck)) return verdict != Interval::Ignore;
    return verdict == Interval::Apply;
}

} // namespace

void Applier::row(const ChatId &chat, const Row &any)
{
    if (const auto *m = std::get_if<MessageRow>(&any)) {
        message(chat, *m);
    } else if (const auto *r = std::get_if<ReactionRow>(&any)) {
        if (m_mirror.reactions.upsert(chat, *r)) m_changes.touch(chat, r->mid);
    } else if (const auto *p = std::get_if<MemberRow>(&any)) {
        member(chat, *p);
    } else if (const auto *i = std::get_if<ChatRow>(&any)) {
        if (m_mirror.chats.setInfo(chat, *i)) {
            m_changes.chats[chat].info = true;
            listChanged();
        }
    } else if (const auto *u = std::get_if<UnknownRow>(&any)) {
        if (isTwin(Twin::PoisonStops)) return m_mirror.db().fail(Errc::BadInput, u->error);
        qCWarning(lcSync, "a row could not be read and is kept aside");
        m_mirror.quarantine.add(chat, *u, m_context.app);
        m_changes.chats[chat].info = true;
    }
}

void Applier::message(const ChatId &chat, const MessageRow &row)
{
    auto done = m_mirror.messages.upsert(chat, row);
    while (done.outcome ==
           Upserted::Outcome::Blocked) { // another message sits at this place: of a lost history
        orphan(chat, done.orphan);
        done = m_mirror.messages.upsert(chat, row);
        if (m_mirror.db().failed()) return;
    }
    // What is over by the server's clock stays away until its tombstone comes.
    const qint64 expiry = row.dead ? 0 : wire::expiryMs(row.extra);
    if (expiry > 0 && expiry <= m_context.serverMs) m_mirror.messages.wipe(row.mid);
    if (row.sender == m_context.me) settleSend(row.mid);
    if (done.outcome == Upserted::Outcome::Stale) return;
    if (isTwin(Twin::UnreadCounted) && row.sender != m_context.me) {
        const auto held = m_mirror.chats.find(chat);
        m_mirror.chats.setServerUnread(chat, held->serverUnread + 1, row.seq);
    }
    m_mirror.chats.raiseAct(chat, row.atMs);
    m_changes.touch(chat, row.mid);
    listChanged();
}

void Applier::member(const ChatId &chat, const MemberRow &row)
{
    if (!m_mirror.members.upsert(chat, row)) return;
    if (row.user == m_context.me) m_mirror.chats.setLeft(chat, row.left);
    m_changes.chats[chat].info = true;
    listChanged();
}

void Applier::settleSend(const Mid &mid)
{
    for (const OutboxEntry &e : m_mirror.outbox.ofMid(mid)) {
        if (e.kind != u"send"_s) continue;
        m_mirror.outbox.settle(e.pk);
        m_changes.outbox = true;
    }
}

void Applier::marks(const ChatId &chat, const std::vector<Watermark> &mem)
{
    for (const Watermark &mark : mem) {
        if (m_mirror.members.raise(chat, mark)) m_changes.chats[chat].marks = true;
        if (mark.user == m_context.me && m_mirror.receipts.want(chat, Seq{}, mark.seen)) listChanged();
    }
}

void Applier::wantDelivered(const ChatId &chat)
{
    const Seq tip = ranges::liveTip(m_mirror.ranges.list(chat));
    if (tip > Seq{}) m_mirror.receipts.want(chat, tip, Seq{});
}

Interval Applier::ev(const wire::Ev &frame)
{
    const auto chat = m_mirror.chats.find(frame.chat);
    if (!chat || !chat->known) return Interval::Gap;
    const auto verdict = judge(chat->epoch, chat->at, frame.epoch, frame.f, frame.to);
    if (!applies(verdict)) return verdict;
    // In the middle of a catch-up of several pages a held event may fit the cursor, while messages below it,
    // changed since, have yet to come with a later rev: the range must not grow over them.
    qint64 fresh = 0;
    for (const Row &r : frame.rows) {
        const auto *m = std::get_if<MessageRow>(&r);
        fresh += m ? m->seq > chat->seq : std::holds_alternative<UnknownRow>(r);
    }
    if (frame.seq.value > chat->seq.value + fresh && !isTwin(Twin::NoGapCheck)) return Interval::Gap;
    if (isTwin(Twin::CursorBeforeRows)) m_mirror.chats.setCursor(frame.chat, frame.epoch, frame.to);
    Seq newest = chat->seq;
    for (const Row &r : frame.rows) {
        row(frame.chat, r);
        if (const auto *m = std::get_if<MessageRow>(&r)) newest = std::max(newest, m->seq);
    }
    // Only what came in the frame is held: if the newest message itself was unreadable the range must still
    // grow, since asking again would bring the same row (R17).
    newest = std::max(newest, frame.seq);
    if (newest > chat->seq) {
        m_mirror.ranges.replace(frame.chat,
                                ranges::extend(m_mirror.ranges.list(frame.chat), chat->seq, newest));
        m_mirror.chats.raiseSeq(frame.chat, newest);
        wantDelivered(frame.chat);
    }
    m_mirror.chats.setCursor(frame.chat, frame.epoch, frame.to);
    return Interval::Apply;
}

Interval Applier::rx(const wire::RxEv &frame)
{
    const auto chat = m_mirror.chats.find(frame.chat);
    if (!chat || !chat->known || chat->epoch != frame.epoch) return Interval::Gap;
    const auto verdict = judge(chat->rx, frame.f, frame.to);
    if (!applies(verdict)) return verdict;
    marks(frame.chat, frame.mem);
    m_mirror.chats.setRx(frame.chat, frame.to);
    return Interval::Apply;
}

Interval Applier::delta(const wire::Delta &frame)
{
    auto chat = m_mirror.chats.find(frame.chat);
    if (!chat || chat->epoch != frame.epoch) {
        const bool fresh =
            frame.f == ChatPosition{} && (!chat || (!chat->epoch && chat->at == ChatPosition{}));
        if (!fresh) return Interval::Gap;
        if (!chat) {
            chat = StoredChat{};
            chat->chat = frame.chat;
        }
        chat->epoch = frame.epoch;
        chat->known = true;
        m_mirror.chats.put(*chat);
        listChanged();
    }
    if (frame.f != chat->at && !isTwin(Twin::StaleAnswers)) return Interval::Gap;
    if (isTwin(Twin::CursorBeforeRows)) m_mirror.chats.setCursor(frame.chat, frame.epoch, frame.to);
    for (const Row &r : frame.rows) row(frame.chat, r);
    m_mirror.chats.setCursor(frame.chat, frame.epoch, frame.to);
    if (!chat->known) m_mirror.chats.setKnown(frame.chat, true);
    if (frame.more && !isTwin(Twin::RangeBeforeRows)) return Interval::Apply;
    if (frame.seq > chat->seq) {
        m_mirror.ranges.replace(frame.chat,
                                ranges::extend(m_mirror.ranges.list(frame.chat), chat->seq, frame.seq));
        m_mirror.chats.setSeq(frame.chat, frame.seq);
        m_changes.chats[frame.chat].holes = true;
        wantDelivered(frame.chat);
    }
    if (frame.rxf <= chat->rx) {
        marks(frame.chat, frame.mem);
        m_mirror.chats.setRx(frame.chat, std::max(chat->rx, frame.rx));
    }
    return Interval::Apply;
}

void Applier::hist(const wire::HistPage &frame)
{
    const auto chat = m_mirror.chats.find(frame.chat);
    if (!chat || chat->epoch != frame.epoch || frame.lo > frame.hi) return;
    for (const Row &r : frame.rows) row(frame.chat, r);
    if (frame.since == Rev{}) // a full answer: what it did not name in lo..hi is of a lost history
        for (const Mid &mid : m_mirror.messages.unverified(frame.chat, frame.lo, frame.hi))
            orphan(frame.chat, mid);
    const auto held = m_mirror.ranges.list(frame.chat);
    const bool fits = isTwin(Twin::StaleAnswers) || ranges::completes(held, frame.lo, frame.hi, frame.since);
    if (frame.asOf >= chat->at.at && fits) {
        m_mirror.ranges.replace(frame.chat, ranges::cover(held, frame.lo, std::min(frame.hi, chat->seq)));
        wantDelivered(frame.chat);
    }
    m_changes.chats[frame.chat].holes = true;
}

bool Applier::answered(const ChatId &id, const EpochId &epoch, const std::vector<Row> &rows)
{
    const auto chat = m_mirror.chats.find(id);
    if (!chat) return true; // nothing here to update
    // Whoever has left is sent no reset that would decide first; the answer to what was said before stands.
    if (chat->epoch && epoch && chat->epoch != epoch && !chat->left) return false;
    for (const Row &r : rows) row(id, r);
    return true;
}

// ---- the user's own stream ----

void Applier::state(const StateRow &row, std::vector<ChatId> *unknown)
{
    const bool aboutMessage = row.kind == u"sched"_s || row.kind == u"hide"_s || row.kind == u"vote"_s;
    const auto before = aboutMessage ? m_mirror.state.find(row.kind, row.key) : std::nullopt;
    m_mirror.state.upsert(row);
    if (aboutMessage) return ofMessage(row, before);
    const auto id = ChatId::fromText(row.key);
    if (!id) return;
    const auto chat = m_mirror.chats.find(*id);
    if (row.kind == u"seen"_s) {
        const auto seen = wire::decodeNumber(row.value);
        if (!seen || !chat) return;
        if (m_mirror.receipts.want(*id, Seq{}, Seq{std::min(*seen, chat->seq.value)}))
            m_changes.chats[*id].marks = true;
    } else if (row.kind == u"chat"_s) {
        const auto membership = wire::decodeMembership(row.value);
        const bool left = membership && membership->left;
        if (chat && chat->left != left) {
            m_mirror.chats.setLeft(*id, left);
            m_changes.chats[*id].info = true;
        }
        if (unknown && !left && (!chat || !chat->known || chat->left)) unknown->push_back(*id);
    } else if (row.kind == u"draft"_s) {
        if (chat) draftFromServer(*id, row);
    }
    if (chat) m_changes.chats[*id].info = true;
    listChanged();
}

/// Of a removed row the one before says which chat it was about.
void Applier::ofMessage(const StateRow &row, const std::optional<StateRow> &before)
{
    const auto mid = Mid::fromText(row.key);
    if (!mid) return;
    for (const QByteArray &value : {row.value, before ? before->value : QByteArray()}) {
        if (row.kind == u"hide"_s) {
            if (const auto chat = wire::decodeHidden(value)) m_changes.touch(*chat, *mid);
        } else if (row.kind == u"vote"_s) {
            if (const auto vote = wire::decodeVote(value)) m_changes.touch(vote->chat, *mid);
        } else if (const auto scheduled = wire::decodeScheduled(row.key, value)) {
            m_changes.chats[scheduled->chat].info = true;
        }
    }
    listChanged();
}

/// A server that has lost them (R10) is told again what the user hid, scheduled and voted for.
void Applier::repeatLost(const std::vector<StateRow> &before)
{
    QSet<QByteArray> waiting;
    for (const OutboxEntry &e : m_mirror.outbox.ofLane(ChatId{}, kOutbox)) {
        const auto frame = payload::read(e.payload);
        if (const auto *uset = frame ? std::get_if<wire::Uset>(&*frame) : nullptr) waiting.insert(uset->key);
    }
    for (StateRow row : before) {
        const auto known = m_mirror.state.find(row.kind, row.key);
        const bool waits = waiting.contains(row.key);
        // A vote may have been changed since what the server still has.
        const bool newer =
            known && row.kind == u"vote"_s && row.ver > known->ver && row.value != known->value;
        if (!waits && !newer && (known || row.value == wire::removedValue())) continue;
        const QByteArray what = row.value + ' ' + QByteArray::number(row.ver);
        row.ver = known ? known->ver : 0;
        row.urev = known ? known->urev : Urev{};
        state(row, nullptr);
        if (waits) continue;
        OutboxEntry entry;
        entry.kind = u"uset"_s;
        entry.op = OpId{Mid::fromText(row.key).value_or(Mid{}).value};
        if (row.kind == u"vote"_s) entry.op = OpId{QUuid::createUuidV5(entry.op.value, what)};
        entry.payload = payload::of(wire::Uset{row.kind, row.key, entry.op, row.ver, row.value});
        entry.tries = 1;
        entry.enteredMs = m_context.wallMs;
        m_mirror.outbox.append(entry);
        m_changes.outbox = true;
    }
}

void Applier::draftFromServer(const ChatId &chat, const StateRow &row)
{
    Draft own = m_mirror.drafts.get(chat);
    if (row.ver <= own.ver) return;
    const auto value = wire::decodeDraft(row.value).value_or(wire::DraftValue{});
    if (own.dirty && !isTwin(Twin::DraftOverTyping)) { // somebody types here: the other text is kept as an
                                                       // earlier draft, never shown over this
                                                       // one
        if (row.device != m_context.device && value.text != own.text)
            m_mirror.drafts.remember(chat, value.text, m_context.wallMs);
        own.ver = row.ver;
        m_mirror.drafts.put(chat, own, m_context.wallMs);
        return;
    }
    m_mirror.drafts.put(chat, Draft{value.text, value.reply, row.ver, false}, m_context.wallMs);
    m_changes.chats[chat].draft = true;
    listChanged();
}

Interval Applier::uev(const wire::Uev &frame, std::vector<ChatId> *unknown)
{
    const auto verdict =
        judge(m_mirror.meta.epoch(), m_mirror.meta.userPosition(), frame.epoch, frame.f, frame.to);
    if (!applies(verdict)) return verdict;
    for (const StateRow &r : frame.rows) state(r, unknown);
    m_mirror.meta.setUserPosition(frame.to);
    return Interval::Apply;
}

Interval Applier::udelta(const wire::Udelta &frame, std::vector<ChatId> *unknown)
{
    if (m_mirror.meta.epoch() != frame.epoch || m_mirror.meta.userPosition() != frame.f) return Interval::Gap;
    for (const StateRow &r : frame.rows) state(r, unknown);
    m_mirror.meta.setUserPosition(frame.to);
    return Interval::Apply;
}

Interval Applier::ureset(const wire::Ureset &frame, std::vector<ChatId> *unknown)
{
    if (m_mirror.meta.epoch() != frame.askedEpoch || m_mirror.meta.userPosition() != frame.f)
        return Interval::Gap;
    std::vector<StateRow> own = m_mirror.state.ofKind(u"hide"_s);
    for (const auto &kind : {u"sched"_s, u"vote"_s})
        for (StateRow &row : m_mirror.state.ofKind(kind)) own.push_back(std::move(row));
    m_mirror.state.replaceAll(frame.rows);
    for (const StateRow &r : frame.rows) state(r, unknown);
    repeatLost(own);
    m_mirror.meta.setEpoch(frame.epoch);
    m_mirror.meta.setUserPosition(frame.to);
    return Interval::Apply;
}

} // namespace kith
