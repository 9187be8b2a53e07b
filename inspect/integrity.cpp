// kith-inspect integrity: what one file can show of sync.md's invariants, and what SQLite says of it.
#include "core/base/random.h"
#include "core/store/mirror.h"
#include "core/store/mirror_check.h"
#include "inspect/verbs.h"
#include "server/storage/check.h"
#include "server/storage/db.h"
#include "server/storage/schema.h"
#include "ui/text/story_words.h"

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr int mostCounted = 10'000;
constexpr qint64 checkMs = 30 * 60'000;

struct Rule {
    const char *key;
    const char *says; // when it is broken
    const char *next; // what to do
    bool fault;       // false: worth knowing, and no promise broken
    const char *sql;  // the places; the first column names one
};

constexpr const char *fetchAgain = "\"Verify history…\" in Kith (kith-cli verify) compares and mends it";

const Rule mirrorRules[] = {
    {"range-filled", "a part that counts as held lacks messages", fetchAgain, true,
     "SELECT chat FROM v_ranges r WHERE (SELECT count(*) FROM v_messages m WHERE m.chat_key = r.chat_key AND "
     "m.seq"
     " BETWEEN r.lo AND r.hi) + (SELECT count(*) FROM v_quarantine q WHERE q.chat = r.chat) < r.hi - r.lo + "
     "1"},
    {"range-apart", "parts of a chat overlap or end before they begin", fetchAgain, true,
     "SELECT chat FROM v_ranges r WHERE hi < lo OR lo < 1 OR EXISTS (SELECT 1 FROM v_ranges o WHERE "
     "o.chat_key ="
     " r.chat_key AND o.lo > r.lo AND o.lo <= r.hi)"},
    {"range-inside", "a part reaches beyond the newest message that the server told of", fetchAgain, true,
     "SELECT r.chat FROM v_ranges r JOIN v_chats c ON c.chat_key = r.chat_key WHERE r.hi > c.seq"},
    {"place-once", "two messages have one place in a chat", fetchAgain, true,
     "SELECT chat FROM v_messages WHERE seq IS NOT NULL GROUP BY chat_key, seq HAVING count(*) > 1"},
    {"place-inside", "a message lies beyond the newest one of its chat, or before the first", fetchAgain,
     true,
     "SELECT m.mid FROM v_messages m JOIN v_chats c ON c.chat_key = m.chat_key WHERE m.seq > c.seq OR m.seq "
     "< 1"},
    {"revision-inside", "a message was changed later than its chat", fetchAgain, true,
     "SELECT m.mid FROM v_messages m JOIN v_chats c ON c.chat_key = m.chat_key WHERE c.known AND c.rev > 0 "
     "AND"
     " m.seq IS NOT NULL"
     " AND m.state = 'sent' AND m.rev > c.rev"},
    {"unsent-waits", "a message without a place has nothing that would send it",
     "Kith asks its author about it after \"Verify history…\"", true,
     "SELECT m.mid FROM v_messages m WHERE m.seq IS NULL AND NOT EXISTS (SELECT 1 FROM v_outbox o WHERE "
     "o.mid_bytes"
     " = m.mid_bytes AND o.kind = 'send')"},
    {"waiting-unsent", "the outbox would send a message that has a place already",
     "harmless: the server knows its number and answers with the stored message", false,
     "SELECT o.mid FROM v_outbox o JOIN v_messages m ON m.mid_bytes = o.mid_bytes WHERE o.kind = 'send' AND "
     "m.seq"
     " IS NOT NULL"},
    {"waiting-held", "the outbox would send a message that has no row", "\"salvage\" enters it again", true,
     "SELECT o.mid FROM v_outbox o WHERE o.kind = 'send' AND NOT EXISTS (SELECT 1 FROM v_messages m WHERE"
     " m.mid_bytes = o.mid_bytes)"},
    {"marks-wanted", "a mark is acknowledged that was never wanted", fetchAgain, true,
     "SELECT chat FROM v_receipts WHERE want_seen < ack_seen OR want_delivered < ack_delivered"},
    {"marks-inside", "a mark lies beyond the newest message of its chat", fetchAgain, true,
     "SELECT c.chat FROM v_chats c JOIN v_receipts r ON r.chat_key = c.chat_key WHERE r.want_seen > c.seq OR"
     " r.want_delivered > c.seq"},
    {"members-inside", "a member has read beyond the newest message", fetchAgain, true,
     "SELECT c.chat FROM v_members p JOIN v_chats c ON c.chat_key = p.chat_key WHERE c.known AND (p.seen > "
     "c.seq OR"
     " p.delivered > c.seq)"},
    {"orphan-message", "a message belongs to no chat", fetchAgain, true,
     "SELECT mid FROM v_messages WHERE chat IS NULL"},
    {"orphan-sender", "a message has no sender", fetchAgain, true,
     "SELECT mid FROM v_messages WHERE sender IS NULL"},
    {"orphan-outbox", "something waits for a chat that is not there", "\"salvage\" enters it again", true,
     "SELECT kind FROM v_outbox WHERE chat_key IS NOT NULL AND chat IS NULL"},
    {"orphan-range", "a held part belongs to no chat", fetchAgain, true,
     "SELECT chat_key FROM v_ranges WHERE chat IS NULL"},
    {"orphan-member", "a membership has no chat or no person", fetchAgain, true,
     "SELECT coalesce(chat, person, 'neither') FROM v_members WHERE chat IS NULL OR person IS NULL"},
    {"orphan-reaction", "a reaction is to a message that is not held", "none: its message may lie in a hole",
     false,
     "SELECT r.mid FROM v_reactions r WHERE NOT EXISTS (SELECT 1 FROM v_messages m WHERE m.mid_bytes = "
     "r.mid_bytes)"},
    {"no-id", "a message has no id that can be one", fetchAgain, true,
     "SELECT message_key FROM v_messages WHERE mid IS NULL OR mid = 'no id'"},
};

