#include "server/metrics/exposition.h"

#include <QLocale>

namespace kith::server {

namespace {

QByteArray escaped(QByteArray text)
{
    return text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

} // namespace

QByteArray Exposition::number(double value)
{
    return QByteArray::number(value, 'f', QLocale::FloatingPointShortest);
}

void Exposition::family(const char *name, Type type, const char *help)
{
    static constexpr const char *types[] = {"counter", "gauge", "histogram"};
    m_name = name;
    m_out += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + types[size_t(type)] + '\n';
}

void Exposition::line(const char *suffix, const Labels &labels, const QByteArray &bound,
                      const QByteArray &value)
{
    m_out += m_name + suffix;
    char before = '{';
    for (const auto &[label, of] : labels) {
        m_out += before + QByteArray(label) + "=\"" + escaped(of) + '"';
        before = ',';
    }
    if (!bound.isEmpty()) {
        m_out += before + QByteArray("le=\"") + bound + '"';
        before = ',';
    }
    if (before == ',') m_out += '}';
    m_out += ' ' + value + '\n';
}

void Exposition::bucket(const Labels &labels, const QByteArray &bound, quint64 below)
{
    line("_bucket", labels, bound, QByteArray::number(below));
}

void Exposition::sample(const Labels &labels, quint64 value)
{
    line("", labels, {}, QByteArray::number(value));
}

void Exposition::sample(const Labels &labels, double value) { line("", labels, {}, number(value)); }

} // namespace kith::server
