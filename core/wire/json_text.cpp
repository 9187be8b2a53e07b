#include "core/wire/json_text.h"

#include <array>
#include <charconv>
#include <cstring>

namespace kith::wire::json {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

char *unicodeEscape(char *to, char16_t unit)
{
    *to++ = '\\';
    *to++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) *to++ = hexDigits[(unit >> shift) & 0xf];
    return to;
}

char *escaped(char *to, char16_t unit)
{
    const auto shortForm = [&](char letter) {
        *to++ = '\\';
        *to++ = letter;
        return to;
    };
    switch (unit) {
    case u'"':
        return shortForm('"');
    case u'\\':
        return shortForm('\\');
    case u'\b':
        return shortForm('b');
    case u'\f':
        return shortForm('f');
    case u'\n':
        return shortForm('n');
    case u'\r':
        return shortForm('r');
    case u'\t':
        return shortForm('t');
    default:
        return unicodeEscape(to, unit);
    }
}

char *utf8(char *to, char32_t c)
{
    const auto tail = [&](int shift) { *to++ = char(0x80 | ((c >> shift) & 0x3f)); };
    if (c < 0x800) {
        *to++ = char(0xc0 | (c >> 6));
    } else if (c < 0x10000) {
        *to++ = char(0xe0 | (c >> 12));
        tail(6);
    } else {
        *to++ = char(0xf0 | (c >> 18));
        tail(12);
        tail(6);
    }
    tail(0);
    return to;
}

} // namespace

void append(QByteArray &out, qint64 number)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end - digits.data());
}

void append(QByteArray &out, QStringView text)
{
    const qsizetype before = out.size();
    out.resize(before + 6 * text.size() + 2); // the longest form of every unit
    char *to = out.data() + before;
    *to++ = '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (unit < 0x80)
            if (unit >= 0x20 && unit != u'"' && unit != u'\\')
                *to++ = char(unit);
            else
                to = escaped(to, unit);
        else if (!QChar::isSurrogate(unit))
            to = utf8(to, unit);
        else if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            to = utf8(to, QChar::surrogateToUcs4(unit, text[++i].unicode()));
        else
            to = unicodeEscape(to, unit); // half of a pair: UTF-8 cannot hold it
    }
    *to++ = '"';
    out.resize(to - out.constData());
}

void append(QByteArray &out, const QUuid &id)
{
    constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::array<quint8, 18> bytes{}; // two more than an id has: the last group is cut short below
    const auto put = [&](size_t at, quint64 value, size_t count) {
        for (size_t i = 0; i < count; ++i) bytes[at + i] = quint8(value >> (8 * (count - 1 - i)));
    };
    put(0, id.data1, 4);
    put(4, id.data2, 2);
    put(6, id.data3, 2);
    std::memcpy(bytes.data() + 8, id.data4, 8);
    std::array<char, 26> text;
    char *to = text.data();
    *to++ = '"';
    for (size_t i = 0; i < bytes.size(); i += 3) {
        const quint32 group = quint32(bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2]);
        for (int shift = 18; shift >= 0; shift -= 6) *to++ = alphabet[(group >> shift) & 0x3f];
    }
    text[23] = '"';
    out.append(text.data(), 24);
}

void appendTag(QByteArray &out, quint64 tag)
{
    std::array<char, 18> text;
    text.front() = text.back() = '"';
    for (size_t i = 16; i >= 1; --i, tag >>= 4) text[i] = hexDigits[tag & 0xf];
    out.append(text.data(), text.size());
}

} // namespace kith::wire::json
