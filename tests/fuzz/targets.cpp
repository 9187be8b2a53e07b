#include "tests/fuzz/targets.h"

#include <QLoggingCategory>
#include <cstdio>
#include <cstdlib>

namespace kith::fuzz {

namespace {
constexpr Target all[] = {
    {"request", requestFrame, mutateFrame}, {"reply", replyFrame, mutateFrame},
    {"values", values, mutateFrame},        {"http", http, nullptr},
    {"session", session, mutateSession},    {"engine", engine, mutateEngine},
};

QByteArrayView current; // what is being run, for the last words

} // namespace

std::span<const Target> targets() { return all; }

const Target *find(QByteArrayView name)
{
    for (const Target &target : all)
        if (name == QByteArrayView(target.name)) return &target;
    return nullptr;
}

void Target::operator()(QByteArrayView input) const
{
    // Rubbish is what is fed: a word about each would be all that one sees.
    static const bool quiet = (QLoggingCategory::setFilterRules(QStringLiteral("kith.*=false")), true);
    Q_UNUSED(quiet)
    current = input;
    run(input);
    current = {};
}

void broken(const char *promise, const QByteArray &by)
{
    std::fprintf(stderr, "broken promise: %s\n%s\nby the input:\n%.*s\n", promise, by.constData(),
                 int(current.size()), current.data());
    std::abort();
}

} // namespace kith::fuzz
