"""Units, their neighbours and standards in; merged units with seats, a bound and reasons out."""
