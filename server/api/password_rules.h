#pragma once
#include <QString>
#include <QStringList>

namespace kith::server {

/// Whether a new password is among the first that are guessed (NIST SP 800-63B, 5.1.1.2): a common one, also
/// with the usual decorations, a plain run or repetition, or made of a word of its context (login, name,
/// name of the server). What it is composed of does not matter otherwise; its length is checked elsewhere.
bool isWeakPassword(const QString &password, const QStringList &context);

} // namespace kith::server
