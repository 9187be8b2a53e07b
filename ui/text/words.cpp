#include "ui/text/words.h"

#include "core/base/file_names.h"
#include "core/wire/account_codec.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace kith::words {
namespace {

/// The context is where lupdate finds these words.
QString tr(const char *text, const char *hint = nullptr, int n = -1)
{
    return QCoreApplication::translate("kith::words", text, hint, n);
}
QDateTime local(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms); }

QString ownService(const ServiceNote &note, const QString &whom)
{
    if (note.act == u"created") return tr("You created the group “%1”").arg(note.title);
    if (note.act == u"added") return tr("You added %1").arg(whom);
    if (note.act == u"removed") return tr("You removed %1").arg(whom);
    if (note.act == u"left") return tr("You left the group");
    if (note.act == u"joined") return tr("You joined by an invite");
    if (note.act == u"pinned") return tr("You pinned a message");
    if (note.act == u"title") return tr("You named the group “%1”").arg(note.title);
    if (note.act == u"role") return tr("You changed the role of %1").arg(whom);
    return tr("You changed the group");
}

} // namespace

QString clockTime(qint64 atMs) { return QLocale().toString(local(atMs).time(), u"HH:mm"_s); }

QString listTime(qint64 atMs, qint64 nowMs)
{
    if (atMs <= 0) return {};
    const QDate date = local(atMs).date();
    const qint64 ago = date.daysTo(local(nowMs).date());
    if (ago <= 0) return clockTime(atMs);
    if (ago < 7) return QLocale().toString(date, u"ddd"_s);
    return QLocale().toString(date, date.year() == local(nowMs).date().year() ? tr("d MMM", "date")
                                                                              : tr("d.M.yy", "date"));
}

QString day(qint64 atMs, qint64 nowMs)
{
    const QDate date = local(atMs).date();
    const QDate today = local(nowMs).date();
    if (date == today) return tr("Today");
    if (date.daysTo(today) == 1) return tr("Yesterday");
    return QLocale().toString(date, date.year() == today.year() ? tr("dddd, d MMMM", "date")
                                                                : tr("d MMMM yyyy", "date"));
}

QString presence(const Presence &presence, qint64 nowMs)
{
    if (presence.online) return tr("online");
    if (presence.lastSeenMs <= 0) return {};
    const qint64 minutes = (nowMs - presence.lastSeenMs) / 60000;
    if (minutes < 1) return tr("last seen just now");
    if (minutes < 60) return tr("last seen %n min ago", nullptr, int(minutes));
    const QDate date = local(presence.lastSeenMs).date();
    if (date == local(nowMs).date()) return tr("last seen at %1").arg(clockTime(presence.lastSeenMs));
    return tr("last seen %1").arg(QLocale().toString(date, QLocale::ShortFormat));
}

QString tick(Tick tick)
{
    switch (tick) {
    case Tick::None:
        return {};
    case Tick::Failed:
        return tr("not sent");
    case Tick::Queued:
        return tr("saved here, waiting to be sent");
    case Tick::Sent:
        return tr("on the server");
    case Tick::Delivered:
        return tr("delivered");
    case Tick::Seen:
        return tr("seen");
    }
    return {};
}

QString role(Role role)
{
    switch (role) {
    case Role::Member:
        return tr("member");
    case Role::Admin:
        return tr("admin");
    case Role::Owner:
        return tr("owner");
    }
    return {};
}

