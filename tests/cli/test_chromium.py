"""The screens in a real browser: typing, a download, a reload; strangers refused."""

from pathlib import Path

from tests.cli.chromium import chromium, find
from tests.cli.test_serve import Served, served

__all__ = ["served"]

OWN = "Nobody is for sale: ask the desk in Côte d'Ivoire [sic]."
ENTER = ("Enter", 13)
REFUSED = """new Promise((done) => {
  const socket = new WebSocket("ADDRESS");
  socket.onopen = () => done("opened");
  socket.onerror = () => done("refused");
})"""


async def test_a_delegate_writes_downloads_reloads_and_finds_the_work(
    served: Served, tmp_path: Path
) -> None:
    from docx import Document

    find()
    downloads = tmp_path / "downloads"
    async with chromium(tmp_path) as (page, browser):
        await page.ask("Network.enable")
        await page.ask("Page.enable")
        await browser.ask(
            "Browser.setDownloadBehavior",
            behavior="allow",
            downloadPath=str(downloads),
            eventsEnabled=True,
        )
        await page.ask("Page.navigate", url=served.address)
        await page.shows("Start a paper")
        await page.press(*ENTER, "New paper")
        await page.press(*ENTER, "Speaking")
        await page.press("8", 56, "passage by passage")
        await page.press(*ENTER, "Esc: done")
        await page.type_text(OWN, "[sic]")
        await page.press("Escape", 27, "Kept.")
        await page.press("e", 69, "Written: ")
        await browser.until(
            lambda: any(
                name == "Browser.downloadProgress" and said["state"] == "completed"
                for name, said in browser.told
            ),
            "the download",
        )
        (file,) = downloads.glob("*.docx")
        words = "\n".join(one.text for one in Document(str(file)).paragraphs)
        assert OWN in words

        page.look_afresh()
        await page.ask("Page.reload")
        await page.shows("Your papers")
        await page.press("ArrowDown", 40, "Start a paper")
        await page.press(*ENTER, "Nobody is for sale")
    assert OWN in "".join(one.read_text("utf-8") for one in _papers(served))


async def test_a_page_of_another_origin_cannot_open_the_screens(
    served: Served, tmp_path: Path
) -> None:
    find()
    async with chromium(tmp_path) as (page, _):
        script = REFUSED.replace("ADDRESS", f"ws://{served.host}/ws")
        assert await page.run(script) == "refused"
        await page.ask("Network.enable")
        await page.ask("Page.navigate", url=served.address)
        await page.shows("Start a paper")
        assert await page.run(script) == "opened"


def _papers(served: Served) -> list[Path]:
    return list(served.shelf.glob("*/paper.md"))