void sqliteCheck(const Opened &opened, Report &report)
{
    Table table{.key = u"sqlite"_s, .title = u"What SQLite finds"_s, .columns = {{u"what"_s}}, .rows = {}};
    auto plain = File::open(opened.copy, File::Mode::Own); // pragmas are beyond the views
    if (plain) {
        (*plain)->setTimeLimit(checkMs);
        Rows rows = (*plain)->rows("PRAGMA integrity_check(50)");
        while (rows.next())
            if (rows.text(0) != u"ok") table.rows.push_back({safeLine(rows.text(0), 300)});
    }
    if (!plain || (*plain)->failed())
        table.rows.push_back({safeLine((plain ? (*plain)->error() : plain.error()).what, 300)});
    if (!table.rows.empty())
        report.faults.append(
            u"The file is damaged: Kith repairs it at its next start and keeps the damaged one;"
            " \"salvage\" does it now, into another file."_s);
    report.tables.push_back(std::move(table));
}

void ruleCheck(File &file, Report &report)
{
    Table table{.key = u"rules"_s,
                .title = u"What does not hold"_s,
                .columns = {{u"rule"_s}, {u"places"_s}, {u"what"_s}, {u"first"_s}, {u"next"_s}},
                .rows = {}};
    file.setTimeLimit(checkMs);
    for (const Rule &rule : mirrorRules) {
        qint64 places = 0;
        QString first;
        Rows rows = file.rows(rule.sql);
        while (places < mostCounted && rows.next())
            if (++places == 1) first = rows.text(0);
        if (places == 0) continue;
        table.rows.push_back({QString::fromLatin1(rule.key), places, QString::fromUtf8(rule.says), first,
                              QString::fromUtf8(rule.next)});
        if (rule.fault)
            report.faults.append(
                u"%1: %2 (%3 places)."_s.arg(QString::fromLatin1(rule.key), QString::fromUtf8(rule.says))
                    .arg(places));
    }
    file.setTimeLimit(File::statementMs);
    report.notes.append(u"%1 rules were looked at."_s.arg(std::size(mirrorRules)));
    report.tables.push_back(std::move(table));
}

/// The same check that Kith itself runs, without mending anything.
void ownCheck(const Opened &opened, Report &report)
{
    auto mirror = Mirror::open(opened.copy);
    if (!mirror) return report.faults.append(u"Kith would not open it: %1"_s.arg(mirror.error().what));
    const auto verdict = checkMirror(**mirror, false);
    if (!verdict)
        return report.faults.append(u"Kith's own check ended early: %1"_s.arg(verdict.error().what));
    const QStringList told = words::localVerdict(*verdict);
    report.faults += told;
    if (verdict->searchIndex) report.notes.append(u"The search index is equal to the texts."_s);
}

/// The server's check knows today's schema: an older one's copy is brought to it.
Status bringUp(const Opened &opened)
{
    if (opened.schema >= server::schemaVersion) return ok();
    try {
        server::Db db(opened.copy, true, nullptr);
        server::setUp(db, true);
        SystemRandom random;
        server::migrate(db, random);
        return ok();
    } catch (const server::Failure &failure) {
        return failure.error;
    }
}

Result<Report> serverIntegrity(Opened &opened)
{
    if (const Status today = bringUp(opened); !today) return today.error();
    const auto found = server::check(opened.copy);
    if (!found) return found.error();
    Report report{.verb = u"integrity"_s};
    Table table{.key = u"rules"_s,
                .title = u"What does not hold"_s,
                .columns = {{u"rule"_s}, {u"places"_s}, {u"what"_s}, {u"first"_s}, {u"next"_s}},
                .rows = {}};
    for (const server::CheckFinding &finding : found->findings) {
        const QString first = finding.examples.value(0);
        table.rows.push_back(
            {finding.rule, finding.count, finding.what, opened.veil.shape(first, u"place"), finding.advice});
        report.faults.append(u"%1: %2 (%3 places)."_s.arg(finding.rule, finding.what).arg(finding.count));
    }
    report.notes.append(
        u"%1 rules were looked at; \"kith-server check\" names the places."_s.arg(found->rules));
    report.tables.push_back(std::move(table));
    return report;
}

} // namespace

Result<Report> integrity(Opened &opened, const Question &)
{
    if (!opened.isMirror()) {
        auto report = serverIntegrity(opened);
        if (report) {
            sqliteCheck(opened, *report);
            report->notes = opened.remarks + report->notes;
        }
        return report;
    }
    Report report{.verb = u"integrity"_s};
    sqliteCheck(opened, report);
    ruleCheck(*opened.file, report);
    if (opened.file->failed()) {
        report.faults.append(u"The rules could not all be looked at: %1"_s.arg(opened.file->error().what));
        opened.file->clearError();
    }
    ownCheck(opened, report);
    report.notes = opened.remarks + report.notes;
    for (QString &fault : report.faults)
        fault.replace(opened.copy, u"the copy"_s); // its path may name a person
    for (Table &table : report.tables)
        for (QVariantList &line : table.rows)
            for (QVariant &cell : line)
                if (cell.typeId() == QMetaType::QString)
                    cell = cell.toString().replace(opened.copy, u"the copy"_s);
    return report;
}

} // namespace kith::inspect
