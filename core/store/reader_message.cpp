#include "core/store/reader_private.h"
#include "core/wire/attachment_codec.h"
#include "core/wire/codec.h"
#include "core/wire/content_codec.h"
#include "core/wire/poll_codec.h"
#include "core/wire/push_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kith {

QString oneLine(const QString &text)
{
    constexpr int shown = 200, looked = 1'000;
    QString line = text.left(looked).simplified().left(shown);
    if (!line.isEmpty() && line.back().isHighSurrogate()) line.chop(1);
    return line;
}

RawMessage Reader::Private::raw(Query &q)
{
    RawMessage m;
    m.pk = q.num(0);
    m.chatPk = q.num(1);
    m.row.mid = q.id<Mid>(2);
    m.row.seq = {q.num(3)};
    m.row.rev = {q.num(4)};
    m.senderPk = q.num(5);
    m.row.kind = q.isNull(6) ? u"text"_s : q.text(6);
    m.row.reply = q.id<Mid>(7);
    m.row.root = q.id<Mid>(8);
    m.row.ev = int(q.num(9));
    m.row.dead = q.num(10) != 0;
    m.state = MessageState(q.num(11));
    m.localPos = q.num(12);
    m.row.atMs = q.num(13);
    m.refused = q.text(14);
    m.row.extra = q.text(15).toUtf8();
    m.row.body = q.text(16);
    return m;
}

std::vector<RawMessage> Reader::Private::raws(Query q)
{
    std::vector<RawMessage> all;
    while (q.next()) all.push_back(raw(q));
    return all;
}

/// How far all the others are: the peer of a direct chat, every present member of a group. Of a large group
/// not every member is held; then nothing is claimed.
void Reader::Private::loadMarks(ChatContext &in, int members)
{
    Query q = db->query("SELECT count(*), min(delivered), min(seen) FROM members"
                        " WHERE chat_pk = ? AND user_pk <> ? AND (left = 0 OR ? = 1)",
                        {in.pk, mePk, int(in.kind)});
    if (!q.next()) return;
    const int needed = in.kind == ChatKind::Direct ? 1 : std::max(1, members - (in.left ? 0 : 1));
    if (q.num(0) < needed) return;
    in.delivered = {q.num(1)};
    in.seen = {q.num(2)};
}

void Reader::Private::loadWaiting(ChatContext &in)
{
    Query q = db->query("SELECT mid, payload, refused, last_error FROM outbox"
                        " WHERE chat_pk = ? AND kind IN ('edit', 'del', 'react') ORDER BY pk",
                        {in.pk});
    while (q.next()) {
        auto decoded = wire::decodeRequest(q.bytes(1));
        if (auto *request = std::get_if<wire::Request>(&decoded))
            in.waiting[q.id<Mid>(0)].push_back({std::move(request->frame), q.num(2) != 0, q.text(3)});
    }
}

Tick Reader::Private::tickOf(const RawMessage &m, const ChatContext &in) const
{
    if (m.senderPk != mePk || m.row.kind == "service"_L1) return Tick::None;
    switch (m.state) {
    case MessageState::Queued:
        return Tick::Queued;
    case MessageState::Refused:
        return Tick::Failed;
    case MessageState::Sent:
    case MessageState::Unverified:
        break;
    }
    if (m.row.seq <= in.seen) return Tick::Seen;
    return m.row.seq <= in.delivered ? Tick::Delivered : Tick::Sent;
}

namespace {

/// The body and the tombstone as they will be once the waiting changes have arrived.
void applyWaiting(MessageRow &row, const std::vector<WaitingChange> &changes)
{
    for (const WaitingChange &change : changes) {
        if (change.refused) continue;
        if (const auto *edit = std::get_if<wire::Edit>(&change.frame); edit && !row.dead) {
            row.body = edit->body;
            row.extra = wire::editedExtra(row.extra, edit->extra);
        }
        if (std::holds_alternative<wire::Del>(change.frame)) {
            row.dead = true;
            row.body.clear();
        }
    }
}

} // namespace

