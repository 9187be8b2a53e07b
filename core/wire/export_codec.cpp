#include "core/wire/export_codec.h"

#include "core/wire/service_note.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kith::wire {
namespace {

template <class IdType> QJsonValue idOrNull(const IdType &id)
{
    return id ? QJsonValue(QString::fromLatin1(id.text())) : QJsonValue(QJsonValue::Null);
}
QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}
QJsonValue timeOrNull(qint64 ms)
{
    if (ms <= 0) return QJsonValue::Null;
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString nameOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Bold:
        return u"bold"_s;
    case EntityKind::Italic:
        return u"italic"_s;
    case EntityKind::Struck:
        return u"struck"_s;
    case EntityKind::Code:
        return u"code"_s;
    case EntityKind::CodeBlock:
        return u"code_block"_s;
    case EntityKind::Quote:
        return u"quote"_s;
    case EntityKind::Link:
        return u"link"_s;
    case EntityKind::Mention:
        return u"mention"_s;
    case EntityKind::MentionAll:
        return u"mention_all"_s;
    case EntityKind::Spoiler:
        return u"spoiler"_s;
    }
    return u"unknown"_s;
}

QString nameOf(MessageState state)
{
    switch (state) {
    case MessageState::Queued:
        return u"queued"_s;
    case MessageState::Sent:
        return u"sent"_s;
    case MessageState::Refused:
        return u"refused"_s;
    case MessageState::Unverified:
        return u"unverified"_s;
    }
    return u"sent"_s;
}

QJsonArray entitiesOf(const std::vector<Entity> &entities)
{
    QJsonArray all;
    for (const Entity &one : entities)
        all.append(QJsonObject{{u"kind"_s, nameOf(one.kind)},
                               {u"at"_s, one.at},
                               {u"length"_s, one.length},
                               {u"what"_s, textOrNull(one.what)},
                               {u"user"_s, idOrNull(one.user)}});
    return all;
}

QJsonArray reactionsOf(const std::vector<ReactionCount> &reactions)
{
    QJsonArray all;
    for (const ReactionCount &one : reactions)
        all.append(QJsonObject{{u"emoji"_s, one.emoji}, {u"count"_s, one.count}, {u"mine"_s, one.mine}});
    return all;
}

QJsonArray filesOf(const Message &message, const std::vector<QString> &places)
{
    QJsonArray all;
    for (size_t i = 0; i < message.attachments.size(); ++i) {
        const Attachment &info = message.attachments[i].info;
        all.append(QJsonObject{{u"att"_s, idOrNull(info.att)},
                               {u"name"_s, info.name},
                               {u"size"_s, info.size},
                               {u"sha256"_s, QString::fromLatin1(info.sha256.toHex())},
                               {u"mime"_s, info.mime},
                               {u"voice"_s, info.voice},
                               {u"width"_s, info.width},
                               {u"height"_s, info.height},
                               {u"duration_ms"_s, info.durationMs},
                               {u"path"_s, textOrNull(i < places.size() ? places[i] : QString())}});
    }
    return all;
}

QJsonValue forwardOf(const std::optional<ForwardSource> &source)
{
    if (!source) return QJsonValue::Null;
    return QJsonObject{{u"mid"_s, idOrNull(source->mid)},
                       {u"user"_s, idOrNull(source->by)},
                       {u"name"_s, textOrNull(source->name)},
                       {u"at"_s, timeOrNull(source->atMs)}};
}

QJsonValue linkOf(const std::optional<LinkPreview> &link)
{
    if (!link) return QJsonValue::Null;
    return QJsonObject{{u"url"_s, link->url},
                       {u"title"_s, textOrNull(link->title)},
                       {u"text"_s, textOrNull(link->words)},
                       {u"site"_s, textOrNull(link->site)}};
}

QJsonValue pollOf(const std::optional<Poll> &poll)
{
    if (!poll) return QJsonValue::Null;
    QJsonArray options;
    for (const PollOption &one : poll->options)
        options.append(QJsonObject{{u"text"_s, one.text}, {u"votes"_s, one.votes}, {u"mine"_s, one.mine}});
    return QJsonObject{{u"options"_s, options},
                       {u"multiple"_s, poll->multiple},
                       {u"anonymous"_s, poll->anonymous},
                       {u"closed"_s, poll->closed},
                       {u"voters"_s, poll->voters}};
}