QString refusal(const QString &code)
{
    if (code == u"forbidden") return tr("You are not allowed to do this here.");
    if (code == u"not_member") return tr("You are no longer a member of this chat.");
    if (code == u"too_long") return tr("The message is longer than the server takes (16 KiB).");
    if (code == u"edit_window") return tr("It is too old to be edited.");
    if (code == u"blocked") return tr("This person does not take messages from you.");
    if (code == u"no_such_message" || code == u"not_found")
        return tr("The server does not have it any more.");
    if (code == u"mid_conflict") return tr("The server holds another message under the same number.");
    if (code == u"conflict") return tr("Somebody else changed it first.");
    if (code == u"full" || code == u"disk_full") return tr("The disk is full. Your text is kept here.");
    if (code == u"disk_error") return tr("The disk cannot be written. Your text is kept here.");
    if (code == u"stale") return tr("It has waited for more than a week. Send it all the same?");
    if (code == u"empty") return tr("There is nothing to send.");
    if (code == u"lost") return tr("Nothing would have sent it any more. Send it now?");
    if (code == u"unreadable") return tr("It can no longer be read on this computer.");
    if (code == u"outbox_full") return tr("Too many messages are waiting to be sent.");
    if (code == u"offline" || code == u"unavailable" || code == u"timeout" || code == u"busy")
        return tr("The server cannot be reached now.");
    if (code == u"rate" || code == u"slow_mode") return tr("Too fast: the server asks to wait a moment.");
    if (code == QStringView(wire::api::badCredentials)) return tr("Login or password is wrong.");
    if (code == QStringView(wire::api::loginTaken))
        return tr("Somebody already has this login. Choose another one.");
    if (code == QStringView(wire::api::closed)) return tr("This server does not take new accounts.");
    if (code == QStringView(wire::api::badLogin))
        return tr("A login has 3 to 32 characters: a–z, 0–9, dot, dash, underscore.");
    if (code == QStringView(wire::api::badPassword)) return tr("A password has at least 8 characters.");
    if (code == QStringView(wire::api::badName)) return tr("A name has 1 to 64 characters.");
    if (code == u"att_too_big") return tr("The file is larger than the server takes.");
    if (code == u"quota") return tr("Your files take all the room that you have on this server.");
    if (code == u"file_gone") return tr("The file is no longer there.");
    if (code == u"file_unreadable") return tr("The file cannot be read.");
    if (code == u"file_changed")
        return tr("The file has changed since you chose it. Try again to send it as it is now.");
    if (code == u"file_wrong") return tr("What came is not the file that was sent. It was thrown away.");
    if (code == u"too_many_files") return tr("A message can have at most ten files.");
    if (code == u"att_missing" || code == u"gone") return tr("The file is no longer on the server.");
    if (code.isEmpty()) return tr("The server refused it.");
    return tr("The server refused it (%1).").arg(code);
}

