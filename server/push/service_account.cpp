#include "server/push/service_account.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileBytes = 64 * 1024;
constexpr qint64 assertionSeconds = 3600; // the most that the token endpoint takes
constexpr auto scope = "https://www.googleapis.com/auth/firebase.messaging"_L1;

QByteArray part(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray part(const QJsonObject &object)
{
    return part(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::shared_ptr<evp_pkey_st> keyFrom(const QByteArray &pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem.constData(), int(pem.size())),
                                                        &BIO_free);
    if (!bio) return {};
    return {PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free};
}

QByteArray signature(EVP_PKEY *key, const QByteArray &text)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const auto *data = reinterpret_cast<const unsigned char *>(text.constData());
    size_t size = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, data, size_t(text.size())) != 1)
        return {};
    QByteArray signature(qsizetype(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data,
                       size_t(text.size())) != 1)
        return {};
    signature.truncate(qsizetype(size));
    return signature;
}

} // namespace

Result<ServiceAccount> ServiceAccount::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::Io,
                     u"the service account file %1 cannot be read: %2"_s.arg(path, file.errorString())};
    if (file.size() > fileBytes)
        return Error{Errc::BadInput, u"%1 is too large for a service account file"_s.arg(path)};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const auto field = [&](QLatin1StringView name) { return object.value(name).toString(); };
    for (const auto name : {"project_id"_L1, "client_email"_L1, "private_key"_L1, "token_uri"_L1})
        if (field(name).isEmpty())
            return Error{
                Errc::BadInput,
                u"%1 is no service account file: it has no %2; take the JSON key of a service account "
                "from the provider's console"_s.arg(path, name)};
    ServiceAccount account;
    account.m_project = field("project_id"_L1);
    account.m_email = field("client_email"_L1);
    account.m_keyId = field("private_key_id"_L1);
    account.m_tokenUrl = QUrl(field("token_uri"_L1), QUrl::StrictMode);
    const bool local = QHostAddress(account.m_tokenUrl.host()).isLoopback(); // a stand-in for tests
    if (!account.m_tokenUrl.isValid() || (account.m_tokenUrl.scheme() != "https"_L1 && !local))
        return Error{Errc::BadInput, u"%1: token_uri is not an https address"_s.arg(path)};
    account.m_key = keyFrom(field("private_key"_L1).toLatin1());
    if (!account.m_key || EVP_PKEY_base_id(account.m_key.get()) != EVP_PKEY_RSA)
        return Error{Errc::BadInput, u"%1: private_key is not an RSA key in PEM"_s.arg(path)};
    return account;
}

Result<QByteArray> ServiceAccount::assertion(qint64 unixSeconds) const
{
    QJsonObject header{{u"alg"_s, u"RS256"_s}, {u"typ"_s, u"JWT"_s}};
    if (!m_keyId.isEmpty()) header.insert("kid"_L1, m_keyId);
    const QJsonObject claims{{u"iss"_s, m_email},
                             {u"scope"_s, scope},
                             {u"aud"_s, m_tokenUrl.toString(QUrl::FullyEncoded)},
                             {u"iat"_s, unixSeconds},
                             {u"exp"_s, unixSeconds + assertionSeconds}};
    const QByteArray text = part(header) + '.' + part(claims);
    const QByteArray signed_ = signature(m_key.get(), text);
    if (signed_.isEmpty()) return Error{Errc::Io, u"the service account's key cannot sign"_s};
    return text + '.' + part(signed_);
}

} // namespace kith::server
