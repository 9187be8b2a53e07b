#include "app/cli/lines.h"

#include "core/wire/service_note.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace kith::cli {

QString stateText(const Message &message, Seq seen)
{
    if (!message.mine) return message.row.seq <= seen ? u"seen"_s : u"delivered"_s;
    switch (message.tick) {
    case Tick::Failed:
        return u"refused"_s;
    case Tick::Queued:
        return u"queued"_s;
    case Tick::Sent:
        return u"sent"_s;
    case Tick::Delivered:
        return u"delivered"_s;
    case Tick::Seen:
        return u"seen"_s;
    case Tick::None:
        break; // service messages and tombstones have no tick
    }
    switch (message.state) {
    case MessageState::Queued:
        return u"queued"_s;
    case MessageState::Refused:
        return u"refused"_s;
    case MessageState::Sent:
    case MessageState::Unverified:
        break;
    }
    return u"sent"_s;
}

MessageLine lineOf(const Message &message, Seq seen, const LoginOf &loginOf)
{
    const MessageRow &row = message.row;
    MessageLine line{.mid = row.mid,
                     .chat = message.chat,
                     .seq = row.seq,
                     .rev = row.rev,
                     .sender = loginOf(row.sender),
                     .senderId = row.sender,
                     .senderName = message.senderName,
                     .kind = row.kind,
                     .body = row.dead ? QString() : row.body,
                     .atMs = row.atMs,
                     .state = stateText(message, seen),
                     .error = message.refusedCode,
                     .reply = row.reply,
                     .edited = row.ev > 0 && !row.dead,
                     .deleted = row.dead,
                     .waiting = message.changeWaiting,
                     .unverified = message.state == MessageState::Unverified,
                     .reactions = message.reactions,
                     .note = {},
                     .files = message.attachments,
                     .entities = message.entities,
                     .forward = message.forward,
                     .link = message.link,
                     .poll = message.poll,
                     .silent = message.silent,
                     .expiresMs = message.expiresMs,
                     .chatTitle = {}};
    if (row.kind == u"service") line.note = wire::serviceNote(row.extra);
    return line;
}

QString transferText(TransferState state)
{
    switch (state) {
    case TransferState::None:
        return u"remote"_s;
    case TransferState::Waiting:
    case TransferState::Active:
        return u"waiting"_s;
    case TransferState::Done:
        return u"here"_s;
    case TransferState::Failed:
        return u"failed"_s;
    }
    return u"remote"_s;
}

QString phaseText(Connection::Phase phase)
{
    switch (phase) {
    case Connection::Phase::Off:
        return u"off"_s;
    case Connection::Phase::Connecting:
        return u"connecting"_s;
    case Connection::Phase::Syncing:
        return u"syncing"_s;
    case Connection::Phase::Online:
        return u"online"_s;
    case Connection::Phase::Waiting:
        return u"waiting"_s;
    case Connection::Phase::SignInAgain:
        return u"sign-in-again"_s;
    case Connection::Phase::UpdateNeeded:
        return u"update-needed"_s;
    case Connection::Phase::SecretsAway:
        return u"secrets-away"_s;
    case Connection::Phase::DiskFull:
        return u"disk-full"_s;
    case Connection::Phase::DiskAway:
        return u"disk-away"_s;
    case Connection::Phase::Damaged:
        return u"damaged"_s;
    case Connection::Phase::Stopped:
        return u"stopped"_s;
    }
    return u"stopped"_s;
}

QString rescueText(const RescueReport &report)
{
    QStringList saved, lost;
    const auto say = [&](const RescueReport::Count &count, const QString &what) {
        if (count.saved > 0) saved.append(u"%1 %2"_s.arg(count.saved).arg(what));
        if (count.lost > 0) lost.append(u"%1 %2"_s.arg(count.lost).arg(what));
        if (count.unsure) lost.append(u"perhaps more %1"_s.arg(what));
    };
    say(report.messages, u"unsent messages"_s);
    say(report.changes, u"waiting changes"_s);
    say(report.drafts, u"drafts"_s);
    say(report.marks, u"read marks"_s);
    QString text = u"The local data was damaged (%1). "_s.arg(report.why);
    text +=
        saved.isEmpty() ? u"Nothing was waiting to be sent. "_s : u"Saved: %1. "_s.arg(saved.join(u", "_s));
    text += lost.isEmpty() ? u"Nothing was lost; "_s : u"NOT saved: %1; "_s.arg(lost.join(u", "_s));
    text += u"the rest is fetched from the server again."_s;
    if (!report.keptFile.isEmpty()) text += u" The damaged file is kept as %1."_s.arg(report.keptFile);
    return text;
}

QString roleText(Role role)
{
    switch (role) {
    case Role::Member:
        return u"member"_s;
    case Role::Admin:
        return u"admin"_s;
    case Role::Owner:
        return u"owner"_s;
    }
    return u"member"_s;
}

QString timeText(qint64 ms)
{
    return ms == 0 ? QString()
                   : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss.zzz'Z'");
}

QString onOneLine(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        const bool turnsText = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        if (code == u'\n') {
            out += u"\\n"_s;
        } else if (code == u'\t') {
            out += u"\\t"_s;
        } else if (code < 0x20 || (code >= 0x7f && code < 0xa0) || turnsText || code == 0x2028 ||
                   code == 0x2029) {
            out += u"\\u%1"_s.arg(uint(code), 4, 16, QLatin1Char('0'));
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace kith::cli
