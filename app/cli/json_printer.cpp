#include "app/cli/json_content.h"
#include "app/cli/printer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

template <class IdType> QJsonValue idOrNull(const IdType &id)
{
    return id ? QJsonValue(QString::fromLatin1(id.text())) : QJsonValue(QJsonValue::Null);
}
template <class NumberType> QJsonValue numberOrNull(const NumberType &number)
{
    return number.value > 0 ? QJsonValue(number.value) : QJsonValue(QJsonValue::Null);
}
QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}
QJsonValue timeOrNull(qint64 ms) { return textOrNull(timeText(ms)); }

QJsonArray reactionsOf(const std::vector<ReactionCount> &reactions)
{
    QJsonArray all;
    for (const ReactionCount &one : reactions)
        all.append(QJsonObject{{u"emoji"_s, one.emoji}, {u"count"_s, one.count}, {u"mine"_s, one.mine}});
    return all;
}

QJsonValue noteOf(const std::optional<ServiceNote> &note)
{
    if (!note) return QJsonValue::Null;
    QJsonArray users;
    for (const UserId &user : note->users) users.append(QString::fromLatin1(user.text()));
    return QJsonObject{{u"act"_s, note->act},
                       {u"users"_s, users},
                       {u"title"_s, textOrNull(note->title)},
                       {u"seconds"_s, note->seconds}};
}

QJsonArray waveOf(const QByteArray &wave)
{
    QJsonArray bars;
    for (const char bar : wave) bars.append(int(quint8(bar)));
    return bars;
}

QJsonObject objectOf(const AttachmentView &file)
{
    const Attachment &info = file.info;
    return {{u"att"_s, idOrNull(info.att)},
            {u"name"_s, info.name},
            {u"size"_s, info.size},
            {u"sha256"_s, QString::fromLatin1(info.sha256.toHex())},
            {u"mime"_s, info.mime},
            {u"voice"_s, info.voice},
            {u"width"_s, info.width},
            {u"height"_s, info.height},
            {u"duration_ms"_s, info.durationMs},
            {u"wave"_s, waveOf(info.wave)},
            {u"state"_s, transferText(file.state)},
            {u"upload"_s, file.upload},
            {u"done"_s, file.doneBytes},
            {u"path"_s, textOrNull(file.path)},
            {u"error"_s, textOrNull(file.error)}};
}

QJsonArray filesOf(const std::vector<AttachmentView> &files)
{
    QJsonArray all;
    for (const AttachmentView &file : files) all.append(objectOf(file));
    return all;
}

QJsonObject objectOf(const MessageLine &line)
{
    QJsonObject object{{u"mid"_s, idOrNull(line.mid)},
                       {u"chat"_s, idOrNull(line.chat)},
                       {u"seq"_s, numberOrNull(line.seq)},
                       {u"rev"_s, numberOrNull(line.rev)},
                       {u"sender"_s, textOrNull(line.sender)},
                       {u"sender_id"_s, idOrNull(line.senderId)},
                       {u"sender_name"_s, textOrNull(line.senderName)},
                       {u"kind"_s, line.kind},
                       {u"body"_s, line.body},
                       {u"at"_s, timeOrNull(line.atMs)},
                       {u"state"_s, line.state},
                       {u"error"_s, textOrNull(line.error)},
                       {u"reply"_s, idOrNull(line.reply)},
                       {u"edited"_s, line.edited},
                       {u"deleted"_s, line.deleted},
                       {u"waiting"_s, line.waiting},
                       {u"unverified"_s, line.unverified},
                       {u"reactions"_s, reactionsOf(line.reactions)},
                       {u"files"_s, filesOf(line.files)},
                       {u"entities"_s, entitiesOf(line.entities)},
                       {u"forward"_s, forwardOf(line.forward)},
                       {u"link"_s, linkOf(line.link)},
                       {u"poll"_s, pollOf(line.poll)},
                       {u"silent"_s, line.silent},
                       {u"expires"_s, timeOrNull(line.expiresMs)},
                       {u"service"_s, noteOf(line.note)}};
    if (!line.chatTitle.isEmpty()) object.insert(u"chat_title"_s, line.chatTitle);
    return object;
}

