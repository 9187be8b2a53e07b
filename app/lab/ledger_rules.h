#pragma once
#include "app/lab/ledger.h"

/// What may never be true of the databases, told by plain SQL and a walk over the rows.
namespace kith::lab {

/// The server's log in timeline order.
inline QList<LedgerRow> serverLog(const Ledger &server)
{
    return server.messages(u"SELECT mid, chat_id, seq, rev, sender, body, dead FROM messages"
                           " ORDER BY chat_id, seq"_s);
}

/// What a mirror holds, unsent messages last.
inline QList<LedgerRow> mirrorLog(const Ledger &mirror)
{
    return mirror.messages(u"SELECT m.mid, c.id, coalesce(m.seq, 0), m.rev, u.id, m.body, m.dead"
                           " FROM messages m JOIN chats c ON c.pk = m.chat_pk"
                           " LEFT JOIN users u ON u.pk = m.sender_pk"
                           " ORDER BY c.id, m.seq IS NULL, m.seq, m.local_pos"_s);
}

/// What may never be true of a server's database; empty = sound.
inline QStringList faultsOfServer(const Ledger &server)
{
    QStringList faults;
    QMap<ChatId, qint64> last;
    QSet<Mid> mids;
    QSet<QPair<QUuid, qint64>> revs;
    for (const LedgerRow &row : serverLog(server)) {
        const QString where = QString::fromLatin1(row.chat.text()) + u' ' + QString::number(row.seq);
        if (row.seq != ++last[row.chat]) faults.append(where + u": the numbers have a hole"_s);
        if (mids.contains(row.mid)) faults.append(where + u": the id occurs twice"_s);
        if (revs.contains({row.chat.value, row.rev})) faults.append(where + u": the revision occurs twice"_s);
        mids.insert(row.mid);
        revs.insert({row.chat.value, row.rev});
    }
    const auto never = [&](const QString &what, const QString &sql) {
        if (const qint64 count = server.number(sql); count != 0)
            faults.append(u"%1: %2"_s.arg(what).arg(count));
    };
    never(u"a chat's head is not its last message"_s,
          u"SELECT count(*) FROM chats c WHERE c.seq <>"
          " (SELECT coalesce(max(seq), 0) FROM messages m WHERE m.chat_id = c.id)"_s);
    never(u"a row is newer than its chat"_s,
          u"SELECT count(*) FROM messages m JOIN chats c ON c.id = m.chat_id WHERE m.rev > c.rev"_s);
    never(u"a watermark is out of bounds"_s,
          u"SELECT count(*) FROM chat_members m JOIN chats c ON c.id = m.chat_id"
          " WHERE m.seen_pub > m.delivered OR m.delivered > c.seq"_s);
    return faults;
}

/// What differs between a mirror that is current and the server, in the chats it holds.
inline QStringList differences(const Ledger &server, const Ledger &mirror)
{
    QHash<Mid, LedgerRow> log;
    for (const LedgerRow &row : serverLog(server)) log.insert(row.mid, row);
    QStringList found;
    QSet<ChatId> chats;
    QSet<Mid> held;
    for (const LedgerRow &row : mirrorLog(mirror)) {
        chats.insert(row.chat);
        held.insert(row.mid);
        const QString mid = QString::fromLatin1(row.mid.text());
        if (row.seq == 0)
            found.append(mid + u": still unsent"_s);
        else if (!log.contains(row.mid))
            found.append(mid + u": held as sent, unknown to the server"_s);
        else if (!(log.value(row.mid) == row))
            found.append(mid + u": differs from the server's row"_s);
    }
    for (const LedgerRow &row : std::as_const(log))
        if (chats.contains(row.chat) && !held.contains(row.mid))
            found.append(QString::fromLatin1(row.mid.text()) + u": missing in the mirror"_s);
    return found;
}

} // namespace kith::lab
