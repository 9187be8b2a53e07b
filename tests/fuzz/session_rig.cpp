#include "tests/fuzz/session_rig.h"

#include "core/wire/codec.h"
#include "core/wire/rows_codec.h"
#include "tests/fuzz/memory_folder.h"
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QJsonDocument>

namespace kith::fuzz {

using namespace Qt::StringLiterals;
using namespace server;

namespace {

template <class I> I fixed(int n, qint64 atMs) // the same id in every run
{
    SeededRandom random(quint64(n) + 1000);
    return I::mint(atMs, random);
}

template <class N> QByteArray positionText(const Position<N> &position)
{
    return QJsonDocument(wire::positionJson(position)).toJson(QJsonDocument::Compact);
}

/// A database with the users and devices, made once; each run gets a copy.
struct Template {
    Template()
        : folder(memoryFolder())
    {
        SeededRandom random(1);
        test::ManualClock clock;
        auto repository = SqliteRepository::open(file(), SqliteRepository::Mode::Writer, random);
        if (!repository) qFatal("fuzz: %s", qPrintable(repository.error().what));
        const char16_t *const logins[] = {u"ana", u"ben", u"cy"};
        std::vector<UserId> users;
        for (const auto *login : logins) {
            const QString name = QString::fromUtf16(login);
            const auto made = (*repository)->commit({NewUser{name, name, "no password", clock.wallMs()}});
            users.push_back(std::get<UserMade>(made.front()).user);
        }
        const int owners[] = {0, 0, 1, 2};
        for (int i = 0; i < SessionRig::actors; ++i) {
            const UserId user = users[size_t(owners[i])];
            const auto made = (*repository)
                                  ->commit({NewDevice{user, u"fuzz"_s, u"fuzz"_s,
                                                      refreshHash(newRefreshSecret(random)), clock.wallMs()}});
            callers[size_t(i)] = {user, std::get<DeviceMade>(made.front()).device};
        }
    }
    QString file() const { return folder.filePath(u"server.db"_s); }

    QTemporaryDir folder;
    std::array<Caller, SessionRig::actors> callers;
};

bool isAnswered(const wire::ClientFrame &frame)
{
    return !std::holds_alternative<wire::TypingOut>(frame) && !std::holds_alternative<wire::PresOut>(frame);
}

} // namespace

struct SessionRig::Line final : SessionSink {
    Line(SessionRig &owner, int who)
        : rig(owner)
        , actor(who)
    {
    }
    void send(const QByteArray &frame) override
    {
        hold(!closed, "nothing is sent on a closed connection", frame);
        rig.told(*this, frame);
    }
    void close() override { closed = true; }
    qint64 bytesWaiting() const override { return waiting; }
    void tellDrained(bool) override {}

