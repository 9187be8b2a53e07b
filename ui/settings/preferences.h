#pragma once
#include "core/base/result.h"
#include "ui/notify/decision.h"
#include "ui/settings/network_port.h"
#include "ui/style/theme.h"

#include <QFont>

namespace kith {

/// What a person chose for this computer; kept in one small file beside the accounts, read at the start,
/// written at each change. A broken value is its default. Thread: GUI.
class Preferences final : public QObject {
    Q_OBJECT
public:
    /// Empty `file`: kept in memory only. `look` gets what concerns it, now and at each change.
    Preferences(QString file, Look &look, QObject *parent = nullptr);

    struct Values {
        Look::Style style = Look::Style::System;
        int scale = 100;    // percent, 80..200, of the system's text size
        QString fontFamily; // empty = the system's
        QString language;   // of Language::all(), from the next start on; empty = the system's
        bool keepInTray = true;
        int cacheMegabytes = 4'000; // of files that the server has too, for each account
        NotifySettings notify;
        ProxyChoice proxy;
        friend bool operator==(const Values &, const Values &) = default;
    };
    const Values &values() const { return m_values; }
    /// The language kept in `file`, for the start: before there is any window to apply the rest to.
    static QString languageIn(const QString &file);
    /// Takes effect at once. Io: it does now, but could not be kept.
    Status set(const Values &values);

Q_SIGNALS:
    void changed();

private:
    void load();
    void apply();

    const QString m_file;
    Look &m_look;
    Values m_values;
};

} // namespace kith
