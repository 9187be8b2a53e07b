#include "app/conform/bench.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace kith::conform {

namespace {
constexpr int httpTries = 10;
}

Bench::Bench(Notes &notes, ServerOptions options)
    : m_notes(notes)
    , m_options(std::move(options))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

Bench::~Bench() = default;

qint64 Bench::now() { return QDateTime::currentMSecsSinceEpoch(); }

QJsonObject Bench::device() const
{
    return {{u"name"_s, u"conform"_s}, {u"app"_s, QStringLiteral("kith-conform " KITH_VERSION)}};
}

HttpAnswer Bench::http(const QByteArray &method, const QString &path, const QByteArray &body,
                       const QString &bearer, const Headers &headers)
{
    HttpAnswer answer;
    for (int tries = 0; tries < httpTries; ++tries) {
        QUrl url = m_options.server;
        const QUrl asked(path);
        url.setPath(asked.path());
        url.setQuery(asked.query());
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        if (!bearer.isEmpty()) request.setRawHeader("Authorization", "Bearer " + bearer.toLatin1());
        for (const auto &[name, value] : headers) request.setRawHeader(name, value);
        request.setTransferTimeout(m_options.patienceMs);
        m_notes.say(u"http > %1 %2 %3"_s.arg(QString::fromLatin1(method), path, QString::fromUtf8(body)));
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
        waitFor([&] { return reply->isFinished(); }, m_options.patienceMs + 1000);
        answer = {};
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QByteArray text = reply->readAll();
        answer.raw = text;
        answer.body = QJsonDocument::fromJson(text).object();
        for (const auto &[name, value] : reply->rawHeaderPairs()) answer.headers[name.toLower()] = value;
        m_notes.say(u"http < %1 %2"_s.arg(answer.status).arg(QString::fromUtf8(text)));
        require(answer.status != 0, u"an HTTP answer of %1"_s.arg(path), reply->errorString());
        const bool later = answer.status == 429 || answer.status == 503;
        if (later) {
            const qint64 wait = answer.body[u"retry_ms"].toInteger(-1);
            m_notes.judge(u"P-4.2"_s, wait >= 0 && !answer.headers.value("retry-after").isEmpty(),
                          u"%1 without retry_ms and Retry-After"_s.arg(answer.status));
        }
        if (answer.status != 429) break;
        waitFor([] { return false; },
                int(std::clamp<qint64>(answer.body[u"retry_ms"].toInteger(), 10, 70'000)));
    }
    if (answer.status >= 400 && method != "HEAD")
        m_notes.judge(u"P-4.1"_s, answer.body[u"code"].isString() && answer.body[u"message"].isString(),
                      u"%1 without an error body: "_s.arg(answer.status) +
                          QString::fromUtf8(compact(answer.body)));
    return answer;
}

Account Bench::signIn(const QString &login, const QString &password)
{
    const HttpAnswer in =
        post(u"/v1/login"_s, {{u"login"_s, login}, {u"password"_s, password}, {u"device"_s, device()}});
    require(in.status == 200, u"200 to a login with the right password"_s, in.body);
    return {in.body[u"user"].toString(),
            in.body[u"device"].toString(),
            login,
            in.body[u"name"].toString(),
            password,
            in.body[u"access"].toString(),
            in.body[u"refresh"].toString()};
}

Account Bench::signUpAs(const QString &name)
{
    const QString login = name.toLower() + u'.' + id().right(10).toLower().replace(u'-', u'.');
    const QString password = id();
    QJsonObject body{
        {u"login"_s, login}, {u"password"_s, password}, {u"name"_s, name}, {u"device"_s, device()}};
    if (!m_options.invite.isEmpty()) body[u"invite"] = m_options.invite;
    const HttpAnswer in = post(u"/v1/register"_s, body);
    require(in.status == 201, u"201 to a registration (--user for servers that take none)"_s, in.body);
    return {in.body[u"user"].toString(),   in.body[u"device"].toString(), login, name, password,
            in.body[u"access"].toString(), in.body[u"refresh"].toString()};
}

void Bench::signUp()
{
    if (!m_accounts.isEmpty()) return;
    const QString names[] = {u"Ana"_s, u"Ben"_s, u"Cy"_s};
    QList<Account> made;
    for (int i = 0; i < 3; ++i) {
        if (m_options.accounts.size() == 3) {
            made << signIn(m_options.accounts[i].login, m_options.accounts[i].password);
            continue;
        }
        made << signUpAs(names[i]);
    }
    m_accounts = {
        {Ana, made[0]}, {Ana2, signIn(made[0].login, made[0].password)}, {Ben, made[1]}, {Cy, made[2]}};
}

const Account &Bench::account(Who who)
{
    signUp();
    return m_accounts[who];
}

QUrl Bench::socketUrl(const QString &query) const
{
    QUrl url = m_options.server;
    url.setScheme(url.scheme() == u"https"_s ? u"wss"_s : u"ws"_s);
    url.setPath(u"/v1/ws"_s);
    url.setQuery(query);
    return url;
}

std::unique_ptr<Link> Bench::fresh(const QString &name, const QString &query)
{
    auto link = std::make_unique<Link>(m_notes, name, m_options.patienceMs);
    link->open(socketUrl(query));
    return link;
}

Link &Bench::link(Who who)
{
    const QString names[] = {u"ana"_s, u"ana2"_s, u"ben"_s, u"cy"_s};
    auto &held = m_links[who];
    if (held && held->isOpen()) return *held;
    signUp();
    if (held) m_ended << std::exchange(held, {}); // a check may still hold a reference
    held = fresh(names[who]);
    const QJsonObject hello = held->hello(m_accounts[who]);
    m_epoch = hello[u"epoch"].toString();
    m_offset = hello[u"now"].toInteger() - now();
    return *held;
}

QString Bench::epoch()
{
    link(Ana);
    return m_epoch;
}

QString Bench::direct()
{
    if (!m_direct.isEmpty()) return m_direct;
    const QJsonObject made = link(Ana).askOk({{u"t"_s, u"chat.new"_s},
                                              {u"chat"_s, id()},
                                              {u"op"_s, id()},
                                              {u"kind"_s, u"direct"_s},
                                              {u"members"_s, QJsonArray{account(Ben).user}}});
    return m_direct = made[u"chat"].toString();
}

QString Bench::newGroup(const QList<Who> &others, const QString &title)
{
    QJsonArray members;
    for (const Who who : others) members << account(who).user;
    const QString chat = id();
    link(Ana).askOk({{u"t"_s, u"chat.new"_s},
                     {u"chat"_s, chat},
                     {u"op"_s, id()},
                     {u"kind"_s, u"group"_s},
                     {u"members"_s, members},
                     {u"title"_s, title}});
    return chat;
}

QString Bench::group()
{
    if (m_group.isEmpty()) m_group = newGroup({Ben, Cy});
    return m_group;
}

QJsonObject Bench::say(Who who, const QString &chat, const QString &body, const QString &mid)
{
    const QJsonObject ok = link(who).askOk(
        {{u"t"_s, u"send"_s}, {u"chat"_s, chat}, {u"mid"_s, mid.isEmpty() ? id() : mid}, {u"body"_s, body}});
    return ok[u"rows"].toArray().at(0).toObject();
}

QJsonObject Bench::whole(Who who, const QString &chat)
{
    QJsonObject request{{u"t"_s, u"sync"_s}, {u"chat"_s, chat}, {u"at"_s, zero()}, {u"rx"_s, 0}};
    QJsonArray rows;
    for (int pages = 0; pages < 100; ++pages) {
        QJsonObject page = link(who).ask(request);
        require(page[u"t"] == u"delta"_s || page[u"t"] == u"reset"_s, u"delta or reset"_s, page);
        for (const auto &row : page[u"rows"].toArray()) rows << row;
        if (!page[u"more"].toBool()) {
            page[u"rows"] = rows;
            return page;
        }
        request[u"at"] = page[u"to"];
        request[u"epoch"] = page[u"epoch"];
    }
    throw Failure{u"an end of the pages"_s, u"100 pages with `more`"_s};
}

Cursor Bench::cursor(Who who, const QString &chat)
{
    const QJsonObject page = whole(who, chat);
    return {chat, page[u"to"].toArray(), page[u"rx"].toInteger()};
}

} // namespace kith::conform
