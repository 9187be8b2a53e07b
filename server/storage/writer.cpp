#include "server/storage/writer.h"

#include "core/base/log.h"
#include "core/base/random.h"
#include "core/base/twin.h"

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::ServerFrame;

namespace {

bool isRefusal(const WriteResult &result)
{
    if (const auto *outcome = std::get_if<Outcome>(&result))
        return std::holds_alternative<wire::Err>(outcome->answer);
    return std::holds_alternative<Error>(result);
}

} // namespace

Writer::Writer(Db &db, Random &random, const EpochId &epoch, const QByteArray &dbUuid, EpochGuard &guard,
               WitnessSeal seal)
    : m_db(db)
    , m_hot(db)
    , m_desk(db, m_hot, random, epoch)
    , m_files(m_desk)
    , m_push(m_desk)
    , m_messages(m_desk, m_files, m_push)
    , m_scheduled(m_desk, m_messages)
    , m_timers(m_desk)
    , m_receipts(m_desk)
    , m_settings(m_desk, m_scheduled, m_messages)
    , m_members(m_desk)
    , m_invites(m_desk, m_members)
    , m_chats(m_desk, m_members)
    , m_accounts(m_desk)
    , m_care(m_desk, m_accounts, m_members, m_messages)
    , m_administration(m_desk, m_accounts, m_members)
    , m_dbUuid(dbUuid)
    , m_guard(guard)
    , m_seal(std::move(seal))
    , m_random(random)
    , m_commitNo(db.number("SELECT commit_no FROM meta"))
    , m_begin(db, "BEGIN IMMEDIATE")
    , m_commit(db, "COMMIT")
    , m_count(db, "UPDATE meta SET commit_no = ?1")
{
}

std::vector<WriteResult> Writer::commit(const std::vector<Write> &items)
{
    if (m_renamed)
        return std::vector<WriteResult>(
            items.size(), Error{Errc::Unavailable, u"the history has got a new name: open it again"_s});
    for (const Way way : {Way::Straight, Way::Careful}) {
        bool inItems = false;
        try {
            auto results = run(items, way, inItems);
            seal(results);
            return results;
        } catch (const Failure &failure) {
            m_db.rollback();
            m_renamed = false;
            if (!isTwin(Twin::CountersOutliveAbort)) m_hot.forget();
            if (inItems && way == Way::Straight) continue;
            qCWarning(lcServer) << "a commit of" << items.size() << "writes failed:" << failure.error.what;
            return std::vector<WriteResult>(items.size(), failure.error);
        }
    }
    Q_UNREACHABLE();
}

std::vector<WriteResult> Writer::run(const std::vector<Write> &items, Way way, bool &inItems)
{
    std::vector<WriteResult> results;
    results.reserve(items.size());
    m_begin.run();
    const qint64 before = m_db.totalChanges();
    inItems = true;
    for (const Write &item : items)
        results.push_back(way == Way::Straight ? apply(item) : applyCarefully(item));
    inItems = false;
    if (!isTwin(Twin::AnswerBeforeCommit)) {
        finish(before);
        return results;
    }
    try {
        finish(before);
    } catch (const Failure &) {
        m_db.rollback();
        m_hot.forget();
    }
    return results;
}

void Writer::finish(qint64 changesBefore)
{
    m_hot.flush();
    const bool changed = m_db.totalChanges() != changesBefore;
    if (changed) m_count.run(m_commitNo + 1);
    m_commit.run();
    if (changed) m_guard.note(m_dbUuid, ++m_commitNo);
    m_hot.trim();
}

/// What is answered is in the history from this commit on, and the client can prove it.
void Writer::seal(std::vector<WriteResult> &results) const
{
    QByteArray witness; // one for the whole transaction
    for (WriteResult &result : results) {
        auto *outcome = std::get_if<Outcome>(&result);
        auto *answer = outcome ? std::get_if<wire::Ok>(&outcome->answer) : nullptr;
        if (!answer) continue;
        if (witness.isEmpty()) witness = m_seal.seal(m_commitNo);
        answer->witness = witness;
    }
}

WriteResult Writer::rename()
{
    QByteArray epoch(16, Qt::Uninitialized);
    m_random.fill(epoch.data(), 16);
    Statement(m_db, "UPDATE meta SET epoch = ?1").run(epoch);
    m_renamed = true;
    return Done{};
}

