#include "tests/kit/sample_frames.h"

#include "core/wire/service_note.h"
#include "core/wire/state_value.h"

namespace kith::testkit {

using namespace Qt::StringLiterals;
using namespace wire;

MessageRow Samples::message()
{
    MessageRow row;
    row.mid = id<Mid>();
    row.seq = {812};
    row.rev = {1203};
    row.sender = id<UserId>();
    row.kind = u"text"_s;
    row.body = u"Grüße, 世界 — \"quoted\" \\ and 👩‍🚀\nsecond line"_s;
    row.reply = id<Mid>();
    row.root = id<Mid>();
    row.ev = 2;
    row.atMs = 1'790'000'123'456;
    row.extra = R"({"ents":[["b",0,6]],"from_newer":{"a":[1,2.5,null]},"silent":true})";
    return row;
}

std::vector<Row> Samples::rows()
{
    MessageRow plain;
    plain.mid = id<Mid>();
    plain.seq = {1};
    plain.rev = {1};
    plain.sender = id<UserId>();
    plain.kind = u"text"_s;
    plain.body = u"hi"_s;
    plain.atMs = 1;
    MessageRow dead = plain;
    dead.mid = id<Mid>();
    dead.body.clear();
    dead.dead = true;
    dead.ev = 1;
    MessageRow service = plain;
    service.mid = id<Mid>();
    service.kind = u"service"_s;
    service.body.clear();
    service.extra = serviceExtra({u"added"_s, {id<UserId>()}, QString()});
    return {message(),
            plain,
            dead,
            service,
            ReactionRow{id<Mid>(), id<UserId>(), u"👍🏽"_s, false, 3, Rev{7}},
            MemberRow{id<UserId>(), u"ana"_s, u"Ana Müller"_s, Role::Admin, true, Rev{8}},
            MemberRow{id<UserId>(), u"ben"_s, u"بن"_s, Role::Owner, false, Rev{9}},
            ChatRow{ChatKind::Group, u"Hiking 🏔"_s, 5, 2, Rev{10}},
            ChatRow{ChatKind::Direct, QString(), 2, 0, Rev{11}},
            UnknownRow{u"poll"_s, Rev{12}, R"({"k":"poll","options":["a","b"],"rev":12})", QString()}};
}

StateRow Samples::state()
{
    return {u"draft"_s, id<ChatId>().text(), encodeDraft({u"half a thou"_s, id<Mid>()}),
            4,          id<DeviceId>(),      Urev{77}};
}

Digests Samples::digests()
{
    Digests d(limits::digestBuckets);
    for (auto &n : d) n = tag();
    d[3] = 0;
    return d;
}

Reset Samples::reset()
{
    Reset f;
    f.chat = id<ChatId>();
    f.askedEpoch = id<EpochId>();
    f.f = at(3);
    f.epoch = id<EpochId>();
    f.to = at(1203);
    f.info = {ChatKind::Group, u"Hiking"_s, 5, 1, Rev{2}};
    f.rows = rows();
    f.lo = {812};
    f.seq = {812};
    f.rx = {40};
    f.mem = {{id<UserId>(), Seq{812}, Seq{800}}};
    f.unread = 12;
    f.diverged = true;
    return f;
}

std::vector<std::pair<QByteArray, Request>> Samples::requests()
{
    const auto c = id<ChatId>();
    const auto m = id<Mid>();
    const auto o = id<OpId>();
    const auto u = id<UserId>();
    const auto e = id<EpochId>();
    std::vector<std::pair<QByteArray, Request>> all;
    const auto add = [&](const char *name, ClientFrame frame, bool answered = true) {
        all.emplace_back(name, Request{answered ? qint64(all.size() + 1) : 0, std::move(frame)});
    };
    add("hello", Hello{1, 2, "token.sig", u"kith/0.1 (Linux)"_s, e, uat(77), digests(), "wit-of_a-run"});
    add("hello_new", Hello{1, 1, "token.sig", u"kith/0.1"_s, {}, {}, {}, {}});
    add("auth", Auth{"token.sig"});
    add("sync", Sync{c, e, at(1203), Rx{40}, Anchor{Seq{812}, m}, 100});
    add("sync_new", Sync{c, {}, {}, {}, std::nullopt, 200});
    add("usync", Usync{e, uat(77)});
    add("send", Send{c, m, u"text"_s, u"Grüße 👋"_s, id<Mid>(), id<Mid>(),
                     R"({"ents":[["b",0,6]],"silent":true})", 4});
    add("send_plain", Send{c, m, u"text"_s, u"hi"_s, {}, {}, {}, 0});
    add("edit", Edit{c, m, o, 1, u"hi!"_s});
    add("del", Del{c, m, o});
    add("react", React{c, m, o, u"❤️"_s, true, 2});
    add("rcpt", Rcpt{{{c, Seq{812}, Seq{800}}, {id<ChatId>(), Seq{1}, Seq{0}}}});
    add("uset", Uset{u"draft"_s, c.text(), o, 3, encodeDraft({u"half"_s, {}})});
    add("uset_remove", Uset{u"pin"_s, c.text(), o, 3, removedValue()});
    add("uset_number", Uset{u"mute"_s, c.text(), o, 0, encodeNumber(0)});
    add("chat.new_group", ChatNew{c, o, ChatKind::Group, {u, id<UserId>()}, u"Hiking"_s});
    add("chat.new_direct", ChatNew{c, o, ChatKind::Direct, {u}, {}});
    add("chat.set", ChatSet{c, o, 1, u"Hiking 2027"_s});
    add("mem_add", Mem{c, o, MemAct::Add, u, Role::Member});
    add("mem_remove", Mem{c, o, MemAct::Remove, u, Role::Member});
    add("mem_role", Mem{c, o, MemAct::SetRole, u, Role::Admin});
    add("mem_leave", Mem{c, o, MemAct::Leave, {}, Role::Member});
    add("hist", Hist{c, Seq{1}, Seq{800}, Rev{12}, 150});
    add("have", Have{c, {m, id<Mid>()}});
    add("chats", Chats{ChatsBefore{1'790'000'000'000, c}, 50});
    add("chats_first", Chats{std::nullopt, 20});
    add("watch", Watch{{c}, {u}});
    add("typing", TypingOut{c, true}, false);
    add("pres", PresOut{false}, false);
    add("users.find", UsersFind{u"ana"_s});
    add("push", PushSet{u"fcm"_s, "cXk3:APA91b-token"});
    add("push_off", PushSet{});
    add("push.get", PushGet{});
    add("push.get_test", PushGet{true});
    add("ping", Ping{});
    add("ping_digests", Ping{e, uat(78), digests()});
    add("proof", Proof{c, Seq{1}, Seq{800}, false, false});
    add("proof_members", Proof{c, Seq{1}, Seq{0}, true, true});
    add("edit_entities", Edit{c, m, o, 2, u"hi there"_s, R"({"ents":[["link",0,2,"https://a.example/"]]})"});
    add("edits", Edits{c, m, 0});
    add("edits_before", Edits{c, m, 40});
    add("date", FindDate{c, 1'790'000'000'000});
    add("timer", SetTimer{c, o, 3, 604'800});
    add("timer_off", SetTimer{c, o, 4, 0});
    add("members", ListMembers{c, u, {}, false, 100});
    add("members_some", ListMembers{c, {}, {u}, false, 200});
    add("invite_new", InviteSet{c, o, InviteAct::New, {}, 1'790'000'000'000, 5});
    add("invite_list", InviteSet{c, {}, InviteAct::List, {}, 0, 0});
    add("invite_revoke", InviteSet{c, o, InviteAct::Revoke, "AaDEUGwHemeDb5tUDWviEQ", 0, 0});
    add("join", Join{"AaDEUGwHemeDb5tUDWviEQ", o});
    add("log", GroupLog{c, 77, 50});
    add("mem_ban", Mem{c, o, MemAct::Ban, u, Role::Member});
    add("mem_unban", Mem{c, o, MemAct::Unban, u, Role::Member});
    add("mem_own", Mem{c, o, MemAct::Own, u, Role::Member});
    add("members_banned", ListMembers{c, {}, {}, true, 200});
    add("chat.set_settings",
        ChatSet{c, o, 3, {}, {u"For walkers"_s, true, true, 30, {}, {}}, id<Mid>(), {}, {}});
    add("chat.set_picture",
        ChatSet{c, o, 4, {}, {}, {}, id<Mid>(), Avatar{"image/png", "\x89PNG\r\n\x1a\n"}});
    add("poll.close", ClosePoll{c, id<Mid>(), o});
    add("members_voters", ListMembers{c, u, {}, false, 100, id<Mid>(), 3});
    return all;
}

std::vector<std::pair<QByteArray, Reply>> Samples::replies()
{
    const auto c = id<ChatId>();
    const auto u = id<UserId>();
    const auto e = id<EpochId>();
    std::vector<std::pair<QByteArray, Reply>> all;
    const auto add = [&](const char *name, ServerFrame frame, bool push = false) {
        all.emplace_back(name, Reply{push ? 0 : qint64(all.size() + 1), std::move(frame)});
    };
    HelloOk hello{1, u, id<DeviceId>(), e, 1'790'000'000'000, 25'000, {}, uat(77), {}, true, "wit-of_a-run"};
    hello.dirty = {{c, at(1203), Rx{40}, Seq{812}, 1'790'000'000'000}};
    add("hello_ok", hello);
    Ok write;
    write.chat = c;
    write.epoch = e;
    write.witness = "wit-of_a-run";
    write.rows = {message()};
    add("ok_row", write);
    Ok plain;
    add("ok", plain);
    Ok state;
    state.state = this->state();
    add("ok_state", state);
    Ok receipts;
    receipts.items = {{c, Seq{812}, Seq{800}, 12}};
    add("ok_rcpt", receipts);
    Ok users;
    users.users = {{u, u"ana"_s, u"Ana Müller"_s}};
    add("ok_users", users);
    Ok presence;
    presence.presence = {{u, true, 0}, {id<UserId>(), false, 1'789'999'999'999}};
    add("ok_presence", presence);
    add("err", Err{Code::Rate, ErrorClass::Wait, u"too many sends"_s, 700, {}, {}, {}, {}});
    add("err_conflict",
        Err{Code::Conflict, ErrorClass::Rebase, u"edited meanwhile"_s, 0, e, c, {message()}, {}});
    add("err_state",
        Err{Code::Conflict, ErrorClass::Rebase, u"set meanwhile"_s, 0, {}, {}, {}, this->state()});
    add("delta",
        Delta{c, e, at(1200), at(1203), rows(), Seq{812}, true, Rx{39}, Rx{40}, {{u, Seq{812}, Seq{800}}}});
    add("reset", reset());
    add("udelta", Udelta{e, uat(70), uat(77), {this->state()}, false});
    add("ureset", Ureset{id<EpochId>(), uat(5), e, uat(77), {this->state()}, false});
    add("hist", HistPage{c, e, Seq{601}, Seq{800}, Rev{12}, Rev{1203}, rows()});
    add("have", HavePage{c, e, {message()}, {id<Mid>()}});
    add("chats", ChatsPage{e, {reset()}, {1'790'000'000'000}, true});
    add("ev", Ev{c, e, at(1203), at(1204), {message()}, Seq{813}}, true);
    add("rx", RxEv{c, e, Rx{40}, Rx{41}, {{u, Seq{813}, Seq{813}}}}, true);
    add("uev", Uev{e, uat(77), uat(78), {this->state()}}, true);
    add("poke", Poke{c, Rev{1300}, Rx{44}}, true);
    add("typing", TypingIn{c, u, true}, true);
    add("pres", PresIn{{u, true, 0}}, true);
    add("pong", Pong{1'790'000'000'000, std::nullopt, {}});
    add("pong_dirty",
        Pong{1'790'000'000'000, std::vector<Head>{{c, at(1203), Rx{40}, Seq{812}, 5}}, uat(78)});
    add("auth_soon", AuthSoon{}, true);
    add("bye", Bye{ByeCode::Slow, 1500}, true);
    add("ureset_more", Ureset{id<EpochId>(), uat(5), e, uat(77), {this->state()}, true});
    add("proof", ProofPage{c, e, at(1203), Seq{1}, Seq{800}, 800, 0x1f2e3d4c5b6a7988, std::nullopt, {}});
    add("push", PushInfo{u"fcm"_s, true, true, 7, 1'790'000'000'000, u"sent"_s, u"taken by FCM"_s});
    add("push_none", PushInfo{});
    add("proof_members", ProofPage{c, e, at(1203), Seq{1}, Seq{0}, 0, 0, ProofPage::Members{2, 7}, rows()});
    add("edits", EditsPage{c,
                           e,
                           id<Mid>(),
                           {{1, u"hi"_s, R"({"ents":[["b",0,2]]})", 1'790'000'000'000},
                            {0, u"hu"_s, {}, 1'789'999'000'000}},
                           true});
    add("date", DateFound{c, e, Seq{77}, 1'790'000'000'001});
    add("date_none", DateFound{c, e, {}, 0});
    Ok invites;
    invites.chat = c;
    invites.epoch = e;
    invites.invites = {{"AaDEUGwHemeDb5tUDWviEQ", u, 1'790'000'000'000, 5, 2, false},
                       {"AaDEUGwHemeDb5tUDWviEA", u, 0, 0, 0, true}};
    add("ok_invites", invites);
    Ok log;
    log.chat = c;
    log.log = {{7, 1'790'000'000'000, u, u"ban"_s, id<UserId>(), {}},
               {6, 1'789'000'000'000, u, u"title"_s, {}, u"Hiking"_s}};
    log.more = true;
    add("ok_log", log);
    return all;
}

} // namespace kith::testkit
