#include "tests/fuzz/script.h"

#include "tests/fuzz/json_mutator.h"

#include <algorithm>

namespace kith::fuzz {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Another chat, message, actor … in one place.
QByteArray otherDigit(QByteArray line, Random &random)
{
    std::vector<qsizetype> places;
    for (qsizetype i = 0; i < line.size(); ++i)
        if (isDigit(line[i])) places.push_back(i);
    if (!places.empty()) line[places[random.below(places.size())]] = char('0' + random.below(5));
    return line;
}

QByteArray otherFrame(const QByteArray &line, Random &random)
{
    const qsizetype at = line.indexOf('{');
    if (at < 0) return otherDigit(line, random);
    const QByteArray frame = mutatedJson(line.sliced(at), random);
    return frame.isEmpty() ? line : line.first(at) + frame;
}

} // namespace

std::vector<Step> stepsOf(QByteArrayView script)
{
    std::vector<Step> steps;
    for (qsizetype at = 0; at < script.size() && steps.size() < stepsMax;) {
        qsizetype end = script.indexOf('\n', at);
        if (end < 0) end = script.size();
        const QByteArrayView line = script.sliced(at, end - at);
        at = end + 1;
        if (line.isEmpty() || line.front() == '#') continue;
        const bool numbered = isDigit(line.front());
        if (numbered && line.size() < 2) continue;
        const qsizetype verb = numbered ? 1 : 0;
        steps.push_back({line[verb], numbered ? line.front() - '0' : 0, line.sliced(verb + 1).toByteArray()});
    }
    return steps;
}

QByteArray filledIn(const QByteArray &text, const std::function<QByteArray(char letter, int n)> &value)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool here = text[i] == '$' && i + 2 < text.size() && isDigit(text[i + 2]);
        const QByteArray put = here ? value(text[i + 1], text[i + 2] - '0') : QByteArray();
        if (put.isEmpty()) {
            out += text[i];
            continue;
        }
        const bool number = put.size() <= 16 && std::all_of(put.begin(), put.end(), isDigit);
        const bool quoted = out.endsWith('"') && i + 3 < text.size() && text[i + 3] == '"';
        if (quoted && (number || put.startsWith('['))) {
            out.chop(1);
            i += 3;
        } else {
            i += 2;
        }
        out += put;
    }
    return out;
}

QByteArray mutatedScript(const QByteArray &script, std::span<const char *const> samples, Random &random)
{
    QList<QByteArray> lines = script.split('\n');
    if (lines.size() > stepsMax) lines.resize(stepsMax);
    const auto at = [&] { return qsizetype(random.below(quint64(lines.size()))); };
    for (quint64 n = 1 + random.below(4); n > 0; --n) {
        if (lines.isEmpty()) lines.push_back({});
        const qsizetype place = at();
        switch (random.below(7)) {
        case 0:
            lines.removeAt(place);
            break;
        case 1:
            lines.insert(place, lines.at(at()));
            break;
        case 2:
            lines.swapItemsAt(place, at());
            break;
        case 3:
            lines[place] = otherDigit(lines[place], random);
            break;
        case 4:
            lines[place] = otherFrame(lines[place], random);
            break;
        default:
            lines.insert(place + 1, samples[random.below(samples.size())]);
            break;
        }
    }
    return lines.join('\n');
}

} // namespace kith::fuzz
