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
    if (number != SIGHUP && asked.exchange(true)) _exit(128 + number);
    const char byte = number == SIGHUP ? 'r' : 's';
    [[maybe_unused]] const auto put = ::write(pipeEnds[1], &byte, 1);
}

} // namespace

Signals::Signals(Calls calls)
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0) qFatal("no pipe for signals");
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [calls = std::move(calls)] {
        char bytes[64];
        const auto got = ::read(pipeEnds[0], bytes, sizeof bytes);
        bool reload = false, stop = false;
        for (int i = 0; i < got; ++i) (bytes[i] == 'r' ? reload : stop) = true;
        if (reload) calls.reload();
        if (stop) calls.stop();
    });
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) ::sigaction(number, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

Signals::~Signals()
{
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) std::signal(number, SIG_DFL);
    m_notifier.reset();
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

} // namespace kith::app
