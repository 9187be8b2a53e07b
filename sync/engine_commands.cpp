// Engine as Commands: which part carries out which wish.
#include "core/base/log.h"
#include "sync/engine_private.h"

namespace kith {

using namespace Qt::StringLiterals;

Engine::Engine(Borders borders, Setup setup)
    : d(std::make_unique<Private>(borders, std::move(setup)))
{
}

Engine::~Engine() = default;

void Engine::setCarrier(Attachments::Carrier carrier)
{
    d->attachments.setCarrier(std::move(carrier));
    d->wake();
}

void Engine::transferred(const TransferReport &report) { d->attachments.report(report); }

void Engine::sendText(ChatId chat, Mid mid, QString text, Mid reply)
{
    d->wishes.sendText(chat, mid, text, reply);
}
void Engine::sendFiles(ChatId chat, Mid mid, std::vector<OutgoingFile> files, QString caption, Mid reply)
{
    d->wishes.sendFiles(chat, mid, files, caption, reply);
}
void Engine::fetchFile(ChatId chat, Mid mid, AttId att) { d->wishes.fetchFile(chat, mid, att); }
void Engine::cancelFetch(AttId att) { d->wishes.cancelFetch(att); }
void Engine::dropFiles(ChatId chat) { d->wishes.dropFiles(chat); }
void Engine::setCache(qint64 bytes) { d->wishes.setCache(bytes); }
void Engine::editText(ChatId chat, Mid mid, QString text) { d->wishes.editText(chat, mid, text); }
void Engine::send(ChatId chat, Mid mid, OutgoingText text) { d->wishes.send(chat, mid, text); }
void Engine::forward(ChatId to, Mid mid, Mid source, bool silent)
{
    d->wishes.forward(to, mid, source, silent);
}
void Engine::schedule(ChatId chat, Mid mid, OutgoingText text, qint64 whenMs)
{
    d->wishes.schedule(chat, mid, text, whenMs);
}
void Engine::cancelScheduled(Mid mid) { d->wishes.cancelScheduled(mid); }
void Engine::sendPoll(ChatId chat, Mid mid, OutgoingText question, Poll poll)
{
    d->wishes.sendPoll(chat, mid, question, poll);
}
void Engine::vote(ChatId chat, Mid mid, std::vector<int> options) { d->wishes.vote(chat, mid, options); }
void Engine::closePoll(ChatId chat, Mid mid) { d->wishes.closePoll(chat, mid); }
void Engine::edit(ChatId chat, Mid mid, OutgoingText text) { d->wishes.edit(chat, mid, text); }
void Engine::deleteForMe(ChatId chat, Mid mid, bool on) { d->wishes.deleteForMe(chat, mid, on); }
void Engine::setTimer(ChatId chat, int seconds) { d->wishes.setTimer(chat, seconds); }
void Engine::deleteForAll(ChatId chat, Mid mid) { d->wishes.deleteForAll(chat, mid); }
void Engine::react(ChatId chat, Mid mid, QString emoji, bool on) { d->wishes.react(chat, mid, emoji, on); }
void Engine::retry(ChatId chat, Mid mid) { d->wishes.retry(chat, mid); }
void Engine::discard(ChatId chat, Mid mid) { d->wishes.discard(chat, mid); }

void Engine::markSeen(ChatId chat, Seq upTo)
{
    d->wishes.markSeen(chat, upTo);
    d->receipts.changed();
    d->wake();
}

void Engine::setMarkedUnread(ChatId chat, bool on) { d->wishes.setMarkedUnread(chat, on); }

void Engine::loadHole(ChatId chat, Seq lo, Seq hi)
{
    d->backfill.wish(chat, lo, hi);
    d->wake();
}

void Engine::createDirect(ChatId chat, UserInfo other)
{
    d->wishes.createChat(chat, ChatKind::Direct, {}, {other});
}

void Engine::createGroup(ChatId chat, QString title, std::vector<UserInfo> members)
{
    d->wishes.createChat(chat, ChatKind::Group, title, members);
}

void Engine::setTitle(ChatId chat, QString title) { d->wishes.setTitle(chat, title); }

void Engine::addMember(ChatId chat, UserInfo user)
{
    d->wishes.member(chat, wire::MemAct::Add, user, Role::Member);
}

void Engine::removeMember(ChatId chat, UserId user)
{
    d->wishes.member(chat, wire::MemAct::Remove, UserInfo{user, {}, {}}, Role::Member);
}

void Engine::setRole(ChatId chat, UserId user, Role role)
{
    d->wishes.member(chat, wire::MemAct::SetRole, UserInfo{user, {}, {}}, role);
}

void Engine::leaveChat(ChatId chat) { d->wishes.member(chat, wire::MemAct::Leave, {}, Role::Member); }

void Engine::changeGroup(ChatId chat, GroupChange change) { d->wishes.changeGroup(chat, change); }

void Engine::changeMember(ChatId chat, UserId user, MemberChange change)
{
    const auto act = change == MemberChange::Ban     ? wire::MemAct::Ban
                     : change == MemberChange::Unban ? wire::MemAct::Unban
                                                     : wire::MemAct::Own;
    d->wishes.member(chat, act, UserInfo{user, {}, {}}, Role::Member);
}

void Engine::askGroup(quint64 query, GroupWish wish)
{
    d->groups.ask(query, wish);
    d->wake();
}

void Engine::setDraft(ChatId chat, QString text, Mid reply)
{
    d->drafts.set(chat, text, reply);
    d->wake();
}

void Engine::setMuted(ChatId chat, bool muted, qint64 untilMs) { d->wishes.setMuted(chat, muted, untilMs); }
void Engine::setPinned(ChatId chat, bool pinned) { d->wishes.setPinned(chat, pinned); }
void Engine::setPrivate(QString kind, QByteArray key, QByteArray value)
{
    d->wishes.setPrivate(kind, key, value);
}

void Engine::setTyping(ChatId chat, bool on) { d->live.setTyping(chat, on); }

void Engine::watch(std::vector<ChatId> chats, std::vector<UserId> users)
{
    d->live.watch(std::move(chats), std::move(users));
    d->wake();
}

void Engine::setActive(bool active) { d->live.setActive(active); }

void Engine::findUsers(quint64 query, QString loginPrefix)
{
    d->live.findUsers(query, loginPrefix);
    d->wake();
}

void Engine::verify(VerifyWish wish)
{
    d->verify.start(std::move(wish));
    d->wake();
}

void Engine::lookUp(quint64 question, Mid mid)
{
    d->lookUp.ask(question, mid);
    d->wake();
}

void Engine::askVersions(quint64 question, ChatId chat, Mid mid)
{
    d->questions.askVersions(question, chat, mid);
    d->wake();
}

void Engine::findDate(quint64 question, ChatId chat, qint64 atMs)
{
    d->questions.findDate(question, chat, atMs);
    d->wake();
}

void Engine::cancelVerify() { d->verify.cancel(); }

void Engine::askPush(quint64 query, PushWish wish)
{
    d->live.askPush(query, wish);
    d->wake();
}

void Engine::connectNow()
{
    d->backoff.reset();
    d->input(Input::TryNow);
    d->wake();
}

void Engine::setOnline(bool online)
{
    if (online) {
        const auto user = d->core.mirror.read([&] { return d->core.mirror.meta.user(); });
        if (user && *user && *user != d->core.me)
            d->input(Input::Broken, u"this mirror belongs to another user; nothing was changed"_s);
    }
    d->input(online ? Input::GoOnline : Input::GoOffline);
    d->wake();
}

} // namespace kith
