"""For teachers: what can be done for a whole class, and how to ask for it."""

from textual.content import Content

from app.tui.dialogs import Sheet

_BEFORE = (
    "Work for a whole class is asked for by a line of words. Close with Ctrl+Q, then "
    "type one of these and Enter; with --help behind it, it tells more.\n\n"
)

WAYS = (
    (
        "Sample papers, strong to weak, each with a key to its faults",
        "communique samples class --dossier belarus/human-trafficking "
        "--levels strong,middling,weak",
    ),
    (
        "What a paper that was handed in lacks, and which sentences are ours",
        "communique check handed-in.docx",
    ),
    (
        "How a student's text grew, from the folder of their paper",
        "communique history THEIR-FOLDER --proof record.docx",
    ),
    ("Which conferences' rules there are", "communique conference list"),
    ("The screens in a browser on this computer", "communique serve"),
    ("The same walk line by line, for screen readers", "communique plain"),
)
"""What a teacher may want, and the line that asks for it."""


def for_teachers() -> Sheet:
    """The page that tells teachers what there is for them."""
    parts = [Content(_BEFORE)]
    for what, line in WAYS:
        parts.append(Content.assemble(what, "\n  ", (line, "bold"), "\n"))
    parts.append(Content("\nA finished paper to show: Finished samples, on the shelf."))
    return Sheet("For teachers", Content("").join(parts))