WriteResult Writer::apply(const Write &item)
{
    const qint64 rows = m_db.totalChanges();
    const quint64 hot = m_hot.changes();
    WriteResult result = std::visit(
        [this](const auto &write) -> WriteResult {
            using W = std::decay_t<decltype(write)>;
            if constexpr (std::is_same_v<W, Call>)
                return call(write);
            else if constexpr (std::is_same_v<W, RenameHistory>)
                return rename();
            else if constexpr (std::is_same_v<W, AdminWrite>)
                return m_administration.run(write);
            else if constexpr (std::is_same_v<W, NewUser>)
                return newUser(write);
            else if constexpr (std::is_same_v<W, EndDevice>) {
                m_push.forget(write.device);
                return m_accounts.end(write);
            } else if constexpr (std::is_same_v<W, PushRound>)
                return m_push.round(write);
            else if constexpr (std::is_same_v<W, PushTold>)
                return m_push.told(write);
            else if constexpr (std::is_same_v<W, ContentRound>)
                return contentRound(write);
            else if constexpr (std::is_same_v<W, TouchPresence>)
                return m_accounts.touch(write);
            else if constexpr (std::is_same_v<W, Published>)
                return m_accounts.published(write);
            else if constexpr (std::is_same_v<W, NewFile>)
                return m_files.add(write);
            else if constexpr (std::is_same_v<W, FileDone>)
                return m_files.done(write);
            else if constexpr (std::is_same_v<W, FilesGone>)
                return m_files.drop(write);
            else if constexpr (std::is_same_v<W, TurnToken>)
                return m_accounts.turn(write);
            else if constexpr (std::is_same_v<W, SetPassword>)
                return m_accounts.setPassword(write);
            else if constexpr (std::is_same_v<W, EndDevices>)
                return m_accounts.endSome(write);
            else if constexpr (std::is_same_v<W, SetProfile>)
                return m_care.setProfile(write);
            else if constexpr (std::is_same_v<W, EndAccount>)
                return ended(write);
            else if constexpr (std::is_same_v<W, EraseStep>)
                return m_care.erase(write);
            else if constexpr (std::is_same_v<W, FileReport>)
                return m_care.report(write);
            else
                return m_accounts.add(write);
        },
        item);
    if (isRefusal(result) && (m_db.totalChanges() != rows || m_hot.changes() != hot))
        throw Failure{{Errc::Io, u"a refused write had changed something"_s}};
    return result;
}

WriteResult Writer::newUser(const NewUser &user)
{
    // The login first: a refusal must not cost a use of the invite.
    if (m_accounts.knows(user.login)) return Error{Errc::Refused, u"this login is taken"_s};
    if (!user.inviteHash.isEmpty() && !m_administration.useInvite(user.inviteHash, user.nowMs))
        return Error{Errc::BadInput, u"this invite cannot be used"_s};
    return m_accounts.add(user);
}

WriteResult Writer::ended(const EndAccount &account)
{
    m_scheduled.forget(account.caller.user);
    return m_care.end(account);
}

WriteResult Writer::contentRound(const ContentRound &round)
{
    Outcome outcome;
    Work work{{}, round.nowMs, outcome};
    const int expired = m_messages.expire(work, round.most);
    const int sent = m_scheduled.send(work, round.most);
    outcome.answer = wire::Ok{};
    outcome.more = expired == round.most || sent == round.most;
    return outcome;
}

WriteResult Writer::applyCarefully(const Write &item)
{
    m_db.exec("SAVEPOINT item");
    try {
        WriteResult result = apply(item);
        m_hot.flush();
        m_db.exec("RELEASE item");
        return result;
    } catch (const Failure &failure) {
        if (!m_db.inTransaction()) throw; // SQLite took back the whole of it
        m_db.exec("ROLLBACK TO item");
        m_db.exec("RELEASE item");
        m_hot.forget();
        qCWarning(lcServer) << "a write failed and was left out:" << failure.error.what;
        return failure.error;
    }
}

WriteResult Writer::call(const Call &call)
{
    Outcome outcome;
    Work work{call.caller, call.nowMs, outcome};
    outcome.answer = std::visit(
        [&](const auto &f) -> ServerFrame {
            using F = std::decay_t<decltype(f)>;
            if constexpr (std::is_same_v<F, wire::Send>)
                return m_messages.send(work, f);
            else if constexpr (std::is_same_v<F, wire::Edit>)
                return m_messages.edit(work, f);
            else if constexpr (std::is_same_v<F, wire::Del>)
                return m_messages.del(work, f);
            else if constexpr (std::is_same_v<F, wire::React>)
                return m_messages.react(work, f);
            else if constexpr (std::is_same_v<F, wire::Rcpt>)
                return m_receipts.rcpt(work, f);
            else if constexpr (std::is_same_v<F, wire::Uset>)
                return m_settings.uset(work, f);
            else if constexpr (std::is_same_v<F, wire::ChatNew>)
                return m_chats.create(work, f);
            else if constexpr (std::is_same_v<F, wire::ChatSet>)
                return m_chats.set(work, f);
            else if constexpr (std::is_same_v<F, wire::SetTimer>)
                return m_timers.set(work, f);
            else if constexpr (std::is_same_v<F, wire::Mem>)
                return m_members.mem(work, f);
            else if constexpr (std::is_same_v<F, wire::PushSet>)
                return m_push.set(work, f);
            else if constexpr (std::is_same_v<F, wire::PushGet>)
                return m_push.test(work);
            else if constexpr (std::is_same_v<F, wire::ClosePoll>)
                return m_messages.closePoll(work, f);
            else if constexpr (std::is_same_v<F, wire::InviteSet>)
                return m_invites.invite(work, f);
            else if constexpr (std::is_same_v<F, wire::Join>)
                return m_invites.join(work, f);
            else
                return refusal(wire::Code::Unknown, u"not a write"_s);
        },
        call.frame);
    return outcome;
}

} // namespace kith::server
