#pragma once
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/domain/commands.h"
#include "core/domain/feed.h"
#include "core/store/reader.h"
#include "ui/style/theme.h"

namespace kith {

/// What one account's part of the window works with; everything outlives it. Thread: GUI.
struct Context {
    Reader &reader;
    Commands &commands;
    Feed &feed; // emits on another thread; connect with a receiver
    const Clock &clock;
    Random &random;
    Look &look;
    QString outgoing = {}; // folder where pasted pictures wait to be sent; made when it is needed
};

} // namespace kith
