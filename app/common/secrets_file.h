#pragma once
#include "sync/secrets.h"

#include <QObject>
#include <memory>

namespace kith {

/// Secrets in PROFILE/secrets.ini, readable by the owner only (0600). Chosen by an explicit flag, for tests,
/// bots and machines without a keychain; whoever constructs it prints `warning()` once.
class SecretsFile final : public QObject, public Secrets {
    Q_OBJECT
public:
    explicit SecretsFile(const QString &profileDir, QObject *parent = nullptr);

    void read(const QString &key, std::function<void(Result<QByteArray>)> done) override;
    void write(const QString &key, const QByteArray &secret, std::function<void(Status)> done) override;
    void remove(const QString &key, std::function<void(Status)> done) override;
    QString backendName() const override;

    /// One line for stderr.
    QString warning() const;

private:
    Result<QHash<QString, QByteArray>> load() const;
    Status save(const QHash<QString, QByteArray> &all) const;

    QString m_file;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0); // its weak copies know when this is gone
};

} // namespace kith
