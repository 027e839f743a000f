"""Pages of the tests: short, made up, read by the real reader."""

from __future__ import annotations

from pathlib import Path

from riwaya.model.document import Hints

AMBUSH = (
    "كمين على الطريق الشرقي\n\n"
    "أعلنت جماعة نصرة الإسلام والمسلمين أنها قتلت 14 جنديا ماليا في كمين قرب كيدال يوم الثلاثاء.\n\n"
    "وقال الجيش المالي إن سبعة من جنوده قتلوا في الهجوم، ونفى أسر أي جندي.\n\n"
    "وأفاد سكان بأن طائرة حربية قصفت قرية مجاورة، وبأن عشرة مدنيين أصيبوا بجروح.\n"
)
STRIKE = (
    "غارة على سوق\n\n"
    "قالت مصادر طبية إن غارة جوية قتلت تسعة مدنيين في مدينة غاو يوم الأربعاء.\n\n"
    "واتهمت الجماعة القوات الحكومية بقصف السوق وإحراق المتاجر فيه.\n"
)
HINTS = Hints(published="2031-03-13", outlet="Example Daily", url=None, language="ar")


def write_pages(folder: Path, many: int) -> Path:
    """Write pages of different words into a folder and give it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(many):
        text = (AMBUSH if number % 2 else STRIKE) + f"\nوأصيب {number + 3} آخرون بجروح في الحادث نفسه.\n"
        (folder / f"page-{number:03}.txt").write_text(text, encoding="utf8")
    rows = [f"page-{number:03}.txt\t2031-03-13\tExample Daily\t\tar" for number in range(many)]
    (folder / "index.tsv").write_text(
        "file\tpublished\toutlet\turl\tlanguage\n" + "\n".join(rows) + "\n", encoding="utf8"
    )
    return folder


BINARY = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
