#include "core/store/reader.h"

#include "core/store/reader_private.h"
#include "core/store/schema.h"
#include "core/wire/codec.h"
#include "core/wire/content_codec.h"
#include "core/wire/group_values.h"
#include "core/wire/state_value.h"

#include <QFile>
#include <QSet>
#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace kith {

Reader::Reader(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}
Reader::~Reader() = default;

void Reader::setOnDamage(std::function<void(const Error &)> damaged) { d->damaged = std::move(damaged); }

std::vector<QByteArray> Reader::preparedSql() const { return d->db->preparedSql(); }

Result<std::unique_ptr<Reader>> Reader::open(const QString &file)
{
    if (!QFile::exists(file)) return Error{Errc::NotFound, u"%1 does not exist"_s.arg(file)};
    auto db = Db::open(file, Db::Mode::Reader);
    if (!db) return db.error();
    const Status readable = schema::checkReadable(**db);
    if (!readable) return readable.error();
    return std::unique_ptr<Reader>(new Reader(std::make_unique<Private>(std::move(*db))));
}

void Reader::Private::begin()
{
    if (!me) me = meta.user();
    if (me && !mePk) mePk = keys.user(me);
    waitingSettings.clear();
    Query q = db->query("SELECT payload FROM outbox WHERE chat_pk IS NULL AND refused = 0 AND after_att = 0"
                        " ORDER BY pk");
    while (q.next()) {
        const auto decoded = wire::decodeRequest(q.bytes(0));
        const auto *request = std::get_if<wire::Request>(&decoded);
        const auto *uset = request ? std::get_if<wire::Uset>(&request->frame) : nullptr;
        if (uset) waitingSettings.push_back(*uset);
    }
}

QByteArray Reader::Private::setting(const QString &kind, const QByteArray &key)
{
    for (auto it = waitingSettings.rbegin(); it != waitingSettings.rend(); ++it)
        if (it->kind == kind && it->key == key) return it->value;
    const auto row = states.find(kind, key);
    return row ? row->value : wire::removedValue();
}

Seq Reader::Private::ownSeen(const ChatId &chat)
{
    const auto row = states.find(u"seen"_s, chat.text());
    const Seq told{row ? wire::decodeNumber(row->value).value_or(0) : 0};
    return std::max(told, receipts.get(chat).wantSeen);
}

/// Places of pinned chats start at 1, so that 0 can mean "not pinned".
qint64 Reader::Private::pinOrder(const QByteArray &value) const
{
    const auto place = wire::decodeNumber(value);
    return place ? std::max<qint64>(*place, 1) : 0;
}

std::optional<ChatContext> Reader::Private::context(const ChatId &chat)
{
    ChatContext in;
    int members = 0;
    {
        Query q =
            db->query("SELECT pk, kind, seq, known, left, members FROM chats WHERE id = ?", {chat.blob()});
        if (!q.next()) return std::nullopt;
        in.chat = chat;
        in.pk = q.num(0);
        in.kind = ChatKind(q.num(1));
        in.head = {q.num(2)};
        in.known = q.num(3) != 0;
        in.left = q.num(4) != 0;
        members = int(q.num(5));
    }
    loadMarks(in, members);
    loadWaiting(in);
    return in;
}

QString Reader::Private::nameOf(qint64 userPk, ChatContext &in)
{
    const auto known = in.names.constFind(userPk);
    if (known != in.names.constEnd()) return *known;
    Query q = db->query("SELECT name, login FROM users WHERE pk = ?", {userPk});
    QString name;
    if (q.next()) name = q.text(0).isEmpty() ? q.text(1) : q.text(0);
    in.names.insert(userPk, name);
    return name;
}

QString Reader::Private::titleOf(const ChatContext &in, const QString &stored, UserId *peer)
{
    if (in.kind != ChatKind::Direct) return stored;
    Query q = db->query("SELECT u.id, u.name, u.login FROM members m JOIN users u ON u.pk = m.user_pk"
                        " WHERE m.chat_pk = ? AND m.user_pk <> ? LIMIT 1",
                        {in.pk, mePk});
    if (!q.next()) return stored;
    if (peer) *peer = q.id<UserId>(0);
    return q.text(1).isEmpty() ? q.text(2) : q.text(1);
}

