#pragma once
#include "sync/engine_core.h"

#include <deque>

namespace kith {

/// Compares what is held with the server, chat by chat: sums first, halves of what differs, rows at last
/// (docs/protocol.md, proof). One request at a time, beside everything else; a chat that moves meanwhile is
/// asked about again. Goes on after a lost connection. Ends with Feed::verified, exactly once for each wish.
class Verify {
public:
    static constexpr int partSeqs = 2'000; // of one question
    static constexpr qint64 everyMs = 20;  // between two questions
    static constexpr int askedAgain = 50;  // because the chat moved, before it is called busy

    explicit Verify(EngineCore &core)
        : m_core(core)
    {
    }
    void start(VerifyWish wish); // ends one that is under way
    void cancel();
    void advance(bool current); // current: the cursors are where the server is
    qint64 nextDue(bool current) const;
    void forget(); // the connection ended
    bool running() const { return m_running; }

private:
    struct Part {
        enum class Kind : quint8 { Sum, Rows, Members };
        Kind kind = Kind::Sum;
        Seq lo, hi;
        bool again = false; // mended: does it agree now?
    };
    void begin();
    void nextChat();
    void endChat();
    void notCompared(const QString &why);
    void ask(const Part &part);
    void answered(const Part &part, const wire::ServerFrame &frame, Batch &batch);
    void summed(const Part &part, const wire::ProofPage &page, Batch &batch);
    void fetched(const Part &part, const wire::HistPage &page, Batch &batch);
    void membersTold(const Part &part, const wire::ProofPage &page, Batch &batch);
    void failed(const Part &part, const wire::Err &err, Batch &batch);
    void found(const Part &part, const Applier::Compared &compared, Batch &batch);
    void frozen(Seq lo, Seq hi, Batch &batch);
    void compared(qint64 rows, qint64 places);
    void disputed();
    bool follows(const EpochId &epoch, Rev at) const;
    bool coveredLive(Seq lo, Seq hi) const;
    wire::ProofPage::Members sumOf(Seq lo, Seq hi);
    wire::ProofPage::Members memberSum();
    template <class F> void then(Batch &batch, F &&step); // after the commit, unless it was ended meanwhile
    void push(const Part &part, Batch &batch);
    void later(const Part &part, qint64 waitMs, Batch &batch);
    void finish(VerifyReport::End end);
    void tell();

    EngineCore &m_core;
    VerifyWish m_wish;
    VerifyReport m_report;
    VerifyProgress m_progress, m_told;
    ChatVerdict m_chat; // the one being compared
    std::deque<ChatId> m_chats;
    std::vector<Part> m_parts;   // of that one; the last is next
    int m_moved = 0;             // how often in a row it was not where the answer was
    std::optional<Part> m_asked; // under way
    bool m_running = false, m_begun = false;
    qint64 m_notBefore = 0, m_toldAt = 0;
    quint64 m_run = 0; // answers to a cancelled one are nobody's
};

} // namespace kith
