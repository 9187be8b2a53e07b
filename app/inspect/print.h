#pragma once
#include "inspect/report.h"

namespace kith::inspect {

QString asText(const Report &report);
/// One compact object: {"verb", "file", "tables": {key: [{column: value}]}, "facts": {key: {…}}, "notes",
/// "faults"}. Times are Unix milliseconds.
QByteArray asJson(const Report &report, const QString &file);
/// A cell as people read it.
QString cellText(const QVariant &value, Column::As as);

} // namespace kith::inspect
