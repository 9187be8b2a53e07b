#pragma once
#include "core/base/limits.h"

namespace kith::server {

/// How much one answer of a reading request holds. Smaller ones are correct too, and make the rare ways of
/// catching up common: that is how simulations use them.
struct PageLimits {
    int rows = limits::pageRows; // of delta, udelta, ureset, hist
    int chats = limits::chatsPage;
    int heads = limits::heads;
    int resetMessages = limits::resetMessages;
    int resetAfter = limits::resetAfter; // changes behind the head
};

} // namespace kith::server
