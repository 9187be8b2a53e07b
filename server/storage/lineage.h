#pragma once
#include "core/base/ids.h"

#include <QByteArray>
#include <optional>
#include <vector>

/// What lets a client prove that a database was put back to an older state together with its guard (R10).
namespace kith::server {

/// How far a history had come when its bearer heard of it.
struct Witness {
    EpochId epoch;
    QByteArray run; // 8 bytes: which start of a server
    qint64 commitNo = 0;
};

/// Makes witnesses of one run; nobody else can. Thread-safe.
class WitnessSeal {
public:
    WitnessSeal(QByteArray key, const EpochId &epoch, QByteArray run);
    QByteArray seal(qint64 commitNo) const; // base64url, 64 characters
    /// Nothing: not made with this key.
    static std::optional<Witness> open(const QByteArray &key, const QByteArray &sealed);

private:
    QByteArray m_key;
    EpochId m_epoch;
    QByteArray m_run;
};

/// The runs that wrote a history, each with the commit it started from; the newest 32 are remembered. A
/// database can only be put back while no server runs on it, so each run ends where the next one started.
class Lineage {
public:
    /// As stored; of another epoch: empty.
    static Lineage fromBlob(const QByteArray &blob, const EpochId &epoch);
    QByteArray blob(const EpochId &epoch) const;
    void begin(const QByteArray &run, qint64 commitNo);
    QByteArray run() const; // the newest; empty: there is none
    /// False: what the witness saw is not in the history, which has come to `commitNo`.
    bool holds(const Witness &witness, qint64 commitNo) const;

private:
    struct Run {
        QByteArray run;
        qint64 from = 0;
    };
    std::vector<Run> m_runs; // oldest first
};

} // namespace kith::server
