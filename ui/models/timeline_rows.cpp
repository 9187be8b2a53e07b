// What a row of the conversation shows beside its message: separators, grouping, spoken text.
#include "ui/models/message_list_model.h"

#include "core/wire/service_note.h"
#include "ui/text/story_words.h"
#include "ui/text/words.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr qint64 groupMs = 5 * 60 * 1000;

qint64 dayOf(const Message &m) { return QDateTime::fromMSecsSinceEpoch(m.row.atMs).date().toJulianDay(); }

/// Hidden parts are not said before they are shown.
QString spokenBody(const TimelineRow &row)
{
    const Message &m = row.message;
    QString said = m.row.body;
    if (row.revealed) return said;
    for (const Entity &e : m.entities) {
        if (e.kind != EntityKind::Spoiler || e.at < 0 || e.length <= 0 || e.at + e.length > said.size())
            continue;
        said.replace(e.at, e.length, QString(e.length, u'…'));
    }
    return said;
}

bool joins(const TimelineRow &older, const TimelineRow &newer)
{
    if (older.kind != TimelineRow::Kind::Message || newer.kind != TimelineRow::Kind::Message) return false;
    if (newer.day || newer.unread || !older.service.isEmpty() || !newer.service.isEmpty()) return false;
    return older.message.row.sender == newer.message.row.sender &&
           qAbs(newer.message.row.atMs - older.message.row.atMs) < groupMs;
}

} // namespace

std::vector<TimelineRow> MessageListModel::build(std::vector<Message> messages, std::vector<Hole> holes) const
{
    const auto place = [](const Message &m) { return m.row.seq.value > 0 ? m.row.seq.value : INT64_MAX; };
    // Pages overlap at their edges; the later value of a row is the newer one.
    QHash<Mid, size_t> last;
    for (size_t i = 0; i < messages.size(); ++i) last.insert(messages[i].row.mid, i);
    std::vector<TimelineRow> rows;
    rows.reserve(messages.size() + holes.size());
    QSet<Seq> held;
    for (size_t i = 0; i < messages.size(); ++i) {
        if (last.value(messages[i].row.mid) != i) continue;
        TimelineRow row;
        row.message = std::move(messages[i]);
        row.group = m_summary.kind == ChatKind::Group;
        if (row.message.row.kind == u"service")
            row.service = words::service(wire::serviceNote(row.message.row.extra).value_or(ServiceNote{}),
                                         row.message.senderName, row.message.mine,
                                         [this](const UserId &user) { return nameOf(user); });
        held.insert(row.message.row.seq);
        dress(row);
        rows.push_back(std::move(row));
    }
    std::sort(holes.begin(), holes.end(), [](const Hole &a, const Hole &b) { return a.lo < b.lo; });
    Seq covered;
    for (const Hole &hole : holes) {
        if (held.contains(hole.lo) || held.contains(hole.hi) || hole.lo <= covered) continue;
        covered = hole.hi;
        TimelineRow row;
        row.kind = TimelineRow::Kind::Hole;
        row.hole = hole;
        rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const TimelineRow &a, const TimelineRow &b) {
        const qint64 x = a.kind == TimelineRow::Kind::Hole ? a.hole.lo.value : place(a.message);
        const qint64 y = b.kind == TimelineRow::Kind::Hole ? b.hole.lo.value : place(b.message);
        return x != y ? x < y : a.message.localPos < b.message.localPos;
    });
    bool unreadDone = !m_showUnread;
    for (size_t i = 0; i < rows.size(); ++i) {
        TimelineRow &row = rows[i];
        if (row.kind == TimelineRow::Kind::Hole) continue;
        const Message *older =
            i > 0 && rows[i - 1].kind == TimelineRow::Kind::Message ? &rows[i - 1].message : nullptr;
        row.day = !older || dayOf(*older) != dayOf(row.message);
        if (!unreadDone && !row.message.mine && row.service.isEmpty() &&
            row.message.row.seq > m_unreadAfter) {
            unreadDone = true;
            // Only when what stands above it is known to be read.
            row.unread = i > 0 || m_unreadAfter.value == 0 || row.message.row.seq == m_unreadAfter.next();
        }
        row.joinsOlder = i > 0 && joins(rows[i - 1], row);
        if (row.joinsOlder) rows[i - 1].joinsNewer = true;
    }
    return rows;
}

QString MessageListModel::nameOf(const UserId &user) const
{
    if (user == m_context.reader.me()) return tr("you");
    const auto read = m_context.reader.user(user);
    return read && *read ? (*read)->name : tr("somebody");
}

QString MessageListModel::spoken(const TimelineRow &row) const
{
    if (row.kind == TimelineRow::Kind::Hole)
        return tr("%Ln messages not loaded yet", nullptr,
                  int(qMin<qint64>(row.hole.hi.value - row.hole.lo.value + 1, INT_MAX)));
    const Message &m = row.message;
    if (!row.service.isEmpty()) return row.service;
    QStringList parts;
    if (row.choosing) parts.append(row.chosen ? tr("chosen") : tr("not chosen"));
    if (row.unread) parts.append(tr("Unread messages from here"));
    if (row.day) parts.append(words::day(m.row.atMs, m_context.clock.wallMs()));
    parts.append(m.mine ? tr("You") : m.senderName);
    parts.append(words::clockTime(m.row.atMs));
    if (m.tick != Tick::None) parts.append(words::tick(m.tick));
    if (!m.refusedCode.isEmpty()) parts.append(words::refusal(m.refusedCode));
    if (m.row.ev > 0 && !m.row.dead) parts.append(tr("edited"));
    if (m.silent && !m.row.dead) parts.append(tr("sent without a sound"));
    if (m.expiresMs > 0 && !m.row.dead)
        parts.append(tr("goes away on %1").arg(words::moment(m.expiresMs, m_context.clock.wallMs())));
    if (m.forward && !m.row.dead)
        parts.append(m.forward->name.isEmpty() ? tr("forwarded")
                                               : tr("forwarded from %1").arg(m.forward->name));
    if (m.reply) parts.append(tr("in reply to %1: %2").arg(m.reply->senderName, m.reply->text));
    if (m.row.dead)
        parts.append(tr("This message was deleted"));
    else if (row.leaving)
        parts.append(tr("being deleted for everyone"));
    else if (m.row.kind != u"text")
        parts.append(tr("a message that this version cannot show (%1)").arg(m.row.kind));
    else if (!m.row.body.isEmpty())
        parts.append(spokenBody(row));
    if (m.link && !m.row.dead) parts.append(tr("link to %1: %2").arg(m.link->site, m.link->title));
    for (const AttachmentView &file : m.attachments) parts.append(words::spokenFile(file));
    for (const ReactionCount &r : m.reactions) parts.append(tr("%1 %n times", nullptr, r.count).arg(r.emoji));
    return parts.join(u", "_s);
}

} // namespace kith
