#include "core/store/salvage.h"

#include "core/store/damaged_file.h"
#include "core/wire/codec.h"

#include <QFile>
#include <QSet>
#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace kith::salvage {
namespace {

constexpr size_t batchRows = 200;
constexpr int membersNamed = 200;

struct SavedDraft {
    ChatId chat;
    Draft draft;
    qint64 updatedMs = 0;
};
struct SavedText {
    ChatId chat;
    QString text;
    qint64 atMs = 0;
};
struct SavedMark {
    ChatId chat;
    Seq delivered, seen;
};

/// Everything that was found.
struct Finds {
    std::vector<OutboxEntry> outbox; // in their order
    std::vector<SavedDraft> drafts;
    std::vector<SavedText> texts;
    std::vector<SavedMark> marks;
};

std::optional<wire::ClientFrame> frameOf(const QByteArray &payload)
{
    auto decoded = wire::decodeRequest(payload);
    auto *request = std::get_if<wire::Request>(&decoded);
    return request ? std::optional(std::move(request->frame)) : std::nullopt;
}

/// The request itself says which chat it is for, so that the entry can do without the table of chats.
ChatId chatOf(const wire::ClientFrame &frame)
{
    return std::visit(
        [](const auto &f) {
            if constexpr (requires { ChatId{f.chat}; })
                return f.chat;
            else
                return ChatId{};
        },
        frame);
}

template <class IdT> IdT idOf(const QVariant &value) { return IdT::fromBlob(value.toByteArray()); }

void read(RescueReport::Count &count, const DamagedFile::Rows &rows)
{
    count.lost += rows.lost;
    count.unsure |= rows.unsure;
}

/// Columns as both files give them: key, chat (an id or null), kind, mid, op, payload, refused, tries,
/// entered, error.
std::optional<OutboxEntry> entryFrom(const QVariantList &row)
{
    OutboxEntry e;
    e.pk = row[0].toLongLong();
    e.chat = idOf<ChatId>(row[1]);
    e.kind = row[2].toString();
    e.mid = idOf<Mid>(row[3]);
    e.op = idOf<OpId>(row[4]);
    e.payload = row[5].toByteArray();
    e.refused = row[6].toInt() != 0;
    e.tries = row[7].toInt();
    e.enteredMs = row[8].toLongLong();
    e.lastError = row[9].toString();
    const auto frame = frameOf(e.payload); // bytes of a damaged page may look like a row
    if (!frame) return std::nullopt;
    if (const ChatId chat = chatOf(*frame)) e.chat = chat;
    return e;
}

bool isSend(const OutboxEntry &e) { return e.kind == u"send"; }

// ---- reading ----

class Spring { // where the finds come from: the damaged file, its spare
public:
    Spring(const QString &file, const UserId &me)
        : m_file(file)
        , m_old(file)
        , m_me(me)
    {
    }
    Finds fromBoth(RescueReport &report);
    std::optional<Finds> fromSpare(qint64 *high = nullptr);
    DamagedFile &old() { return m_old; }

private:
    void addOutbox(Finds &finds, qint64 above, RescueReport &report);
    void addUnsent(Finds &finds, int unread, RescueReport &report);
    void addDrafts(Finds &finds, RescueReport &report);
    void addTexts(Finds &finds, RescueReport &report);
    void addMarks(Finds &finds, RescueReport &report);
    ChatId chat(const QVariant &pk);

