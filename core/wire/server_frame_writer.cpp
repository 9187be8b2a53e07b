#include "core/wire/codec.h"
#include "core/wire/frame_parts.h"
#include "core/wire/group_codec.h"
#include "core/wire/hot_frames.h"
#include "core/wire/message_frames_codec.h"
#include "core/wire/rows_codec.h"
#include "core/wire/server_texts.h"

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {
QJsonArray headsJson(const std::vector<Head> &heads)
{
    QJsonArray a;
    for (const Head &h : heads)
        a.append(
            QJsonArray{idJson(h.chat), h.at.at.value, tagText(h.at.tag), h.rx.value, h.seq.value, h.actMs});
    return a;
}

QJsonArray marksJson(const std::vector<Watermark> &marks)
{
    QJsonArray a;
    for (const Watermark &m : marks) a.append(toJson(m));
    return a;
}

QJsonArray presenceJson(const Presence &p)
{
    return {idJson(p.user), p.online ? u"online"_s : u"offline"_s, p.lastSeenMs};
}

QJsonObject resetJson(const Reset &f)
{
    QJsonObject o{{u"chat"_s, idJson(f.chat)},   {u"f"_s, positionJson(f.f)}, {u"epoch"_s, idJson(f.epoch)},
                  {u"to"_s, positionJson(f.to)}, {u"info"_s, toJson(f.info)}, {u"rows"_s, toJson(f.rows)},
                  {u"lo"_s, f.lo.value},         {u"seq"_s, f.seq.value},     {u"rx"_s, f.rx.value},
                  {u"mem"_s, marksJson(f.mem)},  {u"unread"_s, f.unread}};
    if (f.askedEpoch) o.insert("fe"_L1, idJson(f.askedEpoch));
    if (f.diverged) o.insert("diverged"_L1, true);
    return o;
}

/// The fields that may stand in both ok and err: what the write left in the store.
void insertStored(QJsonObject &o, const ChatId &chat, const EpochId &epoch, const std::vector<Row> &rows,
                  const std::optional<StateRow> &state)
{
    if (chat) o.insert("chat"_L1, idJson(chat));
    if (epoch) o.insert("epoch"_L1, idJson(epoch));
    if (!rows.empty()) o.insert("rows"_L1, toJson(rows));
    if (state) o.insert("row"_L1, toJson(*state));
}

void insertWitness(QJsonObject &o, const QByteArray &witness)
{
    if (!witness.isEmpty()) o.insert("wit"_L1, QString::fromLatin1(witness));
}

struct Writer {
    QJsonObject operator()(const HelloOk &f) const
    {
        QJsonObject o{{u"t"_s, u"hello_ok"_s},
                      {u"v"_s, f.v},
                      {u"user"_s, idJson(f.user)},
                      {u"device"_s, idJson(f.device)},
                      {u"epoch"_s, idJson(f.epoch)},
                      {u"now"_s, f.nowMs},
                      {u"hb"_s, f.heartbeatMs},
                      {u"limits"_s, toJson(f.limits)},
                      {u"upos"_s, positionJson(f.upos)},
                      {u"dirty"_s, headsJson(f.dirty)},
                      {u"more"_s, f.more}};
        insertWitness(o, f.witness);
        return o;
    }
    QJsonObject operator()(const Ok &f) const
    {
        QJsonObject o{{u"t"_s, u"ok"_s}};
        insertStored(o, f.chat, f.epoch, f.rows, f.state);
        if (!f.items.empty()) {
            QJsonArray items;
            for (const RcptAck &i : f.items)
                items.append(QJsonArray{idJson(i.chat), i.delivered.value, i.seen.value, i.unread});
            o.insert("items"_L1, items);
        }
        if (!f.users.empty()) {
            QJsonArray users;
            for (const UserInfo &u : f.users)
                users.append(
                    QJsonObject{{u"user"_s, idJson(u.user)}, {u"login"_s, u.login}, {u"name"_s, u.name}});
            o.insert("users"_L1, users);
        }
        if (!f.presence.empty()) {
            QJsonArray presence;
            for (const Presence &p : f.presence) presence.append(presenceJson(p));
            o.insert("presence"_L1, presence);
        }
        insertWitness(o, f.witness);
        insertGroupParts(o, f);
        return o;
    }
    QJsonObject operator()(const Err &f) const
    {
        QJsonObject o{{u"t"_s, u"err"_s},
                      {u"code"_s, QString(text(f.code))},
                      {u"class"_s, QString(text(f.errorClass))},
                      {u"message"_s, f.message}};
        if (f.retryMs > 0) o.insert("retry_ms"_L1, f.retryMs);
        insertStored(o, f.chat, f.epoch, f.rows, f.state);
        return o;
    }
    QJsonObject operator()(const Delta &f) const
    {
        return {{u"t"_s, u"delta"_s},        {u"chat"_s, idJson(f.chat)},   {u"epoch"_s, idJson(f.epoch)},
                {u"f"_s, positionJson(f.f)}, {u"to"_s, positionJson(f.to)}, {u"rows"_s, toJson(f.rows)},
                {u"seq"_s, f.seq.value},     {u"more"_s, f.more},           {u"rxf"_s, f.rxf.value},
                {u"rx"_s, f.rx.value},       {u"mem"_s, marksJson(f.mem)}};
    }
    QJsonObject operator()(const Reset &f) const
    {
        QJsonObject o = resetJson(f);
        o.insert("t"_L1, u"reset"_s);
        return o;
    }
    QJsonObject operator()(const Udelta &f) const
    {
        return {{u"t"_s, u"udelta"_s},         {u"epoch"_s, idJson(f.epoch)}, {u"f"_s, positionJson(f.f)},
                {u"to"_s, positionJson(f.to)}, {u"rows"_s, toJson(f.rows)},   {u"more"_s, f.more}};
    }
    QJsonObject operator()(const Ureset &f) const
    {
        QJsonObject o{{u"t"_s, u"ureset"_s},
                      {u"f"_s, positionJson(f.f)},
                      {u"epoch"_s, idJson(f.epoch)},
                      {u"to"_s, positionJson(f.to)},
                      {u"rows"_s, toJson(f.rows)}};
        if (f.askedEpoch) o.insert("fe"_L1, idJson(f.askedEpoch));
        if (f.more) o.insert("more"_L1, true);
        return o;
    }
    QJsonObject operator()(const HistPage &f) const
    {
        return {{u"t"_s, u"hist"_s},        {u"chat"_s, idJson(f.chat)}, {u"epoch"_s, idJson(f.epoch)},
                {u"lo"_s, f.lo.value},      {u"hi"_s, f.hi.value},       {u"since"_s, f.since.value},
                {u"as_of"_s, f.asOf.value}, {u"rows"_s, toJson(f.rows)}};
    }
    QJsonObject operator()(const HavePage &f) const
    {
        QJsonArray missing;
        for (const Mid &mid : f.missing) missing.append(idJson(mid));
        return {{u"t"_s, u"have"_s},
                {u"chat"_s, idJson(f.chat)},
                {u"epoch"_s, idJson(f.epoch)},
                {u"rows"_s, toJson(f.rows)},
                {u"missing"_s, missing}};
    }
    QJsonObject operator()(const ChatsPage &f) const
    {
        QJsonArray items;
        for (size_t i = 0; i < f.items.size(); ++i) {
            QJsonObject item = resetJson(f.items[i]);
            item.insert("act"_L1, f.acts.at(i));
            items.append(item);
        }
        return {
            {u"t"_s, u"chats"_s}, {u"epoch"_s, idJson(f.epoch)}, {u"items"_s, items}, {u"more"_s, f.more}};
    }
    QJsonObject operator()(const PushInfo &f) const
    {
        QJsonObject o{{u"t"_s, u"push"_s}};
        if (f.provider.isEmpty()) return o;
        o.insert("provider"_L1, f.provider);
        o.insert("registered"_L1, f.registered);
        if (f.waiting) o.insert("waiting"_L1, true);
        o.insert("sent"_L1, f.sent);
        if (f.lastMs != 0) o.insert("last"_L1, f.lastMs);
        if (!f.result.isEmpty()) o.insert("result"_L1, f.result);
        if (!f.detail.isEmpty()) o.insert("detail"_L1, f.detail);
        return o;
    }
    QJsonObject operator()(const Ev &f) const
    {
        return {{u"t"_s, u"ev"_s},           {u"chat"_s, idJson(f.chat)},   {u"epoch"_s, idJson(f.epoch)},
                {u"f"_s, positionJson(f.f)}, {u"to"_s, positionJson(f.to)}, {u"rows"_s, toJson(f.rows)},
                {u"seq"_s, f.seq.value}};
    }
    QJsonObject operator()(const RxEv &f) const
    {
        return {{u"t"_s, u"rx"_s},   {u"chat"_s, idJson(f.chat)}, {u"epoch"_s, idJson(f.epoch)},
                {u"f"_s, f.f.value}, {u"to"_s, f.to.value},       {u"mem"_s, marksJson(f.mem)}};
    }
    QJsonObject operator()(const Uev &f) const
    {
        return {{u"t"_s, u"uev"_s},
                {u"epoch"_s, idJson(f.epoch)},
                {u"f"_s, positionJson(f.f)},
                {u"to"_s, positionJson(f.to)},
                {u"rows"_s, toJson(f.rows)}};
    }
    QJsonObject operator()(const Poke &f) const
    {
        return {
            {u"t"_s, u"poke"_s}, {u"chat"_s, idJson(f.chat)}, {u"rev"_s, f.rev.value}, {u"rx"_s, f.rx.value}};
    }
    QJsonObject operator()(const TypingIn &f) const
    {
        return {
            {u"t"_s, u"typing"_s}, {u"chat"_s, idJson(f.chat)}, {u"user"_s, idJson(f.user)}, {u"on"_s, f.on}};
    }
    QJsonObject operator()(const PresIn &f) const
    {
        return {{u"t"_s, u"pres"_s}, {u"presence"_s, presenceJson(f.presence)}};
    }
    QJsonObject operator()(const Pong &f) const
    {
        QJsonObject o{{u"t"_s, u"pong"_s}, {u"now"_s, f.nowMs}};
        if (f.dirty) {
            o.insert("dirty"_L1, headsJson(*f.dirty));
            o.insert("upos"_L1, positionJson(f.upos));
        }
        return o;
    }
    QJsonObject operator()(const AuthSoon &) const { return {{u"t"_s, u"auth_soon"_s}}; }
    QJsonObject operator()(const Bye &f) const
    {
        return {{u"t"_s, u"bye"_s}, {u"code"_s, byeText(f.code)}, {u"retry_ms"_s, f.retryMs}};
    }
    QJsonObject operator()(const ProofPage &f) const
    {
        QJsonObject o{{u"t"_s, u"proof"_s},
                      {u"chat"_s, idJson(f.chat)},
                      {u"epoch"_s, idJson(f.epoch)},
                      {u"at"_s, positionJson(f.at)},
                      {u"lo"_s, f.lo.value},
                      {u"hi"_s, f.hi.value},
                      {u"n"_s, f.n},
                      {u"sum"_s, tagText(f.sum)}};
        if (f.mem) {
            o.insert("mem_n"_L1, f.mem->n);
            o.insert("mem_sum"_L1, tagText(f.mem->sum));
        }
        if (!f.rows.empty()) o.insert("rows"_L1, toJson(f.rows));
        return o;
    }
    QJsonObject operator()(const EditsPage &f) const { return toJson(f); }
    QJsonObject operator()(const DateFound &f) const { return toJson(f); }
    QJsonObject operator()(const UnknownPush &f) const { return {{u"t"_s, f.t}}; }
};
} // namespace

QByteArray encode(const Reply &reply)
{
    QByteArray hot = encodeHot(reply);
    return hot.isEmpty() ? encodeByObject(reply) : hot;
}

QByteArray encodeByObject(const Reply &reply)
{
    QJsonObject o = std::visit(Writer{}, reply.frame);
    if (reply.id != 0) o.insert("id"_L1, reply.id);
    return compact(o);
}

} // namespace kith::wire
