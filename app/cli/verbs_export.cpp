#include "app/cli/job.h"
#include "ui/export/export_history.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

constexpr qint64 tellEveryMs = 1000;

void tell(const ExportProgress &now)
{
    std::fprintf(stderr, "%lld of %lld messages, %lld files\n", static_cast<long long>(now.messages),
                 static_cast<long long>(now.ofMessages), static_cast<long long>(now.files));
}

} // namespace

Outcome runExport(Job &job)
{
    const QString format = job.args.value(u"format"_s);
    if (!format.isEmpty() && format != u"html" && format != u"json")
        return {Exit::Usage, u"--format is html or json, not \"%1\"."_s.arg(onOneLine(format))};
    auto shelf = openShelf(job); // brings an old mirror up to date; nothing else is asked of the account
    if (!shelf) return failed(shelf.error());
    ExportWish wish;
    wish.mirror = job.profile.mirrorFile(shelf->account.id);
    wish.format = format == u"json" ? ExportFormat::Json : ExportFormat::Html;
    wish.files = !job.args.has(u"no-files"_s);
    wish.folder = QDir::cleanPath(QFileInfo(job.args.words[0]).absoluteFilePath());
    wish.account = u"%1@%2"_s.arg(shelf->account.login, shelf->account.server.authority());
    for (const QString &typed : job.args.lists.value(u"chat"_s)) {
        auto chat = chatNamed(*shelf->reader, typed);
        if (!chat) return failed(chat.error());
        wish.chats.push_back(*chat);
    }
    QElapsedTimer since;
    since.start();
    auto report = exportHistory(wish, [&](const ExportProgress &now) {
        QCoreApplication::processEvents(); // a Ctrl+C is heard there
        if (since.elapsed() >= tellEveryMs) {
            tell(now);
            since.restart();
        }
        return !job.interrupt.wasRaised();
    });
    if (!report) return failed(report.error());
    if (report->stopped) return {Exit::Temporary, u"Stopped: nothing was left in %1."_s.arg(wish.folder)};
    job.printer.exported(*report);
    return {};
}

} // namespace kith::cli
