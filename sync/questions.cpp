#include "sync/questions.h"

#include "core/wire/content_codec.h"

#include <algorithm>
#include <utility>

namespace kith {

using namespace Qt::StringLiterals;

void Questions::askVersions(quint64 question, const ChatId &chat, const Mid &mid)
{
    MessageVersions told;
    told.question = question;
    told.mid = mid;
    if (!m_core.connected) {
        told.errorCode = u"offline"_s;
        return tell(told);
    }
    m_versions.insert(question, mid);
    askPage(std::move(told), chat, 0);
}

void Questions::askPage(MessageVersions told, const ChatId &chat, int before)
{
    m_core.request(wire::Edits{chat, told.mid, before}, [this, told, chat](const wire::ServerFrame &answer,
                                                                           Batch &batch) mutable {
        const auto *page = std::get_if<wire::EditsPage>(&answer);
        if (!page) {
            const auto *err = std::get_if<wire::Err>(&answer);
            told.errorCode = wire::text(err ? err->code : wire::Code::Unknown);
        } else {
            for (const auto &v : page->versions) // newest first
                told.versions.insert(told.versions.begin(),
                                     {v.ev, v.body, wire::entities(v.extra, v.body), v.untilMs});
        }
        // A server that says "more" without an end is not believed for longer than it may keep them.
        const bool more =
            page && page->more && !page->versions.empty() && int(told.versions.size()) < limits::keptVersions;
        batch.after.push_back([this, told, chat, more] {
            if (!m_versions.contains(told.question)) return;
            if (more) return askPage(told, chat, told.versions.front().ev);
            tell(told);
        });
    });
}

void Questions::tell(const MessageVersions &told)
{
    m_versions.remove(told.question);
    MessageVersions whole = told;
    whole.whole = whole.errorCode.isEmpty() && (whole.versions.empty() || whole.versions.front().ev == 0);
    Q_EMIT m_core.feed.versionsTold(whole);
}

void Questions::findDate(quint64 question, const ChatId &chat, qint64 atMs)
{
    if (!m_core.connected) return tellHeld(question, chat, atMs);
    m_dates.insert(question, {chat, atMs});
    m_core.request(wire::FindDate{chat, atMs},
                   [this, question, chat, atMs](const wire::ServerFrame &answer, Batch &batch) {
                       DatePlace place{question, chat, {}, false, {}};
                       bool held = false;
                       if (const auto *found = std::get_if<wire::DateFound>(&answer))
                           place.seq = found->seq;
                       else if (const auto *err = std::get_if<wire::Err>(&answer))
                           held = err->code == wire::Code::Unknown, place.errorCode = wire::text(err->code);
                       batch.after.push_back([this, place, atMs, held] {
                           if (m_dates.remove(place.question) == 0) return;
                           if (held) return tellHeld(place.question, place.chat, atMs); // an older server
                           Q_EMIT m_core.feed.dateFound(place);
                       });
                   });
}

void Questions::tellHeld(quint64 question, const ChatId &chat, qint64 atMs)
{
    const auto seq = m_core.mirror.read([&] { return m_core.mirror.messages.firstSince(chat, atMs); });
    DatePlace place{question, chat, seq ? *seq : Seq{}, true, {}};
    if (!seq) place.errorCode = u"disk_error"_s;
    Q_EMIT m_core.feed.dateFound(place);
}

void Questions::forget()
{
    const auto versions = std::exchange(m_versions, {});
    for (auto it = versions.begin(); it != versions.end(); ++it) {
        MessageVersions told;
        told.question = it.key();
        told.mid = it.value();
        told.errorCode = u"offline"_s;
        tell(told);
    }
    const auto dates = std::exchange(m_dates, {});
    for (auto it = dates.begin(); it != dates.end(); ++it) tellHeld(it.key(), it->chat, it->atMs);
}

} // namespace kith
