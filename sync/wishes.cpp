#include "sync/wishes.h"

#include "core/base/limits.h"
#include "core/wire/attachment_codec.h"
#include "core/wire/state_value.h"
#include "sync/payload.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

void Wishes::commit(const ChatId &chat, const std::function<QString(Batch &)> &body)
{
    QString refusal;
    const bool written = m_core.write([&](Batch &batch) {
        refusal = m_core.mirror.outbox.count() >= limits::outboxItems ? u"outbox_full"_s : body(batch);
        batch.after.push_back([this] { m_lanes.changed(); });
    });
    if (!written) {
        const bool full = m_core.diskFault && m_core.diskFault->code == Errc::Full;
        refusal = full ? u"disk_full"_s : u"disk_error"_s;
    }
    if (!refusal.isEmpty()) Q_EMIT m_core.feed.refused(chat, refusal);
    if (m_core.wake) m_core.wake();
}

bool Wishes::writable(const ChatId &chat, QString *code)
{
    const auto held = m_core.mirror.chats.find(chat);
    if (!held)
        *code = wire::text(wire::Code::NotFound);
    else if (held->left)
        *code = wire::text(wire::Code::NotMember);
    return held && !held->left;
}

/// The user's own decision, kept because the row that it was about may go.
void Wishes::decided(const OutboxEntry &entry, JournalWhat what)
{
    const qint64 now = m_core.clock.wallMs();
    m_core.mirror.journal.add({entry.mid, entry.op, entry.kind, what, {}, 1, now, now});
}

qint64 Wishes::append(const ChatId &lane, const Mid &mid, const OpId &op, const wire::ClientFrame &frame,
                      Batch &batch, qint64 enteredMs)
{
    OutboxEntry entry;
    entry.chat = lane;
    entry.kind = payload::kindOf(frame);
    entry.mid = mid;
    entry.op = op;
    entry.payload = payload::of(frame);
    const auto *send = std::get_if<wire::Send>(&frame);
    const bool files = send && wire::mayHaveAttachments(send->extra);
    // A change of a message that still waits for its files waits with it.
    entry.afterAtt = files || (!send && mid && m_attachments.waitsForFiles(mid));
    // Leaves right after this commit: saves a commit of its own.
    entry.tries = !entry.afterAtt && m_lanes.isFree(lane) ? 1 : 0;
    entry.enteredMs = enteredMs > 0 ? enteredMs : m_core.clock.wallMs();
    batch.changes.outbox = true;
    if (lane && mid) batch.changes.touch(lane, mid);
    return m_core.mirror.outbox.append(entry);
}

// ---- messages ----

static QString faultOf(const QString &text)
{
    if (text.isEmpty()) return u"empty"_s;
    return text.toUtf8().size() > limits::textBytes ? QString(wire::text(wire::Code::TooLong)) : QString();
}

void Wishes::sendText(const ChatId &chat, const Mid &mid, const QString &typed, const Mid &reply)
{
    const QString text = typed.trimmed();
    commit(chat, [&](Batch &batch) {
        QString refusal = faultOf(text);
        if (!refusal.isEmpty() || !writable(chat, &refusal)) return refusal;
        if (m_core.mirror.messages.find(mid)) return QString(); // the same press of Enter, told twice
        MessageRow row;
        row.mid = mid;
        row.sender = m_core.me;
        row.kind = u"text"_s;
        row.body = text;
        row.reply = reply;
        row.atMs = m_core.serverMs();
        const int draftVer = m_drafts.sent(chat);
        const qint64 now = m_core.clock.wallMs(); // one moment, in the message and in the outbox
        m_core.mirror.messages.insertQueued(chat, row, now);
        append(chat, mid, OpId{}, wire::Send{chat, mid, row.kind, text, reply, Mid{}, {}, draftVer}, batch,
               now);
        m_core.mirror.chats.raiseAct(chat, row.atMs);
        batch.changes.chats[chat].draft = true;
        batch.changes.list = true;
        return QString();
    });
}

