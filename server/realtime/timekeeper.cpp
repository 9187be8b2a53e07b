#include "server/realtime/timekeeper.h"

#include "core/base/clock.h"
#include "core/base/log.h"

namespace kith::server {

void Timekeeper::look()
{
    if (m_busy.exchange(true)) return;
    const bool asked = m_parts.reads.run([this, now = m_parts.clock.wallMs()](Repository &repository) {
        const auto due = repository.contentDue(now);
        if (due && *due)
            round();
        else
            m_busy = false;
    });
    if (!asked) m_busy = false;
}

void Timekeeper::round()
{
    const bool taken =
        m_parts.writes.submit(ContentRound{m_parts.clock.wallMs()}, [this](WriteResult &&result) {
            auto *outcome = std::get_if<Outcome>(&result);
            if (const auto *error = std::get_if<Error>(&result))
                qCWarning(lcServer) << "what is due could not be done:" << error->what;
            if (outcome) m_parts.publisher.publish(std::move(outcome->events), outcome->ended);
            if (outcome && outcome->more) return round();
            m_busy = false;
        });
    if (!taken) m_busy = false;
}

} // namespace kith::server
