// Reader: what happened to one message.
#include "core/store/reader_private.h"

#include <algorithm>

namespace kith {
namespace {

constexpr int notesShown = 200, outagesShown = 20;
constexpr qint64 outageSlackMs = 60'000; // an outage that began a moment before concerns it too

std::vector<MessageStory::Waiting> waitingOf(Db &db, const Mid &mid)
{
    std::vector<MessageStory::Waiting> all;
    std::vector<std::pair<qint64, qint64>> places;
    {
        Query q = db.query("SELECT kind, refused, tries, last_error, entered, chat_pk, pk, after_att FROM "
                           "outbox WHERE mid = ?"
                           " ORDER BY pk",
                           {mid.blob()});
        while (q.next()) {
            all.push_back({q.text(0), q.num(1) != 0, int(q.num(2)), q.text(3), q.num(4), 0, q.num(7) != 0});
            places.emplace_back(q.num(5), q.num(6));
        }
    }
    for (size_t i = 0; i < all.size(); ++i)
        if (!all[i].refused)
            all[i].before = int(db.number(
                "SELECT count(*) FROM outbox WHERE refused = 0 AND after_att = 0 AND chat_pk = ? AND pk < ?",
                {places[i].first, places[i].second}));
    return all;
}

void tellPeople(Db &db, const ChatContext &in, qint64 senderPk, Seq seq, MessageStory &story)
{
    Query q = db.query(
        "SELECT u.name, u.login, m.delivered, m.seen, m.user_pk FROM members m JOIN users u ON u.pk ="
        " m.user_pk WHERE m.chat_pk = ? AND m.rev >= 0 AND m.left = 0 LIMIT ?",
        {in.pk, MessageStory::peopleShown + 1});
    while (q.next()) {
        if (q.num(4) == senderPk) continue;
        story.people.push_back(
            {q.text(0).isEmpty() ? q.text(1) : q.text(0), q.num(2) >= seq.value, q.num(3) >= seq.value});
    }
    if (story.people.size() > size_t(MessageStory::peopleShown))
        story.people.resize(MessageStory::peopleShown);
    std::sort(story.people.begin(), story.people.end(), [](const auto &a, const auto &b) {
        return QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0;
    });
}

} // namespace

void Reader::Private::tellStory(const RawMessage &raw, ChatContext &in, MessageStory &story)
{
    story.held = true;
    story.row = raw.row;
    story.row.sender = keys.userOf(raw.senderPk);
    story.chat = in.chat;
    story.group = in.kind == ChatKind::Group;
    story.chatLeft = in.left;
    {
        Query q = db->query("SELECT title, members FROM chats WHERE pk = ?", {in.pk});
        if (q.next()) {
            story.others = std::max(0, int(q.num(1)) - 1);
            story.chatTitle = q.text(0);
        }
    }
    story.chatTitle = titleOf(in, story.chatTitle, nullptr);
    story.state = raw.state;
    story.refusedCode = raw.refused;
    story.mine = mePk != 0 && raw.senderPk == mePk;
    story.senderName = nameOf(raw.senderPk, in);
    story.enteredMs = db->number("SELECT entered FROM messages WHERE pk = ?", {raw.pk});
    const Seq seq = raw.row.seq;
    if (seq.value == 0) return;
    if (story.others < limits::receiptsPerMember) tellPeople(*db, in, raw.senderPk, seq, story);
    for (const HeldRange &range : ranges.list(in.chat))
        if (range.lo <= seq && seq <= range.hi) story.current = !range.asOf;
    story.seenHere = ownSeen(in.chat) >= seq;
    story.receiptTold = receipts.get(in.chat).ackDelivered >= seq;
}

Result<MessageStory> Reader::story(const Mid &mid)
{
    return d->read([&] {
        MessageStory story;
        story.row.mid = mid;
        story.notes = d->journal.of(mid, notesShown);
        story.lastSyncMs = d->meta.lastSyncMs();
        story.waiting = waitingOf(*d->db, mid);
        const auto rows =
            d->raws(d->db->query("SELECT " RAW_COLUMNS " FROM messages m WHERE m.mid = ?", {mid.blob()}));
        if (!rows.empty())
            if (auto in = d->context(d->keys.chatOf(rows[0].chatPk))) d->tellStory(rows[0], *in, story);
        if (story.enteredMs > 0) {
            // Until it had an answer: the server's time brought to this clock, or now when it still waits.
            const qint64 answered = story.row.seq.value > 0 ? story.row.atMs - d->meta.clockOffsetMs()
                                                            : story.enteredMs + 8 * JournalTable::keepMs;
            story.outages =
                d->journal.outages(story.enteredMs - outageSlackMs, answered + outageSlackMs, outagesShown);
            std::reverse(story.outages.begin(), story.outages.end());
        }
        return story;
    });
}

} // namespace kith
