#include "server/config/config.h"
#include "server/config/setting.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace kith;
using namespace kith::server;
using namespace Qt::StringLiterals;

namespace {

QString faultIn(const Result<Config> &config) { return config ? QString() : config.error().what; }

/// A configuration file, an environment and a command line that a test fills.
struct Given {
    explicit Given(const QByteArray &text = {})
    {
        if (text.isNull()) return;
        file = dir.filePath(u"kith.conf"_s);
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            QTest::qFail("no file", __FILE__, __LINE__);
    }
    Result<Config> load(QStringList arguments = {}) const
    {
        if (!file.isEmpty()) arguments = QStringList{u"--config"_s, file} + arguments;
        const auto line = readCommandLine(arguments);
        if (!line) return line.error();
        return Config::load({*line, environment, systemFile});
    }
    QString fault(const QStringList &arguments = {}) const
    {
        const auto loaded = load(arguments);
        QString what = faultIn(loaded);
        return file.isEmpty() ? what : what.replace(file, u"FILE"_s);
    }
    QTemporaryDir dir;
    QString file, systemFile;
    QHash<QString, QString> environment;
};

QString exampleOf(const Setting &setting)
{
    switch (setting.kind) {
    case SettingKind::Text:
        return u"some text"_s;
    case SettingKind::Path:
        return u"/some/where"_s;
    case SettingKind::Address:
        return u"[::1]:99"_s;
    case SettingKind::Choice:
    case SettingKind::List:
        return QString::fromLatin1(setting.form).section(u'|', 1, 1);
    case SettingKind::YesNo:
        return u"yes"_s;
    case SettingKind::Number:
        return QString::number(setting.most);
    case SettingKind::Bytes:
        return QString::number(setting.most);
    case SettingKind::Span:
        return u"%1ms"_s.arg(setting.most);
    }
    return {};
}

QString variableOf(const Setting &setting)
{
    return u"KITH_SERVER_"_s + QString::fromLatin1(setting.name).replace(u'-', u'_').toUpper();
}

QByteArray outputOf(const QStringList &arguments, int *code = nullptr)
{
    QProcess program;
    program.start(QStringLiteral(KITH_BIN_DIR "/kith-server"), arguments);
    if (!program.waitForFinished(20'000)) return "(did not end)";
    if (code) *code = program.exitCode();
    return program.readAllStandardOutput() + program.readAllStandardError();
}

} // namespace

class TestConfig : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySettingComesFromEachPlaceInOrder()
    {
        for (const Setting &setting : settings()) {
            const QString name = QLatin1StringView(setting.name), value = exampleOf(setting);
            Given given((name + u" = "_s + value).toUtf8());
            auto config = given.load();
            QCOMPARE(faultIn(config), QString());
            QCOMPARE(config->text(setting.name), value);
            QCOMPARE(config->from(setting.name), given.file + u":1"_s);
            given.environment.insert(variableOf(setting), value);
            config = given.load();
            QCOMPARE(faultIn(config), QString());
            QCOMPARE(config->from(setting.name), variableOf(setting));
            if (setting.secret) {
                QVERIFY(given.fault({u"--"_s + name, value}).contains(u"would show a secret"_s));
                continue;
            }
            config = given.load({u"--"_s + name, value});
            QCOMPARE(faultIn(config), QString());
            QCOMPARE(config->from(setting.name), u"--"_s + name);
            QCOMPARE(config->text(setting.name), value);
        }
    }

    void theDefaultsAreAllowed()
    {
        const auto config = Given().load();
        QVERIFY(config);
        for (const Setting &setting : settings()) {
            QCOMPARE(config->from(setting.name), u"default"_s);
            if (*setting.standard) QCOMPARE(faultOf(setting, config->text(setting.name)), QString());
        }
    }

    void faultsNameThePlace_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QByteArray &file, const QStringList &arguments,
                            const QString &said) { QTest::newRow(name) << file << arguments << said; };
        row("unknown, near", "\n# x\nlisten = 127.0.0.1:1\nregistraton = open\n", {},
            u"FILE:4: there is no setting \"registraton\"; did you mean registration?"_s);
        row("unknown, far", "colour = red", {},
            u"FILE:1: there is no setting \"colour\"; `kith-server help` lists the settings"_s);
        row("section", "[server]", {}, u"FILE:1: a line is \"setting = value\", or a comment after #"_s);
        row("twice", "name = A\n\nname = B", {}, u"FILE:3: name was set in line 1 already"_s);
        row("address", "listen = here:80", {},
            u"FILE:1: listen wants ADDRESS:PORT, for example 127.0.0.1:8480 or [::]:8480"_s);
        row("number", "threads = 65", {}, u"FILE:1: threads wants a number from 0 to 64"_s);
        row("word", "registration = perhaps", {}, u"FILE:1: registration wants one of: "_s);
        row("empty", "listen =", {}, u"FILE:1: listen wants ADDRESS:PORT"_s);
        row("flag value", {}, {u"--threads"_s, u"many"_s}, u"--threads wants a number from 0 to 64"_s);
        row("flag unknown", {}, {u"--regstration"_s, u"open"_s},
            u"--regstration is not an option; did you mean --registration?"_s);
        row("flag without value", {}, {u"--listen"_s}, u"--listen wants a value"_s);
        row("flag with value", {}, {u"--help=yes"_s}, u"--help takes no value"_s);
        row("beaten, but bad all the same", "threads = x", {u"--threads"_s, u"1"_s},
            u"FILE:1: threads wants a number"_s);
        row("not text", "name = \xff\xfe", {}, u"FILE is not UTF-8 text"_s);
    }
    void faultsNameThePlace()
    {
        QFETCH(QByteArray, file);
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const QString fault = Given(file).fault(arguments);
        QVERIFY2(fault.startsWith(said), qPrintable(fault));
    }

    void theEnvironmentIsChecked()
    {
        Given given;
        given.environment = {{u"KITH_SERVER_THREDS"_s, u"2"_s}, {u"KITH_BIN"_s, u"/x"_s}};
        QCOMPARE(given.fault(), u"environment: there is no setting \"KITH_SERVER_THREDS\"; did you mean "
                                "KITH_SERVER_THREADS?"_s);
        given.environment = {{u"KITH_SERVER_THREADS"_s, u"two"_s}};
        QCOMPARE(given.fault(), u"KITH_SERVER_THREADS: threads wants a number from 0 to 64"_s);
        given.environment = {{u"KITH_SERVER_CONFIG"_s, u"/no/such/file"_s}};
        QVERIFY(given.fault().startsWith(u"the configuration file /no/such/file cannot be read"_s));
    }

    void theSystemsFileIsReadOnlyWhenNothingIsNamed()
    {
        Given given("name = System");
        given.systemFile = std::exchange(given.file, {});
        QCOMPARE(given.load()->text("name"), u"System"_s);
        QCOMPARE(given.load({u"--data"_s, u"x"_s})->text("name"), u"Kith"_s);
        given.systemFile = u"/no/such/file"_s;
        QCOMPARE(given.load()->text("name"), u"Kith"_s);
    }

    void valuesMayBeQuotedAndHoldSpaces()
    {
        const auto config = Given("name = \"Kith of Ghent = us\"\n\tthreads=2 \r\n").load();
        QVERIFY(config);
        QCOMPARE(config->text("name"), u"Kith of Ghent = us"_s);
        QCOMPARE(config->number("threads"), 2);
    }

    void sizesAndTimes()
    {
        QCOMPARE(bytesFrom(u"2GiB"_s), 2LL << 30);
        QCOMPARE(bytesFrom(u"700"_s), 700);
        QCOMPARE(millisecondsFrom(u"5m"_s), 300'000);
        QCOMPARE(millisecondsFrom(u"250ms"_s), 250);
        const Setting size{"s", SettingKind::Bytes, "", "", "", 1, 1LL << 40};
        for (const auto *bad : {u"", u"GiB", u"2GB", u"-1", u"99999999999TiB", u"0", u"1.5GiB"})
            QVERIFY2(!faultOf(size, QString::fromUtf16(bad)).isEmpty(), qPrintable(QString::fromUtf16(bad)));
        const Setting span{"s", SettingKind::Span, "", "", "", 0, 10'000};
        QCOMPARE(faultOf(span, u"0"_s), QString());
        for (const auto *bad : {u"5", u"11s", u"s", u"1 hour", u"-1s"})
            QVERIFY2(!faultOf(span, QString::fromUtf16(bad)).isEmpty(), qPrintable(QString::fromUtf16(bad)));
    }

    void aListHoldsKnownWords()
    {
        const Setting list{"l", SettingKind::List, "", "a|b|c", ""};
        QCOMPARE(faultOf(list, u"a, c"_s), QString());
        QCOMPARE(faultOf(list, u"a,d"_s), u"some of these, separated by commas: a, b, c"_s);
    }

    void theTemplateIsAConfigurationOfDefaults()
    {
        QString text = configTemplate();
        const auto asShipped = Given(text.toUtf8()).load();
        QVERIFY(asShipped);
        for (const Setting &setting : settings()) {
            if (!*setting.standard) continue;
            const QString line = u"\n#%1 = "_s.arg(QLatin1StringView(setting.name));
            QVERIFY(text.contains(line));
            text.replace(line, line.mid(0, 1) + line.mid(2));
        }
        const auto opened = Given(text.toUtf8()).load();
        QCOMPARE(faultIn(opened), QString());
        for (const Setting &setting : settings())
            QCOMPARE(opened->text(setting.name), asShipped->text(setting.name));
    }

    void theDocumentsHoldTheSettingsAsTheyAre()
    {
        const auto textOf = [](const char *path) {
            QFile file(QStringLiteral(KITH_SOURCE_DIR "/") + QLatin1StringView(path));
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        const QString page = textOf("docs/operations.md");
        const QString table =
            page.section(u"<!-- config reference -->\n"_s, 1).section(u"<!-- end -->"_s, 0, 0);
        QCOMPARE(table, configReference());
        const QString shipped = textOf("packaging/linux/kith-server.conf");
        QCOMPARE(QString(shipped).replace(u"\ndata = /var/lib/kith\n"_s, u"\n#data = DIR\n"_s),
                 configTemplate());
        QCOMPARE(Given(shipped.toUtf8()).load()->text("data"), u"/var/lib/kith"_s);
    }

    void theProgramShowsWhatIsInForce()
    {
        Given given("name = Ghent\n");
        int code = -1;
        const QByteArray shown =
            outputOf({u"config"_s, u"--config"_s, given.file, u"--threads"_s, u"3"_s}, &code);
        QCOMPARE(code, 0);
        const auto line = [&shown](const QByteArray &name) {
            for (const QByteArray &one : shown.split('\n'))
                if (one.startsWith(name + ' ')) return one.simplified();
            return QByteArray();
        };
        QCOMPARE(line("name"), "name = Ghent (" + given.file.toUtf8() + ":1)");
        QCOMPARE(line("threads"), QByteArray("threads = 3 (--threads)"));
        QCOMPARE(line("listen"), QByteArray("listen = 127.0.0.1:8480 (default)"));
        QCOMPARE(outputOf({u"config"_s, u"--config"_s, u"/no/such"_s}, &code).count('\n'), 1);
        QCOMPARE(code, 78);
    }

    void helpNamesVerbsAndSettings()
    {
        const QByteArray help = outputOf({u"help"_s});
        QCOMPARE(outputOf({u"--help"_s}), help);
        for (const Setting &setting : settings())
            QCOMPARE(help.contains(QByteArray("\n  --") + setting.name + ' '), !setting.secret);
        QVERIFY(outputOf({u"help"_s, u"config"_s}).startsWith("kith-server config "));
        QCOMPARE(outputOf({u"config"_s, u"--help"_s}), outputOf({u"help"_s, u"config"_s}));
        int code = 0;
        QVERIFY(outputOf({u"walk"_s}, &code).contains("there is no verb \"walk\""));
        QCOMPARE(code, 64);
    }
};

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
