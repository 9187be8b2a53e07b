#pragma once
#include "core/base/result.h"

#include <QString>
#include <functional>
#include <optional>

namespace kith {

/// How this program gets out to the network. The password is kept apart, in the keychain.
struct ProxyChoice {
    enum class Kind : quint8 { System, None, Http, Socks5 }; // persisted: append only
    Kind kind = Kind::System;
    QString host;
    int port = 0; // 1..65535 with Http and Socks5
    QString user; // empty = the proxy wants none
    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

/// One step on the way to a server.
struct Hop {
    enum class Kind : quint8 { Resolve, Proxy, Server, Tls, Hello };
    Kind kind = Kind::Resolve;
    bool good = false;
    QString what; // which machine, or what went wrong: one sentence of the system, untranslated
};

/// The network's settings as their page sees them. Thread: GUI; callbacks come later.
class NetworkPort {
public:
    virtual ~NetworkPort() = default;
    virtual ProxyChoice proxy() const = 0;
    virtual bool hasPassword() const = 0;
    virtual QString fixedBy() const = 0; // who has set it, when the person may not; empty = they may
    /// `password`: nothing = as it was. Takes effect for connections that begin from now on; the open one is
    /// begun anew.
    virtual void setProxy(const ProxyChoice &proxy, const std::optional<QString> &password,
                          std::function<void(const Status &)> done) = 0;
    virtual QString server() const = 0; // that is tested when the person names no other
    /// Goes the way to `server` hop by hop, over `proxy`, without using or changing the open connection.
    /// `hop` for each, the first that fails is the last; then `done`. A new test ends the one before.
    virtual void test(const QString &server, const ProxyChoice &proxy, const std::optional<QString> &password,
                      std::function<void(const Hop &)> hop, std::function<void()> done) = 0;
    virtual void stopTest() = 0;
};

} // namespace kith
