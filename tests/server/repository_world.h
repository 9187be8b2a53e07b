#pragma once
#include "core/base/random.h"
#include "server/storage/repository.h"

#include <map>
#include <stdexcept>

/// A small world on one repository: people, chats, a clock turned by hand. Helpers throw where a test has no
/// use for going on.
namespace kith::testkit {

using namespace server;
using namespace wire;
using namespace Qt::StringLiterals;

template <class Rig> struct World {
    Rig rig;
    SeededRandom random{7};
    qint64 now = 1'790'000'000'000;

    Repository &repo() { return rig.repo(); }

    template <class T> static T get(WriteResult result)
    {
        if (const auto *error = std::get_if<Error>(&result))
            throw std::runtime_error(error->what.toStdString());
        return std::get<T>(std::move(result));
    }
    WriteResult one(Write write) { return repo().commit({std::move(write)}).at(0); }

    Caller person(const QString &login)
    {
        const UserId user =
            get<UserMade>(one(NewUser{login, login.toUpper(), QByteArrayLiteral("hash"), now})).user;
        return {user, device(user)};
    }
    DeviceId device(const UserId &user)
    {
        const QByteArray token = OpId::mint(now, random).blob() + OpId::mint(now, random).blob();
        return get<DeviceMade>(one(NewDevice{user, u"desk"_s, u"kith/1"_s, token, now})).device;
    }
    Outcome call(const Caller &who, ClientFrame frame)
    {
        return get<Outcome>(one(Call{who, std::move(frame), now}));
    }
    /// Without its witness, which is another after each commit.
    Ok ok(const Caller &who, ClientFrame frame) { return plain(checked(call(who, std::move(frame)).answer)); }
    static Ok plain(ServerFrame frame)
    {
        Ok answer = std::get<Ok>(std::move(frame));
        answer.witness.clear();
        return answer;
    }
    QByteArray witnessOf(const Caller &who, ClientFrame frame)
    {
        return std::get<Ok>(checked(call(who, std::move(frame)).answer)).witness;
    }
    Code code(const Caller &who, ClientFrame frame)
    {
        const auto outcome = call(who, std::move(frame));
        if (!outcome.events.empty()) throw std::runtime_error("a refusal with events");
        return std::get<Err>(outcome.answer).code;
    }
    static ServerFrame checked(ServerFrame frame)
    {
        if (const auto *err = std::get_if<Err>(&frame)) throw std::runtime_error(err->message.toStdString());
        return frame;
    }
    template <class T> T ask(const Caller &who, ClientFrame frame)
    {
        return std::get<T>(checked(repo().read(who, frame, now)));
    }
    Code askCode(const Caller &who, ClientFrame frame)
    {
        return std::get<Err>(repo().read(who, frame, now)).code;
    }

    Mid mid() { return Mid::mint(now, random); }
    OpId op() { return OpId::mint(now, random); }
    ChatId direct(const Caller &a, const Caller &b)
    {
        return ok(a, ChatNew{ChatId::mint(now, random), op(), ChatKind::Direct, {b.user}, {}}).chat;
    }
    ChatId group(const Caller &owner, std::vector<UserId> members)
    {
        return ok(owner,
                  ChatNew{ChatId::mint(now, random), op(), ChatKind::Group, std::move(members), u"Group"_s})
            .chat;
    }
    Send text(const ChatId &chat, const QString &body)
    {
        return {chat, mid(), u"text"_s, body, {}, {}, {}, 0};
    }
    MessageRow say(const Caller &who, const ChatId &chat, const QString &body)
    {
        return std::get<MessageRow>(ok(who, text(chat, body)).rows.at(0));
    }
    Sync from(const ChatId &chat, ChatPosition at, int max = limits::pageRows)
    {
        return {chat, epoch(), at, {}, std::nullopt, max};
    }
    EpochId epoch() { return (*repo().identity()).epoch; }
    Head head(const Caller &who, const ChatId &chat)
    {
        Hello hello;
        hello.dig = Digests(limits::digestBuckets, ~0ULL);
        for (const Head &h : ask<HelloOk>(who, hello).dirty)
            if (h.chat == chat) return h;
        throw std::runtime_error("no such head");
    }
};

/// What a naive reader keeps of one chat: the latest of each thing.
struct Shelf {
    std::map<QByteArray, Row> rows;

    static QByteArray keyOf(const Row &row)
    {
        if (const auto *m = std::get_if<MessageRow>(&row)) return "m" + m->mid.blob();
        if (const auto *r = std::get_if<ReactionRow>(&row))
            return "r" + r->mid.blob() + r->user.blob() + r->emoji.toUtf8();
        if (const auto *m = std::get_if<MemberRow>(&row)) return "u" + m->user.blob();
        return "i";
    }
    void put(const std::vector<Row> &all)
    {
        for (const Row &row : all) rows[keyOf(row)] = row;
    }
    friend bool operator==(const Shelf &, const Shelf &) = default;
};

} // namespace kith::testkit
