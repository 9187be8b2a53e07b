#include "app/inspect/run.h"

#include "app/inspect/print.h"
#include "app/inspect/replay.h"
#include "inspect/bundle.h"
#include "inspect/desk.h"
#include "inspect/reveal_log.h"
#include "inspect/salvage_all.h"

#include <QFile>
#include <QTextStream>
#include <cstdio>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr qint64 mostLogBytes = 20'000'000;

int fail(const Error &error)
{
    std::fprintf(stderr, "kith-inspect: %s\n", qUtf8Printable(error.what));
    return exitOf(error);
}

int show(const Report &report, const Arguments &a)
{
    const QByteArray text = a.json ? asJson(report, a.files[0]) : asText(report).toUtf8();
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
    if (std::fflush(stdout) != 0) return fail({Errc::Io, u"the report could not be written."_s});
    return report.faults.isEmpty() ? Well : Wrong;
}

Result<Veil> veilFor(const Arguments &a)
{
    const auto key = Veil::keyOf(a.caseName);
    if (!key) return key.error();
    if (!a.reveal) return Veil(*key);
    const QString what = a.verb + (a.words.isEmpty() ? QString() : u' ' + a.words);
    QStringList files{a.files[0]};
    if (a.verb == u"diff") files.append(a.words);
    for (const QString &file : files) {
        if (!QFile::exists(file)) return Error{Errc::NotFound, u"%1 is not there."_s.arg(file)};
        if (const Status noted = noteReveal(file, what, a.reason); !noted) return noted.error();
    }
    return Veil(*key, true);
}

bool agreed()
{
#ifndef Q_OS_WIN
    if (!isatty(STDIN_FILENO)) return false;
#endif
    std::fputs("\nWrite this bundle? [y/N] ", stderr);
    QTextStream in(stdin);
    return in.readLine().trimmed().toLower() == u"y";
}

Result<std::vector<Bundle::Page>> pagesFor(Opened &opened, const Arguments &a)
{
    std::vector<Bundle::Page> pages;
    Question question;
    for (const char *name : {"summary", "integrity", "outbox"}) {
        const auto report = verbNamed(QString::fromLatin1(name))->run(opened, question);
        pages.push_back({QString::fromLatin1(name), report ? asText(*report) : u"could not be made"_s});
    }
    for (const QString &log : a.logs) {
        QFile file(log);
        if (!file.open(QIODevice::ReadOnly))
            return Error{Errc::NotFound, u"the log %1 cannot be read: %2."_s.arg(log, file.errorString())};
        if (file.size() > mostLogBytes) file.seek(file.size() - mostLogBytes);
        pages.push_back(
            {u"log %1"_s.arg(pages.size()), logWithoutContent(file.readAll(), opened.veil, namesOf(opened))});
    }
    return pages;
}

int makeBundle(const Arguments &a, const Veil &veil)
{
    auto opened = openAny(a.files[0], veil.closed());
    if (!opened) return fail(opened.error());
    if (QFile::exists(a.words))
        return fail({Errc::BadInput, u"%1 is there already: name another file."_s.arg(a.words)});
    const auto pages = pagesFor(*opened, a);
    if (!pages) return fail(pages.error());
    const auto bundle = Bundle::make(*opened, *pages);
    if (!bundle) return fail(bundle.error());
    Report preview = bundle->preview();
    Table along{.key = u"pages"_s,
                .title = u"Texts that go along"_s,
                .columns = {{u"page"_s}, {u"text"_s}},
                .rows = {}};
    for (const Bundle::Page &page : bundle->pages()) along.rows.push_back({page.name, page.text});
    preview.notes.append(u"%1 KB in one file."_s.arg((bundle->bytes() + 999) / 1'000));
    if (a.json) {
        preview.tables.push_back(along);
    }
    show(preview, a);
    if (!a.json)
        for (const Bundle::Page &page : bundle->pages())
            std::printf("\n--- goes along: %s\n%s", qUtf8Printable(page.name), qUtf8Printable(page.text));
    std::fflush(stdout);
    if (!a.yes && !agreed()) {
        std::fputs("kith-inspect: nothing was written; --yes writes it.\n", stderr);
        return Usage;
    }
    if (const Status saved = bundle->save(a.words); !saved) return fail(saved.error());
    std::fprintf(stderr, "%s is written.\n", qUtf8Printable(a.words));
    return Well;
}

int compare(const Arguments &a, const Veil &veil)
{
    auto one = openAny(a.files[0], veil);
    if (!one) return fail(one.error());
    auto two = openAny(a.words, veil);
    if (!two) return fail(two.error());
    const auto report = diff(*one, *two, {.limit = a.limit});
    return report ? show(*report, a) : fail(report.error());
}

} // namespace

int exitOf(const Error &error)
{
    switch (error.code) {
    case Errc::NotFound:
        return NoFile;
    case Errc::Locked:
    case Errc::Timeout:
    case Errc::Offline:
    case Errc::Unavailable:
        return Again;
    case Errc::Full:
    case Errc::Io:
        return Disk;
    case Errc::TooNew:
    case Errc::Corrupt:
    case Errc::BadInput:
    case Errc::Refused:
        return BadData;
    }
    return BadData;
}

int run(const Arguments &a)
{
    const auto veil = veilFor(a);
    if (!veil) return fail(veil.error());
    if (a.verb == u"salvage") {
        const auto report = salvage(a.files[0], a.words);
        return report ? show(*report, a) : fail(report.error());
    }
    if (a.verb == u"bundle") return makeBundle(a, *veil);
    if (a.verb == u"diff") return compare(a, *veil);
    if (a.verb == u"replay") {
        const Status replayed = replay(a.files[0]);
        return replayed ? int(Well) : fail(replayed.error());
    }
    auto opened = openAny(a.files[0], *veil);
    if (!opened) return fail(opened.error());
    const auto report = verbNamed(a.verb)->run(
        *opened,
        {.limit = a.limit, .words = a.words, .beforeSeq = a.beforeSeq, .timeLimitMs = a.timeLimitMs});
    return report ? show(*report, a) : fail(report.error());
}

} // namespace kith::inspect
