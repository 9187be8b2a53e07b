#pragma once
#include "sync/attachments.h"

#include <QUrl>
#include <memory>
#include <thread>

class QEventLoop;
class QObject;

namespace kith {

/// The transfer thread of one account: reads, hashes and writes files and speaks HTTP, so that neither the
/// screen nor the engine ever waits for them. It touches no database.
class TransferThread {
public:
    struct Setup {
        QUrl server;
        QString folder;   // of downloads; made when it is needed
        QString outgoing; // of copies that were made to be sent; empty = none
        /// Called on the owner's thread.
        std::function<void(std::function<void(QByteArray)>)> token;
        std::function<void()> tokenRefused;
        std::function<void(const TransferReport &)> report;
    };
    /// Thread: the owner's, which has an event loop; all calls and callbacks are on it.
    explicit TransferThread(Setup setup);
    /// Stops what is going on; it goes on with the next start of the program.
    ~TransferThread();

    Attachments::Carrier carrier();

private:
    class Desk;
    void wire(Desk &desk, const Setup &setup);
    void run(std::function<void(Desk &)> task);

    const QString m_outgoing;
    std::unique_ptr<QObject> m_owner; // callbacks that are still on the way die with it
    std::shared_ptr<bool> m_alive;    // for answers about tokens; only looked at on the owner's thread
    std::thread m_thread;
    QEventLoop *m_loop = nullptr; // on the thread's stack
    Desk *m_desk = nullptr;       // likewise
};

} // namespace kith
