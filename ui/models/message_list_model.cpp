#include "ui/models/message_list_model.h"

#include "core/base/log.h"

namespace kith {
namespace {

constexpr int tailPages = 2; // more than this at once: the window jumps instead of walking

bool same(const TimelineRow &a, const TimelineRow &b)
{
    if (a.kind != b.kind) return false;
    return a.kind == TimelineRow::Kind::Hole ? a.hole.lo == b.hole.lo
                                             : a.message.row.mid == b.message.row.mid;
}

bool earlier(const Message &a, const Message &b)
{
    const bool aSent = a.row.seq.value > 0, bSent = b.row.seq.value > 0;
    if (aSent != bSent) return aSent;
    return aSent ? a.row.seq < b.row.seq : a.localPos < b.localPos;
}

/// Later values of the same message win; ordered as shown.
void normalise(std::vector<Message> &messages)
{
    QHash<Mid, size_t> last;
    for (size_t i = 0; i < messages.size(); ++i) last.insert(messages[i].row.mid, i);
    std::vector<Message> kept;
    kept.reserve(size_t(last.size()));
    for (size_t i = 0; i < messages.size(); ++i) {
        if (last.value(messages[i].row.mid) == i) kept.push_back(std::move(messages[i]));
    }
    std::stable_sort(kept.begin(), kept.end(), earlier);
    messages = std::move(kept);
}

} // namespace

MessageListModel::MessageListModel(const Context &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
{
    connect(&context.feed, &Feed::changed, this, &MessageListModel::apply);
}

int MessageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MessageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const TimelineRow &row = m_rows[size_t(index.row())];
    switch (role) {
    case RowRole:
        return QVariant::fromValue(row);
    case MidRole:
        return QVariant::fromValue(row.message.row.mid);
    case Qt::DisplayRole:
        return row.message.row.body;
    case Qt::AccessibleTextRole:
        return spoken(row);
    default:
        return {};
    }
}

int MessageListModel::rowOf(const Mid &mid) const
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].kind == TimelineRow::Kind::Message && m_rows[i].message.row.mid == mid) return int(i);
    }
    return -1;
}

