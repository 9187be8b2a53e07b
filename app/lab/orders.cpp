#include "app/lab/orders.h"

#include <QDateTime>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

template <class F> auto ofLab(F member)
{
    return
        [member](Orders &orders, LabClient *, const QStringList &words) { return (orders.*member)(words); };
}

QString helpOf(const QString &who, const char *verb, const char *words)
{
    return u"  %1%2%3%4\n"_s.arg(who, QString::fromUtf8(verb), *words ? u" "_s : QString(),
                                 QString::fromUtf8(words));
}

Error misread(const QString &what) { return {Errc::BadInput, what}; }

} // namespace

const std::vector<Orders::Rule> &Orders::labRules()
{
    using enum Story::Kind;
    static const std::vector<Rule> rules{
        {"talk", "N [CLIENT…]", 1, -1, Step, ofLab(&Orders::talk)},
        {"wait", "CLIENT|all CONDITION [within SECONDS]", 2, -1, Note,
         [](Orders &o, LabClient *, const QStringList &words) { return o.wait(words, false); }},
        {"expect", "CLIENT|all CONDITION", 2, -1, Note,
         [](Orders &o, LabClient *, const QStringList &words) { return o.wait(words, true); }},
        {"fails", "ORDER…", 2, -1, Note, ofLab(&Orders::fails)},
        {"heal", "", 0, 0, Heal, ofLab(&Orders::heal)},
        {"timeline", "", 0, 0, Note, ofLab(&Orders::timeline)},
        {"who", "", 0, 0, Note, ofLab(&Orders::who)},
    };
    return rules;
}

QString Orders::help()
{
    QString text = u"Orders: CLIENT is a name, `all`, or `some` (one, drawn from the seed).\n"_s;
    for (const Rule &rule : clientRules()) text += helpOf(u"CLIENT "_s, rule.verb, rule.words);
    for (const Rule &rule : serverRules()) text += helpOf(u"server "_s, rule.verb, rule.words);
    for (const Rule &rule : labRules()) text += helpOf(QString(), rule.verb, rule.words);
    text += u"Conditions: settled, online, away, phase NAME, running, stopped, outbox N, waiting, holds N,\n"
            "  passed up|down BYTES, unread N. The number N may be written N+: at least so many.\n"_s;
    return text;
}

