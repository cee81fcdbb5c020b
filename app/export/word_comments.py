"""Comments of a Word file: what a teacher says beside a sentence."""

from app.export.word_core import moment
from app.export.word_package import NAMESPACES, XML
from app.export.word_runs import plain_run

AUTHOR = "Communiqué"
"""Who a comment is by; never a person."""

_MARK = (
    '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
)


class Comments:
    """The comments of one paper, numbered as they come."""

    def __init__(self, created: str | None) -> None:
        """No comments yet; `created` is the day they carry, `YYYY-MM-DD`."""
        day = moment(created)
        self._about = f' w:date="{day}"' if day else ""
        self._written: list[str] = []

    def around(self, runs: str, comment: str) -> str:
        """The runs with the comment fastened to them."""
        number = len(self._written)
        style = '<w:pStyle w:val="CommentText"/>'
        self._written.append(
            f'<w:comment w:id="{number}" w:author="{AUTHOR}"{self._about}'
            f' w:initials="C"><w:p><w:pPr>{style}</w:pPr>{_MARK}{plain_run(comment)}'
            "</w:p></w:comment>"
        )
        return (
            f'<w:commentRangeStart w:id="{number}"/>{runs}'
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr>'
            f'<w:rStyle w:val="CommentReference"/></w:rPr>'
            f'<w:commentReference w:id="{number}"/></w:r>'
        )

    def part(self) -> str:
        """The part that holds them; empty where there are none."""
        if not self._written:
            return ""
        inside = "".join(self._written)
        return f"{XML}<w:comments {NAMESPACES}>{inside}</w:comments>"
