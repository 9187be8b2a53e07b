#include "server/realtime/session.h"

#include "core/base/twin.h"
#include "core/wire/codec.h"

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;

namespace {

constexpr int rubbishMax = 10;
constexpr int askedUnread = 256; // what a client may still say while it does not read

} // namespace

Session::Session(SessionKey key, SessionSink &sink, SessionHost &host, const Tokens &tokens,
                 const Clock &clock, const SessionConfig &config)
    : m_key(key)
    , m_sink(sink)
    , m_host(host)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_config(config)
    , m_heardMs(clock.steadyMs())
{
}

Session::~Session()
{
    if (!m_attached) return;
    if (m_active) m_host.setActive(m_caller, false);
    m_host.detach(*this);
}

// ---- what comes in
// -----------------------------------------------------------------------------------------------

void Session::received(QByteArrayView text)
{
    if (m_state == State::Closing) return;
    m_heardMs = m_clock.steadyMs();
    if (m_dirty && ++m_dirty->heard > askedUnread) return bye(wire::ByeCode::Slow, 1000);
    auto decoded = wire::decodeRequest(text);
    if (const auto *bad = std::get_if<wire::BadFrame>(&decoded))
        return rubbish(bad->id, bad->code, bad->what);
    auto &request = std::get<wire::Request>(decoded);
    if (auto *greeting = std::get_if<wire::Hello>(&request.frame))
        return hello(request.id, std::move(*greeting));
    if (m_state == State::AwaitHello)
        return failAndClose(request.id, Code::BadRequest, u"hello comes first"_s);
    if (m_state == State::Greeting) {
        if (m_deferred.size() >= size_t(limits::requestsWaiting))
            return fail(request.id, Code::Busy, u"too many requests before hello_ok"_s, 1000);
        m_deferred.push_back(std::move(request));
        return;
    }
    route(std::move(request));
}

void Session::receivedBinary()
{
    if (m_state != State::Closing) rubbish(0, Code::BadRequest, u"binary frame"_s);
}

