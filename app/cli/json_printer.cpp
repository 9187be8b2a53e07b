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
    return QJsonObject{{u"act"_s, note->act}, {u"users"_s, users}, {u"title"_s, textOrNull(note->title)}};
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
            {u"unread"_s, chat.unread},
            {u"unread_capped"_s, chat.unreadCapped},
            {u"marked_unread"_s, chat.markedUnread},
            {u"muted"_s, chat.muted},
            {u"pinned"_s, chat.pinned},
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

class JsonPrinter final : public Printer {
public:
    using Printer::Printer;

    void message(const MessageLine &line, const char *event) override { put(objectOf(line), event); }
    void progress(const MessageLine &line) override { put(objectOf(line)); }
    void chat(const ChatLine &line, const char *event) override { put(objectOf(line), event); }
    void member(const ChatId &chat, const Member &member) override
    {
        put({{u"chat"_s, idOrNull(chat)},
             {u"user"_s, member.login},
             {u"user_id"_s, idOrNull(member.user)},
             {u"name"_s, member.name},
             {u"role"_s, roleText(member.role)},
             {u"left"_s, member.left},
             {u"delivered"_s, member.mark.delivered.value},
             {u"seen"_s, member.mark.seen.value}});
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
    void receipt(const ReceiptLine &line) override
    {
        put({{u"chat"_s, idOrNull(line.chat)},
             {u"user"_s, textOrNull(line.user)},
             {u"user_id"_s, idOrNull(line.mark.user)},
             {u"delivered"_s, line.mark.delivered.value},
             {u"seen"_s, line.mark.seen.value}},
            "receipt");
    }
    void connection(const Connection &connection) override
    {
        put({{u"phase"_s, phaseText(connection.phase)},
             {u"why"_s, textOrNull(connection.why)},
             {u"retry_at"_s, timeOrNull(connection.retryAtMs)},
             {u"clock_skew_ms"_s, connection.clockSkewMs}},
            "connection");
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
