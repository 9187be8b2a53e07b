#include "ui/media/media.h"

#include "core/base/file_names.h"
#include "core/base/picture_privacy.h"
#include "ui/text/words.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr qint64 copySlice = 1024 * 1024;

/// Empty, or why not.
QString copyFile(const QString &from, const QString &to, const std::atomic_bool &leaving)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) return source.errorString();
    QSaveFile target(to);
    if (!target.open(QIODevice::WriteOnly)) return target.errorString();
    while (!source.atEnd()) {
        const QByteArray bytes = source.read(copySlice);
        if (bytes.isEmpty()) return source.errorString();
        if (leaving) return u"closed"_s;
        if (target.write(bytes) != bytes.size()) return target.errorString();
    }
    return target.commit() ? QString() : target.errorString();
}

/// Puts a copy without place, time and the like in place of a picture that has them. False: it has them, and
/// no copy can be made.
bool takeOutNotes(OutgoingFile &file, const QString &folder)
{
    constexpr qint64 most = 256LL * 1024 * 1024; // in memory
    QFile source(file.path);
    if (file.width <= 0 || source.size() > most || !source.open(QIODevice::ReadOnly)) return true;
    const auto clean = withoutPrivateNotes(source.readAll());
    if (!clean) return true;
    if (folder.isEmpty() || !QDir().mkpath(folder)) return false;
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QFileInfo original(file.path);
    QSaveFile copy(QDir(folder).filePath(QString::fromLatin1(file.att.blob().toHex()) + u'.' +
                                         safeFileName(original.suffix())));
    if (!copy.open(QIODevice::WriteOnly) || copy.write(*clean) != clean->size() || !copy.commit())
        return false;
    if (file.name.isEmpty()) file.name = original.fileName();
    file.path = QFileInfo(copy.fileName()).absoluteFilePath();
    return true;
}

} // namespace

Media::Media(const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&m_pictures, &Pictures::ready, this, &Media::changed);
    connect(&context.feed, &Feed::transferMoved, this, [this](const AttId &att, qint64 done, qint64 size) {
        if (done < size)
            m_moving.insert(att, done);
        else
            m_moving.remove(att);
        Q_EMIT changed();
    });
    // Whether one that stood still goes on is told by the next transferMoved.
    connect(&context.feed, &Feed::connectionChanged, this, [this](const Connection &connection) {
        if (connection.phase == Connection::Phase::Online || m_moving.isEmpty()) return;
        m_moving.clear();
        Q_EMIT changed();
    });
}

Media::~Media() { m_leaving = true; }

std::optional<qint64> Media::moving(const AttId &att) const
{
    const auto at = m_moving.constFind(att);
    return at == m_moving.cend() ? std::nullopt : std::optional(*at);
}

void Media::shown(const Message &message)
{
    for (const AttachmentView &file : message.attachments) {
        if (!isPicture(file) || file.state != TransferState::None || !file.error.isEmpty() ||
            file.info.size > fetchedAtOnce || m_asked.contains(file.info.att))
            continue;
        m_asked.insert(file.info.att);
        m_context.commands.fetchFile(message.chat, message.row.mid, file.info.att);
    }
}

void Media::fetch(const Message &message, const AttachmentView &file)
{
    m_context.commands.fetchFile(message.chat, message.row.mid, file.info.att);
}

void Media::cancel(const AttachmentView &file)
{
    m_moving.remove(file.info.att);
    m_context.commands.cancelFetch(file.info.att);
}

void Media::save(const AttachmentView &file, const QString &target)
{
    m_pictures.run([this, from = file.path, target] {
        const QString why = copyFile(from, target, m_leaving);
        QMetaObject::invokeMethod(this, [this, target, why] { Q_EMIT saved(target, why); });
    });
}

void Media::keep(const QImage &picture, std::function<void(const QString &, const QString &)> done)
{
    const QString name =
        QString::fromLatin1(Mid::mint(m_context.clock.wallMs(), m_context.random).blob().toHex());
    m_pictures.run([this, picture, name, folder = m_context.outgoing, done = std::move(done)] {
        QString path = QDir(folder).filePath(name + u".png"_s), why;
        if (!QDir().mkpath(folder)) why = tr("The folder %1 cannot be made.").arg(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QSaveFile file(path);
        if (why.isEmpty() &&
            (!file.open(QIODevice::WriteOnly) || !picture.save(&file, "PNG") || !file.commit()))
            why = file.errorString();
        if (!why.isEmpty()) path.clear();
        QMetaObject::invokeMethod(this, [done, path, why] { done(path, why); });
    });
}

void Media::describe(std::vector<OutgoingFile> files, std::function<void(std::vector<OutgoingFile>)> done)
{
    m_pictures.run(
        [this, files = std::move(files), done = std::move(done), folder = m_context.outgoing]() mutable {
            for (OutgoingFile &file : files) {
                describePicture(file);
                if (!takeOutNotes(file, folder)) file.path.clear();
            }
            QMetaObject::invokeMethod(this, [done, files = std::move(files)] { done(files); });
        });
}

bool mayRun(const QString &fileName)
{
    static const QSet<QString> endings{
        u"appimage"_s, u"app"_s,     u"bat"_s, u"bin"_s,    u"cmd"_s, u"com"_s, u"command"_s, u"cpl"_s,
        u"deb"_s,      u"desktop"_s, u"dll"_s, u"dmg"_s,    u"exe"_s, u"hta"_s, u"htm"_s,     u"html"_s,
        u"jar"_s,      u"js"_s,      u"jse"_s, u"lnk"_s,    u"msc"_s, u"msi"_s, u"pif"_s,     u"pkg"_s,
        u"ps1"_s,      u"py"_s,      u"reg"_s, u"rpm"_s,    u"run"_s, u"scr"_s, u"sh"_s,      u"svg"_s,
        u"url"_s,      u"vbe"_s,     u"vbs"_s, u"webloc"_s, u"wsf"_s, u"wsh"_s, u"xht"_s,     u"xhtml"_s};
    const QString ending = QFileInfo(fileName).suffix().toLower();
    return ending.isEmpty() || endings.contains(ending);
}

bool isPicture(const AttachmentView &file)
{
    // Of what goes up from here the server has not told the kind yet.
    return isPicture(file.info.mime) || (file.upload && !file.info.thumb.isEmpty());
}

bool isHere(const AttachmentView &file)
{
    if (file.path.isEmpty()) return false;
    return file.upload || file.state == TransferState::Done;
}

} // namespace kith
