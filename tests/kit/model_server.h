#pragma once
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/wire/codec.h"

#include <QHash>
#include <functional>
#include <map>

namespace kith::test {

/// A server small enough to be seen to be right: the protocol's promises over plain containers. Every user is
/// a member of every chat. Tests bend it: they lose answers, lose events, take it back to an older copy of
/// itself.
class ModelServer {
public:
    struct Stored {
        Row row;
        quint64 tag = 0;
        OpId op; // of the last change of a message
    };
    struct Chat {
        ChatPosition at;
        Rx rx;
        Seq seq;
        std::map<qint64, Stored> rows; // by rev of their last change
        std::map<UserId, std::pair<Watermark, Rx>> marks;
        ChatRow info;
    };
    struct User {
        UserInfo info;
        UserPosition at;
        std::map<std::pair<QString, QByteArray>, StateRow> state;
    };

    ModelServer(const Clock &clock, Random &random);

    UserId addUser(const QString &login);
    ChatId addChat();
    /// A message of `user` that comes from elsewhere; its event is published.
    MessageRow post(const UserId &user, const ChatId &chat, const QString &body);

    /// The answer to one request of `user`; nullopt = none is due. Events go to `publish` first.
    std::optional<wire::ServerFrame> handle(const UserId &user, const wire::ClientFrame &frame);
    /// Called for each event, with the user it is meant for (null = all).
    std::function<void(const UserId &to, const wire::ServerFrame &)> publish;

    // bending
    std::function<std::optional<wire::Err>(const wire::ClientFrame &)>
        refuse; // asked before a request is done
    qint64 aheadMs = 0; // of the clock: somebody has set the server's
    int resetAfter = 1000, page = 200, resetMessages = 50;

    EpochId epoch;
    std::map<ChatId, Chat> chats;
    std::map<UserId, User> users;
    std::vector<wire::ClientFrame> heard; // everything, in order
    int timesHeard(const Mid &mid) const; // as a send
    const MessageRow *message(const Mid &mid) const;
    int countOf(const QString &body) const; // messages with this body in all chats

private:
    struct Done {
        Rev rev;
        ChatPosition f, to;
    };
    Done bump(const ChatId &chat);
    Stored *find(const ChatId &chat, const Mid &mid);
    Row store(const ChatId &chat, Row row, const OpId &op, Rev old);
    wire::Ok okRow(const ChatId &chat, const Row &row) const;
    wire::ServerFrame hello(const UserId &user, const wire::Hello &f);
    wire::ServerFrame sync(const wire::Sync &f);
    wire::Reset resetOf(const ChatId &id, int messages) const;
    wire::ServerFrame usync(const UserId &user, const wire::Usync &f);
    wire::ServerFrame send(const UserId &user, const wire::Send &f);
    wire::ServerFrame change(const UserId &user, const ChatId &chat, const Mid &mid, const OpId &op,
                             std::optional<std::pair<int, QString>> edit);
    wire::ServerFrame react(const UserId &user, const wire::React &f);
    wire::ServerFrame rcpt(const UserId &user, const wire::Rcpt &f);
    wire::ServerFrame uset(const UserId &user, const wire::Uset &f);
    wire::ServerFrame hist(const wire::Hist &f);
    wire::ServerFrame have(const wire::Have &f);
    wire::ServerFrame proof(const wire::Proof &f);
    wire::ServerFrame listing() const;
    std::vector<wire::Head> heads() const;
    StateRow setState(const UserId &user, const QString &kind, const QByteArray &key, const QByteArray &value,
                      const DeviceId &device);

    const Clock &m_clock;
    Random &m_random;
};

} // namespace kith::test
