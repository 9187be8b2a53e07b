#include "app/common/secrets_choice.h"
#include "app/desktop/house.h"
#include "ui/text/words.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace kith;

namespace {

constexpr int exitUsage = 64, exitTemporary = 75, exitFault = 74;

/// Says it where it is seen: on stderr for those who started us there, in a dialog for everybody else.
int fail(const Error &error)
{
    std::fprintf(stderr, "kith: %s\n", qPrintable(error.what));
    QMessageBox box(QMessageBox::Critical, QApplication::translate("main", "Kith cannot start"),
                    words::fault(error), QMessageBox::Close);
    box.setInformativeText(error.what);
    box.exec();
    return error.code == Errc::Locked ? exitTemporary : exitFault;
}

int usage(const QString &sentence)
{
    std::fprintf(stderr, "kith: %s\n", qPrintable(sentence));
    return exitUsage;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QCoreApplication::setApplicationName(u"kith"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KITH_VERSION));
    QApplication app(argc, argv);
    QApplication::setApplicationDisplayName(u"Kith"_s);
    QApplication::setDesktopFileName(u"kith"_s);

    QCommandLineParser options;
    options.setApplicationDescription(u"Kith, a messenger: the window people use all day."_s);
    options.addHelpOption();
    options.addVersionOption();
    options.addOption(
        {u"profile"_s, u"Folder of the accounts (default: %1)."_s.arg(Profile::defaultDir()), u"DIR"_s});
    options.addOption(
        {u"secrets"_s, u"Where sign-in secrets are kept: keychain (default) or file."_s, u"keychain|file"_s});
    options.addOption({u"offline"_s, u"Stay off the network until told otherwise."_s});
    options.addOption({u"style"_s, u"Look: system (default), light or dark."_s, u"light|dark|system"_s});
    options.process(app);
    if (!options.positionalArguments().isEmpty())
        return usage(
            u"unknown argument \"%1\"; see kith --help."_s.arg(options.positionalArguments().first()));

    const QString style = options.value(u"style"_s);
    if (!style.isEmpty() && style != u"light" && style != u"dark" && style != u"system")
        return usage(u"--style is light, dark or system, not \"%1\"."_s.arg(style));
    Look look(style == u"dark"    ? Look::Style::Dark
              : style == u"light" ? Look::Style::Light
                                  : Look::Style::System);

    auto profile = Profile::open(options.value(u"profile"_s));
    if (!profile) return fail(profile.error());
    auto secrets = makeSecrets(options.value(u"secrets"_s), profile->dir());
    if (!secrets) return usage(secrets.error().what);
    auto engineSecrets = makeSecretsQuietly(options.value(u"secrets"_s), profile->dir());

    House house(*std::move(profile), **secrets, *engineSecrets, look, {!options.isSet(u"offline"_s)});
    if (auto started = house.start(); !started) return fail(started.error());
    house.window().show();
    return QApplication::exec();
}
