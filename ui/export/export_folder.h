#pragma once
#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>
#include <functional>
#include <memory>

class QFile;

namespace kith {

/// A folder in the making: gone again unless finish() has named it. Thread: the one that made it.
class ExportFolder {
public:
    /// `target` must not exist, its parent must.
    static Result<std::unique_ptr<ExportFolder>> begin(const QString &target);
    ~ExportFolder();

    /// A folder inside, "chats/0001 Ana".
    Status makeFolder(const QString &inside);
    /// What stands in the way of nothing: the whole path of something inside.
    QString path(const QString &inside) const { return m_half + u'/' + inside; }
    /// The disk has all that was written; the folder has its name.
    Status finish();

private:
    ExportFolder(QString target, QString half)
        : m_target(std::move(target))
        , m_half(std::move(half))
    {
    }
    const QString m_target, m_half;
    bool m_finished = false;
};

/// One file of an export, written front to back. Errors are kept: the first is told by close().
class ExportFile {
public:
    explicit ExportFile(const QString &path);
    ~ExportFile();
    void write(QByteArrayView bytes);
    bool failed() const { return !m_status; }
    Status close(); // when the disk has it

private:
    void fail();
    std::unique_ptr<QFile> m_file;
    Status m_status = ok();
};

enum class Copied : quint8 { Whole, NotThere /* missing, or other bytes than wanted */, Stopped };
/// Copies a file of `size` bytes; `sha256` empty = not compared. Errors: of writing only.
Result<Copied> copyInto(const QString &from, const QString &to, qint64 size, const QByteArray &sha256,
                        const std::function<bool()> &goOn);

} // namespace kith
