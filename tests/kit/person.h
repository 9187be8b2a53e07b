#pragma once
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/store/reader.h"
#include "sync/account_api.h"
#include "sync/engine_host.h"
#include "sync/mid_mint.h"
#include "tests/kit/memory_secrets.h"

#include <QTemporaryDir>
#include <QTest>

namespace kith::test {

/// One installation of one user: a real mirror, a real engine, real sockets, all on the test's thread.
class Person {
public:
    Person(quint16 serverPort, QString userLogin)
        : login(std::move(userLogin))
        , server(QStringLiteral("http://127.0.0.1:%1").arg(serverPort))
        , m_api(server)
        , mint(m_clock, m_random)
    {
    }

    /// Registers, or logs in when `again`; false when the server said no.
    bool signIn(bool again = false)
    {
        std::optional<ApiResult<wire::SignedIn>> answer;
        const auto done = [&](ApiResult<wire::SignedIn> result) { answer = std::move(result); };
        const QString password = QStringLiteral("pass-word-1");
        const wire::DeviceInfo device{QStringLiteral("test"), QStringLiteral("kith-test 1")};
        if (again)
            m_api.login({login, password, device}, done);
        else
            m_api.registerAccount({login, password, login.toUpper(), device}, done);
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000)) return false;
        const auto *in = std::get_if<wire::SignedIn>(&*answer);
        if (!in) return false;
        user = in->user;
        device_ = in->device;
        secrets.kept.insert(QStringLiteral("key"), in->refresh);
        return true;
    }
    /// Starts the engine; twice = restarts it.
    bool open(bool online = true)
    {
        close();
        EngineSetup setup;
        setup.mirrorFile = file();
        setup.server = server;
        setup.user = user;
        setup.device = device_;
        setup.secretKey = QStringLiteral("key");
        setup.app = QStringLiteral("kith-test 1");
        setup.online = online;
        auto opened = EngineHost::open(setup, secrets, feed);
        if (!opened) return false;
        m_host = std::move(*opened);
        auto reading = Reader::open(file());
        if (!reading) return false;
        m_reader = std::move(*reading);
        return true;
    }
    void close()
    {
        m_reader.reset();
        m_host.reset();
    }

    Commands &wish() { return m_host->commands(); }
    Reader &see() { return *m_reader; }
    QString file() const { return m_dir.filePath(QStringLiteral("kith.db")); }
    UserInfo info() const { return {user, login, login.toUpper()}; }

    Mid say(const ChatId &chat, const QString &text, const Mid &reply = {})
    {
        const Mid mid = mint.mid();
        wish().sendText(chat, mid, text, reply);
        return mid;
    }
    std::optional<Message> message(const Mid &mid)
    {
        const auto found = see().message(mid);
        return found ? *found : std::nullopt;
    }
    Tick tick(const Mid &mid)
    {
        const auto m = message(mid);
        return m ? m->tick : Tick::None;
    }
    MirrorStatus status()
    {
        const auto s = see().status();
        return s ? *s : MirrorStatus{};
    }
    int inChat(const ChatId &chat, const QString &text)
    {
        const auto page = see().newest(chat, 200);
        int n = 0;
        if (page)
            for (const Message &m : page->messages) n += m.row.body == text ? 1 : 0;
        return n;
    }
    bool knows(const ChatId &chat) { return see().chat(chat).has_value(); }
    Seq head(const ChatId &chat)
    {
        const auto c = see().chat(chat);
        return c ? c->head : Seq{};
    }

    const QString login;
    const QUrl server;
    UserId user;
    MemorySecrets secrets;
    Feed feed;

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    SystemRandom m_random;
    AccountApi m_api;
    DeviceId device_;
    std::unique_ptr<EngineHost> m_host;
    std::unique_ptr<Reader> m_reader;

public:
    MidMint mint;
};

} // namespace kith::test
