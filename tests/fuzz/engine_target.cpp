#include "core/store/mirror.h"
#include "sync/account_auth.h"
#include "sync/engine.h"
#include "sync/transport.h"
#include "tests/fuzz/memory_folder.h"
#include "tests/fuzz/script.h"
#include "tests/fuzz/targets.h"
#include "tests/kit/manual_clock.h"
#include "tests/kit/model_server.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <deque>

/// Steps of a script, all on one device: `<frame` comes from a server that may be hostile, `a` lets an honest
/// one answer the oldest request, `A` all of them, `d` loses it, `c` cuts the line, `+ms` lets time pass,
/// `p` is a message of somebody else, `P` one whose event is lost; `s` the user writes, `e` edits, `x`
/// deletes, `r` reacts, `f` drafts, `m` reads, `h` scrolls to a hole, `w` looks at the chat.
namespace kith::fuzz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 passMax = 700'000;
constexpr int framesMax = 5'000; // that an engine may send for one step of a script

class Wire final : public Transport {
public:
    void setListener(Listener l) override { listener = std::move(l); }
    void open(const QUrl &) override
    {
        out.clear();
        opening = true;
        up = false;
    }
    void send(const QByteArray &text) override
    {
        hold(++sent < framesMax, "the engine does not talk without end", text);
        hold(text.size() <= limits::clientFrameBytes, "the engine keeps the bound of a frame");
        if (up) out.push_back(text);
    }
    void close() override { opening = up = false; }
    qint64 bytesWaiting() const override { return 0; }
    void cut()
    {
        const bool had = opening || up;
        close();
        if (had && listener.closed) listener.closed(u"cut"_s);
    }

    Listener listener;
    bool opening = false, up = false;
    int sent = 0;
    std::deque<QByteArray> out;
};

class Auth final : public AccountAuth {
public:
    void token(std::function<void(const Answer &)> done) override
    {
        done({Answer::Kind::Token, "token", {}, 0});
    }
    void invalidate() override {}
};

/// An empty mirror, made once; each run gets a copy.
struct Template {
    Template()
        : folder(memoryFolder())
    {
        const auto opened = Mirror::open(file());
        if (!opened) qFatal("fuzz: %s", qPrintable(opened.error().what));
    }
    QString file() const { return folder.filePath(u"empty.db"_s); }
    QTemporaryDir folder;
};

class Rig {
public:
    Rig();
    void step(const Step &step);
    void finish();

private:
    void settle();
    void answerOne();
    void push(const wire::ServerFrame &frame, qint64 id = 0);
    void user(char verb, int n);
    QByteArray value(char letter, int n) const;
    QByteArray requestId(int n) const;
    void checkMirror();

    QTemporaryDir m_folder{memoryFolder()};
    test::ManualClock m_clock;
    SeededRandom m_random{3};
    test::ModelServer m_server{m_clock, m_random};
    Wire m_wire;
    Auth m_auth;
    Feed m_feed;
    UserId m_me, m_other;
    ChatId m_chats[2];
    bool m_loseEvents = false, m_refused = false;
    int m_entered = 0;
    std::vector<std::pair<Mid, QString>> m_said;
    std::unique_ptr<Mirror> m_mirror;
    std::unique_ptr<Engine> m_engine;
};

Rig::Rig()
{
    m_me = m_server.addUser(u"ana"_s);
    m_other = m_server.addUser(u"ben"_s);
    for (ChatId &chat : m_chats) chat = m_server.addChat();
    for (int i = 0; i < 3; ++i) m_server.post(m_other, m_chats[0], u"before"_s);
    m_server.publish = [this](const UserId &to, const wire::ServerFrame &frame) {
        if ((!to || to == m_me) && !m_loseEvents) push(frame);
    };
    static const Template made;
    QFile::copy(made.file(), m_folder.filePath(u"kith.db"_s));
    auto opened = Mirror::open(m_folder.filePath(u"kith.db"_s));
    if (!opened) qFatal("fuzz: %s", qPrintable(opened.error().what));
    m_mirror = std::move(*opened);
    (void)m_mirror->write([&] { m_mirror->meta.setUser(m_me); });
    m_engine = std::make_unique<Engine>(
        Engine::Borders{*m_mirror, m_wire, m_clock, m_random, m_auth, m_feed},
        Engine::Setup{QUrl(u"ws://localhost/v1/ws"_s), m_me, DeviceId::mint(1, m_random), u"fuzz"_s});
    QObject::connect(&m_feed, &Feed::refused, &m_feed, [this] { m_refused = true; });
    m_engine->setOnline(true);
    settle();
}

