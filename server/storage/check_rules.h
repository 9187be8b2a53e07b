#pragma once
#include <span>

namespace kith::server {

/// A promise and the query that gives every place where it is broken: a chat (id or NULL), one more id (or
/// NULL) of what `other` names, and a text.
struct CheckRule {
    const char *name;
    const char *broken; // the sentence for when it does not hold
    const char *other;
    const char *sql;
};
std::span<const CheckRule> checkRules();

} // namespace kith::server
