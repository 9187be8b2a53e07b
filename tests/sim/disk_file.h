#pragma once
#include "tests/sim/disk.h"

#include <array>
#include <sqlite3.h>

// The parts of Disk that the VFS's functions share.
namespace kith::sim {

struct Disk::Shared {
    static constexpr int regionBytes = 32 * 1024;
    struct Slot {
        int readers = 0;
        bool held = false; // by one, alone
    };
    std::vector<std::unique_ptr<std::array<char, regionBytes>>> regions;
    std::array<Slot, SQLITE_SHM_NLOCK> slots;
    int users = 0;
};

struct Disk::Inode {
    struct Write { // since the last sync
        qint64 offset = 0;
        QByteArray bytes;
        qint64 size = -1; // ≥ 0: the file was cut to this size
    };
    QByteArray now, durable;
    std::vector<Write> unsynced;
    std::shared_ptr<Shared> shared;
    int readers = 0; // file locks, as in the rollback journal's protocol
    const Handle *reserved = nullptr, *pending = nullptr, *exclusive = nullptr;

    void write(qint64 offset, const char *bytes, qint64 count);
    void truncate(qint64 size);
    void sync();
    void losePower(Random &random);
};

struct Disk::Handle {
    Disk *disk = nullptr;
    std::shared_ptr<Inode> inode;
    std::string machine;
    std::string name;
    int lock = SQLITE_LOCK_NONE;
    std::shared_ptr<Shared> shared;
    std::array<bool, SQLITE_SHM_NLOCK> reads{}, holds{};
    bool deleteOnClose = false;
    bool dead = false;

    void dropLocks();
};

/// SQLite allocates it; `handle` is ours.
struct File {
    sqlite3_file base;
    Disk::Handle *handle;
};

extern const sqlite3_io_methods fileMethods;

} // namespace kith::sim
