#include "inspect/veil.h"

#include "core/base/ids.h"
#include "core/base/random.h"
#include "core/wire/codes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr int keyBytes = 32;

/// Words of our own programs that stand where a file might also hold anything else.
constexpr std::array knownWords{
    "text",       "file",          "service",  "voice",     "image",        "video",       "send",
    "edit",       "del",           "react",    "uset",      "rcpt",         "mem",         "chat",
    "chat.new",   "chat.set",      "draft",    "seen",      "pin",          "mute",        "unread",
    "block",      "lost",          "restart",  "offline",   "timeout",      "closed",      "silent",
    "auth",       "stored",        "direct",   "group",     "queued",       "sent",        "refused",
    "unverified", "sealed",        "member",   "admin",     "owner",        "msg",         "info",
    "reaction",   "quota",         "checksum", "bad_range", "storage_full", "not_allowed", "no answer",
    "delayed",    "retried",       "answered", "requeued",  "renamed",      "discarded",   "outage",
    "offset",     "left",          "waits",    "archive",   "profile",      "nothing",     "added",
    "removed",    "joined",        "role",     "banned",    "unbanned",     "set",         "deleted",
    "invite.new", "invite.revoke", "timer",    "sched",     "hide",         "push",        "vote",
    "poll.close", "poll.closed"};

/// What our programs say of a connection, around the name of a server that stays hidden.
constexpr std::array knownPhrases{"cannot be reached",
                                  "does not answer",
                                  "cannot be trusted",
                                  "not as a Kith server",
                                  "refused the request",
                                  "is busy",
                                  "the connection was closed",
                                  "no sign-in is stored",
                                  "speaks another version",
                                  "has signed this device out",
                                  "the access token had run out",
                                  "only wss is used",
                                  "another user's",
                                  "Connection refused",
                                  "Host not found",
                                  "remote host closed",
                                  "timed out",
                                  "Network unreachable",
                                  "keychain"};

constexpr std::array knownEndings{"txt",  "pdf", "png",  "jpg",  "jpeg", "gif",  "webp", "mp3",
                                  "mp4",  "ogg", "opus", "wav",  "mov",  "webm", "zip",  "doc",
                                  "docx", "xls", "xlsx", "odt",  "ods",  "csv",  "svg",  "heic",
                                  "gz",   "tar", "7z",   "json", "xml",  "html", "md"};

struct ScriptName {
    QChar::Script script;
    const char *name;
};
constexpr std::array scriptNames{
    ScriptName{QChar::Script_Latin, "Latin"},       ScriptName{QChar::Script_Cyrillic, "Cyrillic"},
    ScriptName{QChar::Script_Greek, "Greek"},       ScriptName{QChar::Script_Arabic, "Arabic"},
    ScriptName{QChar::Script_Hebrew, "Hebrew"},     ScriptName{QChar::Script_Han, "Han"},
    ScriptName{QChar::Script_Hiragana, "Japanese"}, ScriptName{QChar::Script_Katakana, "Japanese"},
    ScriptName{QChar::Script_Hangul, "Korean"},     ScriptName{QChar::Script_Devanagari, "Devanagari"},
    ScriptName{QChar::Script_Thai, "Thai"},         ScriptName{QChar::Script_Georgian, "Georgian"},
    ScriptName{QChar::Script_Armenian, "Armenian"}, ScriptName{QChar::Script_Bengali, "Bengali"},
    ScriptName{QChar::Script_Tamil, "Tamil"}};

