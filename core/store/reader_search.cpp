#include "core/store/reader_private.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

// Bounds of one call, in rows looked at; together they keep the worst call within a few frames.
constexpr int indexLooks = 20'000;
constexpr int scanLooks = 250'000;
constexpr int smallChat = 20'000; // its texts are read faster than a common word's hits are filtered
constexpr int wordsMost = 16;
constexpr qsizetype piecesMost = 24; // of three characters; the text itself decides

std::vector<QString> wordsOf(const QString &input)
{
    QString clean = input.left(1'000);
    for (QChar &c : clean)
        if (c.unicode() < 0x20) c = u' ';
    std::vector<QString> words;
    for (const QString &word : clean.split(u' ', Qt::SkipEmptyParts))
        if (words.size() < wordsMost) words.push_back(word);
    return words;
}

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

std::vector<RawMessage> Reader::Private::searchIndex(const std::vector<QString> &words, qint64 chatPk,
                                                     qint64 beforePk, int limit)
{
    std::vector<RawMessage> hits;
    Query q = db->query("SELECT " RAW_COLUMNS " FROM fts CROSS JOIN messages m ON m.pk = fts.rowid"
                        " WHERE fts MATCH ? AND fts.rowid < ? ORDER BY fts.rowid DESC",
                        {piecesOf(words), beforePk});
    for (int looked = 0; looked < indexLooks && hits.size() < size_t(limit) && q.next(); ++looked) {
        if (chatPk && q.num(1) != chatPk) continue;
        if (holdsAll(q.text(16), words)) hits.push_back(raw(q));
    }
    return hits;
}

std::vector<RawMessage> Reader::Private::searchChat(const std::vector<QString> &words, qint64 chatPk,
                                                    qint64 beforePk, int limit)
{
    std::vector<RawMessage> hits;
    const bool fromTop = beforePk == std::numeric_limits<qint64>::max();
    if (fromTop) {
        Query q = db->query("SELECT " RAW_COLUMNS " FROM messages m WHERE m.chat_pk = ? AND m.seq IS NULL"
                            " ORDER BY m.local_pos DESC",
                            {chatPk});
        while (hits.size() < size_t(limit) && q.next())
            if (holdsAll(q.text(16), words)) hits.push_back(raw(q));
    }
    const qint64 seq = fromTop ? 0 : db->number("SELECT seq FROM messages WHERE pk = ?", {beforePk});
    Query q = db->query("SELECT " RAW_COLUMNS " FROM messages m WHERE m.chat_pk = ? AND m.seq < ?"
                        " ORDER BY m.seq DESC LIMIT ?",
                        {chatPk, seq ? seq : std::numeric_limits<qint64>::max(), smallChat});
    while (hits.size() < size_t(limit) && q.next())
        if (holdsAll(q.text(16), words)) hits.push_back(raw(q));
    return hits;
}

/// Words too short for the index: newest first over the texts, stopped at the limit or the bound.
std::vector<RawMessage> Reader::Private::searchScan(const std::vector<QString> &words, qint64 beforePk,
                                                    int limit)
{
    std::vector<RawMessage> hits;
    const QString &word = words.front();
    const qint64 newest = std::min(beforePk - 1, db->number("SELECT max(pk) FROM messages"));
    const qint64 floor = std::max<qint64>(0, newest - scanLooks);
    const bool ascii = std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
    // LIKE knows the case of ASCII letters only; the spellings of one or two other letters are few.
    const QString lower = word.toLower(), upper = word.toUpper();
    Query q =
        ascii
            ? db->query("SELECT " RAW_COLUMNS " FROM messages m WHERE m.pk <= ? AND m.pk > ?"
                        " AND m.body LIKE ? ESCAPE '\\' ORDER BY m.pk DESC",
                        {newest, floor, likeOf(word)})
            : db->query(
                  "SELECT " RAW_COLUMNS " FROM messages m WHERE m.pk <= ? AND m.pk > ?"
                  " AND (m.body LIKE ? ESCAPE '\\' OR m.body LIKE ? ESCAPE '\\' OR m.body LIKE ? ESCAPE '\\'"
                  " OR m.body LIKE ? ESCAPE '\\') ORDER BY m.pk DESC",
                  {newest, floor, likeOf(lower), likeOf(upper), likeOf(upper.left(1) + lower.mid(1)),
                   likeOf(lower.left(1) + upper.mid(1))});
    while (hits.size() < size_t(limit) && q.next())
        if (holdsAll(q.text(16), words)) hits.push_back(raw(q));
    return hits;
}

Result<std::vector<SearchHit>> Reader::search(const QString &input, const std::optional<ChatId> &chat,
                                              qint64 beforePk, int limit)
{
    const std::vector<QString> words = wordsOf(input);
    return d->read([&] {
        std::vector<SearchHit> hits;
        const qint64 chatPk = chat ? d->keys.chat(*chat) : 0;
        if (words.empty() || limit <= 0 || (chat && !chatPk)) return hits;
        const qint64 before = beforePk > 0 ? beforePk : std::numeric_limits<qint64>::max();
        const bool indexed =
            std::any_of(words.begin(), words.end(), [](const QString &w) { return characters(w) >= 3; });
        std::vector<RawMessage> found;
        if (chat) {
            const qint64 length = d->db->number("SELECT seq FROM chats WHERE pk = ?", {chatPk});
            found = indexed && length > smallChat ? d->searchIndex(words, chatPk, before, limit)
                                                  : d->searchChat(words, chatPk, before, limit);
        } else {
            found = indexed ? d->searchIndex(words, 0, before, limit) : d->searchScan(words, before, limit);
        }
        QHash<qint64, ChatContext> contexts;
        QHash<qint64, QString> titles;
        for (const RawMessage &raw : found) {
            auto it = contexts.find(raw.chatPk);
            if (it == contexts.end()) {
                auto in = d->context(d->keys.chatOf(raw.chatPk));
                if (!in) continue;
                QString stored;
                {
                    Query q = d->db->query("SELECT title FROM chats WHERE pk = ?", {raw.chatPk});
                    if (q.next()) stored = q.text(0);
                }
                titles.insert(raw.chatPk, d->titleOf(*in, stored, nullptr));
                it = contexts.insert(raw.chatPk, std::move(*in));
            }
            Message message = d->finish(raw, *it);
            if (!message.row.dead) hits.push_back({std::move(message), titles.value(raw.chatPk)});
        }
        return hits;
    });
}

} // namespace kith
