#include "core/store/schema.h"
#include "tests/kit/mirror_fixture.h"

using namespace Qt::StringLiterals;
using namespace kith;

class TestSchema : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepwiseEqualsFresh();
    void aNewerFileIsRefusedUntouched();
    void readersRefuseWhatTheyMustNotRead();
    void viewsSpeakHex();
    void closingLeavesOneFile();
};

namespace {

std::vector<QString> shapeOf(Db &db)
{
    std::vector<QString> shape;
    Query q = db.query(
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY type, name");
    while (q.next()) shape.push_back(q.text(0));
    return shape;
}

std::unique_ptr<Db> opened(const QString &file)
{
    auto db = Db::open(file, Db::Mode::Writer);
    if (!db) qFatal("%s", qPrintable(db.error().what));
    return std::move(*db);
}

} // namespace

void TestSchema::stepwiseEqualsFresh()
{
    QTemporaryDir folder;
    const QString fresh = folder.filePath(u"fresh.db"_s), steps = folder.filePath(u"steps.db"_s);
    auto whole = opened(fresh);
    QVERIFY(schema::migrate(*whole));
    for (int version = 1; version <= schema::current(); ++version) {
        auto db = opened(steps); // reopened between the steps
        QVERIFY(schema::migrate(*db, version));
        QCOMPARE(db->number("PRAGMA user_version"), version);
    }
    auto db = opened(steps);
    QVERIFY(schema::migrate(*db)); // nothing left to do
    QCOMPARE(shapeOf(*db), shapeOf(*whole));
    QVERIFY(shapeOf(*db).size() > 20);
}

void TestSchema::aNewerFileIsRefusedUntouched()
{
    MirrorFixture f;
    f.mirror->db().exec(u"PRAGMA user_version=99"_s);
    f.mirror.reset();
    const auto bytes = [&] {
        QFile file(f.file());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    const auto refused = Mirror::open(f.file());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::TooNew);
    QVERIFY(refused.error().what.contains(u"99"_s) &&
            refused.error().what.contains(QString::number(schema::current())));
    QCOMPARE(bytes(), before);
}

void TestSchema::readersRefuseWhatTheyMustNotRead()
{
    MirrorFixture f;
    QCOMPARE(Reader::open(f.folder.filePath(u"absent.db"_s)).error().code, Errc::NotFound);
    QVERIFY(!QFile::exists(f.folder.filePath(u"absent.db"_s)));
    // A newer file that this version may still read, and one that it may not.
    f.mirror->db().exec(u"PRAGMA user_version=99"_s);
    QVERIFY(Reader::open(f.file()));
    f.mirror->db().exec(u"UPDATE meta SET value = 99 WHERE key = 'min_reader'"_s);
    QCOMPARE(Reader::open(f.file()).error().code, Errc::TooNew);
    QFile junk(f.folder.filePath(u"junk.db"_s));
    QVERIFY(junk.open(QIODevice::WriteOnly));
    junk.write(QByteArray(8192, 'x'));
    junk.close();
    QCOMPARE(Reader::open(junk.fileName()).error().code, Errc::Corrupt);
    QCOMPARE(Mirror::open(junk.fileName()).error().code, Errc::Corrupt);
}

void TestSchema::viewsSpeakHex()
{
    MirrorFixture f;
    const UserId other = f.user(u"ann"_s, u"Ann"_s);
    const ChatId chat = f.chat(ChatKind::Direct, {other});
    f.fill(chat, other, 3);
    Db &db = f.mirror->db();
    {
        Query q = db.query("SELECT chat, sender, kind, state FROM v_messages WHERE seq = 1");
        QVERIFY(q.next());
        QCOMPARE(q.text(0), QString::fromLatin1(chat.blob().toHex()));
        QCOMPARE(q.text(1), QString::fromLatin1(other.blob().toHex()));
        QCOMPARE(q.text(2), u"text"_s);
        QCOMPARE(q.text(3), u"sent"_s);
    }
    QCOMPARE(db.number("SELECT messages FROM v_health"), 3);
    QCOMPARE(db.number("SELECT seq FROM v_chats"), 3);
    QCOMPARE(db.number("SELECT count(*) FROM v_outbox"), 0);
    QVERIFY(!db.failed());
}

void TestSchema::closingLeavesOneFile()
{
    MirrorFixture f;
    f.user(u"ann"_s, u"Ann"_s);
    f.mirror.reset();
    QCOMPARE(QDir(f.folder.path()).entryList(QDir::Files), QStringList{u"kith.db"_s});
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
