#include "server/storage/rows.h"

#include "core/wire/codec.h"
#include "core/wire/group_values.h"

#include <QSet>

namespace kith::server {

StoredMessage messageFrom(const Rows &rows)
{
    StoredMessage m;
    m.row.mid = rows.id<Mid>(0);
    m.row.seq = Seq{rows.number(1)};
    m.row.rev = Rev{rows.number(2)};
    m.row.sender = rows.id<UserId>(3);
    m.row.kind = rows.text(4);
    m.row.body = rows.text(5);
    m.row.reply = rows.id<Mid>(6);
    m.row.root = rows.id<Mid>(7);
    m.row.ev = rows.small(8);
    m.row.dead = rows.number(9) != 0;
    m.row.atMs = rows.number(10);
    if (!rows.isNull(11)) m.row.extra = rows.bytes(11);
    m.tag = quint64(rows.number(12));
    m.op = rows.id<OpId>(13);
    m.hash = rows.number(14);
    m.reacted = rows.number(15) != 0;
    return m;
}

StoredReaction reactionFrom(const Rows &rows)
{
    return {{rows.id<Mid>(0), rows.id<UserId>(1), rows.text(2), rows.number(3) != 0, rows.small(4),
             Rev{rows.number(5)}},
            quint64(rows.number(6)),
            rows.id<OpId>(7)};
}

StoredMember memberFrom(const Rows &rows)
{
    StoredMember m{{rows.id<UserId>(0), rows.text(1), rows.text(2), Role(rows.small(3)), rows.number(4) != 0,
                    Rev{rows.number(5)}},
                   quint64(rows.number(6))};
    if (m.row.login.startsWith(u'~')) m.row.login.clear(); // of an account that ended
    m.row.extra = wire::memberExtra(
        {rows.isNull(7) ? AvatarId{} : rows.id<AvatarId>(7), Seq{rows.number(8)}, rows.number(9) != 0});
    return m;
}

StoredState stateFrom(const Rows &rows)
{
    return {{rows.text(0), rows.bytes(1), rows.bytes(2), rows.small(3), rows.id<DeviceId>(4),
             Urev{rows.number(5)}},
            quint64(rows.number(6)),
            rows.id<OpId>(7)};
}

StoredChat chatFrom(const Rows &rows)
{
    StoredChat c;
    c.chat = rows.id<ChatId>(0);
    c.info = {ChatKind(rows.small(1)), rows.text(2), rows.small(3), rows.small(4), Rev{rows.number(5)}};
    c.infoTag = quint64(rows.number(6));
    c.at = {Rev{rows.number(7)}, quint64(rows.number(8))};
    c.seq = Seq{rows.number(9)};
    c.lastMid = rows.id<Mid>(10);
    c.floor = Rev{rows.number(11)};
    c.rx = Rx{rows.number(12)};
    c.actMs = rows.number(13);
    c.memRev = Rev{rows.number(14)};
    c.op = rows.id<OpId>(15);
    c.madeBy = rows.id<UserId>(16);
    c.madeOp = rows.id<OpId>(17);
    c.info.timerSeconds = rows.small(18);
    if (!rows.isNull(19)) c.info.extra = rows.bytes(19);
    return c;
}

wire::Err refusal(wire::Code code, const QString &what)
{
    wire::Err err;
    err.code = code;
    err.errorClass = wire::classOf(code);
    err.message = what;
    return err;
}

namespace {

/// Of a text inside a JSON string, at most.
qsizetype quotedSize(const QString &text)
{
    qsizetype size = 2;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        size += u < 0x20 || u == u'"' || u == u'\\' ? 6 : u < 0x80 ? 1 : 3;
    }
    return size;
}

} // namespace

std::vector<UserId> namesWanted(const std::vector<Row> &rows)
{
    QSet<UserId> known;
    for (const Row &row : rows)
        if (const auto *m = std::get_if<MemberRow>(&row)) known.insert(m->user);
    std::vector<UserId> wanted;
    for (const Row &row : rows) {
        UserId user;
        if (const auto *m = std::get_if<MessageRow>(&row)) user = m->sender;
        if (const auto *r = std::get_if<ReactionRow>(&row)) user = r->user;
        if (!user || known.contains(user)) continue;
        known.insert(user);
        wanted.push_back(user);
    }
    return wanted;
}

// A page counts every row it takes; encoding each of them for that would double the price of catching up.
qsizetype sizeBound(const Row &row)
{
    constexpr qsizetype frame = 300; // keys, ids and numbers of any row
    if (const auto *m = std::get_if<MessageRow>(&row))
        return frame + quotedSize(m->body) + quotedSize(m->kind) + 2 * m->extra.size();
    if (const auto *r = std::get_if<ReactionRow>(&row)) return frame + quotedSize(r->emoji);
    if (const auto *m = std::get_if<MemberRow>(&row))
        return frame + quotedSize(m->login) + quotedSize(m->name) + 2 * m->extra.size();
    if (const auto *c = std::get_if<ChatRow>(&row)) return frame + quotedSize(c->title) + 2 * c->extra.size();
    return wire::encodedSize(row) + 1;
}

} // namespace kith::server
