#include "server/storage/backup.h"

#include "app/server/verbs.h"

#include <sysexits.h>

namespace kith::app {

using namespace Qt::StringLiterals;

int runRestore(const server::CommandLine &line)
{
    if (line.words.size() != 1)
        return complain({Errc::BadInput, u"restore wants one FILE, as `admin backup` wrote it"_s});
    const auto config = loadConfig(line);
    if (!config) return complain(config.error());
    if (!config->isSet("data"))
        return complain({Errc::BadInput, u"--data DIR is needed, or \"data = DIR\" in a --config FILE"_s});
    SystemRandom random;
    const auto restored = server::restore(line.words.first(), config->text("data"), random);
    if (!restored) return complain(restored.error());
    print(u"Restored %1 users and %2 messages. Start the server: its clients compare what they hold and "
          u"bring back\n"
          "what they wrote after the backup.\n"_s.arg(restored->users)
              .arg(restored->messages));
    if (!restored->setAside.isEmpty())
        print(u"What was there is kept as %1 (delete it when all is well).\n"_s.arg(restored->setAside));
    return EX_OK;
}

} // namespace kith::app
