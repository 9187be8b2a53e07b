#pragma once
#include "ui/settings/account_port.h"
#include "ui/settings/network_port.h"

namespace kith {

/// An account with two devices; whatever is asked is done at once.
struct StillAccount final : AccountPort {
    QString accountName() const override { return QStringLiteral("Mira, @mira on chat.harbour.example"); }
    void devices(std::function<void(const Result<std::vector<Device>> &)> done) override
    {
        done(std::vector<Device>{{{},
                                  QStringLiteral("laptop"),
                                  QStringLiteral("kith 0.1.0"),
                                  1'690'000'000'000,
                                  1'700'000'000'000,
                                  true},
                                 {{},
                                  QStringLiteral("old phone"),
                                  QStringLiteral("kith 0.1.0"),
                                  1'680'000'000'000,
                                  1'699'000'000'000,
                                  false}});
    }
    void endDevice(const DeviceId &, Done done) override { done(ok()); }
    void changePassword(const QString &, const QString &, Done done) override { done(ok()); }
    void deleteAccount(const QString &, Done done) override { done(ok()); }
    int unsent() const override { return 3; }
    void signOut(Done done) override { done(ok()); }
};

/// A way that ends at the server.
struct StillNetwork final : NetworkPort {
    ProxyChoice proxy() const override
    {
        return {ProxyChoice::Kind::Socks5, QStringLiteral("proxy.harbour.example"), 1080,
                QStringLiteral("mira")};
    }
    bool hasPassword() const override { return true; }
    QString fixedBy() const override { return {}; }
    void setProxy(const ProxyChoice &, const std::optional<QString> &,
                  std::function<void(const Status &)> done) override
    {
        done(ok());
    }
    QString server() const override { return QStringLiteral("https://chat.harbour.example"); }
    void test(const QString &, const ProxyChoice &, const std::optional<QString> &,
              std::function<void(const Hop &)> hop, std::function<void()> done) override
    {
        hop({Hop::Kind::Resolve, true, QStringLiteral("proxy.harbour.example is 192.0.2.7")});
        hop({Hop::Kind::Proxy, true, QStringLiteral("proxy.harbour.example:1080")});
        hop({Hop::Kind::Server, false, QStringLiteral("chat.harbour.example:443: connection refused")});
        done();
    }
    void stopTest() override {}
};

} // namespace kith
