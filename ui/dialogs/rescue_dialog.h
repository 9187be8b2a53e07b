#pragma once
#include "core/domain/rescue.h"

#include <QDialog>

namespace kith {

/// Tells what became of a damaged mirror: what was saved, what was not, and where the old file is.
class RescueDialog final : public QDialog {
    Q_OBJECT
public:
    explicit RescueDialog(const RescueReport &report, QWidget *parent = nullptr);
};

} // namespace kith
