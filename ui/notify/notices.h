#pragma once
#include "core/base/ids.h"

#include <QObject>

namespace kith {

/// Who shows notifications: the desktop's own service, or the tray icon where there is none. Nothing waits.
/// Thread: GUI.
class Notices : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual bool canShow() const = 0;
    /// One for each chat; a second one takes the place of the first.
    virtual void show(const ChatId &chat, const QString &title, const QString &text) = 0;
    virtual void withdraw(const ChatId &chat) = 0;

Q_SIGNALS:
    void activated(const kith::ChatId &chat); // the person clicked on it
};

} // namespace kith
