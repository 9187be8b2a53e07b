#pragma once
#include <QByteArray>
#include <QString>
#include <memory>

class QFile;

namespace kith::server {

/// Remembers, in a small file beside the database, how far this database had come. A database that is behind
/// its guard was restored from an older copy: answered writes are gone, so its history needs a new name
/// (R10).
class EpochGuard {
public:
    explicit EpochGuard(const QString &databaseFile);
    ~EpochGuard();

    /// What the guard of this database says now; for those who only look.
    struct Noted {
        QByteArray dbUuid; // empty: there is no guard
        qint64 commitNo = 0;
        bool isAheadOf(const QByteArray &uuid, qint64 commit) const
        {
            return uuid == dbUuid && commitNo > commit;
        }
    };
    static Noted noted(const QString &databaseFile);

    /// True when the guard knows of commits of this database that the database does not.
    bool isAheadOf(const QByteArray &dbUuid, qint64 commitNo) const;
    qint64 commitNo() const; // as noted; 0 = nothing
    /// After each commit. A guard that cannot be written only proves less; it stops nothing.
    void note(const QByteArray &dbUuid, qint64 commitNo);

private:
    std::unique_ptr<QFile> m_file;
};

} // namespace kith::server
