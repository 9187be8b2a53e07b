#include "sync/engine.h"

#include "core/base/log.h"
#include "sync/engine_private.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kSecretsRetryMs = 5'000;
constexpr qint64 kDiskRetryMs = 5'000, kDiskRetryMostMs = 30'000;
constexpr int kConnectMs = 20'000;
constexpr qint64 kClockMs = 15'000;

Connection::Phase toldPhase(Phase phase)
{
    switch (phase) {
    case Phase::Off:
        return Connection::Phase::Off;
    case Phase::Token:
    case Phase::Connecting:
    case Phase::Greeting:
        return Connection::Phase::Connecting;
    case Phase::Syncing:
        return Connection::Phase::Syncing;
    case Phase::Live:
        return Connection::Phase::Online;
    case Phase::Backoff:
        return Connection::Phase::Waiting;
    case Phase::SignIn:
        return Connection::Phase::SignInAgain;
    case Phase::Update:
        return Connection::Phase::UpdateNeeded;
    case Phase::SecretsAway:
        return Connection::Phase::SecretsAway;
    case Phase::DiskFull:
        return Connection::Phase::DiskFull;
    case Phase::DiskAway:
        return Connection::Phase::DiskAway;
    case Phase::Damaged:
        return Connection::Phase::Damaged;
    case Phase::Stopped:
        return Connection::Phase::Stopped;
    }
    return Connection::Phase::Stopped;
}
} // namespace

Engine::Private::Private(Borders b, Setup s)
    : core{.mirror = b.mirror,
           .transport = b.transport,
           .clock = b.clock,
           .random = b.random,
           .feed = b.feed,
           .app = s.app,
           .holdEvents = s.holdEvents,
           .me = s.user,
           .device = s.device,
           .epoch = {},
           .pending = {},
           .diskFault = {},
           .wake = {}}
    , auth(b.auth)
    , setup(std::move(s))
    , attempts(core)
    , catchUp(core)
    , lanes(core, attempts)
    , attachments(core, lanes)
    , drafts(core, lanes)
    , receipts(core)
    , live(core)
    , groups(core)
    , backfill(core)
    , verify(core)
    , lookUp(core)
    , questions(core)
    , expiry(core)
    , wishes(core, lanes, drafts, attachments)
{
    if (const auto offset = core.mirror.read([&] { return core.mirror.meta.clockOffsetMs(); }))
        core.offsetMs = *offset;
    if (const auto newest = core.mirror.read([&] { return core.mirror.outbox.newest(); }))
        attempts.setInherited(*newest);
    core.wake = [this] { wake(); };
    lanes.onAuth = [this](wire::Code code) { authCode(code); };
    lanes.onDraft = [this](const ChatId &chat) { drafts.known(chat); };
    lanes.onSync = [this](const ChatId &chat) {
        catchUp.want(chat);
        drafts.known(chat);
        attachments.changed(); // uploads wait until the server knows their chat
    };
    lanes.onUpload = [this](const OutboxEntry &entry, Batch &batch) {
        return attachments.uploadAgain(entry, batch);
    };
    catchUp.onCoverage = [this] { backfill.changed(); };
    Transport::Listener listener;
    listener.opened = [this] {
        input(Input::Opened);
        wake();
    };
    listener.received = [this](const QByteArray &bytes) { received(bytes); };
    listener.closed = [this](const QString &reason) {
        // The last words (a bye, auth_expired) say why and how long to stay away: they are read first.
        if (inbox.empty())
            lost(reason);
        else
            closedBy = reason;
        wake();
    };
    core.transport.setListener(std::move(listener));
}

Engine::Private::~Private()
{
    *alive = false;
    core.transport.setListener({});
    core.transport.close();
}

void Engine::Private::wake()
{
    // A wish that could be written: there is room again.
    if (waitsForDisk(session.phase) && core.commits != commitsBefore) retryAt = core.now();
    if (onWake && !advancing) onWake();
}

// ---- session ----

void Engine::Private::input(Input in, const QString &reason, qint64 retryMs)
{
    const Phase before = session.phase;
    const auto [next, action] = step(session, in);
    session = next;
    if (next.phase != before) why = reason;
    askedRetryMs = retryMs;
    act(action);
    tellConnection();
}