void Wishes::sendFiles(const ChatId &chat, const Mid &mid, const std::vector<OutgoingFile> &files,
                       const QString &typed, const Mid &reply)
{
    const QString caption = typed.trimmed();
    commit(chat, [&](Batch &batch) {
        QString refusal;
        if (caption.toUtf8().size() > limits::textBytes) return QString(wire::text(wire::Code::TooLong));
        if (!writable(chat, &refusal)) return refusal;
        if (m_core.mirror.messages.find(mid)) return QString(); // the same wish, told twice
        std::vector<Attachment> atts;
        refusal = m_attachments.enter(mid, files, &atts);
        if (!refusal.isEmpty()) {
            m_attachments.drop(mid, batch);
            return refusal;
        }
        MessageRow row;
        row.mid = mid;
        row.sender = m_core.me;
        row.kind = u"text"_s;
        row.body = caption;
        row.reply = reply;
        row.atMs = m_core.serverMs();
        row.extra = wire::withAttachments({}, atts);
        wire::Send send{chat, mid, row.kind, caption, reply, Mid{}, row.extra, 0};
        if (payload::of(send).size() > limits::clientFrameBytes - 1'024) {
            for (Attachment &att : atts) att.thumb.clear(); // the words matter more
            send.extra = row.extra = wire::withAttachments({}, atts);
        }
        send.draftVer = m_drafts.sent(chat);
        const qint64 now = m_core.clock.wallMs();
        m_core.mirror.messages.insertQueued(chat, row, now);
        append(chat, mid, OpId{}, send, batch, now);
        m_core.mirror.chats.raiseAct(chat, row.atMs);
        batch.changes.chats[chat].draft = true;
        batch.changes.list = true;
        return QString();
    });
}

void Wishes::fetchFile(const ChatId &chat, const Mid &mid, const AttId &att)
{
    commit(chat, [&](Batch &batch) { return m_attachments.fetch(chat, mid, att, batch); });
}

void Wishes::cancelFetch(const AttId &att)
{
    commit(ChatId{}, [&](Batch &batch) {
        m_attachments.cancelFetch(att, batch);
        return QString();
    });
}

void Wishes::editText(const ChatId &chat, const Mid &mid, const QString &typed)
{
    const QString text = typed.trimmed();
    commit(chat, [&](Batch &batch) -> QString {
        const auto held = m_core.mirror.messages.find(mid);
        const bool caption = held && wire::mayHaveAttachments(held->row.extra);
        QString refusal = caption && text.isEmpty() ? QString() : faultOf(text);
        if (!refusal.isEmpty() || !writable(chat, &refusal)) return refusal;
        if (!held || held->row.dead || held->row.sender != m_core.me)
            return wire::text(wire::Code::NoSuchMessage);
        for (const OutboxEntry &e : m_core.mirror.outbox.ofMid(mid)) {
            auto frame = payload::read(e.payload);
            // What never left this machine, and what the server plainly refused, is rewritten in place.
            if (!frame || !(e.refused || e.tries == 0)) continue;
            if (auto *send = std::get_if<wire::Send>(&*frame)) {
                send->body = text;
                m_core.mirror.messages.setUnsentBody(mid, text);
                if (e.refused) m_core.mirror.messages.setQueued(mid);
            } else if (auto *edit = std::get_if<wire::Edit>(&*frame)) {
                edit->body = text;
                edit->base = held->row.ev;
            } else {
                continue;
            }
            m_core.mirror.outbox.setPayload(e.pk, payload::of(*frame));
            if (e.refused) {
                m_core.mirror.outbox.retry(e.pk);
                decided(e, JournalWhat::Retried);
            }
            batch.changes.touch(chat, mid);
            batch.changes.outbox = true;
            return {};
        }
        const OpId op = m_core.mintOp();
        append(chat, mid, op, wire::Edit{chat, mid, op, held->row.ev, text}, batch);
        return {};
    });
}

void Wishes::deleteForAll(const ChatId &chat, const Mid &mid)
{
    commit(chat, [&](Batch &batch) -> QString {
        const auto held = m_core.mirror.messages.find(mid);
        if (!held || held->row.dead) return {};
        bool neverLeft = false;
        for (const OutboxEntry &e : m_core.mirror.outbox.ofMid(mid)) {
            if (e.kind == u"send"_s && (e.refused || e.tries == 0)) neverLeft = true;
            // Changes of a message that goes away need not be told.
            if (e.kind != u"send"_s && (e.refused || e.tries == 0)) m_core.mirror.outbox.settle(e.pk);
        }
        batch.changes.touch(chat, mid);
        batch.changes.list = batch.changes.outbox = true;
        if (neverLeft && held->row.seq == Seq{}) {
            for (const OutboxEntry &e : m_core.mirror.outbox.ofMid(mid)) {
                if (e.kind == u"send"_s) decided(e, JournalWhat::Discarded);
                m_core.mirror.outbox.settle(e.pk);
            }
            m_attachments.drop(mid, batch);
            m_core.mirror.messages.remove(mid);
            return {};
        }
        QString refusal;
        if (!writable(chat, &refusal)) return refusal;
        const OpId op = m_core.mintOp();
        append(chat, mid, op, wire::Del{chat, mid, op}, batch);
        return {};
    });
}

