#pragma once
#include "core/base/ids.h"

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace kith {

namespace limits {

inline constexpr int entities = 100; // of one text
inline constexpr int entityUrlBytes = 2048;
inline constexpr int entityLangBytes = 32;
inline constexpr int linkTitleBytes = 512, linkWordsBytes = 1024, linkSiteBytes = 128;
inline constexpr int keptVersions = 100; // older versions of one message; the oldest go first
inline constexpr int versionsPage = 20;
inline constexpr int scheduledPerUser = 100;
inline constexpr qint64 scheduleAheadMs = 366LL * 24 * 3600 * 1000;
inline constexpr int timerMinSeconds = 5, timerMaxSeconds = 366 * 24 * 3600;

} // namespace limits

enum class EntityKind : quint8 {
    Bold,
    Italic,
    Struck,
    Code,
    CodeBlock, // `what`: its language, maybe empty
    Quote,
    Link,    // `what`: http, https or mailto
    Mention, // `user`
    MentionAll,
    Spoiler,
};

/// How a part of a text is meant. Parts may nest and overlap.
struct Entity {
    EntityKind kind = EntityKind::Bold;
    int at = 0, length = 0; // UTF-16 units; inside the text, never half a character
    QString what;
    UserId user;
    friend bool operator==(const Entity &, const Entity &) = default;
};

/// Whose words a forwarded message repeats. The sender names `mid`; the server looks it up and says the rest.
/// Whoever is not in the chat of that message has no use for its id.
struct ForwardSource {
    Mid mid;
    UserId by;
    QString name; // as it was then
    qint64 atMs = 0;
    friend bool operator==(const ForwardSource &, const ForwardSource &) = default;
};

/// What the sender's client found behind a link of the text. Travels with the message: nobody else asks the
/// place that is linked.
struct LinkPreview {
    QString url, title, words, site;
    QByteArray thumb; // a small JPEG or PNG, at most limits::attThumbBytes; empty = none
    friend bool operator==(const LinkPreview &, const LinkPreview &) = default;
};

/// A text as it leaves the composer.
struct OutgoingText {
    QString text;
    std::vector<Entity> entities;
    Mid reply;
    bool silent = false; // the others' devices make no sound
    std::optional<LinkPreview> link;
    friend bool operator==(const OutgoingText &, const OutgoingText &) = default;
};

/// An earlier text of a message that was edited.
struct MessageVersion {
    int ev = 0;
    QString body;
    std::vector<Entity> entities;
    qint64 untilMs = 0; // when the next one replaced it, server's clock
    friend bool operator==(const MessageVersion &, const MessageVersion &) = default;
};
struct MessageVersions {
    quint64 question = 0;
    Mid mid;
    std::vector<MessageVersion> versions; // oldest first; the text of now is not among them
    bool whole = false;                   // false: the oldest are no longer kept
    QString errorCode;                    // "offline", or of the protocol; empty = answered
};

/// The answer to "what was said then?".
struct DatePlace {
    quint64 question = 0;
    ChatId chat;
    Seq seq;           // the first message of that moment or later; 0 = nothing is as late
    bool held = false; // told from what is held here: the server could not be asked
    QString errorCode;
};

/// A message that the server will send for the user. Held by the server; every device of the user knows it.
struct ScheduledText {
    Mid mid;
    ChatId chat;
    qint64 whenMs = 0; // server's clock
    OutgoingText text;
    QString failed;       // why it was not sent when its time came: a code of the protocol; empty = waits
    bool waiting = false; // the server has yet to be told
    friend bool operator==(const ScheduledText &, const ScheduledText &) = default;
};

/// Without the blanks around it; the entities move along, and what lies outside then is dropped.
OutgoingText trimmed(const OutgoingText &text);

} // namespace kith
