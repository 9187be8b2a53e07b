#include "tests/kit/mirror_seed.h"

#include "core/base/random.h"
#include "core/store/mirror.h"
#include "core/wire/state_value.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

struct Script {
    QStringList words;
    QString separator, end;
    int weight;
    int length; // characters aimed at
};

const std::vector<Script> &scripts()
{
    static const std::vector<Script> all = {
        {u"the meeting moved to Thursday can you send me draft again please before lunch thanks I will look "
         u"at it "
         "tonight train was late we should talk about budget first coffee sounds good see you there where "
         "did put keys "
         "photos from weekend are great maybe tomorrow morning works better for everyone nobody answered yet"_s
             .split(u' '),
         u" "_s, u"."_s, 60, 62},
        {u"Übermorgen könnten wir früher anfangen weil die Straße gesperrt ist und der Bäcker schon um "
         u"sieben öffnet "
         "schöne Grüße an alle vielen Dank für das Paket ich melde mich später nochmal wegen der Tür"_s.split(
             u' '),
         u" "_s, u"!"_s, 16, 62},
        {u"завтра встреча переносится на вечер пришли пожалуйста документы спасибо большое я посмотрю когда "
         u"буду дома "
         "хорошо договорились до связи"_s.split(u' '),
         u" "_s, u"."_s, 10, 60},
        {u"明天 下午 三点 在 办公室 开会 请 把 文件 发给 我 谢谢 大家 辛苦 了 周末 一起 去 吃饭 吗"_s.split(
             u' '),
         QString(), u"。"_s, 5, 24},
        {u"اجتماع الغد تأجل إلى المساء أرسل لي الملف من فضلك شكرا جزيلا نلتقي قريبا"_s.split(u' '), u" "_s,
         QString(), 4, 50},
        {u"αύριο το πρωί θα είμαι στο γραφείο στείλε μου το αρχείο ευχαριστώ πολύ"_s.split(u' '), u" "_s,
         u"."_s, 3, 55},
        {u"😀 ok 👍 yes 🎉 sure"_s.split(u' '), u" "_s, QString(), 2, 6},
    };
    return all;
}

const QStringList &names()
{
    static const QStringList all =
        u"Ada Lovelace,Grace Hopper,Jürgen Müller,Анна Петрова,李 明,Σοφία Παππά,Noor Haddad,"
        "Zoë Kruger,Paulo Araújo,Ingrid Østby,Tomáš Novák,Mary O'Neill"_s.split(u',');
    return all;
}

/// A pronounceable word nobody uses otherwise: hits for the search of rare words.
QString coined(SeededRandom &random)
{
    QString word;
    for (int i = 0; i < 4; ++i) {
        word += QChar(u"bdfgklmnprstvz"_s.at(int(random.below(14))));
        word += QChar(u"aeiou"_s.at(int(random.below(5))));
    }
    return word;
}

struct Talk {
    ChatId chat;
    ChatKind kind = ChatKind::Direct;
    std::vector<UserId> others;
    qint64 seq = 0;
    qint64 lastMs = 0;
};

