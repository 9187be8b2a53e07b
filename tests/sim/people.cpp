// World: what people do.
#include "tests/sim/world.h"

namespace kith::sim {

using namespace Qt::StringLiterals;

void World::deed(const Planned &planned)
{
    Place &place = m_places[size_t(planned.device)];
    SeededRandom random(planned.seed);
    if (planned.deed >= Deed::NetAway)
        weather(place, planned.deed, random);
    else if (place.device->up() && !place.device->dying() && people(place, planned.deed, random))
        place.device->drive();
}

bool World::people(Place &place, Deed deed, Random &random)
{
    SimDevice &device = *place.device;
    if (deed == Deed::Direct || deed == Deed::Group) {
        const size_t other = size_t(random.below(m_users.size()));
        if (m_users[other] == device.user()) return false;
        if (deed == Deed::Direct)
            device.commands().createDirect(device.mintChat(), person(other));
        else
            device.commands().createGroup(device.mintChat(), u"Group %1"_s.arg(++m_texts), {person(other)});
        return true;
    }
    const auto chats = chatsOf(place);
    if (chats.empty()) return false;
    const ChatId chat = chats[size_t(random.below(chats.size()))];
    switch (deed) {
    case Deed::Say:
        say(place, chat);
        return true;
    case Deed::Schedule:
        schedule(place, chat, random);
        return true;
    case Deed::Add:
    case Deed::Remove:
    case Deed::Leave:
    case Deed::Role:
    case Deed::Title:
    case Deed::Timer:
        return groups(place, chat, deed, random);
    default:
        change(place, chat, deed, random);
        return true;
    }
}

void World::say(Place &place, const ChatId &chat)
{
    SimDevice &device = *place.device;
    const Mid mid = device.mintMid();
    const QByteArray body = "m" + QByteArray::number(++m_texts);
    place.check->touchDraft();
    m_story.of(mid, device.who() + u" enters “%1”"_s.arg(QString::fromUtf8(body)));
    device.commands().sendText(chat, mid, QString::fromUtf8(body), {});
    // Entered means committed: a crash or a full disk before that leaves the text in the composer.
    if (device.dying()) {
        m_story.of(mid, u"… and the program dies before it is kept"_s);
        return;
    }
    const auto held = device.mirror().read([&] { return device.mirror().messages.find(mid); });
    if (held && *held) m_entered.push_back({device.number(), chat, mid, body, {body}});
}

void World::schedule(Place &place, const ChatId &chat, Random &random)
{
    SimDevice &device = *place.device;
    const Mid mid = device.mintMid();
    OutgoingText text;
    text.text = u"s%1"_s.arg(++m_texts);
    const qint64 when = mid.mintedAtMs() + qint64(random.below(20'000));
    m_story.of(mid, device.who() + u" schedules “%1”"_s.arg(text.text));
    device.commands().schedule(chat, mid, text, std::max<qint64>(when, 1));
    if (device.dying()) return;
    const auto held =
        device.mirror().read([&] { return device.mirror().state.find(u"sched"_s, mid.text()); });
    if (held && *held) m_scheduled.push_back({device.number(), mid, text.text.toUtf8()});
}

bool World::groups(Place &place, const ChatId &chat, Deed deed, Random &random)
{
    Commands &commands = place.device->commands();
    const size_t other = size_t(random.below(m_users.size()));
    switch (deed) {
    case Deed::Add:
        commands.addMember(chat, person(other));
        return true;
    case Deed::Remove:
        commands.removeMember(chat, m_users[other]);
        return true;
    case Deed::Role:
        commands.setRole(chat, m_users[other], random.below(2) ? Role::Admin : Role::Member);
        return true;
    case Deed::Timer:
        commands.setTimer(chat, random.below(3) ? 5 + int(random.below(20)) : 0);
        return true;
    case Deed::Leave:
        commands.leaveChat(chat);
        return true;
    default:
        commands.setTitle(chat, u"title %1"_s.arg(++m_texts));
        return true;
    }
}

void World::change(Place &place, const ChatId &chat, Deed deed, Random &random)
{
    SimDevice &device = *place.device;
    const MirrorCheck::Chat *held = nullptr;
    for (const auto &[pk, one] : place.check->chats())
        if (one.id == Key::of(chat.blob())) held = &one;
    const Seq head{held ? held->seq : 0};
    // Something to do it to: what waits here, or anything in the timeline.
    std::optional<StoredMessage> target;
    const auto found = device.mirror().read([&]() -> std::optional<StoredMessage> {
        const auto unsent = device.mirror().messages.unsent(chat, 10);
        if (!unsent.empty() && random.below(2)) return unsent[size_t(random.below(unsent.size()))];
        if (head.value == 0) return std::nullopt;
        return device.mirror().messages.atSeq(chat, Seq{1 + qint64(random.below(quint64(head.value)))});
    });
    if (device.dying()) return;
    if (found) target = *found;
    const bool mine = target && target->row.sender == device.user() && target->row.kind == u"text"_s;
    Entered *entered = nullptr;
    for (Entered &one : m_entered)
        if (target && one.mid == target->row.mid) entered = &one;
    Commands &commands = device.commands();
    switch (deed) {
    case Deed::Edit: {
        if (!mine || target->row.dead) break;
        const QByteArray text = "e" + QByteArray::number(++m_texts);
        if (entered) entered->bodies.insert(text);
        m_story.of(target->row.mid, device.who() + u" edits it to “%1”"_s.arg(QString::fromUtf8(text)));
        commands.editText(chat, target->row.mid, QString::fromUtf8(text));
        break;
    }
    case Deed::Delete:
    case Deed::Discard:
        if (!mine) break;
        if (deed == Deed::Discard && target->state != MessageState::Refused) break;
        if (entered) (deed == Deed::Delete ? entered->deleted : entered->discarded) = true;
        place.check->mayVanish(Key::of(target->row.mid.blob()));
        m_story.of(target->row.mid, device.who() + u" deletes it"_s);
        if (deed == Deed::Delete)
            commands.deleteForAll(chat, target->row.mid);
        else
            commands.discard(chat, target->row.mid);
        break;
    case Deed::React:
        if (target && !target->row.dead)
            commands.react(chat, target->row.mid, random.below(2) ? u"👍"_s : u"❤️"_s,
                           random.below(3) != 0);
        break;
    case Deed::Hide:
        if (!target) break;
        if (target->row.seq == Seq{}) { // maybe it never left: then it is taken back
            if (entered) entered->discarded = true;
            place.check->mayVanish(Key::of(target->row.mid.blob()));
        }
        m_story.of(target->row.mid, device.who() + u" deletes it for themselves"_s);
        commands.deleteForMe(chat, target->row.mid, random.below(4) != 0);
        break;
    case Deed::Draft:
        place.check->touchDraft();
        commands.setDraft(chat, random.below(4) ? u"draft %1"_s.arg(++m_texts) : QString(), {});
        break;
    case Deed::Setting:
        if (random.below(3) == 0)
            commands.setPinned(chat, random.below(2) != 0);
        else if (random.below(2))
            commands.setMarkedUnread(chat, random.below(2) != 0);
        else
            commands.setMuted(chat, random.below(2) != 0, 0);
        break;
    case Deed::Retry:
        if (mine && target->state == MessageState::Refused) commands.retry(chat, target->row.mid);
        break;
    case Deed::LoadHole:
        if (head.value > 0) commands.loadHole(chat, Seq{1}, head);
        break;
    default:
        commands.markSeen(chat, head);
        break;
    }
}

} // namespace kith::sim
