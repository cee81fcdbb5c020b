"""What papers can be made with: ours, the limit, and what one would take instead.

Each contender gets the same paper in the model's own words. Those that cannot
make real footnotes at all are given the notes as plain paragraphs.
"""

import io
import itertools
import json
import shutil
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from app.desk.composing import compose
from app.export.markdown import to_markdown
from app.export.word import to_docx
from app.library.briefs import ready_brief
from app.library.presets import in_force, open_preset
from app.model.brief import Brief
from app.model.memory import seldom_searched
from app.model.paper import (
    Inline,
    NoteRef,
    Paper,
    Paragraph,
    Sentence,
)
from app.model.preset import CitationForm, Preset

NOT_INSTALLED = "not installed"
DOSSIER = "belarus/human-trafficking"
OWN = (
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/footnotes.xml",
    "word/_rels/footnotes.xml.rels",
    "docProps/core.xml",
)
"""The parts that are a paper's own."""

PAGES = 2.3
"""The limit that gives about 900 words."""

RULES = f"""
id = "nine-hundred"
name = "About nine hundred words with notes"
status = "ours"

[limit]
unit = "pages"
max = {PAGES}

[citations]
form = "footnotes"
"""
"""The same limit and notes as a conference's file, for whole briefs."""

Make = Callable[[Paper, Preset], bytes]


@cache
def rules_of(form: CitationForm) -> Preset:
    rules = in_force(open_preset("default")).rules
    citations = rules.citations.revise(form=form, styles=None)
    return rules.revise(citations=citations, limit=rules.limit.revise(max=PAGES))


@cache
def one_paper() -> tuple[Paper, Preset]:
    """The paper everyone makes: notes below, sources at the end."""
    from app.drafting.paper import draft_paper
    from app.model.paper import Mark

    brief = ready_brief(DOSSIER)
    rules = rules_of(CitationForm.FOOTNOTES)
    listed = rules_of(CitationForm.INTEXT)
    paper = draft_paper(brief, rules, Mark.SAMPLE).paper
    sources = draft_paper(brief, listed, Mark.SAMPLE).paper.references
    return paper.revise(references=sources), rules


def markdown_of_one() -> str:
    return to_markdown(*one_paper())


def seeded() -> Iterator[Brief]:
    """The same brief, asked for in other words each time."""
    ready = ready_brief(DOSSIER)
    for seed in itertools.count(1):
        yield ready.revise(settings=ready.settings.revise(seed=seed))


def shelve(home: Path) -> None:
    """Put the rules of the paper on a shelf."""
    folder = home / "conferences"
    folder.mkdir()
    (folder / "nine-hundred.toml").write_text(RULES, "utf-8")


def ours() -> Make:
    return to_docx


def limit() -> Make:
    """The paper's own parts as text, joined and deflated once: nothing is faster."""
    made = to_docx(*one_paper())
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        texts = [package.read(name).decode() for name in OWN]
    pieces = [text.split("<w:p>") for text in texts]

    def make(_: Paper, __: Preset) -> bytes:
        out = []
        for each in pieces:
            raw = "<w:p>".join(each).encode()
            packing = zlib.compressobj(6, zlib.DEFLATED, -15, 9)
            out.append(packing.compress(raw) + packing.flush())
        return b"".join(out)

    return make


def runs(inlines: tuple[Inline, ...]) -> Iterator[tuple[str, str]]:
    """What a sentence holds, as kind and words: `text`, `italic` or `note`."""
    for one in inlines:
        if isinstance(one, NoteRef):
            yield "note", str(one.number)
        else:
            yield ("italic" if one.italic else "text"), one.text


