#include "inspect/verbs.h"

#include "core/base/ids.h"
#include "core/store/reader.h"
#include "ui/text/words.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

Column columnOf(const QString &name)
{
    if (name.endsWith(u"_ms")) return {name, Column::As::Time};
    if (name == u"bytes" || name == u"size" || name.endsWith(u"_bytes")) return {name, Column::As::Bytes};
    return {name, Column::As::Text};
}

bool isInner(const QString &name)
{
    return name.endsWith(u"_key") || name.endsWith(u"_mark") || name == u"mid_bytes" || name == u"chat_bytes";
}

QVariant shown(const QVariant &value)
{
    if (value.typeId() == QMetaType::QByteArray) {
        const QByteArray bytes = value.toByteArray();
        return bytes.size() == 16 ? QString::fromLatin1(bytes.toHex()) : u"%1 bytes"_s.arg(bytes.size());
    }
    if (value.typeId() == QMetaType::QString) return safeLine(value.toString());
    return value;
}

QString kindWords(Opened::Kind kind)
{
    switch (kind) {
    case Opened::Kind::Mirror:
        return u"mirror of an account"_s;
    case Opened::Kind::Server:
        return u"database of a server"_s;
    case Opened::Kind::Bundle:
        return u"support bundle (its texts are made up)"_s;
    }
    return {};
}

template <class T> Result<Report> checked(const Opened &opened, T report)
{
    if (opened.file->failed()) {
        const Error error = opened.file->error();
        opened.file->clearError();
        return error;
    }
    report.notes = opened.remarks + report.notes;
    return report;
}

} // namespace

Error onlyMirrors(const Opened &opened, const QString &verb)
{
    return {
        Errc::BadInput,
        u"%1 is a server's database; \"%2\" is about what one device holds. For servers there are summary,"
        " integrity, chats, receipts, explain, timeline, query and diff."_s.arg(opened.path, verb)};
}

Table tableOf(File &file, const QString &key, const QString &title, const QByteArray &sql,
              const QVariantList &values, int limit, bool all)
{
    Table table{.key = key, .title = title, .columns = {}, .rows = {}};
    Rows rows = file.rows(sql, values);
    std::vector<int> wanted;
    for (int i = 0; i < rows.columns(); ++i) {
        if (!all && isInner(rows.name(i))) continue;
        wanted.push_back(i);
        table.columns.push_back(columnOf(rows.name(i)));
    }
    while (rows.next()) {
        if (int(table.rows.size()) == limit) {
            table.cut = true;
            break;
        }
        QVariantList row;
        for (const int i : wanted) row.append(shown(rows.value(i)));
        table.rows.push_back(row);
    }
    return table;
}

Result<QVariant> chatKey(Opened &opened, const QString &chat)
{
    File &file = *opened.file;
    if (const auto id = ChatId::fromText(chat.toLatin1())) {
        Rows rows = file.rows("SELECT chat_key FROM v_chats WHERE chat_bytes = ?1", {id->blob()});
        if (rows.next()) return rows.value(0);
    } else if (chat.size() >= 4) {
        Rows rows = file.rows("SELECT chat_key FROM v_chats WHERE substr(chat, 1, ?2) = ?1 LIMIT 2",
                              {chat, qint64(chat.size())});
        if (rows.next()) {
            const QVariant key = rows.value(0);
            if (!rows.next()) return key;
            return Error{Errc::BadInput, u"several chats begin with \"%1\"."_s.arg(safeLine(chat, 40))};
        }
    }
    if (file.failed()) {
        const Error error = file.error();
        file.clearError();
        return error;
    }
    return Error{Errc::NotFound,
                 u"no chat \"%1\" in this file; \"chats\" lists them."_s.arg(safeLine(chat, 40))};
}

