#include "app/lab/verdict.h"

#include "app/lab/lab.h"
#include "app/lab/ledger_rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

constexpr qsizetype mostFaults = 40; // of one rule; the rest is counted

struct Place {
    int times = 0;
    ChatId chat;
    qint64 seq = 0;
};

QHash<QString, Place> placesIn(const QList<LedgerRow> &log)
{
    QHash<QString, Place> all;
    for (const LedgerRow &row : log) {
        Place &place = all[QString::fromLatin1(row.mid.text())];
        ++place.times;
        place.chat = row.chat;
        place.seq = row.seq;
    }
    return all;
}

/// Ids of the messages that wait in a mirror's outbox, or were refused there.
QSet<QString> keptBy(const Ledger &mirror)
{
    QSet<QString> all;
    for (const auto &row : mirror.rows(u"SELECT mid FROM outbox WHERE kind = 'send'"_s, 1))
        all.insert(QString::fromLatin1(Mid::fromBlob(row[0].toByteArray()).text()));
    return all;
}

struct Rules {
    Verdict::Rule lost{u"none lost"_s, {}}, doubled{u"none doubled"_s, {}},
        order{u"same order everywhere"_s, {}}, receipts{u"receipts agree"_s, {}},
        equal{u"all mirrors equal"_s, {}}, server{u"the server keeps its promises"_s, {}};
};

void judgeEntered(const LabClient &client, const QHash<QString, Place> &places, const QSet<QString> &kept,
                  bool inOrder, Rules &rules)
{
    QHash<ChatId, qint64> last; // in each chat: a device's messages stand in the order of entering
    for (const QString &mid : client.entered()) {
        const Place place = places.value(mid);
        if (place.times == 0 && !(client.signedOut && kept.contains(mid)))
            rules.lost.faults.append(u"%1 of %2 is not in the server's log"_s.arg(mid, client.name()));
        if (place.times > 1)
            rules.doubled.faults.append(
                u"%1 of %2 is in the log %3 times"_s.arg(mid, client.name()).arg(place.times));
        if (place.times == 0) continue;
        qint64 &before = last[place.chat];
        if (inOrder && place.seq < before)
            rules.order.faults.append(u"%1 of %2 stands before an earlier one"_s.arg(mid, client.name()));
        before = std::max(before, place.seq);
    }
}

void judgeMirror(const LabClient &client, const Ledger &server, const Ledger &mirror, Rules &rules)
{
    for (const QString &fault : lab::differences(server, mirror))
        rules.equal.faults.append(client.name() + u": "_s + fault);
    if (const qint64 waits = mirror.number(u"SELECT count(*) FROM outbox"_s); waits != 0)
        rules.lost.faults.append(u"%1: %2 changes are still in the outbox"_s.arg(client.name()).arg(waits));
    if (mirror.number(
            u"SELECT count(*) FROM (SELECT mid FROM messages GROUP BY mid HAVING count(*) > 1)"_s) != 0)
        rules.doubled.faults.append(client.name() + u": a message is held twice"_s);
    // Ticks are computed from watermarks: every mirror must have those that the server has, where the
    // protocol tells them to everybody.
    QHash<QByteArray, QPair<qint64, qint64>> theirs;
    for (const auto &row :
         server.rows(u"SELECT hex(p.chat_id) || hex(p.user_id), p.delivered, p.seen_pub FROM "
                     u"chat_members p JOIN chats c ON c.id = p.chat_id"
                     " WHERE p.left_rev = 0 AND c.members_n <= 32"_s,
                     3))
        theirs.insert(row[0].toByteArray(), {row[1].toLongLong(), row[2].toLongLong()});
    for (const auto &row :
         mirror.rows(u"SELECT hex(c.id) || hex(u.id), m.delivered, m.seen, c.title, u.login FROM "
                     u"members m JOIN chats c ON c.pk = m.chat_pk"
                     " JOIN users u ON u.pk = m.user_pk WHERE m.left = 0 AND c.left = 0"_s,
                     5)) {
        const auto found = theirs.constFind(row[0].toByteArray());
        if (found == theirs.constEnd()) continue;
        if (found->first != row[1].toLongLong() || found->second != row[2].toLongLong())
            rules.receipts.faults.append(
                u"%1 believes that %2 received %3 and saw %4 of \"%5\"; the server has %6 and %7"_s
                    .arg(client.name(), row[4].toString())
                    .arg(row[1].toLongLong())
                    .arg(row[2].toLongLong())
                    .arg(row[3].toString())
                    .arg(found->first)
                    .arg(found->second));
    }
}

void shorten(Verdict::Rule &rule)
{
    const qsizetype all = rule.faults.size();
    if (all <= mostFaults) return;
    rule.faults.resize(mostFaults);
    rule.faults.append(u"… and %1 more"_s.arg(all - mostFaults));
}

} // namespace

bool Verdict::holds() const
{
    return std::all_of(rules.begin(), rules.end(), [](const Rule &rule) { return rule.faults.isEmpty(); });
}

Verdict judge(Lab &lab)
{
    for (LabClient *client : lab.clients()) client->stop();
    Verdict verdict;
    Rules rules;
    rules.server.faults = lab.server().check();
    const Ledger server(lab.server().database());
    if (!server.isOpen()) rules.server.faults.append(u"its database cannot be opened"_s);
    for (const QString &fault : faultsOfServer(server)) rules.server.faults.append(fault);
    const QList<LedgerRow> log = serverLog(server);
    verdict.stored = log.size();
    const QHash<QString, Place> places = placesIn(log);
    for (LabClient *client : lab.clients()) {
        verdict.entered += client->entered().size();
        const Ledger mirror(client->mirror());
        if (!mirror.isOpen()) {
            rules.equal.faults.append(client->name() + u": the mirror cannot be opened"_s);
            continue;
        }
        judgeEntered(*client, places, keptBy(mirror), !lab.restored, rules);
        if (!client->signedOut) judgeMirror(*client, server, mirror, rules);
    }
    Verdict::Rule crashes{u"no program crashed"_s, {}};
    if (auto stopped = lab.server().stop(); !stopped)
        lab.story().tell(u"server"_s, Story::Kind::Trouble, stopped.error().what);
    crashes.faults += lab.server().crashes();
    for (const LabClient *client : lab.clients()) crashes.faults += client->crashes();
    verdict.rules = {rules.lost,  rules.doubled, rules.order, rules.receipts,
                     rules.equal, rules.server,  crashes};
    for (Verdict::Rule &rule : verdict.rules) shorten(rule);
    return verdict;
}

} // namespace kith::lab
