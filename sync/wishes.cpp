#include "sync/wishes.h"

#include "core/base/limits.h"
#include "core/wire/attachment_codec.h"
#include "core/wire/content_codec.h"
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
    // What a forwarded message shows is on the server already.
    const bool files = send && wire::mayHaveAttachments(send->extra) && !wire::isForwarded(send->extra);
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

void Wishes::sendText(const ChatId &chat, const Mid &mid, const QString &typed, const Mid &reply)
{
    OutgoingText text;
    text.text = typed;
    text.reply = reply;
    send(chat, mid, text);
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
        wire::Send send{chat, mid, u"text"_s, caption, reply, Mid{}, wire::withAttachments({}, atts), 0};
        if (payload::of(send).size() > limits::clientFrameBytes - 1'024) {
            for (Attachment &att : atts) att.thumb.clear(); // the words matter more
            send.extra = wire::withAttachments({}, atts);
        }
        send.draftVer = m_drafts.sent(chat);
        enter(send, batch);
        batch.changes.chats[chat].draft = true;
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

void Wishes::dropFiles(const ChatId &chat)
{
    m_attachments.drop(chat);
    if (m_core.wake) m_core.wake();
}

void Wishes::setCache(qint64 bytes)
{
    m_attachments.setCache(bytes);
    if (m_core.wake) m_core.wake();
}

void Wishes::editText(const ChatId &chat, const Mid &mid, const QString &typed)
{
    OutgoingText text;
    text.text = typed;
    edit(chat, mid, text);
}

void Wishes::deleteForAll(const ChatId &chat, const Mid &mid)
{
    commit(chat, [&](Batch &batch) -> QString {
        const auto held = m_core.mirror.messages.find(mid);
        if (!held || held->row.dead) return {};
        batch.changes.touch(chat, mid);
        batch.changes.list = batch.changes.outbox = true;
        if (takeBack(*held, batch)) return {};
        // Changes of a message that goes away need not be told.
        for (const OutboxEntry &e : m_core.mirror.outbox.ofMid(mid))
            if (e.kind != u"send"_s && (e.refused || e.tries == 0)) m_core.mirror.outbox.settle(e.pk);
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

void Wishes::setState(const QString &kind, const ChatId &chat, const QByteArray &value, Batch &batch)
{
    putState(kind, chat.text(), value, batch);
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
    for (const char16_t *taken :
         {u"seen", u"chat", u"draft", u"mute", u"pin", u"unread", u"hide", u"sched", u"vote"})
        if (kind == QStringView(taken)) return;
    commit(ChatId{}, [&](Batch &batch) -> QString {
        putState(kind, key, value, batch);
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