void Wishes::react(const ChatId &chat, const Mid &mid, const QString &emoji, bool on)
{
    commit(chat, [&](Batch &batch) -> QString {
        QString refusal;
        if (emoji.isEmpty() || emoji.toUtf8().size() > limits::emojiBytes)
            return wire::text(wire::Code::TooLong);
        if (!writable(chat, &refusal)) return refusal;
        if (!m_core.mirror.messages.find(mid)) return wire::text(wire::Code::NoSuchMessage);
        const auto held = m_core.mirror.reactions.find(mid, m_core.me, emoji);
        bool now = held && held->on;
        for (const OutboxEntry &e : m_core.mirror.outbox.ofMid(mid)) {
            const auto frame = e.refused ? std::nullopt : payload::read(e.payload);
            const auto *react = frame ? std::get_if<wire::React>(&*frame) : nullptr;
            if (!react || react->emoji != emoji) continue;
            now = react->on;
            if (e.tries > 0 || now == on) continue;
            m_core.mirror.outbox.settle(e.pk); // taken back before anybody heard of it
            now = held && held->on;
        }
        batch.changes.touch(chat, mid);
        batch.changes.outbox = true;
        if (now == on) return {};
        const OpId op = m_core.mintOp();
        append(chat, mid, op, wire::React{chat, mid, op, emoji, on, held ? held->ver : 0}, batch);
        return {};
    });
}

void Wishes::retry(const ChatId &chat, const Mid &mid)
{
    commit(chat, [&](Batch &batch) -> QString {
        for (const OutboxEntry &e : m_core.mirror.outbox.ofMid(mid)) {
            if (!e.refused) continue;
            m_core.mirror.outbox.retry(e.pk);
            decided(e, JournalWhat::Retried);
            if (e.kind == u"send"_s) m_core.mirror.messages.setQueued(mid);
        }
        m_attachments.retry(mid, batch);
        batch.changes.touch(chat, mid);
        batch.changes.list = batch.changes.outbox = true;
        return {};
    });
}

void Wishes::discard(const ChatId &chat, const Mid &mid)
{
    commit(chat, [&](Batch &batch) -> QString {
        const auto entries = m_core.mirror.outbox.ofMid(mid);
        const bool unsent = std::any_of(entries.begin(), entries.end(), [](const OutboxEntry &e) {
            return e.refused && e.kind == u"send"_s;
        });
        for (const OutboxEntry &e : entries) {
            if (!unsent && !e.refused) continue;
            decided(e, JournalWhat::Discarded);
            m_core.mirror.outbox.settle(e.pk);
        }
        if (unsent) m_attachments.drop(mid, batch);
        if (unsent) m_core.mirror.messages.remove(mid);
        batch.changes.touch(chat, mid);
        batch.changes.list = batch.changes.outbox = true;
        return {};
    });
}

// ---- reading and settings ----

void Wishes::markSeen(const ChatId &chat, Seq upTo)
{
    commit(chat, [&](Batch &batch) -> QString {
        const auto held = m_core.mirror.chats.find(chat);
        if (!held || !m_core.mirror.receipts.want(chat, Seq{}, std::min(upTo, held->seq))) return {};
        batch.changes.chats[chat].marks = true;
        batch.changes.list = true;
        const auto flag = m_core.mirror.state.find(u"unread"_s, chat.text());
        if (flag && wire::decodeFlag(flag->value)) setState(u"unread"_s, chat, wire::removedValue(), batch);
        return {};
    });
}

/// Shown at once: the stored row takes the new value under its old version, and the server's answer replaces
/// it.
void Wishes::setState(const QString &kind, const ChatId &chat, const QByteArray &value, Batch &batch)
{
    StateRow row = m_core.mirror.state.find(kind, chat.text()).value_or(StateRow{});
    row.kind = kind;
    row.key = chat.text();
    row.value = value;
    m_core.mirror.state.upsert(row);
    const OpId op = m_core.mintOp();
    append(ChatId{}, Mid{}, op, wire::Uset{kind, row.key, op, row.ver, value}, batch);
    batch.changes.chats[chat].info = true;
    batch.changes.list = true;
}

