#pragma once
#include "core/base/ids.h"

#include <QString>
#include <cstdio>

namespace kith::sim {

class Scheduler;

/// Tells what happened, one line each, to a person: everything, or what concerns one message.
class Story {
public:
    Story(const Scheduler &scheduler, const QByteArray &about)
        : m_scheduler(scheduler)
        , m_about(about)
    {
    }
    bool silent() const { return m_about.isEmpty(); }
    bool concerns(const Mid &mid) const { return all() || (!silent() && mid.text() == m_about); }
    bool concerns(const QByteArray &frame) const { return all() || (!silent() && frame.contains(m_about)); }
    /// What happens to everybody: crashes, restores, calm.
    void event(const QString &what) const
    {
        if (!silent()) line(what);
    }
    void of(const Mid &mid, const QString &what) const
    {
        if (concerns(mid)) line(QString::fromLatin1(mid.text()) + QStringLiteral(": ") + what);
    }
    /// A frame on its way; `what` says where.
    void frame(const QByteArray &bytes, const QString &what) const
    {
        if (concerns(bytes)) line(what + QStringLiteral(": ") + QString::fromUtf8(shortened(bytes)));
    }

private:
    bool all() const { return m_about == "all"; }
    static QByteArray shortened(const QByteArray &bytes)
    {
        return bytes.size() <= 240 ? bytes
                                   : bytes.first(240) + "… (" + QByteArray::number(bytes.size()) + " bytes)";
    }
    void line(const QString &what) const;

    const Scheduler &m_scheduler;
    QByteArray m_about;
};

} // namespace kith::sim
