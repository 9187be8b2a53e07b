#include "ui/models/search_model.h"

#include "core/wire/account_codec.h"

#include <QDateTime>
#include <QLocale>

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
        const QString login = m_parsed.narrows() ? QString() : wire::normalLogin(m_typed);
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
    if (kind == ListRow::Kind::Section || kind == ListRow::Kind::Note || kind == ListRow::Kind::About)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

void SearchModel::search(const QString &typed)
{
    const QString words = typed.simplified();
    if (words == m_typed) return;
    if (m_typed.isEmpty()) {
        const auto status = m_context.reader.status();
        const int held = status ? int(qMin<qint64>(status->messages, INT_MAX)) : 0;
        m_held = !status ? QString()
                 : status->holes > 0
                     ? tr("%Ln messages here, all indexed · %1 more on the server only", nullptr, held)
                           .arg(QLocale().toString(status->holes))
                     : tr("%Ln messages here, all indexed", nullptr, held);
    }
    m_typed = words;
    m_parsed = parseSearch(words, QDateTime::fromMSecsSinceEpoch(m_context.clock.wallMs()).date());
    m_note.clear();
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
    // With filters only the chat that in: names is looked for.
    const QString needle = m_parsed.narrows()         ? m_parsed.in
                           : m_typed.startsWith(u'@') ? m_typed.mid(1)
                                                      : m_typed;
    if (needle.isEmpty()) return rebuild();
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
    if (!m_step.isActive() && !m_parsed.in.isEmpty() && !m_ask.isActive()) return findMessages();
    if (m_foundChats.size() != before || !m_step.isActive()) rebuild();
}

bool SearchModel::narrow(SearchWish &wish)
{
    const auto dayMs = [](const QDate &day) {
        return day.isValid() ? day.startOfDay().toMSecsSinceEpoch() : 0;
    };
    wish.words = m_parsed.words;
    wish.has = m_parsed.has;
    wish.afterMs = dayMs(m_parsed.after);
    wish.beforeMs = dayMs(m_parsed.before);
    if (!m_parsed.faults.isEmpty()) {
        m_note =
            tr("“%1” cannot be understood. has: takes file, picture or link; after: and before: take a day "
               "like 2026-03-05.")
                .arg(m_parsed.faults.front());
        return false;
    }
    if (m_parsed.from.compare(u"me", Qt::CaseInsensitive) == 0) {
        wish.from = m_context.reader.me();
    } else if (!m_parsed.from.isEmpty()) {
        const auto people = m_context.reader.knownUsers(m_parsed.from, 1);
        if (!people || people->empty()) {
            m_note = tr("Nobody here is called “%1”.").arg(m_parsed.from);
            return false;
        }
        wish.from = people->front().user;
    }
    if (m_parsed.in.isEmpty()) return true;
    if (m_foundChats.empty()) {
        m_note = tr("No chat is called “%1”.").arg(m_parsed.in);
        return false;
    }
    wish.chat = m_foundChats.front().chat;
    for (const ChatSummary &chat : m_foundChats)
        if (chat.title.compare(m_parsed.in, Qt::CaseInsensitive) == 0) wish.chat = chat.chat;
    return true;
}

void SearchModel::findMessages()
{
    if (m_typed.startsWith(u'@') || m_typed.startsWith(u'>')) return rebuild();
    if (!m_parsed.in.isEmpty() && m_step.isActive()) return; // first the chat
    SearchWish wish;
    if (narrow(wish)) {
        auto hits = m_context.reader.search(wish, 0, mostHits);
        if (hits) m_foundHits = *std::move(hits);
    }
    rebuild();
}

void SearchModel::addCommands(std::vector<ListRow> &rows) const
{
    const bool only = m_typed.startsWith(u'>');
    const QString needle = only ? m_typed.mid(1).trimmed() : m_typed;
    if (m_parsed.narrows() || (!only && needle.size() < 2)) return;
    int shown = 0;
    for (size_t i = 0; i < m_commands.size() && (only || shown < mostCommands); ++i) {
        if (!m_commands[i].text.contains(needle, Qt::CaseInsensitive)) continue;
        if (shown++ == 0) {
            ListRow heading;
            heading.kind = ListRow::Kind::Section;
            heading.text = tr("Commands");
            rows.push_back(heading);
        }
        ListRow row;
        row.kind = ListRow::Kind::Command;
        row.text = m_commands[i].text;
        row.keys = m_commands[i].keys;
        row.command = int(i);
        rows.push_back(row);
    }
}

void SearchModel::addHits(std::vector<ListRow> &rows) const
{
    if (m_foundHits.empty()) return;
    ListRow heading;
    heading.kind = ListRow::Kind::Section;
    heading.text = m_foundHits.size() >= size_t(mostHits) ? tr("Messages: the newest %1").arg(mostHits)
                                                          : tr("Messages: %1").arg(m_foundHits.size());
    rows.push_back(heading);
    for (const SearchHit &hit : m_foundHits) {
        ListRow row;
        row.kind = ListRow::Kind::Hit;
        row.hit = hit;
        row.found = searchWords(m_parsed.words);
        rows.push_back(row);
    }
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
    if (!m_typed.isEmpty() && !m_held.isEmpty()) {
        ListRow row;
        row.kind = ListRow::Kind::About;
        row.text = m_held;
        rows.push_back(row);
    }
    const size_t about = rows.size();
    const bool chats = !m_parsed.narrows() && !m_typed.startsWith(u'>');
    if (chats && !m_foundChats.empty()) section(tr("Chats"));
    for (const ChatSummary &chat : chats ? m_foundChats : std::vector<ChatSummary>()) {
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
    addCommands(rows);
    addHits(rows);
    if (rows.size() == about && !m_typed.isEmpty() && !m_step.isActive() && !m_ask.isActive()) {
        ListRow row;
        row.kind = ListRow::Kind::Note;
        row.text = m_note.isEmpty() ? tr("Nothing found for “%1”").arg(m_typed) : m_note;
        rows.push_back(row);
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace kith