void Engine::Private::act(Action action)
{
    const qint64 now = core.now();
    if (action == Action::None) return;
    phaseBy = kNever;
    retryAt = kNever;
    switch (action) {
    case Action::None:
        break;
    case Action::AskToken:
        askToken();
        break;
    case Action::Open:
        phaseBy = now + kConnectMs;
        core.transport.open(setup.socket);
        break;
    case Action::SendHello:
        phaseBy = now + limits::helloWaitMs;
        hello();
        break;
    case Action::Welcome:
        break; // helloAnswered did it
    case Action::Retry:
        if (connectedAt >= 0)
            attempts.connectionLost(why);
        else
            attempts.connectFailed(why);
        endConnection();
        retryAt = now + backoff.next(core.random, askedRetryMs);
        break;
    case Action::RetrySoon:
        endConnection();
        if (waitsForDisk(session.phase)) diskWaitMs = kDiskRetryMs;
        retryAt = now + (waitsForDisk(session.phase) ? diskWaitMs : kSecretsRetryMs);
        break;
    case Action::Close:
        endConnection();
        break;
    }
}

void Engine::Private::endConnection()
{
    core.transport.close();
    attempts.connectionLost(why);
    if (connectedAt >= 0) backoff.ended(core.now() - connectedAt);
    connectedAt = -1;
    inbox.clear();
    closedBy.reset();
    ++tokenQuestion; // an answer that comes late is nobody's
    core.forgetConnection();
    heartbeat.forget();
    catchUp.forget();
    lanes.forget();
    receipts.forget();
    live.forget();
    groups.forget();
    backfill.forget();
    verify.forget();
    lookUp.forget();
    questions.forget();
}

void Engine::Private::lost(const QString &reason, qint64 retryMs) { input(Input::Lost, reason, retryMs); }

void Engine::Private::askToken()
{
    const quint64 question = ++tokenQuestion;
    auth.token([this, question, guard = alive](const AccountAuth::Answer &answer) {
        if (!*guard || question != tokenQuestion || session.phase != Phase::Token) return;
        switch (answer.kind) {
        case AccountAuth::Answer::Kind::Token:
            token = answer.token;
            input(Input::GotToken);
            break;
        case AccountAuth::Answer::Kind::SignInNeeded:
            input(Input::NoSignIn, answer.why);
            break;
        case AccountAuth::Answer::Kind::SecretsAway:
            input(Input::NoSecrets, answer.why);
            break;
        case AccountAuth::Answer::Kind::Offline:
            input(Input::NoRoute, answer.why, answer.retryMs);
            break;
        }
        wake();
    });
}

void Engine::Private::hello()
{
    const auto frame = core.mirror.read([&] {
        wire::Hello hello;
        hello.token = token;
        hello.app = setup.app;
        hello.epoch = core.mirror.meta.epoch();
        hello.upos = core.mirror.meta.userPosition();
        const auto items = core.mirror.chats.digestItems();
        hello.witness = core.mirror.meta.witness();
        if (!items.empty() && hello.epoch) hello.dig = wire::digests(hello.epoch, items);
        return hello;
    });
    if (!frame) {
        core.diskFault = frame.error();
        return;
    }
    core.request(*frame,
                 [this](const wire::ServerFrame &answer, Batch &batch) { helloAnswered(answer, batch); });
}

