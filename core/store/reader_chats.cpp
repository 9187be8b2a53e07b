#include "core/base/file_names.h"
#include "core/base/limits.h"
#include "core/base/twin.h"
#include "core/store/reader_private.h"
#include "core/wire/service_note.h"
#include "core/wire/state_value.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int countBound = 1'000; // "1000+" says as much as the true number

} // namespace

Result<std::vector<ChatPlace>> Reader::chatPlaces()
{
    return d->read([&] {
        QHash<QByteArray, qint64> pins;
        for (const StateRow &row : d->states.ofKind(u"pin"_s)) pins.insert(row.key, d->pinOrder(row.value));
        for (const wire::Uset &uset : d->waitingSettings)
            if (uset.kind == "pin"_L1) pins.insert(uset.key, d->pinOrder(uset.value));
        std::vector<ChatPlace> places;
        {
            Query q = d->db->query("SELECT id, act FROM chats ORDER BY act DESC, id DESC");
            while (q.next()) places.push_back({q.id<ChatId>(0), 0, q.num(1)});
        }
        if (!pins.isEmpty())
            for (ChatPlace &place : places) place.pinOrder = pins.value(place.chat.text());
        std::stable_sort(places.begin(), places.end(), [](const ChatPlace &a, const ChatPlace &b) {
            if ((a.pinOrder > 0) != (b.pinOrder > 0)) return a.pinOrder > 0;
            return a.pinOrder < b.pinOrder; // 0 == 0: by activity, as they come
        });
        return places;
    });
}

Result<std::vector<ChatFiles>> Reader::filesOfChats(int limit)
{
    return d->read([&] {
        std::vector<ChatFiles> all;
        std::vector<qint64> pks;
        Query q = d->db->query("SELECT m.chat_pk, count(*), sum(a.size) AS bytes FROM attachments a"
                               " CROSS JOIN messages m ON m.mid = a.mid WHERE a.upload = 0 AND a.state = 3"
                               " GROUP BY m.chat_pk ORDER BY bytes DESC LIMIT ?",
                               {limit});
        while (q.next()) {
            pks.push_back(q.num(0));
            all.push_back({{}, {}, q.num(1), q.num(2)});
        }
        for (size_t i = 0; i < all.size(); ++i) {
            all[i].chat = d->keys.chatOf(pks[i]);
            all[i].title = d->summary(all[i].chat).title;
        }
        return all;
    });
}

Result<ChatSummary> Reader::chat(const ChatId &chat)
{
    auto found = d->read([&] { return d->summary(chat); });
    if (found && !found->chat)
        return Error{Errc::NotFound, u"chat %1 is not held"_s.arg(QString::fromLatin1(chat.text()))};
    return found;
}

ChatSummary Reader::Private::summary(const ChatId &chat)
{
    ChatSummary s;
    auto in = context(chat);
    if (!in) return s;
    s.chat = chat;
    s.kind = in->kind;
    s.left = in->left;
    s.creating = !in->known;
    s.head = in->head;
    int serverUnread = 0;
    Seq serverUpTo;
    QString title;
    {
        Query q = db->query(
            "SELECT title, members, server_unread, server_unread_upto, timer FROM chats WHERE pk = ?",
            {in->pk});
        if (q.next()) {
            title = q.text(0);
            s.members = int(q.num(1));
            serverUnread = int(q.num(2));
            serverUpTo = {q.num(3)};
            s.timerSeconds = int(q.num(4));
        }
    }
    s.title = titleOf(*in, title, &s.peer);
    s.seen = ownSeen(chat);
    fillPreview(s, *in);
    fillUnread(s, *in, serverUnread, serverUpTo);
    if (s.kind == ChatKind::Group && s.unread > 0) s.mentions = countMentions(in->pk, s.seen);
    s.draft = oneLine(drafts.get(chat).text);
    const QByteArray key = chat.text();
    s.markedUnread = wire::decodeFlag(setting(u"unread"_s, key));
    if (const auto until = wire::decodeNumber(setting(u"mute"_s, key))) {
        s.muted = true;
        s.mutedUntilMs = *until;
    }
    s.pinned = pinOrder(setting(u"pin"_s, key)) > 0;
    return s;
}

