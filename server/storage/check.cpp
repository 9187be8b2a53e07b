#include "server/storage/check.h"

#include "core/base/random.h"
#include "core/wire/attachment_codec.h"
#include "core/wire/state_value.h"
#include "server/storage/check_rules.h"
#include "server/storage/db.h"
#include "server/storage/epoch_guard.h"
#include "server/storage/schema.h"

#include <QFileInfo>
#include <iterator>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

const auto restore =
    u"Keep this file, and start the server on the newest backup that passes this check: clients bring "
    "back what they sent since."_s;
const auto tell =
    u"Make a copy of the data folder and tell the makers of Kith: no server should write this. People can "
    "go on; what is named here may be shown wrongly."_s;

/// Text of a 16-byte id as kith-cli shows it; of anything else its bytes.
QString idText(const QByteArray &blob)
{
    return blob.size() == 16 ? QString::fromLatin1(Mid::fromBlob(blob).text())
                             : u"x'%1'"_s.arg(QString::fromLatin1(blob.toHex()));
}

class Check {
public:
    Check(Db &db, const CheckProgress &progress)
        : m_db(db)
        , m_progress(progress)
    {
    }

    CheckReport run(bool guardAhead)
    {
        constexpr const char *own[] = {"file",  "foreign-keys", "schema",
                                       "guard", "own-marks",    "message-files"};
        m_all = int(std::size(own) + checkRules().size());
        m_report.epoch = epoch();
        m_report.schema = int(m_db.number("PRAGMA user_version"));
        m_report.commitNo = m_db.number("SELECT commit_no FROM meta");
        begin(u"guard"_s);
        if (guardAhead)
            add(u"guard"_s,
                u"the server had stored more than this database holds: it was restored from an older "
                "copy"_s,
                u"Start the server: it begins a new epoch by itself, and clients bring back what they sent since."_s,
                {});
        begin(u"file"_s);
        wholeFile();
        begin(u"foreign-keys"_s);
        readable(u"foreign-keys"_s, [this] { foreignKeys(); });
        begin(u"schema"_s);
        sameSchema();
        readable(u"file"_s, [this] {
            m_report.users = m_db.number("SELECT count(*) FROM users");
            m_report.chats = m_db.number("SELECT count(*) FROM chats");
            m_report.messages = m_db.number("SELECT ifnull(sum(seq), 0) FROM chats");
        });
        for (const CheckRule &rule : checkRules()) apply(rule);
        begin(u"own-marks"_s);
        readable(u"own-marks"_s, [this] { ownMarks(); });
        begin(u"message-files"_s);
        readable(u"message-files"_s, [this] { messageFiles(); });
        m_report.rules = m_all;
        return std::move(m_report);
    }

private:
    EpochId epoch()
    {
        Statement select(m_db, "SELECT epoch FROM meta");
        Rows rows = select.rows();
        return rows.next() ? rows.id<EpochId>(0) : EpochId{};
    }

    void begin(const QString &rule)
    {
        if (m_progress) m_progress(m_done, m_all, rule);
        ++m_done;
    }

    void add(const QString &rule, const QString &what, const QString &advice, const QString &example)
    {
        auto &all = m_report.findings;
        if (all.empty() || all.back().rule != rule) all.push_back({rule, what, advice, 0, {}});
        CheckFinding &finding = all.back();
        ++finding.count;
        if (!example.isEmpty() && finding.examples.size() < CheckReport::mostExamples)
            finding.examples << example;
    }

    /// SQLite's own check: pages, records, and that each index agrees with its table; so what is UNIQUE is
    /// unique.
    void wholeFile()
    {
        Statement pragma(m_db, "PRAGMA integrity_check(100)");
        Rows rows = pragma.rows();
        while (rows.next())
            if (const QString said = rows.text(0); said != u"ok"_s)
                add(u"file"_s, u"the file is damaged"_s, restore, said);
    }

    void foreignKeys()
    {
        Statement pragma(m_db, "PRAGMA foreign_key_check");
        Rows rows = pragma.rows();
        for (int n = 0; n < CheckReport::mostCounted && rows.next(); ++n)
            add(u"foreign-keys"_s, u"a row refers to one that is not there"_s, restore,
                u"%1 refers to %2"_s.arg(rows.text(0), rows.text(2)));
    }

    static QHash<QString, QString> shapeOf(Db &db)
    {
        QHash<QString, QString> shape;
        Statement select(db, "SELECT type || ' ' || name, ifnull(sql, '') FROM sqlite_schema"
                             " WHERE name NOT LIKE 'sqlite_stat%'");
        Rows rows = select.rows();
        while (rows.next()) shape.insert(rows.text(0), rows.text(1));
        return shape;
    }

    void sameSchema()
    {
        Db fresh(u":memory:"_s, true, nullptr);
        SystemRandom random;
        migrate(fresh, random);
        const auto want = shapeOf(fresh), found = shapeOf(m_db);
        const auto differs = [this](const QString &name, const QString &how) {
            add(u"schema"_s, u"tables or indexes are not those of schema %1"_s.arg(schemaVersion), restore,
                name + how);
        };
        for (auto it = want.cbegin(); it != want.cend(); ++it)
            if (!found.contains(it.key()))
                differs(it.key(), u" is missing"_s);
            else if (found[it.key()] != *it)
                differs(it.key(), u" is another one"_s);
        for (auto it = found.cbegin(); it != found.cend(); ++it)
            if (!want.contains(it.key())) differs(it.key(), u" does not belong here"_s);
    }

