"""Pictures in a Word file: the drawing that shows one, and the part that holds it."""

from app.export.look import Look
from app.export.word_package import Relationship
from app.export.word_runs import escape
from app.model.paper import Picture

_EMU = 635
"""English metric units in a twentieth of a point."""

_TALLEST = 0.8
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


class Pictures:
    """The pictures of one part, each file kept once."""

    def __init__(self) -> None:
        self._files: dict[bytes, str] = {}
        self._drawn = 0

    def drawing(self, picture: Picture, look: Look) -> str:
        """The run that shows a picture, as wide as it asks and fit for the page."""
        name = self._files.setdefault(picture.png, f"picture{len(self._files) + 1}")
        self._drawn += 1
        wide, high = _extent(picture, look)
        about = f'id="{self._drawn}" name="{name}" descr="{escape(picture.alt)}"'
        size = f'cx="{wide}" cy="{high}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
            f' distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr {about}/><a:graphic xmlns:a="{_DRAWING}/main">'
            f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic '
            f'xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {about}/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{name}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect">'
            "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
            "</wp:inline></w:drawing></w:r>"
        )

    def files(self) -> dict[str, bytes]:
        """The parts that hold the pictures, by name in the package."""
        return {f"word/media/{name}.png": png for png, name in self._files.items()}

    def relationships(self) -> list[Relationship]:
        """What the drawings point at."""
        return [
            Relationship(name, "image", f"media/{name}.png")
            for name in self._files.values()
        ]


def _extent(picture: Picture, look: Look) -> tuple[int, int]:
    """Width and height on the page, in English metric units."""
    top, _, bottom, _ = look.edges
    across, down = picture.size
    wide = max(look.measure, 1) * picture.width
    high = wide * down / across
    room = _TALLEST * max(look.height - top - bottom, 1)
    if high > room:
        wide, high = wide * room / high, room
    return max(1, round(wide * _EMU)), max(1, round(high * _EMU))
