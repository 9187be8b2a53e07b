#pragma once
#include "tests/sim/mirror_check.h"
#include "tests/sim/plan.h"
#include "tests/sim/sim_device.h"
#include "tests/sim/sim_server.h"
#include "tests/sim/story.h"

#include <QTemporaryDir>

namespace kith::sim {

/// One message as its author entered it.
struct Entered {
    int device = 0;
    ChatId chat; // as it was when entering: a new direct chat may join another
    Mid mid;
    QByteArray body;
    std::set<QByteArray> bodies; // and what it was edited to
    bool deleted = false, discarded = false;
};
struct Scheduled { // for the server to send
    int device = 0;
    Mid mid;
    QByteArray body;
};

/// One history: users on devices who write, edit, delete, react, read and draft while the network, the disks,
/// the clocks and the server fail; then calm, in which everything must come together.
class World {
public:
    explicit World(const History &history);
    ~World();

    /// Runs storm and calm. Empty = every invariant held.
    QStringList run();

    const Plan &plan() const { return m_plan; }
    const Dice &dice() const { return m_dice; }
    qint64 steps() const { return m_steps; }
    int crashes() const;
    int messages() const { return int(m_entered.size()); }

private:
    struct Place { // of one device: the installation, and who watches it
        std::unique_ptr<MirrorCheck> check;
        quint64 seenCommits = 0;
        std::map<Key, int> retried;        // by their author, once it is calm
        std::map<ChatId, qint64> lanes;    // what is under way: lane → request
        std::map<ChatId, int> syncs;       // of this connection, once it is calm
        std::unique_ptr<SimDevice> device; // last: its end is still told to the others
    };

    void makeDevices();
    SimDevice::Setup setupOf(size_t number, const DeviceId &id) const;
    void watchWire(Place &place);
    void sent(Place &place, const QByteArray &bytes);
    void arrived(Place &place, QByteArray &bytes);
    void published(const server::BusMessage &message);

    void deed(const Planned &planned);
    bool people(Place &place, Deed deed, Random &random);
    bool groups(Place &place, const ChatId &chat, Deed deed, Random &random);
    void weather(Place &place, Deed deed, Random &random);
    void change(Place &place, const ChatId &chat, Deed deed, Random &random);
    void say(Place &place, const ChatId &chat);
    void schedule(Place &place, const ChatId &chat, Random &random);
    void restore(Random &random);
    std::vector<ChatId> chatsOf(const Place &place) const;
    UserInfo person(size_t user) const;

    void check();      // what was committed since the last step
    void checkWhole(); // everything, now and then
    void calm();
    bool settled();
    void attend(); // what people do when something asks for them: sign in, try again
    void checkEnd();
    void checkLedger();
    void checkScheduled();
    void checkUnread();
    void fault(const QStringList &faults);

    const History m_history;
    const Plan m_plan;
    SeededRandom m_serverRandom, m_diskRandom;
    QTemporaryDir m_dir;
    Scheduler m_scheduler;
    Story m_story;
    Dice m_dice;
    Disk m_disk;
    std::unique_ptr<SimServer> m_server;
    std::unique_ptr<ServerLog> m_log;
    std::vector<UserId> m_users;
    std::vector<Place> m_places;
    std::vector<Entered> m_entered;
    std::vector<Scheduled> m_scheduled;
    std::optional<SimServer::Backup> m_backup;
    std::set<QByteArray> m_poisoned; // mids as text
    QStringList m_faults;
    quint64 m_seenServer = 0;
    qint64 m_steps = 0;
    int m_texts = 0;
    bool m_calm = false, m_quiet = false;
    bool m_restored = false;
};

} // namespace kith::sim