Result<std::vector<UserInfo>> Reader::blocked()
{
    return d->read([&] {
        std::map<QByteArray, QByteArray> values; // by key; what waits in the outbox wins
        for (const StateRow &row : d->states.ofKind(u"block"_s)) values[row.key] = row.value;
        for (const wire::Uset &waiting : d->waitingSettings)
            if (waiting.kind == u"block"_s) values[waiting.key] = waiting.value;
        std::vector<UserInfo> all;
        for (const auto &[key, value] : values) {
            const auto user = UserId::fromText(key);
            if (!user || !wire::decodeFlag(value)) continue;
            Query q = d->db->query("SELECT login, name FROM users WHERE id = ?", {user->blob()});
            all.push_back({*user, {}, {}});
            if (q.next()) {
                all.back().login = q.text(0);
                all.back().name = q.text(1);
            }
        }
        return all;
    });
}

QString Reader::file() const { return d->db->file(); }

UserId Reader::me() const
{
    if (!d->me) {
        Snapshot snapshot(*d->db);
        d->me = d->meta.user();
    }
    return d->me;
}

Result<std::vector<Member>> Reader::members(const ChatId &chat, int limit)
{
    constexpr int looked = 2'000; // of a large group not all are held anyway
    return d->read([&] {
        std::vector<Member> all;
        Query q = d->db->query(
            "SELECT u.id, u.login, u.name, m.role, m.left, m.delivered, m.seen, m.extra"
            " FROM members m JOIN users u ON u.pk = m.user_pk WHERE m.chat_pk = ? AND m.rev >= 0 LIMIT ?",
            {d->keys.chat(chat), looked});
        while (q.next()) {
            const UserId user = q.id<UserId>(0);
            all.push_back({user,
                           q.text(1),
                           q.text(2),
                           Role(q.num(3)),
                           q.num(4) != 0,
                           {user, {q.num(5)}, {q.num(6)}},
                           wire::memberFacts(q.text(7).toUtf8())});
        }
        std::sort(all.begin(), all.end(), [](const Member &a, const Member &b) {
            if (a.left != b.left) return b.left;
            const int byName = QString::compare(a.name, b.name, Qt::CaseInsensitive);
            return byName != 0 ? byName < 0 : a.user < b.user;
        });
        if (all.size() > size_t(std::max(limit, 0))) all.resize(size_t(std::max(limit, 0)));
        return all;
    });
}

Result<std::optional<ChatId>> Reader::directChatWith(const UserId &user)
{
    return d->read([&]() -> std::optional<ChatId> {
        std::optional<ChatId> best;
        Query q = d->db->query("SELECT c.id, c.left FROM members m JOIN chats c ON c.pk = m.chat_pk"
                               " WHERE m.user_pk = ? AND c.kind = 1",
                               {d->keys.user(user)});
        while (q.next())
            if (!best || q.num(1) == 0) best = q.id<ChatId>(0);
        return user == d->me ? std::nullopt : best;
    });
}

Result<std::vector<UserInfo>> Reader::knownUsers(const QString &prefix, int limit)
{
    return d->read([&] {
        std::vector<UserInfo> found;
        QSet<UserId> seen{d->me}; // nobody looks for oneself
        const QString from = notNull((prefix.startsWith(u'@') ? prefix.mid(1) : prefix).toCaseFolded());
        const QString past = from + QChar(0xFFFF);
        const auto take = [&](Query q) {
            while (q.next() && found.size() < size_t(std::max(limit, 0))) {
                const UserId user = q.id<UserId>(0);
                if (seen.contains(user)) continue;
                seen.insert(user);
                found.push_back({user, q.text(1), q.text(2)});
            }
        };
        take(d->db->query("SELECT id, login, name FROM users WHERE name_key >= ? AND name_key < ?"
                          " ORDER BY name_key LIMIT ?",
                          {from, past, limit + 1}));
        take(d->db->query("SELECT id, login, name FROM users WHERE login_key >= ? AND login_key < ?"
                          " ORDER BY login_key LIMIT ?",
                          {from, past, 2 * limit + 1}));
        return found;
    });
}

Result<std::optional<UserInfo>> Reader::user(const UserId &user)
{
    return d->read([&]() -> std::optional<UserInfo> {
        Query q = d->db->query("SELECT login, name FROM users WHERE id = ?", {user.blob()});
        if (!q.next()) return std::nullopt;
        return UserInfo{user, q.text(0), q.text(1)};
    });
}

