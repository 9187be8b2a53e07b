#include "app/lab/orders.h"

#include <QDateTime>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

Error misread(const QString &what) { return {Errc::BadInput, what}; }

template <class F> auto ofServer(F member)
{
    return
        [member](Orders &orders, LabClient *, const QStringList &words) { return (orders.*member)(words); };
}

/// "5" or "5+".
struct Amount {
    qint64 number = 0;
    bool orMore = false;
    bool fits(qint64 found) const { return orMore ? found >= number : found == number; }
};
std::optional<Amount> amountIn(QString word)
{
    Amount amount;
    amount.orMore = word.endsWith(u'+');
    if (amount.orMore) word.chop(1);
    bool fits = false;
    amount.number = word.toLongLong(&fits);
    return fits && amount.number >= 0 ? std::optional(amount) : std::nullopt;
}

} // namespace

const std::vector<Orders::Rule> &Orders::serverRules()
{
    using enum Story::Kind;
    static const std::vector<Rule> rules{
        {"drain", "", 0, 0, Fault, ofServer(&Orders::server)},
        {"stop", "", 0, 0, Fault, ofServer(&Orders::server)},
        {"kill", "", 0, 0, Fault, ofServer(&Orders::server)},
        {"start", "", 0, 0, Heal, ofServer(&Orders::server)},
        {"restart", "", 0, 0, Fault, ofServer(&Orders::server)},
        {"upgrade", "[PROGRAM]", 0, 1, Fault, ofServer(&Orders::server)},
        {"sleep", "[SECONDS]", 0, 1, Fault, ofServer(&Orders::server)},
        {"wake", "", 0, 0, Heal, ofServer(&Orders::server)},
        {"slow", "MS", 1, 1, Fault, ofServer(&Orders::serverDisk)},
        {"backup", "", 0, 0, Step, ofServer(&Orders::backup)},
        {"restore", "", 0, 0, Fault, ofServer(&Orders::backup)},
        {"check", "", 0, 0, Note, ofServer(&Orders::backup)},
        {"admin", "WORDS…", 1, -1, Note, ofServer(&Orders::backup)},
    };
    return rules;
}

Orders::Did Orders::server(const QStringList &words)
{
    LabServer &server = m_lab.server();
    const QString verb = words.first();
    if (verb != u"start" && verb != u"restart" && verb != u"upgrade" && !server.isRunning())
        return misread(u"it is not running"_s);
    Status done = ok();
    if (verb == u"kill") {
        server.kill9();
    } else if (verb == u"sleep" || verb == u"wake") {
        server.sleep(verb == u"sleep");
        if (words.size() > 1)
            m_lab.later(words[1].toInt() * 1000LL, [this] {
                m_lab.server().sleep(false);
                m_lab.story().tell(u"server"_s, Story::Kind::Heal, u"awake again"_s);
            });
    } else {
        if (verb != u"start") done = server.stop();
        if (done && verb == u"upgrade" && words.size() > 1) server.setProgram(words[1]);
        if (done && verb != u"drain" && verb != u"stop") done = server.start();
    }
    if (!done) return done.error();
    return QString();
}

