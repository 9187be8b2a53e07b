#include "tests/fuzz/json_mutator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace kith::fuzz {

namespace {

constexpr double numbers[] = {0,
                              1,
                              2,
                              -1,
                              3,
                              7,
                              50,
                              51,
                              64,
                              65,
                              199,
                              200,
                              201,
                              256,
                              1000,
                              16384,
                              16385,
                              0.5,
                              1e9,
                              1e308,
                              2147483647,
                              2147483648.0,
                              9007199254740991.0,
                              9007199254740992.0,
                              -9007199254740992.0,
                              1790000123456.0};
const char *const texts[] = {"",
                             "text",
                             "service",
                             "member",
                             "owner",
                             "admin",
                             "chat",
                             "mem",
                             "react",
                             "seen",
                             "draft",
                             "online",
                             "leave",
                             "add",
                             "group",
                             "direct",
                             "conflict",
                             "auth_expired",
                             "0000000000000000",
                             "ffffffffffffffff",
                             "FFFFFFFFFFFFFFFF",
                             "AaDEUGwKf5KBkCN8sR-M8g",
                             "AAAAAAAAAAAAAAAAAAAAAA",
                             "AaDEUGwKf5KBkCN8sR-M8h",
                             "\xF0\x9F\x91\x8D",
                             " \t\n",
                             "\xE2\x80\xAE\xEF\xBB\xBF"};
const char *const keys[] = {"t",     "id",   "k",    "mid",   "seq",   "rev",  "by",    "kind", "body",
                            "reply", "root", "ev",   "dead",  "at",    "op",   "base",  "chat", "rows",
                            "row",   "f",    "to",   "fe",    "lo",    "hi",   "more",  "mem",  "rx",
                            "rxf",   "dig",  "upos", "epoch", "items", "user", "users", "act",  "role",
                            "value", "key",  "ver",  "urev",  "dev",   "left", "info",  "svc"};

QJsonValue anyScalar(Random &random)
{
    switch (random.below(8)) {
    case 0:
        return QJsonValue(QJsonValue::Null);
    case 1:
        return random.below(2) == 0;
    case 2:
        return QJsonArray{};
    case 3:
        return QJsonObject{};
    case 4:
        return QString(qsizetype(1) << random.below(17), QChar(u'a' + int(random.below(26))));
    case 5:
        return QJsonArray{double(random.below(100)), u"0123456789abcdef"_s};
    case 6:
        return QString::fromUtf8(texts[random.below(std::size(texts))]);
    default:
        return numbers[random.below(std::size(numbers))];
    }
}

QJsonValue otherNumber(double n, Random &random)
{
    switch (random.below(4)) {
    case 0:
        return n + 1;
    case 1:
        return n - 1;
    case 2:
        return n * 2;
    default:
        return numbers[random.below(std::size(numbers))];
    }
}

QJsonValue otherText(QString text, Random &random)
{
    const auto at = [&] { return qsizetype(random.below(quint64(text.size()))); };
    if (text.isEmpty() || random.below(4) == 0)
        return QString::fromUtf8(texts[random.below(std::size(texts))]);
    switch (random.below(4)) {
    case 0:
        text[at()] = QChar(char16_t(random.below(0x300)));
        break;
    case 1:
        text.remove(at(), 1);
        break;
    case 2:
        text.insert(at(), QChar(char16_t(random.below(2) ? 0xd800 + random.below(0x800) : random.below(64))));
        break;
    default:
        text = text + text;
        break;
    }
    return text;
}

QJsonValue step(const QJsonValue &value, Random &random, int depth);

QJsonArray otherList(QJsonArray list, Random &random, int depth)
{
    const auto at = [&] { return qsizetype(random.below(quint64(list.size()))); };
    if (list.isEmpty() || random.below(8) == 0) {
        list.append(list.isEmpty() ? anyScalar(random) : list.at(at()));
        return list;
    }
    switch (random.below(6)) {
    case 0:
        list.removeAt(at());
        break;
    case 1:
        list.insert(at(), list.at(at()));
        break;
    case 2: {
        const qsizetype a = at(), b = at();
        const QJsonValue kept = list.at(a);
        list[a] = QJsonValue(list.at(b));
        list[b] = kept;
        break;
    }
    case 3:
        while (list.size() < 260) list.append(list.at(at()));
        break;
    default: {
        const qsizetype a = at();
        list[a] = step(list.at(a), random, depth + 1);
    }
    }
    return list;
}

QJsonObject otherObject(QJsonObject object, Random &random, int depth)
{
    const QStringList names = object.keys();
    const QString anyKey = QString::fromLatin1(keys[random.below(std::size(keys))]);
    if (names.isEmpty()) return {{anyKey, anyScalar(random)}};
    const QString &name = names.at(qsizetype(random.below(quint64(names.size()))));
    switch (random.below(8)) {
    case 0:
        object.remove(name);
        break;
    case 1:
        object.insert(anyKey, object.value(name));
        break;
    case 2:
        object.insert(anyKey, anyScalar(random));
        break;
    case 3:
        object.insert(name, anyScalar(random));
        break;
    default:
        object.insert(name, step(object.value(name), random, depth + 1));
        break;
    }
    return object;
}

QJsonValue step(const QJsonValue &value, Random &random, int depth)
{
    if (depth < 12 && value.isObject()) return otherObject(value.toObject(), random, depth);
    if (depth < 12 && value.isArray()) return otherList(value.toArray(), random, depth);
    if (value.isDouble() && random.below(4) > 0) return otherNumber(value.toDouble(), random);
    if (value.isString() && random.below(4) > 0) return otherText(value.toString(), random);
    if (value.isBool() && random.below(2) > 0) return !value.toBool();
    return anyScalar(random);
}

} // namespace

QJsonValue mutated(const QJsonValue &value, Random &random)
{
    QJsonValue result = value;
    for (quint64 n = 1 + random.below(3); n > 0; --n) result = step(result, random, 0);
    return result;
}

QByteArray mutatedJson(const QByteArray &json, Random &random)
{
    const auto document = QJsonDocument::fromJson(json);
    if (document.isNull()) return {};
    const QJsonValue result =
        mutated(document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array()), random);
    if (result.isObject()) return QJsonDocument(result.toObject()).toJson(QJsonDocument::Compact);
    if (result.isArray()) return QJsonDocument(result.toArray()).toJson(QJsonDocument::Compact);
    return {};
}

} // namespace kith::fuzz
