#include "core/domain/feed.h"

namespace kith {

void registerFeedTypes()
{
    qRegisterMetaType<ChangeSet>();
    qRegisterMetaType<Connection>();
    qRegisterMetaType<Presence>();
    qRegisterMetaType<QList<Presence>>();
    qRegisterMetaType<UserInfo>();
    qRegisterMetaType<QList<UserInfo>>();
    qRegisterMetaType<ChatId>();
    qRegisterMetaType<UserId>();
    qRegisterMetaType<Mid>();
    qRegisterMetaType<VerifyProgress>();
    qRegisterMetaType<VerifyReport>();
    qRegisterMetaType<AttId>();
    qRegisterMetaType<Whereabouts>();
    qRegisterMetaType<PushInfo>();
    qRegisterMetaType<MessageVersions>();
    qRegisterMetaType<DatePlace>();
    qRegisterMetaType<GroupAnswer>();
}

} // namespace kith
