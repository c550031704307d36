"""Finds texts that do not fit into their widgets."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget


def cut_off(root: QWidget) -> list[str]:
    """Return the texts of visible labels and buttons that are wider or higher than their place."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QComboBox):
            continue
        text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        if not text:
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            if needed > widget.height() + 1:
                found.append(f"{text!r}: needs {needed} px of height, has {widget.height()}")
        elif (
            widget.minimumSizeHint().width() > widget.width() + 1
            and widget.sizePolicy().horizontalPolicy().name != "Ignored"
        ):
            found.append(f"{text!r}: needs {widget.minimumSizeHint().width()} px, has {widget.width()}")
    return found