QString fileSize(qint64 bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

QString transfer(const AttachmentView &file, std::optional<qint64> moving)
{
    const QString size = fileSize(file.info.size);
    switch (file.state) {
    case TransferState::None:
    case TransferState::Done:
        return size;
    case TransferState::Waiting:
    case TransferState::Active:
        if (moving) return tr("%1 of %2").arg(fileSize(*moving), size);
        return file.upload ? tr("%1 · waits to be sent").arg(size) : tr("%1 · waits").arg(size);
    case TransferState::Failed:
        return refusal(file.error);
    }
    return size;
}

QString spokenFile(const AttachmentView &file)
{
    const QString name = safeFileName(file.info.name), size = fileSize(file.info.size);
    switch (file.state) {
    case TransferState::None:
        return file.upload ? tr("file %1, %2").arg(name, size)
                           : tr("file %1, %2, not downloaded").arg(name, size);
    case TransferState::Waiting:
    case TransferState::Active:
        return file.upload ? tr("file %1, %2, being sent").arg(name, size)
                           : tr("file %1, %2, being downloaded").arg(name, size);
    case TransferState::Done:
        return tr("file %1, %2").arg(name, size);
    case TransferState::Failed:
        return tr("file %1, %2, failed: %3").arg(name, size, refusal(file.error));
    }
    return name;
}

QString fault(const Error &error)
{
    switch (error.code) {
    case Errc::Offline:
        return tr("No connection to the server. Check the network and the address.");
    case Errc::Timeout:
        return tr("The server did not answer in time.");
    case Errc::Refused:
        return refusal(error.what);
    case Errc::NotFound:
        return tr("It could not be found: %1").arg(error.what);
    case Errc::Locked:
        return tr("Another window or program is using this account. Close it first.");
    case Errc::TooNew:
        return tr("This account was last opened by a newer version of Kith. Install that version to open it. "
                  "Nothing was changed.");
    case Errc::Full:
        return tr("The disk is full.");
    case Errc::Corrupt:
        return tr("The local data cannot be read: %1").arg(error.what);
    case Errc::Io:
        return tr("The disk or the system refused: %1").arg(error.what);
    case Errc::BadInput:
        return error.what;
    case Errc::Unavailable:
        return tr("A service does not answer: %1").arg(error.what);
    }
    return error.what;
}

QString service(const ServiceNote &note, const QString &actor, bool mine,
                const std::function<QString(const UserId &)> &name)
{
    QStringList names;
    for (size_t i = 0; i < note.users.size() && i < 4; ++i) names.append(name(note.users[i]));
    if (note.users.size() > 4) names.append(tr("%n more", nullptr, int(note.users.size()) - 4));
    const QString whom = names.join(tr(", "));
    if (mine) return ownService(note, whom);
    const QString &who = actor;
    if (note.act == u"created") return tr("%1 created the group “%2”").arg(who, note.title);
    if (note.act == u"added") return tr("%1 added %2").arg(who, whom);
    if (note.act == u"removed") return tr("%1 removed %2").arg(who, whom);
    if (note.act == u"left") return tr("%1 left the group").arg(who);
    if (note.act == u"joined") return tr("%1 joined by an invite").arg(who);
    if (note.act == u"pinned") return tr("%1 pinned a message").arg(who);
    if (note.act == u"title") return tr("%1 named the group “%2”").arg(who, note.title);
    if (note.act == u"role") return tr("%1 changed the role of %2").arg(who, whom);
    return tr("%1 changed the group").arg(who);
}

QString poll(const Poll &poll)
{
    QStringList lines;
    for (const PollOption &option : poll.options) {
        const QString line = (option.mine ? u"● "_s : u"○ "_s) + option.text;
        lines.append(option.votes > 0 ? line + u" · "_s + QLocale().toString(option.votes) : line);
    }
    QStringList how{tr("Voted: %1").arg(QLocale().toString(poll.voters))};
    if (poll.anonymous) how.append(tr("anonymous"));
    if (poll.closed) how.append(tr("closed"));
    return lines.join(u'\n') + u'\n' + how.join(u" · "_s);
}

QString connection(const Connection &connection, qint64 nowMs)
{
    using Phase = Connection::Phase;
    switch (connection.phase) {
    case Phase::Off:
        return tr("Working offline");
    case Phase::Connecting:
        return tr("Connecting…");
    case Phase::Syncing:
        return tr("Fetching what is new…");
    case Phase::Online:
        return tr("Connected");
    case Phase::Waiting: {
        const qint64 seconds = (connection.retryAtMs - nowMs + 999) / 1000;
        return seconds > 0 ? tr("No connection, next try in %n s", nullptr, int(seconds))
                           : tr("No connection, trying…");
    }
    case Phase::SignInAgain:
        return tr("Please sign in again");
    case Phase::UpdateNeeded:
        return tr("This version and the server do not match");
    case Phase::SecretsAway:
        return tr("Waiting for the keychain");
    case Phase::DiskFull:
        return tr("The disk is full");
    case Phase::DiskAway:
        return tr("The disk cannot be written");
    case Phase::Damaged:
        return tr("Repairing the local data…");
    case Phase::Stopped:
        return tr("Stopped");
    }
    return {};
}

QStringList rescued(const RescueReport &report)
{
    QStringList lines;
    const auto say = [&](const RescueReport::Count &count, const QString &saved, const QString &lost,
                         const QString &unsure) {
        if (count.saved > 0) lines.append(saved);
        if (count.lost > 0) lines.append(lost);
        if (count.unsure) lines.append(unsure);
    };
    const auto &[m, c, d, k] = std::tie(report.messages, report.changes, report.drafts, report.marks);
    say(m, tr("Unsent messages saved: %1. They go out by themselves, once.").arg(m.saved),
        tr("Unsent messages that could not be read: %1.").arg(m.lost),
        tr("There may have been more unsent messages; nothing tells of them any more."));
    say(c, tr("Waiting edits, deletions and settings saved: %1.").arg(c.saved),
        tr("Waiting changes that could not be read: %1. Look through what you last edited, deleted or set.")
            .arg(c.lost),
        tr("There may have been more changes waiting to be sent."));
    say(d, tr("Drafts saved: %1.").arg(d.saved), tr("Drafts that could not be read: %1.").arg(d.lost),
        tr("There may have been more drafts; nothing tells of them any more."));
    say(k, tr("Read positions saved: %1.").arg(k.saved),
        tr("Read positions that could not be read: %1. Some messages may be unread again.").arg(k.lost),
        tr("Some messages that you had read may be unread again."));
    if (lines.isEmpty()) lines.append(tr("Nothing was waiting to be sent, and there were no drafts."));
    return lines;
}

QString count(int n, bool capped) { return QString::number(n) + (capped ? u"+"_s : QString()); }

} // namespace kith::words
