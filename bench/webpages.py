"""Web pages as news sites send them: an article of 3 kB in 45 to 60 kB of menus, teasers, styles and scripts.

The pages that the design measured trafilatura on have 29 to 71 kB. All words are the project's own: the articles hold sentences of the
sample pages, each followed by two of `plain_news.txt` (news without violence), which gives about as many claims to 3 kB as newspaper
pages about conflict have (docs/performance.md); most pages of an archive have fewer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

_PLAIN = Path(__file__).with_name("plain_news.txt").read_text(encoding="utf8").splitlines()
_SECTIONS = ("الأولى", "محليات", "عرب وعالم", "اقتصاد", "رياضة", "ثقافة", "علوم", "صحة", "سفر", "رأي", "فيديو", "صور")
_STYLE = "".join(
    f".box-{at}{{display:flex;margin:{at % 9}px auto;padding:4px {at % 7}px;border-bottom:1px solid #e{at % 10}e{at % 10}ee}}"
    f"@media(max-width:{600 + at}px){{.box-{at}{{display:block;font-size:{12 + at % 6}px}}}}"
    for at in range(60)
)
_SCRIPT = "".join(
    f"window.slots=window.slots||[];window.slots.push({{id:'slot-{at}',sizes:[[300,250],[728,{90 + at}]],lazy:true,"
    f"onview:function(e){{if(e&&e.seen>{at}){{document.getElementById('slot-{at}').className='box-{at} seen';}}}}}});"
    for at in range(45)
)


def mix_sentences(told: list[str]) -> list[str]:
    """Give the sentences with two plain ones after each, the plain ones over again where they end."""
    plain = cycle(_PLAIN)
    return [words for one in told for words in (one, next(plain), next(plain))]


def make_page(number: int, title: str, paragraphs: list[str], *, outlet: str, published: str) -> str:
    """Give the HTML of one article."""
    about = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": f"{published}T08:00:00Z",
        "publisher": {"@type": "Organization", "name": outlet},
        "image": [f"https://{outlet}.example/media/{number}/{width}.jpg" for width in (320, 640, 1280)],
    }
    body = "".join(_paragraph(at, one, number) for at, one in enumerate(paragraphs))
    return (
        f'<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title} | {outlet}</title>'
        f"{''.join(_metas(number, title, outlet, published))}<style>{_STYLE}</style>"
        f'<script type="application/ld+json">{json.dumps(about, ensure_ascii=False)}</script><script>{_SCRIPT}</script></head>'
        f'<body class="article box-{number % 60}"><header><nav class="main-menu"><ul>{"".join(_menu())}</ul></nav>'
        f'<div class="ticker box-7">{"".join(_teasers(number, 6))}</div></header>'
        f'<main><div class="crumbs"><a href="/">الرئيسية</a> / <a href="/world">عرب وعالم</a></div>'
        f'<article><h1>{title}</h1><div class="by">{outlet}</div><time datetime="{published}T08:00:00Z">{published}</time>'
        f'<div class="share">{"".join(_shares(number))}</div><div class="article-body">{body}</div></article>'
        f'<aside class="related"><h3>اقرأ أيضا</h3>{"".join(_teasers(number + 11, 12))}</aside>'
        f'<aside class="most-read"><h3>الأكثر قراءة</h3>{"".join(_teasers(number + 23, 10))}</aside></main>'
        f'<footer><ul>{"".join(_menu())}</ul><p class="rights">جميع الحقوق محفوظة {outlet}</p></footer>'
        f"<script>{_SCRIPT}</script></body></html>"
    )


def _metas(number: int, title: str, outlet: str, published: str) -> Iterator[str]:
    told = {
        "og:title": title,
        "og:site_name": outlet,
        "article:published_time": f"{published}T08:00:00Z",
        "og:type": "article",
    }
    for name, value in told.items():
        yield f'<meta property="{name}" content="{value}">'
    for width in (16, 32, 57, 72, 96, 144, 192):
        yield f'<link rel="icon" sizes="{width}x{width}" href="/static/icons/{width}.png?v={number % 7}">'
    for at in range(12):
        yield f'<link rel="preload" as="script" href="/static/js/part-{at}.{number % 5}abcdef.js" crossorigin>'


def _menu() -> Iterator[str]:
    for at, name in enumerate(_SECTIONS):
        below = "".join(
            f'<li class="menu-item level-2"><a href="/{at}/{step}" data-track="menu-{at}-{step}">{name} {step}</a></li>'
            for step in range(6)
        )
        yield f'<li class="menu-item has-children"><a href="/{at}">{name}</a><ul class="sub-menu">{below}</ul></li>'


def _shares(number: int) -> Iterator[str]:
    for at in range(6):
        path = " ".join(f"{(at * 7 + step * 3) % 24}.{step} {(step * 5) % 24}" for step in range(20))
        yield f'<a class="share-{at}" href="/share/{at}/{number}"><svg viewBox="0 0 24 24"><path d="M{path}z"/></svg></a>'


def _teasers(first: int, many: int) -> Iterator[str]:
    for at in range(first, first + many):
        words = " ".join(_PLAIN[at % len(_PLAIN)].split(" ")[:9])
        yield (
            f'<div class="card card-{at % 4}"><a href="/news/{at}"><img loading="lazy" alt="" width="320" height="180" '
            f'src="/media/{at}/320.jpg" srcset="/media/{at}/320.jpg 320w, /media/{at}/640.jpg 640w"></a>'
            f'<h4><a href="/news/{at}">{words}</a></h4><span class="when">منذ ساعة</span></div>'
        )


def _paragraph(at: int, words: str, number: int) -> str:
    slot = f'<div class="ad box-{at}" id="slot-{(number + at) % 45}"></div>' if at % 3 == 2 else ""
    return f'<p class="text">{words}</p>{slot}'
