#pragma once
#include "core/base/random.h"
#include "core/store/mirror.h"
#include "core/store/reader.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTest>

namespace kith {

/// A real mirror file in a folder of its own, and rows with ids that a seed decides.
class MirrorFixture {
public:
    explicit MirrorFixture(quint64 seed = 1)
        : random(seed)
    {
        openMirror();
        me = id<UserId>();
        require(mirror->write([&] { mirror->meta.setUser(me); }));
    }

    QTemporaryDir folder;
    SeededRandom random;
    std::unique_ptr<Mirror> mirror;
    UserId me;
    QHash<UserId, UserInfo> people;   // of user()
    qint64 nowMs = 1'700'000'000'000; // moves with each id, so that ids rise

    QString file() const { return folder.filePath(QStringLiteral("kith.db")); }
    void openMirror(Db::Fault fault = {})
    {
        mirror.reset();
        auto opened = Mirror::open(file(), std::move(fault));
        if (!opened) qFatal("%s", qPrintable(opened.error().what));
        mirror = std::move(*opened);
    }
    std::unique_ptr<Reader> reader() const
    {
        auto opened = Reader::open(file());
        if (!opened) qFatal("%s", qPrintable(opened.error().what));
        return std::move(*opened);
    }
    static void require(const Status &status)
    {
        if (!status) qFatal("%s", qPrintable(status.error().what));
    }

    template <class IdT> IdT id() { return IdT::mint(++nowMs, random); }

    UserId user(const QString &login, const QString &name)
    {
        const UserId user = id<UserId>();
        require(mirror->write([&] { mirror->members.putUser({user, login, name}); }));
        people.insert(user, {user, login, name});
        return user;
    }
    /// A chat that the server knows, with `others` and me as members of rev 1.
    ChatId chat(ChatKind kind, const std::vector<UserId> &others, const QString &title = {})
    {
        StoredChat c;
        c.chat = id<ChatId>();
        c.info = {kind, title, int(others.size()) + 1, 1, {1}};
        c.epoch = EpochId::fromBlob(QByteArray(16, 'e'));
        c.at = {{1}, 7};
        c.known = true;
        c.actMs = nowMs;
        require(mirror->write([&] {
            mirror->chats.put(c);
            mirror->members.upsert(c.chat, {me, {}, {}, Role::Member, false, {1}});
            for (const UserId &other : others) { // a member row without names means an ended account
                const UserInfo who = people.value(other, {other, QStringLiteral("somebody"), {}});
                mirror->members.upsert(c.chat, {other, who.login, who.name, Role::Member, false, {1}});
            }
        }));
        return c.chat;
    }
    MessageRow row(qint64 seq, const UserId &sender, const QString &body)
    {
        MessageRow row;
        row.mid = id<Mid>();
        row.seq = {seq};
        row.rev = {seq};
        row.sender = sender;
        row.kind = QStringLiteral("text");
        row.body = body;
        row.atMs = nowMs;
        return row;
    }
    /// Puts `row` into the chat and moves the head; the range is the caller's.
    MessageRow put(const ChatId &chat, const MessageRow &row)
    {
        require(mirror->write([&] {
            mirror->messages.upsert(chat, row);
            mirror->chats.raiseSeq(chat, row.seq);
            mirror->chats.raiseAct(chat, row.atMs);
        }));
        return row;
    }
    /// Messages 1..n of alternating senders, covered by a live range.
    std::vector<MessageRow> fill(const ChatId &chat, const UserId &other, int n)
    {
        std::vector<MessageRow> rows;
        require(mirror->write([&] {
            for (int seq = 1; seq <= n; ++seq) {
                rows.push_back(row(seq, seq % 2 ? other : me, QStringLiteral("message number %1").arg(seq)));
                mirror->messages.upsert(chat, rows.back());
            }
            mirror->chats.raiseSeq(chat, {n});
            mirror->chats.raiseAct(chat, nowMs);
            mirror->ranges.replace(chat, {{{1}, {n}, std::nullopt}});
        }));
        return rows;
    }
};

} // namespace kith