void Reader::Private::fillPreview(ChatSummary &to, ChatContext &in)
{
    std::vector<RawMessage> last =
        raws(db->query("SELECT " RAW_COLUMNS " FROM messages m WHERE m.chat_pk = ?"
                       " AND m.seq IS NULL" NOT_HIDDEN " ORDER BY m.local_pos DESC LIMIT 1",
                       {in.pk}));
    if (last.empty()) last = below(in, {std::numeric_limits<qint64>::max()}, 1);
    if (last.empty()) return;
    const Message m = finish(last.front(), in);
    to.preview = oneLine(m.row.body);
    if (to.preview.isEmpty() && !m.attachments.empty())
        to.preview = oneLine(safeFileName(m.attachments.front().info.name));
    to.previewDead = m.row.dead;
    to.previewMine = m.mine;
    to.tick = m.tick;
    to.atMs = m.row.atMs;
    const bool service = m.row.kind == "service"_L1;
    if (service) to.previewNote = wire::serviceNote(m.row.extra);
    if (in.kind == ChatKind::Group && !m.mine && !service)
        to.previewSender = m.senderName.section(u' ', 0, 0, QString::SectionSkipEmpty);
}

int Reader::Private::countOthers(qint64 chatPk, Seq after, int cap)
{
    return int(db->number("SELECT count(*) FROM (SELECT 1 FROM messages WHERE chat_pk = ? AND seq > ?"
                          " AND sender_pk <> ? AND dead = 0 AND (kind IS NULL OR kind <> 'service') LIMIT ?)",
                          {chatPk, after.value, mePk, cap}));
}

bool Reader::Private::covered(const std::vector<HeldRange> &held, Seq after, Seq upTo) const
{
    Seq at = after;
    for (const HeldRange &range : held) { // ascending
        if (range.asOf || range.hi <= at) continue;
        if (range.lo > at.next()) break;
        at = range.hi;
    }
    return at >= upTo;
}

/// R13: counted from the mirror where it is held and live; for the rest the server's count, which is of the
/// messages up to `serverUpTo` and can be no more than lie between it and what was seen meanwhile.
void Reader::Private::fillUnread(ChatSummary &to, const ChatContext &in, int serverUnread, Seq serverUpTo)
{
    if (isTwin(Twin::UnreadCounted)) {
        to.unread = serverUnread;
        return;
    }
    if (to.seen >= in.head) return;
    const int held = countOthers(in.pk, to.seen, countBound);
    to.unread = held;
    to.unreadCapped = held == countBound;
    if (covered(ranges.list(in.chat), to.seen, in.head)) return;
    const qint64 there = std::max<qint64>(0, serverUpTo.value - to.seen.value);
    const int told = int(std::min<qint64>(serverUnread, there));
    const int combined = told + countOthers(in.pk, std::max(to.seen, serverUpTo), countBound);
    to.unread = std::max(held, combined);
    to.unreadCapped = to.unreadCapped || (told >= limits::unreadCap && combined >= held);
}

Result<int> Reader::unreadTotal()
{
    return d->read([&] {
        QHash<QByteArray, qint64> seen;
        for (const StateRow &row : d->states.ofKind(u"seen"_s))
            seen.insert(row.key, wire::decodeNumber(row.value).value_or(0));
        struct Candidate {
            ChatId chat;
            qint64 pk, from;
            bool told;
        };
        std::vector<Candidate> candidates;
        {
            Query q =
                d->db->query("SELECT c.id, c.pk, c.seq, c.server_unread, c.server_unread_upto,"
                             " coalesce(r.want_seen, 0) FROM chats c LEFT JOIN receipts r ON r.chat_pk = c.pk"
                             " WHERE c.left = 0");
            while (q.next()) {
                const ChatId chat = q.id<ChatId>(0);
                const qint64 from = std::max(seen.value(chat.text()), q.num(5));
                candidates.push_back(
                    {chat, q.num(1), from >= q.num(2) ? -1 : from, q.num(3) > 0 && q.num(4) > from});
            }
        }
        int total = 0;
        for (const Candidate &c : candidates) {
            bool unread = false;
            if (c.from >= 0) {
                unread = d->countOthers(c.pk, {c.from}, 1) > 0;
                if (!unread && c.told) unread = d->summary(c.chat).unread > 0; // a hole: the whole formula
            }
            const QByteArray key = c.chat.text();
            if (!unread) unread = wire::decodeFlag(d->setting(u"unread"_s, key));
            if (unread && !wire::decodeNumber(d->setting(u"mute"_s, key))) ++total;
        }
        return total;
    });
}

} // namespace kith
