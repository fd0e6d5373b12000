"""The lab's solvers, pure: consolidate units, place people, plan who follows. No database, no Django."""
