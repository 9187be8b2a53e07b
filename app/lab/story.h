#pragma once
#include <QElapsedTimer>
#include <QString>
#include <functional>
#include <vector>

namespace kith::lab {

/// What happened, in order: shown while it happens, and the matter of the report.
class Story {
public:
    enum class Kind : quint8 { Step, Fault, Heal, Note, Trouble };
    struct Event {
        qint64 ms = 0; // since the start
        QString lane;  // a client's name, "server", or empty: everybody
        Kind kind = Kind::Note;
        QString text;
    };
    /// What one client believed at one moment, beside what the server held.
    struct Sample {
        qint64 ms = 0;
        QString lane;
        int waiting = 0;   // changes in its outbox
        qint64 behind = 0; // messages of its chats that it does not hold
        bool online = false, running = false;
    };

    Story() { m_since.start(); }
    qint64 ms() const { return m_since.elapsed(); }
    void tell(const QString &lane, Kind kind, const QString &text);
    void add(Sample sample);
    const std::vector<Event> &events() const { return m_events; }
    const std::vector<Sample> &samples() const { return m_samples; }
    /// What was done, without times: the same seed gives the same lines.
    QStringList steps() const;
    /// Called with each event.
    std::function<void(const Event &)> heard;

private:
    static constexpr size_t mostEvents = 50'000, mostSamples = 200'000; // an hour of a big lab

    QElapsedTimer m_since;
    std::vector<Event> m_events;
    std::vector<Sample> m_samples;
};

} // namespace kith::lab
