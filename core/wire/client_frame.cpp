#include "core/wire/codec.h"
#include "core/wire/frame_parts.h"
#include "core/wire/group_codec.h"
#include "core/wire/message_frames_codec.h"
#include "core/wire/rows_codec.h"

#include <algorithm>
#include <array>

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype maxKindBytes = 32;
constexpr qsizetype maxTokenBytes = 512;
constexpr qsizetype maxAppBytes = 128;
constexpr qsizetype maxTitleBytes = limits::titleChars * 4;
constexpr qint64 maxVersion = 1'000'000'000;

template <class I> QJsonArray idsJson(const std::vector<I> &ids)
{
    QJsonArray a;
    for (const I &id : ids) a.append(idJson(id));
    return a;
}

template <class I> std::vector<I> readIds(FieldReader &in, const char *key, qsizetype max, qsizetype min = 0)
{
    std::vector<I> ids;
    const QJsonArray array = in.array(key, max, min);
    for (const QJsonValue &v : array) {
        const auto id = FieldReader::readId<I>(v);
        if (!id) {
            in.fail(key, "holds something that is not an id");
            return {};
        }
        ids.push_back(*id);
    }
    return ids;
}

Digests readDigests(FieldReader &in)
{
    if (!in.has("dig")) return {};
    Digests digests = digestsFromText(in.text("dig", 1024));
    if (digests.empty()) in.fail("dig", "is not 64 digests in base64url");
    return digests;
}

// ---- encoding: one overload per frame
// -----------------------------------------------------------------------------

