#pragma once
#include "core/base/result.h"
#include "core/wire/account_care.h"
#include "core/wire/account_codec.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QObject>
#include <QUrl>
#include <functional>

class QNetworkReply;

namespace kith {

/// Why a request to the HTTP API did not succeed, as far as a person or the caller must act differently.
struct ApiFault {
    enum class Kind : quint8 {
        Unreachable, // no such host, refused, cut
        Timeout,     // something is there but does not answer
        Tls,         // the certificate or the handshake is not to be trusted
        NotKith,     // it answers, but not as a Kith server does
        Refused,     // the server understood and said no: `code`
        Busy,        // the server asks to come back later (rate, unavailable): `retryMs`
    };
    Kind kind = Kind::Unreachable;
    QString code;       // wire::api names; Refused and Busy only
    qint64 retryMs = 0; // Busy
    QString what;       // one sentence for logs and terminals

    Errc errc() const;
};

template <class T> using ApiResult = std::variant<T, ApiFault>;

/// The HTTP API of one server: JSON bodies of bounded size, 10 s patience, no redirects, TLS always verified.
/// Thread: the one it lives on. Callbacks come later, once, and not after this object is gone.
class AccountApi : public QObject {
    Q_OBJECT
public:
    template <class T> using Done = std::function<void(ApiResult<T>)>;

    static constexpr int patienceMs = 10'000;

    /// `server` as serverAddress() made it.
    explicit AccountApi(QUrl server, QObject *parent = nullptr);
    ~AccountApi() override;

    /// What a person typed as an address: "chat.example.org", "https://…", "http://127.0.0.1:8080". Without a
    /// scheme https is meant. BadInput: not an address, or http to anything but this machine.
    static Result<QUrl> serverAddress(const QString &typed);
    /// The real-time endpoint of that server: wss:, or ws: for this machine.
    static QUrl socketUrl(const QUrl &server);
    static bool isThisMachine(const QUrl &url);

    const QUrl &server() const { return m_server; }
    /// Instead of the program's own; for requests that begin later.
    void setProxy(const QNetworkProxy &proxy) { m_net.setProxy(proxy); }

    void serverInfo(Done<wire::ServerInfo> done);
    void registerAccount(const wire::RegisterRequest &request, Done<wire::SignedIn> done);
    void login(const wire::LoginRequest &request, Done<wire::SignedIn> done);
    void refresh(const QByteArray &refreshToken, Done<wire::Tokens> done);
    /// Ends the device that the token belongs to; also when its access token has long expired.
    void logout(const QByteArray &refreshToken, Done<std::monostate> done);

    // Care of the account that `access` belongs to
    void changePassword(const QByteArray &access, const wire::PasswordChange &change,
                        Done<std::monostate> done);
    void devices(const QByteArray &access, Done<wire::DeviceList> done);
    void endDevices(const QByteArray &access, const wire::DeviceEnd &end, Done<std::monostate> done);
    void profile(const QByteArray &access, Done<wire::Profile> done);
    void profileOf(const QByteArray &access, const UserId &user, Done<wire::Profile> done);
    void changeProfile(const QByteArray &access, const wire::ProfileChange &change, Done<wire::Profile> done);
    void avatar(const QByteArray &access, const AvatarId &avatar, Done<wire::Avatar> done);
    void endAccount(const QByteArray &access, const wire::AccountEnd &end, Done<std::monostate> done);
    void report(const QByteArray &access, const wire::Report &report, Done<std::monostate> done);

private:
    /// `access` empty: a request that needs no token.
    template <class T>
    void request(const char *path, const QByteArray &access, const QByteArray *body,
                 Result<T> (*decode)(QByteArrayView), Done<T> done);
    QNetworkReply *start(const char *path, const QByteArray &access, const QByteArray *body);

    QUrl m_server;
    QNetworkAccessManager m_net;
};

} // namespace kith
