#include "server/admin/admin_desk.h"

#include "core/base/log.h"
#include "core/base/log_fields.h"
#include "core/wire/account_codec.h"
#include "server/admin/admin_table.h"
#include "server/config/setting.h"
#include "server/storage/backup.h"

#include <QDateTime>
#include <QDir>

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::AdminReply;
using wire::AdminRow;

namespace {

constexpr int passwordGroups = 4, inviteGroups = 3;
constexpr qint64 day = 24LL * 3600 * 1000;

AdminReply failed(Error error) { return {{}, false, std::move(error)}; }
AdminReply row(AdminRow row) { return {{std::move(row)}, true, {}}; }

Error badInput(const QString &what) { return {Errc::BadInput, what}; }

} // namespace

struct AdminDesk::Ask {
    wire::AdminRequest request;
    Answer answer;

    QString word(int at) const { return request.words.value(at); }
    QString login(int at = 0) const { return wire::normalLogin(word(at)); }
    bool has(const char *option) const { return request.options.contains(QLatin1StringView(option)); }
    QString option(const char *option) const { return request.options.value(QLatin1StringView(option)); }
    void fail(Error error) const { answer(failed(std::move(error))); }
    /// The word as a number; nullopt: answered.
    std::optional<qint64> numberOf(int at, const QString &usage) const
    {
        bool number = false;
        const qint64 value = word(at).toLongLong(&number);
        if (number) return value;
        fail(badInput(usage));
        return std::nullopt;
    }
    /// A number from `least` to `most`; nullopt: answered.
    std::optional<qint64> number(const char *name, qint64 fallback, qint64 least, qint64 most) const
    {
        if (!has(name)) return fallback;
        bool number = false;
        const qint64 value = option(name).toLongLong(&number);
        if (number && value >= least && value <= most) return value;
        fail(badInput(
            u"--%1 wants a number from %2 to %3"_s.arg(QLatin1StringView(name)).arg(least).arg(most)));
        return std::nullopt;
    }
};

AdminDesk::AdminDesk(Parts parts)
    : d(std::move(parts))
{
}

AdminDesk::~AdminDesk()
{
    if (m_backup.joinable()) m_backup.join();
}

AdminDesk::Handler AdminDesk::handlerOf(const QString &command)
{
    static constexpr std::pair<const char *, Handler> handlers[] = {
        {"create-user", &AdminDesk::createUser},
        {"reset-password", &AdminDesk::resetPassword},
        {"disable-user", &AdminDesk::disableUser},
        {"enable-user", &AdminDesk::enableUser},
        {"users", &AdminDesk::users},
        {"devices", &AdminDesk::devices},
        {"revoke-device", &AdminDesk::revokeDevice},
        {"groups", &AdminDesk::groups},
        {"group-owner", &AdminDesk::groupOwner},
        {"create-invite", &AdminDesk::createInvite},
        {"invites", &AdminDesk::invites},
        {"revoke-invite", &AdminDesk::revokeInvite},
        {"reports", &AdminDesk::reports},
        {"close-report", &AdminDesk::closeReport},
        {"stats", &AdminDesk::stats},
        {"sweep", &AdminDesk::sweep},
        {"backup", &AdminDesk::backup},
        {"reload-tls", &AdminDesk::reloadTls},
        {"drain", &AdminDesk::drain},
    };
    for (const auto &[name, handler] : handlers)
        if (command == QLatin1StringView(name)) return handler;
    return nullptr;
}

void AdminDesk::run(const wire::AdminRequest &request, Answer answer)
{
    const AdminCommand *command = adminCommand(request.command);
    const Handler handler = handlerOf(request.command);
    if (!command || !handler)
        return answer(
            failed(badInput(u"this server knows no command \"%1\""_s.arg(request.command.left(40)))));
    if (request.words.size() < command->least || request.words.size() > command->most)
        return answer(
            failed(badInput(u"usage: %1 %2"_s.arg(request.command, QString::fromUtf8(command->words)))));
    // Never the options: there may be a password.
    LogLine(lcServer(), QtInfoMsg, "admin").with("command", request.command);
    (this->*handler)({request, std::move(answer)});
}

