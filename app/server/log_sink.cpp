#include "app/server/log_sink.h"

#include "core/base/log_fields.h"
#include "core/wire/json_text.h"

#include <QDateTime>
#include <QStringList>
#include <atomic>
#include <cstdio>

namespace kith::app {

namespace {

std::atomic<int> leastRank{1};
std::atomic<LogFormat> format{LogFormat::Text};

int rankOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    case QtCriticalMsg:
        return 3;
    case QtFatalMsg:
        return 4;
    }
    return 4;
}

bool isPlain(QStringView value)
{
    for (const QChar c : value)
        if (c <= u' ' || c == u'"' || c == u'=' || c == u'\\' || c == QChar(0x7f)) return false;
    return !value.isEmpty();
}

/// A line is one line, whatever somebody managed to put into it; and a terminal takes no orders from a log.
QString harmless(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) out += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    return out;
}

QByteArray asText(const QByteArray &time, const char *level, const char *room, const QStringList &parts)
{
    QByteArray line = time + ' ' + level + ' ' + room + ": " + harmless(parts.first()).toUtf8();
    for (const QString &part : parts.mid(1)) {
        const qsizetype equals = part.indexOf(u'=');
        const QString value = harmless(part.mid(equals + 1));
        line += ' ' + part.left(equals).toUtf8() + '=';
        if (isPlain(value))
            line += value.toUtf8();
        else
            wire::json::append(line, value);
    }
    return line;
}

QByteArray asJson(const QByteArray &time, const char *level, const char *room, const QStringList &parts)
{
    QByteArray line = "{\"time\":\"" + time + "\",\"level\":\"" + level + "\",\"room\":";
    wire::json::append(line, QString::fromUtf8(room));
    line += ",\"msg\":";
    wire::json::append(line, harmless(parts.first()));
    for (const QString &part : parts.mid(1)) {
        const qsizetype equals = part.indexOf(u'=');
        line += ',';
        wire::json::append(line, QStringView(part).left(equals));
        line += ':';
        wire::json::append(line, harmless(QStringView(part).mid(equals + 1)));
    }
    return line + '}';
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static constexpr const char *names[] = {"debug", "info", "warning", "error", "fatal"};
    const int rank = rankOf(type);
    if (rank < leastRank.load()) return;
    const QStringList parts = message.split(QChar(LogLine::fieldMark));
    const QByteArray time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
    const char *room = context.category ? context.category : "";
    QByteArray line = format.load() == LogFormat::Json ? asJson(time, names[rank], room, parts)
                                                       : asText(time, names[rank], room, parts);
    line += '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr); // one call: lines of threads do not mix
}

} // namespace

void logToStderr(QtMsgType least, LogFormat as)
{
    leastRank = rankOf(least);
    format = as;
    if (least == QtDebugMsg) QLoggingCategory::setFilterRules(QStringLiteral("kith.*.debug=true"));
    qInstallMessageHandler(write);
}

} // namespace kith::app
