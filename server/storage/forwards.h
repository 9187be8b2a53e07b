#pragma once
#include "core/domain/content.h"
#include "server/storage/write_desk.h"

namespace kith::server {

/// What a message that repeats another one claims, compared with that one: nobody's words are made up.
class Forwards {
public:
    explicit Forwards(WriteDesk &desk);

    struct Found {
        std::optional<ForwardSource> told; // what others are told: who and when
        Mid mid;                           // the message that is repeated
        std::optional<wire::Err> fault;
    };
    /// Nothing when the message is no forward.
    Found find(const Work &work, const wire::Send &f);

private:
    WriteDesk &m_desk;
    Statement m_message, m_earlier, m_name;
};

} // namespace kith::server
