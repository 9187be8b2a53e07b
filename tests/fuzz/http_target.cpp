#include "core/base/limits.h"
#include "server/api/http_parser.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <vector>

namespace kith::fuzz {

namespace {

using server::HttpParser;
using server::RequestHead;

struct Seen { // of one request
    RequestHead head;
    QByteArray body;
    bool headDone = false, ended = false;
    int fault = 0;
};

constexpr qsizetype bodyLimit = 512;

/// Reads requests as HttpConnection does, with the bytes arriving `piece` at a time.
std::vector<Seen> read(QByteArrayView input, qsizetype piece)
{
    std::vector<Seen> requests;
    QByteArray in;
    qsizetype at = 0;
    while (requests.size() < 16) {
        HttpParser parser;
        Seen &seen = requests.emplace_back();
        for (qsizetype steps = 0;; ++steps) {
            hold(steps < 16 * (input.size() + 64), "the parser comes to an end");
            qsizetype taken = 0;
            const auto step = parser.step(in, &taken);
            hold(taken >= 0 && taken <= in.size(), "the parser takes what is there");
            in.remove(0, taken);
            if (step == HttpParser::Step::More) {
                if (taken > 0 && !in.isEmpty()) continue;
                if (at >= input.size()) return requests;
                in += input.sliced(at, std::min(piece, input.size() - at));
                at += std::min(piece, input.size() - at);
            } else if (step == HttpParser::Step::Head) {
                seen.headDone = true;
                seen.head = parser.head();
                if (seen.head.length.value_or(0) > quint64(bodyLimit)) { // as HttpConnection does
                    seen.fault = 413;
                    return requests;
                }
                parser.limitBody(quint64(bodyLimit));
            } else if (step == HttpParser::Step::Body) {
                seen.body += parser.body();
                hold(seen.body.size() <= bodyLimit, "no more body than the limit is handed out");
            } else if (step == HttpParser::Step::End) {
                seen.ended = true;
                break;
            } else {
                seen.fault = parser.status();
                constexpr int known[] = {400, 413, 414, 417, 431, 505};
                hold(std::ranges::find(known, seen.fault) != std::end(known), "a fault has a status we know",
                     QByteArray::number(seen.fault));
                return requests;
            }
        }
    }
    return requests;
}

void checkHead(const RequestHead &head)
{
    hold(!head.method.isEmpty(), "a head has a method");
    for (const QByteArray &text : {head.method, head.path, head.query})
        hold(std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; }),
             "no line ends in a request line", text);
    hold(!head.upgradeComplete || head.upgrade, "a complete upgrade is an upgrade");
    hold(!(head.chunked && head.length), "a body has one length",
         QByteArray::number(head.length.value_or(0)));
}

} // namespace

void http(QByteArrayView input)
{
    if (input.size() > 3 * limits::httpHeaderBytes) return;
    const auto whole = read(input, std::max<qsizetype>(input.size(), 1));
    for (const Seen &seen : whole)
        if (seen.headDone) checkHead(seen.head);
    for (const qsizetype piece : {qsizetype(1), qsizetype(7)}) {
        const auto pieces = read(input, piece);
        hold(pieces.size() == whole.size(), "requests do not depend on how their bytes arrive");
        for (size_t i = 0; i < whole.size(); ++i) {
            const Seen &a = whole[i], &b = pieces[i];
            // A head that is not over may be refused at once or when its end comes.
            if (!a.headDone && !b.headDone) continue;
            hold(a.headDone == b.headDone && a.ended == b.ended && (a.fault == 0) == (b.fault == 0),
                 "the end of a request does not depend on how its bytes arrive",
                 QByteArray::number(a.headDone) + '/' + QByteArray::number(a.ended) + '/' +
                     QByteArray::number(a.fault) + " and " + QByteArray::number(b.headDone) + '/' +
                     QByteArray::number(b.ended) + '/' + QByteArray::number(b.fault));
            // Refused or cut off before it was read whole: how much was handed out until then may differ.
            const bool same =
                a.ended ? a.body == b.body : a.body.startsWith(b.body) || b.body.startsWith(a.body);
            hold(same && a.head.path == b.head.path && a.head.length == b.head.length,
                 "a request does not depend on how its bytes arrive", a.body + '|' + b.body);
        }
    }
}

} // namespace kith::fuzz
