#include "ui/settings/preferences.h"

#include "ui/settings/language.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

int bounded(const QVariant &value, int low, int high, int otherwise)
{
    bool number = false;
    const int n = value.toInt(&number);
    return number && n >= low && n <= high ? n : otherwise;
}

constexpr int minutesOfDay = 24 * 60;

} // namespace

QString Preferences::languageIn(const QString &file)
{
    const QString code = QSettings(file, QSettings::IniFormat).value(u"look/language"_s).toString();
    return Language::isKnown(code) ? code : QString();
}

Preferences::Preferences(QString file, Look &look, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_look(look)
{
    m_values.style = look.style();
    load();
    apply();
}

void Preferences::load()
{
    if (m_file.isEmpty()) return;
    const QSettings file(m_file, QSettings::IniFormat);
    Values &v = m_values;
    v.style = Look::Style(bounded(file.value(u"look/style"_s), 0, int(Look::Style::Contrast), int(v.style)));
    v.scale = bounded(file.value(u"look/scale"_s), 80, 200, v.scale);
    v.fontFamily = file.value(u"look/font"_s).toString().left(100);
    v.language = languageIn(m_file);
    v.cacheMegabytes = bounded(file.value(u"storage/cache-mb"_s), 10, 1'000'000, v.cacheMegabytes);
    v.keepInTray = file.value(u"tray/keep"_s, v.keepInTray).toBool();
    v.proxy.kind = ProxyChoice::Kind(bounded(file.value(u"proxy/kind"_s), 0, 3, 0));
    v.proxy.host = file.value(u"proxy/host"_s).toString().left(253);
    v.proxy.port = bounded(file.value(u"proxy/port"_s), 1, 65535, 0);
    v.proxy.user = file.value(u"proxy/user"_s).toString().left(255);
    NotifySettings &n = v.notify;
    n.on = file.value(u"notify/on"_s, n.on).toBool();
    n.preview = NotifySettings::Preview(bounded(file.value(u"notify/preview"_s), 0, 2, int(n.preview)));
    n.doNotDisturb = file.value(u"notify/do-not-disturb"_s, n.doNotDisturb).toBool();
    n.quietHours = file.value(u"notify/quiet-hours"_s, n.quietHours).toBool();
    n.quietFrom = bounded(file.value(u"notify/quiet-from"_s), 0, minutesOfDay - 1, n.quietFrom);
    n.quietTo = bounded(file.value(u"notify/quiet-to"_s), 0, minutesOfDay - 1, n.quietTo);
}

Status Preferences::set(const Values &values)
{
    if (values == m_values) return ok();
    m_values = values;
    apply();
    Q_EMIT changed();
    if (m_file.isEmpty()) return ok();
    QSettings file(m_file, QSettings::IniFormat);
    file.setValue(u"look/style"_s, int(values.style));
    file.setValue(u"look/scale"_s, values.scale);
    file.setValue(u"look/font"_s, values.fontFamily);
    file.setValue(u"look/language"_s, values.language);
    file.setValue(u"proxy/kind"_s, int(values.proxy.kind));
    file.setValue(u"proxy/host"_s, values.proxy.host);
    file.setValue(u"proxy/port"_s, values.proxy.port);
    file.setValue(u"proxy/user"_s, values.proxy.user);
    file.setValue(u"storage/cache-mb"_s, values.cacheMegabytes);
    file.setValue(u"tray/keep"_s, values.keepInTray);
    file.setValue(u"notify/on"_s, values.notify.on);
    file.setValue(u"notify/preview"_s, int(values.notify.preview));
    file.setValue(u"notify/do-not-disturb"_s, values.notify.doNotDisturb);
    file.setValue(u"notify/quiet-hours"_s, values.notify.quietHours);
    file.setValue(u"notify/quiet-from"_s, values.notify.quietFrom);
    file.setValue(u"notify/quiet-to"_s, values.notify.quietTo);
    file.sync();
    if (file.status() == QSettings::NoError) return ok();
    return Error{Errc::Io, tr("The settings cannot be kept in %1.").arg(m_file)};
}

void Preferences::apply()
{
    m_look.setStyle(m_values.style);
    m_look.setText(m_values.fontFamily, m_values.scale);
}

} // namespace kith
