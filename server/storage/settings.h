#pragma once
#include "server/storage/scheduled.h"

namespace kith::server {

/// uset: compare-and-set on one private setting.
class Settings {
public:
    Settings(WriteDesk &desk, Scheduled &scheduled, MessageWrites &messages);
    wire::ServerFrame uset(Work &work, const wire::Uset &f);

private:
    WriteDesk &m_desk;
    Scheduled &m_scheduled;
    MessageWrites &m_messages;
    Statement m_count;
};

} // namespace kith::server
