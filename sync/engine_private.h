#pragma once
#include "sync/account_auth.h"
#include "sync/attachments.h"
#include "sync/backfill.h"
#include "sync/backoff.h"
#include "sync/catch_up.h"
#include "sync/drafts.h"
#include "sync/engine.h"
#include "sync/expiry.h"
#include "sync/groups.h"
#include "sync/heartbeat.h"
#include "sync/lanes.h"
#include "sync/live.h"
#include "sync/look_up.h"
#include "sync/questions.h"
#include "sync/receipts.h"
#include "sync/session.h"
#include "sync/verify.h"
#include "sync/wishes.h"

#include <deque>

namespace kith {

struct Engine::Private {
    Private(Borders borders, Setup setup);
    ~Private();

    void input(Input in, const QString &why = {}, qint64 retryMs = 0);
    void act(Action action);
    void askToken();
    void hello();
    void lost(const QString &why, qint64 retryMs = 0);
    void endConnection();
    void received(const QByteArray &bytes);
    void readInbox();
    bool readSome(size_t count);
    void salvage();
    void handle(const wire::Reply &reply, Batch &batch, QByteArray &witness);
    void helloAnswered(const wire::ServerFrame &frame, Batch &batch);
    void authCode(wire::Code code);
    void ping(bool withDigest);
    void pong(const wire::ServerFrame &frame, bool withDigest, Batch &batch);
    void timers();
    void work();
    void settlePhase();
    void acknowledgeFault();
    void tryDisk();
    void tellConnection();
    void knownCurrent();
    void wake();
    bool idle() const { return session.phase == Phase::Live && lanes.idle() && inbox.empty(); }

    EngineCore core;
    AccountAuth &auth;
    Setup setup;
    Session session;
    Backoff backoff;
    Heartbeat heartbeat;
    Attempts attempts;
    CatchUp catchUp;
    Lanes lanes;
    Attachments attachments;
    Drafts drafts;
    Receipts receipts;
    Live live;
    Groups groups;
    Backfill backfill;
    Verify verify;
    LookUp lookUp;
    Questions questions;
    Expiry expiry;
    Wishes wishes;

    Connection told;
    QString why;
    std::deque<wire::Reply> inbox;
    std::optional<QString> closedBy; // the connection has ended, what it brought is not read yet
    std::function<void()> onWake;
    qint64 retryAt = kNever, phaseBy = kNever; // steady
    qint64 connectedAt = -1;
    qint64 diskWaitMs = 0;     // between two looks at the disk
    quint64 commitsBefore = 0; // at the last disk fault
    qint64 askedRetryMs = 0;
    quint64 tokenQuestion = 0;
    bool freshToken = false; // this try's token was new: a refusal of it is final
    bool advancing = false;
    QByteArray token;
    std::shared_ptr<bool> alive = std::make_shared<bool>(true);
};

} // namespace kith