Result<Report> summary(Opened &opened)
{
    File &file = *opened.file;
    Report report{.verb = u"summary"_s};
    Table about{.key = u"file"_s, .title = u"The file"_s, .columns = {}, .rows = {{}}, .facts = true};
    const auto say = [&](const QString &key, const QVariant &value, Column::As as = Column::As::Text) {
        about.columns.push_back({key, as});
        about.rows[0].append(value);
    };
    say(u"kind"_s, kindWords(opened.kind));
    say(u"schema"_s, opened.schema);
    say(u"bytes"_s, opened.bytes, Column::As::Bytes);
    say(u"log_bytes"_s, opened.logBytes, Column::As::Bytes);
    if (opened.isMirror()) {
        say(u"account"_s, file.value("SELECT person FROM v_people WHERE me"));
        say(u"device"_s, file.value("SELECT value FROM v_meta WHERE key = 'device'"));
        say(u"server"_s, shown(file.value("SELECT value FROM v_meta WHERE key = 'server'")));
        say(u"clock_offset_millis"_s, file.value("SELECT value FROM v_meta WHERE key = 'clock_offset'"));
        say(u"holes"_s, file.number("SELECT (SELECT coalesce(sum(seq), 0) FROM v_chats WHERE known) - (SELECT"
                                    " coalesce(sum(hi - lo + 1), 0) FROM v_ranges)"));
        say(u"unconfirmed"_s,
            file.number("SELECT coalesce(sum(hi - lo + 1), 0) FROM v_ranges WHERE as_of IS NOT NULL"));
    }
    report.tables.push_back(std::move(about));
    Table health = tableOf(file, u"health"_s, u"What it holds"_s, "SELECT * FROM v_health", {}, 1);
    health.facts = true;
    report.tables.push_back(std::move(health));
    report.tables.push_back(tableOf(file, u"messages"_s, u"Messages by state"_s,
                                    "SELECT state, count(*) AS messages FROM v_messages GROUP BY state", {},
                                    10));
    if (opened.isMirror()) {
        report.tables.push_back(
            tableOf(file, u"oldest"_s, u"The oldest that wait"_s,
                    "SELECT kind, chat, mid, tries, last_error, entered_ms FROM v_outbox WHERE refused = 0"
                    " ORDER BY entered_ms LIMIT 3",
                    {}, 3));
        const auto waiting = file.number("SELECT waiting FROM v_health");
        const auto refused = file.number("SELECT refused FROM v_health");
        if (refused > 0)
            report.faults.append(u"%1 writes were refused and wait for a decision (outbox)."_s.arg(refused));
        if (waiting > 0) report.notes.append(u"%1 writes wait to be sent (outbox)."_s.arg(waiting));
        if (const auto n = file.number("SELECT quarantined FROM v_health"); n > 0)
            report.faults.append(u"%1 rows could not be read by the version that received them."_s.arg(n));
    }
    return checked(opened, report);
}

Result<Report> outbox(Opened &opened, const Question &question)
{
    if (!opened.isMirror()) return onlyMirrors(opened, u"outbox"_s);
    File &file = *opened.file;
    Report report{.verb = u"outbox"_s};
    Table table = tableOf(
        file, u"outbox"_s, u"What waits to be sent, in its order"_s,
        "SELECT o.pk AS place, o.kind, o.chat, o.mid, o.tries, o.last_error, o.bytes, o.entered_ms, CASE WHEN"
        " o.refused THEN 'refused' WHEN o.after_files THEN 'waits for its files' WHEN EXISTS (SELECT 1 FROM"
        " v_outbox f WHERE f.chat_key IS o.chat_key AND f.pk < o.pk AND f.refused = 0 AND f.after_files = 0)"
        " THEN 'behind another of its chat' WHEN o.tries > 0 THEN 'tried, no answer yet' ELSE 'never on a "
        "wire'"
        " END AS state FROM v_outbox o ORDER BY o.pk",
        {}, question.limit);
    table.columns.push_back({u"says"_s, Column::As::Text});
    table.columns.push_back({u"next"_s, Column::As::Text});
    for (QVariantList &row : table.rows) {
        const QString error = row[5].toString(), state = row[8].toString();
        row.append(error.isEmpty() || error.startsWith(QChar(hiddenMark)) ? QString()
                                                                          : words::refusal(error));
        row.append(state == u"refused"               ? u"its author decides: retry or give up"_s
                   : state == u"waits for its files" ? u"when its files are on the server"_s
                   : state.startsWith(u"behind")
                       ? u"after the one before it"_s
                       : u"at once when connected; after a delay the server names"_s);
    }
    report.tables.push_back(std::move(table));
    report.tables.push_back(
        tableOf(file, u"journal"_s, u"What went wrong lately"_s,
                "SELECT last_ms, what, kind, mid, why, times FROM v_journal ORDER BY pk DESC", {},
                std::min(question.limit, 50)));
    const auto refused = file.number("SELECT refused FROM v_health");
    if (refused > 0)
        report.faults.append(
            u"%1 were refused: nothing sends them until their author decides."_s.arg(refused));
    return checked(opened, report);
}

