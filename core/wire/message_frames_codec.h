#pragma once
#include "core/wire/field_reader.h"
#include "core/wire/frames.h"

/// JSON of message_frames.h; used by the frame codecs only.
namespace kith::wire {

/// Further fields, as compact JSON text of an object; those that are there already stay.
void insertAll(QJsonObject &object, const QByteArray &extra);

QJsonObject toJson(const Edit &f);
QJsonObject toJson(const Edits &f);
QJsonObject toJson(const FindDate &f);
QJsonObject toJson(const SetTimer &f);
QJsonObject toJson(const ClosePoll &f);
QJsonObject toJson(const EditsPage &f);
QJsonObject toJson(const DateFound &f);

ClientFrame readEdit(FieldReader &in);
ClientFrame readEditsAsked(FieldReader &in);
ClientFrame readDateAsked(FieldReader &in);
ClientFrame readTimerSet(FieldReader &in);
ClientFrame readPollClose(FieldReader &in);
ServerFrame readVersions(FieldReader &in);
ServerFrame readDatePlace(FieldReader &in);

} // namespace kith::wire
