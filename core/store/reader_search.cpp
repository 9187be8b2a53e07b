#include "core/store/reader_private.h"
#include "core/wire/attachment_codec.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

// Bounds of one call, in rows looked at; together they keep the worst call within a few frames.
constexpr int indexLooks = 20'000;
constexpr int scanLooks = 250'000;
constexpr int smallChat = 20'000;    // its texts are read faster than a common word's hits are filtered
constexpr int filterLooks = 60'000;  // of a search without words
constexpr qsizetype piecesMost = 24; // of three characters; the text itself decides

qsizetype characters(const QString &word) { return word.toUcs4().size(); }

/// All three-character pieces of the words of three and more, each as a quoted FTS string, joined by AND.
QString piecesOf(const std::vector<QString> &words)
{
    QStringList pieces;
    for (const QString &word : words) {
        const QList<uint> ucs4 = word.toUcs4();
        for (qsizetype i = 0; i + 3 <= ucs4.size() && pieces.size() < piecesMost; ++i) {
            QString piece = QString::fromUcs4(reinterpret_cast<const char32_t *>(ucs4.constData()) + i, 3);
            piece.replace(u'"', u"\"\""_s);
            const QString quoted = u'"' + piece + u'"';
            if (!pieces.contains(quoted)) pieces.append(quoted);
        }
    }
    return pieces.join(u" AND "_s);
}

bool holdsAll(const QString &body, const std::vector<QString> &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return body.contains(word, Qt::CaseInsensitive); });
}

QString likeOf(QString word)
{
    word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + word + u'%';
}

} // namespace

bool Reader::Private::Search::fits(const RawMessage &m) const
{
    using Has = SearchWish::Has;
    if (fromPk && m.senderPk != fromPk) return false;
    if (m.row.atMs < wish.afterMs || (wish.beforeMs > 0 && m.row.atMs >= wish.beforeMs)) return false;
    if (m.row.kind == "service"_L1 || !holdsAll(m.row.body, words)) return false;
    if (wish.has == Has::Anything) return true;
    if (wish.has == Has::Link)
        return m.row.body.contains("://"_L1) || m.row.body.contains("www."_L1, Qt::CaseInsensitive);
    if (!wire::mayHaveAttachments(m.row.extra)) return false;
    const auto atts = wire::attachmentsOrNone(m.row.extra);
    if (wish.has == Has::File) return !atts.empty();
    return std::any_of(atts.begin(), atts.end(),
                       [](const Attachment &att) { return att.mime.startsWith("image/"_L1); });
}

std::vector<RawMessage> Reader::Private::searchIndex(const Search &search)
{
    std::vector<RawMessage> hits;
    Query q = db->query("SELECT " RAW_COLUMNS " FROM fts CROSS JOIN messages m ON m.pk = fts.rowid"
                        " WHERE fts MATCH ? AND fts.rowid < ?" NOT_HIDDEN " ORDER BY fts.rowid DESC",
                        {piecesOf(search.words), search.beforePk});
    for (int looked = 0; looked < indexLooks && hits.size() < size_t(search.limit) && q.next(); ++looked) {
        if (search.chatPk && q.num(1) != search.chatPk) continue;
        if (search.fromPk && q.num(5) != search.fromPk) continue;
        if (!holdsAll(q.text(16), search.words)) continue;
        RawMessage message = raw(q);
        if (search.fits(message)) hits.push_back(std::move(message));
    }
    return hits;
}

std::vector<RawMessage> Reader::Private::searchChat(const Search &search)
{
    std::vector<RawMessage> hits;
    const auto take = [&](Query q) {
        while (hits.size() < size_t(search.limit) && q.next()) {
            if (!holdsAll(q.text(16), search.words)) continue;
            RawMessage message = raw(q);
            if (search.fits(message)) hits.push_back(std::move(message));
        }
    };
    const bool fromTop = search.beforePk == std::numeric_limits<qint64>::max();
    if (fromTop)
        take(db->query("SELECT " RAW_COLUMNS
                       " FROM messages m WHERE m.chat_pk = ? AND m.seq IS NULL" NOT_HIDDEN
                       " ORDER BY m.local_pos DESC",
                       {search.chatPk}));
    const qint64 seq = fromTop ? 0 : db->number("SELECT seq FROM messages WHERE pk = ?", {search.beforePk});
    take(db->query("SELECT " RAW_COLUMNS " FROM messages m WHERE m.chat_pk = ? AND m.seq < ?" NOT_HIDDEN
                   " ORDER BY m.seq DESC LIMIT ?",
                   {search.chatPk, seq ? seq : std::numeric_limits<qint64>::max(), smallChat}));
    return hits;
}

