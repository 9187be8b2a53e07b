#pragma once
#include "core/base/result.h"
#include "core/domain/attachment.h"
#include "core/domain/change_set.h"
#include "core/domain/content.h"
#include "core/domain/group.h"
#include "core/domain/push.h"
#include "core/domain/rows.h"
#include "core/domain/verify.h"

#include <QObject>

namespace kith {

/// The connection in the terms a person is told.
struct Connection {
    enum class Phase : quint8 {
        Off,          // told to stay off the network
        Connecting,   // also while greeting
        Syncing,      // connected, catching up
        Online,       // connected and current
        Waiting,      // no connection; next try at retryAtMs
        SignInAgain,  // the server no longer accepts this device; everything stays readable
        UpdateNeeded, // the server is too new or too old for this version
        SecretsAway,  // the keychain cannot answer now; waits and tries again, never signs out
        DiskFull,     // sync stopped; nothing is lost; goes on by itself when there is room
        DiskAway,     // the same: the disk or the system refuses to write
        Damaged,      // the mirror's file is damaged: close the account and open it with a rescue
        Stopped,      // a fault that needs a person: `why` says it
    };
    Phase phase = Phase::Off;
    qint64 retryAtMs = 0;   // wall clock, Waiting
    qint64 clockSkewMs = 0; // this machine minus server; told to the user from one minute on
    QString why;            // one untranslated sentence for details; may be empty
    int tries = 0;          // failed ones since the connection was lost or the program began
    qint64 downSinceMs = 0; // wall clock of that; 0 while connected
    friend bool operator==(const Connection &, const Connection &) = default;
};

/// What the sync side tells the rest of the program. Signals are emitted on the sync thread after the commit
/// they speak of; receivers in other threads get them queued.
class Feed : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void changed(const kith::ChangeSet &changes);
    void connectionChanged(const kith::Connection &connection);
    void presenceChanged(const QList<kith::Presence> &presence);
    void typingChanged(const kith::ChatId &chat, const kith::UserId &user, bool on);
    void usersFound(quint64 query, const QList<kith::UserInfo> &users, const QString &errorCode);
    /// The server asked to wait with this chat's next change until then (wall clock; 0 = no longer). `code`:
    /// its reason.
    void laneWaits(const kith::ChatId &chat, qint64 untilMs, const QString &code);
    void verifyProgress(const kith::VerifyProgress &progress);
    void verified(const kith::VerifyReport &report);
    /// Bytes of a file that is on its way, for a progress bar; what is lasting comes by changed().
    void transferMoved(const kith::AttId &att, qint64 done, qint64 size);
    void found(const kith::Whereabouts &whereabouts);
    void versionsTold(const kith::MessageVersions &versions);
    void dateFound(const kith::DatePlace &place);
    /// `errorCode` empty: it was done. "offline": it was not asked.
    void groupTold(quint64 query, const kith::GroupAnswer &answer, const QString &errorCode);
    void pushTold(quint64 query, const kith::PushInfo &push, const QString &errorCode);
    /// A wish that could not be carried out and left no trace in the mirror (text too long, outbox full, disk
    /// full).
    void refused(const kith::ChatId &chat, const QString &code);
};

/// Registers the types that cross threads in these signals; call once before connecting. Idempotent.
void registerFeedTypes();

} // namespace kith
Q_DECLARE_METATYPE(kith::Connection)
Q_DECLARE_METATYPE(kith::Presence)
Q_DECLARE_METATYPE(kith::UserInfo)
Q_DECLARE_METATYPE(kith::ChatId)
Q_DECLARE_METATYPE(kith::UserId)
Q_DECLARE_METATYPE(kith::Mid)
Q_DECLARE_METATYPE(kith::VerifyProgress)
Q_DECLARE_METATYPE(kith::VerifyReport)
Q_DECLARE_METATYPE(kith::AttId)
Q_DECLARE_METATYPE(kith::Whereabouts)
Q_DECLARE_METATYPE(kith::MessageVersions)
Q_DECLARE_METATYPE(kith::DatePlace)
Q_DECLARE_METATYPE(kith::GroupAnswer)
