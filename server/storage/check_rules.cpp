#include "server/storage/check_rules.h"

// Every query walks a table once, in the order of its key or of an index, with look-ups by key for each row:
// what is asked of a large database here must not sort it.
namespace kith::server {

namespace {

constexpr CheckRule rules[] = {
    // ---- one row, ids
    {"meta", "the database's own record is not whole", "",
     "SELECT NULL, NULL, 'schema ' || schema || ', commit ' || commit_no FROM meta WHERE length(epoch) <> 16"
     " OR length(db_uuid) <> 16 OR length(token_key) <> 32 OR commit_no < 0"
     " OR schema <> (SELECT user_version FROM pragma_user_version)"
     " UNION ALL SELECT NULL, NULL, 'it is missing' WHERE NOT EXISTS (SELECT 1 FROM meta)"},
    {"user-ids", "a user's id or name is not one", "user",
     "SELECT NULL, id, 'login \"' || login || '\"' FROM users WHERE length(id) <> 16 OR login = ''"
     " OR login <> lower(login) OR urev < 0"},
    {"chat-ids", "a chat's id or kind is not one", "",
     "SELECT id, NULL, 'kind ' || kind FROM chats WHERE length(id) <> 16 OR kind NOT IN (1, 2)"
     " OR length(made_by) <> 16 OR length(made_op) <> 16"},
    {"message-ids", "a message's id is not one", "message",
     "SELECT chat_id, mid, 'number ' || seq FROM messages WHERE length(mid) <> 16 OR length(sender) <> 16"
     " OR length(ifnull(reply, zeroblob(16))) <> 16 OR length(ifnull(root, zeroblob(16))) <> 16 OR kind = "
     "''"},

    // ---- messages: numbers and revisions
    {"messages-dense", "the messages of a chat are not numbered 1, 2, 3 … without a hole", "",
     "SELECT c.id, NULL, 'the chat counts ' || c.seq || ', there are ' || ifnull(n, 0) || ', from '"
     " || ifnull(lo, 0) || ' to ' || ifnull(hi, 0) FROM chats c LEFT JOIN (SELECT chat_id, count(*) AS n,"
     " min(seq) AS lo, max(seq) AS hi FROM messages GROUP BY chat_id) m ON m.chat_id = c.id"
     " WHERE c.seq <> ifnull(n, 0) OR c.seq <> ifnull(hi, 0) OR (c.seq > 0 AND lo <> 1)"},
    {"message-chat", "a message is in a chat that is not there", "message",
     "SELECT chat_id, mid, 'number ' || seq FROM messages m"
     " WHERE NOT EXISTS (SELECT 1 FROM chats c WHERE c.id = m.chat_id)"},
    {"message-sender", "the sender of a message was never in its chat", "message",
     "SELECT chat_id, mid, 'number ' || seq FROM messages m WHERE NOT EXISTS"
     " (SELECT 1 FROM chat_members p WHERE p.chat_id = m.chat_id AND p.user_id = m.sender)"},
    {"message-rev", "a message has a revision that its chat has not reached", "message",
     "SELECT chat_id, mid, 'revision ' || m.rev || ', the chat is at ' || c.rev FROM messages m"
     " JOIN chats c ON c.id = m.chat_id WHERE m.rev < 1 OR m.rev > c.rev OR m.ev < 0"},
    {"message-dead", "a deleted message still has its content", "message",
     "SELECT chat_id, mid, 'number ' || seq FROM messages m WHERE dead <> 0 AND (body <> '' OR extra IS NOT "
     "NULL"
     " OR EXISTS (SELECT 1 FROM message_edits e WHERE e.chat_id = m.chat_id AND e.mid = m.mid))"},
    {"message-reacted", "a message with reactions does not know of them", "message",
     "SELECT r.chat_id, r.mid, 'reaction ' || r.emoji FROM reactions r JOIN messages m ON m.mid = r.mid"
     " WHERE m.reacted = 0"},
    {"edit-message", "an earlier text belongs to no message, or to a version that is not earlier", "message",
     "SELECT e.chat_id, e.mid, 'version ' || e.ev FROM message_edits e LEFT JOIN messages m ON m.mid = e.mid"
     " WHERE m.mid IS NULL OR m.chat_id <> e.chat_id OR e.ev < 0 OR e.ev >= m.ev"},
    {"message-exp", "a message that is deleted, or has no time to go away, is counted among those that have",
     "message",
     "SELECT chat_id, mid, 'number ' || seq FROM messages WHERE exp IS NOT NULL AND (dead <> 0"
     " OR exp <= at OR extra IS NULL)"},
    {"scheduled-state", "a message waits to be sent that its author does not know of", "message",
     "SELECT NULL, s.mid, '' FROM scheduled s WHERE NOT EXISTS (SELECT 1 FROM user_state u"
     " WHERE u.user_id = s.user_id AND u.kind = 'sched' AND u.value <> x'6e756c6c')"},
    {"use-message", "an attachment is lent to a message that is not there, or deleted", "message",
     "SELECT u.chat_id, u.mid, '' FROM attachment_uses u LEFT JOIN messages m ON m.mid = u.mid"
     " LEFT JOIN attachments a ON a.id = u.att WHERE m.mid IS NULL OR m.dead <> 0 OR m.chat_id <> u.chat_id"
     " OR m.sender <> u.sender OR a.id IS NULL OR a.state <> 3 OR a.mid = u.mid"},
    {"reaction-message", "a reaction belongs to no message of its chat", "message",
     "SELECT r.chat_id, r.mid, 'reaction ' || r.emoji FROM reactions r LEFT JOIN messages m ON m.mid = r.mid"
     " WHERE m.mid IS NULL OR m.chat_id <> r.chat_id"},
    {"reaction-user", "a reaction is of somebody who was never in its chat", "user",
     "SELECT r.chat_id, r.user_id, 'reaction ' || r.emoji FROM reactions r WHERE NOT EXISTS"
     " (SELECT 1 FROM chat_members p WHERE p.chat_id = r.chat_id AND p.user_id = r.user_id)"},
    {"reaction-rev", "a reaction has a revision that its chat has not reached", "message",
     "SELECT r.chat_id, r.mid, 'revision ' || r.rev || ', the chat is at ' || c.rev FROM reactions r"
     " JOIN chats c ON c.id = r.chat_id WHERE r.rev < 1 OR r.rev > c.rev OR r.ver < 1 OR length(r.op) <> 16"},
    {"rev-unique", "two rows of a chat have the same revision", "",
     "SELECT r.chat_id, NULL, 'revision ' || r.rev || ': a reaction and a message' FROM reactions r"
     " JOIN messages m ON m.chat_id = r.chat_id AND m.rev = r.rev"
     " UNION ALL SELECT p.chat_id, NULL, 'revision ' || p.rev || ': a member and a message' FROM "
     "chat_members p"
     " JOIN messages m ON m.chat_id = p.chat_id AND m.rev = p.rev"
     " UNION ALL SELECT p.chat_id, NULL, 'revision ' || p.rev || ': a member and a reaction' FROM "
     "chat_members p"
     " JOIN reactions r ON r.chat_id = p.chat_id AND r.rev = p.rev"
     " UNION ALL SELECT c.id, NULL, 'revision ' || c.info_rev || ': the chat and a message' FROM chats c"
     " JOIN messages m ON m.chat_id = c.id AND m.rev = c.info_rev"
     " UNION ALL SELECT c.id, NULL, 'revision ' || c.info_rev || ': the chat and a member' FROM chats c"
     " JOIN chat_members p ON p.chat_id = c.id AND p.rev = c.info_rev"
     " UNION ALL SELECT c.id, NULL, 'revision ' || c.info_rev || ': the chat and a reaction' FROM chats c"
     " JOIN reactions r ON r.chat_id = c.id AND r.rev = c.info_rev"},

    // ---- chats
    {"chat-head", "the newest revision of a chat is not that of any of its rows", "",
     "SELECT c.id, NULL, 'revision ' || c.rev FROM chats c WHERE NOT EXISTS (SELECT 1 FROM messages m"
     " WHERE m.chat_id = c.id AND m.rev = c.rev AND m.tag = c.tag) AND NOT EXISTS (SELECT 1 FROM reactions r"
     " WHERE r.chat_id = c.id AND r.rev = c.rev AND r.tag = c.tag) AND NOT EXISTS (SELECT 1 FROM "
     "chat_members p"
     " WHERE p.chat_id = c.id AND p.rev = c.rev AND p.tag = c.tag)"
     " AND NOT (c.info_rev = c.rev AND c.info_tag = c.tag)"},
    {"chat-counters", "a chat's counters contradict each other", "",
     "SELECT id, NULL, 'revision ' || rev || ', info ' || info_rev || ', members ' || mem_rev || ', floor '"
     " || floor_rev FROM chats WHERE rev < seq OR info_rev > rev OR mem_rev > rev OR floor_rev > rev"
     " OR info_rev < 1 OR mem_rev < 1 OR floor_rev < 0 OR ver < 0 OR seq < 0"},
    {"chat-last", "a chat's newest message is not the one it names", "message",
     "SELECT c.id, c.last_mid, 'number ' || c.seq FROM chats c WHERE NOT EXISTS (SELECT 1 FROM messages m"
     " WHERE m.chat_id = c.id AND m.seq = c.seq AND m.mid = c.last_mid)"
     " AND NOT (c.seq = 0 AND c.last_mid IS NULL)"},
    {"chat-members", "a chat counts other members than it has", "",
     "SELECT c.id, NULL, 'it counts ' || c.members_n || ', there are ' || n FROM (SELECT c.*, (SELECT "
     "count(*)"
     " FROM chat_members p WHERE p.chat_id = c.id AND p.left_rev = 0) AS n FROM chats c) c WHERE members_n "
     "<> n"},
    {"chat-owner", "a group with members has not exactly one owner", "",
     "SELECT id, NULL, n || ' owners' FROM (SELECT c.id, c.members_n, (SELECT count(*) FROM chat_members p"
     " WHERE p.chat_id = c.id AND p.left_rev = 0 AND p.role = 3) AS n FROM chats c WHERE c.kind = 2)"
     " WHERE n > 1 OR (n = 0 AND members_n > 0)"},
    {"chat-maker", "a chat was made by nobody who is known", "user",
     "SELECT c.id, c.made_by, '' FROM chats c WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = "
     "c.made_by)"},
    {"direct-pair", "a direct chat is not that of its two people alone", "",
     "SELECT c.id, NULL, 'it has ' || n || ' people and ' || pairs || ' pairs' FROM (SELECT c.id,"
     " (SELECT count(*) FROM chat_members p WHERE p.chat_id = c.id) AS n,"
     " (SELECT count(*) FROM chat_members p JOIN chat_members q ON q.chat_id = p.chat_id"
     "  AND p.user_id < q.user_id JOIN direct_pairs d ON d.lo_user = p.user_id AND d.hi_user = q.user_id"
     "  AND d.chat_id = c.id WHERE p.chat_id = c.id) AS pairs FROM chats c WHERE c.kind = 1) c"
     " WHERE n <> 2 OR pairs <> 1"},
    {"pair-chat", "two people are paired with a chat that is not their direct chat", "user",
     "SELECT d.chat_id, d.lo_user, '' FROM direct_pairs d LEFT JOIN chats c ON c.id = d.chat_id"
     " WHERE c.id IS NULL OR c.kind <> 1 OR d.lo_user >= d.hi_user"},
    {"chat-rx", "a chat's receipt counter is behind its receipts, or of no chat", "",
     "SELECT x.chat_id, NULL, 'counter ' || x.rx FROM chat_rx x LEFT JOIN chats c ON c.id = x.chat_id"
     " WHERE c.id IS NULL OR x.rx < 0 UNION ALL SELECT p.chat_id, NULL, 'receipt ' || p.rx FROM chat_members "
     "p"
     " LEFT JOIN chat_rx x ON x.chat_id = p.chat_id WHERE p.rx > ifnull(x.rx, 0) OR p.rx < 0"},
    {"rx-unique", "two receipts of a chat have the same number", "user",
     "SELECT p.chat_id, p.user_id, 'receipt ' || p.rx FROM chat_members p WHERE p.rx > 0 AND EXISTS (SELECT 1"
     " FROM chat_members q WHERE q.chat_id = p.chat_id AND q.rx = p.rx AND q.rx > 0 AND q.user_id < "
     "p.user_id)"},

    // ---- members
    {"member-known", "a member is of a chat or a user that is not there", "user",
     "SELECT p.chat_id, p.user_id, CASE WHEN c.id IS NULL THEN 'no such chat' ELSE 'no such user' END"
     " FROM chat_members p LEFT JOIN chats c ON c.id = p.chat_id LEFT JOIN users u ON u.id = p.user_id"
     " WHERE c.id IS NULL OR u.id IS NULL"},
    {"member-marks", "somebody has seen or received more than there is", "user",
     "SELECT p.chat_id, p.user_id, 'seen ' || p.seen_pub || ', delivered ' || p.delivered || ', messages '"
     " || c.seq FROM chat_members p JOIN chats c ON c.id = p.chat_id WHERE p.seen_pub < 0"
     " OR p.seen_pub > p.delivered OR p.delivered > c.seq"},
    {"member-rev", "a membership has a revision that its chat has not reached", "user",
     "SELECT p.chat_id, p.user_id, 'revision ' || p.rev || ', the chat is at ' || c.rev FROM chat_members p"
     " JOIN chats c ON c.id = p.chat_id WHERE p.rev < 1 OR p.rev > c.rev OR p.joined_rev < 1"
     " OR p.joined_rev > p.rev OR p.left_rev > p.rev OR p.left_rev < 0 OR p.role NOT IN (1, 2, 3)"},

    // ---- users and what is theirs
    {"device-user", "a device is not whole", "device",
     "SELECT NULL, d.id, CASE WHEN u.id IS NULL THEN 'no such user' ELSE 'its secret' END FROM devices d"
     " LEFT JOIN users u ON u.id = d.user_id WHERE u.id IS NULL OR length(d.id) <> 16"
     " OR (d.revoked <> 0 AND d.token_hash IS NOT NULL) OR (d.revoked = 0 AND NOT EXISTS"
     " (SELECT 1 FROM refresh_tokens t WHERE t.device_id = d.id AND t.state IN (1, 2)))"},
    {"state-user", "a setting is of a user who is not there", "user",
     "SELECT NULL, s.user_id, s.kind FROM user_state s WHERE NOT EXISTS (SELECT 1 FROM users u"
     " WHERE u.id = s.user_id)"},
    {"state-urev", "a setting has a revision that its user has not reached", "user",
     "SELECT NULL, s.user_id, s.kind || ': revision ' || s.urev || ', the user is at ' || u.urev"
     " FROM user_state s JOIN users u ON u.id = s.user_id WHERE s.urev < 1 OR s.urev > u.urev OR s.ver < 1"},
    {"state-head", "the newest revision of a user is not that of any setting", "user",
     "SELECT NULL, u.id, 'revision ' || u.urev FROM users u WHERE u.urev > 0 AND NOT EXISTS (SELECT 1"
     " FROM user_state s WHERE s.user_id = u.id AND s.urev = u.urev AND s.utag = u.utag)"},
    {"op-known", "a remembered change is of a user or a chat that is not there", "user",
     "SELECT o.chat_id, o.user_id, '' FROM ops o LEFT JOIN users u ON u.id = o.user_id"
     " LEFT JOIN chats c ON c.id = o.chat_id WHERE u.id IS NULL OR c.id IS NULL"},

    {"avatar-owner", "a picture is of nobody, or its owner shows another one", "avatar",
     "SELECT NULL, a.id, a.mime || ', ' || length(a.data) || ' bytes' FROM avatars a"
     " LEFT JOIN users u ON u.id = a.owner LEFT JOIN chats c ON c.id = a.owner"
     " WHERE (u.id IS NULL AND c.id IS NULL) OR (u.id IS NOT NULL AND u.avatar IS NOT a.id)"
     " OR length(a.id) <> 16 OR length(a.data) = 0"},
    {"user-avatar", "a user shows a picture that is not there", "user",
     "SELECT NULL, u.id, '' FROM users u WHERE u.avatar IS NOT NULL AND NOT EXISTS (SELECT 1 FROM avatars a"
     " WHERE a.id = u.avatar AND a.owner = u.id)"},
    {"token-device", "a sign-in is of a device that is not there, or is not whole", "device",
     "SELECT NULL, t.device_id, 'state ' || t.state || ', generation ' || t.gen FROM refresh_tokens t"
     " LEFT JOIN devices d ON d.id = t.device_id WHERE d.id IS NULL OR length(t.hash) <> 32"
     " OR t.state NOT IN (1, 2, 3) OR t.gen < 0 OR length(ifnull(t.parent, zeroblob(32))) <> 32"},
    {"token-in-use", "a device has more than one sign-in in use", "device",
     "SELECT NULL, device_id, count(*) || ' in use' FROM refresh_tokens WHERE state = 2 GROUP BY device_id"
     " HAVING count(*) > 1"},
    {"account-ended", "an account that ended is not empty", "user",
     "SELECT NULL, u.id, 'login \"' || u.login || '\"' FROM users u WHERE u.flags & 2 <> 0 AND (u.flags & 1 "
     "= 0"
     " OR u.name <> '' OR u.about <> '' OR u.avatar IS NOT NULL OR length(u.pw_hash) > 0"
     " OR EXISTS (SELECT 1 FROM devices d WHERE d.user_id = u.id AND d.revoked = 0)"
     " OR EXISTS (SELECT 1 FROM chat_members p WHERE p.user_id = u.id AND p.left_rev = 0))"},
    {"retired-login", "a login that is not given out again is not kept whole", "",
     "SELECT NULL, NULL, length(hash) || ' bytes' FROM retired_logins WHERE length(hash) <> 32"},
    {"invite-whole", "an invite is not whole", "",
     "SELECT NULL, NULL, 'invite ' || id || ', uses left ' || uses_left || ', used ' || used FROM invites"
     " WHERE length(code_hash) <> 32 OR uses_left < 0 OR used < 0 OR expires < 0"},
    {"report-known", "a report is by or about somebody or something that is not there", "user",
     "SELECT r.chat_id, r.by_user, 'report ' || r.id FROM reports r WHERE r.reason = '' OR r.done < 0"
     " OR NOT EXISTS (SELECT 1 FROM users u WHERE u.id = r.by_user)"
     " OR (r.user_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM users u WHERE u.id = r.user_id))"
     " OR (r.chat_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM chats c WHERE c.id = r.chat_id))"
     " OR (r.mid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.mid = r.mid"
     " AND m.chat_id = r.chat_id))"},
    // ---- polls
    {"poll-count", "a poll's count is not that of its votes", "chat",
     "SELECT m.chat_id, m.mid, 'voters ' || ifnull(json_extract(CAST(m.extra AS TEXT), '$.poll.voters'), 0)"
     " FROM messages m WHERE m.dead = 0 AND CAST(m.extra AS TEXT) LIKE '%\"poll\":{%' AND"
     " (ifnull(json_extract(CAST(m.extra AS TEXT), '$.poll.voters'), 0) <>"
     " (SELECT count(*) FROM poll_votes v WHERE v.mid = m.mid) OR EXISTS (SELECT 1 FROM"
     " json_each(CAST(m.extra AS TEXT), '$.poll.opts') o WHERE"
     " ifnull(json_extract(CAST(m.extra AS TEXT), '$.poll.n[' || o.key || ']'), 0) <> (SELECT count(*) FROM"
     " poll_votes v WHERE v.mid = m.mid AND (v.opts >> o.key) & 1)))"},
    {"poll-votes", "a vote is of nobody, of no chat, for nothing, or for a message of another chat", "user",
     "SELECT v.chat_id, v.user_id, '' FROM poll_votes v LEFT JOIN users u ON u.id = v.user_id LEFT JOIN"
     " chats c ON c.id = v.chat_id LEFT JOIN messages m ON m.mid = v.mid WHERE u.id IS NULL OR c.id IS NULL"
     " OR v.opts < 1 OR v.opts > 4095 OR (m.mid IS NOT NULL AND (m.chat_id <> v.chat_id OR m.dead <> 0))"},

    // ---- groups
    {"member-bounds", "a member's history begins beyond the chat, or who is banned is present", "user",
     "SELECT p.chat_id, p.user_id, 'from ' || p.min_seq FROM chat_members p JOIN chats c ON c.id = p.chat_id"
     " WHERE p.min_seq < 0 OR p.min_seq > c.seq + 1 OR (p.banned <> 0 AND p.left_rev = 0)"},
    {"group-invites", "an invite is of no group or of nobody, or was used too often", "user",
     "SELECT i.chat_id, i.by_user, '' FROM group_invites i LEFT JOIN chats c ON c.id = i.chat_id AND c.kind "
     "= 2"
     " LEFT JOIN users u ON u.id = i.by_user WHERE c.id IS NULL OR u.id IS NULL OR length(i.code) <> 22"
     " OR i.used < 0 OR (i.uses > 0 AND i.used > i.uses)"},
    {"group-log", "a line of a group's log is of no group or of nobody", "user",
     "SELECT l.chat_id, l.by_user, 'line ' || l.n FROM group_log l LEFT JOIN chats c ON c.id = l.chat_id"
     " AND c.kind = 2 LEFT JOIN users u ON u.id = l.by_user WHERE c.id IS NULL OR u.id IS NULL OR l.n < 1"},

    // ---- work that waits
    {"erasure-known", "somebody's messages wait to be erased whose account has not ended", "user",
     "SELECT e.chat_id, e.user_id, 'up to ' || e.upto FROM erasures e LEFT JOIN users u ON u.id = e.user_id"
     " LEFT JOIN chats c ON c.id = e.chat_id WHERE u.id IS NULL OR u.flags & 2 = 0 OR c.id IS NULL"
     " OR e.upto < 0 OR e.upto > c.seq"},
    {"push-target", "an address for pushes is of a device that is not there, or is not whole", "device",
     "SELECT NULL, t.device_id, t.provider FROM push_targets t LEFT JOIN devices d ON d.id = t.device_id"
     " WHERE d.id IS NULL OR d.user_id <> t.user_id OR t.provider = '' OR t.news < 0 OR t.silent NOT IN (0, "
     "1)"
     " OR t.tries < 0 OR (t.token = '' AND t.due_at IS NOT NULL)"},
    {"relay", "an event that waits to be told is of nothing that happened", "user",
     "SELECT r.chat_id, r.user_id, 'revision ' || r.rev FROM relay r LEFT JOIN chats c ON c.id = r.chat_id"
     " LEFT JOIN users u ON u.id = r.user_id WHERE (c.id IS NULL) = (u.id IS NULL) OR r.rev < 1"
     " OR r.rev > ifnull(c.rev, u.urev)"},
    {"push-jobs", "a notification that waits is of no message", "",
     "SELECT j.chat_id, NULL, 'number ' || j.seq FROM push_jobs j WHERE j.tries < 0 OR NOT EXISTS (SELECT 1"
     " FROM messages m WHERE m.chat_id = j.chat_id AND m.seq = j.seq)"},
    {"file-known", "an attachment is of a user or a chat that is not there, or is not whole", "attachment",
     "SELECT a.chat_id, a.id, a.name FROM attachments a LEFT JOIN users u ON u.id = a.owner"
     " LEFT JOIN chats c ON c.id = a.chat_id WHERE u.id IS NULL OR c.id IS NULL OR a.size < 0"
     " OR length(a.id) <> 16 OR a.state NOT IN (1, 2, 3, 4) OR (a.state IN (2, 3) AND length(a.sha256) <> "
     "32)"},
    {"file-message", "an attachment is in use by no message of its owner", "attachment",
     "SELECT a.chat_id, a.id, a.name FROM attachments a LEFT JOIN messages m ON m.mid = a.mid WHERE a.state "
     "= 3"
     " AND (m.mid IS NULL OR m.dead <> 0 OR m.chat_id <> a.chat_id OR m.sender <> a.owner)"},
};

} // namespace

std::span<const CheckRule> checkRules() { return rules; }

} // namespace kith::server
