#include "app/conform/bench.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

/// Section 18: files up by tus, down by GET.
namespace kith::conform {

namespace {

const std::pair<QByteArray, QByteArray> tus{"Tus-Resumable", "1.0.0"};

void wants(const HttpAnswer &answer, int status, const QString &to, const QString &code = {})
{
    require(answer.status == status && (code.isEmpty() || answer.body[u"code"] == code),
            u"%1 %2 to %3"_s.arg(status).arg(code, to),
            u"%1 %2"_s.arg(answer.status).arg(QString::fromUtf8(answer.raw.left(300))));
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

struct File {
    Bench &b;
    QString id = b.id();
    QString token = b.account(Bench::Ana).access;

    QString path() const { return u"/v1/files/"_s + id; }
    HttpAnswer create(qint64 length, const QString &chat, const QByteArray &sha = {}) const
    {
        QByteArray metadata = "att " + id.toLatin1().toBase64() + ",chat " + chat.toLatin1().toBase64() +
                              ",filename " + QByteArray("a \"b\".html").toBase64();
        if (!sha.isEmpty()) metadata += ",sha256 " + sha.toBase64();
        return b.http("POST", u"/v1/files"_s, {}, token,
                      {tus, {"Upload-Length", QByteArray::number(length)}, {"Upload-Metadata", metadata}});
    }
    HttpAnswer patch(qint64 offset, const QByteArray &bytes) const
    {
        return b.http("PATCH", path(), bytes, token,
                      {tus,
                       {"Upload-Offset", QByteArray::number(offset)},
                       {"Content-Type", "application/offset+octet-stream"}});
    }
    HttpAnswer head() const { return b.http("HEAD", path(), {}, token, {tus}); }
    HttpAnswer get(const Bench::Headers &headers = {}) const
    {
        return b.http("GET", path(), {}, token, headers);
    }
};

const QByteArray page = "<!DOCTYPE html><html><script>alert(1)</script></html>";

/// A complete upload of Ana's for her chat with Ben, not sent yet.
File uploaded(Bench &b)
{
    const File file{b};
    wants(file.create(page.size(), b.direct(), sha256(page)), 201, u"the creation of an upload"_s);
    wants(file.patch(0, page), 204, u"the last bytes"_s);
    return file;
}

void versions(Bench &b)
{
    const HttpAnswer options = b.http("OPTIONS", u"/v1/files"_s);
    wants(options, 204, u"OPTIONS"_s);
    require(options.headers.value("tus-version").contains("1.0.0") &&
                options.headers.value("tus-extension").contains("creation"),
            u"Tus-Version 1.0.0 and the extension creation"_s,
            QString::fromLatin1(options.headers.value("tus-extension")));
    const HttpAnswer none =
        b.http("POST", u"/v1/files"_s, {}, b.account(Bench::Ana).access, {{"Upload-Length", "1"}});
    wants(none, 412, u"a creation without Tus-Resumable"_s);
    require(b.http("GET", u"/v1/files"_s).status == 401, u"401 without an access token"_s);
    const HttpAnswer info = b.http("GET", u"/v1/files"_s, {}, b.account(Bench::Ana).access);
    wants(info, 200, u"GET /v1/files"_s);
    require(info.body[u"file_bytes"].isDouble() && info.body[u"quota_bytes"].isDouble() &&
                info.body[u"used_bytes"].isDouble(),
            u"file_bytes, quota_bytes, used_bytes"_s, info.body);
}

void creation(Bench &b)
{
    const File file{b};
    const HttpAnswer first = file.create(10, b.direct());
    wants(first, 201, u"a creation"_s);
    require(QUrl(QString::fromLatin1(first.headers.value("location"))).path() == file.path(),
            u"Location %1"_s.arg(file.path()), QString::fromLatin1(first.headers.value("location")));
    wants(file.patch(0, "12345"), 204, u"five bytes"_s);
    const HttpAnswer again = file.create(10, b.direct());
    require(again.status == 201 || again.status == 200, u"the same creation once more"_s, again.body);
    require(file.head().headers.value("upload-offset") == "5",
            u"an upload that a repetition leaves as far as it is"_s);
    wants(file.create(11, b.direct()), 409, u"the same id with another length"_s, u"mid_conflict"_s);
    wants(b.http("POST", u"/v1/files"_s, {}, file.token, {tus, {"Upload-Length", "5"}}), 400,
          u"a creation without metadata"_s);
}

void refusals(Bench &b)
{
    const File file{b};
    const qint64 most = b.http("GET", u"/v1/files"_s, {}, file.token).body[u"file_bytes"].toInteger();
    wants(file.create(most + 1, b.direct()), 413, u"a length above fileBytes"_s, u"att_too_big"_s);
    wants(file.create(10, b.id()), 403, u"a chat of nobody"_s, u"not_member"_s);
}

void offsets(Bench &b)
{
    const File file{b};
    wants(file.create(10, b.direct()), 201, u"a creation"_s);
    wants(file.patch(0, "1234"), 204, u"four bytes"_s);
    const HttpAnswer head = file.head();
    require(head.headers.value("upload-offset") == "4" && head.headers.value("upload-length") == "10",
            u"Upload-Offset 4 of 10"_s, QString::fromLatin1(head.headers.value("upload-offset")));
    wants(file.patch(0, "1234"), 409, u"bytes at another offset"_s, u"offset"_s);
    wants(b.http("DELETE", file.path(), {}, file.token, {tus}), 204, u"an upload given up"_s);
}

void completion(Bench &b)
{
    const File file{b};
    wants(file.create(page.size(), b.direct(), sha256(page)), 201, u"a creation"_s);
    const HttpAnswer done = file.patch(0, page);
    wants(done, 204, u"the last byte"_s);
    require(done.headers.value("kith-sha256") == sha256(page) && !done.headers.value("kith-mime").isEmpty(),
            u"Kith-Sha256 and Kith-Mime with the last byte"_s,
            QString::fromLatin1(done.headers.value("kith-sha256")));
    const File other{b};
    wants(other.create(page.size(), b.direct(), sha256("something else")), 201, u"a creation"_s);
    wants(other.patch(0, page), 460, u"bytes of another SHA-256"_s, u"att_mismatch"_s);
}

void deleting(Bench &b)
{
    const File file = uploaded(b);
    wants(b.http("DELETE", file.path(), {}, b.account(Bench::Ben).access, {tus}), 404,
          u"DELETE of somebody else's file"_s);
    wants(b.http("DELETE", file.path(), {}, file.token, {tus}), 204, u"DELETE of an unused file"_s);
    const int after = file.get().status;
    require(after == 404 || after == 410, u"404 or 410 after the deletion"_s, QString::number(after));
}

void whoMay(Bench &b)
{
    const File file = uploaded(b);
    wants(file.get(), 200, u"the owner, before it is sent"_s);
    const HttpAnswer ben = b.http("GET", file.path(), {}, b.account(Bench::Ben).access);
    wants(ben, 404, u"a member of the chat, before it is sent"_s);
    const File nothing{b};
    wants(nothing.get(), 404, u"a file that never was"_s);
    require(b.http("GET", file.path()).status == 401, u"401 without an access token"_s);
}

void ranges(Bench &b)
{
    const File file = uploaded(b);
    const HttpAnswer all = file.get();
    require(all.raw == page && all.headers.value("etag") == '"' + sha256(page) + '"',
            u"the file, ETag its SHA-256 in quotes"_s, QString::fromLatin1(all.headers.value("etag")));
    const HttpAnswer part = file.get({{"Range", "bytes=2-5"}});
    require(part.status == 206 && part.raw == page.mid(2, 4), u"206 with four bytes"_s,
            QString::fromUtf8(part.raw));
    require(file.get({{"Range", "bytes=-3"}}).raw == page.right(3), u"the last three bytes"_s);
    require(file.get({{"Range", "bytes=99999-"}}).status == 416, u"416 beyond the file"_s);
    require(file.get({{"Range", "bytes=0-1,4-5"}}).raw == page, u"the whole file to several ranges"_s);
    require(file.get({{"Range", "bytes=0-1"}, {"If-Range", "\"other\""}}).raw == page,
            u"the whole file when If-Range differs"_s);
    require(file.get({{"If-None-Match", all.headers.value("etag")}}).status == 304,
            u"304 to If-None-Match with the ETag"_s);
}

void harmless(Bench &b)
{
    const HttpAnswer all = uploaded(b).get();
    require(all.headers.value("content-type") == "application/octet-stream",
            u"application/octet-stream for HTML"_s, QString::fromLatin1(all.headers.value("content-type")));
    require(all.headers.value("x-content-type-options") == "nosniff" &&
                all.headers.value("content-disposition").startsWith("attachment") &&
                all.headers.value("content-security-policy").contains("sandbox"),
            u"nosniff, attachment and a policy with sandbox"_s,
            QString::fromLatin1(all.headers.value("content-disposition")));
}

/// Servers without files exist no more than servers without chats: section 18 is part of the protocol.
constexpr ServerCheck checks[] = {
    {"P-18.1", "tus 1.0.0 is spoken, other versions are refused", versions},
    {"P-18.2", "the client's id is the file's address", creation},
    {"P-18.3", "creating is repeatable", creation},
    {"P-18.4", "what can be refused is refused first", refusals},
    {"P-18.5", "Upload-Offset tells how far it is", offsets},
    {"P-18.7", "the last byte completes the upload", completion},
    {"P-18.9", "DELETE is for the owner", deleting},
    {"P-18.10", "files are for those who may have them", whoMay},
    {"P-18.11", "ranges and conditions", ranges},
    {"P-18.12", "nothing is run by a browser", harmless},
};

} // namespace

std::span<const ServerCheck> fileChecks() { return checks; }

} // namespace kith::conform
