"""Two colour themes of our own: text at 7 to 1 and more, blue done, orange to mind.

What is done, what to mind and what is wrong differ for every kind of colour-blind
eyes, and each is said in a word or a sign besides.
"""

from textual.theme import Theme

DARK = Theme(
    name="communique-dark",
    primary="#7cb7ff",
    secondary="#9fd0c8",
    accent="#ffd166",
    warning="#ffd166",
    error="#ff8a65",
    success="#7cb7ff",
    foreground="#e8edf2",
    background="#10151c",
    surface="#161d26",
    panel="#1f2935",
    dark=True,
    variables={
        "block-cursor-background": "#7cb7ff",
        "block-cursor-foreground": "#0a0f15",
        "block-cursor-blurred-background": "#33475c",
        "block-cursor-blurred-foreground": "#ffffff",
        "footer-key-foreground": "#ffd166",
    },
)
"""Light words on a dark page."""

LIGHT = Theme(
    name="communique-light",
    primary="#0b4f9e",
    secondary="#0f5f59",
    accent="#7a4a00",
    warning="#7a4a00",
    error="#5e0016",
    success="#0b4f9e",
    foreground="#14202c",
    background="#ffffff",
    surface="#f6f8fa",
    panel="#e6ecf2",
    dark=False,
    variables={
        "block-cursor-background": "#0b4f9e",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#c4d5e8",
        "block-cursor-blurred-foreground": "#14202c",
        "footer-key-foreground": "#7a4a00",
    },
)
"""Dark words on a light page."""
