#pragma once
#include <QByteArrayView>
#include <QString>

namespace kith {

/// What a file called `name` by somebody else may be called on this machine's disk: one component, no
/// separators, no control characters or such as turn the text around, nothing that Windows reserves, no
/// leading dot, at most 200 bytes of UTF-8 with its ending kept. Never empty.
QString safeFileName(const QString &name);

/// The kind of a file told from its first bytes (512 are enough), never from its name: a MIME type in lower
/// case, "application/octet-stream" when it is none of the known ones.
QString sniffedMime(QByteArrayView head);

} // namespace kith
