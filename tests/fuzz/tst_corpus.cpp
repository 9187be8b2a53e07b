#include "tests/fuzz/targets.h"

#include <QDir>
#include <QTest>

using namespace kith;
using namespace kith::fuzz;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

/// Bytes turned over, taken out and put in, as libFuzzer would without coverage.
QByteArray turnedOver(QByteArray input, Random &random)
{
    for (quint64 n = 1 + random.below(4); n > 0 && !input.isEmpty(); --n) {
        const auto at = qsizetype(random.below(quint64(input.size())));
        switch (random.below(3)) {
        case 0:
            input[at] = char(random.below(256));
            break;
        case 1:
            input.remove(at, qsizetype(1 + random.below(8)));
            break;
        default:
            input.insert(at, input.mid(at, qsizetype(1 + random.below(16))));
            break;
        }
    }
    return input;
}

} // namespace

/// What the fuzzer found once stays found: every stored input runs again in every build, with every
/// sanitizer; and a few seeded neighbours of each, so that a new field of a frame is met with rubbish at
/// once.
class TestCorpus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsItsPromises_data();
    void keepsItsPromises();
    void everyTargetHasACorpus();
};

void TestCorpus::keepsItsPromises_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("file");
    for (const Target &target : targets()) {
        const QString name = QString::fromLatin1(target.name);
        const QString folder = QStringLiteral(KITH_SOURCE_DIR "/tests/fuzz/corpus/") + name;
        const QFileInfoList found = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
        for (const QFileInfo &file : found)
            QTest::addRow("%s/%s", target.name, qPrintable(file.fileName())) << name << file.filePath();
    }
    // The golden frames are seeds as well.
    const QDir golden(QStringLiteral(KITH_SOURCE_DIR "/tests/golden/wire"));
    for (const QFileInfo &file : golden.entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString target = file.fileName().startsWith("request_"_L1) ? u"request"_s : u"reply"_s;
        QTest::addRow("golden/%s", qPrintable(file.fileName())) << target << file.filePath();
    }
}

void TestCorpus::keepsItsPromises()
{
    QFETCH(QString, target);
    QFETCH(QString, file);
    const Target *chosen = find(target.toLatin1());
    QVERIFY(chosen);
    const QByteArray input = contents(file);
    (*chosen)(input);
    SeededRandom random(qChecksum(input));
    const int neighbours = chosen->run == session || chosen->run == engine ? 6 : 40;
    QByteArray next = input;
    for (int i = 0; i < neighbours; ++i) {
        const bool shaped = chosen->mutate && random.below(4) > 0;
        const QByteArray changed = shaped ? chosen->mutate(next, random) : turnedOver(next, random);
        if (changed.isEmpty() || changed.size() > 100'000) continue;
        (*chosen)(changed);
        next = random.below(3) == 0 ? input : changed;
    }
}

void TestCorpus::everyTargetHasACorpus()
{
    for (const Target &target : targets()) {
        const QDir folder(QStringLiteral(KITH_SOURCE_DIR "/tests/fuzz/corpus/") +
                          QLatin1StringView(target.name));
        QVERIFY2(!folder.entryList(QDir::Files).isEmpty(), target.name);
    }
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