Result<QStringList> Orders::wordsOf(const QString &line)
{
    QStringList words;
    QString word;
    bool quoted = false, begun = false;
    for (const QChar c : line) {
        if (c == u'"') {
            quoted = !quoted;
            begun = true;
        } else if (c.isSpace() && !quoted) {
            if (begun) words.append(std::exchange(word, {}));
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    if (quoted) return misread(u"A quote is not closed: %1"_s.arg(line));
    if (begun) words.append(word);
    return words;
}

std::vector<LabClient *> Orders::named(const QString &who)
{
    const auto all = m_lab.clients();
    if (who == u"all") return all;
    if (who == u"some") {
        if (all.empty()) return {};
        return {all[size_t(m_lab.random().below(all.size()))]};
    }
    LabClient *one = m_lab.client(who);
    return one ? std::vector{one} : std::vector<LabClient *>{};
}

Orders::Did Orders::apply(const std::vector<Rule> &rules, const QString &lane, LabClient *client,
                          const QStringList &words)
{
    for (const Rule &rule : rules) {
        if (words.first() != QLatin1StringView(rule.verb)) continue;
        const auto count = int(words.size()) - 1;
        if (count < rule.least || (rule.most >= 0 && count > rule.most))
            return misread(
                u"Usage:\n%1"_s.arg(helpOf(lane.isEmpty() ? QString() : lane + u' ', rule.verb, rule.words)));
        if (rule.kind != Story::Kind::Note) m_lab.story().tell(lane, rule.kind, words.join(u' '));
        Did did = rule.run(*this, client, words);
        if (did) return did;
        return Error{did.error().code, u"%1%2: %3"_s.arg(lane.isEmpty() ? QString() : lane + u' ',
                                                         words.join(u' '), did.error().what)};
    }
    return misread(u"There is no order \"%1\"; `kith-lab ctl help` lists them."_s.arg(words.join(u' ')));
}

Orders::Did Orders::run(const QStringList &words)
{
    if (words.isEmpty()) return misread(u"An order is needed; `kith-lab ctl help` lists them."_s);
    if (words.first() == u"help") return help();
    const bool forServer = words.first() == u"server";
    const auto clients = forServer ? std::vector<LabClient *>{} : named(words.first());
    if (!forServer && clients.empty()) return apply(labRules(), {}, nullptr, words);
    if (words.size() < 2)
        return misread(u"What shall %1 do? `kith-lab ctl help` lists the orders."_s.arg(words.first()));
    if (forServer) return apply(serverRules(), u"server"_s, nullptr, words.mid(1));
    QString said;
    for (LabClient *client : clients) {
        auto did = apply(clientRules(), client->name(), client, words.mid(1));
        if (!did) return did;
        if (!did->isEmpty()) said += *did + (did->endsWith(u'\n') ? QString() : u"\n"_s);
    }
    return said;
}

// ---- the lab

Orders::Did Orders::talk(const QStringList &words)
{
    bool fits = false;
    const int count = words[1].toInt(&fits);
    if (!fits || count < 1 || count > 100'000) return misread(u"N is 1 to 100000."_s);
    std::vector<LabClient *> among;
    for (const QString &name : words.mid(2)) {
        if (LabClient *one = m_lab.client(name))
            among.push_back(one);
        else
            return misread(u"Nobody here is called %1."_s.arg(name));
    }
    if (among.empty()) among = m_lab.clients();
    QStringList groups = m_groups.keys();
    groups.sort();
    int asked = 0, answered = 0, kept = 0;
    for (int i = 0; i < count; ++i) {
        // Everything is drawn before anything is looked at, so that a seed tells the same story.
        SeededRandom &random = m_lab.random();
        const size_t one = size_t(random.below(among.size()));
        const size_t step = among.size() > 1 ? 1 + size_t(random.below(among.size() - 1)) : 0;
        LabClient *from = among[one];
        const LabClient *other = among[(one + step) % among.size()];
        const QString text = someText(random);
        QStringList mine;
        for (const QString &group : groups)
            if (m_groups[group].contains(from->setup().login)) mine.append(group);
        const bool toGroup =
            !mine.isEmpty() && (other->setup().login == from->setup().login || random.below(2) == 0);
        const QString to =
            toGroup ? mine[qsizetype(random.below(quint64(mine.size())))] : u'@' + other->setup().login;
        if (to == u'@' + from->setup().login) continue; // nobody else, no group
        const QString whole = u"%1 [%2]"_s.arg(text).arg(++m_texts);
        m_lab.story().tell(from->name(), Story::Kind::Step, u"says to %1: %2"_s.arg(to, whole));
        const auto done = [&answered, &kept, from](const LabClient::Answer &answer) {
            ++answered;
            if (answer.exit != 0 || answer.objects.isEmpty()) return;
            ++kept;
            from->noteEntered(answer.objects.first()[u"mid"_s].toString());
        };
        if (from->command({u"send"_s, to, whole, u"--wait"_s, u"saved"_s}, done)) ++asked;
    }
    if (!m_lab.waitUntil([&] { return answered == asked; }, patienceSeconds * 1000LL)) {
        for (LabClient *one : among) one->kill9(); // their answers must not come later than this frame
        return Error{
            Errc::Timeout,
            u"only %1 of %2 messages were saved in %3 s"_s.arg(answered).arg(asked).arg(patienceSeconds)};
    }
    return u"%1 of %2 messages saved"_s.arg(kept).arg(count);
}

Orders::Did Orders::fails(const QStringList &words)
{
    const Did did = run(words.mid(1));
    if (!did && did.error().code != Errc::Unavailable && did.error().code != Errc::BadInput)
        return u"it failed, as expected: %1"_s.arg(did.error().what);
    if (!did) return did;
    return Error{Errc::Refused, u"it was expected to fail, and did not"_s};
}

Orders::Did Orders::heal(const QStringList &)
{
    if (auto healed = m_lab.heal(); !healed) return healed.error();
    return QString();
}

Orders::Did Orders::timeline(const QStringList &)
{
    QString text = beliefTable(m_lab.beliefs(), QDateTime::currentMSecsSinceEpoch());
    text += u"\nserver: %1%2, disk %3\n"_s.arg(
        m_lab.server().isRunning() ? u"running"_s : u"stopped"_s,
        m_lab.server().isAsleep() ? u" (asleep)"_s : QString(),
        m_lab.server().slowDisk() > 0 ? u"%1 ms slower"_s.arg(m_lab.server().slowDisk()) : u"as it is"_s);
    return text;
}

Orders::Did Orders::who(const QStringList &)
{
    QString text = u"server    %1  database %2  log %3\n"_s.arg(
        m_lab.server().url(), m_lab.server().database(), m_lab.server().log());
    for (const LabClient *client : m_lab.clients())
        text += u"%1  %2 (login %3, password %4)\n    mirror %5\n    log    %6\n"_s.arg(
            client->name().leftJustified(8), client->setup().display, client->setup().login,
            QString::fromLatin1(labPassword()), client->mirror(), client->log());
    return text;
}

} // namespace kith::lab
