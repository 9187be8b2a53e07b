#include "server/storage/text_rules.h"

#include "core/wire/poll_codec.h"
#include "server/storage/rows.h"

#include <algorithm>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;

bool isPlainText(const QString &text) { return !text.contains(QChar(0)) && text.isValidUtf16(); }

qsizetype utf8Size(const QString &text)
{
    qsizetype size = 0;
    for (const QChar c : text) // a surrogate pair is 4 bytes, 2 for each half
        size += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    return size;
}

std::optional<wire::Err> bodyFault(const QString &kind, const QString &body)
{
    if (utf8Size(body) > limits::textBytes) return refusal(Code::TooLong, u"the text is too long"_s);
    if (!isPlainText(body)) return refusal(Code::BadRequest, u"the text has NUL or half a character"_s);
    const bool blank = std::all_of(body.begin(), body.end(), [](QChar c) { return c.isSpace(); });
    if (blank && kind == "text"_L1) return refusal(Code::BadRequest, u"the text is blank"_s);
    return std::nullopt;
}

std::variant<QString, wire::Err> cleanTitle(const QString &title)
{
    const QString clean = title.trimmed();
    if (clean.isEmpty()) return refusal(Code::BadRequest, u"the title is blank"_s);
    if (clean.size() > limits::titleChars) return refusal(Code::TooLong, u"the title is too long"_s);
    if (!isPlainText(clean)) return refusal(Code::BadRequest, u"the title has NUL or half a character"_s);
    return clean;
}

qint64 contentHash(const wire::Send &send)
{
    quint64 h = 0xcbf29ce484222325ULL;
    const auto eat = [&h](QByteArrayView bytes) {
        for (const char c : bytes) h = (h ^ quint8(c)) * 0x100000001b3ULL;
        h = (h ^ 0x100U) * 0x100000001b3ULL; // ends a field: no byte has this value
    };
    eat(send.kind.toUtf8());
    eat(send.body.toUtf8());
    eat(send.reply.blob());
    eat(send.root.blob());
    eat(wire::pollAgain(send.extra)); // whoever sends it again may know a count and an end
    return h == 0 ? 1 : qint64(h);    // 0 marks what the server wrote itself
}

} // namespace kith::server
