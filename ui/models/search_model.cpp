#include "ui/models/search_model.h"

#include "core/wire/account_codec.h"

using namespace Qt::StringLiterals;

namespace kith {

SearchModel::SearchModel(const Context &context, const ChatListModel &chats, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
    , m_chats(chats)
{
    m_step.setSingleShot(true);
    m_ask.setSingleShot(true);
    connect(&m_step, &QTimer::timeout, this, &SearchModel::scanTitles);
    connect(&m_ask, &QTimer::timeout, this, [this] {
        findMessages();
        const QString login = wire::normalLogin(m_typed);
        if (login.size() >= 2) m_context.commands.findUsers(++m_query, login);
    });
    connect(&context.feed, &Feed::usersFound, this,
            [this](quint64 query, const QList<UserInfo> &users, const QString &) {
                if (query != m_query || m_typed.isEmpty()) return;
                m_foundPeople.assign(users.begin(), users.end());
                m_searchedPeople = true;
                rebuild();
            });
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const ListRow &row = m_rows[size_t(index.row())];
    if (role == ListKindRole) return int(row.kind);
    if (role == ListRowRole) return QVariant::fromValue(row);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return spokenRow(row, m_context.clock.wallMs(),
                         [this](const UserId &user) { return m_chats.userName(user); });
    return {};
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    const auto kind = m_rows[size_t(index.row())].kind;
    if (kind == ListRow::Kind::Section || kind == ListRow::Kind::Note) return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

void SearchModel::search(const QString &typed)
{
    const QString words = typed.simplified();
    if (words == m_typed) return;
    m_typed = words;
    m_foundChats.clear();
    m_foundHits.clear();
    m_foundPeople.clear();
    m_searchedPeople = false;
    m_scanned = 0;
    ++m_query;
    if (words.isEmpty()) {
        m_step.stop();
        m_ask.stop();
        m_titles.clear();
        rebuild();
        return;
    }
    m_ask.start(120);
    scanTitles();
}

void SearchModel::scanTitles()
{
    const QString needle = m_typed.startsWith(u'@') ? m_typed.mid(1) : m_typed;
    const auto &places = m_chats.places();
    const size_t before = m_foundChats.size();
    const size_t end = std::min(m_scanned + scanStep, places.size());
    for (; m_scanned < end && m_foundChats.size() < mostChats; ++m_scanned) {
        const ChatId chat = places[m_scanned].chat;
        auto title = m_titles.constFind(chat);
        if (title == m_titles.cend()) {
            const auto read = m_context.reader.chat(chat);
            title = m_titles.insert(chat, read ? read->title : QString());
        }
        if (!title->contains(needle, Qt::CaseInsensitive)) continue;
        if (auto read = m_context.reader.chat(chat)) m_foundChats.push_back(*std::move(read));
    }
    if (m_scanned < places.size() && m_foundChats.size() < mostChats) m_step.start(0);
    if (m_foundChats.size() != before || !m_step.isActive()) rebuild();
}

void SearchModel::findMessages()
{
    if (m_typed.startsWith(u'@')) return;
    auto hits = m_context.reader.search(m_typed, std::nullopt, 0, mostHits);
    if (hits) m_foundHits = *std::move(hits);
    rebuild();
}

void SearchModel::rebuild()
{
    std::vector<ListRow> rows;
    const auto section = [&](const QString &text) {
        ListRow row;
        row.kind = ListRow::Kind::Section;
        row.text = text;
        rows.push_back(row);
    };
    QSet<UserId> shown;
    if (!m_foundChats.empty()) section(tr("Chats"));
    for (const ChatSummary &chat : m_foundChats) {
        ListRow row;
        row.chat = chat;
        if (chat.peer) shown.insert(chat.peer);
        rows.push_back(row);
    }
    int people = 0;
    for (const UserInfo &person : m_foundPeople) {
        if (shown.contains(person.user) || person.user == m_context.reader.me() || people >= mostPeople)
            continue;
        if (people++ == 0) section(tr("Start a chat"));
        ListRow row;
        row.kind = ListRow::Kind::Person;
        row.person = person;
        rows.push_back(row);
    }
    if (!m_foundHits.empty()) section(tr("Messages"));
    for (const SearchHit &hit : m_foundHits) {
        ListRow row;
        row.kind = ListRow::Kind::Hit;
        row.hit = hit;
        rows.push_back(row);
    }
    if (rows.empty() && !m_typed.isEmpty() && !m_step.isActive() && !m_ask.isActive()) {
        ListRow row;
        row.kind = ListRow::Kind::Note;
        row.text = tr("Nothing found for “%1”").arg(m_typed);
        rows.push_back(row);
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace kith
