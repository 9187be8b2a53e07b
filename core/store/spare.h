#pragma once
#include "core/base/result.h"

namespace kith {

class Db;

/// A second, small file beside the mirror that holds what no server could give back: the outbox, unfinished
/// drafts, read marks the server has not confirmed. It follows each commit of the mirror that touches them,
/// without an fsync of its own: it outlives the process, and it is there when a page of the mirror, its
/// header or its log is not. Thread: the writer's.
class Spare {
public:
    /// "kith.db" → "kith.db.spare".
    static QString fileOf(const QString &mirror);
    static void remove(const QString &mirror);

    explicit Spare(Db &db)
        : m_db(db)
    {
    }
    ~Spare();
    Spare(const Spare &) = delete;
    Spare &operator=(const Spare &) = delete;

    /// Attaches the file to the writer's connection; one that cannot be read is begun anew. Only failures of
    /// the mirror itself come back: without a spare the mirror works all the same.
    Status attach();
    /// True if it names outbox entries that the mirror has never had: the mirror lost commits, by a log that
    /// was cut off or an older copy put in its place.
    Result<bool> isAhead();
    /// Makes it equal to the mirror, and from now on keeps it so.
    Status begin();
    /// After a commit of the mirror: brings over what that touched. Cheap when that was nothing.
    void follow();

private:
    void setUp();
    void copyAll();
    void copyTouched();
    void giveUp();

    Db &m_db;
    bool m_attached = false, m_following = false;
};

} // namespace kith
