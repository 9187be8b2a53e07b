#include "core/wire/group_codec.h"

#include "core/wire/frame_parts.h"
#include "core/wire/rows_codec.h"

#include <array>

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxKindBytes = 32;
constexpr qsizetype maxTitleBytes = limits::titleChars * 4;
constexpr qsizetype maxAboutBytes = limits::aboutChars * 4;
constexpr qsizetype maxWordsBytes = 4096; // of a line of the log
constexpr qint64 maxVersion = 1'000'000'000;

constexpr std::array memActs{"add", "remove", "role", "leave", "ban", "unban", "own"};
static_assert(memActs.size() == size_t(MemAct::Own) + 1, "indexed by the enum");
constexpr std::array inviteActs{"new", "revoke", "list"};
static_assert(inviteActs.size() == size_t(InviteAct::List) + 1, "indexed by the enum");

template <class Enum, size_t N> Enum readAct(FieldReader &in, const std::array<const char *, N> &names)
{
    const QString text = in.text("act", maxKindBytes);
    for (size_t i = 0; i < N; ++i)
        if (text == QLatin1StringView(names[i])) return Enum(i);
    in.fail("act", "is none that is known");
    return Enum(0);
}

std::vector<UserId> readUsers(FieldReader &in)
{
    std::vector<UserId> users;
    const QJsonArray list = in.arrayOr("users", limits::pageRows);
    for (const QJsonValue &v : list) {
        const auto user = FieldReader::readId<UserId>(v);
        if (!user) {
            in.fail("users", "holds something that is not an id");
            return {};
        }
        users.push_back(*user);
    }
    return users;
}

Invite readInviteRow(FieldReader &in)
{
    Invite i;
    i.code = in.ascii("code", limits::inviteCodeChars, 1);
    i.by = in.id<UserId>("by");
    i.untilMs = in.integerOr("until", 0);
    i.uses = int(in.integerOr("uses", 0, 0, limits::groupMembers));
    i.used = int(in.integer("used", 0, maxVersion));
    i.revoked = in.flagOr("revoked", false);
    return i;
}

GroupLogLine readLogLine(FieldReader &in)
{
    GroupLogLine l;
    l.n = in.integer("n", 1);
    l.atMs = in.integer("at");
    l.by = in.id<UserId>("by");
    l.act = in.text("act", maxKindBytes, 1);
    l.user = in.idOr<UserId>("user");
    l.words = in.textOr("words", QString(), maxWordsBytes);
    return l;
}

} // namespace

// ---- encoding

QJsonObject toJson(const ChatSet &f)
{
    QJsonObject o{
        {u"t"_s, u"chat.set"_s}, {u"chat"_s, idJson(f.chat)}, {u"op"_s, idJson(f.op)}, {u"base"_s, f.base}};
    if (!f.title.isEmpty()) o.insert("title"_L1, f.title);
    if (f.settings.about) o.insert("about"_L1, *f.settings.about);
    if (f.settings.channel) o.insert("channel"_L1, *f.settings.channel);
    if (f.settings.fromJoining) o.insert("from_joining"_L1, *f.settings.fromJoining);
    if (f.settings.slowSeconds) o.insert("slow"_L1, *f.settings.slowSeconds);
    if (f.pin) o.insert("pin"_L1, idJson(f.pin));
    if (f.unpin) o.insert("unpin"_L1, idJson(f.unpin));
    if (f.avatar) o.insert("avatar"_L1, avatarJson(*f.avatar));
    return o;
}

QJsonObject toJson(const Mem &f)
{
    QJsonObject o{{u"t"_s, u"mem"_s},
                  {u"chat"_s, idJson(f.chat)},
                  {u"op"_s, idJson(f.op)},
                  {u"act"_s, QString::fromLatin1(memActs[size_t(f.act)])}};
    if (f.act != MemAct::Leave) o.insert("user"_L1, idJson(f.user));
    if (f.act == MemAct::SetRole) o.insert("role"_L1, roleText(f.role));
    return o;
}

QJsonObject toJson(const ListMembers &f)
{
    QJsonObject o{{u"t"_s, u"members"_s}, {u"chat"_s, idJson(f.chat)}, {u"n"_s, f.n}};
    if (f.after) o.insert("after"_L1, idJson(f.after));
    if (f.banned) o.insert("banned"_L1, true);
    if (f.poll) {
        o.insert("poll"_L1, idJson(f.poll));
        o.insert("option"_L1, f.option);
    }
    QJsonArray users;
    for (const UserId &user : f.users) users.append(idJson(user));
    if (!users.isEmpty()) o.insert("users"_L1, users);
    return o;
}

QJsonObject toJson(const InviteSet &f)
{
    QJsonObject o{{u"t"_s, u"invite"_s},
                  {u"chat"_s, idJson(f.chat)},
                  {u"act"_s, QString::fromLatin1(inviteActs[size_t(f.act)])}};
    if (f.act != InviteAct::List) o.insert("op"_L1, idJson(f.op));
    if (!f.code.isEmpty()) o.insert("code"_L1, QString::fromLatin1(f.code));
    if (f.untilMs != 0) o.insert("until"_L1, f.untilMs);
    if (f.uses != 0) o.insert("uses"_L1, f.uses);
    return o;
}

QJsonObject toJson(const Join &f)
{
    return {{u"t"_s, u"join"_s}, {u"code"_s, QString::fromLatin1(f.code)}, {u"op"_s, idJson(f.op)}};
}

