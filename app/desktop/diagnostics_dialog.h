#pragma once
#include "app/desktop/diagnostics.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace kith {

/// Shows each step as it is looked at, with its result and advice; makes a bundle for the support.
class DiagnosticsDialog final : public QDialog {
    Q_OBJECT
public:
    DiagnosticsDialog(Diagnostics::About about, Secrets &secrets, QWidget *parent = nullptr);
    Diagnostics &diagnostics() { return m_diagnostics; }

private:
    struct Row {
        QLabel *mark, *name, *says;
    };
    void tell(int finding);
    void copyReport();
    void showBundle(const std::shared_ptr<inspect::Bundle> &bundle);

    Diagnostics m_diagnostics;
    const bool m_account;
    std::vector<Row> m_rows;
    QLabel *m_foot;
    QPushButton *m_bundle, *m_copy;
};

} // namespace kith
