"""Lets `python -m tinhgon.cli` be the command."""

from tinhgon.cli import main

main()
