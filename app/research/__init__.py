"""How evidence comes in: from what a delegate found to cards with a source."""
