#pragma once
#include <QStringList>
#include <span>
#include <vector>

namespace kith::server {

/// How the text of a setting is read.
enum class SettingKind : quint8 {
    Text,    // `least` to `most` characters after trimming
    Path,    // of this machine; ~ is not special
    Address, // ADDRESS:PORT, port 0 = any free one
    Choice,  // one of the words of `form`
    List,    // some of the words of `form`, separated by commas
    YesNo,   // yes or no
    Number,  // `least` to `most`
    Bytes,   // a number, or with KiB, MiB, GiB, TiB; `least` to `most` bytes
    Span,    // a time: 500ms, 30s, 5m, 2h, 7d; `least` to `most` milliseconds
};

/// One setting of the server. Its name is the same everywhere: `--tls-cert FILE` as a flag,
/// `KITH_SERVER_TLS_CERT` in the environment, `tls-cert = FILE` in the file.
struct Setting {
    const char *name;
    SettingKind kind;
    const char *standard; // the value when nobody says anything; "" = none
    const char *form;     // for people; of a Choice or List: the words, separated by '|'
    const char *help;     // one or two sentences
    qint64 least = 0, most = 0;
    bool secret = false; // shown masked; never taken as a flag, which every process of the machine can see
};

/// All there are, in the order in which they are shown.
std::span<const Setting> settings();
const Setting *settingNamed(QAnyStringView name); // null = no such one
/// The known name that looks most like `name`; empty when none is near.
QString nearestName(QStringView name, const QStringList &known);
QStringList settingNames();

/// Empty when `text` is allowed; else what is allowed instead ("ADDRESS:PORT, for example 127.0.0.1:8480").
QString faultOf(const Setting &setting, const QString &text);

// The readers of values that faultOf() has accepted.
struct HostAndPort {
    QString host; // a numeric address
    quint16 port = 0;
};
HostAndPort addressFrom(const QString &text);
qint64 bytesFrom(const QString &text);
qint64 millisecondsFrom(const QString &text);

} // namespace kith::server