std::vector<ReactionCount> Reader::Private::reactionsOf(const Mid &mid,
                                                        const std::vector<WaitingChange> *waiting)
{
    std::vector<ReactionCount> counts;
    const auto at = [&](const QString &emoji) -> ReactionCount & {
        const auto it =
            std::find_if(counts.begin(), counts.end(), [&](const auto &c) { return c.emoji == emoji; });
        if (it != counts.end()) return *it;
        return counts.emplace_back(ReactionCount{emoji, 0, false});
    };
    {
        Query q =
            db->query("SELECT user_pk, emoji FROM reactions WHERE mid = ? AND \"on\" = 1", {mid.blob()});
        while (q.next()) {
            ReactionCount &count = at(q.text(1));
            ++count.count;
            count.mine |= q.num(0) == mePk;
        }
    }
    if (waiting) {
        for (const WaitingChange &change : *waiting) {
            const auto *react = std::get_if<wire::React>(&change.frame);
            if (!react || change.refused) continue;
            ReactionCount &count = at(react->emoji);
            if (count.mine == react->on) continue;
            count.mine = react->on;
            count.count += react->on ? 1 : -1;
        }
    }
    counts.erase(std::remove_if(counts.begin(), counts.end(), [](const auto &c) { return c.count <= 0; }),
                 counts.end());
    std::stable_sort(counts.begin(), counts.end(), [](const auto &a, const auto &b) {
        return a.count != b.count ? a.count > b.count : a.emoji < b.emoji;
    });
    return counts;
}

std::optional<ReplyQuote> Reader::Private::quoteOf(const Mid &mid, ChatContext &in)
{
    if (!mid) return std::nullopt;
    ReplyQuote quote;
    quote.mid = mid;
    MessageRow row;
    qint64 senderPk = 0;
    {
        Query q = db->query(
            "SELECT m.sender_pk, m.dead, m.body FROM messages m WHERE m.mid = ? AND m.chat_pk = ?" NOT_HIDDEN,
            {mid.blob(), in.pk});
        if (!q.next()) return quote;
        senderPk = q.num(0);
        row.dead = q.num(1) != 0;
        row.body = q.text(2);
    }
    const auto waiting = in.waiting.constFind(mid);
    if (waiting != in.waiting.constEnd()) applyWaiting(row, *waiting);
    quote.held = true;
    quote.dead = row.dead;
    quote.senderName = nameOf(senderPk, in);
    quote.text = oneLine(row.body);
    return quote;
}

std::vector<AttachmentView> Reader::Private::attachmentsOf(const QByteArray &extra)
{
    std::vector<AttachmentView> views;
    if (!wire::mayHaveAttachments(extra)) return views;
    for (Attachment &att : wire::attachmentsOrNone(extra)) {
        AttachmentView view;
        view.info = std::move(att);
        Query q = db->query("SELECT state, upload, done, path, error FROM attachments WHERE id = ?",
                            {view.info.att.blob()});
        if (q.next()) {
            view.state = TransferState(q.num(0));
            view.upload = q.num(1) != 0;
            view.doneBytes = q.num(2);
            if (view.upload || view.state == TransferState::Done) view.path = q.text(3);
            view.error = q.text(4);
        }
        views.push_back(std::move(view));
    }
    return views;
}

void Reader::Private::fillContent(Message &to)
{
    const QByteArray &extra = to.row.extra;
    if (extra.isEmpty()) return;
    to.entities = wire::entities(extra, to.row.body);
    to.forward = wire::forwardSource(extra);
    to.link = wire::linkPreview(extra);
    to.silent = wire::isSilent(extra);
    to.expiresMs = wire::expiryMs(extra);
    to.poll = wire::pollOf(extra);
    if (!to.poll) return;
    const auto vote = wire::decodeVote(setting(u"vote"_s, to.row.mid.text()));
    for (size_t i = 0; vote && i < to.poll->options.size(); ++i)
        to.poll->options[i].mine = (vote->options >> i) & 1;
}

Message Reader::Private::finish(const RawMessage &m, ChatContext &in)
{
    Message out;
    out.pk = m.pk;
    out.chat = in.chat;
    out.row = m.row;
    out.row.sender = keys.userOf(m.senderPk);
    out.state = m.state;
    out.localPos = m.row.seq.value ? 0 : m.localPos;
    out.mine = mePk && m.senderPk == mePk;
    out.tick = tickOf(m, in);
    out.senderName = nameOf(m.senderPk, in);
    out.refusedCode = m.refused;
    const auto it = in.waiting.constFind(m.row.mid);
    const std::vector<WaitingChange> *waiting = it != in.waiting.constEnd() ? &*it : nullptr;
    if (waiting) {
        applyWaiting(out.row, *waiting);
        for (const WaitingChange &change : *waiting) {
            if (change.refused)
                out.refusedCode = change.error;
            else
                out.changeWaiting = true;
        }
    }
    if (!out.row.dead) {
        out.reactions = reactionsOf(m.row.mid, waiting);
        out.reply = quoteOf(m.row.reply, in);
        out.attachments = attachmentsOf(m.row.extra);
        fillContent(out);
    }
    return out;
}

} // namespace kith
