#include "core/wire/account_care.h"

#include "core/wire/frame_parts.h"
#include "core/wire/group_codec.h"
#include "core/wire/rows_codec.h"

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxTextBytes = 4096;
constexpr qsizetype maxReportBytes = limits::reportChars * 4;
constexpr qsizetype avatarTextBytes = (limits::avatarBytes + 2) / 3 * 4;

FieldReader bodyReader(QByteArrayView body)
{
    QString what;
    FieldReader in(parseFrame(body, limits::httpBodyBytes, &what));
    if (!what.isEmpty()) in.fail("body", "is not a JSON object within the limit");
    return in;
}

template <class T> Result<T> done(const FieldReader &in, T value)
{
    if (in.failed()) return Error{Errc::Corrupt, u"account body: "_s + in.what()};
    return value;
}

template <class I> QString idText(const I &id) { return QString::fromLatin1(id.text()); }

} // namespace

QJsonObject avatarJson(const Avatar &avatar)
{
    return {{u"mime"_s, QString::fromLatin1(avatar.mime)},
            {u"data"_s, QString::fromLatin1(avatar.data.toBase64())}};
}

Avatar readAvatar(FieldReader &in)
{
    Avatar avatar{in.ascii("mime", 64), {}};
    const auto decoded = QByteArray::fromBase64Encoding(in.ascii("data", avatarTextBytes),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        in.fail("data", "is not base64");
    else
        avatar.data = *decoded;
    return avatar;
}

QByteArray encode(const Avatar &avatar) { return compact(avatarJson(avatar)); }

QByteArray encode(const PasswordChange &request)
{
    return compact({{u"old"_s, request.old}, {u"new"_s, request.next}, {u"end_others"_s, request.endOthers}});
}

QByteArray encode(const DeviceList &answer)
{
    QJsonArray devices;
    for (const DeviceEntry &d : answer.devices) {
        QJsonObject o{{u"device"_s, idText(d.device)},
                      {u"name"_s, d.name},
                      {u"app"_s, d.app},
                      {u"made"_s, d.madeMs},
                      {u"seen"_s, d.lastSeenMs}};
        if (d.current) o.insert(u"current"_s, true);
        devices.append(o);
    }
    return compact({{u"devices"_s, devices}});
}

QByteArray encode(const DeviceEnd &request)
{
    if (!request.device) return compact({{u"others"_s, true}});
    return compact({{u"device"_s, idText(request.device)}});
}

QByteArray encode(const Profile &answer)
{
    QJsonObject o{{u"user"_s, idText(answer.user)}, {u"login"_s, answer.login}, {u"name"_s, answer.name}};
    if (!answer.about.isEmpty()) o.insert(u"about"_s, answer.about);
    if (answer.avatar) o.insert(u"av"_s, idText(answer.avatar));
    return compact(o);
}

QByteArray encode(const ProfileChange &request)
{
    QJsonObject o;
    if (request.name) o.insert(u"name"_s, *request.name);
    if (request.about) o.insert(u"about"_s, *request.about);
    if (request.avatar) o.insert(u"avatar"_s, avatarJson(*request.avatar));
    return compact(o);
}

QByteArray encode(const ProfileQuery &request) { return compact({{u"user"_s, idText(request.user)}}); }

QByteArray encode(const AvatarQuery &request) { return compact({{u"av"_s, idText(request.avatar)}}); }

QByteArray encode(const AccountEnd &request) { return compact({{u"password"_s, request.password}}); }

QByteArray encode(const Report &request)
{
    QJsonObject o{{u"reason"_s, request.reason}};
    if (request.user) o.insert(u"user"_s, idText(request.user));
    if (request.chat) o.insert(u"chat"_s, idText(request.chat));
    if (request.mid) o.insert(u"mid"_s, idText(request.mid));
    if (!request.text.isEmpty()) o.insert(u"text"_s, request.text);
    return compact(o);
}

Result<Avatar> decodeAvatar(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    Avatar avatar = readAvatar(in);
    return done(in, std::move(avatar));
}

Result<PasswordChange> decodePasswordChange(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    PasswordChange request{in.text("old", maxTextBytes), in.text("new", maxTextBytes),
                           in.flagOr("end_others", true)};
    return done(in, std::move(request));
}

Result<DeviceList> decodeDeviceList(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    DeviceList list;
    const QJsonArray devices = in.array("devices", limits::devicesPerUser);
    for (const QJsonValue &v : devices) {
        FieldReader one(v.toObject());
        list.devices.push_back({one.id<DeviceId>("device"), one.text("name", 512), one.text("app", 256),
                                one.integer("made"), one.integer("seen"), one.flagOr("current", false)});
        if (one.failed()) in.fail("devices", "holds something that is not a device");
    }
    return done(in, std::move(list));
}

Result<DeviceEnd> decodeDeviceEnd(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    DeviceEnd request{in.idOr<DeviceId>("device")};
    if (!request.device && !in.flagOr("others", false)) in.fail("device", "is missing, and so is others");
    return done(in, std::move(request));
}

Result<Profile> decodeProfile(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    Profile answer{in.id<UserId>("user"), in.text("login", maxTextBytes), in.text("name", maxTextBytes),
                   in.textOr("about", QString(), maxTextBytes), in.idOr<AvatarId>("av")};
    return done(in, std::move(answer));
}

Result<ProfileChange> decodeProfileChange(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    ProfileChange request;
    if (in.has("name")) request.name = in.text("name", maxTextBytes);
    if (in.has("about")) request.about = in.text("about", maxTextBytes);
    if (in.has("avatar")) {
        FieldReader avatar(in.child("avatar"));
        request.avatar = readAvatar(avatar);
        if (avatar.failed()) in.fail("avatar", "is not {mime, data} within the limit");
    }
    return done(in, std::move(request));
}

Result<ProfileQuery> decodeProfileQuery(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    ProfileQuery request{in.id<UserId>("user")};
    return done(in, std::move(request));
}

Result<AvatarQuery> decodeAvatarQuery(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    AvatarQuery request{in.id<AvatarId>("av")};
    return done(in, std::move(request));
}

Result<AccountEnd> decodeAccountEnd(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    AccountEnd request{in.text("password", maxTextBytes)};
    return done(in, std::move(request));
}

Result<Report> decodeReport(QByteArrayView body)
{
    FieldReader in = bodyReader(body);
    Report request{in.idOr<UserId>("user"), in.idOr<ChatId>("chat"), in.idOr<Mid>("mid"),
                   in.text("reason", 32, 1), in.textOr("text", QString(), maxReportBytes)};
    if (!request.user && !request.chat) in.fail("user", "is missing, and so is chat");
    if (request.mid && !request.chat) in.fail("chat", "is missing beside mid");
    if (request.text.size() > limits::reportChars) in.fail("text", "is too long");
    return done(in, std::move(request));
}

QByteArray pictureType(QByteArrayView data)
{
    if (data.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
    if (data.startsWith("\xff\xd8\xff")) return "image/jpeg";
    if (data.size() >= 12 && data.startsWith("RIFF") && data.sliced(8).startsWith("WEBP"))
        return "image/webp";
    return {};
}

AvatarId avatarOf(const MemberRow &row)
{
    return FieldReader::readId<AvatarId>(objectFromText(row.extra).value("av"_L1)).value_or(AvatarId{});
}

} // namespace kith::wire
