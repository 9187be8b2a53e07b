#include "app/inspect/replay.h"

#include "app/common/profile.h"
#include "app/inspect/last_wish.h"
#include "inspect/bundle.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

QString window()
{
    const QString beside =
        QStandardPaths::findExecutable(u"kith"_s, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(u"kith"_s) : beside;
}

} // namespace

Status replay(const QString &bundle)
{
    const QString program = window();
    if (program.isEmpty())
        return Error{Errc::NotFound, u"kith is neither beside this program nor on the PATH."_s};
    auto folder = privateFolder(2 * QFileInfo(bundle).size());
    if (!folder) return folder.error();
    auto profile = Profile::open((*folder)->filePath(u"profile"_s));
    if (!profile) return profile.error();
    Account account;
    account.id = QUuid::createUuid();
    account.server = QUrl(u"https://bundle.invalid"_s);
    account.login = u"bundle"_s;
    account.name = u"Bundle"_s;
    {
        auto lock = profile->lock(account.id);
        if (!lock) return lock.error();
    } // makes the folder
    const auto whose = unpack(bundle, profile->mirrorFile(account.id));
    if (!whose) return whose.error();
    account.user = UserId::fromBlob(whose->user);
    account.device = DeviceId::fromBlob(whose->device.isEmpty() ? whose->user : whose->device);
    if (const Status put = profile->put(account); !put) return put;
    QProcess kith;
    kith.setProcessChannelMode(QProcess::ForwardedChannels);
#ifdef Q_OS_UNIX
    kith.setChildProcessModifier(releaseChild);
#endif
    kith.start(program, {u"--profile"_s, profile->dir(), u"--secrets"_s, u"file"_s, u"--offline"_s});
    if (!kith.waitForStarted())
        return Error{Errc::Io, u"%1 does not start: %2."_s.arg(program, kith.errorString())};
    kith.waitForFinished(-1);
    if (kith.exitStatus() == QProcess::NormalExit && kith.exitCode() == 0) return ok();
    return Error{Errc::Io, u"kith ended with %1."_s.arg(kith.exitCode())};
}

} // namespace kith::inspect
