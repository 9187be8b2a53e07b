#include "ui/text/links.h"

#include "core/base/limits.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kith {

KithLink kithLink(const QString &text)
{
    static const QRegularExpression form(
        uR"(\Akith:(?://)?(chat|message|user)/@?([A-Za-z0-9._-]{1,64})/?\z)"_s,
        QRegularExpression::CaseInsensitiveOption);
    KithLink link;
    const auto match = form.match(text.left(200));
    if (!match.hasMatch()) return link;
    const QString what = match.captured(1).toLower(), name = match.captured(2);
    if (what == u"user") {
        if (name.size() < limits::loginMinChars || name.size() > limits::loginMaxChars) return link;
        link.kind = KithLink::Kind::Person;
        link.login = name.toLower();
    } else if (what == u"chat") {
        if (const auto id = ChatId::fromText(name.toLatin1()); id) {
            link.kind = KithLink::Kind::Chat;
            link.chat = *id;
        }
    } else if (const auto id = Mid::fromText(name.toLatin1()); id) {
        link.kind = KithLink::Kind::Message;
        link.mid = *id;
    }
    return link;
}

} // namespace kith
