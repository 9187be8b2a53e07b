#pragma once
#include "core/domain/group.h"
#include "server/storage/rows.h"

#include <QSet>
#include <memory>
#include <unordered_map>

namespace kith::server {

struct IdHash {
    template <class I> size_t operator()(const I &id) const { return qHash(id); }
};

struct HotMember {
    Role role = Role::Member;
    bool left = false;
    Seq delivered, seen;
    Rx rx;
    bool banned = false;
    qint64 sentMs = 0;  // Unix ms of the last message; kept in chats with slow mode only
    Seq min;            // messages before it are not shown to them; 0 = all are
    bool dirty = false; // watermarks only; roles and presence are written at once
};
struct HotChat : StoredChat {
    std::unordered_map<UserId, HotMember, IdHash> members; // those that were asked for
    std::shared_ptr<const std::vector<UserId>> audience;   // present members; null = not read
    std::optional<GroupSettings> settings;                 // of info.extra; absent = not read
    std::optional<Seq> latestMin;                          // the greatest HotMember::min; absent = not read
    bool dirty = false;
    bool rxDirty = false;
};
struct HotUser {
    UserPosition at;
    std::optional<QSet<QByteArray>> markedUnread; // chats with a hand-set unread mark; absent = not read
    std::optional<QSet<UserId>> blocks;           // whom this user has blocked; absent = not read
    bool dirty = false;
};

/// The counters and watermarks that nearly every write reads and changes. The one writer keeps them in memory
/// and writes each changed row once per transaction. Pointers stay valid until forget() or trim().
class HotRows {
public:
    explicit HotRows(Db &db);

    HotChat *chat(const ChatId &chat);                    // null: no such chat
    HotMember *member(HotChat &chat, const UserId &user); // null: never was one
    HotMember *present(HotChat &chat, const UserId &user)
    {
        HotMember *m = member(chat, user);
        return m && !m->left ? m : nullptr;
    }
    const std::shared_ptr<const std::vector<UserId>> &audience(HotChat &chat);
    const GroupSettings &settings(HotChat &chat);
    /// No present member's history begins later than this.
    Seq latestMin(HotChat &chat);
    HotUser &user(const UserId &user);
    const QSet<QByteArray> &markedUnread(const UserId &user);
    /// Whether any device wants pushes.
    bool pushTargets();
    void pushTargetsChanged() { m_pushTargets.reset(); }

    const QSet<UserId> &blocks(const UserId &user);
    void forgetUser(const UserId &user); // their rows were changed behind this class

    void add(const StoredChat &chat); // just inserted
    void touch(HotChat &chat);
    void touchRx(HotChat &chat);
    void touch(HotChat &chat, const UserId &user, HotMember &member);
    void touch(const UserId &id, HotUser &user);
    /// One member more or less: reading all of a large group again for each would make joining it quadratic.
    void joined(HotChat &chat, const UserId &user, Seq min);
    void gone(HotChat &chat, const UserId &user);
    /// Membership or roles of the chat were written: read them again when asked.
    void membersChanged(HotChat &chat);

    bool isDirty() const { return m_changes != 0; }
    quint64 changes() const { return m_changes; } // since the last flush
    void flush();                                 // into the open transaction
    void forget();                                // after a rollback: memory may be ahead of the file
    void trim();                                  // between transactions: keeps memory bounded

private:
    Db &m_db;
    std::unordered_map<ChatId, HotChat, IdHash> m_chats;
    std::unordered_map<UserId, HotUser, IdHash> m_users;
    std::vector<HotChat *> m_dirtyChats;
    std::vector<HotChat *> m_dirtyRx;
    struct DirtyMember {
        HotChat *chat;
        UserId user;
        HotMember *member;
    };
    std::vector<DirtyMember> m_dirtyMembers;
    std::vector<std::pair<UserId, HotUser *>> m_dirtyUsers;
    quint64 m_changes = 0;
    size_t m_weight = 0; // entries held, roughly
    std::optional<bool> m_pushTargets;

    Statement m_chat, m_member, m_latestMin, m_audience, m_user, m_marked, m_blocks;
    Statement m_saveChat, m_saveRx, m_saveMember, m_saveUser;
};

} // namespace kith::server