void AdminDesk::withUser(const Ask &ask, const QString &login, std::function<void(const UserId &)> then)
{
    const bool taken = d.reads.run([ask, login, then = std::move(then)](Repository &repository) {
        const auto found = repository.accountByLogin(login);
        if (!found) return ask.fail(found.error());
        if (!*found) return ask.fail({Errc::NotFound, u"there is no user \"%1\""_s.arg(login)});
        then((*found)->user);
    });
    if (!taken) ask.fail({Errc::Unavailable, u"the server is busy"_s});
}

void AdminDesk::query(const Ask &ask, AdminQuery query)
{
    const bool taken = d.reads.run([ask, query = std::move(query)](Repository &repository) {
        auto rows = repository.oversee(query);
        if (!rows) return ask.fail(rows.error());
        ask.answer({*std::move(rows), true, {}});
    });
    if (!taken) ask.fail({Errc::Unavailable, u"the server is busy"_s});
}

void AdminDesk::write(const Ask &ask, Write write, std::function<AdminRow(const WriteResult &)> shown)
{
    const bool taken =
        d.writes.submit(std::move(write), [this, ask, shown = std::move(shown)](WriteResult &&result) {
            if (const auto *error = std::get_if<Error>(&result)) return ask.fail(*error);
            AdminRow line = shown(result);
            if (auto *outcome = std::get_if<Outcome>(&result)) {
                line.emplace_back(u"sessions_ended"_s, qint64(outcome->ended.size()));
                d.publisher.publish(std::move(outcome->events), outcome->ended);
            }
            ask.answer(row(std::move(line)));
        });
    if (!taken) ask.fail({Errc::Unavailable, u"the server is busy"_s});
}

std::optional<QString> AdminDesk::password(const Ask &ask, const QString &login, const QString &name)
{
    if (!ask.has("password")) return randomWords(d.random, passwordGroups);
    const QString given = ask.option("password");
    const QString fault = d.rules.inWords(d.rules.faultOf(given, login, name));
    if (fault.isEmpty()) return given;
    ask.fail(badInput(fault));
    return std::nullopt;
}

void AdminDesk::createUser(const Ask &ask)
{
    const QString login = ask.login();
    const QString name = ask.has("name") ? ask.option("name").trimmed() : login;
    if (!wire::faultOfLogin(login).isEmpty())
        return ask.fail(
            badInput(u"a login has %1 to %2 characters: a-z, 0-9, '.', '_', '-'"_s.arg(limits::loginMinChars)
                         .arg(limits::loginMaxChars)));
    if (!wire::faultOfName(name).isEmpty())
        return ask.fail(badInput(u"a name has 1 to %1 characters"_s.arg(limits::nameChars)));
    const auto secret = password(ask, login, name);
    if (!secret) return;
    const bool made = !ask.has("password");
    const bool taken =
        d.passwords.hash(normalPassword(*secret), [=, this, secret = *secret](QByteArray hash) {
            if (hash.isEmpty()) return ask.fail({Errc::Unavailable, u"no memory for a password now"_s});
            write(ask, NewUser{login, name, std::move(hash), d.clock.wallMs(), {}},
                  [login, made, secret](const WriteResult &result) {
                      const auto *user = std::get_if<UserMade>(&result);
                      AdminRow line{{u"login"_s, login},
                                    {u"id"_s, user ? QString::fromLatin1(user->user.text()) : QString()}};
                      if (made) line.emplace_back(u"password"_s, secret);
                      return line;
                  });
        });
    if (!taken) ask.fail({Errc::Unavailable, u"too many passwords at once"_s});
}

void AdminDesk::resetPassword(const Ask &ask)
{
    const auto secret = password(ask, ask.login(), {});
    if (!secret) return;
    const bool made = !ask.has("password"), keep = ask.has("keep-devices");
    withUser(ask, ask.login(), [=, this, secret = *secret](const UserId &user) {
        const bool taken = d.passwords.hash(normalPassword(secret), [=, this](QByteArray hash) {
            if (hash.isEmpty()) return ask.fail({Errc::Unavailable, u"no memory for a password now"_s});
            write(ask, AdminWrite{ResetPassword{user, std::move(hash), keep}, d.clock.wallMs()},
                  [login = ask.login(), made, secret](const WriteResult &) {
                      AdminRow line{{u"login"_s, login}};
                      if (made) line.emplace_back(u"password"_s, secret);
                      return line;
                  });
        });
        if (!taken) ask.fail({Errc::Unavailable, u"too many passwords at once"_s});
    });
}

