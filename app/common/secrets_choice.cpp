#include "app/common/secrets_choice.h"

#include "app/common/secrets_file.h"
#include "app/common/secrets_keychain.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith {

Result<std::unique_ptr<Secrets>> makeSecrets(const QString &choice, const QString &profileDir)
{
    if (choice.isEmpty() || choice == u"keychain") return std::unique_ptr<Secrets>(new SecretsKeychain);
    if (choice != u"file")
        return Error{Errc::BadInput, u"--secrets is \"keychain\" or \"file\", not \"%1\"."_s.arg(choice)};
    auto file = std::make_unique<SecretsFile>(profileDir);
    std::fprintf(stderr, "%s\n", qPrintable(file->warning()));
    return std::unique_ptr<Secrets>(std::move(file));
}

std::unique_ptr<Secrets> makeSecretsQuietly(const QString &choice, const QString &profileDir)
{
    if (choice == u"file") return std::make_unique<SecretsFile>(profileDir);
    return std::make_unique<SecretsKeychain>();
}

} // namespace kith
