#include "app/cli/job.h"
#include "app/cli/moments.h"
#include "core/base/clock.h"
#include "core/base/limits.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

constexpr int pageLimit = 200; // of the reader

/// Pages backwards until `limit` messages are held; oldest first.
Result<std::vector<Message>> messagesBefore(Reader &reader, const ChatId &chat, Seq before, qint64 limit)
{
    std::vector<Message> all;
    bool first = before.value == 0;
    while (qint64(all.size()) < limit) {
        const int ask = int(std::min<qint64>(limit - qint64(all.size()), pageLimit));
        auto page = first ? reader.newest(chat, ask) : reader.before(chat, before, ask);
        if (!page) return page.error();
        first = false;
        if (page->messages.empty()) break;
        Seq oldest{};
        for (const Message &message : page->messages) {
            if (message.row.seq.value == 0) continue; // unsent ones stand last
            oldest = message.row.seq;
            break;
        }
        all.insert(all.begin(), std::make_move_iterator(page->messages.begin()),
                   std::make_move_iterator(page->messages.end()));
        if (oldest.value <= 1) break;
        before = oldest;
    }
    if (qint64(all.size()) > limit) all.erase(all.begin(), all.end() - limit); // unsent ones come on top
    return all;
}

} // namespace

Outcome runChats(Job &job)
{
    auto shelf = openShelf(job);
    if (!shelf) return failed(shelf.error());
    auto places = shelf->reader->chatPlaces();
    if (!places) return failed(places.error());
    for (const ChatPlace &place : *places) {
        auto line = chatLine(*shelf->reader, place.chat);
        if (!line) return failed(line.error());
        job.printer.chat(*line);
    }
    return {};
}

/// From a moment on: the server knows where that is, and what is not held here is fetched.
Outcome historyFrom(Job &job, qint64 atMs)
{
    auto live = openLive(job);
    if (!live) return failed(live.error());
    Reader &reader = (*live)->reader();
    auto chat = chatNamed(reader, job.args.words[0]);
    if (!chat) return failed(chat.error());
    auto place = (*live)->findDate(*chat, atMs, job.timeoutMs());
    if (!place) return failed(place.error());
    if (place->seq.value == 0) return {Exit::Done, u"Nothing was said then or later."_s};
    const qint64 limit = std::min<qint64>(job.args.number(u"limit"_s, 50), pageLimit);
    const auto page = [&] { return reader.after(*chat, Seq{place->seq.value - 1}, int(limit)); };
    const auto hole = [&]() -> std::optional<Hole> {
        const auto now = page();
        const Seq last{place->seq.value + limit - 1};
        if (now)
            for (const Hole &one : now->holes)
                if (one.hi >= place->seq && one.lo <= last)
                    return Hole{std::max(one.lo, place->seq), std::min(one.hi, last)};
        return std::nullopt;
    };
    if (const auto lacking = place->held ? std::nullopt : hole()) {
        (*live)->commands().loadHole(*chat, lacking->lo, lacking->hi);
        std::ignore = (*live)->waitUntil([&] { return !hole(); }, {.ms = job.timeoutMs(), .untilAway = true});
    }
    const auto messages = page();
    auto summary = reader.chat(*chat);
    if (!messages || !summary) return failed(messages ? summary.error() : messages.error());
    const LoginOf logins = loginsFrom(reader, (*live)->account());
    for (const Message &message : messages->messages)
        job.printer.message(lineOf(message, summary->seen, logins));
    if (place->held) return {Exit::Done, u"The server could not be asked: this is what is held here."_s};
    return {};
}

Outcome runHistory(Job &job)
{
    if (const QString date = job.args.value(u"date"_s); !date.isEmpty()) {
        const auto at = momentMs(date, SystemClock().wallMs());
        if (!at) return {Exit::BadData, u"--date is no date like 2026-11-24 or 2026-11-24T09:30."_s};
        return historyFrom(job, *at);
    }
    auto shelf = openShelf(job);
    if (!shelf) return failed(shelf.error());
    Reader &reader = *shelf->reader;
    auto chat = chatNamed(reader, job.args.words[0]);
    if (!chat) return failed(chat.error());
    auto summary = reader.chat(*chat);
    if (!summary) return failed(summary.error());
    auto messages =
        messagesBefore(reader, *chat, Seq{job.args.number(u"before"_s, 0)}, job.args.number(u"limit"_s, 50));
    if (!messages) return failed(messages.error());
    const LoginOf logins = loginsFrom(reader, shelf->account);
    for (const Message &message : *messages) job.printer.message(lineOf(message, summary->seen, logins));
    return {};
}

Outcome runSearch(Job &job)
{
    auto shelf = openShelf(job);
    if (!shelf) return failed(shelf.error());
    Reader &reader = *shelf->reader;
    qint64 left = job.args.number(u"limit"_s, 50);
    qint64 beforePk = std::numeric_limits<qint64>::max();
    const LoginOf logins = loginsFrom(reader, shelf->account);
    QHash<ChatId, Seq> seen;
    while (left > 0) {
        const int ask = int(std::min<qint64>(left, pageLimit));
        auto hits = reader.search(job.args.words.join(u' '), std::nullopt, beforePk, ask);
        if (!hits) return failed(hits.error());
        for (const SearchHit &hit : *hits) {
            const ChatId chat = hit.message.chat;
            if (!seen.contains(chat)) {
                auto summary = reader.chat(chat);
                if (!summary) return failed(summary.error());
                seen.insert(chat, summary->seen);
            }
            MessageLine line = lineOf(hit.message, seen.value(chat), logins);
            line.chatTitle = hit.chatTitle;
            job.printer.message(line);
            beforePk = std::min(beforePk, hit.message.pk);
        }
        left -= qint64(hits->size());
        if (int(hits->size()) < ask) break;
    }
    return {};
}

Outcome runMembers(Job &job)
{
    if (job.args.has(u"all"_s) || job.args.has(u"banned"_s)) return askMembers(job);
    auto shelf = openShelf(job);
    if (!shelf) return failed(shelf.error());
    auto chat = chatNamed(*shelf->reader, job.args.words[0]);
    if (!chat) return failed(chat.error());
    auto members = shelf->reader->members(*chat, limits::groupMembers);
    if (!members) return failed(members.error());
    for (const Member &member : *members) job.printer.member(*chat, member);
    return {};
}

Outcome runOutbox(Job &job)
{
    auto shelf = openShelf(job);
    if (!shelf) return failed(shelf.error());
    auto items = shelf->reader->outbox(limits::outboxItems);
    if (!items) return failed(items.error());
    for (const OutboxItem &item : *items) job.printer.outboxItem(item);
    return {};
}

Outcome runStatus(Job &job)
{
    auto shelf = openShelf(job);
    if (!shelf) return failed(shelf.error());
    auto status = shelf->reader->status();
    if (!status) return failed(status.error());
    auto unread = shelf->reader->unreadTotal();
    if (!unread) return failed(unread.error());
    job.printer.status({shelf->account, *status, *unread, SystemClock().wallMs()});
    return {};
}

} // namespace kith::cli
