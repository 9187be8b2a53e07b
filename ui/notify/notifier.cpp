#include "ui/notify/notifier.h"

#include "core/base/file_names.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace kith {

Notifier::Notifier(const Context &context, Notices &notices, const NotifySettings &settings,
                   std::function<bool(const ChatId &)> onScreen, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_notices(notices)
    , m_settings(settings)
    , m_onScreen(std::move(onScreen))
{
    connect(&context.feed, &Feed::changed, this, &Notifier::apply);
    connect(&context.feed, &Feed::connectionChanged, this,
            [this](const Connection &connection) { m_skewMs = connection.clockSkewMs; });
}

void Notifier::apply(const ChangeSet &changes)
{
    for (auto it = changes.chats.cbegin(); it != changes.chats.cend(); ++it) {
        if (!it->whole && it->messages.isEmpty() && !it->marks) continue;
        const auto chat = m_context.reader.chat(it.key());
        if (!chat) continue;
        if (chat->unread == 0 && m_waiting.remove(it.key())) m_notices.withdraw(it.key());
        if (it->whole) { // many at once; the newest ones speak for them
            const auto page = m_context.reader.newest(it.key(), 20);
            if (page) arrived(*chat, page->messages);
        } else if (!it->messages.isEmpty()) {
            const auto messages =
                m_context.reader.messages(it.key(), {it->messages.cbegin(), it->messages.cend()});
            if (messages) arrived(*chat, *messages);
        }
    }
}

void Notifier::arrived(const ChatSummary &chat, const std::vector<Message> &messages)
{
    const qint64 now = m_context.clock.wallMs();
    const QTime local = QDateTime::fromMSecsSinceEpoch(now).time();
    if (m_told.size() >= qsizetype(mostKnown)) m_told.clear(); // the age alone decides then
    Seq upTo = m_told.value(chat.chat);
    const Message *newest = nullptr;
    int fresh = 0;
    for (const Message &m : messages) {
        if (m.row.seq.value == 0 || m.row.seq <= m_told.value(chat.chat)) continue; // an edit is no news
        upTo = std::max(upTo, m.row.seq);
        Arrival a;
        a.mine = m.mine;
        a.service = m.row.kind == u"service";
        a.dead = m.row.dead;
        a.seen = m.row.seq <= chat.seen;
        a.onScreen = m_onScreen(chat.chat);
        a.chatMuted = chat.muted && (chat.mutedUntilMs == 0 || chat.mutedUntilMs > now);
        a.ageMs = now - m_skewMs - m.row.atMs;
        a.minuteOfDay = local.hour() * 60 + local.minute();
        a.canShow = m_notices.canShow();
        m_last = notifyVerdict(a, m_settings);
        if (m_last != NotifyVerdict::Shown) continue;
        ++fresh;
        if (!newest || newest->row.seq < m.row.seq) newest = &m;
    }
    m_told.insert(chat.chat, upTo);
    if (!newest) return;
    const int waiting = m_waiting[chat.chat] += fresh;
    const bool named = m_settings.preview != NotifySettings::Preview::Nothing;
    m_notices.show(chat.chat, named ? chat.title : tr("Kith"), textOf(*newest, chat, waiting));
}

QString Notifier::textOf(const Message &m, const ChatSummary &chat, int waiting) const
{
    constexpr qsizetype most = 300;
    if (m_settings.preview != NotifySettings::Preview::Text)
        return waiting == 1 ? tr("New message") : tr("%Ln new messages", nullptr, waiting);
    QString text = m.row.body.left(most);
    if (!text.isEmpty() && text.back().isHighSurrogate()) text.chop(1);
    if (text.isEmpty() && !m.attachments.empty())
        text = m.attachments.size() == 1 ? safeFileName(m.attachments.front().info.name)
                                         : tr("%Ln files", nullptr, int(m.attachments.size()));
    if (text.isEmpty()) text = tr("New message");
    if (chat.kind == ChatKind::Group) text = tr("%1: %2").arg(m.senderName, text);
    if (waiting > 1) text += u'\n' + tr("and %1 more").arg(waiting - 1);
    return text;
}

NotifyVerdict Notifier::test()
{
    const QTime local = QDateTime::fromMSecsSinceEpoch(m_context.clock.wallMs()).time();
    Arrival a;
    a.minuteOfDay = local.hour() * 60 + local.minute();
    a.canShow = m_notices.canShow();
    m_last = notifyVerdict(a, m_settings);
    if (m_last == NotifyVerdict::Shown)
        m_notices.show({}, tr("Kith"), tr("This is how a new message is told."));
    return m_last;
}

} // namespace kith
