#pragma once
#include "ui/context.h"

#include <QAbstractListModel>

namespace kith {

/// One row of a conversation.
struct TimelineRow {
    enum class Kind : quint8 { Message, Hole };
    Kind kind = Kind::Message;
    Message message;
    Hole hole;
    bool day = false;        // a day separator stands above it
    bool unread = false;     // the unread separator stands above it
    bool joinsOlder = false; // same sender, shortly after the row above: no name, no gap
    bool joinsNewer = false;
    bool group = false;                    // names are shown
    bool revealed = false;                 // hidden parts of its text are shown
    bool leaving = false;                  // its deletion can still be taken back: shown without its content
    bool choosing = false, chosen = false; // messages are being chosen; this one is
    QString service;                       // a service message in words
    friend bool operator==(const TimelineRow &, const TimelineRow &) = default;
};

/// A window of at most `most` rows over one chat's timeline; older and newer pages come from the mirror on
/// demand. Rows keep their identity (mid) while they are edited, placed by the server, or have others come in
/// around them.
class MessageListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int most = 400, page = 60, mostChosen = 100;
    enum Role { RowRole = Qt::UserRole + 1, MidRole };

    explicit MessageListModel(const Context &context, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const TimelineRow &row(int row) const { return m_rows[size_t(row)]; }

    /// Shows `chat` at its first unread message, or at the newest. Null = nothing.
    void open(const ChatId &chat);
    void showNewest();
    void showAround(Seq seq);
    bool loadOlder(); // true when rows came
    bool loadNewer();

    ChatId chat() const { return m_chat; }
    const ChatSummary &summary() const { return m_summary; }
    bool atNewest() const { return m_atNewest; }
    bool atOldest() const { return m_atOldest; }
    Seq unreadAfter() const { return m_unreadAfter; } // the separator stands below it
    int rowOf(const Mid &mid) const;                  // -1 = not in the window
    int firstUnreadRow() const;
    /// While true, new messages push old ones out of the window; else they wait below it.
    void setFollowing(bool on) { m_following = on; }
    /// Forgets the unread separator (the reader answered or came back).
    void clearUnreadMark();
    /// Shows the hidden parts of the message's text until another chat is opened.
    void reveal(const Mid &mid);
    /// Shows these without their content, or as they are again.
    void setLeaving(const QList<Mid> &mids, bool on);
    /// While messages are being chosen: at most `mostChosen`. Switching it off forgets them.
    void setChoosing(bool on);
    bool choosing() const { return m_choosing; }
    void choose(const Mid &mid, bool on); // only what the server has
    std::vector<Mid> chosen() const;      // oldest first
    int rowAt(Seq seq) const;             // the row that holds it, a hole too, or the next later; -1 = none

Q_SIGNALS:
    void summaryChanged(); // title, members, membership, watermarks
    void failed(const kith::Error &error);
    void chosenChanged(int count);

private:
    enum class Keep : quint8 { Front, Back };

    void apply(const ChangeSet &changes);
    void refreshMessages(const QSet<Mid> &mids);
    void refreshMarks();
    void refreshWindow();
    void readTail(std::vector<Message> &messages, std::vector<Hole> &holes);
    void readSummary();
    bool take(const Result<TimelinePage> &page, Keep keep);
    void reset(const Result<TimelinePage> &page);
    std::vector<TimelineRow> build(std::vector<Message> messages, std::vector<Hole> holes) const;
    void split(std::vector<Message> &messages, std::vector<Hole> &holes) const;
    void dress(TimelineRow &row) const; // with what is of this window alone
    void adopt(std::vector<TimelineRow> fresh);
    Seq oldestSeq() const;
    Seq newestSeq() const;
    QString nameOf(const UserId &user) const;
    QString spoken(const TimelineRow &row) const;

    const Context &m_context;
    ChatId m_chat;
    ChatSummary m_summary;
    std::vector<TimelineRow> m_rows;
    Seq m_unreadAfter;
    QSet<Mid> m_revealed, m_leaving;
    QHash<Mid, Seq> m_chosen;
    bool m_choosing = false;
    bool m_showUnread = false, m_atOldest = true, m_atNewest = true, m_following = true;
};

} // namespace kith
Q_DECLARE_METATYPE(kith::TimelineRow)
