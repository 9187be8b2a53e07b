#pragma once
#include "ui/models/chat_list_model.h"

#include <QTimer>

namespace kith {

/// What the search field finds: chats by title, people of this server, commands, messages of the mirror; with
/// from:, in:, has:, after:, before: (core/domain/search.h) only messages. Titles are looked through in small
/// steps so that the window never waits.
class SearchModel final : public QAbstractListModel {
    Q_OBJECT
public:
    SearchModel(const Context &context, const ChatListModel &chats, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Empty = nothing searched.
    void search(const QString &typed);
    void setCommands(std::vector<PaletteCommand> commands) { m_commands = std::move(commands); }
    void run(int command) const { m_commands[size_t(command)].run(); }
    const ListRow &row(int row) const { return m_rows[size_t(row)]; }

private:
    static constexpr int mostChats = 30, mostHits = 50, mostPeople = 8, mostCommands = 6, scanStep = 200;

    void scanTitles();
    void findMessages();
    bool narrow(SearchWish &wish); // false: m_note says why nothing can be found
    void addCommands(std::vector<ListRow> &rows) const;
    void addHits(std::vector<ListRow> &rows) const;
    void rebuild();

    const Context &m_context;
    const ChatListModel &m_chats;
    QString m_typed, m_note, m_held;
    TypedSearch m_parsed;
    std::vector<PaletteCommand> m_commands;
    quint64 m_query = 0;
    size_t m_scanned = 0;
    bool m_searchedPeople = false;
    QHash<ChatId, QString> m_titles; // while a search is open
    QTimer m_step, m_ask;
    std::vector<ChatSummary> m_foundChats;
    std::vector<SearchHit> m_foundHits;
    std::vector<UserInfo> m_foundPeople;
    std::vector<ListRow> m_rows;
};

} // namespace kith
