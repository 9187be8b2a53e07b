#pragma once
#include "app/conform/link.h"

#include <QNetworkAccessManager>
#include <memory>
#include <span>

namespace kith::conform {

struct HttpAnswer {
    int status = 0;
    QByteArray raw;
    QJsonObject body;                      // of raw, when it is one
    QHash<QByteArray, QByteArray> headers; // names in lower case
};

struct ServerOptions {
    QUrl server; // http(s)://host:port
    int patienceMs = 20'000;
    bool patient = false;    // also the checks that wait a minute and longer
    QString invite;          // code for servers that ask for one
    QList<Account> accounts; // three with login and password, for servers that take no new ones
};

/// The server under test and the people who test it: Ana with two devices, Ben and Cy with one each.
/// Accounts, connections and chats are made on first use and shared by the checks, because servers limit how
/// often one may.
class Bench {
public:
    Bench(Notes &notes, ServerOptions options);
    ~Bench();

    /// `bearer`: an access token, for what asks for one.
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    HttpAnswer http(const QByteArray &method, const QString &path, const QByteArray &body = {},
                    const QString &bearer = {}, const Headers &headers = {});
    HttpAnswer post(const QString &path, const QJsonObject &body, const QString &bearer = {})
    {
        return http("POST", path, compact(body), bearer);
    }
    QJsonObject device() const;
    Account signIn(const QString &login, const QString &password); // a new device
    Account signUpAs(const QString &name);                         // a new user

    enum Who { Ana, Ana2, Ben, Cy };
    const Account &account(Who who);
    Link &link(Who who); // greeted; opened anew when it has ended
    std::unique_ptr<Link> fresh(const QString &name, const QString &query = {});
    QUrl socketUrl(const QString &query = {}) const;

    QString id() { return mint(m_offset + now()); }
    static qint64 now();
    QString epoch();
    QString direct(); // Ana and Ben
    QString group();  // Ana (owner), Ben, Cy
    QString newGroup(const QList<Who> &others, const QString &title = QStringLiteral("conform"));
    QJsonObject say(Who who, const QString &chat, const QString &body, const QString &mid = {});
    /// Everything of a chat from the zero position; rows of all pages in `rows` of the last delta.
    QJsonObject whole(Who who, const QString &chat);
    Cursor cursor(Who who, const QString &chat);

    Notes &notes() { return m_notes; }
    const ServerOptions &options() const { return m_options; }

private:
    void signUp();

    Notes &m_notes;
    const ServerOptions m_options;
    QNetworkAccessManager m_network;
    QHash<int, Account> m_accounts;
    QHash<int, std::shared_ptr<Link>> m_links;
    QList<std::shared_ptr<Link>> m_ended;
    QString m_epoch, m_direct, m_group;
    qint64 m_offset = 0; // the server's clock minus ours
};

struct ServerCheck {
    const char *clause;
    const char *title;
    void (*run)(Bench &);
    bool slow = false; // only with --patient
};
std::span<const ServerCheck> httpChecks();
std::span<const ServerCheck> connectionChecks();
std::span<const ServerCheck> writingChecks();
std::span<const ServerCheck> contentChecks();
std::span<const ServerCheck> readingChecks();
std::span<const ServerCheck> groupChecks();
std::span<const ServerCheck> fileChecks();

} // namespace kith::conform
