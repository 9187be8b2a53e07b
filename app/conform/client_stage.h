#pragma once
#include "app/conform/client_run.h"
#include "app/conform/scripted_server.h"

#include <QProcess>
#include <QTemporaryDir>
#include <memory>
#include <span>

namespace kith::conform {

/// A scripted server and the client under test, started for what a scenario needs of it.
class Stage {
public:
    Stage(Notes &notes, const ClientOptions &options);
    ~Stage();

    /// A fresh server, a fresh client. `what`: "listen" (sign in, stay connected), "send" (first write
    /// "conform-1" and "conform-2" to ben, in this order) or "edit" (write "conform-1", edit it to
    /// "conform-2"). `bend` is applied before the client is there.
    ScriptedServer &begin(const QString &what, const std::function<void(ScriptedServer &)> &bend = {});
    /// The client that listens, as the last scenario left it if it is still connected.
    ScriptedServer &listening();
    void end();
    int patience() const { return m_options.patienceMs; }

private:
    Notes &m_notes;
    const ClientOptions m_options;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QProcess> m_client;
    qint64 m_group = 0; // of processes: the command's
    bool m_listens = false;
};

struct ClientCheck {
    const char *clause;
    const char *title;
    void (*run)(Stage &);
};
std::span<const ClientCheck> listeningChecks();
std::span<const ClientCheck> sendingChecks();

} // namespace kith::conform
