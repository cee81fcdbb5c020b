"""Two colour themes of our own: text at 7 to 1 and more, blue done, orange to mind."""

from textual.theme import Theme

DARK = Theme(
    name="communique-dark",
    primary="#7cb7ff",
    secondary="#9fd0c8",
    accent="#ffb454",
    warning="#ffb454",
    error="#ff9a8d",
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
        "footer-key-foreground": "#ffb454",
    },
)
"""Light words on a dark page."""

LIGHT = Theme(
    name="communique-light",
    primary="#0b4f9e",
    secondary="#0f5f59",
    accent="#8a4300",
    warning="#8a4300",
    error="#a01818",
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
        "footer-key-foreground": "#8a4300",
    },
)
"""Dark words on a light page."""
