#pragma once
#include "core/wire/frames.h"
#include "server/storage/db.h"

/// Stored rows as the protocol's values. The column lists and the functions that read them belong together.
namespace kith::server {

struct StoredMessage {
    MessageRow row;
    quint64 tag = 0;
    OpId op;
    qint64 hash = 0;      // of the content as first sent; 0 = written by the server (note, tombstone of R9)
    bool reacted = false; // reaction rows exist
};
struct StoredReaction {
    ReactionRow row;
    quint64 tag = 0;
    OpId op;
};
struct StoredMember {
    MemberRow row;
    quint64 tag = 0;
};
struct StoredState {
    StateRow row;
    quint64 tag = 0;
    OpId op;
};
struct StoredChat { // a row of `chats` with its rx
    ChatId chat;
    ChatRow info;
    quint64 infoTag = 0;
    ChatPosition at;
    Seq seq;
    Mid lastMid;
    Rev floor;
    Rx rx;
    qint64 actMs = 0;
    Rev memRev;
    OpId op;
    UserId madeBy;
    OpId madeOp;
    Seq min; // ChatReads::chatOf: what lies before it is not shown to the user; 0 = nothing
};

#define KITH_MESSAGE_COLUMNS                                                                                 \
    " mid, seq, rev, sender, kind, body, reply, root, ev, dead, at, extra, tag, op, hash, reacted "
StoredMessage messageFrom(const Rows &rows);

#define KITH_REACTION_COLUMNS " mid, user_id, emoji, is_on, ver, rev, tag, op "
StoredReaction reactionFrom(const Rows &rows);

#define KITH_MEMBER_COLUMNS                                                                                  \
    " m.user_id, u.login, u.name, m.role, m.left_rev, m.rev, m.tag, u.avatar, m.min_seq, m.banned "
StoredMember memberFrom(const Rows &rows);

#define KITH_STATE_COLUMNS " kind, key, value, ver, device, urev, utag, op "
StoredState stateFrom(const Rows &rows);

#define KITH_CHAT_SELECT                                                                                     \
    "SELECT c.id, c.kind, c.title, c.members_n, c.ver, c.info_rev, c.info_tag, c.rev, c.tag, c.seq, "        \
    "c.last_mid,"                                                                                            \
    " c.floor_rev, ifnull(x.rx, 0), c.act_at, c.mem_rev, c.op, c.made_by, c.made_op, c.timer, c.extra"       \
    " FROM chats c LEFT JOIN chat_rx x ON x.chat_id = c.id "
StoredChat chatFrom(const Rows &rows);

/// The error answer for `code`, with its class.
wire::Err refusal(wire::Code code, const QString &what);

/// Whose names are needed to show these rows and are not among them.
std::vector<UserId> namesWanted(const std::vector<Row> &rows);

/// At least what the row takes on the wire, without encoding it.
qsizetype sizeBound(const Row &row);

} // namespace kith::server
