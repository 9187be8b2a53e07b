#pragma once
#include "core/base/limits.h"
#include "server/bus/bus.h"
#include "server/metrics/io_counts.h"
#include "server/realtime/rates.h"

/// What a session needs around it: somewhere to send, somebody to ask.
namespace kith::server {

/// Where a session's bytes go. Frames are queued, never blocked on.
class SessionSink {
public:
    virtual ~SessionSink() = default;
    virtual void send(const QByteArray &frame) = 0;
    /// After what was sent. Nothing is received any more.
    virtual void close() = 0;
    virtual qint64 bytesWaiting() const = 0;
    /// True: call Session::drained() whenever bytes have left. Asked for only while it matters.
    virtual void tellDrained(bool on) = 0;
};

using SessionKey = quint64; // unique in one host

/// What a session needs done. Answers come later by the session's `answered`, `greeted` …, never from inside
/// the call; a call that returns false was not taken (overload).
class SessionHost {
public:
    virtual ~SessionHost() = default;
    virtual bool write(SessionKey session, qint64 request, Call call) = 0;
    virtual bool read(SessionKey session, qint64 request, const Caller &caller, wire::ClientFrame frame) = 0;
    virtual bool greet(SessionKey session, qint64 request, const Caller &caller, wire::Hello hello) = 0;
    virtual bool presence(SessionKey session, qint64 request, const Caller &caller,
                          std::vector<UserId> users) = 0;
    virtual bool typing(const Caller &caller, const ChatId &chat, bool on) = 0;
    /// From now on the session hears what the bus brings for its user (R16) / no more.
    virtual void attach(class Session &session) = 0;
    virtual void detach(class Session &session) = 0;
    /// The users whose presence the session hears; replaces.
    virtual void watch(class Session &session, const std::vector<UserId> &users) = 0;
    virtual void setActive(const Caller &caller, bool active) = 0;
    virtual qint64 helloRate(const DeviceId &device) = 0;             // as Bucket::take
    virtual std::shared_ptr<UserRates> rates(const UserId &user) = 0; // null: no limits

    SessionCounts counts; // what the sessions of this host did
};

struct SessionConfig {
    int helloWaitMs = limits::helloWaitMs;
    int silenceMs = limits::serverSilenceMs;
    int slowMs = limits::slowMs;
    qint64 bufferBytes = limits::sessionBufferBytes;
    qint64 drainedBytes = limits::sessionDrainedBytes;
    int pokeEveryMs = 5'000; // large groups that are not watched
};

struct Greeting {
    bool known = false; // the device exists and is not revoked
    wire::ServerFrame frame;
};

} // namespace kith::server
