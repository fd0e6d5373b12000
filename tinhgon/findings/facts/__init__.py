"""From the picture of a day to the facts that rules take."""
