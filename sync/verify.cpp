#include "sync/verify.h"

#include "core/base/limits.h"
#include "core/store/mirror_check.h"
#include "core/wire/digest.h"
#include "core/wire/group_values.h"
#include "sync/ranges.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMovedMs = 100;
constexpr qint64 kTellMs = 100;
constexpr qint64 kRetryMs = 1'000;
} // namespace

void Verify::start(VerifyWish wish)
{
    if (m_running) finish(VerifyReport::End::Cancelled);
    m_wish = std::move(wish);
    m_report = {};
    m_report.question = m_wish.question;
    m_progress = {};
    m_progress.question = m_wish.question;
    m_told = {};
    m_parts.clear();
    m_chats.clear();
    m_chat = {};
    m_running = true;
    m_begun = false;
    m_notBefore = 0;
}

void Verify::forget()
{
    if (m_asked) m_parts.push_back(*m_asked); // whatever became of it, asking again is safe
    m_asked.reset();
}

void Verify::cancel()
{
    if (m_running) finish(VerifyReport::End::Cancelled);
}

qint64 Verify::nextDue(bool current) const
{
    if (!m_running || m_asked) return kNever;
    return m_core.connected && current ? m_notBefore : kNever;
}

void Verify::advance(bool current)
{
    if (!m_running || m_asked) return;
    if (m_progress.waiting == m_core.connected) {
        m_progress.waiting = !m_core.connected;
        tell();
    }
    if (!m_core.connected || !current || m_core.now() < m_notBefore) return;
    if (!m_begun) begin();
    if (m_parts.empty() && m_running) nextChat();
    if (!m_running || m_parts.empty()) return;
    const Part part = m_parts.back();
    m_parts.pop_back();
    ask(part);
}

void Verify::begin()
{
    const auto all = m_core.mirror.read([&] { return m_core.mirror.chats.all(); });
    if (!all) {
        m_core.diskFault = all.error();
        return finish(VerifyReport::End::Fault);
    }
    std::vector<StoredChat> chats = *all;
    std::sort(chats.begin(), chats.end(),
              [](const StoredChat &a, const StoredChat &b) { return a.actMs > b.actMs; });
    for (const StoredChat &chat : chats) {
        const bool asked =
            std::find(m_wish.chats.begin(), m_wish.chats.end(), chat.chat) != m_wish.chats.end();
        if (!asked && (!m_wish.chats.empty() || chat.left || !chat.known)) continue;
        m_chats.push_back(chat.chat);
        const auto ranges = m_core.mirror.read([&] { return m_core.mirror.ranges.list(chat.chat); });
        for (const HeldRange &range : ranges ? *ranges : std::vector<HeldRange>{})
            if (!range.asOf) m_progress.messages += range.hi.value - range.lo.value + 1;
    }
    m_progress.chats = int(m_chats.size());
    m_begun = true;
    tell();
}

void Verify::nextChat()
{
    while (m_parts.empty() && !m_chats.empty()) {
        m_chat = {};
        m_chat.chat = m_chats.front();
        m_chats.pop_front();
        m_moved = 0;
        const auto chat = m_core.mirror.read([&] { return m_core.mirror.chats.find(m_chat.chat); });
        const auto ranges = m_core.mirror.read([&] { return m_core.mirror.ranges.list(m_chat.chat); });
        if (!chat || !ranges) {
            m_core.diskFault = chat ? ranges.error() : chat.error();
            return finish(VerifyReport::End::Fault);
        }
        if (!*chat || (*chat)->left || !(*chat)->known) {
            notCompared(*chat && (*chat)->left ? u"left"_s : u"waits"_s);
            endChat();
            continue;
        }
        // What was said before the user's time is not shown to them: nothing of it can be compared.
        const auto me =
            m_core.mirror.read([&] { return m_core.mirror.members.find(m_chat.chat, m_core.me); });
        const Seq from = me && *me ? wire::memberFacts((*me)->row.extra).from : Seq{};
        qint64 held = 0;
        for (HeldRange range : *ranges) {
            range.lo = std::max(range.lo, from);
            if (range.hi < range.lo) continue;
            const qint64 size = range.hi.value - range.lo.value + 1;
            held += size;
            if (range.asOf) m_chat.unverified += size;
            for (qint64 lo = range.lo.value; !range.asOf && lo <= range.hi.value; lo += partSeqs)
                m_parts.push_back(
                    {Part::Kind::Sum, Seq{lo}, Seq{std::min(lo + partSeqs - 1, range.hi.value)}, false});
        }
        const qint64 hidden = std::max<qint64>(from.value - 1, 0);
        m_chat.notHeld = std::max<qint64>((*chat)->seq.value - hidden - held, 0);
        m_parts.push_back({Part::Kind::Members, Seq{1}, Seq{0}, false});
    }
    if (!m_parts.empty() || !m_running) return;
    const auto local = checkMirror(m_core.mirror, m_wish.repair);
    if (!local) {
        m_core.diskFault = local.error();
        return finish(VerifyReport::End::Fault);
    }
    m_report.local = *local;
    finish(VerifyReport::End::Done);
}

