#pragma once
#include "server/node.h"

#include <QTemporaryDir>
#include <QTest>

namespace kith::test {

/// A whole server in this process, on a free port, with a real database in a folder of its own.
struct TestNode {
    explicit TestNode(const std::function<void(server::NodeOptions &)> &change = {},
                      const Clock *turned = nullptr) // a clock of the test's own, which outlives this
    {
        server::NodeOptions options;
        options.dataDir = dir.filePath(QStringLiteral("data"));
        options.passwordCost = server::PasswordPool::Cost::Low;
        options.rateLimits = false;
        options.threads = 2;
        options.tickMs = 20;
        if (change) change(options);
        auto started = server::Node::start(options, turned ? *turned : clock, random);
        if (!started) {
            QTest::qFail(qPrintable(started.error().what), __FILE__, __LINE__);
            return;
        }
        node = std::move(*started);
    }
    quint16 port() const { return node->port(); }

    QTemporaryDir dir;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<server::Node> node;
};

} // namespace kith::test
