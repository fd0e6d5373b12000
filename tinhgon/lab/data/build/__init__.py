"""Makes the data files from the source tables: `python -m tinhgon.lab.data.build FOLDER`, by hand.

The same bytes every time, so that a change of the data shows as a diff.
"""
