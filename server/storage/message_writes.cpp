#include "server/storage/message_writes.h"

#include "core/base/random.h"
#include "core/base/twin.h"
#include "core/wire/attachment_codec.h"
#include "core/wire/content_codec.h"
#include "core/wire/state_value.h"
#include "server/storage/text_rules.h"

#include <map>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;
using wire::ServerFrame;

namespace {

constexpr int kindChars = 32;
constexpr int reactionsPerMessage = 500; // rows, also taken back ones: a message must fit a page with them
constexpr int reactionRowsPerUser = 64;  // on one message, also taken back ones

wire::Err notMember() { return refusal(Code::NotMember, u"not a member of this chat"_s); }
/// A mid is the identity of one message everywhere: whoever could use one of another chat again could shadow
/// that message in the mirrors of people who are in both.
wire::Err takenElsewhere()
{
    return refusal(Code::MidConflict, u"this message id belongs to another chat"_s);
}
wire::Err noSuchMessage() { return refusal(Code::NoSuchMessage, u"no such message"_s); }

} // namespace

MessageWrites::MessageWrites(WriteDesk &desk, Files &files, PushRows &push)
    : m_desk(desk)
    , m_files(files)
    , m_push(push)
    , m_forwards(desk)
    , m_votes(desk.db)
    , m_find(desk.db, "SELECT" KITH_MESSAGE_COLUMNS "FROM messages WHERE chat_id = ?1 AND mid = ?2")
    , m_ofSender(desk.db,
                 "SELECT" KITH_MESSAGE_COLUMNS "FROM messages WHERE chat_id = ?1 AND seq BETWEEN ?2"
                 " AND ?3 AND sender = ?4 AND dead = 0 AND kind <> 'service' ORDER BY seq DESC LIMIT ?5")
    , m_expired(desk.db, "SELECT" KITH_MESSAGE_COLUMNS ", chat_id FROM messages INDEXED BY message_exp"
                         " WHERE exp <= ?1 ORDER BY exp LIMIT ?2")
    , m_sent(desk.db, "UPDATE chat_members SET sent_at = ?3 WHERE chat_id = ?1 AND user_id = ?2")
    , m_update(desk.db,
               "UPDATE messages SET rev = ?3, tag = ?4, body = ?5, extra = ?6, ev = ?7, op = ?8, dead = ?9,"
               " exp = iif(?9, NULL, exp) WHERE chat_id = ?1 AND seq = ?2")
    , m_keepBody(
          desk.db,
          "INSERT INTO message_edits (chat_id, mid, ev, body, extra, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    , m_dropOldest(desk.db, "DELETE FROM message_edits WHERE chat_id = ?1 AND mid = ?2 AND ev <= ?3")
    , m_dropBodies(desk.db, "DELETE FROM message_edits WHERE chat_id = ?1 AND mid = ?2")
    , m_reaction(desk.db, "SELECT" KITH_REACTION_COLUMNS "FROM reactions"
                          " WHERE chat_id = ?1 AND mid = ?2 AND user_id = ?3 AND emoji = ?4")
    , m_reactionCounts(desk.db,
                       "SELECT count(*), ifnull(sum(user_id = ?3), 0), ifnull(sum(user_id = ?3 AND is_on), 0)"
                       " FROM reactions WHERE chat_id = ?1 AND mid = ?2")
    , m_putReaction(desk.db,
                    "INSERT INTO reactions (chat_id, mid, user_id, emoji, is_on, ver, op, rev, tag)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                    " ON CONFLICT (chat_id, mid, user_id, emoji) DO UPDATE SET is_on = excluded.is_on,"
                    " ver = excluded.ver, op = excluded.op, rev = excluded.rev, tag = excluded.tag")
    , m_reacted(desk.db, "UPDATE messages SET reacted = 1 WHERE chat_id = ?1 AND seq = ?2")
{
}

std::optional<StoredMessage> MessageWrites::find(const ChatId &chat, const Mid &mid)
{
    Rows rows = m_find.rows(chat, mid);
    if (!rows.next()) return std::nullopt;
    return messageFrom(rows);
}

/// The answer to a mid that is taken. A tombstone put there by `del` answers whatever is sent under it (R9).
ServerFrame MessageWrites::repeated(const Work &work, const ChatId &chat, const StoredMessage &stored,
                                    qint64 hash)
{
    const bool buried = stored.row.dead && stored.hash == 0;
    if (stored.row.sender != work.caller.user || stored.row.kind == "service"_L1 ||
        (!buried && stored.hash != hash))
        return refusal(Code::MidConflict, u"this message id has other content"_s);
    return m_desk.okWith(chat, {stored.row});
}

std::optional<wire::Err> MessageWrites::sendFault(Work &work, HotChat *chat, const Sending &sending)
{
    const auto &[f, atts, forward] = sending;
    if (!chat || !m_desk.hot.present(*chat, work.caller.user)) return notMember();
    if (f.kind == "service"_L1) return refusal(Code::Forbidden, u"only the server writes service messages"_s);
    if (f.kind.isEmpty() || f.kind.size() > kindChars || !isPlainText(f.kind))
        return refusal(Code::BadRequest, u"kind"_s);
    if (!atts) return refusal(Code::BadRequest, atts.error().what);
    // A caption may be absent.
    if (auto fault = bodyFault(atts->empty() ? f.kind : u"file"_s, f.body)) return fault;
    if (const auto fault = wire::contentFault(f.extra, f.body)) return refusal(Code::BadRequest, *fault);
    if (const auto fault = wire::pollFault(f.extra)) return refusal(Code::BadRequest, *fault);
    if (auto fault = directFault(work, *chat)) return fault;
    if (auto fault = groupFault(work, *chat, f.extra)) return fault;
    if (forward.fault) return forward.fault;
    return m_files.fault(work.caller, f, *atts, forward.mid);
}

/// What of the further fields is the server's to say, it says.
QByteArray MessageWrites::storedExtra(const HotChat &chat, const Sending &sending, qint64 nowMs)
{
    QByteArray extra = sending.f.extra;
    if (sending.forward.told) extra = wire::withForward(extra, sending.forward.told);
    if (wire::mayHavePoll(extra)) extra = m_votes.counted(chat.chat, sending.f.mid, extra);
    const int seconds = chat.info.timerSeconds;
    return wire::withExpiry(extra, seconds > 0 ? nowMs + qint64(seconds) * 1000 : 0);
}

/// Between two people one "no" is enough.
std::optional<wire::Err> MessageWrites::directFault(const Work &work, HotChat &chat)
{
    if (chat.info.kind != ChatKind::Direct) return std::nullopt;
    const UserId me = work.caller.user;
    for (const UserId &other : *m_desk.hot.audience(chat)) {
        if (other == me) continue;
        if (m_desk.hot.blocks(other).contains(me))
            return refusal(Code::Blocked, u"the other side does not want messages"_s);
        if (m_desk.hot.blocks(me).contains(other))
            return refusal(Code::Blocked, u"you have blocked this user"_s);
        return std::nullopt;
    }
    return refusal(Code::Blocked, u"the account of the other side is no more"_s);
}

ServerFrame MessageWrites::send(Work &work, const wire::Send &f)
{
    const qint64 hash = contentHash(f);
    HotChat *chat = m_desk.hot.chat(f.chat);
    const Sending sending{f, wire::attachments(f.extra), m_forwards.find(work, f)};
    if (auto fault = sendFault(work, chat, sending)) {
        if (const auto stored = find(f.chat, f.mid); stored && !isTwin(Twin::PermissionFirst))
            return repeated(work, f.chat, *stored, hash);
        return *std::move(fault);
    }
    const ChatPosition from = chat->at;
    MessageRow row;
    row.mid = f.mid;
    row.sender = work.caller.user;
    row.kind = f.kind;
    row.body = f.body;
    row.reply = f.reply;
    row.root = f.root;
    row.extra = storedExtra(*chat, sending, work.nowMs);
    row.atMs = work.nowMs;
    if (isTwin(Twin::NoIdempotencyKey) && find(f.chat, f.mid)) row.mid = Mid::mint(work.nowMs, m_desk.random);
    if (!m_desk.insertMessage(*chat, row, hash, {})) {
        const auto stored = find(f.chat, f.mid);
        return stored ? repeated(work, f.chat, *stored, hash) : takenElsewhere();
    }
    if (const auto poll = wire::pollOf(row.extra)) m_votes.stored(f.chat, f.mid, *poll);
    m_files.use(f, work.caller.user, *sending.atts, sending.forward.mid);
    if (f.draftVer > 0) {
        const QByteArray key = f.chat.text();
        const auto draft = m_desk.state(work.caller.user, u"draft"_s, key);
        if (draft && draft->row.ver == f.draftVer && draft->row.value != wire::removedValue())
            m_desk.putServerState(work, work.caller.user, u"draft"_s, key, wire::removedValue());
    }
    m_push.job(work, *chat, row);
    noteSent(work, *chat);
    m_desk.tell(work, *chat, from, {row});
    return m_desk.okWith(f.chat, {std::move(row)});
}

void MessageWrites::update(HotChat &chat, StoredMessage &m)
{
    const ChatPosition at = m_desk.next(chat);
    m.row.rev = at.at;
    m.tag = at.tag;
    m_update.run(chat.chat, m.row.seq, at.at, at.tag, m.row.body, m.row.extra, m.row.ev, m.op, m.row.dead);
}

ServerFrame MessageWrites::edit(Work &work, const wire::Edit &f)
{
    HotChat *chat = m_desk.hot.chat(f.chat);
    auto stored = chat ? find(f.chat, f.mid) : std::nullopt;
    const bool own = stored && stored->row.sender == work.caller.user;
    if (own && f.op && stored->op == f.op) return m_desk.okWith(f.chat, {stored->row});
    if (!chat || !m_desk.hot.present(*chat, work.caller.user)) return notMember();
    if (!stored) return noSuchMessage();
    if (!own || stored->row.kind == "service"_L1) return refusal(Code::Forbidden, u"not your message"_s);
    if (stored->row.dead || (stored->row.ev != f.base && !isTwin(Twin::EditsNotCompared)))
        return m_desk.conflictWith(f.chat, stored->row);
    if (work.nowMs - stored->row.atMs > limits::editWindowMs)
        return refusal(Code::EditWindow, u"too old to be edited"_s);
    if (auto fault = wordsFault(work, *chat, f.extra)) return *std::move(fault);
    const bool caption = !wire::attachmentsOrNone(stored->row.extra).empty();
    if (auto fault = bodyFault(caption ? u"file"_s : stored->row.kind, f.body)) return *std::move(fault);
    if (const auto fault = wire::contentFault(f.extra, f.body)) return refusal(Code::BadRequest, *fault);
    if (wire::isForwarded(stored->row.extra))
        return refusal(Code::Forbidden, u"the words of a forwarded message are another's"_s);
    if (wire::mayHavePoll(stored->row.extra) && wire::pollOf(stored->row.extra))
        return refusal(Code::Forbidden, u"what a poll asks is not changed"_s);

    const ChatPosition from = chat->at;
    keepVersion(*stored, f.chat, work.nowMs);
    stored->row.body = f.body;
    if (!f.extra.isEmpty() || !stored->row.extra.isEmpty())
        stored->row.extra = wire::editedExtra(stored->row.extra, f.extra);
    ++stored->row.ev;
    stored->op = f.op;
    update(*chat, *stored);
    m_desk.tell(work, *chat, from, {stored->row});
    return m_desk.okWith(f.chat, {stored->row});
}

void MessageWrites::keepVersion(const StoredMessage &m, const ChatId &chat, qint64 nowMs)
{
    const QByteArray extra = m.row.extra.isEmpty() ? QByteArray() : wire::editChange(m.row.extra);
    m_keepBody.run(chat, m.row.mid, m.row.ev, m.row.body, extra.isEmpty() ? QByteArray() : extra, nowMs);
    if (m.row.ev >= limits::keptVersions) m_dropOldest.run(chat, m.row.mid, m.row.ev - limits::keptVersions);
}

int MessageWrites::expire(Work &work, int most)
{
    std::map<ChatId, std::vector<StoredMessage>> over;
    int count = 0;
    {
        Rows rows = m_expired.rows(work.nowMs, most);
        for (; rows.next(); ++count) over[rows.id<ChatId>(16)].push_back(messageFrom(rows));
    }
    for (auto &[id, messages] : over) {
        HotChat *chat = m_desk.hot.chat(id);
        if (!chat) throw Failure{{Errc::Corrupt, u"a message of a chat that is not there"_s}};
        const ChatPosition from = chat->at;
        std::vector<Row> told;
        for (StoredMessage &m : messages) {
            kill(*chat, m, {}, work.nowMs);
            told.emplace_back(m.row);
            if (auto info = unpin(*chat, m.row.mid)) told.emplace_back(*std::move(info));
        }
        m_desk.tell(work, *chat, from, std::move(told));
    }
    return count;
}

void MessageWrites::kill(HotChat &chat, StoredMessage &m, const OpId &op, qint64 nowMs)
{
    m_dropBodies.run(chat.chat, m.row.mid);
    if (wire::mayHavePoll(m.row.extra)) m_votes.dropAll(m.row.mid);
    if (wire::mayHaveAttachments(m.row.extra)) m_files.release(m.row.mid, nowMs);
    m.row.body = u""_s;
    m.row.extra = {};
    m.row.dead = true;
    ++m.row.ev;
    m.op = op;
    update(chat, m);
}

Seq MessageWrites::buryAll(Work &work, HotChat &chat, Seq lo, Seq hi, int most)
{
    std::vector<StoredMessage> found;
    {
        Rows rows = m_ofSender.rows(chat.chat, lo, hi, work.caller.user, most);
        while (rows.next()) found.push_back(messageFrom(rows));
    }
    if (found.empty()) return lo;
    const ChatPosition from = chat.at;
    std::vector<Row> told;
    for (StoredMessage &m : found) {
        kill(chat, m, {}, work.nowMs);
        told.emplace_back(m.row);
        if (auto info = unpin(chat, m.row.mid)) told.emplace_back(*std::move(info));
    }
    m_desk.tell(work, chat, from, std::move(told));
    return int(found.size()) < most ? lo : found.back().row.seq;
}

ServerFrame MessageWrites::del(Work &work, const wire::Del &f)
{
    HotChat *chat = m_desk.hot.chat(f.chat);
    auto stored = chat ? find(f.chat, f.mid) : std::nullopt;
    const bool own = stored && stored->row.sender == work.caller.user;
    if (stored && ((f.op && stored->op == f.op) || (own && stored->row.dead)))
        return m_desk.okWith(f.chat, {stored->row});
    const HotMember *me = chat ? m_desk.hot.present(*chat, work.caller.user) : nullptr;
    if (!me) return notMember();
    if (!stored && isTwin(Twin::UnknownDeleteRefused)) return noSuchMessage();
    if (!stored) return bury(work, *chat, f);
    if (!own && stored->row.seq < me->min) return noSuchMessage();
    const bool mayOthers = chat->info.kind == ChatKind::Group && me->role != Role::Member;
    if ((!own && !mayOthers) || stored->row.kind == "service"_L1)
        return refusal(Code::Forbidden, u"not your message"_s);
    if (stored->row.dead) return m_desk.okWith(f.chat, {stored->row});

    const ChatPosition from = chat->at;
    kill(*chat, *stored, f.op, work.nowMs);
    if (!own) m_desk.log(work, f.chat, u"deleted"_s, stored->row.sender);
    std::vector<Row> rows{stored->row};
    if (auto info = unpin(*chat, f.mid)) rows.emplace_back(*std::move(info));
    m_desk.tell(work, *chat, from, rows);
    return m_desk.okWith(f.chat, std::move(rows));
}

/// R9: a send that is late or repeated must meet a dead row under its mid. Outside the time window no send
/// can come.
ServerFrame MessageWrites::bury(Work &work, HotChat &chat, const wire::Del &f)
{
    const ChatPosition from = chat.at;
    MessageRow row;
    row.mid = f.mid;
    row.sender = work.caller.user;
    row.kind = u"text"_s;
    row.body = u""_s;
    row.dead = true;
    row.ev = 1;
    row.atMs = work.nowMs;
    if (!m_desk.insertMessage(chat, row, 0, f.op)) return takenElsewhere();
    m_desk.tell(work, chat, from, {row});
    return m_desk.okWith(f.chat, {std::move(row)});
}

std::optional<StoredReaction> MessageWrites::find(const wire::React &f, const UserId &user)
{
    Rows rows = m_reaction.rows(f.chat, f.mid, user, f.emoji);
    if (!rows.next()) return std::nullopt;
    return reactionFrom(rows);
}

ServerFrame MessageWrites::react(Work &work, const wire::React &f)
{
    const auto stored = find(f, work.caller.user);
    if (stored && f.op && stored->op == f.op) return m_desk.okWith(f.chat, {stored->row});
    HotChat *chat = m_desk.hot.chat(f.chat);
    if (!chat || !m_desk.hot.present(*chat, work.caller.user)) return notMember();
    const qsizetype size = utf8Size(f.emoji);
    if (size < 1 || size > limits::emojiBytes || !isPlainText(f.emoji) || f.emoji.trimmed().isEmpty())
        return refusal(Code::BadRequest, u"emoji"_s);
    const auto message = find(f.chat, f.mid);
    if (!message || message->row.seq < m_desk.hot.present(*chat, work.caller.user)->min)
        return noSuchMessage();
    // A base for a row that is not here speaks of a lost history: nothing newer can be overwritten.
    if (stored && stored->row.ver != f.base) return m_desk.conflictWith(f.chat, stored->row);
    if (message->row.dead && f.on) return noSuchMessage();
    if (f.on)
        if (auto fault = directFault(work, *chat)) return *std::move(fault);
    {
        Rows counts = m_reactionCounts.rows(f.chat, f.mid, work.caller.user);
        counts.next();
        const bool full =
            !stored && (counts.number(0) >= reactionsPerMessage || counts.number(1) >= reactionRowsPerUser);
        const bool more = f.on && (!stored || !stored->row.on);
        if (full || (more && counts.number(2) >= limits::reactionsPerUser))
            return refusal(Code::Forbidden, u"no more reactions to this message"_s);
    }
    const ChatPosition from = chat->at;
    const ChatPosition at = m_desk.next(*chat);
    const ReactionRow row{f.mid, work.caller.user, f.emoji, f.on, (stored ? stored->row.ver : 0) + 1, at.at};
    m_putReaction.run(f.chat, f.mid, row.user, row.emoji, row.on, row.ver, f.op, at.at, at.tag);
    if (!message->reacted) m_reacted.run(f.chat, message->row.seq);
    m_desk.tell(work, *chat, from, {row}, message->row.seq);
    return m_desk.okWith(f.chat, {row});
}

} // namespace kith::server
