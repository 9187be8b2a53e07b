#include "ui/settings/language.h"

#include <QGuiApplication>
#include <QLibraryInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Q_INIT_RESOURCE has to stand outside of every namespace.
static void initResources() { Q_INIT_RESOURCE(languages); }

namespace kith {

const std::vector<Language::Known> &Language::all()
{
    static const std::vector<Known> known{
        {u"en"_s, u"English"_s},     {u"de"_s, u"Deutsch"_s}, {u"es"_s, u"Español"_s},
        {u"fr"_s, u"Français"_s},    {u"ru"_s, u"Русский"_s}, {u"ar"_s, u"العربية"_s},
        {u"zh_CN"_s, u"简体中文"_s},
    };
    return known;
}

bool Language::isKnown(const QString &code)
{
    return std::any_of(all().begin(), all().end(), [&](const Known &one) { return one.code == code; });
}

QString Language::pick(const QString &chosen, const QStringList &wanted)
{
    if (isKnown(chosen)) return chosen;
    for (const QString &name : wanted) {
        const QLocale::Language language = QLocale(name).language();
        if (language == QLocale::C) continue;
        for (const Known &one : all())
            if (QLocale(one.code).language() == language) return one.code;
    }
    return all().front().code;
}

QLocale Language::localeFor(const QString &code, const QLocale &system)
{
    const QLocale own(code);
    if (own.language() == system.language()) {
        // Counts in sentences are written with the digits 0–9; dates and times then are, too.
        if (system.zeroDigit() == u"0") return system;
    } else if (const QLocale here(own.language(), own.script(), system.territory());
               here.language() == own.language() && here.zeroDigit() == u"0") {
        return here;
    }
    return own.zeroDigit() == u"0" ? own : QLocale(own.language(), QLocale::UnitedArabEmirates);
}

Language::Language(const QString &code, const QLocale &system)
    : m_code(code)
{
    initResources();
    QLocale::setDefault(localeFor(code, system));
    const QString qt = u"qtbase_"_s + code;
    if (m_qt.load(qt, u":/languages"_s) || m_qt.load(qt, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_words.load(u"kith_"_s + code, u":/languages"_s)) QCoreApplication::installTranslator(&m_words);
    QGuiApplication::setLayoutDirection(QLocale(code).textDirection());
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qt);
    QLocale::setDefault(m_before);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

} // namespace kith
