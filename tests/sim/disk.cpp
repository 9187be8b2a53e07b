#include "tests/sim/disk.h"

#include "tests/sim/disk_file.h"

#include <cstring>

namespace kith::sim {

namespace {
constexpr qint64 sector = 512;

void put(QByteArray &file, qint64 offset, const char *bytes, qint64 count)
{
    if (file.size() < offset + count) file.resize(offset + count, '\0');
    std::memcpy(file.data() + offset, bytes, size_t(count));
}
} // namespace

std::string machineOf(const std::string &file) { return file.substr(0, file.rfind('/')); }

// ---- one file --------------------------------------------------------------------------------------------

void Disk::Inode::write(qint64 offset, const char *bytes, qint64 count)
{
    put(now, offset, bytes, count);
    unsynced.push_back({offset, QByteArray(bytes, count), -1});
}

void Disk::Inode::truncate(qint64 size)
{
    now.resize(size, '\0');
    unsynced.push_back({0, {}, size});
}

void Disk::Inode::sync()
{
    for (const Write &w : unsynced) {
        if (w.size >= 0)
            durable.resize(w.size, '\0');
        else
            put(durable, w.offset, w.bytes.constData(), w.bytes.size());
    }
    unsynced.clear();
}

void Disk::Inode::losePower(Random &random)
{
    enum { All, Prefix, Scattered };
    const auto way = random.below(3);
    const size_t kept = way == Prefix ? size_t(random.below(unsynced.size() + 1)) : unsynced.size();
    for (size_t i = 0; way != All && i < kept; ++i) {
        const Write &w = unsynced[i];
        if (way == Scattered && w.size >= 0 && random.below(2)) continue;
        if (w.size >= 0) {
            durable.resize(w.size, '\0');
            continue;
        }
        // The last write of a prefix, and any of the scattered ones, may be torn between sectors.
        const bool torn = way == Scattered || i + 1 == kept;
        for (qint64 at = 0; at < w.bytes.size();) {
            const qint64 count = std::min<qint64>(sector - (w.offset + at) % sector, w.bytes.size() - at);
            if (!torn || random.below(2)) put(durable, w.offset + at, w.bytes.constData() + at, count);
            at += count;
        }
    }
    now = durable;
    unsynced.clear();
}

void Disk::Handle::dropLocks()
{
    if (lock >= SQLITE_LOCK_SHARED) --inode->readers;
    for (const Handle **holder : {&inode->reserved, &inode->pending, &inode->exclusive})
        if (*holder == this) *holder = nullptr;
    lock = SQLITE_LOCK_NONE;
    if (!shared) return;
    for (size_t i = 0; i < shared->slots.size(); ++i) {
        if (reads[i]) --shared->slots[i].readers;
        if (holds[i]) shared->slots[i].held = false;
        reads[i] = holds[i] = false;
    }
    if (--shared->users == 0 && inode->shared == shared) inode->shared.reset();
    if (dead) return; // its pages are still looked at by the connection that has yet to be closed
    shared.reset();
}

// ---- the VFS ---------------------------------------------------------------------------------------------

struct Vfs {
    static Disk &disk(sqlite3_vfs *vfs) { return *static_cast<Disk *>(vfs->pAppData); }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        Disk &disk = Vfs::disk(vfs);
        file->pMethods = nullptr;
        const std::string path = name ? name : "/tmp/" + std::to_string(++disk.m_nameless);
        const std::string machine = machineOf(path);
        switch (disk.judge(machine, Access::Open)) {
        case Fate::Pass:
            break;
        case Fate::Full:
            return SQLITE_FULL;
        default:
            return SQLITE_CANTOPEN;
        }
        auto &inode = disk.m_files[path];
        if (!inode) {
            if (!(flags & SQLITE_OPEN_CREATE)) {
                disk.m_files.erase(path);
                return SQLITE_CANTOPEN;
            }
            inode = std::make_shared<Disk::Inode>();
        }
        auto *handle = new Disk::Handle;
        handle->disk = &disk;
        handle->inode = inode;
        handle->machine = machine;
        handle->name = path;
        handle->deleteOnClose = flags & SQLITE_OPEN_DELETEONCLOSE;
        disk.m_handles.insert(handle);
        reinterpret_cast<File *>(file)->handle = handle;
        file->pMethods = &fileMethods;
        if (outFlags) *outFlags = flags;
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs *vfs, const char *name, int)
    {
        Disk &disk = Vfs::disk(vfs);
        const Fate fate = disk.judge(machineOf(name), Access::Delete);
        if (fate != Fate::Pass && fate != Fate::DieAfter) return SQLITE_IOERR_DELETE;
        if (!disk.m_files.erase(name)) return SQLITE_IOERR_DELETE_NOENT;
        return fate == Fate::DieAfter ? SQLITE_IOERR_DELETE : SQLITE_OK;
    }
    static int access(sqlite3_vfs *vfs, const char *name, int, int *found)
    {
        *found = Vfs::disk(vfs).m_files.contains(name);
        return SQLITE_OK;
    }
    static int fullPathname(sqlite3_vfs *, const char *name, int size, char *out)
    {
        qstrncpy(out, name, size_t(size));
        return SQLITE_OK;
    }
    static int randomness(sqlite3_vfs *vfs, int size, char *out)
    {
        Disk &disk = Vfs::disk(vfs);
        std::memset(out, 0, size_t(size));
        if (disk.m_random) disk.m_random->fill(out, size_t(size));
        return size;
    }
    static int sleep(sqlite3_vfs *, int microseconds) { return microseconds; } // waiting is free here
    static int currentTime(sqlite3_vfs *vfs, sqlite3_int64 *julianMs)
    {
        const Disk &disk = Vfs::disk(vfs);
        constexpr sqlite3_int64 unixEpoch = 24'405'875LL * 8'640'000;
        *julianMs = unixEpoch + (disk.m_wallMs ? disk.m_wallMs() : 0);
        return SQLITE_OK;
    }
    static int currentDay(sqlite3_vfs *vfs, double *julianDay)
    {
        sqlite3_int64 ms = 0;
        currentTime(vfs, &ms);
        *julianDay = double(ms) / 86'400'000.0;
        return SQLITE_OK;
    }
    /// Every new connection tells which rows it writes.
    static int opened(sqlite3 *db, const char **, const sqlite3_api_routines *)
    {
        const char *file = sqlite3_db_filename(db, "main");
        sqlite3_vfs *vfs = sqlite3_vfs_find("kith-sim");
        if (!file || !*file || !vfs) return SQLITE_OK;
        sqlite3_update_hook(db, written, &disk(vfs).m_machines[machineOf(file)]);
        return SQLITE_OK;
    }
    static void written(void *machine, int, const char *, const char *table, sqlite3_int64 row)
    {
        if (std::strcmp(table, "messages") == 0)
            static_cast<Disk::Machine *>(machine)->touched.push_back(row);
    }
    static int lastError(sqlite3_vfs *, int, char *) { return 0; }
};

