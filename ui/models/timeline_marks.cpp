// What this window alone knows of the rows of a conversation: chosen, shown, on their way out.
#include "ui/models/message_list_model.h"

namespace kith {

void MessageListModel::dress(TimelineRow &row) const
{
    Message &m = row.message;
    row.revealed = m_revealed.contains(m.row.mid);
    row.choosing = m_choosing && m.row.seq.value > 0 && !m.row.dead && row.service.isEmpty();
    row.chosen = m_chosen.contains(m.row.mid);
    row.leaving = m_leaving.contains(m.row.mid) && !m.row.dead;
    if (!row.leaving) return;
    m.attachments.clear();
    m.reactions.clear();
    m.entities.clear();
    m.reply.reset();
    m.link.reset();
    m.forward.reset();
}

void MessageListModel::reveal(const Mid &mid)
{
    const int row = rowOf(mid);
    if (row < 0) return;
    m_revealed.insert(mid);
    m_rows[size_t(row)].revealed = true;
    Q_EMIT dataChanged(index(row), index(row));
}

void MessageListModel::setLeaving(const QList<Mid> &mids, bool on)
{
    for (const Mid &mid : mids) {
        if (on)
            m_leaving.insert(mid);
        else
            m_leaving.remove(mid);
    }
    if (m_chat) refreshMessages({mids.begin(), mids.end()});
}

void MessageListModel::setChoosing(bool on)
{
    if (m_choosing == on) return;
    m_choosing = on;
    m_chosen.clear();
    for (TimelineRow &row : m_rows) dress(row);
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT chosenChanged(0);
}

void MessageListModel::choose(const Mid &mid, bool on)
{
    const int at = rowOf(mid);
    if (!m_choosing || at < 0) return;
    TimelineRow &row = m_rows[size_t(at)];
    if (!row.choosing || (on && m_chosen.size() >= mostChosen)) return;
    if (on)
        m_chosen.insert(mid, row.message.row.seq);
    else
        m_chosen.remove(mid);
    dress(row);
    Q_EMIT dataChanged(index(at), index(at));
    Q_EMIT chosenChanged(int(m_chosen.size()));
}

std::vector<Mid> MessageListModel::chosen() const
{
    std::vector<std::pair<Seq, Mid>> places;
    for (auto it = m_chosen.cbegin(); it != m_chosen.cend(); ++it) places.push_back({it.value(), it.key()});
    std::sort(places.begin(), places.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<Mid> mids;
    for (const auto &[seq, mid] : places) mids.push_back(mid);
    return mids;
}

int MessageListModel::rowAt(Seq seq) const
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const TimelineRow &row = m_rows[i];
        const Seq last = row.kind == TimelineRow::Kind::Hole ? row.hole.hi : row.message.row.seq;
        if (last.value == 0 || seq <= last) return int(i);
    }
    return -1;
}

} // namespace kith
