#include "app/lab/scenario.h"

#include "app/lab/orders.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

constexpr int mostClients = 200, mostSteps = 10'000, sampleMs = 250;
constexpr qint64 mostBytes = 1024 * 1024;

QString displayOf(const QString &login)
{
    for (const PersonName &one : peopleNames(20))
        if (one.login == login) return one.name;
    return login.left(1).toUpper() + login.mid(1);
}

/// Reads the object field by field; the first thing that is wrong ends it.
class Parser {
public:
    Parser(const QString &file, const QJsonObject &object)
        : m_file(file)
        , m_object(object)
    {
    }
    Result<Scenario> run()
    {
        static const QStringList known{u"name"_s,   u"about"_s, u"people"_s,        u"devices"_s,
                                       u"groups"_s, u"steps"_s, u"settle_seconds"_s};
        for (const QString &key : m_object.keys())
            if (!known.contains(key)) fail(u"there is no field \"%1\""_s.arg(key));
        m_out.name = m_object[u"name"_s].toString();
        m_out.about = m_object[u"about"_s].toString();
        m_out.settleSeconds = m_object[u"settle_seconds"_s].toInt(m_out.settleSeconds);
        if (m_out.name.isEmpty()) fail(u"\"name\" is missing"_s);
        if (m_out.settleSeconds < 1 || m_out.settleSeconds > 3'600)
            fail(u"\"settle_seconds\" is 1 to 3600"_s);
        people();
        groups();
        m_out.steps = m_object[u"steps"_s].toArray();
        if (m_out.steps.isEmpty()) fail(u"\"steps\" is a list that is not empty"_s);
        int count = 0;
        steps(m_out.steps, count);
        if (!m_error.isEmpty()) return Error{Errc::BadInput, u"%1: %2."_s.arg(m_file, m_error)};
        return m_out;
    }

private:
    void fail(const QString &what)
    {
        if (m_error.isEmpty()) m_error = what;
    }
    void add(const QString &name, const QString &login)
    {
        static const QRegularExpression word(u"^[a-z][a-z0-9-]{0,30}$"_s);
        if (!word.match(name).hasMatch() || name == u"all" || name == u"some" || name == u"server")
            return fail(u"\"%1\" is no name for a client: a word of a-z, 0-9 and -"_s.arg(name));
        for (const Lab::Member &one : m_out.members)
            if (one.name == name) return fail(u"\"%1\" is there twice"_s.arg(name));
        m_out.members.push_back({name, login, displayOf(login)});
        if (m_out.members.size() > mostClients) fail(u"more than %1 clients"_s.arg(mostClients));
    }
    void people()
    {
        const QJsonValue given = m_object[u"people"_s];
        if (given.isDouble()) {
            const int count = given.toInt();
            if (count < 1 || count > mostClients) return fail(u"\"people\" is 1 to %1"_s.arg(mostClients));
            for (const PersonName &one : peopleNames(count)) add(one.login, one.login);
        } else {
            const QJsonArray names = given.toArray();
            for (const auto &name : names) add(name.toString(), name.toString());
        }
        if (m_out.members.empty()) fail(u"\"people\" is a number or a list of names"_s);
        const QJsonObject devices = m_object[u"devices"_s].toObject();
        for (auto it = devices.begin(); it != devices.end(); ++it) {
            if (!knows(it.key())) fail(u"\"devices\": nobody is called \"%1\""_s.arg(it.key()));
            const QJsonArray names = it.value().toArray();
            for (const auto &name : names) add(name.toString(), it.key());
        }
    }
    bool knows(const QString &name) const
    {
        for (const Lab::Member &one : m_out.members)
            if (one.name == name) return true;
        return false;
    }
    void groups()
    {
        const QJsonObject groups = m_object[u"groups"_s].toObject();
        for (auto it = groups.begin(); it != groups.end(); ++it) {
            QStringList names;
            if (it.value().toString() == u"all")
                for (const Lab::Member &one : m_out.members) names.append(one.name);
            const QJsonArray listed = it.value().toArray();
            for (const auto &name : listed) names.append(name.toString());
            for (const QString &name : names)
                if (!knows(name)) fail(u"\"groups\": nobody is called \"%1\""_s.arg(name));
            if (names.size() < 2) fail(u"\"groups\": \"%1\" needs two people, or \"all\""_s.arg(it.key()));
            m_out.groups.emplace_back(it.key(), names);
        }
    }
    void steps(const QJsonArray &all, int &count)
    {
        for (const auto &step : all) {
            const QJsonObject block = step.toObject();
            if (step.isString()) {
                if (++count > mostSteps) return fail(u"more than %1 steps"_s.arg(mostSteps));
                if (auto words = Orders::wordsOf(step.toString()); !words || words->isEmpty())
                    fail(u"a step is not an order: \"%1\""_s.arg(step.toString()));
            } else if (const int times = block[u"repeat"_s].toInt();
                       times > 0 && block[u"steps"_s].isArray()) {
                for (int i = 0; i < times && m_error.isEmpty(); ++i)
                    steps(block[u"steps"_s].toArray(), count);
            } else {
                fail(u"a step is an order in quotes, or {\"repeat\": N, \"steps\": […]}"_s);
            }
        }
    }

    QString m_file;
    QJsonObject m_object;
    Scenario m_out;
    QString m_error;
};

/// One run, from an empty folder to a verdict.
class Run {
public:
    Run(RunResult &result, Lab &lab)
        : m_result(result)
        , m_lab(lab)
        , m_orders(lab)
    {
    }
    void go()
    {
        QTimer sampling;
        QObject::connect(&sampling, &QTimer::timeout, &sampling, [this] { m_lab.sample(); });
        sampling.start(m_result.scenario.members.size() > 10 ? 4 * sampleMs : sampleMs);
        if (!prepare()) return;
        if (!act(m_result.scenario.steps)) return;
        if (auto healed = m_lab.heal(); !healed) return failed(healed.error());
        m_lab.story().tell({}, Story::Kind::Heal, u"everything is healed; waiting for rest"_s);
        const bool rest = m_lab.settle(m_result.scenario.settleSeconds * 1000LL);
        m_result.beliefs = m_lab.beliefs();
        m_lab.sample();
        sampling.stop();
        m_result.verdict = judge(m_lab);
        Verdict::Rule settled{u"everything came to rest"_s, {}};
        for (const Belief &belief : m_result.beliefs)
            if (!rest && !belief.isSettled() && !m_lab.client(belief.client)->signedOut)
                settled.faults.append(u"%1: %2"_s.arg(belief.client, belief.differences().join(u", "_s)));
        if (!rest && settled.faults.isEmpty()) settled.faults.append(u"it went on moving"_s);
        m_result.verdict.rules.push_back(settled);
        m_result.end = m_result.verdict.holds() ? RunResult::End::Holds : RunResult::End::Broken;
    }

private:
    void failed(const Error &error)
    {
        m_result.end = error.code == Errc::Unavailable ? RunResult::End::Skipped : RunResult::End::Failed;
        m_result.why = error.what;
        m_lab.story().tell({}, Story::Kind::Trouble, error.what);
        m_result.beliefs = m_lab.beliefs();
    }
    bool prepare()
    {
        if (auto started = m_lab.startServer(); !started) return failed(started.error()), false;
        auto in = m_lab.bringIn(m_result.scenario.members, LabClient::Face::Headless);
        if (in) in = m_lab.startClients();
        if (!in) return failed({Errc::Io, in.error().what}), false;
        for (const auto &[title, names] : m_result.scenario.groups) {
            if (!order(QStringList{names.first(), u"group"_s, title} + names.mid(1))) return false;
        }
        return order({u"wait"_s, u"all"_s, u"settled"_s});
    }
    bool order(const QStringList &words)
    {
        auto did = m_orders.run(words);
        if (!did) return failed(did.error()), false;
        if (!did->trimmed().isEmpty()) m_lab.story().tell({}, Story::Kind::Note, did->trimmed());
        return true;
    }
    bool act(const QJsonArray &steps)
    {
        for (const auto &step : steps) {
            const QJsonObject block = step.toObject();
            for (int i = 0; i < block[u"repeat"_s].toInt(); ++i)
                if (!act(block[u"steps"_s].toArray())) return false;
            if (step.isString() && !order(*Orders::wordsOf(step.toString()))) return false;
        }
        return true;
    }

