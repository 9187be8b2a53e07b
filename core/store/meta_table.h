#pragma once
#include "core/base/ids.h"

#include <QString>
#include <QVariant>

namespace kith {

class Db;

/// Facts about the account and the file. Absent values read as null, zero or empty.
class MetaTable {
public:
    explicit MetaTable(Db &db)
        : m_db(db)
    {
    }

    UserId user();
    void setUser(const UserId &user);
    DeviceId device();
    void setDevice(const DeviceId &device);
    QString server(); // base URL
    void setServer(const QString &url);
    EpochId epoch(); // of the user's stream and the newest hello
    void setEpoch(const EpochId &epoch);
    UserPosition userPosition();
    void setUserPosition(const UserPosition &at);
    QByteArray witness(); // the server's newest, as it came
    void setWitness(const QByteArray &witness);
    qint64 clockOffsetMs(); // server's clock minus ours
    void setClockOffsetMs(qint64 ms);
    qint64 lastSyncMs(); // wall clock when the mirror was last known to be current
    void setLastSyncMs(qint64 ms);
    void setProbed(qint64 ms); // a value without a meaning, written to see whether it can be
    QByteArray rescueNote();   // of core/store/rescue.h, until somebody has been told; empty = none
    void setRescueNote(const QByteArray &note);

private:
    QByteArray bytes(QLatin1StringView key);
    qint64 num(QLatin1StringView key);
    void set(QLatin1StringView key, const QVariant &value);
    Db &m_db;
};

} // namespace kith
