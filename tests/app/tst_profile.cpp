#include "app/common/profile.h"
#include "core/base/random.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

Account someone(const QString &login, quint64 seed)
{
    SeededRandom random(seed);
    Account a;
    a.id = QUuid::createUuid();
    a.server = QUrl(u"https://chat.example.org:8443"_s);
    a.login = login;
    a.name = u"Jürgen, \"J\" = ;ليلى"_s;
    a.user = UserId::mint(1, random);
    a.device = DeviceId::mint(1, random);
    return a;
}

} // namespace

class TestProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theListComesBackAsItWasWritten()
    {
        QTemporaryDir dir;
        const QString folder = dir.filePath(u"p"_s);
        const Account ana = someone(u"ana"_s, 1), ben = someone(u"ben"_s, 2);
        {
            auto profile = Profile::open(folder);
            QVERIFY(profile.has_value());
            QVERIFY(profile->accounts().empty());
            QVERIFY(profile->put(ana).has_value());
            QVERIFY(profile->put(ben).has_value());
        }
        auto profile = Profile::open(folder);
        QVERIFY(profile->accounts() == (std::vector<Account>{ana, ben}));
        QVERIFY(*profile->account(u"ben@chat.example.org:8443"_s) == ben);
        QCOMPARE(profile->account({}).error().code, Errc::BadInput);
        QCOMPARE(profile->account(u"zoe"_s).error().code, Errc::NotFound);
        QVERIFY(profile->remove(ana.id).has_value());
        QVERIFY(*Profile::open(folder)->account({}) == ben);
        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(folder).permissions() & others, QFile::Permissions());
    }
    void oneProgramPerAccount()
    {
        QTemporaryDir dir;
        auto profile = Profile::open(dir.path());
        const Account ana = someone(u"ana"_s, 1), ben = someone(u"ben"_s, 2);
        auto lock = profile->lock(ana.id);
        QVERIFY(lock.has_value());
        const auto second = profile->lock(ana.id);
        QVERIFY(!second);
        QCOMPARE(second.error().code, Errc::Locked);
        QVERIFY(profile->lock(ben.id).has_value());
        lock->reset();
        QVERIFY(profile->lock(ana.id).has_value());
    }
    void anUnusableFolderIsNamed()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"file"_s);
        QFile blocker(file);
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        for (const QString &bad : {file, file + u"/below"_s}) {
            const auto profile = Profile::open(bad);
            QVERIFY(!profile);
            QCOMPARE(profile.error().code, Errc::Io);
            QVERIFY(profile.error().what.contains(bad));
        }
    }
    void aListThatCannotBeReadIsNotTakenForEmpty()
    {
        QTemporaryDir dir;
        QFile ini(dir.filePath(u"accounts.ini"_s));
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[accounts]\n1\\uuid=nonsense\nsize=1\n");
        ini.close();
        const auto profile = Profile::open(dir.path());
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, Errc::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
