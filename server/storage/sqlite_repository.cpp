#include "server/storage/sqlite_repository.h"

#include "core/base/log.h"
#include "core/base/random.h"
#include "server/storage/administration.h"
#include "server/storage/files.h"
#include "server/storage/lineage.h"
#include "server/storage/message_reads.h"
#include "server/storage/overview.h"
#include "server/storage/push_rows.h"
#include "server/storage/schema.h"
#include "server/storage/writer.h"

#include <QFileInfo>
#include <QLockFile>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::ServerFrame;

struct SqliteRepository::Private {
    Private(const QString &file, bool write, Random &random, StatementFaults *faults,
            const PageLimits &limits);
    ServerFrame answer(const Caller &caller, const wire::ClientFrame &frame, qint64 nowMs);
    ServerFrame greet(const Caller &caller, const wire::Hello &hello, qint64 nowMs);

    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<Db> db;
    std::unique_ptr<EpochGuard> guard;
    Identity identity;
    std::unique_ptr<ChatReads> reads;
    std::unique_ptr<CatchUp> catchUp;
    std::unique_ptr<Overview> overview;
    std::unique_ptr<Directory> directory;
    std::unique_ptr<FileReads> files;
    std::unique_ptr<PushReads> push;
    std::unique_ptr<MessageReads> messages;
    std::unique_ptr<Writer> writer;
};

namespace {

std::unique_ptr<QLockFile> lockFor(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(file + u".lock"_s);
    lock->setStaleLockTime(0);
    if (lock->tryLock(0)) return lock;
    if (lock->error() == QLockFile::LockFailedError)
        throw Failure{{Errc::Locked, u"another server is using %1"_s.arg(file)}};
    throw Failure{{Errc::Io, u"cannot make %1.lock: is the folder writable?"_s.arg(file)}};
}

/// The database's name and history; a writer that finds it older than its guard gives the history a new name.
Identity readIdentity(Db &db, EpochGuard *guard, Random &random)
{
    QByteArray epoch, uuid, key;
    qint64 commitNo = 0;
    {
        Statement select(db, "SELECT epoch, db_uuid, token_key, commit_no FROM meta");
        Rows rows = select.rows();
        if (!rows.next()) throw Failure{{Errc::Corrupt, u"the database has no identity"_s}};
        epoch = rows.bytes(0);
        uuid = rows.bytes(1);
        key = rows.bytes(2);
        commitNo = rows.number(3);
    }
    if (guard && guard->isAheadOf(uuid, commitNo)) {
        qCWarning(lcServer) << "the database is older than what this server had stored: starting a new epoch";
        epoch = QByteArray(16, Qt::Uninitialized);
        random.fill(epoch.data(), 16);
        // Counting goes on from where it had been, or a second restore of the same copy would look like the
        // first.
        Statement(db, "UPDATE meta SET epoch = ?1, commit_no = ?2").run(epoch, guard->commitNo());
    }
    return {EpochId::fromBlob(epoch), EpochId::fromBlob(uuid).text(), key};
}

Lineage lineageOf(Db &db, const EpochId &epoch)
{
    Statement select(db, "SELECT lineage FROM meta");
    Rows rows = select.rows();
    return rows.next() ? Lineage::fromBlob(rows.bytes(0), epoch) : Lineage();
}

qint64 commitNoOf(Db &db) { return db.number("SELECT commit_no FROM meta"); }

/// A writer's start is noted before it stores anything. It counts as a commit, so that a copy from before it
/// is older than the guard even if nothing else was stored since.
WitnessSeal beginRun(Db &db, EpochGuard &guard, const Identity &identity, Random &random)
{
    QByteArray run(8, Qt::Uninitialized);
    random.fill(run.data(), 8);
    Lineage lineage = lineageOf(db, identity.epoch);
    const qint64 before = commitNoOf(db);
    lineage.begin(run, before);
    Statement(db, "UPDATE meta SET lineage = ?1, commit_no = ?2")
        .run(lineage.blob(identity.epoch), before + 1);
    guard.note(EpochId::fromText(identity.dbUuid).value_or(EpochId{}).blob(), before + 1);
    return {identity.tokenKey, identity.epoch, run};
}

template <class F> auto guarded(F &&f) -> Result<decltype(f())>
{
    try {
        return f();
    } catch (const Failure &failure) {
        return failure.error;
    }
}

} // namespace

