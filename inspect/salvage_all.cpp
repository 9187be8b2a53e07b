#include "inspect/salvage_all.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/store/damaged_file.h"
#include "core/store/mirror.h"
#include "core/store/salvage.h"
#include "inspect/file.h"
#include "ui/text/words.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr qint64 chunk = 20'000;
constexpr int batchRows = 500;
constexpr qint64 unknownEnd = 5'000'000;
constexpr int emptyChunks = 10; // in a row: the end, where nothing tells of it

template <class IdT> IdT idOf(const QVariant &value) { return IdT::fromBlob(value.toByteArray()); }

struct Counts {
    qint64 read = 0, lost = 0;
    bool unsure = false;
};

class Salvage {
public:
    Salvage(const QString &in, Mirror &to)
        : m_old(in)
        , m_to(to)
    {
    }
    UserId owner(const QString &in);
    Status all(Report &report);

private:
    Status people();
    Status chats();
    Status members();
    Status messages();
    Status reactions();
    Status ranges();
    void note(const QString &what, const DamagedFile::Rows &rows)
    {
        m_counts[what].lost += rows.lost;
        m_counts[what].unsure |= rows.unsure;
    }
    template <class F> Status write(const std::vector<QVariantList> &rows, F &&one)
    {
        for (size_t at = 0; at < rows.size(); at += batchRows) {
            const Status written = m_to.write([&] {
                for (size_t i = at; i < std::min(rows.size(), at + batchRows); ++i) one(rows[i]);
            });
            if (!written) return written;
        }
        return ok();
    }

    DamagedFile m_old;
    Mirror &m_to;
    QHash<qint64, UserInfo> m_people;
    QHash<qint64, ChatId> m_chats;
    std::map<QString, Counts> m_counts;
};

UserId Salvage::owner(const QString &in)
{
    const auto named = m_old.first(u"SELECT value FROM meta WHERE key = ?"_s, u"user"_s);
    if (!named.isEmpty() && idOf<UserId>(named.first())) return idOf<UserId>(named.first());
    DamagedFile spare(Spare::fileOf(in));
    const auto other = spare.first(u"SELECT value FROM about WHERE key = ?"_s, u"user"_s);
    return other.isEmpty() ? UserId{} : idOf<UserId>(other.first());
}

Status Salvage::people()
{
    const auto rows =
        m_old.table(u"users"_s, u"pk"_s, u"id, login, name"_s, {{"users_login"}, {"users_name"}});
    note(u"people"_s, rows);
    return write(rows.rows, [&](const QVariantList &r) {
        const UserInfo user{idOf<UserId>(r[1]), r[2].toString(), r[3].toString()};
        if (!user.user) return;
        m_people.insert(r[0].toLongLong(), user);
        m_to.members.putUser(user);
        ++m_counts[u"people"_s].read;
    });
}

Status Salvage::chats()
{
    const auto rows = m_old.table(u"chats"_s, u"pk"_s, u"id, kind, title, members, seq, act, left, known"_s,
                                  {{"chats_act"}});
    note(u"chats"_s, rows);
    return write(rows.rows, [&](const QVariantList &r) {
        StoredChat chat;
        chat.chat = idOf<ChatId>(r[1]);
        if (!chat.chat) return;
        m_chats.insert(r[0].toLongLong(), chat.chat);
        if (const auto held = m_to.chats.find(chat.chat)) chat = *held; // made for what waits in it
        chat.info = {r[2].toInt() == 2 ? ChatKind::Group : ChatKind::Direct, r[3].toString(), r[4].toInt(), 0,
                     Rev{}};
        chat.seq = std::max(chat.seq, Seq{r[5].toLongLong()});
        chat.actMs = r[6].toLongLong();
        chat.left = r[7].toInt() != 0;
        chat.known = chat.known || r[8].toInt() != 0;
        m_to.chats.put(chat); // its cursor is the beginning: the server is asked for all that changed
        ++m_counts[u"chats"_s].read;
    });
}

