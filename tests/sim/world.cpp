#include "tests/sim/world.h"

#include "core/wire/state_value.h"

namespace kith::sim {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 calmMs = 15 * 60'000; // two rounds of digests: everything must be told by then
}

World::World(quint64 seed)
    : m_random(seed)
    , m_faults(Faults::drawn(m_random))
{
    m_server = std::make_unique<SimServer>(m_scheduler, m_random, m_dir.path());
    m_server->faults = m_faults;
    const int users = 2 + int(m_random.below(3));
    for (int u = 0; u < users; ++u) m_users.push_back(m_server->addUser(u"user%1"_s.arg(u)));
    for (int u = 0; u < users; ++u) {
        const int devices = m_random.below(3) == 0 ? 2 : 1;
        for (int d = 0; d < devices; ++d) {
            const QString file = m_dir.filePath(u"mirror%1.db"_s.arg(m_devices.size()));
            auto device =
                std::make_unique<SimDevice>(m_scheduler, m_random, *m_server, file, m_users[size_t(u)],
                                            m_server->addDevice(m_users[size_t(u)]));
            device->clock().skewMs = m_random.below(4) ? 0 : qint64(m_random.below(600'000)) - 300'000;
            m_devices.push_back(std::move(device));
        }
    }
    for (auto &device : m_devices) {
        device->start();
        device->faults = m_faults;
        device->transport().faults = m_faults;
    }
    // The chats everybody starts with: one group of all, made by the first device.
    std::vector<UserInfo> others;
    for (size_t u = 1; u < m_users.size(); ++u)
        others.push_back({m_users[u], u"user%1"_s.arg(u), u"User %1"_s.arg(u)});
    m_devices.front()->commands().createGroup(m_devices.front()->mintChat(), u"All"_s, others);
    m_devices.front()->drive();
}

std::vector<ChatId> World::chatsOf(SimDevice &device)
{
    std::vector<ChatId> chats;
    const auto all = device.mirror().read([&] { return device.mirror().chats.all(); });
    if (!all) return chats;
    for (const StoredChat &chat : *all)
        if (!chat.left) chats.push_back(chat.chat);
    std::sort(chats.begin(), chats.end());
    return chats;
}

// ---- what people do
// ------------------------------------------------------------------------------------------------

void World::act()
{
    if (m_calm) return;
    m_scheduler.after(1 + qint64(m_random.below(800)), [this] { act(); });
    const size_t index = size_t(m_random.below(m_devices.size()));
    SimDevice &device = *m_devices[index];
    if (!device.up()) return;
    const auto dice = m_random.below(100);
    if (dice < 50)
        writeSomething(device, int(index));
    else
        changeSomething(device);
    if (device.up()) device.drive();
}

void World::writeSomething(SimDevice &device, int index)
{
    const auto chats = chatsOf(device);
    if (chats.empty() || m_random.below(20) == 0) {
        const size_t other = size_t(m_random.below(m_users.size()));
        if (m_users[other] == device.user()) return;
        device.commands().createDirect(device.mintChat(),
                                       {m_users[other], u"user%1"_s.arg(other), u"User %1"_s.arg(other)});
        return;
    }
    const ChatId chat = chats[size_t(m_random.below(chats.size()))];
    const Mid mid = device.mintMid();
    const QString body = u"message %1 of device %2"_s.arg(m_entered.size()).arg(index);
    device.commands().sendText(chat, mid, body, {});
    // Entered means committed: a crash or a full disk before that leaves the text in the composer.
    if (!device.up()) return;
    const auto held = device.mirror().read([&] { return device.mirror().messages.find(mid); });
    if (held && *held) m_entered.push_back({index, chat, mid, body, false});
}

void World::changeSomething(SimDevice &device)
{
    const auto chats = chatsOf(device);
    if (chats.empty()) return;
    const ChatId chat = chats[size_t(m_random.below(chats.size()))];
    const auto stored = device.mirror().read([&] { return device.mirror().chats.find(chat); });
    if (!stored || !*stored) return;
    const Seq head = (**stored).seq;
    const auto unsent = device.mirror().read([&] { return device.mirror().messages.unsent(chat, 10); });
    std::optional<StoredMessage> target;
    if (unsent && !unsent->empty() && m_random.below(2)) {
        target = unsent->at(size_t(m_random.below(unsent->size())));
    } else if (head.value > 0) {
        const auto found = device.mirror().read([&] {
            return device.mirror().messages.atSeq(chat, Seq{1 + qint64(m_random.below(quint64(head.value)))});
        });
        if (found) target = *found;
    }
    const bool mine = target && target->row.sender == device.user() && target->row.kind == u"text"_s;
    switch (m_random.below(8)) {
    case 0:
        if (mine && !target->row.dead)
            device.commands().editText(chat, target->row.mid, u"edited %1"_s.arg(m_steps));
        break;
    case 1:
        if (!mine || m_random.below(2)) break;
        for (Entered &one : m_entered)
            if (one.mid == target->row.mid) one.mayVanish = true;
        device.commands().deleteForAll(chat, target->row.mid);
        break;
    case 2:
        if (target && !target->row.dead)
            device.commands().react(chat, target->row.mid, m_random.below(2) ? u"👍"_s : u"❤️"_s,
                                    m_random.below(3) != 0);
        break;
    case 3:
        device.commands().setDraft(chat, u"draft %1"_s.arg(m_steps), {});
        break;
    case 4:
        device.commands().setMuted(chat, m_random.below(2) != 0, 0);
        break;
    default:
        device.commands().markSeen(chat, head);
        break;
    }
}

void World::weather()
{
    if (m_calm) return;
    m_scheduler.after(500 + qint64(m_random.below(8'000)), [this] { weather(); });
    SimDevice &device = *m_devices[size_t(m_random.below(m_devices.size()))];
    switch (m_random.below(8)) {
    case 0:
        device.transport().setReachable(false);
        break;
    case 1:
    case 2:
        device.transport().setReachable(true);
        break;
    case 3:
        device.transport().cut();
        break;
    case 4:
        if (m_random.below(3) == 0 && device.up()) device.crash();
        break;
    case 5:
        if (m_random.below(6) == 0 && m_server->up()) m_server->crash();
        break;
    case 6:
        device.clock().skewMs += qint64(m_random.below(7'200'000)) - 3'600'000;
        break;
    default:
        break;
    }
}

void World::calm()
{
    m_calm = true;
    m_server->faults = Faults::none();
    for (auto &device : m_devices) {
        device->faults = Faults::none();
        device->transport().faults = Faults::none();
        device->transport().setReachable(true);
    }
}

// ---- the history
// ---------------------------------------------------------------------------------------------------

QStringList World::run(qint64 stormMs, bool checkEveryStep)
{
    act();
    weather();
    qint64 checkedAt = 0;
    while (m_scheduler.nowMs() < stormMs && m_scheduler.step()) {
        ++m_steps;
        if (!checkEveryStep || m_scheduler.nowMs() - checkedAt < 1'000) continue;
        checkedAt = m_scheduler.nowMs();
        if (const auto faults = checkAll(false); !faults.isEmpty()) return faults;
    }
    calm();
    const qint64 until = m_scheduler.nowMs() + calmMs;
    while (m_scheduler.nowMs() < until && m_scheduler.step()) ++m_steps;
    return checkAll(true);
}

QStringList World::checkAll(bool settled)
{
    QStringList faults = checkServer(m_server->file());
    for (size_t i = 0; i < m_devices.size(); ++i) {
        const QString who = u"device %1 at %2 ms: "_s.arg(i).arg(m_scheduler.nowMs());
        QStringList found = checkMirror(m_devices[i]->file(), m_server->file());
        if (settled) found += checkSettled(m_devices[i]->file(), m_server->file());
        for (const QString &one : found) faults << who + one;
    }
    if (settled) faults += checkLedger(m_server->file(), m_entered);
    return faults;
}

int World::crashes() const
{
    int n = 0;
    for (const auto &device : m_devices) n += device->crashes;
    return n;
}

} // namespace kith::sim