/// Words too short for the index: newest first over the texts, stopped at the limit or the bound.
std::vector<RawMessage> Reader::Private::searchScan(const Search &search)
{
    std::vector<RawMessage> hits;
    const QString &word = search.words.front();
    const qint64 newest = std::min(search.beforePk - 1, db->number("SELECT max(pk) FROM messages"));
    const qint64 floor = std::max<qint64>(0, newest - scanLooks);
    const bool ascii = std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
    // LIKE knows the case of ASCII letters only; the spellings of one or two other letters are few.
    const QString lower = word.toLower(), upper = word.toUpper();
    Query q =
        ascii
            ? db->query("SELECT " RAW_COLUMNS " FROM messages m WHERE m.pk <= ? AND m.pk > ?"
                        " AND m.body LIKE ? ESCAPE '\\'" NOT_HIDDEN " ORDER BY m.pk DESC",
                        {newest, floor, likeOf(word)})
            : db->query(
                  "SELECT " RAW_COLUMNS " FROM messages m WHERE m.pk <= ? AND m.pk > ?"
                  " AND (m.body LIKE ? ESCAPE '\\' OR m.body LIKE ? ESCAPE '\\' OR m.body LIKE ? ESCAPE '\\'"
                  " OR m.body LIKE ? ESCAPE '\\')" NOT_HIDDEN " ORDER BY m.pk DESC",
                  {newest, floor, likeOf(lower), likeOf(upper), likeOf(upper.left(1) + lower.mid(1)),
                   likeOf(lower.left(1) + upper.mid(1))});
    while (hits.size() < size_t(search.limit) && q.next()) {
        if (!holdsAll(q.text(16), search.words)) continue;
        RawMessage message = raw(q);
        if (search.fits(message)) hits.push_back(std::move(message));
    }
    return hits;
}

/// No words, only filters: the newest rows, those told apart by SQL that SQL can tell apart.
std::vector<RawMessage> Reader::Private::searchFiltered(const Search &search)
{
    using Has = SearchWish::Has;
    std::vector<RawMessage> hits;
    const qint64 newest = std::min(search.beforePk - 1, db->number("SELECT max(pk) FROM messages"));
    const bool files = search.wish.has == Has::File || search.wish.has == Has::Picture;
    const bool links = search.wish.has == Has::Link;
    Query q = db->query("SELECT " RAW_COLUMNS " FROM messages m WHERE m.pk <= ? AND m.pk > ?"
                        " AND (? = 0 OR m.sender_pk = ?) AND (? = 0 OR m.extra IS NOT NULL)"
                        " AND (? = 0 OR m.body LIKE '%://%' OR m.body LIKE '%www.%')"
                        " AND m.at >= ? AND m.dead = 0" NOT_HIDDEN " ORDER BY m.pk DESC",
                        {newest, std::max<qint64>(0, newest - filterLooks), search.fromPk, search.fromPk,
                         int(files), int(links), search.wish.afterMs});
    while (hits.size() < size_t(search.limit) && q.next()) {
        RawMessage message = raw(q);
        if (search.fits(message)) hits.push_back(std::move(message));
    }
    return hits;
}

std::vector<SearchHit> Reader::Private::finishHits(const std::vector<RawMessage> &found)
{
    std::vector<SearchHit> hits;
    QHash<qint64, ChatContext> contexts;
    QHash<qint64, QString> titles;
    for (const RawMessage &message : found) {
        auto it = contexts.find(message.chatPk);
        if (it == contexts.end()) {
            auto in = context(keys.chatOf(message.chatPk));
            if (!in) continue;
            QString stored;
            {
                Query q = db->query("SELECT title FROM chats WHERE pk = ?", {message.chatPk});
                if (q.next()) stored = q.text(0);
            }
            titles.insert(message.chatPk, titleOf(*in, stored, nullptr));
            it = contexts.insert(message.chatPk, std::move(*in));
        }
        Message shown = finish(message, *it);
        if (!shown.row.dead) hits.push_back({std::move(shown), titles.value(message.chatPk)});
    }
    return hits;
}

Result<std::vector<SearchHit>> Reader::search(const QString &words, const std::optional<ChatId> &chat,
                                              qint64 beforePk, int limit)
{
    SearchWish wish;
    wish.words = words;
    wish.chat = chat;
    return search(wish, beforePk, limit);
}

Result<std::vector<SearchHit>> Reader::search(const SearchWish &wish, qint64 beforePk, int limit)
{
    return d->read([&] {
        Private::Search search;
        const QStringList words = searchWords(wish.words);
        search.words.assign(words.begin(), words.end());
        search.wish = wish;
        search.chatPk = wish.chat ? d->keys.chat(*wish.chat) : 0;
        search.fromPk = wish.from ? d->keys.user(*wish.from) : 0;
        search.beforePk = beforePk > 0 ? beforePk : std::numeric_limits<qint64>::max();
        search.limit = limit;
        if (wish.asksNothing() || limit <= 0 || (wish.chat && !search.chatPk) ||
            (wish.from && !search.fromPk))
            return std::vector<SearchHit>();
        const bool indexed = std::any_of(search.words.begin(), search.words.end(),
                                         [](const QString &w) { return characters(w) >= 3; });
        if (!search.chatPk)
            return d->finishHits(indexed                ? d->searchIndex(search)
                                 : search.words.empty() ? d->searchFiltered(search)
                                                        : d->searchScan(search));
        const qint64 length = d->db->number("SELECT seq FROM chats WHERE pk = ?", {search.chatPk});
        return d->finishHits(indexed && length > smallChat ? d->searchIndex(search) : d->searchChat(search));
    });
}

Result<HistoryHeld> Reader::historyHeld(const ChatId &chat)
{
    return d->read([&] {
        HistoryHeld told;
        const qint64 pk = d->keys.chat(chat);
        for (const HeldRange &range : d->ranges.list(chat)) told.held += range.hi.value - range.lo.value + 1;
        const qint64 head = d->db->number("SELECT seq FROM chats WHERE pk = ?", {pk});
        told.missing = std::max<qint64>(0, head - told.held);
        return told;
    });
}

} // namespace kith
