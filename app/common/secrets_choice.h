#pragma once
#include "core/base/result.h"
#include "sync/secrets.h"

#include <memory>

namespace kith {

/// Makes the store named by --secrets: "keychain" (also when empty) or "file". "file" prints its warning to
/// stderr. BadInput for any other name. A program with a sync thread makes two: each is used on one thread
/// only.
Result<std::unique_ptr<Secrets>> makeSecrets(const QString &choice, const QString &profileDir);
/// The same without the warning; `choice` has been accepted before.
std::unique_ptr<Secrets> makeSecretsQuietly(const QString &choice, const QString &profileDir);

} // namespace kith
