#include "core/wire/service_note.h"

#include "core/domain/content.h"
#include "core/wire/rows_codec.h"

namespace kith::wire {

using namespace Qt::StringLiterals;

std::optional<ServiceNote> serviceNote(const QByteArray &extra)
{
    FieldReader in(objectFromText(extra).value("svc"_L1).toObject());
    ServiceNote note;
    note.act = in.text("act", 32, 1);
    note.title = in.textOr("title", QString(), limits::titleChars * 4);
    note.seconds = int(in.integerOr("seconds", 0, 0, limits::timerMaxSeconds));
    const QJsonArray users = in.arrayOr("users", limits::newMembers);
    for (const QJsonValue &v : users)
        if (const auto user = FieldReader::readId<UserId>(v)) note.users.push_back(*user);
    return in.failed() ? std::nullopt : std::optional(std::move(note));
}

QByteArray serviceExtra(const ServiceNote &note)
{
    QJsonObject svc{{u"act"_s, note.act}};
    if (!note.title.isEmpty()) svc.insert("title"_L1, note.title);
    if (note.seconds != 0) svc.insert("seconds"_L1, note.seconds);
    if (!note.users.empty()) {
        QJsonArray users;
        for (const UserId &user : note.users) users.append(idJson(user));
        svc.insert("users"_L1, users);
    }
    return textFromObject({{u"svc"_s, svc}});
}

} // namespace kith::wire