Result<Report> chats(Opened &opened, const Question &question)
{
    File &file = *opened.file;
    Report report{.verb = u"chats"_s};
    const QByteArray mirror =
        "SELECT chat, kind, title, members, seq AS newest, (SELECT coalesce(sum(hi - lo + 1), 0) FROM "
        "v_ranges r"
        " WHERE r.chat_key = c.chat_key) AS held, (SELECT count(*) FROM v_ranges r WHERE r.chat_key = "
        "c.chat_key)"
        " AS ranges, rev, server_unread, left, known, act_ms FROM v_chats c ORDER BY act_ms DESC";
    const QByteArray server =
        "SELECT chat, kind, title, members, seq AS newest, rev, rx, floor_rev, act_ms FROM"
        " v_chats ORDER BY act_ms DESC";
    Table table = tableOf(file, u"chats"_s, u"Chats, newest first"_s, opened.isMirror() ? mirror : server, {},
                          question.limit);
    if (opened.isMirror()) {
        auto reader = Reader::open(opened.copy);
        if (!reader) return reader.error();
        table.columns.insert(table.columns.begin() + 4, {u"unread"_s, Column::As::Text});
        for (QVariantList &row : table.rows) {
            const auto id = ChatId::fromText(row[0].toString().toLatin1());
            const auto seen = id ? (*reader)->chat(*id) : Result<ChatSummary>(Error{});
            row.insert(4, seen ? QVariant(words::count(seen->unread, seen->unreadCapped)) : QVariant());
        }
    }
    report.tables.push_back(std::move(table));
    return checked(opened, report);
}

Result<Report> gaps(Opened &opened, const Question &question)
{
    if (!opened.isMirror()) return onlyMirrors(opened, u"gaps"_s);
    File &file = *opened.file;
    Report report{.verb = u"gaps"_s};
    Table table{.key = u"parts"_s,
                .title = u"Held parts and holes of each chat"_s,
                .columns = {{u"chat"_s}, {u"part"_s}, {u"from"_s}, {u"to"_s}, {u"messages"_s}},
                .rows = {}};
    const QVariant only = question.words.isEmpty() ? QVariant() : [&]() -> QVariant {
        const auto key = chatKey(opened, question.words);
        return key ? *key : QVariant();
    }();
    if (!question.words.isEmpty() && only.isNull()) return chatKey(opened, question.words).error();
    qint64 holes = 0, missing = 0;
    const auto part = [&](const QString &chat, const QString &what, qint64 lo, qint64 hi) {
        if (hi < lo) return;
        if (what == u"hole") {
            ++holes;
            missing += hi - lo + 1;
        }
        if (int(table.rows.size()) >= question.limit)
            table.cut = true;
        else
            table.rows.push_back({chat, what, lo, hi, hi - lo + 1});
    };
    Rows rows =
        file.rows("SELECT c.chat, c.seq, r.lo, r.hi, r.as_of FROM v_chats c LEFT JOIN v_ranges r ON"
                  " r.chat_key = c.chat_key WHERE ?1 IS NULL OR c.chat_key = ?1 ORDER BY c.chat_key, r.lo",
                  {only});
    QString chat;
    qint64 head = 0, next = 1;
    while (rows.next()) {
        if (rows.text(0) != chat) {
            part(chat, u"hole"_s, next, head);
            chat = rows.text(0);
            head = rows.num(1);
            next = 1;
        }
        if (rows.value(2).isNull()) continue;
        part(chat, u"hole"_s, next, rows.num(2) - 1);
        part(chat, rows.value(4).isNull() ? u"held"_s : u"held, not confirmed"_s, rows.num(2), rows.num(3));
        next = rows.num(3) + 1;
    }
    part(chat, u"hole"_s, next, head);
    report.tables.push_back(std::move(table));
    report.notes.append(holes == 0
                            ? u"No holes: everything the server told of is held."_s
                            : u"%1 holes with %2 messages; they are fetched when their chat is opened, or"
                              " in the background."_s.arg(holes)
                                  .arg(missing));
    return checked(opened, report);
}

