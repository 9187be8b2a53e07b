#include "app/conform/talk.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QHash>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>
#include <QTimer>
#include <QtEndian>
#include <array>

using namespace Qt::StringLiterals;

namespace kith::conform {

void require(bool held, const QString &expected, const QString &came)
{
    if (!held) throw Failure{expected, came};
}

void require(bool held, const QString &expected, const QJsonObject &came)
{
    if (!held) throw Failure{expected, QString::fromUtf8(compact(came))};
}

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

bool waitFor(const std::function<bool()> &done, int ms)
{
    const QDeadlineTimer deadline(ms);
    while (!done()) {
        const qint64 left = deadline.remainingTime();
        if (left <= 0) return false;
        QTimer wake;
        wake.setSingleShot(true);
        wake.start(int(left));
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

QString mint(qint64 nowMs)
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->generate(random.begin(), random.end());
    QByteArray bytes(reinterpret_cast<const char *>(random.data()), 16);
    for (int i = 0; i < 6; ++i) bytes[i] = char(quint64(nowMs) >> (8 * (5 - i)));
    bytes[6] = char(0x70 | (bytes[6] & 0x0f));
    bytes[8] = char(0x80 | (bytes[8] & 0x3f));
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray bytesOf(const QString &id)
{
    return QByteArray::fromBase64(id.toLatin1(), QByteArray::Base64UrlEncoding);
}

bool isId(const QJsonValue &value)
{
    const QString text = value.toString();
    const QByteArray bytes = bytesOf(text);
    const QByteArray again = bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return text.size() == 22 && bytes.size() == 16 && again == text.toLatin1() &&
           bytes != QByteArray(16, '\0');
}

bool isTag(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.size() == 16 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

bool isPosition(const QJsonValue &value)
{
    const QJsonArray pair = value.toArray();
    return pair.size() == 2 && pair[0].isDouble() && pair[0].toInteger(-1) >= 0 && isTag(pair[1]);
}

qint64 revOf(const QJsonValue &position) { return position.toArray().at(0).toInteger(-1); }
QJsonArray position(qint64 rev, const QString &tag) { return {rev, tag}; }
QJsonArray zero() { return position(0, QString(16, u'0')); }

QString doubledKey(const QByteArray &json)
{
    struct Level {
        QSet<QByteArray> keys;
        bool object = false, wantsKey = false;
    };
    QList<Level> levels;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '{' || c == '[') {
            levels.push_back({{}, c == '{', c == '{'});
        } else if ((c == '}' || c == ']') && !levels.isEmpty()) {
            levels.removeLast();
        } else if (c == ',' && !levels.isEmpty()) {
            levels.last().wantsKey = levels.last().object;
        } else if (c == '"') {
            const qsizetype from = ++i;
            while (i < json.size() && json[i] != '"') i += json[i] == '\\' ? 2 : 1;
            if (levels.isEmpty() || !levels.last().wantsKey) continue;
            const QByteArray key = json.mid(from, i - from);
            if (levels.last().keys.contains(key)) return QString::fromUtf8(key);
            levels.last().keys.insert(key);
            levels.last().wantsKey = false;
        }
    }
    return {};
}

QString strayNull(const QJsonValue &value, const QString &path)
{
    if (value.isNull()) return path;
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            if (const QString found = strayNull(list[i], path + u'[' + QString::number(i) + u']');
                !found.isEmpty())
                return found;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "value"_L1) continue; // of a state row
        if (const QString found = strayNull(it.value(), path + u'.' + it.key()); !found.isEmpty())
            return found;
    }
    return {};
}

QString classOf(const QString &code)
{
    static const QHash<QString, QString> classes = {
        {u"busy"_s, u"retry"_s},           {u"unavailable"_s, u"retry"_s},
        {u"timeout"_s, u"retry"_s},        {u"rate"_s, u"wait"_s},
        {u"slow_mode"_s, u"wait"_s},       {u"forbidden"_s, u"refused"_s},
        {u"not_member"_s, u"refused"_s},   {u"too_long"_s, u"refused"_s},
        {u"mid_conflict"_s, u"refused"_s}, {u"no_such_message"_s, u"refused"_s},
        {u"edit_window"_s, u"refused"_s},  {u"att_too_big"_s, u"refused"_s},
        {u"att_mismatch"_s, u"refused"_s}, {u"blocked"_s, u"refused"_s},
        {u"not_found"_s, u"refused"_s},    {u"conflict"_s, u"rebase"_s},
        {u"att_missing"_s, u"upload"_s},
        {u"gone"_s, u"upload"_s},          {u"auth_expired"_s, u"auth"_s},
        {u"auth_invalid"_s, u"auth"_s},    {u"device_revoked"_s, u"auth"_s},
        {u"version"_s, u"stop"_s},         {u"bad_request"_s, u"bug"_s},
        {u"unknown"_s, u"bug"_s},
    };
    return classes.value(code);
}

namespace {
QByteArray bigEndian(quint64 n)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian(n, bytes.data());
    return bytes;
}
QByteArray counted(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return bigEndian(quint64(bytes.size())) + bytes;
}
} // namespace

quint64 shareOf(const QJsonObject &row)
{
    const auto number = [&](QStringView key) { return bigEndian(quint64(row[key].toInteger())); };
    const auto flag = [&](QStringView key) { return bigEndian(row[key].toBool() ? 1 : 0); };
    const auto id = [&](QStringView key) {
        return row.contains(key) ? bytesOf(row[key].toString()) : QByteArray(16, '\0');
    };
    QByteArray fields;
    if (row[u"k"] == u"react"_s) {
        fields = 'r' + number(u"rev") + id(u"mid") + id(u"by") + flag(u"on") + number(u"ver") +
                 counted(row[u"emoji"].toString());
    } else {
        QJsonObject others =
            row; // Qt writes keys sorted and numbers short, which is the canonical form of these
        for (const auto *name :
             {u"mid", u"seq", u"rev", u"by", u"kind", u"body", u"reply", u"root", u"ev", u"dead", u"at"})
            others.remove(QStringView(name));
        fields = 'm' + number(u"seq") + number(u"rev") + id(u"mid") + id(u"by") + id(u"reply") + id(u"root") +
                 number(u"ev") + flag(u"dead") + number(u"at") + counted(row[u"kind"].toString(u"text"_s)) +
                 counted(row[u"body"].toString()) +
                 counted(others.isEmpty() ? QString() : QString::fromUtf8(compact(others)));
    }
    return qFromBigEndian<quint64>(QCryptographicHash::hash(fields, QCryptographicHash::Sha256).constData());
}

QString digests(const QString &epoch, const QList<Cursor> &cursors)
{
    std::array<quint64, 64> sums{};
    for (const Cursor &cursor : cursors) {
        const QByteArray chat = bytesOf(cursor.chat);
        const QByteArray hash =
            QCryptographicHash::hash(bytesOf(epoch) + chat + bigEndian(quint64(revOf(cursor.at))) +
                                         bigEndian(cursor.at.at(1).toString().toULongLong(nullptr, 16)) +
                                         bigEndian(quint64(cursor.rx)),
                                     QCryptographicHash::Sha256);
        sums[quint8(chat.back()) % 64] ^= qFromBigEndian<quint64>(hash.constData());
    }
    QByteArray all;
    for (const quint64 sum : sums) all += bigEndian(sum);
    return QString::fromLatin1(all.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace kith::conform
