// Engine: what comes in, in batches of one transaction each, and what becomes of a row that cannot be stored
// (R17).
#include "core/base/log.h"
#include "sync/engine_private.h"

#include <algorithm>

namespace kith {

using namespace Qt::StringLiterals;

void Engine::Private::received(const QByteArray &bytes)
{
    auto decoded = wire::decodeReply(bytes);
    if (auto *reply = std::get_if<wire::Reply>(&decoded)) {
        inbox.push_back(std::move(*reply));
    } else {
        const auto &bad = std::get<wire::BadFrame>(decoded);
        qCWarning(lcSync, "a frame could not be read: %s", qUtf8Printable(bad.what));
        if (bad.id > 0) { // its asker must not wait for ever; asked again it would come the same
            wire::Err err;
            err.code = wire::Code::BadRequest;
            err.errorClass = wire::ErrorClass::Bug;
            inbox.push_back({bad.id, err});
        }
    }
    wake();
}

void Engine::Private::handle(const wire::Reply &reply, Batch &batch, QByteArray &witness)
{
    const auto &frame = reply.frame;
    if (reply.id > 0) {
        const auto it = core.pending.constFind(reply.id);
        if (it == core.pending.constEnd()) return; // answered already, or of nobody
        const auto answered = it->answered;
        batch.after.push_back([this, id = reply.id] { core.pending.remove(id); });
        answered(frame, batch);
        if (const auto *ok = std::get_if<wire::Ok>(&frame); ok && !ok->witness.isEmpty())
            witness = ok->witness;
        return;
    }
    if (std::holds_alternative<wire::AuthSoon>(frame)) {
        batch.after.push_back([this] {
            auth.invalidate();
            auth.token([this, guard = alive, question = tokenQuestion](const AccountAuth::Answer &answer) {
                if (!*guard || question != tokenQuestion || !core.connected) return;
                if (answer.kind != AccountAuth::Answer::Kind::Token)
                    return; // the server will say auth_expired
                token = answer.token;
                core.request(wire::Auth{token}, [this](const wire::ServerFrame &f, Batch &b) {
                    if (const auto *err = std::get_if<wire::Err>(&f))
                        b.after.push_back([this, code = err->code] { authCode(code); });
                });
                wake();
            });
        });
    } else if (const auto *bye = std::get_if<wire::Bye>(&frame)) {
        batch.after.push_back([this, b = *bye] {
            if (b.code == wire::ByeCode::Kicked) auth.invalidate();
            lost(u"the server asked to come back later"_s, b.retryMs);
        });
    } else if (const auto *err = std::get_if<wire::Err>(&frame)) {
        // Of no request: the reason for which the server ends the connection (P-5.2, P-5.8).
        const bool about = err->errorClass == wire::ErrorClass::Auth || err->code == wire::Code::Version;
        if (about) batch.after.push_back([this, code = err->code] { authCode(code); });
    } else if (core.connected || session.phase == Phase::Greeting) {
        catchUp.push(frame, batch);
        live.push(frame, batch);
    }
}

bool Engine::Private::readSome(size_t count)
{
    const qint64 until = core.now() + 50;
    size_t read = 0;
    const bool written = core.write([&](Batch &batch) {
        QByteArray witness;
        while (read < count && read < inbox.size()) {
            handle(inbox[read++], batch, witness);
            if (core.now() >= until) break;
        }
        // With what it vouches for, once for all answers: a server that lost them later is told of it.
        if (!witness.isEmpty()) core.mirror.meta.setWitness(witness);
        // The frames leave the box before anything that hangs on them runs: a bye empties it.
        batch.after.insert(batch.after.begin(), [this, read] {
            inbox.erase(inbox.begin(), inbox.begin() + qsizetype(std::min(read, inbox.size())));
        });
        const bool touched = !batch.changes.isEmpty(), outbox = batch.changes.outbox;
        batch.after.push_back([this, touched, outbox] {
            if (outbox) lanes.changed(); // a divergence queues own messages again
            if (touched) receipts.changed();
        });
    });
    return written;
}

void Engine::Private::readInbox()
{
    while (!inbox.empty()) {
        // The greeting first and alone: what follows it relies on what it set.
        const bool greeting = session.phase == Phase::Greeting;
        if (readSome(greeting ? 1 : size_t(limits::pageRows))) continue;
        const Errc code = core.diskFault ? core.diskFault->code : Errc::Io;
        if (code != Errc::BadInput) return; // not the frame's fault, but the disk's
        core.diskFault.reset();
        if (!readSome(1)) salvage();
        if (core.diskFault) return;
    }
}

/// R17: one frame cannot be stored. Its rows are tried one by one, without keeping the trial; those that fail
/// are put aside whole, and the frame goes on without them.
void Engine::Private::salvage()
{
    const Errc code = core.diskFault ? core.diskFault->code : Errc::Io;
    if (inbox.empty() || code != Errc::BadInput) return;
    core.diskFault.reset();
    auto &reply = inbox.front();
    std::visit(
        [&](auto &frame) {
            if constexpr (requires {
                              frame.rows[0].index();
                              frame.chat;
                          }) {
                for (Row &row : frame.rows) {
                    Batch trial;
                    const Status stored = core.mirror.write(
                        [&] { core.applier(trial).answered(frame.chat, frame.epoch, {row}); });
                    if (!stored)
                        row = UnknownRow{u"unstorable"_s, Rev{}, wire::encodeRow(row), stored.error().what};
                }
            }
        },
        reply.frame);
    readSome(1);
}

} // namespace kith
