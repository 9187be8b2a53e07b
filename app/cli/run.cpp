#include "app/cli/run.h"

#include "app/cli/job.h"
#include "app/common/secrets_choice.h"
#include "app/common/trust.h"

using namespace Qt::StringLiterals;

namespace kith::cli {

Outcome runVerb(Job &job)
{
    switch (job.args.verb) {
    case Verb::Register:
        return runRegister(job);
    case Verb::Login:
        return runLogin(job);
    case Verb::Logout:
        return runLogout(job);
    case Verb::Accounts:
        return runAccounts(job);
    case Verb::Password:
        return runPassword(job);
    case Verb::Devices:
        return runDevices(job);
    case Verb::EndDevice:
        return runEndDevice(job);
    case Verb::Profile:
        return runProfile(job);
    case Verb::DeleteAccount:
        return runDeleteAccount(job);
    case Verb::Block:
        return runBlock(job);
    case Verb::Report:
        return runReport(job);
    case Verb::Send:
        return runSend(job);
    case Verb::Forward:
        return runForward(job);
    case Verb::Versions:
        return runVersions(job);
    case Verb::Scheduled:
        return runScheduled(job);
    case Verb::Unschedule:
        return runUnschedule(job);
    case Verb::Timer:
        return runTimer(job);
    case Verb::Reply:
        return runReply(job);
    case Verb::Edit:
        return runEdit(job);
    case Verb::Delete:
        return runDelete(job);
    case Verb::React:
        return runReact(job);
    case Verb::Poll:
        return runPoll(job);
    case Verb::Vote:
        return runVote(job);
    case Verb::ClosePoll:
        return runClosePoll(job);
    case Verb::Voters:
        return runVoters(job);
    case Verb::Retry:
        return runRetry(job);
    case Verb::Discard:
        return runDiscard(job);
    case Verb::Files:
        return runFiles(job);
    case Verb::Fetch:
        return runFetch(job);
    case Verb::Chats:
        return runChats(job);
    case Verb::History:
        return runHistory(job);
    case Verb::Search:
        return runSearch(job);
    case Verb::Members:
        return runMembers(job);
    case Verb::Read:
        return runRead(job);
    case Verb::Group:
        return runGroup(job);
    case Verb::Add:
        return runAdd(job);
    case Verb::Remove:
        return runRemove(job);
    case Verb::Leave:
        return runLeave(job);
    case Verb::GroupSet:
        return runGroupSet(job);
    case Verb::Pin:
        return runPin(job);
    case Verb::Ban:
        return runBan(job);
    case Verb::Role:
        return runRole(job);
    case Verb::Invite:
        return runInvite(job);
    case Verb::Join:
        return runJoin(job);
    case Verb::GroupLog:
        return runGroupLog(job);
    case Verb::Outbox:
        return runOutbox(job);
    case Verb::Status:
        return runStatus(job);
    case Verb::Tail:
        return runTail(job);
    case Verb::Session:
        return runSession(job);
    case Verb::Sync:
        return runSync(job);
    case Verb::Verify:
        return runVerify(job);
    case Verb::Explain:
        return runExplain(job);
    case Verb::Export:
        return runExport(job);
    case Verb::Push:
        return runPush(job);
    case Verb::PushTest:
        return runPushTest(job);
    }
    return {Exit::Usage, u"This verb is not known."_s};
}

namespace {

/// Verbs that act on an account need one; its absence is told apart from a wrong name.
bool needsAccount(Verb verb)
{
    return verb != Verb::Register && verb != Verb::Login && verb != Verb::Accounts;
}

Outcome runArguments(const Arguments &args)
{
    if (!args.ca.isEmpty())
        if (auto trusted = trustAlso(args.ca); !trusted) return failed(trusted.error());
    auto profile = Profile::open(args.profile);
    if (!profile) return failed(profile.error());
    if (needsAccount(args.verb) && profile->accounts().empty())
        return {
            Exit::NotAllowed,
            u"Nobody is signed in at %1; use `kith-cli login` or `register` first."_s.arg(profile->dir())};
    auto secrets = makeSecrets(args.secrets, profile->dir());
    if (!secrets) return failed(secrets.error());
    const auto printer = args.json ? makeJsonPrinter(stdout) : makeTextPrinter(stdout);
    const Interrupt interrupt;
    Job job{args, *profile, **secrets, *printer, interrupt, std::make_shared<QString>()};
    const Outcome outcome = runVerb(job);
    if (job.damage->isEmpty()) return outcome;
    if (auto mended = mend(job); !mended) return failed(mended.error());
    return {Exit::Temporary, u"The local data was damaged and is repaired. What was entered is safe: see "
                             u"`kith-cli outbox`. Run the command again if it had not said so."_s};
}

void say(FILE *where, const QString &text)
{
    std::fputs(text.toUtf8().constData(), where);
    std::fflush(where);
}

} // namespace

int run(const QStringList &arguments)
{
    const Parsed parsed = parseArguments(arguments);
    if (const auto *help = std::get_if<HelpWanted>(&parsed)) {
        say(stdout, help->text);
        return int(Exit::Done);
    }
    if (const auto *wrong = std::get_if<UsageError>(&parsed)) {
        say(stderr, u"kith-cli: %1\n"_s.arg(wrong->what));
        return int(Exit::Usage);
    }
    const Outcome outcome = runArguments(std::get<Arguments>(parsed));
    if (!outcome.what.isEmpty()) say(stderr, u"kith-cli: %1\n"_s.arg(outcome.what));
    return int(outcome.exit);
}

} // namespace kith::cli
