#include "inspect/opened.h"

#include "core/store/mirror.h"
#include "core/store/schema.h"
#include "inspect/views.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QStorageInfo>
#include <map>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr qint64 serverId = 0x4b697468; // application_id of a server's database
const QString folderPrefix = u"kith-inspect-"_s;
constexpr qint64 normaliseMs = 10 * 60'000;
constexpr qint64 spareBytes = 32 * 1024 * 1024;

struct Item {
    QString type, sql;
};
using Items = std::map<QString, Item>;

Items itemsOf(File &file)
{
    Items items;
    Rows rows = file.rows("SELECT type, name, coalesce(sql, '') FROM sqlite_schema"
                          " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' LIMIT 10000");
    while (rows.next()) items[rows.text(1)] = {rows.text(0), rows.text(2).simplified()};
    return items;
}

Result<Items> expected(const SchemaSteps &steps, int version, const QString &folder)
{
    const QString name = folder + u"/expected.db"_s;
    auto scratch = File::open(name, File::Mode::Fresh);
    if (!scratch) return scratch.error();
    (*scratch)->exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
    for (int i = 0; i < std::min(version, steps.version()); ++i)
        for (const char *statement : steps.steps[size_t(i)]) (*scratch)->exec(statement);
    const Items items = itemsOf(**scratch);
    if ((*scratch)->failed()) return (*scratch)->error();
    return items;
}

QByteArray quoted(QString name) { return '"' + name.replace(u'"', u"\"\""_s).toUtf8() + '"'; }

Error notOurs(const QString &path, const QString &what)
{
    return {Errc::BadInput, u"%1 is not a file of Kith: %2."_s.arg(path, what)};
}

/// Takes out of the copy what is not of this schema and would run by itself; refuses what stands in the place
/// of our tables.
Status compare(File &copy, const Items &want, bool newer, Opened &into)
{
    const Items have = itemsOf(copy);
    if (copy.failed()) return copy.error();
    int strange = 0, altered = 0;
    for (const auto &[name, item] : want)
        if (item.type == u"table" && !have.contains(name))
            return Error{Errc::Corrupt,
                         u"%1 lacks the table %2. \"kith-inspect salvage\" reads what is still there."_s.arg(
                             into.path, name)};
    for (const auto &[name, item] : have) {
        const auto known = want.find(name);
        const bool runs = item.type == u"trigger" || item.type == u"view";
        if (known != want.end() && known->second.type == item.type && known->second.sql == item.sql) continue;
        if (known != want.end() && known->second.type == u"table" && item.type != u"table")
            return notOurs(into.path, u"where the table %1 belongs it has a %2"_s.arg(name, item.type));
        if (known != want.end() && item.type == u"table") {
            const bool computed = item.sql.contains(u" AS ("_s, Qt::CaseInsensitive) ||
                                  item.sql.contains(u"GENERATED"_s, Qt::CaseInsensitive) ||
                                  item.sql.contains(u"VIRTUAL"_s, Qt::CaseInsensitive);
            if (computed) return notOurs(into.path, u"its table %1 computes what it should hold"_s.arg(name));
            altered += newer ? 0 : 1;
            continue;
        }
        if (runs) {
            copy.exec("DROP " + item.type.toUpper().toLatin1() + " IF EXISTS main." + quoted(name));
            if (copy.failed()) return notOurs(into.path, u"its schema cannot be read"_s);
        }
        // Triggers of ours that differ are out of the copy too, and no news about an older or newer file.
        strange += newer || name == u"kith_bundle" ? 0 : 1;
    }
    if (strange > 0)
        into.remarks.append(u"%1 views, triggers, tables or indexes in it are not of schema %2: those that"
                            " would run were taken out of the copy."_s.arg(strange)
                                .arg(into.schema));
    if (altered > 0)
        into.remarks.append(
            u"%1 tables are not declared as schema %2 declares them."_s.arg(altered).arg(into.schema));
    return ok();
}

