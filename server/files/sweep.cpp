#include "server/files/sweep.h"

#include "core/base/log.h"
#include "server/files/files_desk.h"

#include <future>

namespace kith::server {

namespace {

constexpr int pageFiles = 200;

/// Asks a reader and waits; nullopt when the server stops.
template <class F>
auto asked(ReadPool &reads, F question) -> std::optional<decltype(question(std::declval<Repository &>()))>
{
    using Answer = decltype(question(std::declval<Repository &>()));
    auto answer = std::make_shared<std::promise<Answer>>();
    auto future = answer->get_future();
    if (!reads.run([answer, question](Repository &repository) { answer->set_value(question(repository)); }))
        return std::nullopt;
    return future.get();
}

std::vector<AttId> dropped(WriteQueue &writes, std::vector<AttId> atts)
{
    auto answer = std::make_shared<std::promise<WriteResult>>();
    auto future = answer->get_future();
    if (!writes.submit(FilesGone{std::move(atts)},
                       [answer](WriteResult &&result) { answer->set_value(std::move(result)); }))
        return {};
    const WriteResult result = future.get();
    const auto *done = std::get_if<FilesDropped>(&result);
    return done ? done->atts : std::vector<AttId>();
}

void count(SweepReport::Part &part, qint64 bytes)
{
    ++part.files;
    part.bytes += bytes;
}

bool sweepRows(FilesDesk &desk, bool dryRun, SweepReport &report)
{
    const qint64 now = desk.clock.wallMs();
    for (;;) {
        const auto page = asked(desk.reads, [&](Repository &repository) {
            // A dry run changes nothing, so it must see all at once.
            return repository.staleFiles(now - desk.options.unfinishedMs, now - desk.options.unusedMs,
                                         dryRun ? 1'000'000 : pageFiles);
        });
        if (!page || !*page) return false;
        std::vector<AttId> atts;
        for (const FileRow &file : **page) atts.push_back(file.att);
        const auto gone = dryRun || atts.empty() ? atts : dropped(desk.writes, atts);
        for (const FileRow &file : **page) {
            if (std::find(gone.begin(), gone.end(), file.att) == gone.end())
                continue; // used at the last moment
            count(file.state == FileState::Uploading ? report.unfinished
                  : file.state == FileState::Ready   ? report.unused
                                                     : report.released,
                  file.size);
            if (dryRun) continue;
            desk.uploads.drop(file.att);
            if (auto removed = desk.blobs.remove(file.key()); !removed) // now a stray; found again below
                qCWarning(lcServer, "%s", qUtf8Printable(removed.error().what));
        }
        if (dryRun || int((*page)->size()) < pageFiles) return true;
        if (gone.empty()) return false;
    }
}

bool sweepStrays(FilesDesk &desk, bool dryRun, SweepReport &report)
{
    // Young ones may belong to a creation whose commit is under way, or to a database restored a moment ago.
    const qint64 before = desk.clock.wallMs() - desk.options.unusedMs;
    QByteArray after;
    for (;;) {
        const auto page = desk.blobs.list(after, pageFiles);
        if (!page) return false;
        if (page->empty()) return true;
        after = page->back().key;
        std::vector<AttId> old;
        for (const BlobInfo &blob : *page)
            if (blob.changedMs < before) old.push_back(AttId::fromBlob(QByteArray::fromHex(blob.key)));
        if (old.empty()) continue;
        const auto unknown =
            asked(desk.reads, [&](Repository &repository) { return repository.unknownFiles(old); });
        if (!unknown || !*unknown) return false;
        for (const BlobInfo &blob : *page) {
            const AttId att = AttId::fromBlob(QByteArray::fromHex(blob.key));
            if (std::find((*unknown)->begin(), (*unknown)->end(), att) == (*unknown)->end()) continue;
            count(report.strays, blob.size);
            if (dryRun) continue;
            if (auto removed = desk.blobs.remove(blob.key); !removed) {
                qCWarning(lcServer, "%s", qUtf8Printable(removed.error().what));
                return false;
            }
        }
    }
}

} // namespace

SweepReport sweepFiles(FilesDesk &desk, bool dryRun)
{
    SweepReport report;
    report.complete = sweepRows(desk, dryRun, report) && sweepStrays(desk, dryRun, report);
    const qint64 files =
        report.unfinished.files + report.unused.files + report.released.files + report.strays.files;
    if (files > 0)
        qCInfo(lcServer, "sweep%s: %lld unfinished, %lld unused, %lld released, %lld stray files",
               dryRun ? " (dry run)" : "", report.unfinished.files, report.unused.files,
               report.released.files, report.strays.files);
    return report;
}

} // namespace kith::server
