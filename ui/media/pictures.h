#pragma once
#include "core/base/result.h"
#include "core/domain/attachment.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

class QIODevice;

namespace kith {

/// Whether the window shows a file of this MIME type as a picture.
bool isPicture(const QString &mime);

/// Bounds of what a stranger's picture may cost.
inline constexpr qint64 picturePixels = 60'000'000;
inline constexpr int pictureMegabytes = 256; // of one decoder, for the whole process

/// Decodes a picture so that it fits into `box` (pixels; never enlarged). Its kind is told from its bytes and
/// must be one of a few; its size is looked at before anything is decoded. BadInput: it is none, or breaks a
/// bound. Any thread.
Result<QImage> readPicture(QIODevice &from, const QSize &box);
/// As above, of a file. Io: it cannot be opened.
Result<QImage> readPicture(const QString &path, const QSize &box);
/// What the sender tells of a file: kind, measures, a small JPEG of at most limits::attThumbBytes. A file
/// that is no picture keeps its measures at 0. Any thread.
void describePicture(OutgoingFile &file);

/// Pictures for painting: decoded by two worker threads, kept in a bounded cache. Nothing here waits.
/// Thread: GUI.
class Pictures final : public QObject {
    Q_OBJECT
public:
    explicit Pictures(QObject *parent = nullptr);
    ~Pictures() override;

    /// The file's picture fitted into `box` (device pixels); null while it is decoded (`ready` tells) and
    /// when it cannot be.
    QImage fitted(const QString &path, const QSize &box);
    /// The small one that came with its message; null as above.
    QImage thumb(const AttId &att, const QByteArray &bytes);
    bool isBroken(const QString &path) const { return m_broken.contains(path); }
    /// Runs `task` on a worker thread.
    void run(std::function<void()> task);

Q_SIGNALS:
    void ready();

private:
    static constexpr int cacheKib = 96 * 1024, mostAtOnce = 32, mostBroken = 1000;

    void decode(const QString &key, const QString &path, std::function<Result<QImage>()> read);
    void took(const QString &key, const QString &path, const QImage &image);

    QCache<QString, QImage> m_held{cacheKib};
    QSet<QString> m_busy, m_broken;
    QThreadPool m_pool;
};

} // namespace kith
