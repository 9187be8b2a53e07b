#include "app/common/profile.h"
#include "app/lab/seeding.h"
#include "core/base/limits.h"
#include "core/base/random.h"
#include "core/store/mirror.h"
#include "server/storage/sqlite_repository.h"
#include "sync/applier.h"
#include "sync/ranges.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

constexpr int batchPages = 60; // of history, in one transaction

/// Asks what a client asks that is new to its account, and hands the answers to the rules that a client has
/// for them. Only the line between the two is missing.
class MirrorSeeder {
public:
    MirrorSeeder(Mirror &mirror, server::Repository &server, const Account &account)
        : m_mirror(mirror)
        , m_server(server)
        , m_account(account)
        , m_nowMs(QDateTime::currentMSecsSinceEpoch())
    {
    }
    Status run()
    {
        const auto steps = {&MirrorSeeder::name, &MirrorSeeder::listing, &MirrorSeeder::ownStream,
                            &MirrorSeeder::histories, &MirrorSeeder::current};
        for (const auto step : steps)
            if (auto done = (this->*step)(); !done) return done;
        return ok();
    }

private:
    template <class Answer> std::optional<Answer> ask(const wire::ClientFrame &frame)
    {
        wire::ServerFrame answer = m_server.read({m_account.user, m_account.device}, frame, m_nowMs);
        if (auto *wanted = std::get_if<Answer>(&answer)) return std::move(*wanted);
        const auto *refused = std::get_if<wire::Err>(&answer);
        m_fault =
            Error{Errc::Refused, u"The server's database does not answer for the mirror of %1: %2"_s.arg(
                                     m_account.login, refused ? refused->message : QString())};
        return std::nullopt;
    }
    /// One transaction around `body`, which is given the rules.
    template <class F> Status write(F &&body)
    {
        ChangeSet nobodyLooks;
        Applier applier(m_mirror, nobodyLooks, {m_account.user, m_account.device, m_nowMs, m_nowMs, {}});
        const Status written = m_mirror.write([&] { body(applier); });
        return m_fault ? Status(*m_fault) : written;
    }

    Status name()
    {
        return write([&](Applier &) {
            m_mirror.meta.setUser(m_account.user);
            m_mirror.meta.setDevice(m_account.device);
            m_mirror.meta.setServer(m_account.server.toString());
        });
    }
    Status listing()
    {
        std::optional<wire::ChatsBefore> before;
        for (bool more = true; more;) {
            const auto page = ask<wire::ChatsPage>(wire::Chats{before, limits::chatsPage});
            if (!page) return *m_fault;
            const auto listed = write([&](Applier &applier) {
                for (size_t i = 0; i < page->items.size(); ++i)
                    applier.listed(page->items[i], i < page->acts.size() ? page->acts[i] : 0);
            });
            if (!listed) return listed;
            more = page->more && !page->items.empty() && !page->acts.empty();
            if (more) before = wire::ChatsBefore{page->acts.back(), page->items.back().chat};
        }
        return ok();
    }
    Status ownStream()
    {
        for (bool more = true; more;) {
            const auto told = write([&](Applier &applier) {
                const wire::Usync at{m_mirror.meta.epoch(), m_mirror.meta.userPosition()};
                const wire::ServerFrame answer =
                    m_server.read({m_account.user, m_account.device}, at, m_nowMs);
                Interval verdict = Interval::Gap;
                if (const auto *delta = std::get_if<wire::Udelta>(&answer)) {
                    verdict = applier.udelta(*delta, nullptr);
                    more = delta->more;
                } else if (const auto *reset = std::get_if<wire::Ureset>(&answer)) {
                    verdict = applier.ureset(*reset, nullptr);
                    more = reset->more;
                }
                if (verdict != Interval::Apply)
                    m_fault =
                        Error{Errc::Refused,
                              u"The settings of %1 did not fit into the mirror."_s.arg(m_account.login)};
            });
            if (!told) return told;
        }
        return ok();
    }
    Status histories()
    {
        const auto chats = m_mirror.read([&] { return m_mirror.chats.all(); });
        if (!chats) return chats.error();
        size_t next = 0;
        while (next < chats->size()) {
            const auto written = write([&](Applier &applier) {
                for (int pages = 0; pages < batchPages && next < chats->size() && !m_fault; ++pages)
                    if (!page(applier, (*chats)[next])) ++next;
            });
            if (!written) return written;
        }
        return ok();
    }
    /// One page of what is not held; false: all of the chat is.
    bool page(Applier &applier, const StoredChat &chat)
    {
        const auto needs = ranges::needs(m_mirror.ranges.list(chat.chat), Seq{1}, chat.seq);
        if (needs.empty() || m_mirror.db().failed()) return false;
        const ranges::Need &need = needs.front();
        const Seq lo{std::max(need.lo.value, need.hi.value - limits::pageRows + 1)};
        const auto answer = ask<wire::HistPage>(wire::Hist{chat.chat, lo, need.hi, need.since});
        if (!answer) return false;
        applier.hist(*answer);
        // A page that covers nothing would be asked for again for ever.
        const auto after = ranges::needs(m_mirror.ranges.list(chat.chat), Seq{1}, chat.seq);
        if (!m_mirror.db().failed() && after == needs)
            m_fault = Error{Errc::Refused,
                            u"A page of history did not fit into the mirror of %1."_s.arg(m_account.login)};
        return !m_fault;
    }
    Status current()
    {
        return write([&](Applier &) { m_mirror.meta.setLastSyncMs(m_nowMs); });
    }

    Mirror &m_mirror;
    server::Repository &m_server;
    const Account &m_account;
    const qint64 m_nowMs;
    std::optional<Error> m_fault;
};

} // namespace

Status seedMirror(const QString &profileDir, const QString &serverDatabase)
{
    const auto profile = Profile::open(profileDir);
    if (!profile) return profile.error();
    const auto account = profile->account({});
    if (!account) return account.error();
    const auto lock = profile->lock(account->id);
    if (!lock) return lock.error();
    SystemRandom entropy;
    const auto server =
        server::SqliteRepository::open(serverDatabase, server::SqliteRepository::Mode::Reader, entropy);
    if (!server) return server.error();
    const auto mirror = Mirror::open(profile->mirrorFile(account->id));
    if (!mirror) return mirror.error();
    return MirrorSeeder(**mirror, **server, *account).run();
}

} // namespace kith::lab
