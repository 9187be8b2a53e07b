#include "sync/link_preview.h"

#include "core/wire/content_codec.h"

#include <QHostInfo>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QTimer>
#include <utility>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headBytes = 256 * 1024; // what describes a page stands at its beginning

QString shortened(const QString &text, qsizetype bytes)
{
    QString line = text.simplified();
    line.truncate(bytes);
    while (line.toUtf8().size() > bytes) line.chop(1);
    if (!line.isEmpty() && line.back().isHighSurrogate()) line.chop(1);
    return line;
}

/// The few references that titles hold; others stay as they are.
QString unescaped(QString text)
{
    static const QRegularExpression reference(
        u"&(#x?[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip);"_s);
    QString out;
    qsizetype at = 0;
    for (auto it = reference.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out += QStringView(text).mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
        const QString name = match.captured(1);
        if (name.startsWith(u'#')) {
            const bool hex = name.size() > 1 && name[1] == u'x';
            const uint code = hex ? name.mid(2).toUInt(nullptr, 16) : name.mid(1).toUInt();
            const bool plain = code >= 0x20 && code < 0x110000 && (code < 0xd800 || code > 0xdfff);
            const char32_t one = plain ? code : U' ';
            out += QString::fromUcs4(&one, 1);
        } else {
            out += name == u"amp"     ? u"&"_s
                   : name == u"lt"    ? u"<"_s
                   : name == u"gt"    ? u">"_s
                   : name == u"quot"  ? u"\""_s
                   : name == u"apos"  ? u"'"_s
                   : name == u"nbsp"  ? u" "_s
                   : name == u"ndash" ? u"–"_s
                   : name == u"mdash" ? u"—"_s
                                      : u"…"_s;
        }
    }
    out += QStringView(text).mid(at);
    return out;
}

QString attribute(const QString &tag, const QString &name)
{
    const QRegularExpression form(u"\\b%1\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))"_s.arg(name),
                                  QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(tag);
    for (int i = 1; i <= 3; ++i)
        if (!match.captured(i).isEmpty()) return unescaped(match.captured(i));
    return {};
}

} // namespace

struct LinkPreviewer::Question {
    QUrl url;   // of this hop
    QUrl asked; // by the user
    Answer answer;
    int hops = 0;
    QNetworkReply *reply = nullptr;
    QByteArray bytes;
    int lookup = -1;
    QTimer timer;
};

LinkPreviewer::LinkPreviewer(bool local, QObject *parent)
    : LinkPreviewer(local, Limits(), parent)
{
}

LinkPreviewer::LinkPreviewer(bool local, Limits limits, QObject *parent)
    : QObject(parent)
    , m_local(local)
    , m_limits(limits)
{
    m_network.setCookieJar(nullptr);
}