SqliteRepository::Private::Private(const QString &file, bool write, Random &random, StatementFaults *faults,
                                   const PageLimits &limits)
{
    if (write) lock = lockFor(file);
    db = std::make_unique<Db>(file, write, faults);
    setUp(*db, write);
    if (write)
        migrate(*db, random);
    else
        requireSchema(*db);
    if (write) guard = std::make_unique<EpochGuard>(file);
    identity = readIdentity(*db, guard.get(), random);
    reads = std::make_unique<ChatReads>(*db);
    catchUp = std::make_unique<CatchUp>(*db, *reads, identity.epoch, limits);
    overview = std::make_unique<Overview>(*db, *reads, *catchUp, identity.epoch, limits);
    directory = std::make_unique<Directory>(*db);
    files = std::make_unique<FileReads>(*db);
    push = std::make_unique<PushReads>(*db);
    messages = std::make_unique<MessageReads>(*db, *reads, identity.epoch);
    if (write) {
        const QUuid uuid = EpochId::fromText(identity.dbUuid).value_or(EpochId{}).value;
        writer = std::make_unique<Writer>(*db, random, identity.epoch, uuid.toRfc4122(), *guard,
                                          beginRun(*db, *guard, identity, random));
    }
}

SqliteRepository::SqliteRepository(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}
SqliteRepository::~SqliteRepository() = default;

Result<std::unique_ptr<SqliteRepository>> SqliteRepository::open(const QString &file, Mode mode,
                                                                 Random &random, StatementFaults *faults,
                                                                 const PageLimits &limits)
{
    try {
        auto made = std::make_unique<Private>(file, mode == Mode::Writer, random, faults, limits);
        return std::unique_ptr<SqliteRepository>(new SqliteRepository(std::move(made)));
    } catch (const Failure &failure) {
        Error error = failure.error;
        if (!error.what.contains(file)) error.what = u"%1: %2"_s.arg(file, error.what);
        return error;
    }
}

Result<Identity> SqliteRepository::identity() { return d->identity; }

std::vector<WriteResult> SqliteRepository::commit(const std::vector<Write> &items)
{
    if (!d->writer)
        return std::vector<WriteResult>(items.size(), Error{Errc::BadInput, u"this instance only reads"_s});
    return d->writer->commit(items);
}

ServerFrame SqliteRepository::Private::answer(const Caller &caller, const wire::ClientFrame &frame,
                                              qint64 nowMs)
{
    return std::visit(
        [&](const auto &f) -> ServerFrame {
            using F = std::decay_t<decltype(f)>;
            if constexpr (std::is_same_v<F, wire::Hello>)
                return greet(caller, f, nowMs);
            else if constexpr (std::is_same_v<F, wire::Ping>)
                return overview->ping(caller, f, nowMs);
            else if constexpr (std::is_same_v<F, wire::Sync>)
                return catchUp->sync(caller.user, f);
            else if constexpr (std::is_same_v<F, wire::Usync>)
                return catchUp->usync(caller.user, f);
            else if constexpr (std::is_same_v<F, wire::Hist>)
                return overview->hist(caller, f);
            else if constexpr (std::is_same_v<F, wire::Have>)
                return overview->have(caller, f);
            else if constexpr (std::is_same_v<F, wire::ListMembers>)
                return overview->members(caller, f);
            else if constexpr (std::is_same_v<F, wire::GroupLog>)
                return overview->log(caller, f);
            else if constexpr (std::is_same_v<F, wire::Proof>)
                return overview->proof(caller, f);
            else if constexpr (std::is_same_v<F, wire::Chats>)
                return overview->chats(caller, f);
            else if constexpr (std::is_same_v<F, wire::UsersFind>) {
                wire::Ok ok;
                ok.users = directory->find(caller.user, f.q);
                return ok;
            } else if constexpr (std::is_same_v<F, wire::PushGet>)
                return push->state(caller.device);
            else if constexpr (std::is_same_v<F, wire::Edits>)
                return messages->edits(caller.user, f);
            else if constexpr (std::is_same_v<F, wire::FindDate>)
                return messages->date(caller.user, f);
            else
                return refusal(wire::Code::Unknown, u"not a read"_s);
        },
        frame);
}

