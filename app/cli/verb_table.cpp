#include "app/cli/verb_table.h"

#include <array>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

using enum Takes;

constexpr std::array signInOptions{
    OptionRule{"invite", Text, "CODE"},     OptionRule{"server", Text, "URL", true},
    OptionRule{"user", Text, "NAME", true}, OptionRule{"password-stdin", Flag, "", true},
    OptionRule{"name", Text, "DISPLAY"},
};
constexpr std::array loginOptions{
    OptionRule{"server", Text, "URL", true},
    OptionRule{"user", Text, "NAME", true},
    OptionRule{"password-stdin", Flag, "", true},
};
constexpr std::array passwordOptions{OptionRule{"password-stdin", Flag, "", true},
                                     OptionRule{"keep-others", Flag, ""}};
constexpr std::array byPassword{OptionRule{"password-stdin", Flag, "", true}};
constexpr std::array profileOptions{OptionRule{"name", Text, "DISPLAY"}, OptionRule{"about", Text, "TEXT"},
                                    OptionRule{"picture", Text, "FILE|none"}};
constexpr std::array reportOptions{OptionRule{"reason", Text, "spam|abuse|other"},
                                   OptionRule{"text", Text, "TEXT"}, OptionRule{"timeout", Seconds, "S"}};
constexpr std::array logoutOptions{OptionRule{"force", Flag, ""}};
constexpr std::array sendOptions{
    OptionRule{"file", Texts, "PATH"},   OptionRule{"caption", Text, "TEXT"},
    OptionRule{"voice", Flag, ""},       OptionRule{"markup", Flag, ""},
    OptionRule{"silent", Flag, ""},      OptionRule{"preview", Flag, ""},
    OptionRule{"at", Text, "TIME"},      OptionRule{"wait", Stage, "saved|sent|delivered|seen"},
    OptionRule{"timeout", Seconds, "S"},
};
constexpr std::array editOptions{OptionRule{"markup", Flag, ""}, OptionRule{"timeout", Seconds, "S"}};
constexpr std::array deleteOptions{OptionRule{"for-me", Flag, ""}, OptionRule{"off", Flag, ""},
                                   OptionRule{"timeout", Seconds, "S"}};
constexpr std::array forwardOptions{OptionRule{"silent", Flag, ""},
                                    OptionRule{"wait", Stage, "saved|sent|delivered|seen"},
                                    OptionRule{"timeout", Seconds, "S"}};
constexpr std::array replyOptions{OptionRule{"markup", Flag, ""}, OptionRule{"silent", Flag, ""},
                                  OptionRule{"wait", Stage, "saved|sent|delivered|seen"},
                                  OptionRule{"timeout", Seconds, "S"}};
constexpr std::array pollOptions{
    OptionRule{"multiple", Flag, ""}, OptionRule{"anonymous", Flag, ""}, OptionRule{"silent", Flag, ""},
    OptionRule{"wait", Stage, "saved|sent|delivered|seen"}, OptionRule{"timeout", Seconds, "S"}};
constexpr std::array fetchOptions{OptionRule{"to", Text, "DIR"}, OptionRule{"timeout", Seconds, "S"}};
constexpr std::array patience{OptionRule{"timeout", Seconds, "S"}};
constexpr std::array reactOptions{OptionRule{"off", Flag, ""}, OptionRule{"timeout", Seconds, "S"}};
constexpr std::array historyOptions{OptionRule{"limit", Positive, "N"}, OptionRule{"before", Positive, "SEQ"},
                                    OptionRule{"date", Text, "DATE"}, OptionRule{"timeout", Seconds, "S"}};
constexpr std::array searchOptions{OptionRule{"limit", Positive, "N"}};
constexpr std::array readOptions{OptionRule{"upto", Positive, "SEQ"}, OptionRule{"timeout", Seconds, "S"}};
constexpr std::array syncOptions{OptionRule{"once", Flag, "", true}, OptionRule{"timeout", Seconds, "S"}};

constexpr std::array membersOptions{OptionRule{"all", Flag, ""}, OptionRule{"banned", Flag, ""},
                                    OptionRule{"timeout", Seconds, "S"}};
constexpr std::array groupOptions{
    OptionRule{"title", Text, "TITLE"},         OptionRule{"about", Text, "TEXT"},
    OptionRule{"picture", Text, "FILE|none"},   OptionRule{"channel", Text, "on|off"},
    OptionRule{"history", Text, "all|joining"}, OptionRule{"slow", Text, "SECONDS"},
    OptionRule{"timeout", Seconds, "S"}};
