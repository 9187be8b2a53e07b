// A support bundle: what leaves, and that it is enough to see the case with.
#include "core/store/reader.h"
#include "inspect/bundle.h"
#include "inspect/desk.h"
#include "tests/inspect/canary_mirror.h"

using namespace kith;
using namespace kith::inspect;
using namespace kith::test;

namespace {

const Veil veil(QByteArray(32, 'k'));

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestBundle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingOfTheCanaryLeaves()
    {
        const CanaryMirror m;
        // Even opened with content shown: a bundle has none.
        auto opened = openAny(m.file(), Veil(QByteArray(32, 'k'), true));
        QVERIFY(opened);
        const QByteArray log = "2026-11-24T10:00:00Z kith.sync warning: token " + canary.toLatin1() + " of " +
                               canary.toLatin1() + ".example\n";
        const auto bundle =
            Bundle::make(*opened, {{u"log 1"_s, logWithoutContent(log, opened->veil, namesOf(*opened))}});
        QVERIFY2(bundle, bundle ? "" : qPrintable(bundle.error().what));
        const QString out = m.folder.filePath(u"case.kithbundle"_s);
        QVERIFY(bundle->save(out));
        QVERIFY(!sings(bytesOf(out)));
        QCOMPARE(bundle->bytes(), qint64(bytesOf(out).size()));
        QVERIFY(!QFile::exists(out + u"-wal"_s));
        for (const UserId &user : {m.friendly, m.other, m.me}) QVERIFY(!bytesOf(out).contains(user.blob()));
        for (const Table &table : bundle->preview().tables)
            for (const QVariantList &row : table.rows)
                for (const QVariant &cell : row) QVERIFY(!sings(cell.toString().toUtf8()));
        QVERIFY(!bundle->save(out)); // never over something
    }

    void theCaseStaysTheSame()
    {
        const CanaryMirror m;
        auto opened = openAny(m.file(), veil);
        QVERIFY(opened);
        const auto bundle = Bundle::make(*opened, {{u"note"_s, u"hello"_s}});
        QVERIFY(bundle);
        const QString out = m.folder.filePath(u"case.kithbundle"_s);
        QVERIFY(bundle->save(out));
        auto again = openAny(out, veil);
        QVERIFY2(again, again ? "" : qPrintable(again.error().what));
        QCOMPARE(again->kind, Opened::Kind::Bundle);
        QVERIFY(again->remarks.isEmpty());
        QVERIFY(again->file->number("SELECT count(*) FROM v_messages WHERE hidden") == 1);
        QVERIFY(again->file->number("SELECT sum(timer_s) FROM v_chats") == 3'600);
        for (const char *sql :
             {"SELECT count(*) FROM v_messages",
              "SELECT group_concat(mid || coalesce(seq, '') || sender || ev || state) FROM "
              "(SELECT * FROM v_messages ORDER BY mid)",
              "SELECT group_concat(person || role || seen) FROM (SELECT * FROM v_members "
              "ORDER BY chat, person)",
              "SELECT group_concat(chat || lo || hi) FROM v_ranges",
              "SELECT group_concat(chat || want_seen || ack_seen) FROM v_receipts",
              "SELECT group_concat(chars) FROM (SELECT * FROM v_messages ORDER BY mid)",
              "SELECT group_concat(mid) FROM v_messages WHERE hidden",
              "SELECT group_concat(coalesce(goes_away_ms, 0)) FROM (SELECT * FROM v_messages "
              "ORDER BY mid)",
              "SELECT sum(timer_s) FROM v_chats"})
            QCOMPARE(again->file->value(sql), opened->file->value(sql));
        QVERIFY(!again->file->failed() && !opened->file->failed());
        // One request about a setting holds a draft: it stays out, the others are there.
        QCOMPARE(again->file->number("SELECT count(*) FROM v_outbox"),
                 opened->file->number("SELECT count(*) FROM v_outbox") - 1);
        const auto pages = pagesOf(out);
        QVERIFY(pages && pages->size() == 2 && pages->at(1).text == u"hello"_s);
        QVERIFY(!Bundle::make(*again, {})); // not a bundle of a bundle
    }

    /// Kith reads the unpacked bundle as it would any mirror.
    void kithOpensIt()
    {
        const CanaryMirror m;
        auto opened = openAny(m.file(), veil);
        const auto bundle = Bundle::make(*opened, {});
        const QString out = m.folder.filePath(u"case.kithbundle"_s);
        QVERIFY(bundle && bundle->save(out));
        const QString target = m.folder.filePath(u"replay.db"_s);
        const auto replay = unpack(out, target);
        QVERIFY2(replay, replay ? "" : qPrintable(replay.error().what));
        const auto mirror = Mirror::open(target);
        QVERIFY(mirror);
        auto reader = Reader::open(target);
        QVERIFY(reader);
        QCOMPARE((*reader)->me().blob(), replay->user);
        const auto page = (*reader)->newest(m.group, 50);
        QVERIFY(page);
        QCOMPARE(page->messages.size(), size_t(5)); // of six one is deleted for its user
        QVERIFY(!unpack(m.file(), m.folder.filePath(u"x.db"_s))); // a mirror is no bundle
    }
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
