#pragma once
#include "core/base/random.h"

#include <QJsonValue>

namespace kith::fuzz {

/// Changes one to three places of a JSON value: numbers at bounds, other types, keys gone or doubled under
/// another name, lists longer, shorter or shuffled. What comes out is JSON, so that a decoder's own checks
/// are met and not the parser's.
QJsonValue mutated(const QJsonValue &value, Random &random);

/// The same for a text; empty when `json` holds no object or list.
QByteArray mutatedJson(const QByteArray &json, Random &random);

} // namespace kith::fuzz
