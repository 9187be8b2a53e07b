#pragma once
#include <QObject>
#include <QSocketNotifier>
#include <functional>
#include <memory>

namespace kith::app {

/// Calls `stop` in the event loop at the first SIGTERM or SIGINT; the second ends the process at once.
class StopSignals final : public QObject {
    Q_OBJECT
public:
    explicit StopSignals(std::function<void()> stop);
    ~StopSignals() override;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace kith::app
