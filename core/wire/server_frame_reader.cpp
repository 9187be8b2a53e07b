#include "core/wire/codec.h"
#include "core/wire/frame_parts.h"
#include "core/wire/group_codec.h"
#include "core/wire/message_frames_codec.h"
#include "core/wire/rows_codec.h"
#include "core/wire/server_texts.h"

#include <algorithm>
#include <array>

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype maxNameBytes = limits::titleChars * 4;
constexpr qsizetype maxMessageBytes = 1024;
// A page is bounded by its bytes; this bounds what a hostile server can make a client allocate per list.
constexpr qsizetype maxEntries = limits::serverFrameBytes / 8;
constexpr qint64 maxInt = 2'000'000'000;

std::vector<Row> readRows(const QJsonArray &array)
{
    std::vector<Row> rows;
    rows.reserve(size_t(array.size()));
    for (const QJsonValue &v : array) rows.push_back(rowFromJson(v.toObject()));
    return rows;
}

std::vector<StateRow> readStates(FieldReader &in, const char *key)
{
    std::vector<StateRow> rows;
    const QJsonArray array = in.array(key, maxEntries);
    for (const QJsonValue &v : array)
        if (auto row = stateRowFromJson(v.toObject())) rows.push_back(*std::move(row));
    return rows;
}

std::vector<Watermark> readMarks(FieldReader &in, const char *key)
{
    std::vector<Watermark> marks;
    const QJsonArray array = in.arrayOr(key, maxEntries);
    for (const QJsonValue &v : array) {
        const auto mark = watermarkFromJson(v.toArray());
        if (mark)
            marks.push_back(*mark);
        else
            in.fail(key, "holds something that is not [user, delivered, seen]");
    }
    return marks;
}

std::vector<Head> readHeads(FieldReader &in, const char *key)
{
    std::vector<Head> heads;
    const QJsonArray array = in.array(key, maxEntries);
    for (const QJsonValue &v : array) {
        const QJsonArray a = v.toArray();
        const auto chat = FieldReader::readId<ChatId>(a.at(0));
        const auto tag = FieldReader::tagFromText(a.at(2));
        if (a.size() < 6 || !chat || !tag) {
            in.fail(key, "holds something that is not [chat, rev, tag, rx, seq, act]");
            return {};
        }
        heads.push_back({*chat,
                         {Rev{a.at(1).toInteger()}, *tag},
                         Rx{a.at(3).toInteger()},
                         Seq{a.at(4).toInteger()},
                         a.at(5).toInteger()});
    }
    return heads;
}

std::optional<Presence> readPresence(const QJsonArray &a)
{
    const auto user = FieldReader::readId<UserId>(a.at(0));
    if (!user) return std::nullopt;
    return Presence{*user, a.at(1).toString() == "online"_L1, std::max<qint64>(a.at(2).toInteger(0), 0)};
}

QByteArray readWitness(FieldReader &in)
{
    return in.has("wit") ? in.ascii("wit", limits::witnessBytes) : QByteArray();
}

