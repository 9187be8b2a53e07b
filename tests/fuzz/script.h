#pragma once
#include "core/base/random.h"

#include <QByteArray>
#include <functional>
#include <span>
#include <vector>

namespace kith::fuzz {

/// The inputs of the targets that are a conversation: one step in each line, its first character says which
/// and by whom; the rest is a frame or a number. `$` with a letter and a digit in a frame stands for a value
/// that the run knows ("$C1": the first chat); with quotes around it also for one that is no text.
struct Step {
    char verb = 0;
    int actor = 0; // of "0>" …; 0 without a digit
    QByteArray text;
};
inline constexpr int stepsMax = 200;
std::vector<Step> stepsOf(QByteArrayView script);

/// Puts in the values; a letter that `value` does not know stays.
QByteArray filledIn(const QByteArray &text, const std::function<QByteArray(char letter, int n)> &value);

/// Another order, a line more or less, a line from `samples`, another frame in a line.
QByteArray mutatedScript(const QByteArray &script, std::span<const char *const> samples, Random &random);

} // namespace kith::fuzz
