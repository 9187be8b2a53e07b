#pragma once
#include "core/base/result.h"
#include "core/domain/commands.h"
#include "core/domain/feed.h"
#include "core/domain/rescue.h"
#include "sync/account_auth.h"

#include <QObject>
#include <QUrl>
#include <memory>
#include <optional>
#include <thread>

class QEventLoop;

namespace kith {

class Secrets;

/// What one account's engine needs to know.
struct EngineSetup {
    QString mirrorFile;
    QUrl server; // as AccountApi::serverAddress() made it
    UserId user; // written into a fresh mirror; a mirror of another user is refused
    DeviceId device;
    QString secretKey; // of the refresh token
    QString app;       // "kith 0.1.0", for the device list
    bool online = true;
    QString filesFolder; // where downloads are kept; empty = `files` beside the mirror
    QByteArray access;   // when signing in has just brought a token; may be empty
    int accessTtlSeconds = 0;
    QString damage; // what is known to be wrong with the mirror's file: it is rescued first; empty = nothing
};

/// One account's writer: owns the mirror's only writing connection, the engine, its transport and its token
/// source, and drives them with one timer. Thread: made, used and destroyed on one thread with an event loop;
/// a program without a window may use it on its main thread, the others use SyncThread.
class EngineHost final : public QObject {
    Q_OBJECT
public:
    /// `secrets` and `feed` outlive the host. Errors of opening the mirror: Locked, TooNew, Corrupt, Io,
    /// Full; BadInput when the mirror belongs to another user.
    static Result<std::unique_ptr<EngineHost>> open(const EngineSetup &setup, Secrets &secrets, Feed &feed);
    ~EngineHost() override;

    Commands &commands();
    /// A good access token, or why there is none; answered on this thread.
    void token(std::function<void(const AccountAuth::Answer &)> done);
    qint64 clockOffsetMs() const; // server minus this machine, as last learnt
    /// What became of a damaged mirror, until told() was called.
    std::optional<RescueReport> rescued() const;
    void told();

private:
    struct Private;
    explicit EngineHost(std::unique_ptr<Private> d);
    void wake();

    std::unique_ptr<Private> d;
};

/// An EngineHost on a thread of its own. Thread: the owner's, apart from commands().
class SyncThread final {
public:
    /// Returns when the mirror is open and the engine runs, or with the error of EngineHost::open().
    static Result<std::unique_ptr<SyncThread>> start(EngineSetup setup, Secrets &secrets, Feed &feed);
    /// Stops the engine, closes the mirror and waits for the thread.
    ~SyncThread();

    /// May be called from any thread while this object lives.
    Commands &commands();
    /// As EngineHost::token(); may be called from any thread, answered on the engine's; never when the engine
    /// ends first.
    void token(std::function<void(const AccountAuth::Answer &)> done);
    /// What became of a damaged mirror, now or when it was last opened; nothing once told() was called.
    /// Owner's thread.
    std::optional<RescueReport> rescued() const { return m_rescued; }
    void told();

private:
    SyncThread();

    // Not a QThread: its wait() returns while the system's thread still cleans up after itself, and a program
    // that exits just then tears libraries down under it.
    std::thread m_thread;
    QEventLoop *m_loop = nullptr; // on the thread's stack
    QObject *m_context = nullptr; // on the thread's stack; queued commands die with it
    std::unique_ptr<EngineHost> m_host;
    std::unique_ptr<Commands> m_commands;
    std::optional<RescueReport> m_rescued;
};

} // namespace kith
