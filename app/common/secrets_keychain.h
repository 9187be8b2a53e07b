#pragma once
#include "sync/secrets.h"

#include <QObject>
#include <memory>

namespace kith {

/// The system's keychain (Secret Service, KWallet, macOS Keychain, Windows Credential Manager) through
/// QtKeychain. The insecure fallback is never used. What the keychain cannot answer is Unavailable, never
/// NotFound.
class SecretsKeychain final : public QObject, public Secrets {
    Q_OBJECT
public:
    explicit SecretsKeychain(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    void read(const QString &key, std::function<void(Result<QByteArray>)> done) override;
    void write(const QString &key, const QByteArray &secret, std::function<void(Status)> done) override;
    void remove(const QString &key, std::function<void(Status)> done) override;
    QString backendName() const override;

private:
    void readOnce(const QString &key, std::function<void(Result<QByteArray>)> done);
    void proveAnswering(std::function<void(Status)> done);

    std::shared_ptr<int> m_alive = std::make_shared<int>(0); // its weak copies know when this is gone
};

} // namespace kith