Result<Draft> Reader::draft(const ChatId &chat)
{
    return d->read([&] { return d->drafts.get(chat); });
}

Result<std::vector<ScheduledText>> Reader::scheduled(const ChatId &chat)
{
    return d->read([&] {
        QHash<QByteArray, QByteArray> values;
        QSet<QByteArray> waiting;
        for (const StateRow &row : d->states.ofKind(u"sched"_s)) values.insert(row.key, row.value);
        for (const wire::Uset &uset : d->waitingSettings)
            if (uset.kind == "sched"_L1) {
                values.insert(uset.key, uset.value);
                waiting.insert(uset.key);
            }
        std::vector<ScheduledText> all;
        for (auto it = values.begin(); it != values.end(); ++it) {
            auto one = wire::decodeScheduled(it.key(), it.value());
            if (!one || (chat && one->chat != chat)) continue;
            one->waiting = waiting.contains(it.key());
            all.push_back(*std::move(one));
        }
        std::sort(all.begin(), all.end(), [](const ScheduledText &a, const ScheduledText &b) {
            return a.whenMs != b.whenMs ? a.whenMs < b.whenMs : a.mid < b.mid;
        });
        return all;
    });
}

Result<std::vector<OutboxItem>> Reader::outbox(int limit)
{
    return d->read([&] {
        std::vector<OutboxItem> items;
        Query q =
            d->db->query("SELECT o.pk, c.id, o.kind, o.mid, o.op, o.refused, o.tries, o.entered, o.last_error"
                         " FROM outbox o LEFT JOIN chats c ON c.pk = o.chat_pk ORDER BY o.pk LIMIT ?",
                         {limit});
        while (q.next())
            items.push_back({q.num(0), q.id<ChatId>(1), q.text(2), q.id<Mid>(3), q.id<OpId>(4), q.num(5) != 0,
                             int(q.num(6)), q.num(7), q.text(8)});
        return items;
    });
}

Result<QByteArray> Reader::setting(const QString &kind, const QByteArray &key)
{
    return d->read([&] {
        Query q = d->db->query("SELECT value FROM user_state WHERE kind = ? AND key = ?",
                               {kind, QString::fromLatin1(key)});
        return q.next() ? q.text(0).toUtf8() : QByteArrayLiteral("null");
    });
}

Result<MirrorStatus> Reader::status()
{
    return d->read([&] {
        MirrorStatus s;
        Db &db = *d->db;
        for (const char *waiting :
             {"SELECT count(*), min(entered) FROM outbox WHERE refused = 0 AND after_att = 0",
              "SELECT count(*), min(entered) FROM outbox WHERE refused = 0 AND after_att = 1"}) {
            Query q = db.query(waiting);
            if (!q.next() || q.num(0) == 0) continue;
            s.waiting += int(q.num(0));
            s.oldestWaitingMs = s.oldestWaitingMs ? std::min(s.oldestWaitingMs, q.num(1)) : q.num(1);
        }
        s.refused = int(db.number("SELECT count(*) FROM outbox WHERE refused = 1"));
        s.receiptsWaiting = int(db.number("SELECT count(*) FROM receipts"
                                          " WHERE want_delivered > ack_delivered OR want_seen > ack_seen"));
        s.lastSyncMs = d->meta.lastSyncMs();
        s.chats = int(db.number("SELECT count(*) FROM chats"));
        s.quarantined = int(db.number("SELECT count(*) FROM quarantine"));
        // From the ranges: counting a million rows takes longer than a status line may.
        s.messages = db.number("SELECT coalesce(sum(hi - lo + 1), 0) FROM ranges") +
                     db.number("SELECT count(*) FROM messages WHERE seq IS NULL");
        const qint64 there =
            db.number("SELECT coalesce(sum(seq), 0) FROM chats WHERE known = 1 AND left = 0");
        const qint64 held = db.number("SELECT coalesce(sum(r.hi - r.lo + 1), 0) FROM chats c"
                                      " JOIN ranges r ON r.chat_pk = c.pk WHERE c.known = 1 AND c.left = 0");
        s.holes = std::max<qint64>(0, there - held);
        return s;
    });
}

} // namespace kith
