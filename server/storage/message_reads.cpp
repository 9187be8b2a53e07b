#include "server/storage/message_reads.h"

#include "core/domain/content.h"
#include "core/wire/content_codec.h"

#include <limits>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;

namespace {

wire::Err notMember() { return refusal(Code::NotMember, u"not a member of this chat"_s); }

} // namespace

MessageReads::MessageReads(Db &db, ChatReads &reads, const EpochId &epoch)
    : m_reads(reads)
    , m_epoch(epoch)
    , m_versions(db, "SELECT ev, body, extra, at FROM message_edits WHERE chat_id = ?1 AND mid = ?2"
                     " AND ev < ?3 ORDER BY ev DESC LIMIT ?4")
    , m_at(db, "SELECT at FROM messages WHERE chat_id = ?1 AND seq = ?2")
    , m_expired(db, "SELECT 1 FROM messages INDEXED BY message_exp WHERE exp <= ?1 LIMIT 1")
    , m_scheduled(db, "SELECT 1 FROM scheduled WHERE due <= ?1 LIMIT 1")
{
}

wire::ServerFrame MessageReads::edits(const UserId &caller, const wire::Edits &f)
{
    const auto chat = m_reads.chatOf(caller, f.chat);
    if (!chat) return notMember();
    const auto message = m_reads.message(f.chat, f.mid);
    if (!message || message->row.seq < chat->min) return refusal(Code::NoSuchMessage, u"no such message"_s);
    wire::EditsPage page{f.chat, m_epoch, f.mid, {}, false};
    qsizetype bytes = 0;
    Rows rows = m_versions.rows(f.chat, f.mid, f.before > 0 ? f.before : std::numeric_limits<int>::max(),
                                limits::versionsPage + 1);
    while (rows.next()) {
        wire::EditsPage::Version v{rows.small(0), rows.text(1), {}, rows.number(3)};
        if (!rows.isNull(2)) v.extra = rows.bytes(2);
        bytes += 100 + 6 * v.body.size() + 2 * v.extra.size(); // as JSON, at most
        page.more = int(page.versions.size()) == limits::versionsPage ||
                    (!page.versions.empty() && bytes > limits::pageBytes);
        if (page.more) break;
        page.versions.push_back(std::move(v));
    }
    return page;
}

/// The clock may have been set back between two messages; then any place that the halving finds is as right
/// as another.
wire::ServerFrame MessageReads::date(const UserId &caller, const wire::FindDate &f)
{
    const auto chat = m_reads.chatOf(caller, f.chat);
    if (!chat) return notMember();
    wire::DateFound found{f.chat, m_epoch, {}, 0};
    const auto at = [&](qint64 seq) {
        Rows rows = m_at.rows(f.chat, seq);
        return rows.next() ? rows.number(0) : 0;
    };
    const qint64 first = std::max<qint64>(chat->min.value, 1); // what lies before is not the caller's to know
    qint64 lo = first, hi = chat->seq.value + 1; // the first of [lo, hi) that is late enough; hi: none
    while (lo < hi) {
        const qint64 middle = lo + (hi - lo) / 2;
        if (at(middle) >= f.atMs)
            hi = middle;
        else
            lo = middle + 1;
    }
    if (lo > chat->seq.value) return found;
    found.seq = Seq{lo};
    found.atMs = at(lo);
    return found;
}

bool MessageReads::due(qint64 nowMs)
{
    {
        Rows rows = m_expired.rows(nowMs);
        if (rows.next()) return true;
    }
    Rows rows = m_scheduled.rows(nowMs);
    return rows.next();
}

} // namespace kith::server
