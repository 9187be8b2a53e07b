#include "app/lab/beliefs.h"

#include "app/lab/lab_client.h"
#include "app/lab/ledger.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

struct ServerChat {
    qint64 rev = 0, seq = 0;
    int unread = 0;
    qint64 rx = 0;
};

/// The chats of a person as the server has them.
QHash<QByteArray, ServerChat> chatsOf(const Ledger &server, const QString &login)
{
    QHash<QByteArray, ServerChat> all;
    const auto rows = server.rows(
        u"SELECT c.id, c.rev, c.seq, (SELECT count(*) FROM messages m WHERE m.chat_id = c.id AND m.seq > "
        u"p.seen_pub"
        " AND m.sender <> p.user_id AND m.dead = 0 AND m.kind <> 'service'),"
        " ifnull((SELECT r.rx FROM chat_rx r WHERE r.chat_id = c.id), 0) FROM users u"
        " JOIN chat_members p ON p.user_id = u.id AND p.left_rev = 0 JOIN chats c ON c.id = p.chat_id"
        " WHERE u.login = ?"_s,
        5, {login});
    for (const QVariantList &row : rows)
        all.insert(row[0].toByteArray(),
                   {row[1].toLongLong(), row[2].toLongLong(), row[3].toInt(), row[4].toLongLong()});
    return all;
}

void readMirror(Belief &belief, const QString &file, const QHash<QByteArray, ServerChat> &server,
                const QByteArray &epoch)
{
    if (file.isEmpty() || !QFile::exists(file)) return;
    const Ledger mirror(file);
    if (!mirror.isOpen() || mirror.number(u"SELECT count(*) FROM chats"_s) < 0) return;
    belief.readable = true;
    belief.waiting = int(mirror.number(u"SELECT count(*) FROM outbox WHERE refused = 0"_s));
    belief.refused = int(mirror.number(u"SELECT count(*) FROM outbox WHERE refused = 1"_s));
    belief.oldestWaitingMs = mirror.number(u"SELECT ifnull(min(entered), 0) FROM outbox WHERE refused = 0"_s);
    belief.receiptsWaiting =
        int(mirror.number(u"SELECT count(*) FROM receipts WHERE want_delivered > ack_delivered"
                          " OR want_seen > ack_seen"_s));
    QHash<QByteArray, qint64> revs, marks;
    const auto rows =
        mirror.rows(u"SELECT c.id, c.rev, c.epoch, (SELECT count(*) FROM messages m WHERE m.chat_pk = c.pk "
                    u"AND m.seq NOT NULL),"
                    " (SELECT count(*) FROM messages m WHERE m.chat_pk = c.pk AND m.seq > ifnull((SELECT "
                    "want_seen FROM receipts r"
                    "  WHERE r.chat_pk = c.pk), 0) AND m.sender_pk NOT IN (SELECT pk FROM users WHERE id ="
                    "  (SELECT value FROM meta WHERE key = 'user')) AND m.dead = 0 AND ifnull(m.kind, "
                    "'text') <> 'service'), c.rx"
                    " FROM chats c WHERE c.left = 0 AND c.known = 1"_s,
                    6);
    for (const QVariantList &row : rows) {
        const QByteArray chat = row[0].toByteArray();
        revs.insert(chat, row[1].toLongLong());
        marks.insert(chat, row[5].toLongLong());
        ++belief.chats;
        belief.messages += row[3].toLongLong();
        belief.unread += row[4].toInt();
        if (const QByteArray held = row[2].toByteArray(); !held.isEmpty() && held != epoch)
            belief.otherEpoch = true;
    }
    for (auto it = server.begin(); it != server.end(); ++it) {
        belief.behind += std::max<qint64>(0, it->rev - revs.value(it.key(), 0));
        belief.marksBehind += std::max<qint64>(0, it->rx - marks.value(it.key(), 0));
    }
}

} // namespace

QStringList Belief::differences() const
{
    QStringList all;
    if (waiting > 0) all.append(u"outbox"_s);
    if (behind > 0) all.append(u"behind"_s);
    if (chats != serverChats) all.append(u"chats"_s);
    if (messages != serverMessages) all.append(u"messages"_s);
    if (unread != serverUnread) all.append(u"unread"_s);
    if (receiptsWaiting > 0 || marksBehind > 0) all.append(u"receipts"_s);
    if (otherEpoch) all.append(u"epoch"_s);
    return all;
}

std::vector<Belief> beliefsOf(const std::vector<LabClient *> &clients, const QString &serverDatabase)
{
    std::vector<Belief> all;
    const Ledger server(serverDatabase);
    const auto meta = server.rows(u"SELECT epoch FROM meta"_s, 1);
    const QByteArray epoch = meta.isEmpty() ? QByteArray() : meta.first().first().toByteArray();
    for (const LabClient *client : clients) {
        Belief belief;
        belief.client = client->name();
        belief.person = client->setup().display;
        belief.process = !client->isRunning() ? u"stopped"_s
                         : client->isAsleep() ? u"asleep"_s
                                              : u"running"_s;
        belief.phase = client->phase();
        const auto chats = chatsOf(server, client->setup().login);
        belief.serverChats = int(chats.size());
        for (const ServerChat &chat : chats) {
            belief.serverMessages += chat.seq;
            belief.serverUnread += chat.unread;
        }
        readMirror(belief, client->mirror(), chats, epoch);
        all.push_back(std::move(belief));
    }
    return all;
}

QString beliefTable(const std::vector<Belief> &beliefs, qint64 nowMs)
{
    const auto beside = [](auto mine, auto theirs) {
        return mine == theirs ? QString::number(mine) : u"%1 ≠ %2"_s.arg(mine).arg(theirs);
    };
    QList<QStringList> table{{u"client"_s, u"process"_s, u"connection"_s, u"outbox"_s, u"oldest"_s,
                              u"messages"_s, u"behind"_s, u"chats"_s, u"unread"_s, u"receipts"_s}};
    for (const Belief &b : beliefs) {
        if (!b.readable) {
            table.append({b.client, b.process, b.phase, u"no mirror can be read"_s});
            continue;
        }
        const QString refused = b.refused > 0 ? u" (%1 refused)"_s.arg(b.refused) : QString();
        table.append({b.client, b.process, b.phase.isEmpty() ? u"-"_s : b.phase,
                      (b.waiting > 0 ? u"≠ %1"_s : u"%1"_s).arg(b.waiting) + refused,
                      b.waiting > 0 ? u"%1 s"_s.arg((nowMs - b.oldestWaitingMs) / 1000) : u"-"_s,
                      beside(b.messages, b.serverMessages),
                      (b.behind > 0 ? u"≠ %1"_s : u"%1"_s).arg(b.behind) +
                          (b.otherEpoch ? u" (other epoch)"_s : QString()),
                      beside(b.chats, b.serverChats), beside(b.unread, b.serverUnread),
                      (b.receiptsWaiting > 0 ? u"≠ %1"_s : u"%1"_s).arg(b.receiptsWaiting)});
    }
    QList<qsizetype> width(table.first().size(), 0);
    for (const QStringList &row : table)
        for (qsizetype i = 0; i < row.size(); ++i) width[i] = std::max(width[i], row[i].size());
    QString text;
    for (const QStringList &row : table) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) line += row[i].leftJustified(width[i] + 2);
        text += line.trimmed() + u'\n';
    }
    return text;
}

} // namespace kith::lab
