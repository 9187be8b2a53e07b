#include "core/store/meta_table.h"

#include "core/store/db.h"

namespace kith {
namespace {
constexpr const char *getSql = "SELECT value FROM meta WHERE key = ?";
}

QByteArray MetaTable::bytes(QLatin1StringView key)
{
    Query q = m_db.query(getSql, {QString(key)});
    return q.next() ? q.bytes(0) : QByteArray();
}

qint64 MetaTable::num(QLatin1StringView key) { return m_db.number(getSql, {QString(key)}); }

void MetaTable::set(QLatin1StringView key, const QVariant &value)
{
    m_db.run(
        "INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        {QString(key), value});
}

using namespace Qt::StringLiterals;

UserId MetaTable::user() { return UserId::fromBlob(bytes("user"_L1)); }
void MetaTable::setUser(const UserId &user) { set("user"_L1, blobOrNull(user)); }
DeviceId MetaTable::device() { return DeviceId::fromBlob(bytes("device"_L1)); }
void MetaTable::setDevice(const DeviceId &device) { set("device"_L1, blobOrNull(device)); }
QString MetaTable::server() { return QString::fromUtf8(bytes("server"_L1)); }
void MetaTable::setServer(const QString &url) { set("server"_L1, url); }
EpochId MetaTable::epoch() { return EpochId::fromBlob(bytes("epoch"_L1)); }
void MetaTable::setEpoch(const EpochId &epoch) { set("epoch"_L1, blobOrNull(epoch)); }

UserPosition MetaTable::userPosition() { return {{num("urev"_L1)}, quint64(num("utag"_L1))}; }
void MetaTable::setUserPosition(const UserPosition &at)
{
    set("urev"_L1, at.at.value);
    set("utag"_L1, qint64(at.tag));
}

QByteArray MetaTable::witness() { return bytes("witness"_L1); }
void MetaTable::setWitness(const QByteArray &witness) { set("witness"_L1, witness); }

qint64 MetaTable::clockOffsetMs() { return num("clock_offset"_L1); }
void MetaTable::setClockOffsetMs(qint64 ms) { set("clock_offset"_L1, ms); }
qint64 MetaTable::lastSyncMs() { return num("last_sync"_L1); }
void MetaTable::setLastSyncMs(qint64 ms) { set("last_sync"_L1, ms); }
void MetaTable::setProbed(qint64 ms) { set("probed"_L1, ms); }
QByteArray MetaTable::rescueNote() { return bytes("rescue"_L1); }
void MetaTable::setRescueNote(const QByteArray &note) { set("rescue"_L1, note); }

} // namespace kith
