#include "server/storage/files.h"

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;

namespace {

#define KITH_FILE_COLUMNS                                                                                    \
    " a.id, a.owner, a.chat_id, a.size, a.sha256, a.mime, a.state, a.name, a.mid, a.created"

FileRow fileFrom(const Rows &rows)
{
    FileRow file;
    file.att = rows.id<AttId>(0);
    file.owner = rows.id<UserId>(1);
    file.chat = rows.id<ChatId>(2);
    file.size = rows.number(3);
    file.sha256 = rows.bytes(4);
    file.mime = rows.text(5);
    file.state = FileState(rows.small(6));
    file.name = rows.text(7);
    file.mid = rows.id<Mid>(8);
    file.createdMs = rows.number(9);
    return file;
}

constexpr char usedBytesSql[] =
    "SELECT ifnull(sum(size), 0) FROM attachments WHERE owner = ?1 AND state < 4 /* Released */";

} // namespace

Files::Files(WriteDesk &desk)
    : m_desk(desk)
    , m_find(desk.db, "SELECT" KITH_FILE_COLUMNS " FROM attachments a WHERE a.id = ?1")
    , m_used(desk.db, usedBytesSql)
    , m_add(desk.db,
            "INSERT INTO attachments (id, owner, chat_id, size, sha256, mime, state, key, created, name)"
            " VALUES (?1, ?2, ?3, ?4, ?5, '', 1, ?6, ?7, ?8)")
    , m_done(desk.db, "UPDATE attachments SET sha256 = ?2, mime = ?3, state = 2, created = ?4"
                      " WHERE id = ?1 AND state = 1")
    , m_drop(desk.db, "DELETE FROM attachments WHERE id = ?1 AND state <> 3 /* Used */")
    , m_use(desk.db, "UPDATE attachments SET state = 3, mid = ?2 WHERE id = ?1")
    , m_release(desk.db, "UPDATE attachments SET state = 4, created = ?2 WHERE id = ?1")
    , m_useToo(desk.db, "INSERT INTO attachment_uses (att, mid, chat_id, sender) VALUES (?1, ?2, ?3, ?4)")
    , m_usesToo(desk.db, "SELECT 1 FROM attachment_uses WHERE att = ?1 AND mid = ?2")
    , m_ofMessage(desk.db, "SELECT id FROM attachments WHERE mid = ?1 AND state = 3")
    , m_heir(desk.db, "SELECT mid, chat_id, sender FROM attachment_uses WHERE att = ?1 LIMIT 1")
    , m_inherit(desk.db, "UPDATE attachments SET mid = ?2, chat_id = ?3, owner = ?4 WHERE id = ?1")
    , m_dropUse(desk.db, "DELETE FROM attachment_uses WHERE att = ?1 AND mid = ?2")
    , m_dropUses(desk.db, "DELETE FROM attachment_uses WHERE mid = ?1")
{
}

std::optional<FileRow> Files::find(const AttId &att)
{
    Rows rows = m_find.rows(att);
    if (!rows.next()) return std::nullopt;
    return fileFrom(rows);
}

WriteResult Files::add(const NewFile &file)
{
    FileMade made;
    if (const auto held = find(file.att)) {
        // The same creation again: its answer was lost.
        const bool same = held->owner == file.caller.user && held->chat == file.chat &&
                          held->size == file.size && held->state != FileState::Released &&
                          (file.sha256.isEmpty() || held->sha256.isEmpty() || held->sha256 == file.sha256);
        made.fate = same ? FileMade::Fate::Known : FileMade::Fate::Taken;
        return made;
    }
    HotChat *chat = m_desk.hot.chat(file.chat);
    if (!chat || !m_desk.hot.present(*chat, file.caller.user)) {
        made.fate = FileMade::Fate::NotMember;
        return made;
    }
    {
        Rows rows = m_used.rows(file.caller.user);
        made.usedBytes = rows.next() ? rows.number(0) : 0;
    }
    if (file.size > file.quotaBytes - made.usedBytes) {
        made.fate = FileMade::Fate::Quota;
        return made;
    }
    m_add.run(file.att, file.caller.user, file.chat, file.size,
              file.sha256.isNull() ? QByteArray("") : file.sha256,
              QString::fromLatin1(file.att.blob().toHex()), file.nowMs, file.name);
    made.usedBytes += file.size;
    return made;
}

WriteResult Files::done(const FileDone &file)
{
    m_done.run(file.att, file.sha256, file.mime, file.nowMs);
    if (m_desk.db.changes() > 0) return Done{};
    const auto held = find(file.att);
    if (held && held->sha256 == file.sha256 && held->state != FileState::Released)
        return Done{}; // told twice
    return Error{Errc::NotFound, u"this upload was given up"_s};
}

WriteResult Files::drop(const FilesGone &files)
{
    FilesDropped dropped;
    for (const AttId &att : files.atts) {
        m_drop.run(att);
        if (m_desk.db.changes() > 0) dropped.atts.push_back(att);
    }
    return dropped;
}

bool Files::usedBy(const AttId &att, const Mid &mid)
{
    Rows rows = m_usesToo.rows(att, mid);
    return rows.next();
}

