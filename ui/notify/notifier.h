#pragma once
#include "ui/context.h"
#include "ui/notify/decision.h"
#include "ui/notify/notices.h"

namespace kith {

/// Watches what comes into the mirror and tells the person, or not, and takes it back when it was read here
/// or elsewhere. Thread: GUI.
class Notifier final : public QObject {
    Q_OBJECT
public:
    /// `onScreen`: the chat is in front of the person.
    Notifier(const Context &context, Notices &notices, const NotifySettings &settings,
             std::function<bool(const ChatId &)> onScreen, QObject *parent = nullptr);

    /// Shows one as if a message had come now; why not, when it is not shown.
    NotifyVerdict test();
    NotifyVerdict lastVerdict() const { return m_last; }

private:
    static constexpr size_t mostKnown = 4'000;

    void apply(const ChangeSet &changes);
    void arrived(const ChatSummary &chat, const std::vector<Message> &messages);
    QString textOf(const Message &message, const ChatSummary &chat, int waiting) const;

    const Context m_context;
    Notices &m_notices;
    const NotifySettings &m_settings;
    std::function<bool(const ChatId &)> m_onScreen;
    QHash<ChatId, Seq> m_told;    // up to here each chat was decided about
    QHash<ChatId, int> m_waiting; // shown and not read
    qint64 m_skewMs = 0;
    NotifyVerdict m_last = NotifyVerdict::Shown;
};

} // namespace kith
