"""What is looked up once in a document is what asking at each word gives, whatever documents were read before."""

from __future__ import annotations

import pytest

from riwaya.lang.grammar import load_grammar
from riwaya.model.document import Hints
from riwaya.pipeline import analyze, annotate_document
from riwaya.stages.acquire import find_documents, read_page
from riwaya.stages.attribute import find_attributions
from riwaya.stages.attribute.reader import Reader
from riwaya.stages.claim.figures import _FigureFinder, find_figures
from riwaya.stages.claim.harms import harm_at
from riwaya.stages.claim.scene import Scene

HINTS = Hints(published="2024-07-30", language="ar")
TEXTS = [
    "قالت الشرطة إن ما لا يقل عن عشرين شخصا قتلوا وأصيب نحو ثلاثين في انفجار وقع فجر الأحد قرب السوق. وقد نفى متحدث ذلك.",
    "ذكر شاهد أن مسلحين هاجموا القرية، وقتلوا ستة بينهم امرأة. ولم تعلن جهة مسؤوليتها عن ذلك.",
    "زار الوزير المدينة والتقى وجهاءها. وأكد أن المدارس ستفتح أبوابها غدا.",
    "قصف الطيران البلدة؛ خطف ثلاثة تجار في الطريق إليها، وأفرج عن اثنين منهم لاحقا.",
]


def scene_of(text: str) -> Scene:
    page = read_page(text, name="text", max_bytes=100_000)
    annotation = annotate_document(find_documents(page, HINTS)[0])
    return Scene(annotation, find_attributions(annotation), load_grammar("ar"))


@pytest.mark.parametrize("text", TEXTS)
def test_a_finite_verb_is_one_that_nothing_else_takes(text: str) -> None:
    scene = scene_of(text)
    for at, readings in enumerate(scene.readings):
        taken = at in scene.mention_over or at in scene.timed or at in scene.counted or scene.phrase("including", at)
        assert scene.is_finite(at) == (readings.only_finite and not taken)


@pytest.mark.parametrize("text", TEXTS)
def test_hedges_are_those_of_the_first_count_at_a_token(text: str) -> None:
    scene = scene_of(text)
    for first, _, quantity in scene.quantity_ranges:
        assert scene.hedged_from[first] == min(first, scene.token_range(quantity.full)[0])


@pytest.mark.parametrize("text", TEXTS)
def test_no_figure_is_lost_where_no_finder_of_figures_is_made(text: str) -> None:
    scene = scene_of(text)
    size = len(scene.forms)
    for start in range(0, size, 3):
        for end in range(start + 1, size, 4):
            harms = [h for k in scene.happening_in(start, end) if (h := harm_at(scene, k))]
            assert find_figures(scene, start, end) == _FigureFinder(scene, start, end, harms).find()


@pytest.mark.parametrize("text", TEXTS)
def test_a_verb_of_telling_is_read_alike_each_time(text: str) -> None:
    scene = scene_of(text)
    reader = Reader(scene.annotation, scene.grammar)
    for at in range(len(scene.forms)):
        anew = reader._read_speech(at) if reader.readings[at].telling else None
        assert reader.speech(at) is anew
        assert reader.speech(at) is anew


def test_documents_are_read_alike_in_any_order() -> None:
    forward = [analyze(text, name="text", hints=HINTS) for text in TEXTS]
    backward = [analyze(text, name="text", hints=HINTS) for text in reversed(TEXTS)]
    assert forward == backward[::-1]
