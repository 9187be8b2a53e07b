#include "app/conform/server_run.h"

#include "app/conform/report.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith::conform {

int listClauses()
{
    for (const Clause &clause : clauses()) {
        const bool server = clause.server == Clause::How::Checked,
                   client = clause.client == Clause::How::Checked;
        const char *const how = server && client ? "server, client"
                                : server         ? "server"
                                : client         ? "client"
                                                 : "-";
        std::printf("%-8s %-16s %s\n", clause.number, how, clause.why);
    }
    return 0;
}

bool isClause(const QString &text)
{
    for (const Clause &clause : clauses())
        if (text == QLatin1StringView(clause.number)) return true;
    return text == u"§4"_s || text == u"§9"_s;
}

int checkServer(const ServerOptions &options, const QStringList &only, bool json)
{
    Notes notes;
    Bench bench(notes, options);
    Report report(json);
    // What holds over the whole run is judged last; connections first, so that the notes have something to
    // say.
    for (const auto checks : {connectionChecks(), writingChecks(), contentChecks(), readingChecks(),
                              groupChecks(), fileChecks(), httpChecks()}) {
        for (const ServerCheck &check : checks) {
            const QString clause = QString::fromUtf8(check.clause), title = QString::fromUtf8(check.title);
            if (!only.isEmpty() && !only.contains(clause)) continue;
            if (check.slow && !options.patient) {
                report.skip(clause, title, u"takes longer than a minute: --patient"_s);
                continue;
            }
            notes.talk.clear();
            report.run(
                clause, title, [&] { check.run(bench); }, [&] { return notes.talk; });
        }
    }
    return report.finish(options.server.toString());
}

} // namespace kith::conform
