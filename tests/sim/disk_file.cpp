// What SQLite does with an open file of a Disk.
#include "tests/sim/disk_file.h"

#include <cstring>

namespace kith::sim {

namespace {

Disk::Handle &of(sqlite3_file *file) { return *reinterpret_cast<File *>(file)->handle; }

/// The result code of a fate for an access that would answer `io` when the disk fails.
int codeOf(Fate fate, int io)
{
    switch (fate) {
    case Fate::Pass:
        return SQLITE_OK;
    case Fate::Full:
        return SQLITE_FULL;
    case Fate::Busy:
        return SQLITE_BUSY;
    case Fate::IoError:
    case Fate::Die:
    case Fate::DieAfter:
        return io;
    }
    return io;
}

int close(sqlite3_file *file)
{
    Disk::Handle *handle = &of(file);
    if (!handle->dead) handle->dropLocks();
    handle->disk->closed(handle);
    delete handle;
    return SQLITE_OK;
}

int read(sqlite3_file *file, void *out, int count, sqlite3_int64 offset)
{
    Disk::Handle &h = of(file);
    if (h.dead) return SQLITE_IOERR_READ;
    if (const Fate fate = h.disk->judge(h.machine, Access::Read); fate != Fate::Pass)
        return codeOf(fate == Fate::Full ? Fate::IoError : fate, SQLITE_IOERR_READ);
    const qint64 held = std::clamp<qint64>(h.inode->now.size() - offset, 0, count);
    std::memcpy(out, h.inode->now.constData() + offset, size_t(held));
    if (held == count) return SQLITE_OK;
    std::memset(static_cast<char *>(out) + held, 0, size_t(count - held));
    return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    Disk::Handle &h = of(file);
    if (h.dead) return SQLITE_IOERR_WRITE;
    const Fate fate = h.disk->judge(h.machine, Access::Write);
    if (fate == Fate::Pass || fate == Fate::DieAfter)
        h.inode->write(offset, static_cast<const char *>(bytes), count);
    return codeOf(fate, SQLITE_IOERR_WRITE);
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    Disk::Handle &h = of(file);
    if (h.dead) return SQLITE_IOERR_TRUNCATE;
    const Fate fate = h.disk->judge(h.machine, Access::Truncate);
    if (fate == Fate::Pass || fate == Fate::DieAfter) h.inode->truncate(size);
    return codeOf(fate, SQLITE_IOERR_TRUNCATE);
}

int sync(sqlite3_file *file, int)
{
    Disk::Handle &h = of(file);
    if (h.dead) return SQLITE_IOERR_FSYNC;
    const Fate fate = h.disk->judge(h.machine, Access::Sync);
    if (fate == Fate::Pass || fate == Fate::DieAfter) h.inode->sync();
    return codeOf(fate, SQLITE_IOERR_FSYNC);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = of(file).inode->now.size();
    return SQLITE_OK;
}

int lock(sqlite3_file *file, int level)
{
    Disk::Handle &h = of(file);
    if (h.dead) return SQLITE_IOERR_LOCK;
    if (h.lock >= level) return SQLITE_OK;
    if (const Fate fate = h.disk->judge(h.machine, Access::Lock); fate != Fate::Pass)
        return codeOf(fate == Fate::Full ? Fate::IoError : fate, SQLITE_IOERR_LOCK);
    Disk::Inode &inode = *h.inode;
    const auto others = [&](const Disk::Handle *holder) { return holder && holder != &h; };
    if (level == SQLITE_LOCK_SHARED) {
        if (others(inode.pending) || others(inode.exclusive)) return SQLITE_BUSY;
        ++inode.readers;
    } else if (level == SQLITE_LOCK_RESERVED) {
        if (others(inode.reserved)) return SQLITE_BUSY;
        inode.reserved = &h;
    } else {
        if (others(inode.pending) || others(inode.reserved)) return SQLITE_BUSY;
        inode.pending = &h;
        h.lock = SQLITE_LOCK_PENDING;
        if (level == SQLITE_LOCK_EXCLUSIVE) {
            if (inode.readers > 1) return SQLITE_BUSY;
            inode.exclusive = &h;
        }
    }
    h.lock = level;
    return SQLITE_OK;
}

int unlock(sqlite3_file *file, int level)
{
    Disk::Handle &h = of(file);
    if (h.dead || h.lock <= level) return SQLITE_OK;
    for (const Disk::Handle **holder : {&h.inode->reserved, &h.inode->pending, &h.inode->exclusive})
        if (*holder == &h) *holder = nullptr;
    if (level == SQLITE_LOCK_NONE) --h.inode->readers;
    h.lock = level;
    return SQLITE_OK;
}

int checkReserved(sqlite3_file *file, int *reserved)
{
    *reserved = of(file).inode->reserved != nullptr;
    return SQLITE_OK;
}

int control(sqlite3_file *, int, void *) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file *) { return 4096; }
int characteristics(sqlite3_file *) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

// ---- the memory that connections share (write-ahead log) -------------------------------------------------

int shmMap(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
    Disk::Handle &h = of(file);
    *out = nullptr;
    if (size != Disk::Shared::regionBytes) return SQLITE_IOERR_SHMMAP;
    if (!h.shared) {
        if (h.dead) return SQLITE_IOERR_SHMMAP;
        if (!h.inode->shared) h.inode->shared = std::make_shared<Disk::Shared>();
        h.shared = h.inode->shared;
        ++h.shared->users;
    }
    auto &regions = h.shared->regions;
    while (regions.size() <= size_t(region)) {
        if (!extend) return SQLITE_OK;
        regions.push_back(std::make_unique<std::array<char, Disk::Shared::regionBytes>>());
    }
    *out = regions[size_t(region)]->data();
    return SQLITE_OK;
}

int shmLock(sqlite3_file *file, int first, int count, int flags)
{
    Disk::Handle &h = of(file);
    if (h.dead || !h.shared) return flags & SQLITE_SHM_UNLOCK ? SQLITE_OK : SQLITE_IOERR_SHMLOCK;
    auto &slots = h.shared->slots;
    if (flags & SQLITE_SHM_UNLOCK) {
        for (auto i = size_t(first); i < size_t(first + count); ++i) {
            if (std::exchange(h.reads[i], false)) --slots[i].readers;
            if (std::exchange(h.holds[i], false)) slots[i].held = false;
        }
        return SQLITE_OK;
    }
    if (const Fate fate = h.disk->judge(h.machine, Access::Lock); fate != Fate::Pass)
        return codeOf(fate == Fate::Full ? Fate::IoError : fate, SQLITE_IOERR_SHMLOCK);
    const bool alone = flags & SQLITE_SHM_EXCLUSIVE;
    for (auto i = size_t(first); i < size_t(first + count); ++i) {
        if (slots[i].held && !h.holds[i]) return SQLITE_BUSY;
        if (alone && slots[i].readers > (h.reads[i] ? 1 : 0)) return SQLITE_BUSY;
    }
    for (auto i = size_t(first); i < size_t(first + count); ++i) {
        if (alone) {
            slots[i].held = h.holds[i] = true;
        } else if (!h.reads[i]) {
            ++slots[i].readers;
            h.reads[i] = true;
        }
    }
    return SQLITE_OK;
}

void shmBarrier(sqlite3_file *) {}

int shmUnmap(sqlite3_file *file, int)
{
    Disk::Handle &h = of(file);
    if (!h.shared) return SQLITE_OK;
    if (!h.dead) {
        for (size_t i = 0; i < h.shared->slots.size(); ++i) {
            if (std::exchange(h.reads[i], false)) --h.shared->slots[i].readers;
            if (std::exchange(h.holds[i], false)) h.shared->slots[i].held = false;
        }
        if (--h.shared->users == 0 && h.inode->shared == h.shared) h.inode->shared.reset();
    }
    h.shared.reset();
    return SQLITE_OK;
}

} // namespace

const sqlite3_io_methods fileMethods{
    2,        close,         read,    write,      truncate,        sync,   fileSize, lock,
    unlock,   checkReserved, control, sectorSize, characteristics, shmMap, shmLock,  shmBarrier,
    shmUnmap, nullptr,       nullptr,
};

} // namespace kith::sim
