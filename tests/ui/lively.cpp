#include "tests/ui/lively.h"

#include "core/wire/attachment_codec.h"
#include "core/wire/codec.h"
#include "core/wire/content_codec.h"
#include "core/wire/service_note.h"
#include "core/wire/state_value.h"
#include "ui/media/pictures.h"

#include <QFileInfo>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace kith {

Lively::Lively(qint64 nowMs)
    : m_now(nowMs)
{
    people();
    directChat();
    groupChat();
    others();
    filesChat();
    MirrorFixture::require(mirror.mirror->write([&] { mirror.mirror->meta.setLastSyncMs(nowMs); }));
}

void Lively::people()
{
    ana = mirror.user(u"ana"_s, u"Ana Horvat"_s);
    ben = mirror.user(u"ben"_s, u"Ben Okafor"_s);
    chen = mirror.user(u"chen"_s, u"陈思远"_s);
    layla = mirror.user(u"layla"_s, u"ليلى حداد"_s);
    longName = mirror.user(
        u"wolfgang"_s, u"Wolfeschlegelsteinhausenbergerdorff Maximilian Alexander von und zu Hohenlohe"_s);
    MirrorFixture::require(mirror.mirror->write([&] {
        mirror.mirror->members.putUser({mirror.me, u"mira"_s, u"Mira"_s});
    }));
}

MessageRow Lively::say(const ChatId &chat, const UserId &who, const QString &text, qint64 minutesAgo,
                       Mid reply)
{
    MessageRow row = mirror.row(++m_seq, who, text);
    row.atMs = m_now - minutesAgo * 60'000;
    row.reply = reply;
    m_lastMs = row.atMs;
    return mirror.put(chat, row);
}

void Lively::finish(const ChatId &chat, const std::vector<UserId> &others, qint64 seenByOthers,
                    qint64 seenByMe)
{
    Mirror &m = *mirror.mirror;
    MirrorFixture::require(m.write([&] {
        m.ranges.replace(chat, {{{1}, {m_seq}, std::nullopt}});
        m.chats.raiseAct(chat, m_lastMs);
        m.receipts.want(chat, {m_seq}, {seenByMe});
        m.receipts.ack(chat, {m_seq}, {seenByMe});
        for (const UserId &other : others) m.members.raise(chat, {other, {m_seq}, {seenByOthers}});
    }));
    m_seq = 0;
}

void Lively::queue(const ChatId &chat, const QString &text, const QString &refusedCode)
{
    Mirror &m = *mirror.mirror;
    MessageRow row = mirror.row(0, mirror.me, text);
    row.atMs = m_now - 60'000;
    MirrorFixture::require(m.write([&] {
        m.messages.insertQueued(chat, row, row.atMs);
        OutboxEntry entry;
        entry.chat = chat;
        entry.kind = u"send"_s;
        entry.mid = row.mid;
        entry.payload = "{}";
        entry.enteredMs = row.atMs;
        const qint64 pk = m.outbox.append(entry);
        if (refusedCode.isEmpty()) return;
        m.messages.setRefused(row.mid, refusedCode);
        m.outbox.refuse(pk, refusedCode);
    }));
}

void Lively::state(const char16_t *kind, const ChatId &chat, qint64 number)
{
    MirrorFixture::require(mirror.mirror->write([&] {
        mirror.mirror->state.upsert(
            {QString::fromUtf16(kind), chat.text(), wire::encodeNumber(number), 1, {}, {1}});
    }));
}

void Lively::directChat()
{
    Mirror &m = *mirror.mirror;
    const UserId me = mirror.me;
    direct = mirror.chat(ChatKind::Direct, {ana});
    say(direct, ana, u"Did the boat leave on time?"_s, 26 * 60);
    say(direct, me, u"Ten minutes late, as always 🙂"_s, 26 * 60 - 2);
    say(direct, ana,
        u"Good. I have put the tickets for Saturday on the kitchen table, next to the blue bowl. Row 7, seats 12 and 13."_s,
        190);
    const MessageRow plan = say(
        direct, ana,
        u"Shall we meet at the harbour at half past five? The exhibition closes at eight and I would like to see the upper floor too."_s,
        188);
    say(direct, me, u"Half past five is perfect"_s, 120, plan.mid);
    const MessageRow link =
        say(direct, me, u"The map is at https://harbour.example/plan.pdf — second gate on the left."_s, 119);
    say(direct, ana, u"👍"_s, 60);
    MessageRow gone = say(direct, me, u"typo"_s, 42);
    gone.dead = true;
    gone.body.clear();
    gone.ev = 1;
    mirror.put(direct, gone);
    MessageRow edited =
        say(direct, ana, u"Bring the umbrella, the forecast changed: rain after seven."_s, 12);
    edited.ev = 1;
    mirror.put(direct, edited);
    say(direct, me, u"Will do!"_s, 9);
    rich();
    say(direct, me, u"And I’ll bring the good camera as well."_s, 8);
    const qint64 end = m_seq;
    finish(direct, {ana}, end - 1, end);
    MirrorFixture::require(m.write([&] {
        m.reactions.upsert(direct, {plan.mid, me, u"❤️"_s, true, 1, {50}});
        m.reactions.upsert(direct, {plan.mid, ana, u"🎉"_s, true, 1, {51}});
        m.reactions.upsert(direct, {link.mid, ana, u"👍"_s, true, 1, {52}});
    }));
    queue(direct, u"On the train now, no signal until Rijeka"_s, {});
}

