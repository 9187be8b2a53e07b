#include "app/lab/story.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace kith::lab {

void Story::tell(const QString &lane, Kind kind, const QString &text)
{
    if (m_events.size() >= mostEvents) m_events.erase(m_events.begin(), m_events.begin() + mostEvents / 10);
    m_events.push_back({ms(), lane, kind, text});
    if (heard) heard(m_events.back());
}

void Story::add(Sample sample)
{
    if (m_samples.size() >= mostSamples)
        m_samples.erase(m_samples.begin(), m_samples.begin() + mostSamples / 10);
    sample.ms = ms();
    m_samples.push_back(std::move(sample));
}

QStringList Story::steps() const
{
    QStringList all;
    for (const Event &event : m_events)
        if (event.kind == Kind::Step)
            all.append(event.lane.isEmpty() ? event.text : event.lane + u' ' + event.text);
    return all;
}

} // namespace kith::lab
