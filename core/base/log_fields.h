#pragma once
#include <QLoggingCategory>
#include <QString>

namespace kith {

/// One log line of an event and its fields, for people (key=value) and machines (JSON): which of the two is
/// the sink's business. Written when it goes out of scope. Ask `category().isDebugEnabled()` first where it
/// matters. As for every log line: ids, counts and codes, never what people wrote.
class LogLine {
public:
    LogLine(const QLoggingCategory &category, QtMsgType level, const char *event)
        : m_category(category)
        , m_level(level)
        , m_text(QString::fromLatin1(event))
    {
    }
    ~LogLine();
    Q_DISABLE_COPY_MOVE(LogLine)

    LogLine &with(const char *key, QAnyStringView value);
    LogLine &with(const char *key, qint64 value);

    /// Stands before each field in the text of the message; the sink takes it apart.
    static constexpr char16_t fieldMark = 0x1f;

private:
    const QLoggingCategory &m_category;
    const QtMsgType m_level;
    QString m_text;
};

} // namespace kith
