#pragma once
#include <QString>
#include <QStringList>

namespace kith::conform {

struct ClientOptions {
    QString run; // shell command; empty = a person starts the client when asked to
    int patienceMs = 20'000;
    QStringList only;
    bool json = false;
};

/// Plays the scripted server to a client, scenario after scenario; prints the results, gives the exit code.
int checkClient(const ClientOptions &options);

} // namespace kith::conform
