#pragma once
#include "core/wire/frames.h"

namespace kith::wire {

QString byeText(ByeCode code);
/// An unknown code is a drain: come back later.
ByeCode byeFromText(const QString &text);

} // namespace kith::wire