/// Numbers that are none and ids that are no 16 bytes are made such in the copy, so that no column of a view
/// can hold what it was never declared to hold; declarations alone do not bind a file made by hand.
void normalise(File &copy, const Items &want, Opened &into)
{
    static const QStringList ids{u"id"_s, u"mid"_s, u"reply"_s, u"root"_s, u"op"_s, u"epoch"_s, u"chat_id"_s};
    qint64 mended = 0;
    for (const auto &[table, item] : want) {
        if (item.type != u"table" || item.sql.contains(u"VIRTUAL TABLE"_s) || table.startsWith(u"fts_"_s))
            continue;
        std::vector<std::pair<QByteArray, QByteArray>> columns; // and what is wrong with a value of it
        {
            Rows rows = copy.rows("SELECT name, type FROM pragma_table_info(?1)", {table});
            while (rows.next()) {
                const QByteArray name = quoted(rows.text(0));
                if (rows.text(1) == u"INTEGER")
                    columns.emplace_back(name, "typeof(" + name + ") NOT IN ('integer', 'null')");
                else if (rows.text(1) == u"BLOB" && ids.contains(rows.text(0)))
                    columns.emplace_back(name, "(typeof(" + name + ") NOT IN ('blob', 'null') OR length(" +
                                                   name + ") <> 16)");
            }
        }
        QByteArrayList all;
        for (const auto &[name, wrong] : columns) all.append(wrong);
        if (all.isEmpty()) continue;
        copy.setTimeLimit(normaliseMs);
        if (copy.number("SELECT EXISTS (SELECT 1 FROM main." + quoted(table) + " WHERE " + all.join(" OR ") +
                        ")") == 0)
            continue;
        for (const auto &[name, wrong] : columns) {
            const QByteArray part = " main." + quoted(table) + ' ';
            const QByteArray value = wrong.startsWith('(') ? "randomblob(16)" : "-rowid";
            copy.exec("UPDATE" + part + "SET " + name + " = " + value + " WHERE " + wrong);
            if (copy.failed()) { // part of a key: the row goes from the copy
                copy.clearError();
                copy.exec("DELETE FROM" + part + "WHERE " + wrong);
            }
            mended += copy.number("SELECT changes()");
        }
    }
    if (copy.failed()) copy.clearError(); // a damaged page: the verbs that need it will say so
    if (mended > 0)
        into.remarks.append(u"%1 values were not of the type that schema %2 declares; the copy has made-up"
                            " ones in their place."_s.arg(mended)
                                .arg(into.schema));
}