void Wishes::setMarkedUnread(const ChatId &chat, bool on)
{
    commit(chat, [&](Batch &batch) -> QString {
        setState(u"unread"_s, chat, on ? wire::encodeFlag(true) : wire::removedValue(), batch);
        return {};
    });
}

void Wishes::setMuted(const ChatId &chat, bool muted, qint64 untilMs)
{
    commit(chat, [&](Batch &batch) -> QString {
        setState(u"mute"_s, chat,
                 muted ? wire::encodeNumber(std::max<qint64>(untilMs, 0)) : wire::removedValue(), batch);
        return {};
    });
}

void Wishes::setPinned(const ChatId &chat, bool pinned)
{
    commit(chat, [&](Batch &batch) -> QString {
        qint64 place = 1; // behind those that are pinned already
        for (const StateRow &row : m_core.mirror.state.ofKind(u"pin"_s))
            place = std::max(place, wire::decodeNumber(row.value).value_or(0) + 1);
        setState(u"pin"_s, chat, pinned ? wire::encodeNumber(place) : wire::removedValue(), batch);
        return {};
    });
}

void Wishes::setPrivate(const QString &kind, const QByteArray &key, const QByteArray &value)
{
    for (const char16_t *taken : {u"seen", u"chat", u"draft", u"mute", u"pin", u"unread"})
        if (kind == QStringView(taken)) return;
    commit(ChatId{}, [&](Batch &batch) -> QString {
        StateRow row = m_core.mirror.state.find(kind, key).value_or(StateRow{});
        row.kind = kind;
        row.key = key;
        row.value = value;
        m_core.mirror.state.upsert(row);
        const OpId op = m_core.mintOp();
        append(ChatId{}, Mid{}, op, wire::Uset{kind, key, op, row.ver, value}, batch);
        batch.changes.list = true;
        return {};
    });
}

// ---- chats ----

void Wishes::createChat(const ChatId &chat, ChatKind kind, const QString &typedTitle,
                        const std::vector<UserInfo> &members)
{
    const QString title = typedTitle.trimmed();
    commit(chat, [&](Batch &batch) -> QString {
        if (m_core.mirror.chats.find(chat)) return {};
        if (title.size() > limits::titleChars || int(members.size()) > limits::newMembers)
            return wire::text(wire::Code::TooLong);
        StoredChat made;
        made.chat = chat;
        made.info = ChatRow{kind, title, int(members.size()) + 1, 0, Rev{}};
        made.actMs = m_core.serverMs();
        m_core.mirror.chats.put(made);
        wire::ChatNew frame{chat, m_core.mintOp(), kind, {}, title};
        for (const UserInfo &user : members) {
            m_core.mirror.members.putUser(user);
            m_core.mirror.members.upsert(
                chat, MemberRow{user.user, user.login, user.name, Role::Member, false, Rev{1}});
            frame.members.push_back(user.user);
        }
        append(chat, Mid{}, frame.op, frame, batch);
        batch.changes.chats[chat].info = true;
        batch.changes.list = true;
        return {};
    });
}

void Wishes::setTitle(const ChatId &chat, const QString &typed)
{
    const QString title = typed.trimmed();
    commit(chat, [&](Batch &batch) -> QString {
        QString refusal;
        if (title.isEmpty() || title.size() > limits::titleChars) return wire::text(wire::Code::TooLong);
        if (!writable(chat, &refusal)) return refusal;
        const OpId op = m_core.mintOp();
        append(chat, Mid{}, op, wire::ChatSet{chat, op, m_core.mirror.chats.find(chat)->info.ver, title},
               batch);
        batch.changes.chats[chat].info = true;
        return {};
    });
}

void Wishes::member(const ChatId &chat, wire::MemAct act, const UserInfo &user, Role role)
{
    commit(chat, [&](Batch &batch) -> QString {
        QString refusal;
        if (!writable(chat, &refusal)) return refusal;
        if (act == wire::MemAct::Add) m_core.mirror.members.putUser(user);
        const OpId op = m_core.mintOp();
        append(chat, Mid{}, op,
               wire::Mem{chat, op, act, act == wire::MemAct::Leave ? UserId{} : user.user, role}, batch);
        batch.changes.chats[chat].info = true;
        return {};
    });
}

} // namespace kith
