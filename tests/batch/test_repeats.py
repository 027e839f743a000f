"""What one outlet prints twice counts once; what another outlet prints is a relay and stays."""

from __future__ import annotations

import json

from tests.batch.batches import digests_of, rows_of, run
from tests.batch.papers import Paper

TEXT = (
    "أعلن الجيش المالي، يوم الاثنين، أن قواته قتلت 14 مسلحا في كمين قرب مدينة غاو شمال مالي.\n\n"
    "وأفاد شهود عيان بأن طائرة مسيرة قصفت سوقا في منطقة كيدال، ما أدى إلى مقتل سبعة مدنيين وإصابة عشرات آخرين من سكان المنطقة.\n\n"
    "وقالت الحكومة في بيان إنها فتحت تحقيقا في ما جرى، ودعت السكان إلى الهدوء، وأضافت أن التحقيق يستمر أسبوعين على الأقل.\n"
)


def paper(url: str, text: str = TEXT, at: str = "2024-08-01", published: str = "2024-07-30") -> Paper:
    return Paper(url=url, text=f"مقتل مسلحين في كمين\n\n{text}", published=published, outlet="", at=at)


def write(path, papers):
    rows = [{"url": one.url, "text": one.text, "captured": one.at, "published": one.published} for one in papers]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf8")
    return path


def urls(result) -> set[str]:
    return {row["url"] for row in rows_of(result, "claims")}


def test_the_first_of_several_addresses_stands_for_them(tmp_path):
    print_page = paper("https://m.wadi.example/1?print=1", TEXT.replace("الهدوء", "التزام الهدوء"), at="2024-08-02")
    write(tmp_path / "a.jsonl", [print_page])
    write(tmp_path / "b.jsonl", [paper("https://www.wadi.example/1")])
    result = run(tmp_path / "*.jsonl", out=tmp_path / "out", keep_repeats=False)
    assert result.row["pages"] == {"repeats": 1, "same": 0, "stands": 1}
    assert urls(result) == {"https://www.wadi.example/1"}
    assert urls(run(tmp_path / "*.jsonl", out=tmp_path / "kept")) == {print_page.url, "https://www.wadi.example/1"}


def test_another_outlet_relays(tmp_path):
    file = write(tmp_path / "a.jsonl", [paper("https://wadi.example/1"), paper("https://nahr.example/9")])
    result = run(file, out=tmp_path / "out", keep_repeats=False)
    assert result.row["pages"] == {"same": 0, "stands": 2}
    copies = [json.loads(row["copies"]) for row in rows_of(result, "events")]
    assert any(len(one) == 1 and len(one[0]["document_ids"]) == 2 for one in copies)


def test_a_new_number_or_another_day_is_news(tmp_path):
    papers = [
        paper("https://wadi.example/1"),
        paper("https://wadi.example/2", TEXT.replace("14 مسلحا", "15 مسلحا")),
        paper("https://wadi.example/3", published="2024-07-31"),
    ]
    result = run(write(tmp_path / "a.jsonl", papers), out=tmp_path / "out", keep_repeats=False)
    assert result.row["pages"] == {"same": 0, "stands": 3}


def test_a_later_version_takes_the_place_of_an_earlier_one_whatever_the_order(tmp_path):
    old = paper("https://wadi.example/1", at="2024-08-01T00:00:00")
    new = paper("https://wadi.example/1", TEXT.replace("14 مسلحا", "19 مسلحا"), at="2024-08-05T00:00:00")
    one = run(write(tmp_path / "a.jsonl", [old, new]), out=tmp_path / "one", keep_repeats=False)
    other = run(write(tmp_path / "b.jsonl", [new, old, new]), out=tmp_path / "other", keep_repeats=False)
    assert one.row["pages"] == {"older": 1, "same": 0, "stands": 1}
    assert other.row["pages"] == {"older": 1, "same": 1, "stands": 1}
    assert digests_of(one) == digests_of(other)
    assert any("19" in row["figures"] for row in rows_of(one, "claims"))
