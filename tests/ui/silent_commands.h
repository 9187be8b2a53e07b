#pragma once
#include "core/domain/commands.h"

#include <QStringList>

namespace kith {

/// Writes down what the screen wished for and does nothing.
class SilentCommands : public Commands {
public:
    struct Sent {
        ChatId chat;
        Mid mid;
        QString text;
        Mid reply;
    };
    std::vector<Sent> sent, edited;
    std::vector<std::pair<ChatId, QString>> drafts;
    std::vector<Seq> seen;
    std::vector<std::pair<Seq, Seq>> holes;
    std::vector<std::pair<quint64, QString>> asked;
    std::vector<ChatId> created;
    std::vector<VerifyWish> verifications;
    QStringList calls;

    struct SentFiles {
        ChatId chat;
        Mid mid;
        std::vector<OutgoingFile> files;
        QString caption;
        Mid reply;
    };
    std::vector<SentFiles> sentFiles;
    void sendFiles(ChatId chat, Mid mid, std::vector<OutgoingFile> files, QString caption, Mid reply) override
    {
        calls.append(QStringLiteral("sendFiles"));
        sentFiles.push_back({chat, mid, std::move(files), caption, reply});
    }
    void fetchFile(ChatId, Mid, AttId) override { calls.append(QStringLiteral("fetchFile")); }
    void cancelFetch(AttId) override { calls.append(QStringLiteral("cancelFetch")); }
    void dropFiles(ChatId) override { calls.append(QStringLiteral("dropFiles")); }
    void setCache(qint64 bytes) override { calls.append(QStringLiteral("cache %1").arg(bytes)); }
    void sendText(ChatId chat, Mid mid, QString text, Mid reply) override
    {
        sent.push_back({chat, mid, text, reply});
    }
    void editText(ChatId chat, Mid mid, QString text) override { edited.push_back({chat, mid, text, {}}); }
    std::vector<OutgoingText> texts; // of send and edit
    void send(ChatId chat, Mid mid, OutgoingText text) override
    {
        sent.push_back({chat, mid, text.text, text.reply});
        texts.push_back(std::move(text));
    }
    std::vector<std::pair<ChatId, Mid>> forwarded; // to, source
    void forward(ChatId to, Mid, Mid source, bool) override { forwarded.push_back({to, source}); }
    void schedule(ChatId, Mid, OutgoingText, qint64) override { calls << QStringLiteral("schedule"); }
    void sendPoll(ChatId, Mid, OutgoingText, Poll) override { calls << QStringLiteral("sendPoll"); }
    void vote(ChatId, Mid, std::vector<int>) override { calls << QStringLiteral("vote"); }
    void closePoll(ChatId, Mid) override { calls << QStringLiteral("closePoll"); }
    void cancelScheduled(Mid) override { calls << QStringLiteral("cancelScheduled"); }
    void edit(ChatId chat, Mid mid, OutgoingText text) override
    {
        edited.push_back({chat, mid, text.text, {}});
        texts.push_back(std::move(text));
    }
    quint64 versionsAsked = 0, dateAsked = 0;
    void deleteForMe(ChatId, Mid, bool on) override
    {
        calls << (on ? QStringLiteral("hide") : QStringLiteral("show"));
    }
    void setTimer(ChatId, int) override { calls << QStringLiteral("timer"); }
    void askVersions(quint64 number, ChatId, Mid) override { versionsAsked = number; }
    void findDate(quint64 number, ChatId, qint64) override { dateAsked = number; }
    void deleteForAll(ChatId, Mid) override { calls << QStringLiteral("delete"); }
    void react(ChatId, Mid, QString emoji, bool on) override
    {
        calls << (on ? QStringLiteral("+") : QStringLiteral("-")) + emoji;
    }
    void retry(ChatId, Mid) override { calls << QStringLiteral("retry"); }
    void discard(ChatId, Mid) override { calls << QStringLiteral("discard"); }
    void markSeen(ChatId, Seq upTo) override { seen.push_back(upTo); }
    void setMarkedUnread(ChatId, bool) override { calls << QStringLiteral("unread"); }
    void loadHole(ChatId, Seq lo, Seq hi) override { holes.push_back({lo, hi}); }
    void createDirect(ChatId chat, UserInfo) override { created.push_back(chat); }
    void createGroup(ChatId chat, QString, std::vector<UserInfo>) override { created.push_back(chat); }
    void setTitle(ChatId, QString) override { calls << QStringLiteral("title"); }
    void addMember(ChatId, UserInfo) override { calls << QStringLiteral("add"); }
    void removeMember(ChatId, UserId) override { calls << QStringLiteral("remove"); }
    void setRole(ChatId, UserId, Role) override { calls << QStringLiteral("role"); }
    void leaveChat(ChatId) override { calls << QStringLiteral("leave"); }
    void changeGroup(ChatId, GroupChange) override { calls << QStringLiteral("group"); }
    void changeMember(ChatId, UserId, MemberChange) override { calls << QStringLiteral("member"); }
    void askGroup(quint64, GroupWish) override { calls << QStringLiteral("ask group"); }
    void setDraft(ChatId chat, QString text, Mid) override { drafts.push_back({chat, text}); }
    void setMuted(ChatId, bool, qint64) override { calls << QStringLiteral("mute"); }
    void setPinned(ChatId, bool) override { calls << QStringLiteral("pin"); }
    void setPrivate(QString kind, QByteArray, QByteArray) override { calls << kind; }
    void setTyping(ChatId, bool on) override
    {
        calls << (on ? QStringLiteral("typing") : QStringLiteral("quiet"));
    }
    void watch(std::vector<ChatId>, std::vector<UserId>) override {}
    void setActive(bool on) override { calls << (on ? QStringLiteral("active") : QStringLiteral("away")); }
    void findUsers(quint64 query, QString prefix) override { asked.push_back({query, prefix}); }
    void verify(VerifyWish wish) override { verifications.push_back(wish); }
    quint64 question = 0; // of the last lookUp
    void lookUp(quint64 number, Mid) override
    {
        question = number;
        calls << QStringLiteral("look up");
    }
    void cancelVerify() override { calls << QStringLiteral("cancel verify"); }
    void askPush(quint64, PushWish) override { calls << QStringLiteral("push"); }
    void connectNow() override { calls << QStringLiteral("connect"); }
    void setOnline(bool) override {}
};

} // namespace kith
