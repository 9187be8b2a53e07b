// Wishes about texts: what is in them, repeating, scheduling, hiding, timers.
#include "core/base/limits.h"
#include "core/wire/attachment_codec.h"
#include "core/wire/content_codec.h"
#include "core/wire/poll_codec.h"
#include "core/wire/rows_codec.h"
#include "core/wire/state_value.h"
#include "sync/payload.h"
#include "sync/wishes.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype frameMargin = 1'024;

QString faultOf(const OutgoingText &out, const QByteArray &extra)
{
    if (out.text.isEmpty()) return u"empty"_s;
    if (out.text.toUtf8().size() > limits::textBytes) return wire::text(wire::Code::TooLong);
    return wire::contentFault(extra, out.text) ? QString(wire::text(wire::Code::BadRequest)) : QString();
}

/// Fits a frame; the words matter more than the picture of a preview.
bool fit(wire::Send &send)
{
    const auto fits = [&send] { return payload::of(send).size() <= limits::clientFrameBytes - frameMargin; };
    if (fits()) return true;
    if (auto link = wire::linkPreview(send.extra)) {
        OutgoingText only;
        link->thumb.clear();
        only.link = std::move(link);
        const QByteArray change =
            wire::withEntities(wire::outgoingExtra(only), wire::entities(send.extra, send.body));
        send.extra = wire::editedExtra(send.extra, change);
    }
    return fits();
}

} // namespace

/// Into the mirror and the outbox, at the end of the chat.
void Wishes::enter(const wire::Send &send, Batch &batch)
{
    MessageRow row;
    row.mid = send.mid;
    row.sender = m_core.me;
    row.kind = send.kind;
    row.body = send.body;
    row.reply = send.reply;
    row.extra = send.extra;
    row.atMs = m_core.serverMs();
    const qint64 now = m_core.clock.wallMs(); // one moment, in the message and in the outbox
    m_core.mirror.messages.insertQueued(send.chat, row, now);
    append(send.chat, send.mid, OpId{}, send, batch, now);
    m_core.mirror.chats.raiseAct(send.chat, row.atMs);
    batch.changes.list = true;
}

void Wishes::send(const ChatId &chat, const Mid &mid, const OutgoingText &typed)
{
    const OutgoingText out = trimmed(typed);
    commit(chat, [&](Batch &batch) {
        wire::Send send{chat, mid, u"text"_s, out.text, out.reply, Mid{}, wire::outgoingExtra(out), 0};
        QString refusal = faultOf(out, send.extra);
        if (!refusal.isEmpty() || !writable(chat, &refusal)) return refusal;
        if (m_core.mirror.messages.find(mid)) return QString(); // the same press of Enter, told twice
        if (!fit(send)) return QString(wire::text(wire::Code::TooLong));
        send.draftVer = m_drafts.sent(chat);
        enter(send, batch);
        batch.changes.chats[chat].draft = true;
        return QString();
    });
}

void Wishes::forward(const ChatId &to, const Mid &mid, const Mid &source, bool silent)
{
    commit(to, [&](Batch &batch) {
        QString refusal;
        if (!writable(to, &refusal)) return refusal;
        if (m_core.mirror.messages.find(mid)) return QString(); // the same wish, told twice
        const auto held = m_core.mirror.messages.find(source);
        if (!held || held->row.dead || held->row.kind == u"service"_s || m_core.mirror.state.isHidden(source))
            return QString(wire::text(wire::Code::NoSuchMessage));
        if (held->row.seq == Seq{}) return u"not_sent"_s;
        ForwardSource from{source, held->row.sender, {}, held->row.atMs};
        if (const auto first = wire::forwardSource(held->row.extra))
            from = {source, first->by, first->name, first->atMs};
        else if (const auto who = m_core.mirror.members.user(held->row.sender))
            from.name = who->name;
        const wire::Send send{to,
                              mid,
                              held->row.kind,
                              held->row.body,
                              {},
                              {},
                              wire::forwardedExtra(held->row.extra, from, silent),
                              0};
        enter(send, batch);
        return QString();
    });
}

void Wishes::edit(const ChatId &chat, const Mid &mid, const OutgoingText &typed)
{
    const OutgoingText out = trimmed(typed);
    commit(chat, [&](Batch &batch) -> QString {
        const auto held = m_core.mirror.messages.find(mid);
        const QByteArray change = wire::editChange(wire::outgoingExtra(out));
        const bool caption = held && wire::mayHaveAttachments(held->row.extra);
        QString refusal = caption && out.text.isEmpty() ? QString() : faultOf(out, change);
        if (!refusal.isEmpty() || !writable(chat, &refusal)) return refusal;
        if (!held || held->row.dead || held->row.sender != m_core.me)
            return wire::text(wire::Code::NoSuchMessage);
        if (wire::isForwarded(held->row.extra) || wire::pollOf(held->row.extra))
            return wire::text(wire::Code::Forbidden);
        for (const OutboxEntry &e : m_core.mirror.outbox.ofMid(mid)) {
            // What never left this machine, and what the server plainly refused, is rewritten in place.
            if (!(e.refused || e.tries == 0)) continue;
            if (rewrite(e, *held, out.text, change, batch)) return {};
        }
        const OpId op = m_core.mintOp();
        append(chat, mid, op, wire::Edit{chat, mid, op, held->row.ev, out.text, change}, batch);
        return {};
    });
}

