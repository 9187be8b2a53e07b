#pragma once
#include "ui/context.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace kith {

/// Searching in the open chat: as you type, newest first, "3 of 17", older and newer by Enter and arrows.
/// What the mirror does not hold is said beside it.
class SearchBar final : public QWidget {
    Q_OBJECT
public:
    explicit SearchBar(const Context &context, QWidget *parent = nullptr);

    void open(const ChatId &chat); // shows it, with the last words selected
    void close();
    QString status() const;

Q_SIGNALS:
    void found(const QStringList &words); // to be marked; empty = none
    void wanted(const kith::Mid &mid);    // go there
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int most = 500;

    void search();
    void step(int by); // +1 = older
    void tell();
    void restyle();

    const Context &m_context;
    ChatId m_chat;
    std::vector<Mid> m_hits;
    int m_at = -1;
    HistoryHeld m_history;
    QString m_fault;
    QTimer m_later;
    QLineEdit *m_field;
    QLabel *m_status;
    QToolButton *m_older, *m_newer, *m_close;
};

} // namespace kith
