#pragma once
#include "core/base/random.h"

#include <QByteArray>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace kith::sim {

/// What SQLite asks of a disk.
enum class Access : quint8 { Open, Read, Write, Truncate, Sync, Delete, Lock };
/// What becomes of one access. Die: the process ends before it, DieAfter: just after it; the judge marks its
/// process as dead, which the world then buries.
enum class Fate : quint8 { Pass, Full, Busy, IoError, Die, DieAfter };

/// The disks of all machines of one world, in memory, as SQLite's default VFS: QSQLITE and the C API run over
/// it unmodified. A machine is a folder ("/d0"). What a file holds is what the operating system would show;
/// besides, each file knows what would be left of it without power: everything up to the last sync, and of
/// the writes after it any part, down to single sectors. File names become durable at once.
///
/// One instance at a time; no thread of its own, and none but its owner's may open databases meanwhile.
class Disk {
public:
    using Judge = std::function<Fate(Access)>;
    using Image = std::map<std::string, QByteArray>; // file name → contents

    Disk();
    ~Disk();
    Disk(const Disk &) = delete;
    Disk &operator=(const Disk &) = delete;

    /// Everything random that SQLite asks for, and its time; `random` outlives this or is replaced.
    void setRandom(Random *random) { m_random = random; }
    void setWallMs(std::function<qint64()> wallMs) { m_wallMs = std::move(wallMs); }
    /// Asked before each access of a process on `machine`, which may make it fail. Empty = never.
    void setJudge(const std::string &machine, Judge judge);

    /// The processes on `machine` are gone: their handles do nothing any more, their locks are free, and what
    /// they wrote stays with the operating system.
    void kill(const std::string &machine);
    /// As kill, and without power: what was not synced is lost, in part or torn.
    void cutPower(const std::string &machine, Random &random);

    /// A copy of the machine's files as they are, as a backup of its disk would be.
    Image copy(const std::string &machine) const;
    /// Replaces the machine's files; its processes must be gone.
    void restore(const std::string &machine, const Image &image);

    /// Grows whenever something of `machine` was synced: no commit without it.
    quint64 commits(const std::string &machine) const;
    quint64 accesses() const { return m_accesses; }
    /// The rows of the table `messages` that programs on `machine` have written since the last call; also
    /// those of transactions that were rolled back.
    std::vector<qint64> touchedMessages(const std::string &machine);

    /// While one lives, nobody's accesses are judged: whoever only looks is no part of the history.
    class Quiet {
    public:
        explicit Quiet(Disk &disk)
            : m_disk(disk)
        {
            ++m_disk.m_quiet;
        }
        ~Quiet() { --m_disk.m_quiet; }
        Q_DISABLE_COPY_MOVE(Quiet)

    private:
        Disk &m_disk;
    };

    // for the VFS
    struct Shared; // the memory that connections of one file share
    struct Inode;
    struct Handle;
    Fate judge(const std::string &machine, Access access);
    void closed(Handle *handle);

private:
    friend struct Vfs;
    struct Machine {
        Judge judge;
        quint64 commits = 0;
        std::vector<qint64> touched;
    };
    int m_quiet = 0;
    std::map<std::string, std::shared_ptr<Inode>> m_files;
    std::map<std::string, Machine> m_machines;
    std::set<Handle *> m_handles;
    Random *m_random = nullptr;
    std::function<qint64()> m_wallMs;
    quint64 m_accesses = 0;
    quint64 m_nameless = 0;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    sqlite3_vfs *m_former = nullptr; // the default before
};

/// The machine of a file: its folder.
std::string machineOf(const std::string &file);

} // namespace kith::sim
