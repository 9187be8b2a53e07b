#pragma once
#include "inspect/file.h"
#include "inspect/veil.h"

#include <QStringList>
#include <QTemporaryDir>
#include <vector>

namespace kith::inspect {

/// The steps that make a schema: index 0 brings version 1.
struct SchemaSteps {
    std::vector<std::vector<const char *>> steps;
    int version() const { return int(steps.size()); }
};
SchemaSteps mirrorSteps();

/// A file that was looked at and found to be ours, as a private copy of one moment. What it holds is read
/// through views that let no content out (views.h) unless the veil reveals.
struct Opened {
    enum class Kind : quint8 {
        Mirror,
        Server,
        Bundle // a mirror of fake text (bundle.h)
    };
    Kind kind = Kind::Mirror;
    QString path{};                          // as it was named
    QString copy{};                          // the whole content: it goes with `folder`
    int schema = 0;                          // as found; an older mirror's copy is brought to today's
    qint64 bytes = 0, logBytes = 0;          // of the original and its log
    QStringList remarks{};                   // what is odd about it, in sentences without content
    std::shared_ptr<QTemporaryDir> folder{}; // 0700
    std::shared_ptr<File> file{};            // restricted to the views
    Veil veil;
    bool isMirror() const { return kind != Kind::Server; }
};

/// Copies `path` by SQLite's own means into a private folder and opens that; the original is only read, and
/// whoever writes it goes on. `server`: the schema of server databases; null = they are not taken.
/// Errors name the file and what to do: NotFound, BadInput (not ours), TooNew, Corrupt, Full, Locked, Io.
Result<Opened> open(const QString &path, const Veil &veil, const SchemaSteps *server = nullptr);

/// The mirror of an account that this very process has open: copied through the same library, so that no lock
/// of it is lost. Errors as above.
Result<Opened> openOwn(const QString &mirror, const Veil &veil);
/// What SQLite finds wrong with such a mirror, read beside its writer; empty = sound. Seconds for large ones.
Result<QString> damageOf(const QString &mirror);

/// Folder of one's own for what must not be seen by others; removed with the value. Those that killed
/// processes of this user left behind are removed first.
Result<std::shared_ptr<QTemporaryDir>> privateFolder(qint64 bytesWanted);
/// All of this process, when it has to end at once. Thread: any.
void removePrivateFolders();

} // namespace kith::inspect