Result<Report> receipts(Opened &opened, const Question &question)
{
    File &file = *opened.file;
    Report report{.verb = u"receipts"_s};
    QVariant only;
    if (!question.words.isEmpty()) {
        const auto key = chatKey(opened, question.words);
        if (!key) return key.error();
        only = *key;
    }
    if (opened.isMirror()) {
        report.tables.push_back(tableOf(
            file, u"own"_s, u"Own marks: what is wanted here, what the server has acknowledged"_s,
            "SELECT c.chat, c.seq AS newest, r.want_seen, r.ack_seen, r.want_delivered, r.ack_delivered, "
            "CASE WHEN"
            " r.want_seen > r.ack_seen OR r.want_delivered > r.ack_delivered THEN 'to be sent' ELSE 'told' "
            "END AS"
            " state, c.server_unread, c.server_unread_upto FROM v_chats c JOIN v_receipts r ON r.chat_key ="
            " c.chat_key WHERE ?1 IS NULL OR c.chat_key = ?1 ORDER BY c.act_ms DESC",
            {only}, question.limit));
        if (const auto n = file.number("SELECT marks_waiting FROM v_health"); n > 0)
            report.notes.append(u"The marks of %1 chats go out with the next connection."_s.arg(n));
        if (const auto n = file.number("SELECT count(*) FROM v_receipts WHERE want_seen < ack_seen OR"
                                       " want_delivered < ack_delivered");
            n > 0)
            report.faults.append(u"%1 chats have marks acknowledged that were never wanted."_s.arg(n));
    }
    report.tables.push_back(
        tableOf(file, u"members"_s, u"Marks of the members"_s,
                "SELECT chat, person, role, delivered, seen, left FROM v_members WHERE ?1 IS"
                " NULL OR chat_key = ?1 ORDER BY chat_key, person",
                {only}, question.limit));
    return checked(opened, report);
}

Result<Report> timeline(Opened &opened, const Question &question)
{
    const auto key = chatKey(opened, question.words);
    if (!key) return key.error();
    File &file = *opened.file;
    Report report{.verb = u"timeline"_s};
    const QByteArray columns =
        "SELECT seq, mid, sender, kind, state, body, ev, dead, rev, at_ms, entered_ms, refused"
        " FROM v_messages WHERE chat_key = ?1 AND ";
    Table unsent = tableOf(file, u"unsent"_s, u"Not on the server yet"_s,
                           columns + "seq IS NULL ORDER BY message_key", {*key}, question.limit);
    if (opened.isMirror() && question.beforeSeq == 0) report.tables.push_back(std::move(unsent));
    file.clearError(); // a server has no unsent ones, and no column for their order
    Table table = tableOf(file, u"timeline"_s, u"The newest last"_s,
                          columns + "seq IS NOT NULL AND (?2 = 0 OR seq < ?2) ORDER BY seq DESC",
                          {*key, question.beforeSeq}, question.limit);
    if (table.columns.empty()) return checked(opened, report); // it cannot be read
    std::reverse(table.rows.begin(), table.rows.end());
    table.columns.insert(table.columns.begin() + 1, {u"missing_before"_s, Column::As::Text});
    qint64 last = table.rows.empty() ? 0 : table.rows.front()[0].toLongLong() - 1;
    qint64 missing = 0;
    for (QVariantList &row : table.rows) {
        const qint64 seq = row[0].toLongLong();
        row.insert(1, seq > last + 1 ? QVariant(seq - last - 1) : QVariant());
        missing += std::max<qint64>(0, seq - last - 1);
        last = seq;
    }
    if (missing > 0)
        report.notes.append(
            u"%1 messages between those shown are not held; \"gaps\" shows the holes."_s.arg(missing));
    report.tables.push_back(std::move(table));
    return checked(opened, report);
}

Result<Report> query(Opened &opened, const Question &question)
{
    File &file = *opened.file;
    Report report{.verb = u"query"_s};
    file.setTimeLimit(question.timeLimitMs);
    report.tables.push_back(
        tableOf(file, u"rows"_s, u"Rows"_s, question.words.toUtf8(), {}, question.limit, true));
    file.setTimeLimit(File::statementMs);
    return checked(opened, report);
}

} // namespace kith::inspect
