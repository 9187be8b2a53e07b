#pragma once
#include <QHash>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>
#include <optional>
#include <tuple>

namespace kith::test {

struct HttpAnswer {
    int status = 0;
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
};

/// Speaks HTTP by the byte, so that a test can also say what no library would.
class HttpClient {
public:
    explicit HttpClient(quint16 port)
    {
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        if (!m_socket.waitForConnected(5'000)) QTest::qFail("no connection", __FILE__, __LINE__);
    }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    /// The next answer; nullopt when the connection ended first.
    std::optional<HttpAnswer> answer()
    {
        if (!wait([this] { return m_in.contains("\r\n\r\n"); })) return std::nullopt;
        const qsizetype end = m_in.indexOf("\r\n\r\n");
        const auto lines = m_in.left(end).split('\n');
        HttpAnswer answer;
        answer.status = lines.first().split(' ').value(1).toInt();
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            answer.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        m_in.remove(0, end + 4);
        const qsizetype length = m_headOnly ? 0 : answer.headers.value("content-length").toLongLong();
        if (!wait([this, length] { return m_in.size() >= length; })) return std::nullopt;
        answer.body = m_in.left(length);
        m_in.remove(0, length);
        return answer;
    }
    std::optional<HttpAnswer> ask(const QByteArray &method, const QByteArray &path,
                                  const QByteArray &body = {}, const QByteArray &headers = {})
    {
        QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers;
        if (!body.isEmpty() || method == "POST")
            request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        m_headOnly = method == "HEAD";
        send(request + "\r\n" + body);
        auto result = answer();
        m_headOnly = false;
        return result;
    }
    bool waitClosed()
    {
        return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; },
                               15'000);
    }
    QTcpSocket &socket() { return m_socket; }

private:
    template <class Done> bool wait(Done done)
    {
        std::ignore = QTest::qWaitFor(
            [&] {
                m_in += m_socket.readAll();
                return done() || m_socket.state() == QAbstractSocket::UnconnectedState;
            },
            15'000);
        m_in += m_socket.readAll();
        return done();
    }
    QTcpSocket m_socket;
    QByteArray m_in;
    bool m_headOnly = false;
};

} // namespace kith::test
