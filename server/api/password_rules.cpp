#include "server/api/password_rules.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kith::server {

namespace {

// Lower case, letters only: what is left of a password once digits and signs at its ends, and digits and
// signs that stand for letters, are taken away. Sorted.
constexpr std::u16string_view common[] = {
    u"aaaaaa",    u"abcdef",     u"access",     u"admin",    u"administrator", u"alexander", u"amanda",
    u"andrea",    u"andrew",     u"angel",      u"anthony",  u"apple",         u"arsenal",   u"asdfgh",
    u"asdfghjkl", u"ashley",     u"austin",     u"azerty",   u"baby",          u"bailey",    u"banana",
    u"barcelona", u"baseball",   u"basketball", u"batman",   u"biteme",        u"buster",    u"butterfly",
    u"changeit",  u"changeme",   u"charlie",    u"cheese",   u"chelsea",       u"chocolate", u"chris",
    u"computer",  u"cookie",     u"daniel",     u"default",  u"dragon",        u"eagle",     u"elephant",
    u"fender",    u"ferrari",    u"flower",     u"football", u"freedom",       u"friends",   u"fuckyou",
    u"games",     u"george",     u"ginger",     u"google",   u"guest",         u"hallo",     u"hannah",
    u"harley",    u"hello",      u"hockey",     u"hunter",   u"iloveyou",      u"internet",  u"jackson",
    u"jasmine",   u"jennifer",   u"jessica",    u"jordan",   u"joshua",        u"justin",    u"killer",
    u"letmein",   u"liverpool",  u"login",      u"lovely",   u"loveme",        u"maggie",    u"manchester",
    u"marina",    u"martin",     u"master",     u"matrix",   u"matthew",       u"merlin",    u"michael",
    u"michelle",  u"monkey",     u"monster",    u"mustang",  u"newyork",       u"nicole",    u"ninja",
    u"nothing",   u"oliver",     u"orange",     u"pass",     u"password",      u"passwort",  u"pepper",
    u"pokemon",   u"princess",   u"purple",     u"qazwsx",   u"qqww",          u"querty",    u"qwert",
    u"qwerty",    u"qwertyuiop", u"qwertz",     u"ranger",   u"richard",       u"robert",    u"samsung",
    u"secret",    u"server",     u"shadow",     u"silver",   u"soccer",        u"sommer",    u"starwars",
    u"summer",    u"sunshine",   u"superman",   u"test",     u"thomas",        u"tigger",    u"trustno",
    u"welcome",   u"whatever",   u"willkommen", u"winter",   u"yankees"};

constexpr std::array<std::u16string_view, 8> runs{
    u"01234567890123456789",       u"98765432109876543210",
    u"abcdefghijklmnopqrstuvwxyz", u"zyxwvutsrqponmlkjihgfedcba",
    u"qwertyuiopasdfghjklzxcvbnm", u"qwertzuiopasdfghjklyxcvbnm",
    u"azertyuiopqsdfghjklmwxcvbn", u"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"};

QString unleeted(QString text)
{
    static constexpr std::u16string_view from = u"013457@$!|", to = u"oieastasil";
    for (QChar &c : text)
        if (const auto at = from.find(c.unicode()); at != from.npos) c = QChar(to[at]);
    return text;
}

/// Without the digits and signs around it.
QString stem(const QString &text)
{
    qsizetype begin = 0, end = text.size();
    while (begin < end && !text.at(begin).isLetter()) ++begin;
    while (end > begin && !text.at(end - 1).isLetter()) --end;
    return text.mid(begin, end - begin);
}

bool isRun(const QString &text)
{
    return std::any_of(runs.begin(), runs.end(),
                       [&](std::u16string_view run) { return QStringView(run).contains(text); });
}

/// One piece of up to four characters, over and over.
bool isRepetition(const QString &text)
{
    for (qsizetype period = 1; period <= 4 && period * 2 <= text.size(); ++period) {
        bool same = true;
        for (qsizetype i = period; same && i < text.size(); ++i) same = text.at(i) == text.at(i - period);
        if (same) return true;
    }
    return false;
}

/// Eight digits that can be a birthday, the first thing that is tried.
bool isDate(const QString &text)
{
    const bool digits =
        text.size() == 8 && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (!digits) return false;
    const auto plausible = [&](int day, int month, int year) {
        const int d = text.mid(day, 2).toInt(), m = text.mid(month, 2).toInt(), y = text.mid(year, 4).toInt();
        return d >= 1 && d <= 31 && m >= 1 && m <= 12 && y >= 1900 && y <= 2100;
    };
    return plausible(0, 2, 4) || plausible(2, 0, 4) || plausible(6, 4, 0);
}

bool isCommon(const QString &word)
{
    const std::u16string text = word.toStdU16String();
    return std::binary_search(std::begin(common), std::end(common), std::u16string_view(text));
}

} // namespace

bool isWeakPassword(const QString &password, const QStringList &context)
{
    const QString plain = password.toLower();
    if (isRun(plain) || isRepetition(plain)) return true;
    // Decorations come before or after the word, or stand for its letters: "P4ssw0rd2024!" is "password".
    for (const QString &form : {stem(plain), unleeted(stem(plain)), stem(unleeted(plain))}) {
        if (form.size() < 3) continue; // digits and signs only
        if (isCommon(form) || isRun(form) || isRepetition(form)) return true;
        for (const QString &word : context) {
            const QString lower = word.toLower();
            if (lower.size() >= 3 && (form == lower || form == lower + lower || form == stem(lower)))
                return true;
        }
    }
    return isDate(plain);
}

} // namespace kith::server
