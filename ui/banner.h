#pragma once
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kith {

/// A strip over the whole window while something needs a person and everything waits for it: what it is, that
/// nothing is lost, what to do. Hidden at all other times.
class Banner final : public QWidget {
    Q_OBJECT
public:
    explicit Banner(const Context &context, QWidget *parent = nullptr);

    void show(const Connection &connection);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Context &m_context;
    QLabel *m_title, *m_text;
    QPushButton *m_try;
};

} // namespace kith
