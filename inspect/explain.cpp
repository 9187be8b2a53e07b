// kith-inspect explain: what happened to one message, with nobody's words in it.
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/reader.h"
#include "inspect/verbs.h"
#include "ui/text/story_words.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

/// The story keeps what happened and loses who and what.
MessageStory veiled(MessageStory story, File &file, const Veil &veil)
{
    const auto person = [&](const QByteArray &sql, const QVariantList &values) {
        return file.value(sql, values).toString();
    };
    if (!veil.reveals()) {
        story.row.body = veil.shape(story.row.body, u"text");
        story.row.extra.clear();
        story.chatTitle = veil.shape(story.chatTitle, u"title");
        story.senderName =
            person("SELECT sender FROM v_messages WHERE mid_bytes = ?1", {story.row.mid.blob()});
    }
    story.row.kind = veil.code(story.row.kind);
    story.refusedCode = veil.code(story.refusedCode);
    for (auto *notes : {&story.notes, &story.outages})
        for (JournalNote &note : *notes) {
            note.why = veil.code(note.why);
            note.kind = veil.code(note.kind);
        }
    for (MessageStory::Waiting &item : story.waiting) {
        item.kind = veil.code(item.kind);
        item.error = veil.code(item.error);
    }
    if (veil.reveals() || story.people.empty()) return story;
    story.people.clear();
    Rows rows =
        file.rows("SELECT person, delivered, seen FROM v_members WHERE chat_key = (SELECT chat_key FROM"
                  " v_messages WHERE mid_bytes = ?1) AND NOT left AND rev >= 0 AND person_key <> (SELECT"
                  " person_key FROM v_messages WHERE mid_bytes = ?1) ORDER BY person LIMIT ?2",
                  {story.row.mid.blob(), MessageStory::peopleShown});
    while (rows.next())
        story.people.push_back(
            {rows.text(0), rows.num(1) >= story.row.seq.value, rows.num(2) >= story.row.seq.value});
    return story;
}

Table row(Opened &opened, const Mid &mid)
{
    Table table = tableOf(*opened.file, u"message"_s, u"Its row"_s,
                          "SELECT * FROM v_messages WHERE mid_bytes = ?1", {mid.blob()}, 1);
    table.facts = true;
    return table;
}

} // namespace

Result<Report> explain(Opened &opened, const Question &question)
{
    const auto mid = Mid::fromText(question.words.toLatin1());
    if (!mid)
        return Error{Errc::BadInput, u"\"%1\" is not the id of a message (22 characters)."_s.arg(
                                         safeLine(question.words, 60))};
    File &file = *opened.file;
    Report report{.verb = u"explain"_s};
    if (opened.isMirror()) {
        auto reader = Reader::open(opened.copy);
        if (!reader) return reader.error();
        const auto story = (*reader)->story(*mid);
        if (!story) return story.error();
        const bool known = story->held || !story->notes.empty();
        words::StoryNow now;
        now.nowMs = SystemClock().wallMs();
        now.connection = Connection{}; // off: a file is not connected
        const words::StoryText text = words::story(veiled(*story, file, opened.veil), now);
        Table lines{.key = u"story"_s,
                    .title = text.headline,
                    .columns = {{u"at_ms"_s, Column::As::Time}, {u"what"_s}},
                    .rows = {}};
        for (const words::StoryLine &line : text.lines)
            lines.rows.push_back({line.atMs > 0 ? QVariant(line.atMs) : QVariant(), line.text});
        report.tables.push_back(std::move(lines));
        if (!text.next.isEmpty()) report.notes.append(text.next);
        if (!known) report.faults.append(u"The message is not held in this file."_s);
        report.tables.push_back(tableOf(file, u"waiting"_s, u"In the outbox"_s,
                                        "SELECT pk AS place, kind, refused, tries, after_files, last_error,"
                                        " entered_ms, bytes FROM v_outbox WHERE mid_bytes = ?1 ORDER BY pk",
                                        {mid->blob()}, question.limit));
        report.tables.push_back(
            tableOf(file, u"part"_s, u"The held part of its chat that it lies in"_s,
                    "SELECT r.chat, r.lo, r.hi, r.as_of FROM v_ranges r JOIN v_messages m ON"
                    " m.chat_key = r.chat_key AND m.seq BETWEEN r.lo AND r.hi WHERE"
                    " m.mid_bytes = ?1",
                    {mid->blob()}, 5));
        report.tables.push_back(tableOf(file, u"files"_s, u"Its files"_s,
                                        "SELECT * FROM v_files WHERE mid_bytes = ?1", {mid->blob()}, 20));
    }
    report.tables.push_back(row(opened, *mid));
    if (!opened.isMirror() && report.tables.back().rows.empty())
        report.faults.append(u"The server does not have the message."_s);
    report.tables.push_back(
        tableOf(file, u"marks"_s, u"Who has it, by their marks"_s,
                "SELECT p.person, p.delivered >= m.seq AS delivered, p.seen >= m.seq AS seen,"
                " p.left FROM v_messages m JOIN v_members p ON p.chat_key = m.chat_key WHERE"
                " m.mid_bytes = ?1 AND m.seq IS NOT NULL ORDER BY p.person",
                {mid->blob()}, question.limit));
    report.tables.push_back(tableOf(file, u"reactions"_s, u"Reactions"_s,
                                    "SELECT * FROM v_reactions WHERE mid_bytes = ?1", {mid->blob()},
                                    question.limit));
    if (file.failed()) {
        const Error error = file.error();
        file.clearError();
        return error;
    }
    report.notes = opened.remarks + report.notes;
    return report;
}

} // namespace kith::inspect