class Seeder {
public:
    Seeder(Mirror &mirror, const SeedPlan &plan)
        : m_mirror(mirror)
        , m_plan(plan)
        , m_random(plan.seed)
    {
    }
    Status run(Seeded &out);

private:
    qint64 agoMs(int i) const { return m_plan.nowMs - qint64(m_plan.messages - i) * 20'000; }
    void people(Seeded &out);
    void talks(Seeded &out);
    void messages(int from, int to, Seeded &out);
    void marks();
    size_t pick();

    Mirror &m_mirror;
    const SeedPlan &m_plan;
    SeededRandom m_random;
    UserId m_me;
    std::vector<UserId> m_users;
    std::vector<Talk> m_talks;
};

void Seeder::people(Seeded &out)
{
    const qint64 start = agoMs(0) - 86'400'000;
    m_me = UserId::mint(start, m_random);
    out.me = m_me;
    m_mirror.meta.setUser(m_me);
    m_mirror.meta.setLastSyncMs(m_plan.nowMs);
    m_mirror.members.putUser({m_me, u"me"_s, u"Me Myself"_s});
    for (int i = 0; i < m_plan.users; ++i) {
        const UserId user = UserId::mint(start + i, m_random);
        const QString &name = names().at(i % names().size());
        m_mirror.members.putUser(
            {user, u"user%1"_s.arg(i),
             i < names().size() ? name : u"%1 %2"_s.arg(name).arg(i / names().size() + 1)});
        m_users.push_back(user);
    }
}

void Seeder::talks(Seeded &out)
{
    const qint64 start = agoMs(0) - 3'600'000;
    for (int i = 0; i < m_plan.chats; ++i) {
        Talk talk;
        talk.chat = ChatId::mint(start + i, m_random);
        const bool group = i % 5 < 2; // the first and biggest is a group
        talk.kind = group ? ChatKind::Group : ChatKind::Direct;
        const size_t size = group ? 3 + m_random.below(10) : 1;
        while (talk.others.size() < std::min(size, m_users.size())) {
            const UserId user =
                group ? m_users[m_random.below(m_users.size())] : m_users[size_t(i) % m_users.size()];
            if (std::find(talk.others.begin(), talk.others.end(), user) == talk.others.end())
                talk.others.push_back(user);
        }
        StoredChat c;
        c.chat = talk.chat;
        c.info = {
            talk.kind, group ? u"Project %1"_s.arg(i + 1) : QString(), int(talk.others.size()) + 1, 1, {1}};
        c.epoch = EpochId::fromBlob(QByteArray(16, 'e'));
        c.known = true;
        m_mirror.chats.put(c);
        m_mirror.members.upsert(talk.chat, {m_me, {}, {}, Role::Owner, false, {1}});
        for (const UserId &other : talk.others)
            m_mirror.members.upsert(talk.chat, {other, {}, {}, Role::Member, false, {1}});
        out.chats.push_back(talk.chat);
        m_talks.push_back(std::move(talk));
    }
}

size_t Seeder::pick()
{
    if (m_random.below(1'000) < quint64(m_plan.biggestShare * 1'000)) return 0;
    const quint64 n = m_talks.size();
    return size_t(std::min(m_random.below(n), m_random.below(n))); // early chats talk more
}

void Seeder::messages(int from, int to, Seeded &out)
{
    for (int i = from; i < to; ++i) {
        Talk &talk = m_talks[i < m_plan.chats ? size_t(i) : pick()];
        MessageRow row;
        row.atMs = agoMs(i);
        row.mid = Mid::mint(row.atMs, m_random);
        row.seq = {++talk.seq};
        row.rev = {talk.seq + 1};
        row.sender = m_random.below(3) == 0 ? m_me : talk.others[m_random.below(talk.others.size())];
        row.kind = u"text"_s;
        row.body = seedText(m_random);
        if (i % 50'000 == 77) row.body += u' ' + out.rareWord;
        if (m_random.below(4'000) == 0) row.body += u' ' + coined(m_random);
        m_mirror.messages.upsert(talk.chat, row);
        if (m_random.below(200) == 0)
            m_mirror.reactions.upsert(talk.chat, {row.mid, talk.others.front(), u"👍"_s, true, 1, row.rev});
        talk.lastMs = row.atMs;
        ++out.messages;
    }
}

void Seeder::marks()
{
    for (size_t i = 0; i < m_talks.size(); ++i) {
        const Talk &talk = m_talks[i];
        m_mirror.chats.setSeq(talk.chat, {talk.seq});
        m_mirror.chats.setCursor(talk.chat, EpochId::fromBlob(QByteArray(16, 'e')),
                                 {{talk.seq + 1}, quint64(i) + 1});
        m_mirror.chats.raiseAct(talk.chat, talk.lastMs);
        if (talk.seq) m_mirror.ranges.replace(talk.chat, {{{1}, {talk.seq}, std::nullopt}});
        const qint64 unread = i % 4 == 1 ? std::min<qint64>(talk.seq, 1 + qint64(m_random.below(9))) : 0;
        m_mirror.receipts.want(talk.chat, {talk.seq}, {talk.seq - unread});
        m_mirror.receipts.ack(talk.chat, {talk.seq}, {talk.seq - unread});
        for (const UserId &other : talk.others)
            m_mirror.members.raise(talk.chat, {other, {talk.seq}, {std::max<qint64>(0, talk.seq - 2)}});
        const QByteArray key = talk.chat.text();
        if (i % 97 == 3)
            m_mirror.state.upsert({u"mute"_s, key, wire::encodeNumber(0), 1, {}, {qint64(i) + 1}});
        if (i == 5 || i == 9)
            m_mirror.state.upsert({u"pin"_s, key, wire::encodeNumber(qint64(i)), 1, {}, {qint64(i)}});
        if (i == 7) m_mirror.drafts.put(talk.chat, {u"I was about to say"_s, {}, 0, false}, m_plan.nowMs);
    }
}

Status Seeder::run(Seeded &out)
{
    out.rareWord = u"quagmirestone"_s;
    out.rareSubstring = u"mirest"_s;
    out.commonWord = u"tomorrow"_s;
    Db &db = m_mirror.db();
    // The index is built in one go at the end: several times faster than row by row.
    std::vector<QString> triggers;
    QStringList names;
    {
        Query q =
            db.query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'messages'");
        while (q.next()) {
            names.append(q.text(0));
            triggers.push_back(q.text(1));
        }
    }
    db.exec(u"PRAGMA synchronous=OFF"_s);
    db.exec(u"PRAGMA cache_size=-64000"_s);
    Status done = m_mirror.write([&] {
        for (const QString &name : names) db.exec(u"DROP TRIGGER "_s + name);
        people(out);
        talks(out);
    });
    constexpr int batch = 50'000;
    for (int from = 0; done && from < m_plan.messages; from += batch)
        done = m_mirror.write([&] { messages(from, std::min(from + batch, m_plan.messages), out); });
    if (!done) return done;
    return m_mirror.write([&] {
        marks();
        db.exec(u"INSERT INTO fts(fts) VALUES('rebuild')"_s);
        for (const QString &sql : triggers) db.exec(sql);
    });
}

} // namespace

QString seedText(SeededRandom &random)
{
    const quint64 roll = random.below(100);
    quint64 sum = 0;
    const Script *script = &scripts().front();
    for (const Script &s : scripts()) {
        sum += quint64(s.weight);
        script = &s;
        if (roll < sum) break;
    }
    const qsizetype length = script->length / 2 + qsizetype(random.below(quint64(script->length)));
    QString text;
    while (text.size() < length) {
        if (!text.isEmpty()) text += script->separator;
        text += script->words.at(qsizetype(random.below(quint64(script->words.size()))));
    }
    return text + script->end;
}

Result<Seeded> seedMirror(const QString &file, const SeedPlan &plan)
{
    auto mirror = Mirror::open(file);
    if (!mirror) return mirror.error();
    Seeded out;
    const Status done = Seeder(**mirror, plan).run(out);
    if (!done) return done.error();
    (*mirror)->db().exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    return out;
}

} // namespace kith