QJsonObject objectOf(const ChatLine &line)
{
    const ChatSummary &chat = line.chat;
    return {{u"chat"_s, idOrNull(chat.chat)},
            {u"kind"_s, chat.kind == ChatKind::Direct ? u"direct"_s : u"group"_s},
            {u"title"_s, chat.title},
            {u"user"_s, textOrNull(line.login)},
            {u"members"_s, chat.members},
            {u"mentions"_s, chat.mentions},
            {u"unread"_s, chat.unread},
            {u"unread_capped"_s, chat.unreadCapped},
            {u"marked_unread"_s, chat.markedUnread},
            {u"muted"_s, chat.muted},
            {u"pinned"_s, chat.pinned},
            {u"timer"_s, chat.timerSeconds},
            {u"left"_s, chat.left},
            {u"waiting"_s, chat.creating},
            {u"seen"_s, chat.seen.value},
            {u"head"_s, chat.head.value},
            {u"at"_s, timeOrNull(chat.atMs)},
            {u"preview"_s, chat.preview},
            {u"draft"_s, chat.draft}};
}

QJsonObject objectOf(const Account &account)
{
    return {{u"account"_s, account.id.toString(QUuid::WithoutBraces)},
            {u"server"_s, account.server.toString()},
            {u"login"_s, account.login},
            {u"name"_s, account.name},
            {u"user"_s, idOrNull(account.user)},
            {u"device"_s, idOrNull(account.device)}};
}

QString whatText(JournalWhat what)
{
    switch (what) {
    case JournalWhat::NoAnswer:
        return u"no_answer"_s;
    case JournalWhat::Delayed:
        return u"delayed"_s;
    case JournalWhat::Refused:
        return u"refused"_s;
    case JournalWhat::Retried:
        return u"retried"_s;
    case JournalWhat::Answered:
        return u"answered"_s;
    case JournalWhat::Requeued:
        return u"requeued"_s;
    case JournalWhat::Renamed:
        return u"renamed"_s;
    case JournalWhat::Discarded:
        return u"discarded"_s;
    case JournalWhat::Outage:
        return u"outage"_s;
    }
    return u"unknown"_s;
}

QString kindText(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::Changed:
        return u"changed"_s;
    case Difference::Kind::Missing:
        return u"missing"_s;
    case Difference::Kind::Extra:
        return u"extra"_s;
    case Difference::Kind::Reaction:
        return u"reaction"_s;
    case Difference::Kind::Member:
        return u"member"_s;
    case Difference::Kind::Info:
        return u"info"_s;
    }
    return u"changed"_s;
}

QJsonArray notesOf(const std::vector<JournalNote> &notes)
{
    QJsonArray all;
    for (const JournalNote &note : notes)
        all.append(QJsonObject{{u"what"_s, whatText(note.what)},
                               {u"kind"_s, textOrNull(note.kind)},
                               {u"why"_s, textOrNull(note.why)},
                               {u"times"_s, note.times},
                               {u"first"_s, timeOrNull(note.firstMs)},
                               {u"last"_s, timeOrNull(note.lastMs)}});
    return all;
}

QString stateText(const MessageStory &story)
{
    if (!story.held) return u"not-held"_s;
    switch (story.state) {
    case MessageState::Queued:
        return u"queued"_s;
    case MessageState::Refused:
        return u"refused"_s;
    case MessageState::Unverified:
        return u"unverified"_s;
    case MessageState::Sent:
        break;
    }
    return u"sent"_s;
}

