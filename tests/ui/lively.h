#pragma once
#include "tests/kit/mirror_fixture.h"

#include <QSize>

namespace kith {

/// A small believable mirror: a direct chat in every state a message can be in, a group, Arabic, a long name.
class Lively {
public:
    explicit Lively(qint64 nowMs); // the newest messages are a few minutes older

    MirrorFixture mirror;
    UserId ana, ben, chen, layla, longName;
    AttId movingFile; // in `files`, one third of it is here
    ChatId direct, group, arabic, quiet, files;

private:
    MessageRow say(const ChatId &chat, const UserId &who, const QString &text, qint64 minutesAgo,
                   Mid reply = {});
    void finish(const ChatId &chat, const std::vector<UserId> &others, qint64 seenByOthers, qint64 seenByMe);
    void queue(const ChatId &chat, const QString &text, const QString &refusedCode);
    void state(const char16_t *kind, const ChatId &chat, qint64 number);
    void people();
    void directChat();
    void rich();
    void groupChat();
    void others();
    void filesChat();
    QString picture(const QString &name, QSize size, int kind);

    qint64 m_now;
    qint64 m_seq = 0;
    qint64 m_lastMs = 0;
};

} // namespace kith
