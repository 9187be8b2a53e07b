#include "ui/text/story_words.h"

#include "ui/text/words.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::words {
namespace {

/// The context is where lupdate finds these words.
QString tr(const char *text, const char *hint = nullptr, int n = -1)
{
    return QCoreApplication::translate("kith::words", text, hint, n);
}

constexpr int namesShown = 8;
constexpr qint64 blinkMs = 60'000;

QString span(qint64 from, qint64 until, qint64 now)
{
    return until - from < blinkMs ? moment(from, now)
                                  : tr("%1–%2").arg(moment(from, now), moment(until, now));
}

/// "busy" and the like, as part of a sentence.
QString reason(const QString &why)
{
    if (why.isEmpty()) return tr("no reason was given");
    if (why == u"busy") return tr("it was busy");
    if (why == u"rate" || why == u"slow_mode") return tr("too much at once");
    if (why == u"unavailable") return tr("its storage did not answer");
    if (why == u"no_such_message") return tr("it does not know the message yet");
    return why;
}

QString subject(const QString &kind)
{
    if (kind == u"edit") return tr("Your edit: ");
    if (kind == u"del") return tr("Your deletion: ");
    if (kind == u"react") return tr("Your reaction: ");
    return {};
}

QString noteText(const JournalNote &note, qint64 now)
{
    const QString of = subject(note.kind);
    const QString when = span(note.firstMs, note.lastMs, now);
    switch (note.what) {
    case JournalWhat::NoAnswer:
        if (note.why == u"restart")
            return of + tr("It had been tried, and the program ended before an answer came.");
        return of + (note.times > 1 ? tr("%n tries (%1) had no answer; the last: %2.", nullptr, note.times)
                                          .arg(when, reason(note.why))
                                    : tr("A try had no answer: %1.").arg(reason(note.why)));
    case JournalWhat::Delayed:
        return of + (note.times > 1
                         ? tr("The server asked %n times (%1) to wait; the last: %2.", nullptr, note.times)
                               .arg(when, reason(note.why))
                         : tr("The server asked to wait: %1.").arg(reason(note.why)));
    case JournalWhat::Refused:
        return of + tr("The server refused it. %1").arg(refusal(note.why));
    case JournalWhat::Retried:
        return of + tr("You queued it again.");
    case JournalWhat::Answered:
        return of + tr("The server's answer came.");
    case JournalWhat::Requeued:
        return tr("The server's history no longer had it. It was queued again, under the same number.");
    case JournalWhat::Renamed:
        return tr("The server did not take the time in its number: it goes on as %1.").arg(note.why);
    case JournalWhat::Discarded:
        return of + tr("You gave it up.");
    case JournalWhat::Outage:
        return note.times > 0 ? tr("No connection (%1). Failed tries: %n; the last: %2.", nullptr, note.times)
                                    .arg(when, reason(note.why))
                              : tr("No connection (%1).").arg(when);
    }
    return {};
}

QString named(const QStringList &names)
{
    QString all = names.mid(0, namesShown).join(tr(", "));
    if (names.size() > namesShown) all += tr(" and %n more", nullptr, int(names.size()) - namesShown);
    return all;
}

void tellPeople(const MessageStory &story, StoryText &text)
{
    if (story.row.seq.value == 0 || story.row.kind == u"service") return;
    if (story.people.empty()) {
        if (story.others > 0 && story.mine)
            text.lines.push_back({0, tr("In a group of this size nobody is told how far each member is.")});
        return;
    }
    QStringList seen, delivered, away;
    for (const auto &person : story.people)
        (person.seen ? seen : person.delivered ? delivered : away).append(person.name);
    if (!seen.isEmpty()) text.lines.push_back({0, tr("Seen by %1.").arg(named(seen))});
    if (!delivered.isEmpty())
        text.lines.push_back({0, tr("On a device of %1, not seen yet.").arg(named(delivered))});
    if (!away.isEmpty()) text.lines.push_back({0, tr("Not yet on a device of %1.").arg(named(away))});
    text.lines.push_back({0, tr("(The server tells how far each has got, not when.)")});
}

QString headline(const MessageStory &story)
{
    if (!story.held) {
        for (auto note = story.notes.rbegin(); note != story.notes.rend(); ++note) {
            if (note->what == JournalWhat::Discarded)
                return tr("You gave it up before it was on the server.");
            if (note->what == JournalWhat::Renamed) return tr("It goes by another number now.");
        }
        return tr("This device does not hold it.");
    }
    switch (story.state) {
    case MessageState::Queued:
        return tr("It is saved on this device, and not yet on the server.");
    case MessageState::Refused:
        return tr("It is saved on this device. The server did not take it.");
    case MessageState::Unverified:
        return tr(
            "It is held here from before the server's history changed; the server has not confirmed it yet.");
    case MessageState::Sent:
        break;
    }
    if (story.row.dead) return tr("It was deleted for everybody.");
    if (!story.mine) return story.seenHere ? tr("It is here, and you have seen it.") : tr("It is here.");
    const auto all = [&](bool MessageStory::Person::*reached) {
        return !story.people.empty() && std::all_of(story.people.begin(), story.people.end(),
                                                    [&](const auto &p) { return p.*reached; });
    };
    if (all(&MessageStory::Person::seen)) return tr("It is on the server, and everybody has seen it.");
    if (all(&MessageStory::Person::delivered)) return tr("It is on the server and on a device of everybody.");
    return tr("It is on the server.");
}

QString whenConnected(const Connection &connection, qint64 now)
{
    using Phase = Connection::Phase;
    switch (connection.phase) {
    case Phase::Off:
        return tr("It goes out as soon as you work online again.");
    case Phase::SignInAgain:
        return tr("It goes out after you have signed in again.");
    case Phase::Connecting:
    case Phase::Syncing:
        return tr("It goes out as soon as this device has caught up with the server.");
    case Phase::Online:
        return tr("It is on its way: the server's answer is awaited.");
    case Phase::Waiting: {
        QString text = words::connection(connection, now) + tr(".");
        if (connection.tries > 0 && connection.downSinceMs > 0)
            text += u' ' + tr("Failed tries since %1: %n; the last: %2.", nullptr, connection.tries)
                               .arg(moment(connection.downSinceMs, now), reason(connection.why));
        return text;
    }
    default:
        return words::connection(connection, now) + tr(". It waits until that is settled.");
    }
}

QString nextStep(const MessageStory &story, const StoryNow &now)
{
    for (const auto &item : story.waiting)
        if (item.refused)
            return item.kind == u"send"
                       ? tr("You decide: retry it, edit it, copy its text, or discard it.")
                       : subject(item.kind) +
                             tr("it was refused (%1). Retry it or give it up.").arg(refusal(item.error));
    if (!story.held && now.elsewhere && now.elsewhere->chat)
        return tr("It is in “%1”, in a part that this device has not fetched yet.").arg(now.elsewhereTitle);
    if (!story.held && now.elsewhere && now.elsewhere->asked && story.notes.empty())
        return tr("The server has it in none of your chats.");
    if (!story.held)
        return story.notes.empty()
                   ? tr("It may be in a part of a chat that is not held here, or of a chat that you are "
                        "not in, or there is no such message.")
                   : QString();
    if (story.waiting.empty()) {
        if (story.state == MessageState::Refused)
            return tr("You decide: retry it, edit it, copy its text, or discard it.");
        const bool somebodyAway =
            std::any_of(story.people.begin(), story.people.end(), [](const auto &p) { return !p.delivered; });
        return story.mine && somebodyAway && !story.row.dead
                   ? tr("Nothing is left to do here: the others get it when their devices are connected.")
                   : QString();
    }
    const auto &first = story.waiting.front();
    const QString of = subject(first.kind);
    if (!now.connection)
        return of +
               tr("Another Kith program has this account open, and sends it as soon as it is connected.");
    if (now.connection->phase != Connection::Phase::Online)
        return of + whenConnected(*now.connection, now.nowMs);
    if (now.laneUntilMs > now.nowMs)
        return of + tr("The server asked to wait (%1); next try in %n s.", nullptr,
                       int((now.laneUntilMs - now.nowMs + 999) / 1000))
                        .arg(reason(now.laneWhy));
    if (first.files) return of + tr("It goes out after its files, which are being uploaded.");
    if (first.before > 0)
        return of + tr("Earlier changes of this chat go out first: %n.", nullptr, first.before);
    return of + whenConnected(*now.connection, now.nowMs);
}

void tellWaiting(const MessageStory &story, StoryText &text)
{
    for (const auto &item : story.waiting) {
        const bool noted = std::any_of(story.notes.begin(), story.notes.end(), [&](const JournalNote &note) {
            return note.what == JournalWhat::Refused && note.kind == item.kind;
        });
        const QString of = subject(item.kind);
        if (item.refused && !noted)
            text.lines.push_back({0, of + tr("The server refused it. %1").arg(refusal(item.error))});
        if (item.kind != u"send" && !item.refused)
            text.lines.push_back({item.enteredMs, of + tr("saved here, and not yet on the server.")});
    }
}

} // namespace