QUrl LinkPreviewer::firstLink(const QString &text)
{
    static const QRegularExpression form(u"\\bhttps?://[^\\s<>\"]{3,2000}"_s);
    const auto match = form.match(text);
    if (!match.hasMatch()) return {};
    QString found = match.captured();
    while (!found.isEmpty() && u".,;:!?)]}'"_s.contains(found.back())) found.chop(1);
    const QUrl url(found, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

bool LinkPreviewer::isPublic(const QHostAddress &given)
{
    QHostAddress address = given;
    bool isFour = false;
    const quint32 four = address.toIPv4Address(&isFour); // also of an address written as ::ffff:…
    if (isFour) address = QHostAddress(four);
    for (const auto &net :
         {"64:ff9b::/96", "2001:db8::/32", "fc00::/7", "100::/64", "2002::/16", "100.64.0.0/10", "10.0.0.0/8",
          "172.16.0.0/12", "192.168.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15",
          "198.51.100.0/24", "203.0.113.0/24", "0.0.0.0/8", "240.0.0.0/4"})
        if (address.isInSubnet(QHostAddress::parseSubnet(QLatin1StringView(net)))) return false;
    return address.isGlobal() && !address.isMulticast() && !address.isUniqueLocalUnicast() &&
           !address.isLoopback() && !address.isBroadcast();
}

bool LinkPreviewer::isLocal(const QUrl &server)
{
    const QHostAddress address(server.host());
    return server.host() == u"localhost" || (!address.isNull() && !isPublic(address));
}

void LinkPreviewer::cancel()
{
    const auto question = std::exchange(m_question, nullptr);
    if (!question) return;
    if (question->lookup >= 0) QHostInfo::abortHostLookup(question->lookup);
    if (question->reply) {
        question->reply->disconnect(this);
        question->reply->abort();
        question->reply->deleteLater();
    }
}

void LinkPreviewer::ask(const QUrl &url, Answer answer)
{
    cancel();
    m_question = std::make_shared<Question>();
    m_question->url = m_question->asked = url;
    m_question->answer = std::move(answer);
    m_question->timer.setSingleShot(true);
    connect(&m_question->timer, &QTimer::timeout, this, [this] { done(std::nullopt); });
    m_question->timer.start(m_limits.ms);
    resolve();
}

void LinkPreviewer::resolve()
{
    const QUrl &url = m_question->url;
    const bool web = url.scheme() == u"http" || url.scheme() == u"https";
    if (!web || url.host().isEmpty() || !url.userInfo().isEmpty()) return done(std::nullopt);
    m_question->lookup = QHostInfo::lookupHost(url.host(), this, [this](const QHostInfo &info) {
        if (!m_question) return;
        m_question->lookup = -1;
        for (const QHostAddress &address : info.addresses()) {
            // One that is inside is enough to keep away: names can be made to point there now and then.
            if (!m_local && !isPublic(address)) return done(std::nullopt);
        }
        if (info.addresses().isEmpty()) return done(std::nullopt);
        fetch(info.addresses().constFirst());
    });
}

/// The very address that was looked at is asked, whatever its name says a moment later.
void LinkPreviewer::fetch(const QHostAddress &address)
{
    QUrl url = m_question->url;
    const QString host = url.host(QUrl::FullyEncoded);
    url.setHost(address.toString());
    QNetworkRequest request(url);
    const int port = m_question->url.port();
    request.setRawHeader("Host", (port < 0 ? host : u"%1:%2"_s.arg(host).arg(port)).toLatin1());
    request.setPeerVerifyName(host);
    request.setRawHeader("User-Agent", "Kith link preview");
    request.setRawHeader("Accept", "text/html");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // its host is that of the address
    m_question->bytes.clear();
    m_question->reply = m_network.get(request);
    connect(m_question->reply, &QNetworkReply::readyRead, this, &LinkPreviewer::arrived);
    connect(m_question->reply, &QNetworkReply::finished, this, &LinkPreviewer::finished);
}

void LinkPreviewer::arrived()
{
    Question &q = *m_question;
    const QString type = q.reply->header(QNetworkRequest::ContentTypeHeader).toString();
    const int status = q.reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 200 && !type.startsWith(u"text/html", Qt::CaseInsensitive)) return done(std::nullopt);
    q.bytes += q.reply->read(m_limits.bytes - q.bytes.size());
    if (q.bytes.size() >= m_limits.bytes || (status == 200 && q.bytes.toLower().contains("</head>")))
        finished();
}

void LinkPreviewer::finished()
{
    Question &q = *m_question;
    const int status = q.reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl to = q.reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    const QString type = q.reply->header(QNetworkRequest::ContentTypeHeader).toString();
    q.reply->disconnect(this);
    q.reply->abort();
    std::exchange(q.reply, nullptr)->deleteLater();
    if (status >= 300 && status < 400 && to.isValid()) {
        if (++q.hops > m_limits.hops) return done(std::nullopt);
        const QUrl next = q.url.resolved(to);
        if (q.url.scheme() == u"https" && next.scheme() != u"https") return done(std::nullopt);
        q.url = next;
        return resolve();
    }
    if (status != 200 || !type.startsWith(u"text/html", Qt::CaseInsensitive)) return done(std::nullopt);
    done(read(q.asked, q.bytes));
}

void LinkPreviewer::done(std::optional<LinkPreview> preview)
{
    const Answer answer = m_question->answer;
    cancel();
    answer(std::move(preview));
}

std::optional<LinkPreview> LinkPreviewer::read(const QUrl &url, const QByteArray &html)
{
    const QByteArray head = html.left(headBytes);
    auto decoder = QStringDecoder(QStringDecoder::encodingForHtml(head).value_or(QStringConverter::Utf8));
    const QString page = decoder.decode(head);
    LinkPreview link;
    link.url = url.toString(QUrl::FullyEncoded);
    static const QRegularExpression meta(u"<meta\\b[^>]{1,4000}>"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QString description;
    for (auto it = meta.globalMatch(page); it.hasNext();) {
        const QString tag = it.next().captured();
        QString name = attribute(tag, u"property"_s);
        if (name.isEmpty()) name = attribute(tag, u"name"_s);
        name = name.toLower();
        const QString content = attribute(tag, u"content"_s);
        if (name == u"og:title" && link.title.isEmpty()) link.title = content;
        if (name == u"og:description" && link.words.isEmpty()) link.words = content;
        if (name == u"og:site_name" && link.site.isEmpty()) link.site = content;
        if (name == u"description" && description.isEmpty()) description = content;
    }
    if (link.title.isEmpty()) {
        static const QRegularExpression title(u"<title\\b[^>]{0,200}>([^<]{1,4000})"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        link.title = unescaped(title.match(page).captured(1));
    }
    if (link.words.isEmpty()) link.words = description;
    if (link.site.isEmpty()) link.site = url.host();
    link.title = shortened(link.title, limits::linkTitleBytes);
    link.words = shortened(link.words, limits::linkWordsBytes);
    link.site = shortened(link.site, limits::linkSiteBytes);
    if (link.title.isEmpty()) return std::nullopt;
    OutgoingText probe;
    probe.link = link;
    if (wire::contentFault(wire::outgoingExtra(probe), {})) return std::nullopt;
    return link;
}

} // namespace kith
