#pragma once
#include "core/domain/content.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>
#include <functional>

namespace kith {

/// Asks a linked place what it is, for the message that is about to be sent: the title and a few words of a
/// web page. Bounded in time, bytes and hops; asks no address inside the user's own network, unless `local`;
/// sends no cookies, runs nothing. Thread: its own.
class LinkPreviewer : public QObject {
    Q_OBJECT
public:
    struct Limits {
        qint64 bytes = 512 * 1024; // of the page that are looked at; the rest is not fetched
        int ms = 6'000;            // for all of it
        int hops = 3;
    };
    using Answer = std::function<void(std::optional<LinkPreview>)>;

    /// `local`: the account's server is in the user's own network too, so that links into it are meant.
    explicit LinkPreviewer(bool local, QObject *parent = nullptr);
    LinkPreviewer(bool local, Limits limits, QObject *parent = nullptr);

    /// nullopt: there is nothing to show. One question at a time; a new one ends the old, whose answer never
    /// comes.
    void ask(const QUrl &url, Answer answer);
    void cancel();

    /// The first address in a text that a preview may be asked for; empty = none.
    static QUrl firstLink(const QString &text);
    /// Whether an address is one of the public network.
    static bool isPublic(const QHostAddress &address);
    /// Whether a server is reached inside the user's own network, as its address says.
    static bool isLocal(const QUrl &server);
    /// What a page says of itself.
    static std::optional<LinkPreview> read(const QUrl &url, const QByteArray &html);

private:
    struct Question;
    void resolve();
    void fetch(const QHostAddress &address);
    void arrived();
    void finished();
    void done(std::optional<LinkPreview> preview);

    const bool m_local;
    const Limits m_limits;
    QNetworkAccessManager m_network;
    std::shared_ptr<Question> m_question;
};

} // namespace kith
