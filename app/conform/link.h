#pragma once
#include "app/conform/talk.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QUrl>
#include <QWebSocket>

namespace kith::conform {

/// What every frame and answer of the server must keep, whatever it is about: noted where it is seen, judged
/// by the checks of those clauses. Also the last things said, for the report of a failure.
struct Notes {
    QHash<QString, QStringList> broken; // by clause
    QHash<QString, int> seen;           // how often a clause could be judged
    QStringList talk;                   // the newest last; bounded
    void say(const QString &line);
    void judge(const QString &clause, bool kept, const QString &what);
};

struct Account {
    QString user, device, login, name, password, access, refresh;
};

/// One WebSocket connection to the server under test. Blocking: each call waits for what it needs, at most
/// the time that the caller of the program allows, and throws Failure when it does not come.
class Link : public QObject {
    Q_OBJECT

public:
    Link(Notes &notes, QString name, int patienceMs);
    ~Link() override;

    /// The upgrade; `subprotocol` empty = none is offered.
    void open(const QUrl &url, const QString &subprotocol = QStringLiteral("kith.v1"));
    bool isOpen() const;
    QString subprotocol() const { return m_socket.subprotocol(); }
    void setFragmentBytes(quint64 bytes) { m_socket.setOutgoingFrameSize(bytes); }

    /// hello and hello_ok; `more` are further fields.
    QJsonObject hello(const Account &account, QJsonObject more = {});

    qint64 send(QJsonObject request); // gives it an id unless it has one
    void sendText(const QString &text);
    void sendBinary(const QByteArray &bytes);
    QJsonObject answer(qint64 id); // waits
    /// Sends, waits for the answer; waits and repeats when the server says `rate`.
    QJsonObject ask(const QJsonObject &request);
    QJsonObject askOk(const QJsonObject &request, const QString &t = QStringLiteral("ok"));
    /// err with `code`.
    QJsonObject askErr(const QJsonObject &request, const QString &code);
    /// A ping that is answered: whatever the server sent before has come.
    void barrier();

    /// Frames without id since `mark`, the first that fits; waits.
    QJsonObject push(const QString &what, const std::function<bool(const QJsonObject &)> &fits,
                     qsizetype from = 0);
    /// Those that have come already.
    QList<QJsonObject> pushes(const QString &t, qsizetype from = 0) const;
    qsizetype mark() const { return m_pushes.size(); }
    qsizetype answersTo(qint64 id) const { return m_answers.value(id).size(); }
    bool ends(); // the server closes; waits
    void close();
    int patience() const { return m_patience; }

private:
    void received(const QString &text);
    void judge(const QByteArray &text, const QJsonObject &frame);

    Notes &m_notes;
    const QString m_name;
    const int m_patience;
    QWebSocket m_socket;
    qint64 m_lastId = 0;
    QHash<qint64, QList<QJsonObject>> m_answers;
    QList<QJsonObject> m_pushes;
    bool m_ended = false;
};

} // namespace kith::conform
