#pragma once
#include "core/base/ids.h"

#include <QHash>
#include <QMetaType>
#include <QSet>

namespace kith {

/// What one commit touched; the reader then asks the mirror for the rest. Bounded: more than `maxMids`
/// messages of a chat turn into "the whole chat".
struct ChangeSet {
    static constexpr int maxMids = 200;

    struct InChat {
        QSet<Mid> messages; // inserted, changed or removed
        bool whole = false; // reload what is shown
        bool info = false;  // title, members, membership
        bool marks = false; // watermarks: ticks and unread
        bool draft = false; // changed by another device or by sending
        bool holes = false; // ranges
    };
    QHash<ChatId, InChat> chats;
    bool list = false;   // order or membership of the chat list
    bool outbox = false; // counts in the status line

    bool isEmpty() const { return chats.isEmpty() && !list && !outbox; }
    void touch(const ChatId &chat, const Mid &mid)
    {
        auto &in = chats[chat];
        if (in.whole) return;
        in.messages.insert(mid);
        if (in.messages.size() > maxMids) {
            in.whole = true;
            in.messages.clear();
        }
    }
    void merge(const ChangeSet &other);
};

} // namespace kith
Q_DECLARE_METATYPE(kith::ChangeSet)
