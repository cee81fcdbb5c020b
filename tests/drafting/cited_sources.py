"""One source of every kind and its variants, and briefs that cite them."""

from collections.abc import Sequence

from app.model.assignment import Assignment, Committee, Country
from app.model.brief import Brief
from app.model.card import Confidence, RecordCard, Sourcing, Voice
from app.model.preset import CitationForm, Citations, Preset, Status
from app.model.source import Place, Source, SourceType

SOURCES: tuple[Source, ...] = (
    Source(
        id="resolution",
        type=SourceType.RESOLUTION,
        title="Improving the coordination of efforts against trafficking in persons",
        publisher="United Nations General Assembly",
        date="2006-12-20",
        symbol="A/RES/61/180",
        url="https://docs.un.org/en/A/RES/61/180",
    ),
    Source(
        id="un-report",
        type=SourceType.UN_REPORT,
        title="Concluding observations on the eighth periodic report of Belarus",
        publisher="United Nations Committee on the Elimination of Discrimination",
        date="2016-11-18",
        symbol="CEDAW/C/BLR/CO/8",
        url="https://docs.un.org/en/CEDAW/C/BLR/CO/8",
    ),
    Source(
        id="un-report-unnumbered",
        type=SourceType.UN_REPORT,
        title="Global Report on Trafficking in Persons 2022",
        publisher="United Nations Office on Drugs and Crime",
        date="2023-01",
        url="https://www.unodc.org/report.pdf",
    ),
    Source(
        id="treaty",
        type=SourceType.TREATY,
        title="Convention on the Rights of Persons with Disabilities",
        publisher="United Nations",
        date="2006-12-13",
        container="Treaty Series",
        volume="2515",
    ),
    Source(
        id="government-report",
        type=SourceType.GOVERNMENT,
        title="Trafficking in Persons Report",
        author=("United States Department of State",),
        publisher="Government Publishing Office",
        date="2023-06",
        url="https://www.state.gov/report",
    ),
    Source(
        id="government-own",
        type=SourceType.GOVERNMENT,
        title="Statistical Yearbook of the Republic",
        publisher="National Statistical Committee",
        date="2021",
    ),
    Source(
        id="news",
        type=SourceType.NEWS,
        title="Belarus Leads a Campaign against Slavery",
        author=("Gubarevich, Igor",),
        publisher="Belarus Digest",
        date="2014-08-06",
        url="https://belarusdigest.com/story/campaign",
    ),
    Source(
        id="news-unsigned",
        type=SourceType.NEWS,
        title="Flood Warning for the Coast",
        publisher="The Daily Star",
        date="2019-05-02",
        url="https://www.thedailystar.net/flood",
    ),
    Source(
        id="web-page",
        type=SourceType.WEB,
        title="Human Trafficking",
        publisher="United Nations Office on Drugs and Crime",
        date="2020-03-02",
        url="https://www.unodc.org/trafficking",
    ),
    Source(
        id="web-undated",
        type=SourceType.WEB,
        title="What We Do",
        author=("International Organization for Migration",),
        container="IOM Country Offices",
        url="https://www.iom.int/what-we-do",
        accessed="2026-01-15",
    ),
    Source(
        id="book",
        type=SourceType.BOOK,
        title="The Parliament of Man",
        author=("Kennedy, Paul",),
        publisher="Random House",
        date="2006",
        edition="2nd",
    ),
    Source(
        id="book-two",
        type=SourceType.BOOK,
        title="Self-Determination and Secession in International Law",
        author=("Walter, Christian", "Abushov, Kavus"),
        publisher="Oxford University Press",
        date="2014",
    ),
    Source(
        id="book-four",
        type=SourceType.BOOK,
        title="The United Nations and Changing World Politics",
        author=(
            "Weiss, Thomas G.",
            "Forsythe, David P.",
            "Coate, Roger A.",
            "Pease, Kelly-Kate",
        ),
        publisher="Westview Press",
        date="2018",
        edition="8th",
    ),
    Source(
        id="chapter",
        type=SourceType.CHAPTER,
        title="Security Council Reform",
        author=("Luck, Edward C.",),
        container="The Oxford Handbook on the United Nations",
        publisher="Oxford University Press",
        date="2007",
        pages="653-671",
    ),
    Source(
        id="journal-article",
        type=SourceType.ARTICLE,
        title="Trafficking and Migration from Belarus",
        author=("Makei, Anna", "Zhukov, Pavel"),
        container="Journal of Human Rights Practice",
        date="2015",
        volume="7 (2)",
        pages="245-267",
        url="https://doi.org/10.1093/jhuman/huv007",
    ),
    Source(
        id="article-three",
        type=SourceType.ARTICLE,
        title="Landlocked States and the Sea",
        author=("Adeyemi, Tola", "Brandt, Karl", "Chen, Mei"),
        container="Ocean Policy",
        date="2011",
        volume="12",
        pages="1-22",
    ),
    Source(
        id="speech",
        type=SourceType.SPEECH,
        title="Statement at the General Debate",
        author=("Makei, Vladimir",),
        publisher="United Nations General Assembly",
        date="2017-09-21",
        url="https://gadebate.un.org/belarus",
    ),
    Source(
        id="dataset",
        type=SourceType.DATASET,
        title="World Development Indicators",
        publisher="World Bank",
        date="2022",
        url="https://databank.worldbank.org/wdi",
    ),
)
"""The eleven kinds, and what changes an entry: authors, dates, editions."""


def source(source_id: str) -> Source:
    """The source with this id."""
    return next(one for one in SOURCES if one.id == source_id)


def covered() -> set[SourceType]:
    """The kinds that `SOURCES` has."""
    return {one.type for one in SOURCES}


def marked(runs: Sequence[object]) -> str:
    """Runs as text with `*` around italics."""
    out: list[str] = []
    for run in runs:
        text, italic = getattr(run, "text", ""), getattr(run, "italic", False)
        out.append(f"*{text}*" if italic else text)
    return "".join(out).replace("**", "")


def brief_citing(*source_ids: str) -> Brief:
    """A brief with one card for each source, under the id of the source."""
    cards = tuple(
        RecordCard(
            id=one,
            statement="A fact.",
            voice=Voice.UN,
            confidence=Confidence.VERIFIED,
            sourcing=Sourcing.INDEPENDENT,
            sources=(Place(id=one),),
        )
        for one in source_ids
    )
    return Brief(
        assignment=Assignment(
            country=Country(name="Malta"),
            topic="Clean seas",
            committee=Committee(name="Second Committee"),
        ),
        cards=cards,
        sources=tuple(source(one) for one in source_ids),
    )


def rules_of(form: CitationForm, style: str) -> Preset:
    """Rules that ask for one form and one style."""
    return Preset(
        id="plain",
        name="Plain",
        status=Status.OURS,
        citations=Citations(form=form, styles=(style,)),
    )
