#pragma once
#include "core/base/result.h"
#include "core/domain/rows.h"

namespace kith {

struct SeedPlan {
    quint64 seed = 1;
    int chats = 1'000;
    int messages = 1'000'000;
    int users = 300;
    qint64 nowMs = 1'700'000'000'000; // of the newest message
    double biggestShare = 0.3;        // of all messages in the first chat
};

struct Seeded {
    UserId me;
    std::vector<ChatId> chats; // the first is the biggest
    qint64 messages = 0;
    QString rareWord;      // in a few messages
    QString commonWord;    // in a good part of them
    QString rareSubstring; // inside a rare word
};

/// Fills a new mirror file with a believable history in several scripts; the same plan gives the same file
/// contents. Some unread messages, watermarks, reactions, a draft, pins and mutes are in it.
Result<Seeded> seedMirror(const QString &file, const SeedPlan &plan);

/// One text of the kind the seeder writes, about 60 characters.
QString seedText(class SeededRandom &random);

} // namespace kith