int MessageListModel::firstUnreadRow() const
{
    const auto at =
        std::find_if(m_rows.begin(), m_rows.end(), [](const TimelineRow &row) { return row.unread; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

void MessageListModel::open(const ChatId &chat)
{
    m_chat = chat;
    m_summary = {};
    m_following = true;
    m_showUnread = false;
    m_unreadAfter = {};
    m_revealed.clear();
    m_leaving.clear();
    setChoosing(false);
    if (!chat) {
        beginResetModel();
        m_rows.clear();
        endResetModel();
        Q_EMIT summaryChanged();
        return;
    }
    readSummary();
    m_showUnread = m_summary.unread > 0;
    m_unreadAfter = m_summary.seen;
    if (m_summary.unread > page / 2)
        reset(m_context.reader.around(chat, m_summary.seen.next(), page));
    else
        reset(m_context.reader.newest(chat, page));
    Q_EMIT summaryChanged();
}

void MessageListModel::showNewest()
{
    m_following = true;
    if (m_chat) reset(m_context.reader.newest(m_chat, page));
}

void MessageListModel::showAround(Seq seq)
{
    m_following = false;
    if (m_chat) reset(m_context.reader.around(m_chat, seq, page));
}

bool MessageListModel::loadOlder()
{
    if (!m_chat || m_atOldest || m_rows.empty()) return false;
    const Seq oldest = oldestSeq();
    return oldest.value > 0 && take(m_context.reader.before(m_chat, oldest, page), Keep::Front);
}

bool MessageListModel::loadNewer()
{
    if (!m_chat || m_atNewest || m_rows.empty()) return false;
    return take(m_context.reader.after(m_chat, newestSeq(), page), Keep::Back);
}

void MessageListModel::clearUnreadMark()
{
    if (!m_showUnread) return;
    m_showUnread = false;
    std::vector<Message> messages;
    std::vector<Hole> holes;
    split(messages, holes);
    adopt(build(std::move(messages), std::move(holes)));
}

Seq MessageListModel::oldestSeq() const
{
    for (const TimelineRow &row : m_rows) {
        if (row.kind == TimelineRow::Kind::Hole) return row.hole.lo;
        if (row.message.row.seq.value > 0) return row.message.row.seq;
    }
    return {};
}

Seq MessageListModel::newestSeq() const
{
    for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row) {
        if (row->kind == TimelineRow::Kind::Hole) return row->hole.hi;
        if (row->message.row.seq.value > 0) return row->message.row.seq;
    }
    return {};
}

void MessageListModel::split(std::vector<Message> &messages, std::vector<Hole> &holes) const
{
    for (const TimelineRow &row : m_rows) {
        if (row.kind == TimelineRow::Kind::Hole)
            holes.push_back(row.hole);
        else
            messages.push_back(row.message);
    }
}

void MessageListModel::readSummary()
{
    auto read = m_context.reader.chat(m_chat);
    if (read)
        m_summary = *std::move(read);
    else
        Q_EMIT failed(read.error());
}

void MessageListModel::reset(const Result<TimelinePage> &read)
{
    if (!read) {
        Q_EMIT failed(read.error());
        return;
    }
    beginResetModel();
    m_atOldest = read->atOldest;
    m_atNewest = read->atNewest;
    m_rows = build(read->messages, read->holes);
    endResetModel();
}

bool MessageListModel::take(const Result<TimelinePage> &read, Keep keep)
{
    if (!read) {
        Q_EMIT failed(read.error());
        return false;
    }
    std::vector<Message> messages;
    std::vector<Hole> holes;
    split(messages, holes);
    const bool front = keep == Keep::Front;
    messages.insert(messages.end(), read->messages.begin(), read->messages.end());
    holes.insert(holes.end(), read->holes.begin(), read->holes.end());
    (front ? m_atOldest : m_atNewest) = front ? read->atOldest : read->atNewest;
    auto rows = build(std::move(messages), std::move(holes));
    if (rows.size() > size_t(most)) {
        if (front)
            rows.resize(size_t(most));
        else
            rows.erase(rows.begin(), rows.end() - most);
        (front ? m_atNewest : m_atOldest) = false;
    }
    const bool came = rows.size() != m_rows.size() || !read->messages.empty();
    adopt(std::move(rows));
    return came;
}

void MessageListModel::apply(const ChangeSet &changes)
{
    const auto in = changes.chats.constFind(m_chat);
    if (!m_chat || in == changes.chats.cend()) return;
    readSummary();
    if (in->whole || in->holes || in->info)
        refreshWindow();
    else if (!in->messages.isEmpty())
        refreshMessages(in->messages);
    if (in->marks && !in->whole) refreshMarks();
    Q_EMIT summaryChanged();
}

/// Re-reads what is held of `mids` and, at the end of the timeline, whatever came behind it.
void MessageListModel::refreshMessages(const QSet<Mid> &mids)
{
    std::vector<Message> messages;
    std::vector<Hole> holes;
    split(messages, holes);
    std::vector<Mid> held;
    for (const Message &m : messages) {
        if (mids.contains(m.row.mid)) held.push_back(m.row.mid);
    }
    if (!held.empty()) {
        auto read = m_context.reader.messages(m_chat, held);
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        std::erase_if(messages, [&](const Message &m) { return mids.contains(m.row.mid); });
        // A message that the server placed beyond the window's end comes with the tail, or not at all.
        for (Message &m : *read) messages.push_back(std::move(m));
    }
    if (m_atNewest) readTail(messages, holes);
    adopt(build(std::move(messages), std::move(holes)));
}

void MessageListModel::readTail(std::vector<Message> &messages, std::vector<Hole> &holes)
{
    Seq from = newestSeq();
    std::erase_if(messages, [](const Message &m) { return m.row.seq.value == 0; });
    m_atNewest = false;
    for (int i = 0; i < tailPages && !m_atNewest; ++i) {
        auto read = m_context.reader.after(m_chat, from, 200);
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        for (const Message &m : read->messages) from = std::max(from, m.row.seq);
        for (const Hole &hole : read->holes) from = std::max(from, hole.hi);
        messages.insert(messages.end(), read->messages.begin(), read->messages.end());
        holes.insert(holes.end(), read->holes.begin(), read->holes.end());
        m_atNewest = read->atNewest;
    }
    normalise(messages);
    if (messages.size() <= size_t(most)) return;
    if (m_following) {
        messages.erase(messages.begin(), messages.end() - most);
        m_atOldest = false;
        std::erase_if(holes, [&](const Hole &hole) { return hole.hi < messages.front().row.seq; });
    } else {
        messages.resize(size_t(most));
        m_atNewest = false;
        std::erase_if(holes, [&](const Hole &hole) { return hole.lo > messages.back().row.seq; });
    }
}

/// Watermarks moved: only own messages that are not seen by all can look different.
void MessageListModel::refreshMarks()
{
    std::vector<Mid> own;
    for (const TimelineRow &row : m_rows) {
        const Message &m = row.message;
        if (row.kind == TimelineRow::Kind::Message && m.mine &&
            (m.tick == Tick::Sent || m.tick == Tick::Delivered))
            own.push_back(m.row.mid);
    }
    if (own.empty()) return;
    auto read = m_context.reader.messages(m_chat, own);
    if (!read) return;
    QHash<Mid, const Message *> fresh;
    for (const Message &m : *read) fresh.insert(m.row.mid, &m);
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Message *m = fresh.value(m_rows[i].message.row.mid);
        if (!m || m_rows[i].kind != TimelineRow::Kind::Message || *m == m_rows[i].message) continue;
        m_rows[i].message = *m;
        dress(m_rows[i]);
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

/// Everything in the window may have changed: reads the same stretch again.
void MessageListModel::refreshWindow()
{
    if (m_rows.empty()) {
        reset(m_context.reader.newest(m_chat, page));
        return;
    }
    const size_t wanted = std::clamp(m_rows.size(), size_t(page), size_t(most));
    std::vector<Message> messages;
    std::vector<Hole> holes;
    Seq from{std::max<qint64>(0, oldestSeq().value - 1)};
    bool newest = false;
    while (!newest && messages.size() < wanted) {
        auto read = m_context.reader.after(m_chat, from, 200);
        if (!read) {
            Q_EMIT failed(read.error());
            return;
        }
        const Seq before = from;
        for (const Message &m : read->messages) from = std::max(from, m.row.seq);
        for (const Hole &hole : read->holes) from = std::max(from, hole.hi);
        messages.insert(messages.end(), read->messages.begin(), read->messages.end());
        holes.insert(holes.end(), read->holes.begin(), read->holes.end());
        newest = read->atNewest;
        if (from == before) break;
    }
    if (messages.empty() && holes.empty()) {
        reset(m_context.reader.newest(m_chat, page));
        return;
    }
    m_atNewest = newest;
    if (oldestSeq().value > 1) m_atOldest = false;
    normalise(messages);
    if (messages.size() > size_t(most)) {
        if (m_following)
            messages.erase(messages.begin(), messages.end() - most);
        else {
            messages.resize(size_t(most));
            m_atNewest = false;
        }
    }
    adopt(build(std::move(messages), std::move(holes)));
}

/// Turns the present rows into `fresh` by the fewest signals that keep every surviving row's identity.
void MessageListModel::adopt(std::vector<TimelineRow> fresh)
{
    const auto find = [](const std::vector<TimelineRow> &rows, size_t from, const TimelineRow &what) {
        for (size_t i = from; i < rows.size(); ++i) {
            if (same(rows[i], what)) return i;
        }
        return rows.size();
    };
    QSet<Mid> kept;
    QSet<Seq> keptHoles;
    for (const TimelineRow &row : fresh) {
        if (row.kind == TimelineRow::Kind::Hole)
            keptHoles.insert(row.hole.lo);
        else
            kept.insert(row.message.row.mid);
    }
    for (int i = rowCount() - 1; i >= 0; --i) {
        const TimelineRow &row = m_rows[size_t(i)];
        const bool stays = row.kind == TimelineRow::Kind::Hole ? keptHoles.contains(row.hole.lo)
                                                               : kept.contains(row.message.row.mid);
        if (stays) continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (size_t i = 0; i < fresh.size();) {
        if (i < m_rows.size() && same(m_rows[i], fresh[i])) {
            if (!(m_rows[i] == fresh[i])) {
                m_rows[i] = fresh[i];
                Q_EMIT dataChanged(index(int(i)), index(int(i)));
            }
            ++i;
            continue;
        }
        const size_t later = find(m_rows, i, fresh[i]);
        if (later < m_rows.size()) { // it moved up: an unsent message that the server placed
            beginMoveRows({}, int(later), int(later), {}, int(i));
            std::rotate(m_rows.begin() + qptrdiff(i), m_rows.begin() + qptrdiff(later),
                        m_rows.begin() + qptrdiff(later) + 1);
            endMoveRows();
            continue;
        }
        size_t end = i + 1;
        while (end < fresh.size() && find(m_rows, i, fresh[end]) == m_rows.size()) ++end;
        beginInsertRows({}, int(i), int(end) - 1);
        m_rows.insert(m_rows.begin() + qptrdiff(i), fresh.begin() + qptrdiff(i),
                      fresh.begin() + qptrdiff(end));
        endInsertRows();
        i = end;
    }
}

} // namespace kith