    SessionRig &rig;
    const int actor;
    std::map<qint64, int> owed; // by request id: asked minus answered
    qint64 waiting = 0;
    bool closed = false, greeted = false;
    std::unique_ptr<Session> session;
};

SessionRig::SessionRig()
    : m_folder(memoryFolder())
    , m_random(2)
{
    static const Template made;
    m_callers = made.callers;
    for (const QString &name : QDir(made.folder.path()).entryList(QDir::Files))
        QFile::copy(made.folder.filePath(name), m_folder.filePath(name));
    auto opened = SqliteRepository::open(file(), SqliteRepository::Mode::Writer, m_random);
    if (!opened) qFatal("fuzz: %s", qPrintable(opened.error().what));
    m_repository = std::move(*opened);
    const auto identity = m_repository->identity();
    m_epoch = identity->epoch;
    m_tokens = std::make_unique<Tokens>(identity->tokenKey);
    m_publisher = std::make_unique<Publisher>(*this);
    for (int i = 0; i < actors; ++i) connect(i);
}

SessionRig::~SessionRig() = default;

QString SessionRig::file() const { return m_folder.filePath(u"server.db"_s); }

void SessionRig::connect(int actor)
{
    auto &line = m_lines[size_t(actor)];
    line.reset();
    line = std::make_unique<Line>(*this, actor);
    line->session = std::make_unique<Session>(++m_lastKey, *line, *this, *m_tokens, m_clock, m_config);
}

SessionRig::Line *SessionRig::lineOf(SessionKey key)
{
    for (auto &line : m_lines)
        if (line->session->key() == key) return line.get();
    return nullptr;
}

void SessionRig::receive(int actor, const QByteArray &frame, bool binary)
{
    Line &line = *m_lines[size_t(actor)];
    if (line.closed) return;
    if (binary) return line.session->receivedBinary();
    const auto decoded = wire::decodeRequest(frame);
    if (const auto *bad = std::get_if<wire::BadFrame>(&decoded))
        ++line.owed[bad->id];
    else if (const auto &request = std::get<wire::Request>(decoded); isAnswered(request.frame))
        ++line.owed[request.id];
    line.session->received(frame);
}

void SessionRig::told(Line &line, const QByteArray &frame)
{
    hold(frame.size() <= limits::serverFrameBytes, "a frame keeps its bound", frame.left(200));
    const auto decoded = wire::decodeReply(frame);
    const auto *reply = std::get_if<wire::Reply>(&decoded);
    hold(reply && !std::holds_alternative<wire::UnknownPush>(reply->frame), "the client can read it", frame);
    const UserId user = m_callers[size_t(line.actor)].user;
    const bool isErr = std::holds_alternative<wire::Err>(reply->frame);
    if (reply->id > 0) hold(--line.owed[reply->id] >= 0, "one answer for each request", frame);
    if (const auto *hello = std::get_if<wire::HelloOk>(&reply->frame)) {
        line.greeted = true;
        m_userPositions[hello->user] = hello->upos;
    } else {
        const bool bye = std::holds_alternative<wire::Bye>(reply->frame);
        hold(line.greeted || isErr || bye, "hello_ok comes before everything else", frame);
    }
    if (const auto *ev = std::get_if<wire::Ev>(&reply->frame)) {
        hold(ev->to.at > ev->f.at, "an event goes forward", frame);
        m_positions[ev->chat] = ev->to;
    }
    if (const auto *delta = std::get_if<wire::Delta>(&reply->frame)) m_positions[delta->chat] = delta->to;
    if (const auto *reset = std::get_if<wire::Reset>(&reply->frame)) m_positions[reset->chat] = reset->to;
    if (const auto *uev = std::get_if<wire::Uev>(&reply->frame)) m_userPositions[user] = uev->to;
}

void SessionRig::settle()
{
    for (int turns = 0; !m_writes.empty() || !m_jobs.empty(); ++turns) {
        hold(turns < 10'000, "the server comes to rest");
        commitWaiting();
        if (m_jobs.empty()) continue;
        const auto job = std::move(m_jobs.front());
        m_jobs.pop_front();
        job();
    }
}

void SessionRig::commitWaiting()
{
    if (m_writes.empty()) return;
    const auto writers = std::exchange(m_writers, {});
    auto results = m_repository->commit(std::exchange(m_writes, {}));
    hold(results.size() == writers.size(), "one result for each write");
    for (size_t i = 0; i < writers.size(); ++i) {
        auto *outcome = std::get_if<Outcome>(&results[i]);
        hold(outcome != nullptr, "the storage takes every write that the decoder lets through",
             std::holds_alternative<Error>(results[i]) ? std::get<Error>(results[i]).what.toUtf8() : "");
        m_publisher->publish(std::move(outcome->events), outcome->ended);
        if (Line *line = lineOf(writers[i].first))
            line->session->answered(writers[i].second, std::move(outcome->answer));
    }
    const auto published = m_publisher->takePublished();
    if (!published.empty()) m_repository->commit({Published{published}});
}

void SessionRig::pass(qint64 ms)
{
    settle();
    m_clock.advance(ms);
    for (auto &line : m_lines) line->session->tick(m_clock.steadyMs());
    settle();
}

void SessionRig::setUnread(int actor, qint64 bytes)
{
    Line &line = *m_lines[size_t(actor)];
    line.waiting = bytes;
    if (bytes < m_config.drainedBytes && !line.closed) line.session->drained();
}

void SessionRig::finish()
{
    settle();
    for (int i = 0; i < actors; ++i) setUnread(i, 0);
    settle();
    for (auto &line : m_lines) {
        if (line->closed) continue;
        hold(line->session->unanswered() == 0, "nothing is unanswered at rest");
        for (const auto &[id, owed] : line->owed)
            hold(id == 0 || owed == 0, "each request gets its answer", QByteArray::number(id));
    }
    for (auto &line : m_lines) line.reset();
    m_repository.reset();
}

QByteArray SessionRig::value(char letter, int n) const
{
    const qint64 now = m_clock.wallMs();
    const qint64 start = test::ManualClock().wallMs();
    const auto &caller = m_callers[size_t(n % actors)];
    const ChatId chat = fixed<ChatId>(n, start);
    switch (letter) {
    case 'T':
        return m_tokens->issue({caller.user, caller.device, now + 900'000});
    case 'X':
        return m_tokens->issue({caller.user, caller.device, now - 1});
    case 'U':
        return caller.user.text();
    case 'D':
        return caller.device.text();
    case 'C':
        return chat.text();
    case 'M':
        return fixed<Mid>(100 + n, start).text();
    case 'O':
        return fixed<OpId>(200 + n, start).text();
    case 'E':
        return m_epoch.text();
    case 'P': {
        const auto found = m_positions.find(chat);
        return positionText(found == m_positions.end() ? ChatPosition{} : found->second);
    }
    case 'Q': {
        const auto found = m_userPositions.find(caller.user);
        return positionText(found == m_userPositions.end() ? UserPosition{} : found->second);
    }
    default:
        return {};
    }
}

// ---- what sessions ask for: done when the script settles
// -----------------------------------------------------------

bool SessionRig::write(SessionKey session, qint64 request, Call call)
{
    m_writes.emplace_back(std::move(call));
    m_writers.emplace_back(session, request);
    return true;
}

bool SessionRig::read(SessionKey session, qint64 request, const Caller &caller, wire::ClientFrame frame)
{
    later([this, session, request, caller, frame = std::move(frame)] {
        auto answer = m_repository->read(caller, frame, m_clock.wallMs());
        if (Line *line = lineOf(session)) line->session->answered(request, std::move(answer));
    });
    return true;
}

bool SessionRig::greet(SessionKey session, qint64 request, const Caller &caller, wire::Hello hello)
{
    later([this, session, request, caller, hello = std::move(hello)] {
        Greeting greeting{true, m_repository->read(caller, hello, m_clock.wallMs())};
        if (Line *line = lineOf(session)) line->session->greeted(request, std::move(greeting));
    });
    return true;
}

bool SessionRig::presence(SessionKey session, qint64 request, const Caller &caller, std::vector<UserId> users)
{
    later([this, session, request, caller, users = std::move(users)] {
        auto found = m_repository->presence(caller, users);
        hold(bool(found), "presence can be read");
        if (Line *line = lineOf(session)) line->session->presenceRead(request, *std::move(found));
    });
    return true;
}

bool SessionRig::typing(const Caller &caller, const ChatId &chat, bool on)
{
    later([this, caller, chat, on] {
        auto audience = m_repository->typingAudience(caller, chat);
        hold(bool(audience), "a typing note's audience can be read");
        BusMessage message;
        message.kind = BusMessage::Kind::Typing;
        message.chat = chat;
        message.author = caller.user;
        message.audience = std::make_shared<const std::vector<UserId>>(*std::move(audience));
        message.bytes = std::make_shared<const QByteArray>(
            wire::encode(wire::Reply{0, wire::TypingIn{chat, caller.user, on}}));
        publish({std::move(message)});
    });
    return true;
}

void SessionRig::watch(Session &session, const std::vector<UserId> &users)
{
    m_registry.watch(session, users);
}

void SessionRig::publish(std::vector<BusMessage> messages)
{
    later([this, messages = std::move(messages)] { m_registry.deliver(messages); });
}

} // namespace kith::fuzz
