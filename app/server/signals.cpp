#include "app/server/signals.h"

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace kith::app {

namespace {

// A signal handler reaches nothing but statics.
int pipeEnds[2] = {-1, -1};
std::atomic<bool> asked{false};

void onSignal(int number)
{
    if (asked.exchange(true)) _exit(128 + number);
    const char byte = 1;
    [[maybe_unused]] const auto put = ::write(pipeEnds[1], &byte, 1);
}

} // namespace

StopSignals::StopSignals(std::function<void()> stop)
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0) qFatal("no pipe for signals");
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this, stop = std::move(stop)] {
        char byte = 0;
        if (::read(pipeEnds[0], &byte, 1) != 1) return;
        m_notifier->setEnabled(false);
        stop();
    });
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

StopSignals::~StopSignals()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    m_notifier.reset();
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

} // namespace kith::app
