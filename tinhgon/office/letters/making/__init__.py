"""Makes the Word templates that an office may then edit: `python -m tinhgon.office.letters.making`."""
