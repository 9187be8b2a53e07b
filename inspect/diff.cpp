// kith-inspect diff: two files of one case, read side by side in the order of ids.
#include "inspect/verbs.h"

#include <map>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

/// What is compared of a message; times of entering and local states are each side's own.
const QByteArray messages =
    "SELECT mid_bytes, mid, chat, seq, rev, ev, dead, body_mark, state, at_ms FROM v_messages"
    " ORDER BY mid_bytes";

struct Line {
    QByteArray key;
    QString mid, chat, state;
    QVariant seq;
    qint64 rev = 0, ev = 0, dead = 0, mark = 0, atMs = 0;
};

class Side {
public:
    explicit Side(Opened &opened)
        : m_rows(opened.file->rows(messages))
    {
        step();
    }
    void step()
    {
        m_more = m_rows.next();
        if (!m_more) return;
        at = {m_rows.value(0).toByteArray(),
              m_rows.text(1),
              m_rows.text(2),
              m_rows.text(8),
              m_rows.value(3),
              m_rows.num(4),
              m_rows.num(5),
              m_rows.num(6),
              m_rows.num(7),
              m_rows.num(9)};
    }
    bool more() const { return m_more; }
    Line at;

private:
    Rows m_rows;
    bool m_more = false;
};

struct Chat {
    QString epoch;
    qint64 seq = 0, rev = 0, rx = 0, members = 0;
    std::vector<std::pair<qint64, qint64>> held; // mirrors
    bool holds(qint64 place) const
    {
        for (const auto &[lo, hi] : held)
            if (lo <= place && place <= hi) return true;
        return false;
    }
};

std::map<QString, Chat> chatsOf(Opened &opened)
{
    std::map<QString, Chat> chats;
    {
        Rows rows = opened.file->rows("SELECT chat, epoch, seq, rev, rx, members FROM v_chats");
        while (rows.next())
            chats[rows.text(0)] = {rows.text(1), rows.num(2), rows.num(3), rows.num(4), rows.num(5), {}};
    }
    if (!opened.isMirror()) return chats;
    Rows rows = opened.file->rows("SELECT chat, lo, hi FROM v_ranges ORDER BY chat_key, lo");
    while (rows.next()) chats[rows.text(0)].held.emplace_back(rows.num(1), rows.num(2));
    return chats;
}

QString differing(const Line &a, const Line &b)
{
    QStringList what;
    if (a.seq != b.seq) what.append(u"place"_s);
    if (a.rev != b.rev) what.append(u"revision"_s);
    if (a.ev != b.ev) what.append(u"edits"_s);
    if (a.dead != b.dead) what.append(u"deleted"_s);
    if (a.mark != b.mark) what.append(u"text"_s);
    return what.join(u", "_s);
}

struct Found {
    Table table{
        .key = u"messages"_s,
        .title = u"Messages that differ"_s,
        .columns =
            {{u"mid"_s}, {u"chat"_s}, {u"seq"_s}, {u"what"_s}, {u"where"_s}, {u"at_ms"_s, Column::As::Time}},
        .rows = {}};
    qint64 same = 0, changed = 0, onlyA = 0, onlyB = 0, notFetched = 0, unsent = 0, behind = 0;
    qint64 sinceMs = 0;
    int limit = 200;

    void add(const Line &line, const QString &what, const QString &where)
    {
        if (sinceMs == 0 || line.atMs < sinceMs) sinceMs = line.atMs;
        if (int(table.rows.size()) >= limit)
            table.cut = true;
        else
            table.rows.push_back({line.mid, line.chat, line.seq, what, where, line.atMs});
    }
};

void alone(const Line &line, bool inA, const std::map<QString, Chat> &other, bool otherIsMirror, Found &found)
{
    if (line.seq.isNull()) { // only its own device can know it
        ++found.unsent;
        return;
    }
    const auto chat = other.find(line.chat);
    if (chat == other.end()) { // a server has chats of everybody
        ++found.notFetched;
        return;
    }
    if (otherIsMirror && !chat->second.holds(line.seq.toLongLong())) {
        ++found.notFetched;
        return;
    }
    (inA ? found.onlyA : found.onlyB)++;
    found.add(line, otherIsMirror ? u"missing, in a part that counts as held"_s : u"unknown to the server"_s,
              inA ? u"only in the first"_s : u"only in the second"_s);
}

/// Changed after the other file's last word from the server: it will be told.
bool isLater(const Line &line, const std::map<QString, Chat> &other)
{
    const auto chat = other.find(line.chat);
    return chat != other.end() && line.rev > chat->second.rev;
}