constexpr std::array inviteOptions{OptionRule{"hours", Positive, "H"}, OptionRule{"uses", Positive, "N"},
                                   OptionRule{"list", Flag, ""}, OptionRule{"revoke", Text, "CODE"},
                                   OptionRule{"timeout", Seconds, "S"}};
constexpr std::array logOptions{OptionRule{"limit", Positive, "N"}, OptionRule{"timeout", Seconds, "S"}};
constexpr std::array verifyOptions{OptionRule{"chat", Text, "CHAT"}, OptionRule{"check", Flag, ""},
                                   OptionRule{"timeout", Seconds, "S"}};
constexpr std::array exportOptions{OptionRule{"chat", Texts, "CHAT"}, OptionRule{"format", Text, "html|json"},
                                   OptionRule{"no-files", Flag, ""}};
constexpr std::array pushOptions{OptionRule{"provider", Text, "NAME"}, OptionRule{"token-stdin", Flag, ""},
                                 OptionRule{"off", Flag, ""}, OptionRule{"timeout", Seconds, "S"}};

constexpr VerbRule rules[] = {
    {Verb::Register, "register", "", 0, 0, signInOptions,
     "Makes a new account on a server and signs in to it. The password is the first line of stdin."},
    {Verb::Login, "login", "", 0, 0, loginOptions,
     "Signs in to an existing account. The password is the first line of stdin."},
    {Verb::Logout, "logout", "", 0, 0, logoutOptions,
     "Signs this device out and removes the account with its messages from this profile. Refuses while\n"
     "messages wait to be sent, or when the server cannot be told; --force does it all the same."},
    {Verb::Accounts, "accounts", "", 0, 0, {}, "Lists the accounts of the profile."},
    {Verb::Password, "password", "", 0, 0, passwordOptions,
     "Changes the password: the old one is the first line of stdin, the new one the second. Signs out all\n"
     "other devices, unless --keep-others."},
    {Verb::Devices, "devices", "", 0, 0, {}, "Lists the devices that are signed in to the account."},
    {Verb::EndDevice,
     "end-device",
     "DEVICE|others",
     1,
     1,
     {},
     "Signs out a device, or all others; they keep what they hold."},
    {Verb::Profile, "profile", "", 0, 0, profileOptions,
     "Prints the profile that others see, after changing what the options name."},
    {Verb::DeleteAccount, "delete-account", "", 0, 0, byPassword,
     "Ends the account for good: everything it wrote is deleted for everybody. The password is the first\n"
     "line of stdin. What this device holds stays until `logout --force`."},
    {Verb::Block, "block", "USER", 1, 1, reactOptions,
     "Blocks a person: no messages between the two any more. --off takes it back."},
    {Verb::Report, "report", "USER", 1, 1, reportOptions, "Tells the operator of the server about a person."},
    {Verb::Send, "send", "USER-OR-CHAT [TEXT]", 1, 2, sendOptions,
     "Sends a message; TEXT \"-\" reads it from stdin. Prints its id as soon as it is saved here, then each\n"
     "state that it reaches. Without --wait it stays until the message is sent or the network is known to\n"
     "be away; a message that is not sent yet goes out with the next connection.\n"
     "--file, up to ten times, sends files, and TEXT or --caption goes with them (--voice: as voice notes). "
     "Progress is told on "
     "stderr;\n"
     "an upload that is cut goes on with the next verb that connects.\n"
     "--markup reads *bold* _italic_ ~struck~ `code` ||spoiler|| [words](address) @login in TEXT. --silent:\n"
     "no sound on the other side. --preview: asks the first linked page for its title and sends that along.\n"
     "--at 2026-11-24T09:30 or +10m: the server sends it then."},
    {Verb::Forward, "forward", "MID USER-OR-CHAT", 2, 2, forwardOptions,
     "Sends a message on, with its files and whose words they are; else like send."},
    {Verb::Versions, "versions", "MID", 1, 1, patience,
     "Asks the server for the earlier texts of an edited message, oldest first."},
    {Verb::Scheduled,
     "scheduled",
     "[CHAT]",
     0,
     1,
     {},
     "Lists what the server will send later for the account, and what it could not send."},
    {Verb::Unschedule, "unschedule", "MID", 1, 1, patience,
     "Takes a scheduled message back before its time."},
    {Verb::Timer, "timer", "CHAT off|TIME", 2, 2, patience,
     "Messages sent in the chat from now on go away after TIME: 30s, 10m, 2h, 1d, 4w."},
    {Verb::Reply, "reply", "MID TEXT", 2, 2, replyOptions, "Answers a message in its chat; else like send."},
    {Verb::Edit, "edit", "MID TEXT", 2, 2, editOptions,
     "Changes the text of an own message; --markup as with send."},
    {Verb::Delete, "delete", "MID", 1, 1, deleteOptions,
     "Deletes a message for everybody; with --for-me only out of the account's own sight, on all its "
     "devices;\n"
     "then --off brings it back."},
    {Verb::React, "react", "MID EMOJI", 2, 2, reactOptions, "Adds a reaction, or takes it back with --off."},
    {Verb::Poll, "poll", "USER-OR-CHAT QUESTION OPTION OPTION…", 4, -1, pollOptions,
     "Asks a question with 2 to 12 options. Everybody votes for one of them, with --multiple for any "
     "number;\n"
     "with --anonymous nobody is told who voted for what. Else like send."},
    {Verb::Vote, "vote", "MID NUMBER…", 1, -1, reactOptions,
     "Votes for options of a poll by their numbers, from 1, in the place of an earlier vote; --off takes it\n"
     "back."},
    {Verb::ClosePoll, "close-poll", "MID", 1, 1, patience,
     "Ends a poll: an own one, or as an admin anybody's. What was voted stays."},
    {Verb::Voters, "voters", "MID NUMBER", 2, 2, patience,
     "Lists who voted for an option of a poll that is not anonymous; asks the server."},
    {Verb::Retry, "retry", "MID", 1, 1, patience, "Queues a refused message again, under the same id."},
    {Verb::Discard, "discard", "MID", 1, 1, patience,
     "Gives a refused message up: it is taken out of the outbox."},
    {Verb::Files,
     "files",
     "MID",
     1,
     1,
     {},
     "Lists the files of a message and where they are on this device."},
    {Verb::Fetch, "fetch", "MID", 1, 1, fetchOptions,
     "Brings the files of a message to this device, checks them, and prints where they are. --to copies "
     "them\n"
     "into a folder, under names that are safe there; nothing is overwritten. A fetch that is cut goes on."},
    {Verb::Chats, "chats", "", 0, 0, {}, "Lists the chats, as they stand on this device."},
    {Verb::History, "history", "CHAT", 1, 1, historyOptions,
     "Prints messages held on this device, oldest first: the newest --limit (50), or those before --before.\n"
     "--date 2026-11-24: those from then on; asks the server where that is, and for what is not held."},
    {Verb::Search, "search", "WORDS…", 1, -1, searchOptions,
     "Finds messages held on this device that contain all the words, newest first."},
    {Verb::Members, "members", "CHAT", 1, 1, membersOptions,
     "Lists the people of a chat and how far they have read, as held on this device. --all asks the server\n"
     "for every member of a group, page by page; --banned for those who are banned."},
    {Verb::Read, "read", "CHAT", 1, 1, readOptions,
     "Marks a chat as read, up to its end or up to the message number --upto."},
    {Verb::Group, "group", "TITLE USER…", 2, -1, patience, "Makes a group of the named people."},
    {Verb::Add, "add", "CHAT USER", 2, 2, patience, "Adds a person to a group."},
    {Verb::Remove, "remove", "CHAT USER", 2, 2, patience, "Takes a person out of a group."},
    {Verb::Leave, "leave", "CHAT", 1, 1, patience, "Leaves a group."},
    {Verb::GroupSet, "group-set", "CHAT", 1, 1, groupOptions,
     "Prints what a group is set to, after changing what the options name. In a channel only the owner and\n"
     "admins write; with --history joining whoever joins sees what is said from then on; --slow is the "
     "least\n"
     "time between two messages of a member."},
    {Verb::Pin, "pin", "MID", 1, 1, reactOptions,
     "Pins a message of a group for everybody, or takes it from the pins with --off."},
    {Verb::Ban, "ban", "CHAT USER", 2, 2, reactOptions,
     "Takes a person out of a group and keeps them out; --off lets them in again."},
    {Verb::Role, "role", "CHAT USER owner|admin|member", 3, 3, patience,
     "Makes a member an admin, or a plain member again; \"owner\" hands the group over."},
    {Verb::Invite, "invite", "CHAT", 1, 1, inviteOptions,
     "Makes an invite and prints its code, for --hours and --uses at most; --list shows those there are,\n"
     "--revoke ends one."},
    {Verb::Join, "join", "CODE", 1, 1, patience, "Joins a group by the code of an invite."},
    {Verb::GroupLog, "group-log", "CHAT", 1, 1, logOptions,
     "Lists what was done in a group, the newest first: who added, banned, deleted, set. For its admins."},
    {Verb::Outbox, "outbox", "", 0, 0, {}, "Lists what waits to be sent and what was refused."},
    {Verb::Status,
     "status",
     "",
     0,
     0,
     {},
     "Says up to when everything is on the server, and counts what this device holds and what waits."},
    {Verb::Tail, "tail", "", 0, 0, {}, "Stays connected and prints what happens, until Ctrl+C."},
    {Verb::Session,
     "session",
     "",
     0,
     0,
     {},
     "Stays connected like tail and does what stdin says: one command a line, a JSON array of words such as\n"
     "[\"send\", \"bob\", \"Hello\"]. Each ends with a line `done`: its number, exit code and sentence. Ends "
     "with\n"
     "stdin, or on Ctrl+C."},
    {Verb::Sync, "sync", "", 0, 0, syncOptions,
     "With --once: connects, sends what waits, fetches what is new, and ends when there is nothing left."},
    {Verb::Verify, "verify", "", 0, 0, verifyOptions,
     "Compares what this device holds with the server, chat by chat, and mends what differs; --check only\n"
     "looks. Exit code 0 only if everything is held and equal."},
    {Verb::Explain, "explain", "MID", 1, 1, patience,
     "Tells what happened to a message: entered, tried, stored, delivered, seen, and what comes next."},
    {Verb::Export, "export", "DIR", 1, 1, exportOptions,
     "Writes what this device holds into a new folder: pages for a browser or JSON, with the files that are\n"
     "here. All chats, or those named by --chat, which may be repeated. Needs no network and no sign-in; a\n"
     "run that is stopped leaves nothing behind."},
    {Verb::Push, "push", "", 0, 0, pushOptions,
     "Shows how the server wakes this device while it is not connected. With --provider and --token-stdin\n"
     "registers it (the token is the first line of stdin), with --off ends that."},
    {Verb::PushTest, "push-test", "", 0, 0, patience,
     "Has the server push to this device and prints each step until it is known what came of it."},
};

} // namespace

