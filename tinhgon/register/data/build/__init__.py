"""Makes the data files from the source tables: `python -m tinhgon.register.data.build FOLDER`, by hand.

Standard library only and the same bytes every time, so that a change of the data shows as a diff.
"""
