#pragma once
#include "server/metrics/counters.h"

#include <QByteArray>
#include <initializer_list>
#include <utility>
#include <vector>

namespace kith::server {

/// Writes Prometheus' text format 0.0.4. Samples of one family follow its head; what is written once cannot
/// come again.
class Exposition {
public:
    using Labels = std::initializer_list<std::pair<const char *, QByteArray>>;
    enum class Type : quint8 { Counter, Gauge, Histogram };

    void family(const char *name, Type type, const char *help);
    void sample(const Labels &labels, quint64 value);
    void sample(const Labels &labels, double value);
    /// Several of one kind, added up; values are divided by `unit` (1e9: nanoseconds shown as seconds).
    template <class H> void histogram(const Labels &labels, const std::vector<const H *> &parts, double unit)
    {
        if (parts.empty()) return;
        const auto &bounds = parts.front()->bounds();
        quint64 below = 0, sum = 0;
        for (size_t place = 0; place <= bounds.size(); ++place) {
            for (const H *part : parts) below += part->count(place);
            bucket(labels, place < bounds.size() ? number(double(bounds[place]) / unit) : "+Inf", below);
        }
        for (const H *part : parts) sum += part->sum();
        line("_sum", labels, {}, number(double(sum) / unit));
        line("_count", labels, {}, QByteArray::number(below));
    }
    QByteArray text() const { return m_out; }
    static QByteArray contentType() { return "text/plain; version=0.0.4; charset=utf-8"; }

private:
    static QByteArray number(double value);
    void bucket(const Labels &labels, const QByteArray &bound, quint64 below);
    void line(const char *suffix, const Labels &labels, const QByteArray &bound, const QByteArray &value);

    QByteArray m_out;
    QByteArray m_name;
};

} // namespace kith::server
