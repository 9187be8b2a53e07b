#pragma once
#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <functional>

/// The protocol's small change, written a second time from docs/protocol.md and from nothing else: this
/// program is a second opinion, so it shares no code with the programs it judges.
namespace kith::conform {

/// Why a check fails; thrown by whatever finds it, caught where the check was begun.
struct Failure {
    QString expected, came;
};
/// The check cannot be made here and now, and that is nobody's fault.
struct Skipped {
    QString why;
};

void require(bool held, const QString &expected, const QString &came = {});
void require(bool held, const QString &expected, const QJsonObject &came);

QByteArray compact(const QJsonObject &object);
/// Waits for `done` while events go on; false when `ms` pass.
bool waitFor(const std::function<bool()> &done, int ms);

QString mint(qint64 nowMs);               // an id as P-2.1 wants it
bool isId(const QJsonValue &value);       // §2: 16 bytes in 22 characters, not all zero
bool isTag(const QJsonValue &value);      // §2: 16 lower-case hexadecimal digits
bool isPosition(const QJsonValue &value); // §2: [int, tag]
qint64 revOf(const QJsonValue &position); // the number of a position
QJsonArray position(qint64 rev, const QString &tag);
QJsonArray zero(); // before the first change
QByteArray bytesOf(const QString &id);

/// A key that occurs twice in one object of `json`, or empty (P-2.4).
QString doubledKey(const QByteArray &json);
/// The path of a null that is not a state row's `value`, or empty (P-2.3).
QString strayNull(const QJsonValue &value, const QString &path = {});

/// What a code's class must be (§11); empty for a code that this version does not know.
QString classOf(const QString &code);

struct Cursor {
    QString chat;
    QJsonArray at;
    qint64 rx = 0;
};
/// 64 digests as text (§14).
QString digests(const QString &epoch, const QList<Cursor> &cursors);

/// The share of a message or a reaction row (§14) in the sum of `proof`.
quint64 shareOf(const QJsonObject &row);

} // namespace kith::conform
