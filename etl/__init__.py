"""From articles about Vietnam's provinces to a DuckDB table of targets and actuals."""
