"""Formulas as text, as cases write them: numbers, names, + - * / **, ``sum`` and ``mean``; nothing else is run."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
FUNCTIONS: dict[str, Callable[[Any], Any]] = {"sum": np.sum, "mean": np.mean}


def compiled(text: str) -> Callable[[Mapping[str, Any]], float]:
    """Return a formula as a function of the values of its names (numbers or arrays)."""
    tree = ast.parse(text, mode="eval").body

    def value(values: Mapping[str, Any]) -> float:
        return float(_value(tree, values))

    return value


def _value(node: ast.expr, values: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.Name(id=name):
            return np.asarray(values[name], dtype=float)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return OPERATORS[type(op)](_value(left, values), _value(right, values))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, values)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _value(operand, values)
        case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if name in FUNCTIONS:
            return FUNCTIONS[name](_value(argument, values))
        case _:
            raise ValueError(f"not part of a formula: {ast.unparse(node)}")
