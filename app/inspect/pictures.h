#pragma once
#include "inspect/report.h"

#include <QWidget>

namespace kith::inspect {

/// What of a chat is held: its places from the first to the newest as one strip; held parts full, those the
/// server has not confirmed hatched, holes empty.
class RangePicture final : public QWidget {
    Q_OBJECT
public:
    struct Part {
        enum class As : quint8 { Held, Unconfirmed, Hole };
        As as = As::Held;
        qint64 lo = 0, hi = 0;
    };
    explicit RangePicture(QWidget *parent = nullptr);
    /// From a report of the verb "gaps" about one chat.
    void show(const QString &chat, const Report &gaps);
    const std::vector<Part> &parts() const { return m_parts; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    double x(double place) const;
    QString m_chat;
    std::vector<Part> m_parts;
    qint64 m_newest = 0;
};

/// The stations of one message, lit as far as it has come.
class XrayStrip final : public QWidget {
    Q_OBJECT
public:
    struct Station {
        enum class State : quint8 { Done, Now, Ahead, Wrong, Unknown };
        QString name, says;
        State state = State::Ahead;
    };
    explicit XrayStrip(QWidget *parent = nullptr);
    /// From a report of the verb "explain".
    void show(const Report &explain);
    const std::vector<Station> &stations() const { return m_stations; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Station> m_stations;
};

} // namespace kith::inspect