/// Letters that stand for those of a script; capitals first where it has them.
struct Alphabet {
    QChar::Script script;
    char32_t upper, lower;
    int letters;
};
constexpr std::array alphabets{Alphabet{QChar::Script_Latin, 'A', 'a', 26},
                               Alphabet{QChar::Script_Cyrillic, 0x410, 0x430, 32},
                               Alphabet{QChar::Script_Greek, 0x391, 0x3b1, 17},
                               Alphabet{QChar::Script_Arabic, 0x628, 0x628, 18},
                               Alphabet{QChar::Script_Hebrew, 0x5d0, 0x5d0, 27},
                               Alphabet{QChar::Script_Han, 0x4e00, 0x4e00, 0x4000},
                               Alphabet{QChar::Script_Hiragana, 0x3042, 0x3042, 80},
                               Alphabet{QChar::Script_Katakana, 0x30a2, 0x30a2, 80},
                               Alphabet{QChar::Script_Hangul, 0xac00, 0xac00, 11'000},
                               Alphabet{QChar::Script_Devanagari, 0x915, 0x915, 37},
                               Alphabet{QChar::Script_Thai, 0xe01, 0xe01, 46}};

bool isPictograph(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Symbol_Other || (c >= 0x1f000 && c < 0x20000);
}

QString base32(const QByteArray &bytes, int length)
{
    static constexpr char digits[] = "abcdefghjkmnpqrstuvwxyz234567890"; // nothing that looks like another
    QString text;
    quint64 bits = 0;
    std::memcpy(&bits, bytes.constData(), sizeof bits);
    for (int i = 0; i < length; ++i, bits >>= 5) text += QLatin1Char(digits[bits & 31]);
    return text;
}

QString scriptsOf(const std::vector<uint> &points)
{
    QStringList names;
    bool picture = false;
    for (const uint c : points) {
        picture |= isPictograph(c);
        if (!QChar::isLetter(c)) continue;
        const auto script = QChar::script(c);
        QString name = u"other script"_s;
        for (const ScriptName &known : scriptNames)
            if (known.script == script) name = QString::fromLatin1(known.name);
        if (!names.contains(name)) names.append(name);
    }
    if (picture) names.append(u"pictographs"_s);
    return names.join(u" and "_s);
}

bool isUuid7(const QString &text)
{
    const auto id = Mid::fromText(text.toLatin1());
    if (!id || text.size() != 22) return false;
    const qint64 minted = id->mintedAtMs();
    return (id->value.data3 >> 12) == 7 && minted > 1'500'000'000'000 && minted < 4'000'000'000'000;
}

} // namespace

Result<QByteArray> Veil::keyOf(const QString &name)
{
    static const QRegularExpression good(u"^[a-z0-9_-]{1,40}$"_s);
    if (!good.match(name).hasMatch())
        return Error{Errc::BadInput, u"a case is named by 1 to 40 of a-z, 0-9, - and _."_s};
    const QString dir =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/kith-inspect/cases"_s;
    if (!QDir().mkpath(dir)) return Error{Errc::Io, u"the folder %1 cannot be made."_s.arg(dir)};
    QFile::setPermissions(dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile file(dir + u'/' + name + u".key"_s);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QByteArray key(keyBytes, Qt::Uninitialized);
        SystemRandom().fill(key.data(), size_t(key.size()));
        if (file.write(key) == keyBytes && file.flush()) return key;
        file.remove();
        return Error{Errc::Io, u"the key of the case %1 cannot be written in %2."_s.arg(name, dir)};
    }
    QByteArray key;
    if (file.open(QIODevice::ReadOnly)) key = file.readAll();
    if (key.size() == keyBytes) return key;
    return Error{Errc::Io,
                 u"the key of the case %1 (%2) cannot be read: remove it to begin the case anew."_s.arg(
                     name, file.fileName())};
}

QByteArray Veil::keyed(const char *use, QByteArrayView bytes) const
{
    return QMessageAuthenticationCode::hash(QByteArray(use) + '\0' + bytes.toByteArray(), m_key,
                                            QCryptographicHash::Sha256);
}

QString Veil::person(QByteArrayView id) const { return u"p-"_s + base32(keyed("person", id), 8); }

qint64 Veil::mark(QByteArrayView text) const
{
    qint64 sum = 0;
    std::memcpy(&sum, keyed("mark", text).constData(), sizeof sum);
    return sum;
}

QString Veil::shape(const QString &text, QStringView what) const
{
    if (m_reveal) return safeLine(text);
    if (text.isEmpty()) return {};
    const auto points = text.toUcs4();
    const std::vector<uint> all(points.begin(), points.end());
    QStringList parts{all.size() == 1 ? u"1 character"_s : u"%1 characters"_s.arg(all.size())};
    if (const QString scripts = scriptsOf(all); !scripts.isEmpty()) parts.append(scripts);
    if (const auto lines = text.count(u'\n') + 1; lines > 1) parts.append(u"%1 lines"_s.arg(lines));
    if (text.contains(u"http://"_s) || text.contains(u"https://"_s)) parts.append(u"a link"_s);
    return QChar(hiddenMark) + what.toString() + u": "_s + parts.join(u", "_s) + u'›';
}

