#pragma once
#include "core/base/random.h"

#include <QByteArray>
#include <span>

/// What is fed with bytes from strangers, one function for each. Every build replays the corpus through them
/// (tst_corpus); the fuzz preset lets libFuzzer look for more (libfuzzer_main.cpp).
namespace kith::fuzz {

/// Runs one input to its end and checks what must hold; a broken promise aborts the process with its name.
using Run = void (*)(QByteArrayView input);
/// A neighbour of `input` that gets past the parser; empty = leave it to the caller to turn bytes over.
using Mutate = QByteArray (*)(const QByteArray &input, Random &random);

struct Target {
    const char *name;
    Run run;
    Mutate mutate;

    void operator()(QByteArrayView input) const;
};

std::span<const Target> targets();
const Target *find(QByteArrayView name);

void requestFrame(QByteArrayView input); // what a client sends, as the server reads it
void replyFrame(QByteArrayView input);   // what a server sends, as the client reads it
void values(QByteArrayView input);       // rows, state rows and the bodies of the account API
void http(QByteArrayView input);         // one connection's bytes before the upgrade
void session(QByteArrayView input);      // a script (script.h) over real sessions and a real database
void engine(QByteArrayView input);       // a script over a real engine with a real mirror

QByteArray mutateFrame(const QByteArray &input, Random &random);
QByteArray mutateSession(const QByteArray &input, Random &random);
QByteArray mutateEngine(const QByteArray &input, Random &random);

/// Says which promise was broken and by what, then aborts.
[[noreturn]] void broken(const char *promise, const QByteArray &by = {});
inline void hold(bool kept, const char *promise, const QByteArray &by = {})
{
    if (!kept) broken(promise, by);
}

} // namespace kith::fuzz
