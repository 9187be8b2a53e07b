#pragma once
#include <QtGlobal>
#include <utility>

namespace kith {

/// The connection's whole life as one pure function: no socket, no timer, no QObject.
enum class Phase : quint8 {
    Off,         // told to stay off the network
    Token,       // asking for an access token
    Connecting,  // the socket is opening
    Greeting,    // hello is out
    Syncing,     // welcomed, catching up
    Live,        // welcomed and current
    Backoff,     // waiting for the next try
    SignIn,      // the server no longer accepts this device
    Update,      // no common protocol version
    SecretsAway, // the keychain cannot answer; tried again by itself
    DiskFull,    // nothing can be written; tried again by itself
    DiskAway,    // the same, because the disk or the system refuses
    Damaged,     // the mirror's file is damaged: its owner closes it and has it rescued
    Stopped,     // a fault that needs a person
};
enum class Input : quint8 {
    GoOnline,
    GoOffline, // the user's wish
    TryNow,    // the user's hurry, or the machine woke up
    GotToken,
    NoRoute,
    NoSignIn,
    NoSecrets,
    Opened,
    Welcomed,
    CaughtUp,
    FellBehind,
    Lost,       // the connection went away, or did not answer
    TokenStale, // the server wants a fresh access token
    Denied,     // the server no longer knows this device
    BadVersion,
    RetryDue,
    DiskFilled,
    DiskRefused,
    FileDamaged,
    Broken,
};
enum class Action : quint8 { None, AskToken, Open, SendHello, Retry, RetrySoon, Close, Welcome };

struct Session {
    Phase phase = Phase::Off;
    friend constexpr bool operator==(const Session &, const Session &) = default;
};

constexpr bool isConnected(Phase p) { return p == Phase::Syncing || p == Phase::Live; }
constexpr bool hasSocket(Phase p) { return p == Phase::Connecting || p == Phase::Greeting || isConnected(p); }
/// Phases that leave themselves by time.
constexpr bool retries(Phase p)
{
    return p == Phase::Backoff || p == Phase::SecretsAway || p == Phase::DiskFull || p == Phase::DiskAway;
}
/// Phases that end when the mirror can be written again.
constexpr bool waitsForDisk(Phase p) { return p == Phase::DiskFull || p == Phase::DiskAway; }

/// Total: an input that does not belong to the phase (late, doubled) changes nothing.
constexpr std::pair<Session, Action> step(Session s, Input in)
{
    const Phase p = s.phase;
    const bool trying = p == Phase::Token || hasSocket(p);
    if (p == Phase::Damaged) return {s, Action::None}; // nothing is done on such a file any more
    switch (in) {
    case Input::GoOffline:
        return {{Phase::Off}, Action::Close};
    case Input::Broken:
        return {{Phase::Stopped}, Action::Close};
    case Input::GoOnline:
        if (p == Phase::Off) return {{Phase::Token}, Action::AskToken};
        break;
    case Input::TryNow:
        if (retries(p) || p == Phase::SignIn || p == Phase::Update) return {{Phase::Token}, Action::AskToken};
        break;
    case Input::RetryDue:
        if (retries(p)) return {{Phase::Token}, Action::AskToken};
        break;
    case Input::GotToken:
        if (p == Phase::Token) return {{Phase::Connecting}, Action::Open};
        break;
    case Input::NoRoute:
        if (p == Phase::Token) return {{Phase::Backoff}, Action::Retry};
        break;
    case Input::NoSignIn:
        if (p == Phase::Token) return {{Phase::SignIn}, Action::Close};
        break;
    case Input::NoSecrets:
        if (p == Phase::Token) return {{Phase::SecretsAway}, Action::RetrySoon};
        break;
    case Input::Opened:
        if (p == Phase::Connecting) return {{Phase::Greeting}, Action::SendHello};
        break;
    case Input::Welcomed:
        if (p == Phase::Greeting) return {{Phase::Syncing}, Action::Welcome};
        break;
    case Input::CaughtUp:
        if (p == Phase::Syncing) return {{Phase::Live}, Action::None};
        break;
    case Input::FellBehind:
        if (p == Phase::Live) return {{Phase::Syncing}, Action::None};
        break;
    case Input::Lost:
    case Input::TokenStale:
        if (trying) return {{Phase::Backoff}, Action::Retry};
        break;
    case Input::Denied:
        if (trying) return {{Phase::SignIn}, Action::Close};
        break;
    case Input::BadVersion:
        if (trying) return {{Phase::Update}, Action::Close};
        break;
    case Input::DiskFilled:
        if (p != Phase::Off && p != Phase::Stopped) return {{Phase::DiskFull}, Action::RetrySoon};
        break;
    case Input::DiskRefused:
        if (p != Phase::Off && p != Phase::Stopped) return {{Phase::DiskAway}, Action::RetrySoon};
        break;
    case Input::FileDamaged:
        return {{Phase::Damaged}, Action::Close};
    }
    return {s, Action::None};
}
static_assert(step({Phase::Live}, Input::Lost) == std::pair{Session{Phase::Backoff}, Action::Retry});
static_assert(step({Phase::Off}, Input::Lost).second == Action::None);

} // namespace kith
