#pragma once
#include "app/lab/orders.h"

#include <QLocalServer>
#include <deque>

namespace kith::lab {

/// The local socket over which a running lab takes orders: `ctl.sock` in its folder, for its owner alone.
/// One order at a time, in the order of arrival; each is a JSON array of words on a line, each answer one
/// JSON object on a line: `ok`, `text`. Thread: main.
class CtlServer final : public QObject {
    Q_OBJECT
public:
    CtlServer(Orders &orders, QObject *parent = nullptr);
    ~CtlServer() override;
    Status listen(const QString &labDir);

    /// As if it had come over the socket; for the window of the same process.
    void obey(const QStringList &words, std::function<void(const Result<QString> &)> done);

private:
    struct Item {
        QStringList words;
        std::function<void(const Result<QString> &)> done;
    };
    void connected();
    void next();

    Orders &m_orders;
    QLocalServer m_server;
    QString m_pointer;
    std::deque<Item> m_items;
    bool m_busy = false;

Q_SIGNALS:
    void quitWanted();
};

/// The folder of the lab that was started last by this user and still runs; empty = none.
QString currentLab();
/// Sends one order to the lab in `dir` and waits for its answer. NotFound: no lab runs there.
Result<QString> tellLab(const QString &dir, const QStringList &words);

} // namespace kith::lab
