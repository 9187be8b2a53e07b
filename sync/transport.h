#pragma once
#include <QByteArray>
#include <QUrl>
#include <functional>

namespace kith {

/// One WebSocket connection, bytes only. Callbacks come on the owner's thread, never from inside a call of
/// the owner; after `closed` nothing of that connection arrives any more.
class Transport {
public:
    virtual ~Transport() = default;

    struct Listener {
        std::function<void()> opened;
        std::function<void(const QByteArray &text)> received;
        std::function<void(const QString &why)> closed; // refused, lost, or closed by the peer
    };
    virtual void setListener(Listener listener) = 0;

    /// Drops any earlier connection silently, then tries `url` (ws: or wss:).
    virtual void open(const QUrl &url) = 0;
    /// Queues one text frame of at most limits::clientFrameBytes. Ignored while not open.
    virtual void send(const QByteArray &text) = 0;
    virtual void close() = 0; // no callback follows
    virtual qint64 bytesWaiting() const = 0;
};

} // namespace kith
