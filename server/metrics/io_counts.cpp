#include "server/metrics/io_counts.h"

namespace kith::server {

namespace {

// By type: the order of the variant may change.
template <class F> constexpr const char *nameOf = "other";
template <> constexpr const char *nameOf<wire::Hello> = "hello";
template <> constexpr const char *nameOf<wire::Auth> = "auth";
template <> constexpr const char *nameOf<wire::Sync> = "sync";
template <> constexpr const char *nameOf<wire::Usync> = "usync";
template <> constexpr const char *nameOf<wire::Send> = "send";
template <> constexpr const char *nameOf<wire::Edit> = "edit";
template <> constexpr const char *nameOf<wire::Del> = "del";
template <> constexpr const char *nameOf<wire::React> = "react";
template <> constexpr const char *nameOf<wire::Rcpt> = "rcpt";
template <> constexpr const char *nameOf<wire::Uset> = "uset";
template <> constexpr const char *nameOf<wire::ChatNew> = "chat.new";
template <> constexpr const char *nameOf<wire::ChatSet> = "chat.set";
template <> constexpr const char *nameOf<wire::Mem> = "mem";
template <> constexpr const char *nameOf<wire::Hist> = "hist";
template <> constexpr const char *nameOf<wire::Have> = "have";
template <> constexpr const char *nameOf<wire::Chats> = "chats";
template <> constexpr const char *nameOf<wire::Watch> = "watch";
template <> constexpr const char *nameOf<wire::TypingOut> = "typing";
template <> constexpr const char *nameOf<wire::PresOut> = "pres";
template <> constexpr const char *nameOf<wire::UsersFind> = "users.find";
template <> constexpr const char *nameOf<wire::Ping> = "ping";
template <> constexpr const char *nameOf<wire::Proof> = "proof";
template <> constexpr const char *nameOf<wire::PushSet> = "push";
template <> constexpr const char *nameOf<wire::PushGet> = "push.get";
template <> constexpr const char *nameOf<wire::Edits> = "edits";
template <> constexpr const char *nameOf<wire::FindDate> = "date";
template <> constexpr const char *nameOf<wire::SetTimer> = "timer";
template <> constexpr const char *nameOf<wire::ClosePoll> = "poll.close";
template <> constexpr const char *nameOf<wire::ListMembers> = "members";
template <> constexpr const char *nameOf<wire::InviteSet> = "invite";
template <> constexpr const char *nameOf<wire::Join> = "join";
template <> constexpr const char *nameOf<wire::GroupLog> = "log";

template <size_t... I> constexpr std::array<const char *, sizeof...(I)> allNames(std::index_sequence<I...>)
{
    return {nameOf<std::variant_alternative_t<I, wire::ClientFrame>>...};
}
constexpr auto names = allNames(std::make_index_sequence<operations>());

} // namespace

const char *operationName(size_t index) { return names[index]; }

void HttpCounts::record(const QByteArray &path, int status, qint64 ns)
{
    const std::lock_guard lock(m_mutex);
    Path &one = m_paths[path.toStdString()];
    one.byStatus[status].add();
    one.durations.record(ns);
}

} // namespace kith::server
