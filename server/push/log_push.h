#pragma once
#include "server/push/push.h"

namespace kith::server {

/// For servers without a provider: says in the log that a device would have been woken, and nothing else.
class LogPush final : public Push {
public:
    QString provider() const override { return QStringLiteral("log"); }
    void send(const PushNote &note, Done done) override;
    qint64 pausedUntilMs() const override { return 0; }
};

} // namespace kith::server