    static QString placeOf(const Rows &rows, const char *other)
    {
        QStringList parts;
        if (!rows.isNull(0)) parts << u"chat "_s + idText(rows.bytes(0));
        if (!rows.isNull(1)) parts << QString::fromLatin1(other) + u' ' + idText(rows.bytes(1));
        const QString text = rows.text(2);
        if (parts.isEmpty()) return text;
        return text.isEmpty() ? parts.join(u", "_s) : parts.join(u", "_s) + u": "_s + text;
    }

    void apply(const CheckRule &rule)
    {
        const QString name = QString::fromLatin1(rule.name);
        begin(name);
        readable(name, [&] {
            Statement select(m_db, rule.sql);
            Rows rows = select.rows();
            for (int n = 0; n < CheckReport::mostCounted && rows.next(); ++n)
                add(name, QString::fromUtf8(rule.broken), tell, placeOf(rows, rule.other));
        });
    }

    /// Where the file is damaged a rule may not be readable to its end; the others still are.
    template <class F> void readable(const QString &rule, F &&look)
    {
        try {
            look();
        } catch (const Failure &failure) {
            if (failure.error.code != Errc::Corrupt) throw;
            add(rule, u"this could not be looked at: the file is damaged"_s, restore, failure.error.what);
        }
    }

    /// What a member's devices are told of on their own stream must be what the chat says of them.
    void ownMarks()
    {
        Statement members(m_db, "SELECT chat_id, user_id, seen_pub, left_rev <> 0 FROM chat_members");
        Statement state(m_db, "SELECT value FROM user_state WHERE user_id = ?1 AND kind = ?2 AND key = ?3");
        const auto value = [&](const UserId &user, const QString &kind, const QByteArray &key) {
            Rows rows = state.rows(user, kind, key);
            return rows.next() ? rows.bytes(0) : QByteArray();
        };
        Rows rows = members.rows();
        int left = CheckReport::mostCounted;
        while (left > 0 && rows.next()) {
            const auto chat = rows.id<ChatId>(0);
            const auto user = rows.id<UserId>(1);
            const auto seen = wire::decodeNumber(value(user, u"seen"_s, chat.text())).value_or(0);
            const auto membership = wire::decodeMembership(value(user, u"chat"_s, chat.text()));
            const bool gone = rows.number(3) != 0;
            QString why;
            if (!membership || membership->left != gone)
                why = gone ? u"their devices were not told that they left"_s
                           : u"their devices were not told that they are in it"_s;
            else if (seen != rows.number(2))
                why = u"seen %1 for others, %2 for their own devices"_s.arg(rows.number(2)).arg(seen);
            if (why.isEmpty()) continue;
            --left;
            add(u"own-marks"_s, u"somebody's own devices were told something else than the chat says"_s, tell,
                u"chat %1, user %2: %3"_s.arg(QString::fromLatin1(chat.text()),
                                              QString::fromLatin1(user.text()), why));
        }
    }

    void messageFiles()
    {
        Statement messages(m_db,
                           "SELECT chat_id, mid, extra FROM messages WHERE extra IS NOT NULL AND dead = 0"
                           " AND kind <> 'service'");
        Statement used(m_db, "SELECT 1 FROM attachments WHERE id = ?1 AND state = 3 AND (mid = ?2"
                             " OR EXISTS (SELECT 1 FROM attachment_uses u WHERE u.att = ?1 AND u.mid = ?2))");
        Rows rows = messages.rows();
        int left = CheckReport::mostCounted;
        while (left > 0 && rows.next()) {
            const auto mid = rows.id<Mid>(1);
            for (const Attachment &att : wire::attachmentsOrNone(rows.bytes(2))) {
                Rows found = used.rows(att.att, mid);
                if (found.next()) continue;
                --left;
                add(u"message-files"_s,
                    u"a message names an attachment that the server does not keep for it"_s, tell,
                    u"chat %1, message %2: attachment %3"_s.arg(idText(rows.bytes(0)), idText(rows.bytes(1)),
                                                                QString::fromLatin1(att.att.text())));
            }
        }
    }

    Db &m_db;
    const CheckProgress &m_progress;
    CheckReport m_report;
    int m_done = 0, m_all = 0;
};

} // namespace

Result<CheckReport> check(const QString &file, const CheckProgress &progress)
{
    if (!QFileInfo(file).isFile()) return Error{Errc::NotFound, u"there is no database %1"_s.arg(file)};
    try {
        // Before the database: the guard is written after each commit, so it can only be behind what is read
        // later.
        const EpochGuard::Noted guard = EpochGuard::noted(file);
        Db db(file, false, nullptr);
        setUp(db, false);
        requireSchema(db);
        db.exec("BEGIN"); // one moment for all queries
        bool ahead = false;
        {
            Statement select(db, "SELECT db_uuid, commit_no FROM meta");
            Rows rows = select.rows();
            if (rows.next()) ahead = guard.isAheadOf(rows.bytes(0), rows.number(1));
        }
        CheckReport report = Check(db, progress).run(ahead);
        db.exec("COMMIT");
        return report;
    } catch (const Failure &failure) {
        Error error = failure.error;
        if (!error.what.contains(file)) error.what = u"%1: %2"_s.arg(file, error.what);
        return error;
    }
}

} // namespace kith::server
