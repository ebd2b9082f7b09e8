"""The patterns of how periods are written, and the words in them."""

import re

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
NUMERALS = {
    **{"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6},
    **{"bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12},
}
MONTHS = {
    **{"mười một": 11, "mười hai": 12, "mười": 10, "giêng": 1, "hai": 2, "ba": 3, "tư": 4},
    **{"sáu": 6, "bảy": 7, "tám": 8, "chín": 9},
}
"""Months named in words, longer names first; "tháng năm" may be a month of some year."""
_COUNTED = (
    r"(?:%|(?:tỷ|tỉ)(?! (?:lệ|trọng|suất))|triệu|nghìn|ngàn|đồng(?! (?:chí|thời|bộ|loạt))|usd|ha|km"
    r"|m2|mw|lần(?! lượt)|người|lao động|doanh nghiệp|dự án|hộ|xã(?! hội)|phường|thôn|huyện|tấn"
    r"|lượt|khách|sản phẩm|chỉ tiêu|nhiệm vụ|đảng viên|học sinh|bác s[ĩỹ]|giường|căn|cơ sở|trường"
    r"|hợp tác xã)"
)
"""What a number counts, so that it is no year and no day."""

SIDES = {"qua": "past", "tới": "next"}
"""Words that tell which of the terms is meant, beside the current one."""
RELATIVE = {
    "cả năm": 0,
    "trong năm": 0,
    "năm nay": 0,
    "năm qua": 0,
    "năm vừa qua": 0,
    "năm vừa khép lại": 0,
    "năm vừa kết thúc": 0,
    "năm rồi": 0,
    "năm vừa rồi": 0,
    "năm tới": 1,
    "năm mới": 1,
    "năm sau": 1,
    "sang năm": 1,
    "năm ngoái": -1,
    "năm trước": -1,
    "năm liền trước": -1,
}
"""Years from the running one."""
RELATIVE_PAST = frozenset({"qua", "rồi", "lại", "thúc"})
"""In such a name: it is of the year just gone."""


def _of_year(name: str) -> str:
    """The year behind a part of it: "/2021", " năm 2021", " của năm nay", " năm"."""
    return (
        rf"(?:(?:~[/.-]~| (?:của )?năm | )(?P<{name}_year>20\d\d)(?!\d|[.,]\d)"
        rf"| (?:của )?(?P<{name}_relative>năm (?:nay|trước|ngoái|tới|sau))| qua(?!\w)"
        r"| (?:của )?năm(?!\w))?"
    )


_UP_TO = "(?:(?:tính )?đến|hết|tới|(?:tại|vào|ở) thời điểm) (?:hết |thời điểm )?"
_YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d)"
"""A year's number: "cả năm 20.400 tỷ đồng" has none."""
_FORMS = {
    # năm học 2021-2022
    "school_year": r"năm học~20\d\d(?:~[-‐‑–—−/]~20\d\d)?",
    # giai đoạn 2021-2025; từ 2021 đến năm 2025
    "span": (
        r"(?:(?:giai đoạn|thời kỳ|nhiệm kỳ|các năm|5 năm|năm) (?:năm )?)?\(?"
        r"(?P<first>(?:19|20)\d\d)~(?:[-‐‑–—−]|đến(?: năm)?)~(?P<last>20\d\d)(?!\d|[.,]\d)"
    ),
    # đến ngày 30/11; hết 30-6-2021
    "up_to_day": (
        rf"(?P<upto>{_UP_TO})(?P<named>ngày )?(?P<day>\d{{1,2}})"
        r"(?P<mark>[/.-])(?P<day_month>\d{1,2})"
        rf"(?:(?P=mark)(?P<day_year>20\d\d))?(?![\d/]|[.,]\d|~{_COUNTED}(?!\w))"
    ),
    # 30 tháng 11 năm 2021; đến ngày 30 tháng 11
    "day_in_words": (
        rf"(?:(?P<told>{_UP_TO})(?:ngày )?|ngày |(?=\d+ tháng \d+ năm 20))"
        r"(?P<told_day>\d{1,2})"
        r" tháng (?P<told_month>\d{1,2})(?!\d|[.,]\d)(?: năm (?P<told_year>20\d\d))?"
    ),
    # quý IV/2021; hết quý III
    "one_quarter": (
        rf"(?P<through_quarter>{_UP_TO})?qu[ýí] "
        r"(?P<quarter>iv|iii|ii|i|[1-4]|một|hai|ba|tư|bốn)(?!\w)" + _of_year("quarter")
    ),
    # quý cuối năm
    "last_quarter": r"quý cuối(?: cùng)?" + _of_year("last_quarter"),
    # quý đầu năm
    "first_quarter": r"quý đầu(?: tiên)?(?: của)?(?= năm)" + _of_year("first_quarter"),
    # hai quý đầu năm; sau ba quý, ...
    "some_quarters": (
        r"(?P<quarters>[23]|hai|ba) quý(?: đầu| qua(?!\w)|(?= (?:của )?năm )|(?=~[,;:]))"
        + _of_year("quarters")
    ),
    # 9 tháng đầu năm 2021; sáu tháng cuối năm; 9T/2021
    "some_months": (
        r"(?<!trước\s)(?<!sớm\s)(?<!chậm\s)(?<!mất\s)(?<!mất\sđến\s)(?<!mất\stới\s)(?<!kéo\sdài\s)"
        r"(?P<months>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai)?)"
        r"(?: tháng|t(?=/20\d\d))(?! (?:trước|qua lại|liên|tuổi|liền)|~/~lần)"
        r"(?P<end> (?:còn lại|cuối|đầu|tới))?" + _of_year("months")
    ),
    # nửa đầu năm 2021; nửa năm
    "half_of_year": (
        r"(?P<half>n[ửữ]a (?:đầu|cuối)|nửa|(?:đến|tới) giữa)(?= (?:của )?năm)" + _of_year("half")
    ),
    # từ tháng 5 đến tháng 10
    "months_between": (
        r"từ (?:đầu |giữa |cuối )?tháng~(?:1[0-2]|0?[2-9])(?:/20\d\d)? (?:đến|tới) "
        r"(?:hết |đầu |giữa |cuối )?tháng~\d{1,2}(?!\d)(?:~/~20\d\d)?"
    ),
    # tháng 5/2021; hết tháng 9; đến giữa tháng 12
    "one_month": (
        rf"(?P<through>{_UP_TO}(?P<stage>cuối |(?:đầu|giữa|trung tuần|thượng tuần) )?)?tháng~"
        rf"(?P<month>1[0-2]|0?[1-9]|(?<=\s)(?:{'|'.join(MONTHS)})(?!\w))(?!\d|[.,]\d)(?!\.\d)"
        + _of_year("month")
    ),
    # trong tháng; trong quý này
    "last_part": (
        rf"trong (?P<within>tháng|quý)(?:(?= )(?! (?:\d|i|v|{'|'.join(MONTHS)}|một|cuối|đầu|tới|sau"
        r"|trước|hành|thanh|cao điểm|khuyến|an toàn|tư))(?: (?:này|qua|vừa qua))?|(?!\w|\s))"
        r"|(?P<this>tháng|quý) này(?!\w)"
        r"|(?:tính )?cả (?P<all>tháng|quý)(?! (?:\d|i|v|một|hai|ba|tư))(?!\w)"
    ),
    # năm 2021; đến cuối năm 2025
    "whole_year": (
        r"(?P<lead>(?:tính )?(?:đến|tới|vào) (?:hết |cuối |thời điểm )*)?(?:cả |cuối |hết )?"
        r"năm (?P<year>(?:19|20)\d\d)(?!\d|[.,]\d|~[-–—]~20\d\d)"
    ),
    # ngay năm sau; một năm sau
    "year_after": (
        r"(?:sau (?:một|1) năm(?=~[,;.]| (?:đó|nữa|giảm|tăng|còn|đạt|chỉ|tỷ|số|có))"
        r"|(?:một|1) năm sau|ngay năm sau|năm sau đó)(?: đó)?(?!\w)"
    ),
    # từ đầu năm đến nay
    "to_date": r"(?:(?:lũy kế|luỹ kế|cộng dồn|tính|tính chung) )?(?:kể )?từ đầu năm"
    rf"(?! (?:{_YEAR}|nay|ngoái|trước|học|sau|tới))(?: (?:đến|tới) (?:nay|giờ))?(?!\w)",
    # đến cuối năm; hết năm
    "year_end": (
        r"(?:(?:đến|tới|vào) (?:hết|cuối)|(?<=dự\skiến\s)cuối|(?<!trước\s)hết) (?:năm|niên độ)"
        rf"(?! (?:{_YEAR}|nay|sau|ngoái|trước|tới|học|ngân sách|đầu))(?!\w)"
        r"|cuối năm(?= (?:dự kiến|ước|phấn đấu|phải|sẽ))"
    ),
    # năm nay; cả năm; năm tới
    "relative": (
        r"(?<!những\s)(?<!các\s)(?<!nhiều\s)(?<!mấy\s)(?<!\d\s)(?<!một\s)(?<!hai\s)(?<!ba\s)(?<!/)"
        rf"(?:(?:cả|trong) năm(?! (?:{_YEAR}|nay|qua|vừa|tới|sau|ngoái|trước)| mới[,.;:])"
        r"|sang năm(?! (?:20|thứ|nay))"
        r"|năm (?:nay|qua|vừa (?:qua|khép lại|kết thúc)|rồi|vừa rồi"
        r"|tới(?! (?:hết|cuối) (?:tháng|quý))|mới|sau|ngoái|trước|liền trước)(?! khi)(?!\w))"
    ),
    # trong nhiệm kỳ; 5 năm qua; nhiệm kỳ tới
    "some_term": (
        r"(?<!đầu\s)(?<!cuối\s)(?<!giữa\s)(?<!sau\s)(?<!hơn\s)(?<!gần\s)(?<!mỗi\s)(?<!cách\s)"
        r"(?<!từ\s)(?:(?:(?:trong|cả|suốt|toàn) )?(?:nhiệm kỳ|(?:5|năm) năm)"
        r"|(?:cả|suốt|toàn|cùng) giai đoạn|giai đoạn(?= (?:này|ấy|đó))|(?<=năm\scủa\s)giai đoạn)"
        r"(?! (?:20|liền|liên|trước|sau|tuổi|một|nay|đại hội|hđnd|quốc hội|hội đồng))"
        r"(?P<term_side> (?:qua|vừa qua|này|tới))?(?!\w)"
    ),
    # 2021
    "bare": rf"(?<![/.,-])20[0-4]\d(?![\d%/]|[.,]\d|-[^\W\d_]|~{_COUNTED}(?!\w))",
}
"""How periods are written; " " stands for one or more blanks, "~" for any number of them."""

_GLANCE = r"(?=\D|(?:19|20)\d\d|\d+ (?:tháng|quý|năm)|\d+t/)"
"""Spares most numbers the forms."""
PATTERN = re.compile(
    f"{_GLANCE}(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _FORMS.items())})".replace(
        " ", r"[ \u00a0]+"
    ).replace("~", r"[ \u00a0]*")
)

_SPANS = ("năm", "tháng", "quý", "nhiệm kỳ", "giai đoạn", "5")
_FIRST_WORDS = (
    *("năm ", "ngày ", "đến ", "hết ", "tới ", "tính ", "vào ", "cuối ", "sang ", "nửa ", "nữa "),
    *("một ", "hai ", "ba ", "bốn ", "sáu ", "bảy ", "tám ", "chín ", "mười ", "tháng", "ngay "),
    *("quý", "quí", "giai đoạn", "thời kỳ", "nhiệm kỳ", "các năm", "lũy kế", "luỹ kế"),
    *("từ tháng", "từ đầu", "từ giữa", "từ cuối", "kể từ", "cộng dồn", "sau một", "sau 1"),
    *(f"{whole} {span}" for whole in ("cả", "trong", "suốt", "toàn", "cùng") for span in _SPANS),
)
"""The words that a form starts with, if it is not with a digit."""
FIRST = AhoCorasick(
    [*"0123456789", *(word.replace(" ", blank) for word in _FIRST_WORDS for blank in " \u00a0")],
    matchkind=MatchKind.Standard,
    implementation=Implementation.DFA,
)
"""Finds them: a glance that spares most of a text the forms."""
