#pragma once
#include "server/storage/write_desk.h"

namespace kith::server {

/// timer: how long the messages of a chat stay.
class Timers {
public:
    explicit Timers(WriteDesk &desk)
        : m_desk(desk)
    {
    }
    wire::ServerFrame set(Work &work, const wire::SetTimer &f);

private:
    WriteDesk &m_desk;
};

} // namespace kith::server