ServerFrame SqliteRepository::Private::greet(const Caller &caller, const wire::Hello &hello, qint64 nowMs)
{
    ServerFrame answer = overview->hello(caller, hello, nowMs);
    const QByteArray run = lineageOf(*db, identity.epoch).run();
    if (auto *ok = std::get_if<wire::HelloOk>(&answer); ok && !run.isEmpty())
        ok->witness = WitnessSeal(identity.tokenKey, identity.epoch, run).seal(commitNoOf(*db));
    return answer;
}

ServerFrame SqliteRepository::read(const Caller &caller, const wire::ClientFrame &frame, qint64 nowMs)
{
    try {
        d->db->exec("BEGIN"); // one snapshot for all statements of the answer
        ServerFrame answer = d->answer(caller, frame, nowMs);
        d->db->exec("COMMIT");
        return answer;
    } catch (const Failure &failure) {
        d->db->rollback();
        qCWarning(lcServer) << "a read failed:" << failure.error.what;
        return refusal(wire::Code::Unavailable, u"the database cannot answer now"_s);
    }
}

Result<bool> SqliteRepository::hasLost(const QByteArray &sealed)
{
    return guarded([&] {
        const auto witness = WitnessSeal::open(d->identity.tokenKey, sealed);
        if (!witness || witness->epoch != d->identity.epoch) return false;
        const Lineage lineage = lineageOf(*d->db, d->identity.epoch);
        return !lineage.holds(*witness, commitNoOf(*d->db));
    });
}

Result<std::optional<Account>> SqliteRepository::accountByLogin(const QString &login)
{
    return guarded([&] { return d->directory->account(login); });
}

Result<std::optional<Account>> SqliteRepository::account(const UserId &user)
{
    return guarded([&] { return d->directory->account(user); });
}

Result<std::vector<wire::DeviceEntry>> SqliteRepository::devices(const UserId &user)
{
    return guarded([&] { return d->directory->devices(user); });
}

Result<std::optional<wire::Profile>> SqliteRepository::profile(const UserId &user)
{
    return guarded([&] { return d->directory->profile(user); });
}

Result<std::optional<wire::Avatar>> SqliteRepository::avatar(const AvatarId &id)
{
    return guarded([&] { return d->directory->avatar(id); });
}

Result<std::optional<DeviceInfo>> SqliteRepository::deviceByToken(const QByteArray &tokenHash)
{
    return guarded([&] { return d->directory->deviceByToken(tokenHash); });
}

Result<std::optional<DeviceInfo>> SqliteRepository::device(const DeviceId &device)
{
    return guarded([&] { return d->directory->device(device); });
}

Result<std::vector<Presence>> SqliteRepository::presence(const Caller &caller,
                                                         const std::vector<UserId> &users)
{
    return guarded([&] { return d->directory->presence(caller.user, users); });
}

Result<std::optional<FileRow>> SqliteRepository::file(const Caller &caller, const AttId &att)
{
    return guarded([&] { return d->files->find(caller.user, att); });
}

Result<qint64> SqliteRepository::usedBytes(const UserId &owner)
{
    return guarded([&] { return d->files->usedBytes(owner); });
}

Result<std::vector<FileRow>> SqliteRepository::staleFiles(qint64 unfinishedBeforeMs, qint64 unusedBeforeMs,
                                                          int limit)
{
    return guarded([&] { return d->files->stale(unfinishedBeforeMs, unusedBeforeMs, limit); });
}

Result<std::vector<AttId>> SqliteRepository::unknownFiles(const std::vector<AttId> &atts)
{
    return guarded([&] { return d->files->unknown(atts); });
}

Result<std::vector<UserId>> SqliteRepository::typingAudience(const Caller &caller, const ChatId &chat)
{
    return guarded([&] { return d->directory->typingAudience(caller.user, chat); });
}

Result<std::vector<Repository::Unpublished>> SqliteRepository::unpublished(int limit)
{
    return guarded([&] { return d->directory->unpublished(limit); });
}

Result<AdminRows> SqliteRepository::oversee(const AdminQuery &query)
{
    return guarded([&] { return Overseer(*d->db).read(query); });
}

Result<bool> SqliteRepository::pushDue(qint64 nowMs)
{
    return guarded([&] { return d->push->due(nowMs); });
}

Result<bool> SqliteRepository::contentDue(qint64 nowMs)
{
    return guarded([&] { return d->messages->due(nowMs); });
}

std::vector<QByteArray> SqliteRepository::statements() const { return d->db->statements(); }

} // namespace kith::server