void Rig::settle()
{
    m_wire.sent = 0;
    for (int i = 0;; ++i) {
        hold(i < framesMax, "the engine comes to rest");
        if (m_wire.opening) {
            m_wire.opening = false;
            m_wire.up = true;
            m_wire.listener.opened();
        } else if (m_engine->nextDue() <= m_clock.steadyMs()) {
            m_engine->advance();
        } else {
            return;
        }
    }
}

void Rig::push(const wire::ServerFrame &frame, qint64 id)
{
    if (m_wire.up) m_wire.listener.received(wire::encode(wire::Reply{id, frame}));
}

void Rig::answerOne()
{
    const QByteArray bytes = m_wire.out.front();
    m_wire.out.pop_front();
    const auto decoded = wire::decodeRequest(bytes);
    const auto *request = std::get_if<wire::Request>(&decoded);
    hold(request != nullptr, "a server can read what the engine sends", bytes);
    if (const auto answer = m_server.handle(m_me, request->frame)) push(*answer, request->id);
    settle();
}

QByteArray Rig::requestId(int n) const
{
    if (m_wire.out.empty()) return QByteArray::number(n + 1);
    const auto at = std::min(size_t(n), m_wire.out.size() - 1);
    const auto decoded = wire::decodeRequest(m_wire.out[at]);
    const auto *request = std::get_if<wire::Request>(&decoded);
    return QByteArray::number(request ? request->id : 0);
}

QByteArray Rig::value(char letter, int n) const
{
    const ChatId &chat = m_chats[n % 2];
    switch (letter) {
    case 'R':
        return requestId(n);
    case 'C':
        return chat.text();
    case 'E':
        return m_server.epoch.text();
    case 'U':
        return (n == 0 ? m_me : m_other).text();
    case 'M': {
        if (m_said.empty()) return {};
        return m_said[std::min(size_t(n), m_said.size() - 1)].first.text();
    }
    case 'P': {
        const ChatPosition at = m_server.chats.at(chat).at;
        return '[' + QByteArray::number(at.at.value) + ",\"" +
               QByteArray::number(at.tag, 16).rightJustified(16, '0') + "\"]";
    }
    case 'L': { // the mirror's cursor
        const auto at = m_mirror->db().number("SELECT rev FROM chats ORDER BY pk LIMIT 1");
        const auto tag = quint64(m_mirror->db().number("SELECT tag FROM chats ORDER BY pk LIMIT 1"));
        return '[' + QByteArray::number(at) + ",\"" + QByteArray::number(tag, 16).rightJustified(16, '0') +
               "\"]";
    }
    default:
        return {};
    }
}

void Rig::user(char verb, int n)
{
    const ChatId chat = m_chats[n % 2];
    const Mid last = m_said.empty() ? Mid{} : m_said.back().first;
    switch (verb) {
    case 's': {
        const Mid mid = Mid::mint(m_clock.wallMs(), m_random);
        const QString text = u"say-%1"_s.arg(++m_entered);
        m_refused = false;
        m_engine->sendText(chat, mid, text, {});
        // Not taken is fine when it is said; the composer keeps the text then.
        if (!m_refused) m_said.emplace_back(mid, text);
        break;
    }
    case 'e':
        m_engine->editText(chat, last, u"edited"_s);
        break;
    case 'x':
        m_engine->deleteForAll(chat, last);
        if (!m_said.empty()) m_said.pop_back(); // gone on the user's own wish
        break;
    case 'r':
        m_engine->react(chat, last, u"+1"_s, n % 2 == 0);
        break;
    case 'f':
        m_engine->setDraft(chat, u"draft"_s, {});
        break;
    case 'm':
        m_engine->markSeen(chat, Seq{n});
        break;
    case 'h':
        m_engine->loadHole(chat, Seq{1}, Seq{n + 1});
        break;
    case 'w':
        m_engine->watch({chat}, {m_other});
        break;
    default:
        break;
    }
}