Table chatDifferences(const std::map<QString, Chat> &a, const std::map<QString, Chat> &b, bool mirrors,
                      Report &report, int limit)
{
    Table table{.key = u"chats"_s,
                .title = u"Chats whose counters differ"_s,
                .columns = {{u"chat"_s}, {u"what"_s}, {u"first"_s}, {u"second"_s}},
                .rows = {}};
    const auto add = [&](const QString &chat, const QString &what, const QVariant &one, const QVariant &two) {
        if (int(table.rows.size()) >= limit)
            table.cut = true;
        else
            table.rows.push_back({chat, what, one, two});
    };
    int common = 0;
    for (const auto &[chat, one] : a) {
        const auto found = b.find(chat);
        if (found == b.end()) {
            if (mirrors) add(chat, u"only in the first"_s, one.seq, {});
            continue;
        }
        ++common;
        const Chat &two = found->second;
        if (one.epoch != two.epoch && !one.epoch.isEmpty() && !two.epoch.isEmpty())
            add(chat, u"epoch: the server's history was restored or replaced in between"_s, one.epoch,
                two.epoch);
        if (one.seq != two.seq) add(chat, u"newest message"_s, one.seq, two.seq);
        if (one.rev != two.rev) add(chat, u"newest change"_s, one.rev, two.rev);
        if (one.rx != two.rx) add(chat, u"newest mark"_s, one.rx, two.rx);
        if (one.members != two.members) add(chat, u"members"_s, one.members, two.members);
    }
    if (mirrors)
        for (const auto &[chat, two] : b)
            if (!a.contains(chat)) add(chat, u"only in the second"_s, {}, two.seq);
    report.notes.append(u"%1 chats are in both."_s.arg(common));
    if (common == 0)
        report.faults.append(u"The two have no chat in common: are they of one account or server?"_s);
    return table;
}

} // namespace

Result<Report> diff(Opened &a, Opened &b, const Question &question)
{
    if (!a.isMirror() && !b.isMirror())
        return Error{Errc::BadInput,
                     u"two server databases cannot be compared here: name at least one mirror."_s};
    if (a.kind == Opened::Kind::Bundle || b.kind == Opened::Kind::Bundle)
        return Error{Errc::BadInput, u"the texts of a bundle are made up: compare the mirror itself."_s};
    Report report{.verb = u"diff"_s};
    const auto ofA = chatsOf(a), ofB = chatsOf(b);
    report.tables.push_back(chatDifferences(ofA, ofB, a.isMirror() && b.isMirror(), report, question.limit));
    Found found;
    found.limit = question.limit;
    {
        Side left(a), right(b);
        while (left.more() || right.more()) {
            const int order = !left.more() ? 1 : !right.more() ? -1 : left.at.key.compare(right.at.key);
            if (order < 0) {
                alone(left.at, true, ofB, b.isMirror(), found);
                left.step();
            } else if (order > 0) {
                alone(right.at, false, ofA, a.isMirror(), found);
                right.step();
            } else {
                const QString what = differing(left.at, right.at);
                if (what.isEmpty())
                    ++found.same;
                else if (isLater(left.at, ofB) || isLater(right.at, ofA))
                    ++found.behind;
                else if (left.at.seq.isNull() != right.at.seq.isNull())
                    ++found.unsent; // answered, and the answer not stored yet
                else {
                    ++found.changed;
                    found.add(left.at, what, u"both"_s);
                }
                left.step();
                right.step();
            }
        }
    }
    for (Opened *side : {&a, &b})
        if (side->file->failed()) {
            const Error error = side->file->error();
            side->file->clearError();
            return error;
        }
    Table counts{
        .key = u"counts"_s,
        .title = u"Messages"_s,
        .columns = {{u"equal"_s},
                    {u"changed"_s},
                    {u"only_first"_s},
                    {u"only_second"_s},
                    {u"not_fetched_or_not_shared"_s},
                    {u"unsent"_s},
                    {u"changed_since_last_sync"_s},
                    {u"oldest_difference_ms"_s, Column::As::Time}},
        .rows = {{found.same, found.changed, found.onlyA, found.onlyB, found.notFetched, found.unsent,
                  found.behind, found.sinceMs > 0 ? QVariant(found.sinceMs) : QVariant()}},
        .facts = true};
    report.tables.insert(report.tables.begin(), std::move(counts));
    report.tables.push_back(std::move(found.table));
    const qint64 differences = found.changed + found.onlyA + found.onlyB;
    if (differences > 0)
        report.faults.append(u"%1 messages differ."_s.arg(differences));
    else
        report.notes.append(u"Every message that both should hold is equal."_s);
    report.notes = a.remarks + b.remarks + report.notes;
    return report;
}

} // namespace kith::inspect
