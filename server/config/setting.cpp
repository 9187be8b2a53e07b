#include "server/config/setting.h"

#include "core/base/limits.h"

#include <QtNumeric>
#include <algorithm>
#include <optional>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

using enum SettingKind;

constexpr qint64 second = 1'000, minute = 60 * second, hour = 60 * minute;

constexpr Setting all[] = {
    {"listen", Address, "127.0.0.1:8480", "ADDRESS:PORT",
     "Address and port to accept clients on; port 0 takes a free one. [::]:443 listens on IPv4 and IPv6."},
    {"roles", List, "api,realtime,worker", "api|realtime|worker",
     "What this process does, separated by commas: api answers HTTP requests, realtime holds the connections "
     "of"
     " clients, worker wakes devices, sweeps files and erases what ended accounts leave. With the database "
     "in one"
     " file a single process owns it: api and realtime go together, and worker is with them or alone."},
    {"data", Path, "", "DIR",
     "Folder of the database; made, for its owner alone, when it does not exist. Needed."},
    {"name", Text, "Kith", "NAME", "What the server calls itself to people.", 1, limits::titleChars},
    {"threads", Number, "0", "N", "I/O threads; 0 takes one for each core, at most 4.", 0, 64},
    {"registration", Choice, "open", "open|invite|closed",
     "Who may make an account: everybody, those with an invite code, or nobody but the administrator."},
    {"password-min", Number, "8", "N",
     "Shortest password that a new account may have, in characters. NIST SP 800-63B asks for 8 beside another"
     " factor and for 15 where the password stands alone.",
     limits::passwordMinChars, 64},
    {"password-blocklist", Path, "", "FILE",
     "Passwords that nobody may choose, one a line, beside the built-in list of the commonest."},
    {"admin-socket", Path, "", "FILE",
     "Where `kith-server admin` finds this server; admin.sock in the data folder when not set."},
    {"download-url", Text, "", "URL", "Where the page at / sends people who want the client.", 0, 512},
    {"files", Text, "", "dir:PATH",
     "Where files are kept. Without it: the folder \"files\" in the data folder.", 0, 4'096},
    {"file-limit", Bytes, "2GiB", "BYTES", "The largest file that may be sent; at most 2GiB.", 1, 2LL << 30},
    {"file-quota", Bytes, "20GiB", "BYTES", "What all files of one person may take together.", 0, 1LL << 50},
    {"tls-cert", Path, "", "FILE",
     "Certificate chain (PEM, the server's own first). With tls-key the server speaks TLS itself. Read again"
     " on SIGHUP and by `kith-server admin reload-tls`."},
    {"tls-key", Path, "", "FILE", "Private key of the certificate (PEM)."},
    {"tls-key-password", Text, "", "PASSWORD", "Of the private key, when it has one.", 0, 1024, true},
    {"allow-plain", YesNo, "no", "yes|no",
     "Listen without TLS beyond this machine, for a TLS proxy on another one. Passwords cross the network"
     " between the two in clear."},
    {"metrics-listen", Address, "", "ADDRESS:PORT",
     "Where GET /metrics (Prometheus), /v1/health and /v1/ready are answered for the operator's machines;"
     " plain HTTP, not for the internet. Not set: no metrics."},
    {"drain-delay", Span, "0s", "TIME",
     "How long /v1/ready says no before a stopping server closes its door: for balancers that look first.", 0,
     5 * minute},
    {"drain-window", Span, "10s", "TIME",
     "Over how long a stopping server takes leave of its clients, so that they do not all come back at once.",
     0, hour},
    {"push", Text, "log", "log|fcm:FILE",
     "How devices that are not connected are woken: a line in the log, or FCM with the service account in "
     "FILE.",
     3, 4096},
    {"push-content", YesNo, "no", "yes|no",
     "Whether names and the first line of texts travel with a push, past the provider's eyes."},
    {"push-endpoint", Text, "", "URL", "Where FCM is; empty is its own address. For tests.", 0, 1024},
    {"log-level", Choice, "info", "debug|info|warning|error",
     "What is logged; debug tells of every request (never of its content)."},
    {"log-format", Choice, "text", "text|json",
     "One line of text with key=value, or one JSON object a line."},
    {"password-cost", Choice, "normal", "normal|low", "low is for tests and benchmarks only."},
    {"rate-limits", Choice, "on", "on|off", "off is for tests and benchmarks only."},
};

QStringList words(const Setting &setting) { return QString::fromLatin1(setting.form).split(u'|'); }

std::optional<qint64> scaled(const QString &text, std::initializer_list<std::pair<QStringView, qint64>> units,
                             bool bareAllowed)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9') ++digits;
    bool number = false;
    const qint64 count = text.left(digits).toLongLong(&number);
    const QString unit = text.mid(digits).trimmed();
    if (!number) return std::nullopt;
    if (unit.isEmpty()) return bareAllowed || count == 0 ? std::optional(count) : std::nullopt;
    for (const auto &[name, factor] : units) {
        if (unit != name) continue;
        qint64 product = 0;
        if (qMulOverflow(count, factor, &product)) return std::nullopt;
        return product;
    }
    return std::nullopt;
}

