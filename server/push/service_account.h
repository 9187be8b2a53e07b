#pragma once
#include "core/base/result.h"

#include <QByteArray>
#include <QUrl>
#include <memory>

struct evp_pkey_st;

namespace kith::server {

/// The key file that Google's console gives for a service account, and what it is for: signing the assertion
/// (RFC 7523) that is traded for a short-lived access token.
class ServiceAccount {
public:
    /// BadInput or Io with a sentence that names `path` and the field; the key itself is never repeated.
    static Result<ServiceAccount> read(const QString &path);

    const QString &project() const { return m_project; }
    const QUrl &tokenUrl() const { return m_tokenUrl; }
    /// A JWT (RFC 7519) signed RS256 that is valid for an hour from `unixSeconds`. Error: the key cannot
    /// sign.
    Result<QByteArray> assertion(qint64 unixSeconds) const;

private:
    QString m_project, m_email, m_keyId;
    QUrl m_tokenUrl;
    std::shared_ptr<evp_pkey_st> m_key;
};

} // namespace kith::server
