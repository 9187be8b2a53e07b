#pragma once
#include "inspect/bundle.h"
#include "inspect/desk.h"

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace kith::inspect {

/// One file, opened and asked on a thread of its own, one question after the other; answers come back on the
/// owner's thread.
class Session final : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override; // waits for the question that is under way

    void open(const QString &path, const Veil &veil);
    void ask(const QString &verb, const QString &words, int limit);
    void makeBundle(const std::vector<Bundle::Page> &pages);

    bool busy() const { return m_busy > 0; }
    bool isMirror() const { return m_opened && m_opened->isMirror(); }
    std::optional<Opened::Kind> kind() const
    {
        return m_opened ? std::optional(m_opened->kind) : std::nullopt;
    }

Q_SIGNALS:
    void opened();
    void answered(const Report &report, const QString &words);
    void bundled(const std::shared_ptr<Bundle> &bundle);
    void failed(const Error &error);
    void busyChanged(bool busy);

private:
    /// `work` runs there and gives what is done here afterwards.
    void run(std::function<std::function<void()>()> work);

    QThread *m_thread;
    QObject *m_worker;
    std::shared_ptr<Opened> m_opened; // touched there while a question is under way
    int m_busy = 0;
};

} // namespace kith::inspect
