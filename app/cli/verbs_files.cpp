#include "app/cli/files.h"
#include "app/cli/follow.h"
#include "app/common/sound_info.h"
#include "core/base/file_names.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

constexpr qint64 longestSeconds = 24 * 3600; // as the option's own bound; a file takes its time
constexpr qint64 toldEveryMs = 500;

/// Tells on stderr how far files are, not too often.
class Progress {
public:
    Progress(Live &live, const std::vector<std::pair<AttId, QString>> &names)
    {
        for (const auto &[att, name] : names) m_names.insert(att, name);
        m_connection =
            QObject::connect(&live.feed(), &Feed::transferMoved, &live,
                             [this](const AttId &att, qint64 done, qint64 size) { say(att, done, size); });
    }
    ~Progress() { QObject::disconnect(m_connection); }

private:
    void say(const AttId &att, qint64 done, qint64 size)
    {
        const auto name = m_names.constFind(att);
        if (name == m_names.constEnd()) return;
        QElapsedTimer &told = m_told[att];
        if (told.isValid() && told.elapsed() < toldEveryMs && done < size) return;
        told.start();
        const qint64 percent = size > 0 ? done * 100 / size : 100;
        const QString line =
            u"kith-cli: %1: %2 % (%3 of %4 bytes)\n"_s.arg(onOneLine(*name)).arg(percent).arg(done).arg(size);
        std::fputs(line.toUtf8().constData(), stderr);
    }
    QHash<AttId, QString> m_names;
    QHash<AttId, QElapsedTimer> m_told;
    QMetaObject::Connection m_connection;
};

/// A name in `dir` that nothing has yet.
QString freeName(const QDir &dir, const QString &name)
{
    const QString safe = safeFileName(name);
    if (!QFileInfo::exists(dir.filePath(safe))) return dir.filePath(safe);
    const QFileInfo info(safe);
    const QString ending = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    const QString stem = safe.left(safe.size() - ending.size());
    for (int i = 2;; ++i) {
        const QString path = dir.filePath(u"%1 (%2)%3"_s.arg(stem).arg(i).arg(ending));
        if (!QFileInfo::exists(path)) return path;
    }
}

Result<QString> copied(const QString &path, const QDir &dir, const QString &name)
{
    const QString target = freeName(dir, name);
    QFile source(path);
    if (source.copy(target)) return target;
    return Error{Errc::Io, u"The file cannot be copied to %1: %2."_s.arg(target, source.errorString())};
}

bool isSettled(const AttachmentView &file)
{
    const bool here = file.state == TransferState::Done && QFileInfo(file.path).size() == file.info.size;
    return here || (!file.upload && file.state == TransferState::Failed);
}

} // namespace

QString faultOfFiles(const QStringList &paths)
{
    if (paths.size() > limits::messageAtts)
        return u"A message has at most %1 files."_s.arg(limits::messageAtts);
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.isFile()) return u"There is no file %1."_s.arg(onOneLine(path));
        if (!info.isReadable()) return u"The file %1 cannot be read."_s.arg(onOneLine(path));
        if (info.size() > limits::fileBytes)
            return u"The file %1 has more than %2 bytes."_s.arg(onOneLine(path)).arg(limits::fileBytes);
    }
    return {};
}

Outcome sendFiles(const Job &job, Live &live, const ChatId &chat, const Mid &mid, const QStringList &paths,
                  const QString &caption)
{
    std::vector<OutgoingFile> files;
    std::vector<std::pair<AttId, QString>> names;
    for (const QString &path : paths) {
        OutgoingFile file;
        file.att = AttId{live.mint().mid().value}; // the same kind of id
        file.path = path;
        if (job.args.has(u"voice"_s)) {
            const auto sound = soundInfo(path);
            if (!sound)
                return {Exit::BadData,
                        u"%1 is no WAV or Ogg file: it cannot be a voice note."_s.arg(onOneLine(path))};
            file.voice = true;
            file.durationMs = sound->durationMs;
            file.wave = sound->wave;
        }
        names.emplace_back(file.att, QFileInfo(path).fileName());
        files.push_back(std::move(file));
    }
    const Progress progress(live, names);
    live.commands().sendFiles(chat, mid, std::move(files), caption, {});
    const QString wait = job.args.value(u"wait"_s);
    return followMessage(live, job.printer, mid, stageFrom(wait), !wait.isEmpty(),
                         job.timeoutMs(longestSeconds));
}

Outcome runFiles(Job &job)
{
    auto shelf = openShelf(job);
    if (!shelf) return failed(shelf.error());
    auto message = messageNamed(*shelf->reader, job.args.words[0]);
    if (!message) return failed(message.error());
    for (const AttachmentView &file : message->attachments)
        job.printer.file({message->row.mid, message->chat, file});
    return {};
}

Outcome runFetch(Job &job)
{
    const QString to = job.args.value(u"to"_s);
    if (!to.isEmpty() && !QFileInfo(to).isDir())
        return {Exit::BadData, u"There is no folder %1."_s.arg(onOneLine(to))};
    auto live = openLive(job);
    if (!live) return failed(live.error());
    auto message = messageNamed((*live)->reader(), job.args.words[0]);
    if (!message) return failed(message.error());
    const Mid mid = message->row.mid;
    if (message->attachments.empty()) return {Exit::BadData, u"The message has no files."_s};
    std::vector<std::pair<AttId, QString>> names;
    for (const AttachmentView &file : message->attachments) names.emplace_back(file.info.att, file.info.name);
    const Progress progress(**live, names);
    for (const auto &[att, name] : names) (*live)->commands().fetchFile(message->chat, mid, att);
    std::vector<AttachmentView> files;
    QSet<AttId> before; // failures of earlier calls, which stand until the wish is committed
    for (const AttachmentView &file : message->attachments)
        if (file.state == TransferState::Failed) before.insert(file.info.att);
    const quint64 wished = (*live)->commits() + 2 * names.size();
    const auto settled = [&] {
        auto now = (*live)->reader().message(mid);
        if (!now || !*now) return false;
        files = (*now)->attachments;
        for (const AttachmentView &file : files)
            if (file.state != TransferState::Failed) before.remove(file.info.att);
        if (!before.isEmpty() && (*live)->commits() < wished) return false;
        return std::all_of(files.begin(), files.end(), isSettled);
    };
    const Ended ended = (*live)->waitUntil(settled, {.ms = job.timeoutMs(longestSeconds), .untilAway = true});
    Outcome outcome = ended == Ended::Met ? Outcome{} : outcomeOf(ended, **live, false);
    for (AttachmentView &file : files) {
        if (file.state == TransferState::Done && !to.isEmpty()) {
            auto copy = copied(file.path, QDir(to), file.info.name);
            if (!copy) return failed(copy.error());
            file.path = *copy;
        }
        job.printer.file({mid, message->chat, file});
        if (file.state == TransferState::Failed) outcome = refusedBy(file.error);
    }
    return outcome;
}

} // namespace kith::cli
