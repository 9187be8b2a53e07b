#pragma once
#include <QObject>
#include <memory>

class QSocketNotifier;

namespace kith::cli {

/// Turns SIGINT and SIGTERM into a signal on the thread that made it, so that the program ends through its
/// destructors. A second one ends the process at once. Only one object may exist at a time.
class Interrupt final : public QObject {
    Q_OBJECT
public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

    bool wasRaised() const { return m_raised; }

Q_SIGNALS:
    void raised();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_raised = false;
};

} // namespace kith::cli