void AdminDesk::disableUser(const Ask &ask)
{
    withUser(ask, ask.login(), [this, ask](const UserId &user) {
        write(ask, AdminWrite{SetDisabled{user, true}, d.clock.wallMs()},
              [login = ask.login()](const WriteResult &) {
                  return AdminRow{{u"login"_s, login}, {u"disabled"_s, true}};
              });
    });
}

void AdminDesk::enableUser(const Ask &ask)
{
    withUser(ask, ask.login(), [this, ask](const UserId &user) {
        write(ask, AdminWrite{SetDisabled{user, false}, d.clock.wallMs()},
              [login = ask.login()](const WriteResult &) {
                  return AdminRow{{u"login"_s, login}, {u"disabled"_s, false}};
              });
    });
}

void AdminDesk::users(const Ask &ask)
{
    const auto limit = ask.number("limit", 100, 1, 1'000);
    if (limit) query(ask, UsersPage{wire::normalLogin(ask.option("after")), *limit});
}

void AdminDesk::devices(const Ask &ask)
{
    withUser(ask, ask.login(), [this, ask](const UserId &user) { query(ask, DevicesOf{user}); });
}

void AdminDesk::revokeDevice(const Ask &ask)
{
    const auto device = DeviceId::fromText(ask.word(1).toLatin1());
    if (ask.has("all") == (ask.request.words.size() == 2) || (!ask.has("all") && !device))
        return ask.fail(badInput(u"name one DEVICE (`devices LOGIN` lists them) or give --all"_s));
    withUser(ask, ask.login(), [this, ask, device](const UserId &user) {
        const SignOut end{user, ask.has("all") ? DeviceId{} : *device};
        write(ask, AdminWrite{end, d.clock.wallMs()}, [login = ask.login()](const WriteResult &) {
            return AdminRow{{u"login"_s, login}};
        });
    });
}

void AdminDesk::groups(const Ask &ask)
{
    withUser(ask, ask.login(), [this, ask](const UserId &user) { query(ask, GroupsOf{user}); });
}

void AdminDesk::groupOwner(const Ask &ask)
{
    const auto chat = ChatId::fromText(ask.word(0).toLatin1());
    if (!chat) return ask.fail(badInput(u"CHAT is an id, as `groups LOGIN` lists them"_s));
    withUser(ask, ask.login(1), [this, ask, chat](const UserId &user) {
        write(ask, AdminWrite{HandOver{*chat, user}, d.clock.wallMs()}, [ask](const WriteResult &) {
            return AdminRow{{u"chat"_s, ask.word(0)}, {u"owner"_s, ask.login(1)}};
        });
    });
}

void AdminDesk::createInvite(const Ask &ask)
{
    static constexpr Setting expires{"expires", SettingKind::Span, "", "", "", 1'000, 366 * day};
    const auto uses = ask.number("uses", 1, 1, 100'000);
    if (!uses) return;
    const QString span = ask.has("expires") ? ask.option("expires") : u"7d"_s;
    if (const QString allowed = faultOf(expires, span); !allowed.isEmpty())
        return ask.fail(badInput(u"--expires wants "_s + allowed));
    const QString note = ask.option("note").left(limits::titleChars);
    const QString code = randomWords(d.random, inviteGroups);
    const qint64 until = d.clock.wallMs() + millisecondsFrom(span);
    write(
        ask,
        AdminWrite{NewInvite{inviteHash(code), note.isNull() ? u""_s : note, *uses, until}, d.clock.wallMs()},
        [code, uses, until](const WriteResult &result) {
            const auto *counted = std::get_if<Counted>(&result);
            return AdminRow{
                {u"invite"_s, counted ? counted->count : 0},
                {u"code"_s, code},
                {u"uses"_s, *uses},
                {u"expires"_s, QDateTime::fromMSecsSinceEpoch(until, Qt::UTC).toString(Qt::ISODate)}};
        });
}

void AdminDesk::invites(const Ask &ask) { query(ask, InvitesAll{}); }

void AdminDesk::revokeInvite(const Ask &ask)
{
    const auto id = ask.numberOf(0, u"NUMBER is that of `invites`"_s);
    if (!id) return;
    write(ask, AdminWrite{EndInvite{*id}, d.clock.wallMs()}, [id](const WriteResult &) {
        return AdminRow{{u"invite"_s, *id}};
    });
}

void AdminDesk::reports(const Ask &ask)
{
    if (!ask.request.words.isEmpty()) {
        const auto id = ask.numberOf(0, u"NUMBER is that of `reports`"_s);
        if (!id) return;
        const bool taken = d.reads.run([ask, id](Repository &repository) {
            auto rows = repository.oversee(ReportOne{*id});
            if (!rows) return ask.fail(rows.error());
            if (rows->empty()) return ask.fail({Errc::NotFound, u"there is no report with this number"_s});
            ask.answer({*std::move(rows), true, {}});
        });
        if (!taken) ask.fail({Errc::Unavailable, u"the server is busy"_s});
        return;
    }
    const auto limit = ask.number("limit", 100, 1, 1'000);
    if (!limit) return;
    const auto after = ask.number("after", 0, 0, std::numeric_limits<qint64>::max());
    if (after) query(ask, ReportsPage{*after, *limit, ask.has("all")});
}

void AdminDesk::closeReport(const Ask &ask)
{
    const auto id = ask.numberOf(0, u"NUMBER is that of `reports`"_s);
    if (!id) return;
    write(ask, AdminWrite{CloseReport{*id}, d.clock.wallMs()}, [id](const WriteResult &) {
        return AdminRow{{u"report"_s, *id}, {u"closed"_s, true}};
    });
}

void AdminDesk::stats(const Ask &ask)
{
    const bool taken = d.reads.run([this, ask](Repository &repository) {
        auto totals = repository.oversee(Totals{});
        if (!totals) return ask.fail(totals.error());
        AdminRow all = std::move(totals->front());
        for (auto &figure : d.figures()) all.push_back(std::move(figure));
        ask.answer(row(std::move(all)));
    });
    if (!taken) ask.fail({Errc::Unavailable, u"the server is busy"_s});
}

void AdminDesk::sweep(const Ask &ask)
{
    const bool dry = ask.has("dry-run");
    const bool taken = d.sweepFiles(dry, [this, ask, dry](const SweepReport &report) {
        write(ask, AdminWrite{SweepRows{dry}, d.clock.wallMs()}, [report, dry](const WriteResult &result) {
            const auto *invites = std::get_if<Counted>(&result);
            return AdminRow{{u"dry_run"_s, dry},
                            {u"complete"_s, report.complete},
                            {u"unfinished_files"_s, report.unfinished.files},
                            {u"unused_files"_s, report.unused.files},
                            {u"released_files"_s, report.released.files},
                            {u"stray_files"_s, report.strays.files},
                            {u"bytes"_s, report.unfinished.bytes + report.unused.bytes +
                                             report.released.bytes + report.strays.bytes},
                            {u"invites"_s, invites ? invites->count : 0}};
        });
    });
    if (!taken) ask.fail({Errc::Locked, u"a sweep is at work, or the server is busy; try again"_s});
}

void AdminDesk::backup(const Ask &ask)
{
    if (m_backingUp.exchange(true)) return ask.fail({Errc::Locked, u"a backup is being written"_s});
    if (m_backup.joinable()) m_backup.join(); // of the last one, which is done
    QString target = ask.word(0);
    if (target.isEmpty()) {
        const QString name =
            QDateTime::fromMSecsSinceEpoch(d.clock.wallMs(), Qt::UTC).toString(u"yyyyMMdd-HHmmss"_s);
        QDir().mkpath(d.backupDir);
        target = QDir(d.backupDir).filePath(u"kith-server-%1.db"_s.arg(name));
    }
    // A thread of its own: a large database takes minutes, and a reader must not be missing meanwhile.
    m_backup = std::thread([this, ask, target] {
        const auto written = backUp(d.databaseFile, target);
        m_backingUp = false;
        if (!written) return ask.fail(written.error());
        ask.answer(row({{u"file"_s, target}, {u"bytes"_s, QFileInfo(target).size()}}));
    });
}

void AdminDesk::reloadTls(const Ask &ask)
{
    const auto loaded = d.reloadTls();
    if (!loaded) return ask.fail(loaded.error());
    ask.answer(row({{u"reloaded"_s, true}}));
}

void AdminDesk::drain(const Ask &ask)
{
    ask.answer(row({{u"draining"_s, true}}));
    d.drain();
}

} // namespace kith::server
