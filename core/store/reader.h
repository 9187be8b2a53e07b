#pragma once
#include "core/base/result.h"
#include "core/domain/chat.h"
#include "core/domain/message.h"
#include "core/domain/search.h"
#include "core/domain/story.h"

#include <functional>
#include <memory>

namespace kith {

/// Read side of a mirror file: one query_only connection with prepared statements, every query on an index.
/// Thread: the one that opened it. Readers never block the writer (WAL) and never checkpoint.
/// Errors: Io, Corrupt, TooNew (newer schema); each names the file.
class Reader {
public:
    static Result<std::unique_ptr<Reader>> open(const QString &file);
    ~Reader();

    /// Called (on the reader's thread, from inside the call that met it) when the file turns out to be
    /// damaged.
    void setOnDamage(std::function<void(const Error &)> damaged);

    QString file() const;
    UserId me() const; // the account's user; null before the first sign-in

    // chat list
    Result<std::vector<ChatPlace>>
    chatPlaces(); // pinned first (pinOrder), then newest activity; left chats too
    Result<ChatSummary> chat(const ChatId &chat);                       // NotFound
    Result<std::vector<Member>> members(const ChatId &chat, int limit); // present ones first, then by name
    Result<GroupInfo> group(const ChatId &chat);                        // NotFound: not held, or not a group
    Result<std::optional<ChatId>> directChatWith(const UserId &user);
    Result<std::vector<UserInfo>> knownUsers(const QString &prefix, int limit); // login or name, any case
    Result<std::optional<UserInfo>> user(const UserId &user);

    // timeline; limit 1..200
    Result<TimelinePage> newest(const ChatId &chat, int limit);
    Result<TimelinePage> before(const ChatId &chat, Seq seq, int limit); // strictly older than seq
    Result<TimelinePage> after(const ChatId &chat, Seq seq, int limit);  // strictly newer, unsent at the end
    Result<TimelinePage> around(const ChatId &chat, Seq seq,
                                int limit); // half on each side, seq itself included
    /// Own messages that no server has numbered, in the order they were entered; `afterPos`: localPos of the
    /// last one of the page before, 0 = from the start.
    Result<std::vector<Message>> unsent(const ChatId &chat, qint64 afterPos, int limit);
    Result<std::optional<Message>> message(const Mid &mid);
    Result<std::vector<Message>> messages(const ChatId &chat, const std::vector<Mid> &mids);
    Result<int> countNewer(const ChatId &chat, Seq seq, int cap); // others' messages newer than seq
    Result<Draft> draft(const ChatId &chat);                      // empty draft when there is none
    /// What the server will send for the user, what failed included; the next to go first. Null = of all
    /// chats.
    Result<std::vector<ScheduledText>> scheduled(const ChatId &chat);

    // search: newest first; words of three and more characters by trigram index, shorter ones by a bounded
    // scan
    Result<std::vector<SearchHit>> search(const QString &words, const std::optional<ChatId> &chat,
                                          qint64 beforePk, int limit);
    /// The same with filters. Without words a bounded number of the newest messages is looked at.
    Result<std::vector<SearchHit>> search(const SearchWish &wish, qint64 beforePk, int limit);
    /// How many messages of the chat are held, and how many more the server has: what a search can find.
    Result<HistoryHeld> historyHeld(const ChatId &chat);

    /// Chats with files on this device, the largest first.
    Result<std::vector<ChatFiles>> filesOfChats(int limit);

    // support
    Result<std::vector<OutboxItem>> outbox(int limit);
    /// One private row of the user, as it stands here: JSON; "null" when it is not set.
    Result<QByteArray> setting(const QString &kind, const QByteArray &key);
    Result<std::vector<UserInfo>> blocked(); // by the user; without names those that are not known here
    Result<MirrorStatus> status();
    /// What happened to a message; one that is not held may still have notes in the journal.
    Result<MessageStory> story(const Mid &mid);
    Result<int> unreadTotal(); // chats with unread, muted ones left out: the badge

    /// For the tests of query plans.
    std::vector<QByteArray> preparedSql() const;

private:
    struct Private;
    explicit Reader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace kith
