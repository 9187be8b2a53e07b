#pragma once
#include "app/common/profile.h"
#include "core/domain/chat.h"
#include "core/domain/feed.h"
#include "core/domain/message.h"
#include "core/domain/rescue.h"
#include "ui/text/story_words.h"

#include <functional>

/// What is printed: the domain's values with names put in place of ids. The JSON field names made from these
/// are promised in docs/cli.md.
namespace kith::cli {

struct MessageLine {
    Mid mid;
    ChatId chat;
    Seq seq; // 0 = not numbered yet
    Rev rev;
    QString sender; // login
    UserId senderId;
    QString senderName;
    QString kind;
    QString body;
    qint64 atMs = 0;
    QString state; // queued, sent, delivered, seen, refused
    QString error; // why refused: a code of the protocol
    Mid reply;
    bool edited = false;
    bool deleted = false;
    bool waiting = false; // an edit, delete or reaction of it waits in the outbox
    bool unverified = false;
    std::vector<ReactionCount> reactions;
    std::optional<ServiceNote> note;
    std::vector<AttachmentView> files;
    std::vector<Entity> entities;
    std::optional<ForwardSource> forward;
    std::optional<LinkPreview> link;
    std::optional<Poll> poll;
    bool silent = false;
    qint64 expiresMs = 0; // 0 = stays
    QString chatTitle;    // search only
    friend bool operator==(const MessageLine &, const MessageLine &) = default;
};

struct FileLine {
    Mid mid;
    ChatId chat;
    AttachmentView file;
};

struct ChatLine {
    ChatSummary chat;
    QString login; // direct chats: the other one's
};

struct AccountLine {
    Account account;
};

struct StatusLine {
    Account account;
    MirrorStatus mirror;
    int unread = 0;
    qint64 nowMs = 0;
};

struct StoryOf {
    Account account;
    MessageStory story;
    QString login; // of the sender
    words::StoryText text;
};

struct VerdictLine {
    ChatVerdict verdict;
    QString title;
};

struct ReceiptLine {
    ChatId chat;
    QString user; // login
    Watermark mark;
};

struct GroupLine {
    ChatId chat;
    QString title;
    int members = 0;
    GroupInfo info;
};

struct InviteLine {
    Invite invite;
    QString by; // login
};

struct GroupLogEntry {
    ChatId chat;
    GroupLogLine line;
    QString by, user; // logins
};

/// Login of a user, empty when unknown here.
using LoginOf = std::function<QString(const UserId &)>;

/// `seen`: the own read watermark of the chat; it is what tells delivered from seen for others' messages.
MessageLine lineOf(const Message &message, Seq seen, const LoginOf &loginOf);

QString stateText(const Message &message, Seq seen);
QString transferText(TransferState state);
QString phaseText(Connection::Phase phase);
QString roleText(Role role);
/// What became of a damaged mirror, in sentences.
QString rescueText(const RescueReport &report);
/// ISO 8601, UTC, milliseconds; empty for 0.
QString timeText(qint64 ms);
/// For a terminal: one line, without characters that could drive it or turn the text around.
QString onOneLine(const QString &text);

} // namespace kith::cli