std::optional<wire::Err> Files::fault(const Caller &caller, const wire::Send &send,
                                      const std::vector<Attachment> &atts, const Mid &source)
{
    for (const Attachment &att : atts) {
        const auto held = find(att.att);
        if (held && source && held->state == FileState::Used &&
            (held->mid == source || usedBy(att.att, source))) {
            if (held->size != att.size || held->sha256 != att.sha256 || held->mime != att.mime)
                return refusal(Code::AttMismatch, u"an attachment is not what its upload was"_s);
            continue;
        }
        // Whether somebody else's file exists is not told.
        if (!held || held->owner != caller.user || held->state == FileState::Uploading)
            return refusal(Code::AttMissing, u"an attachment is not uploaded"_s);
        if (held->state == FileState::Released) return refusal(Code::Gone, u"an attachment is deleted"_s);
        if (held->state == FileState::Used && held->mid != send.mid)
            return refusal(Code::AttMismatch, u"an attachment belongs to another message"_s);
        if (held->chat != send.chat)
            return refusal(Code::AttMismatch, u"an attachment was uploaded for another chat"_s);
        if (held->size != att.size || held->sha256 != att.sha256 || held->mime != att.mime)
            return refusal(Code::AttMismatch, u"an attachment is not what its upload was"_s);
    }
    return std::nullopt;
}

void Files::use(const wire::Send &send, const UserId &sender, const std::vector<Attachment> &atts,
                const Mid &source)
{
    for (const Attachment &att : atts) {
        const auto held = source ? find(att.att) : std::nullopt;
        if (held && held->state == FileState::Used)
            m_useToo.run(att.att, send.mid, send.chat, sender);
        else
            m_use.run(att.att, send.mid);
    }
}

void Files::release(const Mid &mid, qint64 nowMs)
{
    m_dropUses.run(mid);
    std::vector<AttId> own;
    {
        Rows rows = m_ofMessage.rows(mid);
        while (rows.next()) own.push_back(rows.id<AttId>(0));
    }
    for (const AttId &att : own) {
        Mid heir;
        ChatId chat;
        UserId sender;
        {
            Rows rows = m_heir.rows(att);
            if (rows.next()) {
                heir = rows.id<Mid>(0);
                chat = rows.id<ChatId>(1);
                sender = rows.id<UserId>(2);
            }
        }
        if (!heir) {
            m_release.run(att, nowMs);
            continue;
        }
        m_inherit.run(att, heir, chat, sender);
        m_dropUse.run(att, heir);
    }
}

FileReads::FileReads(Db &db)
    : m_find(db, "SELECT" KITH_FILE_COLUMNS
                 ", EXISTS (SELECT 1 FROM chat_members m WHERE m.chat_id = a.chat_id AND m.user_id = ?2"
                 " AND m.left_rev = 0 AND (m.min_seq <= 1 OR ifnull((SELECT seq FROM messages"
                 "  WHERE mid = a.mid), 0) >= m.min_seq OR a.owner = ?2))"
                 " OR EXISTS (SELECT 1 FROM attachment_uses u JOIN chat_members m ON m.chat_id = u.chat_id"
                 "  AND m.user_id = ?2 AND m.left_rev = 0 WHERE u.att = a.id AND (m.min_seq <= 1 OR"
                 "  ifnull((SELECT seq FROM messages WHERE mid = u.mid), 0) >= m.min_seq))"
                 " FROM attachments a WHERE a.id = ?1")
    , m_used(db, usedBytesSql)
    , m_stale(db,
              "SELECT" KITH_FILE_COLUMNS " FROM attachments a WHERE a.state = 1 AND a.created < ?1"
              " UNION ALL SELECT" KITH_FILE_COLUMNS " FROM attachments a WHERE a.state = 2 AND a.created < ?2"
              " UNION ALL SELECT" KITH_FILE_COLUMNS " FROM attachments a WHERE a.state = 4 LIMIT ?3")
    , m_known(db, "SELECT 1 FROM attachments WHERE id = ?1")
{
}

std::optional<FileRow> FileReads::find(const UserId &caller, const AttId &att)
{
    Rows rows = m_find.rows(att, caller);
    if (!rows.next()) return std::nullopt;
    FileRow file = fileFrom(rows);
    file.present = rows.number(10) != 0;
    return file;
}

qint64 FileReads::usedBytes(const UserId &owner)
{
    Rows rows = m_used.rows(owner);
    return rows.next() ? rows.number(0) : 0;
}

std::vector<FileRow> FileReads::stale(qint64 unfinishedBeforeMs, qint64 unusedBeforeMs, int limit)
{
    std::vector<FileRow> files;
    Rows rows = m_stale.rows(unfinishedBeforeMs, unusedBeforeMs, limit);
    while (rows.next()) files.push_back(fileFrom(rows));
    return files;
}

std::vector<AttId> FileReads::unknown(const std::vector<AttId> &atts)
{
    std::vector<AttId> none;
    for (const AttId &att : atts) {
        Rows rows = m_known.rows(att);
        if (!rows.next()) none.push_back(att);
    }
    return none;
}

} // namespace kith::server
