#include "app/cli/exit_code.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace kith::cli {

Outcome failed(const Error &error)
{
    switch (error.code) {
    case Errc::Offline:
    case Errc::Timeout:
    case Errc::Locked:
    case Errc::Full:
    case Errc::Io:
    case Errc::Unavailable:
        return {Exit::Temporary, error.what};
    case Errc::Refused:
        return {Exit::Refused, error.what};
    case Errc::NotFound:
    case Errc::TooNew:
    case Errc::Corrupt:
    case Errc::BadInput:
        return {Exit::BadData, error.what};
    }
    return {Exit::Temporary, error.what};
}

namespace {

QString wordsOf(const QString &code)
{
    static const QHash<QString, QString> words{
        {u"forbidden"_s, u"you may not do this in this chat"_s},
        {u"not_member"_s, u"you are not a member of this chat"_s},
        {u"blocked"_s, u"this person does not take messages from you"_s},
        {u"too_long"_s, u"the text is too long"_s},
        {u"empty"_s, u"the text is empty"_s},
        {u"no_such_message"_s, u"there is no such message"_s},
        {u"not_found"_s, u"there is no such chat or person"_s},
        {u"edit_window"_s, u"the message is too old to be edited"_s},
        {u"mid_conflict"_s, u"another message has this id"_s},
        {u"att_too_big"_s, u"the file is too large"_s},
        {u"att_mismatch"_s, u"a file is not what was uploaded"_s},
        {u"att_missing"_s, u"a file is not on the server"_s},
        {u"quota"_s, u"your files take all the room you have on this server"_s},
        {u"gone"_s, u"the file is no longer there"_s},
        {u"file_gone"_s, u"the file is not there or cannot be read"_s},
        {u"file_unreadable"_s, u"the file cannot be read"_s},
        {u"file_changed"_s, u"the file has changed since it was chosen: send it again, or retry"_s},
        {u"file_wrong"_s, u"what came is not the file that was sent; it was thrown away"_s},
        {u"too_many_files"_s, u"a message has at most ten files"_s},
        {u"outbox_full"_s, u"too much waits to be sent"_s},
        {u"disk_full"_s, u"the disk is full"_s},
        {u"disk_error"_s, u"the disk cannot be written"_s},
    };
    const QString found = words.value(code);
    return found.isEmpty() ? code : u"%1 (%2)"_s.arg(found, code);
}

bool isPermission(const QString &code)
{
    return code == u"forbidden" || code == u"not_member" || code == u"blocked";
}

} // namespace

Outcome refusedBy(const QString &code)
{
    if (code == u"stale")
        return {Exit::Refused, u"Held back, because it waited for more than a week: retry or discard it."_s};
    return {
        isPermission(code) ? Exit::NotAllowed : Exit::Refused,
        (code.startsWith(u"file_") ? u"Refused: %1."_s : u"The server refused: %1."_s).arg(wordsOf(code))};
}

Outcome notSaved(const QString &code)
{
    const bool later = code == u"outbox_full" || code == u"disk_full" || code == u"disk_error";
    return {later                ? Exit::Temporary
            : isPermission(code) ? Exit::NotAllowed
                                 : Exit::BadData,
            u"Nothing was saved or sent: %1."_s.arg(wordsOf(code))};
}

} // namespace kith::cli