// ---- Disk ------------------------------------------------------------------------------------------------

Disk::Disk()
    : m_vfs(std::make_unique<sqlite3_vfs>())
{
    sqlite3_initialize();
    m_former = sqlite3_vfs_find(nullptr);
    sqlite3_vfs &vfs = *m_vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(File);
    vfs.mxPathname = 256;
    vfs.zName = "kith-sim";
    vfs.pAppData = this;
    vfs.xOpen = Vfs::open;
    vfs.xDelete = Vfs::remove;
    vfs.xAccess = Vfs::access;
    vfs.xFullPathname = Vfs::fullPathname;
    vfs.xRandomness = Vfs::randomness;
    vfs.xSleep = Vfs::sleep;
    vfs.xCurrentTime = Vfs::currentDay;
    vfs.xCurrentTimeInt64 = Vfs::currentTime;
    vfs.xGetLastError = Vfs::lastError;
    sqlite3_vfs_register(&vfs, 1);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(Vfs::opened));
    sqlite3_randomness(0, nullptr); // what the former disk's world drew is no seed of this one's
}

Disk::~Disk()
{
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(Vfs::opened));
    sqlite3_vfs_unregister(m_vfs.get());
    if (m_former) sqlite3_vfs_register(m_former, 1);
}

void Disk::setJudge(const std::string &machine, Judge judge) { m_machines[machine].judge = std::move(judge); }

Fate Disk::judge(const std::string &machine, Access access)
{
    if (m_quiet) return Fate::Pass;
    ++m_accesses;
    auto &m = m_machines[machine];
    const Fate fate = m.judge ? m.judge(access) : Fate::Pass;
    if (access == Access::Sync && fate == Fate::Pass) ++m.commits;
    return fate;
}

void Disk::closed(Handle *handle)
{
    m_handles.erase(handle);
    if (handle->deleteOnClose && !handle->dead) m_files.erase(handle->name);
}

void Disk::kill(const std::string &machine)
{
    for (Handle *handle : m_handles) {
        if (handle->dead || handle->machine != machine) continue;
        handle->dead = true;
        handle->dropLocks();
    }
}

void Disk::cutPower(const std::string &machine, Random &random)
{
    kill(machine);
    for (auto &[name, inode] : m_files)
        if (machineOf(name) == machine) inode->losePower(random);
}

Disk::Image Disk::copy(const std::string &machine) const
{
    Image image;
    for (const auto &[name, inode] : m_files)
        if (machineOf(name) == machine) image.emplace(name, inode->now);
    return image;
}

void Disk::restore(const std::string &machine, const Image &image)
{
    std::erase_if(m_files, [&](const auto &file) { return machineOf(file.first) == machine; });
    for (const auto &[name, bytes] : image) {
        auto inode = std::make_shared<Inode>();
        inode->now = inode->durable = bytes;
        m_files.emplace(name, std::move(inode));
    }
    ++m_machines[machine].commits;
}

std::vector<qint64> Disk::touchedMessages(const std::string &machine)
{
    return std::exchange(m_machines[machine].touched, {});
}

quint64 Disk::commits(const std::string &machine) const
{
    const auto found = m_machines.find(machine);
    return found == m_machines.end() ? 0 : found->second.commits;
}

} // namespace kith::sim
