#pragma once
#include <QString>
#include <variant>

namespace kith {

/// What went wrong, as far as the caller must act differently. Closed set; the text says the rest.
enum class Errc : quint8 {
    Offline,     // no route to the server now; waiting and trying again is right
    Timeout,     // the other side did not answer in time
    Refused,     // the server understood and said no
    NotFound,    // the named thing does not exist here
    Locked,      // another process or thread holds it
    TooNew,      // written by a newer version: refuse, never repair
    Full,        // no room on the disk
    Corrupt,     // bytes that cannot be what they claim to be
    Io,          // the disk or the system refused
    BadInput,    // the caller's value breaks a documented bound
    Unavailable, // a service (keychain, server) cannot answer now: neither yes nor no
};

/// `what` is one sentence for a log or a terminal: names the thing and what to do; never holds secrets or
/// message text. User-visible translations are made from `code` in the ui.
struct Error {
    Errc code = Errc::Io;
    QString what;
};

/// The names of std::expected (C++23), so that a later compiler turns this into an alias.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

using Status = Result<std::monostate>;
inline Status ok() { return std::monostate{}; }

} // namespace kith
