#include "core/wire/codec.h"
#include "server/realtime/session.h"

// Pushes and what becomes of them when the other side does not read (sync.md §2.3 "Backpressure", §3.4).
namespace kith::server {

namespace {

constexpr size_t earlyMax = 64; // pushes held back until hello_ok

} // namespace

void Session::heard(const BusMessage &message, QByteArray &poke)
{
    if (m_state == State::AwaitHello || m_state == State::Closing) return;
    using Kind = BusMessage::Kind;
    switch (message.kind) {
    case Kind::EndDevice:
        if (message.device == m_caller.device) bye(wire::ByeCode::Kicked, 0);
        return;
    case Kind::Typing:
    case Kind::Presence:
        if (m_state == State::Live && !m_dirty) put(*message.bytes);
        return;
    case Kind::Receipt:
        if (message.members > limits::receiptsToAll && message.author != m_caller.user &&
            !watches(message.chat))
            return;
        return push(message);
    case Kind::Event:
        if (!message.bytes || (message.members > limits::fullEventMembers && !watches(message.chat)))
            return pushLarge(message, poke);
        return push(message);
    case Kind::UserState:
        return push(message);
    case Kind::Parted: // the registry's business
        return;
    }
}

void Session::push(const BusMessage &message)
{
    if (m_dirty) return collect(message);
    if (m_state == State::Greeting) {
        if (m_early.size() >= earlyMax) {
            becomeDirty();
            return collect(message);
        }
        m_early.push_back(message.bytes);
        return;
    }
    put(*message.bytes);
}

void Session::pushLarge(const BusMessage &message, QByteArray &poke)
{
    if (m_dirty || m_state != State::Live) return m_dirty ? collect(message) : void();
    auto &state = watched();
    const qint64 now = m_clock.steadyMs();
    const auto last = state.pokedMs.constFind(message.chat);
    if (last != state.pokedMs.cend() && now - *last < m_config.pokeEveryMs) {
        state.pokeLater.insert(message.chat, {message.rev, message.rx});
        return;
    }
    if (poke.isEmpty())
        poke = wire::encode(wire::Reply{0, wire::Poke{message.chat, message.rev, message.rx}});
    state.pokedMs.insert(message.chat, now);
    put(poke);
}

void Session::put(const QByteArray &bytes)
{
    m_host.counts.pushes.add();
    m_sink.send(bytes);
    if (m_sink.bytesWaiting() > m_config.bufferBytes) becomeDirty();
}

void Session::becomeDirty()
{
    if (m_dirty || m_state == State::Closing) return;
    m_host.counts.slow.add();
    m_dirty = std::make_unique<Dirty>();
    m_dirty->sinceMs = m_clock.steadyMs();
    m_sink.tellDrained(true);
}

void Session::collect(const BusMessage &message)
{
    if (message.kind == BusMessage::Kind::UserState) {
        m_dirty->uev = message.bytes;
        return;
    }
    auto &[rev, rx] = m_dirty->heads[message.chat];
    rev = std::max(rev, message.rev);
    rx = std::max(rx, message.rx);
    if (m_dirty->heads.size() > limits::heads) bye(wire::ByeCode::Slow, 1000);
}

void Session::drained()
{
    if (!m_dirty || m_state != State::Live || m_sink.bytesWaiting() >= m_config.drainedBytes) return;
    m_sink.tellDrained(false);
    const auto missed = std::exchange(m_dirty, nullptr);
    for (auto it = missed->heads.cbegin(); it != missed->heads.cend(); ++it)
        reply(0, wire::Poke{it.key(), it->first, it->second});
    if (missed->uev) m_sink.send(*missed->uev);
    runDeferred();
}

void Session::runDeferred()
{
    // Each may make the session dirty again; then the rest waits on.
    std::vector<wire::Request> waiting = std::exchange(m_deferred, {});
    for (wire::Request &request : waiting) {
        if (m_state != State::Live) return;
        route(std::move(request));
    }
}

} // namespace kith::server