std::span<const VerbRule> verbRules() { return rules; }

const VerbRule *verbRule(const QString &name)
{
    for (const VerbRule &rule : rules)
        if (name == QLatin1StringView(rule.name)) return &rule;
    return nullptr;
}

QString usageLine(const VerbRule &rule)
{
    QString line = u"kith-cli [OPTIONS] "_s + QLatin1StringView(rule.name);
    if (*rule.words) line += u' ' + QString::fromUtf8(rule.words);
    for (const OptionRule &option : rule.options) {
        QString one = u"--"_s + QLatin1StringView(option.name);
        if (*option.word) one += u' ' + QLatin1StringView(option.word);
        line += option.required ? u' ' + one : u" ["_s + one + u']';
    }
    return line;
}

QString helpOf(const VerbRule &rule)
{
    return u"%1\n\n%2\n"_s.arg(usageLine(rule), QString::fromUtf8(rule.help));
}

QString helpOfAll()
{
    QString text = u"kith-cli [OPTIONS] VERB …\n\nVerbs:\n"_s;
    for (const VerbRule &rule : rules) text += u"  "_s + usageLine(rule).mid(19) + u'\n';
    text += u"\nOptions, for every verb:\n"
            "  --profile DIR            where the accounts live (default: the one of the kith window)\n"
            "  --secrets file|keychain  where the sign-in secret is kept (default: keychain)\n"
            "  --account LOGIN[@HOST]   which account of the profile, when it has several\n"
            "  --ca FILE                trust the certificates in FILE (PEM) beside those of the system\n"
            "  --json                   print one JSON object a line\n"
            "  -h, --help               this text, or that of the verb\n"
            "  --version\n\n"
            "Exit codes: 0 done, 64 usage, 65 bad data, 69 refused by the server, 75 try again later,\n"
            "77 not allowed. Fields of the JSON objects: docs/cli.md.\n"_s;
    return text;
}

} // namespace kith::cli
