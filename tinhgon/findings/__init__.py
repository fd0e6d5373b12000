"""The rules run over decisions and over the register, and the pages that list what they find."""
