#include "core/store/reader_private.h"

#include <algorithm>
#include <limits>

namespace kith {
namespace {

constexpr int pageMost = 200;
constexpr Seq past{std::numeric_limits<qint64>::max()};

int bounded(int limit) { return std::clamp(limit, 1, pageMost); }

/// What the server has of 1..head and no range covers.
std::vector<Hole> holesOf(const std::vector<HeldRange> &ranges, Seq head)
{
    std::vector<Hole> holes;
    Seq at{0};
    for (const HeldRange &range : ranges) {
        if (range.lo > at.next() && at < head)
            holes.push_back({at.next(), {std::min(range.lo.value - 1, head.value)}});
        at = std::max(at, range.hi);
    }
    if (at < head) holes.push_back({at.next(), head});
    return holes;
}

/// Takes one held message out of the holes: it is there, whatever the ranges say (an own message just sent).
void punch(std::vector<Hole> &holes, Seq seq)
{
    for (size_t i = 0; i < holes.size(); ++i) {
        const Hole hole = holes[i];
        if (seq < hole.lo || seq > hole.hi) continue;
        holes.erase(holes.begin() + qsizetype(i));
        if (seq < hole.hi) holes.insert(holes.begin() + qsizetype(i), {seq.next(), hole.hi});
        if (seq > hole.lo) holes.insert(holes.begin() + qsizetype(i), {hole.lo, {seq.value - 1}});
        return;
    }
}

void dropExtra(std::vector<RawMessage> &rows, int limit, bool &more)
{
    more = rows.size() > size_t(limit);
    if (more) rows.pop_back();
}

} // namespace

std::vector<RawMessage> Reader::Private::below(const ChatContext &in, Seq seq, int limit)
{
    return raws(db->query("SELECT " RAW_COLUMNS
                          " FROM messages m WHERE m.chat_pk = ? AND m.seq < ?" NOT_HIDDEN
                          " ORDER BY m.seq DESC LIMIT ?",
                          {in.pk, seq.value, limit}));
}

std::vector<RawMessage> Reader::Private::above(const ChatContext &in, Seq seq, int limit)
{
    return raws(db->query("SELECT " RAW_COLUMNS
                          " FROM messages m WHERE m.chat_pk = ? AND m.seq > ?" NOT_HIDDEN
                          " ORDER BY m.seq LIMIT ?",
                          {in.pk, seq.value, limit}));
}

/// The newest of the unsent, in the order they were entered.
std::vector<RawMessage> Reader::Private::unsent(const ChatContext &in)
{
    auto rows = raws(db->query("SELECT " RAW_COLUMNS
                               " FROM messages m WHERE m.chat_pk = ? AND m.seq IS NULL" NOT_HIDDEN
                               " ORDER BY m.local_pos DESC LIMIT ?",
                               {in.pk, pageMost}));
    std::reverse(rows.begin(), rows.end());
    return rows;
}

TimelinePage Reader::Private::page(ChatContext &in, std::vector<RawMessage> rows, const Window &window)
{
    TimelinePage page;
    std::vector<Hole> holes = holesOf(ranges.list(in.chat), in.head);
    for (const RawMessage &row : rows) punch(holes, row.row.seq);
    Seq first = window.hi.next(), last{window.lo.value - 1};
    if (!rows.empty()) {
        first = rows.front().row.seq;
        last = rows.back().row.seq;
    }
    for (const Hole &hole : holes) {
        const bool touches = hole.hi.value >= window.lo.value - 1 && hole.lo.value <= window.hi.value + 1;
        if (touches) page.holes.push_back(hole);
    }
    page.atOldest = !window.older && (holes.empty() || holes.front().lo > first);
    page.atNewest = !window.newer && window.unsent && (holes.empty() || holes.back().hi < last);
    if (window.unsent) {
        auto waiting = unsent(in);
        std::move(waiting.begin(), waiting.end(), std::back_inserter(rows));
    }
    page.messages.reserve(rows.size());
    for (const RawMessage &row : rows) page.messages.push_back(finish(row, in));
    return page;
}

Result<TimelinePage> Reader::newest(const ChatId &chat, int limit)
{
    return d->read([&] {
        auto in = d->context(chat);
        if (!in) return TimelinePage{{}, {}, true, true};
        auto rows = d->below(*in, past, bounded(limit) + 1);
        Private::Window window;
        window.unsent = true;
        dropExtra(rows, bounded(limit), window.older);
        std::reverse(rows.begin(), rows.end());
        window.lo = window.older ? rows.front().row.seq : Seq{1};
        window.hi = in->head;
        return d->page(*in, std::move(rows), window);
    });
}

Result<TimelinePage> Reader::before(const ChatId &chat, Seq seq, int limit)
{
    return d->read([&] {
        auto in = d->context(chat);
        if (!in) return TimelinePage{{}, {}, true, true};
        auto rows = d->below(*in, seq, bounded(limit) + 1);
        Private::Window window;
        window.newer = true; // at least the place asked from
        dropExtra(rows, bounded(limit), window.older);
        std::reverse(rows.begin(), rows.end());
        window.lo = window.older ? rows.front().row.seq : Seq{1};
        window.hi = {seq.value - 1};
        return d->page(*in, std::move(rows), window);
    });
}

Result<TimelinePage> Reader::after(const ChatId &chat, Seq seq, int limit)
{
    return d->read([&] {
        auto in = d->context(chat);
        if (!in) return TimelinePage{{}, {}, true, true};
        auto rows = d->above(*in, seq, bounded(limit) + 1);
        Private::Window window;
        window.older = true;
        dropExtra(rows, bounded(limit), window.newer);
        window.unsent = !window.newer;
        window.lo = seq.next();
        window.hi = window.newer ? rows.back().row.seq : in->head;
        return d->page(*in, std::move(rows), window);
    });
}

Result<TimelinePage> Reader::around(const ChatId &chat, Seq seq, int limit)
{
    return d->read([&] {
        auto in = d->context(chat);
        if (!in) return TimelinePage{{}, {}, true, true};
        const int half = std::max(1, bounded(limit) / 2);
        auto rows = d->below(*in, seq, half + 1);
        auto newer = d->above(*in, {seq.value - 1}, half + 1);
        Private::Window window;
        dropExtra(rows, half, window.older);
        dropExtra(newer, half, window.newer);
        std::reverse(rows.begin(), rows.end());
        window.lo = window.older ? rows.front().row.seq : Seq{1};
        window.hi = window.newer ? newer.back().row.seq : in->head;
        window.unsent = !window.newer;
        std::move(newer.begin(), newer.end(), std::back_inserter(rows));
        return d->page(*in, std::move(rows), window);
    });
}

Result<std::vector<Message>> Reader::unsent(const ChatId &chat, qint64 afterPos, int limit)
{
    return d->read([&] {
        std::vector<Message> found;
        auto in = d->context(chat);
        if (!in) return found;
        const auto rows = d->raws(d->db->query("SELECT " RAW_COLUMNS " FROM messages m WHERE m.chat_pk = ?"
                                               " AND m.seq IS NULL AND m.local_pos > ?" NOT_HIDDEN
                                               " ORDER BY m.local_pos LIMIT ?",
                                               {in->pk, afterPos, bounded(limit)}));
        for (const RawMessage &row : rows) found.push_back(d->finish(row, *in));
        return found;
    });
}

Result<std::optional<Message>> Reader::message(const Mid &mid)
{
    return d->read([&]() -> std::optional<Message> {
        const auto rows =
            d->raws(d->db->query("SELECT " RAW_COLUMNS " FROM messages m WHERE m.mid = ?", {mid.blob()}));
        if (rows.empty()) return std::nullopt;
        auto in = d->context(d->keys.chatOf(rows.front().chatPk));
        if (!in) return std::nullopt;
        Message message = d->finish(rows.front(), *in);
        message.hidden = d->states.isHidden(mid);
        return message;
    });
}

Result<std::vector<Message>> Reader::messages(const ChatId &chat, const std::vector<Mid> &mids)
{
    return d->read([&] {
        std::vector<Message> found;
        auto in = d->context(chat);
        if (!in) return found;
        for (const Mid &mid : mids) {
            const auto rows = d->raws(d->db->query("SELECT " RAW_COLUMNS " FROM messages m WHERE m.mid = ?"
                                                   " AND m.chat_pk = ?" NOT_HIDDEN,
                                                   {mid.blob(), in->pk}));
            if (!rows.empty()) found.push_back(d->finish(rows.front(), *in));
        }
        return found;
    });
}

Result<int> Reader::countNewer(const ChatId &chat, Seq seq, int cap)
{
    return d->read([&] { return d->countOthers(d->keys.chat(chat), seq, cap); });
}

} // namespace kith
