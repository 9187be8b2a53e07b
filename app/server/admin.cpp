// kith-server admin: one command, asked of the server over its local socket.
#include "app/server/verbs.h"
#include "server/admin/admin_server.h"
#include "server/admin/admin_table.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#include <sysexits.h>

namespace kith::app {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const wire::AdminValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value)) return QString::number(*number);
    if (const auto *flag = std::get_if<bool>(&value)) return *flag ? u"yes"_s : u"no"_s;
    // People name themselves: a terminal takes no orders from them.
    QString text = std::get<QString>(value);
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control) c = u' ';
    return text.isEmpty() ? u"-"_s : text;
}

QString asJson(const wire::AdminRow &row)
{
    QJsonObject object;
    for (const auto &[name, value] : row)
        object.insert(name, std::visit([](const auto &v) { return QJsonValue(v); }, value));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n';
}

/// One row as lines, several as a table.
QString inWords(const std::vector<wire::AdminRow> &rows)
{
    QString out;
    if (rows.size() == 1) {
        for (const auto &[name, value] : rows.front())
            out += u"%1 %2\n"_s.arg(name + u':', -18).arg(textOf(value));
        return out;
    }
    std::vector<qsizetype> widths;
    const auto line = [&](auto &&cell) {
        for (size_t i = 0; i < rows.front().size(); ++i) {
            const bool last = i + 1 == rows.front().size();
            out += last ? cell(i) + u'\n' : cell(i).leftJustified(int(widths[i]) + 2);
        }
    };
    if (rows.empty()) return u"none\n"_s;
    for (size_t i = 0; i < rows.front().size(); ++i) {
        qsizetype width = rows.front()[i].first.size();
        for (const wire::AdminRow &row : rows)
            if (i < row.size()) width = std::max(width, textOf(row[i].second).size());
        widths.push_back(width);
    }
    line([&](size_t i) { return rows.front()[i].first; });
    for (const wire::AdminRow &row : rows)
        line([&](size_t i) { return i < row.size() ? textOf(row[i].second) : QString(); });
    return out;
}

Result<QString> passwordFromStdin()
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly)) return Error{Errc::BadInput, u"there is no stdin"_s};
    QByteArray bytes = in.readLine(4096);
    while (bytes.endsWith('\n') || bytes.endsWith('\r')) bytes.chop(1);
    if (bytes.isEmpty())
        return Error{Errc::BadInput, u"--password-stdin: the first line of stdin is empty"_s};
    return QString::fromUtf8(bytes);
}

Result<wire::AdminRequest> requestFrom(const server::CommandLine &line)
{
    if (line.words.isEmpty())
        return Error{Errc::BadInput, u"admin wants a command; `kith-server help admin` lists them"_s};
    const server::AdminCommand *command = server::adminCommand(line.words.first());
    if (!command)
        return Error{Errc::BadInput, u"there is no command \"%1\"; `kith-server help admin` lists them"_s.arg(
                                         line.words.first())};
    wire::AdminRequest request{line.words.first(), line.words.mid(1), line.own};
    if (request.words.size() < command->least || request.words.size() > command->most)
        return Error{Errc::BadInput, u"usage: kith-server admin %1 %2"_s.arg(
                                         request.command, QString::fromUtf8(command->words))};
    for (auto it = line.own.cbegin(); it != line.own.cend(); ++it)
        if (!server::takesOption(*command, it.key()))
            return Error{Errc::BadInput, u"%1 has no option --%2"_s.arg(request.command, it.key())};
    request.options.remove(u"json"_s);
    if (request.options.remove(u"password-stdin"_s)) {
        auto password = passwordFromStdin();
        if (!password) return password.error();
        request.options.insert(u"password"_s, *password);
    }
    // The server works in a folder of its own.
    if (request.command == u"backup" && !request.words.isEmpty())
        request.words[0] = QFileInfo(request.words[0]).absoluteFilePath();
    return request;
}

} // namespace

int runAdmin(const server::CommandLine &line)
{
    const auto request = requestFrom(line);
    if (!request) return complain(request.error());
    const auto config = loadConfig(line);
    if (!config) return complain(config.error());
    if (!config->isSet("data") && !config->isSet("admin-socket"))
        return complain({Errc::BadInput, u"--data DIR or --config FILE says which server is meant"_s});
    const QString path = config->isSet("admin-socket") ? config->text("admin-socket")
                                                       : server::adminSocketOf(config->text("data"));
    const auto reply = server::askServer(path, *request);
    if (!reply) return complain(reply.error());
    if (!reply->done) return complain(reply->error);
    if (line.has("json"))
        for (const wire::AdminRow &row : reply->rows) print(asJson(row));
    else
        print(inWords(reply->rows));
    return EX_OK;
}

} // namespace kith::app
