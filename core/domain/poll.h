#pragma once
#include <QString>
#include <vector>

namespace kith {

namespace limits {

inline constexpr int pollMinOptions = 2, pollMaxOptions = 12;
inline constexpr int pollOptionBytes = 256;

} // namespace limits

struct PollOption {
    QString text;
    int votes = 0;     // as the server has counted
    bool mine = false; // the user's own vote, also one that waits in the outbox
    friend bool operator==(const PollOption &, const PollOption &) = default;
};

/// A question is the body of its message; this is what can be answered, and what was.
struct Poll {
    std::vector<PollOption> options; // pollMinOptions to pollMaxOptions
    bool multiple = false;           // a vote may name more than one
    bool anonymous = false;          // nobody is told who voted for what
    bool closed = false;             // no vote is taken or given back any more
    int voters = 0;                  // people whose vote counts
    friend bool operator==(const Poll &, const Poll &) = default;
};

} // namespace kith
