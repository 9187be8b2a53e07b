#include "server/storage/rows.h"

#include "core/wire/codec.h"

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
    return {{rows.id<UserId>(0), rows.text(1), rows.text(2), Role(rows.small(3)), rows.number(4) != 0,
             Rev{rows.number(5)}},
            quint64(rows.number(6))};
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

qsizetype sizeBound(const Row &row)
{
    // 300: keys, ids and numbers; 6: "\u0001" is the longest form of one UTF-16 unit, and no unit takes more
    // bytes.
    if (const auto *m = std::get_if<MessageRow>(&row)) {
        const qsizetype most = 300 + 6 * (m->body.size() + m->kind.size()) + 2 * m->extra.size();
        if (most < 800) return most;
    }
    return wire::encodedSize(row) + 1;
}

} // namespace kith::server
