#pragma once
#include "core/base/ids.h"

#include <QString>

namespace kith {

/// Where a kith: link leads. kith:chat/ID, kith:message/ID, kith:user/LOGIN; "//" after the colon does not
/// matter.
struct KithLink {
    enum class Kind : quint8 { None, Chat, Message, Person };
    Kind kind = Kind::None;
    ChatId chat;
    Mid mid;
    QString login;
};
/// Kind::None for anything else; links come from anywhere.
KithLink kithLink(const QString &text);

} // namespace kith
