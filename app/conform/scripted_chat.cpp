#include "app/conform/scripted_server.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

/// The honest half of the scripted server: one chat, in memory.
namespace kith::conform {

namespace {
qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }
QString tagOf(qint64 n) { return u"%1"_s.arg(quint64(n) * 0x9e3779b97f4a7c15ULL, 16, 16, QLatin1Char('0')); }
const QString stateTag = QStringLiteral("8fe0feb17b4aa559");
} // namespace

QJsonObject ScriptedServer::member(const QString &user, const QString &login, const QString &name,
                                   qint64 rev) const
{
    return {{u"k"_s, u"mem"_s}, {u"user"_s, user},        {u"login"_s, login},
            {u"name"_s, name},  {u"role"_s, u"member"_s}, {u"rev"_s, rev}};
}

QJsonObject ScriptedServer::resetItem() const
{
    QJsonArray rows{member(m_user, m_login, m_name, 1), member(m_ben, u"ben"_s, u"Ben"_s, 2)};
    const qint64 lo = std::max<qint64>(1, m_seq - 49);
    for (qint64 seq = lo; seq <= m_seq; ++seq) rows << m_messages[m_mids[seq - 1]];
    return {{u"chat"_s, m_chat},
            {u"f"_s, zero()},
            {u"epoch"_s, m_epoch},
            {u"to"_s, at()},
            {u"rows"_s, rows},
            {u"info"_s,
             QJsonObject{{u"k"_s, u"chat"_s}, {u"kind"_s, u"direct"_s}, {u"members"_s, 2}, {u"rev"_s, 3}}},
            {u"lo"_s, lo},
            {u"seq"_s, m_seq},
            {u"rx"_s, m_rx},
            {u"mem"_s, QJsonArray{}},
            {u"unread"_s, 0}};
}

QJsonObject ScriptedServer::helloOk(const QJsonObject &request)
{
    QJsonObject ok{{u"t"_s, u"hello_ok"_s},
                   {u"v"_s, 1},
                   {u"user"_s, m_user},
                   {u"device"_s, m_device},
                   {u"epoch"_s, m_epoch},
                   {u"now"_s, now()},
                   {u"hb"_s, 25000},
                   {u"limits"_s, QJsonObject{}},
                   {u"upos"_s, position(1, stateTag)},
                   {u"dirty"_s, QJsonArray{}},
                   {u"more"_s, !request.contains(u"dig")}};
    if (request.contains(u"dig") && request[u"dig"] != digests(m_epoch, {{m_chat, at(), m_rx}}))
        ok[u"dirty"] = QJsonArray{QJsonArray{m_chat, m_rev, m_tag, m_rx, m_seq, now()}};
    for (auto it = helloMore.begin(); it != helloMore.end(); ++it) ok[it.key()] = it.value();
    return ok;
}

QJsonObject ScriptedServer::delta(const QJsonObject &request)
{
    const QJsonArray from = request[u"at"].toArray();
    QJsonArray rows;
    if (revOf(from) < 3) {
        rows = {member(m_user, m_login, m_name, 1), member(m_ben, u"ben"_s, u"Ben"_s, 2),
                QJsonObject{{u"k"_s, u"chat"_s}, {u"kind"_s, u"direct"_s}, {u"members"_s, 2}, {u"rev"_s, 3}}};
    }
    QList<QJsonObject> changed;
    for (const QJsonObject &row : m_messages)
        if (row[u"rev"].toInteger() > revOf(from)) changed << row;
    std::sort(changed.begin(), changed.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a[u"rev"].toInteger() < b[u"rev"].toInteger();
    });
    for (const QJsonObject &row : changed) rows << row;
    const bool unknownChat = request[u"chat"] != m_chat;
    if (unknownChat)
        return {{u"t"_s, u"err"_s},
                {u"code"_s, u"not_member"_s},
                {u"class"_s, u"refused"_s},
                {u"message"_s, u"no such chat"_s}};
    return {{u"t"_s, u"delta"_s}, {u"chat"_s, m_chat}, {u"epoch"_s, m_epoch}, {u"f"_s, from},
            {u"to"_s, at()},      {u"rows"_s, rows},   {u"seq"_s, m_seq},     {u"rxf"_s, request[u"rx"]},
            {u"rx"_s, m_rx}};
}

QJsonObject ScriptedServer::store(QJsonObject row)
{
    const QJsonArray from = at();
    m_tag = tagOf(++m_rev);
    row[u"rev"] = m_rev;
    m_messages[row[u"mid"].toString()] = row;
    const QJsonObject event{{u"t"_s, u"ev"_s}, {u"chat"_s, m_chat}, {u"epoch"_s, m_epoch},
                            {u"f"_s, from},    {u"to"_s, at()},     {u"rows"_s, QJsonArray{row}},
                            {u"seq"_s, m_seq}};
    if (!m_lose) push(event);
    return event;
}

QJsonObject ScriptedServer::post(const QString &body, bool lose)
{
    const QString mid = mint(now());
    m_mids << mid;
    m_lose = lose;
    const QJsonObject event =
        store({{u"mid"_s, mid}, {u"seq"_s, ++m_seq}, {u"by"_s, m_ben}, {u"body"_s, body}, {u"at"_s, now()}});
    m_lose = false;
    return event;
}

