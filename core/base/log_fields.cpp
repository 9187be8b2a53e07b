#include "core/base/log_fields.h"

namespace kith {

LogLine::~LogLine()
{
    const QMessageLogger logger(nullptr, 0, nullptr, m_category.categoryName());
    const QByteArray text = m_text.toUtf8();
    switch (m_level) {
    case QtDebugMsg:
        if (m_category.isDebugEnabled()) logger.debug("%s", text.constData());
        return;
    case QtInfoMsg:
        if (m_category.isInfoEnabled()) logger.info("%s", text.constData());
        return;
    case QtWarningMsg:
        if (m_category.isWarningEnabled()) logger.warning("%s", text.constData());
        return;
    case QtCriticalMsg:
    case QtFatalMsg:
        logger.critical("%s", text.constData());
        return;
    }
}

LogLine &LogLine::with(const char *key, QAnyStringView value)
{
    QString text = value.toString();
    text.remove(QChar(fieldMark));
    m_text += QChar(fieldMark) + QString::fromLatin1(key) + QChar(u'=') + text;
    return *this;
}

LogLine &LogLine::with(const char *key, qint64 value) { return with(key, QString::number(value)); }

} // namespace kith