/// Before SQLite is asked: what people hand over by mistake.
Status look(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) return Error{Errc::NotFound, u"%1 is not there."_s.arg(path)};
    if (info.isDir()) {
        QStringList found;
        QDirIterator it(path, {u"kith.db"_s, u"kith-server.db"_s, u"*.kithbundle"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        for (int seen = 0; it.hasNext() && seen < 20; ++seen) found.append(it.next());
        return Error{Errc::BadInput,
                     u"%1 is a folder. %2"_s.arg(path, found.isEmpty() ? u"No file of Kith was found in it."_s
                                                                       : u"Name one of these:\n  "_s +
                                                                             found.join(u"\n  "_s))};
    }
    if (!info.isFile()) return notOurs(path, u"it is not a plain file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::Io, u"%1 cannot be read: %2."_s.arg(path, file.errorString())};
    if (file.size() == 0) return notOurs(path, u"it is empty"_s);
    const QByteArray begin = file.read(16);
    if (begin != QByteArrayView("SQLite format 3\0", 16))
        return Error{
            Errc::Corrupt,
            u"%1 does not begin like a database. If it was a mirror, its first page is damaged:"
            " \"kith-inspect salvage\" reads what is still there (its spare, %2.spare, helps)."_s.arg(
                path, info.fileName())};
    return ok();
}

bool hasTables(File &file, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        if (file.number("SELECT count(*) FROM sqlite_schema WHERE name = ?1", {QString::fromLatin1(name)}) !=
            1)
            return false;
    return true;
}

Status identify(File &live, const SchemaSteps *server, Opened &into)
{
    into.schema = int(live.number("PRAGMA user_version"));
    const qint64 id = live.number("PRAGMA application_id");
    if (id == serverId && hasTables(live, {"meta", "messages", "chat_members", "relay"})) {
        into.kind = Opened::Kind::Server;
        if (!server)
            return Error{Errc::BadInput, u"%1 is a server's database, not a mirror."_s.arg(into.path)};
        if (into.schema > server->version())
            return Error{Errc::TooNew,
                         u"%1 has schema %2 of a newer server; this version of kith-inspect knows up to %3:"
                         " use the one that came with that server."_s.arg(into.path)
                             .arg(into.schema)
                             .arg(server->version())};
    } else if (id == 0 && into.schema > 0 && hasTables(live, {"meta", "messages", "outbox", "ranges"})) {
        into.kind = hasTables(live, {"kith_bundle"}) ? Opened::Kind::Bundle : Opened::Kind::Mirror;
    } else {
        if (live.failed()) return live.error();
        return notOurs(into.path, u"it is a database of another program"_s);
    }
    return live.failed() ? Status(live.error()) : ok();
}

void removeFoldersOf(const QString &process)
{
    QDir temp(QDir::tempPath());
    const QStringList names =
        temp.entryList({folderPrefix + process + u"-*"_s}, QDir::Dirs | QDir::NoSymLinks);
    for (const QString &name : names) {
        QDir folder(temp.filePath(name));
        // A copy that is being made may put another file into a folder that is just being emptied.
        for (int tries = 0; tries < 1'000 && folder.exists(); ++tries) folder.removeRecursively();
    }
}

/// Of processes that were killed or lost their power: copies of what people wrote.
void removeLeftovers()
{
#ifdef Q_OS_UNIX
    const QStringList names =
        QDir(QDir::tempPath()).entryList({folderPrefix + u"*-*"_s}, QDir::Dirs | QDir::NoSymLinks);
    for (const QString &name : names) {
        const QString process = name.mid(folderPrefix.size()).section(u'-', 0, 0);
        bool number = false;
        const int pid = process.toInt(&number);
        const QFileInfo info(QDir::tempPath() + u'/' + name);
        if (number && pid > 0 && info.ownerId() == getuid() && kill(pid, 0) != 0 && errno == ESRCH)
            removeFoldersOf(process);
    }
#endif
}

Status checkAge(File &copy, const Opened &opened)
{
    if (!opened.isMirror() || opened.schema <= schema::current()) return ok();
    const qint64 needs = copy.number("SELECT value FROM meta WHERE key = 'min_reader'");
    if (needs > 0 && needs <= schema::current()) return ok();
    return Error{
        Errc::TooNew,
        u"%1 was written by a newer version of Kith (schema %2, this version knows up to %3): use the"
        " kith-inspect of that version."_s.arg(opened.path)
            .arg(opened.schema)
            .arg(schema::current())};
}

} // namespace

SchemaSteps mirrorSteps()
{
    SchemaSteps all;
    for (const schema::Migration &migration : schema::released())
        all.steps.emplace_back(migration.statements.begin(), migration.statements.end());
    return all;
}

void removePrivateFolders() { removeFoldersOf(QString::number(QCoreApplication::applicationPid())); }

Result<std::shared_ptr<QTemporaryDir>> privateFolder(qint64 bytesWanted)
{
    removeLeftovers();
    auto folder = std::make_shared<QTemporaryDir>(
        QDir::tempPath() + u"/%1%2-XXXXXX"_s.arg(folderPrefix).arg(QCoreApplication::applicationPid()));
    if (!folder->isValid())
        return Error{Errc::Io, u"no folder can be made in %1: set TMPDIR."_s.arg(QDir::tempPath())};
    const qint64 room = QStorageInfo(folder->path()).bytesAvailable();
    if (room >= 0 && room < bytesWanted + spareBytes)
        return Error{Errc::Full,
                     u"a private copy needs %1 MB and %2 has %3 MB free: set TMPDIR to a disk with"
                     " room."_s.arg((bytesWanted + spareBytes) / 1'000'000)
                         .arg(QDir::tempPath())
                         .arg(room / 1'000'000)};
    return folder;
}

Result<Opened> open(const QString &path, const Veil &veil, const SchemaSteps *server)
{
    if (const Status fit = look(path); !fit) return fit.error();
    Opened opened{.path = path, .veil = veil};
    opened.bytes = QFileInfo(path).size();
    opened.logBytes = QFileInfo(path + u"-wal"_s).size();
    {
        auto live = File::open(path, File::Mode::Live);
        if (!live) return live.error();
        if (const Status ours = identify(**live, server, opened); !ours) return ours.error();
        auto folder = privateFolder(opened.bytes + opened.logBytes);
        if (!folder) return folder.error();
        opened.folder = *std::move(folder);
        opened.copy = opened.folder->filePath(u"copy.db"_s);
        if (const Status copied = (*live)->copyTo(opened.copy); !copied) return copied.error();
    }
    {
        auto copy = File::open(opened.copy, File::Mode::Own);
        if (!copy) return copy.error();
        if (const Status fit = checkAge(**copy, opened); !fit) return fit.error();
        const SchemaSteps steps = opened.isMirror() ? mirrorSteps() : *server;
        const auto want = expected(steps, opened.schema, opened.folder->path());
        if (!want) return want.error();
        const bool newer = opened.schema > steps.version();
        if (const Status fit = compare(**copy, *want, newer, opened); !fit) return fit.error();
        normalise(**copy, *want, opened);
    }
    if (opened.isMirror() && opened.schema < schema::current()) {
        auto brought = Mirror::open(opened.copy); // the copy only
        if (!brought) return brought.error();
        opened.remarks.append(
            u"Written with schema %1; the copy was brought to %2 for reading."_s.arg(opened.schema)
                .arg(schema::current()));
    }
    auto file = File::open(opened.copy, File::Mode::Own);
    if (!file) return file.error();
    opened.file = *std::move(file);
    if (const Status veiled = addViews(opened); !veiled) return veiled.error();
    return opened;
}

Result<Opened> openOwn(const QString &mirror, const Veil &veil)
{
    auto folder = privateFolder(2 * QFileInfo(mirror).size());
    if (!folder) return folder.error();
    const QString copy = (*folder)->filePath(u"own.db"_s);
    {
        auto db = Db::open(mirror, Db::Mode::Reader);
        if (!db) return db.error();
        (*db)->exec(u"PRAGMA query_only=OFF"_s); // of this connection: it writes the copy
        (*db)->run("VACUUM INTO ?", {copy});
        if ((*db)->failed()) return (*db)->error();
    }
    auto opened = open(copy, veil);
    if (opened) opened->path = mirror;
    return opened;
}

Result<QString> damageOf(const QString &mirror)
{
    auto db = Db::open(mirror, Db::Mode::Reader);
    if (!db) return db.error();
    QString found;
    {
        Query q = (*db)->query("PRAGMA quick_check(1)");
        if (q.next()) found = q.text(0);
    }
    if ((*db)->failed() && (*db)->error().code == Errc::Corrupt) return (*db)->error().what;
    if ((*db)->failed()) return (*db)->error();
    return found == u"ok"_s ? QString() : found;
}

} // namespace kith::inspect
