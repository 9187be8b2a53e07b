#pragma once
#include <QMetaType>
#include <QString>

namespace kith {

/// What became of an account's file that was damaged. Nothing of it is deleted: the damaged file stays beside
/// the new one under `keptFile`. Messages that the server holds are not counted, they are fetched again.
struct RescueReport {
    struct Count {
        int saved = 0;
        int lost = 0;        // known to have been there, and unreadable
        bool unsure = false; // there may have been more that nothing tells of
        friend bool operator==(const Count &, const Count &) = default;
    };
    QString keptFile; // empty: there was no file any more, or it was whole and only too old
    QString why;      // what was found, one untranslated sentence
    qint64 atMs = 0;  // Unix ms
    Count messages;   // entered here and not yet on the server
    Count changes;    // edits, deletions, reactions, settings that waited
    Count drafts;     // unfinished texts, and earlier ones kept for 30 days
    Count marks;      // chats whose "read up to here" the server did not know yet
    bool complete() const
    {
        for (const Count *c : {&messages, &changes, &drafts, &marks})
            if (c->lost > 0 || c->unsure) return false;
        return true;
    }
    friend bool operator==(const RescueReport &, const RescueReport &) = default;
};

} // namespace kith
Q_DECLARE_METATYPE(kith::RescueReport)