def blocks(paper: Paper) -> list[tuple[str, list[tuple[str, str]]]]:
    """The paper as paragraphs of runs, for tools that know nothing else."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for field in paper.header:
        found.append(("Normal", [("text", f"{field.label}: {field.value}")]))
    for part in paper.parts:
        for section in part.sections:
            if section.title:
                found.append(("Heading2", [("text", section.title)]))
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    found.append(("BodyText", list(_spaced(block.sentences))))
    if paper.references:
        found.append(("Heading1", [("text", paper.references.title)]))
        for entry in paper.references.entries:
            found.append(("Bibliography", list(runs(entry.spans))))
    return found


def _spaced(sentences: tuple[Sentence, ...]) -> Iterator[tuple[str, str]]:
    for number, sentence in enumerate(sentences):
        if number:
            yield "text", " "
        yield from runs(sentence.spans)


def pandoc_path() -> str | None:
    if find_spec("pypandoc"):
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    return shutil.which("pandoc")


def pandoc() -> Make | None:
    program = pandoc_path()
    if program is None:
        return None

    def make(paper: Paper, rules: Preset) -> bytes:
        command = [program, "-f", "markdown", "-t", "docx", "-o", "-"]
        text = to_markdown(paper, rules).encode()
        return subprocess.run(command, input=text, capture_output=True).stdout

    return make


def python_docx() -> Make:
    """python-docx as its users write with it: its template, its styles, no notes."""
    import docx

    def make(paper: Paper, _: Preset) -> bytes:
        document = docx.Document()
        names = {"BodyText": "Body Text", "Heading1": "Heading 1"}
        names |= {"Heading2": "Heading 2", "Bibliography": "Normal"}
        for style, content in blocks(paper):
            _paragraph(document, names.get(style, style), content)
        for note in paper.notes:
            _paragraph(document, "Normal", list(runs(note.spans)))
        document.core_properties.title = paper.properties.title
        held = io.BytesIO()
        document.save(held)
        return held.getvalue()

    return make


def _paragraph(document: Any, style: str, content: list[tuple[str, str]]) -> None:
    paragraph = document.add_paragraph(style=style)
    for kind, words in content:
        run = paragraph.add_run(words)
        if kind == "italic":
            run.italic = True
        elif kind == "note":
            run.font.superscript = True


def docxtpl() -> Make | None:
    """docxtpl on a template of ours, with real footnotes, as far as it can."""
    if not find_spec("docxtpl"):
        return None
    import jinja2
    from docxtpl import DocxTemplate

    template = _template()
    room = jinja2.Environment(autoescape=True)

    def make(paper: Paper, _: Preset) -> bytes:
        opened = DocxTemplate(io.BytesIO(template))
        opened.init_docx()
        notes = [list(runs(note.spans)) for note in paper.notes]
        context = {"blocks": blocks(paper), "notes": notes}
        opened.render(context | {"title": paper.properties.title}, room)
        held = io.BytesIO()
        opened.save(held)
        return held.getvalue()

    return make


_NOTE = (
    '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    '<w:footnoteReference w:id="{{ words }}"/></w:r>'
)
_TEXT = '<w:t xml:space="preserve">{{ words }}</w:t></w:r>'
_RUNS = (
    "{% for kind, words in RUNS %}{% if kind == 'note' %}"
    + _NOTE
    + "{% elif kind == 'italic' %}<w:r><w:rPr><w:i/></w:rPr>"
    + _TEXT
    + "{% else %}<w:r>"
    + _TEXT
    + "{% endif %}{% endfor %}"
)
_BODY = (
    "{% for style, content in blocks %}<w:p><w:pPr>"
    '<w:pStyle w:val="{{ style }}"/></w:pPr>'
    + _RUNS.replace("RUNS", "content")
    + "</w:p>{% endfor %}"
)
_NOTES = (
    '{% for content in notes %}<w:footnote w:id="{{ loop.index }}"><w:p><w:pPr>'
    '<w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
    '<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    + _RUNS.replace("RUNS", "content")
    + "</w:p></w:footnote>{% endfor %}</w:footnotes>"
)


def _template() -> bytes:
    """Our own file of the paper, with tags where its words stood."""
    made = to_docx(*one_paper())
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made)) as old,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "word/document.xml":
                head, _, rest = text.partition("<w:body>")
                section = rest[rest.index("<w:sectPr>") :]
                text = f"{head}<w:body>{_BODY}{section}"
            elif name == "word/footnotes.xml":
                text = text[: text.index('<w:footnote w:id="1">')] + _NOTES
            new.writestr(name, text)
    return held.getvalue()


_NPM = """
const docx = require("docx");
const lines = require("readline").createInterface({ input: process.stdin });
console.log("ready");
lines.on("line", async (line) => {
  const given = JSON.parse(line);
  const run = ([kind, text]) => kind === "note"
    ? new docx.FootnoteReferenceRun(Number(text))
    : new docx.TextRun({ text, italics: kind === "italic" });
  const paragraph = ([style, content]) =>
    new docx.Paragraph({ style, children: content.map(run) });
  const footnotes = {};
  given.notes.forEach((content, at) => {
    footnotes[at + 1] = { children: [paragraph(["FootnoteText", content])] };
  });
  const made = new docx.Document({
    title: given.title, footnotes,
    sections: [{ children: given.blocks.map(paragraph) }],
  });
  const bytes = await docx.Packer.toBuffer(made);
  console.log(bytes.toString("base64"));
});
"""


def npm_docx() -> Make | None:
    """The npm package docx, in one node that stays open."""
    import base64

    node = shutil.which("node")
    if node is None:
        return None
    child = subprocess.Popen(
        [node, "-e", _NPM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    if child.stdout.readline().strip() != "ready":
        child.wait()
        return None
    asked, told = child.stdin, child.stdout

    def make(paper: Paper, _: Preset) -> bytes:
        notes = [list(runs(note.spans)) for note in paper.notes]
        given = {"blocks": blocks(paper), "notes": notes}
        asked.write(json.dumps(given | {"title": paper.properties.title}) + "\n")
        asked.flush()
        return base64.b64decode(told.readline())

    return make


CONTENDERS: dict[str, Callable[[], Make | None]] = {
    "ours": ours,
    "limit": limit,
    "docxtpl": docxtpl,
    "npm docx": npm_docx,
    "python-docx": python_docx,
    "pandoc": pandoc,
}
"""Everyone, by name."""


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _peak() -> float:
    """The most memory this process held, in MB."""
    if not find_spec("resource"):
        return float("nan")
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def serve() -> int:
    """Make papers on demand, and say how long it took.

    Ours are made as `samples` makes them. The records of others hold circles and
    have to be searched for, as Python does by itself.
    """
    name, mode = sys.argv[1:]
    make = CONTENDERS[name]()
    if make is None:
        _say(NOT_INSTALLED)
        return 0
    paper, rules = one_paper()
    _say("ready")
    if name in {"ours", "limit"}:
        with seldom_searched():
            _serve(mode, make, paper, rules)
    else:
        _serve(mode, make, paper, rules)
    return 0


def _serve(mode: str, make: Make, paper: Paper, rules: Preset) -> None:
    briefs = seeded()
    rules_by = {"brief": "nine-hundred", "page": "default"}
    for line in sys.stdin:
        count = int(line)
        own = list(itertools.islice(briefs, count)) if mode in rules_by else []
        began = time.perf_counter()
        made = b""
        for number in range(count):
            if own:
                composed = compose(own[number], conference=rules_by[mode])
                made = make(composed.paper, composed.rules)
            else:
                made = make(paper, rules)
        seconds = time.perf_counter() - began
        _say(json.dumps([seconds, len(made), _peak()]))


if __name__ == "__main__":
    sys.exit(serve())
