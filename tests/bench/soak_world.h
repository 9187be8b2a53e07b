#pragma once
#include "tests/bench/bench_kit.h"

#include <QSet>
#include <memory>

namespace kith::bench {

/// People with some devices each, groups, and connections that come, talk and go in every way there is.
class SoakWorld {
public:
    struct Figures {
        qint64 connects = 0, farewells = 0, resets = 0, silences = 0; // how connections began and ended
        qint64 acknowledged = 0, heard = 0, asked = 0, signIns = 0;
        qint64 refused = 0; // answers that are errors
        qint64 lost = 0;    // connections that the server ended though they were well
    };
    SoakWorld(quint16 port, int connections);
    ~SoakWorld();
    bool prepare(); // accounts and groups; false: the server refused something
    void turn();    // a tenth of a second of life
    /// Everybody goes at once; those that are silent only when `silent`.
    void leave(bool silent);
    int live() const;
    const Figures &figures() const { return m_figures; }
    const QSet<Mid> &acknowledged() const { return m_acknowledged; }

private:
    struct Person {
        UserId id;
        QByteArray access, refresh;
        qint64 renewedMs = 0;
        std::vector<ChatId> chats;
    };
    struct Slot {
        std::unique_ptr<Client> client;
        size_t person = 0;
        qint64 pingedMs = 0;
    };
    void connect(Slot &slot);
    void put(Slot &slot);
    void end(Slot &slot);
    void talk(Slot &slot);
    void say(Client &client, const ChatId &chat);
    void renew(Person &person);
    void visit(Person &person);
    void post(const QByteArray &path, const QByteArray &body, const QByteArray &access,
              std::function<void(int status, const QByteArray &body)> done);
    size_t any(size_t count) { return size_t(m_random.below(quint64(count))); }
    qint64 nowMs() const { return m_clock.elapsed(); }
    void count(const wire::ServerFrame &frame);

    const quint16 m_port;
    SystemRandom m_random;
    QElapsedTimer m_clock;
    std::vector<Person> m_people;
    std::vector<std::unique_ptr<Slot>> m_slots;
    std::vector<std::unique_ptr<Client>> m_ended; // some are still open, and silent
    QSet<Mid> m_acknowledged;
    Figures m_figures;
    qint64 m_turns = 0;
    QObject m_posts; // parent of the sockets of HTTP requests
};

} // namespace kith::bench