QString moment(qint64 atMs, qint64 nowMs)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs), now = QDateTime::fromMSecsSinceEpoch(nowMs);
    const QString time = QLocale().toString(at.time(), u"HH:mm"_s);
    if (at.date() == now.date()) return time;
    const bool thisYear = at.date().year() == now.date().year();
    return QLocale().toString(at.date(), thisYear ? tr("d MMM", "date") : tr("d MMM yyyy", "date")) + u' ' +
           time;
}

StoryText story(const MessageStory &story, const StoryNow &now)
{
    StoryText text;
    text.headline = headline(story);
    const qint64 minted = story.row.mid.mintedAtMs();
    if (story.enteredMs > 0)
        text.lines.push_back({story.enteredMs, tr("You entered it, and it was saved on this disk.")});
    else if (story.held && story.mine && story.row.kind != u"service")
        text.lines.push_back(
            {minted, tr("You entered it on another device, or here before tries were noted.")});
    else if (story.held && story.row.kind != u"service")
        text.lines.push_back(
            {minted, tr("%1 entered it (by the clock of their device).").arg(story.senderName)});
    for (const JournalNote &note : story.outages)
        text.lines.push_back({note.firstMs, noteText(note, now.nowMs)});
    for (const JournalNote &note : story.notes)
        text.lines.push_back({note.firstMs, noteText(note, now.nowMs)});
    tellWaiting(story, text);
    if (story.row.seq.value > 0)
        text.lines.push_back(
            {story.row.atMs, tr("The server stored it as number %1 of this chat (server's clock).")
                                 .arg(story.row.seq.value)});
    if (!story.held && now.elsewhere && now.elsewhere->chat)
        text.lines.push_back(
            {now.elsewhere->atMs, tr("The server stored it as number %1 of its chat (server's clock).")
                                      .arg(now.elsewhere->seq.value)});
    // Clocks of two machines: what the order must be is known, so equal minutes do not turn it round.
    std::stable_sort(text.lines.begin(), text.lines.end(), [](const StoryLine &a, const StoryLine &b) {
        if (a.atMs == 0 || b.atMs == 0) return a.atMs != 0 && b.atMs == 0;
        return a.atMs / blinkMs < b.atMs / blinkMs;
    });
    if (story.row.dead)
        text.lines.push_back({0, tr("It was deleted later; when is not told.")});
    else if (story.row.ev > 0)
        text.lines.push_back({0, tr("It was changed since; changes: %n.", nullptr, story.row.ev)});
    if (story.mine && !story.row.dead) tellPeople(story, text);
    if (story.held && !story.mine && story.row.seq.value > 0) {
        text.lines.push_back({0, tr("When it arrived here is not recorded.")});
        text.lines.push_back({0, story.receiptTold
                                     ? tr("The server knows that a device of yours has it.")
                                     : tr("The server has not been told yet that it is here.")});
    }
    if (story.held && story.row.seq.value > 0 && !story.current)
        text.lines.push_back(
            {0, tr("It stands in a part of the chat that has not been compared with the server since a "
                   "gap; it may have changed there.")});
    text.next = nextStep(story, now);
    return text;
}

