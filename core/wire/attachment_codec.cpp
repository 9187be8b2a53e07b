#include "core/wire/attachment_codec.h"

#include "core/wire/rows_codec.h"

#include <QJsonDocument>
#include <algorithm>

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestMs = 7LL * 24 * 3600 * 1000;

QByteArray bytesOr(FieldReader &in, const char *key, qsizetype most)
{
    if (!in.has(key)) return {};
    const auto decoded = QByteArray::fromBase64Encoding(in.ascii(key, most * 4 / 3 + 4),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() > most) in.fail(key, "is not base64 of a permitted size");
    return decoded ? decoded.decoded : QByteArray();
}

Attachment read(FieldReader &in)
{
    Attachment att;
    att.att = in.id<AttId>("id");
    att.name = in.text("name", limits::attNameBytes, 1);
    att.size = in.integer("size", 0, limits::fileBytes);
    const QByteArray sha = in.ascii("sha256", 64, 64);
    att.sha256 = QByteArray::fromHex(sha);
    if (att.sha256.toHex() != sha) in.fail("sha256", "is not 64 hexadecimal digits in lower case");
    att.mime = QString::fromLatin1(in.ascii("mime", limits::attMimeBytes, 3));
    att.voice = in.flagOr("voice", false);
    att.width = int(in.integerOr("w", 0, 0, limits::attSidePixels));
    att.height = int(in.integerOr("h", 0, 0, limits::attSidePixels));
    att.durationMs = in.integerOr("ms", 0, 0, longestMs);
    att.thumb = bytesOr(in, "thumb", limits::attThumbBytes);
    att.wave = bytesOr(in, "wave", limits::attWaveBytes);
    return att;
}

QString base64(const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); }

void put(QJsonObject &o, const Attachment &att)
{
    const auto set = [&o](QLatin1StringView key, bool there, const QJsonValue &value) {
        if (there)
            o.insert(key, value);
        else
            o.remove(key);
    };
    o.insert("id"_L1, idJson(att.att));
    o.insert("name"_L1, att.name);
    o.insert("size"_L1, att.size);
    o.insert("sha256"_L1, QString::fromLatin1(att.sha256.toHex()));
    o.insert("mime"_L1, att.mime);
    set("voice"_L1, att.voice, true);
    set("w"_L1, att.width > 0, att.width);
    set("h"_L1, att.height > 0, att.height);
    set("ms"_L1, att.durationMs > 0, att.durationMs);
    set("thumb"_L1, !att.thumb.isEmpty(), base64(att.thumb));
    set("wave"_L1, !att.wave.isEmpty(), base64(att.wave));
}

} // namespace

bool mayHaveAttachments(const QByteArray &extra) { return extra.contains("\"atts\""); }

Result<std::vector<Attachment>> attachments(const QByteArray &extra)
{
    std::vector<Attachment> atts;
    if (!mayHaveAttachments(extra)) return atts;
    FieldReader outer(objectFromText(extra));
    const QJsonArray list = outer.arrayOr("atts", limits::messageAtts);
    if (outer.failed()) return Error{Errc::Corrupt, outer.what()};
    for (const QJsonValue &value : list) {
        FieldReader in(value.toObject());
        Attachment att = read(in);
        if (in.failed()) return Error{Errc::Corrupt, u"atts: "_s + in.what()};
        if (std::any_of(atts.begin(), atts.end(), [&](const Attachment &a) { return a.att == att.att; }))
            return Error{Errc::Corrupt, u"atts: the same id twice"_s};
        atts.push_back(std::move(att));
    }
    return atts;
}

std::vector<Attachment> attachmentsOrNone(const QByteArray &extra)
{
    auto read = attachments(extra);
    return read ? *std::move(read) : std::vector<Attachment>();
}

QByteArray withAttachments(const QByteArray &extra, const std::vector<Attachment> &atts)
{
    QJsonObject o = objectFromText(extra);
    const QJsonArray before = o.value("atts"_L1).toArray();
    QJsonArray list;
    for (const Attachment &att : atts) {
        QJsonObject one;
        for (const QJsonValue &old : before)
            if (FieldReader::readId<AttId>(old.toObject().value("id"_L1)) == att.att) one = old.toObject();
        put(one, att);
        list.append(one);
    }
    if (list.isEmpty())
        o.remove("atts"_L1);
    else
        o.insert("atts"_L1, list);
    return textFromObject(o);
}

QByteArray encode(const FilesInfo &info)
{
    const QJsonObject o{{u"file_bytes"_s, info.fileBytes},
                        {u"quota_bytes"_s, info.quotaBytes},
                        {u"used_bytes"_s, info.usedBytes},
                        {u"atts"_s, info.atts}};
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

Result<FilesInfo> decodeFilesInfo(QByteArrayView body)
{
    FieldReader in(QJsonDocument::fromJson(body.toByteArray()).object());
    FilesInfo info;
    info.fileBytes = in.integer("file_bytes");
    info.quotaBytes = in.integer("quota_bytes");
    info.usedBytes = in.integer("used_bytes");
    info.atts = int(in.integerOr("atts", limits::messageAtts, 0, 1'000));
    if (in.failed()) return Error{Errc::Corrupt, in.what()};
    return info;
}

} // namespace kith::wire
