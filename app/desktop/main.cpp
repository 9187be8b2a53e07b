#include "app/common/secrets_choice.h"
#include "app/desktop/house.h"
#include "app/desktop/single_instance.h"
#include "ui/settings/language.h"
#include "ui/text/words.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QMessageBox>
#include <QTimer>
#include <cstdio>
#include <memory>
#include <vector>

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

/// Qt takes --style for itself and drops it; ours is taken out before Qt looks.
QString takeStyle(std::vector<char *> &arguments)
{
    QString style;
    for (size_t i = 1; i < arguments.size();) {
        const QByteArrayView one(arguments[i]);
        if (one == "--style" && i + 1 < arguments.size()) {
            style = QString::fromLocal8Bit(arguments[i + 1]);
            arguments.erase(arguments.begin() + qptrdiff(i), arguments.begin() + qptrdiff(i) + 2);
        } else if (one.startsWith("--style=")) {
            style = QString::fromLocal8Bit(one.sliced(8));
            arguments.erase(arguments.begin() + qptrdiff(i));
        } else {
            ++i;
        }
    }
    return style;
}

int usage(const QString &sentence)
{
    std::fprintf(stderr, "kith: %s\n", qPrintable(sentence));
    return exitUsage;
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer since;
    since.start();
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QCoreApplication::setApplicationName(u"kith"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KITH_VERSION));
    std::vector<char *> arguments(argv, argv + argc);
    const QString style = takeStyle(arguments);
    argc = int(arguments.size());
    arguments.push_back(nullptr);
    QApplication app(argc, arguments.data());
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
    options.addPositionalArgument(u"link"_s, u"kith:chat/ID, kith:message/ID or kith:user/LOGIN to open."_s,
                                  u"[link]"_s);
    options.addOption({u"style"_s, u"Look: system (default), light or dark."_s, u"light|dark|system"_s});
    if (!options.parse(QCoreApplication::arguments())) return usage(options.errorText());
    if (options.isSet(u"help"_s)) options.showHelp();
    if (options.isSet(u"version"_s)) options.showVersion();
    const QString link = options.positionalArguments().value(0);
    if (options.positionalArguments().size() > 1 ||
        (!link.isEmpty() && kithLink(link).kind == KithLink::Kind::None))
        return usage(
            u"\"%1\" is no kith: link; see kith --help."_s.arg(options.positionalArguments().last()));

    if (!style.isEmpty() && style != u"light" && style != u"dark" && style != u"system")
        return usage(u"--style is light, dark or system, not \"%1\"."_s.arg(style));
    const Look::Style wanted = style == u"dark"    ? Look::Style::Dark
                               : style == u"light" ? Look::Style::Light
                                                   : Look::Style::System;
    Look look(wanted);

    auto language = std::make_unique<Language>(Language::pick({}, QLocale::system().uiLanguages()));
    auto profile = Profile::open(options.value(u"profile"_s));
    if (!profile) return fail(profile.error());
    if (const QString chosen = Preferences::languageIn(House::preferencesFile(*profile));
        !chosen.isEmpty() && chosen != language->code()) {
        language.reset();
        language = std::make_unique<Language>(chosen);
    }
    // Another window of the same profile is brought to the front instead.
    SingleInstance instance(profile->dir());
    if (instance.handOver(link)) return 0;
    if (!instance.listen()) std::fprintf(stderr, "kith: a second start cannot be told to this one\n");
    auto secrets = makeSecrets(options.value(u"secrets"_s), profile->dir());
    if (!secrets) return usage(secrets.error().what);
    auto engineSecrets = makeSecretsQuietly(options.value(u"secrets"_s), profile->dir());

    House house(*std::move(profile), **secrets, *engineSecrets, look, {!options.isSet(u"offline"_s)});
    if (!style.isEmpty()) look.setStyle(wanted); // what was asked for now wins over what was chosen once
    if (auto started = house.start(); !started) return fail(started.error());
    QApplication::setQuitOnLastWindowClosed(false); // the tray stays; closing for good is told below
    QObject::connect(&house.window(), &MainWindow::closed, &app, &QApplication::quit);
    QObject::connect(&house.window(), &MainWindow::quitWanted, &app, &QApplication::quit);
    QObject::connect(&instance, &SingleInstance::wanted, &house, &House::open);
    house.window().show();
    QTimer::singleShot(0, &house, [&] { house.setStartMs(since.elapsed()); }); // behind the first painting
    if (!link.isEmpty()) house.open(link);
    return QApplication::exec();
}