    QString m_file;
    DamagedFile m_old;
    UserId m_me;
    QHash<qint64, ChatId> m_chats;
};

ChatId Spring::chat(const QVariant &pk)
{
    if (pk.isNull()) return {};
    ChatId &chat = m_chats[pk.toLongLong()];
    if (chat) return chat;
    for (const char *sql :
         {"SELECT id FROM chats WHERE pk = ?",
          "SELECT id FROM chats INDEXED BY sqlite_autoindex_chats_1 WHERE pk = ? AND id > x''"})
        if (const auto row = m_old.first(QString::fromLatin1(sql), pk); !chat && !row.isEmpty())
            chat = idOf<ChatId>(row.first());
    return chat;
}

/// Nothing when there is no spare, when it cannot be read whole, or when it is another user's.
std::optional<Finds> Spring::fromSpare(qint64 *high)
{
    const QString file = Spare::fileOf(m_file);
    if (!QFile::exists(file)) return std::nullopt;
    DamagedFile spare(file);
    const auto owner = spare.first(u"SELECT value FROM about WHERE key = ?"_s, u"user"_s);
    const auto highest = spare.first(u"SELECT value FROM about WHERE key = ?"_s, u"high"_s);
    if (owner.isEmpty() || idOf<UserId>(owner.first()) != m_me || highest.isEmpty()) return std::nullopt;
    if (high) *high = highest.first().toLongLong();
    const auto outbox = spare.table(
        u"outbox"_s, u"pk"_s, u"chat, kind, mid, op, payload, refused, tries, entered, last_error"_s, {});
    const auto drafts = spare.table(u"drafts"_s, u"pk"_s, u"chat, text, reply, ver, dirty, updated"_s, {});
    const auto marks = spare.table(u"marks"_s, u"pk"_s, u"chat, delivered, seen"_s, {});
    const auto texts = spare.table(u"texts"_s, u"pk"_s, u"chat, text, at"_s, {});
    if (!outbox.whole() || !drafts.whole() || !marks.whole() || !texts.whole()) return std::nullopt;
    Finds finds;
    for (const QVariantList &row : outbox.rows)
        if (auto entry = entryFrom(row)) finds.outbox.push_back(*std::move(entry));
    for (const QVariantList &r : drafts.rows)
        finds.drafts.push_back({idOf<ChatId>(r[1]),
                                {r[2].toString(), idOf<Mid>(r[3]), r[4].toInt(), r[5].toInt() != 0},
                                r[6].toLongLong()});
    for (const QVariantList &r : marks.rows)
        finds.marks.push_back({idOf<ChatId>(r[1]), Seq{r[2].toLongLong()}, Seq{r[3].toLongLong()}});
    for (const QVariantList &r : texts.rows)
        finds.texts.push_back({idOf<ChatId>(r[1]), r[2].toString(), r[3].toLongLong()});
    return finds;
}

Finds Spring::fromBoth(RescueReport &report)
{
    qint64 high = 0;
    auto spare = fromSpare(&high);
    Finds finds = spare ? *std::move(spare) : Finds();
    if (spare) {
        RescueReport
            unasked; // the spare has them all; the file may add what was committed in its last moment
        addOutbox(finds, high, unasked);
    } else {
        addOutbox(finds, 0, report);
        addDrafts(finds, report);
        addMarks(finds, report);
        addTexts(finds, report);
    }
    return finds;
}

void Spring::addOutbox(Finds &finds, qint64 above, RescueReport &report)
{
    const auto rows = m_old.table(u"outbox"_s, u"pk"_s,
                                  u"chat_pk, kind, mid, op, payload, refused, tries, entered, last_error"_s,
                                  {{"outbox_lane"}}, above > 0 ? u"pk > %1"_s.arg(above) : QString());
    int unread = rows.lost;
    for (QVariantList row : rows.rows) {
        row[1] = chat(row[1]) ? QVariant(chat(row[1]).blob()) : QVariant();
        if (auto entry = entryFrom(row))
            finds.outbox.push_back(*std::move(entry));
        else
            ++unread;
    }
    report.messages.unsure |= rows.unsure;
    if (above == 0) addUnsent(finds, unread, report);
}

/// Messages whose outbox entry cannot be read, by their own rows.
void Spring::addUnsent(Finds &finds, int unread, RescueReport &report)
{
    QSet<Mid> have;
    for (const OutboxEntry &e : finds.outbox)
        if (isSend(e)) have.insert(e.mid);
    const QString unsent = u"seq IS NULL"_s;
    const auto rows =
        m_old.table(u"messages"_s, u"pk"_s,
                    u"chat_pk, mid, kind, body, reply, root, extra, at, state, refused, local_pos"_s,
                    {{"messages_unsent", "seq IS NULL"}}, unsent);
    std::vector<std::pair<qint64, OutboxEntry>> found;
    for (const QVariantList &r : rows.rows) {
        wire::Send send{chat(r[1]),
                        idOf<Mid>(r[2]),
                        r[3].isNull() ? u"text"_s : r[3].toString(),
                        r[4].toString(),
                        idOf<Mid>(r[5]),
                        idOf<Mid>(r[6]),
                        r[7].toString().toUtf8(),
                        0};
        if (!send.chat || !send.mid || send.body.isEmpty() || have.contains(send.mid)) continue;
        OutboxEntry e;
        e.chat = send.chat;
        e.kind = u"send"_s;
        e.mid = send.mid;
        e.payload = wire::encode(wire::Request{1, send});
        e.tries = 1; // nobody knows any more
        e.enteredMs = r[8].toLongLong();
        e.refused = r[9].toInt() == int(MessageState::Refused);
        e.lastError = r[10].toString();
        found.push_back({r[11].toLongLong(), e});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (auto &[place, entry] : found) finds.outbox.push_back(std::move(entry));
    // The order of entering: ids rise with it.
    if (!found.empty())
        std::stable_sort(
            finds.outbox.begin(), finds.outbox.end(),
            [](const OutboxEntry &a, const OutboxEntry &b) { return a.enteredMs < b.enteredMs; });
    // Every unsent message has a row of its own: when these are whole, what is missing was a change.
    (rows.whole() ? report.changes : report.messages).lost += std::max(0, unread - int(found.size()));
    report.messages.unsure &= !rows.whole();
}

void Spring::addDrafts(Finds &finds, RescueReport &report)
{
    const auto rows = m_old.table(u"drafts"_s, u"chat_pk"_s, u"text, reply, ver, dirty, updated"_s, {});
    read(report.drafts, rows);
    for (const QVariantList &r : rows.rows) {
        const SavedDraft draft{chat(r[0]),
                               {r[1].toString(), idOf<Mid>(r[2]), r[3].toInt(), r[4].toInt() != 0},
                               r[5].toLongLong()};
        if (draft.draft.text.isEmpty() && !draft.draft.dirty) continue;
        if (draft.chat)
            finds.drafts.push_back(draft);
        else
            ++report.drafts.lost;
    }
}

void Spring::addTexts(Finds &finds, RescueReport &report)
{
    const auto rows = m_old.table(u"draft_history"_s, u"pk"_s, u"chat_pk, text, at"_s,
                                  {{"draft_history_chat"}, {"draft_history_at"}});
    read(report.drafts, rows);
    for (const QVariantList &r : rows.rows) {
        const SavedText text{chat(r[1]), r[2].toString(), r[3].toLongLong()};
        if (text.chat && !text.text.isEmpty())
            finds.texts.push_back(text);
        else
            ++report.drafts.lost;
    }
}

void Spring::addMarks(Finds &finds, RescueReport &report)
{
    const QString waiting = u"want_seen > ack_seen"_s;
    const auto rows = m_old.table(u"receipts"_s, u"chat_pk"_s, u"want_delivered, want_seen"_s, {}, waiting);
    read(report.marks, rows);
    for (const QVariantList &r : rows.rows) {
        const SavedMark mark{chat(r[0]), Seq{r[1].toLongLong()}, Seq{r[2].toLongLong()}};
        if (mark.chat)
            finds.marks.push_back(mark);
        else
            ++report.marks.lost;
    }
}

// ---- entering ----

class Filler {
public:
    Filler(Mirror &to, DamagedFile &old, const UserId &me, RescueReport &report)
        : m_to(to)
        , m_old(old)
        , m_me(me)
        , m_report(report)
    {
    }
    Status enter(const Finds &finds)
    {
        if (auto done = each(finds.outbox, [&](const OutboxEntry &e) { entry(e); }); !done) return done;
        if (auto done = each(finds.drafts, [&](const SavedDraft &d) { draft(d); }); !done) return done;
        if (auto done = each(finds.texts, [&](const SavedText &t) { text(t); }); !done) return done;
        return each(finds.marks, [&](const SavedMark &m) { mark(m); });
    }

private:
    template <class T, class F> Status each(const std::vector<T> &all, F &&one)
    {
        for (size_t from = 0; from < all.size(); from += batchRows) {
            const RescueReport before = m_report;
            const Status done = m_to.write([&] {
                m_report = before;
                for (size_t i = from; i < std::min(all.size(), from + batchRows); ++i) one(all[i]);
            });
            if (!done) return done;
        }
        return ok();
    }
    void chat(const ChatId &chat, const wire::ChatNew *made = nullptr);
    void entry(const OutboxEntry &e);
    void draft(const SavedDraft &d);
    void text(const SavedText &t);
    void mark(const SavedMark &m);

    Mirror &m_to;
    DamagedFile &m_old;
    UserId m_me;
    RescueReport &m_report;
};

/// A place for what waits in it, with the name and people as far as they can be read; the server gives the
/// rest.
void Filler::chat(const ChatId &id, const wire::ChatNew *made)
{
    if (!id || m_to.chats.find(id)) return;
    StoredChat stub;
    stub.chat = id;
    stub.actMs = id.mintedAtMs();
    if (made) {
        stub.info = ChatRow{made->kind, made->title, int(made->members.size()) + 1, 0, Rev{}};
    } else if (const auto r =
                   m_old.first(u"SELECT kind, title, members, act FROM chats WHERE id = ?"_s, id.blob());
               !r.isEmpty()) {
        stub.info = ChatRow{r[0].toInt() == 2 ? ChatKind::Group : ChatKind::Direct, r[1].toString(),
                            r[2].toInt(), 0, Rev{}};
        stub.actMs = r[3].toLongLong();
    }
    m_to.chats.put(stub);
    const auto people =
        m_old.all(u"SELECT u.id, u.login, u.name FROM members m JOIN users u ON u.pk = m.user_pk"
                  " WHERE m.chat_pk = (SELECT pk FROM chats WHERE id = ?) AND m.left = 0"_s,
                  id.blob(), membersNamed);
    for (const QVariantList &p : people)
        m_to.members.upsert(
            id, MemberRow{idOf<UserId>(p[0]), p[1].toString(), p[2].toString(), Role::Member, false, Rev{}});
    if (!made || !people.empty()) return;
    for (const UserId &user : made->members)
        m_to.members.upsert(id, MemberRow{user, {}, {}, Role::Member, false, Rev{}});
}

void Filler::entry(const OutboxEntry &e)
{
    const auto frame = frameOf(e.payload);
    const auto *send = frame ? std::get_if<wire::Send>(&*frame) : nullptr;
    auto &count = send ? m_report.messages : m_report.changes;
    if (!frame) {
        ++count.lost;
        return;
    }
    chat(e.chat, std::get_if<wire::ChatNew>(&*frame));
    if (send) {
        if (m_to.messages.find(send->mid)) return; // sent meanwhile, or named twice
        MessageRow row;
        row.mid = send->mid;
        row.sender = m_me;
        row.kind = send->kind;
        row.body = send->body;
        row.reply = send->reply;
        row.root = send->root;
        row.extra = send->extra;
        row.atMs = e.enteredMs;
        m_to.messages.insertQueued(e.chat, row, e.enteredMs);
        if (e.refused) m_to.messages.setRefused(send->mid, e.lastError);
    }
    m_to.outbox.append(e);
    ++count.saved;
}

void Filler::draft(const SavedDraft &d)
{
    chat(d.chat);
    const Draft held = m_to.drafts.get(d.chat);
    if (!held.text.isEmpty() && held.text != d.draft.text)
        m_to.drafts.remember(d.chat, held.text, d.updatedMs);
    m_to.drafts.put(d.chat, d.draft, d.updatedMs);
    ++m_report.drafts.saved;
}

void Filler::text(const SavedText &t)
{
    chat(t.chat);
    m_to.drafts.remember(t.chat, t.text, t.atMs);
    ++m_report.drafts.saved;
}

void Filler::mark(const SavedMark &m)
{
    chat(m.chat);
    if (m_to.receipts.want(m.chat, m.delivered, m.seen)) ++m_report.marks.saved;
}

} // namespace

Status intoFresh(Mirror &fresh, const QString &file, const UserId &me, RescueReport &report)
{
    Spring spring(file, me);
    return Filler(fresh, spring.old(), me, report).enter(spring.fromBoth(report));
}

Status fromSpare(Mirror &mirror, const UserId &me, RescueReport &report)
{
    Spring spring(mirror.db().file(), me);
    auto finds = spring.fromSpare();
    if (!finds) return ok();
    const auto held = mirror.read(
        [&] { return mirror.db().number("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'"); });
    if (!held) return held.error();
    std::erase_if(finds->outbox, [&](const OutboxEntry &e) { return e.pk <= *held; });
    const auto older = mirror.read([&] {
        std::vector<SavedDraft> newer;
        for (const SavedDraft &d : finds->drafts)
            if (d.draft.dirty && mirror.drafts.get(d.chat).text != d.draft.text) newer.push_back(d);
        return newer;
    });
    if (!older) return older.error();
    finds->drafts = *older;
    finds->texts.clear(); // which of them the mirror lost cannot be told
    return Filler(mirror, spring.old(), me, report).enter(*finds);
}

} // namespace kith::salvage
