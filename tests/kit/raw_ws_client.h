#pragma once
#include "core/wire/codec.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>
#include <QtEndian>
#include <deque>

namespace kith::test {

/// A WebSocket spoken by hand over TCP, so that a test decides when its bytes are read: unread ones stay with
/// the kernel and then with the server.
class RawWsClient {
public:
    explicit RawWsClient(quint16 port)
    {
        // The receive buffer must be small before the connection is made, or the kernel offers megabytes.
        m_socket.bind(QHostAddress::LocalHost);
        m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 64 * 1024);
        m_socket.setReadBufferSize(readBuffer);
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] {
            if (m_reading) take();
        });
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        m_socket.write(
            "GET /v1/ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        if (!QTest::qWaitFor([this] { return m_upgraded; }, 10'000))
            QTest::qFail("no WebSocket", __FILE__, __LINE__);
    }

    void reading(bool on)
    {
        m_reading = on;
        if (on) take();
    }
    qint64 send(wire::ClientFrame frame)
    {
        const QByteArray text = wire::encode(wire::Request{++m_lastId, std::move(frame)});
        QByteArray out("\x81", 1);
        if (text.size() < 126) {
            out += char(0x80 | text.size());
        } else {
            out += char(0x80 | 126);
            out += char(text.size() >> 8);
            out += char(text.size() & 0xff);
        }
        out += QByteArray(4, '\0'); // a mask that changes nothing
        m_socket.write(out + text);
        return m_lastId;
    }
    std::optional<wire::ServerFrame> ask(wire::ClientFrame frame)
    {
        const qint64 id = send(std::move(frame));
        return next([id](const wire::Reply &reply) { return reply.id == id; });
    }
    /// The next frame that `want` likes; those before it are kept.
    template <class Want> std::optional<wire::ServerFrame> next(Want want)
    {
        const auto find = [&] { return std::find_if(heard.begin(), heard.end(), want); };
        std::ignore = QTest::qWaitFor([&] { return find() != heard.end() || !isOpen(); }, 15'000);
        const auto found = find();
        if (found == heard.end()) return std::nullopt;
        wire::ServerFrame frame = std::move(found->frame);
        heard.erase(found);
        return frame;
    }
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    bool closeFrameCame() const { return m_closeFrame; }

    std::deque<wire::Reply> heard;
    qint64 bytesRead = 0;

private:
    static constexpr qint64 readBuffer = 64 * 1024;

    void take()
    {
        for (QByteArray some = m_socket.readAll(); !some.isEmpty(); some = m_socket.readAll()) {
            bytesRead += some.size();
            m_bytes += some;
        }
        if (!m_upgraded) {
            const qsizetype end = m_bytes.indexOf("\r\n\r\n");
            if (end < 0) return;
            m_upgraded = m_bytes.startsWith("HTTP/1.1 101 ");
            m_bytes.remove(0, end + 4);
        }
        while (takeFrame()) {
        }
    }
    bool takeFrame()
    {
        if (m_bytes.size() < 2) return false;
        const auto opcode = quint8(m_bytes[0]) & 0x0f;
        quint64 size = quint8(m_bytes[1]) & 0x7f;
        const qsizetype head = size < 126 ? 2 : size == 126 ? 4 : 10;
        if (m_bytes.size() < head) return false;
        if (size == 126) size = qFromBigEndian<quint16>(m_bytes.constData() + 2);
        if (size == 127) size = qFromBigEndian<quint64>(m_bytes.constData() + 2);
        if (quint64(m_bytes.size() - head) < size) return false;
        const QByteArray body = m_bytes.mid(head, qsizetype(size));
        m_bytes.remove(0, head + qsizetype(size));
        if (opcode == 8) m_closeFrame = true;
        if (opcode != 1) return true;
        auto decoded = wire::decodeReply(body);
        if (auto *reply = std::get_if<wire::Reply>(&decoded))
            heard.push_back(std::move(*reply));
        else
            QTest::qFail("a frame that cannot be read", __FILE__, __LINE__);
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_bytes;
    qint64 m_lastId = 0;
    bool m_reading = true;
    bool m_upgraded = false;
    bool m_closeFrame = false;
};

} // namespace kith::test
