#include "app/lab/seeding.h"

#include "app/lab/people.h"
#include "server/storage/sqlite_repository.h"

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

constexpr int batchWrites = 2'000;
constexpr qint64 longestMs = 20LL * 24 * 3600 * 1000; // the history's length; ids may be 30 days old at most

/// Collects writes and commits them by the thousand.
class Batch {
public:
    explicit Batch(server::Repository &repository)
        : m_repository(repository)
    {
    }
    void add(server::Write write)
    {
        m_writes.push_back(std::move(write));
        if (m_writes.size() >= batchWrites) commit();
    }
    std::vector<server::WriteResult> commit()
    {
        if (!m_state || m_writes.empty()) return {};
        auto results = m_repository.commit(m_writes);
        m_writes.clear();
        // Nobody is connected who would have to be told.
        server::Published told;
        for (const auto &result : results) {
            if (const auto *error = std::get_if<Error>(&result)) return fail(*error);
            const auto *outcome = std::get_if<server::Outcome>(&result);
            if (!outcome) continue;
            if (const auto *refused = std::get_if<wire::Err>(&outcome->answer))
                return fail({Errc::Refused,
                             u"the server's rules refused a seeded write: %1"_s.arg(refused->message)});
            for (const server::Event &event : outcome->events)
                if (event.relayId != 0) told.relayIds.push_back(event.relayId);
        }
        if (!told.relayIds.empty()) m_repository.commit({server::Write(std::move(told))});
        return results;
    }
    const Status &state() const { return m_state; }

private:
    std::vector<server::WriteResult> fail(const Error &error)
    {
        m_state = error;
        return {};
    }
    server::Repository &m_repository;
    std::vector<server::Write> m_writes;
    Status m_state = ok();
};

struct Talk {
    ChatId chat;
    std::vector<size_t> members;
    qint64 length = 0;
};

class Seeder {
public:
    Seeder(server::Repository &repository, const SeedPlan &plan)
        : m_repository(repository)
        , m_plan(plan)
        , m_random(plan.seed)
        , m_batch(repository)
    {
    }
    Status run(const std::function<void(int)> &progress)
    {
        if (auto made = people(); !made) return made;
        talks();
        for (int i = 0; i < m_plan.messages && m_batch.state() && !m_talks.empty(); ++i) {
            message(i);
            if ((i + 1) % 10'000 == 0) progress(i + 1);
        }
        marks();
        m_batch.commit();
        progress(m_plan.messages);
        return m_batch.state();
    }

private:
    qint64 at(int i) const
    {
        const qint64 length = std::min<qint64>(longestMs, qint64(m_plan.messages) * 90'000);
        return m_plan.nowMs - 60'000 - length + length * i / std::max(1, m_plan.messages);
    }
    Status people()
    {
        for (const PersonName &one : peopleNames(m_plan.people)) {
            auto held = m_repository.accountByLogin(one.login);
            if (!held) return held.error();
            if (*held) {
                m_people.push_back((*held)->user);
                continue;
            }
            // No password fits this hash: nobody signs in as those who only fill the lists.
            const auto made = m_repository.commit(
                {server::NewUser{one.login, one.name, QByteArrayLiteral("!"), at(0) - 3'600'000}});
            if (const auto *error = std::get_if<Error>(&made.front())) return *error;
            m_people.push_back(std::get<server::UserMade>(made.front()).user);
        }
        return ok();
    }
    void talks()
    {
        for (const ChatPlan &plan : chatPlans(m_random, m_plan.people, m_plan.clients, m_plan.chats)) {
            wire::ChatNew make;
            const qint64 now = at(0) - 60'000;
            make.chat = ChatId::mint(now, m_random);
            make.op = OpId::mint(now, m_random);
            make.kind = plan.kind;
            make.title = plan.title;
            for (size_t i = 1; i < plan.members.size(); ++i)
                make.members.push_back(m_people[size_t(plan.members[i])]);
            const size_t maker = size_t(plan.members.front());
            m_batch.add(server::Call{{m_people[maker], {}}, make, now});
            Talk talk;
            for (const int member : plan.members) talk.members.push_back(size_t(member));
            talk.chat = make.chat;
            m_talks.push_back(std::move(talk));
        }
        m_batch.commit();
    }
    void message(int i)
    {
        // The first chats talk more, and everybody has said something.
        const quint64 n = m_talks.size();
        Talk &talk = size_t(i) < m_talks.size()
                         ? m_talks[size_t(i)]
                         : m_talks[size_t(std::min(m_random.below(n), m_random.below(n)))];
        const size_t author = talk.members[size_t(m_random.below(talk.members.size()))];
        wire::Send send;
        send.chat = talk.chat;
        send.mid = Mid::mint(at(i), m_random);
        send.kind = u"text"_s;
        send.body = someText(m_random);
        ++talk.length;
        m_batch.add(server::Call{{m_people[author], {}}, std::move(send), at(i)});
    }
    void marks()
    {
        for (const Talk &talk : m_talks) {
            for (const size_t member : talk.members) {
                const auto unread = qint64(m_random.below(5) == 0 ? m_random.below(6) : 0);
                // More than there is means all there is, the server's own notes included.
                const Seq all{talk.length + 1'000}, seen = unread == 0 ? all : Seq{talk.length - unread};
                if (talk.length > unread)
                    m_batch.add(server::Call{
                        {m_people[member], {}}, wire::Rcpt{{{talk.chat, all, seen}}}, m_plan.nowMs - 30'000});
            }
        }
    }

    server::Repository &m_repository;
    const SeedPlan &m_plan;
    SeededRandom m_random;
    Batch m_batch;
    std::vector<UserId> m_people;
    std::vector<Talk> m_talks;
};

} // namespace

Status seedServer(const QString &database, const SeedPlan &plan, const std::function<void(int)> &progress)
{
    SystemRandom entropy; // tags and ids of people are the server's to draw
    auto repository =
        server::SqliteRepository::open(database, server::SqliteRepository::Mode::Writer, entropy);
    if (!repository) return repository.error();
    return Seeder(**repository, plan).run(progress);
}

} // namespace kith::lab
