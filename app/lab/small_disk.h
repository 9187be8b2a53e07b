#pragma once
#include <QDir>
#include <QFile>
#include <QProcess>

namespace kith::lab {

/// A file system of a few megabytes for one folder; needs root (Linux).
class SmallDisk {
public:
    SmallDisk(const QString &folder, int megabytes)
        : m_folder(folder)
    {
        QDir().mkpath(folder);
        m_mounted =
            run({QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                 QStringLiteral("size=%1m").arg(megabytes), QStringLiteral("none"), folder});
    }
    ~SmallDisk()
    {
        if (m_mounted) run({QStringLiteral("umount"), QStringLiteral("-l"), m_folder});
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_mounted; }
    /// Takes all the room there is.
    void fill()
    {
        QFile filler(fillerFile());
        if (!filler.open(QIODevice::Append | QIODevice::Unbuffered)) return;
        for (qsizetype piece = 64 * 1024; piece > 0;) {
            if (filler.write(QByteArray(piece, 'x')) != piece) piece /= 2;
        }
    }
    void makeRoom() { QFile::remove(fillerFile()); }
    /// Only while nobody has a file open for writing there.
    bool readOnly(bool on)
    {
        return run({QStringLiteral("mount"), QStringLiteral("-o"),
                    on ? QStringLiteral("remount,ro") : QStringLiteral("remount,rw"), m_folder});
    }

private:
    QString fillerFile() const { return m_folder + QStringLiteral("/filler"); }
    static bool run(QStringList command)
    {
        const QString program = command.takeFirst();
        return QProcess::execute(program, command) == 0;
    }
    QString m_folder;
    bool m_mounted = false;
};

} // namespace kith::lab
