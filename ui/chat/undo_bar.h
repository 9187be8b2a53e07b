#pragma once
#include "ui/style/theme.h"

#include <QTimer>
#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;

namespace kith {

/// "Deleted. Undo": for a few seconds what was wished can be taken back.
class UndoBar final : public QWidget {
    Q_OBJECT
public:
    explicit UndoBar(const Look &look, QWidget *parent = nullptr);
    ~UndoBar() override; // settles

    /// Shows `text` for `ms`. `settle` (may be empty) is called when the time is over, when another offer
    /// comes, or when the bar goes; `undo` instead of it when the person says so.
    void offer(const QString &text, int ms, std::function<void()> undo, std::function<void()> settle);
    void settleNow();
    QPushButton *button() const { return m_undo; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QLabel *m_text;
    QPushButton *m_undo;
    QTimer m_end;
    std::function<void()> m_takeBack, m_settle;
};

} // namespace kith