Status Salvage::members()
{
    for (auto it = m_chats.cbegin(); it != m_chats.cend(); ++it) {
        const auto rows =
            m_old.all(u"SELECT user_pk, role, left FROM members WHERE chat_pk = ?"_s, it.key(), 10'000);
        const Status written = write(rows, [&](const QVariantList &r) {
            const auto user = m_people.constFind(r[0].toLongLong());
            if (user == m_people.cend()) return;
            m_to.members.upsert(it.value(),
                                MemberRow{user->user, user->login, user->name,
                                          Role(std::clamp(r[1].toInt(), 1, 3)), r[2].toInt() != 0, Rev{}});
            ++m_counts[u"memberships"_s].read;
        });
        if (!written) return written;
    }
    return ok();
}

Status Salvage::messages()
{
    qint64 end = 0;
    for (const char *sql : {"SELECT max(pk) FROM messages NOT INDEXED WHERE ?1",
                            "SELECT max(pk) FROM messages INDEXED BY messages_mid WHERE ?1 AND mid > x''"})
        if (const auto row = m_old.first(QString::fromLatin1(sql), 1); !row.isEmpty())
            end = std::max(end, row.first().toLongLong());
    const bool told = end > 0;
    int empty = 0;
    for (qint64 from = 1; from <= (told ? end : unknownEnd) && (told || empty < emptyChunks); from += chunk) {
        const QString part = u"pk BETWEEN %1 AND %2"_s.arg(from).arg(from + chunk - 1);
        const QByteArray narrow = part.toLatin1();
        const auto rows =
            m_old.table(u"messages"_s, u"pk"_s,
                        u"chat_pk, mid, seq, rev, sender_pk, kind, body, reply, root, ev, dead, at, extra"_s,
                        {{"messages_mid", narrow.constData()}}, part, int(chunk));
        note(u"messages"_s, rows);
        empty = rows.rows.empty() && rows.lost == 0 ? empty + 1 : 0;
        const Status written = write(rows.rows, [&](const QVariantList &r) {
            if (r[3].isNull()) return; // it waits, and came with the outbox
            const ChatId chat = m_chats.value(r[1].toLongLong());
            MessageRow row;
            row.mid = idOf<Mid>(r[2]);
            row.seq = {r[3].toLongLong()};
            row.rev = {r[4].toLongLong()};
            row.sender = m_people.value(r[5].toLongLong()).user;
            row.kind = r[6].isNull() ? u"text"_s : r[6].toString();
            row.body = r[7].toString();
            row.reply = idOf<Mid>(r[8]);
            row.root = idOf<Mid>(r[9]);
            row.ev = r[10].toInt();
            row.dead = r[11].toInt() != 0;
            row.atMs = r[12].toLongLong();
            row.extra = r[13].toString().toUtf8();
            if (!chat || !row.mid || row.seq.value < 1) {
                ++m_counts[u"messages"_s].lost;
                return;
            }
            (void)m_to.messages.upsert(chat, row);
            m_to.chats.raiseSeq(chat, row.seq);
            ++m_counts[u"messages"_s].read;
        });
        if (!written) return written;
    }
    m_counts[u"messages"_s].unsure |= !told;
    return ok();
}

Status Salvage::reactions()
{
    for (auto it = m_chats.cbegin(); it != m_chats.cend(); ++it) {
        const auto rows =
            m_old.all(u"SELECT mid, user_pk, emoji, \"on\", ver, rev FROM reactions NOT INDEXED WHERE"
                      " chat_pk = ?"_s,
                      it.key(), 1'000'000);
        const Status written = write(rows, [&](const QVariantList &r) {
            const UserId user = m_people.value(r[1].toLongLong()).user;
            const Mid mid = idOf<Mid>(r[0]);
            if (!user || !mid) return;
            m_to.reactions.upsert(it.value(), ReactionRow{mid, user, r[2].toString(), r[3].toInt() != 0,
                                                          r[4].toInt(), Rev{r[5].toLongLong()}});
            ++m_counts[u"reactions"_s].read;
        });
        if (!written) return written;
    }
    return ok();
}

/// What is there without a gap is held, to be confirmed by the server.
Status Salvage::ranges()
{
    for (const ChatId &chat : std::as_const(m_chats)) {
        const Status written = m_to.write([&] {
            std::vector<HeldRange> runs;
            Query q =
                m_to.db().query("SELECT seq FROM messages WHERE chat_pk = (SELECT pk FROM chats WHERE id = ?)"
                                " AND seq IS NOT NULL ORDER BY seq",
                                {chat.blob()});
            while (q.next()) {
                const Seq seq{q.num(0)};
                if (!runs.empty() && runs.back().hi.next() == seq)
                    runs.back().hi = seq;
                else
                    runs.push_back({seq, seq, Rev{}});
            }
            m_to.ranges.replace(chat, runs);
        });
        if (!written) return written;
    }
    return ok();
}

Status Salvage::all(Report &report)
{
    for (const auto step : {&Salvage::people, &Salvage::chats, &Salvage::members, &Salvage::messages,
                            &Salvage::reactions, &Salvage::ranges})
        if (const Status done = (this->*step)(); !done) return done;
    Table table{.key = u"read"_s,
                .title = u"What the server has too"_s,
                .columns = {{u"what"_s}, {u"read"_s}, {u"unreadable"_s}, {u"more_may_be_lost"_s}},
                .rows = {}};
    for (const auto &[what, counts] : m_counts) {
        table.rows.push_back({what, counts.read, counts.lost, counts.unsure ? u"yes"_s : u"no"_s});
        if (counts.lost > 0 || counts.unsure)
            report.notes.append(u"%1: some could not be read here; the server sends them again."_s.arg(what));
    }
    report.tables.push_back(std::move(table));
    return ok();
}

Table savedTable(const RescueReport &saved)
{
    Table table{.key = u"saved"_s,
                .title = u"What only this device had"_s,
                .columns = {{u"what"_s}, {u"saved"_s}, {u"lost"_s}, {u"more_may_be_lost"_s}},
                .rows = {}};
    const std::pair<QString, const RescueReport::Count *> counts[] = {{u"unsent messages"_s, &saved.messages},
                                                                      {u"other changes"_s, &saved.changes},
                                                                      {u"drafts"_s, &saved.drafts},
                                                                      {u"read marks"_s, &saved.marks}};
    for (const auto &[what, count] : counts)
        table.rows.push_back({what, count->saved, count->lost, count->unsure ? u"yes"_s : u"no"_s});
    return table;
}

/// A file whose schema can be read must have our tables, as tables; one whose schema is gone is just damaged.
Status lookAt(const QString &in)
{
    if (!QFileInfo(in).isFile() && !QFileInfo::exists(Spare::fileOf(in)))
        return Error{Errc::NotFound, u"%1 is not there, and it has no spare either."_s.arg(in)};
    auto file = File::open(in, File::Mode::Live);
    if (!file) return ok();
    const qint64 all = (*file)->number("SELECT count(*) FROM sqlite_schema");
    const qint64 ours = (*file)->number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN"
                                        " ('messages', 'outbox', 'chats', 'ranges', 'meta')");
    const qint64 others =
        (*file)->number("SELECT count(*) FROM sqlite_schema WHERE type = 'view' AND name NOT LIKE"
                        " 'v\\_%' ESCAPE '\\'");
    if ((*file)->failed()) return ok();
    if (all > 0 && (ours < 2 || others > 0))
        return Error{Errc::BadInput, u"%1 is not a mirror of Kith; nothing was read from it."_s.arg(in)};
    return ok();
}

} // namespace

