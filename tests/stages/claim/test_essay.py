"""Pages that argue rather than report; every sentence is made up."""

from __future__ import annotations

from tests.news import read

_RHETORIC = (
    "كيف نحمي أبناءنا من خطاب الكراهية؟ سؤال يتردد في كل مجلس ولا نملك له جوابا شافيا. "
    "إن الفكر المنحرف يهاجم العقول قبل البيوت، ويقتل في الناس معنى الرحمة، ويخطف البراءة من عيون الصغار. "
    "ومن يقتل جاره باسم الحق لم يعرف من الحق إلا اسمه، ومن يفجر نفسه بين المصلين فقد باع آخرته بثمن بخس. "
    "نحن أمام حرب على القيم، سلاحها الكلمة الخادعة والوعد الكاذب، وجنودها كل من صمت حين وجب الكلام. "
    "وما أكثر الذين يحرضون ثم يغسلون أيديهم من الدماء، وما أقل الذين يعترفون بأنهم أخطأوا الطريق. "
    "فالمدرسة مسؤولة، والبيت مسؤول، والمنبر مسؤول، ولا عذر لمن رأى النار تقترب من داره ثم نام. "
    "علينا أن نبني في النفوس حصنا لا تهدمه الدعاية، وأن نعلم الصغير قبل الكبير أن الاختلاف سنة الحياة. "
    "إن الخوف لا يصنع وطنا، والكراهية لا تبني مدرسة، والسيف لا يكتب كتابا، وهذا ما نسيه كثيرون منا. "
    "ولو سألنا أنفسنا بصدق لوجدنا أن الصمت الطويل كان شريكا في كل ما جرى، وأن المجاملة كانت بابا للشر. "
    "فليكن بيننا حديث صريح لا يجامل أحدا، ولتكن الحقيقة أغلى عندنا من المدح والثناء والتصفيق. "
)


def _triggers(text: str) -> list[str]:
    return [claim.trigger.of(text) for claim in read(text).claims]


def test_figures_of_speech_of_an_essay_are_no_claims() -> None:
    assert _triggers(_RHETORIC) == []


def test_what_an_essay_tells_of_a_place_and_of_a_number_stays() -> None:
    told = "وقد رأينا كيف قتل مسلحون 12 مصليا في مسجد بمدينة كانو. "
    assert _triggers(_RHETORIC + told) == ["قتل"]


def test_what_an_essay_tells_of_a_known_group_stays() -> None:
    known = "وقد هاجمت جماعة بوكو حرام المدارس بلا رحمة. "
    assert _triggers(_RHETORIC + known) == ["هاجمت"]


def test_a_report_keeps_what_is_told_of_nobody_in_particular() -> None:
    report = "أعلنت الشرطة في كانو الاثنين 3 مارس أن مسلحين هاجموا مركزا في بلدة غوزا وقتلوا 4 جنود. "
    assert _triggers(report * 9 + "وهاجم مسلحون قرية أخرى. ")[-1] == "وهاجم"


def test_a_short_article_is_read_as_a_report() -> None:
    assert _triggers("من يقتل جاره باسم الحق لم يعرف من الحق إلا اسمه. وهاجم مسلحون القرية.")[-1:] == ["وهاجم"]
