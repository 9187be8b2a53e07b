#include "sync/attachments.h"

#include "core/base/file_names.h"
#include "core/base/log.h"
#include "core/wire/attachment_codec.h"
#include "core/wire/field_reader.h"
#include "sync/lanes.h"
#include "sync/payload.h"

#include <QDateTime>
#include <QFileInfo>
#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {

constexpr int looked = 64;
constexpr int sweepPage = 500;
constexpr int atOnce = 2; // each way
constexpr qint64 retryMinMs = 1'000, retryMaxMs = 60'000;
constexpr int triesOfOneSend = 8;
constexpr qint64 tidyEveryMs = 5 * 60'000;

/// Of a file that has not been counted yet; no server takes it for true.
QByteArray uncounted() { return QByteArray(32, '\0'); }

} // namespace

void Attachments::setCarrier(Carrier carrier)
{
    m_carrier = std::move(carrier);
    m_active.clear();
    m_look = true;
}

void Attachments::connected()
{
    for (Delay &delay : m_delays) delay.untilMs = 0;
    m_tidyAt = m_core.now();
    m_look = true;
}

qint64 Attachments::nextDue() const
{
    if (!m_carrier.start || !m_core.connected) return kNever;
    if (m_look) return 0;
    qint64 due = m_tidyAt;
    for (const Delay &delay : m_delays)
        if (delay.untilMs > 0) due = std::min(due, delay.untilMs);
    return due;
}

void Attachments::advance()
{
    if (!m_carrier.start || !m_core.connected) return;
    const qint64 now = m_core.now();
    for (auto &delay : m_delays)
        if (delay.untilMs > 0 && delay.untilMs <= now) {
            delay.untilMs = 0;
            m_look = true;
        }
    if (m_tidyAt <= now) tidy();
    if (!m_look) return;
    m_look = false;
    const auto waiting = m_core.mirror.read([&] { return m_core.mirror.transfers.waiting(looked); });
    if (!waiting) {
        m_core.diskFault = waiting.error();
        return;
    }
    for (const Transfer &transfer : *waiting) {
        const auto busy = std::count(m_active.begin(), m_active.end(), transfer.upload);
        if (busy >= atOnce || m_active.contains(transfer.att)) continue;
        if (m_delays.value(transfer.att).untilMs > now) continue;
        if (!start(transfer) && m_core.diskFault) return;
    }
}

/// What was deleted for all is not kept in the cache either.
void Attachments::tidy()
{
    m_tidyAt = m_core.now() + tidyEveryMs;
    if (!m_carrier.outgoing.isEmpty())
        m_core.write([&](Batch &batch) {
            m_core.mirror.transfers.adoptSent(m_carrier.outgoing + u'/', m_core.clock.wallMs());
            makeRoom({}, batch);
        });
    if (!std::exchange(m_swept, true)) sweep();
    const auto dead = m_core.mirror.read([&] { return m_core.mirror.transfers.ofDeadMessages(looked); });
    if (!dead || dead->empty()) return;
    m_core.write([&](Batch &batch) {
        for (const Transfer &transfer : *dead) {
            m_core.mirror.transfers.remove(transfer.att);
            batch.after.push_back([this, transfer] {
                if (m_carrier.erase) m_carrier.erase(transfer.path);
            });
        }
    });
    if (int(dead->size()) == looked) m_tidyAt = m_core.now();
}

void Attachments::sweep()
{
    if (!m_carrier.sweep) return;
    QSet<QString> kept;
    for (AttId last;;) {
        const auto page = m_core.mirror.read([&] { return m_core.mirror.transfers.page(last, sweepPage); });
        if (!page) return; // not knowing what is needed, nothing is removed
        for (const Transfer &transfer : *page) {
            if (!transfer.path.isEmpty()) kept.insert(transfer.path);
            kept.insert(QString::fromLatin1(transfer.att.blob().toHex()) + u".part"_s);
        }
        if (int(page->size()) < sweepPage) break;
        last = page->back().att;
    }
    m_carrier.sweep(std::move(kept));
}

bool Attachments::start(const Transfer &transfer)
{
    const auto task = m_core.mirror.read([&]() -> std::optional<TransferTask> {
        const auto message = m_core.mirror.messages.find(transfer.mid);
        if (!message) return std::nullopt;
        TransferTask t{transfer.att, message->chat, transfer.upload,  transfer.path,
                       {},           transfer.size, transfer.mtimeMs, transfer.sha256};
        for (const Attachment &att : wire::attachmentsOrNone(message->row.extra))
            if (att.att == transfer.att) t.name = att.name;
        const auto chat = m_core.mirror.chats.find(message->chat);
        if (transfer.upload && (!chat || !chat->known))
            return std::nullopt; // its chat.new is still on the way
        return t;
    });
    if (!task) m_core.diskFault = task.error();
    if (!task || !*task) return false;
    m_active.insert(transfer.att, transfer.upload);
    m_carrier.start(**task);
    return true;
}