Result<Report> salvage(const QString &in, const QString &out)
{
    if (const Status fit = lookAt(in); !fit) return fit.error();
    if (QFileInfo::exists(out))
        return Error{Errc::BadInput, u"%1 is there already: name another file."_s.arg(out)};
    Report report{.verb = u"salvage"_s};
    const QString part = out + u".part"_s;
    const auto clear = [part] {
        for (const char *end : {"", "-wal", "-shm", ".spare"}) QFile::remove(part + QLatin1StringView(end));
    };
    clear();
    const auto cleared = qScopeGuard(clear);
    {
        auto fresh = Mirror::open(part);
        if (!fresh) return fresh.error();
        QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
        Salvage work(in, **fresh);
        UserId me = work.owner(in);
        if (!me) {
            SystemRandom random;
            me = UserId::mint(SystemClock().wallMs(), random);
            report.faults.append(u"Whose mirror it was cannot be read; Kith will not take the new file for an"
                                 " account, but it can be looked at."_s);
        }
        if (const Status named = (*fresh)->write([&] { (*fresh)->meta.setUser(me); }); !named)
            return named.error();
        RescueReport saved;
        if (const Status done = kith::salvage::intoFresh(**fresh, in, me, saved); !done) return done.error();
        report.tables.push_back(savedTable(saved));
        if (!saved.complete()) report.faults.append(u"Some of what only this device had is lost."_s);
        if (const Status done = work.all(report); !done) return done.error();
    }
    if (QFile::exists(part + u"-wal"_s) && QFileInfo(part + u"-wal"_s).size() > 0)
        return Error{Errc::Full, u"there is no room for %1."_s.arg(out)};
    if (!QFile::rename(part, out)) return Error{Errc::Io, u"%1 cannot be written."_s.arg(out)};
    report.notes.append(u"%1 holds what was read. %2 is as it was."_s.arg(out, in));
    return report;
}

} // namespace kith::inspect
