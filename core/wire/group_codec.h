#pragma once
#include "core/wire/field_reader.h"
#include "core/wire/frames.h"

/// The JSON of the requests and answers about groups; used by the frame codecs only.
namespace kith::wire {

QJsonObject toJson(const ChatSet &f);
QJsonObject toJson(const Mem &f);
QJsonObject toJson(const ListMembers &f);
QJsonObject toJson(const InviteSet &f);
QJsonObject toJson(const Join &f);
QJsonObject toJson(const GroupLog &f);

ClientFrame readChatSet(FieldReader &in);
ClientFrame readMem(FieldReader &in);
ClientFrame readMembers(FieldReader &in);
ClientFrame readInvite(FieldReader &in);
ClientFrame readJoin(FieldReader &in);
ClientFrame readGroupLog(FieldReader &in);

/// The parts of `ok` that answer `members`, `invite` and `log`.
void insertGroupParts(QJsonObject &o, const Ok &f);
void readGroupParts(FieldReader &in, Ok &f);

QJsonObject avatarJson(const Avatar &avatar);
Avatar readAvatar(FieldReader &in);

} // namespace kith::wire
