#include "app/lab/orders.h"

#include <QDir>
#include <QFile>
#include <optional>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

Error misread(const QString &what) { return {Errc::BadInput, what}; }

Result<qint64> numberIn(const QString &word, qint64 least, qint64 most)
{
    bool fits = false;
    const qint64 number = word.toLongLong(&fits);
    if (fits && number >= least && number <= most) return number;
    return misread(u"\"%1\" is not a number from %2 to %3."_s.arg(word).arg(least).arg(most));
}

/// The order is carried out when its connections are gone: what is said next must not slip through.
void cutAndSee(TcpProxy &net, TcpProxy::Cut how)
{
    const TcpProxy::Count before = net.count();
    net.cut(how);
    if (before.open > 0)
        net.waitUntil([&](const TcpProxy::Count &now) { return now.open == 0 || now.cuts > before.cuts; },
                      10'000);
}

template <class F> auto ofClient(F member)
{
    return [member](Orders &orders, LabClient *client, const QStringList &words) {
        return (orders.*member)(*client, words);
    };
}

} // namespace

const std::vector<Orders::Rule> &Orders::clientRules()
{
    using enum Story::Kind;
    static const std::vector<Rule> rules{
        {"latency", "MS", 1, 1, Fault, ofClient(&Orders::network)},
        {"throttle", "BYTES-A-SECOND", 1, 1, Fault, ofClient(&Orders::network)},
        {"half-open", "up|down|both", 1, 1, Fault, ofClient(&Orders::network)},
        {"stall", "", 0, 0, Fault, ofClient(&Orders::network)},
        {"cut", "[reset|fin]", 0, 1, Fault, ofClient(&Orders::network)},
        {"cut-after", "up|down BYTES", 2, 2, Fault, ofClient(&Orders::network)},
        {"offline", "[SECONDS]", 0, 1, Fault, ofClient(&Orders::offline)},
        {"online", "", 0, 0, Heal, ofClient(&Orders::network)},
        {"flaky", "", 0, 0, Fault, ofClient(&Orders::flaky)},
        {"kill", "", 0, 0, Fault, ofClient(&Orders::process)},
        {"stop", "", 0, 0, Fault, ofClient(&Orders::process)},
        {"start", "", 0, 0, Heal, ofClient(&Orders::process)},
        {"restart", "", 0, 0, Heal, ofClient(&Orders::process)},
        {"sleep", "[SECONDS]", 0, 1, Fault, ofClient(&Orders::process)},
        {"wake", "", 0, 0, Heal, ofClient(&Orders::process)},
        {"clock", "OFFSET|right", 1, 1, Fault, ofClient(&Orders::clock)},
        {"disk", "full|free", 1, 1, Fault, ofClient(&Orders::disk)},
        {"keychain", "locked|open", 1, 1, Fault, ofClient(&Orders::keychain)},
        {"say", "TO TEXT…", 2, -1, Step, ofClient(&Orders::say)},
        {"file", "TO BYTES", 2, 2, Step, ofClient(&Orders::file)},
        {"group", "TITLE CLIENT…", 2, -1, Step, ofClient(&Orders::group)},
        {"revoke", "CLIENT", 1, 1, Fault, ofClient(&Orders::revoke)},
        {"login", "", 0, 0, Heal, ofClient(&Orders::login)},
        {"do", "VERB…  (of kith-cli)", 1, -1, Step, ofClient(&Orders::act)},
    };
    return rules;
}

// ---- its network

