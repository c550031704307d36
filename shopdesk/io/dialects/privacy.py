"""What is personal and never leaves the parser: columns by header or values, phone numbers in free text."""

from __future__ import annotations

import hashlib
import re
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.io.dialects.cells import any_true, per_value
from shopdesk.io.dialects.headers import normalised

_HEADER: Final = re.compile(
    r"收货人|收件人|姓名|真实姓名|手机|电话|联系方式|座机|地址|支付宝|交易号|微信|wechat|qq|邮箱|e_?mail|昵称|会员名|旺旺|"
    r"账号|帐号|账户|身份证|运单|快递单|物流单|单号$|留言|备注|发票|邮编|邮政|操作人|子账号|客服|达人|buyer(?!s)|phone|mobile|"
    r"address|recipient|receiver|postcode|zipcode|customername|fullname|街道|门牌|护照|银行卡|username|用户名|nickname|买家说明|退款说明"
)
_NOT_PERSONAL: Final = re.compile(r"人数|数$|率$|金额|咨询量|次数|订单号|退款单号|售后单号|子单号|来源|账户级|询单")
_PHONE: Final = r"^(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?:\.0)?$"
_IDENTITY: Final = r"^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx]$"
_PHONE_INSIDE: Final = r"(^|\D)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(\D|$)"
_MAIL_INSIDE: Final = r"[\w.+-]+@[\w-]+\.[\w.]+"
_LONG_NUMBER: Final = r"^\d{15,}$"
_HASH_BYTES: Final = 16


def is_private_header(header: str) -> bool:
    """Return whether a column of this name holds names, phones, addresses, accounts, waybills or notes."""
    name = normalised(header)
    return bool(_HEADER.search(name)) and not _NOT_PERSONAL.search(name)


def holds_personal_values(texts: pa.Array) -> bool:
    """Return whether distinct values of an unknown column look like phones, identity numbers or long numbers."""
    return any(any_true(pc.match_substring_regex(texts, pattern)) for pattern in (_PHONE, _IDENTITY, _LONG_NUMBER))


def scrubbed(texts: pa.Array) -> pa.Array:
    """Return free text without the phone numbers and mail addresses that people type into it."""
    if any_true(pc.match_substring_regex(texts, _PHONE_INSIDE)):
        texts = pc.replace_substring_regex(texts, _PHONE_INSIDE, r"\1***\2")
    if any_true(pc.match_substring(texts, "@")):
        texts = pc.replace_substring_regex(texts, _MAIL_INSIDE, "***")
    return texts


def scrubbed_text(text: str) -> str:
    """Return one text without the phone numbers and mail addresses in it, for messages."""
    return re.sub(_MAIL_INSIDE, "***", re.sub(_PHONE_INSIDE, r"\1***\2", text))


def buyer_codes(texts: pa.Array, *, salt: bytes) -> pa.Array:
    """Return a salted hash a distinct buyer: the same buyer is known again, nobody can be found from it."""
    key = hashlib.blake2b(salt, digest_size=32).digest()
    return per_value(texts, lambda text: _code(text, key), pa.string())


def _code(text: str, key: bytes) -> str:
    return hashlib.blake2b(text.encode("utf-8"), key=key, digest_size=_HASH_BYTES).hexdigest()
