#include "ui/export/html_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>
#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace kith::html {
namespace {

// No script, nothing from elsewhere: a page can show only what lies beside it.
constexpr auto policy = "default-src 'none'; img-src 'self' file: data:; media-src 'self' file:;"
                        " style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

constexpr auto style = R"(
:root{color-scheme:light dark;--bg:#f4f5f7;--text:#1c2127;--faint:#5f6b76;--mine:#d8ecff;--theirs:#fff;--line:#d9dde2}
@media(prefers-color-scheme:dark){:root{--bg:#16191d;--text:#e7eaee;--faint:#98a4b0;--mine:#1f4468;--theirs:#23282e;--line:#363d45}}
body{margin:0 auto;max-width:46rem;padding:1rem;background:var(--bg);color:var(--text);font:15px/1.45 system-ui,sans-serif}
h1{font-size:1.3rem}nav,.note,time,.from,.state{color:var(--faint);font-size:.85rem}nav a,.list a{color:inherit}
.m{background:var(--theirs);border:1px solid var(--line);border-radius:12px;margin:.45rem 0;padding:.5rem .8rem;width:fit-content;max-width:85%}
.mine{background:var(--mine);margin-inline-start:auto}.from b{color:var(--text)}
.body{white-space:pre-wrap;overflow-wrap:anywhere}.gone{font-style:italic;color:var(--faint)}
.quote{border-inline-start:3px solid var(--faint);margin:.2rem 0;padding-inline-start:.6rem;color:var(--faint);white-space:pre-wrap;overflow-wrap:anywhere}
.note,.day,.hole{text-align:center;margin:.8rem 0}.day{font-weight:600}.hole{border:1px dashed var(--faint);border-radius:8px;padding:.5rem}
img,video{max-width:100%;max-height:28rem;border-radius:8px}.list{list-style:none;padding:0}.list li{border-bottom:1px solid var(--line);padding:.5rem 0}
.react{font-size:.9rem}pre,code{font-family:monospace;white-space:pre-wrap}
)";

/// What opens and closes an entity; empty = it is only text here.
std::pair<QString, QString> tagsOf(const Entity &entity)
{
    switch (entity.kind) {
    case EntityKind::Bold:
        return {u"<b>"_s, u"</b>"_s};
    case EntityKind::Italic:
        return {u"<i>"_s, u"</i>"_s};
    case EntityKind::Struck:
        return {u"<s>"_s, u"</s>"_s};
    case EntityKind::Code:
    case EntityKind::CodeBlock:
        return {u"<code>"_s, u"</code>"_s};
    case EntityKind::Quote:
        return {u"<q>"_s, u"</q>"_s};
    case EntityKind::Spoiler:
        return {u"<mark>"_s, u"</mark>"_s};
    case EntityKind::Mention:
    case EntityKind::MentionAll:
        return {u"<b>"_s, u"</b>"_s};
    case EntityKind::Link: {
        const QUrl url(entity.what, QUrl::TolerantMode);
        const QString scheme = url.scheme();
        if (!url.isValid() || (scheme != u"http" && scheme != u"https" && scheme != u"mailto")) return {};
        return {u"<a rel=\"noopener noreferrer\" href=\"%1\">"_s.arg(
                    escaped(QString::fromLatin1(url.toEncoded()))),
                u"</a>"_s};
    }
    }
    return {};
}

} // namespace

QString escaped(const QString &text)
{
    QString out;
    out.reserve(text.size() + text.size() / 8);
    for (const QChar c : text) {
        switch (c.unicode()) {
        case '&':
            out += u"&amp;"_s;
            break;
        case '<':
            out += u"&lt;"_s;
            break;
        case '>':
            out += u"&gt;"_s;
            break;
        case '"':
            out += u"&quot;"_s;
            break;
        case '\'':
            out += u"&#39;"_s;
            break;
        default:
            out += (c < u' ' && c != u'\n' && c != u'\t') || c == QChar(0x7f) ? QChar(0xfffd) : c;
        }
    }
    return out;
}

QString pathUrl(const QString &path)
{
    QStringList parts = path.split(u'/');
    for (QString &part : parts) part = QString::fromLatin1(QUrl::toPercentEncoding(part));
    return parts.join(u'/');
}

QString formatted(const QString &text, const std::vector<Entity> &entities)
{
    // Cut at every edge: each piece opens and closes its own tags, so that overlaps stay well-formed.
    std::set<qsizetype> edges{0, text.size()};
    for (const Entity &e : entities) {
        edges.insert(std::clamp<qsizetype>(e.at, 0, text.size()));
        edges.insert(std::clamp<qsizetype>(qsizetype(e.at) + e.length, 0, text.size()));
    }
    QString out;
    for (auto at = edges.begin(); std::next(at) != edges.end(); ++at) {
        const qsizetype from = *at, to = *std::next(at);
        QString before, after;
        bool linked = false;
        for (const Entity &e : entities) {
            if (e.at > from || qsizetype(e.at) + e.length < to) continue;
            if (e.kind == EntityKind::Link && std::exchange(linked, true)) continue; // no link in a link
            const auto [open, close] = tagsOf(e);
            before += open;
            after.prepend(close);
        }
        out += before + escaped(text.sliced(from, to - from)) + after;
    }
    return out;
}

QString head(const QString &title)
{
    const bool rtl = QLocale().textDirection() == Qt::RightToLeft;
    return u"<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\"><head><meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"%3\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%4</title>\n<style>%5</style>"
           "</head>\n<body>\n"_s.arg(QLocale().bcp47Name(), rtl ? u"rtl"_s : u"ltr"_s,
                                     QString::fromLatin1(policy), escaped(title), QString::fromLatin1(style));
}

} // namespace kith::html