/// False: the entry holds no words.
bool Wishes::rewrite(const OutboxEntry &e, const StoredMessage &held, const QString &text,
                     const QByteArray &change, Batch &batch)
{
    auto frame = payload::read(e.payload);
    if (!frame) return false;
    if (auto *send = std::get_if<wire::Send>(&*frame)) {
        send->body = text;
        send->extra = wire::editedExtra(send->extra, change);
        m_core.mirror.messages.setUnsentBody(e.mid, text);
        m_core.mirror.messages.setUnsentExtra(e.mid, send->extra);
        if (e.refused) m_core.mirror.messages.setQueued(e.mid);
    } else if (auto *edit = std::get_if<wire::Edit>(&*frame)) {
        edit->body = text;
        edit->extra = change;
        edit->base = held.row.ev;
    } else {
        return false;
    }
    m_core.mirror.outbox.setPayload(e.pk, payload::of(*frame));
    if (e.refused) {
        m_core.mirror.outbox.retry(e.pk);
        decided(e, JournalWhat::Retried);
    }
    batch.changes.touch(held.chat, e.mid);
    batch.changes.outbox = true;
    return true;
}

/// What never left this machine. True: it is gone.
bool Wishes::takeBack(const StoredMessage &held, Batch &batch)
{
    const auto entries = m_core.mirror.outbox.ofMid(held.row.mid);
    const bool neverLeft = std::any_of(entries.begin(), entries.end(), [](const OutboxEntry &e) {
        return e.kind == u"send"_s && (e.refused || e.tries == 0);
    });
    if (!neverLeft || held.row.seq != Seq{}) return false;
    for (const OutboxEntry &e : entries) {
        if (e.kind == u"send"_s) decided(e, JournalWhat::Discarded);
        m_core.mirror.outbox.settle(e.pk);
    }
    m_attachments.drop(held.row.mid, batch);
    m_core.mirror.messages.remove(held.row.mid);
    return true;
}

void Wishes::deleteForMe(const ChatId &chat, const Mid &mid, bool on)
{
    commit(chat, [&](Batch &batch) -> QString {
        const auto held = m_core.mirror.messages.find(mid);
        if (!held || held->chat != chat) return wire::text(wire::Code::NoSuchMessage);
        batch.changes.touch(chat, mid);
        batch.changes.list = batch.changes.outbox = true;
        if (on && takeBack(*held, batch)) return {};
        if (m_core.mirror.state.isHidden(mid) == on) return {};
        putState(u"hide"_s, mid.text(), on ? wire::encodeHidden(chat) : wire::removedValue(), batch);
        return {};
    });
}

/// Shown at once: the stored row takes the new value under its old version, and the server's answer replaces
/// it.
void Wishes::putState(const QString &kind, const QByteArray &key, const QByteArray &value, Batch &batch)
{
    StateRow row = m_core.mirror.state.find(kind, key).value_or(StateRow{});
    row.kind = kind;
    row.key = key;
    row.value = value;
    m_core.mirror.state.upsert(row);
    const OpId op = m_core.mintOp();
    append(ChatId{}, Mid{}, op, wire::Uset{kind, key, op, row.ver, value}, batch);
}

void Wishes::schedule(const ChatId &chat, const Mid &mid, const OutgoingText &typed, qint64 whenMs)
{
    const OutgoingText out = trimmed(typed);
    commit(chat, [&](Batch &batch) -> QString {
        QString refusal = faultOf(out, wire::outgoingExtra(out));
        if (!refusal.isEmpty() || !writable(chat, &refusal)) return refusal;
        if (whenMs < 1 || whenMs > m_core.serverMs() + limits::scheduleAheadMs)
            return wire::text(wire::Code::BadRequest);
        const QByteArray value = wire::encodeScheduled({mid, chat, whenMs, out, {}, false});
        if (value.size() > limits::stateValueBytes) return wire::text(wire::Code::TooLong);
        putState(u"sched"_s, mid.text(), value, batch);
        batch.changes.chats[chat].info = batch.changes.outbox = true;
        return {};
    });
}

void Wishes::cancelScheduled(const Mid &mid)
{
    commit(ChatId{}, [&](Batch &batch) -> QString {
        const auto row = m_core.mirror.state.find(u"sched"_s, mid.text());
        const auto held = row ? wire::decodeScheduled(row->key, row->value) : std::nullopt;
        if (!held) return wire::text(wire::Code::NoSuchMessage);
        putState(u"sched"_s, mid.text(), wire::removedValue(), batch);
        batch.changes.chats[held->chat].info = batch.changes.outbox = true;
        return {};
    });
}

void Wishes::setTimer(const ChatId &chat, int seconds)
{
    commit(chat, [&](Batch &batch) -> QString {
        QString refusal;
        if (seconds != 0 && (seconds < limits::timerMinSeconds || seconds > limits::timerMaxSeconds))
            return wire::text(wire::Code::BadRequest);
        if (!writable(chat, &refusal)) return refusal;
        const OpId op = m_core.mintOp();
        append(chat, Mid{}, op, wire::SetTimer{chat, op, m_core.mirror.chats.find(chat)->info.ver, seconds},
               batch);
        batch.changes.chats[chat].info = true;
        return {};
    });
}

} // namespace kith
