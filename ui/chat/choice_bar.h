#pragma once
#include "ui/style/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kith {

/// What can be done with the messages that were chosen.
class ChoiceBar final : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceBar(const Look &look, QWidget *parent = nullptr);
    void setCount(int chosen);

Q_SIGNALS:
    void forwardWanted();
    void copyWanted();
    void deleteWanted();
    void leaveWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QLabel *m_count;
    QPushButton *m_forward, *m_copy, *m_delete, *m_cancel;
};

} // namespace kith