ServerFrame readHelloOk(FieldReader &in)
{
    HelloOk f;
    f.v = int(in.integer("v", 1, maxInt));
    f.user = in.id<UserId>("user");
    f.device = in.id<DeviceId>("device");
    f.epoch = in.id<EpochId>("epoch");
    f.nowMs = in.integer("now");
    f.heartbeatMs = int(in.integer("hb", 1000, 600'000));
    f.limits = serverLimitsFromJson(in.child("limits"));
    f.upos = in.position<Urev>("upos");
    f.dirty = readHeads(in, "dirty");
    f.more = in.flagOr("more", false);
    f.witness = readWitness(in);
    return f;
}

std::optional<StateRow> readState(FieldReader &in)
{
    if (!in.has("row")) return std::nullopt;
    auto row = stateRowFromJson(in.child("row"));
    if (!row) in.fail("row", "is not a state row");
    return row;
}

ServerFrame readOk(FieldReader &in)
{
    Ok f;
    f.chat = in.idOr<ChatId>("chat");
    f.epoch = in.idOr<EpochId>("epoch");
    f.rows = readRows(in.arrayOr("rows", maxEntries));
    f.state = readState(in);
    f.witness = readWitness(in);
    const QJsonArray items = in.arrayOr("items", limits::rcptItems);
    for (const QJsonValue &v : items) {
        const QJsonArray a = v.toArray();
        const auto chat = FieldReader::readId<ChatId>(a.at(0));
        if (!chat || a.at(1).toInteger(-1) < 0 || a.at(2).toInteger(-1) < 0) {
            in.fail("items", "holds something that is not [chat, delivered, seen, unread]");
            break;
        }
        f.items.push_back({*chat, Seq{a.at(1).toInteger()}, Seq{a.at(2).toInteger()},
                           int(std::clamp<qint64>(a.at(3).toInteger(), 0, maxInt))});
    }
    const QJsonArray users = in.arrayOr("users", maxEntries);
    for (const QJsonValue &v : users) {
        FieldReader user(v.toObject());
        UserInfo info{user.id<UserId>("user"), user.text("login", limits::loginMaxChars),
                      user.text("name", maxNameBytes)};
        if (user.failed())
            in.fail("users", "holds something that is not a user");
        else
            f.users.push_back(std::move(info));
    }
    const QJsonArray presence = in.arrayOr("presence", maxEntries);
    for (const QJsonValue &v : presence)
        if (const auto p = readPresence(v.toArray())) f.presence.push_back(*p);
    readGroupParts(in, f);
    return f;
}

ServerFrame readErr(FieldReader &in)
{
    Err f;
    const QString code = in.text("code", 64, 1);
    const auto known = codeFromText(code);
    const auto sent = errorClassFromText(in.textOr("class", QString(), 32));
    f.code = known.value_or(Code::Unknown);
    f.errorClass = sent.value_or(classOf(f.code));
    f.message = in.textOr("message", QString(), maxMessageBytes);
    if (!known) { // the log keeps the code that we have no value for
        const QString both = code + u": "_s + f.message;
        f.message = both.toUtf8().size() <= maxMessageBytes ? both : code;
    }
    f.retryMs = in.integerOr("retry_ms", 0);
    f.chat = in.idOr<ChatId>("chat");
    f.epoch = in.idOr<EpochId>("epoch");
    f.rows = readRows(in.arrayOr("rows", maxEntries));
    f.state = readState(in);
    return f;
}

ServerFrame readDelta(FieldReader &in)
{
    Delta f;
    f.chat = in.id<ChatId>("chat");
    f.epoch = in.id<EpochId>("epoch");
    f.f = in.position<Rev>("f");
    f.to = in.position<Rev>("to");
    f.rows = readRows(in.array("rows", maxEntries));
    f.seq = in.number<Seq>("seq");
    f.more = in.flagOr("more", false);
    f.rxf = in.number<Rx>("rxf");
    f.rx = in.number<Rx>("rx");
    f.mem = readMarks(in, "mem");
    return f;
}

Reset resetFrom(FieldReader &in)
{
    Reset f;
    f.chat = in.id<ChatId>("chat");
    f.askedEpoch = in.idOr<EpochId>("fe");
    f.f = in.position<Rev>("f");
    f.epoch = in.id<EpochId>("epoch");
    f.to = in.position<Rev>("to");
    const auto info = chatRowFromJson(in.child("info"));
    if (!info) in.fail("info", "is not a chat row");
    f.info = info.value_or(ChatRow{});
    f.rows = readRows(in.array("rows", maxEntries));
    f.lo = in.number<Seq>("lo", 1);
    f.seq = in.number<Seq>("seq");
    if (f.lo.value > f.seq.value + 1) in.fail("lo", "is beyond seq");
    f.rx = in.number<Rx>("rx");
    f.mem = readMarks(in, "mem");
    f.unread = int(in.integerOr("unread", 0, 0, maxInt));
    f.diverged = in.flagOr("diverged", false);
    return f;
}

ServerFrame readReset(FieldReader &in) { return resetFrom(in); }

ServerFrame readUdelta(FieldReader &in)
{
    return Udelta{in.id<EpochId>("epoch"), in.position<Urev>("f"), in.position<Urev>("to"),
                  readStates(in, "rows"), in.flagOr("more", false)};
}

ServerFrame readUreset(FieldReader &in)
{
    return Ureset{in.idOr<EpochId>("fe"),  in.position<Urev>("f"), in.id<EpochId>("epoch"),
                  in.position<Urev>("to"), readStates(in, "rows"), in.flagOr("more", false)};
}

ServerFrame readHist(FieldReader &in)
{
    HistPage f{in.id<ChatId>("chat"),
               in.id<EpochId>("epoch"),
               in.number<Seq>("lo", 1),
               in.number<Seq>("hi"),
               in.number<Rev>("since"),
               in.number<Rev>("as_of"),
               readRows(in.array("rows", maxEntries))};
    return f;
}

ServerFrame readHave(FieldReader &in)
{
    HavePage f;
    f.chat = in.id<ChatId>("chat");
    f.epoch = in.id<EpochId>("epoch");
    f.rows = readRows(in.array("rows", maxEntries));
    const QJsonArray missing = in.array("missing", limits::haveMids);
    for (const QJsonValue &v : missing) {
        if (const auto mid = FieldReader::readId<Mid>(v))
            f.missing.push_back(*mid);
        else
            in.fail("missing", "holds something that is not an id");
    }
    return f;
}

ServerFrame readProof(FieldReader &in)
{
    ProofPage f;
    f.chat = in.id<ChatId>("chat");
    f.epoch = in.id<EpochId>("epoch");
    f.at = in.position<Rev>("at");
    f.lo = in.number<Seq>("lo", 1);
    f.hi = in.number<Seq>("hi");
    f.n = in.integer("n");
    f.sum = in.tag("sum");
    if (in.has("mem_sum")) f.mem = ProofPage::Members{in.integer("mem_n"), in.tag("mem_sum")};
    f.rows = readRows(in.arrayOr("rows", maxEntries));
    return f;
}

ServerFrame readChats(FieldReader &in)
{
    ChatsPage f;
    f.epoch = in.id<EpochId>("epoch");
    f.more = in.flagOr("more", false);
    const QJsonArray items = in.array("items", limits::chatsPage);
    for (const QJsonValue &v : items) {
        FieldReader item(v.toObject());
        f.items.push_back(resetFrom(item));
        f.acts.push_back(item.integer("act"));
        if (item.failed()) in.fail("items", qPrintable(u"holds a chat whose "_s + item.what()));
    }
    return f;
}

ServerFrame readPushInfo(FieldReader &in)
{
    PushInfo f;
    f.provider = in.textOr("provider", QString(), limits::pushProviderBytes);
    if (f.provider.isEmpty()) return f;
    f.registered = in.flag("registered");
    f.waiting = in.flagOr("waiting", false);
    f.sent = in.integerOr("sent", 0);
    f.lastMs = in.integerOr("last", 0);
    f.result = in.textOr("result", QString(), 32);
    f.detail = in.textOr("detail", QString(), 512);
    return f;
}

ServerFrame readEv(FieldReader &in)
{
    return Ev{in.id<ChatId>("chat"),
              in.id<EpochId>("epoch"),
              in.position<Rev>("f"),
              in.position<Rev>("to"),
              readRows(in.array("rows", maxEntries)),
              in.number<Seq>("seq")};
}

ServerFrame readRx(FieldReader &in)
{
    return RxEv{in.id<ChatId>("chat"), in.id<EpochId>("epoch"), in.number<Rx>("f"), in.number<Rx>("to"),
                readMarks(in, "mem")};
}

ServerFrame readUev(FieldReader &in)
{
    return Uev{in.id<EpochId>("epoch"), in.position<Urev>("f"), in.position<Urev>("to"),
               readStates(in, "rows")};
}

ServerFrame readPoke(FieldReader &in)
{
    return Poke{in.id<ChatId>("chat"), in.number<Rev>("rev"), in.number<Rx>("rx")};
}

ServerFrame readTyping(FieldReader &in)
{
    return TypingIn{in.id<ChatId>("chat"), in.id<UserId>("user"), in.flag("on")};
}

ServerFrame readPres(FieldReader &in)
{
    const auto presence = readPresence(in.array("presence", 3, 3));
    if (!presence) in.fail("presence", "is not [user, state, last]");
    return PresIn{presence.value_or(Presence{})};
}

ServerFrame readPong(FieldReader &in)
{
    Pong f;
    f.nowMs = in.integer("now");
    if (in.has("dirty")) {
        f.dirty = readHeads(in, "dirty");
        f.upos = in.position<Urev>("upos");
    }
    return f;
}

ServerFrame readAuthSoon(FieldReader &) { return AuthSoon{}; }

ServerFrame readBye(FieldReader &in)
{
    return Bye{byeFromText(in.textOr("code", QString(), 32)), in.integerOr("retry_ms", 0)};
}

struct Reader {
    const char *t;
    ServerFrame (*read)(FieldReader &);
};
constexpr std::array readers{
    Reader{"hello_ok", readHelloOk}, Reader{"ok", readOk},          Reader{"err", readErr},
    Reader{"delta", readDelta},      Reader{"reset", readReset},    Reader{"udelta", readUdelta},
    Reader{"ureset", readUreset},    Reader{"hist", readHist},      Reader{"have", readHave},
    Reader{"chats", readChats},      Reader{"ev", readEv},          Reader{"rx", readRx},
    Reader{"uev", readUev},          Reader{"poke", readPoke},      Reader{"typing", readTyping},
    Reader{"pres", readPres},        Reader{"pong", readPong},      Reader{"auth_soon", readAuthSoon},
    Reader{"bye", readBye},          Reader{"proof", readProof},    Reader{"push", readPushInfo},
    Reader{"edits", readVersions},   Reader{"date", readDatePlace},
};
static_assert(readers.size() + 1 == std::variant_size_v<ServerFrame>,
              "every frame but UnknownPush can be read");
constexpr std::array byeTexts{"drain", "kicked", "slow", "upgrade", "silent", "protocol"};
static_assert(byeTexts.size() == size_t(ByeCode::Protocol) + 1);
} // namespace

QString byeText(ByeCode code) { return QLatin1StringView(byeTexts[size_t(code)]); }

ByeCode byeFromText(const QString &text)
{
    for (size_t i = 0; i < byeTexts.size(); ++i)
        if (text == QLatin1StringView(byeTexts[i])) return ByeCode(i);
    return ByeCode::Drain;
}

Decoded<Reply> decodeReply(QByteArrayView bytes)
{
    QString what;
    FieldReader in(parseFrame(bytes, limits::serverFrameBytes, &what));
    if (!what.isEmpty()) return BadFrame{0, Code::BadRequest, what};
    const QString t = in.object().value("t"_L1).toString();
    Reply reply;
    reply.id = in.integerOr("id", 0);
    const auto reader = std::find_if(readers.begin(), readers.end(),
                                     [&](const Reader &r) { return t == QLatin1StringView(r.t); });
    if (reader == readers.end())
        reply.frame = UnknownPush{t.left(64)};
    else if (!in.failed())
        reply.frame = reader->read(in);
    if (in.failed()) return BadFrame{reply.id, Code::BadRequest, u"%1: %2"_s.arg(t.left(64), in.what())};
    return reply;
}

} // namespace kith::wire
