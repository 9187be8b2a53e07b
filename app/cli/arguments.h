#pragma once
#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>
#include <variant>

namespace kith::cli {

enum class Verb : quint8 {
    Register,
    Login,
    Logout,
    Accounts,
    Password,
    Devices,
    EndDevice,
    Profile,
    DeleteAccount,
    Block,
    Report,
    Send,
    Forward,
    Versions,
    Scheduled,
    Unschedule,
    Timer,
    Reply,
    Edit,
    Delete,
    React,
    Poll,
    Vote,
    ClosePoll,
    Voters,
    Retry,
    Discard,
    Files,
    Fetch,
    Chats,
    History,
    Search,
    Members,
    Read,
    Group,
    Add,
    Remove,
    Leave,
    GroupSet,
    Pin,
    Ban,
    Role,
    Invite,
    Join,
    GroupLog,
    Outbox,
    Status,
    Tail,
    Session,
    Sync,
    Verify,
    Explain,
    Export,
    Push,
    PushTest,
};

/// One command line, checked against the verb's rules; nothing is looked up yet.
struct Arguments {
    Verb verb = Verb::Status;
    QString profile; // empty = the default one
    QString secrets; // empty = keychain
    QString account; // empty = the only one
    QString ca;      // a file of certificates to trust beside the system's; empty = none
    bool json = false;
    QStringList words;                 // positional, within the verb's bounds
    QHash<QString, QString> values;    // --server URL → {"server", "URL"}
    QHash<QString, QStringList> lists; // options that may be repeated: --file A --file B
    QStringList flags;                 // --off → "off"

    bool has(const QString &flag) const { return flags.contains(flag); }
    QString value(const QString &option) const { return values.value(option); }
    /// Of an option checked as a number; `otherwise` when it was not given.
    qint64 number(const QString &option, qint64 otherwise) const;
};

/// What the reader of the command line is told instead of having something done.
struct HelpWanted {
    QString text; // for stdout, exit 0
};
struct UsageError {
    QString what; // for stderr, exit 64
};
using Parsed = std::variant<Arguments, HelpWanted, UsageError>;

/// `given` without the program's name. Options may stand anywhere; "--" ends them.
Parsed parseArguments(const QStringList &given);

} // namespace kith::cli
