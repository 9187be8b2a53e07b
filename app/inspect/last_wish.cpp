#include "app/inspect/last_wish.h"

#include "inspect/opened.h"

#ifdef Q_OS_UNIX
#include <csignal>
#include <thread>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace kith::inspect {

#ifdef Q_OS_UNIX
void cleanUpWhenKilled()
{
    sigset_t ending;
    sigemptyset(&ending);
    for (const int one : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&ending, one);
    if (pthread_sigmask(SIG_BLOCK, &ending, nullptr) != 0) return;
    // A handler may not remove files; a thread that waits for the signal may.
    std::thread([ending] {
        int which = 0;
        if (sigwait(&ending, &which) != 0) return;
        removePrivateFolders();
        _exit(128 + which);
    }).detach();
}

void releaseChild()
{
#ifdef Q_OS_LINUX
    prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}
#else
void cleanUpWhenKilled() {}
void releaseChild() {}
#endif

} // namespace kith::inspect
