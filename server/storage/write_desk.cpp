#include "server/storage/write_desk.h"

#include "core/base/random.h"
#include "core/base/twin.h"
#include "core/wire/content_codec.h"
#include "core/wire/service_note.h"
#include "core/wire/state_value.h"

#include <QSet>

namespace kith::server {

using namespace Qt::StringLiterals;

// Relay ids are counted here, not by the table: an id must not come back after its row was deleted.
WriteDesk::WriteDesk(Db &theDb, HotRows &theHot, Random &theRandom, const EpochId &theEpoch)
    : db(theDb)
    , hot(theHot)
    , random(theRandom)
    , epoch(theEpoch)
    , m_nextRelay(theDb.number("SELECT max(id) FROM relay") + 1)
    , m_insert(
          db,
          "INSERT INTO messages (chat_id, seq, rev, tag, mid, sender, kind, root, reply, body, extra, ev, op,"
          " dead, hash, at, exp) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
          "?16,"
          " nullif(?17, 0))"
          " ON CONFLICT (mid) DO NOTHING")
    , m_relay(db, "INSERT INTO relay (id, chat_id, user_id, rev, kind, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    , m_state(db, "SELECT" KITH_STATE_COLUMNS "FROM user_state WHERE user_id = ?1 AND kind = ?2 AND key = ?3")
    , m_putState(db,
                 "INSERT INTO user_state (user_id, kind, key, value, ver, op, device, urev, utag)"
                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (user_id, kind, key) DO UPDATE SET"
                 " value = excluded.value, ver = iif(?10, ver + 1, excluded.ver), op = excluded.op,"
                 " device = excluded.device, urev = excluded.urev, utag = excluded.utag RETURNING ver")
    , m_member(db, "SELECT" KITH_MEMBER_COLUMNS "FROM chat_members m JOIN users u ON u.id = m.user_id"
                   " WHERE m.chat_id = ?1 AND m.user_id = ?2")
    , m_later(db, "SELECT user_id FROM chat_members INDEXED BY member_min WHERE chat_id = ?1"
                  " AND min_seq > ?2 AND min_seq > 0 AND left_rev = 0")
    , m_log(db,
            "INSERT INTO group_log (chat_id, n, at, by_user, act, user_id, words) VALUES (?1, ifnull((SELECT"
            " max(n) FROM group_log WHERE chat_id = ?1), 0) + 1, ?2, ?3, ?4, ?5, ?6)")
    , m_logPrune(db, "DELETE FROM group_log WHERE chat_id = ?1 AND n <= (SELECT max(n) FROM group_log"
                     " WHERE chat_id = ?1) - ?2")
{
}

/// In a group whose members nobody holds all of, a message brings the name of its sender along.
void WriteDesk::addNames(const HotChat &chat, std::vector<Row> &rows)
{
    if (chat.info.members <= limits::receiptsPerMember) return;
    std::vector<Row> names;
    for (const UserId &user : namesWanted(rows)) {
        Rows found = m_member.rows(chat.chat, user);
        if (found.next()) names.emplace_back(memberFrom(found).row);
    }
    rows.insert(rows.begin(), std::make_move_iterator(names.begin()), std::make_move_iterator(names.end()));
}

void WriteDesk::log(const Work &work, const ChatId &chat, const QString &act, const UserId &user,
                    const QString &words)
{
    m_log.run(chat, work.nowMs, work.caller.user, act, user, words);
    m_logPrune.run(chat, limits::logLines);
}

ChatPosition WriteDesk::next(HotChat &chat)
{
    chat.at = {chat.at.at.next(), random.next64()};
    hot.touch(chat);
    return chat.at;
}

wire::Ok WriteDesk::okWith(const ChatId &chat, std::vector<Row> rows) const
{
    wire::Ok ok;
    ok.chat = chat;
    ok.epoch = epoch;
    ok.rows = std::move(rows);
    return ok;
}

wire::Err WriteDesk::conflictWith(const ChatId &chat, Row row) const
{
    wire::Err err = refusal(wire::Code::Conflict, u"changed meanwhile"_s);
    err.chat = chat;
    err.epoch = epoch;
    err.rows.push_back(std::move(row));
    return err;
}

qint64 WriteDesk::addRelay(const ChatId &chat, const UserId &user, const Rev &rev, int kind, qint64 nowMs)
{
    const qint64 id = m_nextRelay++;
    m_relay.run(id, chat, user, rev, kind, nowMs);
    return id;
}

void WriteDesk::tell(Work &work, HotChat &chat, const ChatPosition &from, std::vector<Row> rows, Seq about)
{
    Seq oldest = about.value > 0 ? about : chat.seq;
    for (const Row &row : rows)
        if (const auto *m = std::get_if<MessageRow>(&row)) oldest = std::min(oldest, m->seq);
    addNames(chat, rows);
    Event event;
    event.audience = hot.audience(chat);
    event.frame = wire::Ev{chat.chat, epoch, from, chat.at, std::move(rows), chat.seq};
    event.chat = chat.chat;
    event.author = work.caller.user;
    event.rev = chat.at.at;
    event.rx = chat.rx;
    event.members = chat.info.members;
    event.relayId = addRelay(chat.chat, {}, chat.at.at, int(RelayKind::Chat), work.nowMs);
    if (oldest < hot.latestMin(chat)) hide(work, chat, event, oldest);
    work.out.events.push_back(std::move(event));
}

/// Splits those off who may not see as far back as `oldest`.
void WriteDesk::hide(Work &work, HotChat &chat, Event &event, Seq oldest)
{
    QSet<UserId> later;
    {
        Rows found = m_later.rows(chat.chat, oldest);
        while (found.next()) later.insert(found.id<UserId>(0));
    }
    if (later.isEmpty()) return;
    std::vector<UserId> all = *event.audience;
    std::erase_if(all, [&](const UserId &user) { return later.contains(user); });
    event.audience = std::make_shared<const std::vector<UserId>>(std::move(all));
    Event less;
    less.audience = std::make_shared<const std::vector<UserId>>(later.cbegin(), later.cend());
    less.frame = wire::Poke{chat.chat, chat.at.at, chat.rx};
    less.chat = event.chat;
    less.author = event.author;
    less.rev = event.rev;
    less.rx = event.rx;
    less.members = event.members;
    work.out.events.push_back(std::move(less));
}

std::optional<StoredState> WriteDesk::state(const UserId &user, const QString &kind, const QByteArray &key)
{
    Rows rows = m_state.rows(user, kind, key);
    if (!rows.next()) return std::nullopt;
    return stateFrom(rows);
}

StateRow WriteDesk::putState(Work &work, const UserId &user, const QString &kind, const QByteArray &key,
                             const QByteArray &value, const OpId &op, int ver)
{
    HotUser &u = hot.user(user);
    const UserPosition from = u.at;
    u.at = {u.at.at.next(), random.next64()};
    hot.touch(user, u);
    const DeviceId device = user == work.caller.user ? work.caller.device : DeviceId{};
    StateRow row{kind, key, value, ver, device, u.at.at};
    {
        Rows rows = m_putState.rows(user, kind, key, value, ver, op, device, u.at.at, u.at.tag, !op);
        if (rows.next()) row.ver = rows.small(0);
        while (rows.next()) {
        }
    }
    if (u.markedUnread && kind == "unread"_L1) {
        if (value == wire::removedValue())
            u.markedUnread->remove(key);
        else
            u.markedUnread->insert(key);
    }
    if (kind == "block"_L1) u.blocks.reset();
    Event event;
    event.audience = std::make_shared<const std::vector<UserId>>(1, user);
    event.frame = wire::Uev{epoch, from, u.at, {row}};
    event.author = work.caller.user;
    if (kind == "chat"_L1)
        event.relayId = addRelay({}, user, Rev{u.at.at.value}, int(RelayKind::Membership), work.nowMs);
    work.out.events.push_back(std::move(event));
    return row;
}

StateRow WriteDesk::putServerState(Work &work, const UserId &user, const QString &kind, const QByteArray &key,
                                   const QByteArray &value)
{
    return putState(work, user, kind, key, value, {}, 1);
}

bool WriteDesk::insertMessage(HotChat &chat, MessageRow &row, qint64 hash, const OpId &op)
{
    const ChatPosition at{chat.at.at.next(), random.next64()};
    row.seq = chat.seq.next();
    row.rev = at.at;
    m_insert.run(chat.chat, row.seq, row.rev, at.tag, row.mid, row.sender, row.kind, row.root, row.reply,
                 row.body, row.extra, row.ev, op, row.dead, hash, row.atMs, wire::expiryMs(row.extra));
    const bool stored = db.changes() > 0;
    if (!stored && !isTwin(Twin::NumberBeforeRow)) return false;
    chat.at = at;
    chat.seq = row.seq;
    chat.lastMid = row.mid;
    chat.actMs = row.atMs;
    hot.touch(chat);
    return stored;
}

MessageRow WriteDesk::addNote(Work &work, HotChat &chat, const ServiceNote &note)
{
    MessageRow row;
    row.mid = Mid::mint(work.nowMs, random);
    row.sender = work.caller.user;
    row.kind = u"service"_s;
    row.atMs = work.nowMs;
    row.extra = wire::serviceExtra(note);
    if (!insertMessage(chat, row, 0, {})) throw Failure{{Errc::Io, u"a fresh message id was taken"_s}};
    return row;
}

} // namespace kith::server