void Verify::endChat()
{
    using How = ChatVerdict::How;
    if (m_chat.how == How::Agrees && m_chat.differences > 0)
        m_chat.how = m_wish.repair ? How::Mended : How::Differs;
    m_report.compared += m_chat.compared;
    m_report.notHeld += m_chat.notHeld;
    m_report.unverified += m_chat.unverified;
    m_report.unreadable += m_chat.unreadable;
    m_report.chats.push_back(m_chat);
    ++m_progress.chatsDone;
    tell();
}

void Verify::notCompared(const QString &why)
{
    m_chat.how = ChatVerdict::How::NotCompared;
    m_chat.why = why;
    m_parts.clear();
}

// ---- asking ----

void Verify::ask(const Part &part)
{
    m_asked = part;
    m_notBefore = m_core.now() + everyMs;
    wire::ClientFrame frame;
    if (part.kind == Part::Kind::Rows)
        frame = wire::Hist{m_chat.chat, part.lo, part.hi, Rev{}, limits::pageRows};
    else
        frame = wire::Proof{m_chat.chat, part.lo, part.hi, part.kind == Part::Kind::Members,
                            part.kind == Part::Kind::Members};
    m_core.request(std::move(frame),
                   [this, part, run = m_run](const wire::ServerFrame &answer, Batch &batch) {
                       if (run != m_run) return;
                       then(batch, [this] { m_asked.reset(); });
                       answered(part, answer, batch);
                       then(batch, [this] {
                           if (m_parts.empty()) endChat();
                           tell();
                       });
                   });
}

template <class F> void Verify::then(Batch &batch, F &&step)
{
    batch.after.push_back([this, run = m_run, step = std::forward<F>(step)] {
        if (run == m_run) step();
    });
}

void Verify::push(const Part &part, Batch &batch)
{
    then(batch, [this, part] { m_parts.push_back(part); });
}

void Verify::later(const Part &part, qint64 waitMs, Batch &batch)
{
    then(batch, [this, part, waitMs] {
        m_notBefore = m_core.now() + waitMs;
        m_parts.push_back(part);
    });
}

void Verify::answered(const Part &part, const wire::ServerFrame &frame, Batch &batch)
{
    if (const auto *err = std::get_if<wire::Err>(&frame)) return failed(part, *err, batch);
    const auto *proof = std::get_if<wire::ProofPage>(&frame);
    const auto *hist = std::get_if<wire::HistPage>(&frame);
    const bool mine = proof  ? proof->chat == m_chat.chat && proof->hi == part.hi && proof->lo >= part.lo
                      : hist ? hist->chat == m_chat.chat && hist->hi == part.hi && hist->lo >= part.lo &&
                                   hist->since == Rev{}
                             : false;
    if (!mine || (hist != nullptr) != (part.kind == Part::Kind::Rows)) return later(part, kRetryMs, batch);
    // R11: the sums of another state say nothing about ours.
    if (!(proof ? follows(proof->epoch, proof->at.at) : follows(hist->epoch, hist->asOf))) {
        if (m_moved >= askedAgain) return then(batch, [this] { notCompared(u"busy"_s); });
        then(batch, [this] { ++m_moved; });
        return later(part, kMovedMs, batch);
    }
    then(batch, [this] { m_moved = 0; });
    if (hist)
        fetched(part, *hist, batch);
    else if (part.kind == Part::Kind::Members)
        membersTold(part, *proof, batch);
    else
        summed(part, *proof, batch);
}

void Verify::failed(const Part &part, const wire::Err &err, Batch &batch)
{
    using wire::ErrorClass;
    if (err.code == wire::Code::Unknown) return then(batch, [this] { finish(VerifyReport::End::TooOld); });
    if (err.errorClass == ErrorClass::Retry || err.errorClass == ErrorClass::Wait)
        return later(part, std::max<qint64>(err.retryMs, kMovedMs), batch);
    then(batch,
         [this, why = err.code == wire::Code::NotMember ? u"left"_s : u"refused"_s] { notCompared(why); });
}

// ---- comparing ----

bool Verify::follows(const EpochId &epoch, Rev at) const
{
    const auto chat = m_core.mirror.chats.find(m_chat.chat);
    return chat && chat->epoch == epoch && chat->at.at == at;
}

bool Verify::coveredLive(Seq lo, Seq hi) const
{
    return lo > hi || ranges::needs(m_core.mirror.ranges.list(m_chat.chat), lo, hi).empty();
}

