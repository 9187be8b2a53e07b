#pragma once
#include <QEventLoop>
#include <functional>
#include <optional>

namespace kith::cli {

/// Runs `start` and the event loop until it has answered.
template <class T> T awaited(const std::function<void(std::function<void(T)>)> &start)
{
    std::optional<T> answer;
    QEventLoop loop;
    start([&](T value) {
        answer = std::move(value);
        loop.quit();
    });
    if (!answer) loop.exec();
    return std::move(*answer);
}

} // namespace kith::cli
