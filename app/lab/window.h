#pragma once
#include "app/lab/ctl.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTableWidget;

namespace kith::lab {

/// The lab's control window: what every client believes beside what the server holds, the course of things
/// over time, and the orders of `kith-lab ctl` as buttons and as a line to type. Thread: main.
class ControlWindow final : public QWidget {
    Q_OBJECT
public:
    ControlWindow(Lab &lab, CtlServer &ctl);
    ~ControlWindow() override;

private:
    QWidget *buttons();
    void refresh();
    void order(const QString &line);
    void orderSelected(const QString &words);
    void say(const QString &text, bool good);

    Lab &m_lab;
    CtlServer &m_ctl;
    QTableWidget *m_table = nullptr;
    QWidget *m_picture = nullptr;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_log = nullptr;
    QLabel *m_server = nullptr;
    std::function<void(const Story::Event &)> m_heardBefore;
};

} // namespace kith::lab