QJsonObject objectOf(const StoryOf &of)
{
    const MessageStory &s = of.story;
    QJsonArray waiting, people, text;
    for (const auto &item : s.waiting)
        waiting.append(QJsonObject{{u"kind"_s, item.kind},
                                   {u"state"_s, item.refused ? u"refused"_s : u"queued"_s},
                                   {u"tries"_s, item.tries},
                                   {u"error"_s, textOrNull(item.error)},
                                   {u"at"_s, timeOrNull(item.enteredMs)},
                                   {u"before"_s, item.before}});
    for (const auto &person : s.people)
        people.append(QJsonObject{
            {u"name"_s, person.name}, {u"delivered"_s, person.delivered}, {u"seen"_s, person.seen}});
    for (const words::StoryLine &line : of.text.lines)
        text.append(QJsonObject{{u"at"_s, timeOrNull(line.atMs)}, {u"text"_s, line.text}});
    const bool stored = s.row.seq.value > 0;
    return {{u"mid"_s, idOrNull(s.row.mid)},
            {u"held"_s, s.held},
            {u"chat"_s, idOrNull(s.chat)},
            {u"chat_title"_s, textOrNull(s.chatTitle)},
            {u"sender"_s, textOrNull(of.login)},
            {u"mine"_s, s.mine},
            {u"state"_s, stateText(s)},
            {u"entered"_s, timeOrNull(s.enteredMs)},
            {u"seq"_s, stored ? QJsonValue(s.row.seq.value) : QJsonValue()},
            {u"stored"_s, stored ? timeOrNull(s.row.atMs) : QJsonValue()},
            {u"journal"_s, notesOf(s.notes)},
            {u"outages"_s, notesOf(s.outages)},
            {u"waiting"_s, waiting},
            {u"people"_s, people},
            {u"current"_s, s.current},
            {u"headline"_s, of.text.headline},
            {u"text"_s, text},
            {u"next"_s, textOrNull(of.text.next)}};
}

QJsonObject objectOf(const VerdictLine &line)
{
    using How = ChatVerdict::How;
    const ChatVerdict &v = line.verdict;
    return {{u"chat"_s, idOrNull(v.chat)},
            {u"title"_s, line.title},
            {u"verdict"_s, v.how == How::Agrees    ? u"agrees"_s
                           : v.how == How::Mended  ? u"mended"_s
                           : v.how == How::Differs ? u"differs"_s
                                                   : u"not-compared"_s},
            {u"why"_s, textOrNull(v.why)},
            {u"compared"_s, v.compared},
            {u"not_held"_s, v.notHeld},
            {u"unverified"_s, v.unverified},
            {u"unreadable"_s, v.unreadable},
            {u"differences"_s, v.differences}};
}

QJsonObject objectOf(const VerifyReport &r)
{
    using End = VerifyReport::End;
    const QJsonObject local{{u"search_index"_s, r.local.searchIndex},
                            {u"ranges"_s, r.local.ranges},
                            {u"unsent"_s, r.local.unsent},
                            {u"receipts"_s, r.local.receipts},
                            {u"mended"_s, r.local.mended}};
    return {{u"end"_s, r.end == End::Done        ? u"done"_s
                       : r.end == End::Cancelled ? u"cancelled"_s
                       : r.end == End::TooOld    ? u"server-too-old"_s
                                                 : u"disk-fault"_s},
            {u"agrees"_s, r.agrees()},
            {u"complete"_s, r.complete()},
            {u"chats"_s, qint64(r.chats.size())},
            {u"compared"_s, r.compared},
            {u"found"_s, r.found},
            {u"mended"_s, r.mended},
            {u"not_held"_s, r.notHeld},
            {u"unverified"_s, r.unverified},
            {u"unreadable"_s, r.unreadable},
            {u"local"_s, local},
            {u"text"_s, words::verdict(r)}};
}

class JsonPrinter final : public Printer {
public:
    using Printer::Printer;

