#pragma once
#include "ui/context.h"
#include "ui/media/pictures.h"

#include <atomic>

namespace kith {

/// What the window does with the files of messages: pictures for painting, how far a transfer is, fetching,
/// opening and saving. Files are copied and decoded by worker threads. Thread: GUI.
class Media final : public QObject {
    Q_OBJECT
public:
    explicit Media(const Context &context, QObject *parent = nullptr);
    ~Media() override; // gives up what is being copied; no half file stays

    Pictures &pictures() { return m_pictures; }
    /// Bytes of a transfer that moves now; nothing when it stands.
    std::optional<qint64> moving(const AttId &att) const;

    /// `message` is on screen: its pictures are fetched when they are small enough, once.
    void shown(const Message &message);
    void fetch(const Message &message, const AttachmentView &file);
    void cancel(const AttachmentView &file);
    /// Copies the file to `target`, replacing what is there in one step; `saved` tells.
    void save(const AttachmentView &file, const QString &target);
    /// Writes a pasted picture where it can be sent from; `done` gets the path, or nothing and why.
    void keep(const QImage &picture, std::function<void(const QString &path, const QString &why)> done);
    /// Adds what the receiver is told of each; `done` on this thread.
    void describe(std::vector<OutgoingFile> files, std::function<void(std::vector<OutgoingFile>)> done);

    static constexpr qint64 fetchedAtOnce = 8 * 1024 * 1024; // larger pictures wait for a click

Q_SIGNALS:
    void changed();                                        // a picture is ready, a transfer moved
    void saved(const QString &target, const QString &why); // why: empty = it is there

private:
    const Context m_context;
    QHash<AttId, qint64> m_moving;
    QSet<AttId> m_asked;
    std::atomic_bool m_leaving = false;
    Pictures m_pictures; // its threads end first
};

/// Opening a file of this name may run what is in it: a person is asked first.
bool mayRun(const QString &fileName);
/// It is shown as a picture.
bool isPicture(const AttachmentView &file);
/// The whole file is on this machine.
bool isHere(const AttachmentView &file);

} // namespace kith
