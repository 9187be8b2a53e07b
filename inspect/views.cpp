#include "inspect/views.h"

#include "core/base/ids.h"
#include "core/base/random.h"

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

// *_key columns are the file's own keys: they find rows by an index, where the texts of ids need a scan.
const std::vector<View> &mirrorViews()
{
    static const std::vector<View> views = {
        {"v_chats", "the chats, their cursors and what the server told of them",
         "SELECT kith_id(id) AS chat, CASE kind WHEN 1 THEN 'direct' ELSE 'group' END AS kind,"
         " kith_shape(title, 'title') AS title, members, kith_id(epoch) AS epoch, rev, tag, rx, seq, act AS"
         " act_ms, server_unread, server_unread_upto, left, known, timer AS timer_s, pk AS chat_key, id AS "
         "chat_bytes FROM"
         " main.chats"},
        {"v_messages", "the messages",
         "SELECT kith_id(m.mid) AS mid, kith_id(c.id) AS chat, m.seq, m.rev, kith_person(u.id, u.name, "
         "u.login)"
         " AS sender, kith_code(coalesce(m.kind, 'text')) AS kind, m.ev, m.dead,"
         " CASE m.state WHEN 1 THEN 'queued' WHEN 2 THEN 'sent' WHEN 3 THEN 'refused' ELSE 'unverified' END "
         "AS"
         " state, m.at AS at_ms, m.entered AS entered_ms, kith_code(m.refused) AS refused, kith_id(m.reply) "
         "AS"
         " reply, kith_shape(m.body, 'text') AS body, length(m.body) AS chars, length(m.extra) AS "
         "extra_bytes,"
         " m.exp AS goes_away_ms, EXISTS (SELECT 1 FROM main.hidden h WHERE h.mid = m.mid) AS hidden,"
         " kith_mark(m.body) AS body_mark, m.pk AS message_key, m.chat_pk AS chat_key, m.mid AS mid_bytes,"
         " m.sender_pk AS person_key FROM main.messages m LEFT JOIN main.chats c ON c.pk = m.chat_pk"
         " LEFT JOIN main.users u ON u.pk = m.sender_pk"},
        {"v_members", "who is in which chat, and how far they have read",
         "SELECT kith_id(c.id) AS chat, kith_person(u.id, u.name, u.login) AS person, CASE m.role WHEN 3 THEN"
         " 'owner' WHEN 2 THEN 'admin' ELSE 'member' END AS role, m.left, m.rev, m.delivered, m.seen,"
         " m.chat_pk AS chat_key, m.user_pk AS person_key, u.id = (SELECT value FROM main.meta WHERE key ="
         " 'user') AS me FROM main.members m LEFT JOIN main.chats c ON c.pk = m.chat_pk LEFT JOIN main.users"
         " u ON u.pk = m.user_pk"},
        {"v_ranges", "the parts of each chat that are held; as_of is null where it follows the server",
         "SELECT kith_id(c.id) AS chat, r.lo, r.hi, r.as_of, r.chat_pk AS chat_key FROM main.ranges r LEFT "
         "JOIN"
         " main.chats c ON c.pk = r.chat_pk"},
        {"v_outbox", "what waits to be sent or was refused",
         "SELECT o.pk, kith_id(c.id) AS chat, kith_code(o.kind) AS kind, kith_id(o.mid) AS mid, "
         "kith_id(o.op) AS"
         " op, o.refused, o.tries, o.entered AS entered_ms, o.after_att AS after_files,"
         " kith_code(o.last_error) AS last_error, length(o.payload) AS bytes, o.chat_pk AS chat_key, o.mid AS"
         " mid_bytes FROM main.outbox o LEFT JOIN main.chats c ON c.pk = o.chat_pk"},
        {"v_receipts", "read and delivered marks: wanted here, acknowledged by the server",
         "SELECT kith_id(c.id) AS chat, r.want_delivered, r.ack_delivered, r.want_seen, r.ack_seen, r.chat_pk"
         " AS chat_key FROM main.receipts r LEFT JOIN main.chats c ON c.pk = r.chat_pk"},
        {"v_journal", "what went wrong on the way of own writes",
         "SELECT pk, kith_id(mid) AS mid, kith_id(op) AS op, kith_code(kind) AS kind, CASE what WHEN 1 THEN "
         "'no"
         " answer' WHEN 2 THEN 'delayed' WHEN 3 THEN 'refused' WHEN 4 THEN 'retried' WHEN 5 THEN 'answered'"
         " WHEN 6 THEN 'requeued' WHEN 7 THEN 'renamed' WHEN 8 THEN 'discarded' WHEN 9 THEN 'outage' ELSE "
         "what"
         " END AS what, kith_code(why) AS why, times, first AS first_ms, last AS last_ms, mid AS mid_bytes "
         "FROM"
         " main.journal"},
        {"v_drafts", "unfinished texts",
         "SELECT kith_id(c.id) AS chat, kith_shape(d.text, 'text') AS text, length(d.text) AS chars, d.dirty,"
         " d.ver, d.updated AS updated_ms, d.chat_pk AS chat_key FROM main.drafts d LEFT JOIN main.chats c ON"
         " c.pk = d.chat_pk"},
        {"v_reactions", "reactions",
         "SELECT kith_id(r.mid) AS mid, kith_person(u.id, u.name, u.login) AS person, kith_shape(r.emoji,"
         " 'emoji') AS emoji, r.\"on\", r.ver, r.rev, r.mid AS mid_bytes, r.chat_pk AS chat_key FROM"
         " main.reactions r LEFT JOIN main.users u ON u.pk = r.user_pk"},
        {"v_files", "files and their transfers",
         "SELECT kith_id(id) AS file, kith_id(mid) AS mid, kith_file(path) AS path, size, state, upload, "
         "done,"
         " kith_code(error) AS error, used AS used_ms, mid AS mid_bytes FROM main.attachments"},
        {"v_settings", "the user's own settings, without their values",
         "SELECT kith_code(kind) AS kind, length(value) AS bytes, ver, urev FROM main.user_state"},
        // Columns that came later have views of their own: the older ones are read with what they have.
        {"v_extras", "what chats have beyond the columns: timers, and settings by their size",
         "SELECT kith_id(id) AS chat, timer, length(extra) AS extra_bytes, pk AS chat_key FROM main.chats"},
        {"v_member_extras", "what rows of members have beyond the columns, by its size",
         "SELECT kith_id(c.id) AS chat, kith_person(u.id, u.name, u.login) AS person, length(m.extra) AS"
         " extra_bytes, m.chat_pk AS chat_key FROM main.members m LEFT JOIN main.chats c ON c.pk = m.chat_pk"
         " LEFT JOIN main.users u ON u.pk = m.user_pk"},
        {"v_going", "messages that go away by themselves, and when",
         "SELECT kith_id(mid) AS mid, exp AS exp_ms, dead FROM main.messages WHERE exp IS NOT NULL"},
        {"v_hidden", "messages that the user has deleted for themselves",
         "SELECT kith_id(mid) AS mid FROM main.hidden"},
        {"v_quarantine", "rows that this version could not read",
         "SELECT pk, kith_id(c.id) AS chat, kith_code(q.k) AS kind, q.rev, length(q.raw) AS bytes,"
         " kith_code(q.error) AS error FROM (SELECT pk, chat_pk, k, rev, raw, error FROM main.quarantine) q"
         " LEFT JOIN (SELECT pk AS cpk, id FROM main.chats) c ON c.cpk = q.chat_pk"},
        {"v_people", "the people that are known",
         "SELECT kith_person(id, name, login) AS person, id = (SELECT value FROM main.meta WHERE key = "
         "'user')"
         " AS me, pk AS person_key FROM main.users"},
        {"v_meta", "numbers about the file",
         "SELECT key, CASE WHEN typeof(value) = 'integer' THEN value WHEN key = 'epoch' THEN kith_id(value)"
         " WHEN key = 'device' THEN kith_id(value) WHEN typeof(value) = 'text' THEN kith_shape(value, "
         "'words')"
         " ELSE length(value) || ' bytes' END AS value FROM main.meta WHERE key IN ('last_sync', 'urev', "
         "'utag',"
         " 'clock_offset', 'min_reader', 'min_writer', 'probed', 'epoch', 'device', 'server', 'witness')"},
        {"v_health", "one line for the whole file",
         "SELECT (SELECT value FROM main.meta WHERE key = 'last_sync' AND typeof(value) = 'integer') AS "
         "last_sync_ms, (SELECT count(*) FROM"
         " main.chats) AS chats, (SELECT count(*) FROM main.messages) AS messages, (SELECT count(*) FROM"
         " main.outbox WHERE refused = 0) AS waiting, (SELECT count(*) FROM main.outbox WHERE refused = 1) AS"
         " refused, (SELECT min(entered) FROM main.outbox WHERE refused = 0) AS oldest_waiting_ms, (SELECT"
         " count(*) FROM main.quarantine) AS quarantined, (SELECT count(*) FROM main.drafts) AS drafts, "
         "(SELECT"
         " count(*) FROM main.users) AS people, (SELECT count(*) FROM main.attachments) AS files, (SELECT"
         " count(*) FROM main.receipts WHERE want_delivered > ack_delivered OR want_seen > ack_seen) AS"
         " marks_waiting"},
    };
    return views;
}

