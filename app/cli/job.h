#pragma once
#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "app/cli/live.h"
#include "app/cli/names.h"
#include "app/cli/printer.h"

namespace kith::cli {

/// What every verb works with. Thread: main.
struct Job {
    const Arguments &args;
    Profile &profile;
    Secrets &secrets;
    Printer &printer;
    const Interrupt &interrupt;
    std::shared_ptr<QString> damage; // of the mirror, when a verb has met it
    std::shared_ptr<Live> live = {}; // inside a session: the account that is open already

    Result<Account> account() const { return profile.account(args.account); }
    qint64 timeoutMs(qint64 otherwiseSeconds = 10) const
    {
        return args.number(QStringLiteral("timeout"), otherwiseSeconds) * 1000;
    }
};

/// A mirror opened for reading only: no lock, no engine, no network.
struct Shelf {
    Account account;
    std::unique_ptr<Reader> reader;
};
/// NotFound when the account has never been opened here.
Result<Shelf> openShelf(const Job &job);
/// An open account that is on its way to the server; `online` false = not yet.
Result<std::shared_ptr<Live>> openLive(const Job &job, bool online = true);
/// Opens a damaged account with a rescue and says what became of it.
Status mend(const Job &job);

// What is looked up for printing
Result<ChatLine> chatLine(Reader &reader, const ChatId &chat);
LoginOf loginsFrom(Reader &reader, const Account &account);
Result<MessageLine> messageLine(Reader &reader, const Account &account, const Message &message);

// Names of the command line
Result<std::vector<ChatName>> chatNames(Reader &reader);
/// An existing chat; NotFound or BadInput in words.
Result<ChatId> chatNamed(Reader &reader, const QString &typed);
/// The chat that a message goes to; a person never written to gets a direct chat, made in the same lane.
Result<ChatId> chatFor(Live &live, const QString &typed, qint64 ms);
/// A person: known here, else asked from the server.
Result<UserInfo> userNamed(Live &live, const QString &typed, qint64 ms);
Result<Message> messageNamed(Reader &reader, const QString &typed);

// The verbs, by subject
Outcome runRegister(Job &job);
Outcome runLogin(Job &job);
Outcome runLogout(Job &job);
Outcome runAccounts(Job &job);

Outcome runPassword(Job &job);
Outcome runDevices(Job &job);
Outcome runEndDevice(Job &job);
Outcome runProfile(Job &job);
Outcome runDeleteAccount(Job &job);
Outcome runBlock(Job &job);
Outcome runReport(Job &job);

Outcome runChats(Job &job);
Outcome runHistory(Job &job);
Outcome runSearch(Job &job);
Outcome runMembers(Job &job);
Outcome runOutbox(Job &job);
Outcome runStatus(Job &job);

Outcome runForward(Job &job);
Outcome runVersions(Job &job);
Outcome runScheduled(Job &job);
Outcome runUnschedule(Job &job);
Outcome runTimer(Job &job);

Outcome runSend(Job &job);
Outcome runReply(Job &job);
Outcome runEdit(Job &job);
Outcome runDelete(Job &job);
Outcome runReact(Job &job);
Outcome runPoll(Job &job);
Outcome runVote(Job &job);
Outcome runClosePoll(Job &job);
Outcome runVoters(Job &job);
Outcome runRetry(Job &job);
Outcome runDiscard(Job &job);

Outcome runFiles(Job &job);
Outcome runFetch(Job &job);

Outcome runRead(Job &job);
Outcome runGroup(Job &job);
Outcome runAdd(Job &job);
Outcome runRemove(Job &job);
Outcome runLeave(Job &job);

Outcome runGroupSet(Job &job);
Outcome runPin(Job &job);
Outcome runBan(Job &job);
Outcome runRole(Job &job);
Outcome runInvite(Job &job);
Outcome runJoin(Job &job);
Outcome runGroupLog(Job &job);
Outcome askMembers(Job &job); // runMembers with --all or --banned

/// Runs the verb that the arguments name.
Outcome runVerb(Job &job);

Outcome runTail(Job &job);
Outcome runSession(Job &job);
Outcome runSync(Job &job);
Outcome runVerify(Job &job);
Outcome runExplain(Job &job);
Outcome runExport(Job &job);

Outcome runPush(Job &job);
Outcome runPushTest(Job &job);

} // namespace kith::cli
