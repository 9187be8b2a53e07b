#include "tests/kit/model_server.h"

#include "core/wire/digest.h"
#include "core/wire/state_value.h"

#include <algorithm>

namespace kith::test {

using namespace Qt::StringLiterals;

namespace {
void setRev(Row &row, Rev rev)
{
    std::visit([rev](auto &r) { r.rev = rev; }, row);
}
wire::Err err(wire::Code code)
{
    wire::Err e;
    e.code = code;
    e.errorClass = wire::classOf(code);
    return e;
}
} // namespace

ModelServer::ModelServer(const Clock &clock, Random &random)
    : epoch(EpochId::mint(1, random))
    , m_clock(clock)
    , m_random(random)
{
    publish = [](const UserId &, const wire::ServerFrame &) {};
}

UserId ModelServer::addUser(const QString &login)
{
    const UserId id = UserId::mint(m_clock.wallMs(), m_random);
    users[id].info = {id, login, login.toUpper()};
    return id;
}

ChatId ModelServer::addChat()
{
    const ChatId id = ChatId::mint(m_clock.wallMs(), m_random);
    chats[id].info = {ChatKind::Group, u"Group"_s, int(users.size()), 1, Rev{}};
    store(id, chats[id].info, {}, Rev{});
    for (const auto &[user, u] : users) {
        store(id, MemberRow{user, u.info.login, u.info.name, Role::Member, false, Rev{}}, {}, Rev{});
        setState(user, u"chat"_s, id.text(), wire::encodeMembership({false}), {});
    }
    return id;
}

ModelServer::Done ModelServer::bump(const ChatId &chat)
{
    Chat &c = chats[chat];
    const auto f = c.at;
    c.at = {c.at.at.next(), m_random.next64()};
    return {c.at.at, f, c.at};
}

Row ModelServer::store(const ChatId &chat, Row row, const OpId &op, Rev old)
{
    const auto done = bump(chat);
    Chat &c = chats[chat];
    if (old > Rev{}) c.rows.erase(old.value);
    setRev(row, done.rev);
    if (auto *info = std::get_if<ChatRow>(&row)) c.info = *info;
    c.rows[done.rev.value] = {row, done.to.tag, op};
    publish({}, wire::Ev{chat, epoch, done.f, done.to, {row}, c.seq});
    return row;
}

ModelServer::Stored *ModelServer::find(const ChatId &chat, const Mid &mid)
{
    for (auto &[rev, s] : chats[chat].rows)
        if (const auto *m = std::get_if<MessageRow>(&s.row); m && m->mid == mid) return &s;
    return nullptr;
}

const MessageRow *ModelServer::message(const Mid &mid) const
{
    for (const auto &[id, c] : chats)
        for (const auto &[rev, s] : c.rows)
            if (const auto *m = std::get_if<MessageRow>(&s.row); m && m->mid == mid) return m;
    return nullptr;
}

int ModelServer::countOf(const QString &body) const
{
    int n = 0;
    for (const auto &[id, c] : chats)
        for (const auto &[rev, s] : c.rows)
            if (const auto *m = std::get_if<MessageRow>(&s.row)) n += m->body == body ? 1 : 0;
    return n;
}

int ModelServer::timesHeard(const Mid &mid) const
{
    return int(std::count_if(heard.begin(), heard.end(), [&](const wire::ClientFrame &f) {
        const auto *s = std::get_if<wire::Send>(&f);
        return s && s->mid == mid;
    }));
}

wire::Ok ModelServer::okRow(const ChatId &chat, const Row &row) const
{
    wire::Ok ok;
    ok.chat = chat;
    ok.epoch = epoch;
    ok.rows = {row};
    return ok;
}

MessageRow ModelServer::post(const UserId &user, const ChatId &chat, const QString &body)
{
    const Mid mid = Mid::mint(m_clock.wallMs(), m_random);
    (void)send(user, wire::Send{chat, mid, u"text"_s, body, {}, {}, {}, 0});
    return *message(mid);
}

std::optional<wire::ServerFrame> ModelServer::handle(const UserId &user, const wire::ClientFrame &frame)
{
    heard.push_back(frame);
    if (refuse)
        if (const auto no = refuse(frame)) return *no;
    if (const auto *f = std::get_if<wire::Hello>(&frame)) return hello(user, *f);
    if (const auto *f = std::get_if<wire::Sync>(&frame)) return sync(*f);
    if (const auto *f = std::get_if<wire::Usync>(&frame)) return usync(user, *f);
    if (const auto *f = std::get_if<wire::Send>(&frame)) return send(user, *f);
    if (const auto *f = std::get_if<wire::Edit>(&frame))
        return change(user, f->chat, f->mid, f->op, std::pair(f->base, f->body));
    if (const auto *f = std::get_if<wire::Del>(&frame))
        return change(user, f->chat, f->mid, f->op, std::nullopt);
    if (const auto *f = std::get_if<wire::React>(&frame)) return react(user, *f);
    if (const auto *f = std::get_if<wire::Rcpt>(&frame)) return rcpt(user, *f);
    if (const auto *f = std::get_if<wire::Uset>(&frame)) return uset(user, *f);
    if (const auto *f = std::get_if<wire::Hist>(&frame)) return hist(*f);
    if (const auto *f = std::get_if<wire::Have>(&frame)) return have(*f);
    if (const auto *f = std::get_if<wire::Proof>(&frame)) return proof(*f);
    if (std::holds_alternative<wire::Chats>(frame)) return listing();
    if (const auto *f = std::get_if<wire::Ping>(&frame)) {
        wire::Pong pong;
        pong.nowMs = m_clock.wallMs() + aheadMs;
        if (f->dig.empty()) return pong;
        pong.dirty = heads();
        pong.upos = users[user].at;
        return pong;
    }
    if (std::holds_alternative<wire::TypingOut>(frame) || std::holds_alternative<wire::PresOut>(frame))
        return std::nullopt;
    return wire::Ok{};
}

std::vector<wire::Head> ModelServer::heads() const
{
    std::vector<wire::Head> out;
    for (const auto &[id, c] : chats) out.push_back({id, c.at, c.rx, c.seq, 0});
    return out;
}

wire::ServerFrame ModelServer::hello(const UserId &user, const wire::Hello &f)
{
    wire::HelloOk ok;
    ok.user = user;
    ok.device = DeviceId::mint(1, m_random);
    ok.epoch = epoch;
    ok.nowMs = m_clock.wallMs() + aheadMs;
    ok.upos = users[user].at;
    if (!f.dig.empty()) ok.dirty = heads(); // more than needed, as buckets do
    return ok;
}

wire::Reset ModelServer::resetOf(const ChatId &id, int messages) const
{
    const Chat &c = chats.at(id);
    wire::Reset r;
    r.chat = id;
    r.epoch = epoch;
    r.to = c.at;
    r.info = c.info;
    r.seq = c.seq;
    r.rx = c.rx;
    std::vector<Row> tip;
    for (const auto &[rev, s] : c.rows) {
        if (std::holds_alternative<MemberRow>(s.row)) r.rows.push_back(s.row);
        if (std::holds_alternative<MessageRow>(s.row)) tip.push_back(s.row);
    }
    std::sort(tip.begin(), tip.end(), [](const Row &a, const Row &b) {
        return std::get<MessageRow>(a).seq < std::get<MessageRow>(b).seq;
    });
    if (int(tip.size()) > messages) tip.erase(tip.begin(), tip.end() - messages);
    r.lo = tip.empty() ? c.seq.next() : std::get<MessageRow>(tip.front()).seq;
    r.rows.insert(r.rows.end(), tip.begin(), tip.end());
    for (const auto &[rev, s] : c.rows)
        if (std::holds_alternative<ReactionRow>(s.row)) r.rows.push_back(s.row);
    for (const auto &[u, m] : c.marks) r.mem.push_back(m.first);
    return r;
}

wire::ServerFrame ModelServer::sync(const wire::Sync &f)
{
    const auto it = chats.find(f.chat);
    if (it == chats.end()) return err(wire::Code::NotMember);
    const Chat &c = it->second;
    bool diverged =
        f.epoch != epoch || f.at.at > c.at.at || (f.at.at == c.at.at && f.at.tag != c.at.tag) || f.rx > c.rx;
    if (const auto at = c.rows.find(f.at.at.value); at != c.rows.end() && at->second.tag != f.at.tag)
        diverged = true;
    if (f.anchor) {
        const bool agrees = std::any_of(c.rows.begin(), c.rows.end(), [&](const auto &e) {
            const auto *m = std::get_if<MessageRow>(&e.second.row);
            return m && m->seq == f.anchor->seq && m->mid == f.anchor->mid;
        });
        diverged = diverged || !agrees;
    }
    if (diverged || c.at.at.value - f.at.at.value > resetAfter) {
        auto r = resetOf(f.chat, resetMessages);
        r.askedEpoch = f.epoch;
        r.f = f.at;
        r.diverged = diverged;
        return r;
    }
    wire::Delta d;
    d.chat = f.chat;
    d.epoch = epoch;
    d.f = f.at;
    d.to = c.at;
    d.seq = c.seq;
    d.rxf = f.rx;
    d.rx = c.rx;
    for (auto row = c.rows.upper_bound(f.at.at.value); row != c.rows.end(); ++row) {
        if (int(d.rows.size()) == std::min(page, f.max)) {
            d.more = true;
            break;
        }
        d.rows.push_back(row->second.row);
        d.to = {Rev{row->first}, row->second.tag};
    }
    if (!d.more) d.to = c.at;
    for (const auto &[u, m] : c.marks)
        if (m.second > f.rx) d.mem.push_back(m.first);
    return d;
}

wire::ServerFrame ModelServer::usync(const UserId &user, const wire::Usync &f)
{
    const User &u = users[user];
    if (f.epoch == epoch && f.at.at <= u.at.at && (f.at.at < u.at.at || f.at == u.at)) {
        wire::Udelta d{epoch, f.at, u.at, {}, false};
        for (const auto &[key, row] : u.state)
            if (row.urev > f.at.at) d.rows.push_back(row);
        return d;
    }
    wire::Ureset r{f.epoch, f.at, epoch, u.at, {}, false};
    for (const auto &[key, row] : u.state) r.rows.push_back(row);
    return r;
}

wire::ServerFrame ModelServer::send(const UserId &user, const wire::Send &f)
{
    if (const auto *known = find(f.chat, f.mid)) return okRow(f.chat, known->row);
    Chat &c = chats[f.chat];
    MessageRow m;
    m.mid = f.mid;
    m.seq = c.seq = c.seq.next();
    m.sender = user;
    m.kind = f.kind;
    m.body = f.body;
    m.reply = f.reply;
    m.extra = f.extra;
    m.atMs = m_clock.wallMs();
    const Row stored = store(f.chat, m, {}, Rev{});
    if (f.draftVer > 0) {
        const auto it = users[user].state.find({u"draft"_s, f.chat.text()});
        if (it != users[user].state.end() && it->second.ver == f.draftVer)
            setState(user, u"draft"_s, f.chat.text(), wire::removedValue(), {});
    }
    return okRow(f.chat, stored);
}

wire::ServerFrame ModelServer::change(const UserId &user, const ChatId &chat, const Mid &mid, const OpId &op,
                                      std::optional<std::pair<int, QString>> edit)
{
    auto *known = find(chat, mid);
    if (!known) {
        if (edit) return err(wire::Code::NoSuchMessage);
        Chat &c = chats[chat];
        MessageRow grave;
        grave.mid = mid;
        grave.seq = c.seq = c.seq.next();
        grave.sender = user;
        grave.kind = u"text"_s;
        grave.dead = true;
        return okRow(chat, store(chat, grave, op, Rev{}));
    }
    auto m = std::get<MessageRow>(known->row);
    if (known->op == op || m.dead) return okRow(chat, m);
    if (edit && edit->first != m.ev) {
        auto no = err(wire::Code::Conflict);
        no.chat = chat;
        no.epoch = epoch;
        no.rows = {m};
        return no;
    }
    m.body = edit ? edit->second : QString();
    m.dead = !edit;
    ++m.ev;
    return okRow(chat, store(chat, m, op, m.rev));
}

wire::ServerFrame ModelServer::react(const UserId &user, const wire::React &f)
{
    ReactionRow row{f.mid, user, f.emoji, f.on, 1, Rev{}};
    Rev old;
    for (const auto &[rev, s] : chats[f.chat].rows) {
        const auto *r = std::get_if<ReactionRow>(&s.row);
        if (!r || r->mid != f.mid || r->user != user || r->emoji != f.emoji) continue;
        if (s.op == f.op) return okRow(f.chat, *r);
        if (r->ver != f.base) {
            auto no = err(wire::Code::Conflict);
            no.chat = f.chat;
            no.epoch = epoch;
            no.rows = {*r};
            return no;
        }
        row.ver = r->ver + 1;
        old = r->rev;
    }
    return okRow(f.chat, store(f.chat, row, f.op, old));
}

wire::ServerFrame ModelServer::rcpt(const UserId &user, const wire::Rcpt &f)
{
    wire::Ok ok;
    for (const wire::RcptItem &item : f.items) {
        Chat &c = chats[item.chat];
        auto &[mark, rx] = c.marks[user];
        const Watermark old = mark;
        mark.user = user;
        mark.delivered = std::max(mark.delivered, std::min(item.delivered, c.seq));
        mark.seen = std::max(mark.seen, std::min(item.seen, c.seq));
        if (!(mark == old)) {
            const Rx from = c.rx;
            rx = c.rx = c.rx.next();
            publish({}, wire::RxEv{item.chat, epoch, from, c.rx, {mark}});
            if (mark.seen > old.seen)
                setState(user, u"seen"_s, item.chat.text(), wire::encodeNumber(mark.seen.value), {});
        }
        ok.items.push_back({item.chat, mark.delivered, mark.seen, 0});
    }
    return ok;
}

StateRow ModelServer::setState(const UserId &user, const QString &kind, const QByteArray &key,
                               const QByteArray &value, const DeviceId &device)
{
    User &u = users[user];
    const auto f = u.at;
    u.at = {u.at.at.next(), m_random.next64()};
    auto &row = u.state[{kind, key}];
    row = {kind, key, value, row.ver + 1, device, u.at.at};
    publish(user, wire::Uev{epoch, f, u.at, {row}});
    return row;
}

wire::ServerFrame ModelServer::uset(const UserId &user, const wire::Uset &f)
{
    wire::Ok ok;
    const auto it = users[user].state.find({f.kind, f.key});
    const int ver = it == users[user].state.end() ? 0 : it->second.ver;
    if (ver != f.base && it != users[user].state.end()) {
        if (it->second.value == f.value) { // a repeat
            ok.state = it->second;
            return ok;
        }
        auto no = err(wire::Code::Conflict);
        no.state = it->second;
        return no;
    }
    ok.state = setState(user, f.kind, f.key, f.value, DeviceId::mint(1, m_random));
    return ok;
}

wire::ServerFrame ModelServer::hist(const wire::Hist &f)
{
    const Chat &c = chats[f.chat];
    wire::HistPage p{f.chat, epoch, f.lo, f.hi, f.since, c.at.at, {}};
    std::vector<Row> rows;
    for (const auto &[rev, s] : c.rows) {
        const auto *m = std::get_if<MessageRow>(&s.row);
        if (m && m->seq >= f.lo && m->seq <= f.hi && Rev{rev} > f.since) rows.push_back(*m);
    }
    std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return std::get<MessageRow>(a).seq < std::get<MessageRow>(b).seq;
    });
    if (int(rows.size()) > page) {
        rows.erase(rows.begin(), rows.end() - page);
        p.lo = std::get<MessageRow>(rows.front()).seq;
    }
    p.rows = rows;
    return p;
}

