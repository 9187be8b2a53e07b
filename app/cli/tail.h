#pragma once
#include "app/cli/job.h"

#include <QHash>

namespace kith::cli {

/// Turns commits into printed events. Remembers per chat only what it needs to tell new from old: the highest
/// revision printed and the watermarks. Thread: main.
class Tail {
public:
    Tail(Reader &reader, const Account &account, Printer &printer);

    /// Takes what is held now as known.
    Status prime();
    /// Prints what a commit changed.
    Status tell(const ChangeSet &changes);

private:
    struct Known {
        Rev rev;
        QHash<UserId, Watermark> marks;
    };
    Status tellMessages(const ChatId &chat, const ChangeSet::InChat &in, Seq seen);
    Status tellMarks(const ChatId &chat, bool silently);

    Reader &m_reader;
    Printer &m_printer;
    LoginOf m_logins;
    QHash<ChatId, Known> m_known;
};

} // namespace kith::cli
