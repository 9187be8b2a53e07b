// The part of ChatWrites that changes what a group is set to.
#include "core/base/random.h"
#include "core/wire/group_values.h"
#include "server/storage/chat_writes.h"
#include "server/storage/text_rules.h"

namespace kith::server {

using namespace Qt::StringLiterals;
using wire::Code;
using wire::ServerFrame;

namespace {

/// What of the group was set, for its log.
QString words(const wire::ChatSet &f)
{
    QStringList what;
    if (!f.title.isEmpty()) what << u"title: "_s + f.title.trimmed();
    if (f.settings.about) what << u"about"_s;
    if (f.settings.channel) what << (*f.settings.channel ? u"channel: on"_s : u"channel: off"_s);
    if (f.settings.fromJoining)
        what << (*f.settings.fromJoining ? u"history: from joining"_s : u"history: all"_s);
    if (f.settings.slowSeconds) what << u"slow mode: %1 s"_s.arg(*f.settings.slowSeconds);
    if (f.pin) what << u"pin"_s;
    if (f.unpin) what << u"unpin"_s;
    if (f.avatar) what << (f.avatar->data.isEmpty() ? u"picture: none"_s : u"picture"_s);
    return what.join(u", "_s);
}

std::optional<wire::Err> faultOf(const wire::ChatSet &f)
{
    if (f.settings.about) {
        if (f.settings.about->trimmed().size() > limits::aboutChars)
            return refusal(Code::TooLong, u"about"_s);
        if (!isPlainText(*f.settings.about)) return refusal(Code::BadRequest, u"about"_s);
    }
    if (f.settings.slowSeconds &&
        (*f.settings.slowSeconds < 0 || *f.settings.slowSeconds > limits::slowMaxSeconds))
        return refusal(Code::BadRequest, u"slow"_s);
    const bool picture = f.avatar && !f.avatar->data.isEmpty();
    if (picture &&
        (f.avatar->data.size() > limits::avatarBytes || wire::pictureType(f.avatar->data) != f.avatar->mime))
        return refusal(Code::BadRequest, u"avatar: a picture is a PNG, JPEG or WebP, and says so"_s);
    return std::nullopt;
}

} // namespace

/// The settings after the request, its picture apart; nothing is written yet.
std::variant<GroupSettings, wire::Err> ChatWrites::changed(HotChat &chat, const HotMember &me,
                                                           const wire::ChatSet &f)
{
    if (auto fault = faultOf(f)) return *std::move(fault);
    GroupSettings s = m_desk.hot.settings(chat);
    if (f.settings.about) s.about = f.settings.about->trimmed();
    if (f.settings.channel) s.channel = f.settings.channel;
    if (f.settings.fromJoining) s.fromJoining = f.settings.fromJoining;
    if (f.settings.slowSeconds) s.slowSeconds = f.settings.slowSeconds;
    std::erase(s.pins, f.unpin);
    if (!f.pin) return s;
    {
        Rows rows = m_alive.rows(f.chat, f.pin, me.min);
        if (!rows.next()) return refusal(Code::NoSuchMessage, u"no such message"_s);
    }
    std::erase(s.pins, f.pin);
    if (int(s.pins.size()) >= limits::pinsPerChat) s.pins.erase(s.pins.begin());
    s.pins.push_back(f.pin);
    return s;
}

AvatarId ChatWrites::store(const wire::Avatar &picture, const ChatId &chat, qint64 nowMs)
{
    m_dropAvatars.run(chat);
    if (picture.data.isEmpty()) return {};
    const auto id = AvatarId::mint(nowMs, m_desk.random);
    m_addAvatar.run(id, chat, QString::fromLatin1(picture.mime), picture.data);
    return id;
}

ServerFrame ChatWrites::set(Work &work, const wire::ChatSet &f)
{
    HotChat *chat = m_desk.hot.chat(f.chat);
    if (chat && f.op && chat->op == f.op && m_desk.hot.member(*chat, work.caller.user))
        return m_desk.okWith(f.chat, {chat->info});
    const HotMember *me = chat ? m_desk.hot.present(*chat, work.caller.user) : nullptr;
    if (!me) return refusal(Code::NotMember, u"not a member of this chat"_s);
    if (!f.op) return refusal(Code::BadRequest, u"op"_s);
    if (chat->info.kind != ChatKind::Group || me->role == Role::Member)
        return refusal(Code::Forbidden, u"not allowed in this chat"_s);
    if (chat->info.ver != f.base) return m_desk.conflictWith(f.chat, chat->info);
    std::variant<QString, wire::Err> title = chat->info.title;
    if (!f.title.isEmpty()) title = cleanTitle(f.title);
    if (const auto *err = std::get_if<wire::Err>(&title)) return *err;
    auto settings = changed(*chat, *me, f);
    if (const auto *err = std::get_if<wire::Err>(&settings)) return *err;

    auto &set = std::get<GroupSettings>(settings);
    if (f.avatar) set.avatar = store(*f.avatar, f.chat, work.nowMs);
    const ChatPosition from = chat->at;
    const ChatPosition at = m_desk.next(*chat);
    chat->info.title = std::get<QString>(title);
    chat->info.extra = wire::withSettings(chat->info.extra, set);
    chat->settings.reset();
    ++chat->info.ver;
    chat->info.rev = at.at;
    chat->infoTag = at.tag;
    chat->op = f.op;
    std::vector<Row> rows{chat->info};
    if (!f.title.isEmpty())
        rows.emplace_back(m_desk.addNote(work, *chat, {u"title"_s, {}, chat->info.title}));
    if (f.pin) rows.emplace_back(m_desk.addNote(work, *chat, {u"pinned"_s, {}, {}}));
    m_desk.log(work, f.chat, u"set"_s, {}, words(f));
    m_desk.tell(work, *chat, from, rows);
    return m_desk.okWith(f.chat, std::move(rows));
}

} // namespace kith::server