wire::ServerFrame ModelServer::proof(const wire::Proof &f)
{
    const Chat &c = chats[f.chat];
    wire::ProofPage p;
    p.chat = f.chat;
    p.epoch = epoch;
    p.at = c.at;
    p.lo = f.lo;
    p.hi = f.hi;
    wire::ProofPage::Members members{0, wire::proofOf(c.info)};
    if (f.rows) p.rows.push_back(c.info);
    for (const auto &[rev, s] : c.rows) {
        if (const auto *m = std::get_if<MessageRow>(&s.row); m && m->seq >= f.lo && m->seq <= f.hi) {
            ++p.n;
            p.sum ^= wire::proofOf(*m);
        } else if (const auto *r = std::get_if<ReactionRow>(&s.row)) {
            const auto *on = message(r->mid);
            if (on && on->seq >= f.lo && on->seq <= f.hi) p.sum ^= wire::proofOf(*r);
        } else if (const auto *who = std::get_if<MemberRow>(&s.row); who && !who->left) {
            ++members.n;
            members.sum ^= wire::proofOf(*who);
            if (f.rows) p.rows.push_back(*who);
        }
    }
    if (f.mem) p.mem = members;
    if (!f.mem) p.rows.clear();
    return p;
}

wire::ServerFrame ModelServer::have(const wire::Have &f)
{
    wire::HavePage p{f.chat, epoch, {}, {}};
    for (const Mid &mid : f.mids) {
        if (const auto *known = find(f.chat, mid))
            p.rows.push_back(known->row);
        else
            p.missing.push_back(mid);
    }
    return p;
}

wire::ServerFrame ModelServer::listing() const
{
    wire::ChatsPage p;
    p.epoch = epoch;
    for (const auto &[id, c] : chats) {
        p.items.push_back(resetOf(id, 1));
        p.acts.push_back(c.seq.value);
    }
    return p;
}

} // namespace kith::test
