"""What the pages share: filters, queries, charts, words and number formats."""
