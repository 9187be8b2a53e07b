#pragma once
#include "core/base/random.h"

#include <QString>

namespace kith::server {

/// `groups` times five characters that nobody confuses, joined by '-'.
QString randomWords(Random &random, int groups);
/// SHA-256 of an invite code as people may type it: case and what is not a letter or digit do not matter.
QByteArray inviteHash(const QString &code);

} // namespace kith::server