    void message(const MessageLine &line, const char *event) override { put(objectOf(line), event); }
    void progress(const MessageLine &line) override { put(objectOf(line)); }
    void chat(const ChatLine &line, const char *event) override { put(objectOf(line), event); }
    void file(const FileLine &line) override
    {
        QJsonObject object = objectOf(line.file);
        object.insert(u"mid"_s, idOrNull(line.mid));
        object.insert(u"chat"_s, idOrNull(line.chat));
        put(object);
    }
    void member(const ChatId &chat, const Member &member) override
    {
        put({{u"chat"_s, idOrNull(chat)},
             {u"user"_s, member.login},
             {u"user_id"_s, idOrNull(member.user)},
             {u"name"_s, member.name},
             {u"role"_s, roleText(member.role)},
             {u"left"_s, member.left},
             {u"banned"_s, member.facts.banned},
             {u"picture"_s, idOrNull(member.facts.avatar)},
             {u"delivered"_s, member.mark.delivered.value},
             {u"seen"_s, member.mark.seen.value}});
    }
    void group(const GroupLine &line) override
    {
        const GroupSettings &set = line.info.set;
        QJsonArray pins;
        for (const Mid &mid : set.pins) pins.append(idOrNull(mid));
        put({{u"chat"_s, idOrNull(line.chat)},
             {u"title"_s, line.title},
             {u"about"_s, set.about.value_or(QString())},
             {u"picture"_s, idOrNull(set.avatar)},
             {u"channel"_s, set.channel.value_or(false)},
             {u"history"_s, set.fromJoining.value_or(false) ? u"joining"_s : u"all"_s},
             {u"slow"_s, set.slowSeconds.value_or(0)},
             {u"pins"_s, pins},
             {u"members"_s, line.members},
             {u"role"_s, line.info.present ? roleText(line.info.role) : u"left"_s}});
    }
    void invite(const InviteLine &line) override
    {
        put({{u"code"_s, QString::fromLatin1(line.invite.code)},
             {u"by"_s, line.by},
             {u"until"_s, timeOrNull(line.invite.untilMs)},
             {u"uses"_s, line.invite.uses},
             {u"used"_s, line.invite.used},
             {u"revoked"_s, line.invite.revoked}});
    }
    void logLine(const GroupLogEntry &entry) override
    {
        put({{u"n"_s, entry.line.n},
             {u"at"_s, timeOrNull(entry.line.atMs)},
             {u"by"_s, entry.by},
             {u"by_id"_s, idOrNull(entry.line.by)},
             {u"act"_s, entry.line.act},
             {u"user"_s, textOrNull(entry.user)},
             {u"user_id"_s, idOrNull(entry.line.user)},
             {u"words"_s, textOrNull(entry.line.words)}});
    }
    void outboxItem(const OutboxItem &item) override
    {
        put({{u"op"_s, idOrNull(item.op)},
             {u"mid"_s, idOrNull(item.mid)},
             {u"chat"_s, idOrNull(item.chat)},
             {u"kind"_s, item.kind},
             {u"state"_s, item.refused ? u"refused"_s : u"queued"_s},
             {u"tries"_s, item.tries},
             {u"at"_s, timeOrNull(item.enteredMs)},
             {u"error"_s, textOrNull(item.lastError)}});
    }
    void status(const StatusLine &line) override
    {
        QJsonObject object = objectOf(line.account);
        const MirrorStatus &mirror = line.mirror;
        const Ledger ledger = ledgerOf(mirror, line.nowMs);
        object.insert(u"up_to"_s, timeOrNull(ledger.upToMs));
        object.insert(u"oldest_waiting"_s, timeOrNull(mirror.oldestWaitingMs));
        object.insert(u"text"_s, words::ledger(ledger, false, line.nowMs));
        object.insert(u"waiting"_s, mirror.waiting);
        object.insert(u"refused"_s, mirror.refused);
        object.insert(u"receipts_waiting"_s, mirror.receiptsWaiting);
        object.insert(u"last_sync"_s, timeOrNull(mirror.lastSyncMs));
        object.insert(u"messages"_s, mirror.messages);
        object.insert(u"chats"_s, mirror.chats);
        object.insert(u"quarantined"_s, mirror.quarantined);
        object.insert(u"holes"_s, mirror.holes);
        object.insert(u"unread"_s, line.unread);
        put(object);
    }
    void account(const AccountLine &line) override { put(objectOf(line.account)); }
    void story(const StoryOf &of) override { put(objectOf(of)); }
    void chatVerdict(const VerdictLine &line) override { put(objectOf(line), "chat"); }
    void difference(const Difference &one) override
    {
        put({{u"chat"_s, idOrNull(one.chat)},
             {u"kind"_s, kindText(one.kind)},
             {u"mid"_s, idOrNull(one.mid)},
             {u"seq"_s, one.seq.value > 0 ? QJsonValue(one.seq.value) : QJsonValue()},
             {u"user_id"_s, idOrNull(one.user)},
             {u"mended"_s, one.mended}},
            "difference");
    }
    void verdict(const VerifyReport &report) override { put(objectOf(report), "verdict"); }
    void device(const wire::DeviceEntry &device) override
    {
        put({{u"device"_s, idOrNull(device.device)},
             {u"name"_s, device.name},
             {u"app"_s, device.app},
             {u"made"_s, timeOrNull(device.madeMs)},
             {u"last_seen"_s, timeOrNull(device.lastSeenMs)},
             {u"current"_s, device.current}});
    }
    void profile(const wire::Profile &profile) override
    {
        put({{u"user"_s, idOrNull(profile.user)},
             {u"login"_s, profile.login},
             {u"name"_s, profile.name},
             {u"about"_s, textOrNull(profile.about)},
             {u"picture"_s, idOrNull(profile.avatar)}});
    }
    void receipt(const ReceiptLine &line) override
    {
        put({{u"chat"_s, idOrNull(line.chat)},
             {u"user"_s, textOrNull(line.user)},
             {u"user_id"_s, idOrNull(line.mark.user)},
             {u"delivered"_s, line.mark.delivered.value},
             {u"seen"_s, line.mark.seen.value}},
            "receipt");
    }
    void version(const Mid &mid, const MessageVersion &version) override { put(versionOf(mid, version)); }
    void scheduled(const ScheduledText &one) override { put(scheduledOf(one)); }
    void push(const PushInfo &info) override
    {
        put({{u"provider"_s, textOrNull(info.provider)},
             {u"registered"_s, info.registered},
             {u"waiting"_s, info.waiting},
             {u"sent"_s, info.sent},
             {u"at"_s, timeOrNull(info.lastMs)},
             {u"result"_s, textOrNull(info.result)},
             {u"detail"_s, textOrNull(info.detail)}});
    }
    void connection(const Connection &connection) override
    {
        put({{u"phase"_s, phaseText(connection.phase)},
             {u"why"_s, textOrNull(connection.why)},
             {u"retry_at"_s, timeOrNull(connection.retryAtMs)},
             {u"clock_skew_ms"_s, connection.clockSkewMs}},
            "connection");
    }
    void exported(const ExportReport &report) override
    {
        put({{u"folder"_s, report.folder},
             {u"chats"_s, report.chats},
             {u"messages"_s, report.messages},
             {u"files"_s, report.files},
             {u"files_elsewhere"_s, report.filesElsewhere},
             {u"on_server_only"_s, report.onServerOnly}});
    }
    void rescued(const RescueReport &report) override
    {
        const auto count = [](const RescueReport::Count &c) {
            return QJsonObject{{u"saved"_s, c.saved}, {u"lost"_s, c.lost}, {u"unsure"_s, c.unsure}};
        };
        put({{u"kept_file"_s, textOrNull(report.keptFile)},
             {u"why"_s, report.why},
             {u"at"_s, timeOrNull(report.atMs)},
             {u"complete"_s, report.complete()},
             {u"messages"_s, count(report.messages)},
             {u"changes"_s, count(report.changes)},
             {u"drafts"_s, count(report.drafts)},
             {u"read_marks"_s, count(report.marks)}},
            "rescued");
    }
    void gone(const ChatId &chat, const Mid &mid) override
    {
        put({{u"mid"_s, idOrNull(mid)},
             {u"chat"_s, idOrNull(chat)},
             {u"state"_s, u"gone"_s},
             {u"deleted"_s, true}});
    }
    void done(qint64 n, int exit, const QString &why) override
    {
        put({{u"n"_s, n}, {u"exit"_s, exit}, {u"why"_s, textOrNull(why)}}, "done");
    }

private:
    void put(QJsonObject object, const char *event = nullptr)
    {
        if (event) object.insert(u"event"_s, QLatin1StringView(event));
        line(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
};

} // namespace

std::unique_ptr<Printer> makeJsonPrinter(FILE *out) { return std::make_unique<JsonPrinter>(out); }

} // namespace kith::cli
