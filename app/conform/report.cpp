#include "app/conform/report.h"

#include "app/conform/talk.h"

#include <QJsonDocument>
#include <QTextStream>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace kith::conform {

namespace {
void print(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
}
} // namespace

Outcome Report::run(const QString &clause, const QString &title, const std::function<void()> &check,
                    const std::function<QStringList()> &talk)
{
    try {
        check();
        line(Outcome::Passed, clause, title, {});
        return Outcome::Passed;
    } catch (const Failure &failure) {
        QStringList notes{u"expected: "_s + failure.expected};
        if (!failure.came.isEmpty()) notes << u"came: "_s + failure.came;
        line(Outcome::Failed, clause, title, notes + talk());
        return Outcome::Failed;
    } catch (const Skipped &skipped) {
        skip(clause, title, skipped.why);
        return Outcome::Skipped;
    }
}

void Report::skip(const QString &clause, const QString &title, const QString &why)
{
    line(Outcome::Skipped, clause, title, {why});
}

void Report::line(Outcome outcome, const QString &clause, const QString &title, const QStringList &notes)
{
    ++m_count;
    ++(outcome == Outcome::Passed ? m_passed : outcome == Outcome::Failed ? m_failed : m_skipped);
    if (m_json) {
        const char *const words[] = {"ok", "not ok", "skip"};
        m_all.append(QJsonObject{{u"clause"_s, clause},
                                 {u"title"_s, title},
                                 {u"result"_s, QString::fromLatin1(words[int(outcome)])},
                                 {u"notes"_s, QJsonArray::fromStringList(notes)}});
        return;
    }
    QString text = (outcome == Outcome::Failed ? u"not ok %1 - %2 %3"_s : u"ok %1 - %2 %3"_s)
                       .arg(QString::number(m_count), clause, title);
    if (outcome == Outcome::Skipped) text += u" # SKIP "_s + notes.join(u"; "_s);
    text += u'\n';
    if (outcome == Outcome::Failed)
        for (const QString &note : notes) text += u"  # "_s + note + u'\n';
    print(text);
}

int Report::finish(const QString &about)
{
    const int code = m_failed > 0 ? 1 : m_passed > 0 ? 0 : 2;
    if (m_json) {
        const QJsonObject all{{u"checked"_s, about},
                              {u"passed"_s, m_passed},
                              {u"failed"_s, m_failed},
                              {u"skipped"_s, m_skipped},
                              {u"checks"_s, m_all}};
        print(QString::fromUtf8(QJsonDocument(all).toJson()));
        return code;
    }
    print(u"1..%1\n# %2: %3 passed, %4 failed, %5 skipped\n"_s.arg(
        QString::number(m_count), about, QString::number(m_passed), QString::number(m_failed),
        QString::number(m_skipped)));
    return code;
}

} // namespace kith::conform
