// What each verb of kith-inspect costs on a large mirror, as a process of its own: CPU-seconds and peak
// memory.
#include "core/base/ids.h"
#include "core/store/mirror.h"
#include "core/store/reader.h"
#include "tests/kit/mirror_seed.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

void measure(const QString &program, const QStringList &arguments)
{
    std::vector<QByteArray> bytes{program.toLocal8Bit()};
    for (const QString &argument : arguments) bytes.push_back(argument.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &one : bytes) argv.push_back(one.data());
    argv.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        if (!freopen("/dev/null", "w", stdout)) _exit(126);
        execv(argv[0], argv.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
    QTextStream(stdout)
        << arguments[0].leftJustified(12)
        << QString::number(seconds(usage.ru_utime) + seconds(usage.ru_stime), 'f', 2).rightJustified(8)
        << " CPU s" << QString::number(double(usage.ru_maxrss) / 1024.0, 'f', 0).rightJustified(7)
        << " MiB peak   exit " << WEXITSTATUS(status) << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    qputenv("XDG_DATA_HOME", folder.filePath(u"data"_s).toLocal8Bit());
    SeedPlan plan;
    if (argc > 1) plan.messages = QString::fromLocal8Bit(argv[1]).toInt();
    const QString file = folder.filePath(u"kith.db"_s);
    const auto seeded = seedMirror(file, plan);
    if (!seeded) qFatal("%s", qPrintable(seeded.error().what));
    const QString chat = QString::fromLatin1(seeded->chats.front().text());
    QString mid;
    {
        auto reader = Reader::open(file);
        if (!reader) qFatal("%s", qPrintable(reader.error().what));
        if (const auto page = (*reader)->newest(seeded->chats.front(), 1); page && !page->messages.empty())
            mid = QString::fromLatin1(page->messages.front().row.mid.text());
    }
    QTextStream(stdout) << seeded->messages << " messages, " << QFile(file).size() / 1'000'000 << " MB"
                        << Qt::endl;
    const QString program = QCoreApplication::applicationDirPath() + u"/kith-inspect"_s;
    measure(program, {u"summary"_s, file});
    measure(program, {u"outbox"_s, file});
    measure(program, {u"chats"_s, file});
    measure(program, {u"gaps"_s, file});
    measure(program, {u"receipts"_s, file});
    measure(program, {u"explain"_s, file, mid});
    measure(program, {u"timeline"_s, file, chat});
    measure(program, {u"query"_s, file, u"SELECT kind, count(*) FROM v_messages GROUP BY kind"_s});
    measure(program, {u"integrity"_s, file});
    measure(program, {u"diff"_s, file, file});
    measure(program, {u"salvage"_s, file, folder.filePath(u"salvaged.db"_s)});
    measure(program, {u"bundle"_s, file, folder.filePath(u"out.kithbundle"_s), u"--yes"_s});
    return 0;
}
