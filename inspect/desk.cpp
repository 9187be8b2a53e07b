#include "inspect/desk.h"

#include "inspect/bundle.h"
#include "inspect/views.h"
#include "server/storage/schema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

SchemaSteps serverSteps()
{
    SchemaSteps all;
    for (const server::Step &step : server::releasedSteps()) {
        all.steps.resize(size_t(std::max(step.version, all.version())));
        all.steps[size_t(step.version) - 1].push_back(step.sql);
    }
    return all;
}

Result<Report> summaryOf(Opened &opened, const Question &)
{
    auto report = summary(opened);
    if (!report || opened.kind != Opened::Kind::Bundle) return report;
    const auto pages = pagesOf(opened.path);
    if (!pages) return pages.error();
    Table table{
        .key = u"pages"_s, .title = u"What goes along"_s, .columns = {{u"page"_s}, {u"text"_s}}, .rows = {}};
    for (const Bundle::Page &page : *pages) table.rows.push_back({page.name, safeLine(page.text, 20'000)});
    report->tables.push_back(std::move(table));
    return report;
}

} // namespace

const std::vector<Verb> &verbs()
{
    static const std::vector<Verb> all = {
        {"summary", "", "what the file is, how much it holds, what waits", true, summaryOf},
        {"integrity", "", "whether the file keeps its promises", true, integrity},
        {"outbox", "", "what waits to be sent, why, and what comes next", false, outbox},
        {"chats", "", "the chats with their counters, holes and unread", true, chats},
        {"gaps", "[CHAT]", "which parts of the chats are held and which are not", false, gaps},
        {"receipts", "[CHAT]", "read and delivered marks, own and others'", true, receipts},
        {"explain", "MID", "what happened to one message", true, explain},
        {"timeline", "CHAT", "the messages of a chat, without their words", true, timeline},
        {"query", "SQL", "your own question over the views", true, query},
        {"views", "", "the views that a query may read, and their columns", true, views},
    };
    return all;
}

const Verb *verbNamed(const QString &name)
{
    const auto found = std::find_if(verbs().begin(), verbs().end(),
                                    [&](const Verb &verb) { return name == QLatin1StringView(verb.name); });
    return found == verbs().end() ? nullptr : &*found;
}

Result<Opened> openAny(const QString &path, const Veil &veil)
{
    const SchemaSteps server = serverSteps();
    return open(path, veil, &server);
}

Result<Report> views(Opened &opened, const Question &)
{
    Report report{.verb = u"views"_s};
    Table table{.key = u"views"_s,
                .title = u"Views"_s,
                .columns = {{u"view"_s}, {u"holds"_s}, {u"columns"_s}},
                .rows = {}};
    for (const View &view : viewsOf(opened.kind)) {
        QStringList names;
        Rows rows = opened.file->rows("SELECT * FROM " + QByteArray(view.name) + " LIMIT 0");
        for (int i = 0; i < rows.columns(); ++i) names.append(rows.name(i));
        table.rows.push_back(
            {QString::fromLatin1(view.name), QString::fromUtf8(view.says), names.join(u", "_s)});
    }
    report.tables.push_back(std::move(table));
    return report;
}

} // namespace kith::inspect
