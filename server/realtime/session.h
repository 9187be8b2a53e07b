#pragma once
#include "core/base/clock.h"
#include "server/api/tokens.h"
#include "server/realtime/session_host.h"

#include <QSet>
#include <optional>

namespace kith::server {

/// One device's connection: every rule of the real-time protocol that needs no stored state. No socket, no
/// thread, no timer: bytes, answers, bus messages and ticks go in, bytes come out of the sink.
class Session {
public:
    Session(SessionKey key, SessionSink &sink, SessionHost &host, const Tokens &tokens, const Clock &clock,
            const SessionConfig &config);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    void received(QByteArrayView text);
    void receivedBinary();
    void answered(qint64 request, wire::ServerFrame &&frame);
    void greeted(qint64 request, Greeting &&greeting);
    void presenceRead(qint64 request, std::vector<Presence> &&presence);
    void notTaken(qint64 request);
    /// `poke` is the encoded poke for this message, made on first use and shared between sessions.
    void heard(const BusMessage &message, QByteArray &poke);
    void drained();
    void tick(qint64 nowMs);
    void bye(wire::ByeCode code, qint64 retryMs);
    /// bye{drain} as soon as what was asked is answered; nothing more is taken.
    void leave(qint64 retryMs);

    SessionKey key() const { return m_key; }
    const Caller &caller() const { return m_caller; }
    bool live() const { return m_state == State::Live; }
    bool closing() const { return m_state == State::Closing; }
    int unanswered() const { return m_unanswered; }
    bool dirty() const { return m_dirty != nullptr; }

    Session *nextOfUser = nullptr; // the registry's chain

private:
    enum class State : quint8 { AwaitHello, Greeting, Live, Closing };
    struct Dirty { // what could not be sent
        qint64 sinceMs = 0;
        int heard = 0; // frames that came meanwhile
        QHash<ChatId, std::pair<Rev, Rx>> heads;
        std::shared_ptr<const QByteArray> uev; // the newest: it shows the gap before it (R3)
    };
    struct Watched {
        QSet<ChatId> chats;
        std::vector<UserId> users;
        QHash<ChatId, qint64> pokedMs; // large groups
        QHash<ChatId, std::pair<Rev, Rx>> pokeLater;
        QHash<ChatId, qint64> typedMs;
    };

    void rubbish(qint64 id, wire::Code code, const QString &what);
    void attach();
    void hello(qint64 id, wire::Hello &&hello);
    void auth(qint64 id, const wire::Auth &auth);
    void route(wire::Request &&request);
    void write(qint64 id, RateKind kind, wire::ClientFrame &&frame);
    void read(qint64 id, RateKind kind, wire::ClientFrame &&frame);
    void ping(qint64 id, wire::Ping &&ping);
    void watchSet(qint64 id, wire::Watch &&watch);
    void typing(const wire::TypingOut &typing);
    bool mayGo(qint64 id, RateKind kind);
    bool taken(qint64 id, bool accepted);
    void reply(qint64 id, const wire::ServerFrame &frame);
    void fail(qint64 id, wire::Code code, const QString &message, qint64 retryMs = 0);
    void failAndClose(qint64 id, wire::Code code, const QString &message, qint64 retryMs = 0);
    void answerGiven();
    void close();
    void push(const BusMessage &message);
    void pushLarge(const BusMessage &message, QByteArray &poke);
    void put(const QByteArray &bytes);
    void becomeDirty();
    void collect(const BusMessage &message);
    void runDeferred();
    bool watches(const ChatId &chat) const { return m_watched && m_watched->chats.contains(chat); }
    Watched &watched();

    const SessionKey m_key;
    SessionSink &m_sink;
    SessionHost &m_host;
    const Tokens &m_tokens;
    const Clock &m_clock;
    const SessionConfig &m_config;
    Caller m_caller;
    qint64 m_heardMs;       // steady: any frame
    qint64 m_expiresMs = 0; // steady: the access token
    std::shared_ptr<UserRates> m_rates;
    std::unique_ptr<Dirty> m_dirty;
    std::unique_ptr<Watched> m_watched;
    std::vector<wire::Request> m_deferred;                  // reads that wait until the buffer has drained
    std::vector<std::shared_ptr<const QByteArray>> m_early; // pushes heard before hello_ok
    std::optional<qint64> m_leaveRetryMs;                   // leaving
    int m_unanswered = 0;
    quint8 m_rubbish = 0;
    State m_state = State::AwaitHello;
    bool m_active = false;
    bool m_attached = false;
    bool m_authSoonSent = false;
};

} // namespace kith::server