struct Writer {
    QJsonObject operator()(const Hello &f) const
    {
        QJsonObject o{{u"t"_s, u"hello"_s},
                      {u"v"_s, QJsonArray{f.vMin, f.vMax}},
                      {u"token"_s, QString::fromLatin1(f.token)},
                      {u"app"_s, f.app}};
        if (f.epoch) {
            o.insert("epoch"_L1, idJson(f.epoch));
            o.insert("upos"_L1, positionJson(f.upos));
        }
        if (!f.witness.isEmpty()) o.insert("wit"_L1, QString::fromLatin1(f.witness));
        if (!f.dig.empty()) o.insert("dig"_L1, digestsText(f.dig));
        return o;
    }
    QJsonObject operator()(const Auth &f) const
    {
        return {{u"t"_s, u"auth"_s}, {u"token"_s, QString::fromLatin1(f.token)}};
    }
    QJsonObject operator()(const Sync &f) const
    {
        QJsonObject o{{u"t"_s, u"sync"_s},
                      {u"chat"_s, idJson(f.chat)},
                      {u"at"_s, positionJson(f.at)},
                      {u"rx"_s, f.rx.value},
                      {u"max"_s, f.max}};
        if (f.epoch) o.insert("epoch"_L1, idJson(f.epoch));
        if (f.anchor) o.insert("anchor"_L1, QJsonArray{f.anchor->seq.value, idJson(f.anchor->mid)});
        return o;
    }
    QJsonObject operator()(const Usync &f) const
    {
        QJsonObject o{{u"t"_s, u"usync"_s}, {u"at"_s, positionJson(f.at)}};
        if (f.epoch) o.insert("epoch"_L1, idJson(f.epoch));
        return o;
    }
    QJsonObject operator()(const Send &f) const
    {
        QJsonObject o = objectFromText(f.extra);
        o.insert("t"_L1, u"send"_s);
        o.insert("chat"_L1, idJson(f.chat));
        o.insert("mid"_L1, idJson(f.mid));
        if (f.kind != "text"_L1) o.insert("kind"_L1, f.kind);
        o.insert("body"_L1, f.body);
        if (f.reply) o.insert("reply"_L1, idJson(f.reply));
        if (f.root) o.insert("root"_L1, idJson(f.root));
        if (f.draftVer != 0) o.insert("draft"_L1, f.draftVer);
        return o;
    }
    QJsonObject operator()(const Edit &f) const { return toJson(f); }
    QJsonObject operator()(const Del &f) const
    {
        return {{u"t"_s, u"del"_s},
                {u"chat"_s, idJson(f.chat)},
                {u"mid"_s, idJson(f.mid)},
                {u"op"_s, idJson(f.op)}};
    }
    QJsonObject operator()(const React &f) const
    {
        return {{u"t"_s, u"react"_s},    {u"chat"_s, idJson(f.chat)}, {u"mid"_s, idJson(f.mid)},
                {u"op"_s, idJson(f.op)}, {u"emoji"_s, f.emoji},       {u"on"_s, f.on},
                {u"base"_s, f.base}};
    }
    QJsonObject operator()(const Rcpt &f) const
    {
        QJsonArray items;
        for (const RcptItem &i : f.items)
            items.append(QJsonArray{idJson(i.chat), i.delivered.value, i.seen.value});
        return {{u"t"_s, u"rcpt"_s}, {u"items"_s, items}};
    }
    QJsonObject operator()(const Uset &f) const
    {
        return {{u"t"_s, u"uset"_s},     {u"kind"_s, f.kind}, {u"key"_s, QString::fromLatin1(f.key)},
                {u"op"_s, idJson(f.op)}, {u"base"_s, f.base}, {u"value"_s, valueFromText(f.value)}};
    }
    QJsonObject operator()(const ChatNew &f) const
    {
        QJsonObject o{{u"t"_s, u"chat.new"_s},
                      {u"chat"_s, idJson(f.chat)},
                      {u"op"_s, idJson(f.op)},
                      {u"kind"_s, kindText(f.kind)},
                      {u"members"_s, idsJson(f.members)}};
        if (!f.title.isEmpty()) o.insert("title"_L1, f.title);
        return o;
    }
    QJsonObject operator()(const ChatSet &f) const { return toJson(f); }
    QJsonObject operator()(const Mem &f) const { return toJson(f); }
    QJsonObject operator()(const ListMembers &f) const { return toJson(f); }
    QJsonObject operator()(const InviteSet &f) const { return toJson(f); }
    QJsonObject operator()(const Join &f) const { return toJson(f); }
    QJsonObject operator()(const GroupLog &f) const { return toJson(f); }
    QJsonObject operator()(const Hist &f) const
    {
        return {{u"t"_s, u"hist"_s},   {u"chat"_s, idJson(f.chat)}, {u"lo"_s, f.lo.value},
                {u"hi"_s, f.hi.value}, {u"since"_s, f.since.value}, {u"n"_s, f.n}};
    }
    QJsonObject operator()(const Have &f) const
    {
        return {{u"t"_s, u"have"_s}, {u"chat"_s, idJson(f.chat)}, {u"mids"_s, idsJson(f.mids)}};
    }
    QJsonObject operator()(const Chats &f) const
    {
        QJsonObject o{{u"t"_s, u"chats"_s}, {u"n"_s, f.n}};
        if (f.before) o.insert("before"_L1, QJsonArray{f.before->actMs, idJson(f.before->chat)});
        return o;
    }
    QJsonObject operator()(const Watch &f) const
    {
        return {{u"t"_s, u"watch"_s}, {u"chats"_s, idsJson(f.chats)}, {u"users"_s, idsJson(f.users)}};
    }
    QJsonObject operator()(const TypingOut &f) const
    {
        return {{u"t"_s, u"typing"_s}, {u"chat"_s, idJson(f.chat)}, {u"on"_s, f.on}};
    }
    QJsonObject operator()(const PresOut &f) const { return {{u"t"_s, u"pres"_s}, {u"active"_s, f.active}}; }
    QJsonObject operator()(const UsersFind &f) const { return {{u"t"_s, u"users.find"_s}, {u"q"_s, f.q}}; }
    QJsonObject operator()(const PushSet &f) const
    {
        QJsonObject o{{u"t"_s, u"push"_s}};
        if (f.provider.isEmpty()) return o;
        o.insert("provider"_L1, f.provider);
        o.insert("token"_L1, QString::fromLatin1(f.token));
        return o;
    }
    QJsonObject operator()(const PushGet &f) const
    {
        QJsonObject o{{u"t"_s, u"push.get"_s}};
        if (f.test) o.insert("test"_L1, true);
        return o;
    }
    QJsonObject operator()(const Ping &f) const
    {
        QJsonObject o{{u"t"_s, u"ping"_s}};
        if (f.dig.empty()) return o;
        o.insert("epoch"_L1, idJson(f.epoch));
        o.insert("upos"_L1, positionJson(f.upos));
        o.insert("dig"_L1, digestsText(f.dig));
        return o;
    }
    QJsonObject operator()(const Proof &f) const
    {
        QJsonObject o{
            {u"t"_s, u"proof"_s}, {u"chat"_s, idJson(f.chat)}, {u"lo"_s, f.lo.value}, {u"hi"_s, f.hi.value}};
        if (f.mem) o.insert("mem"_L1, true);
        if (f.rows) o.insert("rows"_L1, true);
        return o;
    }
    QJsonObject operator()(const Edits &f) const { return toJson(f); }
    QJsonObject operator()(const FindDate &f) const { return toJson(f); }
    QJsonObject operator()(const SetTimer &f) const { return toJson(f); }
    QJsonObject operator()(const ClosePoll &f) const { return toJson(f); }
};