void Attachments::report(const TransferReport &report)
{
    using Kind = TransferReport::Kind;
    if (report.kind == Kind::Moved) {
        const auto size = m_core.mirror.read([&] { return m_core.mirror.transfers.get(report.att); });
        if (report.durable)
            m_core.write([&](Batch &) { m_core.mirror.transfers.setDone(report.att, report.done); });
        if (size && *size) Q_EMIT m_core.feed.transferMoved(report.att, report.done, (*size)->size);
        return;
    }
    if (report.kind != Kind::Counted) {
        m_active.remove(report.att);
        m_look = true;
    }
    if (report.kind == Kind::Later) {
        Delay &delay = m_delays[report.att];
        const qint64 bound = std::min(retryMinMs << std::min(delay.times++, 6), retryMaxMs);
        delay.untilMs = m_core.now() + std::max(report.retryMs, bound) +
                        qint64(m_core.random.below(quint64(bound) / 4 + 1));
    } else if (report.kind != Kind::Counted) {
        m_delays.remove(report.att);
    }
    if (report.kind != Kind::Later && report.kind != Kind::Stopped)
        m_core.write([&](Batch &batch) {
            if (report.kind == Kind::Counted) counted(report, batch);
            if (report.kind == Kind::Done) done(report, batch);
            if (report.kind == Kind::Refused) refused(report, batch);
            batch.after.push_back([this] { m_lanes.changed(); });
        });
    if (m_core.wake) m_core.wake();
}

void Attachments::touch(const Transfer &transfer, Batch &batch)
{
    if (const auto message = m_core.mirror.messages.find(transfer.mid)) {
        batch.changes.touch(message->chat, transfer.mid);
        batch.changes.list = true;
    }
    batch.changes.outbox = true;
}

/// Puts what is now known of a file into its unsent message and into the send that waits.
void Attachments::describe(const Mid &mid, const Attachment &att)
{
    const auto message = m_core.mirror.messages.find(mid);
    if (!message) return;
    auto atts = wire::attachmentsOrNone(message->row.extra);
    for (Attachment &one : atts)
        if (one.att == att.att) {
            one.size = att.size;
            if (!att.sha256.isEmpty()) one.sha256 = att.sha256;
            if (!att.mime.isEmpty()) one.mime = att.mime;
        }
    m_core.mirror.messages.setUnsentExtra(mid, wire::withAttachments(message->row.extra, atts));
    for (const OutboxEntry &e : m_core.mirror.outbox.ofMid(mid)) {
        auto frame = payload::read(e.payload);
        auto *send = frame ? std::get_if<wire::Send>(&*frame) : nullptr;
        if (!send) continue;
        send->extra = wire::withAttachments(send->extra, atts);
        m_core.mirror.outbox.setPayload(e.pk, payload::of(*frame));
    }
}

void Attachments::counted(const TransferReport &report, Batch &batch)
{
    auto transfer = m_core.mirror.transfers.get(report.att);
    if (!transfer || !transfer->upload) return;
    transfer->sha256 = report.sha256;
    m_core.mirror.transfers.put(*transfer);
    Attachment att;
    att.att = report.att;
    att.size = transfer->size;
    att.sha256 = report.sha256;
    att.mime = report.mime;
    describe(transfer->mid, att);
    touch(*transfer, batch);
}

void Attachments::done(const TransferReport &report, Batch &batch)
{
    auto transfer = m_core.mirror.transfers.get(report.att);
    if (!transfer) return;
    transfer->done = transfer->size;
    transfer->state = TransferState::Done;
    transfer->error.clear();
    if (!transfer->upload) {
        transfer->path = report.path;
        transfer->usedMs = m_core.clock.wallMs();
    }
    m_core.mirror.transfers.put(*transfer);
    touch(*transfer, batch);
    if (!transfer->upload) return makeRoom(report.att, batch);
    Attachment att;
    att.att = report.att;
    att.size = transfer->size;
    att.sha256 = transfer->sha256;
    att.mime = report.mime;
    describe(transfer->mid, att);
    const auto all = m_core.mirror.transfers.ofMid(transfer->mid);
    if (std::all_of(all.begin(), all.end(),
                    [](const Transfer &t) { return !t.upload || t.state == TransferState::Done; }))
        release(transfer->mid, batch);
}

