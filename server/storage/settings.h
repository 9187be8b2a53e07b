#pragma once
#include "server/storage/write_desk.h"

namespace kith::server {

/// uset: compare-and-set on one private setting.
class Settings {
public:
    explicit Settings(WriteDesk &desk);
    wire::ServerFrame uset(Work &work, const wire::Uset &f);

private:
    WriteDesk &m_desk;
    Statement m_count;
};

} // namespace kith::server