// ---- decoding: one function per frame
// -----------------------------------------------------------------------------

ClientFrame readHello(FieldReader &in)
{
    Hello f;
    const QJsonArray v = in.array("v", 2, 2);
    f.vMin = int(v.at(0).toInteger(0));
    f.vMax = int(v.at(1).toInteger(0));
    if (f.vMin < 1 || f.vMax < f.vMin) in.fail("v", "is not [min, max]");
    f.token = in.ascii("token", maxTokenBytes, 1);
    f.app = in.textOr("app", QString(), maxAppBytes);
    f.epoch = in.idOr<EpochId>("epoch");
    if (f.epoch) f.upos = in.position<Urev>("upos");
    if (in.has("wit")) f.witness = in.ascii("wit", limits::witnessBytes);
    f.dig = readDigests(in);
    return f;
}

ClientFrame readAuth(FieldReader &in) { return Auth{in.ascii("token", maxTokenBytes, 1)}; }

ClientFrame readSync(FieldReader &in)
{
    Sync f;
    f.chat = in.id<ChatId>("chat");
    f.epoch = in.idOr<EpochId>("epoch");
    f.at = in.position<Rev>("at");
    f.rx = in.number<Rx>("rx");
    f.max = int(in.integerOr("max", limits::pageRows, 1, limits::pageRows));
    if (in.has("anchor")) {
        const QJsonArray a = in.array("anchor", 2, 2);
        const auto mid = FieldReader::readId<Mid>(a.at(1));
        if (!mid || a.at(0).toInteger(0) < 1)
            in.fail("anchor", "is not [seq, mid]");
        else
            f.anchor = Anchor{Seq{a.at(0).toInteger()}, *mid};
    }
    return f;
}

ClientFrame readUsync(FieldReader &in) { return Usync{in.idOr<EpochId>("epoch"), in.position<Urev>("at")}; }

ClientFrame readSend(FieldReader &in)
{
    Send f;
    f.chat = in.id<ChatId>("chat");
    f.mid = in.id<Mid>("mid");
    f.kind = in.textOr("kind", u"text"_s, maxKindBytes);
    if (f.kind == "service"_L1) in.fail("kind", "is reserved for the server");
    f.body = in.textOr("body", QString(), limits::textBytes);
    f.reply = in.idOr<Mid>("reply");
    f.root = in.idOr<Mid>("root");
    f.draftVer = int(in.integerOr("draft", 0, 0, maxVersion));
    QJsonObject rest = in.object();
    for (const auto key : {"t"_L1, "id"_L1, "chat"_L1, "draft"_L1}) rest.remove(key);
    f.extra = messageExtra(std::move(rest));
    return f;
}