Orders::Did Orders::serverDisk(const QStringList &words)
{
    bool fits = false;
    const int ms = words[1].toInt(&fits);
    if (!fits || ms < 0 || ms > 10'000) return misread(u"0 to 10000 ms."_s);
    if (auto set = m_lab.server().setSlowDisk(ms); !set) return set.error();
    return QString();
}

Orders::Did Orders::backup(const QStringList &words)
{
    const QString verb = words.first();
    if (verb == u"backup") {
        auto made = m_lab.server().backup();
        if (!made) return made.error();
        m_lastBackup = *made;
        return m_lastBackup;
    }
    if (verb == u"restore") {
        if (m_lastBackup.isEmpty()) return misread(u"there is no backup; `server backup` makes one"_s);
        if (auto restored = m_lab.server().restore(m_lastBackup); !restored) return restored.error();
        m_lab.restored = true;
        return QString();
    }
    if (verb == u"check") {
        const QStringList found = m_lab.server().check();
        if (found.isEmpty()) return u"every promise holds"_s;
        return Error{Errc::Corrupt, found.join(u"; "_s)};
    }
    const Ran ran = m_lab.server().admin(words.mid(1));
    if (ran.code == 0) return QString::fromUtf8(ran.out).trimmed();
    return Error{Errc::Refused,
                 u"exit code %1: %2"_s.arg(ran.code).arg(QString::fromUtf8(ran.err).trimmed())};
}

// ---- waiting

Result<std::function<bool()>> Orders::condition(LabClient &client, const QStringList &words)
{
    using Met = std::function<bool()>;
    LabClient *one = &client;
    const auto belief = [this, one] { return beliefsOf({one}, m_lab.server().database()).front(); };
    const QString what = words.value(0);
    if (what == u"settled") return Met([belief] { return belief().isSettled(); });
    if (what == u"running") return Met([one] { return one->isRunning(); });
    if (what == u"stopped") return Met([one] { return !one->isRunning(); });
    if (what == u"waiting") return Met([belief] { return belief().waiting > 0; });
    if (what == u"phase" && client.setup().face == LabClient::Face::Window)
        return misread(
            u"%1 has a window, which tells only whether it is online or away"_s.arg(client.name()));
    if (what == u"online") return Met([one] { return one->phase() == u"online"; });
    if (what == u"away") return Met([one] { return !one->phase().isEmpty() && one->phase() != u"online"; });
    if (what == u"phase" && words.size() > 1)
        return Met([one, wanted = words[1]] { return one->phase() == wanted; });
    if (what == u"passed" && words.size() > 2) {
        const auto way = words[1] == u"up" ? TcpProxy::Up : TcpProxy::Down;
        const qint64 until = client.net().count().passed[way] + words[2].toLongLong();
        return Met([one, way, until] { return one->net().count().passed[way] >= until; });
    }
    const auto amount = amountIn(words.value(1));
    if (amount && what == u"outbox") return Met([belief, amount] { return amount->fits(belief().waiting); });
    if (amount && what == u"refused") return Met([belief, amount] { return amount->fits(belief().refused); });
    if (amount && what == u"holds") return Met([belief, amount] { return amount->fits(belief().messages); });
    if (amount && what == u"unread") return Met([belief, amount] { return amount->fits(belief().unread); });
    return misread(u"\"%1\" is not a condition; `kith-lab ctl help` lists them"_s.arg(words.join(u' ')));
}

Orders::Did Orders::wait(const QStringList &given, bool now)
{
    QStringList words = given;
    qint64 ms = now ? 0 : patienceSeconds * 1000LL;
    if (!now && words.size() > 4 && words[words.size() - 2] == u"within") {
        ms = words.last().toLongLong() * 1000;
        words.resize(words.size() - 2);
    }
    std::vector<std::function<bool()>> all;
    const auto clients = named(words[1]);
    if (clients.empty()) return misread(u"Nobody here is called %1."_s.arg(words[1]));
    for (LabClient *client : clients) {
        if (client->signedOut && words[1] == u"all") continue;
        auto met = condition(*client, words.mid(2));
        if (!met) return met.error();
        all.push_back(*met);
    }
    const auto everyone = [&] {
        return std::all_of(all.begin(), all.end(), [](const auto &met) { return met(); });
    };
    if (now ? everyone() : m_lab.waitUntil(everyone, ms)) return QString();
    return Error{now ? Errc::Refused : Errc::Timeout,
                 (now ? u"it is not so:\n%1"_s : u"it did not come about in time:\n%1"_s)
                     .arg(beliefTable(m_lab.beliefs(), QDateTime::currentMSecsSinceEpoch()))};
}

} // namespace kith::lab