std::optional<qint64> readBytes(const QString &text)
{
    return scaled(text, {{u"KiB", 1LL << 10}, {u"MiB", 1LL << 20}, {u"GiB", 1LL << 30}, {u"TiB", 1LL << 40}},
                  true);
}

std::optional<qint64> readSpan(const QString &text)
{
    return scaled(text, {{u"ms", 1}, {u"s", second}, {u"m", minute}, {u"h", hour}, {u"d", 24 * hour}}, false);
}

/// Numeric addresses only, so that starting never waits for a name server.
bool isAddress(const QString &host)
{
    const QStringList four = host.split(u'.');
    if (four.size() == 4 && std::all_of(four.begin(), four.end(), [](const QString &part) {
            bool number = false;
            return part.toUInt(&number) <= 255 && number && part.size() <= 3;
        }))
        return true;
    return host.contains(u':') && std::all_of(host.begin(), host.end(), [](QChar c) {
               return c.isDigit() || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') || c == u':' ||
                      c == u'.';
           });
}

std::optional<HostAndPort> readAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (bracketed) host = host.mid(1, host.size() - 2);
    if (host == u"localhost") host = u"127.0.0.1"_s;
    bool number = false;
    const uint port = colon < 0 ? 0 : text.mid(colon + 1).toUInt(&number);
    if (!number || port > 65535 || !isAddress(host) || bracketed != host.contains(u':')) return std::nullopt;
    return HostAndPort{host, quint16(port)};
}

QString range(const Setting &setting, const QString &unit)
{
    return u"%1 from %2 to %3"_s.arg(unit).arg(setting.least).arg(setting.most);
}

qsizetype distance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j) row[j] = qsizetype(j);
    for (const QChar left : a) {
        qsizetype corner = row[0]++;
        for (size_t j = 1; j < row.size(); ++j) {
            const qsizetype swap = corner + (left == b[qsizetype(j) - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({swap, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::span<const Setting> settings() { return all; }

const Setting *settingNamed(QAnyStringView name)
{
    for (const Setting &setting : all)
        if (name == QLatin1StringView(setting.name)) return &setting;
    return nullptr;
}

QStringList settingNames()
{
    QStringList names;
    for (const Setting &setting : all) names.append(QLatin1StringView(setting.name));
    return names;
}

QString nearestName(QStringView name, const QStringList &known)
{
    QString best;
    qsizetype least = std::max<qsizetype>(2, name.size() / 3) + 1;
    for (const QString &candidate : known) {
        const qsizetype d = candidate.startsWith(name) && name.size() > 2 ? 1 : distance(name, candidate);
        if (d >= least) continue;
        least = d;
        best = candidate;
    }
    return best;
}

QString faultOf(const Setting &setting, const QString &text)
{
    const auto inRange = [&setting](std::optional<qint64> value) {
        return value && *value >= setting.least && *value <= setting.most;
    };
    bool number = false;
    switch (setting.kind) {
    case Text:
        if (text.size() >= setting.least && text.size() <= setting.most) return {};
        return range(setting, u"text of a length"_s);
    case Path:
        return text.contains(QChar(u'\0')) ? u"a path"_s : QString();
    case Address:
        return readAddress(text) ? QString() : u"ADDRESS:PORT, for example 127.0.0.1:8480 or [::]:8480"_s;
    case Choice:
        return words(setting).contains(text) ? QString() : u"one of: "_s + words(setting).join(u", "_s);
    case List: {
        const QStringList given = text.split(u',');
        const auto known = [&](const QString &word) { return words(setting).contains(word.trimmed()); };
        if (std::all_of(given.begin(), given.end(), known)) return {};
        return u"some of these, separated by commas: "_s + words(setting).join(u", "_s);
    }
    case YesNo:
        return text == u"yes" || text == u"no" ? QString() : u"yes or no"_s;
    case Number:
        return inRange(text.toLongLong(&number)) && number ? QString() : range(setting, u"a number"_s);
    case Bytes:
        if (inRange(readBytes(text))) return {};
        return u"a size such as 500MiB or 2GiB, "_s + range(setting, u"bytes"_s);
    case Span:
        if (inRange(readSpan(text))) return {};
        return u"a time such as 500ms, 30s, 5m or 2h, at most %1s"_s.arg(setting.most / second);
    }
    return u"something else"_s;
}

HostAndPort addressFrom(const QString &text) { return readAddress(text).value_or(HostAndPort{}); }
qint64 bytesFrom(const QString &text) { return readBytes(text).value_or(0); }
qint64 millisecondsFrom(const QString &text) { return readSpan(text).value_or(0); }

} // namespace kith::server
