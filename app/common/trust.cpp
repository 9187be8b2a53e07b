#include "app/common/trust.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace kith {

using namespace Qt::StringLiterals;

Status trustAlso(const QString &file)
{
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(file, QSsl::Pem);
    if (!QFile::exists(file) || certificates.isEmpty())
        return Error{Errc::BadInput, u"There is no certificate in %1."_s.arg(file)};
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(certificates);
    QSslConfiguration::setDefaultConfiguration(configuration);
    return ok();
}

} // namespace kith
