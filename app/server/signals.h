#pragma once
#include <QObject>
#include <QSocketNotifier>
#include <functional>
#include <memory>

namespace kith::app {

/// What the process does about signals, in the event loop. Of SIGTERM and SIGINT the first calls `stop`, the
/// second ends the process at once; each SIGHUP calls `reload`. There is one of these.
class Signals final : public QObject {
    Q_OBJECT
public:
    struct Calls {
        std::function<void()> stop, reload;
    };
    explicit Signals(Calls calls);
    ~Signals() override;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace kith::app