void Rig::step(const Step &step)
{
    const int n = step.text.left(1).toInt();
    switch (step.verb) {
    case '<':
        if (m_wire.up)
            m_wire.listener.received(filledIn(step.text, [this](char c, int i) { return value(c, i); }));
        break;
    case 'a':
        if (!m_wire.out.empty()) answerOne();
        break;
    case 'A':
        for (int i = 0; i < 300 && !m_wire.out.empty(); ++i) answerOne();
        break;
    case 'd':
        if (!m_wire.out.empty()) m_wire.out.pop_front();
        break;
    case 'c':
        m_wire.cut();
        break;
    case '+':
        m_clock.advance(qBound(0LL, step.text.toLongLong(), passMax));
        break;
    case 'p':
    case 'P':
        m_loseEvents = step.verb == 'P';
        m_server.post(m_other, m_chats[n % 2], u"from ben"_s);
        m_loseEvents = false;
        break;
    default:
        user(step.verb, n);
        break;
    }
    settle();
}

void Rig::finish()
{
    checkMirror();
    m_engine.reset();
    m_mirror.reset();
}

void Rig::checkMirror()
{
    Db &db = m_mirror->db();
    for (const auto &[mid, text] : m_said) {
        const auto kept =
            db.number("SELECT count(*) FROM messages WHERE mid = ? OR body = ?", {mid.blob(), text});
        hold(kept > 0, "what the user wrote is still there", text.toUtf8());
    }
    hold(db.number("SELECT count(*) FROM messages m WHERE m.seq IS NULL AND m.state <> 3 AND NOT EXISTS"
                   " (SELECT 1 FROM outbox o WHERE o.mid = m.mid AND o.kind = 'send')") == 0,
         "an unsent message has an outbox item");
    hold(db.number("SELECT count(*) FROM ranges a JOIN ranges b ON b.chat_pk = a.chat_pk AND b.lo > a.lo"
                   " WHERE b.lo <= a.hi") == 0,
         "ranges do not overlap");
    hold(db.number("SELECT count(*) FROM ranges WHERE hi < lo OR lo < 1") == 0, "a range holds something");
    hold(db.number(
             "SELECT count(*) FROM receipts WHERE ack_delivered > want_delivered OR ack_seen > want_seen") ==
             0,
         "no more is acknowledged than wanted");
    hold(!db.failed(), "the mirror can be read");
    hold(db.number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'") == 0,
         "the mirror is whole");
}

