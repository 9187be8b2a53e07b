#include "app/conform/bench.h"

using namespace Qt::StringLiterals;

/// Section 4, and what is only seen over the whole run.
namespace kith::conform {

namespace {

void wants(const HttpAnswer &answer, int status, const QString &code, const QString &to)
{
    require(answer.status == status && (code.isEmpty() || answer.body[u"code"] == code),
            u"%1 %2 to %3"_s.arg(status).arg(code, to),
            QString::number(answer.status) + u' ' + QString::fromUtf8(compact(answer.body)));
}

void serverInfo(Bench &b)
{
    const HttpAnswer info = b.http("GET", u"/v1/server"_s);
    wants(info, 200, {}, u"GET /v1/server"_s);
    const QJsonObject protocol = info.body[u"protocol"].toObject();
    require(info.body[u"name"].isString() && info.body[u"version"].isString() &&
                info.body[u"id"].isString() && info.body[u"registration"].isString() &&
                info.body[u"limits"].isObject() && protocol[u"min"].toInt() >= 1 &&
                protocol[u"max"].toInt() >= protocol[u"min"].toInt(),
            u"name, version, protocol, registration, id, limits"_s, info.body);
    require(
        info.headers.value("content-type").startsWith("application/json") &&
            info.headers.value("cache-control") == "no-store",
        u"Content-Type: application/json and Cache-Control: no-store"_s,
        QString::fromLatin1(info.headers.value("content-type") + ", " + info.headers.value("cache-control")));
}

void health(Bench &b)
{
    const HttpAnswer answer = b.http("GET", u"/v1/health"_s);
    wants(answer, 200, {}, u"GET /v1/health"_s);
    require(answer.body[u"status"] == u"ok"_s, u"status ok"_s, answer.body);
    wants(b.http("GET", u"/v1/ready"_s), 200, {}, u"GET /v1/ready"_s);
}

void errorBodies(Bench &b)
{
    wants(b.http("POST", u"/v1/login"_s, "{"), 400, u"bad_request"_s, u"half a JSON object"_s);
    wants(b.http("POST", u"/v1/login"_s, QByteArray(70'000, ' ')), 413, u"too_large"_s,
          u"a body over its limit"_s);
    wants(b.post(u"/v1/login"_s, {{u"login"_s, b.account(Bench::Ana).login},
                                  {u"password"_s, u"not the password"_s},
                                  {u"device"_s, b.device()}}),
          401, u"bad_credentials"_s, u"a wrong password"_s);
    wants(b.post(u"/v1/login"_s, {{u"login"_s, u"nobody.at.all.here"_s},
                                  {u"password"_s, u"not the password"_s},
                                  {u"device"_s, b.device()}}),
          401, u"bad_credentials"_s, u"an unknown login"_s);
    const QStringList broken = b.notes().broken.value(u"P-4.1"_s);
    require(broken.isEmpty(), u"code and message with every answer that is not 2xx"_s, broken.join(u"; "_s));
}

void registrationErrors(Bench &b)
{
    if (b.options().accounts.size() == 3) throw Skipped{u"this server takes no new accounts"_s};
    const auto with = [&](const QString &login, const QString &password, const QString &name) {
        QJsonObject body{
            {u"login"_s, login}, {u"password"_s, password}, {u"name"_s, name}, {u"device"_s, b.device()}};
        if (!b.options().invite.isEmpty()) body[u"invite"] = b.options().invite;
        return b.post(u"/v1/register"_s, body);
    };
    wants(with(u"no blanks"_s, u"long enough"_s, u"N"_s), 422, u"bad_login"_s, u"a login with a blank"_s);
    wants(with(u"ab"_s, u"long enough"_s, u"N"_s), 422, u"bad_login"_s, u"a login of two characters"_s);
    wants(with(u"conform.x"_s, u"short"_s, u"N"_s), 422, u"bad_password"_s,
          u"a password of five characters"_s);
    wants(with(u"conform.x"_s, u"long enough"_s, u""_s), 422, u"bad_name"_s, u"an empty name"_s);
    wants(with(b.account(Bench::Ana).login, u"long enough"_s, u"N"_s), 409, u"login_taken"_s,
          u"a login twice"_s);
}

void loginForm(Bench &b)
{
    const Account &ana = b.account(Bench::Ana);
    const HttpAnswer in = b.post(
        u"/v1/login"_s, {{u"login"_s, ana.login}, {u"password"_s, ana.password}, {u"device"_s, b.device()}});
    require(in.body[u"login"].toString() == in.body[u"login"].toString().toLower(),
            u"a login in lower case"_s, in.body);
    require(isId(in.body[u"user"]) && isId(in.body[u"device"]), u"ids"_s, in.body);
}

void newDevices(Bench &b)
{
    const Account &ana = b.account(Bench::Ana), &second = b.account(Bench::Ana2);
    require(ana.user == second.user, u"one user"_s, ana.user + u" and "_s + second.user);
    require(ana.device != second.device, u"a new device with each login"_s, ana.device);
}

void refreshing(Bench &b)
{
    const Account &ben = b.account(Bench::Ben);
    Account again = b.signIn(ben.login, ben.password);
    const HttpAnswer first = b.post(u"/v1/token"_s, {{u"refresh"_s, again.refresh}});
    wants(first, 200, {}, u"a refresh token"_s);
    require(first.body[u"access"].isString() && first.body[u"access_ttl"].toInteger() > 0,
            u"access and access_ttl"_s, first.body);
    const QString next = first.body[u"refresh"].toString();
    if (next.isEmpty()) {
        wants(b.post(u"/v1/token"_s, {{u"refresh"_s, again.refresh}}), 200, {},
              u"the refresh token that stays"_s);
        return;
    }
    // Shown once, the new one ends the old one; who shows that afterwards has a copy (P-4.10).
    const HttpAnswer second = b.post(u"/v1/token"_s, {{u"refresh"_s, next}});
    wants(second, 200, {}, u"the refresh token that replaced it"_s);
    const HttpAnswer copied = b.post(u"/v1/token"_s, {{u"refresh"_s, again.refresh}});
    require(copied.status == 401, u"401 to a refresh token whose successor was shown"_s, copied.body);
    const QString newest = second.body[u"refresh"].toString(next);
    require(b.post(u"/v1/token"_s, {{u"refresh"_s, newest}}).status == 401,
            u"the end of a device whose token was copied"_s);
}

void foreignToken(Bench &b)
{
    wants(b.post(u"/v1/token"_s, {{u"refresh"_s, QString(43, u'A')}}), 401, u"auth_invalid"_s,
          u"a refresh token of nobody"_s);
}

void logout(Bench &b)
{
    const Account &cy = b.account(Bench::Cy);
    const Account other = b.signIn(cy.login, cy.password);
    const auto link = b.fresh(u"cy3"_s);
    link->hello(other);
    wants(b.post(u"/v1/logout"_s, {{u"refresh"_s, other.refresh}}), 200, {}, u"logout"_s);
    const QJsonObject bye =
        link->push(u"bye with kicked"_s, [](const QJsonObject &f) { return f[u"t"] == u"bye"_s; });
    require(bye[u"code"] == u"kicked"_s, u"bye with kicked"_s, bye);
    require(link->ends(), u"the end of the connection"_s);
    const HttpAnswer after = b.post(u"/v1/token"_s, {{u"refresh"_s, other.refresh}});
    require(after.status == 401, u"401 to the token of an ended device"_s, after.body);
    wants(b.post(u"/v1/logout"_s, {{u"refresh"_s, other.refresh}}), 200, {}, u"a second logout"_s);
    const auto again = b.fresh(u"cy3"_s);
    const QJsonObject no = again->answer(
        again->send({{u"t"_s, u"hello"_s}, {u"v"_s, QJsonArray{1, 1}}, {u"token"_s, other.access}}));
    require(no[u"code"] == u"device_revoked"_s, u"device_revoked to the access token of an ended device"_s,
            no);
}

void endedDevices(Bench &b)
{
    const Account &cy = b.account(Bench::Cy);
    const Account other = b.signIn(cy.login, cy.password);
    wants(b.http("GET", u"/v1/devices"_s, {}, other.access), 200, {}, u"devices with an access token"_s);
    wants(b.post(u"/v1/devices/end"_s, {{u"device"_s, other.device}}, cy.access), 200, {},
          u"the end of a device"_s);
    const HttpAnswer after = b.http("GET", u"/v1/devices"_s, {}, other.access);
    require(after.status == 401, u"401 to the access token of an ended device"_s, after.body);
    require(b.http("GET", u"/v1/devices"_s).status == 401, u"401 without an access token"_s);
}

void oldPassword(Bench &b)
{
    wants(b.post(u"/v1/password"_s, {{u"old"_s, u"not the password"_s}, {u"new"_s, b.id()}},
                 b.account(Bench::Cy).access),
          403, u"bad_credentials"_s, u"a password change without the old one"_s);
}

void newNames(Bench &b)
{
    if (b.options().accounts.size() == 3) throw Skipped{u"given accounts are not renamed"_s};
    const QString chat = b.group(), name = u"Cy "_s + b.id().right(6);
    Link &ana = b.link(Bench::Ana);
    const qsizetype from = ana.mark();
    wants(b.post(u"/v1/profile"_s, {{u"name"_s, name}}, b.account(Bench::Cy).access), 200, {},
          u"a new name"_s);
    ana.push(
        u"an ev with the member row of the new name"_s,
        [&](const QJsonObject &f) {
            const auto row = f[u"rows"].toArray().at(0);
            return f[u"t"] == u"ev"_s && f[u"chat"] == chat && row[u"k"] == u"mem"_s && row[u"name"] == name;
        },
        from);
}

void endOfAccount(Bench &b)
{
    if (b.options().accounts.size() == 3) throw Skipped{u"this server takes no new accounts"_s};
    const Account dee = b.signUpAs(u"Dee"_s);
    wants(b.post(u"/v1/account/delete"_s, {{u"password"_s, u"not the password"_s}}, dee.access), 403,
          u"bad_credentials"_s, u"the end of an account without the password"_s);
    wants(b.post(u"/v1/account/delete"_s, {{u"password"_s, dee.password}}, dee.access), 200, {},
          u"the end of an account"_s);
    require(b.post(u"/v1/token"_s, {{u"refresh"_s, dee.refresh}}).status == 401,
            u"401 to its refresh token"_s);
    QJsonObject again{
        {u"login"_s, dee.login}, {u"password"_s, b.id()}, {u"name"_s, u"Dee"_s}, {u"device"_s, b.device()}};
    if (!b.options().invite.isEmpty()) again[u"invite"] = b.options().invite;
    wants(b.post(u"/v1/register"_s, again), 409, u"login_taken"_s, u"its login once more"_s);
}

void exactPaths(Bench &b)
{
    wants(b.http("GET", u"/v1/server?x=1"_s), 200, {}, u"a query string"_s);
    wants(b.http("GET", u"/v1/server/"_s), 404, u"not_found"_s, u"another path"_s);
    const HttpAnswer method = b.http("PUT", u"/v1/login"_s, "{}");
    wants(method, 405, u"not_found"_s, u"PUT /v1/login"_s);
    require(method.headers.value("allow").contains("POST"), u"Allow names POST"_s,
            QString::fromLatin1(method.headers.value("allow")));
    wants(b.http("GET", u"/v1/ws"_s), 426, u"bad_request"_s, u"/v1/ws without the upgrade"_s);
}

void patienceIsTold(Bench &b)
{
    if (b.notes().seen.value(u"P-4.2"_s) == 0) throw Skipped{u"the server never said 429 or 503"_s};
    const QStringList broken = b.notes().broken.value(u"P-4.2"_s);
    require(broken.isEmpty(), u"retry_ms and Retry-After with 429 and 503"_s, broken.join(u"; "_s));
}

constexpr ServerCheck checks[] = {
    {"§4", "GET /v1/server tells what it must", serverInfo},
    {"§4", "GET /v1/health and /v1/ready say ok", health},
    {"P-4.1", "errors have a body with a code", errorBodies},
    {"§4", "registrations are refused for the reason that is told", registrationErrors},
    {"P-4.2", "retry_ms comes with 429 and 503", patienceIsTold},
    {"P-4.4", "a login is told in lower case", loginForm},
    {"P-4.5", "each login makes a new device", newDevices},
    {"P-4.6", "a refresh token that was replaced no longer works", refreshing},
    {"P-4.7", "a refresh token of nobody is auth_invalid", foreignToken},
    {"P-4.8", "logout ends token and connections", logout},
    {"P-4.10", "a refresh token is good until its successor is shown", refreshing},
    {"P-4.12", "an ended device is refused at once", endedDevices},
    {"P-4.13", "a password change asks for the old password", oldPassword},
    {"P-4.14", "a new name changes the member rows", newNames},
    {"P-4.15", "the end of an account ends its devices and its login", endOfAccount},
    {"P-4.9", "paths are exact, a query string is ignored", exactPaths},
};

} // namespace

std::span<const ServerCheck> httpChecks() { return checks; }

} // namespace kith::conform