/// What a text may have beside its words.
void Lively::rich()
{
    const QString text = u"Packing list\nlight = on\nwind > 4\n\nSaid the skipper\nAnswer for @Ana: seven"_s;
    OutgoingText out;
    out.text = text;
    const auto part = [&](EntityKind kind, const QString &words, const UserId &user = {}) {
        out.entities.push_back({kind, int(text.indexOf(words)), int(words.size()), {}, user});
    };
    part(EntityKind::Bold, u"Packing list"_s);
    part(EntityKind::CodeBlock, u"light = on\nwind > 4"_s);
    part(EntityKind::Quote, u"Said the skipper"_s);
    part(EntityKind::Mention, u"@Ana"_s, ana);
    part(EntityKind::Spoiler, u"seven"_s);
    out.silent = true;
    MessageRow row = say(direct, mirror.me, text, 9);
    row.extra = wire::outgoingExtra(out);
    mirror.put(direct, row);
    OutgoingText linked;
    linked.text = u"https://harbour.example/plan"_s;
    linked.link =
        LinkPreview{linked.text,
                    u"Harbour plan"_s,
                    u"All gates, ferries and opening hours of the old harbour, as of this spring."_s,
                    u"harbour.example"_s,
                    {}};
    MessageRow link = say(direct, ana, linked.text, 9);
    link.extra =
        wire::forwardedExtra(wire::outgoingExtra(linked), {link.mid, ben, u"Ben Okafor"_s, m_now}, false);
    mirror.put(direct, link);
}

void Lively::groupChat()
{
    group = mirror.chat(ChatKind::Group, {ana, ben, chen, layla}, u"Summer house"_s);
    MessageRow made = mirror.row(++m_seq, ben, {});
    made.kind = u"service"_s;
    made.extra = wire::serviceExtra({u"created"_s, {}, u"Summer house"_s});
    made.atMs = m_now - 300 * 60'000;
    mirror.put(group, made);
    say(group, ben, u"Who has the key to the boathouse?"_s, 280);
    say(group, ben, u"The neighbour is asking."_s, 279);
    say(group, chen, u"我有钥匙，周五带过去。"_s, 250);
    say(group, mirror.me, u"Wonderful, thank you!"_s, 248);
    say(group, layla, u"سأصل يوم الجمعة مساءً، هل أحضر شيئاً معي؟"_s, 90);
    say(group, ana, u"Bread and something for breakfast, please."_s, 31);
    say(group, ben,
        u"And coffee. We used the last of it in August, and the shop in the village does not open before Monday."_s,
        30);
    finish(group, {ana, ben, chen, layla}, m_seq - 1, m_seq - 2);
    state(u"pin", group, 1);
}

void Lively::others()
{
    arabic = mirror.chat(ChatKind::Direct, {layla});
    say(arabic, layla, u"صباح الخير! هل وصلتك الصور؟"_s, 400);
    say(arabic, mirror.me, u"نعم، شكراً جزيلاً"_s, 398);
    finish(arabic, {layla}, 2, 2);
    quiet = mirror.chat(ChatKind::Direct, {longName});
    say(quiet, longName, u"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"_s, 2000);
    say(quiet, mirror.me, u"Gesundheit."_s, 1999);
    finish(quiet, {longName}, 2, 2);
    state(u"mute", quiet, 0);
    queue(quiet, u"Ask me again in the office"_s, u"blocked"_s);
    const ChatId ben1 = mirror.chat(ChatKind::Direct, {ben});
    say(ben1, ben, u"Lunch on Thursday?"_s, 4000);
    finish(ben1, {ben}, 1, 1);
    MirrorFixture::require(mirror.mirror->write([&] {
        mirror.mirror->drafts.put(ben1, {u"Thursday is fine, but not before"_s, {}, 0, false}, m_now);
    }));
    const ChatId chen1 = mirror.chat(ChatKind::Direct, {chen});
    for (int i = 0; i < 7; ++i) say(chen1, chen, u"Chapter %1 is ready for you"_s.arg(i + 1), 9000 - i);
    finish(chen1, {chen}, 0, 0);
}