/// All files of the message are there: it joins its lane behind what was entered meanwhile, and with it what
/// waited for it.
void Attachments::release(const Mid &mid, Batch &batch)
{
    const auto message = m_core.mirror.messages.find(mid);
    for (OutboxEntry e : m_core.mirror.outbox.ofMid(mid)) {
        if (!e.afterAtt) continue;
        m_core.mirror.outbox.settle(e.pk);
        e.afterAtt = false;
        m_core.mirror.outbox.append(e);
        if (e.kind == u"send"_s && message && message->row.seq == Seq{} && !e.refused)
            m_core.mirror.messages.requeue(mid);
    }
    batch.after.push_back([this] { m_lanes.changed(); });
}

void Attachments::refused(const TransferReport &report, Batch &batch)
{
    const auto transfer = m_core.mirror.transfers.get(report.att);
    if (!transfer) return;
    qCInfo(lcSync, "a transfer was refused: %s", qUtf8Printable(report.code));
    m_core.mirror.transfers.setState(report.att, TransferState::Failed, report.code);
    touch(*transfer, batch);
    if (!transfer->upload) return;
    for (const OutboxEntry &e : m_core.mirror.outbox.ofMid(transfer->mid)) {
        if (!e.afterAtt || e.kind != u"send"_s) continue;
        m_core.mirror.outbox.refuse(e.pk, report.code);
        m_core.mirror.messages.setRefused(transfer->mid, report.code);
        if (const auto message = m_core.mirror.messages.find(transfer->mid))
            batch.changes.chats[message->chat].info = true;
    }
}

QString Attachments::enter(const Mid &mid, const std::vector<OutgoingFile> &files,
                           std::vector<Attachment> *atts)
{
    if (files.empty() || int(files.size()) > limits::messageAtts) return u"too_many_files"_s;
    for (const OutgoingFile &file : files) {
        const QFileInfo info(file.path);
        if (!file.att || !info.isFile() || !info.isReadable()) return u"file_gone"_s;
        if (info.size() > limits::fileBytes) return wire::text(wire::Code::AttTooBig);
        if (m_core.mirror.transfers.get(file.att)) return wire::text(wire::Code::MidConflict);
        Transfer transfer;
        transfer.att = file.att;
        transfer.mid = mid;
        transfer.upload = true;
        transfer.path = info.absoluteFilePath();
        transfer.size = info.size();
        transfer.mtimeMs = info.lastModified().toMSecsSinceEpoch();
        m_core.mirror.transfers.put(transfer);
        Attachment att;
        att.att = file.att;
        att.name = file.name.isEmpty() ? info.fileName() : file.name;
        while (att.name.toUtf8().size() > limits::attNameBytes)
            att.name.remove(0, 1); // the ending tells more
        if (att.name.isEmpty() || !wire::isCleanText(att.name)) att.name = safeFileName(att.name);
        att.size = info.size();
        att.sha256 = uncounted();
        att.mime = u"application/octet-stream"_s;
        att.voice = file.voice;
        att.width = std::clamp(file.width, 0, limits::attSidePixels);
        att.height = std::clamp(file.height, 0, limits::attSidePixels);
        att.durationMs = std::max<qint64>(file.durationMs, 0);
        if (file.thumb.size() <= limits::attThumbBytes) att.thumb = file.thumb;
        att.wave = file.wave.left(limits::attWaveBytes);
        atts->push_back(std::move(att));
    }
    m_look = true;
    return {};
}

bool Attachments::waitsForFiles(const Mid &mid)
{
    const auto entries = m_core.mirror.outbox.ofMid(mid);
    return std::any_of(entries.begin(), entries.end(), [](const OutboxEntry &e) { return e.afterAtt; });
}

void Attachments::drop(const Mid &mid, Batch &batch)
{
    for (const Transfer &transfer : m_core.mirror.transfers.ofMid(mid)) {
        if (!transfer.upload) continue;
        m_core.mirror.transfers.remove(transfer.att);
        batch.after.push_back([this, att = transfer.att] {
            m_delays.remove(att);
            if (m_carrier.cancel) m_carrier.cancel(att, true);
        });
    }
}

void Attachments::retry(const Mid &mid, Batch &batch)
{
    for (Transfer transfer : m_core.mirror.transfers.ofMid(mid)) {
        if (!transfer.upload || transfer.state != TransferState::Failed) continue;
        // As the file is now: whoever tries again has seen that it changed.
        const QFileInfo info(transfer.path);
        if (info.isFile() &&
            (transfer.mtimeMs != info.lastModified().toMSecsSinceEpoch() || transfer.size != info.size())) {
            transfer.size = info.size();
            transfer.mtimeMs = info.lastModified().toMSecsSinceEpoch();
            transfer.sha256.clear();
            transfer.done = 0;
        }
        transfer.state = TransferState::Waiting;
        transfer.error.clear();
        m_core.mirror.transfers.put(transfer);
        touch(transfer, batch);
    }
    batch.after.push_back([this] { m_look = true; });
}

