#pragma once
#include "core/base/result.h"

#include <QString>
#include <functional>

namespace kith {

/// What looking at an address found.
struct ServerCheck {
    enum class State : quint8 {
        Empty,
        NotAnAddress,
        Checking,
        Good,
        Unreachable,
        NoAnswer,
        TlsFault,
        NotKith,
        WrongVersion
    };
    State state = State::Empty;
    QString name;    // of the server, Good
    QString version; // of the server, Good and WrongVersion
    bool mayRegister = true;
    QString what; // details for a tool tip; may be empty
};

/// Signing in as the page sees it; made by the program from the account API, by tests from a script.
/// Thread: GUI. Callbacks come later, at most once, and not after the port is gone.
class SignInPort {
public:
    struct Request {
        QString server, login, password, name;
        bool registering = false;
    };
    virtual ~SignInPort() = default;
    /// A later call makes the answer to an earlier one unwanted; it then never comes.
    virtual void check(const QString &address, std::function<void(const ServerCheck &)> done) = 0;
    /// Refused: `what` is the server's code; everything else as the Error says.
    virtual void signIn(const Request &request, std::function<void(Status)> done) = 0;
};

} // namespace kith
