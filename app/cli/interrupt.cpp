#include "app/cli/interrupt.h"

#include <QSocketNotifier>
#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace kith::cli {

#ifdef Q_OS_UNIX
namespace {

// A signal handler reaches nothing but globals; these two live as long as the one Interrupt.
int pipeEnds[2] = {-1, -1};

extern "C" void onSignal(int number)
{
    const int kept = errno;
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
    ::signal(number, SIG_DFL);
    errno = kept;
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (::pipe(pipeEnds) != 0) return;
    for (const int end : pipeEnds) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char drain[8];
        while (::read(pipeEnds[0], drain, sizeof drain) > 0) {
        }
        m_raised = true;
        Q_EMIT raised();
    });
    ::signal(SIGINT, onSignal);
    ::signal(SIGTERM, onSignal);
    ::signal(SIGPIPE, SIG_IGN); // a closed stdout is seen by the printer
}

Interrupt::~Interrupt()
{
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds) {
        if (end >= 0) ::close(end);
        end = -1;
    }
}
#else
// The console's own handling ends the process; what is committed stays committed.
Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
}
Interrupt::~Interrupt() = default;
#endif

} // namespace kith::cli