QJsonObject ScriptedServer::write(const QJsonObject &request)
{
    const QString t = request[u"t"].toString(), mid = request[u"mid"].toString();
    QJsonObject row = m_messages.value(mid);
    if (t == u"send"_s && row.isEmpty()) {
        m_mids << mid;
        store({{u"mid"_s, mid},
               {u"seq"_s, ++m_seq},
               {u"by"_s, m_user},
               {u"body"_s, request[u"body"]},
               {u"at"_s, now()}});
    } else if (t == u"edit"_s || t == u"del"_s) {
        row[u"ev"] = row[u"ev"].toInteger() + 1;
        row[u"body"] = t == u"edit"_s ? request[u"body"] : QJsonValue(QString());
        if (t == u"del"_s) row[u"dead"] = true;
        store(row);
    }
    return {{u"t"_s, u"ok"_s},
            {u"chat"_s, m_chat},
            {u"epoch"_s, m_epoch},
            {u"rows"_s, QJsonArray{m_messages.value(mid)}}};
}

int ScriptedServer::messagesWith(const QString &body) const
{
    return int(std::count_if(m_messages.begin(), m_messages.end(),
                             [&](const QJsonObject &row) { return row[u"body"] == body; }));
}

QJsonObject ScriptedServer::honest(const QJsonObject &request)
{
    const QString t = request[u"t"].toString();
    const auto list = [](const QString &of, const QString &name) {
        return QJsonObject{{u"t"_s, of}, {name, QJsonArray{}}};
    };
    if (t == u"hello"_s) return helloOk(request);
    if (t == u"sync"_s) return delta(request);
    if (t == u"send"_s || t == u"edit"_s || t == u"del"_s) return write(request);
    if (t == u"ping"_s) {
        QJsonObject pong{{u"t"_s, u"pong"_s}, {u"now"_s, now()}};
        if (request.contains(u"dig")) {
            pong[u"dirty"] = helloOk(request)[u"dirty"];
            pong[u"upos"] = position(1, stateTag);
        }
        return pong;
    }
    if (t == u"usync"_s) {
        const QJsonObject row{{u"kind"_s, u"chat"_s},
                              {u"key"_s, m_chat},
                              {u"value"_s, QJsonObject{{u"left"_s, false}}},
                              {u"ver"_s, 1},
                              {u"urev"_s, 1}};
        QJsonObject answer{{u"t"_s, u"ureset"_s},
                           {u"f"_s, request[u"at"]},
                           {u"epoch"_s, m_epoch},
                           {u"to"_s, position(1, stateTag)},
                           {u"rows"_s, QJsonArray{row}}};
        if (request.contains(u"epoch")) answer[u"fe"] = request[u"epoch"];
        return answer;
    }
    if (t == u"chats"_s) {
        QJsonObject item = resetItem();
        item[u"act"] = now();
        const QJsonArray items = request.contains(u"before") ? QJsonArray{} : QJsonArray{item};
        return {{u"t"_s, u"chats"_s}, {u"epoch"_s, m_epoch}, {u"more"_s, false}, {u"items"_s, items}};
    }
    if (t == u"rcpt"_s) {
        QJsonArray items;
        for (const auto &entry : request[u"items"].toArray())
            items << QJsonArray{entry.toArray()[0], entry.toArray()[1], entry.toArray()[2], 0};
        return {{u"t"_s, u"ok"_s}, {u"items"_s, items}};
    }
    if (t == u"hist"_s) {
        QJsonArray rows;
        for (qint64 seq = request[u"lo"].toInteger(); seq <= std::min(m_seq, request[u"hi"].toInteger());
             ++seq)
            rows << m_messages[m_mids[seq - 1]];
        return {{u"t"_s, u"hist"_s},       {u"chat"_s, m_chat},
                {u"epoch"_s, m_epoch},     {u"lo"_s, request[u"lo"]},
                {u"hi"_s, request[u"hi"]}, {u"since"_s, request[u"since"].toInteger()},
                {u"as_of"_s, m_rev},       {u"rows"_s, rows}};
    }
    if (t == u"have"_s) {
        QJsonArray rows, missing;
        for (const auto &mid : request[u"mids"].toArray()) {
            if (m_messages.contains(mid.toString()))
                rows << m_messages[mid.toString()];
            else
                missing << mid;
        }
        return {{u"t"_s, u"have"_s},
                {u"chat"_s, m_chat},
                {u"epoch"_s, m_epoch},
                {u"rows"_s, rows},
                {u"missing"_s, missing}};
    }
    if (t == u"users.find"_s)
        return {{u"t"_s, u"ok"_s},
                {u"users"_s,
                 QJsonArray{QJsonObject{{u"user"_s, m_ben}, {u"login"_s, u"ben"_s}, {u"name"_s, u"Ben"_s}}}}};
    if (t == u"chat.new"_s)
        return {{u"t"_s, u"ok"_s},
                {u"chat"_s, m_chat},
                {u"epoch"_s, m_epoch},
                {u"rows"_s,
                 QJsonArray{
                     member(m_user, m_login, m_name, 1), member(m_ben, u"ben"_s, u"Ben"_s, 2),
                     QJsonObject{
                         {u"k"_s, u"chat"_s}, {u"kind"_s, u"direct"_s}, {u"members"_s, 2}, {u"rev"_s, 3}}}}};
    if (t == u"watch"_s) return list(u"ok"_s, u"presence"_s);
    if (t == u"auth"_s) return {{u"t"_s, u"ok"_s}};
    return {{u"t"_s, u"err"_s},
            {u"code"_s, u"unknown"_s},
            {u"class"_s, u"bug"_s},
            {u"message"_s, u"not scripted"_s}};
}

} // namespace kith::conform
