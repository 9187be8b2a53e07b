#include "app/server/log_sink.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <atomic>
#include <cstdio>

namespace kith::app {

namespace {

std::atomic<int> leastRank{1};

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

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static constexpr const char *names[] = {"debug", "info", "warning", "error", "fatal"};
    const int rank = rankOf(type);
    if (rank < leastRank.load()) return;
    QString line = message;
    line.replace(QChar(u'\n'), QChar(u' '));
    const QByteArray text = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' ' +
                            names[rank] + ' ' + (context.category ? context.category : "") + ": " +
                            line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr); // one call: lines of threads do not mix
}

} // namespace

void logToStderr(QtMsgType least)
{
    leastRank = rankOf(least);
    if (least == QtDebugMsg) QLoggingCategory::setFilterRules(QStringLiteral("kith.*.debug=true"));
    qInstallMessageHandler(write);
}

} // namespace kith::app
