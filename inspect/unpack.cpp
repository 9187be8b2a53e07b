// A bundle at the other end: its pages, and the mirror in it.
#include "inspect/bundle.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace kith::inspect {

Result<std::vector<Bundle::Page>> pagesOf(const QString &bundle)
{
    auto file = File::open(bundle, File::Mode::Live);
    if (!file) return file.error();
    std::vector<Bundle::Page> pages;
    {
        Rows rows = (*file)->rows("SELECT name, text FROM kith_bundle LIMIT 100");
        while (rows.next()) pages.push_back({safeLine(rows.text(0), 100), rows.text(1)});
    }
    if ((*file)->failed()) return (*file)->error();
    return pages;
}

Result<Replay> unpack(const QString &bundle, const QString &target)
{
    auto opened = open(bundle, Veil(QByteArray(32, '\0')));
    if (!opened) return opened.error();
    if (opened->kind != Opened::Kind::Bundle)
        return Error{Errc::BadInput,
                     u"%1 is not a bundle: replay opens made-up texts only; make a bundle of it"
                     " first."_s.arg(bundle)};
    auto copy = File::open(opened->copy, File::Mode::Own);
    if (!copy) return copy.error();
    (*copy)->exec("DROP TABLE kith_bundle");
    Replay replay{(*copy)->value("SELECT value FROM meta WHERE key = 'user'").toByteArray(),
                  (*copy)->value("SELECT value FROM meta WHERE key = 'device'").toByteArray()};
    if ((*copy)->failed()) return (*copy)->error();
    copy->reset();
    opened->file.reset(); // its log goes into the file
    if (replay.user.size() != 16) return Error{Errc::Corrupt, u"the bundle does not say whose it is."_s};
    if (!QFile::copy(opened->copy, target)) return Error{Errc::Io, u"%1 cannot be written."_s.arg(target)};
    return replay;
}

} // namespace kith::inspect