const std::vector<View> &serverViews()
{
    static const std::vector<View> views = {
        {"v_chats", "the chats and their counters",
         "SELECT kith_id(id) AS chat, CASE kind WHEN 1 THEN 'direct' ELSE 'group' END AS kind,"
         " kith_shape(title, 'title') AS title, members_n AS members, (SELECT kith_id(epoch) FROM main.meta) "
         "AS"
         " epoch, rev, tag, (SELECT rx FROM main.chat_rx r WHERE r.chat_id = id) AS rx, seq, act_at AS "
         "act_ms,"
         " floor_rev, id AS chat_key, id AS chat_bytes FROM main.chats"},
        {"v_messages", "the messages",
         "SELECT kith_id(m.mid) AS mid, kith_id(m.chat_id) AS chat, m.seq, m.rev, kith_person(u.id, u.name,"
         " u.login) AS sender, kith_code(m.kind) AS kind, m.ev, m.dead, 'sent' AS state, m.at AS at_ms, NULL "
         "AS"
         " entered_ms, NULL AS refused, kith_id(m.reply) AS reply, kith_shape(m.body, 'text') AS body,"
         " length(m.body) AS chars, length(m.extra) AS extra_bytes, kith_mark(m.body) AS body_mark,"
         " m.chat_id AS chat_key, m.mid AS mid_bytes, kith_mark(m.sender) AS person_key FROM main.messages m "
         "LEFT JOIN"
         " main.users u ON u.id = m.sender"},
        {"v_members", "who is in which chat, and how far they have read",
         "SELECT kith_id(m.chat_id) AS chat, kith_person(u.id, u.name, u.login) AS person, CASE m.role WHEN 3"
         " THEN 'owner' WHEN 2 THEN 'admin' ELSE 'member' END AS role, m.left_rev <> 0 AS left, m.rev,"
         " m.delivered, m.seen_pub AS seen, m.joined_rev, m.chat_id AS chat_key, kith_mark(m.user_id) AS "
         "person_key,"
         " 0 AS me FROM main.chat_members m LEFT JOIN main.users u ON u.id = m.user_id"},
        {"v_people", "the accounts",
         "SELECT kith_person(id, name, login) AS person, flags & 1 AS disabled, last_seen AS last_seen_ms, "
         "at AS"
         " at_ms, urev, kith_mark(id) AS person_key FROM main.users"},
        {"v_devices", "signed-in devices",
         "SELECT kith_id(d.id) AS device, kith_person(u.id, u.name, u.login) AS person, kith_shape(d.name,"
         " 'name') AS name, d.revoked, d.last_seen AS last_seen_ms, d.at AS at_ms FROM main.devices d LEFT "
         "JOIN"
         " main.users u ON u.id = d.user_id"},
        {"v_reactions", "reactions",
         "SELECT kith_id(r.mid) AS mid, kith_person(u.id, u.name, u.login) AS person, kith_shape(r.emoji,"
         " 'emoji') AS emoji, r.is_on AS \"on\", r.ver, r.rev, r.mid AS mid_bytes, r.chat_id AS chat_key FROM"
         " main.reactions r LEFT JOIN main.users u ON u.id = r.user_id"},
        {"v_relay", "changes that were committed and not yet told to the sessions",
         "SELECT id, kith_id(chat_id) AS chat, rev, kind, at AS at_ms FROM main.relay"},
        {"v_pushes", "pushes that are still to be worked on",
         "SELECT kith_id(chat_id) AS chat, seq, state, next_at AS next_ms, tries FROM main.push_jobs"},
        // Of newer servers: in views of their own, so that an older database can be asked for the rest.
        {"v_timers", "chats whose messages go away, and after how long",
         "SELECT kith_id(id) AS chat, timer AS timer_s, id AS chat_key FROM main.chats WHERE timer > 0"},
        {"v_expiring", "messages that will go away, and when",
         "SELECT kith_id(mid) AS mid, kith_id(chat_id) AS chat, seq, exp AS goes_away_ms, mid AS mid_bytes,"
         " chat_id AS chat_key FROM main.messages WHERE exp IS NOT NULL"},
        {"v_push_targets", "devices that want pushes, without their addresses",
         "SELECT kith_id(p.device_id) AS device, kith_person(u.id, u.name, u.login) AS person,"
         " kith_code(p.provider) AS provider, p.token <> '' AS known_there, p.due_at AS due_ms, p.tries, "
         "p.sent,"
         " p.last_at AS last_ms, kith_code(p.last_result) AS last_result FROM main.push_targets p LEFT JOIN"
         " main.users u ON u.id = p.user_id"},
        {"v_history", "which history this database is, and since when",
         "SELECT kith_id(epoch) AS epoch, epoch_at AS since_ms, kith_id(epoch_dated) AS dated, "
         "length(lineage) AS"
         " lineage_bytes, commit_no AS commits, schema FROM main.meta"},
        {"v_files", "files",
         "SELECT kith_id(a.id) AS file, kith_id(a.chat_id) AS chat, kith_person(u.id, u.name, u.login) AS "
         "owner,"
         " a.size, a.state, a.created AS at_ms FROM main.attachments a LEFT JOIN main.users u ON u.id ="
         " a.owner"},
        {"v_file_uses", "messages that have the file of another one",
         "SELECT kith_id(att) AS file, kith_id(mid) AS mid, kith_id(chat_id) AS chat FROM"
         " main.attachment_uses"},
        {"v_edits", "what messages said before, by its size",
         "SELECT kith_id(chat_id) AS chat, kith_id(mid) AS mid, ev, length(body) AS chars, length(extra) AS"
         " extra_bytes, at AS until_ms FROM main.message_edits"},
        {"v_votes", "who voted in which poll, not for what",
         "SELECT kith_id(v.mid) AS mid, kith_id(v.chat_id) AS chat, kith_person(u.id, u.name, u.login) AS"
         " person FROM main.poll_votes v LEFT JOIN main.users u ON u.id = v.user_id"},
        {"v_scheduled", "messages that are sent later",
         "SELECT kith_person(u.id, u.name, u.login) AS person, kith_id(s.mid) AS mid, s.due AS due_ms FROM"
         " main.scheduled s LEFT JOIN main.users u ON u.id = s.user_id"},
        {"v_bounds", "from where on members see a chat, who is out, and who wrote last under slow mode",
         "SELECT kith_id(m.chat_id) AS chat, kith_person(u.id, u.name, u.login) AS person, m.min_seq,"
         " m.banned, m.sent_at AS sent_ms FROM main.chat_members m LEFT JOIN main.users u ON u.id ="
         " m.user_id"},
        {"v_invites", "ways into groups, without their codes",
         "SELECT kith_id(i.chat_id) AS chat, kith_person(u.id, u.name, u.login) AS by, i.until AS until_ms,"
         " i.uses, i.used, i.revoked, i.at AS at_ms FROM main.group_invites i LEFT JOIN main.users u ON u.id"
         " = i.by_user"},
        {"v_group_log", "what was done in groups",
         "SELECT kith_id(l.chat_id) AS chat, l.n, l.at AS at_ms, kith_person(b.id, b.name, b.login) AS by,"
         " kith_code(l.act) AS act, kith_person(u.id, u.name, u.login) AS person, length(l.words) AS chars"
         " FROM main.group_log l LEFT JOIN main.users b ON b.id = l.by_user LEFT JOIN main.users u ON u.id ="
         " l.user_id"},
        {"v_settings", "the users' settings, without their values",
         "SELECT kith_person(u.id, u.name, u.login) AS person, kith_code(s.kind) AS kind, length(s.value) AS"
         " bytes, s.ver, s.urev FROM main.user_state s LEFT JOIN main.users u ON u.id = s.user_id"},
        {"v_health", "one line for the whole file",
         "SELECT (SELECT commit_no FROM main.meta) AS commits, (SELECT kith_id(epoch) FROM main.meta) AS "
         "epoch,"
         " (SELECT count(*) FROM main.users) AS people, (SELECT count(*) FROM main.devices WHERE revoked = "
         "0) AS"
         " devices, (SELECT count(*) FROM main.chats) AS chats, (SELECT count(*) FROM main.messages) AS"
         " messages, (SELECT count(*) FROM main.relay) AS relay_waiting, (SELECT count(*) FROM main.push_jobs"
         " WHERE state = 0) AS pushes_waiting, (SELECT count(*) FROM main.attachments) AS files"},
    };
    return views;
}

