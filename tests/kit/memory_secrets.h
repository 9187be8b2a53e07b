#pragma once
#include "sync/secrets.h"

#include <QCoreApplication>
#include <QHash>

namespace kith::test {

/// Secrets for one test; can be told to be away.
class MemorySecrets final : public Secrets {
public:
    void read(const QString &key, std::function<void(Result<QByteArray>)> done) override
    {
        later([this, key, done = std::move(done)] {
            if (away)
                done(Error{Errc::Unavailable, QStringLiteral("locked")});
            else if (!kept.contains(key))
                done(Error{Errc::NotFound, QStringLiteral("absent")});
            else
                done(kept.value(key));
        });
    }
    void write(const QString &key, const QByteArray &secret, std::function<void(Status)> done) override
    {
        later([this, key, secret, done = std::move(done)] {
            if (away) return done(Error{Errc::Unavailable, QStringLiteral("locked")});
            kept.insert(key, secret);
            done(ok());
        });
    }
    void remove(const QString &key, std::function<void(Status)> done) override
    {
        later([this, key, done = std::move(done)] {
            kept.remove(key);
            done(ok());
        });
    }
    QString backendName() const override { return QStringLiteral("memory"); }

    QHash<QString, QByteArray> kept;
    bool away = false;

private:
    template <class F> void later(F call)
    {
        QMetaObject::invokeMethod(&m_context, std::move(call), Qt::QueuedConnection);
    }
    QObject m_context;
};

} // namespace kith::test
