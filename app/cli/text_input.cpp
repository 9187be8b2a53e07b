#include "app/cli/text_input.h"

#include "core/base/limits.h"

#include <QByteArray>
#include <QStringDecoder>
#include <optional>

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

std::optional<QString> fromUtf8(const QByteArray &bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    QString text = decode(bytes);
    return decode.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

Result<QString> messageText(const QString &word, FILE *in)
{
    QString text = word;
    if (word == u"-") {
        QByteArray bytes(limits::textBytes + 3, Qt::Uninitialized); // over the limit is enough to know
        bytes.truncate(qsizetype(std::fread(bytes.data(), 1, size_t(bytes.size()), in)));
        if (bytes.endsWith('\n')) bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
        if (bytes.size() > limits::textBytes)
            return Error{Errc::BadInput,
                         u"The text on stdin is longer than %1 bytes."_s.arg(limits::textBytes)};
        const auto decoded = fromUtf8(bytes);
        if (!decoded) return Error{Errc::BadInput, u"The text on stdin is not UTF-8."_s};
        text = *decoded;
    }
    if (text.trimmed().isEmpty()) return Error{Errc::BadInput, u"The text is empty."_s};
    if (text.toUtf8().size() > limits::textBytes)
        return Error{Errc::BadInput, u"The text is longer than %1 bytes."_s.arg(limits::textBytes)};
    return text;
}

Result<QString> passwordFrom(FILE *in)
{
    QByteArray line(limits::passwordMaxBytes + 3, '\0');
    if (!std::fgets(line.data(), int(line.size()), in))
        return Error{Errc::BadInput, u"No password came on stdin."_s};
    line.truncate(qsizetype(qstrlen(line.constData())));
    while (line.endsWith('\n') || line.endsWith('\r')) line.chop(1);
    if (line.isEmpty()) return Error{Errc::BadInput, u"The password on stdin is empty."_s};
    if (line.size() > limits::passwordMaxBytes) return Error{Errc::BadInput, u"The password is too long."_s};
    const auto decoded = fromUtf8(line);
    if (!decoded) return Error{Errc::BadInput, u"The password on stdin is not UTF-8."_s};
    return *decoded;
}

} // namespace kith::cli