    RunResult &m_result;
    Lab &m_lab;
    Orders m_orders;
};

} // namespace

Result<Scenario> readScenario(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error{Errc::NotFound, u"The scenario %1 cannot be read: %2."_s.arg(file, in.errorString())};
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(in.read(mostBytes), &fault);
    if (!document.isObject())
        return Error{
            Errc::BadInput,
            u"%1 is no JSON object: %2 at byte %3."_s.arg(file, fault.errorString()).arg(fault.offset)};
    return Parser(QFileInfo(file).fileName(), document.object()).run();
}

QString endText(RunResult::End end)
{
    switch (end) {
    case RunResult::End::Holds:
        return u"holds"_s;
    case RunResult::End::Broken:
        return u"BROKEN"_s;
    case RunResult::End::Failed:
        return u"FAILED"_s;
    case RunResult::End::Skipped:
        return u"skipped"_s;
    }
    return {};
}

RunResult runScenario(const Scenario &scenario, quint64 seed, const QString &dir,
                      const std::function<void(const Story::Event &)> &heard)
{
    RunResult result;
    result.scenario = scenario;
    result.seed = seed;
    result.dir = dir;
    Lab lab(dir, seed);
    lab.story().heard = heard;
    Run(result, lab).go();
    lab.stopAll();
    result.ms = lab.story().ms();
    result.steps = lab.story().steps();
    result.events = lab.story().events();
    result.samples = lab.story().samples();
    return result;
}

} // namespace kith::lab
