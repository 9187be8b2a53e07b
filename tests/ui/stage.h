#pragma once
#include "tests/kit/manual_clock.h"
#include "tests/kit/mirror_fixture.h"
#include "tests/ui/silent_commands.h"
#include "ui/context.h"

namespace kith {

/// A mirror on disk, its reader, and everything else a part of the window needs; the test writes the mirror
/// and says what changed.
struct Stage {
    MirrorFixture mirror;
    std::unique_ptr<Reader> reader = mirror.reader();
    Feed feed;
    SilentCommands commands;
    test::ManualClock clock;
    SeededRandom random{7};
    Look look{Look::Style::Light};
    Context context{*reader, commands, feed, clock, random, look};
    UserId ana = mirror.user(QStringLiteral("ana"), QStringLiteral("Ana Horvat"));

    ChatId chat(int messages)
    {
        const ChatId chat = mirror.chat(ChatKind::Direct, {ana});
        if (messages > 0) mirror.fill(chat, ana, messages);
        return chat;
    }
    void seen(const ChatId &chat, qint64 seq)
    {
        MirrorFixture::require(
            mirror.mirror->write([&] { mirror.mirror->receipts.want(chat, {seq}, {seq}); }));
    }
    /// A message of Ana at `seq`, with the range grown to hold it.
    MessageRow arrive(const ChatId &chat, qint64 seq, const QString &text)
    {
        const MessageRow row = mirror.put(chat, mirror.row(seq, ana, text));
        MirrorFixture::require(mirror.mirror->write([&] {
            mirror.mirror->ranges.replace(chat, {{{1}, {seq}, std::nullopt}});
        }));
        return row;
    }
    void tell(const ChatId &chat, const QList<Mid> &mids, bool list = true)
    {
        ChangeSet changes;
        for (const Mid &mid : mids) changes.touch(chat, mid);
        changes.chats[chat].marks = true;
        changes.list = list;
        Q_EMIT feed.changed(changes);
    }
};

} // namespace kith