QJsonValue noteOf(const Message &message)
{
    if (message.row.kind != u"service") return QJsonValue::Null;
    const auto note = serviceNote(message.row.extra);
    if (!note) return QJsonValue::Null;
    QJsonArray users;
    for (const UserId &user : note->users) users.append(QString::fromLatin1(user.text()));
    return QJsonObject{{u"act"_s, note->act},
                       {u"users"_s, users},
                       {u"title"_s, textOrNull(note->title)},
                       {u"seconds"_s, note->seconds}};
}

QByteArray line(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

} // namespace

QByteArray exportHead(const ChatSummary &chat, const std::vector<Member> &members)
{
    QJsonArray all;
    for (const Member &member : members)
        all.append(QJsonObject{{u"user"_s, idOrNull(member.user)},
                               {u"login"_s, textOrNull(member.login)},
                               {u"name"_s, member.name},
                               {u"left"_s, member.left}});
    QByteArray head = line({{u"chat"_s, idOrNull(chat.chat)},
                            {u"kind"_s, chat.kind == ChatKind::Direct ? u"direct"_s : u"group"_s},
                            {u"title"_s, chat.title},
                            {u"left"_s, chat.left},
                            {u"members"_s, all}});
    head.chop(1);
    return head + ",\n\"messages\":[\n";
}

QByteArray exportMessage(const Message &message, const QString &login, const std::vector<QString> &files)
{
    const MessageRow &row = message.row;
    return line({{u"mid"_s, idOrNull(row.mid)},
                 {u"seq"_s, row.seq.value > 0 ? QJsonValue(row.seq.value) : QJsonValue(QJsonValue::Null)},
                 {u"sender"_s, textOrNull(login)},
                 {u"sender_id"_s, idOrNull(row.sender)},
                 {u"sender_name"_s, textOrNull(message.senderName)},
                 {u"kind"_s, row.kind},
                 {u"body"_s, row.body},
                 {u"at"_s, timeOrNull(row.atMs)},
                 {u"state"_s, nameOf(message.state)},
                 {u"error"_s, textOrNull(message.refusedCode)},
                 {u"reply"_s, idOrNull(row.reply)},
                 {u"edited"_s, row.ev > 0 && !row.dead},
                 {u"deleted"_s, row.dead},
                 {u"waiting"_s, message.changeWaiting},
                 {u"reactions"_s, reactionsOf(message.reactions)},
                 {u"files"_s, filesOf(message, files)},
                 {u"entities"_s, entitiesOf(message.entities)},
                 {u"forward"_s, forwardOf(message.forward)},
                 {u"link"_s, linkOf(message.link)},
                 {u"poll"_s, pollOf(message.poll)},
                 {u"silent"_s, message.silent},
                 {u"expires"_s, timeOrNull(message.expiresMs)},
                 {u"service"_s, noteOf(message)}});
}

QByteArray exportHole(const Hole &hole)
{
    return line(
        {{u"on_server_only"_s, QJsonObject{{u"from_seq"_s, hole.lo.value}, {u"to_seq"_s, hole.hi.value}}}});
}

QByteArray exportIndex(const QString &account, const QString &program, qint64 atMs,
                       const std::vector<ExportedChat> &chats)
{
    QJsonArray all;
    for (const ExportedChat &chat : chats)
        all.append(QJsonObject{{u"title"_s, chat.title},
                               {u"file"_s, chat.folder + u"/messages.json"_s},
                               {u"messages"_s, chat.messages},
                               {u"files"_s, chat.files},
                               {u"files_elsewhere"_s, chat.filesElsewhere},
                               {u"on_server_only"_s, chat.onServerOnly}});
    return QJsonDocument(QJsonObject{{u"format"_s, u"kith-export"_s},
                                     {u"version"_s, 1},
                                     {u"account"_s, account},
                                     {u"program"_s, program},
                                     {u"at"_s, timeOrNull(atMs)},
                                     {u"chats"_s, all}})
        .toJson(QJsonDocument::Indented);
}

} // namespace kith::wire
