#include "tests/sim/checks.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

namespace kith::sim {

using namespace Qt::StringLiterals;

namespace {
/// A read-only connection for the length of one check.
class Eye {
public:
    explicit Eye(const QString &file, const QString &attached = {})
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        db.setDatabaseName(file);
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (!db.open()) m_faults << u"cannot open %1"_s.arg(file);
        if (!attached.isEmpty()) {
            QSqlQuery attach(db);
            attach.prepare(u"ATTACH ? AS s"_s);
            attach.addBindValue(attached);
            if (!attach.exec()) m_faults << attach.lastError().text();
        }
    }
    ~Eye() { QSqlDatabase::removeDatabase(m_name); }
    Eye(const Eye &) = delete;
    Eye &operator=(const Eye &) = delete;

    /// Every row of `sql` is a fault; its columns are appended to `what`.
    void none(const QString &what, const QString &sql)
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        query.setForwardOnly(true);
        if (!query.exec(sql)) {
            m_faults << u"%1: %2"_s.arg(what, query.lastError().text());
            return;
        }
        for (int rows = 0; rows < 3 && query.next(); ++rows) {
            QString row = what;
            for (int i = 0; i < query.record().count(); ++i) row += u" | "_s + query.value(i).toString();
            m_faults << row;
        }
    }
    QSqlQuery query(const QString &sql)
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        query.setForwardOnly(true);
        if (!query.exec(sql)) m_faults << query.lastError().text();
        return query;
    }
    QStringList faults() const { return m_faults; }
    void fault(const QString &what) { m_faults << what; }

private:
    const QString m_name = u"eye"_s;
    QStringList m_faults;
};
} // namespace

QStringList checkServer(const QString &serverFile)
{
    Eye eye(serverFile);
    eye.none(u"1 seqs are not exactly 1..seq"_s,
             u"SELECT hex(c.id), c.seq, count(m.seq), max(m.seq) FROM chats c LEFT JOIN messages m ON "
             u"m.chat_id = c.id"
             " GROUP BY c.id HAVING count(m.seq) <> c.seq OR coalesce(max(m.seq), 0) <> c.seq"_s);
    eye.none(u"1 a rev beyond the chat's"_s,
             u"SELECT hex(c.id), m.seq, m.rev, c.rev FROM messages m JOIN chats c ON c.id = m.chat_id"
             " WHERE m.rev > c.rev"_s);
    eye.none(
        u"2 watermarks out of bounds"_s,
        u"SELECT hex(c.id), seen_pub, delivered, c.seq FROM chat_members cm JOIN chats c ON c.id = cm.chat_id"
        " WHERE seen_pub > delivered OR delivered > c.seq OR seen_pub < 0"_s);
    eye.none(u"1 one mid in two chats"_s,
             u"SELECT hex(mid) FROM messages GROUP BY mid HAVING count(*) > 1"_s);
    return eye.faults();
}

QStringList checkMirror(const QString &mirrorFile, const QString &serverFile)
{
    Eye eye(mirrorFile, serverFile);
    eye.none(
        u"7 a row inside a live range differs from the server's"_s,
        u"SELECT hex(c.id), sm.seq, sm.rev, c.rev, coalesce(m.rev, -1), coalesce(m.seq, -1)"
        " FROM chats c JOIN ranges r ON r.chat_pk = c.pk AND r.as_of IS NULL"
        " JOIN s.messages sm ON sm.chat_id = c.id AND sm.seq BETWEEN r.lo AND r.hi AND sm.rev <= c.rev"
        " LEFT JOIN messages m ON m.mid = sm.mid AND m.chat_pk = c.pk"
        " LEFT JOIN users u ON u.pk = m.sender_pk"
        " WHERE m.pk IS NULL OR m.seq IS NOT sm.seq OR m.rev <> sm.rev OR m.body <> sm.body OR m.ev <> sm.ev"
        " OR m.dead <> sm.dead OR u.id <> sm.sender"_s);
    eye.none(
        u"8 the cursor is ahead of the server"_s,
        u"SELECT hex(c.id), c.rev, sc.rev FROM chats c JOIN s.chats sc ON sc.id = c.id WHERE c.rev > sc.rev"_s);
    eye.none(u"9 ranges overlap"_s, u"SELECT a.chat_pk, a.lo, a.hi, b.lo FROM ranges a JOIN ranges b ON "
                                    u"b.chat_pk = a.chat_pk AND b.lo > a.lo"
                                    " WHERE b.lo <= a.hi"_s);
    eye.none(u"9 a range is empty or reversed"_s,
             u"SELECT chat_pk, lo, hi FROM ranges WHERE hi < lo OR lo < 1"_s);
    eye.none(u"10 an unsent message without an outbox item"_s,
             u"SELECT hex(m.mid), m.state FROM messages m WHERE m.seq IS NULL AND m.state <> 3 AND NOT EXISTS"
             " (SELECT 1 FROM outbox o WHERE o.mid = m.mid AND o.kind = 'send')"_s);
    eye.none(u"10 an outbox item whose message has been answered"_s,
             u"SELECT hex(o.mid) FROM outbox o JOIN messages m ON m.mid = o.mid WHERE o.kind = 'send' AND "
             u"m.seq NOT NULL"
             " AND o.refused = 0"_s);
    eye.none(u"11 a watermark was invented"_s,
             u"SELECT hex(c.id), mm.delivered, sm.delivered, mm.seen, sm.seen_pub FROM members mm"
             " JOIN chats c ON c.pk = mm.chat_pk JOIN users u ON u.pk = mm.user_pk"
             " JOIN s.chat_members sm ON sm.chat_id = c.id AND sm.user_id = u.id"
             " WHERE mm.delivered > sm.delivered OR mm.seen > sm.seen_pub"_s);
    eye.none(u"13 acknowledged more than wanted"_s,
             u"SELECT chat_pk, want_delivered, ack_delivered, want_seen, ack_seen FROM receipts"
             " WHERE ack_delivered > want_delivered OR ack_seen > want_seen"_s);
    eye.none(u"3 shown as sent but not in the log"_s,
             u"SELECT hex(m.mid), m.seq FROM messages m WHERE m.seq NOT NULL AND m.state = 2 AND NOT EXISTS"
             " (SELECT 1 FROM s.messages sm WHERE sm.mid = m.mid)"_s);
    return eye.faults();
}