QVariant idText(const QVariantList &given)
{
    if (given[0].isNull()) return {};
    if (given[0].typeId() != QMetaType::QByteArray) return u"no id"_s;
    const Mid id = Mid::fromBlob(given[0].toByteArray());
    return id ? QString::fromLatin1(id.text()) : u"no id"_s;
}

/// Columns that should hold text may hold anything in a file that somebody made by hand.
QString textOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray ? QString::fromUtf8(value.toByteArray())
                                                   : value.toString();
}

void addFunctions(File &file, const Veil &veil, bool bundle)
{
    file.addFunction("kith_id", 1, idText);
    file.addFunction("kith_shape", 2, [veil](const QVariantList &given) -> QVariant {
        if (given[0].isNull()) return {};
        return veil.shape(textOf(given[0]), given[1].toString());
    });
    file.addFunction("kith_file", 1, [veil](const QVariantList &given) -> QVariant {
        return given[0].isNull() ? QVariant() : veil.fileName(textOf(given[0]));
    });
    file.addFunction("kith_code", 1, [veil](const QVariantList &given) -> QVariant {
        return given[0].isNull() ? QVariant() : veil.code(textOf(given[0]));
    });
    file.addFunction("kith_mark", 1, [veil](const QVariantList &given) -> QVariant {
        return veil.mark(given[0].typeId() == QMetaType::QByteArray ? given[0].toByteArray()
                                                                    : given[0].toString().toUtf8());
    });
    file.addFunction("kith_person", 3, [veil, bundle](const QVariantList &given) -> QVariant {
        if (given[0].isNull()) return {};
        // A bundle's people have their pseudonym for a login, so that it says the same as its source.
        if (bundle && textOf(given[2]).startsWith(u"p-"_s)) return safeLine(textOf(given[2]), 16);
        const QByteArray id = given[0].toByteArray();
        const QString pseudonym = veil.person(id);
        if (!veil.reveals()) return pseudonym;
        return u"%1 (%2, %3)"_s.arg(safeLine(textOf(given[1]), 100), safeLine(textOf(given[2]), 100),
                                    pseudonym);
    });
}

} // namespace

const std::vector<View> &viewsOf(Opened::Kind kind)
{
    return kind == Opened::Kind::Server ? serverViews() : mirrorViews();
}

Status addViews(Opened &opened)
{
    File &file = *opened.file;
    addFunctions(file, opened.veil, opened.kind == Opened::Kind::Bundle);
    // The name of an inner view cannot be guessed, so no statement can dress up as one.
    QByteArray secret(16, Qt::Uninitialized);
    SystemRandom().fill(secret.data(), size_t(secret.size()));
    const QByteArray inner = "inner_" + secret.toHex();
    std::set<QByteArray> names;
    for (const View &view : viewsOf(opened.kind)) {
        const QByteArray name(view.name);
        file.exec("CREATE TEMP VIEW " + inner + name + " AS " + view.sql);
        file.exec("CREATE TEMP VIEW " + name + " AS SELECT * FROM " + inner + name);
        names.insert(name);
    }
    if (file.failed()) return file.error();
    file.restrict(std::move(names), inner);
    return ok();
}

} // namespace kith::inspect