void Session::rubbish(qint64 id, Code code, const QString &what)
{
    if (++m_rubbish > rubbishMax) return bye(wire::ByeCode::Protocol, 60'000);
    fail(id, code, what);
    if (m_state == State::AwaitHello) close();
}

void Session::hello(qint64 id, wire::Hello &&hello)
{
    if (m_state != State::AwaitHello) return rubbish(id, Code::BadRequest, u"second hello"_s);
    if (hello.vMin > limits::protocolMax || hello.vMax < limits::protocolMin)
        return failAndClose(
            id, Code::Version,
            u"this server speaks protocol %1 to %2"_s.arg(limits::protocolMin).arg(limits::protocolMax));
    const qint64 wall = m_clock.wallMs();
    const auto checked = m_tokens.check(hello.token, wall);
    if (const auto *fault = std::get_if<TokenFault>(&checked)) {
        const bool expired = *fault == TokenFault::Expired;
        return failAndClose(id, expired ? Code::AuthExpired : Code::AuthInvalid,
                            expired ? u"the access token has expired"_s : u"not a token of this server"_s);
    }
    const auto &access = std::get<Access>(checked);
    if (const qint64 wait = m_host.helloRate(access.device))
        return failAndClose(id, Code::Rate, u"too many connections of this device"_s, wait);
    m_caller = {access.user, access.device};
    m_expiresMs = m_clock.steadyMs() + (access.expiresMs - wall);
    m_rates = m_host.rates(access.user);
    m_state = State::Greeting;
    if (!isTwin(Twin::ReadBeforeRegister)) attach(); // before the heads are read (R16)
    if (!m_host.greet(m_key, id, m_caller, std::move(hello)))
        failAndClose(id, Code::Busy, u"the server is busy"_s, 2000);
}

void Session::attach()
{
    m_attached = true;
    m_host.attach(*this);
}

void Session::greeted(qint64 request, Greeting &&greeting)
{
    if (m_state != State::Greeting) return;
    if (!greeting.known) return failAndClose(request, Code::DeviceRevoked, u"this device was signed out"_s);
    auto *helloOk = std::get_if<wire::HelloOk>(&greeting.frame);
    if (!helloOk) {
        if (m_state != State::Closing) reply(request, greeting.frame);
        return close();
    }
    helloOk->v = limits::protocolMax;
    helloOk->user = m_caller.user;
    helloOk->device = m_caller.device;
    helloOk->nowMs = m_clock.wallMs();
    m_state = State::Live;
    if (isTwin(Twin::ReadBeforeRegister)) attach();
    reply(request, greeting.frame);
    for (const auto &bytes : std::exchange(m_early, {}))
        if (!m_dirty) put(*bytes);
    runDeferred();
}

void Session::answered(qint64 request, wire::ServerFrame &&frame)
{
    --m_unanswered;
    if (m_state == State::Closing) return;
    reply(request, frame);
    answerGiven();
}

void Session::notTaken(qint64 request)
{
    --m_unanswered;
    if (m_state == State::Closing) return;
    // The outcome of a write may be unknown: only its repetition settles it (R8). What went wrong names files
    // and statements: that is for the log, where the storage has put it.
    fail(request, Code::Unavailable, u"storage does not answer"_s, 2000);
    if (m_state == State::Greeting) return close();
    answerGiven();
}

void Session::presenceRead(qint64 request, std::vector<Presence> &&presence)
{
    --m_unanswered;
    if (m_state == State::Closing) return;
    std::vector<UserId> users;
    users.reserve(presence.size());
    for (const Presence &one : presence) users.push_back(one.user);
    m_host.watch(*this, users); // only those whom the caller may know about
    wire::Ok ok;
    ok.presence = std::move(presence);
    reply(request, ok);
    answerGiven();
}

// ---- requests
// ----------------------------------------------------------------------------------------------------

bool Session::mayGo(qint64 id, RateKind kind)
{
    if (m_leaveRetryMs) {
        fail(id, Code::Busy, u"the server is going down"_s, *m_leaveRetryMs);
        return false;
    }
    if (m_unanswered >= limits::requestsWaiting) {
        fail(id, Code::Busy, u"too many unanswered requests"_s, 1000);
        return false;
    }
    if (!m_rates) return true;
    const qint64 wait = m_rates->take(kind, m_clock.steadyMs());
    if (wait == 0) return true;
    fail(id, Code::Rate, u"too often"_s, wait);
    return false;
}

bool Session::taken(qint64 id, bool accepted)
{
    if (accepted) {
        ++m_unanswered;
        return true;
    }
    fail(id, Code::Busy, u"the server is busy"_s, 1000);
    return false;
}

void Session::write(qint64 id, RateKind kind, wire::ClientFrame &&frame)
{
    if (mayGo(id, kind))
        taken(id, m_host.write(m_key, id, Call{m_caller, std::move(frame), m_clock.wallMs()}));
}

void Session::read(qint64 id, RateKind kind, wire::ClientFrame &&frame)
{
    if (m_dirty) { // answers are large: let the buffer drain first
        if (m_deferred.size() >= size_t(limits::requestsWaiting))
            return fail(id, Code::Busy, u"too many unanswered requests"_s, 1000);
        m_deferred.push_back({id, std::move(frame)});
        return;
    }
    if (mayGo(id, kind)) taken(id, m_host.read(m_key, id, m_caller, std::move(frame)));
}

void Session::route(wire::Request &&request)
{
    const qint64 id = request.id;
    const auto toWrite = [&](RateKind kind) { write(id, kind, std::move(request.frame)); };
    const auto toRead = [&](RateKind kind) { read(id, kind, std::move(request.frame)); };
    struct Router {
        Session &s;
        qint64 id;
        const decltype(toWrite) &w;
        const decltype(toRead) &r;
        void operator()(wire::Hello &) const {} // answered in received()
        void operator()(wire::Auth &f) const { s.auth(id, f); }
        void operator()(wire::Sync &) const { r(RateKind::Sync); }
        void operator()(wire::Usync &) const { r(RateKind::Sync); }
        void operator()(wire::Send &) const { w(RateKind::Send); }
        void operator()(wire::Edit &) const { w(RateKind::Change); }
        void operator()(wire::Del &) const { w(RateKind::Change); }
        void operator()(wire::React &) const { w(RateKind::Change); }
        void operator()(wire::Rcpt &) const { w(RateKind::Receipt); }
        void operator()(wire::Uset &) const { w(RateKind::Setting); }
        void operator()(wire::ChatNew &) const { w(RateKind::NewChat); }
        void operator()(wire::ChatSet &) const { w(RateKind::Change); }
        void operator()(wire::SetTimer &) const { w(RateKind::Change); }
        void operator()(wire::ClosePoll &) const { w(RateKind::Change); }
        void operator()(wire::Mem &) const { w(RateKind::Change); }
        void operator()(wire::Edits &) const { r(RateKind::History); }
        void operator()(wire::FindDate &) const { r(RateKind::History); }
        void operator()(wire::Hist &) const { r(RateKind::History); }
        void operator()(wire::Have &) const { r(RateKind::History); }
        void operator()(wire::ListMembers &) const { r(RateKind::Sync); }
        void operator()(wire::GroupLog &) const { r(RateKind::History); }
        void operator()(wire::InviteSet &) const { w(RateKind::Change); }
        void operator()(wire::Join &) const { w(RateKind::NewChat); }
        void operator()(wire::Proof &) const { r(RateKind::Sync); }
        void operator()(wire::Chats &) const { r(RateKind::Sync); }
        void operator()(wire::UsersFind &) const { r(RateKind::Find); }
        void operator()(wire::PushSet &) const { w(RateKind::Setting); }
        void operator()(wire::PushGet &f) const { f.test ? w(RateKind::Setting) : r(RateKind::Find); }
        void operator()(wire::Watch &f) const { s.watchSet(id, std::move(f)); }
        void operator()(wire::TypingOut &f) const { s.typing(f); }
        void operator()(wire::PresOut &f) const
        {
            if (f.active == s.m_active) return;
            if (s.m_rates && s.m_rates->take(RateKind::Light, s.m_clock.steadyMs())) return;
            s.m_active = f.active;
            s.m_host.setActive(s.m_caller, f.active);
        }
        void operator()(wire::Ping &f) const { s.ping(id, std::move(f)); }
    };
    std::visit(Router{*this, id, toWrite, toRead}, request.frame);
}

void Session::auth(qint64 id, const wire::Auth &auth)
{
    const qint64 wall = m_clock.wallMs();
    const auto checked = m_tokens.check(auth.token, wall);
    const auto *access = std::get_if<Access>(&checked);
    if (!access || access->user != m_caller.user || access->device != m_caller.device)
        return fail(id, Code::AuthInvalid, u"not a valid token of this device"_s);
    m_expiresMs = m_clock.steadyMs() + (access->expiresMs - wall);
    m_authSoonSent = false;
    reply(id, wire::Ok{});
}

void Session::ping(qint64 id, wire::Ping &&ping)
{
    if (!ping.dig.empty()) return read(id, RateKind::Sync, std::move(ping));
    wire::Pong pong;
    pong.nowMs = m_clock.wallMs();
    reply(id, pong);
}

Session::Watched &Session::watched()
{
    if (!m_watched) m_watched = std::make_unique<Watched>();
    return *m_watched;
}

void Session::watchSet(qint64 id, wire::Watch &&watch)
{
    if (watch.chats.size() > size_t(limits::watchChats) || watch.users.size() > size_t(limits::watchUsers))
        return rubbish(id, Code::BadRequest, u"watch: too many"_s);
    if (!mayGo(id, RateKind::Light)) return;
    watched().chats = QSet<ChatId>(watch.chats.cbegin(), watch.chats.cend());
    if (watch.users.empty()) {
        m_host.watch(*this, {});
        return reply(id, wire::Ok{});
    }
    taken(id, m_host.presence(m_key, id, m_caller, std::move(watch.users)));
}

void Session::typing(const wire::TypingOut &typing)
{
    auto &typed = watched().typedMs;
    const qint64 now = m_clock.steadyMs();
    if (typing.on) {
        // A little less than the client's interval, or the network's jitter would swallow every other one.
        const auto last = typed.constFind(typing.chat);
        if (last != typed.cend() && now - *last < limits::typingEveryMs - 500) return;
        if (typed.size() >= limits::watchChats) typed.clear();
        typed.insert(typing.chat, now);
    } else if (!typed.remove(typing.chat)) {
        return; // told already
    }
    if (m_rates && m_rates->take(RateKind::Light, now)) return;
    m_host.typing(m_caller, typing.chat, typing.on);
}

// ---- what goes out
// -----------------------------------------------------------------------------------------------

void Session::reply(qint64 id, const wire::ServerFrame &frame)
{
    if (const auto *err = std::get_if<wire::Err>(&frame)) m_host.counts.errors[size_t(err->code)].add();
    m_sink.send(wire::encode(wire::Reply{id, frame}));
    if (m_state == State::Live && !m_dirty && m_sink.bytesWaiting() > m_config.bufferBytes) becomeDirty();
}

void Session::fail(qint64 id, Code code, const QString &message, qint64 retryMs)
{
    wire::Err err;
    err.code = code;
    err.errorClass = wire::classOf(code);
    err.message = message;
    err.retryMs = retryMs;
    reply(id, err);
}

void Session::failAndClose(qint64 id, Code code, const QString &message, qint64 retryMs)
{
    fail(id, code, message, retryMs);
    close();
}

void Session::close()
{
    if (m_state == State::Closing) return;
    m_state = State::Closing;
    m_deferred.clear();
    m_early.clear();
    m_dirty.reset();
    m_sink.close();
}

void Session::bye(wire::ByeCode code, qint64 retryMs)
{
    if (m_state == State::Closing) return;
    m_host.counts.byes[size_t(code)].add();
    reply(0, wire::Bye{code, retryMs});
    close();
}

void Session::leave(qint64 retryMs)
{
    if (m_state == State::Closing || m_leaveRetryMs) return;
    m_leaveRetryMs = retryMs;
    answerGiven();
}

void Session::answerGiven()
{
    if (m_leaveRetryMs && m_unanswered == 0) bye(wire::ByeCode::Drain, *m_leaveRetryMs);
}

void Session::tick(qint64 now)
{
    if (m_state == State::Closing) return;
    if (m_state == State::AwaitHello || m_state == State::Greeting) {
        if (now - m_heardMs >= m_config.helloWaitMs) bye(wire::ByeCode::Silent, 1000);
        return;
    }
    if (now - m_heardMs >= m_config.silenceMs) return bye(wire::ByeCode::Silent, 1000);
    if (now >= m_expiresMs) return failAndClose(0, Code::AuthExpired, u"the access token has expired"_s);
    if (!m_authSoonSent && now >= m_expiresMs - limits::authSoonMs) {
        m_authSoonSent = true;
        reply(0, wire::AuthSoon{});
    }
    if (m_dirty) {
        if (now - m_dirty->sinceMs >= m_config.slowMs) return bye(wire::ByeCode::Slow, 1000);
        return;
    }
    if (!m_watched || m_watched->pokeLater.isEmpty()) return;
    for (auto it = m_watched->pokeLater.begin(); it != m_watched->pokeLater.end();) {
        if (now - m_watched->pokedMs.value(it.key()) < m_config.pokeEveryMs) {
            ++it;
            continue;
        }
        reply(0, wire::Poke{it.key(), it->first, it->second});
        m_watched->pokedMs.insert(it.key(), now);
        it = m_watched->pokeLater.erase(it);
    }
}

} // namespace kith::server
