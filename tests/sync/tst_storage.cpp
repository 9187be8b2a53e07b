// What a device keeps of files, and what it lets go: never what is not sent, never what is the user's own.
#include "tests/kit/bytes.h"
#include "tests/kit/person.h"
#include "tests/kit/test_node.h"

#include <QDir>
#include <QTest>

using namespace kith;
using namespace kith::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

struct World {
    World()
        : ana(node.port(), u"ana"_s)
        , ben(node.port(), u"ben"_s)
    {
        if (!ana.signIn() || !ben.signIn() || !ana.open() || !ben.open())
            QTest::qFail("no start", __FILE__, __LINE__);
        chat = ana.mint.chat();
        ana.wish().createDirect(chat, ben.info());
        if (!QTest::qWaitFor([&] { return ben.knows(chat); }, patience))
            QTest::qFail("no chat", __FILE__, __LINE__);
    }
    static QString file(const QString &path, const QByteArray &bytes)
    {
        QFile out(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !out.open(QIODevice::WriteOnly) ||
            out.write(bytes) != bytes.size())
            QTest::qFail("no file", __FILE__, __LINE__);
        return path;
    }
    Mid send(Person &who, const QString &path)
    {
        OutgoingFile out;
        out.att = AttId{who.mint.mid().value};
        out.path = path;
        const Mid mid = who.mint.mid();
        who.wish().sendFiles(chat, mid, {out}, u"with words"_s, {});
        return mid;
    }
    static AttachmentView first(Person &who, const Mid &mid)
    {
        const auto message = who.message(mid);
        return message && !message->attachments.empty() ? message->attachments.front() : AttachmentView{};
    }
    static QByteArray bytesAt(const QString &path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("(none)");
    }
    /// Ben has a file of Ana's whole.
    Mid received(const QByteArray &bytes)
    {
        const Mid mid = send(ana, file(dir.filePath(u"of-ana"_s), bytes));
        if (!QTest::qWaitFor([&] { return ben.message(mid).has_value(); }, patience)) return {};
        ben.wish().fetchFile(chat, mid, first(ben, mid).info.att);
        return QTest::qWaitFor([&] { return first(ben, mid).state == TransferState::Done; }, patience)
                   ? mid
                   : Mid{};
    }
    QString bens(const QString &inside) const { return QFileInfo(ben.file()).absolutePath() + u'/' + inside; }

    TestNode node;
    QTemporaryDir dir;
    Person ana, ben;
    ChatId chat;
};

} // namespace

class TestStorage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsLetGoComesBackWhenAsked()
    {
        World w;
        const QByteArray bytes = someBytes(100'000), own = someBytes(50'000, 3);
        const Mid mid = w.received(bytes);
        QVERIFY(mid);
        const QString cached = World::first(w.ben, mid).path;
        w.ben.wish().setOnline(false);
        const QString copy = World::file(w.bens(u"outgoing/pasted.png"_s), own);
        const QString mine = World::file(w.dir.filePath(u"of-ben"_s), own);
        const Mid pasted = w.send(w.ben, copy), chosen = w.send(w.ben, mine);
        QTRY_VERIFY_WITH_TIMEOUT(w.ben.message(chosen).has_value(), patience);

        w.ben.wish().dropFiles({});
        QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(cached), patience);
        QCOMPARE(World::first(w.ben, mid).state, TransferState::None);
        QCOMPARE(World::first(w.ben, mid).error, u"dropped"_s);
        QCOMPARE(w.ben.message(mid)->row.body, u"with words"_s);
        QCOMPARE(World::bytesAt(copy), own); // not sent yet
        QVERIFY(w.ben.see().filesOfChats(10)->empty());

        w.ben.wish().setOnline(true);
        QTRY_VERIFY_WITH_TIMEOUT(w.ben.tick(pasted) >= Tick::Sent && w.ben.tick(chosen) >= Tick::Sent,
                                 patience);
        w.ben.wish().fetchFile(w.chat, mid, World::first(w.ben, mid).info.att);
        QTRY_COMPARE_WITH_TIMEOUT(World::first(w.ben, mid).state, TransferState::Done, patience);
        QVERIFY(World::bytesAt(World::first(w.ben, mid).path) == bytes);

        // What was pasted is only a copy, and now the server has it; the chosen file is the user's own.
        w.ben.wish().dropFiles(w.chat);
        QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(copy), patience);
        QCOMPARE(World::bytesAt(mine), own);
        QCOMPARE(World::first(w.ben, chosen).path, mine);
        w.ben.wish().fetchFile(w.chat, pasted, World::first(w.ben, pasted).info.att);
        QTRY_COMPARE_WITH_TIMEOUT(World::first(w.ben, pasted).state, TransferState::Done, patience);
        QVERIFY(World::bytesAt(World::first(w.ben, pasted).path) == own);
    }

    void theCapLetsTheOldestGo()
    {
        World w;
        const Mid first = w.received(someBytes(60'000)), second = w.received(someBytes(70'000, 5));
        QVERIFY(first && second);
        auto told = w.ben.see().filesOfChats(10);
        QCOMPARE(told->size(), size_t(1));
        QCOMPARE(told->front().files, 2);
        QCOMPARE(told->front().bytes, 130'000);
        const QString oldest = World::first(w.ben, first).path, newest = World::first(w.ben, second).path;
        w.ben.wish().setCache(100'000);
        QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(oldest), patience);
        QVERIFY(QFileInfo::exists(newest));
        QCOMPARE(World::first(w.ben, first).state, TransferState::None);
    }

    void leftoversAreSweptAndNothingElse()
    {
        World w;
        const QByteArray bytes = someBytes(20'000);
        const Mid mid = w.received(bytes);
        QVERIFY(mid);
        const QDateTime longAgo = QDateTime::currentDateTimeUtc().addDays(-2);
        const auto old = [&](const QString &path) {
            QFile file(path);
            if (!file.open(QIODevice::ReadWrite) ||
                !file.setFileTime(longAgo, QFileDevice::FileModificationTime))
                QTest::qFail("no time", __FILE__, __LINE__);
            return path;
        };
        const QString cached = old(World::first(w.ben, mid).path);
        w.ben.wish().setOnline(false);
        const QString unsent = old(World::file(w.bens(u"outgoing/unsent.png"_s), "unsent"));
        const Mid waits = w.send(w.ben, unsent);
        QTRY_VERIFY_WITH_TIMEOUT(w.ben.message(waits).has_value(), patience);
        w.ben.close();
        const QString leftover = old(World::file(w.bens(u"outgoing/left.png"_s), "left"));
        const QString part = old(World::file(w.bens(u"files/0123.part"_s), "left"));
        const QString fresh = World::file(w.bens(u"outgoing/fresh.png"_s), "fresh");
        const QString other = old(World::file(w.bens(u"kept.txt"_s), "not in our folders"));
        QVERIFY(w.ben.open());
        QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(leftover) && !QFileInfo::exists(part), patience);
        QTRY_VERIFY_WITH_TIMEOUT(w.ben.tick(waits) >= Tick::Sent, patience);
        for (const QString &path : {cached, fresh, other})
            QVERIFY2(QFileInfo::exists(path), qPrintable(path));
        QCOMPARE(World::bytesAt(unsent), QByteArray("unsent"));
    }
};

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