void Engine::Private::helloAnswered(const wire::ServerFrame &frame, Batch &batch)
{
    if (const auto *err = std::get_if<wire::Err>(&frame)) {
        batch.after.push_back([this, e = *err] {
            if (e.errorClass == wire::ErrorClass::Auth || e.errorClass == wire::ErrorClass::Stop)
                authCode(e.code);
            else
                lost(e.message, e.retryMs);
        });
        return;
    }
    const auto *ok = std::get_if<wire::HelloOk>(&frame);
    if (!ok) return;
    const UserId held = core.mirror.meta.user();
    if (ok->user != core.me || (held && held != ok->user)) {
        batch.after.push_back([this] {
            input(Input::Broken,
                  u"the server says that this sign-in is another user's; nothing was changed"_s);
        });
        return;
    }
    const qint64 offset = ok->nowMs - core.clock.wallMs();
    core.offsetMs = offset;
    core.epoch = ok->epoch;
    core.mirror.meta.setClockOffsetMs(offset);
    core.mirror.meta.setWitness(ok->witness);
    attempts.connected(batch);
    catchUp.welcomed(*ok, batch);
    batch.after.push_back([this, beat = ok->heartbeatMs] {
        core.connected = true;
        connectedAt = core.now();
        freshToken = false;
        heartbeat.connected(core.now(), beat);
        receipts.connected();
        lanes.changed();
        attachments.connected();
        backfill.changed();
        live.connected();
        drafts.connected();
        expiry.connected();
        input(Input::Welcomed);
    });
}

void Engine::Private::authCode(wire::Code code)
{
    if (code == wire::Code::Version) return input(Input::BadVersion, u"the server speaks another version"_s);
    auth.invalidate();
    if (code != wire::Code::AuthExpired)
        return input(Input::Denied, u"the server has signed this device out"_s);
    const bool again = std::exchange(freshToken, true);
    input(Input::TokenStale, u"the access token had run out"_s);
    if (!again && session.phase == Phase::Backoff) retryAt = core.now(); // a fresh one at once, but only once
}

// ---- time ----

void Engine::Private::ping(bool withDigest)
{
    wire::Ping frame;
    if (withDigest) {
        const auto read = core.mirror.read([&] {
            wire::Ping p;
            p.epoch = core.epoch;
            p.upos = core.mirror.meta.userPosition();
            p.dig = wire::digests(core.epoch, core.mirror.chats.digestItems());
            return p;
        });
        if (read) frame = *read;
    }
    core.request(frame, [this, withDigest](const wire::ServerFrame &f, Batch &b) { pong(f, withDigest, b); });
}

void Engine::Private::pong(const wire::ServerFrame &frame, bool withDigest, Batch &batch)
{
    batch.after.push_back([this] { heartbeat.pong(); });
    const auto *pong = std::get_if<wire::Pong>(&frame);
    if (!pong) return;
    // Either clock may have been set since hello; less than this is the line's delay.
    if (const qint64 offset = pong->nowMs - core.clock.wallMs();
        std::abs(offset - core.offsetMs) > kClockMs) {
        core.offsetMs = offset;
        core.mirror.meta.setClockOffsetMs(offset);
    }
    if (!withDigest || !pong->dirty) return;
    catchUp.heads(*pong->dirty, pong->upos, batch);
    if (pong->dirty->empty() && core.mirror.meta.userPosition() == pong->upos)
        core.mirror.meta.setLastSyncMs(core.clock.wallMs());
}

void Engine::Private::timers()
{
    const qint64 now = core.now();
    if (session.phase != Phase::Off && heartbeat.slept(now, core.clock.wallMs())) {
        qCInfo(lcSync, "the machine slept");
        heartbeat.hurry(now);
        if (session.phase == Phase::Backoff) input(Input::TryNow);
    }
    if (retryAt <= now && waitsForDisk(session.phase))
        tryDisk();
    else if (retryAt <= now)
        input(Input::RetryDue);
    if (phaseBy <= now) lost(u"the server does not answer"_s);
    if (!hasSocket(session.phase)) return;
    if (core.earliestDeadline() <= now) return lost(u"the server does not answer"_s);
    if (!core.connected) return;
    switch (heartbeat.due(now)) {
    case Heartbeat::Due::Nothing:
        break;
    case Heartbeat::Due::Ping:
        ping(false);
        break;
    case Heartbeat::Due::DigestPing:
        ping(true);
        break;
    case Heartbeat::Due::Dead:
        lost(u"the server does not answer"_s);
        break;
    }
}

void Engine::Private::work()
{
    expiry.advance();
    catchUp.advance();
    drafts.advance();
    attachments.advance();
    lanes.advance();
    receipts.advance();
    live.advance();
    settlePhase();
    backfill.advance(idle());
    verify.advance(session.phase == Phase::Live);
}

