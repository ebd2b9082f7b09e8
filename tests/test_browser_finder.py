"""What `make test` does about the browser before it starts."""

import pytest

from scripts import browser


@pytest.mark.parametrize(
    ("ci", "found", "after_installing", "code", "told"),
    [
        ("true", "/usr/bin/chromium", None, 0, "/usr/bin/chromium"),
        ("true", None, "/opt/chromium", 0, "/opt/chromium"),
        ("", None, None, 0, "SKIPPED"),
        ("true", None, None, 1, "SKIPPED"),
    ],
)
def test_a_browser_is_found_or_installed_or_its_lack_is_told_aloud(
    ci: str,
    found: str | None,
    after_installing: str | None,
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers = iter([found, after_installing])
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(browser, "find_browser", lambda: next(answers))
    monkeypatch.setattr(browser, "install_browser", lambda: None)
    assert browser.main() == code
    assert told in "".join(capsys.readouterr())


def test_what_does_not_start_is_no_browser() -> None:
    assert not browser._starts("/no/such/browser")
    assert not browser._starts("/bin/false")
