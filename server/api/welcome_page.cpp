#include "server/api/welcome_page.h"

#include <QCryptographicHash>
#include <QUrl>

namespace kith::server {

using namespace Qt::StringLiterals;

namespace {

constexpr char style[] =
    ":root{color-scheme:light dark}"
    "body{font:1.05rem/1.6 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;"
    "background:#f6f5f2;color:#22262b}"
    "main{max-width:34rem;margin:2rem;padding:2.5rem;border-radius:1rem;background:#fff;"
    "box-shadow:0 1px 4px rgba(0,0,0,.12)}"
    "h1{font-size:1.7rem;line-height:1.25;margin:0 0 1rem}"
    "a{color:#0b5fae}"
    "a.get{display:inline-block;margin:.5rem 0;padding:.6rem 1.2rem;border-radius:.5rem;background:#0b5fae;"
    "color:#fff;text-decoration:none}"
    "code{padding:.1rem .35rem;border-radius:.3rem;background:rgba(127,127,127,.16)}"
    "footer{margin-top:2rem;font-size:.85rem;color:#5c636b}"
    "@media(prefers-color-scheme:dark){body{background:#16181b;color:#e4e6e8}main{background:#202327;"
    "box-shadow:none}a{color:#7fbcf5}footer{color:#9aa1a9}}";

QByteArray pageOf(const WelcomeOptions &options)
{
    const QUrl download(options.downloadUrl, QUrl::StrictMode);
    const bool known = download.isValid() && (download.scheme() == u"https" || download.scheme() == u"http");
    const QString get =
        known ? u"<p><a class=\"get\" href=\"%1\">Get Kith for your computer</a></p>"_s.arg(
                    QString::fromLatin1(download.toEncoded()).toHtmlEscaped())
              : u"<p>Ask whoever told you of this server where to get Kith for your computer.</p>"_s;
    return u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%1</title>\n"
           "<style>%2</style>\n</head>\n<body>\n<main>\n<h1>%1</h1>\n"
           "<p>This is a server of Kith, a messenger for Windows, macOS and Linux that keeps your whole\n"
           "conversations on your own disk. It is not read in a browser.</p>\n%3\n"
           "<p>Then open Kith, choose to sign in, and type the address of this page as the server.</p>\n"
           "<footer>kith-server %4</footer>\n</main>\n</body>\n</html>\n"_s
               .arg(options.serverName.toHtmlEscaped(), QString::fromLatin1(style), get,
                    QString::fromLatin1(KITH_VERSION))
               .toUtf8();
}

} // namespace

void addWelcomePage(Router &router, const WelcomeOptions &options)
{
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    const HttpResponse page{200, pageOf(options),
                            "Content-Security-Policy: default-src 'none'; style-src 'sha256-" + hash +
                                "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
                                "Referrer-Policy: no-referrer\r\nX-Frame-Options: DENY\r\n"
                                "Cross-Origin-Opener-Policy: same-origin\r\n"
                                "Permissions-Policy: camera=(), microphone=(), geolocation=()\r\n",
                            false, "text/html; charset=utf-8"};
    const HttpResponse robots{200, "User-agent: *\nDisallow: /\n", {}, false, "text/plain; charset=utf-8"};
    using Info = const RequestInfo &;
    router.addJson("GET", "/", [page](Info, QByteArray, Respond respond) { respond(page); });
    router.addJson("GET", "/robots.txt", [robots](Info, QByteArray, Respond respond) { respond(robots); });
}

} // namespace kith::server