void Engine::Private::settlePhase()
{
    if (!isConnected(session.phase) || core.diskFault) return;
    const bool current = catchUp.current();
    if (current && session.phase == Phase::Syncing) {
        knownCurrent();
        if (!core.diskFault) input(Input::CaughtUp);
    } else if (!current && session.phase == Phase::Live) {
        input(Input::FellBehind);
    }
}

void Engine::Private::knownCurrent()
{
    core.write([&](Batch &) {
        core.mirror.meta.setLastSyncMs(core.clock.wallMs());
        core.mirror.meta.setEpoch(core.mirror.meta.epoch() ? core.mirror.meta.epoch() : core.epoch);
    });
}

void Engine::Private::acknowledgeFault()
{
    if (!core.diskFault) return;
    const Error fault = *std::exchange(core.diskFault, std::nullopt);
    qCWarning(lcSync, "the mirror could not be written: %s", qUtf8Printable(fault.what));
    if (fault.code == Errc::Corrupt) return input(Input::FileDamaged, fault.what);
    if (session.phase == Phase::Off || waitsForDisk(session.phase)) return;
    commitsBefore = core.commits;
    // Reading stops with the connection; going on starts from what is on the disk.
    if (fault.code == Errc::Full)
        input(Input::DiskFilled, fault.what);
    else if (fault.code == Errc::Io || fault.code == Errc::Locked || fault.code == Errc::NotFound)
        input(Input::DiskRefused, fault.what);
    else if (fault.code == Errc::TooNew)
        input(Input::Broken, fault.what);
    else
        lost(fault.what);
}

/// Without a word to the server: a connection is made when the mirror can hold what it brings.
void Engine::Private::tryDisk()
{
    const Status written = core.mirror.probe(core.clock.wallMs());
    if (written) return input(Input::RetryDue);
    if (written.error().code == Errc::Corrupt) return input(Input::FileDamaged, written.error().what);
    diskWaitMs = std::min(diskWaitMs * 2, kDiskRetryMostMs);
    retryAt = core.now() + diskWaitMs;
}

void Engine::Private::tellConnection()
{
    Connection now;
    now.phase = toldPhase(session.phase);
    if (session.phase == Phase::Backoff && retryAt != kNever)
        now.retryAtMs = core.clock.wallMs() + std::max<qint64>(retryAt - core.now(), 0);
    now.clockSkewMs = -core.offsetMs;
    now.why = why;
    now.tries = attempts.failedTries();
    now.downSinceMs = attempts.downSinceMs();
    if (now.phase == told.phase && now.why == told.why && now.clockSkewMs == told.clockSkewMs &&
        (now.phase != Connection::Phase::Waiting || now.retryAtMs == told.retryAtMs))
        return;
    told = now;
    Q_EMIT core.feed.connectionChanged(told);
}

void Engine::advance()
{
    d->advancing = true;
    d->readInbox();
    if (d->closedBy) d->lost(*std::exchange(d->closedBy, {}));
    d->acknowledgeFault();
    d->timers();
    d->work();
    d->acknowledgeFault();
    d->tellConnection();
    d->advancing = false;
}

qint64 Engine::nextDue() const
{
    if (!d->inbox.empty() || d->core.diskFault) return d->core.now();
    qint64 due =
        std::min({d->retryAt, d->phaseBy, d->live.nextDue(), d->drafts.nextDue(), d->expiry.nextDue()});
    if (hasSocket(d->session.phase)) due = std::min(due, d->core.earliestDeadline());
    if (d->core.connected)
        due = std::min({due, d->attachments.nextDue(), d->heartbeat.nextDue(), d->catchUp.nextDue(),
                        d->lanes.nextDue(), d->receipts.nextDue(), d->backfill.nextDue(d->idle()),
                        d->verify.nextDue(d->session.phase == Phase::Live)});
    if (d->session.phase != Phase::Off) due = std::min(due, d->heartbeat.nextTick());
    return due;
}

void Engine::saveJournal() { d->attempts.save(); }
void Engine::setWake(std::function<void()> wake) { d->onWake = std::move(wake); }
const Connection &Engine::connection() const { return d->told; }
qint64 Engine::clockOffsetMs() const { return d->core.offsetMs; }

} // namespace kith