wire::ProofPage::Members Verify::sumOf(Seq lo, Seq hi)
{
    wire::ProofPage::Members own;
    for (const StoredMessage &m : m_core.mirror.messages.between(m_chat.chat, lo, hi)) {
        if (m.state != MessageState::Sent)
            continue; // shown as if nobody vouched for it: not what the server has
        ++own.n;
        own.sum ^= wire::proofOf(m.row);
    }
    for (const ReactionRow &r : m_core.mirror.reactions.between(m_chat.chat, lo, hi))
        own.sum ^= wire::proofOf(r);
    return own;
}

void Verify::summed(const Part &part, const wire::ProofPage &page, Batch &batch)
{
    if (page.lo > part.lo) push({Part::Kind::Sum, part.lo, Seq{page.lo.value - 1}, part.again}, batch);
    if (!coveredLive(page.lo, page.hi)) return frozen(page.lo, page.hi, batch);
    const auto own = sumOf(page.lo, page.hi);
    const qint64 size = page.hi.value - page.lo.value + 1;
    if (own.n == page.n && own.sum == page.sum) {
        if (!part.again) then(batch, [this, n = own.n] { compared(n, n); });
    } else if (part.again) {
        then(batch, [this] { disputed(); });
    } else if (size <= limits::pageRows) {
        push({Part::Kind::Rows, page.lo, page.hi, false}, batch);
    } else {
        const Seq middle{page.lo.value + size / 2 - 1};
        push({Part::Kind::Sum, page.lo, middle, false}, batch);
        push({Part::Kind::Sum, middle.next(), page.hi, false}, batch);
    }
}

void Verify::fetched(const Part &part, const wire::HistPage &page, Batch &batch)
{
    if (page.lo > part.lo) push({Part::Kind::Rows, part.lo, Seq{page.lo.value - 1}, false}, batch);
    if (!coveredLive(page.lo, page.hi)) return frozen(page.lo, page.hi, batch);
    const auto result = m_core.applier(batch).mendMessages(page, m_wish.repair);
    const qint64 size = page.hi.value - page.lo.value + 1;
    then(batch, [this, size, unreadable = result.unreadable] { compared(size - unreadable, size); });
    found({Part::Kind::Sum, page.lo, page.hi, true}, result, batch);
}

/// A reset came in between: the stretch waits for its own confirmation.
void Verify::frozen(Seq lo, Seq hi, Batch &batch)
{
    then(batch, [this, size = hi.value - lo.value + 1] { m_chat.unverified += size; });
}

void Verify::compared(qint64 rows, qint64 places)
{
    m_chat.compared += rows;
    m_progress.messagesDone += places;
}

/// Every row is equal and the sums are not: two opinions about what a row is.
void Verify::disputed()
{
    m_chat.how = ChatVerdict::How::Differs;
    m_chat.why = u"sums"_s;
}

wire::ProofPage::Members Verify::memberSum()
{
    wire::ProofPage::Members own;
    if (const auto chat = m_core.mirror.chats.find(m_chat.chat)) own.sum = wire::proofOf(chat->info);
    for (const StoredMember &m : m_core.mirror.members.all(m_chat.chat, limits::groupMembers)) {
        if (m.row.rev < Rev{} || m.row.left) continue;
        ++own.n;
        own.sum ^= wire::proofOf(m.row);
    }
    return own;
}

void Verify::membersTold(const Part &part, const wire::ProofPage &page, Batch &batch)
{
    if (!page.mem) return; // of a large chat nobody is told all
    const auto own = memberSum();
    if (own == *page.mem) return;
    if (part.again) return then(batch, [this] { disputed(); });
    found({Part::Kind::Members, Seq{1}, Seq{0}, true}, m_core.applier(batch).mendMembers(page, m_wish.repair),
          batch);
}

void Verify::found(const Part &again, const Applier::Compared &result, Batch &batch)
{
    then(batch, [this, result] {
        const auto count = int(result.differences.size());
        m_chat.unreadable += result.unreadable;
        m_chat.differences += count;
        m_report.found += count;
        if (m_wish.repair) m_report.mended += count;
        for (const Difference &one : result.differences)
            if (m_report.differences.size() < VerifyReport::mostDifferences)
                m_report.differences.push_back(one);
    });
    // Nobody takes a repair on trust. (With an unreadable row the sums cannot become equal.)
    if (result.unreadable == 0 && (m_wish.repair || result.differences.empty())) push(again, batch);
}

// ---- telling ----

void Verify::finish(VerifyReport::End end)
{
    m_running = m_begun = false;
    m_asked.reset();
    ++m_run;
    m_parts.clear();
    m_chats.clear();
    m_report.end = end;
    Q_EMIT m_core.feed.verified(m_report);
}

void Verify::tell()
{
    if (!m_running) return;
    const qint64 now = m_core.now();
    const bool step = m_progress.waiting != m_told.waiting || m_progress.chatsDone == m_progress.chats;
    if (m_progress == m_told || (!step && now - m_toldAt < kTellMs)) return;
    m_told = m_progress;
    m_toldAt = now;
    Q_EMIT m_core.feed.verifyProgress(m_progress);
}

} // namespace kith