ClientFrame readDel(FieldReader &in)
{
    return Del{in.id<ChatId>("chat"), in.id<Mid>("mid"), in.id<OpId>("op")};
}

ClientFrame readReact(FieldReader &in)
{
    return React{in.id<ChatId>("chat"), in.id<Mid>("mid"),
                 in.id<OpId>("op"),     in.text("emoji", limits::emojiBytes, 1),
                 in.flag("on"),         int(in.integer("base", 0, maxVersion))};
}

ClientFrame readRcpt(FieldReader &in)
{
    Rcpt f;
    const QJsonArray items = in.array("items", limits::rcptItems, 1);
    for (const QJsonValue &v : items) {
        const QJsonArray a = v.toArray();
        const auto chat = FieldReader::readId<ChatId>(a.at(0));
        const qint64 delivered = a.at(1).toInteger(-1);
        const qint64 seen = a.at(2).toInteger(-1);
        if (!chat || delivered < 0 || seen < 0) {
            in.fail("items", "holds something that is not [chat, delivered, seen]");
            break;
        }
        f.items.push_back({*chat, Seq{delivered}, Seq{seen}});
    }
    return f;
}

ClientFrame readUset(FieldReader &in)
{
    return Uset{in.text("kind", maxKindBytes, 1), in.ascii("key", limits::stateKeyBytes), in.id<OpId>("op"),
                int(in.integer("base", 0, maxVersion)), in.json("value", limits::stateValueBytes)};
}

ClientFrame readChatNew(FieldReader &in)
{
    ChatNew f;
    f.chat = in.id<ChatId>("chat");
    f.op = in.id<OpId>("op");
    const auto kind = chatKindFromText(in.text("kind", maxKindBytes));
    if (!kind) in.fail("kind", "is not a kind of chat");
    f.kind = kind.value_or(ChatKind::Direct);
    f.members = readIds<UserId>(in, "members", limits::newMembers);
    f.title = in.textOr("title", QString(), maxTitleBytes);
    return f;
}

ClientFrame readHist(FieldReader &in)
{
    Hist f{in.id<ChatId>("chat"), in.number<Seq>("lo", 1), in.number<Seq>("hi", 1), in.numberOr<Rev>("since"),
           int(in.integerOr("n", limits::pageRows, 1, limits::pageRows))};
    if (f.hi < f.lo) in.fail("hi", "is below lo");
    return f;
}

ClientFrame readHave(FieldReader &in)
{
    return Have{in.id<ChatId>("chat"), readIds<Mid>(in, "mids", limits::haveMids, 1)};
}

ClientFrame readChats(FieldReader &in)
{
    Chats f;
    f.n = int(in.integerOr("n", limits::chatsPage, 1, limits::chatsPage));
    if (in.has("before")) {
        const QJsonArray a = in.array("before", 2, 2);
        const auto chat = FieldReader::readId<ChatId>(a.at(1));
        if (!chat || a.at(0).toInteger(-1) < 0)
            in.fail("before", "is not [activity, chat]");
        else
            f.before = ChatsBefore{a.at(0).toInteger(), *chat};
    }
    return f;
}

ClientFrame readWatch(FieldReader &in)
{
    return Watch{readIds<ChatId>(in, "chats", limits::watchChats),
                 readIds<UserId>(in, "users", limits::watchUsers)};
}

ClientFrame readTyping(FieldReader &in) { return TypingOut{in.id<ChatId>("chat"), in.flag("on")}; }
ClientFrame readPres(FieldReader &in) { return PresOut{in.flag("active")}; }
ClientFrame readUsersFind(FieldReader &in) { return UsersFind{in.text("q", limits::loginMaxChars + 1, 1)}; }

