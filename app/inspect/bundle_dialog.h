#pragma once
#include "inspect/bundle.h"

#include <QDialog>

namespace kith::inspect {

/// Shows exactly what would leave, and writes it when that is wanted.
class BundleDialog final : public QDialog {
    Q_OBJECT
public:
    BundleDialog(const Bundle &bundle, const QString &suggested, QWidget *parent = nullptr);

private:
    void save();
    const Bundle m_bundle;
    const QString m_suggested;
};

} // namespace kith::inspect
