#include "sync/look_up.h"

#include <algorithm>

namespace kith {

void LookUp::ask(quint64 question, const Mid &mid)
{
    forget();
    m_question = question;
    m_mid = mid;
    const auto all = m_core.mirror.read([&] { return m_core.mirror.chats.all(); });
    if (!m_core.connected || !all) return forget();
    std::vector<StoredChat> chats = *all;
    std::erase_if(chats, [](const StoredChat &c) { return c.left || !c.known; });
    std::sort(chats.begin(), chats.end(),
              [](const StoredChat &a, const StoredChat &b) { return a.actMs > b.actMs; });
    for (size_t i = 0; i < std::min(chats.size(), mostChats); ++i) m_chats.push_back(chats[i].chat);
    next();
}

void LookUp::next()
{
    if (m_chats.empty()) return tell({m_question, true, {}, {}, 0});
    const ChatId chat = m_chats.front();
    m_chats.pop_front();
    m_core.request(wire::Have{chat, {m_mid}}, [this, chat, question = m_question,
                                               mid = m_mid](const wire::ServerFrame &answer, Batch &batch) {
        std::optional<Whereabouts> found;
        bool told = false;
        if (const auto *page = std::get_if<wire::HavePage>(&answer)) {
            told = true;
            for (const Row &row : page->rows)
                if (const auto *m = std::get_if<MessageRow>(&row); m && m->mid == mid)
                    found = Whereabouts{question, true, chat, m->seq, m->atMs};
        } else if (const auto *err = std::get_if<wire::Err>(&answer)) {
            told = err->errorClass == wire::ErrorClass::Refused; // no longer a member: not there for us
        }
        batch.after.push_back([this, question, found, told] {
            if (question != m_question) return;
            if (found) return tell(*found);
            if (!told) return forget(); // "not now": nothing is claimed
            next();
        });
    });
}

void LookUp::forget()
{
    if (m_question != 0) tell({m_question, false, {}, {}, 0});
}

void LookUp::tell(Whereabouts whereabouts)
{
    m_question = 0;
    m_chats.clear();
    Q_EMIT m_core.feed.found(whereabouts);
}

} // namespace kith
