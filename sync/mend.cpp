// The part of Applier that writes over what a comparison with the server found different.
#include "sync/applier.h"

#include <algorithm>
#include <map>

namespace kith {
namespace {

using ReactionKey = std::tuple<Mid, UserId, QString>;

std::map<ReactionKey, ReactionRow> byKey(const std::vector<ReactionRow> &rows)
{
    std::map<ReactionKey, ReactionRow> all;
    for (const ReactionRow &row : rows) all.emplace(ReactionKey{row.mid, row.user, row.emoji}, row);
    return all;
}

} // namespace

Applier::Compared Applier::mendMessages(const wire::HistPage &truth, bool write)
{
    Compared found;
    const ChatId chat = truth.chat;
    const auto differs = [&](Difference::Kind kind, const Mid &mid, Seq seq) {
        found.differences.push_back({chat, kind, mid, seq, {}, write});
        if (write) m_changes.touch(chat, mid);
    };
    std::map<Mid, StoredMessage> held;
    for (StoredMessage &m : m_mirror.messages.between(chat, truth.lo, truth.hi))
        held.emplace(m.row.mid, std::move(m));
    std::vector<MessageRow> wrong;
    std::vector<ReactionRow> reactions;
    for (const Row &any : truth.rows) {
        if (const auto *r = std::get_if<ReactionRow>(&any)) reactions.push_back(*r);
        if (std::holds_alternative<UnknownRow>(any)) ++found.unreadable;
        const auto *row = std::get_if<MessageRow>(&any);
        if (!row) continue;
        const auto here = held.find(row->mid);
        const bool equal =
            here != held.end() && here->second.row == *row && here->second.state == MessageState::Sent;
        if (!equal) {
            differs(here == held.end() ? Difference::Kind::Missing : Difference::Kind::Changed, row->mid,
                    row->seq);
            wrong.push_back(*row);
        }
        if (here != held.end()) held.erase(here);
    }
    // What could not be read may be the very row that seems to be one too many here.
    if (found.unreadable > 0) held.clear();
    // Places first: two rows may have changed theirs.
    if (write) {
        for (const MessageRow &row : wrong) m_mirror.messages.unplace(row.mid);
        for (const auto &[mid, m] : held) m_mirror.messages.unplace(mid);
        for (const MessageRow &row : wrong) m_mirror.messages.mend(chat, row);
    }
    for (const auto &[mid, m] : held) {
        differs(Difference::Kind::Extra, mid, m.row.seq);
        if (write) orphan(chat, mid);
    }
    auto mine = byKey(m_mirror.reactions.between(chat, truth.lo, truth.hi));
    for (const ReactionRow &row : reactions) {
        const auto here = mine.find({row.mid, row.user, row.emoji});
        const bool equal = here != mine.end() && here->second == row;
        if (here != mine.end()) mine.erase(here);
        if (equal) continue;
        differs(Difference::Kind::Reaction, row.mid, {});
        if (write) m_mirror.reactions.mend(chat, row);
    }
    if (found.unreadable > 0) mine.clear();
    for (const auto &[key, row] : mine) {
        differs(Difference::Kind::Reaction, row.mid, {});
        if (write) m_mirror.reactions.remove(row);
    }
    if (write && !found.differences.empty()) listChanged();
    return found;
}

Applier::Compared Applier::mendMembers(const wire::ProofPage &truth, bool write)
{
    Compared found;
    const ChatId chat = truth.chat;
    std::map<UserId, MemberRow> held;
    for (const StoredMember &m : m_mirror.members.all(chat, limits::groupMembers))
        if (m.row.rev >= Rev{} && !m.row.left) held.emplace(m.row.user, m.row);
    std::vector<MemberRow> present;
    const auto stored = m_mirror.chats.find(chat);
    for (const Row &any : truth.rows) {
        if (std::holds_alternative<UnknownRow>(any)) ++found.unreadable;
        if (const auto *info = std::get_if<ChatRow>(&any); info && stored && stored->info != *info) {
            found.differences.push_back({chat, Difference::Kind::Info, {}, {}, {}, write});
            if (write) m_mirror.chats.mendInfo(chat, *info);
        }
        const auto *row = std::get_if<MemberRow>(&any);
        if (!row) continue;
        present.push_back(*row);
        const auto here = held.find(row->user);
        if (here == held.end() || here->second != *row)
            found.differences.push_back({chat, Difference::Kind::Member, {}, {}, row->user, write});
        if (here != held.end()) held.erase(here);
    }
    for (const auto &[user, row] : held)
        found.differences.push_back({chat, Difference::Kind::Member, {}, {}, user, write});
    if (write && !found.differences.empty()) {
        m_mirror.members.mend(chat, present);
        m_changes.chats[chat].info = true;
        listChanged();
    }
    return found;
}

} // namespace kith