QString Veil::fileName(const QString &name) const
{
    if (m_reveal) return safeLine(name);
    if (name.isEmpty()) return {};
    const QString ending = name.section(u'.', -1).toLower();
    const bool known =
        name.contains(u'.') && std::any_of(knownEndings.begin(), knownEndings.end(),
                                           [&](const char *e) { return ending == QLatin1StringView(e); });
    const QString stem = known ? name.left(name.size() - ending.size() - 1) : name;
    return u"‹name: %1 characters›"_s.arg(stem.size()) + (known ? u'.' + ending : QString());
}

bool Veil::isKnownWord(const QString &text)
{
    if (wire::codeFromText(text)) return true;
    return std::any_of(knownWords.begin(), knownWords.end(),
                       [&](const char *word) { return text == QLatin1StringView(word); });
}

QString Veil::code(const QString &text) const
{
    if (text.isEmpty() || isKnownWord(text) || isUuid7(text)) return text;
    if (!m_reveal)
        for (const char *phrase : knownPhrases)
            if (text.contains(QLatin1StringView(phrase))) return u"… %1"_s.arg(QLatin1StringView(phrase));
    return shape(text, u"words");
}

QString Veil::fake(const QString &text, QByteArrayView salt) const
{
    QByteArray stream;
    qsizetype used = 0;
    quint32 block = 0;
    const auto draw = [&](int bound) {
        if (used + 2 > stream.size()) {
            stream = keyed("fake", salt.toByteArray() + QByteArray::number(block++));
            used = 0;
        }
        const auto high = quint8(stream[used]), low = quint8(stream[used + 1]);
        used += 2;
        return int((uint(high) << 8 | low) % uint(bound));
    };
    QString out;
    out.reserve(text.size());
    for (const uint c : text.toUcs4()) {
        if (QChar::isDigit(c)) {
            out += QLatin1Char(char('0' + draw(10)));
        } else if (QChar::isLetter(c)) {
            const auto script = QChar::script(c);
            const auto found = std::find_if(alphabets.begin(), alphabets.end(),
                                            [&](const Alphabet &a) { return a.script == script; });
            const Alphabet &in = found == alphabets.end() ? alphabets.front() : *found;
            out += QString::fromUcs4(
                std::array{char32_t((QChar::isUpper(c) ? in.upper : in.lower) + char32_t(draw(in.letters)))}
                    .data(),
                1);
        } else if (isPictograph(c)) {
            out += QString::fromUcs4(std::array{char32_t(0x1f600 + draw(40))}.data(), 1);
        } else if (QChar::isSpace(c) || (c < 0x80 && QChar::isPunct(c)) || QChar::isMark(c)) {
            out += QString::fromUcs4(std::array{char32_t(c)}.data(), 1);
        } else {
            out += u'·';
        }
    }
    return out;
}

QString Veil::fakeFileName(const QString &name, QByteArrayView salt) const
{
    const QString masked = Veil(m_key).fileName(name);
    const qsizetype end = masked.lastIndexOf(u'›');
    const QString ending = end < 0 ? QString() : masked.mid(end + 1);
    return fake(name.left(name.size() - ending.size()), salt) + ending;
}

QByteArray Veil::fakeId(QByteArrayView id) const
{
    QByteArray bytes = keyed("person", id).left(16);
    bytes[6] = char(0x80 | (bytes[6] & 0x0f)); // version 8: carries no time
    bytes[8] = char(0x80 | (bytes[8] & 0x3f));
    return bytes;
}

QString safeLine(const QString &text, qsizetype most)
{
    QString out;
    for (const QChar c : QStringView(text).left(most)) {
        const bool turns = (c >= u'\u202a' && c <= u'\u202e') || (c >= u'\u2066' && c <= u'\u2069');
        if (c == u'\n')
            out += u"⏎"_s;
        else if (c.category() == QChar::Other_Control || turns || c == u'\u200e' || c == u'\u200f')
            out += u'\ufffd';
        else
            out += c;
    }
    if (!out.isEmpty() && out.back().isHighSurrogate()) out.chop(1);
    return text.size() > most ? out + u'…' : out;
}

} // namespace kith::inspect
