#pragma once
#include <QLocale>
#include <QString>
#include <QTranslator>

#include <vector>

namespace kith {

/// The language the window speaks: loads its words and Qt's own into the application, sets the default locale
/// and the direction of layout, and takes all of that back when destroyed. One at a time, made before the
/// first widget: what is shown already keeps its words. Thread: GUI.
class Language final {
public:
    struct Known {
        QString code; // of its files: "de", "zh_CN"
        QString name; // in itself
    };
    /// English first, the others by their names.
    static const std::vector<Known> &all();
    static bool isKnown(const QString &code);
    /// `chosen` where we have it; otherwise the first of `wanted` (as QLocale::uiLanguages says them) that we
    /// have; otherwise English.
    static QString pick(const QString &chosen, const QStringList &wanted);
    /// How dates and numbers are written in `code` for somebody whose system is set to `system`.
    static QLocale localeFor(const QString &code, const QLocale &system);

    explicit Language(const QString &code, const QLocale &system = QLocale::system());
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;
    const QString &code() const { return m_code; }

private:
    const QString m_code;
    const QLocale m_before;
    QTranslator m_qt, m_words; // the later one is asked first
};

} // namespace kith
