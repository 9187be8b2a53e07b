#include "sync/attempts.h"

#include "core/base/limits.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kItems = limits::outboxItems;
constexpr size_t kNotesOfItem = 16;
constexpr int kNotesRead = 200;
constexpr qint64 kBlinkMs = 5'000; // a shorter interruption without a failed try is not told

JournalNote noteOf(const OutboxEntry &entry, JournalWhat what, const QString &why, qint64 nowMs)
{
    return {entry.mid, entry.op, entry.kind, what, why, 1, nowMs, nowMs};
}
} // namespace

void Attempts::started(const OutboxEntry &entry)
{
    if (!entry.mid) return; // settings, chats and members tell no story
    const bool known = m_flying.contains(entry.pk) || m_troubled.contains(entry.pk);
    if (entry.tries > 0 && entry.pk <= m_inherited && !known) inherit(entry);
    OutboxEntry &flight = m_flying[entry.pk];
    flight = entry;
    flight.payload.clear();
}

/// Tried in an earlier run. Either that one ended before the answer came, or the journal says what came.
void Attempts::inherit(const OutboxEntry &entry)
{
    const auto notes = m_core.mirror.read([&] { return m_core.mirror.journal.of(entry.mid, kNotesRead); });
    const bool decided =
        notes && std::any_of(notes->rbegin(), notes->rend(), [&](const JournalNote &n) {
            return n.op == entry.op && (n.what == JournalWhat::Retried || n.what == JournalWhat::Requeued);
        });
    if (decided)
        m_troubled.insert(entry.pk);
    else
        remember(entry, JournalWhat::NoAnswer, u"restart"_s);
}

void Attempts::remember(const OutboxEntry &entry, JournalWhat what, const QString &why)
{
    if (m_troubled.size() >= kItems) return;
    m_troubled.insert(entry.pk);
    const qint64 now = m_core.clock.wallMs();
    auto &notes = m_notes[entry.pk];
    if (!notes.empty() && notes.back().what == what && notes.back().why == why) {
        ++notes.back().times;
        notes.back().lastMs = now;
    } else if (notes.size() < kNotesOfItem) {
        notes.push_back(noteOf(entry, what, why, now));
    }
}

void Attempts::write(const std::vector<JournalNote> &notes)
{
    for (const JournalNote &note : notes) m_core.mirror.journal.add(note);
}

std::vector<JournalNote> Attempts::held() const
{
    std::vector<JournalNote> all;
    for (const auto &[pk, notes] : m_notes) all.insert(all.end(), notes.begin(), notes.end());
    return all;
}

std::vector<JournalNote> Attempts::notesOf(qint64 pk) const
{
    const auto notes = m_notes.find(pk);
    return notes == m_notes.end() ? std::vector<JournalNote>{} : notes->second;
}

void Attempts::forget(qint64 pk)
{
    m_flying.remove(pk);
    m_troubled.remove(pk);
    m_notes.erase(pk);
}

void Attempts::delayed(const OutboxEntry &entry, const QString &code, Batch &batch)
{
    if (!entry.mid) return;
    const bool again = m_troubled.contains(entry.pk);
    if (again) { // it is no passing thing: worth a write, so that other programs can tell of it
        write(notesOf(entry.pk));
        m_core.mirror.journal.add(noteOf(entry, JournalWhat::Delayed, code, m_core.clock.wallMs()));
    }
    batch.after.push_back([this, entry, code, again] {
        m_flying.remove(entry.pk);
        if (again)
            m_notes.erase(entry.pk);
        else
            remember(entry, JournalWhat::Delayed, code);
    });
}

void Attempts::refused(const OutboxEntry &entry, const QString &code, Batch &batch)
{
    if (!entry.mid) return;
    write(notesOf(entry.pk));
    m_core.mirror.journal.add(noteOf(entry, JournalWhat::Refused, code, m_core.clock.wallMs()));
    batch.after.push_back([this, pk = entry.pk] {
        forget(pk);
        m_troubled.insert(pk); // when it is retried, its answer ends the story
    });
}

void Attempts::answered(const OutboxEntry &entry, Batch &batch)
{
    if (!entry.mid) return;
    if (m_troubled.contains(entry.pk)) {
        write(notesOf(entry.pk));
        m_core.mirror.journal.add(noteOf(entry, JournalWhat::Answered, {}, m_core.clock.wallMs()));
    }
    batch.after.push_back([this, pk = entry.pk] { forget(pk); });
}

void Attempts::connectionLost(const QString &why)
{
    for (const OutboxEntry &entry : std::as_const(m_flying)) remember(entry, JournalWhat::NoAnswer, why);
    m_flying.clear();
    if (m_downSince == 0) {
        m_downSince = m_core.clock.wallMs();
        m_failed = 0;
        m_lastWhy = why;
    }
}

void Attempts::connectFailed(const QString &why)
{
    connectionLost(why);
    ++m_failed;
    m_lastWhy = why;
}

void Attempts::connected(Batch &batch)
{
    const qint64 now = m_core.clock.wallMs();
    write(held());
    if (m_downSince > 0 && (m_failed > 0 || (m_hadConnection && now - m_downSince >= kBlinkMs)))
        write({{{}, {}, {}, JournalWhat::Outage, m_lastWhy, m_failed, m_downSince, now}});
    batch.after.push_back([this] {
        m_notes.clear();
        m_downSince = 0;
        m_failed = 0;
        m_hadConnection = true;
    });
}

void Attempts::save()
{
    const auto notes = held();
    if (notes.empty() && m_failed == 0) return;
    m_core.write([&](Batch &) {
        write(notes);
        if (m_failed > 0)
            write(
                {{{}, {}, {}, JournalWhat::Outage, m_lastWhy, m_failed, m_downSince, m_core.clock.wallMs()}});
    });
}

} // namespace kith