QJsonObject toJson(const GroupLog &f)
{
    QJsonObject o{{u"t"_s, u"log"_s}, {u"chat"_s, idJson(f.chat)}, {u"n"_s, f.n}};
    if (f.before != 0) o.insert("before"_L1, f.before);
    return o;
}

void insertGroupParts(QJsonObject &o, const Ok &f)
{
    QJsonArray invites, log;
    for (const Invite &i : f.invites) {
        QJsonObject one{
            {u"code"_s, QString::fromLatin1(i.code)}, {u"by"_s, idJson(i.by)}, {u"used"_s, i.used}};
        if (i.untilMs != 0) one.insert("until"_L1, i.untilMs);
        if (i.uses != 0) one.insert("uses"_L1, i.uses);
        if (i.revoked) one.insert("revoked"_L1, true);
        invites.append(one);
    }
    for (const GroupLogLine &l : f.log) {
        QJsonObject one{{u"n"_s, l.n}, {u"at"_s, l.atMs}, {u"by"_s, idJson(l.by)}, {u"act"_s, l.act}};
        if (l.user) one.insert("user"_L1, idJson(l.user));
        if (!l.words.isEmpty()) one.insert("words"_L1, l.words);
        log.append(one);
    }
    if (!invites.isEmpty()) o.insert("invites"_L1, invites);
    if (!log.isEmpty()) o.insert("log"_L1, log);
    if (f.more) o.insert("more"_L1, true);
}

// ---- decoding

ClientFrame readChatSet(FieldReader &in)
{
    ChatSet f;
    f.chat = in.id<ChatId>("chat");
    f.op = in.id<OpId>("op");
    f.base = int(in.integer("base", 0, maxVersion));
    if (in.has("title")) f.title = in.text("title", maxTitleBytes, 1);
    if (in.has("about")) f.settings.about = in.text("about", maxAboutBytes);
    if (in.has("channel")) f.settings.channel = in.flag("channel");
    if (in.has("from_joining")) f.settings.fromJoining = in.flag("from_joining");
    if (in.has("slow")) f.settings.slowSeconds = int(in.integer("slow", 0, limits::slowMaxSeconds));
    f.pin = in.idOr<Mid>("pin");
    f.unpin = in.idOr<Mid>("unpin");
    if (in.has("avatar")) {
        FieldReader avatar(in.child("avatar"));
        f.avatar = readAvatar(avatar);
        if (avatar.failed()) in.fail("avatar", "is not {mime, data} within the limit");
    }
    if (f.title.isEmpty() && f.settings == GroupSettings{} && !f.pin && !f.unpin && !f.avatar)
        in.fail("title", "is missing, and nothing else is to be set");
    return f;
}

ClientFrame readMem(FieldReader &in)
{
    Mem f;
    f.chat = in.id<ChatId>("chat");
    f.op = in.id<OpId>("op");
    f.act = readAct<MemAct>(in, memActs);
    if (f.act != MemAct::Leave) f.user = in.id<UserId>("user");
    if (f.act == MemAct::SetRole) {
        const auto role = roleFromText(in.text("role", maxKindBytes));
        if (!role) in.fail("role", "is not a role");
        f.role = role.value_or(Role::Member);
    }
    return f;
}

ClientFrame readMembers(FieldReader &in)
{
    ListMembers f;
    f.chat = in.id<ChatId>("chat");
    f.after = in.idOr<UserId>("after");
    f.users = readUsers(in);
    f.banned = in.flagOr("banned", false);
    f.n = int(in.integerOr("n", limits::pageRows, 1, limits::pageRows));
    f.poll = in.idOr<Mid>("poll");
    if (f.poll) f.option = int(in.integer("option", 0, limits::pollMaxOptions - 1));
    return f;
}

ClientFrame readInvite(FieldReader &in)
{
    InviteSet f;
    f.chat = in.id<ChatId>("chat");
    f.act = readAct<InviteAct>(in, inviteActs);
    if (f.act != InviteAct::List) f.op = in.id<OpId>("op");
    if (f.act == InviteAct::Revoke) f.code = in.ascii("code", limits::inviteCodeChars, 1);
    f.untilMs = in.integerOr("until", 0);
    f.uses = int(in.integerOr("uses", 0, 0, limits::groupMembers));
    return f;
}

ClientFrame readJoin(FieldReader &in)
{
    return Join{in.ascii("code", limits::inviteCodeChars, 1), in.id<OpId>("op")};
}

ClientFrame readGroupLog(FieldReader &in)
{
    return GroupLog{in.id<ChatId>("chat"), in.integerOr("before", 0),
                    int(in.integerOr("n", limits::pageRows, 1, limits::pageRows))};
}

void readGroupParts(FieldReader &in, Ok &f)
{
    const QJsonArray invites = in.arrayOr("invites", limits::pageRows);
    const QJsonArray log = in.arrayOr("log", limits::pageRows);
    for (const QJsonValue &v : invites) {
        FieldReader one(v.toObject());
        f.invites.push_back(readInviteRow(one));
        if (one.failed()) in.fail("invites", "holds something that is not an invite");
    }
    for (const QJsonValue &v : log) {
        FieldReader one(v.toObject());
        f.log.push_back(readLogLine(one));
        if (one.failed()) in.fail("log", "holds something that is not a line");
    }
    f.more = in.flagOr("more", false);
}

} // namespace kith::wire
