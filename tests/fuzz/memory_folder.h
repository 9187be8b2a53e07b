#pragma once
#include <QDir>

namespace kith::fuzz {

/// A template of QTemporaryDir on a disk that nobody has to wait for, where there is one.
inline QString memoryFolder()
{
    const QString shared = QStringLiteral("/dev/shm");
    return (QFileInfo(shared).isWritable() ? shared : QDir::tempPath()) + QStringLiteral("/kith-fuzz-XXXXXX");
}

} // namespace kith::fuzz
