#pragma once
#include "core/base/result.h"
#include "core/domain/message.h"

#include <functional>
#include <vector>

namespace kith {

enum class ExportFormat : quint8 { Html, Json };

struct ExportWish {
    QString mirror;            // the mirror's file; read only, beside whoever has it open
    std::vector<ChatId> chats; // empty = all
    ExportFormat format = ExportFormat::Html;
    bool files = true; // with the files that are on this computer
    QString folder;    // where it shall stand; must not exist yet, its parent must
    QString account;   // whose it is, for the reader of the export
};

struct ExportProgress {
    qint64 messages = 0, ofMessages = 0; // `ofMessages`: as counted at the start
    qint64 files = 0;
    QString chat; // title of the one that is being written
};

struct ExportReport {
    QString folder;
    bool stopped = false; // on request: nothing is left of it
    int chats = 0;
    qint64 messages = 0, files = 0;
    qint64 filesElsewhere = 0; // not on this computer, or no longer what was sent
    qint64 onServerOnly = 0;   // messages that the mirror does not hold
};

/// Writes what the mirror holds as pages for a browser or as JSON (docs/export.md): needs no network, no
/// server and no sign-in. Page by page: memory does not grow with the history. All is written into a folder
/// beside `wish.folder` whose name says that it is unfinished, and named at the end, so that half an export
/// never looks whole. `goOn` is asked after every page and every piece of a file; false stops.
/// Thread: any; takes as long as it takes. Errors: NotFound (no such chat), BadInput (the folder exists, its
/// parent does not), Full, Io, and those of Reader::open().
Result<ExportReport> exportHistory(const ExportWish &wish,
                                   const std::function<bool(const ExportProgress &)> &goOn);

/// A name for an export that is not taken in `parent`: "Kith export 2026-11-24", with a number when needed.
QString freeExportFolder(const QString &parent, const QString &title, qint64 nowMs);

} // namespace kith
