#include "server/admin/admin_table.h"

namespace kith::server {

namespace {

constexpr AdminCommand commands[] = {
    {"create-user", "LOGIN", 1, 1, "name password-stdin",
     "Makes an account, whoever may register. Without --password-stdin (first line of stdin) a password is "
     "made\n"
     "and printed once."},
    {"reset-password", "LOGIN", 1, 1, "password-stdin keep-devices",
     "Gives a new password, as create-user does, and signs all devices out unless --keep-devices."},
    {"disable-user", "LOGIN", 1, 1, "",
     "Ends the user's sessions and lets nobody in; nothing is deleted. enable-user takes it back."},
    {"enable-user", "LOGIN", 1, 1, "",
     "Lets a disabled user in again, with the devices that were signed in."},
    {"users", "", 0, 0, "after limit",
     "Lists accounts by login: --limit (100) of them behind --after LOGIN."},
    {"devices", "LOGIN", 1, 1, "", "Lists the devices of a user."},
    {"revoke-device", "LOGIN [DEVICE]", 1, 2, "all",
     "Signs one device of a user out, or --all; its sessions end at once."},
    {"groups", "LOGIN", 1, 1, "", "Lists the groups a user is in, with their ids."},
    {"group-owner", "CHAT LOGIN", 2, 2, "",
     "Makes a member the owner of a group; the owner until now becomes an administrator."},
    {"create-invite", "", 0, 0, "uses expires note",
     "Makes an invite code and prints it once: for --uses (1) accounts, until --expires (7d) from now. "
     "--note is\n"
     "for you."},
    {"invites", "", 0, 0, "", "Lists the invites (never their codes)."},
    {"revoke-invite", "NUMBER", 1, 1, "", "Makes an invite unusable."},
    {"reports", "[NUMBER]", 0, 1, "after limit all",
     "Lists what people reported and nobody has closed, the oldest first: --limit (100) of them behind "
     "--after\n"
     "NUMBER, with --all the closed ones too. With NUMBER: that one, whole."},
    {"close-report", "NUMBER", 1, 1, "", "Marks a report as seen to."},
    {"stats", "", 0, 0, "", "Counts what this server holds and who is connected."},
    {"sweep", "", 0, 0, "dry-run",
     "Removes what nothing needs: files that no message uses, dead invites. --dry-run only counts."},
    {"backup", "[FILE]", 0, 1, "",
     "Writes a whole, checked copy of the database while the server goes on; without FILE into `backups` in "
     "the\n"
     "data folder. FILE must not exist. The folder of files is not in it."},
    {"reload-tls", "", 0, 0, "", "Reads certificate and key again; open connections stay."},
    {"drain", "", 0, 0, "", "Stops the server as SIGTERM does: it takes leave of its clients first."},
};

constexpr OwnOption options[] = {
    {"json", ""},
    {"name", "NAME"},
    {"password-stdin", ""},
    {"keep-devices", ""},
    {"after", "LOGIN|NUMBER"},
    {"limit", "N"},
    {"all", ""},
    {"uses", "N"},
    {"expires", "TIME"},
    {"note", "TEXT"},
    {"dry-run", ""},
};

} // namespace

std::span<const AdminCommand> adminCommands() { return commands; }
std::span<const OwnOption> adminOptions() { return options; }

const AdminCommand *adminCommand(QAnyStringView name)
{
    for (const AdminCommand &command : commands)
        if (name == QLatin1StringView(command.name)) return &command;
    return nullptr;
}

bool takesOption(const AdminCommand &command, QStringView option)
{
    for (const QString &one : QString::fromLatin1(command.options).split(u' '))
        if (one == option) return true;
    return option == u"json";
}

} // namespace kith::server
