#pragma once
#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace kith {

/// What the server knows about pushes to this device.
struct PushInfo {
    QString provider;        // empty = not registered
    bool registered = false; // false with a provider: that one no longer knows the token
    bool waiting = false;    // a push is due or under way
    qint64 sent = 0;         // pushes handed over so far
    qint64 lastMs = 0;       // Unix ms of the last result; 0 = none
    QString result;          // sent, seen, connected, retry, dead, refused; others may come
    QString detail;          // English, for people
    friend bool operator==(const PushInfo &, const PushInfo &) = default;
};

/// What this device asks of the server about its pushes.
struct PushWish {
    enum class Kind : quint8 { Look, Test, Register, Forget } kind = Kind::Look;
    QString provider; // Register: 1..limits::pushProviderBytes
    QByteArray token; // Register: the provider's address of this device, 1..limits::pushTokenBytes; a secret
};

} // namespace kith
Q_DECLARE_METATYPE(kith::PushInfo)
