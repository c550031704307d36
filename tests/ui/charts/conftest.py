import pytest

from shopdesk.ui import formats, theme


@pytest.fixture(autouse=True)
def _plain_look(qapp):
    theme.apply(qapp, look="light")
    formats.set_language("en")
    yield
    formats.set_language("zh_CN")
    theme.apply(qapp, look="light")
