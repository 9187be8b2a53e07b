#pragma once
#include "core/base/random.h"
#include "core/wire/codec.h"

#include <QByteArray>
#include <utility>
#include <vector>

/// One filled specimen of every frame and row, from a fixed seed: what the golden files hold.
namespace kith::testkit {

struct Samples {
    SeededRandom random{20260101};
    qint64 clock = 1'790'000'000'000;

    template <class I> I id() { return I::mint(clock++, random); }
    quint64 tag() { return random.next64(); }
    ChatPosition at(qint64 rev) { return {Rev{rev}, tag()}; }
    UserPosition uat(qint64 urev) { return {Urev{urev}, tag()}; }

    MessageRow message();
    std::vector<Row> rows();
    StateRow state();
    wire::Reset reset();
    wire::Digests digests();
    std::vector<std::pair<QByteArray, wire::Request>> requests();
    std::vector<std::pair<QByteArray, wire::Reply>> replies();
};

} // namespace kith::testkit