#define HEAD R"("chat":"$C0","epoch":"$E0")"
#define SAID R"({"mid":"$M0","seq":4,"rev":9,"by":"$U0","body":"say-1","at":1750000000000})"
const char *const samples[] = {
    "a",
    "A",
    "d",
    "c",
    "+600",
    "+21000",
    "+61000",
    "+600000",
    "p0",
    "P0",
    "p1",
    "s0",
    "s1",
    "e0",
    "x0",
    "r0",
    "f0",
    "m3",
    "h3",
    "w0",
    R"(<{"t":"hello_ok","id":"$R0","v":1,"user":"$U0","device":"$U0","epoch":"$E0","now":1750000000000,"hb":25000,"limits":{},"upos":[0,"0000000000000000"],"dirty":[],"more":false})",
    R"(<{"t":"hello_ok","id":"$R0","v":1,"user":"$U0","device":"$U0","epoch":"$C1","now":1,"hb":1000,"limits":{"page_rows":1},"upos":[7,"00000000000000aa"],"dirty":[["$C0",9,"00000000000000aa",1,5,1]],"more":true})",
    R"(<{"t":"ok","id":"$R0",)" HEAD R"(,"rows":[)" SAID "]}",
    R"(<{"t":"ok","id":"$R0",)" HEAD "}",
    R"(<{"t":"ok","id":"$R0"})",
    R"(<{"t":"ev",)" HEAD R"(,"f":"$P0","to":[9,"00000000000000aa"],"rows":[)" SAID R"(],"seq":4})",
    R"(<{"t":"ev",)" HEAD
    R"(,"f":"$L0","to":[9007199254740991,"00000000000000aa"],"rows":[],"seq":9007199254740991})",
    R"(<{"t":"rx",)" HEAD R"(,"f":0,"to":1,"mem":[["$U1",9,9],["$U0",2,1]]})",
    R"(<{"t":"uev","epoch":"$E0","f":[0,"0000000000000000"],"to":[1,"00000000000000aa"],"rows":[{"kind":"chat","key":"$C1","value":{"left":true},"ver":1,"urev":1}]})",
    R"(<{"t":"poke","chat":"$C0","rev":99,"rx":9})",
    R"(<{"t":"delta","id":"$R0",)" HEAD R"(,"f":"$L0","to":[12,"00000000000000bb"],"rows":[)" SAID
    R"(],"seq":4,"more":true,"rxf":0,"rx":0})",
    R"(<{"t":"reset","id":"$R0",)" HEAD
    R"(,"f":"$L0","fe":"$E0","to":[12,"00000000000000bb"],"info":{"k":"chat","kind":"direct","members":2,"rev":3},"rows":[)" SAID
    R"(],"lo":4,"seq":4,"rx":0,"mem":[],"unread":0,"diverged":true})",
    R"(<{"t":"udelta","id":"$R0","epoch":"$E0","f":[0,"0000000000000000"],"to":[1,"00000000000000aa"],"rows":[{"kind":"draft","key":"$C0","value":{"text":"x"},"ver":4,"urev":1}],"more":true})",
    R"(<{"t":"hist","id":"$R0",)" HEAD R"(,"lo":1,"hi":3,"since":0,"as_of":9,"rows":[)" SAID "]}",
    R"(<{"t":"have","id":"$R0",)" HEAD R"(,"rows":[],"missing":["$M0"]})",
    R"(<{"t":"chats","id":"$R0","epoch":"$E0","more":true,"items":[{"act":1,)" HEAD
    R"(,"f":[0,"0000000000000000"],"to":[4,"00000000000000aa"],"info":{"k":"chat","kind":"direct","members":2,"rev":3},"rows":[],"lo":4,"seq":3,"rx":1,"mem":[],"unread":1}]})",
    R"(<{"t":"err","id":"$R0","code":"code_of_tomorrow","class":"rebase","message":"m"})",
    R"(<{"t":"err","id":"$R0","code":"conflict","class":"rebase","message":"m",)" HEAD R"(,"rows":[)" SAID
    "]}",
    R"(<{"t":"err","id":"$R0","code":"rate","class":"wait","message":"m","retry_ms":700})",
    R"(<{"t":"err","id":"$R0","code":"forbidden","class":"refused","message":"m"})",
    R"(<{"t":"err","id":"$R0","code":"new_code","class":"bug","message":"m"})",
    R"(<{"t":"err","code":"auth_expired","class":"auth","message":"m"})",
    R"(<{"t":"bye","code":"drain","retry_ms":1500})",
    R"(<{"t":"auth_soon"})",
    R"(<{"t":"pong","id":"$R0","now":9007199254740991,"dirty":[["$C0",9,"00000000000000aa",1,5,1]],"upos":[3,"00000000000000aa"]})",
    R"(<{"t":"typing","chat":"$C0","user":"$U1","on":true})",
    R"(<{"t":"pres","presence":["$U1","online",0]})",
    R"(<{"t":"new_push","x":1})",
    "<[",
};
#undef HEAD
#undef SAID

} // namespace

void engine(QByteArrayView input)
{
    const auto steps = stepsOf(input);
    Rig rig;
    for (const Step &step : steps) rig.step(step);
    rig.finish();
}

QByteArray mutateEngine(const QByteArray &input, Random &random)
{
    return mutatedScript(input, samples, random);
}

} // namespace kith::fuzz
