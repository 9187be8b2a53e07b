#pragma once
#include "core/store/db.h"
#include "core/store/draft_table.h"
#include "core/store/journal_table.h"
#include "core/store/keys.h"
#include "core/store/meta_table.h"
#include "core/store/range_table.h"
#include "core/store/reader.h"
#include "core/store/receipt_table.h"
#include "core/store/state_table.h"
#include "core/wire/frames.h"

namespace kith {

/// A message's row as it is stored, before the waiting changes, names and ticks are laid over it.
struct RawMessage {
    qint64 pk = 0, chatPk = 0, senderPk = 0, localPos = 0;
    MessageRow row;
    MessageState state = MessageState::Sent;
    QString refused;
};

/// A change of a message that waits in the outbox or was refused.
struct WaitingChange {
    wire::ClientFrame frame;
    bool refused = false;
    QString error;
};

/// What all messages of one chat share while they are made ready for the screen.
struct ChatContext {
    ChatId chat;
    qint64 pk = 0;
    ChatKind kind = ChatKind::Direct;
    Seq head;
    bool known = false, left = false;
    Seq delivered, seen; // reached by all others
    QHash<Mid, std::vector<WaitingChange>> waiting;
    QHash<qint64, QString> names;
};

struct Reader::Private {
    explicit Private(std::unique_ptr<Db> database)
        : db(std::move(database))
        , keys(*db)
        , meta(*db)
        , ranges(*db, keys)
        , receipts(*db, keys)
        , drafts(*db, keys)
        , states(*db)
        , journal(*db)
    {
    }
    std::unique_ptr<Db> db;
    Keys keys;
    MetaTable meta;
    RangeTable ranges;
    ReceiptTable receipts;
    DraftTable drafts;
    StateTable states;
    JournalTable journal;
    UserId me;
    qint64 mePk = 0;
    std::vector<wire::Uset> waitingSettings; // of this call
    std::function<void(const Error &)> damaged;

    void begin(); // at the start of each call: who am I, which settings wait

    /// Runs one call's queries on one snapshot.
    template <class F> auto read(F &&body) -> Result<decltype(body())>
    {
        Snapshot snapshot(*db);
        begin();
        auto value = body();
        if (!db->failed()) return value;
        if (db->error().code == Errc::Corrupt && damaged) damaged(db->error());
        return db->error();
    }

    // settings: the waiting one wins over the stored one
    QByteArray setting(const QString &kind, const QByteArray &key);
    Seq ownSeen(const ChatId &chat);
    qint64 pinOrder(const QByteArray &value) const;

    // reader.cpp
    std::optional<ChatContext> context(const ChatId &chat);
    QString nameOf(qint64 userPk, ChatContext &in);
    QString titleOf(const ChatContext &in, const QString &stored, UserId *peer);

    // reader_message.cpp
    RawMessage raw(Query &query);
    std::vector<RawMessage> raws(Query query);
    Message finish(const RawMessage &raw, ChatContext &in);
    Tick tickOf(const RawMessage &raw, const ChatContext &in) const;
    void loadMarks(ChatContext &in, int members);
    void loadWaiting(ChatContext &in);
    std::vector<ReactionCount> reactionsOf(const Mid &mid, const std::vector<WaitingChange> *waiting);
    std::optional<ReplyQuote> quoteOf(const Mid &mid, ChatContext &in);
    std::vector<AttachmentView> attachmentsOf(const QByteArray &extra);
    void fillContent(Message &to);

    // reader_story.cpp
    void tellStory(const RawMessage &raw, ChatContext &in, MessageStory &story);

    // reader_chats.cpp
    ChatSummary summary(const ChatId &chat);
    void fillPreview(ChatSummary &to, ChatContext &in);
    int countMentions(qint64 chatPk, Seq after);
    void fillUnread(ChatSummary &to, const ChatContext &in, int serverUnread, Seq serverUpTo);
    int countOthers(qint64 chatPk, Seq after, int cap);
    bool covered(const std::vector<HeldRange> &ranges, Seq after, Seq upTo) const;

    // reader_timeline.cpp
    struct Window {
        Seq lo, hi;                        // what the page speaks of
        bool older = false, newer = false; // held rows beyond it
        bool unsent = false;
    };
    TimelinePage page(ChatContext &in, std::vector<RawMessage> rows, const Window &window);
    std::vector<RawMessage> below(const ChatContext &in, Seq seq, int limit); // newest first
    std::vector<RawMessage> above(const ChatContext &in, Seq seq, int limit); // oldest first
    std::vector<RawMessage> unsent(const ChatContext &in);

    // reader_search.cpp
    struct Search {
        std::vector<QString> words;
        SearchWish wish;
        qint64 chatPk = 0, fromPk = 0, beforePk = 0;
        int limit = 0;
        bool fits(const RawMessage &message) const;
    };
    std::vector<RawMessage> searchIndex(const Search &search);
    std::vector<RawMessage> searchChat(const Search &search);
    std::vector<RawMessage> searchScan(const Search &search);
    std::vector<RawMessage> searchFiltered(const Search &search);
    std::vector<SearchHit> finishHits(const std::vector<RawMessage> &found);
};

/// The columns of RawMessage, of `messages m`.
#define RAW_COLUMNS                                                                                          \
    "m.pk, m.chat_pk, m.mid, m.seq, m.rev, m.sender_pk, m.kind, m.reply, m.root, m.ev, m.dead, m.state, "    \
    "m.local_pos, m.at, m.refused, m.extra, m.body"

/// And not deleted for this user alone.
#define NOT_HIDDEN " AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.mid = m.mid)"

/// One line of at most 200 UTF-16 units, never half a character.
QString oneLine(const QString &text);

} // namespace kith
