#include "app/common/secrets_choice.h"
#include "app/common/secrets_file.h"
#include "app/common/secrets_keychain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <optional>

using namespace kith;
using namespace Qt::StringLiterals;

namespace {
template <class T> std::optional<T> waited(const std::function<void(std::function<void(T)>)> &ask)
{
    std::optional<T> answer;
    ask([&](T given) { answer = std::move(given); });
    return QTest::qWaitFor([&] { return answer.has_value(); }, 10'000) ? answer : std::nullopt;
}

std::optional<Status> write(Secrets &secrets, const QString &key, const QByteArray &secret)
{
    return waited<Status>([&](auto done) { secrets.write(key, secret, done); });
}
std::optional<Status> removed(Secrets &secrets, const QString &key)
{
    return waited<Status>([&](auto done) { secrets.remove(key, done); });
}
std::optional<Result<QByteArray>> read(Secrets &secrets, const QString &key)
{
    return waited<Result<QByteArray>>([&](auto done) { secrets.read(key, done); });
}

/// What every store owes: a missing secret is NotFound, a written one is found, by a second object too.
void keepsTheContract(Secrets &first, Secrets &second)
{
    const QString key = u"account/device"_s;
    const auto before = read(first, key);
    QVERIFY(before && !*before);
    QCOMPARE(int(before->error().code), int(Errc::NotFound));
    for (const QByteArray &secret : {QByteArray("kR7_first-token"), QByteArray(512, 'x')}) {
        const auto written = write(first, key, secret);
        QVERIFY(written);
        QVERIFY2(*written, written->has_value() ? "" : qPrintable(written->error().what));
        const auto found = read(second, key);
        QVERIFY(found && *found);
        QCOMPARE(**found, secret);
    }
    QVERIFY(*removed(first, key));
    QVERIFY2(*removed(first, key), "removing what is gone is no error");
    const auto after = read(second, key);
    QVERIFY(after && !*after);
    QCOMPARE(int(after->error().code), int(Errc::NotFound));
}
} // namespace

class TestSecrets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fileKeepsTheContract();
    void fileIsForTheOwnerOnly();
    void fileRefusesWhatIsNoShortLine();
    void anUnreadableFileIsUnavailableNotAbsent();
    void choiceIsExplicit();
    void keychain();
};

void TestSecrets::fileKeepsTheContract()
{
    QTemporaryDir dir;
    SecretsFile first(dir.path()), second(dir.path());
    keepsTheContract(first, second);
}

void TestSecrets::fileIsForTheOwnerOnly()
{
    QTemporaryDir dir;
    SecretsFile secrets(dir.path());
    QVERIFY(*write(secrets, u"a/b"_s, "token"));
    const auto rights = QFileInfo(dir.filePath(u"secrets.ini"_s)).permissions();
    QVERIFY(!(rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    QVERIFY(secrets.warning().contains(u"unencrypted"_s));
    QVERIFY2(!secrets.warning().contains(u"token"_s), "a warning never shows a secret");
}

void TestSecrets::fileRefusesWhatIsNoShortLine()
{
    QTemporaryDir dir;
    SecretsFile secrets(dir.path());
    for (const QByteArray &bad : {QByteArray(), QByteArray("two\nlines"), QByteArray(513, 'x')})
        QCOMPARE(int(write(secrets, u"a/b"_s, bad)->error().code), int(Errc::BadInput));
}

void TestSecrets::anUnreadableFileIsUnavailableNotAbsent()
{
    QTemporaryDir dir;
    // A folder in the file's place is unreadable for root as well.
    QVERIFY(QDir(dir.path()).mkdir(u"secrets.ini"_s));
    SecretsFile secrets(dir.path());
    QCOMPARE(int(read(secrets, u"a/b"_s)->error().code), int(Errc::Unavailable));
    QCOMPARE(int(write(secrets, u"a/b"_s, "token")->error().code), int(Errc::Unavailable));
}

void TestSecrets::choiceIsExplicit()
{
    QTemporaryDir dir;
    QCOMPARE((*makeSecrets(u"file"_s, dir.path()))->backendName(), u"file"_s);
    QVERIFY((*makeSecrets(QString(), dir.path()))->backendName() != u"file"_s);
    const auto other = makeSecrets(u"plain"_s, dir.path());
    QVERIFY(!other);
    QCOMPARE(int(other.error().code), int(Errc::BadInput));
}

/// Run by with_keyring.sh, which says in which state the session's keyring is.
void TestSecrets::keychain()
{
    const QByteArray state = qgetenv("KITH_TEST_KEYRING");
    if (state.isEmpty()) return; // the ctest entries app/keychain_* run this part
    SecretsKeychain first, second;
    if (state == "unlocked") return keepsTheContract(first, second);
    if (state == "filling") {
        QVERIFY(*write(first, u"a/b"_s, "token"));
        return;
    }
    // Locked or without a service nobody can say that there is no secret: taking it for absent would sign the
    // person out.
    const auto found = read(second, u"a/b"_s);
    QVERIFY(found && !*found);
    QCOMPARE(int(found->error().code), int(Errc::Unavailable));
    const auto written = write(first, u"a/c"_s, "token");
    QVERIFY(written && !*written);
    QCOMPARE(int(written->error().code), int(Errc::Unavailable));
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
