#pragma once
#include "core/wire/attachment_codec.h"
#include "core/wire/codec.h"
#include "core/wire/content_codec.h"
#include "core/wire/poll_codec.h"
#include "core/wire/service_note.h"
#include "core/wire/state_value.h"
#include "tests/kit/mirror_fixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>

namespace kith::test {

using namespace Qt::StringLiterals;

/// A word that stands in everything that people wrote or that is secret; no output without content may hold
/// it, in whatever letters.
inline const QString canary = u"Zqxcanary7Wjv"_s;

inline bool sings(const QByteArray &bytes)
{
    const QByteArray lower = bytes.toLower();
    QByteArray utf16; // as it lies in memory, should it ever be written so
    for (const QChar c : canary) utf16 += char(c.toLatin1()), utf16 += '\0';
    return lower.contains(canary.toLatin1().toLower()) || bytes.contains(utf16) ||
           lower.contains(canary.toLatin1().toHex()) || bytes.contains(canary.toLatin1().toBase64().left(14));
}

/// A mirror in which every text that a mirror can hold has the canary in it.
class CanaryMirror : public MirrorFixture {
public:
    CanaryMirror()
        : MirrorFixture(7)
    {
        friendly = user(canary.toLower() + u"_ana"_s, canary + u" Ana"_s);
        other = user(u"ben."_s + canary, u"Ben "_s + canary);
        group = chat(ChatKind::Group, {friendly, other}, u"Party for "_s + canary);
        direct = chat(ChatKind::Direct, {friendly});
        rows = fill(group, friendly, 6);
        for (MessageRow &row : rows) {
            row.body = row.seq.value % 2 ? u"see "_s + canary + u"\nhttps://"_s + canary + u".example/x"_s
                                         : canary + u" привет "_s + canary;
            row.rev = {row.rev.value + 10};
            row.ev = 1;
            put(group, row);
        }
        Attachment att;
        att.att = id<AttId>();
        att.name = canary + u" secret plan."_s + canary;
        att.size = 4'711;
        att.sha256 = QByteArray(32, 's');
        att.mime = u"image/"_s + canary;
        att.thumb = canary.toLatin1();
        rows[2].extra = wire::withAttachments("{}", {att});
        rows[0].extra =
            wire::withPoll({}, {{{canary, 1, false}, {u"no "_s + canary, 0, false}}, false, false, false, 1});
        rows[0].rev = {rows[0].rev.value + 10};
        put(group, rows[0]);
        rows[3].kind = canary;
        rows[4].kind = u"service"_s;
        rows[4].body.clear();
        rows[4].extra = wire::serviceExtra({u"title"_s, {friendly}, canary});
        for (int i : {2, 3, 4}) {
            rows[size_t(i)].rev = {rows[size_t(i)].rev.value + 10};
            put(group, rows[size_t(i)]);
        }
        queued = id<Mid>();
        refused = id<Mid>();
        require(mirror->write([&] { fillRest(att); }));
        raw();
    }
    UserId friendly, other;
    ChatId group, direct;
    std::vector<MessageRow> rows;
    Mid queued, refused;

private:
    void enter(const wire::ClientFrame &frame, const QString &kind, const Mid &mid, const ChatId &to)
    {
        OutboxEntry entry;
        entry.chat = to;
        entry.kind = kind;
        entry.mid = mid;
        entry.op = id<OpId>();
        entry.payload = wire::encode(wire::Request{1, frame});
        entry.enteredMs = nowMs;
        mirror->outbox.append(entry);
    }
    void waiting(const Mid &mid)
    {
        MessageRow row;
        row.mid = mid;
        row.sender = me;
        row.kind = u"text"_s;
        row.body = u"waiting "_s + canary;
        row.atMs = nowMs;
        mirror->messages.insertQueued(direct, row, nowMs);
        enter(wire::Send{direct, mid, row.kind, row.body, {}, {}, {}, 0}, u"send"_s, mid, direct);
    }
    void fillRest(const Attachment &att)
    {
        waiting(queued);
        waiting(refused);
        mirror->messages.setRefused(refused, u"not "_s + canary);
        const QByteArray sung = canary.toLatin1();
        enter(wire::Edit{group, rows[0].mid, id<OpId>(), 0, u"edited "_s + canary,
                         "{\"link\":{\"title\":\"" + sung + "\",\"url\":\"https://" + sung + ".example\"}}"},
              u"edit"_s, rows[0].mid, group);
        enter(wire::SetTimer{group, id<OpId>(), 0, 3'600}, u"timer"_s, {}, group);
        // Deleted for this user alone, and to be sent later.
        mirror->state.upsert({u"hide"_s, rows[1].mid.text(), wire::encodeHidden(group), 1, {}, {3}});
        const Mid later = id<Mid>();
        mirror->state.upsert(
            {u"sched"_s,
             later.text(),
             wire::encodeScheduled(
                 {later, group, nowMs + 60'000, {u"later "_s + canary, {}, {}, false, {}}, {}, false}),
             1,
             {},
             {4}});
        enter(wire::React{group, rows[0].mid, id<OpId>(), canary, true, 0}, u"react"_s, rows[0].mid, group);
        enter(wire::ChatSet{group, id<OpId>(), 0, canary}, u"chat.set"_s, {}, group);
        wire::ChatSet about{group, id<OpId>(), 0, {}};
        about.settings.about = u"about "_s + canary;
        about.avatar = wire::Avatar{"image/png", canary.toLatin1()};
        enter(about, u"chat.set"_s, {}, group);
        const QByteArray extra = R"({"about":")" + canary.toLatin1() + R"("})";
        mirror->chats.setInfo(group, {ChatKind::Group, u"Party for "_s + canary, 3, 2, {30}, 60, extra});
        mirror->members.upsert(
            group, {other, u"ben."_s + canary, u"Ben "_s + canary, Role::Member, false, {31}, extra});
        enter(
            wire::Uset{u"draft"_s, direct.text(), id<OpId>(), 0, "{\"text\":\"" + canary.toLatin1() + "\"}"},
            u"uset"_s, {}, {});
        mirror->drafts.put(direct, {u"draft "_s + canary, {}, 1, true}, nowMs);
        mirror->drafts.remember(group, u"older draft "_s + canary, nowMs);
        mirror->reactions.upsert(group, {rows[1].mid, friendly, canary, true, 1, {20}});
        mirror->state.upsert({canary, "k" + canary.toLatin1(), "\"" + canary.toLatin1() + "\"", 1, {}, {1}});
        mirror->state.upsert({u"pin"_s, group.text(), "3", 1, {}, {2}});
        mirror->meta.setServer(u"https://"_s + canary + u".example"_s);
        mirror->meta.setDevice(id<DeviceId>());
        mirror->meta.setLastSyncMs(nowMs);
        mirror->receipts.want(group, {4}, {2});
        Q_UNUSED(att)
    }
    /// What has no setter that would take it.
    void raw()
    {
        for (
            const QString &sql :
            {u"INSERT INTO journal(mid, kind, what, why, times, first, last) VALUES((SELECT mid FROM outbox LIMIT 1), '%1', 1, 'the server %1.example cannot be reached', 2, 1700000000000, 1700000001000)"_s,
             u"INSERT INTO journal(mid, kind, what, why, times, first, last) VALUES(NULL, '', 9, 'host %1', 1, 1, 2)"_s,
             u"INSERT INTO quarantine(chat_pk, k, rev, raw, error, app) VALUES((SELECT max(pk) FROM chats), '%1', 3, x'00', 'bad %1', '%1')"_s,
             u"INSERT INTO attachments(id, mid, path, size, state, upload_id, error) VALUES(randomblob(16), (SELECT mid FROM messages WHERE seq = 3), '/media/x/%1/%1.pdf', 9, 1, 'upload-%1', 'error %1')"_s,
             u"UPDATE chats SET timer = 3600 WHERE kind = 2"_s,
             u"UPDATE messages SET exp = 4000000000000 WHERE seq = 2"_s,
             u"UPDATE outbox SET last_error = 'text %1' WHERE kind = 'edit'"_s,
             u"INSERT OR REPLACE INTO meta(key, value) VALUES('token', '%1'), ('rescue', '%1'), ('password %1', '%1')"_s})
            mirror->db().exec(QString(sql).replace(u"%1"_s, canary));
        if (mirror->db().failed()) qFatal("%s", qPrintable(mirror->db().error().what));
    }
};

} // namespace kith::test