/// A picture that looks like one: sky, hills, a sun; written into the fixture's folder.
QString Lively::picture(const QString &name, QSize size, int kind)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, size.height());
    sky.setColorAt(0, QColor::fromHsv((190 + kind * 70) % 360, 150, 225));
    sky.setColorAt(1, QColor::fromHsv((20 + kind * 70) % 360, 90, 250));
    p.fillRect(image.rect(), sky);
    p.setPen(Qt::NoPen);
    p.setBrush(QColor(0xff, 0xf1, 0xc4));
    p.drawEllipse(QPointF(size.width() * 0.7, size.height() * 0.35), size.height() / 9.0,
                  size.height() / 9.0);
    for (int hill = 0; hill < 3; ++hill) {
        p.setBrush(QColor::fromHsv((150 + kind * 40) % 360, 110, 150 - hill * 35));
        p.drawEllipse(QPointF(size.width() * (0.2 + 0.33 * hill), size.height() * (1.05 + 0.08 * hill)),
                      size.width() * 0.42, size.height() * 0.42);
    }
    p.end();
    const QString path = mirror.folder.filePath(name);
    if (!image.save(path)) qFatal("%s cannot be written", qPrintable(path));
    return path;
}

void Lively::filesChat()
{
    files = mirror.chat(ChatKind::Group, {ben, ana}, u"Coast walk"_s);
    const auto file = [&](const QString &name, qint64 size, const QString &mime) {
        Attachment att;
        att.att = mirror.id<AttId>();
        att.name = name;
        att.size = size;
        att.sha256 = QByteArray(32, 'h');
        att.mime = mime;
        return att;
    };
    const auto drawn = [&](const QString &name, QSize size, int kind, QString *path) {
        OutgoingFile out;
        out.path = *path = picture(name, size, kind);
        describePicture(out);
        Attachment att = file(name, QFileInfo(*path).size(), u"image/png"_s);
        att.width = out.width;
        att.height = out.height;
        att.thumb = out.thumb;
        return att;
    };
    const auto put = [&](const UserId &who, const QString &text, const std::vector<Attachment> &atts, int ago,
                         const std::vector<Transfer> &transfers) {
        MessageRow row = mirror.row(++m_seq, who, text);
        row.atMs = m_now - ago * 60'000;
        row.extra = wire::withAttachments({}, atts);
        m_lastMs = row.atMs;
        mirror.put(files, row);
        MirrorFixture::require(mirror.mirror->write([&] {
            for (Transfer one : transfers) {
                one.mid = row.mid;
                mirror.mirror->transfers.put(one);
            }
        }));
    };
    const auto here = [](const Attachment &att, const QString &path) {
        return Transfer{att.att, {}, false, path, att.size, att.sha256, 0, att.size, TransferState::Done,
                        {},      1};
    };
    QString a, b, c, d;
    const Attachment harbour = drawn(u"harbour.png"_s, {1200, 800}, 0, &a);
    put(ben, {}, {harbour}, 60, {here(harbour, a)});
    const Attachment one = drawn(u"one.png"_s, {900, 900}, 1, &b),
                     two = drawn(u"two.png"_s, {900, 600}, 2, &c),
                     three = drawn(u"three.png"_s, {600, 900}, 3, &d);
    put(mirror.me, u"Three from the walk along the coast"_s, {one, two, three}, 40,
        {here(one, b), here(two, c), here(three, d)});
    const Attachment plan =
        file(u"Summer house, floor plan and inventory 2026.pdf"_s, 3'400'000, u"application/pdf"_s);
    const Attachment film = file(u"boat.mp4"_s, 181'000'000, u"video/mp4"_s);
    const Attachment lost = file(u"notes.txt"_s, 1'200, u"text/plain"_s);
    Transfer moving = here(film, {}), failed = here(lost, {});
    moving.state = TransferState::Waiting;
    moving.done = 60'000'000;
    failed.state = TransferState::Failed;
    failed.error = u"gone"_s;
    put(ben, u"The papers. The film takes a while."_s, {plan, film, lost}, 20, {moving, failed});
    movingFile = film.att;
    finish(files, {ben, ana}, m_seq, m_seq);
}

} // namespace kith