QString ledger(const Ledger &ledger, bool online, qint64 nowMs)
{
    QStringList parts;
    if (ledger.waiting == 0 && online)
        parts.append(ledger.refused > 0 ? tr("Everything else is on the server")
                                        : tr("Everything is on the server"));
    else if (ledger.upToMs > 0)
        parts.append(tr("Everything up to %1 is on the server").arg(moment(ledger.upToMs, nowMs)));
    else
        parts.append(tr("Not in touch with the server yet"));
    if (ledger.waiting > 0) parts.append(tr("%n waiting", nullptr, ledger.waiting));
    if (ledger.refused > 0) parts.append(tr("%n not sent", nullptr, ledger.refused));
    return parts.join(u" · "_s);
}

QString verdict(const VerifyReport &r)
{
    using End = VerifyReport::End;
    switch (r.end) {
    case End::Cancelled:
        return tr("The comparison was stopped before its end.");
    case End::TooOld:
        return tr("This server is too old to compare with: nothing was compared.");
    case End::Fault:
        return tr("The disk could not be read or written: the comparison is not complete.");
    case End::Done:
        break;
    }
    const QString count = tr("messages compared: %n", nullptr, int(std::min<qint64>(r.compared, INT_MAX)));
    QStringList parts;
    if (r.found == 0 && r.agrees())
        parts.append(tr("This device and the server agree (%1).").arg(count));
    else if (r.agrees())
        parts.append(tr("Differences found and mended: %n (%1). This device and the server agree now.",
                        nullptr, r.found)
                         .arg(count));
    else if (r.found > r.mended)
        parts.append(tr("Differences found: %n (%1).", nullptr, r.found).arg(count) + u' ' +
                     tr("Nothing was changed."));
    else
        parts.append(tr("Not everything could be compared or mended (%1).").arg(count));
    if (r.notHeld > 0) parts.append(tr("Older messages not fetched yet: %n.", nullptr, int(r.notHeld)));
    if (r.unverified > 0)
        parts.append(tr("Messages from before a gap, not confirmed yet: %n.", nullptr, int(r.unverified)));
    if (r.unreadable > 0)
        parts.append(tr("Entries that this version cannot read: %n.", nullptr, r.unreadable));
    return parts.join(u' ');
}

