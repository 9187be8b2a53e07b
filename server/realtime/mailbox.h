#pragma once
#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <functional>
#include <mutex>
#include <vector>

namespace kith::server {

/// Hands values to the thread this object lives in, in the order they were posted. Many posts cost one event:
/// it is posted only when the box was empty.
template <class T> class Mailbox final : public QObject {
public:
    using Handler = std::function<void(std::vector<T> &batch)>;
    explicit Mailbox(Handler handler)
        : m_handler(std::move(handler))
    {
    }

    /// Any thread.
    void post(T item)
    {
        bool first = false;
        {
            const std::lock_guard lock(m_mutex);
            first = m_items.empty();
            m_items.push_back(std::move(item));
        }
        if (first) QCoreApplication::postEvent(this, new QEvent(QEvent::User));
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User) return QObject::event(event);
        // A local one: the handler may run a nested loop that comes here again.
        std::vector<T> batch;
        {
            const std::lock_guard lock(m_mutex);
            batch.swap(m_items);
        }
        m_handler(batch);
        return true;
    }

private:
    Handler m_handler;
    std::mutex m_mutex;
    std::vector<T> m_items;
};

} // namespace kith::server
