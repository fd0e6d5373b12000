"""Rule packs read from files, and the pages that show a rule on a day."""