QStringList checkSettled(const QString &mirrorFile, const QString &serverFile)
{
    Eye eye(mirrorFile, serverFile);
    eye.none(u"L1 the outbox is not empty"_s,
             u"SELECT pk, kind, tries, last_error, hex(mid) FROM outbox WHERE refused = 0"_s);
    eye.none(
        u"L2 a cursor is not at the head"_s,
        u"SELECT hex(c.id), c.rev, sc.rev, c.rx, x.rx, c.seq, sc.seq FROM chats c JOIN s.chats sc ON sc.id = "
        u"c.id"
        " LEFT JOIN s.chat_rx x ON x.chat_id = c.id"
        " WHERE c.left = 0 AND (c.rev <> sc.rev OR c.tag <> sc.tag OR c.rx <> coalesce(x.rx, 0) OR c.seq <> sc.seq)"_s);
    eye.none(u"L2 a chat of the user is not held"_s,
             u"SELECT hex(cm.chat_id) FROM s.chat_members cm"
             " WHERE cm.left_rev = 0 AND cm.user_id = (SELECT value FROM meta WHERE key = 'user')"
             " AND NOT EXISTS (SELECT 1 FROM chats c WHERE c.id = cm.chat_id)"_s);
    eye.none(u"L3 history is not whole"_s,
             u"SELECT hex(c.id), c.seq, (SELECT sum(hi - lo + 1) FROM ranges r WHERE r.chat_pk = c.pk AND "
             u"as_of IS NULL)"
             " FROM chats c WHERE c.left = 0 AND c.seq <> coalesce((SELECT sum(hi - lo + 1) FROM ranges r"
             " WHERE r.chat_pk = c.pk AND as_of IS NULL), 0)"_s);
    eye.none(u"L4 a message that the server does not have"_s,
             u"SELECT hex(m.mid), m.state FROM messages m WHERE m.state <> 3 AND NOT EXISTS"
             " (SELECT 1 FROM s.messages sm WHERE sm.mid = m.mid)"_s);
    eye.none(
        u"a watermark differs from the server's"_s,
        u"SELECT hex(c.id), hex(u.id), coalesce(mm.delivered, 0), sm.delivered, coalesce(mm.seen, 0), "
        u"sm.seen_pub"
        " FROM s.chat_members sm JOIN chats c ON c.id = sm.chat_id AND c.left = 0 JOIN users u ON u.id = "
        "sm.user_id"
        " LEFT JOIN members mm ON mm.chat_pk = c.pk AND mm.user_pk = u.pk"
        " WHERE sm.left_rev = 0 AND (coalesce(mm.delivered, 0) <> sm.delivered OR coalesce(mm.seen, 0) <> sm.seen_pub)"_s);
    eye.none(
        u"13 a wanted receipt was never acknowledged"_s,
        u"SELECT chat_pk, want_delivered, ack_delivered, want_seen, ack_seen FROM receipts r JOIN chats c"
        " ON c.pk = r.chat_pk WHERE c.left = 0 AND (want_delivered > ack_delivered OR want_seen > ack_seen)"_s);
    eye.none(u"a reaction differs"_s,
             u"SELECT hex(sr.mid), sr.emoji, sr.ver FROM s.reactions sr JOIN chats c ON c.id = sr.chat_id "
             u"AND c.left = 0"
             " JOIN users u ON u.id = sr.user_id LEFT JOIN reactions r ON r.mid = sr.mid AND r.user_pk = u.pk"
             " AND r.emoji = sr.emoji WHERE r.mid IS NULL OR r.ver <> sr.ver OR r.\"on\" <> sr.is_on"_s);
    return eye.faults();
}

QStringList checkLedger(const QString &serverFile, const std::vector<Entered> &entered)
{
    Eye eye(serverFile);
    QHash<QByteArray, std::pair<qint64, QByteArray>> log; // mid → seq, chat
    auto rows = eye.query(u"SELECT mid, seq, chat_id FROM messages"_s);
    while (rows.next())
        log.insert(rows.value(0).toByteArray(), {rows.value(1).toLongLong(), rows.value(2).toByteArray()});
    rows.clear();
    QHash<QByteArray, qint64>
        last; // device + chat as it was when entering (a new direct chat may join another) → seq
    for (const Entered &one : entered) {
        const auto found = log.constFind(one.mid.blob());
        if (found == log.cend()) {
            if (!one.mayVanish)
                eye.fault(u"L6 a message never arrived: %1"_s.arg(QLatin1StringView(one.mid.text())));
            continue;
        }
        if (one.mayVanish) continue; // a tombstone may have been placed late
        const QByteArray lane = QByteArray::number(one.device) + one.chat.blob();
        if (found->first <= last.value(lane))
            eye.fault(u"5 out of order: %1 (%2) entered in %3, stored in %4 at %5 after %6"_s
                          .arg(QLatin1StringView(one.mid.text()), one.body,
                               QLatin1StringView(one.chat.text()),
                               QLatin1StringView(ChatId::fromBlob(found->second).text()))
                          .arg(found->first)
                          .arg(last.value(lane)));
        last.insert(lane, found->first);
    }
    return eye.faults();
}

} // namespace kith::sim
