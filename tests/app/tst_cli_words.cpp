#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "app/cli/follow.h"
#include "app/cli/names.h"
#include "app/cli/printer.h"
#include "app/cli/text_input.h"
#include "app/cli/verb_table.h"
#include "core/base/limits.h"
#include "core/base/random.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace kith;
using namespace kith::cli;
using namespace Qt::StringLiterals;

namespace {

/// A stdio stream over given bytes.
class Stream {
public:
    explicit Stream(const QByteArray &bytes = {})
        : m_file(std::tmpfile())
    {
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), m_file);
        std::rewind(m_file);
    }
    ~Stream() { std::fclose(m_file); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    FILE *file() const { return m_file; }
    QByteArray all() const
    {
        QByteArray bytes;
        std::rewind(m_file);
        for (int c = std::fgetc(m_file); c != EOF; c = std::fgetc(m_file)) bytes.append(char(c));
        return bytes;
    }

private:
    FILE *m_file;
};

Parsed parse(const QString &line) { return parseArguments(line.split(u' ', Qt::SkipEmptyParts)); }

} // namespace

/// kith-cli's own logic: command lines, names, printing, stdin.
class TestCliWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void commandLines()
    {
        const Parsed parsed =
            parse(u"--profile /p send --json bob hello --wait=seen --timeout 5 --secrets file"_s);
        const auto *args = std::get_if<Arguments>(&parsed);
        QVERIFY(args);
        QCOMPARE(args->verb, Verb::Send);
        QCOMPARE(args->profile, u"/p"_s);
        QCOMPARE(args->secrets, u"file"_s);
        QVERIFY(args->json);
        QCOMPARE(args->words, (QStringList{u"bob"_s, u"hello"_s}));
        QCOMPARE(args->value(u"wait"_s), u"seen"_s);
        QCOMPARE(args->number(u"timeout"_s, 10), 5);
        QCOMPARE(args->number(u"limit"_s, 10), 10);

        const Parsed dashes = parse(u"send bob -- --wait"_s);
        QVERIFY(std::get_if<Arguments>(&dashes));
        QCOMPARE(std::get<Arguments>(dashes).words.last(), u"--wait"_s);
        const Parsed minus = parse(u"send bob -"_s);
        QCOMPARE(std::get<Arguments>(minus).words.last(), u"-"_s);
    }

    void wrongCommandLines_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"",
                                 "fly",
                                 "chats extra",
                                 "send bob",
                                 "send bob a b",
                                 "history x --limit 0",
                                 "history x --limit -3",
                                 "history x --limit many",
                                 "send b t --wait read",
                                 "send b t --timeout -1",
                                 "send b t --timeout 99999999",
                                 "--secrets paper chats",
                                 "--json=yes chats",
                                 "--limit 3 history x",
                                 "login --server s --user u",
                                 "react m e --off=1",
                                 "sync",
                                 "-x chats",
                                 "chats --profile",
                                 "chats --profile= "})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void wrongCommandLines()
    {
        QFETCH(QString, line);
        const Parsed parsed = parse(line);
        const auto *wrong = std::get_if<UsageError>(&parsed);
        QVERIFY(wrong);
        QVERIFY(!wrong->what.isEmpty() && !wrong->what.contains(u'\n'));
    }

    void everyVerbHasHelp()
    {
        for (const VerbRule &rule : verbRules()) {
            const Parsed parsed = parse(QLatin1StringView(rule.name) + u" --help"_s);
            const auto *help = std::get_if<HelpWanted>(&parsed);
            QVERIFY2(help, rule.name);
            QVERIFY(help->text.contains(QLatin1StringView(rule.name)));
        }
        const Parsed all = parse(u"-h"_s);
        for (const VerbRule &rule : verbRules())
            QVERIFY(std::get<HelpWanted>(all).text.contains(QLatin1StringView(rule.name)));
    }

    void everyVerbAndFieldIsDocumented()
    {
        QFile file(QStringLiteral(KITH_SOURCE_DIR "/docs/cli.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        for (const VerbRule &rule : verbRules()) {
            QVERIFY2(text.contains(QByteArray("### `") + rule.name), rule.name);
            for (const OptionRule &option : rule.options)
                QVERIFY2(text.contains(QByteArray("--") + option.name), option.name);
        }
        Stream out;
        const auto printer = makeJsonPrinter(out.file());
        printer->message({});
        printer->chat({});
        printer->member({}, {});
        printer->outboxItem({});
        printer->status({});
        printer->account({});
        printer->device({});
        printer->profile({});
        printer->receipt({});
        printer->connection({});
        printer->gone({}, {});
        static const QRegularExpression name(u"\"([a-z_]+)\":"_s);
        auto fields = name.globalMatch(QString::fromUtf8(out.all()));
        QVERIFY(fields.hasNext());
        while (fields.hasNext()) {
            const QByteArray field = fields.next().captured(1).toUtf8();
            QVERIFY2(text.contains('`' + field + '`'), field.constData());
        }
    }

    void names()
    {
        SeededRandom random(1);
        const auto chat = [&] { return ChatId::mint(1, random); };
        const auto user = [&] { return UserId::mint(1, random); };
        const std::vector<ChatName> chats{
            {chat(), ChatKind::Direct, u"Bob Builder"_s, user(), u"bob"_s, false},
            {chat(), ChatKind::Group, u"Trip"_s, {}, {}, false},
            {chat(), ChatKind::Group, u"trip"_s, {}, {}, true},
            {chat(), ChatKind::Group, u"Bob"_s, {}, {}, false},
            {chat(), ChatKind::Group, u"Twins"_s, {}, {}, false},
            {chat(), ChatKind::Group, u"Twins"_s, {}, {}, false},
            {chat(), ChatKind::Direct, u"Bob Builder"_s, user(), u"bob"_s, false, true},
            {chat(), ChatKind::Direct, u"Cyd"_s, user(), u"cyd"_s, false, true},
        };
        const auto found = [&](const QString &typed) { return findChat(typed, chats); };
        const auto is = [&](const FoundChat &what, size_t which) {
            const auto *id = std::get_if<ChatId>(&what);
            return id && *id == chats[which].chat;
        };
        QVERIFY(is(found(QString::fromLatin1(chats[4].chat.text())), 4));
        QVERIFY(is(found(u"@bob"_s), 0));
        QVERIFY(is(found(u"@BOB"_s), 0));
        QVERIFY(is(found(u"@cyd"_s), 7)); // not made yet, but the only one
        QVERIFY(is(found(u"bob builder"_s), 0));
        QVERIFY(is(found(u"TRIP"_s), 1));      // a chat that was left does not stand in the way
        const FoundChat bob = found(u"bob"_s); // the person and the group
        QVERIFY(std::get_if<ManyNames>(&bob));
        QCOMPARE(std::get<ManyNames>(bob).candidates.size(), 2);
        const FoundChat twins = found(u"twins"_s);
        QVERIFY(std::get_if<ManyNames>(&twins));
        QVERIFY(manyNamesText(u"twins"_s, std::get<ManyNames>(twins))
                    .contains(QString::fromLatin1(chats[5].chat.text())));
        QVERIFY(std::holds_alternative<NoSuchName>(found(u"@trip"_s)));
        QVERIFY(std::holds_alternative<NoSuchName>(found(u""_s)));

        const std::vector<UserInfo> users{{user(), u"bobby"_s, u"B"_s}, {user(), u"bob"_s, u"Bob"_s}};
        QCOMPARE(findUser(u"@Bob"_s, users)->login, u"bob"_s);
        QVERIFY(!findUser(u"bo"_s, users));
    }

    void statesOfMessages()
    {
        Message message;
        message.row.seq = {5};
        QCOMPARE(stateText(message, {4}), u"delivered"_s);
        QCOMPARE(stateText(message, {5}), u"seen"_s);
        message.mine = true;
        for (const auto &[tick, text] : {std::pair(Tick::Failed, u"refused"_s),
                                         {Tick::Queued, u"queued"_s},
                                         {Tick::Sent, u"sent"_s},
                                         {Tick::Delivered, u"delivered"_s},
                                         {Tick::Seen, u"seen"_s}}) {
            message.tick = tick;
            QCOMPARE(stateText(message, {9}), text);
        }
        QVERIFY(reached(Tick::Seen, Stage::Delivered));
        QVERIFY(!reached(Tick::Sent, Stage::Delivered));
        QVERIFY(!reached(Tick::Failed, Stage::Sent));
        QVERIFY(!reached(Tick::Queued, Stage::Sent));
    }

    void textCannotDriveTheTerminal()
    {
        QCOMPARE(onOneLine(u"a\nb\tc"_s), u"a\\nb\\tc"_s);
        QCOMPARE(onOneLine(u"\x1b[2J"_s), u"\\u001b[2J"_s);
        QCOMPARE(onOneLine(u"x\u202Egnp"_s), u"x\\u202egnp"_s);
        QCOMPARE(onOneLine(u"grün 👍"_s), u"grün 👍"_s);
        MessageLine line;
        line.body = u"one\ntwo\x1b]0;x\a"_s;
        line.sender = u"eve"_s;
        for (const auto &make : {makeTextPrinter, makeJsonPrinter}) {
            Stream out;
            make(out.file())->message(line, nullptr);
            const QByteArray printed = out.all();
            QCOMPARE(printed.count('\n'), 1);
            QVERIFY(!printed.contains('\x1b') && !printed.contains('\a'));
        }
    }

    void stdinIsBounded()
    {
        const auto textFrom = [](const QByteArray &bytes) {
            return messageText(u"-"_s, Stream(bytes).file());
        };
        QCOMPARE(*textFrom("one\ntwo\n"), u"one\ntwo"_s);
        QCOMPARE(*textFrom("one\r\n"), u"one"_s);
        QVERIFY(textFrom(QByteArray(limits::textBytes, 'x') + '\n'));
        QVERIFY(!textFrom(QByteArray(limits::textBytes + 1, 'x')));
        QVERIFY(!textFrom("\xff\xfe"));
        QVERIFY(!textFrom("\n"));
        QVERIFY(!messageText(u" \n"_s, nullptr));

        const auto password = [](const QByteArray &bytes) { return passwordFrom(Stream(bytes).file()); };
        QCOMPARE(*password("correct horse\nsecond line\n"), u"correct horse"_s);
        QCOMPARE(*password("no end"), u"no end"_s);
        QVERIFY(!password(""));
        QVERIFY(!password("\n"));
        QVERIFY(!password(QByteArray(limits::passwordMaxBytes + 1, 'x') + '\n'));
    }

    void exitCodes()
    {
        QCOMPARE(failed({Errc::Locked, {}}).exit, Exit::Temporary);
        QCOMPARE(failed({Errc::Offline, {}}).exit, Exit::Temporary);
        QCOMPARE(failed({Errc::Refused, {}}).exit, Exit::Refused);
        QCOMPARE(failed({Errc::BadInput, {}}).exit, Exit::BadData);
        QCOMPARE(refusedBy(u"forbidden"_s).exit, Exit::NotAllowed);
        QCOMPARE(refusedBy(u"too_long"_s).exit, Exit::Refused);
        QCOMPARE(notSaved(u"not_member"_s).exit, Exit::NotAllowed);
        QCOMPARE(notSaved(u"disk_full"_s).exit, Exit::Temporary);
        QCOMPARE(notSaved(u"too_long"_s).exit, Exit::BadData);
        QVERIFY(refusedBy(u"brand_new"_s).what.contains(u"brand_new"_s));
    }
};

QTEST_GUILESS_MAIN(TestCliWords)
#include "tst_cli_words.moc"
