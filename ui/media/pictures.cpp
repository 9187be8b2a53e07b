#include "ui/media/pictures.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <array>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr std::array formats{"png", "jpeg", "jpg", "gif", "bmp", "webp"}; // raster kinds only
constexpr int thumbSide = 40;

/// The decoders' own bound is one for the process; set before the first of them runs.
void boundDecoders()
{
    static const bool once = [] {
        QImageReader::setAllocationLimit(pictureMegabytes);
        return true;
    }();
    Q_UNUSED(once);
}

bool isKnown(const QByteArray &format)
{
    return std::any_of(formats.begin(), formats.end(), [&](const char *one) { return format == one; });
}

/// The measures as shown: a camera's turn is part of them.
QSize shownSize(const QImageReader &reader)
{
    const QSize size = reader.size();
    return reader.transformation() & QImageIOHandler::TransformationRotate90 ? size.transposed() : size;
}

QByteArray smallJpeg(const QImage &picture)
{
    QImage flat(picture.size(), QImage::Format_RGB32); // JPEG knows no transparency
    flat.fill(Qt::white);
    QPainter(&flat).drawImage(0, 0, picture);
    for (const int quality : {60, 40, 20, 5}) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (flat.save(&buffer, "JPG", quality) && bytes.size() <= limits::attThumbBytes) return bytes;
    }
    return {};
}

} // namespace

bool isPicture(const QString &mime)
{
    return mime == u"image/png" || mime == u"image/jpeg" || mime == u"image/gif" || mime == u"image/bmp" ||
           mime == u"image/webp";
}

Result<QImage> readPicture(QIODevice &from, const QSize &box)
{
    boundDecoders();
    QImageReader reader(&from);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    if (!isKnown(format)) return Error{Errc::BadInput, u"it is no picture of a known kind"_s};
    const QSize size = reader.size();
    if (size.isEmpty() || qint64(size.width()) * size.height() > picturePixels)
        return Error{Errc::BadInput, u"its measures are out of bounds"_s};
    const QSize shown = shownSize(reader);
    if (!box.isEmpty() && (shown.width() > box.width() || shown.height() > box.height())) {
        QSize fit = shown.scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1});
        if (shown != size) fit.transpose(); // scaled before it is turned
        reader.setScaledSize(fit);
    }
    QImage image = reader.read();
    if (image.isNull()) return Error{Errc::BadInput, reader.errorString()};
    return std::move(image).convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                                    : QImage::Format_RGB32);
}

Result<QImage> readPicture(const QString &path, const QSize &box)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return Error{Errc::Io, file.errorString()};
    return readPicture(file, box);
}

void describePicture(OutgoingFile &file)
{
    boundDecoders();
    QImageReader reader(file.path);
    reader.setDecideFormatFromContent(true);
    if (!isKnown(reader.format())) return;
    const QSize size = shownSize(reader);
    const auto small = readPicture(file.path, {thumbSide, thumbSide});
    if (!small || size.isEmpty()) return;
    file.width = qMin(size.width(), limits::attSidePixels);
    file.height = qMin(size.height(), limits::attSidePixels);
    file.thumb = smallJpeg(*small);
}

Pictures::Pictures(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(2);
    m_pool.setObjectName(u"pictures"_s);
}

Pictures::~Pictures()
{
    m_pool.clear();
    m_pool.waitForDone(); // what is under way speaks of this object
}

void Pictures::run(std::function<void()> task) { m_pool.start(std::move(task)); }

QImage Pictures::fitted(const QString &path, const QSize &box)
{
    if (path.isEmpty() || m_broken.contains(path)) return {};
    const QString key = u"%1 %2 %3"_s.arg(box.width()).arg(box.height()).arg(path);
    if (const QImage *held = m_held.object(key)) return *held;
    decode(key, path, [path, box] { return readPicture(path, box); });
    return {};
}

QImage Pictures::thumb(const AttId &att, const QByteArray &bytes)
{
    if (bytes.isEmpty() || bytes.size() > limits::attThumbBytes) return {};
    const QString key = QString::fromLatin1(att.text());
    if (m_broken.contains(key)) return {};
    if (const QImage *held = m_held.object(key)) return *held;
    decode(key, key, [bytes] {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        return readPicture(buffer, {128, 128});
    });
    return {};
}

void Pictures::decode(const QString &key, const QString &path, std::function<Result<QImage>()> read)
{
    if (m_busy.contains(key) || m_busy.size() >= mostAtOnce) return; // asked again with the next painting
    m_busy.insert(key);
    run([this, key, path, read = std::move(read)] {
        const auto image = read();
        QMetaObject::invokeMethod(
            this, [this, key, path, image = image ? *image : QImage()] { took(key, path, image); },
            Qt::QueuedConnection);
    });
}

void Pictures::took(const QString &key, const QString &path, const QImage &image)
{
    m_busy.remove(key);
    if (image.isNull()) {
        if (m_broken.size() >= mostBroken) m_broken.clear();
        m_broken.insert(path);
    } else {
        m_held.insert(key, new QImage(image), qMax<qsizetype>(1, image.sizeInBytes() / 1024));
    }
    Q_EMIT ready();
}

} // namespace kith
