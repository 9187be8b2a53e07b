#include "app/lab/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace kith::lab {

QByteArray junitReport(const std::vector<RunResult> &results)
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    for (const RunResult &result : results) {
        int broken = 0;
        for (const Verdict::Rule &rule : result.verdict.rules) broken += rule.faults.isEmpty() ? 0 : 1;
        const bool failed = result.end == RunResult::End::Failed,
                   skipped = result.end == RunResult::End::Skipped;
        const QString seconds = QString::number(double(result.ms) / 1000, 'f', 3);
        xml.writeStartElement(u"testsuite"_s);
        xml.writeAttribute(u"name"_s, result.scenario.name);
        xml.writeAttribute(u"tests"_s, QString::number(1 + result.verdict.rules.size()));
        xml.writeAttribute(u"failures"_s, QString::number(broken));
        xml.writeAttribute(u"errors"_s, failed ? u"1"_s : u"0"_s);
        xml.writeAttribute(u"skipped"_s, skipped ? u"1"_s : u"0"_s);
        xml.writeAttribute(u"time"_s, seconds);
        xml.writeStartElement(u"properties"_s);
        xml.writeEmptyElement(u"property"_s);
        xml.writeAttribute(u"name"_s, u"seed"_s);
        xml.writeAttribute(u"value"_s, QString::number(result.seed));
        xml.writeEndElement();
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, u"kith-lab."_s + result.scenario.name);
        xml.writeAttribute(u"name"_s, u"the story is acted out"_s);
        xml.writeAttribute(u"time"_s, seconds);
        if (failed || skipped) {
            xml.writeStartElement(failed ? u"error"_s : u"skipped"_s);
            xml.writeAttribute(u"message"_s, result.why);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        for (const Verdict::Rule &rule : result.verdict.rules) {
            xml.writeStartElement(u"testcase"_s);
            xml.writeAttribute(u"classname"_s, u"kith-lab."_s + result.scenario.name);
            xml.writeAttribute(u"name"_s, rule.name);
            if (!rule.faults.isEmpty()) {
                xml.writeStartElement(u"failure"_s);
                xml.writeAttribute(u"message"_s, rule.faults.first());
                xml.writeCharacters(rule.faults.join(u'\n'));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return out;
}

QByteArray jsonReport(const std::vector<RunResult> &results)
{
    QJsonArray all;
    for (const RunResult &result : results) {
        QJsonArray rules;
        for (const Verdict::Rule &rule : result.verdict.rules)
            rules.append(QJsonObject{{u"rule"_s, rule.name},
                                     {u"holds"_s, rule.faults.isEmpty()},
                                     {u"faults"_s, QJsonArray::fromStringList(rule.faults)}});
        all.append(QJsonObject{{u"scenario"_s, result.scenario.name},
                               {u"seed"_s, QString::number(result.seed)},
                               {u"end"_s, endText(result.end).toLower()},
                               {u"why"_s, result.why},
                               {u"seconds"_s, double(result.ms) / 1000},
                               {u"entered"_s, result.verdict.entered},
                               {u"stored"_s, result.verdict.stored},
                               {u"rules"_s, rules},
                               {u"steps"_s, QJsonArray::fromStringList(result.steps)}});
    }
    return QJsonDocument(all).toJson();
}

Status writeFile(const QString &file, const QByteArray &content)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size() || !out.commit())
        return Error{Errc::Io, u"%1 cannot be written: %2."_s.arg(file, out.errorString())};
    return ok();
}

} // namespace kith::lab
