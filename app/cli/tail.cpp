#include "app/cli/tail.h"

#include "core/base/limits.h"

namespace kith::cli {
namespace {

constexpr int pageLimit = 200;    // of the reader
constexpr int primedMessages = 1; // the newest is enough to know how far a chat stands
constexpr int marksShown = limits::receiptsToAll;

} // namespace

Tail::Tail(Reader &reader, const Account &account, Printer &printer)
    : m_reader(reader)
    , m_printer(printer)
    , m_logins(loginsFrom(reader, account))
{
}

Status Tail::prime()
{
    auto places = m_reader.chatPlaces();
    if (!places) return places.error();
    for (const ChatPlace &place : *places) {
        auto page = m_reader.newest(place.chat, primedMessages);
        if (!page) return page.error();
        Known &known = m_known[place.chat];
        for (const Message &message : page->messages) known.rev = std::max(known.rev, message.row.rev);
        if (auto marks = tellMarks(place.chat, true); !marks) return marks;
    }
    return ok();
}

Status Tail::tellMarks(const ChatId &chat, bool silently)
{
    auto members = m_reader.members(chat, marksShown);
    if (!members) return members.error();
    Known &known = m_known[chat];
    for (const Member &member : *members) {
        const Watermark &before = known.marks[member.user];
        const bool moved = member.mark.delivered != before.delivered || member.mark.seen != before.seen;
        if (!moved) continue;
        known.marks[member.user] = member.mark;
        if (!silently) m_printer.receipt({chat, member.login, member.mark});
    }
    return ok();
}

Status Tail::tellMessages(const ChatId &chat, const ChangeSet::InChat &in, Seq seen)
{
    Known &known = m_known[chat];
    std::vector<Message> messages;
    if (in.whole) {
        // Too much changed to be named: what is newer than the last line printed.
        auto page = m_reader.newest(chat, pageLimit);
        if (!page) return page.error();
        for (Message &message : page->messages)
            if (message.row.rev > known.rev || message.row.seq.value == 0)
                messages.push_back(std::move(message));
    } else if (!in.messages.isEmpty()) {
        auto named = m_reader.messages(chat, {in.messages.begin(), in.messages.end()});
        if (!named) return named.error();
        messages = std::move(*named);
    }
    std::stable_sort(messages.begin(), messages.end(), [](const Message &a, const Message &b) {
        const auto place = [](const Message &m) {
            return m.row.seq.value > 0 ? m.row.seq.value : std::numeric_limits<qint64>::max();
        };
        return std::pair(place(a), a.localPos) < std::pair(place(b), b.localPos);
    });
    for (const Message &message : messages) {
        known.rev = std::max(known.rev, message.row.rev);
        m_printer.message(lineOf(message, seen, m_logins), "message");
    }
    return ok();
}

Status Tail::tell(const ChangeSet &changes)
{
    for (auto it = changes.chats.begin(); it != changes.chats.end(); ++it) {
        auto line = chatLine(m_reader, it.key());
        if (!line) {
            if (line.error().code == Errc::NotFound) continue; // given up before it was made
            return line.error();
        }
        if (it->info || it->whole) m_printer.chat(*line, "chat");
        if (auto told = tellMessages(it.key(), *it, line->chat.seen); !told) return told;
        if (it->marks || it->whole)
            if (auto told = tellMarks(it.key(), false); !told) return told;
    }
    return ok();
}

} // namespace kith::cli