QString chatVerdict(const ChatVerdict &chat, const QString &title)
{
    using How = ChatVerdict::How;
    QString how;
    switch (chat.how) {
    case How::Agrees:
        how = tr("agrees");
        break;
    case How::Mended:
        how = tr("differences mended: %n", nullptr, chat.differences);
        break;
    case How::Differs:
        how = chat.differences > 0 ? tr("differences: %n", nullptr, chat.differences)
                                   : tr("rows are equal, and the sums of both sides are not");
        break;
    case How::NotCompared:
        how = chat.why == u"left"    ? tr("not compared: you are not a member")
              : chat.why == u"waits" ? tr("not compared: not on the server yet")
              : chat.why == u"busy"  ? tr("not compared: it changes too fast just now")
                                     : tr("not compared: the server refused");
        break;
    }
    if (chat.notHeld > 0) how += tr("; not fetched yet: %n", nullptr, int(chat.notHeld));
    if (chat.unreadable > 0) how += tr("; unreadable: %n", nullptr, chat.unreadable);
    return tr("%1: %2").arg(title, how);
}

QStringList localVerdict(const LocalVerdict &local)
{
    QStringList all;
    if (!local.searchIndex) all.append(tr("The search index did not match the texts."));
    if (local.ranges > 0)
        all.append(tr("Stretches of history that were recorded wrongly: %n.", nullptr, local.ranges));
    if (local.unsent > 0)
        all.append(
            tr("Messages that nothing would have sent: %n. They are marked as not sent, for you to decide.",
               nullptr, local.unsent));
    if (local.receipts > 0)
        all.append(tr("Read marks that were ahead of themselves: %n.", nullptr, local.receipts));
    if (local.mended && !all.isEmpty()) all.append(tr("That is mended."));
    return all;
}

QString difference(const Difference &d)
{
    using Kind = Difference::Kind;
    switch (d.kind) {
    case Kind::Changed:
        return tr("message %1 was another than the server's").arg(d.seq.value);
    case Kind::Missing:
        return tr("message %1 was missing").arg(d.seq.value);
    case Kind::Extra:
        return tr("a message at %1 is not on the server").arg(d.seq.value);
    case Kind::Reaction:
        return tr("a reaction differed");
    case Kind::Member:
        return tr("a member differed");
    case Kind::Info:
        return tr("the title or the number of members differed");
    }
    return {};
}

} // namespace kith::words