Orders::Did Orders::network(LabClient &client, const QStringList &words)
{
    TcpProxy &net = client.net();
    const QString verb = words.first(), how = words.value(1);
    if (verb == u"latency") {
        auto ms = numberIn(how, 0, 60'000);
        if (!ms) return ms.error();
        net.delay(TcpProxy::Up, int(*ms / 2));
        net.delay(TcpProxy::Down, int(*ms - *ms / 2));
    } else if (verb == u"throttle") {
        auto rate = numberIn(how, 0, 1'000'000'000);
        if (!rate) return rate.error();
        net.throttle(TcpProxy::Up, *rate);
        net.throttle(TcpProxy::Down, *rate);
    } else if (verb == u"half-open") {
        if (how != u"up" && how != u"down" && how != u"both") return misread(u"up, down or both."_s);
        net.swallow(TcpProxy::Up, how != u"down");
        net.swallow(TcpProxy::Down, how != u"up");
    } else if (verb == u"cut") {
        if (!how.isEmpty() && how != u"reset" && how != u"fin") return misread(u"reset or fin."_s);
        cutAndSee(net, how == u"fin" ? TcpProxy::Cut::Fin : TcpProxy::Cut::Reset);
    } else if (verb == u"cut-after") {
        auto bytes = numberIn(words[2], 1, 1'000'000'000);
        if (!bytes) return bytes.error();
        if (how != u"up" && how != u"down") return misread(u"up or down."_s);
        net.cutAfter(how == u"up" ? TcpProxy::Up : TcpProxy::Down, *bytes, TcpProxy::Cut::Reset);
    } else if (verb == u"stall") {
        net.stall(true);
    } else {
        net.clear();
    }
    return QString();
}

Orders::Did Orders::offline(LabClient &client, const QStringList &words)
{
    const auto seconds = numberIn(words.value(1, u"1"_s), 1, 24 * 3600);
    if (!seconds) return seconds.error();
    client.net().refuse(true);
    cutAndSee(client.net(), TcpProxy::Cut::Reset);
    if (words.size() < 2) return QString();
    m_lab.later(*seconds * 1000, [this, &client] {
        client.net().refuse(false);
        m_lab.story().tell(client.name(), Story::Kind::Heal, u"online again"_s);
    });
    return u"%1 is offline for %2 s"_s.arg(client.name()).arg(*seconds);
}

/// A bad wireless network, drawn from the seed: late, slow, and cut somewhere ahead.
Orders::Did Orders::flaky(LabClient &client, const QStringList &)
{
    SeededRandom &random = m_lab.random();
    const int late = 20 + int(random.below(300));
    const qint64 rate = 4'000 + qint64(random.below(40'000)), cut = 1 + qint64(random.below(6'000));
    client.net().delay(TcpProxy::Down, late);
    client.net().throttle(TcpProxy::Down, rate);
    client.net().cutAfter(random.below(2) == 0 ? TcpProxy::Up : TcpProxy::Down, cut,
                          random.below(2) == 0 ? TcpProxy::Cut::Reset : TcpProxy::Cut::Fin);
    return u"%1: %2 ms late, %3 bytes a second, cut after %4 bytes"_s.arg(client.name())
        .arg(late)
        .arg(rate)
        .arg(cut);
}

// ---- its process and machine

Orders::Did Orders::process(LabClient &client, const QStringList &words)
{
    const QString verb = words.first();
    const auto seconds = numberIn(words.value(1, u"1"_s), 1, 24 * 3600);
    if (!seconds) return seconds.error();
    if (verb == u"start" || verb == u"restart") {
        if (verb == u"restart") client.stop();
        if (auto started = client.start(); !started) return started.error();
        return QString();
    }
    if (!client.isRunning()) return misread(u"it is not running"_s);
    if (verb == u"kill") client.kill9();
    if (verb == u"stop") client.stop();
    if (verb == u"wake") client.sleep(false);
    if (verb != u"sleep") return QString();
    client.sleep(true);
    if (words.size() < 2) return QString();
    m_lab.later(*seconds * 1000, [this, &client] {
        client.sleep(false);
        m_lab.story().tell(client.name(), Story::Kind::Heal, u"awake again"_s);
    });
    return u"%1 sleeps for %2 s"_s.arg(client.name()).arg(*seconds);
}

Orders::Did Orders::clock(LabClient &client, const QStringList &words)
{
    if (auto set = client.setClock(words[1] == u"right" ? QString() : words[1]); !set) return set.error();
    if (!client.isRunning()) return u"%1 will start with that clock"_s.arg(client.name());
    client.stop();
    if (auto started = client.start(); !started) return started.error();
    return u"%1 was started again with that clock"_s.arg(client.name());
}

Orders::Did Orders::disk(LabClient &client, const QStringList &words)
{
    if (words[1] != u"full" && words[1] != u"free") return misread(u"full or free."_s);
    if (words[1] == u"free") {
        if (client.disk()) client.disk()->makeRoom();
        return QString();
    }
    if (!client.disk()) {
        const bool ran = client.isRunning();
        client.stop();
        auto given = client.giveSmallDisk();
        if (ran)
            if (auto started = client.start(); !started) return started.error();
        if (!given) return given.error();
        // A full disk at the start is another story: it must have its files open by then.
        if (ran) m_lab.waitUntil([&] { return !client.phase().isEmpty() || !client.isRunning(); }, 30'000);
    }
    client.disk()->fill();
    return QString();
}

Orders::Did Orders::keychain(LabClient &client, const QStringList &words)
{
    if (words[1] != u"locked" && words[1] != u"open") return misread(u"locked or open."_s);
    const bool locked = words[1] == u"locked";
    if (auto done = client.lockSecrets(locked); !done) return done.error();
    if (!locked || !client.isRunning()) return QString();
    return u"%1 feels it when it starts again or its access runs out"_s.arg(client.name());
}

// ---- its person

Orders::Did Orders::obey(LabClient &client, const QStringList &command, bool isMessage)
{
    std::optional<LabClient::Answer> answer;
    auto asked = client.command(command, [&answer](const LabClient::Answer &one) { answer = one; });
    if (!asked) return asked.error();
    if (!m_lab.waitUntil([&] { return answer.has_value(); }, patienceSeconds * 1000LL)) {
        client.kill9(); // its answer must not come later than this frame
        return Error{Errc::Timeout, u"no answer in %1 s; the client was killed"_s.arg(patienceSeconds)};
    }
    if (answer->exit != 0)
        return Error{Errc::Refused, u"exit code %1: %2"_s.arg(answer->exit).arg(answer->why)};
    if (isMessage && !answer->objects.isEmpty())
        client.noteEntered(answer->objects.first()[u"mid"_s].toString());
    return QString();
}

Orders::Did Orders::say(LabClient &client, const QStringList &words)
{
    return obey(client,
                {u"send"_s, words[1], u"%1 [%2]"_s.arg(words.mid(2).join(u' ')).arg(++m_texts), u"--wait"_s,
                 u"saved"_s},
                true);
}

Orders::Did Orders::file(LabClient &client, const QStringList &words)
{
    auto bytes = numberIn(words[2], 1, 1'000'000'000);
    if (!bytes) return bytes.error();
    const QString name = m_lab.dir() + u"/file-%1.bin"_s.arg(++m_texts);
    QFile made(name);
    if (!made.open(QIODevice::WriteOnly)) return Error{Errc::Io, u"%1 cannot be written."_s.arg(name)};
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (qint64 left = *bytes; left > 0; left -= piece.size()) {
        m_lab.random().fill(piece.data(), size_t(piece.size()));
        made.write(piece.constData(), std::min<qint64>(left, piece.size()));
    }
    made.close();
    return obey(client, {u"send"_s, words[1], u"--file"_s, name, u"--wait"_s, u"saved"_s}, true);
}

Orders::Did Orders::act(LabClient &client, const QStringList &words)
{
    return obey(client, words.mid(1), false);
}

Orders::Did Orders::group(LabClient &client, const QStringList &words)
{
    QStringList command{u"group"_s, words[1]}, logins{client.setup().login};
    for (const QString &name : words.mid(2)) {
        const LabClient *one = m_lab.client(name);
        if (!one) return misread(u"Nobody here is called %1."_s.arg(name));
        if (logins.contains(one->setup().login)) continue;
        logins.append(one->setup().login);
        command.append(one->setup().login);
    }
    if (auto did = obey(client, command, false); !did) return did;
    know(words[1], logins);
    return QString();
}

/// Signs another client of the same person out, through the account: this one's process gives way meanwhile.
Orders::Did Orders::revoke(LabClient &client, const QStringList &words)
{
    LabClient *other = m_lab.client(words[1]);
    if (!other || other == &client || other->setup().login != client.setup().login)
        return misread(u"%1 is no other client of the same person."_s.arg(words[1]));
    const bool ran = client.isRunning();
    client.stop();
    const Ran accounts = other->cli({u"accounts"_s});
    const QString line = QString::fromUtf8(accounts.out);
    const QString device = line.section(u"\"device\":\""_s, 1).section(u'"', 0, 0);
    const Ran ended = client.cli({u"end-device"_s, device});
    if (ran)
        if (auto started = client.start(); !started) return started.error();
    if (ended.code != 0)
        return Error{Errc::Refused,
                     u"exit code %1: %2"_s.arg(ended.code).arg(QString::fromUtf8(ended.err).trimmed())};
    other->signedOut = true;
    return QString();
}

/// As a person does when the server no longer knows the device: the mirror and the outbox stay.
Orders::Did Orders::login(LabClient &client, const QStringList &)
{
    client.stop();
    if (auto in = client.signIn(u"login"_s); !in) return in.error();
    client.signedOut = false;
    if (auto started = client.start(); !started) return started.error();
    return QString();
}

} // namespace kith::lab