ClientFrame readPushSet(FieldReader &in)
{
    if (!in.has("provider")) return PushSet{};
    return PushSet{in.text("provider", limits::pushProviderBytes, 1),
                   in.ascii("token", limits::pushTokenBytes, 1)};
}

ClientFrame readPushGet(FieldReader &in) { return PushGet{in.flagOr("test", false)}; }

ClientFrame readPing(FieldReader &in)
{
    Ping f;
    f.dig = readDigests(in);
    if (f.dig.empty()) return f;
    f.epoch = in.id<EpochId>("epoch");
    f.upos = in.position<Urev>("upos");
    return f;
}

ClientFrame readProof(FieldReader &in)
{
    Proof f{in.id<ChatId>("chat"), in.number<Seq>("lo", 1), in.number<Seq>("hi"), in.flagOr("mem", false),
            in.flagOr("rows", false)};
    if (f.hi.value < f.lo.value - 1) in.fail("hi", "is below lo");
    return f;
}

struct Reader {
    const char *t;
    ClientFrame (*read)(FieldReader &);
    bool answered = true;
};
constexpr std::array readers{
    Reader{"hello", readHello},      Reader{"auth", readAuth},
    Reader{"sync", readSync},        Reader{"usync", readUsync},
    Reader{"send", readSend},        Reader{"edit", readEdit},
    Reader{"del", readDel},          Reader{"react", readReact},
    Reader{"rcpt", readRcpt},        Reader{"uset", readUset},
    Reader{"chat.new", readChatNew}, Reader{"chat.set", readChatSet},
    Reader{"mem", readMem},          Reader{"hist", readHist},
    Reader{"have", readHave},        Reader{"chats", readChats},
    Reader{"watch", readWatch},      Reader{"typing", readTyping, false},
    Reader{"pres", readPres, false}, Reader{"users.find", readUsersFind},
    Reader{"ping", readPing},        Reader{"proof", readProof},
    Reader{"push", readPushSet},     Reader{"push.get", readPushGet},
    Reader{"edits", readEditsAsked}, Reader{"date", readDateAsked},
    Reader{"timer", readTimerSet},   Reader{"poll.close", readPollClose},
    Reader{"members", readMembers},  Reader{"invite", readInvite},
    Reader{"join", readJoin},        Reader{"log", readGroupLog},
};
static_assert(readers.size() == std::variant_size_v<ClientFrame>, "every frame can be read");
} // namespace

QByteArray encode(const Request &request)
{
    QJsonObject o = std::visit(Writer{}, request.frame);
    if (request.id != 0) o.insert("id"_L1, request.id);
    return compact(o);
}

/// The beginning of a name from outside, as an answer may carry it: half a surrogate pair is no text (P-2).
static QString readable(const QString &name)
{
    QString text = name.left(32);
    for (QChar &c : text)
        if (c < u' ' || c > u'~') c = u'?';
    return text;
}

Decoded<Request> decodeRequest(QByteArrayView bytes)
{
    QString what;
    FieldReader in(parseFrame(bytes, limits::clientFrameBytes, &what));
    if (!what.isEmpty()) return BadFrame{0, Code::BadRequest, what};
    const QString t = in.object().value("t"_L1).toString();
    const qint64 asked = in.object().value("id"_L1).toInteger(0);
    const qint64 id = asked >= 1 && asked <= maxInteger ? asked : 0; // P-5.2: no id that nobody can read back
    const auto reader = std::find_if(readers.begin(), readers.end(),
                                     [&](const Reader &r) { return t == QLatin1StringView(r.t); });
    if (reader == readers.end())
        return BadFrame{id, Code::Unknown, u"unknown request '%1'"_s.arg(readable(t))};
    Request request;
    request.id = reader->answered ? in.integer("id", 1) : in.integerOr("id", 0);
    if (!in.failed()) request.frame = reader->read(in);
    if (in.failed()) return BadFrame{id, in.tooLong() ? Code::TooLong : Code::BadRequest, in.what()};
    return request;
}

} // namespace kith::wire
