"""How many articles a second one core reads, beside the floor that nothing can go below.

The floor is what any reader must do: open the file, bring it to NFC, look up all known phrases in
one automaton pass, and find the numbers. Both are measured in turn in the same run.
"""

import tempfile
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from etl.build import read_article
from etl.read import find_articles
from etl.recognising.lexicon import load_lexicon, lowered
from etl.recognising.quantities import NUMBER

ARTICLES = Path("data/articles")
SECONDS = 1.5
"""How long each measurement takes."""
ROUNDS = 3
"""How often each is taken; the best one counts, as the machine has other things to do."""

PAGE = """Thời tiết cuối tuần: nhiều nơi có mưa

(10/05/2023) Theo dự báo, không khí lạnh suy yếu dần, trời nhiều mây, có lúc có mưa rào và dông.
Người dân đi du lịch nên mang theo áo mưa, chú ý an toàn khi lái xe trên đường đèo. Đội bóng đá nam
thắng 3-1 trên sân nhà; hai bàn thắng đến ở phút 12 và phút 88 trước 4.500 khán giả.

Món ngon cho bữa cơm gia đình: cá kho, canh chua, rau luộc. Thời gian nấu khoảng 45 phút.
Bạn đọc gửi bài về tòa soạn, số điện thoại đường dây nóng 0900 000 000.
"""


def floor(path: Path) -> None:
    """What any reader must do with an article file."""
    text = unicodedata.normalize("NFC", path.read_bytes().decode())
    load_lexicon().automaton.find_matches_as_indexes(lowered(text))
    NUMBER.findall(text)


def rate(work: Callable[[Path], object], paths: Sequence[Path]) -> float:
    """How many of the files a second the work gets through."""
    best = 0.0
    for _ in range(ROUNDS):
        done, started = 0, time.perf_counter()
        while (elapsed := time.perf_counter() - started) < SECONDS:
            for path in paths:
                work(path)
            done += len(paths)
        best = max(best, done / elapsed)
    return best


def report(name: str, paths: Sequence[Path]) -> None:
    """Print one line of the table."""
    megabytes = sum(path.stat().st_size for path in paths) / len(paths) / 1e6
    for path in paths:  # caches and tables are loaded before the clock runs
        read_article(path)
    full, least = rate(read_article, paths), rate(floor, paths)
    print(
        f"{name:<22}{full:>9,.0f} articles/s{full * megabytes:>8.1f} MB/s"
        f"   floor{least:>9,.0f} articles/s   ratio {full / least:.2f}"
    )


def main() -> None:
    """Measure the given articles, the retold ones, and pages that hold no figure."""
    print("Reading on one core, from the file to its figures:")
    report("the five originals", find_articles([ARTICLES / "original"]))
    report("the retold articles", find_articles([ARTICLES / "retold"]))
    with tempfile.TemporaryDirectory() as folder:
        pages = [Path(folder) / f"page-{number}.txt" for number in range(8)]
        for number, page in enumerate(pages):  # each another text, or the last one's is remembered
            page.write_text(PAGE * 4 + f"Trang {number}.\n", encoding="utf-8")
        report("pages without a figure", pages)


if __name__ == "__main__":
    main()
