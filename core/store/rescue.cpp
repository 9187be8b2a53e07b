#include "core/store/rescue.h"

#include "core/base/log.h"
#include "core/store/salvage.h"
#include "core/store/spare.h"

#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kith::rescue {
namespace {

const auto companions = {u"-wal"_s, u"-shm"_s,
                         QString()}; // the file itself last: while it stands, so does the pair

QByteArray packed(const RescueReport &r)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << qint32(1) << r.keptFile << r.why << r.atMs;
    for (const auto *c : {&r.messages, &r.changes, &r.drafts, &r.marks})
        out << qint32(c->saved) << qint32(c->lost) << c->unsure;
    return bytes;
}

std::optional<RescueReport> unpacked(const QByteArray &bytes)
{
    RescueReport r;
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_0);
    qint32 version = 0;
    in >> version >> r.keptFile >> r.why >> r.atMs;
    for (auto *c : {&r.messages, &r.changes, &r.drafts, &r.marks}) {
        qint32 saved = 0, lost = 0;
        in >> saved >> lost >> c->unsure;
        c->saved = saved;
        c->lost = lost;
    }
    return in.status() == QDataStream::Ok && version == 1 ? std::optional(r) : std::nullopt;
}

bool rename(const QString &from, const QString &to)
{
    return !QFile::exists(from) || QFile::rename(from, to);
}

Error cannotMove(const QString &file)
{
    return {Errc::Io, u"%1 is damaged and cannot be put aside: is its folder writable?"_s.arg(file)};
}

/// A fresh file that is ready and waits to take the damaged one's place, by name; its end is the stamp.
QString readyFile(const QString &file)
{
    const QFileInfo info(file);
    const QStringList names =
        info.dir().entryList({info.fileName() + u".rescued-*"_s}, QDir::Files, QDir::Name);
    return names.isEmpty() ? QString() : info.dir().filePath(names.first());
}

QString keptName(const QString &file, const QString &stamp) { return file + u".damaged-"_s + stamp; }

/// Interrupted anywhere, it goes on where it stopped: the ready file's name says under which one to keep the
/// old.
Status swap(const QString &file)
{
    const QString ready = readyFile(file);
    if (ready.isEmpty()) return ok();
    const QString stamp = ready.mid(ready.lastIndexOf(u'-') + 1);
    for (const QString &end : companions) {
        const QString kept = keptName(file, stamp) + end;
        if (QFile::exists(kept)) continue; // done before the interruption
        if (!rename(file + end, kept)) return cannotMove(file);
    }
    Spare::remove(file); // what it knew is in the ready file, under new numbers
    if (!QFile::rename(ready, file)) return cannotMove(file);
    return ok();
}

/// Puts a fresh file with everything that can be saved in the damaged one's place.
Status replace(const QString &file, const UserId &me, qint64 nowMs, const QString &why)
{
    qCWarning(lcStore, "rescuing a damaged mirror: %s", qUtf8Printable(why));
    const QString part = file + u".rescue-part"_s;
    for (const QString &end : companions) QFile::remove(part + end);
    QString stamp = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(u"yyyyMMddThhmmssZ"_s);
    for (int i = 2; QFile::exists(keptName(file, stamp)); ++i)
        stamp = stamp.section(u'.', 0, 0) + u'.' + QString::number(i);
    RescueReport report;
    report.why = why;
    report.atMs = nowMs;
    if (QFile::exists(file)) report.keptFile = keptName(file, stamp);
    {
        auto fresh = Mirror::open(part);
        if (!fresh) return fresh.error();
        const Status saved = salvage::intoFresh(**fresh, file, me, report);
        if (!saved) return saved;
        const Status noted = (*fresh)->write([&] {
            (*fresh)->meta.setUser(me);
            (*fresh)->meta.setRescueNote(packed(report));
        });
        if (!noted) return noted;
    }
    if (QFile::exists(part + u"-wal"_s)) // closing could not move the log into the file: no room
        return Error{Errc::Full, u"%1 is damaged and there is no room for a fresh file"_s.arg(file)};
    if (!QFile::rename(part, file + u".rescued-"_s + stamp)) return cannotMove(file);
    return swap(file);
}

/// The mirror lost commits that its spare remembers: what waits there is entered again, under the same ids.
Status putBack(Mirror &mirror, const UserId &me, qint64 nowMs)
{
    RescueReport report;
    report.atMs = nowMs;
    report.why = u"%1 had lost its last changes"_s.arg(mirror.db().file());
    const Status saved = salvage::fromSpare(mirror, me, report);
    if (!saved) return saved;
    return mirror.write([&] { mirror.meta.setRescueNote(packed(report)); });
}

/// Corrupt: needs a rescue.
Result<std::unique_ptr<Mirror>> openSound(const QString &file, const UserId &me, qint64 nowMs)
{
    auto mirror = Mirror::open(file);
    if (!mirror) return mirror;
    const auto owner = (*mirror)->read([&] { return (*mirror)->meta.user(); });
    if (!owner) return owner.error();
    if (*owner && *owner != me) return Error{Errc::BadInput, u"%1 belongs to another user"_s.arg(file)};
    const auto ahead = (*mirror)->attachSpare();
    if (!ahead) return ahead.error();
    if (*ahead)
        if (const Status back = putBack(**mirror, me, nowMs); !back) return back.error();
    if (const Status following = (*mirror)->beginSpare(); !following) return following.error();
    return mirror;
}

} // namespace

Result<std::unique_ptr<Mirror>> open(const QString &file, const UserId &me, qint64 nowMs,
                                     const QString &damage)
{
    if (const Status finished = swap(file); !finished) return finished.error();
    QString why = damage;
    if (why.isEmpty() && QFile::exists(Spare::fileOf(file)) && QFileInfo(file).size() == 0)
        why = QFile::exists(file) ? u"%1 is empty"_s.arg(file) : u"%1 is gone"_s.arg(file);
    if (why.isEmpty()) {
        auto opened = openSound(file, me, nowMs);
        if (opened || opened.error().code != Errc::Corrupt) return opened;
        why = opened.error().what;
    }
    if (const Status replaced = replace(file, me, nowMs, why); !replaced) return replaced.error();
    return openSound(file, me, nowMs);
}

Result<std::optional<RescueReport>> report(Mirror &mirror)
{
    const auto bytes = mirror.read([&] { return mirror.meta.rescueNote(); });
    if (!bytes) return bytes.error();
    return bytes->isEmpty() ? std::nullopt : unpacked(*bytes);
}

Status told(Mirror &mirror)
{
    return mirror.write([&] { mirror.meta.setRescueNote(QByteArray("")); });
}

} // namespace kith::rescue
