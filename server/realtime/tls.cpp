#include "server/realtime/tls.h"

#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <memory>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileMax = 1 << 20;

Result<QByteArray> contentOf(const QString &path, const char16_t *what)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::NotFound, u"the %1 %2 cannot be read: %3"_s.arg(QString::fromUtf16(what), path,
                                                                           file.errorString())};
    return file.read(fileMax);
}

QSslKey keyFrom(const QByteArray &pem, const QByteArray &password)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, password);
        if (!key.isNull()) return key;
    }
    return {};
}

/// Qt says only at the first connection that the two do not belong together.
bool belongTogether(const QSslCertificate &certificate, const QSslKey &key)
{
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> certificateBytes(BIO_new(BIO_s_mem()), &BIO_free_all),
        keyBytes(BIO_new(BIO_s_mem()), &BIO_free_all);
    const QByteArray pem = certificate.toPem(), keyPem = key.toPem();
    BIO_write(certificateBytes.get(), pem.constData(), int(pem.size()));
    BIO_write(keyBytes.get(), keyPem.constData(), int(keyPem.size()));
    const std::unique_ptr<X509, decltype(&X509_free)> x509(
        PEM_read_bio_X509(certificateBytes.get(), nullptr, nullptr, nullptr), &X509_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pkey(
        PEM_read_bio_PrivateKey(keyBytes.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    return x509 && pkey && X509_check_private_key(x509.get(), pkey.get()) == 1;
}

} // namespace

Status Tls::load()
{
    if (!QSslSocket::supportsSsl())
        return Error{Errc::Unavailable, u"there is no TLS library (libssl) on this machine"_s};
    auto chainPem = contentOf(m_files.certificate, u"certificate");
    if (!chainPem) return chainPem.error();
    auto keyPem = contentOf(m_files.key, u"private key");
    if (!keyPem) return keyPem.error();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*chainPem, QSsl::Pem);
    if (chain.isEmpty() || chain.first().isNull())
        return Error{Errc::Corrupt, u"%1 holds no certificate in PEM"_s.arg(m_files.certificate)};
    const QSslKey key = keyFrom(*keyPem, m_files.keyPassword);
    if (key.isNull())
        return Error{Errc::Corrupt,
                     u"%1 holds no private key in PEM that the password opens"_s.arg(m_files.key)};
    if (!belongTogether(chain.first(), key))
        return Error{Errc::Corrupt, u"the key %1 does not belong to the certificate %2"_s.arg(
                                        m_files.key, m_files.certificate)};
    const QDateTime expires = chain.first().expiryDate();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients have no certificates
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    const std::lock_guard lock(m_mutex);
    m_configuration = configuration;
    m_expiresMs = expires.toMSecsSinceEpoch();
    return ok();
}

QSslConfiguration Tls::configuration() const
{
    const std::lock_guard lock(m_mutex);
    return m_configuration;
}

qint64 Tls::expiresMs() const
{
    const std::lock_guard lock(m_mutex);
    return m_expiresMs;
}

} // namespace kith::server
