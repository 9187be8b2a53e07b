#pragma once
#include "app/cli/arguments.h"

#include <span>

namespace kith::cli {

enum class Takes : quint8 { Flag, Text, Texts /* may be repeated */, Positive, Seconds, Stage };

struct OptionRule {
    const char *name; // without the dashes
    Takes takes;
    const char *word; // of the value, for the usage line
    bool required = false;
};

struct VerbRule {
    Verb verb;
    const char *name;
    const char *words; // for the usage line
    int least, most;   // positional words; most = -1: any number
    std::span<const OptionRule> options;
    const char *help;
};

std::span<const VerbRule> verbRules();
const VerbRule *verbRule(const QString &name);

QString usageLine(const VerbRule &rule);
QString helpOf(const VerbRule &rule);
QString helpOfAll();

} // namespace kith::cli
