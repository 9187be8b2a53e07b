#include "server/api/invite_code.h"

#include <QCryptographicHash>

namespace kith::server {

QString randomWords(Random &random, int groups)
{
    static constexpr char letters[] = "abcdefghjkmnpqrstuvwxyz23456789"; // without i, l, o, 0, 1
    QString out;
    for (int i = 0; i < groups * 5; ++i) {
        if (i > 0 && i % 5 == 0) out += u'-';
        out += QLatin1Char(letters[random.below(sizeof letters - 1)]);
    }
    return out;
}

QByteArray inviteHash(const QString &code)
{
    QByteArray plain;
    for (const QChar c : code.toLower())
        if (c.unicode() < 128 && c.isLetterOrNumber()) plain += c.toLatin1();
    return QCryptographicHash::hash(plain, QCryptographicHash::Sha256);
}

} // namespace kith::server
