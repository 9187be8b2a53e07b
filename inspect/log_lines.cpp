#include "inspect/bundle.h"

#include "core/base/ids.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr qsizetype longestLine = 2'000;

bool isPlain(const QString &word, const Veil &veil)
{
    static const QRegularExpression number(u"^-?[0-9]{1,10}([.:,][0-9]{1,10})?(ms|s|%)?$"_s);
    static const QRegularExpression time(
        u"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]{8,15}(Z|[+-][0-9:]{4,6})?)?$|^[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?Z?$"_s);
    static const QRegularExpression category(
        u"^(kith\\.(store|sync|ui|server|app|push|files)|debug|info|warning|critical|fatal|error)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    // The words of our own log lines that say what happened.
    static const QRegularExpression own(u"^(connection|connected|lost|closed|opened|database|access|failed|"
                                        u"rescuing|damaged|mirror|schema|sync|"
                                        "synced|send|answer|retry|waits|timeout|refused|token|server|chat|"
                                        "chats|message|messages|rows|bytes|from|"
                                        "to|of|the|a|is|was|in|by|at|with|no|not|after|before|ready|stopping|"
                                        "upload|download|event|level|ts|time|"
                                        "category|code|count|ms|id|seq|rev|session|device|mid)$"_s);
    return number.match(word).hasMatch() || time.match(word).hasMatch() || category.match(word).hasMatch() ||
           own.match(word).hasMatch() || veil.code(word) == word;
}

} // namespace

QString logWithoutContent(const QByteArray &log, const Veil &veil, const Aliases &people, int most)
{
    const Veil closed = veil.closed();
    QList<QByteArray> lines = log.split('\n');
    if (lines.size() > most) lines = lines.mid(lines.size() - most);
    static const QRegularExpression parts(u"[\\s=\"'{}\\[\\](),;|<>\\x{1f}]+"_s);
    QString out;
    for (const QByteArray &raw : std::as_const(lines)) {
        const QString line = QString::fromUtf8(raw.left(longestLine));
        qsizetype at = 0;
        QString kept;
        const auto word = [&](const QString &text) {
            if (text.isEmpty()) return;
            const bool colon = text.endsWith(u':');
            const QString bare = colon ? text.chopped(1) : text;
            const auto person = people.constFind(bare);
            kept += person != people.cend() ? *person
                    : isPlain(bare, closed) ? bare
                                            : u"‹%1›"_s.arg(bare.size());
            if (colon) kept += u':';
        };
        for (auto it = parts.globalMatch(line); it.hasNext();) {
            const auto found = it.next();
            word(line.mid(at, found.capturedStart() - at));
            kept += found.captured().size() > 1 ? found.captured().left(2) : found.captured();
            at = found.capturedEnd();
        }
        word(line.mid(at));
        out += safeLine(kept) + u'\n';
    }
    return out;
}

Aliases namesOf(const Opened &opened)
{
    Aliases names;
    auto plain = File::open(opened.copy, File::Mode::Own);
    if (!plain) return names;
    const Veil closed = opened.veil.closed();
    Rows rows = (*plain)->rows("SELECT id FROM main.users");
    while (rows.next()) {
        const QByteArray id = rows.value(0).toByteArray();
        names.insert(QString::fromLatin1(UserId::fromBlob(id).text()), closed.person(id));
    }
    return names;
}

} // namespace kith::inspect
