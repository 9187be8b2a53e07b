#include "tests/kit/mirror_fixture.h"

using namespace Qt::StringLiterals;
using namespace kith;

class TestFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyAccessMayFail();
    void readersSeeCommitsOnly();
};

namespace {

/// All rows of the tables that one incoming batch touches, as one text.
QByteArray contentsOf(Db &db)
{
    QByteArray all;
    for (const char *sql :
         {"SELECT group_concat(mid || seq || rev || state || body) FROM messages",
          "SELECT group_concat(id || rev || tag || seq) FROM chats",
          "SELECT group_concat(lo || '-' || hi) FROM ranges",
          "SELECT group_concat(kind || payload) FROM outbox",
          "SELECT group_concat(user_pk || delivered) FROM members", "SELECT group_concat(id) FROM users"}) {
        Query q = db.query(sql);
        if (q.next()) all += q.bytes(0) + '\n';
    }
    return all;
}

} // namespace

void TestFaults::everyAccessMayFail()
{
    MirrorFixture f;
    const UserId ann = f.user(u"ann"_s, u"Ann"_s);
    const ChatId chat = f.chat(ChatKind::Direct, {ann});
    f.fill(chat, ann, 3);
    const MessageRow fresh = f.row(4, f.id<UserId>(), u"fourth"_s), queued = f.row(0, f.me, u"mine"_s);
    const QByteArray before = contentsOf(f.mirror->db());
    const Errc codes[] = {Errc::Full, Errc::Io, Errc::Locked, Errc::Corrupt};
    int failures = 0;
    for (int n = 0;; ++n) {
        const Errc code = codes[n % 4];
        int left = -1; // not counting yet
        f.openMirror([&left, code]() -> std::optional<Errc> {
            return left >= 0 && left-- == 0 ? std::optional(code) : std::nullopt;
        });
        Mirror &m = *f.mirror;
        left = n;
        const Status done = m.write([&] {
            m.messages.upsert(chat, fresh);
            m.messages.insertQueued(chat, queued);
            OutboxEntry e;
            e.chat = chat;
            e.kind = u"send"_s;
            e.payload = "{}";
            m.outbox.append(e);
            m.members.raise(chat, {ann, {4}, {4}});
            m.ranges.replace(chat, {{{1}, {4}, std::nullopt}});
            m.chats.setCursor(chat, m.chats.find(chat).value_or(StoredChat()).epoch, {{5}, 5});
        });
        left = -1;
        auto check = Db::open(f.file(), Db::Mode::Reader);
        QVERIFY(check);
        if (done) {
            QVERIFY(contentsOf(**check) != before);
            break;
        }
        ++failures;
        QCOMPARE(done.error().code, code);
        QCOMPARE(contentsOf(**check), before);
        QVERIFY(m.write([] {})); // and the mirror goes on working
    }
    QVERIFY(failures > 12);
}

void TestFaults::readersSeeCommitsOnly()
{
    MirrorFixture f;
    const UserId ann = f.user(u"ann"_s, u"Ann"_s);
    const ChatId chat = f.chat(ChatKind::Direct, {ann});
    f.fill(chat, ann, 3);
    auto reader = f.reader();
    QCOMPARE(reader->newest(chat, 10)->messages.size(), size_t(3));
    f.require(f.mirror->write([&] {
        f.mirror->messages.upsert(chat, f.row(4, ann, u"four"_s));
        QCOMPARE(reader->newest(chat, 10)->messages.size(), size_t(3)); // not committed yet
    }));
    QCOMPARE(reader->newest(chat, 10)->messages.size(), size_t(4));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