bool Attachments::uploadAgain(const OutboxEntry &entry, Batch &batch)
{
    bool any = false;
    if (entry.tries > triesOfOneSend) return false;
    for (Transfer transfer : m_core.mirror.transfers.ofMid(entry.mid)) {
        // A copy that became a part of the cache when it was sent goes up again too.
        if (!transfer.upload && transfer.state != TransferState::Done) continue;
        transfer.upload = true;
        transfer.state = TransferState::Waiting;
        transfer.done = 0;
        m_core.mirror.transfers.put(transfer);
        touch(transfer, batch);
        any = true;
    }
    if (!any) return false;
    m_core.mirror.outbox.setAfterAtt(entry.pk, true);
    batch.after.push_back([this] { m_look = true; });
    return true;
}

QString Attachments::fetch(const ChatId &chat, const Mid &mid, const AttId &att, Batch &batch)
{
    const auto message = m_core.mirror.messages.find(mid);
    if (!message || message->chat != chat) return wire::text(wire::Code::NoSuchMessage);
    const auto atts = wire::attachmentsOrNone(message->row.extra);
    const auto found =
        std::find_if(atts.begin(), atts.end(), [&](const Attachment &a) { return a.att == att; });
    if (found == atts.end()) return wire::text(wire::Code::NotFound);
    const auto held = m_core.mirror.transfers.get(att);
    const bool here = held && held->state == TransferState::Done &&
                      QFileInfo(held->path).size() == found->size && QFileInfo::exists(held->path);
    if (here) {
        m_core.mirror.transfers.setUsed(att, m_core.clock.wallMs());
        touch(*held, batch);
        return {};
    }
    if (held && held->upload && held->state != TransferState::Done) return {}; // not there to be fetched yet
    Transfer transfer;
    transfer.att = att;
    transfer.mid = mid;
    transfer.size = found->size;
    transfer.sha256 = found->sha256;
    transfer.usedMs = m_core.clock.wallMs();
    m_core.mirror.transfers.put(transfer);
    touch(transfer, batch);
    batch.after.push_back([this, att] {
        m_delays.remove(att);
        m_look = true;
    });
    return {};
}

void Attachments::cancelFetch(const AttId &att, Batch &batch)
{
    const auto transfer = m_core.mirror.transfers.get(att);
    if (!transfer || transfer->upload || transfer->state == TransferState::Done) return;
    m_core.mirror.transfers.remove(att);
    touch(*transfer, batch);
    batch.after.push_back([this, att] {
        m_delays.remove(att);
        if (m_carrier.cancel) m_carrier.cancel(att, false);
    });
}

/// The cache is bounded: what was not looked at for longest goes first. It can be fetched again.
void Attachments::makeRoom(const AttId &besides, Batch &batch)
{
    qint64 bytes = m_core.mirror.transfers.cachedBytes();
    while (bytes > m_cacheBytes) {
        const auto oldest = m_core.mirror.transfers.oldestCached(besides);
        if (!oldest) return;
        m_core.mirror.transfers.remove(oldest->att);
        bytes -= oldest->size;
        letGo(*oldest, batch);
    }
}

void Attachments::letGo(const Transfer &transfer, Batch &batch)
{
    touch(transfer, batch);
    batch.after.push_back([this, path = transfer.path] {
        if (m_carrier.erase) m_carrier.erase(path);
    });
}

void Attachments::drop(const ChatId &chat)
{
    if (!m_carrier.outgoing.isEmpty())
        m_core.write([&](Batch &) {
            m_core.mirror.transfers.adoptSent(m_carrier.outgoing + u'/', m_core.clock.wallMs());
        });
    for (bool more = true; more;) {
        const auto some =
            m_core.mirror.read([&] { return m_core.mirror.transfers.cachedOf(chat, sweepPage); });
        if (!some) {
            m_core.diskFault = some.error();
            return;
        }
        more = !some->empty() && m_core.write([&](Batch &batch) {
            for (const Transfer &transfer : *some) {
                m_core.mirror.transfers.setDropped(transfer.att);
                letGo(transfer, batch);
            }
        });
    }
}

void Attachments::setCache(qint64 bytes)
{
    m_cacheBytes = std::max<qint64>(bytes, 0);
    m_core.write([&](Batch &batch) { makeRoom({}, batch); });
}

} // namespace kith
